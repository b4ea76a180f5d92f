"""`policyc rules`, the coverage of the statutes, and the reference page of each rule."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from conftest import ROOT
from policyc import law
from policyc.audit import rule_list, rule_page, statutes
from policyc.audit.findings import kind
from policyc.audit.message import message
from policyc.cli import group
from policyc.cli import rules as command
from policyc.law import freeze
from policyc.law.freeze_articles import provisions as frozen_provisions
from policyc.law.provisions import Provision, cited, example, provisions, written
from policyc.law.schema import ArticleFile, RuleEntry
from policyc.vocab.schema import LOADER

ARTICLES = ROOT / "src" / "policyc" / "law" / "articles.yaml"


def run(*arguments: str, code: int = 0) -> Result:
    result = CliRunner().invoke(group, ["rules", *arguments])
    assert result.exit_code == code, result.output
    return result


def listed(*arguments: str) -> list[str]:
    rows = json.loads(run(*arguments, "--format", "json").output)["rules"]
    return [row["rule"] for row in rows]


# -- the list ---------------------------------------------------------------------------------------------------------


def test_all_rules_in_the_order_of_the_statutes() -> None:
    codes = listed()
    assert len(codes) == law.COUNT == len(set(codes))
    by_code = {rule.id: rule for rule in law.every_rule()}
    order = list(law.STATUTES)
    ranks = [order.index(by_code[code].statute) for code in codes]
    assert ranks == sorted(ranks)
    # 第27条 before 第28条, its second paragraph before its fifth.
    at = {code: number for number, code in enumerate(codes)}
    assert at["appi/27-1-consent-basis"] < at["appi/27-2-1-name"] < at["appi/27-5-3-joint-items"]
    assert at["appi/27-6-joint-change"] < at["appi/28-1-foreign-consent"] < at["appi/41-9-pseudonymized-exempt"]


@pytest.mark.parametrize(
    ("arguments", "every"),
    [
        (("--statute", "tokusho-rule"), lambda r: r.statute == "tokusho-rule"),
        (("--document", "payment-notice"), lambda r: "payment-notice" in r.documents),
        (("--severity", "error"), lambda r: kind(r).severity == "error"),
        (("--state", "coming"), lambda r: r.state(law.NEWEST) == "coming"),
        (("--state", "unanswerable"), lambda r: r.state(law.NEWEST) == "unanswerable"),
        (("--state", "in-force"), lambda r: r.state(law.NEWEST) in ("in-force", "unanswerable")),
        (("appi/27-5-*",), lambda r: r.id.startswith("appi/27-5-")),
        (("appi/27-5-3-joint-items",), lambda r: r.id.startswith("appi/27-5-3-joint-items")),
        (("27.5.3", "--severity", "error"), lambda r: "27.5.3" in r.reference and kind(r).severity == "error"),
    ],
)
def test_filters_choose_just_what_they_say(arguments: tuple[str, ...], every: Any) -> None:
    chosen = set(listed(*arguments))
    assert chosen == {rule.id for rule in law.every_rule() if every(rule)}
    assert 0 < len(chosen) < law.COUNT


def test_words_are_looked_for_in_titles_citations_and_what_must_be_stated() -> None:
    assert "appi/27-5-3-joint-scope" in listed("共同利用")
    assert "appi/27-5-3-joint-scope" in listed("JOINT USE")
    assert set(listed("第27条第5項第3号")) >= {"appi/27-5-3-joint-fact", "appi/27-5-3-joint-purpose"}
    assert listed("本人がどの事業者まで利用されるか") == ["appi/27-5-3-joint-scope", "appi/27-5-3-joint-scope-clear"]
    assert listed("この言葉はどこにもない") == []


def test_the_day_decides_the_state() -> None:
    assert "appi/r8-child" in listed("--state", "coming")
    assert "appi/r8-child" not in listed("--state", "coming", "--as-of", "2028-07-16")
    # Before the articles had these numbers, the rules were not in force.
    assert "appi/27-5-3-joint-items" in listed("--state", "coming", "--as-of", "2021-01-01")
    for rule in law.every_rule():
        assert rule.state(law.NEWEST) in law.STATES


def test_states_of_a_rule_with_an_end() -> None:
    rule = next(law.every_rule())._replace(start="2020-04-01", until="2025-04-01", unanswerable=("", ""))
    days = ("2020-03-31", "2020-04-01", "2025-03-31", "2025-04-01")
    assert [rule.state(day) for day in days] == ["coming", "in-force", "in-force", "over"]


def test_the_formats_tell_the_same_rules() -> None:
    codes = listed("--statute", "telecom-rule")
    text = run("--statute", "telecom-rule").output
    table = run("--statute", "telecom-rule", "--format", "md", "--lang", "en").output
    assert [line.split()[0] for line in text.splitlines() if line.startswith("  ")] == codes
    assert re.findall(r"^\| `([^`]+)`", table, re.MULTILINE) == codes
    assert f"{len(codes)} 件" in text and "policyc explain" in text
    assert "[文面では不明]" in text


def test_json_holds_all_that_is_known_of_a_rule() -> None:
    body = json.loads(run("appi/27-5-3-joint-items", "--format", "json").output)
    assert body["format"] == "policyc-rules-1" and body["as_of"] == law.NEWEST
    row = next(row for row in body["rules"] if row["rule"] == "appi/27-5-3-joint-items")
    assert row["law"]["citation"] == "個人情報保護法第27条第5項第3号"
    assert row["force"]["from"] == "2022-04-01"
    assert row["examples"]["bad"] in example(row["rule"])
    assert row["severity"] == "error" and row["state"] == "in-force" and row["verified"] is True


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("--statute", "tokuso"), "tokusho"),
        (("--document", "privacy-notise"), "privacy-notice"),
        (("--coverage", "--severity", "error"), "--statute"),
        (("--coverage", "joint"), "--statute"),
    ],
)
def test_wrong_use_ends_with_2_and_says_what_is_meant(arguments: tuple[str, ...], said: str) -> None:
    for lang in ("ja", "en"):
        assert said in run(*arguments, "--lang", lang, code=2).output


def test_the_command_knows_the_states() -> None:
    assert command._STATES == law.STATES


# -- coverage ---------------------------------------------------------------------------------------------------------


def every_entry() -> list[RuleEntry]:
    return [rule for folder in freeze.folders() for _, file in freeze.files(folder) for rule in file.rules]


def structure() -> Any:
    return yaml.load(ARTICLES.read_text(encoding="utf-8"), LOADER)


def faults(changed: Any) -> list[str]:
    return frozen_provisions(ArticleFile.model_validate(changed), every_entry())[1]


def test_every_rule_stands_somewhere_and_every_provision_has_a_rule_or_a_reason() -> None:
    assert faults(structure()) == []
    found = {rule.id for row in provisions() for rule in row.rules}
    assert found == {rule.id for rule in law.every_rule()}
    for row in provisions():
        if row.whole:
            assert bool(row.rules) != all(row.reason), row.reference
        else:
            assert row.reason == ("", ""), row.reference


def _one_item_more(body: Any) -> None:
    body["statutes"]["tokusho"]["11"]["items"] = 7


def _one_item_less(body: Any) -> None:
    body["statutes"]["appi-order"]["10"]["items"] = 2


def _no_article(body: Any) -> None:
    del body["statutes"]["appi"]["22"]


def _no_reason(body: Any) -> None:
    del body["statutes"]["appi"]["27"]["without"]["4"]


def _reason_beside_a_rule(body: Any) -> None:
    body["statutes"]["appi"]["27"]["without"]["6"] = "handling"


def _unknown_reason(body: Any) -> None:
    body["statutes"]["appi"]["19"]["without"]["all"] = "because"


def _unknown_rule(body: Any) -> None:
    body["statutes"]["appi"]["23"]["also"]["all"] = ["appi/32-1-4-nothing"]


def _left_to_nothing(body: Any) -> None:
    body["statutes"]["appi"]["28"]["without"]["2"] = "delegated appi-rule:99.2"


def _no_such_place(body: Any) -> None:
    body["statutes"]["appi"]["20"]["without"]["3"] = "handling"


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_one_item_more, "tokusho:11: 7 has no rule"),
        (_one_item_less, "appi/32-1-4-certified-org stands nowhere"),
        (_no_article, "appi/22-accuracy stands nowhere"),
        (_no_reason, "appi:27: 4 has no rule"),
        (_reason_beside_a_rule, "appi:27: 6 has a rule, and a reason why not"),
        (_unknown_reason, "no reason 'because'"),
        (_unknown_rule, "no rule appi/32-1-4-nothing"),
        (_left_to_nothing, "left to appi-rule:99.2"),
        (_no_such_place, "it has no 3"),
    ],
)
def test_faults_of_the_structure_are_told(change: Any, said: str) -> None:
    body = structure()
    change(body)
    assert any(said in one for one in faults(body)), faults(body)


def row(reference: str) -> Provision:
    (found,) = (one for one in provisions() if one.reference == reference)
    return found


def test_what_the_coverage_says_of_some_provisions() -> None:
    assert [rule.id for rule in row("appi:27.2.3").rules] == ["appi/27-2-3-items"]
    assert len(row("appi:27.5.3").rules) == 7
    # A rule that cites a second paragraph answers that as well.
    assert [rule.id for rule in row("appi:34.1").rules] == ["appi/32-1-3-correction"]
    assert row("appi:27.2.8").see == "appi-rule:11.4"
    assert row("appi:19").reason[1].startswith("A duty or ban in handling")
    assert row("appi:59").reason[1].startswith("Touches on publication")
    assert not row("mynumber:19.17").read and row("tokusho-rule:23.10").read


def test_citations_in_the_structure_are_those_of_the_rules() -> None:
    """A rule's own citation begins as its reference is written, but for those that cite several articles."""
    others = {"appi:16", "appi:33.3", "appi:35.5", "telecom-rule:22-2-28.3", "mynumber:19", "appi-r8:?"}
    for rule in law.every_rule():
        if rule.statute not in ("appi-gl", "mynumber-gl") and rule.reference not in others:
            short = law.statute(rule.statute).short
            assert rule.citation.startswith(cited(rule.reference)), rule.id
            assert cited(rule.reference).startswith(short)


