"""The real page: to the character, from declared facts, and every fact in all three artefacts."""

from __future__ import annotations

import json
import subprocess
import sys
from functools import cache
from pathlib import Path

import pytest

from conftest import build_files, check_files, dmm_files
from policyc import facts
from policyc.coverage import coverage
from policyc.pipeline import Output


@cache
def output() -> Output:
    return build_files(dmm_files())


@pytest.mark.parametrize("kind", ["md", "txt"])
def test_the_page_to_the_character(kind: str, shared: Path, tmp_path: Path) -> None:
    made = tmp_path / f"policy.ja.{kind}"
    made.write_text(output().files[f"policy.ja.{kind}"], encoding="utf-8")
    run = subprocess.run(
        [sys.executable, shared / "checks" / "page_text.py", made, shared / "seed" / "page.md"],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.stdout.strip().splitlines()[-1] == "57 of 57 lines of the page, 0 lines besides", run.stdout
    assert run.returncode == 0


def test_coverage_of_the_page() -> None:
    figure = coverage(output().document)
    assert figure.sentences.share >= 0.95
    assert figure.characters.share >= 0.95
    assert figure.sentences.total >= 40


def test_coverage_of_the_page_pasted_as_prose() -> None:
    page = output().files["policy.ja.md"]
    lines = [line.lstrip("# ").rstrip() for line in page.splitlines()]
    prose = "\n".join("      " + line for line in lines if line)
    source = (
        'organization dmm "合同会社DMM.com"\n'
        'document pasted "個人情報保護に関して" {\n  kind: privacy-notice\n  url: <https://example.com/>\n  operator: dmm\n'
        f'  article "本文" {{\n    text: """\n{prose}\n      """\n  }}\n}}\n'
    )
    checked = check_files({"pasted.policy": source})
    figure = coverage(checked.documents[0])
    assert figure.sentences.share == 0.0
    assert figure.sentences.backed == figure.characters.backed == 0
    assert figure.sentences.total >= 40


def test_what_the_page_states() -> None:
    policy = output().document.policy
    listed = [p for p in policy.purposes if p.listed]
    assert len(listed) == 17
    assert [p.position for p in listed] == list(range(1, 18))
    assert sum(p.open for p in listed) == 2
    joint = next(p for p in policy.practices if p.action == "joint-use")
    assert len(joint.data) == 14
    assert sum(row.open for row in policy.data if row.id in joint.data) == 1
    assert joint.recipients == ("dmm", "exnoa", "digital-commerce")
    assert joint.responsible == "dmm"
    assert set(joint.purposes) == {p.id for p in listed}
    provisions = [p for p in policy.practices if p.action == "provide"]
    assert [p.id for p in provisions] == ["advertisers", "with-consent"]
    assert provisions[0].grounds == ()
    assert [g.concept.id for g in provisions[1].grounds if g.concept] == ["consent"]
    assert sum(p.action == "entrust" for p in policy.practices) == 1
    assert [r.concept.id for r in policy.rights] == [
        "disclosure",
        "correction",
        "addition",
        "deletion",
        "cessation-of-use",
        "erasure",
    ]
    assert [(e.kind, e.date) for e in policy.events] == [("enacted", "2005-03-31"), ("revised", "2023-07-26")]
    assert {d.id for d in policy.delegations} == {"foreign-transfer", "external-transmission"}


def every_string(value: object) -> set[str]:
    if isinstance(value, str):
        return {value}
    inner = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return {s for v in inner for s in every_string(v)}


def test_every_fact_is_in_all_three_artefacts() -> None:
    """Walk the IR; each row must be in the JSON-LD by its IRI, in the P3P by its id, and its words in the text."""
    files = output().files
    policy = output().document.policy
    iris = {str(node["id"]) for node in json.loads(files["policy.jsonld"])["@graph"]}
    ids = every_string(json.loads(files["policy.p3p.json"]))
    text = files["policy.ja.txt"]
    walked = 0
    for table in facts.TABLES:
        for row in getattr(policy, table):
            walked += 1
            assert f"{policy.url}#{row.id}" in iris, (table, row.id)
            assert row.id in ids, (table, row.id)
    assert walked > 70
    words = [p.text for p in policy.purposes if p.listed]
    words += [
        d.text for d in policy.data if d.id not in ("browsing-history", "data:browsing-history", "data:interests")
    ]
    words += [party.name for party in policy.parties]
    words += [r.concept.ja for r in policy.rights]
    words += [event.text for event in policy.events]
    words += [d.label for d in policy.delegations]
    for said in words:
        known_otherwise = said in ("閲覧履歴", "興味・関心", "購入履歴")
        assert said in text or known_otherwise, said


def test_parties_and_people_in_p3p_xml() -> None:
    xml = output().files["policy.p3p.xml"]
    for word in (
        "合同会社DMM.com",
        "合同会社EXNOA",
        "株式会社デジタルコマース",
        "亀山",
        "敬司",
        "港区",
        "2005-03-31",
        "2023-07-26",
    ):
        assert word in xml, word
