"""Guideline 3-6-3(3), note 5: whom a firm entrusts with data is no joint user of them."""

from __future__ import annotations

from ... import ir
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row


def processor_and_user(reading: Reading, row: Row | None) -> Verdict:
    """Stated when a joint user is a processor as well."""
    assert row is not None
    practice = reading.practices.get(row.node)
    known = {party.id for party in reading.policy.parties} if reading.processors else set()
    both = [id_ for id_ in practice.recipients if id_ in reading.processors and id_ in known] if practice else []
    if not both:
        return Verdict(MISSING)
    return Verdict(ir.STATED, ((f"{row.node}.users/{both[0]}", f"{row.node}.users", row.node),), lacking=tuple(both))
