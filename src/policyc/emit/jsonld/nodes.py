"""Nodes in the making: the members of each as JSON text from the beginning, and how two descriptions of one thing join.

A value is JSON text (`"…"`, `{"ja": "…"}`, `["…", "…"]`, `1`), or the list of the items of an array, where others may add
to it. Text is ready once and for all where it depends on the vocabulary only; so nothing walks the graph to encode it.
Most nodes are entered whole, as the text of all their members: it is taken apart where another adds to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Any

from ..encode import encode, string

Value = str | list[str]
Node = dict[str, Value]


class Refs(dict[str, str]):
    """Ids of the IR as references: the IRI of each as a JSON string, made when it is first asked for."""

    __slots__ = ("_base",)

    def __init__(self, base: str, ids: Iterable[str]) -> None:
        super().__init__([(id_, string(base + id_)) for id_ in ids])
        self._base = base

    def __missing__(self, id_: str) -> str:
        ref = self[id_] = string(self._base + id_)
        return ref

    def array(self, ids: Sequence[str]) -> str:
        """References to several ids; empty for none."""
        return f"[{', '.join(map(self.__getitem__, ids))}]" if ids else ""


def ja(text: str) -> str:
    """A verbatim Japanese text; empty for an empty one."""
    return f'{{"ja": {string(text)}}}' if text else ""


def plain(text: str) -> str:
    """A text without a language; empty for an empty one."""
    return string(text) if text else ""


def array(items: Sequence[str]) -> str:
    """An array of JSON strings; empty for none."""
    return f"[{', '.join(items)}]" if items else ""


def members(node: Node) -> str:
    """The members of a node as JSON."""
    return ", ".join([f'"{word}": {value if value.__class__ is str else array(value)}' for word, value in node.items()])


# No value of a node holds another but texts by language: those hold strings or arrays of strings.
_STRING = r'"(?:[^"\\]|\\.)*"'
_VALUE = rf"{_STRING}|\[(?:{_STRING}|, )*\]|\{{(?:{_STRING}|[:, \[\]])*\}}|\w+"


def apart(text: str) -> Node:
    """The node of which `members` made a text. Rare: the pattern is compiled for no other document."""
    return dict(re.findall(rf'"(\w+)": ({_VALUE})', text))


def grow(node: Node, word: str, more: Iterable[str]) -> None:
    """Add items to an array of a node."""
    there = node.get(word)
    if there is None:
        node[word] = list(more)
    else:
        node[word] = there = items(there)
        there.extend(more)


def joined(old: Value, new: Value) -> Value:
    """Both values of a word, each once."""
    if old == new:
        return old
    if isinstance(old, str) and isinstance(new, str) and old[0] == new[0] == "{":
        return _languages(old, new)
    olds = items(old)
    both = olds + [value for value in items(new) if value not in olds]
    return both if len(both) > 1 or isinstance(old, list) or old[0] == "[" else both[0]


def items(value: Value) -> list[str]:
    """The items of an array of strings, in which every quotation mark is escaped; another value is one item."""
    if isinstance(value, list):
        return value
    if value[0] != "[":
        return [value]
    return [f'"{item}"' for item in value[2:-2].split('", "')]


def _languages(old: str, new: str) -> str:
    """Two different texts by language. Rare: the package json is not imported for other documents."""
    from json import loads

    both: dict[str, Any] = loads(old)
    for language, said in loads(new).items():
        olds, news = both.get(language, []), said if isinstance(said, list) else [said]
        olds = olds if isinstance(olds, list) else [olds]
        all_ = olds + [text for text in news if text not in olds]
        both[language] = all_ if len(all_) > 1 else all_[0]
    return encode(both)
