"""Brackets: of two widths, without a partner, one within the other within another."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from ...diagnostics import NOTE, WARNING, Diagnostic, Fix, Kind
from ...source import Span
from ..passages import Passage, Reading

MIXED = Kind(
    "wording/bracket-width",
    NOTE,
    "半角のかっこが、全角のかっこと混在しています（全角 {full} 組、半角 {half} 組）",
    "half-width brackets stand beside full-width ones (full-width {full} pairs, half-width {half} pairs)",
    "全角の（　）にそろえてください。",
    "Use full-width brackets （ ） throughout.",
)
UNMATCHED = Kind(
    "wording/unmatched-bracket",
    WARNING,
    "「{found}」に対応するかっこがありません",
    "the bracket 「{found}」 has no partner",
    "閉じ忘れか、余分な記号です。どこまでがかっこの中かで、意味が変わることがあります。",
    "Close or remove it: what is inside may change the sense.",
)
NESTED = Kind(
    "wording/nested-brackets",
    NOTE,
    "かっこが {depth} 重になっています",
    "brackets are nested {depth} deep",
    "かっこの中を別の文に分けてください。",
    "Make what is inside a sentence of its own.",
)
_PAIRS = {"（": "）", "(": ")", "「": "」", "『": "』", "【": "】", "〔": "〕"}
_MARKS = re.compile("[（）()「」『』【】〔〕]")
_ROUND = "（("
# Pairs inside so many others are not compared: each is looked at as a whole.
_DEEP = 20
# A closing bracket without an opening one is right behind the number of an item.
_NUMBER = re.compile(r"(?:^|[。\s、])[0-9０-９一二三四五六七八九十a-zA-Zア-ンｲ-ﾝ①-⑳]{1,3}$")
_JAPANESE = re.compile("[ぁ-んァ-ヶ一-龥]")


class _Alone(NamedTuple):
    passage: Passage
    at: int
    mark: str


class _Pair(NamedTuple):
    passage: Passage
    start: int
    end: int
    mark: str


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Half-width brackets among full-width ones, brackets without a partner, and brackets that are nested too deeply."""
    pairs: list[_Pair] = []
    alone: list[_Alone] = []
    for passage in reading.passages:
        if _MARKS.search(passage.text):
            yield from _read(passage, pairs, alone, reading.limits.brackets)
    yield from _unmatched(alone)
    yield from _widths(pairs)


def _read(passage: Passage, pairs: list[_Pair], alone: list[_Alone], most: int) -> Iterator[Diagnostic]:
    """Pair the brackets of a line; what has no partner in it goes to `alone`."""
    open_: list[_Alone] = []
    depth = deepest = 0
    for hit in _MARKS.finditer(passage.text):
        mark, at = hit.group(), hit.start()
        if mark in _PAIRS:
            open_.append(_Alone(passage, at, mark))
            depth += mark in _ROUND
            if most and mark in _ROUND and depth > max(most, deepest):
                deepest = depth
                span = passage.span(at, at + 1)
                if span is not None:
                    yield NESTED.at(span, depth=depth)
        elif open_ and _closes(open_[-1].mark, mark):
            opening = open_.pop()
            depth -= opening.mark in _ROUND
            if len(open_) < _DEEP and _PAIRS[opening.mark] == mark:
                pairs.append(_Pair(passage, opening.at, at + 1, opening.mark))
        elif not (mark in "）)" and not open_ and _is_number(passage.text, at)):
            alone.append(_Alone(passage, at, mark))
    alone += open_


def _closes(opening: str, mark: str) -> bool:
    """Whether a bracket closes another; （ … ) are of two widths, not missing."""
    return _PAIRS[opening] == mark or (opening in _ROUND and mark in "）)")


def _unmatched(alone: list[_Alone]) -> Iterator[Diagnostic]:
    """Brackets without a partner in their line nor in another of their section."""
    open_: list[_Alone] = []
    for one in alone:
        if one.mark in _PAIRS:
            open_.append(one)
        elif open_ and open_[-1].passage.clause == one.passage.clause and _closes(open_[-1].mark, one.mark):
            open_.pop()
        else:
            yield from _told(one)
    for one in open_:
        yield from _told(one)


def _told(one: _Alone) -> Iterator[Diagnostic]:
    span = one.passage.span(one.at, one.at + 1)
    if span is not None:
        yield UNMATCHED.at(span, found=one.mark)


def _is_number(text: str, at: int) -> bool:
    """Whether what stands before a closing bracket is the number of an item: 1）, ア）."""
    begin = max(at - 6, 0)
    return _NUMBER.search(("x" if begin else "") + text[begin:at]) is not None


def _widths(pairs: list[_Pair]) -> Iterator[Diagnostic]:
    full = [pair for pair in pairs if pair.mark == "（"]
    half = [pair for pair in pairs if pair.mark == "(" and _speaks_japanese(pair)]
    if not full:
        return
    for pair in half:
        span = pair.passage.span(pair.start, pair.start + 1)
        if span is not None:
            yield MIXED.at(span, fix=_fix(pair), full=len(full), half=len(half))


def _speaks_japanese(pair: _Pair) -> bool:
    """Whether the brackets are those of a Japanese sentence: Adobe Systems (Ireland), (1) and (c) are not."""
    text = pair.passage.text
    return (
        pair.passage.bare[pair.start] == "("
        and _JAPANESE.search(text, pair.start, pair.end) is not None
        and text[pair.start + 1 : pair.end - 1] not in ("株", "有", "一社", "一財")
    )


def _fix(pair: _Pair) -> Fix | None:
    """Both brackets made full-width, where the source has them in one stretch."""
    opening = pair.passage.span(pair.start, pair.start + 1)
    closing = pair.passage.span(pair.end - 1, pair.end)
    if opening is None or closing is None or opening.source is not closing.source:
        return None
    span = Span(opening.source, opening.start, closing.end)
    inside = span.text[1:-1]
    # What stands between may be a reference; line breaks and other texts are not to be reached across.
    if "\n" in inside or '"' in inside or inside.count("(") != inside.count(")"):
        return None
    return Fix(span, f"（{inside}）", safe=True)
