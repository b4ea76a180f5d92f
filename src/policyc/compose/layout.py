"""Numbers and headings of a document, computed before anything is written: cross-references may point forward."""

from __future__ import annotations

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostic
from ..model import Line, Names, Node, Text, numbers
from ..model.kinds import DUPLICATE_NAME
from ..source import Span
from .budget import STRETCH, Budget
from .lists import Entry, entries, paragraphs
from .page import DRAWN

if TYPE_CHECKING:
    from .within import Inside

_DEFAULTS = {
    "web": {
        "part": ("【{heading}】", "{heading}"),
        "clause": ("{n}．{heading}",),
        "paragraphs": ("",),
        "items": ("（{n}）", "{n:circled}", "（{n:katakana}）"),
        "bullets": ("・",),
    },
    "articles": {
        "part": ("第{n}章　{heading}", "第{n}節　{heading}", "第{n}款　{heading}", "第{n}目　{heading}"),
        "clause": ("第{n}条（{heading}）",),
        "paragraphs": ("{n}　",),
        "items": ("（{n}）", "{n:katakana}　", "（{n:katakana}）"),
        "bullets": ("・",),
    },
}
# An index is no text with numbers, whatever its register.
_INDEX = {"part": ("{heading}",), "clause": ("{heading}",), "items": ("・",)}
_BRACKETS = {"【": "】", "〔": "〕", "［": "］", "〈": "〉", "《": "》", "＜": "＞", "「": "」", "『": "』"}

_OPENING = "".join(_BRACKETS) + "（"


class Spot(NamedTuple):
    """Where a node stands: `marker` is its number as written, `heading` its whole heading, `title` the words in it."""

    number: int
    marker: str
    heading: str
    title: str

    def reference(self) -> str:
        """How a sentence points here: 「2．個人情報の利用目的」, 【…】 as it is, 第3条（登録） as it is, （2） as it is; a
        heading 第1章　総則 is 第1章（総則）."""
        if not self.heading:
            return self.marker.strip()
        marker = self.said_marker()
        if marker != self.marker:
            words = self.heading.removeprefix(self.marker)
            return marker + (f"（{words}）" if words and words == self.title else words)
        bracketed = _BRACKETS.get(self.heading[0]) == self.heading[-1]
        return self.heading if bracketed or self.heading.startswith("第") else f"「{self.heading}」"

    def said_marker(self) -> str:
        """The number in a sentence: 第1章 without the space that keeps it from its heading."""
        return self.marker.strip() if self.marker.startswith("第") else self.marker


class Listed(NamedTuple):
    """Where an item of a text stands that has a name: the block of the text, the markers of the items around it, and the
    paragraph of the text that its list belongs to (from 1, 0 for none)."""

    node: Node
    above: list[str]
    paragraph: int


def unsaid(item: Node) -> bool:
    """Whether an item has no line of its own: `text: ""` and no words besides, since what it declares is said elsewhere."""
    field = item.fields.get("text")
    if field is None or item.title is not None:
        return False
    text = field.text()
    return text is not None and text.empty


def register(document: Node) -> str:
    """web or articles."""
    return document.choice("register") or "web"


def patterns(node: Node, word: str) -> tuple[str, ...]:
    """The numbering patterns in force at a node: its own, or the nearest block's around it, or the register's."""
    at: Node | None = node
    while at is not None:
        for setting in at.settings:
            values = setting.values(word)
            if values:
                return tuple([value.word for value in values])
        at = at.parent
    assert node.document is not None
    own = _INDEX.get(word) if node.document.choice("kind") == "site-index" else None
    return own or _DEFAULTS[register(node.document)][word]


def restarts(part: Node) -> bool:
    """Whether clause numbers start again in a part."""
    at: Node | None = part
    while at is not None:
        for setting in at.settings:
            if setting.field("restart"):
                return setting.flag("restart")
        at = at.parent
    assert part.document is not None
    return register(part.document) == "web"


def item_marker(node: Node, level: int, n: int) -> str:
    """The marker of the n-th item of a list at a nesting level (from 0)."""
    return numbers.fill(of_level(patterns(node, "items"), level), n)


def entry_marker(entry: Entry, node: Node, level: int) -> str:
    """The marker of an item of a text: its number, the one it was given, or a bullet."""
    if entry.line.bullet == "-":
        return item_marker(node, level + entry.depth, entry.n)
    if entry.line.bullet == '"':
        return entry.line.marker
    mark = of_level(patterns(node, "bullets"), level + entry.depth)
    return DRAWN if mark == "-" else mark


@lru_cache(maxsize=64)
def _before(pattern: str) -> str:
    """What of the pattern of a heading is its number: 第{n}条（{heading}） has the number 第{n}条."""
    return pattern.partition("{heading}")[0].rstrip(_OPENING) if "{n" in pattern else ""


def of_level(styles: tuple[str, ...], level: int) -> str:
    """The style of a nesting level (from 0): the last one holds for all that are deeper."""
    return styles[min(level, len(styles) - 1)]


