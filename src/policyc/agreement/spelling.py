"""When two spellings say the same: names, addresses, telephone numbers, persons, web addresses."""

from __future__ import annotations

import re
from unicodedata import normalize

_SPACE = re.compile(r"\s+")
_FORMS = re.compile(
    r"株式会社|有限会社|合同会社|合資会社|合名会社|\(株\)|\(有\)|\(同\)|(?:一般|公益)(?:社団|財団)法人|"
    r",?(?:co\.?,?)?(?:ltd|inc|llc|k\.k)\.?$"
)
_DASHES = re.compile(r"[‐‑‒–—―−ー－ｰ-]")
_NUMERAL = re.compile(r"[一二三四五六七八九十]+(?=丁目|番|号|条)")
_BLOCK = re.compile(r"(?<=\d)(?:丁目|番地の?|番|号)(?=\d|-|$)|(?<=\d)(?:番地|号)")
_PREFECTURE = re.compile(r"^(?:東京都|北海道|京都府|大阪府|\w{2,3}?県)(?=\w)")
_PHONE = re.compile(r"\+?\(?\d[\d()\-]{7,}\d")
_DIGITS = {c: n for n, c in enumerate("一二三四五六七八九", 1)}


def plain(text: str) -> str:
    """A text without width, case and spaces."""
    return _SPACE.sub("", normalize("NFKC", text)).casefold()


def core(name: str) -> str:
    """The name of a firm without its legal form."""
    return _FORMS.sub("", plain(name))


def address(text: str) -> str:
    """An address with its numbers in one form: 三丁目2番1号 and 3-2-1 are one."""
    body = _NUMERAL.sub(lambda hit: str(_number(hit.group())), _DASHES.sub("-", plain(text)))
    return re.sub(r"-+(?=\D|$)", "", _BLOCK.sub("-", body))


def same_address(one: str, other: str) -> bool:
    """Whether one address is the other, or lacks only its beginning (the prefecture) or its end (the building)."""
    short, long = sorted((_PREFECTURE.sub("", address(text)) for text in (one, other)), key=len)
    at = long.find(short)
    while at >= 0:
        after = long[at + len(short) : at + len(short) + 1]
        if not (short[-1:].isdigit() and (after.isdigit() or after == "-")):
            return True
        at = long.find(short, at + 1)
    return False


def _number(numeral: str) -> int:
    tens, ten, ones = numeral.rpartition("十")
    return (_DIGITS.get(tens, 1) * 10 if ten else 0) + _DIGITS.get(ones, 0)


def phones(text: str) -> list[str]:
    """The telephone numbers in a text, as digits."""
    found = [re.sub(r"\D", "", hit) for hit in _PHONE.findall(_DASHES.sub("-", plain(text)).replace("+81", "0"))]
    return [number for number in found if 9 <= len(number) <= 12]


def url(text: str) -> str:
    """A web address without its fragment and last slash: two that differ in no more lead to one page."""
    return text.partition("#")[0].rstrip("/")


def unquoted(text: str) -> str:
    """Words without the quotation marks around them."""
    return text.strip().strip("「」『』“”\"'")
