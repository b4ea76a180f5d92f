"""The page as rows under one another, for the formats that are lines of characters."""

from __future__ import annotations

from typing import NamedTuple

from ...compose.page import Block, ItemList, Line, ListItem, Page, Run, Section
from ...model.links import is_safe


class Row(NamedTuple):
    """A line of the text; `depth` counts the items around it, and the item above a line that continues one."""

    depth: int
    marker: str
    line: Line


class Stanza(NamedTuple):
    """Rows with no blank line between. `level` is that of a heading (the title has 1), 0 for text."""

    level: int
    rows: list[Row]


def stanzas(page: Page) -> list[Stanza]:
    """The whole page in order."""
    found = [Stanza(1, [Row(0, "", page.title)])]
    for block in page.content:
        _block(block, found)
    return found


def _block(block: Block, found: list[Stanza]) -> None:
    if isinstance(block, Section):
        found.append(Stanza(block.level + 1, [Row(0, "", block.heading)]))
        for inner in block.content:
            _block(inner, found)
        return
    if isinstance(block, ItemList):
        rows: list[Row] = []
        for item in block.items:
            _item(item, 0, rows)
        if block.tight and not found[-1].level:
            found[-1].rows.extend(rows)
            return
    else:
        rows = [Row(0, "", line) for line in said(block.lines)]
    if rows:
        found.append(Stanza(0, rows))


def _item(item: ListItem, depth: int, rows: list[Row]) -> None:
    lines = said(item.lines)
    if item.marker or lines:
        rows.append(Row(depth, item.marker, lines[0] if lines else ()))
    rows += [Row(depth + 1, "", line) for line in lines[1:]]
    for inner in item.content:
        for below in inner.items:
            _item(below, depth + 1, rows)


def said(lines: tuple[Line, ...]) -> list[Line]:
    """The lines that say something: a reference may have had nothing to say."""
    return [line for line in lines if any(run.text and not run.text.isspace() for run in line)]


def one_line(text: str) -> str:
    """A text in one line: a line break inside a heading or a label is a space."""
    return text.replace("\n", " ") if "\n" in text else text


def linked(line: Line) -> list[tuple[str, list[Run]]]:
    """The runs of a line by the address they link to, "" for none; an address that may harm is not linked to."""
    found: list[tuple[str, list[Run]]] = []
    last = None
    for run in line:
        if run.url == last:
            found[-1][1].append(run)
        elif run.text:
            last = run.url
            found.append((last if not last or is_safe(last) else "", [run]))
    return found
