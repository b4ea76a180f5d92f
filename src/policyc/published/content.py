"""Where on a page its text is: in `<main>`, or in the smallest element around all prose that is not navigation."""

from __future__ import annotations

import re

from .tree import Element, Text, elements, weigh

# Below this share of the page's prose, `<main>` is not believed.
_ENOUGH = 0.3
_BY_TAG = {"nav": "navigation", "header": "header", "footer": "footer", "aside": "aside"}
_BY_ROLE = {
    "navigation": "navigation",
    "banner": "header",
    "contentinfo": "footer",
    "complementary": "aside",
    "search": "form",
}
# Words of ids and classes; the last group only where most of an element is links.
_TRAIL = re.compile(r"bread-?crumbs?|pankuzu|topic-?path", re.IGNORECASE)
_EDGES = {
    **dict.fromkeys(
        ("header", "head", "site-header", "siteheader", "global-header", "globalheader", "gheader"), "header"
    ),
    **dict.fromkeys(
        ("footer", "foot", "site-footer", "sitefooter", "global-footer", "globalfooter", "gfooter"), "footer"
    ),
    **dict.fromkeys(("copyright", "copy", "page-top", "pagetop", "to-top"), "footer"),
    **dict.fromkeys(("side", "sidebar", "side-bar", "aside"), "aside"),
}
_LINKS = re.compile(r"nav|menu|side|banner|related|share|sns|social|pager|skip|toc|footer|header|link", re.IGNORECASE)
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_WITHIN = frozenset(("main", "article", "section"))
# Elements that hold blocks and say nothing themselves.
_BOXES_NAMES = """
    div main article section form center body font span fieldset
"""
_BOXES = frozenset(_BOXES_NAMES.split())


def choose(body: Element) -> list[Element]:
    """The elements that are the text, in order. What else has text is marked (`Element.left`) with what it is."""
    weigh(body)
    if not body.prose + body.linked:
        return []
    _label(body)
    weigh(body)
    start = _main(body)
    if start is None:
        start = body
        while (inner := _only_box(start)) is not None:
            start = inner
    mark_outside(body, [start])
    return [start]


def mark_outside(body: Element, chosen: list[Element]) -> None:
    """Mark everything with text that is not within `chosen`; characters between elements get an element of their own."""
    inside = {id(element) for element in chosen}
    around = _around(body, inside)
    stack = [body]
    while stack:
        element = stack.pop()
        if id(element) in inside:
            continue
        for index, child in enumerate(element.children):
            if isinstance(child, Text):
                if child.value.strip():
                    box = Element("div", {}, child.line, "outside")
                    box.children.append(child)
                    element.children[index] = box
            elif id(child) in around:
                stack.append(child)
            elif id(child) not in inside:
                child.left = child.left or _kind(child, False) or "outside"


def _around(body: Element, inside: set[int]) -> set[int]:
    """The elements that have one of `inside` below them."""
    found: set[int] = set()
    path: list[Element] = []
    todo: list[tuple[Element, int]] = [(body, 0)]
    while todo:
        element, depth = todo.pop()
        del path[depth:]
        if id(element) in inside:
            found.update(map(id, path))
            continue
        path.append(element)
        todo.extend((child, depth + 1) for child in element.children if isinstance(child, Element))
    return found


def _main(body: Element) -> Element | None:
    every = [e for e in elements(body) if not e.left]
    mains = [e for e in every if e.tag == "main" or e.attributes.get("role") == "main"]
    for found in (mains, [e for e in every if e.tag == "article"]):
        best = max(found, key=lambda e: e.prose, default=None)
        if best is not None and best.prose and best.prose >= body.prose * (_ENOUGH if found is mains else 0.8):
            return best if best.tag != "article" or _has_heading(best) else None
    return None


def _has_heading(element: Element) -> bool:
    return any(e.tag in ("h1", "h2") and not e.left for e in elements(element))


def _only_box(element: Element) -> Element | None:
    """The one child that all prose is in, if it is a box."""
    if any(isinstance(child, Text) and child.value.strip() for child in element.children):
        return None
    holding = [c for c in element.children if isinstance(c, Element) and not c.left and c.prose + c.linked]
    if len(holding) == 1 and holding[0].tag in _BOXES:
        return holding[0]
    return None


def _label(body: Element) -> None:
    """Mark navigation and the like, from the outside in."""
    total = body.prose + body.linked
    stack = [(body, False)]
    while stack:
        element, within = stack.pop()
        for child in element.children:
            if isinstance(child, Element) and not child.left:
                child.left = _kind(child, within) if _may_go(child, total) else ""
                if not child.left:
                    stack.append((child, within or child.tag in _WITHIN or child.attributes.get("role") == "main"))


def _may_go(element: Element, total: int) -> bool:
    """Whether an element is small enough beside the page, or links enough, to be called navigation."""
    return element.tag == "nav" or element.prose < 0.3 * total or element.linked > element.prose


def _kind(element: Element, within: bool) -> str:
    """What an element is besides text, "" if it is none of that; `within` the main part less is."""
    if element.tag not in _BY_TAG and not element.words and "role" not in element.attributes:
        return ""
    linked = element.linked >= element.prose and element.linked > 0
    kind = _BY_TAG.get(element.tag) or _BY_ROLE.get(element.attributes.get("role", ""), "")
    if kind == "navigation":
        return kind
    if kind == "aside":
        return kind if linked or not within else ""
    if any(_TRAIL.search(word) for word in element.words):
        return "navigation"
    for word in element.words:
        kind = kind or _EDGES.get(word.lower(), "")
    if kind and not (within and not linked):
        # A heading without links is the page's own.
        own = not element.linked and any(e.tag in _HEADINGS and e.prose for e in elements(element))
        return "" if own else kind
    if linked and any(_LINKS.search(word) for word in element.words):
        return "navigation"
    return ""
