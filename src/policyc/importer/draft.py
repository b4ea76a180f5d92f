"""The draft of a source: the page's structure, and what recognisers found in it.

The outline of a page (`outline.py`) gives sections of rows; recognisers (`recognise/`) read sections and return what
they found as data; the writer (`write.py`) makes source text of both. A recogniser never changes a character: it says
which characters of which row state which value.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..published.page import Piece, Table
from ..published.page import Row as Line


class Row(NamedTuple):
    """One line of a section as the page shows it.

    `depth` is 0 for a line of prose and counts the lists around an item from 1; `marker` is what the page shows before
    the first row of an item ("（1）", "・", "1. ", BULLET), "" for prose and for further rows of an item. `apart` says
    that a blank line or a new block comes before. `line` is the line of the page's file. A table stands in one row:
    its `pieces` are empty. `paragraph` numbers the first line of each paragraph (項) of an article whose paragraphs have
    numbers; its marker is what the page shows of that.
    """

    pieces: tuple[Piece, ...]
    depth: int = 0
    marker: str = ""
    apart: bool = False
    line: int = 0
    table: Table | None = None
    paragraph: int = 0

    @property
    def text(self) -> str:
        """The characters after the marker."""
        return "".join(piece.text for piece in self.pieces)


class Section(NamedTuple):
    """A heading and what stands under it. `marker` and `tail` are what the heading has before and after its words:
    "第3条（" and "）", "2．" and ""; `level` counts from 1, 0 for what stands before the first heading. `part` says that it
    is a heading over others (章), not a clause."""

    level: int
    marker: str
    heading: tuple[Piece, ...]
    tail: str
    rows: tuple[Row, ...]
    sections: tuple[Section, ...]
    line: int = 0
    part: bool = False

    @property
    def title(self) -> str:
        """The words of the heading."""
        return "".join(piece.text for piece in self.heading)


class Entity(NamedTuple):
    """Something to be declared once: `block` is a keyword ("organization", "desk", "data", "recipient", "term", …),
    `name` its identifier (Japanese is fine), `title` its words as the page first has them; `fields` are lines of source
    by field (`("called", '"当社" as "（以下「{called}」といいます。）"')`)."""

    block: str
    name: str
    title: str
    fields: tuple[tuple[str, str], ...] = ()


class Mark(NamedTuple):
    """Characters [start, end) of a row (by its index in the section) that a reference stands for.

    `ref` is what to refer to: an entity (`当社`), a part of one (`当社.address`), a field (`basis`) or one value of a
    field (`items.name`). The writer writes `{ref}` where that says exactly these characters, `{ref|characters}` else.
    `exact` asks for the former: a definition with its brackets, 「株式会社みほん（以下「当社」といいます。）」. `place` says that
    it refers to a place of the page: a link around it is the author's.
    """

    row: int
    start: int
    end: int
    ref: str
    exact: bool = False
    place: bool = False


Cells = Mapping[Line, tuple[Mark, ...]]
"""Marks in the cells of tables, by the line that they stand in, each as if that line were the only row."""


class Child(NamedTuple):
    """A block inside a clause (`purpose`, `provision`, `transmission`, `entry`) that takes the place of the rows
    [first, end) of its section: its title is the first row, its text the others. Marks in these rows hold for it."""

    block: str
    name: str
    first: int
    end: int
    fields: tuple[tuple[str, str], ...] = ()


class Doubt(NamedTuple):
    """What was suspected but not declared: a remark for the source, in Japanese, at a row of the section."""

    row: int
    remark: str


class Reading(NamedTuple):
    """What a recogniser makes of a section: the clause type, its fields as source text, and where they are stated.

    Every field of `fields` whose key is a stated one has at least one mark (or stands in a child's words): the compiler
    takes a fact that no sentence states for an error.
    """

    clause: str
    fields: tuple[tuple[str, str], ...] = ()
    marks: tuple[Mark, ...] = ()
    children: tuple[Child, ...] = ()
    entities: tuple[Entity, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    cells: Cells = MappingProxyType({})
