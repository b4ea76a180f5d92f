"""Nodes in the making: trees of plain values, and how two descriptions of one thing join.

A value is a text, a number, a truth, a list of references, or a text by language (`{"ja": "…"}`). Lists may be shared with
the vocabulary: what adds to one makes a new list.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

Value = Any
"""`str | int | bool | list[str] | dict[str, str | list[str]]`; None, an empty text or list are no value of a member."""
Node = dict[str, Value]


class Refs(dict[str, str]):
    """Ids of facts as references: the IRI of each, made when it is first asked for."""

    __slots__ = ("_base",)

    def __init__(self, base: str, ids: Iterable[str]) -> None:
        super().__init__([(id_, base + id_) for id_ in ids])
        self._base = base

    def __missing__(self, id_: str) -> str:
        ref = self[id_] = self._base + id_
        return ref

    def many(self, ids: Sequence[str]) -> list[str]:
        """References to several ids."""
        return [self[id_] for id_ in ids]


def ja(text: str) -> dict[str, str]:
    """A verbatim Japanese text; empty for an empty one."""
    return {"ja": text} if text else {}


def said(node: Node) -> Node:
    """A node without the members that have no value; of numbers 0 says something."""
    return {word: value for word, value in node.items() if value or value.__class__ is int}


def grow(node: Node, word: str, more: Iterable[str]) -> None:
    """Add items to a list of a node."""
    node[word] = [*items(node[word]), *more] if word in node else list(more)


def joined(old: Value, new: Value) -> Value:
    """Both values of a word, each once."""
    if old == new:
        return old
    if isinstance(old, dict) and isinstance(new, dict):
        return {language: _both(old, new, language) for language in (*old, *(one for one in new if one not in old))}
    olds = items(old)
    both = [*olds, *(value for value in items(new) if value not in olds)]
    return both if len(both) > 1 or isinstance(old, list) else both[0]


def items(value: Value) -> list[Any]:
    """The items of a list; another value is one item."""
    return value if isinstance(value, list) else [value]


def _both(old: dict[str, Value], new: dict[str, Value], language: str) -> Value:
    """The texts of one language, which one of the two may lack."""
    if language not in old or language not in new:
        return old.get(language, new.get(language))
    return joined(old[language], new[language])
