"""次の各号, 以下のとおり, 下記: words that promise something below."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, WARNING, Both, Diagnostic, Kind
from ..cut import sentences
from ..passages import CELL, HEADING, Passage, Reading
from ..spellings import Word, mixed

NOTHING_BELOW = Kind(
    "wording/nothing-below",
    WARNING,
    "「{found}」とありますが、この後に何もありません",
    "「{found}」 promises something, and nothing follows",
    "指す事項を続けて書くか、どこにあるかを書いてください。",
    "Write what is meant, or say where it is.",
)
POINTER = Kind(
    "wording/mixed-pointer",
    NOTE,
    "「{found}」は「{other}」とそろえてください（{why}）",
    "write 「{other}」 for 「{found}」 ({why})",
    "後に続く事項を指す語を、文書の中で一つにします。",
    "Point to what follows by one word throughout.",
)
_BELOW = re.compile(
    "次の各号|次に掲げる|下記|(?:次|以下)の(?:とおり|通り|事項|場合|目的|項目|いずれか)|以下に(?:掲げる|定める|示す)"
)
_WORD = Word(("以下", "下記"), after="(?=の(?:とおり|通り|事項|場合|目的|項目|いずれか))", ruled=False)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Such words at the end of a section, and two of them in one document."""
    yield from mixed(reading, (_WORD,), POINTER, Both("", ""))
    parents: dict[str, str] = {
        node.id: node.parent.id for node in reading.document.node.walk() if node.parent is not None
    }
    for passage, follower in zip(reading.passages, (*reading.passages[1:], None), strict=True):
        if passage.kind in (HEADING, CELL) or (follower is not None and _below(follower, passage, parents)):
            continue
        last = sentences(passage.bare)[-1:]
        for start, end in last:
            hit = _BELOW.search(passage.bare, start, end)
            # What follows in the sentence itself, behind a colon or in brackets, is what is meant.
            if hit is not None and not re.search("[：:（(]", passage.text[hit.end() :]):
                span = passage.span(*hit.span())
                if span is not None:
                    yield NOTHING_BELOW.at(span, found=hit[0])


def _below(follower: Passage, passage: Passage, parents: dict[str, str]) -> bool:
    """Whether what follows belongs to the same section."""
    at = follower.clause
    while at and at != passage.clause and at in parents:
        at = parents[at]
    return at == passage.clause or not passage.clause
