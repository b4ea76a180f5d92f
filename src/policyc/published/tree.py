"""A page's elements, as far as they matter for its text: what the HTML parser makes and the other modules read."""

from __future__ import annotations

from collections.abc import Iterator


class Text:
    """Characters between tags, white space as it stands; `line` is that of the first that is no white space."""

    __slots__ = ("line", "value")

    def __init__(self, value: str, line: int) -> None:
        self.value = value
        self.line = line


class Element:
    """An element. `left` says why it is not part of the text (a key of `messages.LEFT`), "" if it is; `drawn` is the
    `list-style-type` that style sheets give it. `prose` and `linked` count its characters outside and inside links."""

    __slots__ = ("attributes", "children", "drawn", "left", "line", "linked", "prose", "tag")

    def __init__(self, tag: str, attributes: dict[str, str], line: int, left: str = "", drawn: str = "") -> None:
        self.tag = tag
        self.attributes = attributes
        self.line = line
        self.left = left
        self.drawn = drawn
        self.children: list[Node] = []
        self.prose = 0
        self.linked = 0

    @property
    def words(self) -> list[str]:
        """Its id and classes."""
        return [*self.attributes.get("id", "").split(), *self.attributes.get("class", "").split()]


Node = Text | Element


def elements(root: Element) -> Iterator[Element]:
    """An element and all below it, in document order."""
    stack = [root]
    while stack:
        element = stack.pop()
        yield element
        stack.extend(child for child in reversed(element.children) if isinstance(child, Element))


def weigh(root: Element) -> None:
    """Count the characters of every element below, without what is left out below it."""
    stack: list[tuple[Element, bool, bool]] = [(root, False, False)]
    while stack:
        element, linked, done = stack.pop()
        if not done:
            linked = linked or element.tag == "a"
            stack.append((element, linked, True))
            stack.extend((child, linked, False) for child in element.children if isinstance(child, Element))
            continue
        element.prose = element.linked = 0
        for child in element.children:
            if isinstance(child, Element):
                if not child.left:
                    element.prose += child.prose
                    element.linked += child.linked
            elif linked:
                element.linked += len(child.value.strip())
            else:
                element.prose += len(child.value.strip())
