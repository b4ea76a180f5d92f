"""How someone is reached: postal code, address, representative, telephone, e-mail and hours, line by line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from .lines import fold

_PREFECTURE = "(?:東京都|北海道|京都府|大阪府|[^\\s、。都道府県]{2,3}県)"
_SEPARATOR = "[】\\]]?[ ]*[::]?[ ]*"
_LABELS = (
    ("postal-code", "郵便番号|〒"),
    ("address", "住所|所在地|本社所在地|本店所在地|本社|本店|事務所所在地|送付先"),
    ("representative", "代表者|代表者名|代表者氏名|代表者の氏名"),
    ("phone", "電話|電話番号|お電話|TEL|Tel|tel|Phone|連絡先電話番号"),
    ("email", "E-?mail|e-?mail|E-?MAIL|Eメール|電子メール|メール|Mail|mail|MAIL"),
    ("hours", "受付時間|営業時間|対応時間|お問い?合わ?せ受付時間|受付"),
)
_LABELLED = tuple(
    (
        kind,
        re.compile(rf"[ ・※■【\[(]*(?:{words})(?:アドレス)?[ ]*(?:】|\]|\)[ ]*[::]|[::]|[ ]+|(?=[\d(]))[ ]*[::]?[ ]*"),
    )
    for kind, words in _LABELS
)
_POSTAL = re.compile(r"〒? ?(?P<v>\d{3}-\d{4})(?!-?\d)")
_ADDRESS = re.compile(rf"(?P<v>{_PREFECTURE}[^。、::]{{3,70}}?)\s*\Z")
_PHONE = re.compile(r"(?P<v>(?:\+81[- ]?)?\(?0?\d{1,4}\)?[- ]?\d{1,4}[- ]\d{3,4}|0\d{9,10})(?![\d-])")
# 03-0000-0000（平日10時から17時まで）, 03-0000-0000　受付時間：平日10時から17時まで
_HOURS = re.compile(
    rf"[ ]*(?:\((?:(?:{dict(_LABELS)['hours']})[ ]*[::]?[ ]*)?(?P<v>[^()]+)\)|[、 ][ ]*(?:{dict(_LABELS)['hours']})[ ]*[::][ ]*(?P<w>.+))\Z"
)
_EMAIL = re.compile(r"(?P<v>[A-Za-z0-9._%+\-]+@[A-Za-z0-9\-]+(?:\.[A-Za-z0-9\-]+)+)")
_TITLES = (
    "代表取締役(?:兼?(?:社長|会長|CEO|CTO))*(?:社長|会長|CEO|最高経営責任者)?|代表社員|代表理事|理事長|最高経営責任者|代表執行役(?:社長)?"
    "|代表執行役員(?:社長)?|代表役員|代表弁護士|代表税理士|代表|会長|理事|院長|学長|所長|社長|市長|町長|村長|組合長"
)
_REPRESENTATIVE = re.compile(
    rf"(?P<t>{_TITLES})(?P<s>[ ::]+)(?P<n>[^\s、。::()@\d]{{1,12}}(?:[ ][^\s、。::()@\d]{{1,12}})?)\s*\Z"
)
_VALUES = {"postal-code": _POSTAL, "phone": _PHONE, "email": _EMAIL}


class Detail(NamedTuple):
    """What is at [start, end) of a row: an `organization` or `desk` field by its key."""

    key: str
    start: int
    end: int
    parts: tuple[str, ...]


def details(text: str) -> Iterator[Detail]:
    """What a row says of how someone is reached; a row that also speaks of other things gives nothing but an address
    of e-mail."""
    folded = fold(text)
    for key, label in _LABELLED:
        hit = label.match(folded)
        if hit is not None and (found := _values(key, text, folded, hit.end())):
            yield from found
            return
    lead = len(folded) - len(folded.lstrip())
    postal = re.compile(r"〒 ?(?P<v>\d{3}-\d{4})").match(folded, lead)
    if postal is not None:
        yield Detail("postal-code", *postal.span("v"), (text[postal.start("v") : postal.end("v")],))
        lead = postal.end() + len(folded[postal.end() :]) - len(folded[postal.end() :].lstrip())
    if address := _ADDRESS.match(folded, lead):
        yield Detail("address", *address.span("v"), (text[address.start("v") : address.end("v")],))
    elif postal is None and (titled := _REPRESENTATIVE.match(folded, lead)):
        yield _representative(titled, text)
    elif hit := _EMAIL.search(folded):
        yield Detail("email", *hit.span("v"), (text[hit.start("v") : hit.end("v")],))


def _values(key: str, text: str, folded: str, at: int) -> list[Detail]:
    """The value of a labelled row from `at`, and the hours that stand behind a number."""
    hit = _HOURS.search(folded, at, len(folded.rstrip())) if key == "phone" else None
    if hit is not None:
        group = "v" if hit["v"] is not None else "w"
        number = _value(key, text, folded[: hit.start()], at)
        hours = _value("hours", text, folded[: hit.end(group)], hit.start(group))
        if number is not None and hours is not None:
            return [number, hours]
    found = _value(key, text, folded, at)
    return [found] if found is not None else []


def _value(key: str, text: str, folded: str, at: int) -> Detail | None:
    """The value of a labelled row from `at`; it must be all that is left of the row."""
    end = len(folded.rstrip())
    if at >= end:
        return None
    if key == "representative":
        hit = _REPRESENTATIVE.match(folded, at)
        plain = re.match(r"[^\s、。::()@\d]{1,10}(?:[ ][^\s、。::()@\d]{1,10})?\s*\Z", folded[at:])
        return _representative(hit, text) if hit else Detail(key, at, end, (text[at:end],)) if plain else None
    if key == "hours":
        timed = re.search(r"\d{1,2} ?[:時]", folded[at:end]) is not None
        return (
            Detail(key, at, end, (text[at:end],)) if timed and "。" not in folded[at:end] and end - at <= 60 else None
        )
    if key == "address":
        postal = re.match(r"〒? ?\d{3}-\d{4} ?", folded[at:])
        at += postal.end() if postal else 0
        says = re.match(rf"(?:{_PREFECTURE}|.{{2,6}}[市区町村郡])[^。::]{{2,70}}\Z", folded[at:end])
        return Detail(key, at, end, (text[at:end],)) if says else None
    hit = _VALUES[key].match(folded, at)
    if hit is None or re.sub(r"[()\s]|代表|まで", "", folded[hit.end() : end]):
        return None
    return Detail(key, *hit.span("v"), (text[hit.start("v") : hit.end("v")],))


def _representative(hit: re.Match[str], text: str) -> Detail:
    start, end = hit.start("t"), hit.end("n")
    if text[hit.start("s") : hit.end("s")] == "　":
        return Detail("representative", start, end, (text[start : hit.end("t")], text[hit.start("n") : end]))
    return Detail("representative", start, end, (text[start:end],))
