"""Tables as Markdown has them: one line a row, a head always, cells of one line."""

from __future__ import annotations

from collections.abc import Callable
from itertools import groupby

from ...compose.page import DRAWN, Cell, Line, Run, Table
from .rows import cell_rows


def table_lines(table: Table, write: Callable[[Line], str]) -> list[str]:
    """The lines of a table; `write` says a line of text. Without heads the first line is empty: there must be one."""
    placed = _placed(table)
    columns = max((len(row) for row in placed), default=1)
    rows = [[_cell(cell, write) if cell is not None else "" for cell in row] for row in placed]
    rows = [row + [""] * (columns - len(row)) for row in rows]
    if not table.heads:
        rows.insert(0, [""] * columns)
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * columns)
    return lines


def _cell(cell: Cell, write: Callable[[Line], str]) -> str:
    said: list[str] = []
    for drawn, rows in groupby(cell_rows(cell), key=lambda row: row.marker == DRAWN):
        if drawn:
            # A list needs lines of its own in Markdown, and a cell has one: HTML says it.
            said.append("<ul>" + "".join(f"<li>{write(row.line)}</li>" for row in rows) + "</ul>")
        else:
            said.append("<br>".join(write((Run(row.marker), *row.line)) for row in rows))
    return "".join(said).replace("|", "\\|")


def _placed(table: Table) -> list[list[Cell | None]]:
    """The cells by row and column, None where a larger cell reaches."""
    grid: list[list[Cell | None]] = [[] for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    for n, cells in enumerate(table.rows):
        column = 0
        for cell in cells:
            while (n, column) in taken:
                grid[n].append(None)
                column += 1
            grid[n] += [cell, *[None] * (cell.across - 1)]
            taken |= {(n + d, column + a) for d in range(1, cell.down) for a in range(cell.across)}
            column += cell.across
    return grid
