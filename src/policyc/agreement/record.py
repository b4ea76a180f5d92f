"""What is kept of a document until all of a run were seen: names, words and places; never its text or its page."""

from __future__ import annotations

from typing import NamedTuple

from ..source import Span


class Spot(NamedTuple):
    """A stretch of a file: the file as the reader knows it, and code point offsets [start, end)."""

    file: str
    start: int
    end: int


class Said(NamedTuple):
    """Words, and the place where they are declared."""

    words: str
    spot: Spot


class Firm(NamedTuple):
    """An organisation: its name, and by field what the page says of it."""

    name: Said
    parts: dict[str, Said]


class Receiver(NamedTuple):
    """Who receives something. `classes` are the rows of the vocabulary that it is; `named` is false where it is only
    such a class (「広告事業者」)."""

    name: Said
    classes: tuple[str, ...]
    named: bool


class Transmission(NamedTuple):
    """One external transmission: to whom, and what is sent and for what, as vocabulary rows or words."""

    to: tuple[Receiver, ...]
    sends: frozenset[str]
    purposes: frozenset[str]
    spots: dict[str, Spot]


class JointUse(NamedTuple):
    """A joint use as one document states it. `users` are all who use, the operator and the responsible party among
    them, `names` how each is spelled; `named` are the organisations that the field names, and `closed` is false where
    it names others too (a group, a class). `parts` are its items, purposes and responsible party, each as a set of
    words."""

    users: frozenset[str]
    names: dict[str, str]
    named: tuple[str, ...]
    closed: bool
    parts: dict[str, frozenset[str]]
    spots: dict[str, Spot]


class Link(NamedTuple):
    """A link of a text: its words, whether they stand in quotation marks, where it leads."""

    words: Said
    quoted: bool
    url: str


class Entry(NamedTuple):
    """An entry of an index: its words, where it leads, and the name of a document if it gives one."""

    words: Said
    url: str
    document: str


class Desk(NamedTuple):
    """A desk: its name, what the page says of it, and what it takes."""

    name: Said
    parts: dict[str, Said]
    takes: tuple[str, ...]


class Kept(NamedTuple):
    """How long some data are kept: ISO 8601, and as said."""

    data: frozenset[str]
    period: str
    said: Said


class Left(NamedTuple):
    """A matter of a rule of law that a document leaves to another one; `as_of` is the day whose law asks for it."""

    rule: str
    as_of: str
    label: str
    url: str
    spot: Spot


class Record(NamedTuple):
    """One document, reduced. `silent` says that it declares that there is no external transmission, and where."""

    file: str
    id: str
    kind: str
    title: str
    url: str
    operator: str
    spot: Spot
    firms: tuple[Firm, ...] = ()
    labels: tuple[tuple[str, str, Said], ...] = ()
    transmissions: tuple[Transmission, ...] = ()
    receivers: tuple[Receiver, ...] = ()
    silent: Spot | None = None
    refers: tuple[str, ...] = ()
    joint_uses: tuple[JointUse, ...] = ()
    joint_elsewhere: bool = False
    links: tuple[Link, ...] = ()
    entries: tuple[Entry, ...] = ()
    desks: tuple[Desk, ...] = ()
    kept: tuple[Kept, ...] = ()
    left: tuple[Left, ...] = ()


def spot(span: Span, file: str) -> Spot:
    """The place of a span; its source is let go."""
    return Spot(file, span.start, span.end)
