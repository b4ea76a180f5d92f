"""How a page says that something is done: every practice of the committed documents beside the words that say so."""

from __future__ import annotations

import random
from functools import cache
from typing import NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import POLICIES, check_clause, check_files, check_text
from drawn import Drawn
from policyc import pipeline
from policyc.facts import DOES_NOT, NONE, ONLY_IF, STATED, Policy, Practice
from policyc.pipeline import Output
from policyc.reader import linked, p3p

DICE = st.integers(min_value=0, max_value=2**32 - 1).map(random.Random)
FEW = settings(max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))


class Said(NamedTuple):
    """A practice, or a declaration of none: its modality, and the words of the page that say so."""

    id: str
    modality: str
    words: str


# Read on the pages. The words are those of the predicate, and what they stand behind.
PAGES = {
    "dmm-privacy": (
        Said("profiling.use", "does", "広告の配信や当社商品・サービス提案のため"),
        Said("uses.use", "does", "商品配送・サービス提供のため"),
        Said("advertisers", "may", "それらのサービスを行う事業者に提供することがあります。"),
        Said("with-consent", "only-if", "に限り、個人情報を第三者"),
        Said("entrustment", "may", "に委託する場合があります。"),
        Said("joint-use", "does", "共同利用します。"),
    ),
    "mihon-privacy": (
        Said("collection", "does", "次の個人情報を取得します。"),
        Said("proposals.use", "does", "閲覧履歴及び購入履歴を分析し、趣味・嗜好に応じた商品を提案するため"),
        Said("uses.use", "does", "次の利用目的の達成に必要な範囲内で利用します。"),
        Said("uses.beyond", "only-if", "利用目的の達成に必要な範囲を超えて個人情報を取り扱いません。"),
        Said("third-party-provision", "only-if", "ご本人の同意を得ることなく、個人データを第三者に提供しません。"),
        Said("entrustment", "may", "に委託することがあります。"),
        Said("joint-use", "does", "特定の者との間で共同して利用します。"),
        Said("sensitive-data", "only-if", "法令に基づく場合を除き、要配慮個人情報を取得しません。"),
        Said("children", "only-if", "あらかじめ親権者その他の法定代理人の同意を得ます。"),
        Said("external-transmission-transmission", "does", "次の情報が外部の事業者に送信されます。"),
        Said("external-transmission-transmission-2", "does", "次の情報が外部の事業者に送信されます。"),
        Said("external-transmission-transmission-3", "does", "次の情報が外部の事業者に送信されます。"),
    ),
    "mihon-mynumber": (
        Said("uses.use", "does", "番号法に定められた次の事務の範囲内で利用します。"),
        Said("provision", "only-if", "番号法第19条各号に掲げる場合に限り、特定個人情報等を提供します。"),
        Said("entrust", "may", "取扱いの全部又は一部を委託することがあります。"),
    ),
    "mihon-external-transmission": (
        Said(
            "analysis",
            "does",
            "これらの情報は、商品の情報などをどなたでも閲覧していただけるサービスにおいて送信されます。",
        ),
        Said(
            "ads", "does", "これらの情報は、商品の情報などをどなたでも閲覧していただけるサービスにおいて送信されます。"
        ),
        Said(
            "maps", "does", "これらの情報は、商品の情報などをどなたでも閲覧していただけるサービスにおいて送信されます。"
        ),
    ),
}


@cache
def outputs() -> dict[str, Output]:
    """Every committed document."""
    files = {path.name: path.read_text(encoding="utf-8") for path in POLICIES.glob("*.policy")}
    return {
        output.document.policy.id: output
        for name in sorted(files)
        for output in pipeline.emit(check_files({name: files[name], **files}))
    }


def modalities(policy: Policy) -> dict[str, str]:
    """By id how the page says that a practice, or what it declares none of, is done."""
    rows = [*(row for row in policy.practices if row.stance == STATED), *policy.silences]
    return {row.id: row.modality for row in rows if row.modality}


def test_the_table_has_every_practice_of_every_document() -> None:
    assert {name: tuple(modalities(output.document.policy)) for name, output in outputs().items()} == {
        name: tuple(dict.fromkeys(said.id for said in sorted_as(name))) for name in outputs()
    }


def sorted_as(name: str) -> list[Said]:
    """The rows of the table in the order in which the document has them: practices, then declarations of none."""
    order = list(modalities(outputs()[name].document.policy))
    return sorted(PAGES.get(name, ()), key=lambda said: order.index(said.id))


