"""Facts that a sentence states in one of a few ways: a table of patterns for each clause type, and how it is read."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..draft import Child, Doubt, Entity, Mark, Reading
from .lines import Sentence


class Rule(NamedTuple):
    """`field` has `value` where `says` is found in a sentence in which `unless` is not.

    The mark stands over the group `m` of `says`, or over all it found. `many` fields hold several values.
    """

    field: str
    value: str
    says: re.Pattern[str]
    unless: re.Pattern[str] | None = None
    many: bool = False


class Found(NamedTuple):
    """A value of a field, and where the page states it."""

    field: str
    value: str
    marks: tuple[Mark, ...]
    entities: tuple[Entity, ...] = ()


def rule(field: str, value: str, says: str, unless: str = "", many: bool = False) -> Rule:
    """A rule with its patterns compiled."""
    return Rule(field, value, re.compile(says), re.compile(unless) if unless else None, many)


def apply(
    rules: Sequence[Rule], read: Iterable[Sentence], first: tuple[str, ...] = ()
) -> tuple[list[Found], list[Doubt]]:
    """What rules find in sentences. A field of one value that is stated in two ways is a doubt, not a fact; of the
    fields in `first` the value whose rule comes first says what the others say, and more."""
    found: list[Found] = []
    doubts: list[Doubt] = []
    listed = tuple(read)
    for one in rules:
        if any(f.field == one.field and f.value.split()[0] == one.value.split()[0] for f in found):
            continue
        for sentence in listed:
            hit = one.says.search(sentence.text)
            if hit is None or (one.unless is not None and one.unless.search(sentence.text)):
                continue
            group = "m" if "m" in one.says.groupindex and hit["m"] is not None else 0
            ref = f"{one.field}.{one.value.split()[0]}" if one.many else one.field
            found.append(Found(one.field, one.value, (sentence.mark(hit, ref, group),)))
            break
    for field in dict.fromkeys(one.field for one in rules if not one.many):
        several = [f for f in found if f.field == field]
        if field in first:
            found = [f for f in found if f.field != field or f is several[0]]
        elif len(several) > 1:
            found = [f for f in found if f.field != field]
            doubts.append(Doubt(several[1].marks[0].row, f"{field} が二とおりに読めます。確かめてください。"))
    return found, doubts


def reading(
    clause: str,
    found: Iterable[Found],
    children: tuple[Child, ...] = (),
    doubts: Iterable[Doubt] = (),
    marks: Iterable[Mark] = (),
) -> Reading:
    """A reading of what was found: the values of a field in the order given, all their marks and entities."""
    listed = tuple(found)
    fields: dict[str, list[str]] = {}
    for one in listed:
        values = fields.setdefault(one.field, [])
        if one.value not in values:
            values.append(one.value)
    return Reading(
        clause,
        tuple((field, ", ".join(values)) for field, values in fields.items()),
        (*(mark for one in listed for mark in one.marks), *marks),
        children,
        tuple(dict.fromkeys(entity for one in listed for entity in one.entities)),
        tuple(doubts),
    )
