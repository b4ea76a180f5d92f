"""The page as plain text: lines as they are, a blank line between blocks, what belongs to an item under it."""

from __future__ import annotations

from ...compose.page import Page
from .blocks import stanzas
from .rows import Grid, Row, Stanza

_INDENT = "    "


def plain_text(page: Page, found: list[Stanza] | None = None) -> str:
    """The text; of a link it has the label. `found` are the page's stanzas, for callers that have them."""
    blocks = []
    for _, rows, table in stanzas(page) if found is None else found:
        lines = [_line(row) for row in rows] if table is None else _table(table)
        if lines:
            blocks.append("\n".join(lines))
    return "\n\n".join(blocks) + "\n"


def _line(row: Row) -> str:
    return f"{_INDENT * row.depth}{row.marker}{row.text}".rstrip(" \t")


def _table(table: Grid) -> list[str]:
    """Each row in one line, its cells between bars. Where a cell has several lines, each cell stands on lines of its
    own, with a blank line after each row: side by side they could not be told apart."""
    rows = [[lines for _, lines in cells] for cells in table.rows]
    if all(len(lines) < 2 for cells in rows for lines in cells):
        return ["| " + " | ".join("".join(map(_line, lines)) for lines in cells) + " |" for cells in rows]
    found: list[str] = []
    for cells in rows:
        found += [*(_line(row) for lines in cells for row in lines), ""]
    return found[:-1]
