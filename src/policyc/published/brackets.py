"""Links and pictures of Markdown, in one way through the text.

The rules of markdown-it look for the end of a label from each `[`, by recursion: a few hundred brackets in one another are
too many, and ten thousand beside one another take minutes. These remember the brackets that are open, as the
specification does it (CommonMark 0.31.2, "An algorithm for parsing nested emphasis and links").
"""

from __future__ import annotations

import re
from typing import NamedTuple

from markdown_it import MarkdownIt
from markdown_it.common.utils import normalizeReference
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token

_SPACE = re.compile(r"[ \t\n]*")
# No label is longer.
_LONGEST = 999
_LABEL = re.compile(rf"\[((?:[^\[\]\\]|\\.){{0,{_LONGEST}}})\]", re.DOTALL)


class _Open(NamedTuple):
    """A bracket that is open: its token, where its label begins, whether it is a picture's, and how many delimiters and
    lists of them there were before it."""

    token: int
    start: int
    picture: bool
    delimiters: int
    lists: int


class Brackets:
    """The rules for `[`, `![` and `]` of one parser, in place of its own for links and pictures."""

    def __init__(self, parser: MarkdownIt) -> None:
        self._parser = parser
        self._state: StateInline | None = None
        self._open: list[_Open] = []
        # Brackets before this place among the open ones are in front of a link: there is no link within a link.
        self._spent = 0
        parser.inline.ruler.at("link", self._link)
        parser.inline.ruler.at("image", self._picture)

    def _link(self, state: StateInline, silent: bool) -> bool:
        mark = state.src[state.pos]
        if mark == "[":
            return self._opened(state, "[")
        return mark == "]" and self._closed(state)

    def _picture(self, state: StateInline, silent: bool) -> bool:
        return state.src.startswith("![", state.pos) and self._opened(state, "![")

    def _opened(self, state: StateInline, mark: str) -> bool:
        if state is not self._state:
            self._state, self._open, self._spent = state, [], 0
        state.push("text", "", 0).content = mark
        state.pos += len(mark)
        before = len(state.delimiters), len(state.tokens_meta)
        self._open.append(_Open(len(state.tokens) - 1, state.pos, mark == "![", *before))
        return True

    def _closed(self, state: StateInline) -> bool:
        if state is not self._state or not self._open:
            return False
        opened = self._open.pop()
        spent, self._spent = len(self._open) < self._spent, min(self._spent, len(self._open))
        if spent and not opened.picture:
            return False
        found = self._address(state, opened)
        if found is None:
            return False
        if opened.picture:
            _as_picture(state, opened)
        else:
            _as_link(state, opened, found[0])
            self._spent = len(self._open)
        state.pos = found[1]
        return True

    def _address(self, state: StateInline, opened: _Open) -> tuple[str, int] | None:
        """The address behind the label that ends here, and where that ends."""
        return self._inline(state) or self._reference(state, state.src[opened.start : state.pos])

    def _inline(self, state: StateInline) -> tuple[str, int] | None:
        """`](address "title")`."""
        text, end = state.src, state.posMax
        if not text.startswith("(", state.pos + 1):
            return None
        at = _behind(text, state.pos + 2)
        address = ""
        found = self._parser.helpers.parseLinkDestination(text, at, end)
        if found.ok:
            address, at = found.str, found.pos
            after = _behind(text, at)
            title = self._parser.helpers.parseLinkTitle(text, after, end)
            at = _behind(text, title.pos) if after > at and title.ok else after
        return (address, at + 1) if text.startswith(")", at) else None

    def _reference(self, state: StateInline, label: str) -> tuple[str, int] | None:
        """`][label]`, `][]` or nothing behind the label itself."""
        known = state.env.get("references")
        if not known:
            return None
        at = state.pos + 1
        named = _LABEL.match(state.src, at)
        if named is not None:
            label, at = named[1] or label, named.end()
        row = known.get(normalizeReference(label)) if len(label) <= _LONGEST else None
        return None if row is None else (row["href"], at)


def _behind(text: str, at: int) -> int:
    blanks = _SPACE.match(text, at)
    return blanks.end() if blanks is not None else at


def _as_link(state: StateInline, opened: _Open, address: str) -> None:
    """Make a link of what was written since a bracket was opened."""
    if state.pending:
        state.pushPending()
    token = state.tokens[opened.token]
    token.type, token.tag, token.nesting, token.content = "link_open", "a", 1, ""
    token.attrs = {"href": address}
    inner = state.delimiters[opened.delimiters :]
    if inner:
        # Emphasis begins and ends within a link, or without.
        del state.delimiters[opened.delimiters :]
        state.tokens_meta.append({"delimiters": inner})
    state.tokens.append(Token("link_close", "a", -1))


def _as_picture(state: StateInline, opened: _Open) -> None:
    """Make a picture of what was written since a bracket was opened; its label is only characters."""
    state.pending = ""
    del state.tokens[opened.token + 1 :]
    del state.delimiters[opened.delimiters :]
    del state.tokens_meta[opened.lists :]
    token = state.tokens[opened.token]
    token.type, token.tag, token.content = "image", "img", state.src[opened.start : state.pos]
