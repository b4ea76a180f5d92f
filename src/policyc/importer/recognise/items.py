"""Lists of data items: 「氏名、住所、電話番号その他…」, each a row of the vocabulary or an item of the page's own words."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Entity, Mark
from .lines import cut, fold, named, quoted
from .rules import Found

_TAIL = re.compile("(?:(?:など|等)(?:の(?:情報|個人情報|項目))?)?\\Z")
_OTHER = re.compile("(?<=[^、])その他")
# An item ends in a noun; 「お取引に関わらず」「ご登録の際に」 are no items.
_NOUN = re.compile("[^ぁ-ん、。]\\Z|(?:メモ|ふりがな|お名前|お勤め先)\\Z")
# 「…など、」 is followed by what the items are examples of, and その他 by one phrase, up to such a word.
_SUCH = re.compile("(?:など|等)\\Z")
_CLASS = re.compile("(?:情報|データ|事項|内容|履歴|記録|項目|もの|番号|画像)(?:等|など)?\\Z")
_MADE_BY = re.compile(".*(?:された|いただいた|した|する|における|での)")
_OPEN = re.compile("その他|すべて|全て|一切")
_EVERYTHING = re.compile("その他[^。]*(?:取得|収集|提供|全て|すべて|一切)[^。]*情報\\Z")
_TOO_GENERAL = re.compile("(?:個人情報|情報|データ|項目|内容|もの|以下|次)\\Z")


def items(text: str, row: int, start: int, end: int, field: str) -> list[Found]:
    """The items of a list at [start, end) of a row, as values of `field`.

    Of 「A、B、CなどX」 X is the open class; a part that is no noun is left out."""
    found: list[Found] = []
    open_from = False
    for at, part in _parts(text[start:end]):
        words, begin = part.strip(), start + at + len(part) - len(part.lstrip())
        folded = fold(words)
        tail = _TAIL.search(folded)
        such = tail is not None and tail.group().startswith(("など", "等"))
        core = words[: tail.start()] if tail is not None and tail.group() else words
        if not core or not _NOUN.search(fold(core)) or (_TOO_GENERAL.fullmatch(fold(core)) is not None):
            continue
        open_ = open_from or _OPEN.match(folded) is not None
        for place, one in [(0, core)] if open_ else joined(core):
            made = item(one, row, begin + place, field, open_=open_)
            if made is not None:
                found.append(made)
        open_from = open_from or (such and folded[tail.start() :] in ("など", "等") if tail else False)
    return found


_GOES_ON = re.compile("等(?!級|分|号)|など(?!な)")


def going_on(text: str, row: int, at: int, field: str) -> list[Found]:
    """The 等 or など that stands at a place of a row, behind a list: it leaves the list of `field` open."""
    hit = _GOES_ON.match(text, at)
    if hit is None:
        return []
    return [Found(field, "etc", (Mark(row, at, hit.end(), f"{field}.etc", exact=hit.group() == "等"),))]


_JOIN = re.compile("(?P<and>及び|および|並びに|ならびに)|と|・")
_PLAIN = re.compile("[一-龥々ァ-ヶーA-Za-z]{2,12}\\Z")


def joined(words: str) -> list[tuple[int, str]]:
    """The items of 「電話番号及びメールアドレス」 with their places: two, where each is one by itself. Of what 及び joins
    one must be a row of the vocabulary and the other may be a plain noun; of what ・ or と joins both are rows."""
    if lookup("data", fold(words)) is not None:
        return [(0, words)]
    for hit in _JOIN.finditer(words):
        sides = [words[: hit.start()].strip(), words[hit.end() :].strip()]
        known = [lookup("data", fold(side)) is not None for side in sides]
        plain = [_PLAIN.match(side) is not None and not _TOO_GENERAL.fullmatch(side) for side in sides]
        if all(known) or (hit["and"] and any(known) and all(k or p for k, p in zip(known, plain, strict=True))):
            return [(words.index(sides[0]), sides[0]), (hit.end() + words[hit.end() :].index(sides[1]), sides[1])]
    return [(0, words)]


def _parts(text: str) -> list[tuple[int, str]]:
    """Pieces between 、 outside brackets, and before その他."""
    parts: list[tuple[int, str]] = []
    unfinished = False
    for at, piece in cut(fold(text), "、", keep=False):
        begin = 0
        for hit in _OTHER.finditer(piece):
            if piece[: hit.start()].count("(") == piece[: hit.start()].count(")"):
                parts.append((at + begin, text[at + begin : at + hit.start()]))
                begin = hit.start()
        if unfinished:
            # その他対面、電話等の手段により取得した情報: one phrase up to what it is.
            begin, _ = parts.pop()
            begin -= at
        parts.append((at + begin, text[at + begin : at + len(piece)]))
        last = fold(parts[-1][1]).strip()
        open_ = last.startswith("その他") or (len(parts) > 1 and _SUCH.search(fold(parts[-2][1])) is not None)
        unfinished = open_ and not _CLASS.search(last)
    return parts


def item(words: str, row: int, start: int, field: str, open_: bool = False) -> Found | None:
    """One item that stands at `start` of a row: the vocabulary's, where it says nothing else, or the page's own."""
    concept = lookup("data", fold(words)) or lookup("data", words)
    if concept is not None:
        return Found(field, concept.id, (Mark(row, start, start + len(words), f"{field}.{concept.id}"),))
    bracket = re.fullmatch(r"([^()]+)\(([^()]+)\)", fold(words))
    head = words[: bracket.end(1)] if bracket is not None else ""
    concept = (lookup("data", fold(head)) or lookup("data", head)) if head else None
    if bracket is not None and concept is not None:
        inside = _group(words[bracket.start(2) : bracket.end(2)])
        if inside and words[bracket.end(1)] == "（":
            name = named(head)
            parts = (("is", concept.id), ("of", ", ".join(inside)))
            mark = Mark(row, start, start + len(words), f"{field}.{name}", exact=True)
            return Found(field, name, (mark,), (Entity("data", name, head, parts),))
        return Found(field, concept.id, (Mark(row, start, start + len(head), f"{field}.{concept.id}"),))
    if len(words) > 120 or "。" in words:
        return None
    name = named(words)
    fields: tuple[tuple[str, str], ...] = (("open", "yes"),) if open_ else ()
    if open_ and _EVERYTHING.match(fold(words)):
        fields = (("is", "everything-else"), ("open", "yes"))
    mark = Mark(row, start, start + len(words), f"{field}.{name}", exact=True)
    return Found(field, name, (mark,), (Entity("data", name, words, fields),))


def _group(words: str) -> list[str]:
    """The items of a bracket, if all of them are rows of the vocabulary said in its own words."""
    found = []
    for _, part in _parts(words):
        concept = lookup("data", part)
        if concept is None:
            return []
        found.append(concept.id if concept.ja == part else f"{concept.id} {quoted(part)}")
    return found if len(found) > 1 else []


def made_by(words: str) -> int:
    """How many characters of 「チケット購入時に入力された職業」 say where an item comes from."""
    hit = _MADE_BY.match(words)
    return hit.end() if hit is not None else 0
