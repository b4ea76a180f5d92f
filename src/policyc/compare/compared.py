"""The comparison of a document and a page: what is equal is counted, what differs is told by clause."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import NamedTuple, TypeVar

from ..pipeline import Document
from ..published import BULLET, Published, Seen, seen
from .align import gaps, paired, spots
from .said import Clause, Said, said

# Of more lines that changed no one reads each character.
_CLOSELY = 1_000

_ROW = re.compile(r"\| (.*) \|")
_Line = TypeVar("_Line", Said, Seen)

Spot = tuple[tuple[int, int], tuple[int, int]]
"""Where two lines differ: characters [start, end) of the source's line, and of the page's."""


class Difference(NamedTuple):
    """One difference. `kind` is "changed", "missing" (the source says it, the page does not), "added" (only the page
    has it), "moved" (both, at other places) or "links" (the same characters, other addresses)."""

    kind: str
    clause: Clause
    source: Said | None
    page: Seen | None
    spots: tuple[Spot, ...] = ()


class Comparison(NamedTuple):
    """How many lines and characters the page has, and all differences in the order of the source."""

    lines: int
    characters: int
    differences: tuple[Difference, ...]

    @property
    def identical(self) -> bool:
        """Whether there is no difference."""
        return not self.differences


def compare(document: Document, published: Published) -> Comparison:
    """Hold a document against a published page. Blank lines, indentation, marks of the format and bullets that it
    draws are layout; all else must be equal. Addresses are compared where the page's format has any."""
    source = said(document, published.format == "html")
    # A line of nothing but white space of any kind is a blank line.
    page = [line for line in seen(published.blocks) if line.text.strip()]
    if published.format != "html":
        source = [part for line in source for part in _written(line)]
        page = [part for line in page for part in _written(line)]
    linked = published.format != "text" and not (published.supposed and not any(line.links for line in page))
    found = _differences(source, page, linked)
    return Comparison(len(page), sum(len(line.text) for line in page), tuple(_moved(found)))


def _written(line: _Line) -> Iterator[_Line]:
    """A line without what plain text draws with characters: bars between the cells of a table, the hyphen of a bullet."""
    text = line.text.removeprefix(BULLET)
    bars = _ROW.fullmatch(text) if not line.links else None
    for part in bars[1].split(" | ") if bars else [text]:
        if part.strip():
            yield line._replace(text=part.strip(" \t"))


def _differences(source: list[Said], page: list[Seen], with_links: bool) -> list[Difference]:
    found: list[Difference] = []
    at_source = at_page = 0
    for gap in [*gaps([line.text for line in source], [line.text for line in page]), None]:
        stop = gap.a if gap else len(source)
        for line, shown in zip(source[at_source:stop], page[at_page:], strict=False):
            if with_links and line.links != shown.links:
                found.append(Difference("links", line.clause, line, shown))
        if gap is None:
            break
        clause = source[max(gap.a - 1, 0)].clause if source else Clause("", "", 0)
        closely = len(found) < _CLOSELY
        found += _gap(clause, source[gap.a : gap.a_end], page[gap.b : gap.b_end], closely)
        at_source, at_page = gap.a_end, gap.b_end
    return found


def _gap(clause: Clause, ours: list[Said], theirs: list[Seen], closely: bool) -> list[Difference]:
    """The differences of a stretch; what only the page has belongs to the clause of the line before."""
    found: list[Difference] = []
    for i, j in paired([line.text for line in ours], [line.text for line in theirs]):
        if i < 0:
            found.append(Difference("added", clause, None, theirs[j]))
            continue
        line = ours[i]
        clause = line.clause
        if j < 0:
            found.append(Difference("missing", clause, line, None))
        else:
            places = tuple(((s.a, s.a_end), (s.b, s.b_end)) for s in spots(line.text, theirs[j].text, closely))
            found.append(Difference("changed", clause, line, theirs[j], places))
    return found


def _moved(found: list[Difference]) -> list[Difference]:
    """The same differences, with a line that is missing here and added there told once, as moved."""
    added: dict[str, list[Difference]] = defaultdict(list)
    for one in found:
        if one.kind == "added" and one.page is not None:
            added[one.page.text].append(one)
    gone: set[int] = set()
    out: list[Difference] = []
    for one in found:
        others = added.get(one.source.text) if one.kind == "missing" and one.source is not None else None
        if others:
            other = others.pop(0)
            gone.add(id(other))
            one = one._replace(kind="moved", page=other.page)
        out.append(one)
    return [one for one in out if id(one) not in gone]
