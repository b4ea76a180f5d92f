"""What the values of a field may be: closed lists of words, names, texts, dates, links and numbers."""

from __future__ import annotations

from typing import NamedTuple


class Choice(NamedTuple):
    """One word of a closed list: its English and Japanese spelling, and how a sentence says it.

    `says` is for the register です・ます, `says_plain` for 条文 where it reads differently there; `also` is another
    Japanese spelling.
    """

    word: str
    ja: str
    says: str = ""
    says_plain: str = ""
    also: str = ""

    @property
    def spellings(self) -> tuple[str, ...]:
        """Every word that is written for it."""
        return (self.word, self.ja, self.also) if self.also else (self.word, self.ja)


class ValueKind(NamedTuple):
    """What the values of a field may be. `ja` and `en` finish the sentence "expected …"."""

    ja: str
    en: str
    atoms: frozenset[str]
    entities: tuple[str, ...] = ()
    vocabulary: tuple[str, ...] = ()
    choices: tuple[Choice, ...] = ()
    units: tuple[Choice, ...] = ()
    places: bool = False
    raw: bool = False


def names(
    ja: str, en: str, *entities: str, vocabulary: str = "", texts: bool = False, places: bool = False
) -> ValueKind:
    """Names of declared entities, or of rows of a vocabulary, or (with `texts`) plain words in quotes."""
    atoms = {"name"} | ({"string", "text"} if texts else set())
    return ValueKind(ja, en, frozenset(atoms), entities, tuple(vocabulary.split()), places=places)


def choice(*rows: tuple[str, ...], texts: bool = False) -> ValueKind:
    """One word of a closed list of (English, Japanese, how a sentence says it), or (with `texts`) a text."""
    choices = tuple(Choice(*row) for row in rows)
    ja = "、".join(f"{c.word}（{c.ja}）" for c in choices)
    en = ", ".join(f"`{c.word}`" for c in choices)
    if texts:
        return ValueKind(f"{ja}か文章", f"{en}, or a text", frozenset({"name", "string", "text"}), choices=choices)
    return ValueKind(f"{ja}のどれか", f"one of {en}", frozenset({"name"}), choices=choices)


TEXT = ValueKind("文章", "a text", frozenset({"string", "text"}))
PLAIN = ValueKind("文字列", "a string", frozenset({"string"}))
PATTERN = ValueKind(
    '番号の書き方の文字列（"第{n}条（{heading}）" の形）',
    'a numbering pattern such as "{n}. {heading}"',
    frozenset({"string"}),
    raw=True,
)
REMARK = ValueKind("文字列", "a string", frozenset({"string"}), raw=True)
"""Words to those who work on the source: no page shows them, and nothing in them is a reference."""
DATE = ValueKind("日付（2026-04-01 の形）", "a date such as 2026-04-01", frozenset({"date"}))
LINK = ValueKind("リンク（[見出し](URL) か <URL>）", "a link, [label](url) or <url>", frozenset({"link", "url"}))
FLAG = choice(("yes", "はい"), ("no", "いいえ"))
NUMBER = ValueKind("数", "a number", frozenset({"number"}))
PERIOD = ValueKind(
    "期間（5 years、5年 の形）か文字列",
    "a period such as 5 years, or a string",
    frozenset({"number", "string", "text"}),
    units=(Choice("years", "年"), Choice("months", "か月"), Choice("weeks", "週間"), Choice("days", "日")),
)
MONEY = ValueKind(
    "金額（300 yen、300円 の形）か文字列",
    "an amount such as 300 yen, or a string",
    frozenset({"number", "string", "text"}),
    units=(Choice("yen", "円"),),
)
TEXT_OR_LINK = ValueKind("文章かリンク", "a text or a link", TEXT.atoms | LINK.atoms)

# What clauses of several types take.
DATA_ITEMS = names("データ項目の名前", "names of data items", "data", vocabulary="data")
GROUNDS = names("根拠の語彙", "a ground of the vocabulary", vocabulary="bases", texts=True)
COUNTRIES = names("国コード", "country codes", vocabulary="countries")
RECIPIENTS = names(
    "提供先の名前", "names of recipients", "recipient", "organization", "group", vocabulary="recipients", texts=True
)
PURPOSES = names(
    "利用目的の名前", "names of purposes", "purpose", "purposes", vocabulary="purposes", texts=True, places=True
)
WITHIN_PURPOSES = names(
    "利用目的の条項（within uses、uses の範囲内）",
    "the purposes clause, `within uses`",
    vocabulary="purposes",
    places=True,
)
