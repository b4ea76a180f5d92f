"""Text with references: the lines of a string or text block, their lists and line breaks."""

from __future__ import annotations

import re
from itertools import accumulate

from ..diagnostics import ERROR, Diagnostic, Findings, Kind
from ..source import Source, Span
from .scan import Joined, Scanner
from .segments import Cell, Line, LinkSeg, Lit, Ref, Seg, Strong, Text

__all__ = ["Cell", "Line", "LinkSeg", "Lit", "Ref", "Seg", "Strong", "Text", "link_label", "read_text"]

LIST_TOO_DEEP = Kind(
    "model/list-too-deep",
    ERROR,
    "箇条書きの入れ子が深すぎます（{limit}段まで）",
    "lists are nested too deeply (at most {limit} levels)",
    "字下げを揃えて、段を減らしてください。",
    "Align the items with fewer levels.",
)

_MAX_LEVELS = 8
# Where the pieces of a line begin that is one piece.
_WHOLE = [0]
_MARKED = re.compile(r"[\\{}\[*|<]")
# What a row of a table is cut at, and what a cell is cut at, with what they must not be cut inside of.
_BAR = re.compile(r"\\.|[{}|]", re.DOTALL)
_BREAK = re.compile(r"\\.|[{}]", re.DOTALL)
_RULE = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_ITEM = re.compile(r'( *)(?:(-|\*)[ \u3000]|-"([^"]*)"[ \u3000]?)(?:\{#([^\W\d][\w\-]*)\}[ ]?)?')


def read_text(source: Source, kind: str, start: int, end: int) -> tuple[Text, list[Diagnostic]]:
    """The text that a STRING or TEXT token at [start, end) holds, and what is wrong with its references.

    `kind` is string, text, or wording (lines without quotes, from a wording file).
    """
    raw = source.text
    if kind == "string":
        inner = _inside(raw, start, end)
        if not _MARKED.search(raw, *inner):
            # Most strings hold no reference, link or escape.
            lit = Lit(raw[inner[0] : inner[1]], inner[0]) if inner[1] > inner[0] else None
            line = Line((lit,) if lit is not None else (), 0, "", "", "", inner[0], inner[1])
            return Text(source, (line,), start, end, lit), []
    found: list[Diagnostic] = Findings()
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
        # A text has a line, as a string has, even when there is nothing in it.
        lines = _clamped(source, lines, found) or [Line((), 0, "", "", "", start, start)]
    else:
        inner = _inside(raw, start, end)
        joined = Joined(raw[inner[0] : inner[1]], [0], [inner[0]])
        segs = Scanner(source, joined, found).line_segs(0, len(joined.text))
        lines.append(Line(segs, 0, "", "", "", inner[0], inner[1]))
    return Text(source, tuple(lines), start, end, _characters(lines)), found


def _characters(lines: list[Line]) -> Lit | None:
    if len(lines) == 1 and len(lines[0].segs) == 1:
        (seg,) = lines[0].segs
        return seg if isinstance(seg, Lit) else None
    return None


def _clamped(source: Source, lines: list[Line], found: list[Diagnostic]) -> list[Line]:
    """The same lines with one blank line where there are several, and lists of no more levels than can be read."""
    out: list[Line] = []
    indents: list[int] = []
    reported = False
    for line in lines:
        if line.blank and out and out[-1].blank:
            continue
        if line.item:
            while indents and indents[-1] >= line.indent:
                indents.pop()
            indents.append(line.indent)
            if len(indents) > _MAX_LEVELS:
                if not reported:
                    found.append(LIST_TOO_DEEP.at(Span(source, line.start, line.end), limit=_MAX_LEVELS))
                reported = True
                indents.pop()
                line = line._replace(indent=indents[-1])
        elif not line.blank and indents and line.indent <= indents[0]:
            indents.clear()
        out.append(line)
    return out


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
    joined = Joined(source.text[start + 1 : close], [0], [start + 1])
    segs = Scanner(source, joined, found).line_segs(0, len(joined.text))
    line = Line(segs, 0, "", "", "", start + 1, close)
    return Text(source, (line,), start, end, _characters([line])), source.text[close + 2 : end - 1], found


