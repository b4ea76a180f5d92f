"""Which lines of a text are list items, how deep, with which number, and which are the rows of a table: what the page
and references both go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Line


class Entry(NamedTuple):
    """A list item: its line, its depth (from 0), its number among the numbered items of its list (from 1), and what
    stands below it in order: lines of its own, and lists and tables inside it."""

    line: Line
    depth: int
    n: int
    below: tuple[Element, ...]


class Rows(NamedTuple):
    """The rows of a table."""

    lines: tuple[Line, ...]


Element = Line | Rows | tuple[Entry, ...]


def outline(lines: tuple[Line, ...]) -> Iterator[Element]:
    """The lines of a text, with each list and each table as one. A list goes on over empty lines while items of its
    depth, or lines inside them, follow."""
    at = 0
    while at < len(lines):
        line = lines[at]
        if not line.bullet:
            yield line
            at += 1
        elif line.item:
            entries, at = _list(lines, at, 0)
            yield entries
        else:
            rows, at = _table(lines, at)
            yield rows


def paragraphs(lines: tuple[Line, ...]) -> Iterator[tuple[Element, int]]:
    """The same with the number of the paragraph (項) that each belongs to: one begins behind an empty line or a table, and
    a list goes with the one before it."""
    n, apart, within = 0, True, False
    for element in outline(lines):
        if isinstance(element, Line):
            n += bool(element.segs) and apart and not within
            within = bool(element.segs)
            apart = not within
        else:
            within, apart = False, isinstance(element, Rows)
        yield element, n


def entries(listed: Element) -> Iterator[Entry]:
    """All items of a list, nested ones after the item they stand in; nothing for what is no list."""
    if isinstance(listed, Line | Rows):
        return
    for entry in listed:
        yield entry
        for inner in entry.below:
            yield from entries(inner)


def _table(lines: tuple[Line, ...], at: int) -> tuple[Rows, int]:
    """The table that begins at a line, and where it ends."""
    first = at
    while at < len(lines) and lines[at].row and lines[at].indent == lines[first].indent:
        at += 1
    return Rows(lines[first:at]), at


def _list(lines: tuple[Line, ...], at: int, depth: int) -> tuple[tuple[Entry, ...], int]:
    """The list that begins at a line, and where it ends."""
    indent, found, n = lines[at].indent, [], 0
    ended = False
    while not ended and at < len(lines) and lines[at].item and lines[at].indent == indent:
        first = lines[at]
        n += first.bullet == "-"
        below: list[Element] = []
        at += 1
        while at < len(lines):
            if lines[at].blank:
                after = _goes_on(lines, at, indent)
                if after is None:
                    ended = True
                    break
                at = after
            elif lines[at].indent <= indent:
                break
            elif lines[at].item:
                inner, at = _list(lines, at, depth + 1)
                below.append(inner)
            elif lines[at].row:
                rows, at = _table(lines, at)
                below.append(rows)
            else:
                below.append(lines[at])
                at += 1
        found.append(Entry(first, depth, n, tuple(below)))
    return tuple(found), at


def _goes_on(lines: tuple[Line, ...], at: int, indent: int) -> int | None:
    """Where a list of that indent goes on after the empty lines at `at`; None where it ends."""
    after = next((n for n in range(at, len(lines)) if not lines[n].blank), None)
    if after is None or lines[after].indent > indent or (lines[after].item and lines[after].indent == indent):
        return after
    return None
