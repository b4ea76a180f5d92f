"""Data items made of data items: a group must not contain itself, nor grow beyond any list that a reader could read."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple

from ..diagnostics import Findings
from ..source import Span
from . import kinds
from .tree import Node, Value

MOST_LEVELS = 10
MOST_PARTS = 2000


class _Size(NamedTuple):
    levels: int
    parts: int


def check_parts(nodes: Iterable[Node], found: Findings) -> None:
    """Report what cannot be said, and take it out of its field, so that no later stage follows it."""
    sizes: dict[int, _Size] = {}
    for node in nodes:
        if "of" in node.fields and node.type.word == "data":
            _measure(node, sizes, [], found)


def _measure(node: Node, sizes: dict[int, _Size], path: list[Node], found: Findings) -> _Size:
    known = sizes.get(id(node))
    if known is not None:
        return known
    field = node.fields.get("of")
    levels, parts = 0, 0
    kept: list[Value] = []
    for value in field.values if field is not None else ():
        target = value.target
        size = _Size(0, 0)
        if isinstance(target, Node):
            span = Span(node.source, value.start, value.end)
            inside = [*path, node]
            if target in inside:
                circle = inside[inside.index(target) :]
                names = " → ".join(n.id for n in (*circle, target))
                found.append(kinds.CONTAINS_ITSELF.at(span, found=target.id, circle=names))
                continue
            size = _measure(target, sizes, inside, found) if len(inside) <= MOST_LEVELS else _Size(MOST_LEVELS, 0)
            if size.levels >= MOST_LEVELS or parts + size.parts >= MOST_PARTS:
                found.append(kinds.TOO_MANY_PARTS.at(span, found=node.id, levels=MOST_LEVELS, parts=f"{MOST_PARTS:,}"))
                continue
        levels, parts = max(levels, size.levels + 1), parts + size.parts + 1
        kept.append(value)
    if field is not None and len(kept) < len(field.values):
        node.fields["of"] = field._replace(values=tuple(kept))
    sizes[id(node)] = _Size(levels, parts)
    return sizes[id(node)]
