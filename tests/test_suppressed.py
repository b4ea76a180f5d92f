"""What is switched off is counted and named: by settings, by a source, by a baseline; and `--no-config` reads no settings."""

from __future__ import annotations

import json
import os
import re
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from click.testing import CliRunner, Result

from conftest import HEAD, ROOT
from policyc import api
from policyc.acceptance import told
from policyc.acceptance.suppressed import BASELINE, SETTINGS, SOURCE, Suppressed, Tally
from policyc.cli import group
from policyc.config import NAME
from policyc.diagnostics import Kind
from policyc.diagnostics.catalogue import kinds
from policyc.source import Source, Span

PUBLISHED = "appi/21-1-purpose-published"
ACCURACY = "appi/22-accuracy"
ALL = 'severity: {"*": off}\n'
ACCEPTS = f'acceptance {{ findings: "{ACCURACY}"; reason: "表を作成中。" }}\n'
# No error, but a warning of the language, notes of the wording, and what the law finds.
BODY = 'article "本文" { text: "お客様の情報を大切にします。電話，郵便、です。" }\n' + ACCEPTS
SOURCE_TEXT = HEAD.replace("document", 'term fee "手数料" { means: "手数" }\ndocument') + BODY + "}\n"


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(group, [str(a) for a in arguments])


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder with one source; a project below the working folder, as in a pipeline."""
    monkeypatch.chdir(tmp_path)
    made = Path("policies")
    made.mkdir()
    (made / "a.policy").write_text(SOURCE_TEXT, encoding="utf-8")
    return made


def settings(folder: Path, text: str) -> Path:
    (folder / NAME).write_text(text, encoding="utf-8")
    return folder


def as_json(*arguments: str | Path) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(run(*arguments, "--format", "json").stdout)
    return made


def last(made: Result) -> str:
    return made.stdout.splitlines()[-1]


def codes(row: dict[str, Any]) -> dict[str, int]:
    return {one["code"]: one["count"] for one in row["codes"]}


# -- a run without settings -------------------------------------------------------------------------------------------


def test_nothing_is_said_where_nothing_is_put_off(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    path.write_text(
        HEAD.replace("privacy-notice", "general-policy") + 'article "本文" { text: "" }\n}\n', encoding="utf-8"
    )
    made = run("check", path)
    assert made.stdout == "1 ファイルを検査: 問題はありません\n", made.stdout
    assert {k: v for k, v in as_json("check", path).items() if k not in ("format", "diagnostics")} == {
        "settings": [],
        "suppressed": [],
        "weakened": [],
    }
    assert run("check", path, "--format", "github").stdout == ""


# -- all off ----------------------------------------------------------------------------------------------------------


def test_a_pattern_that_switches_off_everything_is_counted_and_named(folder: Path) -> None:
    before = as_json("check", folder)["diagnostics"]
    settings(folder, ALL)
    made = run("check", folder)
    assert made.exit_code == 0 and "[config/all-off]" in made.stdout
    assert "問題はありません" not in made.stdout
    assert (
        last(made)
        == f"1 ファイルを検査: 警告 1 件、設定により示していないもの {len(before)}（設定: policies/policyc.yaml）"
    )
    row = next(line for line in made.stdout.splitlines() if line.startswith("policies/policyc.yaml:1 "))
    assert row.startswith("policies/policyc.yaml:1 「*: off」により示していないもの: エラー 1 件、警告 ")
    assert {code: int(n) for code, n in re.findall(r"([a-z]+/[a-z0-9-]+) (\d+)", row)}.keys() == {
        d["code"] for d in before
    }
    english = run("check", folder, "--lang", "en")
    assert last(english).endswith(f"turned off by the settings: {len(before)} (settings: policies/policyc.yaml)")


def test_the_members_of_json_have_all_counts(folder: Path) -> None:
    before = as_json("check", folder)["diagnostics"]
    after = as_json("check", settings(folder, "# 設定\n" + ALL))
    assert [d["code"] for d in after["diagnostics"]] == ["config/all-off"]
    assert after["settings"] == [{"file": "policies/policyc.yaml"}]
    [row] = after["suppressed"]
    assert {k: v for k, v in row.items() if k not in ("codes", "severities")} == {
        "by": "settings",
        "file": "policies/policyc.yaml",
        "line": 2,
        "pattern": "*",
        "set_to": "off",
        "count": len(before),
    }
    assert sum(codes(row).values()) == sum(row["severities"].values()) == len(before)
    for code, count in codes(row).items():
        assert sum(d["code"] == code for d in before) == count
    for level, count in row["severities"].items():
        assert sum(d["severity"] == level for d in before) == count


def test_each_finding_is_counted_once_for_what_puts_it_off(folder: Path) -> None:
    (folder / "known.json").write_text("", encoding="utf-8")
    run("check", folder, "--write-baseline", "known.json")
    rows = as_json("check", settings(folder, f"severity: {{{PUBLISHED}: off, appi/*: note}}\nbaseline: ''\n"))
    total = len(as_json("check", folder, "--no-config")["diagnostics"])
    assert [(r["by"], r["file"], r.get("line")) for r in rows["suppressed"]] == [
        ("settings", "policies/policyc.yaml", 1),
        ("source", "policies/a.policy", 1 + SOURCE_TEXT[: SOURCE_TEXT.index("acceptance")].count("\n")),
    ]
    assert codes(rows["suppressed"][1]) == {ACCURACY: 1}
    [weaker] = rows["weakened"]
    assert weaker["set_to"] == "note" and weaker["severities"].keys() == {"warning"}
    # With the baseline all that is left is known, and the settings weaken nothing that is told.
    rows = as_json("check", folder, "--baseline", "known.json")
    assert [r["by"] for r in rows["suppressed"]] == ["settings", "source", "baseline"] and rows["weakened"] == []
    assert rows["suppressed"][2]["file"] == "known.json"
    assert sum(r["count"] for r in rows["suppressed"]) == total
    line = last(run("check", folder, "--baseline", "known.json"))
    assert "設定により示していないもの 1、理由を付して残したもの 1、控えにあるもの" in line and "（known.json）" in line


def test_what_is_made_less_grave_is_named_too(folder: Path) -> None:
    settings(folder, 'severity: {"*": note}\n')
    made = run("check", folder, "--no-notes")
    assert made.exit_code == 0 and "問題はありません" not in made.stdout
    assert "policies/policyc.yaml:1 「*: note」により軽くしたもの: エラー 1 件、警告 " in made.stdout
    assert last(made).startswith("1 ファイルを検査: 示す指摘はありません、設定により軽くしたもの ")
    # What is made graver is no less looked at.
    settings(folder, f"severity: {{{ACCURACY}: error, {PUBLISHED}: error}}\n")
    assert "設定により" not in run("check", folder).stdout


def test_wording_that_the_settings_leave_alone_is_named(folder: Path) -> None:
    settings(folder, "wording:\n  profile: off\n")
    made = run("check", folder)
    assert "policies/policyc.yaml:2 「profile: off」により、文言は調べていません\n" in made.stdout
    assert "文言は調べていない" in last(made)
    assert as_json("check", folder)["settings"] == [{"file": "policies/policyc.yaml", "wording": "off"}]
    asked = run("check", folder, "--wording", "web")
    assert "文言は調べていない" not in asked.stdout and "[wording/" in asked.stdout


def test_the_files_that_were_read_are_named_with_the_day_they_set(folder: Path) -> None:
    settings(folder, "as-of: 2026-08-01\n")
    assert last(run("check", folder)).endswith("（設定: policies/policyc.yaml）")
    assert as_json("check", folder)["settings"] == [{"file": "policies/policyc.yaml", "as_of": "2026-08-01"}]
    assert as_json("audit", folder)["settings"] == [{"file": "policies/policyc.yaml", "as_of": "2026-08-01"}]
    assert as_json("check", folder, "--as-of", "2026-07-17")["settings"] == [{"file": "policies/policyc.yaml"}]
    # One of the working folder, or above the root, is none of this run.
    (folder / NAME).rename(NAME)
    assert "設定" not in last(run("check", folder))
    assert last(run("check", folder, "--root", ".")).endswith("（設定: policyc.yaml）")


def test_several_roots_are_told_apart(folder: Path) -> None:
    settings(folder, ALL)
    for name in ("two", "three", "four", "five"):
        Path(name).mkdir()
        Path(name, "b.policy").write_text(SOURCE_TEXT.replace("document notice", f"document {name}"), encoding="utf-8")
        settings(Path(name), f"severity: {{{PUBLISHED}: off}}\n")
    made = run("check", folder, "two", "three", "four", "five")
    assert last(made).endswith("（設定: policies/policyc.yaml、two/policyc.yaml、three/policyc.yaml、ほか 2）")
    assert f"two/policyc.yaml:1 「{PUBLISHED}: off」により示していないもの: エラー 1 件（{PUBLISHED} 1）" in made.stdout


# -- other forms ------------------------------------------------------------------------------------------------------


def test_github_has_one_notice_for_the_run(folder: Path) -> None:
    made = run("check", settings(folder, ALL), "--format", "github")
    [notice] = [line for line in made.stdout.splitlines() if "title=policyc::" in line]
    assert notice.startswith("::notice title=policyc::policies/policyc.yaml:1 「*: off」により示していないもの")
    assert "%0A1 ファイルを検査: 警告 1 件、設定により示していないもの" in notice


def test_sarif_has_what_is_switched_off_as_suppressed(folder: Path) -> None:
    before = json.loads(run("check", folder, "--format", "sarif").stdout)["runs"][0]["results"]
    after = json.loads(run("check", settings(folder, ALL), "--format", "sarif").stdout)["runs"][0]["results"]
    named = [r for r in after if r["ruleId"] != "config/all-off"]
    assert sorted(r["ruleId"] for r in named) == sorted(r["ruleId"] for r in before)
    assert {r["ruleId"]: r["level"] for r in named} == {r["ruleId"]: r["level"] for r in before}
    for one in named:
        [external] = [s for s in one["suppressions"] if s["kind"] == "external"]
        assert external["justification"] == "設定（*: off）により示さない"
        place = external["location"]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "policies/policyc.yaml" and place["region"]["startLine"] == 1
    # It is accepted in the source as well.
    assert [s["kind"] for r in named if r["ruleId"] == ACCURACY for s in r["suppressions"]] == ["inSource", "external"]
    # A run that knows of suppressions says of every result whether it is one.
    assert [r["suppressions"] for r in after if r["ruleId"] == "config/all-off"] == [[]]


@pytest.mark.parametrize("rows", ['"*": off', f'"*": note, {PUBLISHED}: off'])
@pytest.mark.parametrize("command", ["check", "audit"])
def test_what_is_written_is_as_the_schemas_say(folder: Path, command: str, rows: str) -> None:
    settings(folder, f"severity: {{{rows}}}\nas-of: 2026-08-01\nwording: {{profile: off}}\n")
    name = {"check": "diagnostics", "audit": "audit"}[command]
    schema = json.loads((ROOT / "schemas" / f"{name}-1.schema.json").read_text(encoding="utf-8"))
    made = as_json(command, folder)
    assert made["suppressed"] and bool(made["weakened"]) == ("note" in rows)
    jsonschema.validate(made, schema, cls=jsonschema.Draft202012Validator)


def test_an_audit_counts_and_names_in_every_form(folder: Path) -> None:
    settings(folder, f'severity: {{{PUBLISHED}: off, "appi/32-*": note}}\n')
    text = run("audit", folder).stdout
    assert f"policies/policyc.yaml:1 「{PUBLISHED}: off」により示していないもの: エラー 1 件（{PUBLISHED} 1）\n" in text
    assert "policies/policyc.yaml:1 「appi/32-*: note」により軽くしたもの: 警告 " in text
    assert text.endswith("、理由を付して残したもの 1\n設定: policies/policyc.yaml\n")
    made = as_json("audit", folder)
    assert [(r["by"], r["count"]) for r in made["suppressed"]] == [("settings", 1), ("source", 1)]
    assert [r["pattern"] for r in made["weakened"]] == ["appi/32-*"]
    assert "設定により示していないもの 1" in run("audit", folder, "--format", "md").stdout
    assert "<p>設定により示していないもの 1、" in run("audit", folder, "--format", "html").stdout
    results = json.loads(run("audit", folder, "--format", "sarif").stdout)["runs"][0]["results"]
    off = [r for r in results if any(s["kind"] == "external" for s in r.get("suppressions", ()))]
    assert [r["ruleId"] for r in off] == [PUBLISHED]


def test_a_build_switches_nothing_off(folder: Path) -> None:
    settings(folder, ALL)
    made = run("build", folder, "--out", "out")
    assert made.exit_code == 0 and "[text/term-unused]" in made.stderr


# -- what cannot be switched off --------------------------------------------------------------------------------------


def test_no_setting_switches_off_an_error_of_the_language(folder: Path) -> None:
    (folder / "a.policy").write_text(SOURCE_TEXT.replace("kind:", "kindd:"), encoding="utf-8")
    made = run("check", settings(folder, ALL))
    assert (
        made.exit_code == 1
        and "[model/unknown-field]" in made.stdout
        and last(made).startswith("1 ファイルを検査: エラー ")
    )


@pytest.mark.parametrize("more", ["", 'config/*: off\n  "config/all-*": off\n', "baseline/gone: off\n"])
def test_no_setting_silences_what_is_said_of_settings(folder: Path, more: str) -> None:
    settings(folder, f'severity:\n  "*": off\n  {more}')
    assert "config/all-off" in {d["code"] for d in as_json("check", folder)["diagnostics"]}


# -- rows that do nothing ---------------------------------------------------------------------------------------------


def config_codes(folder: Path, *more: str) -> list[str]:
    rows = as_json("check", folder, *more)["diagnostics"]
    return [f"{d['line']} {d['code']}" for d in rows if d["code"].startswith("config/")]


def test_a_row_that_switches_nothing_off_is_told_where_all_was_looked_for(folder: Path) -> None:
    settings(folder, f"severity:\n  {PUBLISHED}: off\n  appi/28-1-foreign-consent: off\n  appi/28-*: error\n")
    assert config_codes(folder) == ["3 config/idle"]
    # Not where something was not looked for, or not everything.
    for more in (["--no-law"], ["--wording", "off"], ["--no-config"]):
        assert config_codes(folder, *more) == []
    assert config_codes(folder / "a.policy") == []
    below = folder / "below"
    below.mkdir()
    (folder / "a.policy").rename(below / "a.policy")
    assert config_codes(below, "--root", str(folder)) == [] and config_codes(folder) == ["3 config/idle"]


def test_a_row_that_sets_what_a_finding_has_by_itself_is_told(folder: Path) -> None:
    level = kinds()["text/term-unused"].severity
    assert config_codes(settings(folder, f"severity: {{text/term-unused: {level}}}\n")) == ["1 config/idle"]
    # It keeps the finding as it is from a pattern: then it does something.
    assert config_codes(settings(folder, f"severity: {{text/term-unused: {level}, '*': note}}\n")) == []


def test_a_row_in_the_shadow_of_others_is_told_once(folder: Path) -> None:
    settings(folder, "severity:\n  appi/*: note\n  appi*: off\n  'text/*': off\n")
    assert config_codes(folder) == ["3 config/shadowed"]
    made = as_json("check", folder)
    assert [r.get("pattern") for r in made["suppressed"]] == ["text/*", None]
    assert [r["pattern"] for r in made["weakened"]] == ["appi/*"]


@pytest.mark.parametrize("rows", ['"*": off', '"*/*": off', '"?*": off'])
def test_rows_that_leave_nothing_of_the_law_are_told(folder: Path, rows: str) -> None:
    assert "1 config/all-off" in config_codes(settings(folder, f"severity: {{{rows}}}\n"))


def test_rows_that_leave_nothing_of_the_law_between_them_are_told(folder: Path) -> None:
    from policyc import law

    owners = sorted({rule.id.partition("/")[0] for rule in law.every_rule()})
    each = [f'  "{owner}/*": off\n' for owner in owners]
    assert any("config/all-off" in one for one in config_codes(settings(folder, "severity:\n" + "".join(each))))
    assert not any("config/all-off" in one for one in config_codes(settings(folder, "severity:\n" + "".join(each[1:]))))


def test_more_patterns_than_are_held_against_every_code(folder: Path) -> None:
    rows = "".join(f"  'appi/{n:03}*': off\n" for n in range(101))
    settings(folder, f"severity:\n{rows}  {PUBLISHED}: off\n")
    told_ = config_codes(folder)
    assert told_.count("102 config/too-many-patterns") == 1 and len(told_) == 101
    # Codes themselves are no patterns.
    assert codes(as_json("check", folder)["suppressed"][0]) == {PUBLISHED: 1}


# -- without settings -------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("command", ["check", "audit"])
@pytest.mark.parametrize("text", [ALL, "no: such\n", "a: &x [*x]\n", "as-of: 1999-01-01\nwording: {profile: off}\n"])
def test_without_settings_all_is_as_if_there_were_none(folder: Path, command: str, text: str) -> None:
    forms = ["text", "json", "sarif", "github" if command == "check" else "md"]
    before = [run(command, folder, "--format", form) for form in forms]
    settings(folder, text)
    after = [run(command, folder, "--no-config", "--format", form) for form in forms]
    assert [(a.exit_code, a.stdout, a.stderr) for a in after] == [(b.exit_code, b.stdout, b.stderr) for b in before]
    assert any(run(command, folder, "--format", form).stdout != b.stdout for form, b in zip(forms, before, strict=True))


@pytest.mark.parametrize("command", ["check", "audit"])
def test_without_settings_a_file_that_cannot_be_read_is_no_matter(folder: Path, command: str) -> None:
    os.mkfifo(folder / NAME)
    assert run(command, folder).exit_code == 2
    assert run(command, folder, "--no-config").exit_code == 1


def test_without_settings_nothing_else_changes(folder: Path) -> None:
    run("check", folder, "--write-baseline", "known.json")
    settings(folder, "baseline: b.json\n" + ALL)
    made = as_json("check", folder, "--no-config", "--baseline", "known.json")
    assert [r["by"] for r in made["suppressed"]] == ["source", "baseline"]
    settings(folder, "severity: {wording/*: off}\n")
    assert run("check", folder, "--diff").stdout == ""
    assert "+article" in run("check", folder, "--diff", "--no-config").stdout


def test_the_api_can_leave_the_settings_alone(folder: Path) -> None:
    settings(folder, ALL)
    assert [d.code for d in api.check(folder / "a.policy")] == ["config/all-off"]
    assert PUBLISHED in {d.code for d in api.check(folder / "a.policy", no_config=True)}


# -- how it is said ---------------------------------------------------------------------------------------------------


def test_a_long_list_of_codes_is_cut_and_counted() -> None:
    tally = Tally()
    source = Source("x\x1b.yaml", "a: off\n")
    from policyc.acceptance import Weight

    row = Weight("a\x1b*", "off", Span(source, 0, 1))
    for n in range(25):
        one = Kind(f"appi/{n:02}", "warning", "", "").at(Span(source, 0, 1))
        tally.add([Suppressed(one, SETTINGS, row.at, row)] * 2, str, "")
    [ja], [en] = told.lines(tally, "ja"), told.lines(tally, "en")
    assert ja.endswith("appi/19 2、ほか 5 種 10 件）") and "警告 50 件" in ja
    assert en.endswith("appi/19 2, 10 more of 5 codes)") and "50 warnings" in en
    assert "\x1b" not in ja + en and "x\\u001b.yaml:1" in ja
    assert [tally.count(by) for by in (SETTINGS, SOURCE, BASELINE)] == [50, 0, 0]


def test_a_day_of_the_settings_that_leaves_the_law_out_is_told(folder: Path) -> None:
    """A day before a rule was in force puts it to no document: that is said, and that nothing is wrong is not."""
    (folder / NAME).write_text("as-of: 1900-01-01\n", encoding="utf-8")
    said = run("check", folder).stdout
    assert "1900-01-01 の法令による。規則 " in said and "問題はありません" not in said
    (folder / NAME).write_text("{}\n", encoding="utf-8")
    assert "の法令による" not in run("check", folder).stdout
