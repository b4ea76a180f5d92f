"""Rows of a text to the rows of a table: which cells name columns, and which are joined to others."""

from __future__ import annotations

from collections.abc import Callable

from ..model import Line
from .lists import Rows
from .page import Cell, ItemList, Paragraph

Content = tuple[Paragraph | ItemList, ...]


def heads(rows: Rows) -> int:
    """How many rows stand above the rule: they name the columns."""
    return next((n for n, line in enumerate(rows.lines) if not line.cells), 0)


def spread(rows: Rows, content: Callable[[tuple[Line, ...]], Content]) -> tuple[tuple[Cell, ...], ...]:
    """The cells of each row; `content` composes the lines of one. `<` widens the cell before it and `^` lengthens the
    one above; where there is none, it is an empty cell."""
    above = heads(rows)
    made: list[list[Cell]] = []
    # By column: in which row and at which place of it the cell stands that covers this column last.
    covered: dict[int, tuple[int, int]] = {}
    for n, line in enumerate(line for line in rows.lines if line.cells):
        row: list[Cell] = []
        made.append(row)
        for column, cell in enumerate(line.cells):
            at = covered.get(column - 1 if cell.joins == "<" else column) if cell.joins else None
            if at is None or (cell.joins == "<" and at[0] != n) or (cell.joins == "^" and at[0] == n):
                at = (n, len(row))
                row.append(Cell(content(cell.lines), cell.head or n < above))
            else:
                joined = made[at[0]][at[1]]
                wider = joined.across + (cell.joins == "<")
                longer = max(joined.down, n - at[0] + 1)
                made[at[0]][at[1]] = joined._replace(across=wider, down=longer)
            covered[column] = at
    return tuple(map(tuple, made))