@pytest.mark.parametrize(
    ("place", "said"),
    [
        (("appi", "27", "5", "3"), "第27条第5項第3号"),
        (("telecom", "27-12", "", "2"), "第27条の12第2号"),
        (("telecom-rule", "22-2-31"), "第22条の2の31"),
        (("appi", "27", "1", "1-7"), "第27条第1項第1号から第7号まで"),
        (("tokusho", "11", "", "proviso"), "第11条ただし書"),
        (("appi-r8", "suppl.1"), "附則第1条"),
        (("appi-gl", "3-6-3"), "3-6-3"),
    ],
)
def test_how_provisions_are_written(place: tuple[str, ...], said: str) -> None:
    assert written(*place) == said


def test_the_figures_of_a_statute() -> None:
    rows = list(provisions("appi"))
    made = statutes.count(rows, "en")
    assert made.answered + sum(made.others.values()) == sum(row.whole for row in rows)
    body = json.loads(run("--coverage", "--format", "json", "--statute", "appi").output)
    (one,) = body["statutes"]
    assert (one["with_rules"], one["parts"]) == (made.answered, sum(row.whole for row in rows))
    assert one["of_these_a_text_cannot_tell"] == made.untold > 0
    assert f"{made.answered}（うち" in run("--coverage", "--statute", "appi").output


