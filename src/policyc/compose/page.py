"""The composed page: what the text emitters write. Numbers, headings and references are all computed by now."""

from __future__ import annotations

from typing import NamedTuple

from ..source import Source


class Run(NamedTuple):
    """A stretch of text of one look.

    `facts` are the identifiers of what it states. For characters that an author wrote in place (not made from a
    declaration), `literal` is true, and `source` and `offset` say where they stand.
    """

    text: str
    url: str = ""
    strong: bool = False
    facts: tuple[str, ...] = ()
    literal: bool = False
    source: Source | None = None
    offset: int = -1


Line = tuple[Run, ...]


class Paragraph(NamedTuple):
    """Lines under one another. `id` is its anchor, `node` the identifier of the node it speaks for."""

    id: str
    node: str
    lines: tuple[Line, ...]


class ListItem(NamedTuple):
    """A numbered or bulleted item; `lines` come first, `content` (nested lists) after them."""

    id: str
    node: str
    marker: str
    lines: tuple[Line, ...]
    content: tuple[ItemList, ...]


class ItemList(NamedTuple):
    """Items under one another; `tight` joins it to the paragraph before (no blank line between)."""

    items: tuple[ListItem, ...]
    tight: bool


class Section(NamedTuple):
    """A part or a clause. `heading` is the whole heading with its number; `level` counts from 1."""

    id: str
    node: str
    level: int
    marker: str
    title: str
    heading: Line
    content: tuple[Block, ...]


Block = Paragraph | ItemList | Section


class Page(NamedTuple):
    """A whole document as text."""

    id: str
    title: Line
    url: str
    content: tuple[Block, ...]


def plain(line: Line) -> str:
    """The characters of a line."""
    return "".join(run.text for run in line)
