"""Sentences without their full stop."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import NOTE, Diagnostic, Fix, Kind
from ..passages import ITEM, PROSE, Passage, Reading

MISSING = Kind(
    "wording/missing-full-stop",
    NOTE,
    "文が「{found}」で終わっていますが、句点がありません",
    "the sentence ends in 「{found}」 without a full stop",
    "「。」を付けてください。",
    "Put 「。」 at its end.",
)
_ENDS = re.compile(
    "(?:ます|です|ません|ました|でした|ください|下さい|ものとする|である|ことができる|してはならない|なければならない)$"
)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Lines of running text that end as a sentence and lack its mark, where the others of their kind have it."""
    ends = [passage for passage in reading.passages if passage.kind in (PROSE, ITEM)]
    for kind in (PROSE, ITEM):
        rows = [passage for passage in ends if passage.kind == kind]
        open_ = [passage for passage in rows if _ENDS.search(passage.bare.rstrip())]
        closed = sum(passage.bare.rstrip().endswith(("。", "．")) for passage in rows)
        # Where most lines go without, the document means it: lines of a notice, items of a list.
        if open_ and closed > len(open_):
            yield from _told(open_, "．" if sum(p.bare.rstrip().endswith("．") for p in rows) * 2 > closed else "。")


def _told(passages: list[Passage], mark: str) -> Iterator[Diagnostic]:
    for passage in passages:
        hit = _ENDS.search(passage.bare.rstrip())
        span = passage.span(*hit.span()) if hit is not None else None
        if hit is not None and span is not None:
            yield MISSING.at(span, fix=Fix(span, hit[0] + mark, safe=True), found=hit[0])
