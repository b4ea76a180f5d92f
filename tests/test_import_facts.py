"""What import states of the real pages: the seed beside the source written by hand, and what each page has of facts."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conftest import build_files, dmm_files
from policyc import facts, importer, published
from policyc.coverage import coverage
from policyc.importer import Drawn
from policyc.vocab import Concept
from test_import import REAL


def imported(path: Path) -> Drawn:
    shown, _ = published.read(path.read_bytes(), path.name)
    assert shown is not None
    return importer.draw(shown, "page")


def of(made: Drawn) -> facts.Policy:
    return made.checked.documents[0].policy


def kinds(policy: facts.Policy) -> dict[str, Counter[str]]:
    """What a policy states, as words that do not depend on how the author calls things."""

    def concepts(rows: tuple[Concept, ...]) -> str:
        return "+".join(sorted(row.id for row in rows))

    return {
        "parties": Counter(f"{row.name} {row.address} {row.representative_name}" for row in policy.parties),
        "people": Counter(concepts((row.concept,) if row.concept else ()) for row in policy.people),
        "data": Counter(concepts((row.concept,) if row.concept else ()) for row in policy.data),
        "purposes": Counter(concepts(row.concepts) for row in policy.purposes),
        "recipients": Counter(concepts(row.concepts) for row in policy.recipients),
        "practices": Counter(row.action for row in policy.practices),
        "rights": Counter(row.concept.id for row in policy.rights),
        "procedures": Counter(row.url for row in policy.procedures),
        "events": Counter(f"{row.kind} {row.date}" for row in policy.events),
        "amendments": Counter("amendment" for _ in policy.amendments),
        "delegations": Counter(row.url for row in policy.delegations),
        "frames": Counter(f"{row.kind} {row.name}" for row in policy.frames),
        "terms": Counter(row.name for row in policy.terms),
    }


def test_the_seed_states_most_of_what_the_source_by_hand_states(
    shared: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    by_hand = kinds(build_files(dmm_files()).document.policy)
    by_import = kinds(of(imported(shared / "seed" / "page.md")))
    want = got = 0
    with capsys.disabled():
        print(f"\n{'kind':12} {'by hand':>8} {'imported':>9} {'the same':>9}")
        for kind, rows in by_hand.items():
            same = (rows & by_import[kind]).total()
            want, got = want + rows.total(), got + same
            print(f"{kind:12} {rows.total():8} {by_import[kind].total():9} {same:9}")
        print(f"{'all':12} {want:8} {'':9} {got:9}  {got / want:.0%}")
    assert got / want >= 0.8
    # Nothing that the hand-written source does not state.
    assert sum((by_import[kind] - rows).total() for kind, rows in by_hand.items()) <= 3


# Sentences on facts may become more; fewer would be a loss.
LEAST = {
    "14-youtrust-gaibusoshin": (0.15, {"external-transmission"}),
    "15-gos2-tokusho": (0.9, {"disclosures"}),
    "16-gos2-shikinkessai": (0.9, {"disclosures"}),
    "20-vuefes-privacy": (
        0.3,
        {
            *("collection", "purposes", "retention", "entrustment", "third-party-provision", "requests"),
            *("external-transmission", "amendment", "contact"),
        },
    ),
    "26-lfaith-tokutei": (0.2, {"third-party-provision", "security-measures", "requests"}),
    "28-rjc-kyodoriyo": (0.4, {"joint-use"}),
    "31-mimiguri-privacy": (0.2, {"purposes", "security-measures", "third-party-provision", "contact"}),
    "39-twinte-privacy": (0.25, {"purposes", "third-party-provision", "requests", "amendment", "contact"}),
}


@pytest.mark.parametrize("name", REAL)
def test_facts_of_a_real_page(name: str, shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    made = imported(shared / "corpus" / f"{name}.txt")
    share = coverage(made.checked.documents[0]).sentences
    found = {place.type for place in of(made).places}
    held = {table: len(getattr(of(made), table)) for table in facts.TABLES if getattr(of(made), table)}
    comparison = made.comparison
    assert comparison is not None
    with capsys.disabled():
        print(f"\n{name}: {comparison.characters} characters, identical {made.identical},", end=" ")
        print(f"sentences on facts {share.backed}/{share.total}, {held}, clauses {sorted(found - {'part', 'article'})}")
    least, clauses = LEAST[name]
    assert made.identical and not made.distrusted
    assert clauses <= found
    assert share.share >= least
