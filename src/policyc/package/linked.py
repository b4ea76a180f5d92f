"""JSON-LD before a library reads it that cannot be stopped or caught: bounded in size, depth and contexts, nothing to fetch.

A library in native code ends the whole program when its stack is full, and no limit of its own stands before that.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from ..diagnostics import Both
from .strict_json import NotJson, parse

# A graph takes many times its text in memory.
LARGEST = 16 * 1024 * 1024
# Terms of a context, the characters of one, and how many of them one can stand on: each use of a term goes through all.
_MOST_TERMS = 1000
_LONGEST = 500
_DEEPEST_TERM = 8

_CONTEXT = "@context"


class NotAGraph(ValueError):
    """Why a file is not read as a graph; `what` says it in both languages."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


def bounded(body: bytes) -> None:
    """Raises NotAGraph for a text that is no JSON object or array, or that is not bounded.

    One context, at the top, is what policyc writes. Others are worked through again at each place that they hold for,
    and one that lies elsewhere would have to be fetched.
    """
    if len(body) > LARGEST:
        raise NotAGraph(Both(f"{LARGEST} バイトを超えます", f"larger than {LARGEST} bytes"))
    try:
        value = parse(body)
    except NotJson as error:
        raise NotAGraph(error.what) from None
    if not isinstance(value, dict | list):
        raise NotAGraph(Both("JSON-LD ではありません", "not JSON-LD"))
    context = value.get(_CONTEXT) if isinstance(value, dict) else None
    if sum(1 for _ in _contexts(value)) > (isinstance(value, dict) and _CONTEXT in value):
        raise NotAGraph(
            Both("「@context」は、先頭に一つだけ書けます", "`@context` may stand only once, in the outermost object")
        )
    _bounded_context(context)


def _contexts(value: Any) -> Iterator[Any]:
    """Every member `@context` at any depth; `parse` has bounded it."""
    if isinstance(value, dict):
        if _CONTEXT in value:
            yield value[_CONTEXT]
        value = list(value.values())
    if isinstance(value, list):
        for inner in value:
            if isinstance(inner, dict | list):
                yield from _contexts(inner)


def _bounded_context(context: Any) -> None:
    parts = context if isinstance(context, list) else [context]
    if any(isinstance(part, str) or (isinstance(part, dict) and "@import" in part) for part in parts):
        raise NotAGraph(
            Both(
                "ほかの場所にある「@context」を参照しています（取得はしません）",
                "it refers to a `@context` elsewhere, which is not fetched",
            )
        )
    members = [member for part in parts if isinstance(part, dict) for member in part.items()]
    if len(members) > _MOST_TERMS or len(parts) > _MOST_TERMS:
        raise NotAGraph(
            Both(f"「@context」の語が {_MOST_TERMS} を超えます", f"its `@context` has more than {_MOST_TERMS} terms")
        )
    said = [(term, {term, *_texts(meaning)}) for term, meaning in members]
    if any(len(text) > _LONGEST for _, texts in said for text in texts):
        raise NotAGraph(
            Both(
                f"「@context」に {_LONGEST} 字を超える値があります",
                f"its `@context` has a value over {_LONGEST} characters",
            )
        )
    if _leans_too_far(said):
        raise NotAGraph(
            Both(
                "「@context」の語が、ほかの語を何重にも使っています", "terms of its `@context` stand on too many others"
            )
        )


def _texts(meaning: Any) -> Iterator[str]:
    values = meaning.values() if isinstance(meaning, dict) else [meaning]
    return (value for value in values if isinstance(value, str))


def _leans_too_far(said: list[tuple[str, set[str]]]) -> bool:
    """Whether a term is defined by one that is defined by another …; a circle has no end."""
    deep = {term for term, _ in said}
    for _ in range(_DEEPEST_TERM):
        # A text is a term, or a prefix that is one and more. A term stands on itself only through its prefix.
        deep = {
            term
            for term, texts in said
            for text in texts
            if (text != term and text in deep) or (text.partition(":")[0] in deep - {term} and ":" in text)
        }
        if not deep:
            return False
    return True
