"""The page as rows under one another, for the formats that are lines of characters."""

from __future__ import annotations

import re
from typing import NamedTuple

from ...compose.page import DRAWN, Block, Cell, ItemList, Line, Page, Paragraph, Section, Table, plain
from ...model.links import is_safe

_COUNTED = re.compile(r"([0-9]{1,9})([.)]) ")


class Row(NamedTuple):
    """A line of the text; `depth` counts the items around it, and the item above a line that continues one.

    `listed` is set on the first row of an item of a list that Markdown has too: drawn bullets, or numbers such as `1. `
    that count on. `begins` is set on the first row of a list.
    """

    depth: int
    marker: str
    line: Line
    listed: bool = False
    begins: bool = False


class Stanza(NamedTuple):
    """Rows with no blank line between, or a table. `level` is that of a heading (the title has 1), 0 for text."""

    level: int
    rows: list[Row]
    table: Table | None = None


def stanzas(page: Page) -> list[Stanza]:
    """The whole page in order."""
    found = [Stanza(1, [Row(0, "", page.title)])] if page.titled else []
    for block in page.content:
        _block(block, found)
    return found


def _block(block: Block, found: list[Stanza]) -> None:
    if isinstance(block, Section):
        if said((block.heading,)):
            found.append(Stanza(block.level + 1, [Row(0, "", block.heading)]))
        for inner in block.content:
            _block(inner, found)
    elif isinstance(block, Table):
        found.append(Stanza(0, [], block))
    elif isinstance(block, ItemList):
        joins = block.tight and bool(found) and not found[-1].level and found[-1].table is None
        if not joins:
            found.append(Stanza(0, []))
        _items(block, 0, found)
        if not found[-1].rows and found[-1].table is None:
            found.pop()
    else:
        rows = [Row(0, "", line) for line in said(block.lines)]
        if rows:
            found.append(Stanza(0, rows))


def _items(block: ItemList, depth: int, found: list[Stanza]) -> None:
    counts = counts_on(block)
    begins = True
    for item in block.items:
        lines = said(item.lines)
        rows = found[-1].rows
        if lines or item.marker not in ("", DRAWN):
            listed = (counts or item.marker == DRAWN) and bool(lines)
            rows.append(Row(depth, item.marker, lines[0] if lines else (), listed, begins))
            begins = False
        rows += [Row(depth + 1, "", line) for line in lines[1:]]
        for inner in item.content:
            if isinstance(inner, Table):
                # A table needs lines of its own; what follows goes on after it.
                found += [Stanza(0, [], inner), Stanza(0, [])]
            else:
                _items(inner, depth + 1, found)


def counts_on(block: ItemList) -> bool:
    """Whether the markers of a list are the numbers that a list of Markdown shows."""
    if not all(said(item.lines) for item in block.items):
        return False
    counted = [_COUNTED.fullmatch(item.marker) for item in block.items]
    first = counted[0]
    return first is not None and all(
        hit is not None and hit[2] == first[2] and hit[1] == str(int(first[1]) + n) for n, hit in enumerate(counted)
    )


def said(lines: tuple[Line, ...]) -> list[Line]:
    """The lines that say something: a reference may have had nothing to say."""
    return [line for line in lines if plain(line).strip()]


def cell_rows(cell: Cell) -> list[Row]:
    """The lines of a cell of a table."""
    found = [Stanza(0, [])]
    for block in cell.content:
        if isinstance(block, Paragraph):
            found[-1].rows.extend(Row(0, "", line) for line in said(block.lines))
        else:
            _items(block, 0, found)
    return [row for stanza in found for row in stanza.rows]


def one_line(text: str) -> str:
    """A text in one line: a line break inside a heading or a label is a space."""
    return text.replace("\n", " ") if "\n" in text else text


class Stretch(NamedTuple):
    """Neighbouring runs of one look and of the same facts."""

    text: str
    strong: bool
    facts: tuple[str, ...]


class Linked(NamedTuple):
    """What a line holds under one address, "" for none; `bare` where that address was written to stand for itself."""

    url: str
    bare: bool
    stretches: list[Stretch]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join([stretch.text for stretch in self.stretches])


def linked(line: Line) -> list[Linked]:
    """A line by the addresses that it links to; an address that may harm is not linked to."""
    found: list[Linked] = []
    last = None
    stretches: list[Stretch] = []
    for text, url, strong, facts, _, _, _, bare in line:
        if not text:
            continue
        if len(facts) > 1:
            facts = tuple(dict.fromkeys(facts))
        if url != last:
            last, stretches = url, [tuple.__new__(Stretch, (text, strong, facts))]
            found.append(tuple.__new__(Linked, (url if not url or is_safe(url) else "", bare, stretches)))
            continue
        before = stretches[-1]
        if before[1] == strong and before[2] == facts:
            stretches[-1] = tuple.__new__(Stretch, (before[0] + text, strong, facts))
        else:
            stretches.append(tuple.__new__(Stretch, (text, strong, facts)))
    return found
