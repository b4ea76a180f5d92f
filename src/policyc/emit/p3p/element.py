"""XML elements to text: as little as P3P needs, and faster to import and to write than ElementTree."""

from __future__ import annotations

_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


class Element:
    """An element: attributes in the order given, and either a text, or elements inside, or `lines` written already.

    The lines have the indents they have among themselves; that of the element is put before them.
    """

    __slots__ = ("attributes", "inside", "lines", "name", "text")

    def __init__(self, name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> None:
        self.name = name
        self.attributes = attributes or {}
        self.text = text
        self.inside: list[Element] = []
        self.lines: list[str] = []

    def add(self, name: str, attributes: dict[str, str] | None = None, text: str | None = None) -> Element:
        """A new element at the end of this one."""
        made = Element(name, attributes, text)
        self.inside.append(made)
        return made


def document(root: Element) -> str:
    """The element as a file: declaration, two spaces a level, final newline."""
    lines: list[str] = []
    _write(root, "", lines)
    return _DECLARATION + "\n".join(lines) + "\n"


def _write(element: Element, indent: str, lines: list[str]) -> None:
    head = f"{indent}<{element.name}"
    for name, value in element.attributes.items():
        head += f' {name}="{attribute(value)}"'
    if element.text is not None:
        lines.append(f"{head}>{content(element.text)}</{element.name}>")
    elif element.inside or element.lines:
        lines.append(head + ">")
        inner = indent + "  "
        for one in element.inside:
            _write(one, inner, lines)
        lines += [inner + line for line in element.lines]
        lines.append(f"{indent}</{element.name}>")
    else:
        lines.append(head + " />")


def content(text: str) -> str:
    """A text as the content of an element."""
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def attribute(text: str) -> str:
    """A text as the value of an attribute.

    A reader makes spaces of line breaks and tabs in an attribute, unless they are written as references.
    """
    if "&" in text or "<" in text or ">" in text or '"' in text or "\n" in text or "\t" in text:
        text = content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
    return text
