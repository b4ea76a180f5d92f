"""Whether what a text names is what a demand names: yes, no, or why that cannot be told."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache
from typing import NamedTuple

from ..ask.words import below, term
from ..reader import DataItem, Document, Purpose, Recipient
from ..vocab import CATEGORIES, Concept, concepts
from ..vocab.targets import TARGETS, kinds_of

NO, UNSAID, MAYBE, YES = range(4)
# Words of the text that name no item, or of a receiver only its place in the law: they take in any other.
_WHOLE = (
    "personal-information",
    "personal-data",
    "retained-personal-data",
    "everything-else",
    "purpose-defined-elsewhere",
)
_ROLES = ("third-party", "foreign-third-party", "processor", "sub-processor", "joint-user", "other-recipient")


class Finding(NamedTuple):
    """How it is (`NO`, `UNSAID`, `MAYBE`, `YES`), why (a word of `words.WHY`), and about which items of the text."""

    how: int
    why: str
    about: tuple[str, ...] = ()


class Item(NamedTuple):
    """What a text names: its words, its terms, and whether it has an end like 「その他」."""

    text: str
    terms: tuple[str, ...]
    open: bool


def data_items(document: Document, rows: Iterable[DataItem]) -> list[Item]:
    """Items of data with those that they are made of."""
    by_id = {row.id: row for row in document.data}
    found: dict[str, Item] = {}
    todo = list(rows)
    while todo:
        row = todo.pop(0)
        if row.id not in found:
            # A group is what it is made of; its own terms count where it is more than that.
            found[row.id] = Item(row.text, row.terms, row.open)
            todo += [by_id[part] for part in row.parts if part in by_id]
    return list(found.values())


def aims(rows: Iterable[Purpose]) -> list[Item]:
    """Purposes."""
    return [Item(row.text, row.terms, row.open) for row in rows]


def receiver(row: Recipient) -> Item:
    """A recipient that the text describes."""
    return Item(row.name, row.terms, row.open)


def going_on(items: list[Item], is_open: bool) -> list[Item]:
    """The items of a list; where the text leaves it open (氏名、住所等), with what it does not name, which may be anything."""
    return [*items, Item(f"{items[-1].text}等", (), True)] if is_open and items else items


def held(items: Sequence[Item], wanted: Sequence[Concept]) -> Finding:
    """Whether any of the items is one of what is wanted; `NO` only where every item is known to be something else."""
    named = frozenset().union(*(below(one) for one in wanted))
    hits = [item.text for item in items if named & set(item.terms)]
    if hits:
        return Finding(YES, "stated", tuple(hits))
    if ends := [item.text for item in items if item.open]:
        return Finding(MAYBE, "open-list", tuple(ends))
    if wide := [item.text for item in items if any(_takes_in(item.terms, one) for one in wanted)]:
        return Finding(MAYBE, "broader", tuple(wide))
    if dark := [item.text for item in items if not _own(item.terms)]:
        return Finding(UNSAID, "kind-unsaid", tuple(dark))
    return Finding(NO, "excluded")


def inside(items: Sequence[Item], allowed: Sequence[Concept]) -> Finding:
    """Whether all of the items are among what is allowed: then `NO`, for nothing is outside."""
    named = frozenset().union(*(below(one) for one in allowed))
    rest = [item for item in items if not (own := _own(item.terms)) or not own <= named]
    if not rest and not any(item.open for item in items):
        return Finding(NO, "within", tuple(item.text for item in items))
    ends = [item.text for item in items if item.open]
    dark = [item.text for item in rest if not _own(item.terms)]
    wide = [item.text for item in rest if any(_takes_in(item.terms, one) for one in allowed)]
    out = [item.text for item in rest if item.text not in (*ends, *dark, *wide)]
    if out:
        return Finding(YES, "outside", tuple(out))
    if ends or wide:
        return Finding(MAYBE, "open-list" if ends else "broader", tuple(ends or wide))
    return Finding(UNSAID, "kind-unsaid", tuple(dark))


@cache
def _takes_in(terms: tuple[str, ...], wanted: Concept) -> bool:
    """Whether an item is wider than what is wanted, so that it may be meant as well."""
    exact = wanted.dpv_terms[0] if wanted.dpv_fit == "exact" and len(wanted.dpv_terms) == 1 else ""
    for own in _own(terms):
        concept = _concepts().get(own)
        if concept is not None and _is_wide(concept, wanted):
            return True
        if exact and own in kinds_of(exact):
            return True
    return False


def _is_wide(concept: Concept, wanted: Concept) -> bool:
    if concept.category != wanted.category:
        return False
    whole = concept.id in _WHOLE or (concept.id in _ROLES and wanted.id not in _ROLES)
    return whole or term(wanted) in below(concept)


@cache
def _own(terms: tuple[str, ...]) -> frozenset[str]:
    """The terms of an item but those that only stand above another one of its terms, and those that anything has."""
    above: set[str] = set(_roots())
    for one in terms:
        concept = _concepts().get(one)
        if concept is not None and concept.own == one:
            above.update(concept.dpv_terms)
    return frozenset(terms) - above


@cache
def _roots() -> frozenset[str]:
    return frozenset(root for name in ("data", "purposes", "recipients") for root in TARGETS[name].roots)


@cache
def _concepts() -> dict[str, Concept]:
    rows = (row for category in CATEGORIES for row in concepts(category).values())
    return {own: row for row in rows if (own := term(row))}
