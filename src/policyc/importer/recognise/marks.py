"""Marks of several recognisers in one section: inside each other or apart, never across."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from ...published import page
from ...published.page import Row as Line
from ..draft import Mark, Row, Section
from .lines import inside


def settled(section: Section, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in the order of the page, outer ones first; of two that cross, and of two at one place that say the
    same, the first given stays. Nothing stands inside a mark that must say exactly what it covers."""
    kept: dict[int, list[Mark]] = {}
    for mark in marks:
        row, others = section.rows[mark.row], kept.setdefault(mark.row, [])
        if inside(row, mark.start, mark.end) and not any(_clash(mark, other) for other in others):
            others.append(mark)
    return tuple(mark for _, marks in sorted(kept.items()) for mark in sorted(marks, key=lambda m: (m.start, -m.end)))


def lines_of(row: Row) -> Iterator[Line]:
    """The lines in the cells of a row that is a table."""
    if row.table is not None:
        yield from page.rows((row.table,))


def in_cell(line: Line, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """The marks of a line in a cell, settled."""
    return settled(Section(0, "", (), "", (Row(line.pieces),), ()), marks)


def _clash(mark: Mark, other: Mark) -> bool:
    if mark.end <= other.start or other.end <= mark.start:
        return False
    if (mark.start, mark.end) == (other.start, other.end):
        return mark.ref == other.ref or mark.exact or other.exact
    outer, inner = (other, mark) if other.start <= mark.start and mark.end <= other.end else (mark, other)
    crosses = not (outer.start <= inner.start and inner.end <= outer.end)
    return crosses or outer.exact
