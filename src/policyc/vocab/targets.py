"""What each category of the vocabulary is in the targets: its class in DPV, its element in P3P, or a gap."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

from policyc.vocab import p3p_base


class Target(NamedTuple):
    """A category in the targets.

    `roots`: every DPV term of the category is a kind of one of these classes; the first stands where a row
    gives none. `p3p`: names a row may use (data items use references instead); `p3p_default`: where a row
    gives none; `gap`: why P3P can say nothing, where it cannot.
    """

    roots: tuple[str, ...]
    p3p: tuple[str, ...] = ()
    p3p_default: tuple[str, ...] = ()
    p3p_default_categories: tuple[str, ...] = ()
    gap: str = ""


TARGETS = {
    "purposes": Target(("dpv:Purpose",), p3p_base.PURPOSES, ("other-purpose",)),
    "data": Target(
        ("dpv:PersonalData", "dpv:Data"),
        p3p_default=("#dynamic.miscdata",),
        p3p_default_categories=("other-category",),
    ),
    "recipients": Target(("dpv:Recipient", "dpv:Entity"), p3p_base.RECIPIENTS, ("unrelated",)),
    "actions": Target(
        ("dpv:Processing",),
        p3p_base.RECIPIENTS,
        gap="P3P 1.0 has no element for an operation; a statement is collection and use in itself",
    ),
    "rights": Target(
        ("dpv:DataSubjectRight", "dpv:Right"),
        p3p_base.ACCESS,
        gap="P3P 1.0 knows only access by reading (ACCESS); no correction, erasure or stop",
    ),
    "subjects": Target(
        ("dpv:DataSubject", "dpv:Entity"),
        gap="P3P 1.0 has no classes of people: every statement is about the user of the site",
    ),
    "measures": Target(("dpv:TechnicalOrganisationalMeasure",), gap="P3P 1.0 has no vocabulary for security measures"),
    "bases": Target(
        ("dpv:LegalBasis",),
        p3p_base.REQUIRED,
        gap="P3P 1.0 has no legal grounds, only whether the user may choose (the attribute required)",
    ),
    "countries": Target(
        ("dpv:Country", "dpv:Location"), gap="P3P 1.0 names countries only inside an address, as free text"
    ),
    "labels": Target(("dpv:Context",), gap="P3P 1.0 has no place for what a seller or issuer discloses"),
    "notices": Target(
        ("dpv:Notice", "dpv:Policy", "dpv:TermsOfService"),
        gap="P3P 1.0 has no kinds of documents: a policy is about the practices of a site",
    ),
}


@cache
def dpv_parents() -> dict[str, tuple[str, ...]]:
    """The DPV classes that may be named (no property, nothing sunset), each with what it is a kind of.

    The table is taken from DPV 2.3; a test compares it with W3C's terms where those are at hand.
    """
    text = (Path(__file__).parent / "dpv_classes.tsv").read_text(encoding="utf-8")
    lines = (line.split("\t") for line in text.splitlines() if not line.startswith("#"))
    return {term: tuple(parents.split()) for term, parents in lines}


def kinds_of(term: str) -> frozenset[str]:
    """A DPV class and everything above it; empty for a term that DPV 2.3 does not have."""
    parents, found, todo = dpv_parents(), set[str](), [term]
    while todo:
        at = todo.pop()
        if at in parents and at not in found:
            found.add(at)
            todo.extend(parents[at])
    return frozenset(found)
