"""What a document states: practices, rights, procedures, safeguards, dates and the rest."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

from ..vocab import Concept


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
    """How requests are made. `identity` says the person's identity is checked; `fee` is yen, or a text, or "none".

    `fee_for`: the rights that the fee is said of. `details` are further fields as (English word, value): format, refusal,
    refuses, grounds, fee-method.
    """

    id: str
    label: str
    url: str
    identity: str
    agent: str
    fee: str
    desks: tuple[str, ...]
    clause: str
    origin: str
    details: tuple[tuple[str, str], ...] = ()
    fee_for: tuple[str, ...] = ()


class Safeguard(NamedTuple):
    """A security measure that is stated."""

    id: str
    text: str
    concepts: tuple[Concept, ...]
    countries: tuple[str, ...]
    clause: str
    origin: str


class Retention(NamedTuple):
    """How long data are kept: `period` is ISO 8601 (P5Y) where one is stated, `text` the criterion as said.

    `details`: what is done after it.
    """

    id: str
    data: tuple[str, ...]
    period: str
    text: str
    clause: str
    origin: str
    details: tuple[tuple[str, str], ...] = ()


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
    postal_code: str = ""


class Event(NamedTuple):
    """A date of the document: enacted, revised, published or effective. `date` is ISO 8601, `text` as said."""

    id: str
    kind: str
    date: str
    text: str
    origin: str


class Amendment(NamedTuple):
    """How the document is changed: `notice` (none, prior, …) and `effective` (on-publication, …); `details`: the reason."""

    id: str
    notice: str
    effective: str
    clause: str
    origin: str
    details: tuple[tuple[str, str], ...] = ()


class Delegation(NamedTuple):
    """A matter that is left to another document: carried there, not here. `details`: what is said of it all the same."""

    id: str
    topic: str
    label: str
    url: str
    clause: str
    origin: str
    details: tuple[tuple[str, str], ...] = ()


class Frame(NamedTuple):
    """What the document stands under: `kind` is adheres-to, published-under or undefined-terms.

    `number` is the number of a statute (平成15年法律第57号).
    """

    id: str
    kind: str
    name: str
    url: str
    clause: str
    origin: str
    number: str = ""


class Silence(NamedTuple):
    """A clause that declares there is none of its matter, or that it is told on request.

    `exceptions` are the cases it does not hold for; `details` how far it reaches (`under`, an age).
    """

    id: str
    topic: str
    stance: str
    clause: str
    origin: str
    exceptions: tuple[Ground, ...] = ()
    details: tuple[tuple[str, str], ...] = ()


class Entry(NamedTuple):
    """An entry of an index: the words of its link and where it leads. `parent` is the entry it stands below, if any;
    `document` the id of a document of the same build that it leads to."""

    id: str
    text: str
    url: str
    document: str
    parent: str
    position: int
    clause: str
    origin: str


class Disclosure(NamedTuple):
    """A matter that is disclosed under a label: `concept` says which (販売業者, 支払時期 …), `text` what is said of it."""

    id: str
    label: str
    text: str
    concept: Concept | None
    position: int
    clause: str
    origin: str


class Place(NamedTuple):
    """A part or clause of the text: its number, heading, and the keyword of its type."""

    id: str
    type: str
    marker: str
    heading: str
    parent: str
    origin: str
