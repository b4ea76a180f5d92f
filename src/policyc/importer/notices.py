"""Labels and values of a notice (特定商取引法, 資金決済法), in the layouts that pages give them, as one section each.

What comes of it is a draft in which each label is the first row of its disclosure and the value the others; the layout
says how the page shows that.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import NamedTuple

from ..published import page
from ..published.page import Piece
from .draft import Child, Doubt, Row, Section
from .recognise.labels import label

Labelled = Callable[[str], str]
"""The id of what a label asks, "" where it is none that is known."""

_BESIDE = re.compile(r"[^：:。、]{1,24}?([ 　]*[：:][ 　]*)(?=[^：: 　])")


class Notice(NamedTuple):
    """A section of labels: its rows, its disclosures among them, and its layout as a value of the source."""

    section: Section
    children: tuple[Child, ...]
    layout: str

    @property
    def doubts(self) -> tuple[Doubt, ...]:
        """Lines of values that look like labels themselves."""
        rows = self.section.rows
        return tuple(
            Doubt(n, "この行は、別の見出しのようです。")
            for child in self.children
            for n in range(child.first + 1, child.end)
            if not rows[n].marker and 1 < len(rows[n].text) <= 30 and label(rows[n].text)
        )


def notices(sections: tuple[Section, ...], kind: str) -> tuple[tuple[Section, ...], dict[int, Notice]]:
    """The sections of a page with headings that are labels put together, and the notices among them by index."""

    def known(words: str) -> str:
        return label(words, kind)

    found: dict[int, Notice] = {}
    whole = _headed(sections, known)
    if whole is not None:
        start = sections[:1] if sections[0].level == 0 else ()
        found[len(start)] = whole
        return (*start, whole.section), found
    for n, section in enumerate(sections):
        made = _tabled(section, known) or _beside(section, known) or _under(section, known)
        if made is not None:
            found[n] = made
    return tuple(found[n].section if n in found else section for n, section in enumerate(sections)), found


def _headed(sections: tuple[Section, ...], known: Labelled) -> Notice | None:
    """Headings that are the labels themselves; at least half of them known ones."""
    listed = [section for section in sections if section.level > 0]
    like = {(section.level, re.sub(r"[0-9０-９]+", "", section.marker), section.tail) for section in listed}
    if len(listed) < 2 or len(like) != 1 or any(section.sections or not section.rows for section in listed):
        return None
    if sum(bool(known(section.title)) for section in listed) * 2 < len(listed):
        return None
    marker, tail = listed[0].marker, listed[0].tail
    same = all((section.marker, section.tail) == (marker, tail) for section in listed)
    if not same or any(piece.url for section in listed for piece in section.heading):
        return None
    rows: list[Row] = []
    starts: list[tuple[int, str]] = []
    for section in listed:
        starts.append((len(rows), known(section.title)))
        rows.append(Row(section.heading, 0, marker, True, section.line))
        rows += section.rows
    signed = bool(marker + tail) and not re.search(r"[0-9０-９]", marker)
    layout = f'"{marker}{{label}}{tail}\\n{{value}}"' if signed else "headed" if not marker + tail else ""
    if not layout:
        return None
    return Notice(Section(1, "", (), "", tuple(rows), (), listed[0].line), _children(starts, len(rows)), layout)


def _tabled(section: Section, known: Labelled) -> Notice | None:
    """A table of two columns, labels and values."""
    tables = [n for n, row in enumerate(section.rows) if row.table is not None]
    if len(tables) != 1 or section.sections or tables[0] != len(section.rows) - 1:
        return None
    grid = section.rows[tables[0]].table
    assert grid is not None
    rows: list[Row] = list(section.rows[:-1])
    starts: list[tuple[int, str]] = []
    for cells in grid.rows:
        if len(cells) != 2 or any(cell.across * cell.down != 1 for cell in cells) or cells[1].head:
            return None
        own = _rows(cells[0])
        if len(own) != 1 or own[0].marker:
            return None
        starts.append((len(rows), known(own[0].text)))
        below = _rows(cells[1])
        if not below:
            return None
        rows += [own[0], *below]
    if sum(bool(word) for _, word in starts) * 2 < len(starts):
        return None
    return Notice(section._replace(rows=tuple(rows)), _children(starts, len(rows)), "table")


def _rows(cell: page.Cell) -> list[Row]:
    from .outline import flat

    return [row for row in flat(cell.content, False) if isinstance(row, Row) and row.table is None]


def _beside(section: Section, known: Labelled) -> Notice | None:
    """Lines that are each a label and its value, 「販売業者：株式会社みほん」."""
    if section.sections or len(section.rows) < 2:
        return None
    hits = [_BESIDE.match(row.text) for row in section.rows]
    signs = {hit[1] for hit in hits if hit is not None}
    if len(signs) != 1 or any(
        hit is None or row.depth or row.marker for hit, row in zip(hits, section.rows, strict=True)
    ):
        return None
    rows: list[Row] = []
    starts: list[tuple[int, str]] = []
    (sign,) = signs
    for hit, row in zip(hits, section.rows, strict=True):
        assert hit is not None
        if len(row.pieces[0].text) < hit.end():
            return None
        first = row.pieces[0].text
        starts.append((len(rows), known(first[: hit.start(1)])))
        rows.append(row._replace(pieces=(Piece(first[: hit.start(1)]),)))
        rest = tuple(p for p in (row.pieces[0]._replace(text=first[hit.end() :]), *row.pieces[1:]) if p.text)
        rows.append(Row(rest, 0, "", False, row.line))
    if sum(bool(word) for _, word in starts) * 2 < len(starts):
        return None
    return Notice(section._replace(rows=tuple(rows)), _children(starts, len(rows)), f'"{{label}}{sign}{{value}}"')


def _under(section: Section, known: Labelled) -> Notice | None:
    """Paragraphs whose first line is a label and the others its value; every one must be a known label."""
    if section.sections or any(row.table is not None for row in section.rows):
        return None
    firsts = [n for n, row in enumerate(section.rows) if row.apart and not row.depth]
    words = [known(section.rows[n].text) for n in firsts]
    while words and not words[0]:
        del words[0], firsts[0]
    ends = [*firsts[1:], len(section.rows)]
    if len(firsts) < 3 or not all(words) or any(end - n < 2 for n, end in zip(firsts, ends, strict=True)):
        return None
    starts = list(zip(firsts, words, strict=True))
    return Notice(section, _children(starts, len(section.rows)), '"{label}\\n{value}"')


def _children(starts: list[tuple[int, str]], end: int) -> tuple[Child, ...]:
    ends = [*(first for first, _ in starts[1:]), end]
    found: list[Child] = []
    for n, ((first, word), stop) in enumerate(zip(starts, ends, strict=True), 1):
        fields = (("is", word),) if word else ()
        found.append(Child("disclosure", f"表示-{n}", first, stop, fields))
    return tuple(found)
