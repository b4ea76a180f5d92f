"""HTML to a tree of elements, as a browser's parser builds it. The only module that knows selectolax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from itertools import islice
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from . import depth
from .styles import Rule, display, list_style, rules, search_steps
from .tree import Element, Text

# The place of every tag is written into it: the parser keeps none. Without quotes, so that what only looks like a tag in
# the value of an attribute does not end the value.
_AT = "policyc-at"
# A name with `<` in it gets none: where only characters are (`<title><b</title>`), it would swallow the end.
_START = re.compile(r"<([A-Za-z][^ \t\n\f\r/><]*+)(?!<)")
_LEFT_OVER = re.compile(rf" {_AT}=\d+ ")
# Not into those that the parser makes anew in each block: it ends with the third that looks alike, and with a place of its
# own each would look different.
_FORMATTING = "|".join(sorted(depth.FORMATTING))
_BETWEEN = re.compile(rf"(?:\s+|</[^>]*>|<!--.*?-->|<[!?][^>]*>|<(?:{_FORMATTING})(?:[\s/][^>]*)?>)*", re.DOTALL | re.I)
_FAR = 20_000
# Rules of all sheets together that are looked up, and steps that may take (a second has about a hundred million).
_RULES, _STEPS = 300, 100_000_000
_UNSEEN_NAMES = """
    head script style template noscript title meta link base param source track datalist video audio canvas
"""
_UNSEEN = frozenset(_UNSEEN_NAMES.split())
_PICTURES = frozenset(("img", "svg", "image"))
_FRAMES = frozenset(("iframe", "embed", "object", "frame", "noframes"))
_WRITTEN = {"rt": "ruby", "rp": "ruby", "select": "form", "textarea": "form"}


class Html(NamedTuple):
    """A page as parsed: its body, its title, and the elements that a selector chose."""

    body: Element
    title: str
    chosen: list[Element]


class BadSelector(Exception):
    """A selector that cannot be read."""


def parse(text: str, select: str, line_of: Callable[[int], int] | None = None) -> Html:
    """Parse HTML; `line_of` gives the line of an offset, for text that was made from something else.

    Raises `BadSelector` and `depth.TooDeep`, which the reader of this package turns into findings.
    """
    measured = depth.measure(text)
    marked = _START.sub(_placed, text)
    parser = LexborHTMLParser(marked)
    chosen: set[int] = set()
    if select:
        try:
            chosen = {node.mem_id for node in parser.css(select.encode("utf-8", "replace").decode("utf-8"))}
        except SelectolaxError as error:
            raise BadSelector(select) from error
    found = parser.css_first("title")
    title = "" if found is None else " ".join(_bare(found.text()).split(None))
    builder = _Builder(text, line_of or _lines(text), chosen, _Sheets(parser, measured))
    return Html(builder.build(parser.body), title, builder.found)


def _placed(hit: re.Match[str]) -> str:
    return hit[0] if hit[1].lower() in depth.FORMATTING else f"{hit[0]} {_AT}={hit.start()} "


def _bare(value: str) -> str:
    """Characters without the places that were written into what only looks like a tag."""
    return _LEFT_OVER.sub("", value) if _AT in value else value


def _lines(text: str) -> Callable[[int], int]:
    ends = [hit.start() for hit in re.finditer("\n", text)]
    return lambda offset: bisect_right(ends, offset - 1) + 1


def _on_screen(sheet: LexborNode) -> bool:
    media = sheet.attributes.get("media") or "all"
    return "all" in media or "screen" in media


class _Sheets:
    """What the page's own style sheets say: which elements they hide, and how lists are marked."""

    def __init__(self, parser: LexborHTMLParser, measured: depth.Measure) -> None:
        self.hidden: set[int] = set()
        self.drawn: dict[int, str] = {}
        sheets = (sheet for sheet in parser.css("style") if _on_screen(sheet))
        steps = _STEPS
        for rule in islice((rule for sheet in sheets for rule in rules(sheet.text())), _RULES):
            # A table has up to three elements for each that was counted, other pages not even two.
            steps -= (work := search_steps(rule.selectors, measured.tags, 2 * measured.depth))
            if steps < 0:
                steps += work
                continue
            self._apply(rule, parser)

    def _apply(self, rule: Rule, parser: LexborHTMLParser) -> None:
        try:
            found = {node.mem_id for node in parser.css(rule.selectors)}
        except SelectolaxError:
            return
        if rule.property == "list-style":
            self.drawn.update(dict.fromkeys(found, rule.value))
        elif rule.value == "none":
            self.hidden |= found
        else:
            self.hidden -= found


