"""Where an item stands in its clause, and where a sentence does: the paragraph (項), and the markers from the outermost
item in."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

from ..model import Line, Node, Text, numbers
from ..source import Source
from .layout import Layout, patterns
from .lists import Element, Rows, entries, paragraphs

DIGITS = "0-9０-９一二三四五六七八九十百"
_BARE = re.compile(rf"[{DIGITS}]+")


class Place(NamedTuple):
    """Where an item stands: its paragraph (from 1, 0 for none), and the markers of the items around it with its own."""

    paragraph: int
    markers: tuple[str, ...]


class _Begun(NamedTuple):
    """A text of a clause, where its lines, lists and tables begin, and the paragraph that each belongs to."""

    text: Text
    starts: list[int]
    paragraphs: list[int]


class Inside:
    """The paragraphs and items of a clause, for those that are pointed into."""

    def __init__(self, layout: Layout, clause: Node) -> None:
        self.layout = layout
        self.clause = clause
        closing = clause.fields.get("closing")
        self._texts: list[_Begun] = []
        # Its items stand behind its text, in the last paragraph of that.
        self._own = self._read(layout.text(clause), 0)
        self._last = self._read(closing.text() if closing is not None else None, self._own)
        self._often: Counter[tuple[str, tuple[str, ...]]] = Counter()

    def _read(self, text: Text | None, before: int) -> int:
        """Take up a text behind so many paragraphs; how many there are then."""
        if text is None:
            return before
        begun = _Begun(text, [], [])
        for element, n in paragraphs(text.lines):
            begun.starts.append(_first(element).start)
            begun.paragraphs.append(before + n)
        self._texts.append(begun)
        return max(begun.paragraphs, default=before)

    def standing(self, scope: Node, source: Source, start: int) -> int:
        """The paragraph in which a text of the clause or of an item of it stands; 0 where that is not known."""
        if scope is not self.clause:
            return self._own if scope.type.role == "item" else 0
        for text, starts, numbered in self._texts:
            if text.source is source and text.start <= start < text.end:
                at = bisect_right(starts, start)
                return numbered[at - 1] if at else 0
        return 0

    def number(self, n: int) -> str:
        """The n-th paragraph as a reference has it, 第2項. Nothing where the clause has but one, or does not number them."""
        if self._last < 2 or not n or self.clause.type.role != "clause":
            return ""
        pattern = patterns(self.clause, "paragraphs")[0]
        written = numbers.fill(pattern, n).strip().rstrip("．.、)）").lstrip("(（") if pattern else ""
        if not any(map(str.isalnum, written)):
            return ""
        return f"第{written}項" if "項" not in written else written

    def place(self, id_: str, node: Node | None) -> Place:
        """Where an item stands; `node` is None for an item of a text."""
        markers: list[str] = []
        paragraph = 0
        at = node
        if at is None:
            at, above, paragraph = self.layout.listed[id_]
            markers = [*above, self.layout.spots[id_].marker]
        while at is not None and at is not self.clause:
            if at.type.role == "item":
                markers.insert(0, self.layout.spots[at.id].marker)
                paragraph = 0
            at = at.parent
        return Place(paragraph or self._own, _said(markers))

    def several(self, place: Place) -> bool:
        """Whether several items of the clause have the markers of one, and no number of a paragraph tells them apart."""
        if not self._often:
            for paragraph, markers in self._every():
                self._often[self.number(paragraph), _said(markers)] += 1
        return self._often[self.number(place.paragraph), place.markers] > 1

    def _every(self) -> Iterator[tuple[int, list[str]]]:
        for text, _, _ in self._texts:
            before = 0 if text is self._texts[0].text else self._own
            for n, markers in self._of_text(text, self.clause, 0):
                yield before + n, markers
        for markers in self._of_blocks(self.clause, 0):
            yield self._own, markers

    def _of_blocks(self, parent: Node, level: int) -> Iterator[list[str]]:
        for child in parent.children:
            if child.type.role != "item" or child.type.worded:
                continue
            above = [self.layout.spots[child.id].marker]
            yield above
            inner = self.layout.text(child)
            if inner is not None:
                for _, markers in self._of_text(inner, child, level + 1):
                    yield above + markers
            for markers in self._of_blocks(child, level + 1):
                yield above + markers

    def _of_text(self, text: Text, node: Node, level: int) -> Iterator[tuple[int, list[str]]]:
        for block, n in paragraphs(text.lines):
            above: list[str] = []
            for entry in entries(block):
                above[entry.depth :] = [self.layout.marker(entry, node, level)]
                yield n, list(above)


def inside(layout: Layout, clause: Node) -> Inside:
    """The paragraphs and items of a clause, looked through once."""
    if clause not in layout.inside:
        layout.inside[clause] = Inside(layout, clause)
    return layout.inside[clause]


def _first(element: Element) -> Line:
    if isinstance(element, Line):
        return element
    return element.lines[0] if isinstance(element, Rows) else element[0].line


def _said(markers: list[str]) -> tuple[str, ...]:
    """Markers as a reference has them: bullets say nothing, and an outermost 一 is 第一号."""
    said = [marker for mark in markers if any(map(str.isalnum, marker := mark.strip()))]
    if said and _BARE.fullmatch(said[0]):
        said[0] = f"第{said[0]}号"
    return tuple(said)
