"""The APPI facts of the intermediate form as elements of an EXTENSION: each member of the JSON, by one rule.

They are most of the file, and all alike: each is written at its place at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import cache
from operator import itemgetter
from typing import Any, NamedTuple

from .element import STEP, attribute, content

NAMESPACE = "https://example.org/ns/policyc/p3p-appi#"

# Members that hold practices, and what one of them is called; they stand in the EXTENSION of their statement.
_PRACTICES = {
    "uses": "use",
    "collections": "collection",
    "provisions": "third-party-provision",
    "entrustments": "entrustment",
    "jointUses": "joint-use",
    "transmissions": "external-transmission",
}
_MEMBERS = {
    "parties": "party",
    "groups": "group",
    "subjects": "subject",
    "data": "data-item",
    "purposes": "purpose",
    "recipients": "recipient",
    "rights": "right",
    "procedures": "procedure",
    "safeguards": "safeguard",
    "retentions": "retention",
    "contacts": "contact",
    "events": "event",
    "amendments": "amendment",
    "delegations": "delegation",
    "frames": "frame",
    "silences": "silence",
    "terms": "term",
    "entries": "entry",
    "disclosures": "disclosure",
    "places": "place",
}
_INNER = {"basis": "ground", "exceptions": "exception", "details": "detail"}
# What the elements around an EXTENSION say themselves, remarks on it, and what only the JSON file carries: the rows of
# the vocabulary behind a fact, with their fit.
_LEFT_OUT = frozenset(("p3p", "note", "concepts", "fit"))
_UPPER = re.compile("[A-Z]")

Practices = dict[str, tuple[str, dict[str, Any]]]


def practices(document: dict[str, Any]) -> Practices:
    """Every practice by its id, with the name of its element."""
    return {row["id"]: (name, row) for member, name in _PRACTICES.items() for row in document[member]}


def rows(indent: str, ids: list[str], known: Practices, plain: bool) -> list[str]:
    """The practices of a statement, taken out of `known`; one that was written before is only named."""
    lines: list[str] = []
    for id_ in ids:
        name, row = known.pop(id_, ("practice", {"ref": id_}))
        _element(lines, indent, name, row, plain)
    return lines


def members(indent: str, document: dict[str, Any], left: Practices, plain: bool) -> list[str]:
    """What belongs to the policy as a whole, and the practices that no statement carries."""
    inside: list[str] = []
    inner = indent + STEP
    _element(inside, inner, "operator", document["operator"], plain)
    for name, row in left.values():
        _element(inside, inner, name, row, plain)
    for member, name in _MEMBERS.items():
        for row in document[member]:
            _element(inside, inner, name, row, plain)
    lines: list[str] = []
    _element(lines, indent, "policy", document["document"], plain, inside)
    return lines


class _Form(NamedTuple):
    """How rows of one form are written: the start tag with a `%s` for each attribute, the members that these are, those
    among them that are no texts (by their place, with how each is said), and the members that are elements inside."""

    start: str
    attributes: Callable[[dict[str, Any]], tuple[Any, ...]]
    said: tuple[tuple[int, Callable[[Any], str]], ...]
    inside: tuple[str, ...]


# By the name of the element, the members and their types: the rows of a file have a few dozen forms. Whether a list holds
# rows or words is told by its name.
_forms: dict[tuple[Any, ...], _Form] = {}


def _form(name: str, row: dict[str, Any]) -> _Form:
    attributes: list[str] = []
    inside: list[str] = []
    said: list[tuple[int, Callable[[Any], str]]] = []
    for key, value in row.items():
        rows_inside = isinstance(value, dict) or (isinstance(value, list) and value and isinstance(value[0], dict))
        if key in _LEFT_OUT:
            continue
        if rows_inside or key in ("text", "address"):
            inside.append(key)
            continue
        if not isinstance(value, str):
            said.append((len(attributes), _words if isinstance(value, list) else _plain))
        attributes.append(key)
    start = f"<appi:{name}" + "".join([f' {_kebab(key)}="%s"' for key in attributes])
    return _Form(start, _values(attributes), tuple(said), tuple(inside))


def _element(
    lines: list[str], indent: str, name: str, row: dict[str, Any], plain: bool, more: list[str] | None = None
) -> None:
    """A row: plain members are attributes, `text` is content of its own, rows inside are elements inside, then `more`."""
    key = (name, *row, *map(type, row.values()))
    form = _forms.get(key)
    if form is None:
        form = _forms[key] = _form(name, row)
    values = form.attributes(row)
    if form.said:
        values = _said(values, form.said)
    head = indent + form.start % (values if plain else tuple(map(attribute, values)))
    if not form.inside and not more:
        lines.append(head + " />")
        return
    inside: list[str] = []
    for member in form.inside:
        _inside(inside, indent + STEP, member, row[member], plain)
    inside += more or ()
    if inside:
        lines.append(head + ">")
        lines += inside
        lines.append(f"{indent}</appi:{name}>")
    else:
        lines.append(head + " />")


def _values(members: list[str]) -> Callable[[dict[str, Any]], tuple[Any, ...]]:
    """What takes the values of these members out of a row."""
    if len(members) > 1:
        return itemgetter(*members)
    return lambda row: tuple(row[member] for member in members)


def _said(values: tuple[Any, ...], sayers: tuple[tuple[int, Callable[[Any], str]], ...]) -> tuple[Any, ...]:
    """The values with those that are no texts as texts."""
    found = list(values)
    for at, say in sayers:
        found[at] = say(found[at])
    return tuple(found)


def _inside(lines: list[str], indent: str, member: str, value: Any, plain: bool) -> None:
    """A member of a row that is an element inside, or several."""
    if isinstance(value, str):
        lines.append(f"{indent}<appi:{member}>{value if plain else content(value)}</appi:{member}>")
    elif isinstance(value, dict):
        _element(lines, indent, _kebab(member), value, plain)
    else:
        name = _INNER.get(member) or _kebab(member)
        for one in value:
            if isinstance(one, str):
                # The parts of an address: they may hold spaces. All other plain lists are of ids or words.
                _inside(lines, indent, member, one, plain)
            else:
                _element(lines, indent, name, one, plain)


def _words(value: list[str]) -> str:
    """A list of ids or words as the value of an attribute."""
    return " ".join(value)


def _plain(value: bool | int) -> str:
    """A truth or a number as the value of an attribute."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@cache
def _kebab(name: str) -> str:
    return _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)
