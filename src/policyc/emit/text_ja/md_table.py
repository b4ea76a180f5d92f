"""Tables as Markdown has them: one line a row, a head always, cells of one line."""

from __future__ import annotations

from collections.abc import Callable

from ...compose.page import DRAWN
from .rows import Grid, Row


def table_lines(table: Grid, write: Callable[[Row, str], str]) -> list[str]:
    """The lines of a table; `write` says a row behind a marker. Without heads the first line is empty: there must be one."""
    placed = _placed(table)
    columns = max((len(row) for row in placed), default=1)
    rows = [[_cell(lines, write) if lines else "" for lines in row] for row in placed]
    rows = [row + [""] * (columns - len(row)) for row in rows]
    if not table.heads:
        rows.insert(0, [""] * columns)
    lines = ["| " + " | ".join(row) + " |" for row in rows]
    lines.insert(1, "|" + " --- |" * columns)
    return lines


def _cell(rows: list[Row], write: Callable[[Row, str], str]) -> str:
    """Drawn bullets as a list of HTML: one of Markdown needs lines of its own, and a cell has one line. Other rows are
    lines broken by `<br>`, inside the item they belong to."""
    said = ""
    # The lists around a row, by the depth of their items.
    around: list[int] = []
    for row in rows:
        drawn = row.marker == DRAWN
        while around and (row.depth < around[-1] or (row.depth == around[-1] and not drawn)):
            around.pop()
            said += "</li></ul>"
        if not drawn:
            # A list that ends has broken the line.
            broken = not said or said.endswith("</ul>")
            said += ("" if broken else "<br>") + write(row, row.marker)
            continue
        if around and around[-1] == row.depth:
            said += "</li><li>"
        else:
            around.append(row.depth)
            said += "<ul><li>"
        said += write(row, "")
    return (said + "</li></ul>" * len(around)).replace("|", "\\|")


def _placed(table: Grid) -> list[list[list[Row]]]:
    """The lines of the cells by row and column, none where a larger cell reaches."""
    grid: list[list[list[Row]]] = [[] for _ in table.rows]
    taken: set[tuple[int, int]] = set()
    for n, cells in enumerate(table.rows):
        column = 0
        for cell, lines in cells:
            while (n, column) in taken:
                grid[n].append([])
                column += 1
            grid[n] += [lines, *[[] for _ in range(cell.across - 1)]]
            taken |= {(n + d, column + a) for d in range(1, cell.down) for a in range(cell.across)}
            column += cell.across
    return grid
