"""XML elements as trees, and their text: as little as the targets need, and faster to import and to write than ElementTree."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

_NONE: Mapping[str, str] = MappingProxyType({})
# What a text or an attribute may have that is written otherwise.
_SPECIAL = re.compile('[&<>"\n\t]').search
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'
_STEP = "  "


class Element(NamedTuple):
    """An element: its name (with a prefix, where it has one), its attributes in their order, and a text or the elements inside."""

    name: str
    attributes: Mapping[str, str] = _NONE
    inside: str | Sequence[Element] = ()


def xml_text(root: Element) -> str:
    """A file: the declaration, an element a line, a final newline. A text stands in the line of its element."""
    lines: list[str] = []
    _write(root, "", lines)
    return _DECLARATION + "\n".join(lines) + "\n"


def _write(element: Element, indent: str, lines: list[str]) -> None:
    name, attributes, inside = element
    head = f"{indent}<{name}"
    if attributes:
        # Looked at together: nearly all have nothing that is written otherwise.
        if _SPECIAL("".join(attributes.values())):
            attributes = {word: _attribute(value) for word, value in attributes.items()}
        head += "".join([f' {word}="{value}"' for word, value in attributes.items()])
    if not inside:
        lines.append(head + " />")
    elif isinstance(inside, str):
        lines.append(f"{head}>{_content(inside)}</{name}>")
    else:
        lines.append(head + ">")
        deeper = indent + _STEP
        for one in inside:
            if one.attributes or not isinstance(one.inside, str):
                _write(one, deeper, lines)
            else:
                # Half of all elements hold a text and nothing else.
                lines.append(f"{deeper}<{one.name}>{_content(one.inside)}</{one.name}>")
        lines.append(f"{indent}</{name}>")


def _content(text: str) -> str:
    if _SPECIAL(text):
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text


def _attribute(text: str) -> str:
    """A reader makes spaces of line breaks and tabs in an attribute, unless they are written as references."""
    return _content(text).replace('"', "&quot;").replace("\n", "&#10;").replace("\t", "&#9;")
