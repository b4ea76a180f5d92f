"""A fact as an element of the extension: texts are attributes, the words of the page and what has parts stand inside."""

from __future__ import annotations

from collections.abc import Container
from functools import cache
from typing import Any, NamedTuple

from ...facts.declare import Field, fields
from ...facts.practices import Detail, Ground
from ..xml_text import Element
from .concepts import known

PREFIX = "appi:"


class Fact(NamedTuple):
    """A fact as it stands in both files: the members of its JSON, and its element."""

    members: dict[str, Any]
    element: Element


def element(name: str, row: NamedTuple, without: Container[str] = ()) -> Element:
    """The element of a fact, by what its kind declares; `without` are names of fields that are said otherwise.

    Its attributes and its inside are new: a target adds to them what the fact does not hold itself.
    """
    attributes: dict[str, str] = {}
    inside: list[Element] = []
    for place, attribute, field, is_text, is_always_said in _written(type(row)):
        value = row[place]
        if not (value or is_always_said) or field.name in without:
            continue
        if is_text:
            attributes[attribute] = value
        elif field.form.inside:
            inside += _inside(field, value)
        elif field.form.many:
            attributes[attribute] = " ".join(value)
        elif field.form.holds == "truth":
            attributes[attribute] = "yes" if value else "no"
        else:
            attributes[attribute] = str(value)
    return Element(PREFIX + name, attributes, inside)


def kebab(member: str) -> str:
    """A member of the JSON as the name of an attribute: `listedAt` as `listed-at`."""
    return "".join(f"-{letter.lower()}" if letter.isupper() else letter for letter in member)


class _Written(NamedTuple):
    """How a field is written: from its place in the record, as what attribute; whether it is one text that is no element, and
    whether it is said even when it is no or 0."""

    place: int
    attribute: str
    field: Field
    is_text: bool
    is_always_said: bool


@cache
def _written(kind: Any) -> tuple[_Written, ...]:
    """The fields that the extension has. Only the JSON carries the rows of the vocabulary behind a fact that has several."""
    return tuple(
        _Written(
            field.place,
            kebab(field.member),
            field,
            field.form.holds == "text" and not field.form.many and not field.form.inside,
            field.meaning.absent is None and field.form.holds in ("number", "truth"),
        )
        for field in fields(kind)
        if field.meaning.written and not (field.form.holds == "concept" and field.form.many)
    )


def _inside(field: Field, value: Any) -> list[Element]:
    name = field.meaning.element or field.member
    return [_part(name, one) for one in (value if field.form.many else (value,))]


def _part(name: str, value: Any) -> Element:
    if isinstance(value, str):
        return Element(PREFIX + name, inside=value)
    if isinstance(value, Ground):
        return element(name, value)
    if isinstance(value, Detail):
        return Element(PREFIX + name, {"name": value.name, "value": value.value})
    return known(value).element
