"""The markers that a browser draws before the items of a list."""

from __future__ import annotations

import re

from .page import BULLET

_TYPES = {"1": "decimal", "a": "lower-alpha", "A": "upper-alpha", "i": "lower-roman", "I": "upper-roman"}
_BULLETS = {"disc", "circle", "square"}
_KATAKANA = "アイウエオカキクケコサシスセソタチツテトナニヌネノハヒフヘホマミムメモヤユヨラリルレロワヰヱヲン"
_HIRAGANA = "あいうえおかきくけこさしすせそたちつてとなにぬねのはひふへほまみむめもやゆよらりるれろわゐゑをん"
_IROHA = "いろはにほへとちりぬるをわかよたれそつねならむうゐのおくやまけふこえてあさきゆめみしゑひもせす"
_DIGITS = "〇一二三四五六七八九"
# Its own number that an item is written with: （1）, 1., １．, ①, 一、, 第1条.
_WRITTEN = re.compile(
    r"[（(［\[【第]?\s*(?:(?P<digits>[0-9０-９]{1,4})(?=\s*[.．)）\]］】、,:：　\s章条項号])|(?P<circled>[①-⑳])"
    r"|(?P<kanji>[一二三四五六七八九十]{1,3})(?=\s*[)）、.．　章条項号]))"
)


def style_of(ordered: bool, type_: str, drawn: str) -> str:
    """The style of a list's markers, from its `type` attribute and what style sheets say of it."""
    if drawn:
        return drawn
    if type_:
        return _TYPES.get(type_, type_.lower())
    return "decimal" if ordered else "disc"


def marker(style: str, n: int) -> str:
    """What stands before item `n`, with the space between; "" where nothing is drawn."""
    if style == "none":
        return ""
    if style in _BULLETS or style.startswith("disclosure"):
        return BULLET
    if style == "decimal-leading-zero":
        return f"{n:02d}. "
    if n > 0:
        for name, letters in (("katakana", _KATAKANA), ("hiragana", _HIRAGANA), ("hiragana-iroha", _IROHA)):
            if style == name and n <= len(letters):
                return f"{letters[n - 1]}、"
        if style in ("cjk-ideographic", "japanese-informal") and n < 100:
            return f"{_kanji(n)}、"
        if style in ("lower-alpha", "lower-latin", "upper-alpha", "upper-latin"):
            return f"{_alpha(n) if style.startswith('lower') else _alpha(n).upper()}. "
        if style in ("lower-roman", "upper-roman") and n < 4000:
            return f"{_roman(n) if style == 'lower-roman' else _roman(n).upper()}. "
    return f"{n}. "


def written_number(text: str) -> int:
    """The number that a line begins with as its own, 0 for none."""
    hit = _WRITTEN.match(text)
    if hit is None:
        return 0
    if hit["digits"]:
        return int(hit["digits"])
    if hit["circled"]:
        return ord(hit["circled"]) - ord("①") + 1
    tens, ten, ones = hit["kanji"].rpartition("十")
    if not ten:
        return _DIGITS.index(ones) if len(ones) == 1 else 0
    # 十十 is no number: a line may begin with anything.
    if len(tens) > 1 or len(ones) > 1 or tens == ten:
        return 0
    return (_DIGITS.index(tens) if tens else 1) * 10 + (_DIGITS.index(ones) if ones else 0)


def _kanji(n: int) -> str:
    tens, ones = divmod(n, 10)
    return (("" if tens == 1 else _DIGITS[tens]) + "十" if tens else "") + (_DIGITS[ones] if ones else "")


def _alpha(n: int) -> str:
    out = ""
    while n:
        n, letter = divmod(n - 1, 26)
        out = chr(ord("a") + letter) + out
    return out


def _roman(n: int) -> str:
    out = ""
    for value, letters in zip(
        (1000, 900, 500, 400, 100, 90, 50, 40, 10, 9, 5, 4, 1),
        ("m", "cm", "d", "cd", "c", "xc", "l", "xl", "x", "ix", "v", "iv", "i"),
        strict=True,
    ):
        count, n = divmod(n, value)
        out += letters * count
    return out
