"""Marks of several recognisers in one section: inside each other or apart, never across."""

from __future__ import annotations

from collections.abc import Iterable

from ..draft import Mark, Section
from .lines import inside


def settled(section: Section, marks: Iterable[Mark]) -> tuple[Mark, ...]:
    """Marks in the order of the page, outer ones first; of two that cross, and of two at one place that say the
    same, the first given stays. Nothing stands inside a mark that must say exactly what it covers."""
    kept: list[Mark] = []
    for mark in marks:
        row = section.rows[mark.row]
        if inside(row, mark.start, mark.end) and not any(_clash(mark, other) for other in kept):
            kept.append(mark)
    return tuple(sorted(kept, key=lambda mark: (mark.row, mark.start, -mark.end)))


def _clash(mark: Mark, other: Mark) -> bool:
    if mark.row != other.row or mark.end <= other.start or other.end <= mark.start:
        return False
    if (mark.start, mark.end) == (other.start, other.end):
        return mark.ref == other.ref or mark.exact or other.exact
    outer, inner = (other, mark) if other.start <= mark.start and mark.end <= other.end else (mark, other)
    crosses = not (outer.start <= inner.start and inner.end <= outer.end)
    return crosses or outer.exact
