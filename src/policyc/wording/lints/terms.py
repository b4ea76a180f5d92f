"""One thing that a document calls by two spellings: ユーザ and ユーザー, Cookie and クッキー, お客様 and お客さま."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Kind
from ..passages import Reading
from ..quoted import GAP
from ..spellings import Place, Uses, Word, told

TERM = Kind(
    "wording/two-spellings",
    NOTE,
    "「{found}」は「{other}」とそろえてください（{why}）",
    "write 「{other}」 for 「{found}」 ({why})",
    "同じものを別の語で呼ぶと、別のものを指すように読まれます。",
    "Two words for one thing read as if they meant two things.",
)

_LATIN = "(?<![A-Za-z0-9])", "(?![A-Za-z0-9])"
_WORDS = (
    Word(("Cookie", "クッキー", "cookie", "COOKIE"), *_LATIN, ruled=False),
    Word(("お客様", "お客さま"), ruled=False),
    Word(("メールアドレス", "電子メールアドレス", "Eメールアドレス", "Ｅメールアドレス"), ruled=False),
    Word(("改定", "改訂"), after="(?!版)", ruled=False),
    Word(("漏えい", "漏洩"), ruled=False),
    Word(("改ざん", "改竄"), ruled=False),
    Word(("毀損", "き損", "棄損"), ruled=False),
    Word(("ウェブサイト", "Webサイト", "WEBサイト", "webサイト", "ＷＥＢサイト", "ウエブサイト"), ruled=False),
    Word(("プライバシーポリシー", "プライバシー・ポリシー"), ruled=False),
    Word(("子ども", "子供", "こども"), "(?<![息男女])", "(?![家庭])", ruled=False),
    Word(("引き続き", "引続き"), ruled=False),
)
_MONTHS = Word(
    ("か", "ヶ", "カ", "ヵ", "ケ", "箇"), "(?<=[0-9０-９一二三四五六七八九十数])", "(?=月|所|国|年)", ruled=False
)
_KATAKANA = re.compile("[ァ-ヺー]{3,}")
# A gloss names both spellings once: Cookie（クッキー）.
_GLOSS = re.compile("Cookies?[（(]クッキー[）)]|クッキー[（(]Cookies?[）)]", re.IGNORECASE)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Spellings of one thing, of which a document has two."""
    everything = reading.bare
    for word in (*_WORDS, _MONTHS):
        if sum(spelling in everything for spelling in word.spellings) > 1:
            yield from told(_uses(reading, word), word, TERM, None)
    yield from _long_vowels(reading)


def _uses(reading: Reading, word: Word) -> Uses:
    spellings = "|".join(map(re.escape, sorted(word.spellings, key=len, reverse=True)))
    pattern = re.compile(f"{word.before}(?:{spellings}){word.after}")
    found: Uses = {}
    for passage in reading.passages:
        bare = _GLOSS.sub(lambda hit: GAP * len(hit.group()), passage.bare)
        for hit in pattern.finditer(bare):
            found.setdefault(hit.group(), []).append(Place(passage, *hit.span()))
    return found


def _long_vowels(reading: Reading) -> Iterator[Diagnostic]:
    """Words in katakana that end in ー here and do not there."""
    places: dict[str, list[Place]] = {}
    for passage in reading.passages:
        for hit in _KATAKANA.finditer(passage.bare):
            places.setdefault(hit.group(), []).append(Place(passage, *hit.span()))
    for short in places:
        long = f"{short}ー"
        if long in places:
            uses = {long: places[long], short: places[short]}
            yield from told(uses, Word((long, short), ruled=False), TERM, None)
