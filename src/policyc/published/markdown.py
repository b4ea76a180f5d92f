"""Markdown to HTML with the lines it came from; `flow` then lays it out."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Sequence
from html import escape
from typing import NamedTuple

from markdown_it.token import Token

from . import dialect
from .containers import MARKER
from .flow import KEEP
from .nesting import nested

_FRONT = re.compile(r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"[A-Za-z_][\w-]*[ \t]*:", re.ASCII)
_NUMBERED = re.compile(r"^ *[0-9]{1,9}[.)](?P<space> {1,4})(?! )")
_TITLE = re.compile(r"^title[ \t]*:(.*)$", re.MULTILINE)


class Rendered(NamedTuple):
    """HTML, the line of the file for each of its offsets, the title of the front matter, and how many lines that has."""

    html: str
    line_of: Callable[[int], int]
    title: str
    front: int


def render(text: str) -> Rendered:
    """The HTML that CommonMark with tables makes, lines broken where the text breaks them. Raises `dialect.TooDeep`."""
    front = _front(text)
    hit = _TITLE.search(front)
    first = front.count("\n") + 1
    prepared = nested(text[len(front) :], first)
    out = _Writer(prepared.lines, prepared.text.split("\n"))
    out.blocks(dialect.tokens(prepared.text))
    title = _unquoted(hit[1].strip(" \t")) if hit else ""
    return Rendered("".join(out.parts), out.line_of, title, len([x for x in front.split("\n") if x]))


def _unquoted(value: str) -> str:
    value = value[1:] if value.startswith(('"', "'")) else value
    return value[:-1] if value.endswith(('"', "'")) else value


def _front(text: str) -> str:
    hit = _FRONT.match(text)
    if hit is None:
        return ""
    inner = [
        line
        for line in hit.group().split("\n")[1:-1]
        if line.strip() and not line.startswith((" ", "\t", "-", "#", "."))
    ]
    return hit.group() if inner and all(_FIELD.match(line) for line in inner) else ""


class _Writer:
    """Writes tokens as HTML and remembers which line each stretch of it came from."""

    def __init__(self, lines: list[int], text: list[str]) -> None:
        self.parts: list[str] = []
        self._text = text
        self._lines = lines
        self._length = 0
        self._starts = [0]
        self._from = [lines[0] if lines else 1]

    def line_of(self, offset: int) -> int:
        """The line of the file that a character of the HTML came from."""
        return self._from[bisect_right(self._starts, offset) - 1]

    def blocks(self, tokens: Sequence[Token]) -> None:
        """Write the tokens of a document."""
        line = 0
        for token in tokens:
            line = token.map[0] if token.map else line
            if token.type == "inline":
                self._inline(token.children or [], line)
            elif token.type == "html_block":
                for index, part in enumerate(token.content.split("\n")):
                    self._write(part + "\n", line + index)
            elif token.type in ("fence", "code_block"):
                content = token.content.removesuffix("\n").split("\n")
                self._write("<pre>", line)
                for index, part in enumerate(content, line + (token.type == "fence")):
                    self._write(escape(part.strip(" \t"), quote=False) + "<br>", index)
                self._write("</pre>", line)
            elif token.tag and not token.hidden:
                self._tag(token, line)

    def _inline(self, tokens: Sequence[Token], line: int) -> None:
        for token in tokens:
            if token.type == "text":
                text = escape(token.content, quote=False)
                self._write(f"<{KEEP}>{text}</{KEEP}>" if "  " in text or "\t" in text else text, line)
            elif token.type in ("softbreak", "hardbreak"):
                self._write("<br>", line)
                line += 1
            elif token.type == "code_inline":
                self._write(f"<code>{escape(token.content, quote=False)}</code>", line)
            elif token.type == "html_inline":
                self._write(token.content, line)
                line += token.content.count("\n")
            elif token.type == "image":
                self._write(f'<img alt="{escape(token.content)}">', line)
            elif token.tag:
                self._tag(token, line)

    def _tag(self, token: Token, line: int) -> None:
        if token.nesting < 0:
            self._write(f"</{token.tag}>", line)
            return
        attributes = {name: str(value) for name, value in token.attrItems() if name in ("href", "start")}
        if token.type == "list_item_open" and token.info:
            # As it was written, with its space: "01.  ".
            written = _NUMBERED.match(self._text[line]) if line < len(self._text) else None
            space = written["space"] if written else " "
            attributes[MARKER] = f"{token.info}{token.markup}{space}"
        said = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
        self._write(f"<{token.tag}{said}>", line)

    def _write(self, part: str, line: int) -> None:
        shown = self._lines[min(line, len(self._lines) - 1)] if self._lines else 1
        if self._from[-1] != shown:
            self._starts.append(self._length)
            self._from.append(shown)
        self.parts.append(part)
        self._length += len(part)
