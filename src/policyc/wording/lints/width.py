"""Half- and full-width digits and letters in one document. (Half-width katakana: text/look-alike.)"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Fix, Kind
from ..passages import Reading
from ..spellings import Place

DIGITS = Kind(
    "wording/digit-width",
    NOTE,
    "数字「{found}」だけ、ほかの数字と幅が違います（全角 {full} か所、半角 {half} か所）",
    "the digits 「{found}」 differ in width from the others (full-width {full} times, half-width {half} times)",
    "全角か半角の一方にそろえてください。",
    "Use one width throughout.",
)
LETTERS = Kind(
    "wording/letter-width",
    NOTE,
    "「{found}」は全角の英字です（ほかの英字は半角です）",
    "「{found}」 is in full-width letters (others are half-width)",
    "半角の「{other}」にそろえてください。",
    "Write `{other}`, as the others are.",
)
# Digits of a word or a code (OAuth2, 3D, A4, 1.0.2) follow their letters.
_FULL = re.compile("(?<![0-9A-Za-zＡ-Ｚａ-ｚ０-９.．])[０-９]+(?![0-9A-Za-zＡ-Ｚａ-ｚ０-９])")
_HALF = re.compile(r"(?<![0-9A-Za-z０-９.\-/_#])[0-9]+(?![0-9A-Za-z０-９._/]|\.[0-9])")
_WIDE = re.compile("[Ａ-Ｚａ-ｚ]{2,}(?:[　＆][Ａ-Ｚａ-ｚ]+)*")
_NARROW = re.compile("[A-Za-z]{2,}")
_BEHIND = ("．", ".", "）", ")", "、", "\u3000", "条", "章", "項")
_NORMAL = {ord(full): chr(ord(full) - 0xFEE0) for full in map(chr, range(0xFF01, 0xFF5F))}
_FULL_DIGITS = {ord("0") + n: chr(ord("０") + n) for n in range(10)}


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Digits and letters of the rarer width."""
    yield from _digits(reading)
    yield from _letters(reading)


def _digits(reading: Reading) -> Iterator[Diagnostic]:
    full = [place for place in _places(reading, _FULL) if not _is_marker(place)]
    half = [place for place in _places(reading, _HALF) if not _is_marker(place)] if full else []
    if not half:
        return
    # Offices that write one digit in full and more in half width do so everywhere.
    if all(p.end - p.start == 1 for p in full) and all(p.end - p.start > 1 for p in half):
        return
    table, rarer = (_NORMAL, full) if len(full) <= len(half) else (_FULL_DIGITS, half)
    for place in rarer:
        span = place.span
        if span is not None:
            fix = Fix(span, span.text.translate(table), safe=True)
            yield DIGITS.at(span, fix=fix, found=span.text, full=len(full), half=len(half))


def _is_marker(place: Place) -> bool:
    """Whether digits number a line: 「（１）氏名」 may stand in a text whose other digits are half-width."""
    text = place.passage.text
    return text[: place.start].strip() in ("", "（", "(", "第") and text[place.end : place.end + 1] in _BEHIND


def _letters(reading: Reading) -> Iterator[Diagnostic]:
    wide = _places(reading, _WIDE)
    narrow = _places(reading, _NARROW) if wide else []
    # Where most words are full-width, the half-width ones are names and addresses.
    if not wide or len(wide) > len(narrow):
        return
    for place in wide:
        span = place.span
        if span is not None:
            other = span.text.translate(_NORMAL).replace("\u3000", " ")
            yield LETTERS.at(span, fix=Fix(span, other, safe=True), found=span.text, other=other)


def _places(reading: Reading, pattern: re.Pattern[str]) -> list[Place]:
    if pattern.search(reading.bare) is None:
        return []
    return [Place(passage, *hit.span()) for passage in reading.passages for hit in pattern.finditer(passage.bare)]
