"""The APPI facts of the intermediate form as elements of an EXTENSION: each member of the JSON, by one rule.

They are most of the file, and all alike: each is written as lines at once, without an `Element` of its own.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

from .element import Element, attribute, content

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
_STEP = "  "

Practices = dict[str, tuple[str, dict[str, Any]]]


def practices(document: dict[str, Any]) -> Practices:
    """Every practice by its id, with the name of its element."""
    return {row["id"]: (name, row) for member, name in _PRACTICES.items() for row in document[member]}


def rows(extension: Element, ids: list[str], known: Practices) -> None:
    """Write the practices of a statement, taking them out of `known`; one that was written before is only named."""
    for id_ in ids:
        name, row = known.pop(id_, ("practice", {"ref": id_}))
        _element(extension.lines, "", name, row)


def members(extension: Element, document: dict[str, Any], left: Practices) -> None:
    """Write what belongs to the policy as a whole, and the practices that no statement carries."""
    inside: list[str] = []
    _element(inside, _STEP, "operator", document["operator"])
    for name, row in left.values():
        _element(inside, _STEP, name, row)
    for member, name in _MEMBERS.items():
        for row in document[member]:
            _element(inside, _STEP, name, row)
    _element(extension.lines, "", "policy", document["document"], inside)


def _element(lines: list[str], indent: str, name: str, row: dict[str, Any], more: list[str] | None = None) -> None:
    """A row: plain members are attributes, `text` is content of its own, rows inside are elements inside, then `more`."""
    head = f"{indent}<appi:{name}"
    inside: list[str] = []
    inner = indent + _STEP
    for key, value in row.items():
        if key in _LEFT_OUT:
            continue
        if key == "text":
            inside.append(f"{inner}<appi:text>{content(value)}</appi:text>")
        elif isinstance(value, str):
            head += f' {_kebab(key)}="{attribute(value)}"'
        elif isinstance(value, dict):
            _element(inside, inner, _kebab(key), value)
        elif key == "address":
            # Its parts may hold spaces; all other plain lists are of ids or words.
            inside += [f"{inner}<appi:address>{content(part)}</appi:address>" for part in value]
        elif isinstance(value, list) and value and isinstance(value[0], dict):
            for one in value:
                _element(inside, inner, _INNER.get(key) or _kebab(key), one)
        else:
            head += f' {_kebab(key)}="{attribute(_plain(value))}"'
    inside += more or ()
    if inside:
        lines.append(head + ">")
        lines += inside
        lines.append(f"{indent}</appi:{name}>")
    else:
        lines.append(head + " />")


def _plain(value: list[str] | bool | int) -> str:
    """A value that is no text as the value of an attribute."""
    if isinstance(value, list):
        return " ".join(value)
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@cache
def _kebab(name: str) -> str:
    return _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)
