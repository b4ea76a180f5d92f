"""XML elements as lines of text: as little as P3P needs, and faster to import and to write than ElementTree."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from types import MappingProxyType

_NONE: Mapping[str, str] = MappingProxyType({})
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>'
STEP = "  "
"""The indent of what stands inside an element."""


def document(lines: Iterable[str]) -> str:
    """Lines as a file: declaration, final newline."""
    return "\n".join((_DECLARATION, *lines, ""))


def start(indent: str, name: str, attributes: Mapping[str, str]) -> str:
    """A start tag without its end: `<DATA ref="#user.name"`."""
    if not attributes:
        return f"{indent}<{name}"
    return f"{indent}<{name}" + "".join([f' {key}="{attribute(value)}"' for key, value in attributes.items()])


def empty(indent: str, name: str, attributes: Mapping[str, str] = _NONE) -> str:
    """An element with nothing inside."""
    return start(indent, name, attributes) + " />"


def said(indent: str, name: str, text: str, attributes: Mapping[str, str] = _NONE) -> str:
    """An element that holds a text."""
    return f"{start(indent, name, attributes)}>{content(text)}</{name}>"


def around(indent: str, name: str, inside: list[str], attributes: Mapping[str, str] = _NONE) -> list[str]:
    """An element with others inside, whose lines have their indents already."""
    if not inside:
        return [empty(indent, name, attributes)]
    return [start(indent, name, attributes) + ">", *inside, f"{indent}</{name}>"]


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


def is_plain(json: str) -> bool:
    """Whether no text of a JSON file has anything that XML writes otherwise (JSON has a backslash before quotes, and in
    the place of line breaks)."""
    return "\\" not in json and "&" not in json and "<" not in json and ">" not in json
