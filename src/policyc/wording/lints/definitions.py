"""Words that a text defines by hand, 「（以下「X」という。）」: used before, defined twice, or never used.

Declared terms are looked after by `compose/checks.py`; this is about definitions that are only words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import NOTE, WARNING, Diagnostic, Kind, Label
from ...source import Span
from ..passages import ITEM, PROSE, Passage, Reading

BEFORE = Kind(
    "wording/used-before-definition",
    NOTE,
    "「{found}」が、定義より前に使われています",
    "「{found}」 is used before it is defined",
    "定義を初出に移すか、ここでは略さずに書いてください。",
    "Move the definition to the first use, or do not use the short word here.",
)
TWICE = Kind(
    "wording/defined-twice",
    WARNING,
    "「{found}」が二度定義されています",
    "「{found}」 is defined twice",
    "後の定義を消すか、別の語にしてください。意味が二つあるように読まれます。",
    "Remove the second definition or choose another word: it reads as having two meanings.",
)
UNUSED = Kind(
    "wording/definition-unused",
    NOTE,
    "「{found}」を定義していますが、この文書で使っていません",
    "「{found}」 is defined and never used in this document",
    "定義を消すか、以下の文章でこの語を使ってください。",
    "Remove the definition, or use the word.",
)
_DEFINES = re.compile(
    "以下[、，]?(?:総称して|併せて|あわせて|単に)?「([^「」]{2,30})」(?=と(?:総称)?(?:いう|いいます|いい|称する|称します|呼ぶ|呼びます)|[）)])"
)
# Each is looked for in the whole text: no document defines as many, but a hostile one could.
_MOST = 200
_SCRIPTS = ("一-龥々", "ァ-ヺー", "A-Za-z0-9Ａ-Ｚａ-ｚ０-９")


class _Definition(NamedTuple):
    order: int
    passage: Passage
    start: int
    end: int
    span: Span


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Faults of definitions by hand."""
    defined: dict[str, list[_Definition]] = {}
    for order, passage in enumerate(reading.passages):
        for hit in _DEFINES.finditer(passage.text) if "以下" in passage.text else ():
            span = passage.span(*hit.span(1))
            if span is not None and passage.nearest(*hit.span(1)) is not None:
                defined.setdefault(hit[1], []).append(_Definition(order, passage, *hit.span(1), span))
    for word, rows in list(defined.items())[:_MOST]:
        first = rows[0]
        for again in rows[1:]:
            if again.span != first.span:
                yield TWICE.at(again.span, Label(first.span, "先の定義はここ", "defined first here"), found=word)
        before = _before(reading, word, first)
        if before is not None:
            yield BEFORE.at(before, Label(first.span, "定義はここ", "defined here"), found=word)
        elif not _used(reading, word, first):
            yield UNUSED.at(first.span, found=word)


def _before(reading: Reading, word: str, defined: _Definition) -> Span | None:
    """The first use of a word in running text before its definition, where it stands as a word of its own."""
    pattern = re.compile(f"{_edge(word[0], '(?<![{}])')}{re.escape(word)}{_edge(word[-1], '(?![{}])')}")
    for passage in reading.passages[: defined.order + 1]:
        until = defined.start if passage is defined.passage else len(passage.text)
        if passage.kind in (PROSE, ITEM):
            for hit in pattern.finditer(passage.bare, 0, until):
                span = passage.nearest(*hit.span())
                if span is not None:
                    return span
    return None


def _edge(character: str, pattern: str) -> str:
    """What keeps a word from being a part of a longer one of the same script."""
    script = next((one for one in _SCRIPTS if re.match(f"[{one}]", character)), "")
    return pattern.format(script) if script else ""


def _used(reading: Reading, word: str, defined: _Definition) -> bool:
    """Whether a word stands anywhere but in its definition."""
    for passage in reading.passages:
        at = passage.text.find(word)
        while at >= 0:
            if passage is not defined.passage or at != defined.start:
                return True
            at = passage.text.find(word, at + 1)
    return False