@pytest.mark.parametrize("name", sorted(PAGES))
def test_each_is_done_as_its_sentence_says(name: str) -> None:
    output = outputs()[name]
    page = output.files["policy.ja.txt"]
    found = modalities(output.document.policy)
    for said in PAGES[name]:
        assert said.words in page, said
        assert found[said.id] == said.modality, said


# ---- what decides it ----


def practices(body: str) -> dict[str, Practice]:
    checked = check_clause(body)
    assert checked.ok, [d.message("en") for d in checked.diagnostics]
    return {row.id: row for row in checked.documents[0].policy.practices}


@pytest.mark.parametrize(
    ("fields", "modality"),
    [
        ("basis: consent", "only-if"),
        ("basis: consent-by-terms; except: law", "only-if"),
        ("to: group-company; basis: consent", "only-if"),
        ("basis: opt-out", "does"),
        ("except: law", "may"),
        ("to: group-company", "may"),
        ("to: group-company; modality: does", "does"),
        ("basis: consent; modality: may", "may"),
        ("except: law; modality: only-if", "only-if"),
    ],
)
def test_the_ground_of_a_provision_decides_where_the_source_does_not(fields: str, modality: str) -> None:
    assert practices(f"third-party-provision p {{ {fields} }}")["p"].modality == modality


@pytest.mark.parametrize("clause", ["collection", "joint-use", "entrustment", "succession"])
@pytest.mark.parametrize("modality", ["does", "may"])
def test_the_field_chooses_fact_and_sentence(clause: str, modality: str) -> None:
    checked = check_clause(f"{clause} c {{ modality: {modality} }}")
    (row,) = (row for row in checked.documents[0].policy.practices if row.id == "c")
    assert row.modality == modality
    text = pipeline.emit(checked)[0].files["policy.ja.txt"]
    assert ("することがあります。" in text) == (modality == "may")


def test_words_of_ones_own_say_the_field() -> None:
    body = 'entrustment c { to: cloud-provider; modality: does; text: "{operator}は、{to}に取扱いを委託します。" }'
    assert [d.code for d in check_clause(body).diagnostics if d.severity == "error"] == ["text/fact-not-stated"]
    tied = body.replace("委託します", "{modality|委託します}")
    assert not [d.code for d in check_clause(tied).diagnostics if d.severity == "error"]


def test_declared_none_is_not_done_or_only_in_the_exceptions() -> None:
    for body, modality in (
        ("sensitive-data s { declared: none }", DOES_NOT),
        ("sensitive-data s { declared: none; except: law }", ONLY_IF),
        ("sensitive-data s { declared: on-request }", ""),
        ("contact s { declared: on-request }", ""),
    ):
        (row,) = check_clause(body).documents[0].policy.silences
        assert row.modality == modality, body


def test_exceptions_have_their_conditions_in_the_words_of_the_page() -> None:
    checked = check_clause("third-party-provision p { basis: consent; except: law, life-protection }")
    text = pipeline.emit(checked)[0].files["policy.ja.txt"]
    row = checked.documents[0].policy.practices[-1]
    assert [ground.text for ground in row.exceptions] == [
        "法令に基づく場合",
        "人の生命、身体又は財産の保護のために必要がある場合であって、ご本人の同意を得ることが困難であるとき。",
    ]
    assert all(ground.text in text for ground in row.exceptions)


def test_use_beyond_the_purposes_is_a_practice_that_is_done_only_so() -> None:
    found = practices(
        'purposes uses { beyond: with-consent; except: law; purpose d "発送のため" { is: goods-delivery } }'
    )
    assert found["uses.use"].exceptions == () and found["uses.use"].modality == "does"
    beyond = found["uses.beyond"]
    assert (beyond.action, beyond.modality) == ("use-beyond-purposes", ONLY_IF)
    assert [g.concept.id for g in (*beyond.grounds, *beyond.exceptions) if g.concept] == ["consent", "law"]


# ---- through the files and back ----


@FEW
@given(DICE)
def test_modality_comes_back_from_every_file(dice: random.Random) -> None:
    checked = check_text(Drawn(dice).source())
    for output in pipeline.emit(checked):
        policy = output.document.policy
        stated = {row.id: row.modality for row in policy.practices if row.stance == STATED}
        silent = {row.id: row.modality for row in policy.silences}
        for name, read in (("policy.jsonld", linked.document), ("policy.p3p.json", p3p.document)):
            if name not in output.files:
                continue
            made = read(name, output.files[name].encode("utf-8"))
            assert {row.id: row.modality for row in made.practices} == stated
            assert {row.id: row.modality for row in made.declarations} == silent
            assert all(row.modality in (DOES_NOT, ONLY_IF, "") for row in made.declarations if row.stance == NONE)
