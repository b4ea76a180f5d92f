"""Every value that a policy states, with its place: what a target must have in a file, or among its losses."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from .declare import Field, written
from .kinds import KINDS
from .policy import Policy
from .practices import Detail, Ground


class Stated(NamedTuple):
    """A value that a fact states.

    `table` and `id`: which fact; `field`: the name of its field; `word`: under which word of it (`includes` of a ground, the
    name of a detail), empty where the field itself holds the value; `value`: a text, a number, a truth or a row of the vocabulary.
    """

    table: str
    id: str
    field: str
    value: Any
    word: str = ""


def walk(policy: Policy) -> Iterator[Stated]:
    """The values of all facts of a policy, in the order of its tables; what is empty states nothing, and where a fact was
    declared is no part of what it states."""
    for kind in KINDS:
        declared = [field for field in written(kind.record) if field.name not in ("id", "origin")]
        for row in getattr(policy, kind.table):
            for field in declared:
                yield from _values(kind.table, row.id, field, row[field.place])


def _values(table: str, id_: str, field: Field, value: Any) -> Iterator[Stated]:
    for one in value if field.form.many else (value,):
        if isinstance(one, Ground):
            yield Stated(table, id_, field.name, one.text)
            if one.concept is not None:
                yield Stated(table, id_, field.name, one.concept)
            for word in one.includes:
                yield Stated(table, id_, field.name, word, "includes")
        elif isinstance(one, Detail):
            yield Stated(table, id_, field.name, one.value, one.name)
        elif one not in ("", False, None):
            yield Stated(table, id_, field.name, one)
