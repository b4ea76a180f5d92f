"""The APPI facts of the intermediate form as elements of an EXTENSION: each member of the JSON, by one rule.

They are most of the file, and all alike: each is written at its place at once.
"""

from __future__ import annotations

import re
from functools import cache
from typing import Any

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


def _element(
    lines: list[str], indent: str, name: str, row: dict[str, Any], plain: bool, more: list[str] | None = None
) -> None:
    """A row: plain members are attributes, `text` is content of its own, rows inside are elements inside, then `more`."""
    head = f"{indent}<appi:{name}"
    inside: list[str] = []
    for key, value in row.items():
        if key in _LEFT_OUT:
            continue
        if isinstance(value, str):
            if key == "text":
                inside.append(f"{indent}{STEP}<appi:text>{value if plain else content(value)}</appi:text>")
            else:
                head += f'{_opening(key)}{value if plain else attribute(value)}"'
        elif isinstance(value, dict):
            _element(inside, indent + STEP, _kebab(key), value, plain)
        elif not isinstance(value, list):
            head += f'{_opening(key)}{_plain(value)}"'
        elif key == "address":
            # Its parts may hold spaces; all other plain lists are of ids or words.
            inside += [f"{indent}{STEP}<appi:address>{content(part)}</appi:address>" for part in value]
        elif value and isinstance(value[0], dict):
            for one in value:
                _element(inside, indent + STEP, _INNER.get(key) or _kebab(key), one, plain)
        else:
            head += f'{_opening(key)}{attribute(" ".join(value))}"'
    inside += more or ()
    if inside:
        lines.append(head + ">")
        lines += inside
        lines.append(f"{indent}</appi:{name}>")
    else:
        lines.append(head + " />")


def _plain(value: bool | int) -> str:
    """A truth or a number as the value of an attribute."""
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


@cache
def _opening(name: str) -> str:
    """How the attribute of a member begins."""
    return f' {_kebab(name)}="'


@cache
def _kebab(name: str) -> str:
    return _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)
