"""The facts of a policy as members of the JSON file: every row of the IR by its id, with what P3P makes of it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from ...ir import Ground, Group, Party, Practice, Recipient
from ...vocab import Concept
from . import purposes, recipients
from .data import retention, rows
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
# Fields that are called otherwise in the file.
_NAMES = {"grounds": "basis"}
_ABROAD = ("provisions", "entrustments", "transmissions")
# Tables whose rows stand in a member of the same name as they are.
_PLAIN = (
    "groups",
    "rights",
    "procedures",
    "safeguards",
    "contacts",
    "events",
    "amendments",
    "delegations",
    "frames",
    "entries",
    "disclosures",
)


class _Form(NamedTuple):
    """How a kind of row is written: its fields as members of the JSON; those that are neither texts nor numbers; and whether
    any is a number, of which 0 and False are not empty, but say something."""

    members: tuple[str, ...]
    structured: tuple[str, ...]
    numbers: bool


def fact(row: NamedTuple) -> dict[str, Any]:
    """A row as plain data: its fields in camel case, without those that are empty."""
    form = _form(type(row))
    pairs = zip(form.members, row, strict=True)
    made: dict[str, Any] = (
        {name: value for name, value in pairs if value or isinstance(value, int)}
        if form.numbers
        else {name: value for name, value in pairs if value}
    )
    for name in form.structured:
        if name in made:
            made[name] = _plain(made[name])
    if "details" in made:
        made["details"] = [{"name": key, "value": said} for key, said in made["details"]]
    return made


@cache
def _form(kind: type[NamedTuple]) -> _Form:
    types = {_NAMES.get(field) or _camel(field): type_ for field, type_ in kind.__annotations__.items()}
    structured = tuple(name for name, type_ in types.items() if type_ not in (str, int, bool))
    return _Form(tuple(types), structured, bool({int, bool} & set(types.values())))


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def facts(known: Tables) -> dict[str, Any]:
    """All facts by member: operator, parties, subjects, data, purposes, recipients, practices by action, and the rest."""
    policy = known.policy
    parties = [fact(row) for row in policy.parties]
    elements = recipients.elements(known)
    made: dict[str, Any] = {
        "operator": next((row for row in parties if row["id"] == policy.operator), None),
        "parties": [row for row in parties if row["id"] != policy.operator],
        "subjects": [fact(row) for row in policy.people],
        "data": [{**fact(row), "p3p": rows(dict.fromkeys(known.keys[row.id]), [row.text])} for row in policy.data],
        "purposes": [
            {**fact(row), "p3p": purposes.elements(row), "fit": worst([c.p3p_fit for c in row.concepts])}
            for row in policy.purposes
        ],
        "recipients": [
            {**_placed(row), "p3p": elements[row.id], "fit": worst([c.p3p_fit for c in row.concepts])}
            for row in policy.recipients
        ],
    }
    for member in ("uses", *_MEMBERS.values()):
        made[member] = []
    for practice in policy.practices:
        member = _MEMBERS.get(practice.action, "uses")
        made[member].append(_practice(practice, member, known))
    for table in _PLAIN:
        made[table] = [fact(row) for row in _table(policy, table)]
    made["retentions"] = [{**fact(row), "p3p": retention(row)} for row in policy.retentions]
    made["silences"] = [fact(row) for row in policy.silences]
    made["terms"] = [fact(row) for row in policy.terms]
    made["places"] = [fact(row) for row in policy.places]
    return made


def _placed(row: Recipient) -> dict[str, Any]:
    """A recipient; where it is only as far as the page says it."""
    made = fact(row._replace(elsewhere=()))
    if not row.abroad and not row.countries:
        del made["abroad"]
    return made


def _practice(practice: Practice, member: str, known: Tables) -> dict[str, Any]:
    """A practice; what it takes from a clause as a whole is named by that clause in `purposesOf`."""
    aims = known.aims[practice.id]
    made = fact(practice._replace(purposes=tuple(aims.own), purposes_of="", scope=""))
    if aims.clauses:
        made["purposesOf"] = [{"clause": clause, "scope": scope} for clause, scope in aims.clauses]
    if member in _ABROAD and (foreign := _foreign(practice, known)) is not None:
        made["foreign"] = foreign
    if member == "provisions":
        consents = [ground for ground in practice.grounds if is_consent(ground)]
        made["consent"] = bool(consents)
        made["consentByTerms"] = any(is_by_terms(ground) for ground in consents)
    return made


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


def _table(policy: NamedTuple, name: str) -> Iterable[NamedTuple]:
    table: Iterable[NamedTuple] = getattr(policy, name)
    return table


def _plain(value: object) -> Any:
    if isinstance(value, Concept):
        return _concept(value)
    if isinstance(value, Ground):
        return fact(value)
    if isinstance(value, tuple):
        return list(value) if isinstance(value[0], str) else [_plain(inner) for inner in value]
    return value


def _concept(concept: Concept) -> dict[str, Any]:
    """A vocabulary row: what it is called, and how near P3P comes to it."""
    made: dict[str, Any] = {"id": concept.id, "label": concept.ja, "fit": concept.p3p_fit}
    if concept.p3p_note:
        made["note"] = concept.p3p_note
    if concept.article:
        made["article"] = concept.article
    if concept.sensitive:
        made["sensitive"] = True
    return made
