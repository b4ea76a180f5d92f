"""Rule 22-2-28(1)(i): what is said of a transmission is said in Japanese and in plain words."""

from __future__ import annotations

import re

from ... import ir
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")


def not_japanese(reading: Reading, row: Row | None) -> Verdict:
    """Stated when what is sent, or what for, is said without one Japanese character (a name may be)."""
    assert row is not None
    policy = reading.policy
    practice = reading.practices.get(row.node)
    if practice is None:
        return Verdict(MISSING)
    said = [(f"{row.node}.sends", d.text) for d in policy.data if d.id in practice.data]
    said += [(f"{row.node}.for", p.text) for p in policy.purposes if p.id in practice.purposes]
    foreign = [(fact, text) for fact, text in said if text and not _JAPANESE.search(text)]
    if not foreign:
        return Verdict(MISSING)
    return Verdict(ir.STATED, ((foreign[0][0], row.node),), lacking=tuple(text for _, text in foreign))
