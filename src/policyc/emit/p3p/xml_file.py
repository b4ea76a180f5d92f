"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any

from .element import STEP, around, document, empty, said
from .extension import NAMESPACE as APPI
from .extension import members, practices
from .facts import Facts
from .statement_text import Statement

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"


# The indents by depth: of the POLICY, of what stands in it, and so on.
_1, _2, _3, _4 = (n * STEP for n in range(1, 5))


def policies(made: dict[str, Any], statements: list[Statement], facts: Facts, strict: bool) -> str:
    """The POLICIES file with its one POLICY (REC 3.2); `strict` leaves the extensions out."""
    p3p = made["p3p"]
    data = [said(_4, "DATA", one["text"], {"ref": one["ref"]}) for one in p3p["entity"]]
    inside = around(_2, "ENTITY", around(_3, "DATA-GROUP", data))
    access = [empty(_3, p3p["access"]["value"])]
    if not strict and not p3p["access"]["stated"]:
        access += _extension(_3, [empty(_4, "appi:access", {"stated": "no"})])
    inside += around(_2, "ACCESS", access)
    if p3p["disputes"]:
        inside += around(_2, "DISPUTES-GROUP", [line for row in p3p["disputes"] for line in _dispute(row)])
    left = dict(facts.practices)
    for statement in statements:
        own = statement.lines
        if not strict:
            own = own + _extension(_3, practices(statement.practices, left))
        inside += around(_2, "STATEMENT", own)
    if not strict:
        inside += _extension(_2, members(made["document"], facts, left))
    head = {"name": p3p["name"], "discuri": p3p["discuri"]}
    if "opturi" in p3p:
        head["opturi"] = p3p["opturi"]
    policy = around(_1, "POLICY", inside, head | {"xml:lang": "ja"})
    names = {"xmlns": NAMESPACE, "xml:lang": "ja"} | ({} if strict else {"xmlns:appi": APPI})
    expiry = empty(_1, "EXPIRY", {"max-age": str(p3p["expiry"]["maxAge"])})
    return document(around("", "POLICIES", [expiry, *policy], names))


def _extension(indent: str, inside: list[str]) -> list[str]:
    return around(indent, "EXTENSION", inside, {"optional": "yes"})


def _dispute(row: dict[str, Any]) -> list[str]:
    head = {"resolution-type": row["resolutionType"], "service": row["service"]}
    more = [said(_4, "LONG-DESCRIPTION", row["longDescription"])] if "longDescription" in row else []
    return around(_3, "DISPUTES", more, head | {"short-description": row["shortDescription"]})
