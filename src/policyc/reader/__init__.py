"""Reading what policyc has written: packages, output folders and single machine files, as typed objects.

For programs that use a policy. Nothing of the compiler is needed, and only the standard library is imported. Files of a
later format are refused, not guessed at.
"""

from __future__ import annotations

from .place import read
from .things import (
    Contact,
    DataItem,
    Declaration,
    Delegation,
    Document,
    Event,
    Group,
    NotReadable,
    Package,
    Party,
    Practice,
    Procedure,
    Purpose,
    Recipient,
    Retention,
    Right,
)

__all__ = [
    "Contact",
    "DataItem",
    "Declaration",
    "Delegation",
    "Document",
    "Event",
    "Group",
    "NotReadable",
    "Package",
    "Party",
    "Practice",
    "Procedure",
    "Purpose",
    "Recipient",
    "Retention",
    "Right",
    "read",
]
