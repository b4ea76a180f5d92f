"""Article 548-2(1): which documents are standard terms by what they are."""

from __future__ import annotations

from ... import facts
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row


def not_by_kind(reading: Reading, row: Row | None) -> Verdict:
    """Stated of a document that is no terms of its own: it may be part of some, or none."""
    return Verdict(MISSING if reading.policy.kind == "terms" else facts.STATED)