def _logical_lines(raw: str, start: int, end: int) -> list[Joined]:
    """Lines between the quotes, dedented; a line that ends in a backslash is carried on by the next."""
    pieces = raw[start:end].split("\n")
    indented = [len(t) - len(t.lstrip(" \t")) for t in pieces[1:] if t.strip(" \t")]
    dedent = min(indented, default=0)
    lines: list[Joined] = []
    bodies: list[str] = []
    places: list[int] = []
    offset, last = start, len(pieces) - 1
    for index, text in enumerate(pieces):
        # A line of white space may be shorter than the indent of the others.
        cut = min(dedent, len(text)) if index else 0
        if bodies:
            cut = len(text) - len(text.lstrip(" \t"))
        body = text[cut:].rstrip(" \t")
        carries_on = body.endswith("\\") and not body.endswith("\\\\") and index < last
        if carries_on or bodies:
            bodies.append(body[:-1] if carries_on else body)
            places.append(offset + cut)
            if not carries_on:
                lines.append(_joined(bodies, places))
                bodies, places = [], []
        else:
            lines.append(Joined(body, _WHOLE, [offset + cut]))
        offset += len(text) + 1
    return lines


def _joined(bodies: list[str], places: list[int]) -> Joined:
    at = [0, *accumulate(map(len, bodies))][:-1]
    return Joined("".join(bodies), at, places)


def _line(source: Source, joined: Joined, found: list[Diagnostic]) -> Line:
    scanner = Scanner(source, joined, found)
    text = joined.text
    if "|" in text and text.lstrip(" ").startswith("|"):
        return _row(scanner)
    return _stretch(scanner, 0, len(text))


def _stretch(scanner: Scanner, at: int, stop: int) -> Line:
    """The characters [at, stop) of a line as a line: of an item, or plain."""
    text, joined = scanner.line.text, scanner.line
    start, end = joined.offset(at), joined.offset(stop)
    head = _ITEM.match(text, at, stop)
    if head is not None:
        literal = head.group(3)
        bullet = head.group(2) or '"'
        segs = scanner.line_segs(head.end(), stop)
        return Line(segs, len(head.group(1)), bullet, literal or "", head.group(4) or "", start, end)
    first = at
    while first < stop and text[first] == " ":
        first += 1
    segs = scanner.line_segs(first, stop)
    return Line(segs, first - at, "", "", "", start, end)


def _row(scanner: Scanner) -> Line:
    """A row of a table, `| cell | cell |`, or the rule under its heads, `| --- | --- |`."""
    text, joined = scanner.line.text, scanner.line
    indent = len(text) - len(text.lstrip(" "))
    start, end = joined.offset(0), joined.offset(len(text))
    cells: tuple[Cell, ...] = ()
    if not _RULE.fullmatch(text, indent):
        cells = tuple(_cell(scanner, *piece) for piece in _between(text, _BAR, indent + 1, len(text)))
    return Line((), indent, "|", "", "", start, end, cells)


def _cell(scanner: Scanner, at: int, stop: int) -> Cell:
    text = scanner.line.text
    while stop > at and text[stop - 1] in " \t" and text[stop - 2 : stop] != "\\ ":
        stop -= 1
    while at < stop and text[at] in " \t":
        at += 1
    if text[at:stop] in ("<", "^"):
        return Cell((), joins=text[at])
    # A `#` that stands alone heads a column without words.
    head = text.startswith("# ", at, stop) or text[at:stop] == "#"
    at = min(at + 2, stop) if head else at
    lines = [_stretch(scanner, *piece) for piece in _between(text, _BREAK, at, stop)]
    return Cell(tuple(_clamped(scanner.source, lines, scanner.found)), head)


def _between(text: str, cut: re.Pattern[str], at: int, stop: int) -> list[tuple[int, int]]:
    """The stretches of [at, stop) between cuts, but for those inside a reference or a link."""
    pieces: list[tuple[int, int]] = []
    first, depth = at, 0
    for hit in cut.finditer(text, at, stop):
        mark = hit.group()
        if mark == "{":
            depth += 1
        elif mark == "}":
            depth = max(depth - 1, 0)
        elif depth == 0 and mark == ("|" if cut is _BAR else "\\n"):
            pieces.append((first, hit.start()))
            first = hit.end()
    if cut is _BREAK or text[first:stop].strip(" \t"):
        pieces.append((first, stop))
    return pieces
