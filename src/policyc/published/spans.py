"""The cells of a table that cover several columns or rows, as far as that can be seen."""

from __future__ import annotations

from bisect import bisect_left

from .page import Cell

Rows = list[tuple[Cell, ...]]

# Places of a table, for each of its cells and for any table.
_PLACES, _FREE = 10, 20_000


def fitted(rows: Rows) -> Rows | None:
    """The rows with cells that cover no more than there is: no row behind the last, and no column that no cell begins in
    (it has no width). None where they cover so much more than a table has cells that it is none."""
    rows = [tuple(cell._replace(down=min(cell.down, len(rows) - n)) for cell in cells) for n, cells in enumerate(rows)]
    every = [cell for cells in rows for cell in cells]
    if sum(cell.across * cell.down for cell in every) > _PLACES * len(every) + _FREE:
        return None
    begins = _columns(rows)
    seen = sorted({column for columns in begins for column in columns})

    def width(cell: Cell, column: int) -> int:
        return bisect_left(seen, column + cell.across) - bisect_left(seen, column)

    return [
        tuple(cell._replace(across=width(cell, column)) for cell, column in zip(cells, columns, strict=True))
        for cells, columns in zip(rows, begins, strict=True)
    ]


def _columns(rows: Rows) -> list[list[int]]:
    """The column that each cell begins in."""
    taken: set[tuple[int, int]] = set()
    found: list[list[int]] = []
    for n, cells in enumerate(rows):
        at = 0
        columns: list[int] = []
        for cell in cells:
            while (n, at) in taken:
                at += 1
            columns.append(at)
            taken.update((n + down, at + across) for down in range(cell.down) for across in range(cell.across))
            at += cell.across
        found.append(columns)
    return found
