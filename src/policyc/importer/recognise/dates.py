"""Days on which something happened to the document: enacted, revised, published, in effect."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple

from ...model.numbers import DATE_STYLES, date, is_day, year_of
from ..draft import Doubt, Mark, Section
from .lines import fold, quoted
from .walk import Path

_EVENTS = (
    ("enacted", re.compile("制定|策定|作成")),
    ("revised", re.compile("改定|改訂|改正|更新")),
    ("published", re.compile("公表|公開|掲載")),
    ("effective", re.compile("施行|発効|適用")),
)
_DAY = re.compile(
    r"(?:(?P<era>令和|平成|昭和) ?(?P<n>元|\d{1,2})(?:\((?P<w>\d{4})\))?|(?:西暦 ?)?(?P<y>\d{4})) ?[年/.\-] ?(?P<m>\d{1,2}) ?[月/.\-] ?(?P<d>\d{1,2}) ?日?"
    r"|(?<!\d)(?P<Y>(?:19|20)\d{2})(?P<M>0[1-9]|1[0-2])(?P<D>0[1-9]|[12]\d|3[01])(?!\d)"
)
# A row that says nothing else: 「制定日：2021年4月1日」「2026年3月10日改定」「附則　2025年4月1日 制定・施行」
_WORDS = re.compile(
    r"[\s::()\[\]【】〔〕<>・、/;.。\-]|附則|最終|最新|第\d{1,2}版|第\d{1,2}回|初版|日付?|年月|より|から|及び|および|使用開始|開始|制定|策定|作成|改定|改訂|改正|更新"
    r"|公表|公開|掲載|施行|発効|適用|する|します|いたします"
)
_SELF = re.compile("(?:本|この|当)(?:プライバシー|個人情報保護)?(?:ポリシー|方針|規約|規程|文書|書面)は")


class Event(NamedTuple):
    """Something that happened on a day: [start, end) of a row says it, [at, to) is the day. `forms` are the date styles
    that say the day as the page does."""

    fields: tuple[str, ...]
    iso: str
    start: int
    end: int
    at: int
    to: int
    forms: tuple[str, ...]


class Dated(NamedTuple):
    """Fields of the document, and where they and what was doubted stand."""

    fields: tuple[tuple[str, str], ...]
    marks: list[tuple[Path, Mark]]
    doubts: list[tuple[Path, Doubt]]


def dated(listed: Iterable[tuple[Path, Section]]) -> Dated:
    """The events of a page that one style of dates can say as the page does. All dates of a document have one style:
    the one that says most of them."""
    events = [
        (path, row, line.text, found)
        for path, section in listed
        for row, line in enumerate(section.rows)
        if (found := event(line.text)) is not None
    ]
    usable = Counter(style for *_, found in events for style in found.forms)
    style = max(usable, key=lambda one: (usable[one], one == "western"), default="western")
    made = Dated((), [], [])
    fields: list[tuple[str, str]] = [("date-style", style)] if usable and style != "western" else []
    once: set[str] = set()
    revisions = sum("revised" in found.fields for *_, found in events)
    for path, row, text, found in events:
        repeated = [field for field in found.fields if field in once]
        if style not in found.forms:
            remark = f"{found.iso} の日付と読めますが、この書き方は作れないので宣言していません。"
            made.doubts.append((path, Doubt(row, remark)))
        elif repeated:
            remark = f"{'、'.join(repeated)} の日付が二つあります。確かめてください。"
            made.doubts.append((path, Doubt(row, remark)))
        else:
            for field in found.fields:
                once.update({field} - {"revised"})
                fields.append((field, found.iso + _form(text, found)))
                ref = f"revised.{found.iso}" if field == "revised" and revisions > 1 else field
                marked = Mark(row, found.start, found.end, ref, exact=field == found.fields[-1])
                made.marks.append((path, marked))
    return made._replace(fields=tuple(fields))


def _form(text: str, found: Event) -> str:
    before, after = quoted(text[found.start : found.at])[1:-1], quoted(text[found.to : found.end])[1:-1]
    return f' as "{before}{{date}}{after}"' if before or after else ""


def event(text: str) -> Event | None:
    """The event that a row of the page states, if it says nothing else or says it of this document."""
    folded = fold(text)
    hits = list(_DAY.finditer(folded))
    if len(hits) != 1:
        return None
    (hit,) = hits
    rest = folded[: hit.start()] + folded[hit.end() :]
    fields = tuple(field for field, says in _EVENTS if says.search(rest))
    iso = _iso(hit)
    if not iso or not fields:
        return None
    forms = styles(iso, text[hit.start() : hit.end()])
    if not _WORDS.sub("", rest).strip():
        lead = len(text) - len(text.lstrip())
        return Event(fields, iso, lead, len(text.rstrip()), *hit.span(), forms)
    if (
        _SELF.search(folded)
        and len(fields) == 1
        and re.match("(?:から|より|に)(?:施行|適用|制定|改定|改訂)", folded[hit.end() :])
    ):
        return Event(fields, iso, *hit.span(), *hit.span(), forms)
    return None


def _iso(hit: re.Match[str]) -> str:
    if hit["Y"]:
        year, month, day = hit["Y"], hit["M"], hit["D"]
    else:
        era = hit["era"]
        count = 1 if hit["n"] == "元" else int(hit["n"] or 0)
        if era and not count:
            return ""
        year = hit["y"] or str(year_of(era, count))
        month, day = hit["m"], hit["d"]
        if hit["w"] and hit["w"] != year:
            return ""
    iso = f"{int(year):04d}-{int(month):02d}-{int(day):02d}"
    return iso if is_day(iso) else ""


def styles(iso: str, written: str) -> tuple[str, ...]:
    """The date styles of the language that say this day in these characters."""
    return tuple(style for style in DATE_STYLES if date(iso, style) == written)
