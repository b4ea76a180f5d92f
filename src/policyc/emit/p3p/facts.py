"""The facts of a policy: every row by its id, as members of the JSON file and as elements of the extension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import Any, NamedTuple

from ... import matters
from ...facts import BY_TABLE, Practice
from ..json_text import OnLines
from ..xml_text import Element
from . import recipients, things
from .extension import Fact, fact
from .tables import Tables

MEMBERS = {
    matters.COLLECTED: "collections",
    matters.THIRD_PARTY: "provisions",
    matters.SUCCESSOR: "provisions",
    matters.PROCESSOR: "entrustments",
    matters.JOINT_USER: "jointUses",
    matters.SENT_TO: "transmissions",
    matters.OWN: "uses",
}
"""The member that a practice stands in, by where the data go by it."""
# Tables that stand in a member of the same name, in the order of the members: before the retentions, and after them.
_PLAIN = (
    *("groups", "rights", "procedures", "safeguards", "contacts", "events", "amendments", "delegations", "frames"),
    *("entries", "disclosures"),
)
_LAST = ("silences", "terms", "places")
# The order of the elements; that of the members is the order in which they are made.
_ORDER = (
    *("parties", "groups", "subjects", "data", "purposes", "recipients", "rights", "procedures", "safeguards"),
    *("retentions", "contacts", "events", "amendments", "delegations", "frames", "silences", "terms", "entries"),
    *("disclosures", "places"),
)


class Facts(NamedTuple):
    """The facts as they are written: `members` of the JSON; and elements of the extension: the operator, the practices by
    id in the order of their members, and all others."""

    members: dict[str, OnLines]
    operator: Element
    practices: dict[str, Element]
    others: list[Element]


def all_facts(known: Tables) -> Facts:
    """All facts: operator, parties, subjects, data, purposes, recipients, practices by action, and the rest."""
    policy = known.policy
    said: dict[str, list[Fact]] = {}

    def take(member: str, rows: Sequence[Any], made: Callable[[Any], Fact]) -> None:
        said[member] = [made(row) for row in rows]

    operator = next(row for row in policy.parties if row.id == policy.operator)
    whole = fact("operator", operator)
    take("parties", [row for row in policy.parties if row.id != policy.operator], partial(_plain, "party"))
    take("subjects", policy.people, partial(_plain, "subject"))
    take("data", policy.data, partial(things.item, known))
    take("purposes", policy.purposes, partial(things.purpose, known))
    take("recipients", policy.recipients, partial(things.recipient, recipients.elements(known)))
    practices: dict[str, list[Practice]] = {member: [] for member in things.PRACTICES}
    for row in policy.practices:
        practices[MEMBERS[matters.flow(row.action)]].append(row)
    for member, rows in practices.items():
        take(member, rows, partial(things.practice, member, known))
    for table in _PLAIN:
        take(table, getattr(policy, table), partial(_plain, BY_TABLE[table].element))
    take("retentions", policy.retentions, things.retention)
    for table in _LAST:
        take(table, getattr(policy, table), partial(_plain, BY_TABLE[table].element))
    return Facts(
        {
            "operator": OnLines(whole.members, 4),
            **{member: OnLines([one.members for one in some], 4) for member, some in said.items()},
        },
        whole.element,
        {one.members["id"]: one.element for member in practices for one in said[member]},
        [one.element for member in _ORDER for one in said[member]],
    )


def _plain(name: str, row: Any) -> Fact:
    """A fact of which both files say just what it holds."""
    return fact(name, row)
