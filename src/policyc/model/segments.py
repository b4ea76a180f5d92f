"""What a text is made of: lines of characters, references, links and emphasis, each with its place in the source."""

from __future__ import annotations

from typing import NamedTuple

from ..source import Source, Span


class Lit(NamedTuple):
    """Characters as written."""

    text: str
    start: int


class Ref(NamedTuple):
    """A reference; `words` are the segments after `|`, None when there are none."""

    path: tuple[str, ...]
    words: tuple[Seg, ...] | None
    start: int
    end: int


class LinkSeg(NamedTuple):
    """`[label](url)`."""

    label: tuple[Seg, ...]
    url: str
    start: int
    end: int


class Strong(NamedTuple):
    """`**emphasis**`."""

    inner: tuple[Seg, ...]
    start: int


Seg = Lit | Ref | LinkSeg | Strong


class Line(NamedTuple):
    """A line of a text. `bullet` is "" (plain), "-" (numbered item), "*" (bullet) or a literal marker in quotes."""

    segs: tuple[Seg, ...]
    indent: int
    bullet: str
    marker: str
    anchor: str
    start: int
    end: int

    @property
    def blank(self) -> bool:
        return not self.segs and not self.bullet


class Text(NamedTuple):
    """A text of the source in lines; a string has one."""

    source: Source
    lines: tuple[Line, ...]
    start: int
    end: int

    @property
    def empty(self) -> bool:
        return all(line.blank for line in self.lines)

    @property
    def span(self) -> Span:
        return Span(self.source, self.start, self.end)

    def refs(self) -> list[Ref]:
        """All references, nested ones included."""
        found: list[Ref] = []
        for line in self.lines:
            _collect(line.segs, found)
        return found


def _collect(segs: tuple[Seg, ...], found: list[Ref]) -> None:
    for seg in segs:
        if isinstance(seg, Ref):
            found.append(seg)
            _collect(seg.words or (), found)
        elif isinstance(seg, LinkSeg):
            _collect(seg.label, found)
        elif isinstance(seg, Strong):
            _collect(seg.inner, found)
