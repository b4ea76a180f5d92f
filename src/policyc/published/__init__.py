"""Published pages: reading them (Markdown, HTML, plain text) into blocks and lines."""

from .page import (
    BULLET,
    Block,
    Cell,
    Heading,
    Item,
    Left,
    Listing,
    Pair,
    Pairs,
    Paragraph,
    Piece,
    Published,
    Row,
    Seen,
    Table,
    seen,
)
from .read import MAX_BYTES, read

__all__ = [
    "BULLET",
    "MAX_BYTES",
    "Block",
    "Cell",
    "Heading",
    "Item",
    "Left",
    "Listing",
    "Pair",
    "Pairs",
    "Paragraph",
    "Piece",
    "Published",
    "Row",
    "Seen",
    "Table",
    "read",
    "seen",
]
