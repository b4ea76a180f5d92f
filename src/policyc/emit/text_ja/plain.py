"""The page as plain text: lines as they are, a blank line between blocks, what belongs to an item under it."""

from __future__ import annotations

from ...compose.page import Page, Table, plain
from .rows import Row, Stanza, cell_rows, one_line, stanzas

_INDENT = "    "


def plain_text(page: Page, found: list[Stanza] | None = None) -> str:
    """The text; of a link it has the label. `found` are the page's stanzas, for callers that have them."""
    blocks = []
    for _, rows, table in found or stanzas(page):
        lines = [_line(row) for row in rows] if table is None else _table(table)
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _line(row: Row) -> str:
    return (_INDENT * row.depth + row.marker + one_line(plain(row.line))).rstrip(" \t")


def _table(table: Table) -> list[str]:
    """Each row in one line, its cells between bars. Where a cell has several lines, each cell stands on lines of its
    own, with a blank line after each row: side by side they could not be told apart."""
    rows = [[cell_rows(cell) for cell in cells] for cells in table.rows]
    if all(len(lines) < 2 for cells in rows for lines in cells):
        return ["| " + " | ".join("".join(map(_line, lines)) for lines in cells) + " |" for cells in rows]
    found: list[str] = []
    for cells in rows:
        found += [*(_line(row) for lines in cells for row in lines), ""]
    return found[:-1]
