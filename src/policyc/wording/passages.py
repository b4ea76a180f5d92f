"""A composed document as an editor reads it: its lines in order, each character with its place in the source."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import cached_property
from typing import Literal, NamedTuple

from ..compose.page import Block, ItemList, Line, ListItem, Paragraph, Run, Section, Table
from ..compose.standard import is_standard
from ..model import LinkSeg, Lit, Node, Seg, Strong
from ..pipeline import Document
from ..source import Source, Span
from .quoted import GAP, Quoted, quoted

Profile = Literal["statute", "web"]
STATUTE: Profile = "statute"
WEB: Profile = "web"

# So many line breaks written as escapes are allowed for in one string.
_MOST_BREAKS = 32
HEADING, PROSE, ITEM, CELL = "heading", "prose", "item", "cell"


class Limits(NamedTuple):
    """What is too much. `sentence` counts characters outside brackets; 0 means no limit."""

    sentence: int
    brackets: int


# A statute speaks in long sentences; what people read on a screen should not.
DEFAULTS: dict[Profile, Limits] = {STATUTE: Limits(sentence=250, brackets=2), WEB: Limits(sentence=150, brackets=2)}


class Piece(NamedTuple):
    """A stretch of a passage, and where its characters stand in a source."""

    start: int
    end: int
    source: Source
    offset: int
    # Whether it was written where it is read, and not taken from a declaration.
    literal: bool


class Passage:
    """A line of the page, or the words of a heading. `kind` says what it is, `clause` in which section it stands.

    `bare` is its text with all that an editor leaves alone made into gaps: what is quoted, names, titles of laws,
    addresses, the words of links.
    """

    def __init__(self, text: str, kind: str, clause: str, pieces: tuple[Piece, ...], bare: str) -> None:
        self.text = text
        self.kind = kind
        self.clause = clause
        self.pieces = pieces
        self.bare = bare

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    def span(self, start: int, end: int) -> Span | None:
        """The place of [start, end) where an author wrote just these characters, else None."""
        index = bisect_right(self._starts, start) - 1
        if index < 0:
            return None
        piece = self.pieces[index]
        at = piece.offset + start - piece.start
        if end > piece.end or not piece.source.text.startswith(self.text[start:end], at):
            return None
        return Span(piece.source, at, at + end - start)

    def first(self, start: int, end: int) -> Span | None:
        """The place of the first stretch inside [start, end) that was written where it is read, else None."""
        return self._written(start, end, 1)

    def nearest(self, start: int, end: int) -> Span | None:
        """The place of the last such stretch, else None."""
        return self._written(start, end, -1)

    def _written(self, start: int, end: int, step: int) -> Span | None:
        low = max(bisect_right(self._starts, start) - 1, 0)
        for piece in self.pieces[low : bisect_left(self._starts, end)][::step]:
            left, right = max(piece.start, start), min(piece.end, end)
            if piece.literal and left < right and self.text[left:right].strip():
                span = self.span(left, right)
                if span is not None:
                    return span
        return None


class Reading(NamedTuple):
    """A document with all its passages, and by which style and limits it is read."""

    document: Document
    profile: Profile
    limits: Limits
    passages: tuple[Passage, ...]
    # All bare texts, for a quick look at whether a word occurs at all.
    bare: str


def read(document: Document, profile: Profile, limits: Limits) -> Reading:
    """The passages of a document, in order."""
    reader = _Reader(document)
    passages = tuple(reader.passages())
    return Reading(document, profile, limits, passages, "\n".join(passage.bare for passage in passages))


class _Reader:
    def __init__(self, document: Document) -> None:
        self.page = document.composition.page
        self.nodes: dict[str, Node] = {node.id: node for node in document.node.walk()}
        self.document = document.node
        self.quoted: Quoted = quoted(document.node, document.composition.inline.names)

    def passages(self) -> Iterator[Passage]:
        yield from self._heading(self.document)
        for block in self.page.content:
            yield from self._block(block, "")

    def _block(self, block: Block | ListItem, clause: str) -> Iterator[Passage]:
        if isinstance(block, Section):
            node = self.nodes.get(block.node)
            if node is not None:
                yield from self._heading(node)
            for inner in block.content:
                yield from self._block(inner, block.node)
        elif isinstance(block, Paragraph):
            for line in block.lines:
                yield self._line(line, PROSE, clause)
        elif isinstance(block, ItemList):
            for item in block.items:
                yield from self._block(item, clause)
        elif isinstance(block, Table):
            for row in block.rows:
                for cell in row:
                    for content in cell.content:
                        for passage in self._block(content, clause):
                            passage.kind = CELL
                            yield passage
        else:
            for line in block.lines:
                yield self._line(line, ITEM, clause)
            for below in block.content:
                yield from self._block(below, clause)

    def _line(self, line: Line, kind: str, clause: str) -> Passage:
        pieces: list[Piece] = []
        linked: list[tuple[int, int]] = []
        at = 0
        for run in line:
            end = at + len(run.text)
            if run.source is not None and run.offset >= 0 and not is_standard(run.source):
                pieces.append(Piece(at, end, run.source, _offset(run.source, run), run.literal))
            label = self._label(run) if run.source is None else None
            if label is not None:
                pieces.append(Piece(at, end, *label, True))
                kind = HEADING if len(line) <= 2 else kind
            if run.url:
                linked.append((at, end))
            at = end
        text = "".join(run.text for run in line)
        return Passage(text, kind, clause, tuple(pieces), self.quoted.bare(text, linked))

    def _label(self, run: Run) -> tuple[Source, int] | None:
        """Where the label of a disclosure was written that a run says; a label of the vocabulary was not."""
        node = self.nodes.get(run.facts[-1]) if run.facts else None
        if node is None or not node.type.worded or node.title is None:
            return None
        segs = node.title.lines[0].segs
        if len(segs) != 1 or not isinstance(segs[0], Lit) or segs[0].text != run.text:
            return None
        return node.title.source, segs[0].start

    def _heading(self, node: Node) -> Iterator[Passage]:
        """The title that an author gave, with a gap for each reference."""
        if node.title is None or not node.title.lines:
            return
        words: list[str] = []
        pieces: list[Piece] = []
        at = 0
        for lit in _literals(node.title.lines[0].segs):
            text = lit.text if lit is not None else GAP
            if lit is not None:
                pieces.append(Piece(at, at + len(text), node.title.source, lit.start, True))
            words.append(text)
            at += len(text)
        text = "".join(words)
        yield Passage(text, HEADING, node.id, tuple(pieces), self.quoted.bare(text, []))


def _offset(source: Source, run: Run) -> int:
    """Where the characters of a run begin. What follows line breaks that are written `\\n` stands a little further on
    than the composed page has it."""
    if source.text.startswith(run.text, run.offset):
        return run.offset
    found = source.text.find(run.text, run.offset, run.offset + len(run.text) + _MOST_BREAKS)
    return found if found >= 0 else run.offset


def _literals(segs: tuple[Seg, ...]) -> Iterator[Lit | None]:
    for seg in segs:
        if isinstance(seg, Lit):
            yield seg
        elif isinstance(seg, Strong):
            yield from _literals(seg.inner)
        elif isinstance(seg, LinkSeg) or seg.words is None:
            yield None
        else:
            yield from _literals(seg.words)
