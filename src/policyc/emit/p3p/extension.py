"""A fact as an element of the extension: texts are attributes, the words of the page and what has parts stand inside."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any, NamedTuple

from ...facts.declare import Field, written
from ...facts.practices import Detail, Ground
from ...facts.tree import member
from ..xml_text import Element
from .concepts import known, members

PREFIX = "appi:"


class Fact(NamedTuple):
    """A fact as it stands in both files: the members of its JSON, and its element."""

    members: dict[str, Any]
    element: Element


def fact(name: str, row: NamedTuple, without: Container[str] = ()) -> Fact:
    """A fact by what its kind declares: its members as `facts.tree` has them, and an element of a `name`; `without` are names of
    fields that are said otherwise.

    Both are new: a target adds to them what the fact does not hold itself.
    """
    said: dict[str, Any] = {}
    attributes: dict[str, str] = {}
    inside: list[Element] = []
    for place, field, attribute, is_text, is_always_said in _written(type(row)):
        value = row[place]
        if not (value or is_always_said) or field.name in without:
            continue
        if is_text:
            said[field.member] = attributes[attribute] = value
        elif field.form.holds == "text" and not field.form.inside:
            said[field.member] = list(value)
            attributes[attribute] = " ".join(value)
        elif field.form.inside:
            said[field.member] = member(value, field.form.many, members)
            inside += _inside(field, value)
        elif field.form.holds == "truth":
            said[field.member] = value
            attributes[attribute] = "yes" if value else "no"
        elif field.form.holds == "number":
            said[field.member] = value
            attributes[attribute] = str(value)
        else:
            # Only the JSON carries the rows of the vocabulary behind a fact that has several.
            said[field.member] = member(value, field.form.many, members)
    return Fact(said, Element(PREFIX + name, attributes, inside))


def kebab(member: str) -> str:
    """A member of the JSON as the name of an attribute: `listedAt` as `listed-at`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in member)


class _Written(NamedTuple):
    """How a field is written: from its place in the record, and as what attribute; whether it is one text that is no element,
    and whether it is said even when it is no or 0."""

    place: int
    field: Field
    attribute: str
    is_text: bool
    is_always_said: bool


@cache
def _written(kind: Any) -> tuple[_Written, ...]:
    return tuple(
        _Written(
            field.place,
            field,
            kebab(field.member),
            field.form.holds == "text" and not field.form.many and not field.form.inside,
            field.is_always_said,
        )
        for field in written(kind)
    )


def _inside(field: Field, value: Any) -> list[Element]:
    name = field.meaning.element or field.member
    return [_part(name, one) for one in (value if field.form.many else (value,))]


def _part(name: str, value: Any) -> Element:
    if isinstance(value, str):
        return Element(PREFIX + name, inside=value)
    if isinstance(value, Ground):
        return fact(name, value).element
    if isinstance(value, Detail):
        return Element(PREFIX + name, {"name": value.name, "value": value.value})
    return known(value).element
