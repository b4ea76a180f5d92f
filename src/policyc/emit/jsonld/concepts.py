"""What the target makes of the vocabulary: terms, losses, and the own terms that are described in a file.

Whoever knows only DPV climbs from an own term by skos:broader. All this depends on the rows of the vocabulary alone: it
is made when a row is first used, and remembered.
"""

from __future__ import annotations

from typing import NamedTuple

from ...vocab import NAMESPACES, Concept, lookup
from .. import BROADER, EXACT, NONE_FIT
from ..json_text import Ready, ready
from .addresses import fit
from .nodes import Node, ja, said
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
    """An own term as a node: its IRI and its members; and as it stands in every file that describes it alone."""

    ref: str
    node: Node
    ready: Ready


class Said(NamedTuple):
    """How a concept is said: its terms (our own first, then the DPV terms above it or equal to it), a list that is shared; the
    name and node of its own term, if any; and how near it is (`fit`), with a note on what is lost where that is not EXACT."""

    terms: list[str]
    name: str
    own: Own | None
    fit: str
    note: str


SAID: dict[int, Said] = {}
"""Rows of the vocabulary that were said before, by where they are; for callers that say hundreds."""
_own: dict[str, Own] = {}


def say(concept: Concept) -> Said:
    """How a concept is said."""
    found = SAID.get(id(concept))
    if found is None:
        found = _made(concept)
        # Rows of the shipped vocabulary last as long as the process, so what they are is known by where they are.
        if lookup(concept.category, concept.id) is concept:
            SAID[id(concept)] = found
    return found


def own(term: str) -> Own:
    """An own term that is no concept of the vocabulary."""
    found = _own.get(term)
    if found is None:
        row = TERMS[term.partition(":")[2]]
        node: Node = {
            "type": ["skos:Concept"],
            "label": {"ja": row.ja, "en": row.en},
            "broader": [row.broader],
            "inScheme": NAMESPACES["policyc"],
        }
        found = _own[term] = _described(term, node)
    return found


def _made(concept: Concept) -> Said:
    name = concept.own or ""
    if name.startswith(("http://", "https://")):
        name = fit(name)
    terms = list(concept.dpv_terms)
    described = None
    if concept.own is not None:
        described = _described(name, _members(concept, terms))
        terms = [name, *terms]
    note = concept.dpv_note or f"{concept.en}: DPV has {', '.join(concept.dpv_terms)}"
    fit_ = concept.dpv_fit if concept.dpv_fit in (EXACT, NONE_FIT) else BROADER
    return Said(terms, name, described, fit_, note)


def _described(name: str, node: Node) -> Own:
    return Own(name, node, ready({"id": name, **node}))


def _members(concept: Concept, above: list[str]) -> Node:
    prefix = (concept.own or "").partition(":")[0]
    node: Node = {
        "type": ["skos:Concept", root(concept)],
        "label": {"ja": concept.ja, "en": concept.en},
        "definition": {"ja": concept.definition_ja, "en": concept.definition_en},
        "broader": above,
        "source": ja(source(concept.article or "")),
        "inScheme": "" if prefix.startswith("http") else NAMESPACES[prefix],
    }
    return said(node)


def root(concept: Concept) -> str:
    """The DPV class that a concept is one of: that of its category; of a kind of document, what it is a kind of."""
    return _ROOTS.get(concept.category, concept.dpv_terms[0])


def source(article: str) -> str:
    """An article with the name of its statute: of the APPI unless the article names another."""
    if article.startswith("第"):
        return f"個人情報の保護に関する法律{article}"
    return f"個人情報の保護に関する法律{article}" if article.startswith("施行令") else article
