"""Sentences that are hard to follow: too long, or denied twice."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Kind
from ..cut import outside_brackets, sentences
from ..passages import HEADING, Reading

LONG = Kind(
    "wording/long-sentence",
    NOTE,
    "この文は、かっこの中を除いて {length} 字あります（目安は {limit} 字まで）",
    "this sentence has {length} characters outside brackets (at most {limit} are easy to follow)",
    "文を分けるか、並べた事柄を箇条書きにしてください。",
    "Divide it, or make a list of what it enumerates.",
)
DENIED = Kind(
    "wording/double-negation",
    NOTE,
    "二重の否定「{found}」が使われています",
    "「{found}」 denies twice",
    "肯定の形で書いてください。どこまで約束しているかが、読み取りにくくなります。",
    "Say it in the affirmative: it is hard to see how far the promise reaches.",
)
_TWICE = re.compile(
    "ない(?:こと|わけ|訳|もの)(?:は|では|も|でも)(?:ない|なく|ありません|ございません)"
    "|(?<!少)な(?:く|くて)(?:は|も)(?:ない(?!もの)|ありません)"
    "|ないと(?:は|も)(?:限(?:らない|りません)|(?:言|い)(?:えない|えません|い切れない|い切れません))"
    "|ないとも限(?:らない|りません)"
)
# 「…しなくてはない」 is none; 「なければならない」 and 「なくてはならない」 mean 「must」.


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Sentences over the limit, and double negations."""
    limit = reading.limits.sentence
    denies = _TWICE.search(reading.bare) is not None
    for passage in reading.passages:
        for hit in _TWICE.finditer(passage.bare) if denies and passage.kind != HEADING else ():
            span = passage.span(*hit.span())
            if span is not None:
                yield DENIED.at(span, found=hit[0])
        if not limit or passage.kind == HEADING or len(passage.text) <= limit:
            continue
        for start, end in sentences(passage.text):
            length = len(outside_brackets(passage.text[start:end]).strip()) if end - start > limit else 0
            span = passage.first(start, end) if length > limit else None
            if span is not None:
                yield LONG.at(span, length=length, limit=limit)
