"""又は, 及び, 並びに, 若しくは: statutes write them in kanji; elsewhere a document writes them in one way."""

from __future__ import annotations

from collections.abc import Iterator

from ...diagnostics import NOTE, Both, Diagnostic, Kind
from ..passages import STATUTE, Reading
from ..spellings import Word, told, uses_of

CONJUNCTION = Kind(
    "wording/conjunction",
    NOTE,
    "「{found}」は「{other}」とそろえてください（{why}）",
    "write 「{other}」 for 「{found}」 ({why})",
    "同じ接続詞を、文書の中で一つの書き方にします。書き分けに意味があるように読まれるのを防ぎます。",
    "Write a conjunction in one way: a reader may look for a meaning behind the difference.",
)
RULED = Both("法令や公用文では漢字で書きます", "laws and official documents write it in kanji")

_WORDS = (
    Word(("又は", "または")),
    # 及びます, およびません are verbs.
    Word(("及び", "および"), after="(?!ま[すせし])"),
    Word(("並びに", "ならびに"), before="(?<![町街歯家軒])"),
    Word(("若しくは", "もしくは")),
)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Conjunctions written in two ways; as statutes, any in kana.

    Which way is the document's own is asked of all four together: one that has 又は throughout means 及び as well.
    """
    everything = reading.bare
    by_rule = reading.profile == STATUTE
    if not any(kana in everything for _, kana in (word.spellings for word in _WORDS)):
        return
    found = [(word, uses_of(reading, word)) for word in _WORDS]
    kanji = sum(len(uses.get(word.spellings[0], ())) for word, uses in found)
    kana = sum(len(uses.get(word.spellings[1], ())) for word, uses in found)
    for word, uses in found:
        right = word.spellings[0 if by_rule or kanji >= kana else 1]
        yield from told(uses, word, CONJUNCTION, RULED if by_rule else None, right)
