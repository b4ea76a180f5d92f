"""The intermediate representation: what a document states, free of clause types and of wording.

Targets (JSON-LD, P3P) and law rules read only this. Every fact has an `id` (unique in the policy, the fragment of its
IRI and its anchor in the HTML page), the `clause` it was stated in, and its `origin` (`file:line`). Texts are the
rendered Japanese, without markup.
"""

from __future__ import annotations

from typing import NamedTuple

from .facts import (
    Amendment,
    Contact,
    Delegation,
    Disclosure,
    Entry,
    Event,
    Frame,
    Ground,
    Place,
    Practice,
    Procedure,
    Retention,
    Right,
    Safeguard,
    Silence,
)
from .things import DataItem, Group, Party, Purpose, Recipient, Subject, Term

__all__ = [
    "DELEGATED",
    "FACTS",
    "NONE",
    "ON_REQUEST",
    "STATED",
    "Amendment",
    "Contact",
    "DataItem",
    "Delegation",
    "Disclosure",
    "Entry",
    "Event",
    "Frame",
    "Ground",
    "Group",
    "Party",
    "Place",
    "Policy",
    "Practice",
    "Procedure",
    "Purpose",
    "Recipient",
    "Retention",
    "Right",
    "Safeguard",
    "Silence",
    "Subject",
    "Term",
]

STATED, NONE, ON_REQUEST, DELEGATED = "stated", "none", "on-request", "delegated"


class Policy(NamedTuple):
    """One document and all that it states."""

    id: str
    kind: str
    title: str
    url: str
    version: str
    operator: str
    subjects: tuple[str, ...]
    parties: tuple[Party, ...]
    groups: tuple[Group, ...]
    people: tuple[Subject, ...]
    data: tuple[DataItem, ...]
    purposes: tuple[Purpose, ...]
    recipients: tuple[Recipient, ...]
    practices: tuple[Practice, ...]
    rights: tuple[Right, ...]
    procedures: tuple[Procedure, ...]
    safeguards: tuple[Safeguard, ...]
    retentions: tuple[Retention, ...]
    contacts: tuple[Contact, ...]
    events: tuple[Event, ...]
    amendments: tuple[Amendment, ...]
    delegations: tuple[Delegation, ...]
    frames: tuple[Frame, ...]
    silences: tuple[Silence, ...]
    terms: tuple[Term, ...]
    entries: tuple[Entry, ...]
    disclosures: tuple[Disclosure, ...]
    places: tuple[Place, ...]
    origin: str

    def of(self, id_: str) -> NamedTuple | None:
        """The party, group, subject, data item, purpose or recipient of that id."""
        for table in (self.parties, self.groups, self.recipients, self.people, self.data, self.purposes):
            for row in table:
                if row.id == id_:
                    return row
        return None


FACTS = (
    "parties",
    "groups",
    "people",
    "data",
    "purposes",
    "recipients",
    "practices",
    "rights",
    "procedures",
    "safeguards",
    "retentions",
    "contacts",
    "events",
    "amendments",
    "delegations",
    "frames",
    "silences",
    "terms",
    "entries",
    "disclosures",
)
"""The tables of a Policy, each of one IR kind: a test walks them all through every target."""
