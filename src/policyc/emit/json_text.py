"""JSON values as text: one encoder for all files, and which values have a line for each of their members.

A file is read in diffs. So a list of facts has a fact a line, and a fact stands in one line whatever it holds.
"""

from __future__ import annotations

from json import JSONEncoder
from typing import Any, NamedTuple

encode = JSONEncoder(ensure_ascii=False, allow_nan=False).encode
"""A JSON value (no cycles, no NaN) in one line, with its characters as they are and its members in their order."""


class OnLines(NamedTuple):
    """An object or a list with a line for each of its members, at an `indent` (in characters).

    `value`: what it holds; of its members only those that are `OnLines` too have lines of their own. `tight`: its first and
    last member stand in the lines of its brackets.
    """

    value: dict[str, Any] | list[Any]
    indent: int = 2
    tight: bool = False


class InLine(NamedTuple):
    """An object that stands in one line, but for those of its members that have lines of their own."""

    value: dict[str, Any]


class Ready(NamedTuple):
    """A value that all files have alike, as the text that was made of it once (`ready`)."""

    text: str


def ready(value: Any) -> Ready:
    """The text of a value, to stand in many trees."""
    return Ready(_text(value))


def json_text(tree: OnLines) -> str:
    """A file: the text of a tree, with a final newline."""
    return f"{_text(tree)}\n"


def _text(value: Any) -> str:
    if isinstance(value, Ready):
        return value.text
    if isinstance(value, InLine):
        return "{" + ", ".join([f"{encode(word)}: {_text(one)}" for word, one in value.value.items()]) + "}"
    if not isinstance(value, OnLines):
        return encode(value)
    rows = value.value
    if isinstance(rows, dict):
        opening, closing, lines = "{", "}", [f"{encode(word)}: {_text(one)}" for word, one in rows.items()]
    else:
        opening, closing, lines = "[", "]", list(map(_text, rows))
    if not lines:
        return opening + closing
    margin = "\n" + " " * value.indent
    first, last = ("", "") if value.tight else (margin, margin[:-2] if value.indent else "\n")
    return opening + first + f",{margin}".join(lines) + last + closing
