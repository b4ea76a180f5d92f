"""What the cells of a table say."""

from __future__ import annotations

import re

from ...published.page import Cell, Heading, Listing, Paragraph


def text(cell: Cell) -> str:
    """The characters of a cell of one block."""
    said = []
    for block in cell.content:
        match block:
            case Paragraph():
                said += [row.text for row in block.rows]
            case Heading():
                said.append(block.row.text)
            case Listing():
                said += [row.text for item in block.items for row in item.rows]
            case _:
                return ""
    return "\n".join(said)


def address(cell: Cell) -> str:
    """The one address that a cell links to, as a value of the source."""
    pieces = [
        piece for block in cell.content if isinstance(block, Paragraph) for row in block.rows for piece in row.pieces
    ]
    urls = [piece.url for piece in pieces if piece.url]
    if len(urls) != 1 or not re.match(r"https?://[^\s<>\"\\^`{|}]+\Z", urls[0]):
        return ""
    return f"<{urls[0]}>"
