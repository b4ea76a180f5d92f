"""A STATEMENT as members of the JSON and as the elements of P3P (REC 3.3)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, NamedTuple

from ...facts.identifiers import FactId
from ..xml_text import Element
from .concepts import OTHER, OTHER_PURPOSE
from .data import Ref
from .statements import Said

_NO_CHOICE = ("current", "ours")
"""What the person asked for, and what is for the operator alone, is no matter of choice: REC 3.3.4 and 3.3.5 forbid the
attribute there."""


class Pair(NamedTuple):
    """A part of a statement as it stands in both files."""

    members: dict[str, Any]
    element: Element


class Statement(NamedTuple):
    """A statement: its members, the elements inside of it, and the practices that it was made from."""

    members: dict[str, Any]
    inside: list[Element]
    practices: list[FactId]


def statement(row: Said) -> Statement:
    """A statement of the intermediate form as it is written."""
    purposes = [_choice(name, row.required) for name in row.purposes]
    if row.aim:
        said = _choice(OTHER_PURPOSE, row.required)
        purposes.append(Pair({**said.members, "text": row.aim}, said.element._replace(inside=row.aim)))
    recipients = [_recipient(name, row.required, said) for name, said in row.recipients]
    refs = references(row.data, row.worded)
    parts = {"purposes": purposes, "recipients": recipients, "data": refs}
    said_of = {word: [part.members for part in some] for word, some in parts.items()}
    return Statement(
        {
            "consequence": row.consequence,
            "practices": row.practices,
            "purposes": said_of["purposes"],
            "recipients": said_of["recipients"],
            "retention": row.retention,
            "data": said_of["data"],
        },
        [
            Element("CONSEQUENCE", inside=row.consequence),
            _around("PURPOSE", purposes),
            _around("RECIPIENT", recipients),
            Element("RETENTION", inside=[Element(row.retention)]),
            _around("DATA-GROUP", refs),
        ],
        row.practices,
    )


def references(rows: Iterable[tuple[str, Ref]], worded: str) -> list[Pair]:
    """DATA elements by their references and categories; `worded` is the text of what no category fits."""
    return [_reference(ref, categories, worded) for ref, categories in rows]


def _reference(ref: str, categories: Ref, worded: str) -> Pair:
    if not categories:
        return Pair({"ref": ref}, Element("DATA", {"ref": ref}))
    made = [
        Pair({"element": OTHER, "text": worded}, Element(OTHER, inside=worded))
        if name == OTHER
        else Pair({"element": name}, Element(name))
        for name in categories
    ]
    return Pair(
        {"ref": ref, "categories": [one.members for one in made]},
        Element("DATA", {"ref": ref}, [_around("CATEGORIES", made)]),
    )


def _around(name: str, parts: list[Pair]) -> Element:
    return Element(name, inside=[part.element for part in parts])


def _recipient(name: str, required: str, said: list[str]) -> Pair:
    made = _choice(name, required)
    if not said:
        return made
    inside = [Element("recipient-description", inside=text) for text in said]
    return Pair({**made.members, "descriptions": said}, made.element._replace(inside=inside))


def _choice(name: str, required: str) -> Pair:
    """An element of P3P with whether the person may choose."""
    if name in _NO_CHOICE:
        return Pair({"element": name}, Element(name))
    return Pair({"element": name, "required": required}, Element(name, {"required": required}))
