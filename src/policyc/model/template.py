"""Text with references: the lines of a string or text block, their lists and line breaks."""

from __future__ import annotations

import re
from itertools import accumulate

from ..diagnostics import ERROR, Diagnostic, Findings, Kind
from ..source import Source, Span
from .scan import Joined, Scanner, plain_segs
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
_CLOSING = {'"': '"', "「": "」"}
# Where the pieces of a line begin that is one piece.
_WHOLE = [0]
# What each line but the first is indented by, if there is anything in it.
_INDENTS = re.compile(r"\n( *+)[^ \n]")
# What a row of a table is cut at, and what a cell is cut at, with what they must not be cut inside of.
_BAR = re.compile(r"\\.|[{}|]", re.DOTALL)
_BREAK = re.compile(r"\\.|[{}]", re.DOTALL)
_RULE = re.compile(r"\|(?:[ \t]*:?-+:?[ \t]*\|)+[ \t]*")
_ITEM = re.compile(r'( *)(?:(-|\*)[ \u3000]|-"([^"]*)"[ \u3000]?)(?:\{#([^\W\d][\w\-]*)\}[ ]?)?')


def read_text(source: Source, kind: str, start: int, end: int) -> tuple[Text, list[Diagnostic]]:
    """The text that a STRING or TEXT token at [start, end) holds, and what is wrong with its references.

    `kind` is string, text, or wording (lines without quotes, from a wording file).
    """
    found: list[Diagnostic] = []
    if kind == "string":
        text = source.text
        first, stop = start + 1, end - 1
        if first > stop or text[start] != '"' or text[stop] != '"':
            first, stop = _inside(text, start, end)
        segs = plain_segs(text[first:stop], first)
        if segs is None:
            found = Findings()
            segs = _segs(source, first, stop, found)
        characters = segs[0] if len(segs) == 1 and isinstance(segs[0], Lit) else None
        line = tuple.__new__(Line, (segs, 0, "", "", "", first, stop, ()))
        return tuple.__new__(Text, (source, (line,), start, end, characters)), found
    found = Findings()
    quotes = 3 if kind == "text" else 0
    closed = quotes and source.text.endswith('"""', start + 3, end)
    # A text has a line, as a string has, even when there is nothing in it.
    lines = _lines(source, start + quotes, end - 3 if closed else end, found) or [_plain((), 0, start, start)]
    return tuple.__new__(Text, (source, tuple(lines), start, end, _characters(lines))), found


def _plain(segs: tuple[Seg, ...], indent: int, start: int, end: int) -> Line:
    line: Line = tuple.__new__(Line, (segs, indent, "", "", "", start, end, ()))
    return line


def _segs(source: Source, at: int, stop: int, found: list[Diagnostic]) -> tuple[Seg, ...]:
    """The segments of a stretch of the source that is one line, or the rest of one."""
    joined = Joined(source.text[at:stop], _WHOLE, [at])
    return Scanner(source, joined, found).line_segs(0, stop - at)


def _lines(source: Source, start: int, end: int, found: list[Diagnostic]) -> list[Line]:
    """The lines between quotes, dedented: no blank ones around them, and of those between them one at a time."""
    text = source.text[start:end]
    if "\\" in text or "\t" in text:
        read = [_line(source, joined, found) for joined in _logical_lines(text, start)]
        while read and read[0].blank:
            del read[0]
        while read and read[-1].blank:
            del read[-1]
        return _clamped(source, read, found)
    # Only spaces indent, and no line is carried on by the next. What stands behind the quotes is not indented.
    dedent, cut, at = len(min(_INDENTS.findall(text), default="")), 0, start
    lines: list[Line] = []
    items, blank = 0, True
    for written in text.split("\n"):
        body = written.strip(" ")
        if body:
            blank = False
            indent = written.index(body)
            first = at + indent
            stop = first + len(body)
            if body[0] == "|":
                joined = Joined(source.text[at + cut : stop], _WHOLE, [at + cut])
                lines.append(_line(source, joined, found))
            else:
                head = _ITEM.match(body) if body[0] in "-*" else None
                bullet, marker, anchor = "", "", ""
                if head is not None:
                    items += 1
                    _, mark, literal, named = head.groups()
                    bullet, marker, anchor = mark or '"', literal or "", named or ""
                    body = body[head.end() :]
                segs = plain_segs(body, stop - len(body))
                if segs is None:
                    segs = _segs(source, stop - len(body), stop, found)
                line = (segs, indent - cut, bullet, marker, anchor, at + cut, stop, ())
                lines.append(tuple.__new__(Line, line))
        elif not blank:
            blank = True
            first = at + min(cut, len(written))
            lines.append(_plain((), 0, first, first))
        at += len(written) + 1
        cut = dedent
    if blank and lines:
        del lines[-1]
    return _clamped(source, lines, found) if items > _MAX_LEVELS else lines


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
    closing = _CLOSING.get(raw[start : start + 1])
    if closing is None:
        return start, end
    return start + 1, end - 1 if end - start >= 2 and raw[end - 1] == closing else end


def link_label(source: Source, start: int, end: int) -> tuple[Text, str, list[Diagnostic]]:
    """Label and URL of a LINK token at [start, end)."""
    found: list[Diagnostic] = []
    close = source.text.rindex("](", start, end)
    line = _plain(_segs(source, start + 1, close, found), 0, start + 1, close)
    return Text(source, (line,), start, end, _characters([line])), source.text[close + 2 : end - 1], found


def _logical_lines(text: str, start: int) -> list[Joined]:
    """The lines of a text that begins at `start`, dedented; a line that ends in a backslash is carried on by the next."""
    pieces = text.split("\n")
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
