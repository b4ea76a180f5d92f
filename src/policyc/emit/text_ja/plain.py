"""The page as plain text: lines as they are, a blank line between blocks, what belongs to an item under it."""

from __future__ import annotations

from ...compose.page import Page, plain
from .rows import Stanza, one_line, stanzas

_INDENT = "    "


def plain_text(page: Page, found: list[Stanza] | None = None) -> str:
    """The text; of a link it has the label. `found` are the page's stanzas, for callers that have them."""
    blocks = []
    for _, rows in found or stanzas(page):
        lines = [_INDENT * row.depth + row.marker + one_line(plain(row.line)) for row in rows]
        blocks.append("\n".join(line.rstrip(" \t") for line in lines))
    return "\n\n".join(blocks) + "\n"
