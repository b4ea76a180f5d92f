"""The facts of a policy: every row of the IR by its id, as members of the JSON file and as elements of the extension."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, NamedTuple

from ...ir import DataItem, Group, Party, Practice, Purpose, Recipient, Retention
from ..encode import string
from . import recipients
from .data import json as data_json
from .data import retention
from .element import attribute
from .forms import INDENT, INNER, Form, element, form, kebab, strings, written
from .lines import listed
from .tables import Tables, is_by_terms, is_consent, worst

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
_ABROAD = ("provisions", "entrustments", "transmissions")
# Members that hold practices, and what the element of one is called.
_PRACTICES = {
    "uses": "use",
    "collections": "collection",
    "provisions": "third-party-provision",
    "entrustments": "entrustment",
    "jointUses": "joint-use",
    "transmissions": "external-transmission",
}
# Tables whose rows stand in a member of the same name as they are, and what the element of one is called.
_PLAIN = {
    "groups": "group",
    "rights": "right",
    "procedures": "procedure",
    "safeguards": "safeguard",
    "contacts": "contact",
    "events": "event",
    "amendments": "amendment",
    "delegations": "delegation",
    "frames": "frame",
    "entries": "entry",
    "disclosures": "disclosure",
}
_LAST = {"silences": "silence", "terms": "term", "places": "place"}
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


class _Row(NamedTuple):
    """A fact: its id, its line in the JSON, and its element."""

    id: str
    json: str
    xml: str


def all_facts(known: Tables) -> Facts:
    """All facts: operator, parties, subjects, data, purposes, recipients, practices by action, and the rest."""
    policy = known.policy
    made = {
        "parties": _rows("party", [row for row in policy.parties if row.id != policy.operator]),
        "subjects": _rows("subject", policy.people),
        "data": [_data(row, known) for row in policy.data],
        "purposes": [_purpose(row, known) for row in policy.purposes],
        "recipients": _recipients(known),
    }
    for member in _PRACTICES:
        made[member] = []
    for practice in policy.practices:
        member = _MEMBERS.get(practice.action, "uses")
        made[member].append(_practice(practice, member, known))
    for table, name in _PLAIN.items():
        made[table] = _rows(name, getattr(policy, table))
    made["retentions"] = [_retention(row) for row in policy.retentions]
    made |= {table: _rows(name, getattr(policy, table)) for table, name in _LAST.items()}
    operator = next(row for row in policy.parties if row.id == policy.operator)
    # It is one row: in the JSON each of its members has a line.
    divided = written(operator, form(Party, between="\n    ")).json
    members = [f'  "operator": {{{divided[1:]}\n  }}']
    members += [listed(member, [row.json for row in rows]) for member, rows in made.items()]
    return Facts(
        members,
        _row(operator, form(Party), "operator").xml,
        {row.id: row.xml for member in _PRACTICES for row in made[member]},
        [row.xml for member in _ORDER for row in made[member]],
    )


def _rows(name: str, table: Sequence[NamedTuple]) -> list[_Row]:
    """Rows that are written as they are."""
    if not table:
        return []
    as_ = form(type(table[0]))
    return [_row(row, as_, name) for row in table]


def _row(row: Any, as_: Form, name: str, more: str = "") -> _Row:
    """A row, and `more` members that only the JSON has: how P3P says it, and how near that comes."""
    json, head, inside = written(row, as_)
    return _made(row.id, json + more, name, head, inside)


def _made(id_: str, json: str, name: str, head: str, inside: str) -> _Row:
    return tuple.__new__(_Row, (id_, f"{{{json[2:]}}}", element(INDENT, name, head, inside)))


def _data(row: DataItem, known: Tables) -> _Row:
    return _row(row, form(DataItem), "data-item", f', "p3p": {data_json(known.keys[row.id], row.text)}')


def _purpose(row: Purpose, known: Tables) -> _Row:
    fit = worst([concept.p3p_fit for concept in row.concepts])
    return _row(row, form(Purpose), "purpose", f', "p3p": {strings(known.terms[row.id])}, "fit": "{fit}"')


def _recipients(known: Tables) -> list[_Row]:
    """The recipients; where they are only as far as the page says it."""
    used = recipients.elements(known)
    said, silent = form(Recipient, ("elsewhere",)), form(Recipient, ("elsewhere", "abroad"))
    found = []
    for row in known.policy.recipients:
        fit = worst([concept.p3p_fit for concept in row.concepts])
        more = f', "p3p": {strings(used[row.id])}, "fit": "{fit}"'
        found.append(_row(row, said if row.abroad or row.countries else silent, "recipient", more))
    return found


def _retention(row: Retention) -> _Row:
    return _row(row, form(Retention), "retention", f', "p3p": "{retention(row)}"')


def _practice(practice: Practice, member: str, known: Tables) -> _Row:
    """A practice; what it takes from a clause as a whole is named by that clause in `purposesOf`."""
    aims = known.aims[practice.id]
    row = practice if len(aims.own) == len(practice.purposes) else practice._replace(purposes=tuple(aims.own))
    json, head, inside = written(row, form(Practice, ("purposes_of", "scope")))
    if aims.clauses:
        named = [f'{{"clause": {string(clause)}, "scope": {string(scope)}}}' for clause, scope in aims.clauses]
        json += f', "purposesOf": [{", ".join(named)}]'
        for clause, scope in aims.clauses:
            inside += f'\n{INNER}<appi:purposes-of clause="{attribute(clause)}" scope="{attribute(scope)}" />'
    answers: dict[str, bool] = {}
    if member in _ABROAD and (foreign := _foreign(practice, known)) is not None:
        answers["foreign"] = foreign
    if member == "provisions":
        consents = [ground for ground in practice.grounds if is_consent(ground)]
        answers["consent"] = bool(consents)
        answers["consentByTerms"] = any(is_by_terms(ground) for ground in consents)
    for name, answer in answers.items():
        json += f', "{name}": {"true" if answer else "false"}'
        head += f' {kebab(name)}="{"yes" if answer else "no"}"'
    return _made(practice.id, json, _PRACTICES[member], head, inside)


def _foreign(practice: Practice, known: Tables) -> bool | None:
    """Whether some receiver is said to be outside Japan (APPI art. 28), or all are said to be in it; None where the page
    says neither."""
    countries = {value for name, value in practice.details if name == "country"}
    receivers = [known.receivers[id_] for id_ in practice.recipients if id_ in known.receivers]
    for receiver in receivers:
        if isinstance(receiver, Party):
            countries.add(receiver.country)
        elif isinstance(receiver, Group):
            members = (known.receivers.get(id_) for id_ in receiver.members)
            countries.update(member.country for member in members if isinstance(member, Party))
        else:
            countries.update(receiver.countries or {"abroad" if receiver.abroad else ""})
    if countries - {"", "JP"}:
        return True
    return False if countries == {"JP"} and receivers else None
