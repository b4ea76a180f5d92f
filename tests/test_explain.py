"""From any node of any artefact to the sentence, the line, the vocabulary and the article; and from a sentence to all."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from conftest import HEAD, POLICIES, check_files, dmm_files
from policyc.cli import group
from policyc.explain import Node, nodes, saying
from policyc.pipeline import Output, emit

SEED = str(POLICIES / "dmm-privacy.policy")


@cache
def output() -> Output:
    return next(iter(emit(check_files(dmm_files()))))


@cache
def every() -> tuple[Node, ...]:
    return tuple(nodes(output()))


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["explain", *arguments])


def test_every_node_of_the_graph_leads_to_a_fact() -> None:
    document = json.loads(output().files["policy.jsonld"])
    base = output().document.policy.iri.partition("#")[0] + "#"
    mine = [node["id"] for node in document["@graph"] if node["id"].startswith(base)]
    found = {place.where for node in every() for place in node.places if place.file == "policy.jsonld"}
    # Parts and clauses that state nothing themselves, and what is said of the document as a whole, are no facts.
    beside = {id_.removeprefix(base) for id_ in mine if id_ not in found}
    clauses = {place.id for place in output().document.policy.places}
    assert beside - clauses == {"dmm-privacy/rules", "dmm-privacy/data", "version:2023-07-26"}
    assert len(found) > 75


def test_every_member_of_the_machine_policy_leads_to_a_fact() -> None:
    document = json.loads(output().files["policy.p3p.json"])
    found = {place.where for node in every() for place in node.places if place.file == "policy.p3p.json"}
    for number in range(len(document["p3p"]["statements"])):
        assert f"/p3p/statements/{number}" in found
    for key, rows in document.items():
        if isinstance(rows, list) and key != "places":
            for number in range(len(rows)):
                assert f"/{key}/{number}" in found, f"/{key}/{number}"
    for where in found:
        value = document
        for step in where.strip("/").split("/"):
            value = value[int(step)] if isinstance(value, list) else value[step.replace("~1", "/").replace("~0", "~")]
        assert value


def test_every_anchor_of_a_sentence_with_facts_leads_to_one() -> None:
    page = output().files["policy.ja.html"]
    anchors = {place.where for node in every() for place in node.places if place.file == "policy.ja.html"}
    assert len(anchors) > 30
    for anchor in anchors:
        assert f'id="{anchor.removeprefix("#")}"' in page


@pytest.mark.parametrize(
    ("name", "id_"),
    [
        ("joint-use", "joint-use"),
        ("https://terms.dmm.co.jp/privacy/#joint-use/users", "joint-use"),
        ("/jointUses/0", "joint-use"),
        ("#joint-use.1", "joint-use"),
        ("requests.accepts/disclosure", "requests.accepts/disclosure"),
    ],
)
def test_a_node_by_any_of_its_names(name: str, id_: str) -> None:
    assert id_ in [node.id for node in every() if node.is_called(name)]
    shown = run(f"{SEED}#{name}")
    assert shown.exit_code == 0, shown.output
    assert re.search(rf"^{re.escape(id_)}  \[", shown.output, re.MULTILINE)


def test_a_practice_has_its_article_and_how_well_targets_say_it() -> None:
    shown = run(f"{SEED}#joint-use").output
    assert "条文: 第27条第5項第3号" in shown
    assert "DPV (broader): dpv:Share jp-appi:JointUse" in shown
    assert "p3p (none): responsible" in shown
    assert "dmm-privacy.policy:113" in shown


def test_from_a_sentence_to_all_its_nodes() -> None:
    ((said, behind),) = saying(output(), "委託する場合")
    assert said.anchor == "entrustment.1"
    assert {node.id for node in behind} == {"entrustment", "processors", "foreign-third-parties"}
    shown = run(SEED, "--sentence", "委託する場合").output
    assert "policy.p3p.json /entrustments/0" in shown and "#entrustment.1" in shown
    assert run(SEED, "--sentence", "このページにない言葉").exit_code == 2
    assert saying(output(), "") == []


def test_a_term_of_the_vocabulary() -> None:
    own = run("jp-appi:JointUse", "--lang", "en").output
    assert "https://example.org/ns/jp-appi#JointUse" in own and "article: 第27条第5項第3号" in own
    assert "商品の配送" in run("dpv:DeliveryOfGoods").output
    missing = run("jp-appi:JoinUse")
    assert missing.exit_code == 2 and "jp-appi:JointUse" in missing.output


@pytest.mark.parametrize(
    ("what", "code", "said"),
    [
        ("transmission-opt-out", 0, "外部送信のオプトアウト"),
        ("外部送信の同意", 0, "bases/transmission-consent"),
        ("第三者提供", 0, "purposes/third-party-provision"),
        ("越境の移転", 2, "policyc rules 越境の移転"),
        ("appi/27-5-3", 2, "policyc rules 'appi/27-5-3*'"),
        ("appi/99", 2, "という診断はありません。\n"),
        ("absent.policy", 2, "読めません"),
    ],
)
def test_words_of_the_vocabulary_and_what_to_try_instead(what: str, code: int, said: str) -> None:
    result = run(what, "--lang", "ja")
    assert result.exit_code == code, result.output
    assert said in result.output


def test_the_examples_of_a_rule_have_the_keywords_of_the_language() -> None:
    shown = run("appi/27-2-4-acquisition", "--lang", "ja").output
    assert "  取得方法:" in shown and "{取得方法}" in shown and "acquisition" not in shown.partition("良い例")[2]
    shown = run("appi/27-2-4-acquisition", "--lang", "en").output
    assert "  acquisition:" in shown and "取得方法" not in shown
    # Of a rule whose examples are whole documents.
    shown = run("appi/32-1-1-controller-representative", "--lang", "ja").output
    assert '文書 notice "文書" {' in shown and "事業者の名称 { 対象: mihon }" in shown


def test_a_folder_is_all_its_documents(tmp_path: Path) -> None:
    for name in ("a", "b"):
        text = (
            HEAD.replace("document notice", f"document {name}")
            + f'entrustment text-{name} "委託" {{ text: "委託します。" }}\n}}\n'
        )
        (tmp_path / f"{name}.policy").write_text(text, encoding="utf-8")
    assert run(f"{tmp_path}#text-b").exit_code == 0
    assert {"text-a", "text-b"} <= {line.split()[0] for line in run(str(tmp_path)).output.splitlines() if line.strip()}
    (tmp_path / "a.policy").write_text("document", encoding="utf-8")
    made = run(str(tmp_path))
    assert made.exit_code == 1 and "[model/missing-field]" in made.stderr


def test_a_file_without_a_document_has_nothing_to_explain(tmp_path: Path) -> None:
    path = tmp_path / "shared.policy"
    path.write_text('organization mihon "株式会社みほん" { called: "当社" }\n', encoding="utf-8")
    made = run(str(path))
    assert made.exit_code == 2 and "文書がありません" in made.stderr
