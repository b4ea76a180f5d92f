"""The page as plain text: lines as they are, a blank line between blocks, what belongs to an item under it."""

from __future__ import annotations

from ...compose.page import Page, plain
from .rows import one_line, stanzas

_INDENT = "    "


def plain_text(page: Page) -> str:
    """The text; of a link it has the label."""
    blocks = []
    for _, rows in stanzas(page):
        lines = [_INDENT * row.depth + row.marker + one_line(plain(row.line)) for row in rows]
        blocks.append("\n".join(line.rstrip(" \t") for line in lines))
    return "\n\n".join(blocks) + "\n"
