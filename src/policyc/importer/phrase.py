"""Rows of a page as lines of a source: characters, links, emphasis, and references where marks say so."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..model.links import is_safe
from ..published.page import Cell, Listing, Paragraph, Piece, Table
from ..published.page import Row as Line
from . import escape
from .draft import Mark

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
        if piece.url and over is not None and written.startswith("{") and "|" not in written:
            # The reference links by itself.
            pass
        elif piece.url and is_safe(piece.url):
            written = _link(piece, written)
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


def table(grid: Table, says: Says) -> list[str]:
    """The lines of a table."""
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
        for cell in cells:
            while (n, len(row)) in taken:
                row.append(taken[n, len(row)])
            column = len(row)
            for down in range(cell.down):
                for across in range(cell.across):
                    taken[n + down, column + across] = "<" if across else "^"
            head = "# " if cell.head and n >= heads else ""
            row += [head + _cell(cell, says), *["<"] * (cell.across - 1)]
        while (n, len(row)) in taken and len(row) < columns:
            row.append(taken[n, len(row)])
        lines.append("| " + " | ".join(row) + " |")
    if heads:
        lines.insert(heads, "|" + " --- |" * columns)
    return lines


def _cell(cell: Cell, says: Says) -> str:
    lines: list[str] = []
    for block in cell.content:
        if isinstance(block, Paragraph):
            lines += [escape.beginning(phrase(row.pieces, (), says)) for row in block.rows]
        elif isinstance(block, Listing):
            lines += _items(block, says, 0)
        else:
            lines += [escape.beginning(phrase(row.pieces, (), says)) for row in _all(block)]
    return "\\n".join(lines)


def _items(block: Listing, says: Says, depth: int) -> list[str]:
    lines: list[str] = []
    for item in block.items:
        first = phrase(item.rows[0].pieces, (), says) if item.rows else ""
        bullet = f'-"{item.marker}" '
        lines.append("  " * min(depth, _DEEPEST) + bullet + first)
        lines += ["  " * (depth + 1) + escape.beginning(phrase(row.pieces, (), says)) for row in item.rows[1:]]
        for inner in item.content:
            if isinstance(inner, Listing):
                lines += _items(inner, says, depth + 1)
            else:
                lines += ["  " * (depth + 1) + escape.beginning(phrase(r.pieces, (), says)) for r in _all(inner)]
    return lines


def _all(block: object) -> list[Line]:
    from ..published.page import rows

    return list(rows((block,)))  # type: ignore[arg-type]
