"""Blocks of one line each, under each other: names, titles, braces and equal fields begin in the same columns."""

from __future__ import annotations

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
    aligned: a cell too wide for that stands out, and the others are aligned without it."""
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
    # The widest end such that no row that is not wider goes beyond the limit when moved there.
    common, least = 0, LIMIT
    for number in sorted(going_on, key=ends.__getitem__):
        rest = " ".join(cell.text for cell in rows[number][column + 1 :])
        least = min(least, LIMIT - 1 - width(rest))
        if ends[number] <= least:
            common = ends[number]
    for number in going_on:
        lines[number] += " " * (max(common - ends[number], 0) + 1)
