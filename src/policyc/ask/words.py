"""What a word of a question means: the terms of the vocabulary that it names, with all that is below them."""

from __future__ import annotations

from functools import cache

from ..vocab import CATEGORIES, Concept, concepts, iri, lookup
from ..vocab.targets import dpv_parents, kinds_of
from . import TAKES


def terms(takes: str, word: str) -> list[str]:
    """The IRIs that a word stands for: the concept's own, its exact DPV term, and those of whatever is a kind of it.

    Empty for a word that the vocabulary does not have: then only the words of the text itself can match.
    """
    category = TAKES[takes]
    concept = lookup(category, word) if category else None
    if concept is None:
        return []
    found = {_term(concept)}
    if concept.dpv_fit == "exact" and len(concept.dpv_terms) == 1:
        above = concept.dpv_terms[0]
        found.update(_term(row) for row in concepts(category).values() if _below(row, above))
        found.update(term for term in dpv_parents() if above in kinds_of(term))
    found.update(_term(concepts(category)[part]) for part in concept.parts)
    return sorted(iri(term) for term in found if term)


def _term(concept: Concept) -> str:
    exact = concept.dpv_fit == "exact" and len(concept.dpv_terms) == 1
    return concept.own or (concept.dpv_terms[0] if exact else "")


def _below(row: Concept, above: str) -> bool:
    return any(above in kinds_of(term) for term in row.dpv_terms)


def name(term: str) -> str:
    """The Japanese name of a term by its IRI; the IRI itself where no row of the vocabulary means exactly it."""
    return _names().get(term, term)


@cache
def _names() -> dict[str, str]:
    rows = (row for category in CATEGORIES for row in concepts(category).values())
    return {iri(term): row.ja for row in rows if (term := _term(row))}
