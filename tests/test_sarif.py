"""SARIF 2.1.0: valid for the schema and for a validator of another maker, and true: places, prints, kinds, suppressions."""

from __future__ import annotations

import copy
import json
import os
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Any
from urllib.parse import unquote

import jsonschema
import pytest
from click.testing import CliRunner

from conftest import HEAD, POLICIES, ROOT, check_files, check_text
from policyc import law, sarif
from policyc.audit import audit
from policyc.audit.findings import kind
from policyc.cli import group
from policyc.diagnostics import ERROR, WARNING, Diagnostic, Fix, Kind, Label
from policyc.diagnostics.catalogue import pages
from policyc.sarif import answers
from policyc.sarif.rules import plain
from policyc.source import Source, Span

Log = dict[str, Any]
KIND = Kind("model/sample", ERROR, "「{found}」は見本です", "`{found}` is a sample", "直してください。", "Mend it.")
LAW = tuple(sorted(str(p) for p in (ROOT / "tests" / "law").glob("*.policy")))
# A notice that lacks much.
BARE = HEAD + '  joint-use "共同利用" { items: name }\n}\n'


@cache
def run(*arguments: str) -> Log:
    """The log of a command."""
    result = CliRunner().invoke(group, [*arguments, "--format", "sarif"])
    assert result.exit_code in (0, 1), result.output
    log: Log = json.loads(result.stdout_bytes)
    return log


def the_run(log: Log) -> Any:
    (one,) = log["runs"]
    return one


def found(body: str, part: str, *labels: Label, path: str = "a.policy", fix: Fix | None = None) -> Diagnostic:
    """A finding at the first place of `part` in a source."""
    at = body.index(part)
    return KIND.at(Span(Source(path, body), at, at + len(part)), *labels, fix=fix, found=part)


def made(*listed: Diagnostic, lang: str = "ja", compared: bool = False) -> Any:
    sources = {one.span.source.path: one.span.source for one in listed}
    text = sarif.check([(d, str) for d in listed], [(s, str) for s in sources.values()], {}, lang, compared)
    return the_run(json.loads(text))


def logs(tmp_path: Path) -> dict[str, Log]:
    """Logs of all sorts: of real files, of every broken source, of an audit, and of findings with all that they may have."""
    (tmp_path / "bare.policy").write_text(BARE, encoding="utf-8")
    body = "見出し「例」\n二行目\n"
    label = Label(Span(Source("別 の/あ.policy", "い\n"), 0, 1), "ここ", "here")
    mended = found(body, "例", label, fix=Fix(Span(Source("a.policy", body), 4, 5), "", True))
    everything = [
        mended._replace(accepted="顧問と確認した。"),
        found(body, "二行目", path="別 の/あ.policy")._replace(known=True),
        found(body, "見", path="/abs/い.policy"),
    ]
    row = sarif.Setting("*: off", Span(Source("policyc.yaml", "severity: {'*': off}\n"), 11, 14))
    off = [(found(body, "例"), row, str)]
    text = sarif.check([(d, str) for d in everything], [(d.span.source, str) for d in everything], {}, "en", off=off)
    return {
        "check": run("check", str(POLICIES), *LAW),
        "check-en": run("check", str(POLICIES), "--lang", "en"),
        "broken": run("check", str(ROOT / "tests" / "broken")),
        "audit": run("audit", str(tmp_path / "bare.policy"), LAW[0]),
        "audit-en": run("audit", str(POLICIES / "dmm-privacy.policy"), "--lang", "en"),
        "nothing": json.loads(sarif.check([], [], {}, "ja")),
        "everything": json.loads(text),
    }


# -- valid ------------------------------------------------------------------------------------------------------------


