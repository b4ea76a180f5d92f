"""The baseline: what is known stays quiet, what is new is told, and lines do not matter."""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

from conftest import HEAD, ROOT
from policyc import api
from policyc.acceptance import Decisions, settle
from policyc.baseline import FORMAT, Entry, read, text
from policyc.cli import group
from policyc.diagnostics import has_errors
from policyc.diagnostics.catalogue import kinds, pages
from policyc.source import Source

CODES = sorted(code for code in kinds() if code.startswith("baseline/"))
WHERE = {
    "baseline/gone": "test_what_is_gone_is_mentioned",
    "baseline/not-a-baseline": "test_what_is_no_baseline_is_told",
}
PUBLISHED = "appi/21-1-purpose-published"
PROVISION = 'third-party-provision "提供" { data: name; to: "加盟店"; text: "{data}を{to}に提供します。" }\n'
BODY = PROVISION + 'article "約束" { text: "お客様の情報を大切に扱います。安全に努めます。" }\n'


def page(body: str = BODY, name: str = "notice") -> str:
    return f"{HEAD}{body}}}\n".replace("document notice", f"document {name}").replace("/privacy/", f"/{name}/")


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with one source, and beside the sources a baseline of it."""
    (tmp_path / "src").mkdir()
    (tmp_path / "src" / "a.policy").write_text(page(), encoding="utf-8")
    assert run("check", tmp_path / "src", "--write-baseline", tmp_path / "known.json").exit_code == 0
    return tmp_path


def checked(folder: Path, *more: str) -> list[dict[str, object]]:
    made = run("check", folder / "src", "--baseline", folder / "known.json", "--format", "json", *more)
    rows: list[dict[str, object]] = json.loads(made.output)["diagnostics"]
    return rows


def new(folder: Path, *more: str) -> list[object]:
    return [row["code"] for row in checked(folder, *more) if not row.get("known")]


def test_every_finding_here_has_a_test() -> None:
    assert sorted(WHERE) == CODES
    for code, name in WHERE.items():
        assert name in globals() and "```" not in pages()[code]


# -- what is written --------------------------------------------------------------------------------------------------


def test_it_is_sorted_readable_and_the_same_every_time(folder: Path) -> None:
    first = (folder / "known.json").read_text(encoding="utf-8")
    run("check", folder / "src", "--write-baseline", folder / "again.json")
    assert (folder / "again.json").read_text(encoding="utf-8") == first
    body = json.loads(first)
    keys = [tuple(row[k] for k in Entry._fields) for row in body["findings"]]
    assert keys == sorted(keys) and len(keys) > 10
    assert first.count("\n") == len(keys) + 5 and first.endswith("}\n")
    assert "加盟店" in first or "大切" in first
    assert str(folder) not in first and '"line"' not in first
    schema = json.loads((ROOT / "src/policyc/baseline/baseline.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    jsonschema.validate(body, schema, cls=jsonschema.Draft202012Validator)


def test_what_is_known_is_counted_and_does_not_fail(folder: Path) -> None:
    assert run("check", folder / "src").exit_code == 1
    made = run("check", folder / "src", "--baseline", folder / "known.json")
    assert made.exit_code == 0
    count = len(json.loads((folder / "known.json").read_text(encoding="utf-8"))["findings"])
    known = folder / "known.json"
    assert made.output == f"1 ファイルを検査: 問題はありません、控えにあるもの {count}（{known}）\n"
    english = run("check", folder / "src", "--baseline", folder / "known.json", "--lang", "en", "--no-notes")
    assert english.output.startswith("1 file checked: nothing found, in the baseline: ")
    assert run("check", folder / "src", "--baseline", folder / "known.json", "--format", "github").output == (
        f"::notice title=policyc::1 ファイルを検査: 問題はありません、控えにあるもの {count}（{known}）\n"
    )
    rows = checked(folder)
    assert len(rows) == count and all(row["known"] is True for row in rows)


def test_writing_shows_nothing_that_it_holds(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(page(), encoding="utf-8")
    made = run("check", tmp_path, "--write-baseline", tmp_path / "known.json")
    assert made.exit_code == 0 and made.output.count("\n") == 1 and "控えにあるもの" in made.output


def test_errors_of_the_language_are_never_known(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(page("kindd: x\n" + BODY), encoding="utf-8")
    made = run("check", tmp_path, "--write-baseline", tmp_path / "known.json")
    assert made.exit_code == 1 and "[model/unknown-field]" in made.output
    assert "unknown-field" not in (tmp_path / "known.json").read_text(encoding="utf-8")


def test_what_is_accepted_and_what_is_said_of_it_is_not_in_it(tmp_path: Path) -> None:
    accepts = f'acceptance {{ findings: "{PUBLISHED}", "appi/27-1-opt-out"; reason: "別の画面。" }}\n'
    late = 'acceptance { findings: "appi/22-accuracy"; reason: "作成中。"; until: 2020-01-01 }\n'
    accepts = accepts.replace(', "appi/27-1-opt-out"', "")
    (tmp_path / "a.policy").write_text(page(BODY + accepts + late), encoding="utf-8")
    made = run("check", tmp_path, "--write-baseline", tmp_path / "known.json")
    codes = {row["code"] for row in json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"]}
    assert PUBLISHED not in codes and "appi/22-accuracy" in codes and not any(c.startswith("accept/") for c in codes)
    assert "[accept/expired]" in made.output


# -- what stays the same finding --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "change",
    [
        lambda s: "# 注\n\n\n" + s,
        lambda s: s.replace("\n", "\r\n"),
        lambda s: s.replace("third-party-provision", "\n\n\n  第三者提供").replace("article", "条項"),
        lambda s: s.replace(BODY, "".join(BODY.splitlines(True)[::-1])),
        lambda s: "\ufeff" + s,
    ],
    ids=["moved", "windows", "japanese", "reordered", "mark"],
)
def test_moved_text_has_the_same_findings(folder: Path, change: object) -> None:
    source = folder / "src" / "a.policy"
    changed = change(page())  # type: ignore[operator]
    assert changed != page()
    source.write_bytes(changed.encode("utf-8"))
    assert new(folder) == []


def test_fmt_changes_nothing(folder: Path) -> None:
    for keywords in ("ja", "en"):
        assert run("fmt", folder / "src", "--keywords", keywords).exit_code == 0
        assert new(folder) == []


def test_a_renamed_file_has_the_same_findings_of_its_document(folder: Path) -> None:
    (folder / "src" / "a.policy").rename(folder / "src" / "b.policy")
    assert {code for code in new(folder) if str(code).startswith("appi/")} == set()


def test_what_is_new_is_told(folder: Path) -> None:
    source = folder / "src" / "a.policy"
    source.write_text(page(BODY.replace("大切に扱います", "丁寧に扱います")), encoding="utf-8")
    told = new(folder)
    assert "text/sentence-without-fact" in told
    # A second one like a known one is new.
    source.write_text(
        page(BODY + PROVISION.replace("加盟店", "銀行").replace('"提供"', '"銀行への提供"')), encoding="utf-8"
    )
    assert "appi/27-1-consent-basis" in new(folder)


def test_equal_ones_are_counted(tmp_path: Path) -> None:
    one = 'article "約束" { text: "お客様の情報を大切に扱います。" }\n'
    (tmp_path / "src").mkdir()
    source = tmp_path / "src" / "a.policy"
    source.write_text(page(one * 2), encoding="utf-8")
    run("check", tmp_path / "src", "--write-baseline", tmp_path / "known.json")
    rows = json.loads((tmp_path / "known.json").read_text(encoding="utf-8"))["findings"]
    assert [row["words"] for row in rows if row.get("count") == 2] == ["お客様の情報を大切に扱います。"]
    assert new(tmp_path) == []
    source.write_text(page(one * 3), encoding="utf-8")
    assert new(tmp_path) == ["text/sentence-without-fact"]


def test_counts_are_used_up() -> None:
    from conftest import check_text
    from policyc.audit.findings import check

    made = check_text(page())
    found = list(check(made.documents, made.sources))
    first = settle(found, Decisions(tuple(d.node for d in made.documents), baseline={}))
    again = settle([*found, found[0]], Decisions(tuple(d.node for d in made.documents), baseline=first.new))
    assert [d.known for d in again.found] == [True] * len(found) + [False]
    doubled = {key: 2 * count for key, count in first.new.items()}
    left = settle(found, Decisions(tuple(d.node for d in made.documents), baseline=doubled)).left
    assert left == first.new
    assert read(Source("b", text(doubled)), broken=False, large=False) == (doubled, [])


def test_several_documents_and_files_share_one_baseline(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(page() + page(BODY, "second")[HEAD.index("document") :], encoding="utf-8")
    (tmp_path / "b.policy").write_text(page(BODY, "third"), encoding="utf-8")
    known = tmp_path / "known.json"
    run("check", tmp_path, "--write-baseline", known)
    documents = {row["document"] for row in json.loads(known.read_text(encoding="utf-8"))["findings"]}
    assert {"notice", "second", "third"} <= documents
    made = run("check", tmp_path, "--baseline", known)
    assert made.exit_code == 0 and "問題はありません" in made.output
    # To check one file of them is no sign that the findings of the others are gone.
    one = run("check", tmp_path / "b.policy", "--baseline", known)
    assert "baseline/gone" not in one.output and one.exit_code == 0


# -- what is gone -----------------------------------------------------------------------------------------------------


def test_what_is_gone_is_mentioned(folder: Path) -> None:
    source = folder / "src" / "a.policy"
    source.write_text(page(BODY + "retention { period: 3 years; after: erase }\n"), encoding="utf-8")
    rows = [row for row in checked(folder) if row["code"] == "baseline/gone"]
    assert [(row["severity"], row["file"], row["line"]) for row in rows] == [("note", str(folder / "known.json"), 1)]
    assert "appi/22-accuracy notice" in str(rows[0]["message"])
    made = run("check", folder / "src", "--baseline", folder / "known.json")
    assert made.exit_code == 0 and "[baseline/gone]" in made.output
    # What was not asked is not gone.
    assert "baseline/gone" not in run("check", folder / "src", "--baseline", folder / "known.json", "--no-law").output
    source.write_text(page("kindd: x\n"), encoding="utf-8")
    assert "baseline/gone" not in run("check", folder / "src", "--baseline", folder / "known.json").output
    # Written anew it is smaller.
    source.write_text(page(BODY + "retention { period: 3 years; after: erase }\n"), encoding="utf-8")
    run("check", folder / "src", "--write-baseline", folder / "known.json")
    assert "appi/22-accuracy" not in (folder / "known.json").read_text(encoding="utf-8")


def test_a_document_that_is_gone_is_mentioned_when_all_were_checked(folder: Path) -> None:
    (folder / "src" / "a.policy").write_text(page(BODY, "other"), encoding="utf-8")
    assert "baseline/gone" in new(folder)


# -- files ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["missing.json", "src", "no/such/folder.json", "a\x00b"])
def test_a_baseline_that_cannot_be_read_ends_with_2(folder: Path, name: str) -> None:
    made = run("check", folder / "src", "--baseline", folder / name if "\x00" not in name else name)
    assert made.exit_code == 2 and made.stderr.startswith("policyc: ") and made.stdout == ""


def test_a_pipe_is_no_baseline_and_is_not_waited_for(folder: Path) -> None:
    os.mkfifo(folder / "src" / "pipe")
    made = run("check", folder / "src", "--baseline", folder / "src" / "pipe")
    assert made.exit_code == 2 and "pipe" in made.stderr
    (folder / "src" / "policyc.yaml").write_text("baseline: pipe\n", encoding="utf-8")
    assert run("check", folder / "src").exit_code == 2


@pytest.mark.parametrize("name", ["no/such/folder.json", "src"])
def test_a_baseline_that_cannot_be_written_ends_with_2(folder: Path, name: str) -> None:
    made = run("check", folder / "src", "--write-baseline", folder / name)
    assert made.exit_code == 2 and "書き込めません" in made.stderr


ROW = '{"code": "appi/22-accuracy", "document": "notice", "about": "notice", "words": ""%s}'


@pytest.mark.parametrize(
    "body",
    [
        "",
        "{",
        "null",
        "[]",
        "{}",
        '{"format": "policyc-baseline-2", "findings": []}',
        f'{{"format": "{FORMAT}"}}',
        f'{{"format": "{FORMAT}", "findings": {{}}}}',
        f'{{"format": "{FORMAT}", "findings": [1]}}',
        f'{{"format": "{FORMAT}", "findings": [{{}}]}}',
        f'{{"format": "{FORMAT}", "findings": [{ROW % ", "}]}}'.replace(", }", ', "x": 1}'),
        f'{{"format": "{FORMAT}", "findings": [{(ROW % "").replace(chr(34) * 2, "null")}]}}',
        *(
            f'{{"format": "{FORMAT}", "findings": [{ROW % f", {chr(34)}count{chr(34)}: {n}"}]}}'
            for n in ("0", "-1", "1.5", "true", '"2"', "9" * 4300, "9" * 5000)
        ),
        f'{{"format": "{FORMAT}", "findings": [{ROW % ""}], "findings": []}}',
        f'{{"format": "{FORMAT}", "findings": [{ROW % f", {chr(34)}code{chr(34)}: {chr(34)}x{chr(34)}"}]}}',
        "[" * 100_000,
        b"\xff\xfe{}",
        "日本語".encode("cp932"),
    ],
)
def test_what_is_no_baseline_is_told(folder: Path, body: str | bytes) -> None:
    (folder / "known.json").write_bytes(body.encode() if isinstance(body, str) else body)
    made = run("check", folder / "src", "--baseline", folder / "known.json")
    assert made.exit_code == 1 and made.output.count("[baseline/not-a-baseline]") == 1
    # Nothing is known then.
    assert f"[{PUBLISHED}]" in made.output and "控えにあるもの" not in made.output


def test_a_fault_of_json_has_its_place(folder: Path) -> None:
    (folder / "known.json").write_bytes(
        b'\xef\xbb\xbf{\r\n "format": "policyc-baseline-1",\r\n "findings": [,]\r\n}\r\n'
    )
    row = next(row for row in checked(folder) if row["code"] == "baseline/not-a-baseline")
    assert (row["line"], row["column"]) == (3, 15)


def test_a_row_given_twice_counts_twice() -> None:
    body = f'{{"format": "{FORMAT}", "findings": [{ROW % ""}, {ROW % ""}]}}'
    made, found = read(Source("b", body), broken=False, large=False)
    assert found == [] and list(made.values()) == [2]


# -- with settings ----------------------------------------------------------------------------------------------------


def test_the_settings_may_name_it(folder: Path) -> None:
    (folder / "src" / "known.json").write_bytes((folder / "known.json").read_bytes())
    (folder / "src" / "policyc.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert run("check", folder / "src").exit_code == 0
    assert run("check", folder / "src" / "a.policy").exit_code == 0
    assert not has_errors(api.check(folder / "src" / "a.policy"))
    # An audit answers every rule all the same.
    assert run("audit", folder / "src").exit_code == 1
    # That of the command line wins.
    (folder / "empty.json").write_text(f'{{"format": "{FORMAT}", "findings": []}}', encoding="utf-8")
    assert run("check", folder / "src", "--baseline", folder / "empty.json").exit_code == 1


def test_settings_that_name_a_missing_one(folder: Path) -> None:
    (folder / "src" / "policyc.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    made = run("check", folder / "src")
    assert made.exit_code == 2 and "known.json" in made.stderr
    with pytest.raises(OSError, match="known"):
        api.check(folder / "src" / "a.policy")
    # To write the first one is no fault.
    assert run("check", folder / "src", "--write-baseline", folder / "src" / "known.json").exit_code == 0
    assert run("check", folder / "src").exit_code == 0


@pytest.mark.parametrize("path", ["../known.json", "/etc/hostname", "a/../../known.json"])
def test_settings_reach_no_file_outside(folder: Path, path: str) -> None:
    (folder / "src" / "policyc.yaml").write_text(f"baseline: {path}\n", encoding="utf-8")
    made = run("check", folder / "src")
    assert made.exit_code == 1 and "[config/outside-root]" in made.output


def test_a_severity_does_not_make_a_known_finding_new(folder: Path) -> None:
    (folder / "src" / "policyc.yaml").write_text("severity: {'*': error}\n", encoding="utf-8")
    assert run("check", folder / "src", "--baseline", folder / "known.json").exit_code == 0


def test_sarif_says_what_is_new(folder: Path) -> None:
    (folder / "src" / "a.policy").write_text(page(BODY.replace("大切に扱います", "丁寧に扱います")), encoding="utf-8")
    made = run("check", folder / "src", "--baseline", folder / "known.json", "--format", "sarif")
    states = {r["ruleId"]: r["baselineState"] for r in json.loads(made.stdout)["runs"][0]["results"]}
    assert states["appi/22-accuracy"] == "unchanged" and states["text/sentence-without-fact"] == "new"


def test_one_folder_spelt_in_two_ways_has_one_baseline(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (folder / "src" / "b.policy").write_text(page(name="other"), encoding="utf-8")
    (folder / "src" / "policyc.yaml").write_text("baseline: known.json\n", encoding="utf-8")
    assert run("check", folder / "src", "--write-baseline", folder / "src" / "known.json").exit_code == 0
    monkeypatch.chdir(folder)
    made = run("check", "./src/a.policy", "src/b.policy", "src/../src/a.policy")
    assert made.exit_code == 0 and "[baseline/gone]" not in made.output
    (folder / "src" / "policyc.yaml").write_text("baselin: known.json\n", encoding="utf-8")
    assert run("check", "./src/a.policy", "src/b.policy").output.count("[config/unknown-key]") == 1


FIRM = 'organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区例町一丁目%s番" }\n'
NOTICE = 'document %s "文書%s" { kind: general-policy; operator: mihon\narticle "所在地" { text: "{mihon.address}です。" } }\n'


def test_what_documents_no_longer_say_differently_is_gone(tmp_path: Path) -> None:
    source, known = tmp_path / "src", tmp_path / "known.json"
    source.mkdir()
    for name, number in (("a", "1"), ("b", "2")):
        (source / f"{name}.policy").write_text(FIRM % number + NOTICE % (name, name), encoding="utf-8")
    run("check", source, "--write-baseline", known)
    told = run("check", source, "--baseline", known)
    assert "site/firm-address" in known.read_text(encoding="utf-8") and "[" not in told.output
    (source / "b.policy").write_text(FIRM % "1" + NOTICE % ("b", "b"), encoding="utf-8")
    assert "site/firm-address b.policy" in run("check", source, "--baseline", known).output
    # A part of the documents does not tell.
    assert "gone" not in run("check", source / "a.policy", source / "b.policy", "--baseline", known).output
