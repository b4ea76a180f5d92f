"""What a source says, as lines: the composed page the way `published.seen` shows a published one."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple, assert_never
from unicodedata import east_asian_width

from ..compose.page import DRAWN, Block, ItemList, Line, ListItem, Page, Paragraph, Run, Section, Table, plain
from ..pipeline import Document


class Clause(NamedTuple):
    """A part or clause of the source: its heading, and the file and line where it is declared."""

    heading: str
    file: str
    line: int


class Said(NamedTuple):
    """A line that the source says: its characters, the addresses in it, and its clause."""

    text: str
    links: tuple[str, ...]
    clause: Clause


_BLANKS = re.compile(r"[ \t]+")


def said(document: Document, collapsed: bool) -> list[Said]:
    """The lines of a document in order, the title first if it has one. `collapsed`: blanks as HTML shows them."""
    page = document.composition.page
    clauses = _places(document)
    return [line._replace(text=_shown(line.text, collapsed)) for line in _page(page, clauses) if line.text.strip()]


def _page(page: Page, clauses: dict[str, tuple[str, int]]) -> Iterator[Said]:
    clause = Clause(plain(page.title), *clauses[page.id])
    if page.titled:
        yield _line(page.title, clause)
    yield from _blocks(page.content, clause, clauses)


def _blocks(blocks: tuple[Block, ...], clause: Clause, clauses: dict[str, tuple[str, int]]) -> Iterator[Said]:
    """Every kind of block; a new one is added here."""
    for block in blocks:
        match block:
            case Section():
                inner = Clause(plain(block.heading), *clauses.get(block.node, clause[1:]))
                yield _line(block.heading, inner)
                yield from _blocks(block.content, inner, clauses)
            case Paragraph():
                for line in block.lines:
                    yield _line(line, clause)
            case ItemList():
                for item in block.items:
                    yield from _item(item, clause, clauses)
            case Table():
                for cells in block.rows:
                    for cell in cells:
                        yield from _blocks(cell.content, clause, clauses)
            case _:
                assert_never(block)


def _item(item: ListItem, clause: Clause, clauses: dict[str, tuple[str, int]]) -> Iterator[Said]:
    lines = [line for line in item.lines if plain(line).strip()]
    # A number stands on the page even where nothing follows it.
    marker = "" if item.marker == DRAWN else item.marker
    yield _line((Run(marker), *(lines[0] if lines else ())), clause)
    for line in lines[1:]:
        yield _line(line, clause)
    yield from _blocks(item.content, clause, clauses)


def _line(line: Line, clause: Clause) -> Said:
    return Said(plain(line), distinct(run.url for run in line if run.text), clause)


def distinct(urls: Iterator[str]) -> tuple[str, ...]:
    """Addresses in order; one that is followed by itself (a link in several pieces) counts once."""
    found: list[str] = []
    last = ""
    for url in urls:
        if url and url != last:
            found.append(url)
        last = url
    return tuple(found)


def _shown(text: str, collapsed: bool) -> str:
    if "\n" in text:
        # A break inside a heading or a label.
        parts = text.split("\n")
        text = parts[0]
        for part in parts[1:]:
            joined = collapsed and text and part and _is_wide(text[-1]) and _is_wide(part[0])
            text += part if joined else f" {part}"
    return (_BLANKS.sub(" ", text) if collapsed else text).strip(" \t")


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "FWH"


def _places(document: Document) -> dict[str, tuple[str, int]]:
    """Where every node of a document is declared."""
    found: dict[str, tuple[str, int]] = {}
    stack = [document.node]
    while stack:
        node = stack.pop()
        found[node.id] = (node.span.source.path, node.span.line)
        stack.extend(node.children)
    found.setdefault(document.composition.page.id, (document.node.span.source.path, document.node.span.line))
    return found
