"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any

from .element import Element
from .element import document as written
from .extension import NAMESPACE as APPI
from .extension import members, practices, rows

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"


def policies(document: dict[str, Any], strict: bool) -> str:
    """The POLICIES file with its one POLICY (REC 3.2); `strict` leaves the extensions out."""
    p3p = document["p3p"]
    root = Element("POLICIES", {"xmlns": NAMESPACE, "xml:lang": "ja"})
    if not strict:
        root.attributes["xmlns:appi"] = APPI
    root.add("EXPIRY", {"max-age": str(p3p["expiry"]["maxAge"])})
    head = {"name": p3p["name"], "discuri": p3p["discuri"]}
    if "opturi" in p3p:
        head["opturi"] = p3p["opturi"]
    policy = root.add("POLICY", head | {"xml:lang": "ja"})
    entity = policy.add("ENTITY").add("DATA-GROUP")
    for data in p3p["entity"]:
        entity.add("DATA", {"ref": data["ref"]}, text=data["text"])
    access = policy.add("ACCESS")
    access.add(p3p["access"]["value"])
    if not strict and not p3p["access"]["stated"]:
        _extension(access).add("appi:access", {"stated": "no"})
    _disputes(policy, p3p["disputes"])
    known = practices(document)
    for statement in p3p["statements"]:
        made = _statement(policy, statement)
        if not strict:
            rows(_extension(made), statement["practices"], known)
    if not strict:
        members(_extension(policy), document, known)
    return written(root)


def _extension(parent: Element) -> Element:
    return parent.add("EXTENSION", {"optional": "yes"})


def _disputes(policy: Element, disputes: list[dict[str, Any]]) -> None:
    if not disputes:
        return
    group = policy.add("DISPUTES-GROUP")
    for row in disputes:
        head = {"resolution-type": row["resolutionType"], "service": row["service"]}
        one = group.add("DISPUTES", head | {"short-description": row["shortDescription"]})
        if "longDescription" in row:
            one.add("LONG-DESCRIPTION", text=row["longDescription"])


def _statement(policy: Element, row: dict[str, Any]) -> Element:
    made = policy.add("STATEMENT")
    made.add("CONSEQUENCE", text=row["consequence"])
    purpose = made.add("PURPOSE")
    for one in row["purposes"]:
        purpose.add(one["element"], _required(one), text=one.get("text"))
    recipient = made.add("RECIPIENT")
    for one in row["recipients"]:
        element = recipient.add(one["element"], _required(one))
        for description in one.get("descriptions", ()):
            element.add("recipient-description", text=description)
    made.add("RETENTION").add(row["retention"])
    group = made.add("DATA-GROUP")
    for one in row["data"]:
        data = group.add("DATA", {"ref": one["ref"]})
        if "categories" in one:
            categories = data.add("CATEGORIES")
            for category in one["categories"]:
                categories.add(category["element"], text=category.get("text"))
    return made


def _required(row: dict[str, Any]) -> dict[str, str]:
    return {"required": row["required"]} if "required" in row else {}
