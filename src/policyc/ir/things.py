"""What practices are made of: parties, people, data items, purposes, recipients, terms."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

from ..vocab import Concept


class Party(NamedTuple):
    """An organisation, with what the page says of it. `address` is in the parts given (prefecture, city, rest) or in one;
    what is empty is not said. `unsaid` names what is here though the page does not say it: at most the name."""

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
    postal_code: str = ""
    unsaid: tuple[str, ...] = ()


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
    """An item of personal data as the text names it; `parts` are the ids of a group's items. `concept` is the kind of data
    that it is, `also` are further kinds."""

    id: str
    text: str
    concept: Concept | None
    parts: tuple[str, ...]
    open: bool
    position: int
    origin: str
    also: tuple[Concept, ...] = ()

    @property
    def concepts(self) -> tuple[Concept, ...]:
        """All kinds of data that it is."""
        return (self.concept, *self.also) if self.concept is not None else ()


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
    """A recipient or class of recipients. `countries` are ISO codes, `abroad` says that it is outside Japan. `elsewhere`
    are the countries that the source declares, said or not: rules of law ask for what the page leaves out, and no
    artefact has them."""

    id: str
    text: str
    concepts: tuple[Concept, ...]
    countries: tuple[str, ...]
    abroad: bool
    page: str
    origin: str
    elsewhere: tuple[str, ...] = ()


class Term(NamedTuple):
    """A defined term and what it means."""

    id: str
    name: str
    meaning: str
    origin: str
