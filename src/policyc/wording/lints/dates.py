"""Dates in two forms: 2024年04月01日 beside 2024年4月1日, years of an era beside years of the western calendar."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Both, Diagnostic, Fix, Kind, Label
from ..passages import STATUTE, Reading
from ..spellings import Place

PADDED = Kind(
    "wording/padded-date",
    NOTE,
    "日付「{found}」の月日に 0 が付いています（{why}）",
    "the date 「{found}」 has leading zeros ({why})",
    "「{other}」と書いてください。",
    "Write 「{other}」.",
)
ERAS = Kind(
    "wording/mixed-calendar",
    NOTE,
    "日付「{found}」だけ、ほかの日付と暦が違います",
    "the date 「{found}」 is of another calendar than the others",
    "西暦か元号の一方にそろえるか、「2025年（令和7年）」のように併記してください。",
    "Use one calendar throughout, or give both each time.",
)
RULED = Both("公用文では 0 を付けません", "official documents have none")
MIXED = Both("ほかの日付には付いていません", "other dates have none")

_YEAR = "(?:[0-9０-９]{4}|(?:明治|大正|昭和|平成|令和)(?:元|[0-9０-９]{1,2}))年"
_DATE = re.compile(f"{_YEAR}([0-9０-９]{{1,2}})月([0-9０-９]{{1,2}})日")
_ZERO = re.compile("(?<=[年月])[0０](?=[0-9０-９][月日])")
_LAW = re.compile("(?:法律|政令|省令|条例|規則|告示|訓令|府令|閣議|個人情報保護委員会)")


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Dates with zeros where others have none, and dates of the rarer calendar."""
    if _DATE.search(reading.bare) is None:
        return
    dates = [
        Place(passage, *hit.span())
        for passage in reading.passages
        for hit in _DATE.finditer(passage.bare)
        if not _LAW.match(passage.bare, hit.end())
    ]
    yield from _padded(reading, dates)
    yield from _calendars(dates)


def _padded(reading: Reading, dates: list[Place]) -> Iterator[Diagnostic]:
    ruled = reading.profile == STATUTE
    short = any(_shows_no_zero(_words(place)) for place in dates)
    if not (ruled or short):
        return
    for place in dates:
        span = place.span
        if span is not None and _ZERO.search(span.text):
            other = _ZERO.sub("", span.text)
            why = MIXED if short else RULED
            yield PADDED.at(span, fix=Fix(span, other, safe=True), found=span.text, other=other, why=why)


def _shows_no_zero(words: str) -> bool:
    """Whether a date has a month or day of one digit."""
    hit = _DATE.fullmatch(words)
    return hit is not None and (len(hit[1]) == 1 or len(hit[2]) == 1)


def _calendars(dates: list[Place]) -> Iterator[Diagnostic]:
    alone = [place for place in dates if not _doubled(place)]
    western = [place for place in alone if _words(place)[0].isdigit()]
    eras = [place for place in alone if not _words(place)[0].isdigit()]
    if not western or not eras:
        return
    rarer, others = (eras, western) if len(eras) <= len(western) else (western, eras)
    first = next((place.span for place in others if place.span is not None), None)
    labels = (Label(first, "ここは別の暦です", "here it is the other calendar"),) if first is not None else ()
    for place in rarer:
        span = place.span
        if span is not None:
            yield ERAS.at(span, *labels, found=span.text)


def _words(place: Place) -> str:
    return place.passage.text[place.start : place.end]


def _doubled(place: Place) -> bool:
    """Whether the date stands beside its twin of the other calendar, one of them in brackets."""
    text = place.passage.text
    return text[place.start - 1 : place.start] in ("（", "(") or text[place.end : place.end + 1] in ("（", "(")
