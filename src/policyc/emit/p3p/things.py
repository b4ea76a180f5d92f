"""The rows that P3P says something of itself: data items, purposes, recipients, practices, retention."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from ...facts import NONE, ON_REQUEST, DataItem, Group, Party, Practice, Purpose, Recipient, Retention
from ..xml_text import Element
from . import data
from .concepts import Key, known
from .extension import PREFIX, Fact, fact, kebab
from .statement_tree import references
from .tables import Tables, is_by_terms, is_consent, worst

# The elements of practices, by the member that they stand in.
PRACTICES = {
    "uses": "use",
    "collections": "collection",
    "provisions": "third-party-provision",
    "entrustments": "entrustment",
    "jointUses": "joint-use",
    "transmissions": "external-transmission",
}
_ABROAD = ("provisions", "entrustments", "transmissions")


def item(tables: Tables, row: DataItem) -> Fact:
    """A data item, with the elements that it is in P3P."""
    members, said = fact("data-item", row)
    keys = tables.keys[row.id]
    members["p3p"] = _worded(keys, row.text) if row.id in tables.worded else _fixed(keys)
    further = [known(concept).element for concept in row.also]
    return Fact(members, said._replace(inside=[*said.inside, *further]) if further else said)


def _worded(keys: tuple[Key, ...], text: str) -> list[dict[str, Any]]:
    return [one.members for one in references(data.rows(keys), text)]


@lru_cache(maxsize=1000)
def _fixed(keys: tuple[Key, ...]) -> list[dict[str, Any]]:
    """The DATA elements of an item without words of its own; most items are of few such kinds."""
    return _worded(keys, "")


def purpose(tables: Tables, row: Purpose) -> Fact:
    """A purpose, with the elements that it is in P3P, and how near these come."""
    made = fact("purpose", row)
    made.members["p3p"] = tables.terms[row.id]
    made.members["fit"] = worst([concept.p3p_fit for concept in row.concepts])
    return made


def recipient(used: dict[str, list[str]], row: Recipient) -> Fact:
    """A recipient, with the elements that it is `used` as, and how near these come."""
    made = fact("recipient", row)
    made.members["p3p"] = used[row.id]
    made.members["fit"] = worst([concept.p3p_fit for concept in row.concepts])
    return made


def retention(row: Retention) -> Fact:
    """How long data are kept, with the element that it is in P3P."""
    made = fact("retention", row)
    made.members["p3p"] = data.retention(row)
    return made


_TAKEN = ("purposes_of", "scope")
"""What a practice takes from a clause as a whole is named by that clause."""


def practice(member: str, tables: Tables, row: Practice) -> Fact:
    """A practice; what it takes from a clause as a whole is named by that clause in `purposesOf`."""
    own, clauses = tables.aims[row.id]
    short = row if len(own) == len(row.purposes) else row._replace(purposes=tuple(own))
    said, (name, attributes, inside) = fact(PRACTICES[member], short, _TAKEN)
    taken = [{"clause": clause, "scope": scope} for clause, scope in clauses]
    if taken:
        said["purposesOf"] = taken
    answers = {word: answer for word, answer in _answers(member, tables, row).items() if answer is not None}
    return Fact(
        said | answers,
        Element(
            name,
            {**attributes, **{kebab(word): "yes" if answer else "no" for word, answer in answers.items()}},
            [*inside, *(Element(f"{PREFIX}purposes-of", one) for one in taken)],
        ),
    )


def _answers(member: str, tables: Tables, row: Practice) -> dict[str, bool | None]:
    """What the files answer of a practice; None where the page does not say."""
    found: dict[str, bool | None] = {}
    if member in _ABROAD:
        found["foreign"] = _foreign(row, tables)
    if member == "provisions":
        consents = [ground for ground in row.grounds if is_consent(ground)]
        found["consent"] = bool(consents)
        found["consentByTerms"] = any(map(is_by_terms, consents))
    return found


def _foreign(practice: Practice, tables: Tables) -> bool | None:
    """Whether some receiver is said to be outside Japan (APPI art. 28), or all are said to be in it; None where the page
    says neither."""
    # A country that is told on request, or that there is none to name, is not said here.
    said = (detail.value for detail in practice.details if detail.name == "country")
    countries = {"" if value in (NONE, ON_REQUEST) else value for value in said}
    receivers = [tables.receivers[id_] for id_ in practice.recipients if id_ in tables.receivers]
    for receiver in receivers:
        if isinstance(receiver, Party):
            countries.add(receiver.country)
        elif isinstance(receiver, Group):
            within = (tables.receivers.get(id_) for id_ in receiver.members)
            # Of a group without members nobody knows where it is.
            countries.update({member.country for member in within if isinstance(member, Party)} or {""})
        else:
            countries.update(receiver.countries or {"abroad" if receiver.abroad else ""})
    if countries - {"", "JP"}:
        return True
    return False if countries == {"JP"} and receivers else None
