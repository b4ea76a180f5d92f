"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any

from .element import STEP, around, document, empty, said
from .extension import NAMESPACE as APPI
from .extension import members, practices
from .facts import Facts

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"


# The indents by depth: of the POLICY, of what stands in it, and so on.
_1, _2, _3, _4, _5, _6 = (n * STEP for n in range(1, 7))


def policies(made: dict[str, Any], facts: Facts, strict: bool) -> str:
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
    for statement in p3p["statements"]:
        own = _statement(statement)
        if not strict:
            own += _extension(_3, practices(statement["practices"], left))
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


def _statement(row: dict[str, Any]) -> list[str]:
    """What stands inside a STATEMENT."""
    made = [said(_3, "CONSEQUENCE", row["consequence"])]
    made += around(_3, "PURPOSE", [_worded(_4, one) for one in row["purposes"]])
    receivers: list[str] = []
    for one in row["recipients"]:
        descriptions = one.get("descriptions")
        if descriptions:
            inside = [said(_5, "recipient-description", text) for text in descriptions]
            receivers += around(_4, one["element"], inside, _required(one))
        else:
            receivers.append(_bare(_4, one["element"], one.get("required", "")))
    made += around(_3, "RECIPIENT", receivers)
    made += around(_3, "RETENTION", [_bare(_4, row["retention"])])
    # References and categories are words of P3P: there is nothing in them that XML writes otherwise.
    data: list[str] = []
    for one in row["data"]:
        head = f'{_4}<DATA ref="{one["ref"]}"'
        if "categories" in one:
            data += (f"{head}>", f"{_5}<CATEGORIES>", *[_worded(_6, category) for category in one["categories"]])
            data += (f"{_5}</CATEGORIES>", f"{_4}</DATA>")
        else:
            data.append(f"{head} />")
    return made + around(_3, "DATA-GROUP", data)


def _worded(indent: str, row: dict[str, Any]) -> str:
    """An element with its text, if it has one."""
    if "text" in row:
        return said(indent, row["element"], row["text"], _required(row))
    return _bare(indent, row["element"], row.get("required", ""))


def _bare(indent: str, element: str, required: str = "") -> str:
    """An element of P3P without a text."""
    return f'{indent}<{element} required="{required}" />' if required else f"{indent}<{element} />"


def _required(row: dict[str, Any]) -> dict[str, str]:
    return {"required": row["required"]} if "required" in row else {}