class _Builder:
    """Copies the parser's tree, with lines, without what no reader sees."""

    def __init__(self, text: str, line_of: Callable[[int], int], chosen: set[int], sheets: _Sheets) -> None:
        self.found: list[Element] = []
        self._text = text
        self._line_of = line_of
        self._chosen = chosen
        self._sheets = sheets
        self._at = 0
        # Names of elements that have no end tag from here on.
        self._endless: set[str] = set()

    def build(self, body: LexborNode | None) -> Element:
        """The tree below the page's body; what is chosen is added to `found`, outermost elements only."""
        root = Element("body", {}, 1)
        # What is still to be copied: a node, where it goes, and whether it is inside something chosen.
        stack: list[tuple[LexborNode, Element, bool]] = []
        if body is not None:
            if body.mem_id in self._chosen:
                self.found.append(root)
            self._below(body, root, body.mem_id in self._chosen, stack)
        while stack:
            node, parent, inside = stack.pop()
            if node.next is not None:
                stack.append((node.next, parent, inside))
            if node.is_text_node:
                self._characters(node, parent)
            elif node.is_element_node:
                self._element(node, parent, inside, stack)
        return root

    def _below(
        self, node: LexborNode, element: Element, inside: bool, stack: list[tuple[LexborNode, Element, bool]]
    ) -> None:
        if node.first_child is not None:
            stack.append((node.first_child, element, inside))

    def _characters(self, node: LexborNode, parent: Element) -> None:
        value = _bare(node.text_content or "")
        if not value.strip(" \t\n\f\r"):
            parent.children.append(Text(value, 0))
            return
        between = _BETWEEN.match(self._text, self._at, self._at + _FAR)
        start = between.end() if between else self._at
        parent.children.append(Text(value, self._line_of(start)))
        end = self._text.find("<", start)
        self._at = end if end >= 0 else start

    def _element(
        self, node: LexborNode, parent: Element, inside: bool, stack: list[tuple[LexborNode, Element, bool]]
    ) -> None:
        tag = node.tag or ""
        attributes = {name: _bare(value or "") for name, value in node.attributes.items()}
        # Of an element that the parser made by itself there is none, and what the page has of that name is not ours.
        place = attributes.pop(_AT, "")
        offset = "" if tag in depth.FORMATTING else place
        if offset:
            start = int(offset)
            end = self._text.find(">", start)
            self._at = end + 1 if end >= 0 else start
        if tag in _UNSEEN:
            if offset and tag not in self._endless:
                end = self._text.find(f"</{tag}", self._at)
                if end < 0:
                    # To look again from each of them would take as long as there are.
                    self._endless.add(tag)
                self._at = max(end, self._at)
            return
        style = attributes.get("style", "")
        left = "hidden" if self._is_hidden(node.mem_id, attributes, style) else _WRITTEN.get(tag, "")
        drawn = list_style(style) or self._sheets.drawn.get(node.mem_id, "")
        element = Element(tag, attributes, self._line_of(self._at), left, drawn)
        if offset:
            element.line = self._line_of(int(offset))
        parent.children.append(element)
        if node.mem_id in self._chosen and not inside:
            self.found.append(element)
            inside = True
        if tag in _PICTURES or tag in _FRAMES:
            element.left = left or ("picture" if tag in _PICTURES else "frame")
            if attributes.get("alt", "").strip():
                element.children.append(Text(attributes["alt"], element.line))
            return
        self._below(node, element, inside, stack)

    def _is_hidden(self, mem_id: int, attributes: dict[str, str], style: str) -> bool:
        if "hidden" in attributes or attributes.get("aria-hidden") == "true":
            return True
        return display(style) == "none" or (mem_id in self._sheets.hidden and not display(style))
