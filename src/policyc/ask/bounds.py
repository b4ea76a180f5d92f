"""A query before a library reads it that cannot be stopped or caught: bounded in length, parts and nesting, and without SERVICE.

This is no parser: what is wrong with a query otherwise the library says. The tokens are those of SPARQL 1.1 and 1.2.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from heapq import heappop, heappush
from typing import NamedTuple

from ..diagnostics import Both

MOST_CHARACTERS = 100_000
MOST_PARTS = 4_000
DEEPEST = 32
SERVICE = Both(
    "SERVICE は使えません：ask は、ネットワークには一切接続せず、指定されたファイルだけを調べます",
    "SERVICE is not allowed: ask never uses the network, it looks only into the files that it is given",
)
_BEYOND_UNICODE = Both("文字として読めないバイトがあります", "there are bytes that are no characters")

_BLANK = re.compile(r"\s+")
_LONG = re.compile(r'"""(?:"{0,2}(?:[^"\\]|\\.))*"""' + r"|'''(?:'{0,2}(?:[^'\\]|\\.))*'''", re.DOTALL)
_SHORT = re.compile(r'"(?:[^"\\\n\r]|\\.)*"' + r"|'(?:[^'\\\n\r]|\\.)*'")
_IRI = re.compile(r'<([^<>"{}|^`\s]*)>')
# After `a:` no expression goes on with `//`: `?x <a://` can only be an IRI.
_ABSOLUTE = re.compile(r"[A-Za-z][\w+.-]*://")
# What makes a difference to the tokens behind it, where `<` means less.
_TELLING = re.compile(r"[#'()\\]")
# The next word may follow at once after a number, a truth value, a verb or a direction (`1.e5SERVICE`, `a1SERVICE`): wherever
# a run of letters has it, and is not certain to be one name (`myService:`), it is there.
_SERVICE = re.compile(r"(?!(?!service|a?(?:true|false|\d)|ltr|rtl)[^\W\d]\w*:)\w*service", re.IGNORECASE)
# Names in which any word may stand: variables, what is behind the colon of a name (which begins with no `-`), languages.
_NAME = re.compile(
    r"[?$](?!(?:true|false|a|\d\w*?)service)\w+|:(?:(?:[\w:%]|\\.)(?:[\w:%-]|\\.)*)?|@[A-Za-z]+(?:-[A-Za-z\d]+)*",
    re.IGNORECASE,
)
_WORD = re.compile(r"\w+")
_OPENS, _CLOSES, _BEFORE = frozenset("{(["), frozenset("})]"), frozenset("!^+-")
_ESCAPE = re.compile(r"\\u([0-9A-Fa-f]{4})|\\U(00(?:0[0-9A-Fa-f]|10)[0-9A-Fa-f]{4})")


class Refused(ValueError):
    """Why a question is not asked; `what` says it in both languages."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


class _So(NamedTuple):
    """What was read before a place: how many tokens, how many open brackets, how many `!` and the like directly before."""

    parts: int = 0
    open: int = 0
    before: int = 0


def bounded(query: str) -> None:
    """Raises Refused for a query that is not bounded, or that would make the library fetch something."""
    characters(query)
    if len(query) > MOST_CHARACTERS:
        raise Refused(
            Both(
                f"問い合わせが長すぎます（{MOST_CHARACTERS} 字まで）",
                f"the query has more than {MOST_CHARACTERS} characters",
            )
        )
    _bounded(query)
    # SPARQL 1.1 replaces escapes before anything else, 1.2 only within strings and IRIs.
    if (replaced := _ESCAPE.sub(lambda hit: chr(int(hit[1] or hit[2], 16)), query)) != query:
        _bounded(replaced)


def characters(text: str) -> None:
    """Raises Refused for a text of which something is no character: an argument that is not in the encoding of the system."""
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        raise Refused(_BEYOND_UNICODE) from None


def _bounded(text: str) -> None:
    """Every way to cut the text into tokens is followed: whether `<` begins an IRI or means less, only a parser knows, and
    a SERVICE behind it must not be hidden by taking the one for the other."""
    reached: dict[int, _So] = {0: _So()}
    places = [0]
    while places:
        at = heappop(places)
        so = reached.pop(at)
        for end, then in _next(text, at, so):
            if then.open + then.before > DEEPEST:
                raise Refused(
                    Both(f"入れ子が深すぎます（{DEEPEST} 段まで）", f"nested too deeply (at most {DEEPEST} levels)")
                )
            if then.parts > MOST_PARTS:
                raise Refused(
                    Both(
                        f"問い合わせの部品が多すぎます（{MOST_PARTS} まで）",
                        f"the query has more than {MOST_PARTS} parts",
                    )
                )
            if end not in reached:
                heappush(places, end)
            reached[end] = _So(*map(max, reached.get(end, then), then))


def _next(text: str, at: int, so: _So) -> Iterator[tuple[int, _So]]:
    """Where a token that begins here may end, and what was read then; nothing at the end, and where no token can begin."""
    if at >= len(text):
        return
    first = text[at]
    plain = _So(so.parts + 1, so.open)
    if blank := _BLANK.match(text, at):
        yield blank.end(), so
    elif first == "#":
        # The ends of lines are not the same for everyone.
        for end in (text.find(mark, at) for mark in "\n\r"):
            yield end if end > 0 else len(text), _So(so.parts + 1, so.open, so.before)
    elif first in "\"'":
        # What begins like a long string may as well be an empty one and another.
        for string in (_LONG.match(text, at), _SHORT.match(text, at)):
            if string:
                yield string.end(), plain
    elif first == "<":
        yield from _angle(text, at, so)
    elif name := _NAME.match(text, at):
        yield name.end(), plain
    elif _SERVICE.match(text, at):
        raise Refused(SERVICE)
    elif word := _WORD.match(text, at):
        yield word.end(), plain
    elif first in _OPENS:
        yield at + 1, _So(so.parts + 1, so.open + 1)
    elif first in _CLOSES or text.startswith(">>", at):
        yield at + (2 if first == ">" else 1), _So(so.parts + 1, max(so.open - 1, 0))
    elif first in _BEFORE:
        yield at + 1, _So(so.parts + 1, so.open, so.before + 1)
    else:
        yield at + 1, plain


def _angle(text: str, at: int, so: _So) -> Iterator[tuple[int, _So]]:
    plain = _So(so.parts + 1, so.open)
    iri = _IRI.match(text, at)
    if iri is None:
        # A triple as a term, or less.
        twice = text.startswith("<<", at)
        yield at + 1 + twice, _So(so.parts + 1, so.open + twice)
        return
    yield iri.end(), plain
    telling = _TELLING.search(iri[1])
    if telling and not _ABSOLUTE.match(iri[1]):
        yield at + 1 + telling.start(), plain
