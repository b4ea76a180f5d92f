"""The invented firm's documents and the sources to start from: without findings, and one text in three forms."""

from __future__ import annotations

import unicodedata
from functools import cache
from pathlib import Path

import pytest
from lxml import html as lxml_html

from conftest import POLICIES, ROOT, check_files
from policyc import pipeline
from policyc.cli.new import starters
from policyc.coverage import coverage
from policyc.model.document_kinds import KINDS
from policyc.pipeline import Checked, Output
from test_text_ja import shown

STARTERS = ROOT / "src" / "policyc" / "starters"
EXAMPLES = sorted(path.name for path in POLICIES.glob("mihon-*.policy") if path.name != "mihon-company.policy")


@cache
def example(name: str) -> Checked:
    files = {path.name: path.read_text(encoding="utf-8") for path in POLICIES.glob("*.policy")}
    return check_files(files, name)


@cache
def starter(kind: str) -> Checked:
    text = (STARTERS / f"{kind}.policy.txt").read_text(encoding="utf-8").replace("{{name}}", "d")
    return check_files({"d.policy": text})


def findings(checked: Checked) -> list[str]:
    return [f"{d.span.location()} {d.code} {d.message('ja')}" for d in checked.diagnostics]


def letters(text: str) -> str:
    """What all three forms have in common: letters and digits, without marks, links and white space."""
    return "".join(c for c in text if unicodedata.category(c)[0] in "LN" and c != "・")


def same_in_all_forms(output: Output) -> None:
    page = lxml_html.fromstring(output.files["policy.ja.html"])
    (text,) = page.iterfind(".//div[@id='-text']")
    html = letters(page.findtext(".//h1") or page.find(".//h1").text_content()) + letters(text.text_content())
    markdown = letters("".join(words for _, words in shown(output.files["policy.ja.md"])))
    assert html == letters(output.files["policy.ja.txt"]) == markdown


def test_there_is_an_example_of_every_kind() -> None:
    kinds = {document.policy.kind for name in EXAMPLES for document in example(name).documents}
    assert kinds == {choice.word for choice in KINDS.choices}


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_no_findings(name: str) -> None:
    assert findings(example(name)) == []


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_one_text_in_three_forms(name: str) -> None:
    (output,) = pipeline.emit(example(name))
    same_in_all_forms(output)


@pytest.mark.parametrize("name", ["mihon-privacy", "mihon-mynumber", "mihon-external-transmission", "mihon-commerce"])
def test_what_is_said_of_personal_data_and_of_labels_stands_on_facts(name: str) -> None:
    (document,) = example(f"{name}.policy").documents
    assert coverage(document).sentences.share >= 0.9


@pytest.mark.parametrize("name", EXAMPLES)
def test_only_a_privacy_notice_is_a_p3p_policy(name: str) -> None:
    (output,) = pipeline.emit(example(name))
    is_notice = output.document.policy.kind == "privacy-notice"
    assert ("policy.p3p.xml" in output.files) == ("policy.p3p.json" in output.files) == is_notice
    assert any(loss.target == "p3p" for loss in output.losses) == is_notice
    assert ("index.json" in output.files) == (output.document.policy.kind == "site-index")


def test_there_is_a_starter_of_every_kind() -> None:
    assert set(starters()) == {choice.word for choice in KINDS.choices}


@pytest.mark.parametrize("kind", starters())
def test_a_starter_has_no_findings_and_is_of_its_kind(kind: str) -> None:
    checked = starter(kind)
    assert findings(checked) == []
    (output,) = pipeline.emit(checked)
    assert output.document.policy.kind == kind
    same_in_all_forms(output)


def test_articles_are_referred_to_by_number() -> None:
    """The numbers of articles and paragraphs are computed: taking one out renumbers what refers to later ones."""
    source = (POLICIES / "mihon-terms.policy").read_text(encoding="utf-8")
    files = {path.name: path.read_text(encoding="utf-8") for path in POLICIES.glob("*.policy")}
    (before,) = pipeline.emit(example("mihon-terms.policy"))
    start = source.index("    article registered-matters")
    end = source.index("    article account")
    (after,) = pipeline.emit(
        check_files({**files, "mihon-terms.policy": source[:start] + source[end:]}, "mihon-terms.policy")
    )
    assert "第12条（利用の停止及び登録の取消し）\n\n当社は、利用者が第11条の規定その他" in before.files["policy.ja.txt"]
    assert "第11条（利用の停止及び登録の取消し）\n\n当社は、利用者が第10条の規定その他" in after.files["policy.ja.txt"]
    assert "第3条の定めるところにより利用登録を完了した者（以下「会員」という。）" in after.files["policy.ja.txt"]


def test_the_outputs_in_the_checkout_are_those_of_the_examples() -> None:
    names = {document.policy.id for name in EXAMPLES for document in example(name).documents}
    assert names <= {path.name for path in Path(ROOT / "out").iterdir()}
