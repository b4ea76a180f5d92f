"""The Markdown that pages are read as: CommonMark with tables, and with what Japanese texts need."""

from __future__ import annotations

from collections.abc import Iterator
from unicodedata import category, east_asian_width

from markdown_it import MarkdownIt
from markdown_it.rules_block import StateBlock, heading, paragraph
from markdown_it.rules_block.table import escapedSplit, getLine, table
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter
from markdown_it.token import Token

from .brackets import Brackets

MAX_DEPTH = 150
"""Levels of lists and quotations: each takes the parser up to two calls of itself, and below it drops what there is."""


class TooDeep(Exception):
    """Lists and quotations nested more deeply than `MAX_DEPTH`."""


def tokens(text: str) -> list[Token]:
    """The blocks of a text. Raises `TooDeep`, which the reader of this package turns into a finding."""
    found = _parser().parse(text)
    if any(token.nesting == 1 and token.level + 1 >= MAX_DEPTH for token in found):
        raise TooDeep
    return found


def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark", {"maxNesting": MAX_DEPTH}).enable(["table", "strikethrough"])
    # What is indented is indented text.
    parser.disable("code")
    parser.block.ruler.at("table", _table, {"alt": ["paragraph", "reference"]})
    parser.block.ruler.at("paragraph", _paragraph)
    parser.block.ruler.at("heading", _heading, {"alt": ["paragraph", "reference", "blockquote"]})
    parser.inline.ruler.at("emphasis", _emphasis)
    Brackets(parser)
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
