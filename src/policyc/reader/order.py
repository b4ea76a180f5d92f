"""The order of practices, which is the same from whichever file they are read."""

from __future__ import annotations

from collections.abc import Iterable

from .things import Practice

# The members of policy.p3p.json in which the practices of an action stand; all others are `uses`.
MEMBERS = {
    "collect": "collections",
    "provide": "provisions",
    "provide-related": "provisions",
    "provide-anonymised": "provisions",
    "succeed": "provisions",
    "entrust": "entrustments",
    "joint-use": "jointUses",
    "transmit": "transmissions",
}
FILED = (*dict.fromkeys(MEMBERS.values()), "uses")
"""The members, each once."""


def in_order(practices: Iterable[Practice]) -> tuple[Practice, ...]:
    """Collection first, then to whom, then the operator's own uses; within these as the document has them."""
    return tuple(sorted(practices, key=lambda row: FILED.index(MEMBERS.get(row.action, "uses"))))
