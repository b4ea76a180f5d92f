"""The rows of a section as the lines of its text, and as the blocks inside it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..model.numbers import fill
from . import escape
from .draft import Cells, Child, Mark, Reading, Row, Section
from .markers import counted
from .numbering import Forms, bullet
from .phrase import Says, Stated, phrase, table


class TextLine(NamedTuple):
    """A line of a text block; `plain` where it could as well be a string: no item, no row of a table."""

    text: str
    plain: bool


class Body(NamedTuple):
    """The blocks inside a section, in order and side by side; `items` is the numbering they need, None for the
    document's."""

    children: tuple[Child, ...]
    items: str | None


def rows_of(
    rows: tuple[Row, ...],
    first: int,
    marks: tuple[Mark, ...],
    forms: Forms,
    says: Says,
    depth: int = 0,
    bare: bool = False,
    stated: Mapping[int, Stated] | None = None,
    cells: Cells = MappingProxyType({}),
) -> list[TextLine]:
    """The lines of rows; `first` is the index of the first in its section. What is `depth` deep stands at the margin;
    `bare` leaves out the marker of the first row, which its block has. `stated` is what cells of tables state, by row, and
    `cells` are the marks in them."""
    lines: list[TextLine] = []
    counts: dict[int, int] = {}
    for n, row in enumerate(rows):
        if row.apart and lines:
            lines.append(TextLine("", False))
        deep = max(row.depth - depth, 0)
        if row.table is not None:
            grid = table(row.table, says, (stated or {}).get(first + n), cells)
            lines += [TextLine("  " * deep + line, False) for line in grid]
            for deeper in [d for d in counts if d > deep]:
                del counts[deeper]
            continue
        written = phrase(row.pieces, [mark for mark in marks if mark.row == first + n], says)
        if row.marker and deep and not (bare and n == 0):
            for deeper in [d for d in counts if d > deep]:
                del counts[deeper]
            lines += _item(row, written, deep, counts, forms)
            continue
        for deeper in [d for d in counts if d > deep]:
            del counts[deeper]
        if deep == 0:
            # The second and later paragraphs of an article are numbered by the compiler.
            own = row.marker and not (bare and n == 0) and row.paragraph < 2
            marker = escape.words(row.marker) if own else ""
            written = marker + written
        if written:
            lines.append(TextLine("  " * deep + escape.beginning(written), True))
    return lines


def _item(row: Row, written: str, deep: int, counts: dict[int, int], forms: Forms) -> list[TextLine]:
    indent = "  " * (deep - 1)
    n = counts.get(deep, 0) + 1
    numbered = forms.items[min(row.depth, len(forms.items)) - 1] if forms.items else ""
    if written and numbered and fill(numbered, n) == row.marker:
        counts[deep] = n
        return [TextLine(f"{indent}- {written}", False)]
    if written and bullet(forms, row):
        return [TextLine(f"{indent}* {written}", False)]
    if not written and row.marker.strip(" ") == "-":
        return []
    if '"' in row.marker:
        return [TextLine(indent + escape.beginning(escape.words(row.marker) + written), False)]
    return [TextLine(f'{indent}-"{row.marker}" {written}', False)]


def children_form(section: Section, reading: Reading, forms: Forms) -> Body | None:
    """The children of a reading, made to stand side by side, and how they are numbered; None where there are none, or
    where no numbering gives them the markers that the page has."""
    children = _side_by_side(reading.children)
    if children and children[0].block == "purpose":
        children = closing(section, children)
    if children and children[0].block == "disclosure":
        # Their layout says how they stand.
        return Body(children, None)
    if not children or any(section.rows[child.first].table is not None for child in children):
        return None
    markers = [section.rows[child.first].marker for child in children]
    usual = forms.items[0] if forms.items else "（{n}）"
    for form in _candidates(usual, markers):
        if [fill(form, n) for n in range(1, len(markers) + 1)] == markers:
            return Body(children, None if form == usual and forms.items else form)
    return None


def _candidates(usual: str, markers: list[str]) -> Iterable[str]:
    yield usual
    made = counted(markers[0]) if markers[0] else None
    if made is not None:
        yield made.pattern
    yield markers[0]


def _side_by_side(children: tuple[Child, ...]) -> tuple[Child, ...]:
    """Children in order, each up to the next one: rows between two belong to the first."""
    ordered = sorted(children, key=lambda child: child.first)
    if len({child.first for child in ordered}) < len(ordered):
        return ()
    found = []
    for n, child in enumerate(ordered):
        found.append(child._replace(end=ordered[n + 1].first) if n + 1 < len(ordered) else child)
    return tuple(found)


def closing(section: Section, children: tuple[Child, ...]) -> tuple[Child, ...]:
    """The same children, the last one without the sentences that close the whole list: lines without a marker that
    end in a full stop, below titles that do not."""
    *before, last = children
    end = last.end
    titled = not any(section.rows[child.first].text.endswith("。") for child in children)
    while (
        titled
        and end > last.first + 1
        and not section.rows[end - 1].marker
        and section.rows[end - 1].text.endswith("。")
    ):
        end -= 1
    return (*before, last._replace(end=end))
