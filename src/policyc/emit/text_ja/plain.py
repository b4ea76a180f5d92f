"""The page as plain text: lines as they are, a blank line between blocks, what belongs to an item under it."""

from __future__ import annotations

from ...compose.page import Page, plain
from .rows import one_line, stanzas

_INDENT = "    "


def plain_text(page: Page) -> str:
    """The text; of a link it has the label."""
    return "\n\n".join(
        "\n".join(
            _INDENT * row.depth + (row.marker + one_line(plain(row.line))).rstrip(" \t") for row in stanza.rows
        )
        for stanza in stanzas(page)
    ) + "\n"
