"""The comments of a source, which no shape holds: what stands between its tokens, or in the white space a token takes."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..source import Source
from .lexer import tokenize

# These terminals take what follows their mark: line breaks, and the comments in them.
_CARRYING = frozenset({"SEP", "LSQB", "END"})
_COMMENT = re.compile(r"#[^\n]*")


class Comment(NamedTuple):
    """A comment from its `#` to the end of its line; `alone` when nothing but `;` and white space stands before it."""

    text: str
    start: int
    end: int
    alone: bool


def comments(source: Source) -> list[Comment]:
    """All comments of a source without faults, in order."""
    found: list[Comment] = []
    text, at = source.text, 0
    for token in tokenize(source)[0]:
        found += _between(text, at, token.start)
        at = token.start + 1 if token.type in _CARRYING else token.end
    return found + _between(text, at, len(text))


def _between(text: str, start: int, end: int) -> list[Comment]:
    made = []
    for hit in _COMMENT.finditer(text, start, end):
        before = text[text.rfind("\n", 0, hit.start()) + 1 : hit.start()]
        made.append(Comment(hit.group().rstrip(), hit.start(), hit.end(), not before.strip(" \t;\u3000")))
    return made
