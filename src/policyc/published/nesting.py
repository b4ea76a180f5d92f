"""Lists of a Markdown text as their authors meant them: indented by what CommonMark asks for."""

from __future__ import annotations

import re
from typing import NamedTuple

_MARKER = re.compile(r"(?P<marker>[-*+]|(?P<number>[0-9]{1,9})[.)])(?P<space>[ \t]+|$)")
_RULE = re.compile(r"(?:(?:\*[ \t]*){3,}|(?:-[ \t]*){3,}|(?:_[ \t]*){3,})$")
_FENCE = re.compile(r"(?P<fence>`{3,}|~{3,})")
# A footnote of other dialects; to CommonMark it is the address of a link, and not shown.
_NOTE = re.compile(r"\[\^[^\]\s]+\]:")
# Less than this under an item's marker is beside it, not below it.
_STEP = 2
# The parser leaves out what is nested more deeply than it counts; deeper items stand beside those at this depth.
_DEEPEST = 40
_QUOTES = re.compile(rf"(?:>[ \t]*){{{_DEEPEST},}}")


class _Open(NamedTuple):
    """An item that may go on: where its marker stands, where its content stands in what is written, its number."""

    indent: int
    content: int
    number: int


class Nested(NamedTuple):
    """The text anew, and for each of its lines the number of the line it came from."""

    text: str
    lines: list[int]


def nested(text: str, first: int = 1) -> Nested:
    """Indent nested items and what belongs to items so that CommonMark nests them too, and end a list where text begins
    at the margin again. Other indentation is dropped. `first` is the number of the text's first line."""
    out: list[str] = []
    lines: list[int] = []
    writer = _Writer(out, lines)
    for number, line in enumerate(text.split("\n"), first):
        writer.line(line, number)
    return Nested("\n".join(out), lines)


class _Writer:
    def __init__(self, out: list[str], lines: list[int]) -> None:
        self._out = out
        self._lines = lines
        self._open: list[_Open] = []
        self._fence = ""
        self._blank = True
        # The number of the last item at the margin: a list goes on after text.
        self._last = 0

    def line(self, line: str, number: int) -> None:
        """Take one line."""
        stripped = line.lstrip(" \t")
        indent = len(line[: len(line) - len(stripped)].expandtabs(4))
        stripped = _QUOTES.sub("> " * _DEEPEST, stripped, count=1) if stripped.startswith(">") else stripped
        fence = _FENCE.match(stripped)
        if self._fence:
            self._put(line, number)
            if fence and fence["fence"].startswith(self._fence) and not stripped.strip("`~ \t"):
                self._fence = ""
        elif not stripped:
            self._put("", number)
            self._blank = True
        else:
            marker = None if _RULE.match(stripped) else _MARKER.match(stripped)
            if marker is not None:
                self._item(marker, stripped, indent, number)
            else:
                self._text(stripped, indent, number)
            self._fence = fence["fence"] if fence else ""
            self._blank = False

    def _item(self, marker: re.Match[str], stripped: str, indent: int, number: int) -> None:
        n = int(marker["number"] or 0)
        if not self._open and not self._blank and n not in (0, 1) and n != self._last + 1:
            # A line of prose that begins with a number.
            self._text(stripped, indent, number)
            return
        while self._open and (indent < self._open[-1].indent + _STEP or len(self._open) >= _DEEPEST):
            self._open.pop()
        if not self._open and not self._blank:
            self._put("", number)
        # `2024. 4. 1` is a line, no list in a list.
        inner = _MARKER.match(stripped, marker.end())
        if inner is not None and inner["number"]:
            at = inner.end("number")
            stripped = f"{stripped[:at]}\\{stripped[at:]}"
        base = self._open[-1].content if self._open else 0
        if not self._open:
            self._last = n
        self._put(" " * base + stripped, number)
        space = len(marker["space"].expandtabs(4))
        self._open.append(_Open(indent, base + len(marker["marker"]) + (space if 1 <= space <= 4 else 1), n))

    def _text(self, stripped: str, indent: int, number: int) -> None:
        if _NOTE.match(stripped):
            stripped = f"\\{stripped}"
        while self._open and indent <= self._open[-1].indent:
            self._open.pop()
            if not self._open and not self._blank:
                self._put("", number)
        self._put((" " * self._open[-1].content if self._open else "") + stripped, number)

    def _put(self, line: str, number: int) -> None:
        self._out.append(line)
        self._lines.append(number)
