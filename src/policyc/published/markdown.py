"""Markdown to HTML with the lines it came from; `flow` then lays it out. The only module that knows markdown-it."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple
from unicodedata import category, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, paragraph
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from .containers import MARKER
from .flow import KEEP
from .nesting import nested

_FRONT = re.compile(r"---[ \t]*\n(?:[^\n]*\n)*?(?:---|\.\.\.)[ \t]*(?:\n|\Z)")
_FIELD = re.compile(r"[A-Za-z_][\w-]*[ \t]*:", re.ASCII)
_NUMBERED = re.compile(r"^ *[0-9]{1,9}[.)](?P<space> {1,4})(?! )")
_TITLE = re.compile(r"""^title[ \t]*:[ \t]*["']?(.*?)["']?[ \t]*$""", re.MULTILINE)


class Rendered(NamedTuple):
    """HTML, the line of the file for each of its offsets, the title of the front matter, and how many lines that has."""

    html: str
    line_of: Callable[[int], int]
    title: str
    front: int


def render(text: str) -> Rendered:
    """The HTML that CommonMark with tables makes, lines broken where the text breaks them."""
    front = _front(text)
    hit = _TITLE.search(front)
    first = front.count("\n") + 1
    prepared = nested(text[len(front) :], first)
    out = _Writer(prepared.lines, prepared.text.split("\n"))
    out.blocks(_parser().parse(prepared.text))
    return Rendered("".join(out.parts), out.line_of, hit[1] if hit else "", len([x for x in front.split("\n") if x]))


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


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": 500}).enable(["table", "strikethrough"])
    # What is indented is indented text.
    parser.disable("code")
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("paragraph", _paragraph)
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("emphasis", _emphasis)
    # Addresses stay as they are written; which of them are links is for `flow` to say.
    parser.normalizeLink = lambda url: url  # type: ignore[method-assign]
    parser.normalizeLinkText = lambda link: link  # type: ignore[method-assign]
    parser.validateLink = lambda url: True  # type: ignore[method-assign]
    return parser


def _paragraph(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """The rule of markdown-it, but only spaces, tabs and line ends are cut off at both ends, as CommonMark has it: an
    ideographic or no-break space is a character."""
    made = paragraph(state, first, end, silent)
    if made and not silent:
        state.tokens[-2].content = state.getLines(first, state.line, state.blkIndent, False).strip(" \t\n")
    return made


def _heading(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """The rule of markdown-it, with the ideographic spaces at both ends of a heading."""
    made = heading(state, first, end, silent)
    if made and not silent:
        whole = state.src[state.bMarks[first] + state.tShift[first] : state.eMarks[first]].lstrip("#").lstrip(" \t")
        bare = state.tokens[-2].content
        if bare:
            before, _, after = whole.partition(bare)
            blanks = after[: len(after) - len(after.lstrip())]
            state.tokens[-2].content = (before + bare + blanks).rstrip(" \t")
    return made


def _table(state: StateBlock, first: int, end: int, silent: bool) -> bool:
    """The rule of markdown-it, with the ideographic spaces at both ends of a cell."""
    before = len(state.tokens)
    made = table(state, first, end, silent)
    cells: Iterator[str] = iter(())
    for token in state.tokens[before:] if made and not silent else ():
        if token.type == "tr_open" and token.map:
            columns = escapedSplit(getLine(state, token.map[0]).strip())
            cells = iter(columns[1:] if columns and not columns[0] else columns)
        elif token.type == "inline":
            token.content = next(cells, "").strip(" \t")
    return made


def _emphasis(state: StateInline, silent: bool) -> bool:
    """The rule of CommonMark for `*` and `_`, but `**「重要」**です` closes: beside Japanese, brackets are like letters."""
    mark = state.src[state.pos]
    if silent or mark not in "*_":
        return False
    scanned = state.scanDelims(state.pos, mark == "*")
    opens, closes = scanned.can_open, scanned.can_close
    if mark == "*":
        before = state.src[state.pos - 1 : state.pos] or " "
        after = state.src[state.pos + scanned.length : state.pos + scanned.length + 1] or " "
        opens = not after.isspace() and (
            not _is_mark(after) or before.isspace() or _is_mark(before) or _is_japanese(before)
        )
        closes = not before.isspace() and (
            not _is_mark(before) or after.isspace() or _is_mark(after) or _is_japanese(after)
        )
    for _ in range(scanned.length):
        token = state.push("text", "", 0)
        token.content = mark
        state.delimiters.append(Delimiter(ord(mark), scanned.length, len(state.tokens) - 1, -1, opens, closes))
    state.pos += scanned.length
    return True


def _is_japanese(character: str) -> bool:
    return east_asian_width(character) in "FW"


def _is_mark(character: str) -> bool:
    return category(character)[0] in "PS" and not _is_japanese(character)


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
