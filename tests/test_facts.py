"""Facts are declared once: what a kind declares decides its JSON, its schema, its XML, how it is read, and what tests walk."""

# No `from __future__ import annotations` here: a kind is declared below, and its fields have to be there.
import random
import re
from collections.abc import Mapping
from typing import Annotated, Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import check_text
from drawn import Drawn
from linked_cases import made
from policyc.compose.page import Page
from policyc.emit import Emission, Loss, Target
from policyc.emit.p3p.extension import fact as both
from policyc.emit.p3p.extension import kebab
from policyc.emit.p3p.model_facts import Concept as ConceptModel
from policyc.facts import BY_TABLE, KINDS, Policy, declare
from policyc.facts.declare import fields, says
from policyc.facts.models import model
from policyc.facts.practices import Detail, Ground
from policyc.facts.read import NotAFact, fact
from policyc.facts.tree import tree
from policyc.facts.walk import walk
from policyc.vocab import Concept, concepts

DICE = st.integers(min_value=0, max_value=2**32 - 1).map(random.Random)
FEW = settings(max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
RECORDS = [*(kind.record for kind in BY_TABLE.values()), Ground, Detail]


def named(concept: Concept) -> list[str]:
    return [concept.category, concept.id]


def looked_up(said: list[str]) -> Concept:
    category, id_ = said
    return concepts(category)[id_]


@pytest.mark.parametrize("record", RECORDS, ids=lambda record: record.__name__)
def test_every_field_says_what_it_means_in_both_languages(record: Any) -> None:
    for field in fields(record):
        assert field.meaning.ja.endswith("。") and not field.meaning.ja.isascii(), field
        assert re.fullmatch(r"[ -~当社]+\.", field.meaning.en), field
        assert field.meaning.absent is None or all(field.meaning.absent), field


def test_a_field_that_says_nothing_is_refused() -> None:
    class Half(NamedTuple):
        id: Annotated[str, says(declare.ID, "識別子。", "Its id.", always=True)]
        other: str

    with pytest.raises(TypeError, match=r"Half\.other"):
        fields(Half)


# ---- from the declaration: JSON, what reads it, XML and schema ----


class Visit(NamedTuple):
    """A kind that no document has: nothing but its declaration knows its fields."""

    id: Annotated[str, says(declare.ID, "識別子。", "Its id.", always=True)]
    count: Annotated[int, says(declare.NUMBER, "回数。", "How often.", always=True, least=0)]
    open_at: Annotated[str, says(declare.DAY, "その日。", "The day.")]
    why: Annotated[tuple[Ground, ...], says(declare.GROUNDS, "根拠。", "The grounds.", element="ground")]
    note: Annotated[str, says(declare.BODY, "言葉。", "The words.")] = ""
    hidden: Annotated[str, says(declare.TEXT, "出力にないもの。", "What no file has.", written=False)] = ""


VISIT = Visit("a", 0, "2026-07-17", (Ground("同意", None, ("oral",)),), "言葉", "秘密")


def test_json_xml_and_schema_follow_from_a_declaration() -> None:
    said = tree(VISIT, named)
    assert said == {
        "id": "a",
        "count": 0,
        "openAt": "2026-07-17",
        "why": [{"text": "同意", "includes": ["oral"]}],
        "note": "言葉",
    }
    assert fact(Visit, said, looked_up) == VISIT._replace(hidden="")
    made_of = both("visit", VISIT).element
    assert made_of.attributes == {"id": "a", "count": "0", "open-at": "2026-07-17"}
    assert [one.name for one in made_of.inside if not isinstance(one, str)] == ["appi:ground", "appi:note"]
    schema = model(Visit, "Visit", "A visit.", ConceptModel).model_json_schema()
    assert set(schema["properties"]) == set(said) and schema["required"] == ["id", "count"]
    assert schema["properties"]["openAt"]["pattern"] == declare.DAY.pattern
    assert schema["properties"]["count"]["minimum"] == 0


def test_what_is_no_fact_is_told_with_its_member() -> None:
    said = tree(VISIT, named)
    wrong: list[tuple[Any, str]] = [
        ([], "no object"),
        ({**said, "count": True}, "Visit.count is no number"),
        ({**said, "why": "x"}, "Visit.why is no list"),
        ({**said, "why": [3]}, "Ground: no object"),
        ({key: value for key, value in said.items() if key != "id"}, "Visit.id is absent"),
    ]
    for value, why in wrong:
        with pytest.raises(NotAFact, match=why):
            fact(Visit, value, looked_up)


@FEW
@given(DICE)
def test_the_facts_of_any_policy_come_back_from_their_trees(dice: random.Random) -> None:
    for document in check_text(Drawn(dice).source()).documents:
        for kind in BY_TABLE.values():
            for row in getattr(document.policy, kind.table):
                said = tree(row, named)
                there = row._replace(elsewhere=()) if kind.table == "recipients" else row
                assert fact(kind.record, said, looked_up) == there


# ---- every value of every kind, through every target ----


class Lossy(NamedTuple):
    """What a target written here does with one field: nothing."""

    table: str
    field: str


def emitting(lossy: Lossy | None, reports: bool) -> Target:
    """A target that writes every value a line, but for one field that it drops, with or without a loss."""

    def emit(policy: Policy, page: Page, made_before: Mapping[str, str]) -> Emission:
        lines: list[str] = []
        losses: list[Loss] = []
        for one in walk(policy):
            if lossy == Lossy(one.table, one.field):
                if reports:
                    losses.append(Loss("lines", one.id, one.field, "none", "not said"))
                continue
            lines.append(f"{one.id}\t{one.field}\t{one.word}\t{one.value!r}")
        return Emission({"lines.txt": "\n".join(lines)}, losses)

    return Target("lines", {"lines.txt": "text/plain"}, emit)


def lost(target: Target, policy: Policy) -> set[Lossy]:
    """The fields that a target written here neither writes nor reports."""
    page = made("mihon")[1]
    emission = target.emit(policy, page, {})
    said = set("".join(emission.files.values()).splitlines())
    reported = {(loss.node, loss.fact) for loss in emission.losses}
    return {
        Lossy(one.table, one.field)
        for one in walk(policy)
        if f"{one.id}\t{one.field}\t{one.word}\t{one.value!r}" not in said and (one.id, one.field) not in reported
    }


FIELDS = [Lossy(kind.table, field.name) for kind in KINDS for field in fields(kind.record)]


def test_a_field_that_a_target_drops_is_found_whatever_the_kind() -> None:
    seen: set[Lossy] = set()
    for case in ("mihon", "never", "rules", "dmm", "silent", "index"):
        policy = made(case)[0]
        assert lost(emitting(None, reports=False), policy) == set()
        for lossy in {Lossy(one.table, one.field) for one in walk(policy)}:
            seen.add(lossy)
            assert lost(emitting(lossy, reports=False), policy) == {lossy}
            assert lost(emitting(lossy, reports=True), policy) == set()
    assert {one.table for one in seen} == {kind.table for kind in KINDS}


def test_the_walk_goes_to_every_field_that_is_declared() -> None:
    """A row with all its fields filled: each of them is walked, but for what no file has."""
    for kind in KINDS:
        row = kind.record(*(_filled(field) for field in fields(kind.record)))
        empty: dict[str, Any] = dict.fromkeys(Policy._fields, ())
        policy = Policy(**{**empty, kind.table: (row,)})
        walked = {one.field for one in walk(policy)}
        assert walked == {f.name for f in fields(kind.record) if f.meaning.written} - {"id", "origin"}, kind.table


def _filled(field: declare.Field) -> Any:
    concept = next(iter(concepts("data").values()))
    one: dict[str, Any] = {
        "text": f"{field.name}-1",
        "number": 7,
        "truth": True,
        "concept": concept,
        "ground": Ground("根拠", concept, ("oral",)),
        "detail": Detail("method", "書面"),
    }
    return (one[field.form.holds],) if field.form.many else one[field.form.holds]


def test_attributes_are_named_after_members() -> None:
    assert kebab("listedAt") == "listed-at" and declare.camel("listed_at") == "listedAt"
