"""Text with references: `{name}`, `{name|words}`, `{name.part}`, `[label](url)`, `**emphasis**`, lists and line breaks."""

from __future__ import annotations

import re
from bisect import bisect_right
from typing import NamedTuple

from ..diagnostics import ERROR, Diagnostic, Kind
from ..source import Source, Span
from .links import BAD_LINK, is_safe

UNCLOSED_REFERENCE = Kind(
    "model/unclosed-reference",
    ERROR,
    "文章の中の「{{」が閉じられていません",
    "this `{{` in the text is never closed",
    "参照なら「{{名前}}」と閉じ、波括弧そのものなら「\\{{」と書いてください。",
    "Close the reference, `{{name}}`; for the brace itself write `\\{{`.",
)
BAD_REFERENCE = Kind(
    "model/bad-reference",
    ERROR,
    "「{{{found}}}」は参照の形ではありません",
    "`{{{found}}}` is not a reference",
    "「{{名前}}」「{{名前.部分}}」「{{名前|文言}}」のどれかの形で書いてください。",
    "Write `{{name}}`, `{{name.part}}` or `{{name|words}}`.",
)

_MAX_NESTING = 8


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


class _Joined(NamedTuple):
    """A logical line: pieces of the source joined, with where each piece came from."""

    text: str
    at: list[int]
    offsets: list[int]

    def offset(self, index: int) -> int:
        piece = bisect_right(self.at, index) - 1
        return self.offsets[piece] + index - self.at[piece]


_SPECIAL = re.compile(r"[\\{}\[*|]|\Z")
_MARKED = re.compile(r"[\\{}\[*|]")
_LINK = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]\(([^()\s]*)\)")
_NAME = re.compile(r"[^\W\d][\w\-]*(?:\.[\w\-]+)*")
_ITEM = re.compile(r'( *)(?:(-|\*)[ \u3000]|-"([^"]*)"[ \u3000]?)(?:\{#([^\W\d][\w\-]*)\}[ ]?)?')
_ESCAPES = {"n": "\n", "t": "\t"}


class _Scanner:
    """Reads one logical line; escapes are undone here, so that offsets stay those of the source."""

    def __init__(self, source: Source, line: _Joined, found: list[Diagnostic]) -> None:
        self.source = source
        self.line = line
        self.found = found

    def span(self, start: int, end: int) -> Span:
        return Span(self.source, self.line.offset(start), self.line.offset(max(end - 1, start)) + 1)

    def segs(self, at: int, end: int, nesting: int = 0) -> tuple[tuple[Seg, ...], int]:
        """Segments from `at` up to `end`, or (inside a reference) up to its `}`; and where that was."""
        text = self.line.text
        out: list[Seg] = []
        literal, literal_at = "", at
        while at < end:
            special = _SPECIAL.search(text, at, end)
            stop = min(special.start() if special else end, end)
            if stop > at:
                if not literal:
                    literal_at = at
                literal += text[at:stop]
                at = stop
                continue
            character = text[at]
            if nesting and character == "}":
                break
            seg: Seg | None = None
            step = at
            if character == "\\" and at + 1 < end:
                if not literal:
                    literal_at = at
                literal += _ESCAPES.get(text[at + 1], text[at + 1])
                at += 2
                continue
            if character == "{":
                seg, step = self._reference(at, end, nesting)
            elif character == "[":
                seg, step = self._link(at, end, nesting)
            elif text.startswith("**", at) and nesting <= _MAX_NESTING:
                close = text.find("**", at + 2, end)
                if close > at + 2:
                    inner, _ = self.segs(at + 2, close, 0)
                    seg, step = Strong(inner, self.line.offset(at)), close + 2
            if seg is None:
                if not literal:
                    literal_at = at
                taken = max(step, at + 1)
                literal += text[at:taken]
                at = taken
                continue
            if literal:
                out.append(Lit(literal, self.line.offset(literal_at)))
                literal = ""
            out.append(seg)
            at = step
        if literal:
            out.append(Lit(literal, self.line.offset(literal_at)))
        return tuple(out), at

    def _reference(self, at: int, end: int, nesting: int) -> tuple[Seg | None, int]:
        text = self.line.text
        name = _NAME.match(text, at + 1, end)
        after = name.end() if name else at + 1
        if name and text[after : after + 1] == "}":
            return Ref(tuple(name.group().split(".")), None, *self._ends(at, after + 1)), after + 1
        if name and text[after : after + 1] == "|" and nesting < _MAX_NESTING:
            words, close = self.segs(after + 1, end, nesting + 1)
            if close < end:
                return Ref(tuple(name.group().split(".")), words, *self._ends(at, close + 1)), close + 1
            self.found.append(UNCLOSED_REFERENCE.at(self.span(at, after)))
            return None, at + 1
        close = text.find("}", at, end)
        if close < 0:
            self.found.append(UNCLOSED_REFERENCE.at(self.span(at, after)))
            return None, at + 1
        self.found.append(BAD_REFERENCE.at(self.span(at, close + 1), found=text[at + 1 : close]))
        return None, close + 1

    def _link(self, at: int, end: int, nesting: int) -> tuple[Seg | None, int]:
        hit = _LINK.match(self.line.text, at, end)
        if hit is None or nesting > _MAX_NESTING:
            return None, at + 1
        label, _ = self.segs(hit.start(1), hit.end(1), 0)
        url = hit.group(2)
        if not is_safe(url):
            self.found.append(BAD_LINK.at(self.span(hit.start(2), hit.end(2)), found=url))
        return LinkSeg(label, url, *self._ends(at, hit.end())), hit.end()

    def _ends(self, start: int, end: int) -> tuple[int, int]:
        span = self.span(start, end)
        return span.start, span.end


