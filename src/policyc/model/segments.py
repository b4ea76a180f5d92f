"""What a text is made of: lines of characters, references, links and emphasis, each with its place in the source."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

from ..source import Source, Span


class Lit(NamedTuple):
    """Characters as written."""

    text: str
    start: int


class Ref(NamedTuple):
    """A reference; `words` are the segments after `|`, None when there are none."""

    path: tuple[str, ...]
    words: "tuple[Seg, ...] | None"
    start: int
    end: int


class LinkSeg(NamedTuple):
    """`[label](url)`."""

    label: tuple["Seg", ...]
    url: str
    start: int
    end: int


class Strong(NamedTuple):
    """`**emphasis**`."""

    inner: tuple["Seg", ...]
    start: int


Seg = Lit | Ref | LinkSeg | Strong


class Line(NamedTuple):
    """A line of a text.

    `bullet` is "" (plain), "-" (numbered item), "*" (bullet), `"` (an item with the literal `marker`), or "|": a row of
    a table, with its `cells`; without cells it is the rule under the heads of the table.
    """

    segs: tuple[Seg, ...]
    indent: int
    bullet: str
    marker: str
    anchor: str
    start: int
    end: int
    cells: tuple["Cell", ...] = ()

    @property
    def row(self) -> bool:
        """Whether it belongs to a table."""
        return self.bullet == "|"

    @property
    def item(self) -> bool:
        """Whether it is an item of a list."""
        return self.bullet not in ("", "|")

    @property
    def blank(self) -> bool:
        return not self.segs and not self.bullet


class Cell(NamedTuple):
    """A cell of a table: its lines; `head` where it names its row (`# …`). `joins` is "<" for a cell that is one with
    the cell before it, "^" for one with the cell above, "" for a cell of its own."""

    lines: tuple[Line, ...]
    head: bool = False
    joins: str = ""


class Text(NamedTuple):
    """A text of the source in lines; a string has one. `characters` are all that it is, where it is nothing but characters
    in one line, as most titles and names are."""

    source: Source
    lines: tuple[Line, ...]
    start: int
    end: int
    characters: Lit | None = None

    @property
    def empty(self) -> bool:
        return all(line.blank for line in self.lines)

    @property
    def span(self) -> Span:
        return Span(self.source, self.start, self.end)

    def refs(self) -> list[Ref]:
        """All references, nested ones included."""
        found: list[Ref] = []
        _collect_lines(self.lines, found)
        return found


def _collect_lines(lines: tuple[Line, ...], found: list[Ref]) -> None:
    for line in lines:
        _collect(line.segs, found)
        for cell in line.cells:
            _collect_lines(cell.lines, found)


def _collect(segs: tuple[Seg, ...], found: list[Ref]) -> None:
    for seg in segs:
        if isinstance(seg, Ref):
            found.append(seg)
            _collect(seg.words or (), found)
        elif isinstance(seg, LinkSeg):
            _collect(seg.label, found)
        elif isinstance(seg, Strong):
            _collect(seg.inner, found)
