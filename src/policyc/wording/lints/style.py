"""Sentences in です・ます among sentences in である・する, or the other way round."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Kind, Label
from ..cut import sentences
from ..passages import ITEM, PROSE, Passage, Reading

STYLE = Kind(
    "wording/mixed-style",
    NOTE,
    "この文だけ文体が違います（です・ます {polite} 文、である・する {plain} 文）",
    "this sentence is in another style than the others (です・ます {polite}, である・する {plain})",
    "です・ますか、である・するの一方にそろえてください。",
    "Write all sentences in one style.",
)
_ASIDE = re.compile("[ \u3000]*[※＊*注（(]")
_POLITE = re.compile("(?:です|ます|ません|ました|でした|でしょう|ましょう|ください|下さい)。$")
# Ends of verbs, auxiliaries and なければならない; of nouns only こと, もの, ため and とき come near, and none ends so.
_PLAIN = re.compile(
    "(?:である|ではない|でない|する|した|しない|れる|れた|られない|できる|できない|なる|ならない|とる|いる|ある|ない|いう|行う"
    "|負う|従う|定める|[一-龥](?:う|く|す|つ|ぶ|む|る|める|える|ける|げる|じる|った|いた|んだ))。$"
)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """The sentences of the rarer style; items of lists end as nouns and conditions do, and are not asked unless polite."""
    polite: list[tuple[Passage, int, int]] = []
    plain: list[tuple[Passage, int, int]] = []
    for passage in reading.passages:
        if passage.kind not in (PROSE, ITEM):
            continue
        for start, end in sentences(passage.text):
            words = passage.bare[start:end]
            if _ASIDE.match(passage.text):
                # Notes are short, as items are: 「※祝日を除く。」
                continue
            if _POLITE.search(words):
                polite.append((passage, start, end))
            elif _PLAIN.search(words):
                plain.append((passage, start, end))
    if not polite or not plain:
        return
    rarer, others = (plain, polite) if len(plain) <= len(polite) else (polite, plain)
    seen = next((span for one in others if (span := one[0].nearest(one[1], one[2])) is not None), None)
    label = "ほかの文の文体" if seen is not None else ""
    labels = (Label(seen, label, "the style of the others"),) if seen is not None else ()
    for passage, start, end in rarer:
        if rarer is plain and passage.kind == ITEM:
            # Items may be short where the text is polite.
            continue
        span = passage.nearest(max(start, end - 8), end)
        if span is not None:
            yield STYLE.at(span, *labels, polite=len(polite), plain=len(plain))