def read_text(source: Source, kind: str, start: int, end: int) -> tuple[Text, list[Diagnostic]]:
    """The text that a STRING or TEXT token at [start, end) holds, and what is wrong with its references.

    `kind` is string, text, or wording (lines without quotes, from a wording file).
    """
    found: list[Diagnostic] = []
    raw = source.text
    lines: list[Line] = []
    if kind in ("text", "wording"):
        quotes = 3 if kind == "text" else 0
        closed = quotes and raw.endswith('"""', start + 3, end)
        for joined in _logical_lines(raw, start + quotes, end - 3 if closed else end):
            lines.append(_line(source, joined, found))
        while lines and lines[0].blank:
            del lines[0]
        while lines and lines[-1].blank:
            del lines[-1]
    else:
        inner = _inside(raw, start, end)
        if not _MARKED.search(raw, *inner):
            # Most strings hold no reference, link or escape.
            lit = (Lit(raw[inner[0] : inner[1]], inner[0]),) if inner[1] > inner[0] else ()
            return Text(source, (Line(lit, 0, "", "", "", inner[0], inner[1]),), start, end), found
        joined = _Joined(raw[inner[0] : inner[1]], [0], [inner[0]])
        segs, _ = _Scanner(source, joined, found).segs(0, len(joined.text))
        lines.append(Line(segs, 0, "", "", "", inner[0], inner[1]))
    return Text(source, tuple(lines), start, end), found


def _inside(raw: str, start: int, end: int) -> tuple[int, int]:
    opening = raw[start : start + 1]
    closing = {'"': '"', "「": "」"}.get(opening)
    if closing is None:
        return start, end
    return start + 1, end - 1 if end - start >= 2 and raw[end - 1] == closing else end


def link_label(source: Source, start: int, end: int) -> tuple[Text, str, list[Diagnostic]]:
    """Label and URL of a LINK token at [start, end)."""
    found: list[Diagnostic] = []
    close = source.text.rindex("](", start, end)
    joined = _Joined(source.text[start + 1 : close], [0], [start + 1])
    segs, _ = _Scanner(source, joined, found).segs(0, len(joined.text))
    line = Line(segs, 0, "", "", "", start + 1, close)
    return Text(source, (line,), start, end), source.text[close + 2 : end - 1], found


def _logical_lines(raw: str, start: int, end: int) -> list[_Joined]:
    """Lines between the quotes, dedented; a line that ends in a backslash is carried on by the next."""
    pieces: list[tuple[int, str]] = []
    at = start
    while at <= end:
        newline = raw.find("\n", at, end)
        stop = newline if newline >= 0 else end
        pieces.append((at, raw[at:stop]))
        at = stop + 1
    indented = [len(t) - len(t.lstrip(" \t")) for _, t in pieces[1:] if t.strip(" \t")]
    dedent = min(indented) if indented else 0
    lines: list[_Joined] = []
    carried: _Joined | None = None
    for index, (offset, text) in enumerate(pieces):
        cut = 0 if index == 0 else min(dedent, len(text) - len(text.lstrip(" \t")))
        if carried is not None:
            cut = len(text) - len(text.lstrip(" \t"))
        body = text[cut:].rstrip(" \t")
        carries_on = body.endswith("\\") and not body.endswith("\\\\")
        body = body[:-1] if carries_on else body
        if carried is None:
            carried = _Joined(body, [0], [offset + cut])
        else:
            carried = _Joined(carried.text + body, [*carried.at, len(carried.text)], [*carried.offsets, offset + cut])
        if not carries_on:
            lines.append(carried)
            carried = None
    if carried is not None:
        lines.append(carried)
    return lines


def _line(source: Source, joined: _Joined, found: list[Diagnostic]) -> Line:
    text = joined.text
    scanner = _Scanner(source, joined, found)
    start, end = joined.offset(0), joined.offset(len(text))
    head = _ITEM.match(text)
    if head is not None:
        literal = head.group(3)
        bullet = head.group(2) or '"'
        segs, _ = scanner.segs(head.end(), len(text))
        return Line(segs, len(head.group(1)), bullet, literal or "", head.group(4) or "", start, end)
    indent = len(text) - len(text.lstrip(" "))
    segs, _ = scanner.segs(indent, len(text))
    return Line(segs, indent, "", "", "", start, end)
