"""The words of values that no field declares, each in both spellings: the four answers, relations, forms and parts."""

from __future__ import annotations

import re

# A name of the grammar: what can stand without quotes.
_NAME = re.compile(r"[^\W\d][\w\-]*(?:\.[^\W\d][\w\-]*)*\Z")

# English, Japanese.
NONE = ("none", "なし")
ON_REQUEST = ("on-request", "請求に応じて")
DELEGATED = ("delegated", "別文書")
AS = ("as", "表記")
ETC = ("etc", "等")
"""Ends a list that stays open: `name, address, etc`."""

# By the Japanese word.
PARTS = {
    "正式名称": "full",
    "略称": "called",
    "住所": "address",
    "代表者": "representative",
    "番号": "number",
    "見出し": "heading",
    "郵便番号": "postal-code",
    "電話": "phone",
    "受付時間": "hours",
    "メール": "email",
    "サイト": "site",
    "フォーム": "form",
    "国": "country",
    "外国": "abroad",
    "構成員": "members",
    "一覧": "listed-at",
    "意味": "means",
    "日付": "date",
    "及び": "and",
    "又は": "or",
    "等": "etc",
}

_PARTS_JA = {word: ja for ja, word in PARTS.items()}

_SAME, _SAME_JA = ("same", "as"), ("と同一", "に同じ", "と同じ")
_WITHIN, _WITHIN_JA = "within", "の範囲内"


def writable(word: str) -> bool:
    """Whether a word of the vocabulary can be written without quotes."""
    return _NAME.match(word) is not None


def part_word(word: str) -> str:
    """The English word of a part: `dmm.正式名称` is `dmm.full`."""
    return PARTS.get(word, word)


def part_in(word: str, ja: bool) -> str:
    """A part in one of the languages, where it has a word for it."""
    return (_PARTS_JA if ja else PARTS).get(word, word)


def relation(words: tuple[str, ...]) -> tuple[str, int] | None:
    """`same` or `within` when the words say that of one of them, and which it is: `same as uses` and 「uses と同一」 are
    ("same", 2) and ("same", 0)."""
    if words[:2] == _SAME and len(words) == 3:
        return "same", 2
    if len(words) != 2:
        return None
    if words[1] in _SAME_JA:
        return "same", 0
    if words[0] == _WITHIN:
        return "within", 1
    return ("within", 0) if words[1] == _WITHIN_JA else None


def related(kind: str, word: str, ja: bool) -> tuple[str, ...]:
    """The words that say `same` or `within` of a word, in English or Japanese."""
    if kind == "same":
        return (word, _SAME_JA[0]) if ja else (*_SAME, word)
    return (word, _WITHIN_JA) if ja else (_WITHIN, word)
