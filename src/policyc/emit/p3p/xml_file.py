"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any
from xml.etree import ElementTree as ET

from .extension import NAMESPACE as APPI
from .extension import members, practices, rows

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"
_DECLARATION = '<?xml version="1.0" encoding="UTF-8"?>\n'


def policies(document: dict[str, Any], strict: bool) -> str:
    """The POLICIES file with its one POLICY (REC 3.2); `strict` leaves the extensions out."""
    p3p = document["p3p"]
    root = ET.Element("POLICIES", {"xmlns": NAMESPACE, "xml:lang": "ja"})
    if not strict:
        root.set("xmlns:appi", APPI)
    ET.SubElement(root, "EXPIRY", {"max-age": str(p3p["expiry"]["maxAge"])})
    head = {"name": p3p["name"], "discuri": p3p["discuri"]}
    if "opturi" in p3p:
        head["opturi"] = p3p["opturi"]
    policy = ET.SubElement(root, "POLICY", head | {"xml:lang": "ja"})
    entity = ET.SubElement(ET.SubElement(policy, "ENTITY"), "DATA-GROUP")
    for data in p3p["entity"]:
        ET.SubElement(entity, "DATA", {"ref": data["ref"]}).text = data["text"]
    access = ET.SubElement(policy, "ACCESS")
    ET.SubElement(access, p3p["access"]["value"])
    if not strict and not p3p["access"]["stated"]:
        ET.SubElement(_extension(access), "appi:access", {"stated": "no"})
    _disputes(policy, p3p["disputes"])
    known = practices(document)
    for statement in p3p["statements"]:
        made = _statement(policy, statement)
        if not strict:
            rows(_extension(made), statement["practices"], known)
    if not strict:
        members(_extension(policy), document, known)
    return text(root)


def text(root: ET.Element) -> str:
    """An element as a file: declaration, indented, final newline."""
    ET.indent(root)
    return _DECLARATION + ET.tostring(root, encoding="unicode") + "\n"


def _extension(parent: ET.Element) -> ET.Element:
    return ET.SubElement(parent, "EXTENSION", {"optional": "yes"})


def _disputes(policy: ET.Element, disputes: list[dict[str, Any]]) -> None:
    if not disputes:
        return
    group = ET.SubElement(policy, "DISPUTES-GROUP")
    for row in disputes:
        head = {"resolution-type": row["resolutionType"], "service": row["service"]}
        one = ET.SubElement(group, "DISPUTES", head | {"short-description": row["shortDescription"]})
        if "longDescription" in row:
            ET.SubElement(one, "LONG-DESCRIPTION").text = row["longDescription"]


def _statement(policy: ET.Element, row: dict[str, Any]) -> ET.Element:
    made = ET.SubElement(policy, "STATEMENT")
    ET.SubElement(made, "CONSEQUENCE").text = row["consequence"]
    purpose = ET.SubElement(made, "PURPOSE")
    for one in row["purposes"]:
        ET.SubElement(purpose, one["element"], _required(one)).text = one.get("text")
    recipient = ET.SubElement(made, "RECIPIENT")
    for one in row["recipients"]:
        element = ET.SubElement(recipient, one["element"], _required(one))
        for description in one.get("descriptions", ()):
            ET.SubElement(element, "recipient-description").text = description
    ET.SubElement(ET.SubElement(made, "RETENTION"), row["retention"])
    group = ET.SubElement(made, "DATA-GROUP")
    for one in row["data"]:
        data = ET.SubElement(group, "DATA", {"ref": one["ref"]})
        if "categories" in one:
            categories = ET.SubElement(data, "CATEGORIES")
            for category in one["categories"]:
                ET.SubElement(categories, category["element"]).text = category.get("text")
    return made


def _required(row: dict[str, Any]) -> dict[str, str]:
    return {"required": row["required"]} if "required" in row else {}