class Layout:
    """The spots of all parts, clauses, items and anchored list items of a document.

    `say` renders a heading's words without introducing terms; it is called once per heading.
    """

    def __init__(
        self,
        document: Node,
        names: Names,
        say: Callable[[Node], str],
        text: Callable[[Node], Text | None],
        budget: Budget,
    ) -> None:
        self.spots: dict[str, Spot] = {}
        self.listed: dict[str, Listed] = {}
        # By node the part in which the clauses around it are counted, for those that were asked about.
        self.counting: dict[Node, Node | None] = {}
        # What is known of the inside of a clause, for those that were pointed into.
        self.inside: dict[Node, Inside] = {}
        self._often: dict[str, int] = {}
        self.found: list[Diagnostic] = []
        self._document = document
        self._names = names
        self._say = say
        self._budget = budget
        self.text = text
        self._sections(document, 0)
        self._anchors(document)

    def _sections(self, parent: Node, clause_number: int, level: int = 0) -> int:
        part_number = 0
        for node in parent.children:
            if node.type.role == "part":
                part_number += 1
                self._heading(node, "part", part_number, level)
                reached = self._sections(node, 0 if restarts(node) else clause_number, level + 1)
                clause_number = reached if not restarts(node) else clause_number
                self._anchors(node)
            elif node.type.role == "clause":
                clause_number += 1
                self._heading(node, "clause", clause_number)
                self._items(node, 0)
                self._anchors(node)
        return clause_number

    def _heading(self, node: Node, word: str, n: int, level: int = 0) -> None:
        pattern = of_level(patterns(node, word), level)
        title = self._say(node)
        before = _before(pattern)
        marker = numbers.fill(before, n) if before else ""
        # Where there is no room for the words, only the number is left.
        many = pattern.count("{heading}") * (len(title) + STRETCH) + len(pattern)
        if not self._budget.take(many, node.source, node.start):
            pattern = before
        self.spots[node.id] = Spot(n, marker, numbers.fill(pattern, n, title), title)

    def marker(self, entry: Entry, node: Node, level: int) -> str:
        """The marker of an item of a text of a node; nothing where there is no room for it."""
        budget = self._budget
        if budget.left < 0:
            return ""
        made = entry_marker(entry, node, level)
        budget.left -= len(made)
        if budget.left >= 0:
            return made
        budget.over(len(made), node.source, entry.line.start)
        return ""

    def _items(self, parent: Node, level: int) -> None:
        n, style = 0, ""
        for child in parent.children:
            if child.type.role == "item":
                if unsaid(child):
                    self._no_place(child)
                    continue
                n += 1
                if child.type.worded:
                    # It has a label instead of a number, and is referred to by that.
                    label = self._say(child)
                    self.spots[child.id] = Spot(n, "", label, label)
                    self._anchors(child, level)
                    continue
                if not style:
                    style = of_level(patterns(parent, "items"), level)
                made = numbers.fill(style, n) if self._budget.take(len(style), child.source, child.start) else ""
                self.spots[child.id] = tuple.__new__(Spot, (n, made, "", ""))
                self._anchors(child, level + 1)
                if child.children:
                    self._items(child, level + 1)

    def _no_place(self, item: Node) -> None:
        """What is not on the page has no number there, nor has anything in it; the next item counts on without it."""
        self.spots[item.id] = Spot(0, "", "", "")
        for child in item.children:
            if child.type.role == "item":
                self._no_place(child)

    def _anchors(self, node: Node, level: int = 0) -> None:
        """Spots of the list items of a node's texts that have a name, `- {#name} …`."""
        closing = node.fields.get("closing")
        self._named(self.text(node), node, level)
        if closing is not None:
            self._named(closing.text(), node, level, self.text(node))

    def _named(self, text: Text | None, node: Node, level: int, behind: Text | None = None) -> None:
        for line in text.lines if text is not None else ():
            if line.anchor:
                break
        else:
            return
        assert text is not None
        before = _paragraphs(behind)
        for block, paragraph in paragraphs(text.lines):
            above: list[str] = []
            for entry in entries(block):
                marker = self.marker(entry, node, level)
                above[entry.depth :] = [marker]
                if entry.line.anchor:
                    self._taken(entry.line, text)
                    self.spots[entry.line.anchor] = Spot(entry.n, marker, "", "")
                    self.listed[entry.line.anchor] = Listed(node, above[:-1], before + paragraph)

    def repeated(self, spot: Spot) -> bool:
        """Whether a clause elsewhere has the same number, or without numbers the same heading."""
        if not self._often:
            for node in self._document.walk():
                if node.type.role == "clause":
                    own = self.spots[node.id]
                    word = own.marker or own.heading
                    self._often[word] = self._often.get(word, 0) + 1
        return self._often.get(spot.marker or spot.heading, 0) > 1

    def _taken(self, line: Line, text: Text) -> None:
        """An item's name must be no other's."""
        if line.anchor in self.spots or self._names.find(line.anchor, self._document) is not None:
            self.found.append(DUPLICATE_NAME.at(Span(text.source, line.start, line.end), found=line.anchor))


def _paragraphs(text: Text | None) -> int:
    """How many paragraphs (項) a text has."""
    return max([n for _, n in paragraphs(text.lines)], default=0) if text is not None else 0
