"""Signs and particles that stand twice: 。。, 、、, をを, 等等."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import WARNING, Diagnostic, Fix, Kind
from ..passages import Reading

DOUBLED = Kind(
    "wording/doubled",
    WARNING,
    "「{found}」と重なっています",
    "「{found}」 stands twice",
    "一つを消して「{other}」としてください。",
    "Remove one: 「{other}」.",
)
_FAULTS = (
    (re.compile("([。、，])\\1+"), lambda hit: hit[1]),
    (re.compile("を{2,}|が{2,}(?![ぁ-ん])|(?<![うく])に{2,}(?=[、ぁ-ん一-龥々ァ-ヶ])"), lambda hit: hit[0][0]),
    # 平等等, 均等等 and the like end in 等 by themselves.
    (re.compile("(?<![平均対同高初中上下劣優何])等等(?!し)"), lambda hit: "等"),
    (re.compile("など等|等など"), lambda hit: "等" if hit[0][0] == "等" else "など"),
)


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """What stands twice and means no more than once."""
    faults = [(pattern, once) for pattern, once in _FAULTS if pattern.search(reading.bare)]
    for passage in reading.passages if faults else ():
        for pattern, once in faults:
            for hit in pattern.finditer(passage.bare):
                span = passage.span(*hit.span())
                if span is not None:
                    other = once(hit)
                    yield DOUBLED.at(span, fix=Fix(span, other, safe=True), found=hit[0], other=other)
