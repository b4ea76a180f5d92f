"""The facts of a policy: every row of the IR by its id, as members of the JSON file and as elements of the extension."""

from __future__ import annotations

from collections.abc import Callable, Sequence
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
    Recipient,
    Retention,
    Right,
    Safeguard,
    Silence,
    Subject,
    Term,
)
from ..encode import string
from . import recipients
from .data import retention
from .element import attribute, is_plain
from .forms import INNER, Form, Pair, element, kebab, strings
from .lines import listed
from .tables import Tables, is_by_terms, is_consent, worst
from .things import item, purpose

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
# The forms of practices, by the member that they stand in. What a practice takes from a clause as a whole is written anew.
_PRACTICES = {
    member: Form(Practice, name, ("purposes_of", "scope"))
    for member, name in (
        ("uses", "use"),
        ("collections", "collection"),
        ("provisions", "third-party-provision"),
        ("entrustments", "entrustment"),
        ("jointUses", "joint-use"),
        ("transmissions", "external-transmission"),
    )
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
_OPERATOR, _DIVIDED = Form(Party, "operator"), Form(Party, "operator", between="\n    ")
_PARTY, _SUBJECT, _RETENTION = Form(Party, "party"), Form(Subject, "subject"), Form(Retention, "retention")
# Where recipients are is written only as far as the page says it.
_RECIPIENT = Form(Recipient, "recipient", ("elsewhere",))
_ANYWHERE = Form(Recipient, "recipient", ("elsewhere", "abroad"))
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
            self.elements[member] = []
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
    to.members.append(f'  "operator": {{{_DIVIDED.written(operator, False)[0][1:]}\n  }}')
    to.table("parties", [row for row in policy.parties if row.id != policy.operator], _PARTY.pair)
    to.table("subjects", policy.people, _SUBJECT.pair)
    to.table("data", policy.data, lambda row, plain: item(row, known, plain))
    to.table("purposes", policy.purposes, lambda row, plain: purpose(row, known, plain))
    to.table("recipients", policy.recipients, lambda row, plain: _recipient(row, used[row.id], plain))
    practices: dict[str, list[Practice]] = {member: [] for member in _PRACTICES}
    for practice in policy.practices:
        practices[_MEMBERS.get(practice.action, "uses")].append(practice)
    for member, rows in practices.items():
        to.table(member, rows, lambda row, plain, member=member: _practice(row, member, known, plain))  # type: ignore[misc]
    for table, form in _PLAIN.items():
        to.table(table, getattr(policy, table), form.pair)
    to.table("retentions", policy.retentions, _retention)
    for table, form in _LAST.items():
        to.table(table, getattr(policy, table), form.pair)
    return Facts(
        to.members,
        _OPERATOR.pair(operator, False)[1],
        {row.id: xml for member, rows in practices.items() for row, xml in zip(rows, to.elements[member], strict=True)},
        [xml for member in _ORDER for xml in to.elements[member]],
    )


def _recipient(row: Recipient, used: list[str], plain: bool) -> Pair:
    form = _RECIPIENT if row.abroad or row.countries else _ANYWHERE
    json, head, inside = form.written(row, plain)
    fit = worst([concept.p3p_fit for concept in row.concepts])
    return f'{{{json[2:]}, "p3p": {strings(used)}, "fit": "{fit}"}}', element(form.name, head, inside)


def _retention(row: Retention, plain: bool) -> Pair:
    json, head, inside = _RETENTION.written(row, plain)
    return f'{{{json[2:]}, "p3p": "{retention(row)}"}}', element(_RETENTION.name, head, inside)


def _practice(practice: Practice, member: str, known: Tables, plain: bool) -> Pair:
    """A practice; what it takes from a clause as a whole is named by that clause in `purposesOf`."""
    form = _PRACTICES[member]
    aims = known.aims[practice.id]
    row = practice if len(aims.own) == len(practice.purposes) else practice._replace(purposes=tuple(aims.own))
    json, head, inside = form.written(row, plain)
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
    return f"{{{json[2:]}}}", element(form.name, head, inside)


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
