"""Guideline 3-6-3(3): joint users and processors, who is responsible among the users, and whether one can tell who they are."""

from __future__ import annotations

import re

from ... import facts
from ...facts.identifiers import of_field, of_value
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row


def processor_and_user(reading: Reading, row: Row | None) -> Verdict:
    """Stated when a joint user is a processor as well."""
    assert row is not None
    practice = reading.practices.get(row.node)
    known = {party.id for party in reading.policy.parties} if reading.processors else set()
    both = [id_ for id_ in practice.recipients if id_ in reading.processors and id_ in known] if practice else []
    if not both:
        return Verdict(MISSING)
    users = of_field(row.node, "users")
    return Verdict(facts.STATED, ((of_value(users, both[0]), users, row.node),), lacking=tuple(both))


def responsible_outside(reading: Reading, row: Row | None) -> Verdict:
    """Stated when who is responsible is not among the users, all of whom are known. Of the operator the next one tells."""
    practice = _known_users(reading, row)
    if practice is None or practice.responsible in ("", reading.policy.operator, *practice.recipients):
        return Verdict(MISSING)
    return _at(practice.id, "responsible", practice.responsible)


def operator_outside(reading: Reading, row: Row | None) -> Verdict:
    """Stated when the operator is not among the users, all of whom are known."""
    practice = _known_users(reading, row)
    operator = reading.policy.operator
    if practice is None or not operator or operator in practice.recipients:
        return Verdict(MISSING)
    return _at(practice.id, "users", operator)


def _known_users(reading: Reading, row: Row | None) -> facts.Practice | None:
    """The joint use of a row, where each of its users is an organisation: a group may have anyone in it."""
    assert row is not None
    practice = reading.practices.get(row.node)
    known = {party.id for party in reading.policy.parties}
    return practice if practice and practice.recipients and known.issuperset(practice.recipients) else None


# What tells who belongs to a group, in a sentence that names it: firms, where they are listed, or what the name stands for.
_TELLS = re.compile(
    "(?:株式|合同|有限|合資|合名)会社|法人|掲載|掲示|記載|列挙|一覧|リスト|別表|別紙|次の|下記|以下|総称|いいます|をいう|構成"
)


def group_unknown(reading: Reading, row: Row | None) -> Verdict:
    """Stated when a joint user is a group of which neither the source nor the page tells who belongs to it."""
    assert row is not None
    practice = reading.practices.get(row.node)
    groups = {group.id: group for group in reading.policy.groups}
    operator = "|".join(
        re.escape(party.name) for party in reading.policy.parties if party.id == reading.policy.operator
    )
    # 株式会社みほん販売 is another firm than 株式会社みほん.
    itself = re.compile(f"(?:{operator})(?![一-龥ァ-ヶー])" if operator else "(?!)")
    for id_ in practice.recipients if practice else ():
        group = groups.get(id_)
        # Of a group the facts has the list and the members that the page tells.
        if group is None or group.listed_at or group.members:
            continue
        about = [itself.sub("", s.text) for s in reading.sentences if group.name in s.text]
        if not any(map(_TELLS.search, about)):
            return _at(row.node, "users", id_)
    return Verdict(MISSING)


def _at(node: str, field: str, what: str) -> Verdict:
    whole = of_field(node, field)
    return Verdict(facts.STATED, ((of_value(whole, what), whole, node),), lacking=(what,))
