"""The index of a site as JSON: its groups, their entries and addresses, with a JSON Schema.

For programs that follow a site's legal pages: a menu, a link checker, a crawler. What the file holds: README.md.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from ...compose.page import Page
from ...facts import TABLES, Entry, Policy
from .. import NONE_FIT, Emission, Loss, Target
from .lines import dumps

__all__ = ["FILE", "SCHEMA", "TARGET", "emit"]

FILE = "index.json"
SCHEMA = "https://example.org/ns/policyc/schema/site-index-1.schema.json"
_ENTRIES = "the index of a site has its entries, and the name of its operator"
# Of the operator: what the index has, and what is no statement of the page.
_OF_OPERATOR = ("id", "name", "origin", "unsaid")
FORMAT, VERSION = "policyc-site-index", "1.0"


def document(policy: Policy) -> dict[str, Any]:
    """The whole JSON document as plain data; the models beside this module describe it."""
    about: dict[str, Any] = {"id": policy.id, "title": policy.title, "url": policy.url}
    if policy.version:
        about["version"] = policy.version
    if policy.replaces:
        about["replaces"] = policy.replaces
    operator = next((row for row in policy.parties if row.id == policy.operator), None)
    if operator is not None:
        about["operator"] = {"id": operator.id, "name": operator.name}
    about |= {"language": "ja", "origin": policy.origin}
    below: dict[str, list[Entry]] = {}
    for row in policy.entries:
        below.setdefault(row.parent or row.clause, []).append(row)
    places = (place for place in policy.places if place.id in below)
    groups = [{"id": one.id, "title": one.heading, "entries": _entries(one.id, below)} for one in places]
    return {"$schema": SCHEMA, "format": FORMAT, "version": VERSION, "document": about, "groups": groups}


def _entries(above: str, below: Mapping[str, list[Entry]]) -> list[dict[str, Any]]:
    found = []
    for row in below[above]:
        entry = {"id": row.id, "label": row.text, "url": row.url}
        if row.document:
            entry["document"] = row.document
        found.append(entry | ({"entries": _entries(row.id, below)} if row.id in below else {}))
    return found


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The target's function: it reads only the facts."""
    return Emission({FILE: dumps(document(policy))}, _losses(policy))


def _losses(policy: Policy) -> list[Loss]:
    """What else the page states: rows that are no entries, and all of the operator but its name."""
    found = [Loss("index", policy.id, "subjects", NONE_FIT, _ENTRIES)] if policy.subjects else []
    for table in TABLES:
        for row in getattr(policy, table) if table != "entries" else ():
            if table != "parties" or row.id != policy.operator:
                found.append(Loss("index", row.id, table, NONE_FIT, _ENTRIES))
                continue
            told = (field for field in row._fields if field not in _OF_OPERATOR and getattr(row, field))
            found += [Loss("index", row.id, field.replace("_", "-"), NONE_FIT, _ENTRIES) for field in told]
    return found


TARGET = Target("index", {FILE: "application/json"}, emit, frozenset(("site-index",)))
