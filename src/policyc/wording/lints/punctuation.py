"""Commas and full stops of two kinds: 、 and ，, 。 and ．"""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Fix, Kind
from ..passages import Reading
from ..quoted import GAP
from ..spellings import Place

PUNCTUATION = Kind(
    "wording/punctuation",
    NOTE,
    "句読点「{found}」が、ほかの「{other}」と混在しています（「{found}」{n} か所、「{other}」{m} か所）",
    "the mark 「{found}」 stands beside 「{other}」 ({n} and {m} times)",
    "「{other}」にそろえてください。",
    "Use 「{other}」 throughout.",
)
# A mark of a sentence stands behind Japanese; 1,000 and FOO, INC. have their own commas.
_JAPANESE = f"[ぁ-んァ-ヶー一-龥々）」』{GAP}]"
_COMMAS = re.compile(f"(?<={_JAPANESE})(?:[、，]|,(?={_JAPANESE}|[「（]))")
_STOPS = re.compile(f"(?<={_JAPANESE})(?:。|[．.](?={_JAPANESE}|$))")


# 「一．氏名」, 「ア．住所」: the point behind the number of a line.
_MARKER = re.compile("[ \u3000]*[第（(]?[一二三四五六七八九十ア-ン]{1,3}[章節条項号]?")
_OTHERS = re.compile(f"(?<={_JAPANESE})[，,．.]")


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """The marks that the document has more rarely."""
    if _OTHERS.search(reading.bare) is None:
        return
    for pattern, order in ((_COMMAS, "、，,"), (_STOPS, "。．.")):
        uses: dict[str, list[Place]] = {}
        for passage in reading.passages:
            for hit in pattern.finditer(passage.bare):
                if not _MARKER.fullmatch(passage.text[: min(hit.start(), 8)]) or hit.start() > 8:
                    uses.setdefault(hit.group(), []).append(Place(passage, *hit.span()))
        yield from _rarer(uses, order)


def _rarer(uses: dict[str, list[Place]], order: str) -> Iterator[Diagnostic]:
    if len(uses) < 2:
        return
    other = min(uses, key=lambda mark: (-len(uses[mark]), order.index(mark)))
    for mark, places in uses.items():
        for place in places if mark != other else ():
            span = place.span
            if span is not None:
                fix = Fix(span, other, safe=True)
                yield PUNCTUATION.at(span, fix=fix, found=mark, other=other, n=len(places), m=len(uses[other]))
