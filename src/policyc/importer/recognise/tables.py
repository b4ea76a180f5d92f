"""What the cells of a table say."""

from __future__ import annotations

import re

from ...published.page import Cell, Heading, Listing, Paragraph, Piece
from ...vocab import lookup
from .lines import fold


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


def only(cell: Cell) -> Piece | None:
    """The one piece of a cell of one line."""
    match cell.content:
        case (Paragraph(rows=(row,)),) if len(row.pieces) == 1:
            return row.pieces[0]
        case _:
            return None


def concepts(cell: Cell, category: str) -> tuple[str, ...]:
    """What a cell of one line lists, as ids of a category; () unless the vocabulary knows each of its words."""
    piece = only(cell)
    return listed(piece.text, category) if piece is not None and not piece.url else ()


def listed(words: str, category: str) -> tuple[str, ...]:
    """What words list, as ids of a category; () unless the vocabulary knows each of them."""
    found: list[str] = []
    whole = lookup(category, fold(words).strip())
    for part in re.split("、|及び|および|・", fold(words)) if whole is None else ():
        concept = lookup(category, part.strip())
        if concept is None:
            return ()
        found.append(concept.id)
    return (whole.id,) if whole is not None else tuple(dict.fromkeys(found))


def address(cell: Cell) -> str:
    """The one address that a cell links to, as a value of the source."""
    pieces = [
        piece for block in cell.content if isinstance(block, Paragraph) for row in block.rows for piece in row.pieces
    ]
    urls = [piece.url for piece in pieces if piece.url]
    if len(urls) != 1 or not re.match(r"https?://[^\s<>\"\\^`{|}]+\Z", urls[0]):
        return ""
    return f"<{urls[0]}>"
