"""One document and all that it states."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

from .identifiers import FactId, block_of, urn
from .kinds import TABLES
from .places import Place
from .practices import Practice
from .statements import (
    Amendment,
    Contact,
    Delegation,
    Disclosure,
    Entry,
    Event,
    Frame,
    Procedure,
    Retention,
    Right,
    Safeguard,
    Silence,
)
from .things import DataItem, Group, Party, Purpose, Recipient, Subject, Term


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
    operator: FactId
    subjects: tuple[FactId, ...]
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

    def blocks(self) -> set[str]:
        """The ids of the blocks that state facts."""
        rows = [row for table in TABLES for row in getattr(self, table)]
        return {block_of(row.id) for row in rows} | {row.clause for row in rows if hasattr(row, "clause")}

    def of(self, id_: str) -> "NamedTuple | None":
        """The party, group, subject, data item, purpose or recipient of that id."""
        for table in (self.parties, self.groups, self.recipients, self.people, self.data, self.purposes):
            for row in table:
                if row.id == id_:
                    return row
        return None
