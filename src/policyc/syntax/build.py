"""One small function per rule of the grammar: what a reduction builds."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from ..source import Source
from .lexer import Token
from .tables import RULES
from .tree import Atom, BlockShape, FieldShape, Phrase

Builder = Callable[[Source, list[Any]], Any]


def _atom(source: Source, children: list[Any]) -> Atom:
    kind, start, end = children[0]
    raw = source.text[start:end]
    if kind == "URL" and raw[0] != "<":
        # The lexer has reported that it stands without them.
        raw = f"<{raw}>"
    return Atom(kind.lower(), raw, start, end)


def _name_atom(source: Source, children: list[Any]) -> Atom:
    return _name(source, children[0])


def _name(source: Source, token: Token) -> Atom:
    _, start, end = token
    raw = source.text[start:end]
    if not raw.isprintable():
        # The lexer has reported what cannot be seen in it.
        raw = "".join(c for c in raw if c.isprintable())
    return Atom("name", raw, start, end)


def first(_: Source, children: list[Any]) -> Any:
    """The value of the first symbol, as it is."""
    return children[0]


def _body(_: Source, children: list[Any]) -> tuple[Any, ...]:
    return tuple(children[0] + children[1:])


def _empty(_: Source, children: list[Any]) -> list[Any]:
    return []


def _seq_item(_: Source, children: list[Any]) -> list[Any]:
    sequence: list[Any] = children[0]
    sequence.append(children[1])
    return sequence


def _one(_: Source, children: list[Any]) -> list[Any]:
    return [children[0]]


def _append_last(_: Source, children: list[Any]) -> list[Any]:
    sequence: list[Any] = children[0]
    sequence.append(children[-1])
    return sequence


def _phrase(_: Source, children: list[Any]) -> Phrase:
    atoms: list[Atom] = children[0]
    body, end = children[1] if len(children) == 2 else (None, atoms[-1].end)
    return Phrase(tuple(atoms), body, atoms[0].start, end)


def _group(_: Source, children: list[Any]) -> tuple[tuple[Any, ...], int]:
    return children[1], children[2].end


def _list(source: Source, children: list[Any]) -> Atom:
    start, end = children[0].start, children[-1].end
    return Atom("list", source.text[start:end], start, end, tuple(children[1]))


def _field(source: Source, children: list[Any]) -> FieldShape:
    key = _name(source, children[0])
    phrases: list[Phrase] = children[2]
    return FieldShape(key, tuple(phrases), key.start, phrases[-1].end)


def _block(source: Source, children: list[Any]) -> BlockShape:
    keyword = _name(source, children[0])
    atoms: tuple[Atom, ...] = ()
    body, end = None, keyword.end
    for child in children[1:]:
        if isinstance(child, list):
            atoms, end = tuple(child), child[-1].end
        else:
            body, end = child
    return BlockShape(keyword, atoms, body, keyword.start, end)


def _builder(origin: str, expansion: tuple[str, ...]) -> Builder:
    by_origin: dict[str, Builder] = {
        "block": _block,
        "body": _body,
        "field": _field,
        "group": _group,
        "list": _list,
        "phrase": _phrase,
    }
    if origin == "seq":
        return _seq_item if "item" in expansion else (first if expansion else _empty)
    if origin == "atom":
        return {"NAME": _name_atom, "list": first}.get(expansion[0], _atom)
    if origin in ("atoms", "values"):
        return _one if len(expansion) == 1 else _append_last
    return by_origin.get(origin, first)


BUILD: list[Builder] = [_builder(origin, expansion) for origin, expansion in RULES]
