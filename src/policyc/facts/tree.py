"""A fact as a tree of plain values: its members by their names, without those that say nothing."""

from __future__ import annotations

from collections.abc import Callable, Container
from functools import cache
from typing import Any, NamedTuple

from ..vocab import Concept
from .declare import written
from .practices import Detail, Ground

Tree = dict[str, Any]


def tree(row: NamedTuple, concept: Callable[[Concept], Any], without: Container[str] = ()) -> Tree:
    """The members of a fact.

    In: a fact; `concept`, what a file has of a row of the vocabulary; `without`, names of fields that a target says otherwise.
    Out: its members in their order. An empty one is left out, but for numbers and truths that are always said.
    """
    found: Tree = {}
    for place, name, word, many, is_plain, is_always_said in _written(type(row)):
        value = row[place]
        if (value or is_always_said) and name not in without:
            found[word] = value if is_plain else member(value, many, concept)
    return found


class _Written(NamedTuple):
    """How a field is written: from its place in the record, by its name, as what member; whether it holds many, whether a JSON
    text can be made of it as it is, and whether it is said even when it is no or 0."""

    place: int
    name: str
    member: str
    many: bool
    is_plain: bool
    is_always_said: bool


@cache
def _written(kind: Any) -> tuple[_Written, ...]:
    """The fields of a kind that files have."""
    return tuple(
        _Written(
            field.place,
            field.name,
            field.member,
            field.form.many,
            field.form.holds in ("text", "number", "truth") and not field.form.many,
            field.is_always_said,
        )
        for field in written(kind)
    )


def member(value: Any, many: bool, concept: Callable[[Concept], Any]) -> Any:
    """A value of a field, or the list of its values, as a tree."""
    if many:
        return [member(one, False, concept) for one in value]
    if isinstance(value, Ground):
        return tree(value, concept)
    if isinstance(value, Detail):
        return {"name": value.name, "value": value.value}
    return value if isinstance(value, str) else concept(value)
