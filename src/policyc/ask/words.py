"""What a word of a question means: the terms of the vocabulary that it names, with all that is below them."""

from __future__ import annotations

from functools import cache

from ..vocab import CATEGORIES, Concept, concepts, iri, lookup
from ..vocab.targets import dpv_parents, kinds_of
from . import TAKES


def terms(takes: str, word: str) -> list[str]:
    """The IRIs that a word of a question stands for; empty for a word that the vocabulary does not have: then only the
    words of the text itself can match."""
    category = TAKES[takes]
    concept = lookup(category, word) if category else None
    return [] if concept is None else sorted(iri(term) for term in below(concept))


def near(word: str, names: list[str]) -> list[str]:
    """Up to three names that are like a word: those that hold it, or that it holds, then those spelled much like it."""
    from difflib import get_close_matches

    parts = [one for one in names if len(word) > 1 and (word in one or (len(one) > 1 and one in word))]
    # 株式会社みほん出版 for みほん出版, before みほん.
    parts.sort(key=lambda one: abs(len(one) - len(word)))
    return list(dict.fromkeys([*parts, *get_close_matches(word, names, 3, 0.6)]))[:3]


@cache
def below(concept: Concept) -> frozenset[str]:
    """The terms that a concept stands for: its own, its exact DPV term, and those of whatever is a kind of it."""
    category = concept.category
    found = {term(concept)}
    if concept.dpv_fit == "exact" and len(concept.dpv_terms) == 1:
        above = concept.dpv_terms[0]
        found.update(term(row) for row in concepts(category).values() if _below(row, above))
        found.update(one for one in dpv_parents() if above in kinds_of(one))
    found.update(term(concepts(category)[part]) for part in concept.parts)
    return frozenset(found - {""})


def term(concept: Concept) -> str:
    """The term that means exactly a concept; empty where there is none."""
    exact = concept.dpv_fit == "exact" and len(concept.dpv_terms) == 1
    return concept.own or (concept.dpv_terms[0] if exact else "")


def _below(row: Concept, above: str) -> bool:
    return any(above in kinds_of(term) for term in row.dpv_terms)


def name(address: str) -> str:
    """The Japanese name of a term by its IRI; the IRI itself where no row of the vocabulary means exactly it."""
    return _names().get(address, address)


@cache
def _names() -> dict[str, str]:
    rows = (row for category in CATEGORIES for row in concepts(category).values())
    return {iri(own): row.ja for row in rows if (own := term(row))}
