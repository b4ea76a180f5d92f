"""The order of practices, which is the same from whichever file they are read."""

from __future__ import annotations

from collections.abc import Iterable

from .frozen import MEMBERS, OTHERS
from .things import Practice

FILED = (*dict.fromkeys(MEMBERS.values()), OTHERS)
"""The members of policy.p3p.json in which practices stand, each once."""


def in_order(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Collection first, then to whom, then the operator's own uses; within these as the document has them."""
    return tuple(sorted(practices, key=lambda row: FILED.index(MEMBERS.get(row.action, OTHERS))))
