"""The controlled vocabulary: each purpose, data item, recipient … with its names and terms in the targets.

The rows live in the YAML files beside this module; `frozen/` holds them as Python literals, so that a build
imports neither yaml nor pydantic, and reads only the categories that a policy uses.
"""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, at 1.3 ms.
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from policyc.vocab.frozen import CATEGORIES, NAMESPACES

__all__ = ["CATEGORIES", "NAMESPACES", "Concept", "concepts", "index", "iri", "lookup", "words"]


class Concept(NamedTuple):
    """One row: a thing a policy can name, and the nearest terms of the targets.

    `dpv_fit` and `p3p_fit` say how near: exact; broader (the target's term is wider: true but less precise);
    none (the target has no term, and the ones given are only the class that it falls under).
    `article` is of the APPI unless it names another statute or order. `equivalent` is the day from which a country is
    designated under article 28(1), empty for one that is not.
    """

    category: str
    id: str
    ja: str
    aliases: tuple[str, ...]
    en: str
    definition_ja: str
    definition_en: str
    dpv_terms: tuple[str, ...]
    dpv_fit: str
    dpv_note: str
    own: str | None
    p3p_terms: tuple[str, ...]
    p3p_categories: tuple[str, ...]
    p3p_fit: str
    p3p_note: str
    open: bool
    sensitive: bool
    article: str | None
    parts: tuple[str, ...]
    equivalent: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every word that means this concept: the id, the Japanese name, the aliases."""
        return (self.id, self.ja, *self.aliases)

    def as_written(self, word: str) -> str:
        """One of the spellings as a page has it: a Japanese name stays as written, and so does one in Latin letters (OS,
        Cookie). The id and English words, all in small letters, are for the source: "", the page has the row's name."""
        return "" if word == self.id or (word.isascii() and word.islower()) else word


class _Table:
    """One category: the frozen rows, and the concepts that have been asked for so far."""

    __slots__ = ("made", "places", "rows")

    def __init__(self, category: str) -> None:
        if category not in CATEGORIES:
            raise KeyError(category)
        # __import__ and not importlib: that package would cost more than the table itself.
        module = __import__(f"policyc.vocab.frozen.{category}", fromlist=("ROWS",))
        self.rows: tuple[tuple[object, ...], ...] = module.ROWS
        self.places: dict[str, int] = {}
        for place, (_, id, ja, aliases, *_) in enumerate(module.ROWS):
            self.places[id] = self.places[ja] = place
            for alias in aliases:
                self.places[alias] = place
        self.made: dict[int, Concept] = {}

    def at(self, place: int) -> Concept:
        concept = self.made.get(place)
        if concept is None:
            concept = self.made[place] = Concept(*self.rows[place])  # type: ignore[arg-type]
        return concept


_tables: dict[str, _Table] = {}


def _table(category: str) -> _Table:
    table = _tables.get(category)
    if table is None:
        table = _tables[category] = _Table(category)
    return table


def lookup(category: str, word: str) -> Concept | None:
    """The concept that a word (id, Japanese name or alias) names, or None; KeyError for no such category."""
    table = _table(category)
    place = table.places.get(word)
    return None if place is None else table.at(place)


def concepts(category: str) -> Mapping[str, Concept]:
    """All concepts of a category by id, in the order of the file."""
    table = _table(category)
    return {concept.id: concept for concept in map(table.at, range(len(table.rows)))}


def words(category: str) -> tuple[str, ...]:
    """Every spelling that `lookup` knows in a category, in file order: what to suggest the nearest of."""
    return tuple(_table(category).places)


def index(rows: Iterable[Concept]) -> dict[tuple[str, str], Concept]:
    """Concepts by (category, word): how a policy's own rows are looked up beside the shipped ones."""
    return {(concept.category, word): concept for concept in rows for word in concept.spellings}


def iri(curie: str) -> str:
    """The full IRI of `prefix:name`; an absolute IRI stays as it is; KeyError for an unknown prefix."""
    prefix, _, local = curie.partition(":")
    return curie if local.startswith("//") else NAMESPACES[prefix] + local
