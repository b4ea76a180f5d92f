"""What the layout of a source tells when its braces do not: how far a line is indented."""

from __future__ import annotations

import re

from ..source import Source
from .lexer import Token

_BLANK = " \t\u3000"
_INDENTED = re.compile(r"^[ \t\u3000]+[^\W\d]", re.MULTILINE)


def is_indented(source: Source) -> bool:
    """Whether any line of a source begins with white space before a word."""
    return _INDENTED.search(source.text) is not None


def indentation(source: Source, token: Token) -> int:
    """How far a token is indented, -1 when it is not the first of its line."""
    text = source.text
    at = token.start
    while at > 0 and text[at - 1] in _BLANK:
        at -= 1
    return token.start - at if at == 0 or text[at - 1] == "\n" else -1


def indentation_of_line(source: Source, token: Token) -> int:
    """How far the line is indented in which a token stands."""
    text = source.text
    start = at = text.rfind("\n", 0, token.start) + 1
    while text[at] in _BLANK:
        at += 1
    return at - start


def opens_a_block(source: Source, token: Token) -> bool:
    """Whether a `{` has white space behind it, unlike that of a `{reference}`."""
    return source.text[token.end : token.end + 1] in ("", "\n", *_BLANK)
