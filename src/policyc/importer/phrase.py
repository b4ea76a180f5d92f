"""Rows of a page as lines of a source: characters, links, emphasis, and references where marks say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import assert_never

from ..model.links import is_safe
from ..published.page import BULLET, Block, Cell, Heading, Item, Listing, Pairs, Paragraph, Piece, Table
from ..published.page import rows as rows_of
from . import escape
from .draft import Cells, Mark

Says = Callable[[str], str]
"""What a reference alone says, "" where that is not known."""

# Levels of lists below the first that a source can say.
_DEEPEST = 7
_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^<>()\s]+")


def phrase(pieces: tuple[Piece, ...], marks: Sequence[Mark], says: Says, at: int = 0) -> str:
    """The source of pieces; `marks` are those of their row, outer ones first, and `at` is where the pieces begin in it."""
    out: list[str] = []
    for piece in pieces:
        end = at + len(piece.text)
        inside = [mark for mark in marks if at <= mark.start and mark.end <= end]
        over = next((m for m in inside if (m.start, m.end) == (at, end) and (m.exact or says(m.ref))), None)
        written = _marked(piece.text, inside, says, at)
        by_itself = over is not None and not over.place and not piece.url.startswith(("mailto:", "tel:"))
        if piece.url and by_itself and written.startswith("{") and "|" not in written:
            # The reference links by itself.
            pass
        elif piece.url and is_safe(piece.url):
            written = _link(piece, written)
            if out and out[-1].endswith("!") and written.startswith("["):
                # A `!` before a link is no picture of Markdown.
                out[-1] = out[-1][:-1] + "\\!"
        out.append(f"**{written}**" if piece.strong and written.strip() and "**" not in written else written)
        at = end
    return "".join(out)


def _link(piece: Piece, label: str) -> str:
    if piece.text == piece.url and _ADDRESS.fullmatch(piece.url) and label == escape.words(piece.text):
        return f"<{piece.url}>"
    return f"[{label}]({piece.url})"


def _marked(text: str, marks: Sequence[Mark], says: Says, at: int) -> str:
    """Characters of one piece with its marks; a mark holds those after it that stand inside it."""
    out, done = "", at
    index = 0
    while index < len(marks):
        mark = marks[index]
        inner = [m for m in marks[index + 1 :] if mark.start <= m.start and m.end <= mark.end]
        out += escape.words(text[done - at : mark.start - at])
        covered = text[mark.start - at : mark.end - at]
        if mark.exact or (says(mark.ref) == covered and not inner):
            out += f"{{{mark.ref}}}"
        else:
            out += f"{{{mark.ref}|{_marked(covered, inner, says, mark.start)}}}"
        done = mark.end
        index += 1 + len(inner)
    return out + escape.words(text[done - at :])


Stated = Mapping[tuple[int, int], str]
"""What cells say that state a fact, as source, by row and place in it."""


def table(grid: Table, says: Says, stated: Stated | None, marks: Cells) -> list[str]:
    """The lines of a table; `marks` are those in its cells."""
    stated = stated or {}
    columns = max((sum(cell.across for cell in cells) for cells in grid.rows), default=1)
    lines: list[str] = []
    heads = 0
    while heads < len(grid.rows) and grid.rows[heads] and all(cell.head for cell in grid.rows[heads]):
        heads += 1
    if heads == len(grid.rows):
        heads = 0
    # By place: what a larger cell leaves of itself there.
    taken: dict[tuple[int, int], str] = {}
    for n, cells in enumerate(grid.rows):
        row: list[str] = []
        for place, cell in enumerate(cells):
            while (n, len(row)) in taken:
                row.append(taken[n, len(row)])
            column = len(row)
            for down in range(cell.down):
                for across in range(cell.across):
                    taken[n + down, column + across] = "<" if across else "^"
            head = "# " if cell.head and n >= heads else ""
            row += [head + (stated.get((n, place)) or _cell(cell, says, marks)), *["<"] * (cell.across - 1)]
        while (n, len(row)) in taken and len(row) < columns:
            row.append(taken[n, len(row)])
        lines.append("| " + " | ".join(row) + " |")
    if heads:
        lines.insert(heads, "|" + " --- |" * columns)
    return lines


def _cell(cell: Cell, says: Says, marks: Cells) -> str:
    return "\\n".join(_lines(cell.content, says, marks, 0))


def _lines(blocks: tuple[Block, ...], says: Says, marks: Cells, depth: int) -> Iterator[str]:
    """The lines of a cell: its lists as lists; what stands in a table within it one after the other."""
    indent = "  " * min(depth, _DEEPEST + 1)
    for block in blocks:
        match block:
            case Listing():
                for item in block.items:
                    yield from _item(item, says, marks, depth)
            case Table():
                for cell in (cell for cells in block.rows for cell in cells):
                    yield from _lines(cell.content, says, marks, depth)
            case Pairs():
                for pair in block.pairs:
                    yield from _lines((Paragraph(pair.label), *pair.content), says, marks, depth)
            case Heading() | Paragraph():
                for row in (block.row,) if isinstance(block, Heading) else block.rows:
                    yield indent + escape.beginning(phrase(row.pieces, marks.get(row, ()), says))
            case _:
                assert_never(block)


def _item(item: Item, says: Says, marks: Cells, depth: int) -> Iterator[str]:
    rows, content = item.rows, item.content
    if not rows and content and isinstance(content[0], Heading | Paragraph):
        rows, content = tuple(rows_of(content[:1])), content[1:]
    if rows:
        indent = "  " * min(depth, _DEEPEST)
        yield f'{indent}-"{item.marker}" {phrase(rows[0].pieces, marks.get(rows[0], ()), says)}'
    elif item.marker not in ("", BULLET):
        yield f'{"  " * min(depth, _DEEPEST)}-"{item.marker}" '
    yield from _lines((Paragraph(rows[1:]), *content), says, marks, depth + 1 if rows else depth)
