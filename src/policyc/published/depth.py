"""How deep the elements of an HTML text stand in one another, and how many a parser makes of it: found out by one look at
its tags, before there is a tree.

An end tag without its start tag closes nothing, and what is never closed goes on to the end. So it is not enough to count
start and end tags: the elements that are open are followed as the specification has it (HTML 13.2.6), where two ways are
possible as the one that stands deeper.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import NamedTuple

MAX_DEPTH = 1000
"""Deeper nesting is no page (browsers stop at half of it), and the parser's time grows with the depth."""
FORMATTING = frozenset(("b", "big", "code", "em", "font", "i", "s", "small", "strike", "strong", "tt", "u"))
"""Elements that go on behind the end of the block they are in: the parser makes them anew in each block that follows."""
_ALIKE = 3
"""So many of those that look alike go on (HTML 13.2.4.3)."""
# For each tag of a page, and for any page: steps through open elements, and elements made anew.
_STEPS, _FREE = 20, 20_000

_TAG = re.compile(r"<!--|<(/?)([A-Za-z][^ \t\n\f\r/>]*)([^>]*)")
_VOID_NAMES = """
    area base basefont br col embed frame hr img input link meta param source track wbr
"""
_VOID = frozenset(_VOID_NAMES.split())
_NONE = frozenset(("html", "head", "body", "frameset"))
# What holds only characters.
_RAW = frozenset(("script", "style", "textarea", "title", "xmp", "iframe", "noembed", "noframes"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_CELLS = frozenset(("caption", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"))
_FOREIGN = frozenset(("svg", "math"))
# What no end tag of something around it closes.
_WALLS = _FOREIGN | {"applet", "marquee", "object", "table", "template", "button", "foreignobject"}
_CLOSING_NAMES = """
    address article aside blockquote center details dialog dir div dl fieldset figcaption figure footer form header
    hgroup main menu nav ol p search section summary ul pre listing table hr plaintext xmp li dd dt
"""
# Elements that end a paragraph where they begin.
_CLOSING = frozenset(_CLOSING_NAMES.split()) | _HEADINGS
_SPECIAL = _CLOSING | _CELLS | _WALLS | _RAW | {"select", "noscript", "desc", "mi", "mn", "mo", "ms", "mtext"}
# What ends before another of the same kind begins, and what holds that off.
_ITEMS = _SPECIAL - {"address", "div", "p"}
_SAME = {"li": ("li",), "dd": ("dd", "dt"), "dt": ("dd", "dt")}
_INNER = {name: _WALLS - {name} for name in _SPECIAL}
_HEADING = tuple(sorted(_HEADINGS))
# What ends without what is in it, and which of that ends where another begins.
_ALONE = FORMATTING | {"a", "nobr"}
_ONE = frozenset(("a", "nobr"))
_RUBY = frozenset(("rb", "rp", "rt", "rtc"))


class TooDeep(Exception):
    """Elements nested more deeply than `MAX_DEPTH`, or of which a parser makes more than a page has tags for."""


class _Tag(NamedTuple):
    """A tag: whether it is an end tag, its name, and its attributes as written."""

    end: bool
    name: str
    attributes: str


class Measure(NamedTuple):
    """How many tags a text has, and how deep its elements stand (those of a table counted as one)."""

    tags: int
    depth: int


def measure(text: str) -> Measure:
    """Follow the tags of a text. Raises `TooDeep`."""
    opened = _Opened()
    n = deepest = 0
    for n, tag in enumerate(_tags(text, opened), 1):
        if tag.name in FORMATTING:
            opened.format(tag)
        if tag.end:
            opened.close(tag.name)
        else:
            opened.begin(tag.name)
        deepest = max(deepest, opened.depth)
        if deepest > MAX_DEPTH or opened.steps > _STEPS * n + _FREE:
            raise TooDeep
    return Measure(n, deepest)


def _tags(text: str, opened: _Opened) -> Iterator[_Tag]:
    """The tags of a text but for those in comments and in what holds only characters."""
    at = 0
    while (hit := _TAG.search(text, at)) is not None:
        at = hit.end()
        if hit[2] is None:
            at = text.find("-->", hit.start() + 2) + 3
        else:
            name = hit[2].lower()
            yield _Tag(bool(hit[1]), name, hit[3])
            if name in _RAW and not hit[1] and not opened.foreign:
                at = text.find(f"</{name}", at)
        if at < hit.end():
            # Without an end, it goes on to that of the text.
            return


class _Opened:
    """The elements that are open, and those that go on behind their blocks."""

    def __init__(self) -> None:
        self.steps = 0
        self.foreign = 0
        self._open: list[str] = []
        self._count: Counter[str] = Counter()
        self._going: list[tuple[str, str]] = []
        self._alike: Counter[tuple[str, str]] = Counter()

    @property
    def depth(self) -> int:
        """How many elements are open."""
        return len(self._open) + len(self._going)

    def format(self, tag: _Tag) -> None:
        """Take a tag of an element that goes on, as far as that goes."""
        if not tag.end:
            key = (tag.name, tag.attributes.strip())
            if self._alike[key] < _ALIKE:
                self._alike[key] += 1
                self._going.append(key)
            return
        for n in range(len(self._going) - 1, -1, -1):
            self.steps += 1
            if self._going[n][0] == tag.name:
                self._alike[self._going.pop(n)] -= 1
                return

    def begin(self, name: str) -> None:
        """Take a start tag."""
        self.steps += len(self._going)
        if name in _NONE:
            return
        if not self.foreign:
            if name in _CLOSING:
                self._end(("p",), _WALLS)
            if name in _HEADINGS and self._open and self._open[-1] in _HEADINGS:
                self._pop(1)
            if name in _SAME:
                self._end(_SAME[name], _ITEMS)
            if name in _RUBY and self._open and self._open[-1] in _RUBY and self._count["ruby"]:
                self._pop(1)
            if name in _ONE:
                self._drop(name)
            if name == "option" and self._open and self._open[-1] == name:
                self._pop(1)
            if name in _CELLS:
                if not self._count["table"]:
                    return
                self._end(("table",), _INNER["table"], within=True)
        if name not in _VOID:
            self._open.append(name)
            self._count[name] += 1
            self.foreign += name in _FOREIGN

    def close(self, name: str) -> None:
        """Take an end tag."""
        self.steps += len(self._going)
        if name in _HEADINGS:
            self._end(_HEADING, _WALLS)
        elif name in _ALONE:
            self._drop(name)
        else:
            self._end((name,), _INNER.get(name, _SPECIAL))

    def _end(self, names: tuple[str, ...], walls: frozenset[str], within: bool = False) -> None:
        """End the innermost open element of `names`, with all in it, unless one of `walls` stands around it; `within` ends
        only what is in it."""
        if not any(self._count[name] for name in names):
            return
        for n in range(len(self._open) - 1, -1, -1):
            self.steps += 1
            if self._open[n] in names:
                self._pop(len(self._open) - n - within)
                return
            if self._open[n] in walls:
                return

    def _drop(self, name: str) -> None:
        """End the innermost open element of a name, but nothing in it."""
        if not self._count[name]:
            return
        for n in range(len(self._open) - 1, -1, -1):
            self.steps += 1
            if self._open[n] == name:
                del self._open[n]
                self._count[name] -= 1
                return
            if self._open[n] in _WALLS:
                return

    def _pop(self, count: int) -> None:
        for _ in range(count):
            name = self._open.pop()
            self._count[name] -= 1
            self.foreign -= name in _FOREIGN
