"""The intermediate representation: what a document states, free of clause types and of wording.

Targets (JSON-LD, P3P) and law rules read only this. Every fact has an `id` (unique in the policy, the fragment of its
IRI and its anchor in the HTML page), the `clause` it was stated in, and its `origin` (`file:line`). Texts are the
rendered Japanese, without markup.
"""

from __future__ import annotations

from typing import NamedTuple

from ..vocab import Concept

STATED, NONE, ON_REQUEST, DELEGATED = "stated", "none", "on-request", "delegated"


class Party(NamedTuple):
    """An organisation. `address` is in the parts given (prefecture, city, rest) or in one; empty strings are unknown."""

    id: str
    name: str
    short: str
    address: tuple[str, ...]
    representative_title: str
    representative_name: str
    country: str
    phone: str
    email: str
    site: str
    origin: str


class Group(NamedTuple):
    """A group of organisations, such as 当グループ; `listed_at` is the URL of the list of its members."""

    id: str
    name: str
    members: tuple[str, ...]
    listed_at: str
    origin: str


class Subject(NamedTuple):
    """A category of data subjects; `definition` is empty unless it is a defined term."""

    id: str
    text: str
    concept: Concept | None
    definition: str
    origin: str


class DataItem(NamedTuple):
    """An item of personal data as the text names it; `parts` are the ids of a group's items."""

    id: str
    text: str
    concept: Concept | None
    parts: tuple[str, ...]
    open: bool
    position: int
    origin: str


class Purpose(NamedTuple):
    """A purpose of use. `marker` is its number in the text (2．（1）), `listed` whether the text lists it as an item.

    `analyses` and `derives` are ids of data items that are analysed for it and inferred by it; `data` those it uses.
    """

    id: str
    text: str
    concepts: tuple[Concept, ...]
    open: bool
    listed: bool
    marker: str
    position: int
    analyses: tuple[str, ...]
    derives: tuple[str, ...]
    data: tuple[str, ...]
    defined_in: str
    clause: str
    origin: str


class Recipient(NamedTuple):
    """A recipient or class of recipients. `countries` are ISO codes, `abroad` says that it is outside Japan."""

    id: str
    text: str
    concepts: tuple[Concept, ...]
    countries: tuple[str, ...]
    abroad: bool
    page: str
    origin: str


class Ground(NamedTuple):
    """A ground or an exception; `includes` are the English words of what it is said to include."""

    text: str
    concept: Concept | None
    includes: tuple[str, ...]


class Practice(NamedTuple):
    """Who does what with which data, for what, with whom, on what ground.

    `action` is a row of vocab/actions. `recipients` are ids of parties, groups or recipients. `purposes` are ids;
    `purposes_of` is the id of the clause they were taken from ("same as", "within"), `scope` which of the two.
    `stance` is one of the four values; the other fields are empty unless it is `stated`.
    """

    id: str
    action: str
    stance: str
    title: str
    marker: str
    subjects: tuple[str, ...]
    data: tuple[str, ...]
    purposes: tuple[str, ...]
    purposes_of: str
    scope: str
    recipients: tuple[str, ...]
    responsible: str
    grounds: tuple[Ground, ...]
    exceptions: tuple[Ground, ...]
    details: tuple[tuple[str, str], ...]
    opt_out: str
    clause: str
    origin: str


class Right(NamedTuple):
    """A request that the person may make, by the row of vocab/rights."""

    id: str
    concept: Concept
    procedure: str
    clause: str
    origin: str


class Procedure(NamedTuple):
    """How requests are made. `identity` says the person's identity is checked; `fee` is yen, or a text, or "none"."""

    id: str
    label: str
    url: str
    identity: str
    agent: str
    fee: str
    desks: tuple[str, ...]
    clause: str
    origin: str


class Safeguard(NamedTuple):
    """A security measure that is stated."""

    id: str
    text: str
    concepts: tuple[Concept, ...]
    countries: tuple[str, ...]
    clause: str
    origin: str


class Retention(NamedTuple):
    """How long data are kept: `period` is ISO 8601 (P5Y) where one is stated, `text` the criterion as said."""

    id: str
    data: tuple[str, ...]
    period: str
    text: str
    clause: str
    origin: str


class Contact(NamedTuple):
    """A desk and what it takes (inquiries, complaints, requests)."""

    id: str
    name: str
    takes: tuple[str, ...]
    phone: str
    email: str
    address: str
    hours: str
    form: str
    clause: str
    origin: str


class Event(NamedTuple):
    """A date of the document: enacted, revised, published or effective. `date` is ISO 8601, `text` as said."""

    id: str
    kind: str
    date: str
    text: str
    origin: str


class Amendment(NamedTuple):
    """How the document is changed: `notice` (none, prior, …) and `effective` (on-publication, …)."""

    id: str
    notice: str
    effective: str
    clause: str
    origin: str


class Delegation(NamedTuple):
    """A matter that is left to another document: carried there, not here."""

    id: str
    topic: str
    label: str
    url: str
    clause: str
    origin: str


class Frame(NamedTuple):
    """What the document stands under: `kind` is adheres-to, published-under or undefined-terms."""

    id: str
    kind: str
    name: str
    url: str
    clause: str
    origin: str


class Silence(NamedTuple):
    """A clause that declares there is none of its matter, or that it is told on request."""

    id: str
    topic: str
    stance: str
    clause: str
    origin: str


class Term(NamedTuple):
    """A defined term and what it means."""

    id: str
    name: str
    meaning: str
    origin: str


class Place(NamedTuple):
    """A part or clause of the text: its number, heading, and the keyword of its type."""

    id: str
    type: str
    marker: str
    heading: str
    parent: str
    origin: str


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
)
"""The tables of a Policy, each of one IR kind: a test walks them all through every target."""
