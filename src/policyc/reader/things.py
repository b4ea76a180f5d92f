"""What a reader gets: a document's facts as frozen rows that refer to each other.

Texts are those of the page, verbatim; an empty text or tuple means that the document does not say. `id` is that of the
source and the anchor of the HTML page, `clause` the id of the clause that states a fact, `origin` the file and line of the
source. `sentence` is what the page says of it: its own paragraphs or item, else those of its clause; it is empty where
the file that was read holds no sentences (policy.p3p.json).
"""

from __future__ import annotations

from typing import NamedTuple

from .frozen import FLOWS


class NotReadable(ValueError):
    """A file that this reader does not take; the message says why, `path` which."""

    def __init__(self, path: str, why: str) -> None:
        super().__init__(f"{path}: {why}")
        self.path = path


class Party(NamedTuple):
    """An organisation that is named; `country` is its ISO code where the page says where it is."""

    id: str
    name: str
    short: str
    address: str
    representative: str
    country: str
    phone: str
    email: str
    origin: str


class Group(NamedTuple):
    """A group of organisations, with the page that lists its members."""

    id: str
    name: str
    members: tuple[Party, ...]
    listed_at: str
    origin: str


class Recipient(NamedTuple):
    """A recipient that is no organisation of the source, or a class of recipients. `terms` are its DPV and own terms,
    `countries` ISO codes, or `non-JP` where the page says only that it is abroad; `open` when it covers more than it names."""

    id: str
    name: str
    terms: tuple[str, ...]
    countries: tuple[str, ...]
    origin: str
    open: bool = False


class DataItem(NamedTuple):
    """An item of personal data; `open` when it covers more than it names, `terms` its DPV and own terms."""

    id: str
    text: str
    open: bool
    parts: tuple[str, ...]
    terms: tuple[str, ...]
    origin: str


class Purpose(NamedTuple):
    """A purpose of use (個人情報保護法第17条第1項)."""

    id: str
    text: str
    marker: str
    open: bool
    terms: tuple[str, ...]
    clause: str
    origin: str
    sentence: str


class Practice(NamedTuple):
    """What is done with which data, for what, with whom.

    `action` is collect, use, analyse, provide, entrust, joint-use, transmit or another row of the vocabulary's actions.
    `modality` is `does`, `may`, `only-if` (not done but on its basis or in its exceptions) or `does-not`;
    empty where the text does not say whether it is done.
    Where the purposes are those of a whole clause, `purposes_of` is that clause and `scope` is `same` or `within`.
    `basis_terms` are the terms of the grounds, `exception_terms` the term of each exception (empty where it has none),
    `countries` those that the practice itself names; `opt_out` is an address,
    or how it is said. `open_lists` are those that end in 等 or the like, by their names: `data`, `purposes`, `recipients`, `subjects`,
    `basis`, `exceptions`, and those of details, such as `country`.
    """

    id: str
    action: str
    modality: str
    title: str
    marker: str
    subjects: tuple[str, ...]
    data: tuple[DataItem, ...]
    purposes: tuple[Purpose, ...]
    purposes_of: str
    scope: str
    recipients: tuple[Party | Group | Recipient, ...]
    countries: tuple[str, ...]
    responsible: Party | None
    basis: tuple[str, ...]
    basis_terms: tuple[str, ...]
    exceptions: tuple[str, ...]
    exception_terms: tuple[str, ...]
    opt_out: str
    clause: str
    origin: str
    sentence: str
    open_lists: tuple[str, ...] = ()

    @property
    def places(self) -> tuple[str, ...]:
        """The countries that the page names of whoever receives, in order; `non-JP` where it says only that it is abroad.
        Empty where it says nothing."""
        found = list(self.countries)
        for one in self.recipients:
            members = one.members if isinstance(one, Group) else (one,)
            for member in members:
                found += (member.country,) if isinstance(member, Party) else member.countries
        return tuple(dict.fromkeys(filter(None, found)))

    @property
    def abroad(self) -> bool:
        """Whether the page says that anyone who receives is outside Japan (第28条第1項)."""
        return any(place != "JP" for place in self.places)


