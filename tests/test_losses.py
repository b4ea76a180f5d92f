"""No fact is lost unreported: of any policy, every value is in the target, or its report says that it is not."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounted import unreported, unsaid, values
from conftest import check_files, check_text, dmm_files
from drawn import Drawn
from linked_cases import emitted, made
from policyc.clauses import catalogue
from policyc.emit import Emission
from policyc.emit.jsonld import TARGET, WRITERS
from policyc.emit.p3p import emit_p3p
from policyc.facts import TABLES, Policy

DICE = st.integers(min_value=0, max_value=2**32 - 1).map(random.Random)
FEW = settings(max_examples=60, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))


def accounts(policy: Policy, jsonld: Emission) -> list[Any]:
    """What neither a file nor a report says, of both machine targets."""
    p3p = emit_p3p(policy)
    return [
        found
        for target, emission in (("jsonld", jsonld), ("p3p", p3p))
        for found in (*unsaid(target, policy, emission), *unreported(target, policy, emission))
    ]


def policy_of(dice: random.Random) -> tuple[Policy, Any, Emission]:
    checked = check_text(Drawn(dice).source())
    assert checked.documents, [d.code for d in checked.diagnostics]
    return emitted(checked)


@FEW
@given(DICE)
def test_no_fact_of_any_policy_is_lost_unreported(dice: random.Random) -> None:
    policy, _, jsonld = policy_of(dice)
    assert accounts(policy, jsonld) == []


@pytest.mark.slow
@settings(FEW, max_examples=1500)
@given(DICE)
def test_no_fact_of_many_policies_is_lost_unreported(dice: random.Random) -> None:
    policy, _, jsonld = policy_of(dice)
    assert accounts(policy, jsonld) == []


@pytest.mark.parametrize("case", ["dmm", "mihon", "rules", "never", "silent", "index"])
def test_no_fact_of_a_known_policy_is_lost(case: str) -> None:
    policy, _, jsonld = made(case)
    assert accounts(policy, jsonld) == []


def test_what_is_drawn_is_of_every_kind() -> None:
    """Every table, every clause type, and between them many thousand values: the property is about something."""
    tables: Counter[str] = Counter()
    clauses: set[str] = set()
    fields: set[tuple[str, str]] = set()
    count = 0
    for seed in range(60):
        policy = policy_of(random.Random(seed))[0]
        tables.update(table for table in TABLES if getattr(policy, table))
        clauses.update(place.type for place in policy.places)
        found = list(values(policy))
        fields.update((one.table, one.field) for one in found)
        count += len(found)
    assert set(tables) == set(TABLES)
    assert clauses >= {type_.word for type_ in catalogue()}
    assert len(fields) > 100 and count > 6_000


# ---- the property would notice ----


@pytest.mark.parametrize("table", sorted(set(TABLES)))
def test_a_writer_that_writes_nothing_is_noticed(table: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(WRITERS, table, lambda graph, row: graph.add(graph.refs[row.id], {"type": ["dpv:Context"]}))
    case = next(case for case in ("mihon", "never") if getattr(made(case)[0], table))
    policy, page, _ = made(case)
    emission = TARGET.emit(policy, page, {})
    assert table in {one.table for one in unsaid("jsonld", policy, emission)}


def _without(word: str) -> Callable[[Policy], Emission]:
    """The JSON-LD with one word left out wherever it stands."""

    def emit(policy: Policy) -> Emission:
        page = made("mihon")[1]
        emission = TARGET.emit(policy, page, {})
        (name,) = emission.files
        lines = []
        for line in emission.files[name].splitlines():
            lines.append(_cut(line, word) if line.startswith('{"id"') else line)
        return emission._replace(files={name: "\n".join(lines)})

    return emit


def _cut(line: str, word: str) -> str:
    node = json.loads(line.removesuffix(","))
    node.pop(word, None)
    return json.dumps(node, ensure_ascii=False) + ("," if line.endswith(",") else "")


@pytest.mark.parametrize(
    "word",
    (
        *("title", "origin", "detail", "broader", "phone", "dataSource", "thirdParty", "version", "replaces", "optOut"),
        *(
            "statedIn",
            "period",
            "position",
            "open",
            "includes",
            "method",
            "takes",
            "consentOf",
            "page",
            "term",
            "under",
        ),
        *(
            "personalData",
            "purpose",
            "subject",
            "date",
            "announced",
            "takesEffect",
            "supervision",
            "extent",
            "processor",
        ),
    ),
)
def test_a_word_that_is_left_out_is_noticed(word: str) -> None:
    policy = made("mihon")[0]
    assert unsaid("jsonld", policy, _without(word)(policy))


def test_a_report_that_is_left_out_is_noticed() -> None:
    policy, _, jsonld = made("mihon")
    assert unreported("jsonld", policy, jsonld._replace(losses=[]))
    assert unreported("p3p", policy, emit_p3p(policy)._replace(losses=[]))


def test_the_sources_are_those_of_the_language() -> None:
    """The same dice, the same source; and a real page is no different from a drawn one."""
    assert Drawn(random.Random(7)).source() == Drawn(random.Random(7)).source()
    policy, _, jsonld = emitted(check_files(dmm_files()))
    assert accounts(policy, jsonld) == []
