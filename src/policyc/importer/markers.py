"""Numbers and signs before headings and items, in all the systems that Japanese pages mix."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

from ..model.numbers import STYLES
from ..published.page import BULLET, Piece

_NUMBER = "[0-9]{1,3}|[０-９]{1,3}|[一二三四五六七八九十百]{1,5}|[Ⅰ-Ⅻ]"
_CIRCLED = "[\u2460-\u2473\u3251-\u325f\u32b1-\u32bf]"
_BRACKETS = {"【": "】", "〔": "〕", "［": "］", "〈": "〉", "＜": "＞", "《": "》", "<": ">", "≪": "≫"}
_ARTICLE = re.compile(rf"第[ 　]?(?:{_NUMBER})[ 　]?[編章節款目条項](?:の(?:{_NUMBER}))*[ 　:：.．]*")
_COUNTED = re.compile(
    rf"""
      [（(〔［] (?: {_NUMBER} | [a-zA-Zａ-ｚ] | [ア-ンｱ-ﾝ] ) [）)〕］] [ 　]*
    | (?: {_NUMBER} ) [．.)）、] (?! [0-9０-９] ) [ 　]*
    | (?: [0-9０-９]{{1,2}} ) [ 　]+ (?= [^0-9０-９年月日時分件社個つ、。] )
    | {_CIRCLED} [ 　]*
    | [a-zA-Z] [)）.．] [ 　]+
    | [ア-ン] [)）．.、　] [ 　]*
    | [§] [ 　]* (?: {_NUMBER} ) [．.]? [ 　]*
    """,
    re.VERBOSE,
)
_SIGN = re.compile(r"[■□●○◆◇▼▽▲△★☆◎▶►•・][ 　]*")
_BULLET = re.compile(r"[・●○◆◇■□◎•►▶‐][ 　]*|[-－―–][ 　]+")
_DIGITS = re.compile(rf"{_NUMBER}|{_CIRCLED}|[a-z]|[ア-ン]")


class Counted(NamedTuple):
    """A marker that counts: its form with `{n}` for the number, and the number."""

    pattern: str
    n: int


@lru_cache(maxsize=4096)
def counted(marker: str) -> Counted | None:
    """What a marker counts, `（2）` as `（{n}）` and 2; None where it has no number, or one of another system."""
    hit = _DIGITS.search(marker)
    if hit is None or "{" in marker:
        return None
    found = _numbers(400 if hit[0].isdigit() else 100).get(hit[0])
    if found is None:
        return None
    style, n = found
    field = "{n:" + style + "}" if style not in ("", "arabic") else "{n}"
    return Counted(marker[: hit.start()] + field + marker[hit.end() :], n)


@lru_cache(maxsize=2)
def _numbers(end: int) -> dict[str, tuple[str, int]]:
    """What numbers below `end` are written as, with the first style that writes one so, and the number."""
    found: dict[str, tuple[str, int]] = {}
    for style, write in STYLES.items():
        for n in range(1, end):
            found.setdefault(write(n), (style, n))
    return found


def heading(text: str) -> tuple[str, str, str]:
    """A heading as what stands before its words, its words, and what stands after them."""
    hit = _ARTICLE.match(text)
    if hit is not None:
        rest = text[hit.end() :]
        if len(rest) > 2 and (rest[0], rest[-1]) in (("（", "）"), ("(", ")")) and not set("（）()") & set(rest[1:-1]):
            return text[: hit.end() + 1], rest[1:-1], rest[-1]
        return (hit[0], rest, "") if rest else ("", text, "")
    if len(text) > 2 and _BRACKETS.get(text[0]) == text[-1] and not {text[0], text[-1]} & set(text[1:-1]):
        return text[0], text[1:-1], text[-1]
    hit = _COUNTED.match(text) or _SIGN.match(text)
    if hit is not None and text[hit.end() :]:
        return hit[0], text[hit.end() :], ""
    return "", text, ""


def item(text: str) -> str:
    """The marker that a line of prose begins with, "" where it is no item."""
    hit = _BULLET.match(text) or _COUNTED.match(text)
    return hit[0] if hit is not None and text[hit.end() :].strip() else ""


def written(pieces: tuple[Piece, ...], drawn: bool) -> tuple[str, tuple[Piece, ...]]:
    """The marker that a line begins with, and the line behind it; "" where it is no item, and where a link begins in the
    marker. `drawn`: the format draws its bullets, and a hyphen is a character like others."""
    marker = item("".join(piece.text for piece in pieces))
    if not marker or (drawn and marker == BULLET) or len(pieces[0].text) < len(marker) or pieces[0].url:
        return "", pieces
    first = pieces[0]._replace(text=pieces[0].text[len(marker) :])
    return marker, tuple(piece for piece in (first, *pieces[1:]) if piece.text)


def system(marker: str) -> str:
    """What two markers of one list have in common."""
    one = counted(marker)
    return one.pattern if one is not None else marker.strip()