class Contact(NamedTuple):
    """A desk (第40条); `takes` are inquiries, complaints, requests, accredited; there is more where `open_lists` has `takes`."""

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
    sentence: str
    open_lists: tuple[str, ...] = ()


class Procedure(NamedTuple):
    """How requests are made (第37条、第38条). `fee` is `none`, an amount such as `300 JPY`, or what the text says; it is said
    of the rights whose ids are in `fee_for`, and of no others (第38条第1項)."""

    id: str
    label: str
    url: str
    fee: str
    desks: tuple[Contact, ...]
    clause: str
    origin: str
    sentence: str
    fee_for: tuple[str, ...] = ()


class Right(NamedTuple):
    """A request that a person may make (第32条から第35条まで), with the article that it rests on."""

    id: str
    name: str
    article: str
    procedure: Procedure | None
    clause: str
    origin: str
    sentence: str


class Retention(NamedTuple):
    """How long data are kept (第22条): as said, and as an ISO 8601 period where one is stated; `data` empty for all, and not all
    that are meant where `open_lists` has `data`."""

    id: str
    text: str
    period: str
    data: tuple[DataItem, ...]
    clause: str
    origin: str
    sentence: str
    open_lists: tuple[str, ...] = ()


class Event(NamedTuple):
    """A date of the document: enacted, published, revised or effective."""

    id: str
    kind: str
    date: str
    text: str
    origin: str
    sentence: str


class Declaration(NamedTuple):
    """A matter that the document declares none of (`none`), or tells on request (`on-request`). `modality` is `does-not`, or
    `only-if` where there are exceptions; empty where nothing is said of an act. `exception_terms` is the term of each
    exception, empty where it has none; there are more where `open_lists` has `exceptions`."""

    id: str
    topic: str
    stance: str
    modality: str
    exceptions: tuple[str, ...]
    exception_terms: tuple[str, ...]
    clause: str
    origin: str
    sentence: str
    open_lists: tuple[str, ...] = ()


class Delegation(NamedTuple):
    """A matter that another document tells."""

    id: str
    topic: str
    label: str
    url: str
    clause: str
    origin: str
    sentence: str


class Document(NamedTuple):
    """One document; `kind` is a row of the vocabulary's notices, or `site-index`. Its `rights` are not all where `open_lists` has `rights`."""

    id: str
    kind: str
    title: str
    url: str
    version: str
    operator: Party | None
    data: tuple[DataItem, ...]
    purposes: tuple[Purpose, ...]
    practices: tuple[Practice, ...]
    rights: tuple[Right, ...]
    contacts: tuple[Contact, ...]
    retentions: tuple[Retention, ...]
    events: tuple[Event, ...]
    declarations: tuple[Declaration, ...]
    delegations: tuple[Delegation, ...]
    open_lists: tuple[str, ...] = ()

    def of(self, action: str) -> tuple[Practice, ...]:
        """The practices of one action."""
        return tuple(practice for practice in self.practices if practice.action == action)

    @property
    def collected(self) -> tuple[DataItem, ...]:
        """What is said to be collected, each item once."""
        return tuple(dict.fromkeys(item for practice in self._going("collected") for item in practice.data))

    @property
    def joint_uses(self) -> tuple[Practice, ...]:
        """Joint use (第27条第5項第3号): the joint users are its `recipients`."""
        return self._going("joint-user")

    def _going(self, flow: str) -> tuple[Practice, ...]:
        return tuple(practice for practice in self.practices if practice.action in FLOWS[flow])


class Package(NamedTuple):
    """The documents that were read, by id in order."""

    documents: tuple[Document, ...]

    def document(self, id_: str = "") -> Document:
        """The document of an id; without one, the only document. Raises KeyError."""
        found = [one for one in self.documents if one.id == id_ or not id_]
        if len(found) != 1:
            raise KeyError(id_ or "there are several documents: name one")
        return found[0]
