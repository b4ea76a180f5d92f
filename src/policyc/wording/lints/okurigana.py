"""Nouns made of verbs: 取扱い or 取り扱い, 手続 or 手続き. Verbs (取り扱う, 申し込む) have one spelling and are left alone."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from ...diagnostics import NOTE, Both, Diagnostic, Kind
from ..passages import STATUTE, Reading
from ..spellings import Place, Uses, Word, told, wanting

OKURIGANA = Kind(
    "wording/okurigana",
    NOTE,
    "「{found}」は「{other}」とそろえてください（{why}）",
    "write 「{other}」 for 「{found}」 ({why})",
    "名詞の送り仮名を、文書の中で一つにします。動詞（「取り扱う」など）はそのままです。",
    "Spell the noun in one way throughout. The verb keeps its own spelling.",
)
RULED = Both("公用文では名詞の送り仮名を省きます", "official documents leave kana out in this noun")

# The noun of official documents first (公用文における漢字使用等について, 平成22年内閣訓令第1号, 別紙2), then others.
_NOUNS = (
    ("取扱い", "取り扱い", "取扱"),
    ("問合せ", "問い合わせ", "問い合せ", "問合わせ"),
    ("申込み", "申し込み", "申込"),
    ("手続", "手続き"),
    ("引渡し", "引き渡し", "引渡"),
    ("取消し", "取り消し", "取消"),
    ("受付", "受け付け", "受付け"),
    ("支払", "支払い"),
    ("払戻し", "払い戻し", "払戻"),
    ("申出", "申し出"),
    ("申立て", "申し立て", "申立"),
    ("届出", "届け出"),
    ("見積り", "見積もり", "見積"),
    ("振込み", "振り込み", "振込"),
    ("引落し", "引き落とし", "引き落し", "引落とし"),
    ("差止め", "差し止め"),
    ("差押え", "差し押さえ", "差押さえ"),
    ("取下げ", "取り下げ"),
    ("取決め", "取り決め"),
    ("立替え", "立て替え"),
    ("切替え", "切り替え"),
    ("書換え", "書き換え"),
    ("組合せ", "組み合わせ", "組合わせ"),
    ("打合せ", "打ち合わせ", "打合わせ"),
    ("受入れ", "受け入れ"),
    ("受取", "受け取り"),
    ("持出し", "持ち出し"),
    ("持込み", "持ち込み"),
    ("貸出し", "貸し出し"),
    ("買取り", "買い取り"),
    ("売上げ", "売り上げ"),
    ("割引", "割り引き"),
    ("下請", "下請け"),
    ("立会い", "立ち会い"),
    ("立入り", "立ち入り"),
    ("読取り", "読み取り"),
    ("書込み", "書き込み"),
    ("繰越し", "繰り越し"),
)
# Not named there, so that no rule asks for them; a document still spells them in one way.
_NOT_NAMED = frozenset({"引落し", "持出し", "書込み", "読取り", "振込み"})
# The first two are in use; others, where there are any, are slips.
_WORDS = tuple(Word(spellings, ruled=spellings[0] not in _NOT_NAMED, regular=2) for spellings in _NOUNS)
# A noun is known by what follows. 「取り扱い、」 may be a verb, and 「お取り扱いください」 is one.
_NOUN = (
    "(?=[のをがはもへとで）】・]|から|まで|より|に(?:関|つい|おけ|おい|係|当た|伴|従|よる|より|際)|等|など|及び|および|又は|または|並びに|ならびに"
    "|その他|時に|の際|。|$)"
)
_HEAD = "(?:(?![等及又並若時際後前中下頂致願上])[一-龥々]){1,4}"


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Nouns spelt two ways; as statutes, nouns that are not spelt as official documents do."""
    everything = reading.bare
    for word in _WORDS:
        by_rule = word.ruled and reading.profile == STATUTE
        if not wanting([one for one in word.spellings if one in everything], word, by_rule):
            continue
        alone, compounds = _uses(reading, word)
        seen = set()
        for one in told(alone, word, OKURIGANA, RULED if by_rule else None):
            seen.add(one.span)
            yield one
        for uses in compounds.values():
            yield from (one for one in told(uses, word, OKURIGANA, None) if one.span not in seen)


def _uses(reading: Reading, word: Word) -> tuple[Uses, dict[str, Uses]]:
    """The places of a noun that stands alone, and by the rest of the word those where it begins another.

    What drops its kana in front of another word (支払方法) is compared with that word only; what keeps them is the same
    noun wherever it stands (お問合せ内容, お問い合わせ窓口).
    """
    alone: Uses = {}
    compounds: dict[str, Uses] = {}
    for passage in reading.passages:
        if not any(spelling in passage.bare for spelling in word.spellings):
            continue
        for hit in _pattern(word).finditer(passage.bare):
            spelling, head = hit["word"], hit["head"] or ""
            place = Place(passage, *hit.span("word"))
            if not head or spelling[-1] < "一":
                alone.setdefault(spelling, []).append(place)
            if head:
                compounds.setdefault(head, {}).setdefault(spelling, []).append(place)
    return alone, compounds


@cache
def _pattern(word: Word) -> re.Pattern[str]:
    spellings = "|".join(sorted(word.spellings, key=len, reverse=True))
    return re.compile(f"(?<![一-龥々])(?P<word>{spellings})(?:(?P<head>{_HEAD})|{_NOUN})")