def validated(multitool: Path, log: Log, folder: Path) -> list[tuple[str, str, str]]:
    """What the validator says of a log: rule, level, words. Its rules on what GitHub takes are among them."""
    source, said = folder / "log.sarif", folder / "said.sarif"
    source.write_text(json.dumps(log, ensure_ascii=False), encoding="utf-8")
    said.unlink(missing_ok=True)
    command = [str(multitool), "validate", str(source), "--rule-kind", "Sarif;Gh;Ghas", "-o", str(said)]
    # .NET needs a library for other cultures, which a small machine lacks.
    env = {**os.environ, "DOTNET_SYSTEM_GLOBALIZATION_INVARIANT": "1"}
    ended = subprocess.run(command, cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8")
    assert said.exists(), ended.stdout + ended.stderr
    results = json.loads(said.read_text(encoding="utf-8-sig"))["runs"][0]["results"]
    return [(r["ruleId"], r.get("level", "warning"), json.dumps(r["message"])) for r in results]


def test_the_logs_are_valid_by_the_schema(multitool: Path, tmp_path: Path) -> None:
    schema = json.loads((multitool.parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
    validator = jsonschema.validators.validator_for(schema)(schema)
    for name, log in logs(tmp_path).items():
        assert [f"{name} {e.json_path} {e.message[:200]}" for e in validator.iter_errors(log)] == []
    # It would notice.
    broken = copy.deepcopy(run("check", str(POLICIES)))
    broken["runs"][0]["results"][0]["level"] = "grave"
    assert list(validator.iter_errors(broken))


# The program has no address of its own yet, and none is made up.
NO_ADDRESS = {"SARIF2005"}


@pytest.mark.slow
def test_the_logs_are_valid_for_a_validator_of_another_maker(multitool: Path, tmp_path: Path) -> None:
    for name, log in logs(tmp_path).items():
        said = [row for row in validated(multitool, log, tmp_path) if row[1] != "note" and row[0] not in NO_ADDRESS]
        assert said == [], name


def _wrong_rule(log: Log) -> None:
    log["runs"][0]["results"][0]["ruleIndex"] = 999


def _another_rule(log: Log) -> None:
    one = log["runs"][0]["results"][0]
    one["ruleIndex"] = (one["ruleIndex"] + 1) % len(log["runs"][0]["tool"]["driver"]["rules"])


def _another_article(log: Log) -> None:
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    rule = next(rule for rule in rules if rule.get("relationships"))
    rule["relationships"][0]["target"]["id"] = "appi:1"


def _wrong_file(log: Log) -> None:
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["index"] = 999


def _space_in_address(log: Log) -> None:
    log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "a b|c.policy"


def _backwards(log: Log) -> None:
    region = log["runs"][0]["results"][0]["locations"][0]["physicalLocation"]["region"]
    region["endLine"] = region["startLine"]
    region["endColumn"] = region["startColumn"] - 1


@pytest.mark.slow
@pytest.mark.parametrize("fault", [_wrong_rule, _wrong_file, _space_in_address, _backwards])
def test_the_validator_notices_faults(multitool: Path, tmp_path: Path, fault: Callable[[Log], None]) -> None:
    log = copy.deepcopy(run("check", str(POLICIES)))
    fault(log)
    assert [row for row in validated(multitool, log, tmp_path) if row[1] == "error"]


# -- indexes, places, words -------------------------------------------------------------------------------------------


def misled(log: Log) -> list[str]:
    """The indexes that lead to something else than the name beside them: a validator looks only whether they lead at all."""
    one = the_run(log)
    driver, files = one["tool"]["driver"], [artifact["location"]["uri"] for artifact in one["artifacts"]]
    wrong = []
    for result in one["results"]:
        if driver["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            wrong.append(f"rule {result['ruleId']}")
        for place in (*result["locations"], *result.get("relatedLocations", [])):
            file = place["physicalLocation"]["artifactLocation"]
            if "index" in file and files[file["index"]] != file["uri"]:
                wrong.append(f"file {file['uri']}")
    for rule in driver["rules"]:
        for relation in rule.get("relationships", []):
            target, named = relation["target"], relation["target"]["toolComponent"]
            component = one["taxonomies"][named["index"]]
            taxon = component["taxa"][target["index"]]["id"]
            if (component["name"], taxon, taxon) != (named["name"], target["id"], rule["properties"]["law"]):
                wrong.append(f"article {target['id']}")
    if [t["name"] for t in driver.get("supportedTaxonomies", [])] != [t["name"] for t in one.get("taxonomies", [])]:
        wrong.append("supportedTaxonomies")
    return wrong


def test_every_index_leads_to_what_it_names(tmp_path: Path) -> None:
    for name, log in logs(tmp_path).items():
        assert misled(log) == [], name


@pytest.mark.parametrize("fault", [_another_rule, _another_article])
def test_an_index_that_leads_to_something_else_is_noticed(fault: Callable[[Log], None]) -> None:
    log = copy.deepcopy(run("check", str(POLICIES)))
    fault(log)
    assert misled(log)


def test_every_place_is_where_the_words_are(tmp_path: Path) -> None:
    """Lines and columns, read back from the file as code points, enclose what the finding is about."""
    (tmp_path / "𠮷野.policy").write_text('# 𠮷\ndocument d "題" { kind: 𠮷野 }\n', encoding="utf-8")
    log = run("check", str(tmp_path))
    lines = (tmp_path / "𠮷野.policy").read_text(encoding="utf-8").split("\n")
    named = set()
    for result in the_run(log)["results"]:
        region = result["locations"][0]["physicalLocation"]["region"]
        if region["startLine"] == region["endLine"]:
            named.add(lines[region["startLine"] - 1][region["startColumn"] - 1 : region["endColumn"] - 1])
    assert "𠮷野" in named
    assert the_run(log)["columnKind"] == "unicodeCodePoints"


def test_files_are_relative_to_the_working_folder_and_percent_encoded(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "方針 #1"
    folder.mkdir()
    (folder / "個人情報.policy").write_text(BARE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    for argument in ("方針 #1", str(folder), "./方針 #1/個人情報.policy"):
        log = json.loads(CliRunner().invoke(group, ["check", argument, "--format", "sarif"]).stdout_bytes)
        files = [a["location"] for a in the_run(log)["artifacts"]]
        assert [(unquote(f["uri"]), f["uriBaseId"]) for f in files] == [("方針 #1/個人情報.policy", "SRCROOT")]
        assert files[0]["uri"].isascii()
        # Nothing tells where on this machine they lie.
        assert str(tmp_path) not in json.dumps(log)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    monkeypatch.chdir(elsewhere)
    log = json.loads(CliRunner().invoke(group, ["check", "../方針 #1", "--format", "sarif"]).stdout_bytes)
    assert the_run(log)["artifacts"][0]["location"] == {"uri": (folder / "個人情報.policy").as_uri()}


def test_rules_are_told_in_both_languages_and_all_occur() -> None:
    for lang, other in (("ja", "en"), ("en", "ja")):
        one = the_run(run("check", str(POLICIES), *LAW, "--lang", lang))
        rules = {rule["id"]: rule for rule in one["tool"]["driver"]["rules"]}
        assert set(rules) == {result["ruleId"] for result in one["results"]}
        assert list(rules) == sorted(rules)
        of_law = {rule.id: rule for rule in law.every_rule()}
        assert set(rules) & set(of_law) and set(rules) - set(of_law)
        for code, rule in rules.items():
            told = rule["properties"][other]
            assert all(rule[part]["text"] for part in ("shortDescription", "fullDescription", "help"))
            assert rule["help"]["markdown"]
            assert told["shortDescription"] and told["fullDescription"]
            assert told["fullDescription"] != rule["fullDescription"]["text"]
            assert rule["defaultConfiguration"]["level"] in ("error", "warning", "note")
            assert "helpUri" not in rule
            if code in of_law:
                assert rule["defaultConfiguration"]["level"] == kind(of_law[code]).severity
                title = of_law[code].title_ja if lang == "ja" else of_law[code].title_en
                assert rule["shortDescription"]["text"] == title
                assert of_law[code].reference in rule["help"]["text"]
            else:
                assert rule["help"]["markdown"] == pages()[code]


def test_articles_are_taxa_of_their_statutes() -> None:
    one = the_run(run("audit", str(POLICIES / "dmm-privacy.policy")))
    taxa = {taxon["id"]: taxon["shortDescription"]["text"] for part in one["taxonomies"] for taxon in part["taxa"]}
    assert taxa["appi:27.5.3"] == "個人情報保護法第27条第5項第3号"
    assert taxa["appi-order:10.2"] == "個人情報保護法施行令第10条第2号"
    assert taxa["appi:27.1.1-7"] == "個人情報保護法第27条第1項第1号から第7号まで"
    (appi,) = (part for part in one["taxonomies"] if part["name"] == "appi")
    assert appi["version"] == law.statute("appi").read
    assert appi["isComprehensive"] is False


def test_a_template_is_told_without_its_fields() -> None:
    assert plain("「{a}」に{{b}}は{c.d}ない") == "「…」に{b}は…ない"


def test_labels_and_fixes() -> None:
    body = "見出し「例」\n"
    source = Source("a.policy", body)
    label = Label(Span(source, 0, 2), "ここ", "here")
    (result,) = made(found(body, "例", label, fix=Fix(Span(source, 4, 5), "實例", True)))["results"]
    (related,) = result["relatedLocations"]
    assert related["id"] == 1 and related["message"] == {"text": "ここ"}
    assert related["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 1, "endLine": 1, "endColumn": 3}
    (fix,) = result["fixes"]
    assert fix["properties"] == {"safe": True}
    (change,) = fix["artifactChanges"]
    assert change["replacements"] == [
        {
            "deletedRegion": {"startLine": 1, "startColumn": 5, "endLine": 1, "endColumn": 6},
            "insertedContent": {"text": "實例"},
        }
    ]
    assert result["message"]["text"] == "「例」は見本です。\n直してください。"
    assert result["properties"]["en"]["message"] == "`例` is a sample.\nMend it."


# -- what happened to a finding before --------------------------------------------------------------------------------


def test_what_was_accepted_is_suppressed_with_its_reason() -> None:
    body = "一 二\n"
    plain_, accepted = found(body, "一"), found(body, "二")._replace(accepted="顧問と確認した。")
    first, second = made(plain_, accepted)["results"]
    assert first["suppressions"] == []
    assert second["suppressions"] == [{"kind": "inSource", "justification": "顧問と確認した。"}]
    # Where nothing is accepted, nothing is said: 3.27.23 wants all or none.
    assert all("suppressions" not in result for result in made(plain_)["results"])


def test_what_a_baseline_holds_is_unchanged_and_the_rest_new() -> None:
    body = "一 二\n"
    fresh, known = found(body, "一"), found(body, "二")._replace(known=True)
    assert [r["baselineState"] for r in made(fresh, known)["results"]] == ["new", "unchanged"]
    assert [r["baselineState"] for r in made(fresh, compared=True)["results"]] == ["new"]
    assert all("baselineState" not in r for r in made(fresh)["results"])


def prints(log: Log) -> list[tuple[str, str]]:
    return [(r["ruleId"], r["partialFingerprints"]["policycFinding/v1"]) for r in the_run(log)["results"]]


def test_prints_survive_moved_lines_and_tell_findings_apart(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    seen = []
    for before in ("", "# 一行\n\n", "# 三\n" * 30):
        path.write_text(before + BARE, encoding="utf-8")
        run.cache_clear()
        seen.append(prints(run("check", str(path))))
    assert seen[0] == seen[1] == seen[2]
    assert len(seen[0]) == len(set(seen[0])) > 3
    path.write_text(BARE.replace('"共同利用"', '"共同の利用"'), encoding="utf-8")
    run.cache_clear()
    assert set(prints(run("check", str(path)))) != set(seen[0])


def test_like_findings_have_prints_of_their_own() -> None:
    body = "例 例\n例 例\n"
    source = Source("a.policy", body)
    listed = [KIND.at(Span(source, at, at + 1), found="例") for at in (0, 2, 4, 6)]
    results = made(*listed)["results"]
    assert len({r["partialFingerprints"]["policycFinding/v1"] for r in results}) == 4


# -- the audit --------------------------------------------------------------------------------------------------------


def test_every_answer_has_its_kind_and_only_what_fails_a_level() -> None:
    assert set(answers.KINDS) == set(law.ANSWERS)
    checked = check_text(BARE)
    by_path = {source.path: source for source in checked.sources}
    one = audit(checked.documents[0], by_path)
    log = json.loads(sarif.audit([(one, str)], [(s, str) for s in checked.sources], "ja"))
    results = the_run(log)["results"]
    assert len(results) == len(one.rows)
    for row, result in zip(one.rows, results, strict=True):
        assert result["ruleId"] == row.rule.id
        assert result["properties"]["answer"] == row.answer.answer
        assert result["kind"] == answers.KINDS[row.answer.answer]
        # 3.27.10: a level says how grave a fault is, so what is none has none.
        assert result["level"] == (kind(row.rule, row.guessed).severity if result["kind"] == "fail" else "none")
        assert [r["message"]["text"] for r in result.get("relatedLocations", [])] == [
            e.text.strip() for e in row.evidence
        ]


@pytest.mark.parametrize(
    ("answer", "sort"),
    [
        (law.MISSING, "fail"),
        (law.CONTRARY, "fail"),
        (law.SATISFIED, "pass"),
        (law.ON_REQUEST, "informational"),
        (law.CARRIED, "open"),
        (law.UNANSWERABLE, "review"),
        (law.NONE, "notApplicable"),
        (law.COMING, "notApplicable"),
        (law.NOT_TRIGGERED, "notApplicable"),
    ],
)
def test_the_kinds_of_the_answers(answer: str, sort: str) -> None:
    assert answers.KINDS[answer] == sort


def test_the_audit_of_the_real_page() -> None:
    results = the_run(run("audit", str(POLICIES / "dmm-privacy.policy")))["results"]
    by_rule = {r["ruleId"]: r for r in results}
    satisfied = by_rule["appi/27-5-3-joint-scope"]
    assert (satisfied["kind"], satisfied["level"]) == ("pass", "none")
    assert any("合同会社EXNOA" in one["message"]["text"] for one in satisfied["relatedLocations"])
    # Another document was not looked at, so the rule is open, and its address is told.
    carried = by_rule["appi/28-2-1-country"]
    assert carried["kind"] == "open"
    assert "https://terms.dmm.co.jp/third_party_offer/" in carried["message"]["text"]
    assert {r["level"] for r in results if r["kind"] == "fail"} == {WARNING, "note"}
    assert len({r["kind"] for r in results}) >= 5


# A rule that asks for something only because of words is a warning, whatever its severity.
GUESSED = HEAD + 'article "仮名加工情報" { text: "当社は、仮名加工情報を作成します。" }\n}\n'


@pytest.mark.parametrize("settings", ["", "severity: {appi/22-accuracy: error, appi/40-complaints: off}\n"])
def test_an_answer_is_as_grave_as_the_finding_that_it_is(tmp_path: Path, settings: str) -> None:
    (tmp_path / "a.policy").write_text(GUESSED, encoding="utf-8")
    (tmp_path / "policyc.yaml").write_text(settings, encoding="utf-8")
    found, failed = (
        {r["ruleId"]: r["level"] for r in the_run(run(c, str(tmp_path)))["results"] if r.get("kind", "fail") == "fail"}
        for c in ("check", "audit")
    )
    assert failed["appi/41-4-pseudonymized-purpose"] == "warning"
    if settings:
        assert failed.pop("appi/40-complaints") == "none" and failed["appi/22-accuracy"] == "error"
    assert failed == {code: level for code, level in found.items() if code in failed}


def test_what_the_other_document_lacks_fails(tmp_path: Path) -> None:
    firm = 'organization mihon "株式会社みほん" { called: "当社" }\n'
    head = 'document %s "%s" { kind: %s; operator: mihon; subjects: customer; url: <https://mihon.example/%s/>\n'
    asks = 'external-transmission "外部送信" { delegates list [ご案内](https://mihon.example/sent/) }\n}\n'
    subject = 'subject customer "お客様" { is: customer }\n'
    other = head.replace("; subjects: customer", "") % ("sent", "ご案内", "general-policy", "sent")
    (tmp_path / "a.policy").write_text(
        firm + subject + head % ("own", "プライバシーポリシー", "privacy-notice", "own") + asks, encoding="utf-8"
    )
    (tmp_path / "b.policy").write_text(firm + other + 'article "時間" { text: "9時からです。" }\n}\n', encoding="utf-8")
    code = "telecom/27-12-2-recipient"
    for more, sort in (((), "open"), (("--with", str(tmp_path / "b.policy")), "fail")):
        results = {r["ruleId"]: r for r in the_run(run("audit", str(tmp_path / "a.policy"), *more))["results"]}
        assert (results[code]["kind"], results[code]["properties"]["answer"]) == (sort, "carried")
        assert (results[code]["level"] == "none") == (sort == "open")


def test_an_audit_of_what_has_errors_did_not_succeed(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(BARE, encoding="utf-8")
    path = tmp_path / "b.policy"
    path.write_text(BARE.replace("privacy-notice", "nosuch"), encoding="utf-8")
    made = CliRunner().invoke(group, ["audit", str(tmp_path), "--format", "sarif"])
    [invocation] = the_run(json.loads(made.stdout))["invocations"]
    assert invocation["executionSuccessful"] is False
    told = invocation["toolExecutionNotifications"]
    assert [one["message"]["text"].split()[0] for one in told] == ["[model/unknown-word]"] and made.exit_code == 1
    assert "b.policy：エラーがあるので、規則を当てはめていません" in made.stderr


# -- determinism and the command line ---------------------------------------------------------------------------------


def test_the_same_run_gives_the_same_bytes() -> None:
    texts = [
        CliRunner().invoke(group, ["audit", str(POLICIES / "dmm-privacy.policy"), "--format", "sarif"]).stdout_bytes
        for _ in range(2)
    ]
    assert texts[0] == texts[1]
    assert texts[0].endswith(b"}\n")
    assert b"\xe5\x80\x8b" in texts[0], "Japanese stands as itself"


def test_check_and_audit_are_runs_of_their_own() -> None:
    ids = [the_run(run(c, str(POLICIES)))["automationDetails"]["id"] for c in ("check", "audit")]
    assert ids == ["policyc-check/", "policyc-audit/"]


def test_exit_codes_are_those_of_other_formats(tmp_path: Path) -> None:
    bad = tmp_path / "bad.policy"
    bad.write_text(BARE.replace("items: name", "項木: name"), encoding="utf-8")
    for command in ("check", "audit"):
        result = CliRunner().invoke(group, [command, str(bad), "--format", "sarif"])
        assert result.exit_code == 1
        json.loads(result.stdout_bytes)


def test_a_finding_in_an_import_is_in_its_own_file() -> None:
    files = {
        "a.policy": 'import "b.policy"\n' + HEAD + "}\n",
        "b.policy": 'subject x "甲" { is: nanika }\n',
    }
    checked = check_files(files)
    text = sarif.check([(d, str) for d in checked.diagnostics], [(s, str) for s in checked.sources], pages(), "ja")
    uris = {
        r["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] for r in the_run(json.loads(text))["results"]
    }
    assert "b.policy" in uris
