"""The APPI facts of the intermediate form as elements of an EXTENSION: each member of the JSON, by one rule."""

from __future__ import annotations

import re
from typing import Any

from .element import Element

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


def rows(extension: Element, ids: list[str], known: Practices) -> None:
    """Write the practices of a statement, taking them out of `known`; one that was written before is only named."""
    for id_ in ids:
        name, row = known.pop(id_, ("practice", {"ref": id_}))
        _element(extension, name, row)


def members(extension: Element, document: dict[str, Any], left: Practices) -> None:
    """Write what belongs to the policy as a whole, and the practices that no statement carries."""
    policy = _element(extension, "policy", document["document"])
    _element(policy, "operator", document["operator"])
    for name, row in left.values():
        _element(policy, name, row)
    for member, name in _MEMBERS.items():
        for row in document[member]:
            _element(policy, name, row)


def _element(parent: Element, name: str, row: dict[str, Any]) -> Element:
    """A row: plain members are attributes, `text` is content of its own, rows inside are elements inside."""
    made = parent.add(f"appi:{name}")
    for key, value in row.items():
        if key in _LEFT_OUT:
            continue
        if isinstance(value, str):
            if key == "text":
                made.add("appi:text", text=value)
            else:
                made.attributes[_kebab(key)] = value
        elif isinstance(value, bool):
            made.attributes[_kebab(key)] = "yes" if value else "no"
        elif isinstance(value, dict):
            _element(made, _kebab(key), value)
        elif isinstance(value, list):
            _list(made, key, value)
        else:
            made.attributes[_kebab(key)] = str(value)
    return made


def _list(parent: Element, key: str, values: list[Any]) -> None:
    if key == "address":
        # Its parts may hold spaces; all other plain lists are of ids or words.
        for part in values:
            parent.add("appi:address", text=part)
    elif values and isinstance(values[0], dict):
        for inner in values:
            _element(parent, _INNER.get(key) or _kebab(key), inner)
    else:
        parent.attributes[_kebab(key)] = " ".join(values)


_names: dict[str, str] = {}


def _kebab(name: str) -> str:
    found = _names.get(name)
    if found is None:
        found = _names[name] = _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)
    return found
