"""The intermediate representation: what a document states, free of clause types and of wording.

Targets (JSON-LD, P3P) and law rules read only this. Every fact has an `id` (unique in the policy, the fragment of its
IRI and its anchor in the HTML page), the `clause` it was stated in, and its `origin` (`file:line`). Texts are the
rendered Japanese, without markup.
"""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
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
    "ACCREDITED",
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
    "urn",
]

STATED, NONE, ON_REQUEST, DELEGATED = "stated", "none", "on-request", "delegated"
ACCREDITED = "accredited"
"""What the desk of an accredited organization takes: complaints about the operator, whose desk it is not."""


def urn(id_: str) -> str:
    """The identifier of a document that has no address: `urn:policyc:` and its name, escaped as RFC 8141 asks.

    In: `notice`, `方針`. Out: `urn:policyc:notice`, `urn:policyc:%E6%96%B9%E9%87%9D`.
    """
    escaped = (c if c.isascii() and (c.isalnum() or c in "-._~") else _escaped(c) for c in id_)
    return f"urn:policyc:{''.join(escaped)}"


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))


class Policy(NamedTuple):
    """One document and all that it states. `url` and `operator` are empty where the source does not have them.

    `version` is the name of this version, `replaces` the address of the one that it replaces, where declared.
    """

    id: str
    kind: str
    title: str
    url: str
    version: str
    replaces: str
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

    @property
    def iri(self) -> str:
        """What identifies the document: its address, or a URN where it has none."""
        return self.url or urn(self.id)

    def of(self, id_: str) -> "NamedTuple | None":
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
