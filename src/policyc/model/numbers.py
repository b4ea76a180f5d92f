"""How numbers, headings and dates are written (design: conventions of Japanese legal documents)."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

_KANJI = "〇一二三四五六七八九"
_IROHA = "イロハニホヘトチリヌルヲワカヨタレソツネナラムウヰノオクヤマケフコエテアサキユメミシヱヒモセス"
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヲン"
_FULL_WIDTH = str.maketrans("0123456789", "０１２３４５６７８９")
_ROMAN = ((10, "Ｘ"), (9, "ＩＸ"), (5, "Ｖ"), (4, "ＩＶ"), (1, "Ｉ"))
_ROMAN_ONE = "ⅠⅡⅢⅣⅤⅥⅦⅧⅨⅩⅪⅫ"

# Names and first days of the eras that a document of today can mention.
_ERAS = (
    ("令和", 2019, 5, 1),
    ("平成", 1989, 1, 8),
    ("昭和", 1926, 12, 25),
    ("大正", 1912, 7, 30),
    ("明治", 1868, 1, 25),
)


def _kanji(n: int) -> str:
    if n >= 1000:
        return "".join(_KANJI[int(d)] for d in str(n))
    out = ""
    for unit, name in ((100, "百"), (10, "十")):
        if n >= unit:
            out += ("" if n // unit == 1 else _KANJI[n // unit]) + name
            n %= unit
    return out + (_KANJI[n] if n else "")


def _roman(n: int) -> str:
    if n <= len(_ROMAN_ONE):
        return _ROMAN_ONE[n - 1]
    out = ""
    for value, letters in _ROMAN:
        while n >= value:
            out, n = out + letters, n - value
    return out


def _circled(n: int) -> str:
    if n <= 20:
        return chr(0x2460 + n - 1)
    return chr(0x3251 + n - 21) if n <= 35 else chr(0x32B1 + n - 36) if n <= 50 else f"({n})"


def _letters(letters: str) -> Callable[[int], str]:
    def write(n: int) -> str:
        return (
            letters[n - 1] if n <= len(letters) else f"{letters[(n - 1) % len(letters)]}{(n - 1) // len(letters) + 1}"
        )

    return write


STYLES: dict[str, Callable[[int], str]] = {
    "": str,
    "arabic": str,
    "full-width": lambda n: str(n).translate(_FULL_WIDTH),
    "kanji": _kanji,
    "roman": _roman,
    "circled": _circled,
    "alpha": _letters("abcdefghijklmnopqrstuvwxyz"),
    "katakana": _letters(_KATAKANA),
    "iroha": _letters(_IROHA),
}

_FIELD = re.compile(r"\{(n|heading)(?::([a-z\-]+))?\}")


def fill(pattern: str, n: int, heading: str = "") -> str:
    """A pattern such as `第{n:kanji}条（{heading}）` with its number (from 1) and heading."""
    return _filled(pattern, n, heading) if heading else _number(pattern, n)


@lru_cache(maxsize=1024)
def _number(pattern: str, n: int) -> str:
    """A pattern with its number alone: remembered, as every list counts from 1."""
    return _filled(pattern, n, "")


def _filled(pattern: str, n: int, heading: str) -> str:
    said, *rest = _pieces(pattern)
    for what, style, after in zip(*[iter(rest)] * 3, strict=True):
        said += (heading if what == "heading" else STYLES.get(style or "", str)(n)) + after
    return said


@lru_cache(maxsize=64)
def _pieces(pattern: str) -> list[str]:
    """The pattern divided at its fields: a text, then what each field is, its style, and the text after it."""
    return _FIELD.split(pattern)


def fault(pattern: str) -> str:
    """What of a numbering pattern is not understood, or an empty string."""
    for hit in _FIELD.finditer(pattern):
        if hit.group(2) and hit.group(2) not in STYLES:
            return hit.group(2)
    rest = _FIELD.sub("", pattern)
    return rest[rest.index("{") :] if "{" in rest else ""


# A day as a text has it, with digits of either width.
WRITTEN_DATE = (
    r"(?:([0-9０-９]{4})|(令和|平成|昭和|大正|明治)(元|[0-9０-９]{1,2}))年([0-9０-９]{1,2})月([0-9０-９]{1,2})日"
)


def iso_date(written: str) -> str:
    """A date as a text has it (2023年7月26日, 令和5年7月26日) as year-month-day, or an empty string.

    It need be no day of the calendar (`is_day`). The first year of an era is 元年 or 1年; there is none before it."""
    hit = re.fullmatch(WRITTEN_DATE, written)
    if hit is None:
        return ""
    western, era, of_era, month, day = hit.groups()
    if western:
        year = int(western)
    else:
        count = 1 if of_era == "元" else int(of_era)
        if not count:
            return ""
        year = year_of(era, count)
    return f"{year:04}-{int(month):02}-{int(day):02}"


def year_of(era: str, count: int) -> int:
    """The year of the western calendar that is year `count` (from 1) of an era: 令和, 5 is 2023."""
    return next(first for name, first, _, _ in _ERAS if name == era) + count - 1


def is_day(iso: str) -> bool:
    """Whether `year-month-day` is a day of the calendar (the datetime module costs a build more than this); an empty string
    is none."""
    if not iso:
        return False
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:10])
    leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    days = (31, 29 if leap else 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    return year > 0 and 1 <= month <= 12 and 1 <= day <= days[month - 1]


DATE_STYLES = ("western", "western-padded", "wareki", "both")


def date(iso: str, style: str) -> str:
    """An ISO date as western (2023年7月26日), western-padded (2023年07月26日), wareki (令和5年7月26日) or both."""
    year, month, day = int(iso[:4]), int(iso[5:7]), int(iso[8:10])
    if style == "western-padded":
        return f"{year}年{month:02d}月{day:02d}日"
    if style in ("wareki", "both"):
        for name, *first in _ERAS:
            if (year, month, day) >= tuple(first):
                n = year - int(str(first[0])) + 1
                era = f"{name}{'元' if n == 1 else n}"
                return f"{era}年{month}月{day}日" if style == "wareki" else f"{era}（{year}）年{month}月{day}日"
    return f"{year}年{month}月{day}日"
