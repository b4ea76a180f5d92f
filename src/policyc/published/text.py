"""Plain text: every line is a line, a blank line parts paragraphs."""

from __future__ import annotations

from .page import Block, Paragraph, Piece, Row, shown

_LAYOUT = " \t"


def blocks_of(text: str) -> tuple[Block, ...]:
    """The paragraphs of a text. Spaces and tabs around a line are layout; an ideographic space is a character."""
    blocks: list[Block] = []
    rows: list[Row] = []
    for number, line in enumerate(text.split("\n"), 1):
        stripped = shown(line).strip(_LAYOUT)
        if stripped:
            rows.append(Row((Piece(stripped),), number))
        elif rows:
            blocks.append(Paragraph(tuple(rows)))
            rows = []
    if rows:
        blocks.append(Paragraph(tuple(rows)))
    return tuple(blocks)
