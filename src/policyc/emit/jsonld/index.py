"""What the nodes of one row need to know of the others: computed once, so that no row searches a table."""

from __future__ import annotations

from typing import NamedTuple

from ... import facts
from ...facts.identifiers import FactId


class Index(NamedTuple):
    """Sets of ids: of organisations and of purposes; of recipients that are abroad, or of which a member is; of purposes
    that derive data, and of the data items that are only ever derived, never collected, analysed or provided."""

    parties: frozenset[FactId]
    purposes: frozenset[FactId]
    abroad: frozenset[FactId]
    deriving: frozenset[FactId]
    inferred: frozenset[FactId]


def index(policy: facts.Policy) -> Index:
    """The index of a policy."""
    abroad = {row.id for row in policy.recipients if row.abroad or any(code != "JP" for code in row.countries)}
    abroad.update([row.id for row in policy.parties if row.country not in ("", "JP")])
    abroad.update([row.id for row in policy.groups if not abroad.isdisjoint(row.members)])
    deriving = [row for row in policy.purposes if row.derives]
    return Index(
        frozenset([row.id for row in policy.parties]),
        frozenset([row.id for row in policy.purposes]),
        frozenset(abroad),
        frozenset([row.id for row in deriving]),
        frozenset(_inferred(policy, deriving)),
    )


def _inferred(policy: facts.Policy, deriving: list[facts.Purpose]) -> set[FactId]:
    derived = {id_ for row in deriving for id_ in row.derives}
    if not derived:
        return derived
    alone = {(row.id,) for row in deriving}
    for purpose in policy.purposes:
        derived.difference_update(purpose.analyses, purpose.data)
    for practice in policy.practices:
        if practice.purposes not in alone:
            derived.difference_update(practice.data)
    for item in policy.data:
        derived.difference_update(item.parts)
    return derived
