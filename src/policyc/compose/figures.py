"""Figures in words, as Japanese writes them: 一千円 and 1万5千円, 1年6か月, 15歳以下; read for certain, or not at all."""

from __future__ import annotations

import re
from typing import NamedTuple

_PLAIN = str.maketrans("０１２３４５６７８９．零壱弐参拾萬", "0123456789.〇一二三十万", ",，")
_DIGITS = "〇一二三四五六七八九"
_PLACES = {"十": 10, "百": 100, "千": 1000}
_MYRIADS = {"万": 10_000, "億": 100_000_000, "兆": 1_000_000_000_000}

# Compiled where they are used, as few texts need them.
_NUMBER = r"[0-9.〇一二三四五六七八九十百千万億兆]+"
_PART = r"([0-9]+(?:\.[0-9]+)?|[〇一二三四五六七八九]+)?([十百千]?)"
_FIGURE = (
    rf"(?P<before>数|何|幾|約|西暦|令和|平成|昭和|第)?(?P<number>{_NUMBER}|(?<![^\W_])半(?=[年]))[ \u3000]*"
    r"(?P<unit>(?:か|カ|ヶ|ヵ|ケ|箇|個)?[年月]|週|日|円|[歳才])?"
    r"(?P<half>半(?!期))?(?:間)?(?P<on>と)?[ \u3000]*(?P<bound>以下|まで|を?超)?"
)
# Each unit in the smallest of those that it can be told in for certain: a month has no fixed number of days.
_FAMILIES = {"年": ("月", 12), "月": ("月", 1), "週": ("日", 7), "日": ("日", 1), "円": ("円", 1), "歳": ("", 1)}
_PERIODS = frozenset(("月", "日"))
_OF_VALUE = {"years": "年", "months": "月", "weeks": "週", "days": "日", "yen": "円"}


class _Figure(NamedTuple):
    """An amount in the unit of its family; `text` is how it is written. Without a unit the family is "?", or "〇" where it
    need be no figure at all: 一 of 一部, 5 of 第5条."""

    family: str
    amount: float
    text: str


def said(text: str) -> list[_Figure] | None:
    """The figures of a text, those of one period taken together; None where one of them cannot be read for certain."""
    found: list[_Figure] = []
    # Where a figure ends that the next one may go on with.
    open_at = -1
    for hit in re.finditer(_FIGURE, text.translate(_PLAIN)):
        number, unit, before = hit["number"], (hit["unit"] or "").replace("才", "歳"), hit["before"] or ""
        loose = before == "第"
        if not unit and not number[:1].isdecimal():
            if number.isascii():
                continue
            # 一部 is no figure, but 三 in 三、四年 is one.
            loose = True
        amount = 0.5 if number == "半" else read(number)
        if amount is None or before in ("数", "何", "幾"):
            return None
        if before in ("西暦", "令和", "平成", "昭和") or (unit == "年" and amount >= 1000) or unit == "月":
            # Of a date, or 六月, which is a day's month as well as a period.
            return None
        family, each = _FAMILIES[unit[-1]] if unit else ("〇" if loose else "?", 1)
        if hit["half"]:
            if unit[-1:] != "年":
                return None
            amount += 0.5
        amount *= each
        if hit["bound"] and family in ("", "?"):
            # Whole years of age: 15歳以下 is 16歳未満.
            amount += 1
        last = found[-1] if found else None
        if last is not None and hit.start() == open_at and last.family == family and family in _PERIODS:
            found[-1] = _Figure(family, last.amount + amount, last.text + hit.group())
        else:
            found.append(_Figure(family, amount, hit.group()))
        open_at = hit.end() if unit else -1
    return found


def differing(text: str, word: str, unit: str) -> list[str]:
    """The figures of a text that stand where a number `word` of a `unit` is meant, if none of them is that number."""
    figures = said(text)
    if not figures:
        return []
    family, each = _FAMILIES[_OF_VALUE[unit]] if unit in _OF_VALUE else ("", 1)
    number = float(word)
    own = [figure for figure in figures if figure.family in (family, "?")] if not family else []
    own = own or [figure for figure in figures if figure.family == family]
    amounts = {figure.amount for figure in own}
    if number * each in (*amounts, sum(figure.amount for figure in own)):
        return []
    if any(figure.family in ("?", "〇") and figure.amount == number for figure in figures):
        return []
    if family in _PERIODS and any(figure.family in _PERIODS - {family} for figure in figures):
        # 1年と30日, 12週間 for three months: not told in one unit.
        return []
    return [figure.text.strip(" \u3000") for figure in own]


def read(number: str) -> float | None:
    """The number that such characters write, None for what is none: 千五百, 1万5千, 二〇, 1.5万."""
    whole, least = 0.0, float("inf")
    for section in re.findall(r"[^万億兆]*[万億兆]?", number):
        if not section:
            continue
        myriad = _MYRIADS.get(section[-1], 1)
        part = _section(section.rstrip("万億兆"), myriad)
        if part is None or myriad >= least:
            return None
        whole, least = whole + part * myriad, myriad
    return round(whole, 6)


def _section(written: str, myriad: int) -> float | None:
    """What stands before 万 or 億, or at the end: 二千五百, 5千, 300, 三〇〇."""
    if not written:
        return None
    total, least, at = 0.0, 10_000, 0
    for hit in re.finditer(_PART, written):
        digits, place = hit[1], hit[2]
        if not hit[0]:
            continue
        each = _PLACES.get(place, 1)
        if hit.start() != at or each >= least:
            return None
        total += (_digits(digits) if digits else 1) * each
        least, at = each, hit.end()
    return total if at == len(written) else None


def _digits(written: str) -> float:
    return float("".join(str(_DIGITS.index(c)) if c in _DIGITS else c for c in written))
