"""Blocks of one line each, under each other: names, titles, braces and equal fields begin in the same columns."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from itertools import groupby
from typing import NamedTuple

from .width import width

LIMIT = 120


class Cell(NamedTuple):
    """A part of a line that may be aligned. `opens` says what it begins with, `holds` what it is: lines are aligned at a
    cell where it begins alike in all of them and everything before is alike."""

    text: str
    opens: str
    holds: str


Row = tuple[Cell, ...]


def aligned(rows: list[Row], indent: int) -> list[str]:
    """The lines of rows that follow each other, all but their indentation. None is wider than `LIMIT` for being
    aligned: a row too long for that stands as it is, and as many of the others as possible are aligned."""
    lines = ["" for _ in rows]
    for column in range(max(map(len, rows))):

        def alike(number: int, column: int = column) -> object:
            row = rows[number]
            if column + 1 >= len(row):
                return number
            return *(cell.holds for cell in row[: column + 1]), row[column + 1].opens

        for _, group in groupby(range(len(rows)), alike):
            _pad(rows, lines, list(group), column, indent)
    return lines


def _pad(rows: list[Row], lines: list[str], group: list[int], column: int, indent: int) -> None:
    """Write a cell of each row, and the space up to the next one."""
    ends: dict[int, int] = {}
    for number in group:
        if column < len(rows[number]):
            lines[number] += rows[number][column].text
            ends[number] = indent + width(lines[number])
    going_on = [number for number in group if column + 1 < len(rows[number])]
    # How far each may be moved.
    most = {n: LIMIT - 1 - width(" ".join(cell.text for cell in rows[n][column + 1 :])) for n in going_on}
    # Of titles a wide one stands out. Names are short, and titles are looked for in one column.
    wide = any(rows[n][column].holds == "name" for n in going_on)
    common = _common([(ends[n], most[n]) for n in going_on], wide)
    for number in going_on:
        lines[number] += " " * (max(common - ends[number], 0) + 1 if common <= most[number] else 1)


def _common(rows: list[tuple[int, int]], wide: bool) -> int:
    """Of the ends of rows the one at which most of them can be, of several the widest or the least wide; with each end
    comes how far that row may be moved."""
    fitting = [(end, most) for end, most in rows if end <= most]
    ends, limits = sorted(end for end, _ in fitting), sorted(most for _, most in fitting)

    def rank(end: int) -> tuple[int, int]:
        return bisect_right(ends, end) - bisect_left(limits, end), end if wide else -end

    return max(ends, key=rank, default=0)
