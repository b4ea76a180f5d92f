"""What the target makes of the vocabulary: terms, losses, and the own terms that are described in a file.

Whoever knows only DPV climbs from an own term by skos:broader. All this depends on the rows of the vocabulary alone: it
is made when a row is first used, and remembered as text.
"""

from __future__ import annotations

from typing import NamedTuple

from ...vocab import NAMESPACES, Concept, lookup
from .. import BROADER, EXACT, NONE_FIT
from ..encode import encode, string
from .addresses import fit
from .nodes import Node, array, ja, members
from .terms import TERMS

_ROOTS = {
    "purposes": "dpv:Purpose",
    "data": "dpv:PersonalData",
    "recipients": "dpv:Recipient",
    "actions": "dpv:Processing",
    "rights": "dpv:DataSubjectRight",
    "subjects": "dpv:DataSubject",
    "measures": "dpv:TechnicalOrganisationalMeasure",
    "bases": "dpv:LegalBasis",
    "countries": "dpv:Location",
    "labels": "dpv:Context",
}


class Own(NamedTuple):
    """An own term as a node of a file: its reference, its members, and both as a line."""

    ref: str
    node: Node
    line: str


class Said(NamedTuple):
    """How a concept is said: its terms (our own first, then the DPV terms above it or equal to it) as an array and its
    items; the name and node of its own term, if any; and how near it is (`fit`), with a note on what is lost where that is not EXACT."""

    terms: list[str]
    array: str
    name: str
    own: Own | None
    fit: str
    note: str


SAID: dict[int, Said] = {}
"""Rows of the vocabulary that were said before, by where they are; for callers that say hundreds."""
_own: dict[str, Own] = {}


def say(concept: Concept) -> Said:
    """How a concept is said."""
    said = SAID.get(id(concept))
    if said is None:
        said = _made(concept)
        # Rows of the shipped vocabulary last as long as the process, so what they are is known by where they are.
        if lookup(concept.category, concept.id) is concept:
            SAID[id(concept)] = said
    return said


def own(term: str) -> Own:
    """An own term that is no concept of the vocabulary."""
    found = _own.get(term)
    if found is None:
        row = TERMS[term.partition(":")[2]]
        node: Node = {
            "type": '["skos:Concept"]',
            "label": encode({"ja": row.ja, "en": row.en}),
            "broader": encode([row.broader]),
            "inScheme": string(NAMESPACES["policyc"]),
        }
        found = _own[term] = Own(string(term), node, _line(string(term), node))
    return found


def _made(concept: Concept) -> Said:
    name = concept.own or ""
    if name.startswith(("http://", "https://")):
        name = fit(name)
    terms = [string(term) for term in concept.dpv_terms]
    described = None
    if concept.own is not None:
        ref = string(name)
        node = _described(concept, array(terms))
        described = Own(ref, node, _line(ref, node))
        terms.insert(0, ref)
    note = concept.dpv_note or f"{concept.en}: DPV has {', '.join(concept.dpv_terms)}"
    fit_ = concept.dpv_fit if concept.dpv_fit in (EXACT, NONE_FIT) else BROADER
    return Said(terms, array(terms), name, described, fit_, note)


def _described(concept: Concept, above: str) -> Node:
    prefix = (concept.own or "").partition(":")[0]
    node: Node = {
        "type": encode(["skos:Concept", root(concept)]),
        "label": encode({"ja": concept.ja, "en": concept.en}),
        "definition": encode({"ja": concept.definition_ja, "en": concept.definition_en}),
        "broader": above,
        "source": ja(source(concept.article or "")),
        "inScheme": "" if prefix.startswith("http") else string(NAMESPACES[prefix]),
    }
    return {word: value for word, value in node.items() if value}


def _line(ref: str, node: Node) -> str:
    return f'{{"id": {ref}, {members(node)}}}'


def root(concept: Concept) -> str:
    """The DPV class that a concept is one of: that of its category; of a kind of document, what it is a kind of."""
    return _ROOTS.get(concept.category, concept.dpv_terms[0])


def source(article: str) -> str:
    """An article with the name of its statute: of the APPI unless the article names another."""
    if article.startswith("第"):
        return f"個人情報の保護に関する法律{article}"
    return f"個人情報の保護に関する法律{article}" if article.startswith("施行令") else article
