"""Rows as recognisers read them: one character for one, with the look-alikes of a character made the same.

Everything here keeps places: what a pattern finds at 12 to 15 stands at 12 to 15 of the page.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from ...published.page import Row as Line
from ..draft import Mark, Row, Section

_OPEN, _CLOSE = "(「『[【〔〈《", ")」』]】〕〉》"
_SMALL = {"．": ".", "､": "、", "｡": "。", ",": "、", "、": "、", "･": "・", "－": "-", "‐": "-", "−": "-", "–": "-"}


def fold(text: str) -> str:
    """The same text with full-width letters, digits and signs as ASCII and commas as 、; never longer or shorter."""
    return "".join(map(_folded, text))


def _folded(character: str) -> str:
    if character in _SMALL:
        return _SMALL[character]
    plain = unicodedata.normalize("NFKC", character)
    plain = _SMALL.get(plain, plain)
    return plain if len(plain) == 1 else character


class Sentence(NamedTuple):
    """A sentence of a row, folded; it stands at [start, start + len(text)) there."""

    row: int
    start: int
    text: str

    def mark(self, found: re.Match[str], ref: str, group: int | str = 0, exact: bool = False) -> Mark:
        """A mark over what a pattern found in this sentence."""
        return Mark(self.row, self.start + found.start(group), self.start + found.end(group), ref, exact)


def sentences(section: Section, first: int = 0, end: int | None = None) -> Iterator[Sentence]:
    """The sentences of rows [first, end): a row is cut after each 。 outside brackets. One inside brackets is read as
    a full stop, so that 「[^。]*」 in a pattern goes up to the end of the sentence."""
    for index in range(first, len(section.rows) if end is None else end):
        for start, text in cut(fold(section.rows[index].text), "。"):
            yield Sentence(index, start, text[:-1].replace("。", ".") + text[-1])


def cut(text: str, signs: str, keep: bool = True) -> Iterator[tuple[int, str]]:
    """Pieces of a text with their places, cut at signs outside brackets; with `keep` a piece ends in its sign."""
    start = depth = 0
    for index, character in enumerate(text):
        if character in _OPEN:
            depth += 1
        elif character in _CLOSE:
            depth = max(depth - 1, 0)
        elif character in signs and not depth:
            if text[start:index].strip():
                yield start, text[start : index + keep]
            start = index + 1
    if text[start:].strip():
        yield start, text[start:]


# Nobody writes such a line; a pattern would try each of its characters as a beginning, and look from each to the end.
_LONGEST = 3000


def readable(section: Section) -> Section:
    """The section, and those inside it, with lines that are too long to be read as empty ones."""
    rows = tuple(row if len(row.text) <= _LONGEST else row._replace(pieces=()) for row in section.rows)
    return section._replace(rows=rows, sections=tuple(map(readable, section.sections)))


def whole(section: Section) -> str:
    """All rows of a section, folded, as one text."""
    return "\n".join(fold(row.text) for row in section.rows)


def inside(row: Row, start: int, end: int) -> bool:
    """Whether [start, end) is within one piece of a row: a reference cannot stand half inside a link."""
    at = 0
    for piece in row.pieces:
        if at <= start and end <= at + len(piece.text):
            return start < end
        at += len(piece.text)
    return False


def linked(row: Row | Line, start: int) -> str:
    """Where the characters at `start` link to, "" for nowhere."""
    at = 0
    for piece in row.pieces:
        at += len(piece.text)
        if start < at:
            return piece.url
    return ""


def quoted(text: str) -> str:
    """Characters of the page as a string of the source."""
    return '"' + re.sub(r"([\\\"{}\[*|])", r"\\\1", text) + '"'


def named(title: str) -> str:
    """An identifier for something the page calls `title`."""
    name = re.sub(r"[^\w\-]+|_", "-", fold(title)).strip("-")[:40].strip("-")
    return name if re.match(r"[^\W\d]", name) else f"名-{name}".rstrip("-")
