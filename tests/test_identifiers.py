"""Identifiers of facts: put together and taken apart in one place; they stay when blocks that have names come, go and move."""

from __future__ import annotations

import random
from collections import Counter
from pathlib import Path
from typing import Any, NamedTuple

import pytest
from click.testing import CliRunner
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import POLICIES, ROOT, check_clause, check_files, check_text, codes
from drawn import TOP, Block, Drawn
from policyc.cli import group
from policyc.cli.new import starters
from policyc.facts import KINDS, Policy
from policyc.facts import identifiers as ids
from policyc.facts.declare import fields

SEEDS = st.integers(min_value=0, max_value=2**32 - 1)
FEW = settings(max_examples=60, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
# Where a fact stands, which is what moves.
OF_PLACE = {"position", "marker", "origin"}
PREFACE = "preface"


class Stated(NamedTuple):
    """A fact, but for where it stands: lists have the order of the page."""

    table: str
    id: str
    content: tuple[Any, ...]


def policy_of(document: Block) -> Policy:
    checked = check_text(TOP + document.text() + "\n")
    assert checked.documents, [(d.code, d.span.line) for d in checked.diagnostics]
    return checked.documents[0].policy


def facts_of(policy: Policy) -> Counter[Stated]:
    return Counter(
        Stated(kind.table, row.id, tuple(_content(row, field.name) for field in fields(kind.record)))
        for kind in KINDS
        for row in getattr(policy, kind.table)
    )


def _content(row: Any, name: str) -> Any:
    # What stands in no one clause (a desk, a row of the vocabulary) has the clause that names it first.
    if name in OF_PLACE or (name == "clause" and is_thing(row.id)):
        return None
    value = getattr(row, name)
    return frozenset(map(repr, value)) if isinstance(value, tuple) else value


DECLARED = {line.split(" ")[1] for line in TOP.splitlines() if line[:1].isalpha()}


def is_thing(id_: str) -> bool:
    """Whether a fact is one thing wherever it is named: declared at the top of the file, or a row of the vocabulary."""
    return id_ in DECLARED or ids.row_of(id_) != id_


def shuffled(block: Block, dice: random.Random) -> Block:
    """The same block with the blocks inside it, and those inside them, in another order."""
    inner = [shuffled(one, dice) for one in block.blocks or ()]
    dice.shuffle(inner)
    return block if block.blocks is None else block._replace(blocks=tuple(inner))


def before_others(block: Block, more: Block) -> Block:
    """The same block with the blocks of another before those inside it."""
    new = tuple(one for one in more.blocks or () if PREFACE not in one.head)
    return block if block.blocks is None else block._replace(blocks=(*new, *block.blocks))


def items_before_others(block: Block, more: Block) -> Block:
    """The same document, each clause with the items of the same clause of another before its own."""
    pairs = zip(block.blocks or (), more.blocks or (), strict=True)
    return block._replace(blocks=tuple(before_others(one, new) for one, new in pairs))


@FEW
@given(SEEDS, st.integers(min_value=0, max_value=3))
def test_identifiers_stay_when_blocks_change_places(seed: int, kinds: int) -> None:
    document = Drawn(random.Random(seed)).document(kinds)
    before = facts_of(policy_of(document))
    assert facts_of(policy_of(shuffled(document, random.Random(seed + 1)))) == before


@FEW
@given(SEEDS, st.integers(min_value=0, max_value=3))
def test_identifiers_stay_when_blocks_come_before_others(seed: int, kinds: int) -> None:
    document, more = (Drawn(random.Random(seed), prefix).document(kinds) for prefix in "cn")
    before = facts_of(policy_of(document))
    after = facts_of(policy_of(before_others(document, more)))
    # More may be said of a thing now; what a clause states it states as before.
    assert [one for one in before - after if not is_thing(one.id)] == []
    grown = facts_of(policy_of(items_before_others(document, more)))
    assert all(named(before) <= named(one) for one in (after, grown))


def named(facts: Counter[Stated]) -> set[tuple[str, str]]:
    return {(one.table, one.id) for one in facts}


@pytest.mark.parametrize(
    ("one", "other", "table"),
    [
        ("requests a { accepts: disclosure; fee: none }", "requests b { accepts: disclosure }", "rights"),
        (
            "security-measures a { measures: external-environment; country: US }",
            "security-measures b { measures: external-environment; country: SG }",
            "safeguards",
        ),
    ],
)
def test_what_two_clauses_state_each_for_itself_is_known_by_its_clause(one: str, other: str, table: str) -> None:
    there, swapped = (
        {row.id: row._replace(origin="") for row in getattr(check_clause(text).documents[0].policy, table)}
        for text in (f"  {one}\n  {other}", f"  {other}\n  {one}")
    )
    assert len(there) == 2 and there == swapped
    assert {ids.block_of(id_) for id_ in there} == {"a", "b"}


TWICE = "  retention { kept { data: name; period: 3 years }\n kept { data: address; period: 7 years } }"


def test_without_names_they_would_not_stay() -> None:
    """What the properties above rest on, and what the note is about."""
    there = check_clause(TWICE).documents[0].policy.retentions
    swapped = check_clause(
        TWICE.replace("name; period: 3", "x")
        .replace("address; period: 7", "name; period: 3")
        .replace("x", "address; period: 7")
    )
    assert [row.id for row in there] == ["retention-kept.retention", "retention-kept-2.retention"]
    assert {row.data: row.id for row in there} != {row.data: row.id for row in swapped.documents[0].policy.retentions}


@pytest.mark.parametrize(
    ("clauses", "named"),
    [
        (TWICE, ["retention-kept-2"]),
        ("  children { under: 16 }\n  children { under: 13 }\n  children minors { under: 10 }", ["children-2"]),
        ('  未成年者 "甲" { 年齢: 16 }\n  未成年者 { 年齢: 13 }', ["children-2"]),
        # Of the second clause an item that is the only one is named by it.
        (
            "  retention { kept { period: 1 years } }\n  retention { kept { period: 2 years } }",
            ["retention-2"],
        ),
        (
            "  delegates [別の文書](https://mihon.example/a)\n  delegates [同じく](https://mihon.example/b)",
            ["delegates-2"],
        ),
        ("  children a { under: 16 }\n  children { under: 13 }", []),
        # They state nothing.
        ('  article "甲" { text: "次のとおりです。" }\n  article "乙" { text: "以上です。" }', []),
    ],
)
def test_an_unnamed_second_block_is_noted_and_the_fix_changes_no_output(clauses: str, named: list[str]) -> None:
    checked = check_clause(clauses)
    found = [one for one in checked.diagnostics if one.code == "model/unnamed-second"]
    assert [one.params["name"] for one in found] == named
    text = checked.source.text
    for one in reversed(found):
        assert one.fix is not None and one.fix.safe
        text = text[: one.fix.span.start] + one.fix.replacement + text[one.fix.span.end :]
    again = check_text(text)
    assert "model/unnamed-second" not in codes(again)
    assert again.documents[0].policy == checked.documents[0].policy


def test_every_document_of_a_file_counts_for_itself() -> None:
    one = 'document {} "表題" {{ kind: general-policy\n children {{ under: 16 }} }}\n'
    assert "model/unnamed-second" not in codes(check_text(one.format("a") + one.format("b")))


# -- what is written for the user -------------------------------------------------------------------------------------


def without_name(text: str) -> list[str]:
    """The blocks of a source that state facts and have no name of their own."""
    return [
        node.id
        for document in check_text(text).documents
        for node in document.node.walk()
        if not node.explicit and node.type.role != "setting" and node.id in document.policy.blocks()
    ]


@pytest.mark.parametrize("kind", starters())
@pytest.mark.parametrize("keywords", ["ja", "en"])
def test_a_starter_names_every_block_that_states_a_fact(
    kind: str, keywords: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert CliRunner().invoke(group, ["new", kind, "mine", "--keywords", keywords]).exit_code == 0
    assert without_name((tmp_path / "mine.policy").read_text(encoding="utf-8")) == []


@pytest.mark.parametrize("page", sorted(path.name for path in (ROOT / "out").iterdir() if path.is_dir()))
def test_an_import_names_every_block_that_states_a_fact(page: str) -> None:
    made = CliRunner().invoke(group, ["import", str(ROOT / "out" / page / "policy.ja.html")])
    assert made.exit_code == 0 and without_name(made.stdout) == []


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.policy")), ids=lambda path: path.stem)
def test_no_identifier_of_our_own_documents_depends_on_their_order(path: Path) -> None:
    files = {one.name: one.read_text(encoding="utf-8") for one in POLICIES.glob("*.policy")}
    checked = check_files({path.name: files.pop(path.name), **files})
    assert checked.documents or "\ndocument " not in checked.source.text
    assert "model/unnamed-second" not in codes(checked)


# -- put together and taken apart -------------------------------------------------------------------------------------


NAME = st.from_regex(r"[a-zぁ-ん][a-z0-9ぁ-ん\-]{0,8}", fullmatch=True)


@given(NAME, NAME, NAME)
def test_what_is_taken_apart_is_what_was_put_together(block: str, word: str, value: str) -> None:
    field = ids.of_field(block, word)
    fact = ids.of_value(field, value)
    assert (ids.field_of(fact), ids.value_of(fact)) == (field, value)
    assert (ids.owner_of(field), ids.word_of(field)) == (block, word)
    assert {ids.block_of(one) for one in (block, field, fact, ids.nth(field, 2), ids.made(block, "use"))} == {block}
    assert ids.maker_of(ids.made(block, "use"), "use") == block and ids.maker_of(block, "use") == block
    assert ids.row_of(ids.of_row("data", word)) == word and ids.row_of(block) == block
    assert ids.is_of(fact, block) and ids.is_of(block, block) and not ids.is_of(f"{block}-2.{word}", block)
    assert ids.values_mark(word) in fact
    assert ids.topic_clause(ids.topic(block, word)) == block and ids.topic_field(ids.topic(block, word)) == word
    assert ids.topic_clause(block) == block and ids.topic_field(block) == ""


def test_identifiers_are_written_so() -> None:
    assert ids.of_value(ids.of_field("uses", "except"), "law") == "uses.except/law"
    assert ids.part("provision", "ground", "1") == "provision/ground/1"
    assert [ids.event("revised"), ids.event("revised", 2)] == ["event:revised", "event:revised-2"]
    assert ids.unnamed("kept", "retention", 3) == "retention-kept-3" and ids.unnamed("children") == "children"
    assert list(ids.wholes("joint-use.items/name")) == ["joint-use.items", "joint-use"]
    assert list(ids.wholes("joint-use/users")) == ["joint-use"] and list(ids.wholes("joint-use")) == []
    assert ids.version("2026-04-01") == "version:2026-04-01"
