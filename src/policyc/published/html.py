"""HTML to a tree of elements, as a browser's parser builds it. The only module that knows selectolax."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from typing import NamedTuple

from selectolax.lexbor import LexborHTMLParser, LexborNode, SelectolaxError

from .styles import Rule, display, list_style, rules
from .tree import Element, Text

MAX_DEPTH = 1000
"""Deeper nesting is no page (browsers stop at half of it), and the parser's time grows with the depth."""

# The place of every tag is written into it: the parser keeps none.
_AT = "policyc-at"
_START = re.compile(r"<([A-Za-z][^\s/>]*)")
_LEFT_OVER = re.compile(rf' {_AT}="\d+"')
_TAG = re.compile(r"<(/?)([A-Za-z][A-Za-z0-9]*)")
# Elements that end by themselves, or that the parser does not nest without end.
_SHALLOW_NAMES = """
    area base br col embed hr img input link meta source track wbr param p li dt dd td th tr tbody thead tfoot option
    optgroup rt rp html head body a nobr colgroup caption
"""
_SHALLOW = frozenset(_SHALLOW_NAMES.split())
_BETWEEN = re.compile(r"(?:\s+|</[^>]*>|<!--.*?-->|<[!?][^>]*>)*", re.DOTALL)
_FAR = 20_000
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


class TooDeep(Exception):
    """Elements nested more deeply than `MAX_DEPTH`."""


def parse(text: str, select: str, line_of: Callable[[int], int] | None = None) -> Html:
    """Parse HTML; `line_of` gives the line of an offset, for text that was made from something else.

    Raises `BadSelector` and `TooDeep`, which the reader of this package turns into findings.
    """
    _check_depth(text)
    marked = _START.sub(lambda hit: f'<{hit[1]} {_AT}="{hit.start()}"', text)
    parser = LexborHTMLParser(marked)
    chosen: set[int] = set()
    if select:
        try:
            chosen = {node.mem_id for node in parser.css(select)}
        except SelectolaxError as error:
            raise BadSelector(select) from error
    found = parser.css_first("title")
    title = "" if found is None else " ".join(_LEFT_OVER.sub("", found.text()).split(None))
    builder = _Builder(text, line_of or _lines(text), chosen, _Sheets(parser))
    return Html(builder.build(parser.body), title, builder.found)


def _check_depth(text: str) -> None:
    depth = 0
    for end, name in _TAG.findall(text):
        if name.lower() not in _SHALLOW:
            depth = max(depth - 1, 0) if end else depth + 1
            if depth > MAX_DEPTH:
                raise TooDeep


def _lines(text: str) -> Callable[[int], int]:
    ends = [hit.start() for hit in re.finditer("\n", text)]
    return lambda offset: bisect_right(ends, offset - 1) + 1


class _Sheets:
    """What the page's own style sheets say: which elements they hide, and how lists are marked."""

    def __init__(self, parser: LexborHTMLParser) -> None:
        self.hidden: set[int] = set()
        self.drawn: dict[int, str] = {}
        for sheet in parser.css("style"):
            media = sheet.attributes.get("media") or "all"
            if "all" in media or "screen" in media:
                for rule in rules(sheet.text()):
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
        value = node.text_content or ""
        if _AT in value:
            value = _LEFT_OVER.sub("", value)
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
        attributes = {name: value or "" for name, value in node.attributes.items()}
        offset = attributes.pop(_AT, "")
        if offset:
            start = int(offset)
            end = self._text.find(">", start)
            self._at = end + 1 if end >= 0 else start
        if tag in _UNSEEN:
            end = self._text.find(f"</{tag}", self._at) if offset else -1
            self._at = end if end >= 0 else self._at
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
