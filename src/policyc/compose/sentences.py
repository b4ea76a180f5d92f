"""The sentences of a page, and which facts stand behind each: what coverage, evidence and the notes are made of."""

from __future__ import annotations

import re
from typing import NamedTuple

from .page import Block, ItemList, Line, Page, Run, Section, Table, all_facts, plain

_OPEN, _CLOSE = "（「『【〔(", "）」』】〕)"
BRACKETS = re.escape(_OPEN + _CLOSE)
STOPS = re.compile(f"[{BRACKETS}。]")
_NEVER = 1 << 62


class Sentence(NamedTuple):
    """A sentence as published. `node` is the block it belongs to, `anchor` the element of the page it stands in;
    `literal` is the first run that the author wrote out (None when all is generated)."""

    text: str
    facts: tuple[str, ...]
    node: str
    anchor: str
    literal: Run | None

    @property
    def backed(self) -> bool:
        """Whether a declared fact stands behind it."""
        return bool(self.facts)


Lines = list[tuple[str, str, Line]]


def lines(page: Page, names: bool = True) -> Lines:
    """Every line of the text with its node and anchor, in order; headings are left out (they are computed).

    Without `names`, so are the words that only name a column or row of a table: they say nothing by themselves.
    """
    every, said = both(page)
    return every if names else said


def both(page: Page) -> tuple[Lines, Lines]:
    """The lines of a page with and without names, from one walk; the same list where there are none to leave out."""
    found: Lines = []
    names: set[int] = set()
    _lines(page.content, found, names)
    return found, [one for n, one in enumerate(found) if n not in names] if names else found


def _lines(blocks: tuple[Block, ...], found: Lines, names: set[int]) -> None:
    """Adds the lines of blocks to `found`, and to `names` the numbers there of those that are names."""
    for block in blocks:
        if isinstance(block, Section):
            _lines(block.content, found, names)
        elif isinstance(block, ItemList):
            for item in block.items:
                id_, node = item.id, item.node
                found += [(node, id_, line) for line in item.lines]
                if item.content:
                    _lines(item.content, found, names)
        elif isinstance(block, Table):
            for cells in block.rows:
                for cell in cells:
                    first = len(found)
                    _lines(cell.content, found, names)
                    if cell.head:
                        names.update(n for n in range(first, len(found)) if "。" not in plain(found[n][2]))
        else:
            id_, node = block.id, block.node
            found += [(node, id_, line) for line in block.lines]


def sentences(page: Page) -> list[Sentence]:
    """All sentences: a line is cut at each 。 outside brackets; a line without 。 is one sentence. Headings are none,
    nor what names a column or row of a table."""
    found: list[Sentence] = []
    for node, anchor, line in lines(page, names=False):
        found += cut(node, anchor, line)
    return found


class Heading(NamedTuple):
    """A heading of the page: before which sentence (its number) it stands, how deep (from 1), its words and anchor."""

    before: int
    level: int
    text: str
    anchor: str


def headings(page: Page) -> list[Heading]:
    """The headings between the sentences, in the order of the text."""
    found: list[Heading] = []
    _headed(page.content, 0, found)
    return found


def _headed(content: tuple[Block, ...], before: int, found: list[Heading]) -> int:
    for block in content:
        if isinstance(block, Section):
            if block.heading:
                found.append(Heading(before, block.level, plain(block.heading), block.id))
            before = _headed(block.content, before, found)
        else:
            within: Lines = []
            names: set[int] = set()
            _lines((block,), within, names)
            before += sum(len(cut(*line)) for n, line in enumerate(within) if n not in names)
    return before


def cut(node: str, anchor: str, line: Line) -> list[Sentence]:
    """The sentences of one line."""
    whole = plain(line)
    if whole.find("。", 0, -1) < 0:
        return [_whole(node, anchor, line, whole)] if whole.strip() else []
    found: list[Sentence] = []
    facts: dict[str, None] = {}
    literal: Run | None = None
    ends = iter(full_stops(whole))
    end = next(ends, _NEVER)
    # Where the sentence, the run and what is left of the run begin in the line.
    begins = at = start = 0
    for run in line:
        stop = at + len(run.text)
        while end <= stop:
            facts.update(dict.fromkeys(run.facts))
            if literal is None and run.literal:
                literal = _stretch(run, start - at, end - at)
            found.append(Sentence(whole[begins:end], tuple(facts), node, anchor, literal))
            facts, literal, begins, start = {}, None, end, end
            end = next(ends, _NEVER)
        if start < stop:
            if run.facts:
                facts.update(dict.fromkeys(run.facts))
            if literal is None and run.literal:
                literal = _stretch(run, start - at, stop - at)
        at = start = stop
    text = whole[begins:]
    if text.strip():
        found.append(Sentence(text, tuple(facts), node, anchor, literal))
    return found


def full_stops(text: str, marks: re.Pattern[str] = STOPS) -> list[int]:
    """Where the full stops of a line end that stand outside brackets; `marks` finds them, and the brackets."""
    found: list[int] = []
    depth = 0
    for hit in marks.finditer(text):
        mark = hit.group()
        if mark in _OPEN:
            depth += 1
        elif mark in _CLOSE:
            depth = max(depth - 1, 0)
        elif depth == 0:
            found.append(hit.end())
    return found


def _whole(node: str, anchor: str, line: Line, text: str) -> Sentence:
    """A line that is one sentence, as most are."""
    return Sentence(text, tuple(all_facts((line,))), node, anchor, next((run for run in line if run.literal), None))


def _stretch(run: Run, start: int, end: int) -> Run:
    """A part of a run; the run itself where that is all of it, as it mostly is."""
    if start == 0 and end == len(run.text):
        return run
    return run._replace(text=run.text[start:end], offset=run.offset + start)


def evidence(found: list[Sentence]) -> dict[str, list[int]]:
    """For every fact, the numbers of the sentences that state it."""
    index: dict[str, list[int]] = {}
    for number, sentence in enumerate(found):
        for fact in sentence.facts:
            index.setdefault(fact, []).append(number)
    return index