def test_the_coverage_names_every_rule_and_reason_in_every_format() -> None:
    for format_ in ("text", "md", "json"):
        shown = run("--coverage", "--format", format_).output
        assert all(rule.id in shown for rule in law.every_rule())
        assert "第27条第2項第8号" in shown
    english = run("--coverage", "--lang", "en").output
    assert "Left to an order or rule" in english and "number of items not verified" in english
    # Items of which the same is said are one line.
    assert "第20条第2項第1号から第8号まで" in english


# -- the reference ----------------------------------------------------------------------------------------------------


def test_every_rule_has_its_place_in_the_reference() -> None:
    """Anchor, citation, message, hint, severity, and both examples where the rule has them."""
    index = (ROOT / "docs" / "reference" / "rules.md").read_text(encoding="utf-8")
    for key in law.STATUTES:
        page = (ROOT / "docs" / "reference" / "rules" / f"{key}.md").read_text(encoding="utf-8")
        mine = [rule for rule in law.every_rule() if rule.statute == key]
        assert len(re.findall(r"^## `", page, re.MULTILINE)) == len(mine)
        for rule in mine:
            anchor = rule.id.replace("/", "-")
            assert f"rules/{key}.md#{anchor})" in index
            section = page.split(f'<a id="{anchor}"></a>')[1].split("<a id=")[0]
            assert rule.cites in section and kind(rule).severity in section
            assert rule_page.reference(rule) in section
            good, bad = example(rule.id)
            assert bool(good) == bool(bad) == bool(rule.require or rule.forbid)
            assert good.rstrip() in section and bad.rstrip() in section
            if not rule.verified:
                assert "未確認" in section


def test_explain_and_the_reference_share_what_they_tell() -> None:
    rule = next(rule for rule in law.every_rule() if rule.id == "appi/27-5-3-joint-items")
    text, marked = rule_page.page(rule, "ja"), rule_page.markdown(rule, "ja")
    for said in (message(rule, "ja"), rule.cites, rule.guideline, rule.severity_note, *rule.states):
        assert said in text and said in marked.replace("\\", "")
    good, _ = example(rule.id)
    assert f"```policy\n{good.rstrip()}\n```" in marked
    assert "良い例:" in text and "joint-use {" in text


def test_the_examples_of_the_pages_are_those_that_run_as_tests() -> None:
    for folder in freeze.folders():
        for _, file in freeze.files(folder):
            for entry in file.rules:
                if entry.good:
                    wholes = freeze.example(file, entry)
                    for body, whole in zip(example(entry.id), wholes, strict=True):
                        lines = [line.strip() for line in body.splitlines() if line.strip()]
                        assert [line for line in lines if line not in whole] == []


def test_choosing_nothing_is_all() -> None:
    assert [rule.id for rule in rule_list.chosen(rule_list.Choice(law.NEWEST))] == listed()
