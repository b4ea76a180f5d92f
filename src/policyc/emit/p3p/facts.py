"""The facts of a policy: every row of the IR by its id, as members of the JSON file and as elements of the extension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from ...ir import (
    Amendment,
    Contact,
    Delegation,
    Disclosure,
    Entry,
    Event,
    Frame,
    Group,
    Party,
    Place,
    Practice,
    Procedure,
    Retention,
    Right,
    Safeguard,
    Silence,
    Subject,
    Term,
)
from . import recipients
from .data import retention
from .element import is_plain
from .forms import Form, Pair, element
from .lines import listed
from .tables import Tables
from .things import PRACTICES, item, practice, purpose, recipient

# The member that a practice stands in, by its action; the operator's own uses are what is left.
_MEMBERS = {
    "collect": "collections",
    "provide": "provisions",
    "provide-related": "provisions",
    "provide-anonymised": "provisions",
    "succeed": "provisions",
    "entrust": "entrustments",
    "joint-use": "jointUses",
    "transmit": "transmissions",
}
# Tables whose rows stand in a member of the same name as they are.
_PLAIN = {
    "groups": Form(Group, "group"),
    "rights": Form(Right, "right"),
    "procedures": Form(Procedure, "procedure"),
    "safeguards": Form(Safeguard, "safeguard"),
    "contacts": Form(Contact, "contact"),
    "events": Form(Event, "event"),
    "amendments": Form(Amendment, "amendment"),
    "delegations": Form(Delegation, "delegation"),
    "frames": Form(Frame, "frame"),
    "entries": Form(Entry, "entry"),
    "disclosures": Form(Disclosure, "disclosure"),
}
_LAST = {"silences": Form(Silence, "silence"), "terms": Form(Term, "term"), "places": Form(Place, "place")}
# The operator is one row: in the JSON each of its members has a line.
_OPERATOR = Form(Party, "operator", between="\n    ")
_PARTY, _SUBJECT, _RETENTION = Form(Party, "party"), Form(Subject, "subject"), Form(Retention, "retention")
# The order of the elements; that of the members is the order in which they are made.
_ORDER = (
    *("parties", "groups", "subjects", "data", "purposes", "recipients", "rights", "procedures", "safeguards"),
    *("retentions", "contacts", "events", "amendments", "delegations", "frames", "silences", "terms", "entries"),
    *("disclosures", "places"),
)


class Facts(NamedTuple):
    """The facts as they are written: `members` of the JSON; and elements of the extension: the operator, the practices by
    id in the order of their members, and all others."""

    members: list[str]
    operator: str
    practices: dict[str, str]
    others: list[str]


class _Writer:
    """The tables that are written so far: their members, and their elements."""

    def __init__(self) -> None:
        self.members: list[str] = []
        self.elements: dict[str, list[str]] = {}

    def table(self, member: str, rows: Sequence[Any], pair: Callable[[Any, bool], Pair]) -> None:
        """A table by how one of its rows is written; most tables are written once, and have no character to escape."""
        if not rows:
            self.members.append(f'  "{member}": []')
            return
        made = [pair(row, True) for row in rows]
        text = listed(member, [json for json, _ in made])
        if not is_plain(text):
            made = [pair(row, False) for row in rows]
        self.members.append(text)
        self.elements[member] = [xml for _, xml in made]


def all_facts(known: Tables) -> Facts:
    """All facts: operator, parties, subjects, data, purposes, recipients, practices by action, and the rest."""
    policy = known.policy
    used = recipients.elements(known)
    to = _Writer()
    operator = next(row for row in policy.parties if row.id == policy.operator)
    json, head, inside = _OPERATOR.written(operator, False)
    to.members.append(f'  "operator": {{{json[1:]}\n  }}')
    to.table("parties", [row for row in policy.parties if row.id != policy.operator], _PARTY.pair)
    to.table("subjects", policy.people, _SUBJECT.pair)
    to.table("data", policy.data, partial(item, known))
    to.table("purposes", policy.purposes, partial(purpose, known))
    to.table("recipients", policy.recipients, partial(recipient, used))
    practices: dict[str, list[Practice]] = {member: [] for member in PRACTICES}
    for row in policy.practices:
        practices[_MEMBERS.get(row.action, "uses")].append(row)
    for member, rows in practices.items():
        to.table(member, rows, partial(practice, member, known))
    for table, form in _PLAIN.items():
        to.table(table, getattr(policy, table), form.pair)
    to.table("retentions", policy.retentions, _retention)
    for table, form in _LAST.items():
        to.table(table, getattr(policy, table), form.pair)
    return Facts(
        to.members,
        element(_OPERATOR.name, head, inside),
        {
            row.id: xml
            for member, rows in practices.items()
            if rows
            for row, xml in zip(rows, to.elements[member], strict=True)
        },
        [xml for member in _ORDER for xml in to.elements.get(member, ())],
    )


def _retention(row: Retention, plain: bool) -> Pair:
    json, head, inside = _RETENTION.written(row, plain)
    return f'{{{json[2:]}, "p3p": "{retention(row)}"}}', element(_RETENTION.name, head, inside)
