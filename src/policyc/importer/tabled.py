"""Blocks that stand in a table of their section, one for each of its rows, and which cells state what they declare."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from ..published.page import Table
from . import escape
from .draft import Child, Reading, Section
from .phrase import Stated
from .recognise.tables import concepts, only
from .recognise.transmission import LISTS, columns_of


class Tabled(NamedTuple):
    """The table's row in the section, its blocks with the fields that cells state, and what those cells say."""

    row: int
    children: tuple[Child, ...]
    stated: Stated


def tabled(section: Section, reading: Reading, titles: Mapping[str, str]) -> Tabled | None:
    """The blocks of a reading that stand in a table, below its head; `titles` are the words of entities by name."""
    if not reading.children or len({child.first for child in reading.children}) != 1:
        return None
    first = reading.children[0].first
    grid = section.rows[first].table
    if grid is None or len(grid.rows) != len(reading.children) + 1:
        return None
    stated: dict[tuple[int, int], str] = {}
    children: list[Child] = []
    for n, child in enumerate(reading.children, 1):
        kept = []
        for field, value in child.fields:
            if child.block == "transmission" and field in LISTS:
                found = _listed(grid, n, field, value)
            else:
                found = _place(grid, n, titles.get(value, ""), value)
            if found is not None and (n, found[0]) not in stated:
                place, words = found
                alone = words == escape.words(titles.get(value, "")) and words
                stated[n, place] = f"{{{child.name}.{field}}}" if alone else f"{{{child.name}.{field}|{words}}}"
                kept.append((field, value))
        if kept:
            children.append(child._replace(fields=tuple(kept)))
    return Tabled(first, tuple(children), stated) if children else None


def _place(grid: Table, row: int, title: str, value: str) -> tuple[int, str] | None:
    """Where a row says a value, and its words: the title of what it names, or the address it links to."""
    for place, cell in enumerate(grid.rows[row]):
        piece = only(cell)
        if piece is None:
            continue
        if title and piece.text.strip(" .．") == title.strip(" .．") and not piece.url:
            return place, escape.words(piece.text)
        if value == f"<{piece.url}>":
            bare = piece.text == piece.url
            return place, f"<{piece.url}>" if bare else f"[{escape.words(piece.text)}]({piece.url})"
    return None


def _listed(grid: Table, row: int, field: str, value: str) -> tuple[int, str] | None:
    """Where a row says what words of the vocabulary a value lists, and its words: all of the cell in its column."""
    place = columns_of(grid).get(field)
    if place is None or ", ".join(concepts(grid.rows[row][place], LISTS[field])) != value:
        return None
    piece = only(grid.rows[row][place])
    return None if piece is None else (place, escape.words(piece.text))
