"""A published page as its readers see it: what `import` starts from and `compare` holds a source against."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple, assert_never

BULLET = "- "
"""The marker of an item whose bullet is drawn by the page's format (`<ul>`, `-`), not written by its author."""

UNSHOWN = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u061c\u200f\u2028\u2029\u206a-\u206f\ue000-\uf8ff\ufff9-\ufffb\ufffe\uffff]"
)
"""What is on a page but says nothing: control characters, marks of scripts from right to left beside Japanese, and
signs that only a font of the page knows (icons, in the area for private use)."""


def shown(text: str) -> str:
    """The characters of a text that say something."""
    return UNSHOWN.sub("", text)


class Piece(NamedTuple):
    """A stretch of characters of one look; `url` is where it links to, "" for nowhere."""

    text: str
    url: str = ""
    strong: bool = False


class Row(NamedTuple):
    """One line of the page, without its marker; `line` is the line of the file it begins in, from 1."""

    pieces: tuple[Piece, ...]
    line: int

    @property
    def text(self) -> str:
        """Its characters."""
        return "".join(piece.text for piece in self.pieces)


class Heading(NamedTuple):
    """A heading that the page's format marks as one; `level` counts from 1."""

    level: int
    row: Row


class Paragraph(NamedTuple):
    """Rows under one another."""

    rows: tuple[Row, ...]


class Item(NamedTuple):
    """An item of a list that the page's format marks as one.

    `marker` is what stands before its first row, with the space between: "1. ", or BULLET. `rows` come first, `content`
    (lists, further paragraphs, tables) after them.
    """

    marker: str
    rows: tuple[Row, ...]
    content: tuple[Block, ...]


class Listing(NamedTuple):
    """Items under one another."""

    items: tuple[Item, ...]


class Cell(NamedTuple):
    """A cell of a table; `head` where it names a row or a column. It covers `across` columns and `down` rows."""

    content: tuple[Block, ...]
    head: bool = False
    across: int = 1
    down: int = 1


class Table(NamedTuple):
    """Rows of cells; a cell that covers more than one place stands in the first of them only."""

    rows: tuple[tuple[Cell, ...], ...]


class Pair(NamedTuple):
    """A label and what stands under it (`<dt>`, `<dd>`)."""

    label: tuple[Row, ...]
    content: tuple[Block, ...]


class Pairs(NamedTuple):
    """Labels and values under one another."""

    pairs: tuple[Pair, ...]


Block = Heading | Paragraph | Listing | Table | Pairs


class Left(NamedTuple):
    """What was left out and why; `line` is where it begins in the file, `rows` how many lines of text it has."""

    what: str
    line: int
    rows: int


class Published(NamedTuple):
    """A whole page: its format ("markdown", "html", "text"), its encoding, the title its format gives it (`<title>`),
    its blocks in order, and what was left out. `supposed` says that Markdown was only supposed, in a file of plain text:
    one without links may be a text that has none to show."""

    format: str
    encoding: str
    title: str
    blocks: tuple[Block, ...]
    left: tuple[Left, ...] = ()
    supposed: bool = False


class Seen(NamedTuple):
    """A line as a reader sees it, with its marker; what `compare` compares."""

    text: str
    links: tuple[str, ...]
    line: int


def rows(blocks: tuple[Block, ...]) -> Iterator[Row]:
    """All rows of blocks in order, without markers."""
    for block in blocks:
        match block:
            case Heading():
                yield block.row
            case Paragraph():
                yield from block.rows
            case Listing():
                for item in block.items:
                    yield from item.rows
                    yield from rows(item.content)
            case Table():
                for cells in block.rows:
                    for cell in cells:
                        yield from rows(cell.content)
            case Pairs():
                for pair in block.pairs:
                    yield from pair.label
                    yield from rows(pair.content)
            case _:
                assert_never(block)


def seen(blocks: tuple[Block, ...]) -> Iterator[Seen]:
    """The lines of blocks in order; a table gives each cell's lines, row by row, and a drawn bullet has no characters."""
    for block in blocks:
        match block:
            case Heading():
                yield from _rows((block.row,))
            case Paragraph():
                yield from _rows(block.rows)
            case Listing():
                for item in block.items:
                    yield from _rows(item.rows, "" if item.marker == BULLET else item.marker)
                    yield from seen(item.content)
            case Table():
                for cells in block.rows:
                    for cell in cells:
                        yield from seen(cell.content)
            case Pairs():
                for pair in block.pairs:
                    yield from _rows(pair.label)
                    yield from seen(pair.content)
            case _:
                assert_never(block)


def _rows(rows: tuple[Row, ...], marker: str = "") -> Iterator[Seen]:
    for index, row in enumerate(rows):
        # Of an item that holds nothing but blanks only the number shows.
        words = row.text if row.text.strip() else ""
        text = (marker + words if index == 0 else words).strip(" \t")
        if text:
            # A link in several pieces is one; the same address behind other words is another.
            links = groupby(piece.url for piece in row.pieces if piece.text)
            yield Seen(text, tuple(url for url, _ in links if url), row.line)
