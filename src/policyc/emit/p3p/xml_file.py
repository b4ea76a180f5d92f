"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any

from ..xml_text import Element, xml_text
from .extension import PREFIX, kebab
from .facts import Facts
from .statement_tree import Statement

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"
APPI = "https://example.org/ns/policyc/p3p-appi#"


def policies(made: dict[str, Any], statements: list[Statement], facts: Facts, strict: bool) -> str:
    """The POLICIES file with its one POLICY (REC 3.2); `strict` leaves the extensions out."""
    names = {"xmlns": NAMESPACE, "xml:lang": "ja"} | ({} if strict else {"xmlns:appi": APPI})
    expiry = Element("EXPIRY", {"max-age": str(made["p3p"]["expiry"]["maxAge"])})
    return xml_text(Element("POLICIES", names, [expiry, _policy(made, statements, facts, strict)]))


def _policy(made: dict[str, Any], statements: list[Statement], facts: Facts, strict: bool) -> Element:
    p3p = made["p3p"]
    names = ("name", "discuri", "opturi")
    head = {name: p3p[name] for name in names if name in p3p} | {"xml:lang": "ja"}
    data = [Element("DATA", {"ref": one["ref"]}, one["text"]) for one in p3p["entity"]]
    access = [Element(p3p["access"]["value"])]
    if not strict and not p3p["access"]["stated"]:
        access.append(_extension([Element(f"{PREFIX}access", {"stated": "no"})]))
    inside = [Element("ENTITY", inside=[Element("DATA-GROUP", inside=data)]), Element("ACCESS", inside=access)]
    if p3p["disputes"]:
        inside.append(Element("DISPUTES-GROUP", inside=[_dispute(row) for row in p3p["disputes"]]))
    left = dict(facts.practices)
    for one in statements:
        # A practice that was written before is only named.
        stated = [left.pop(id_, Element(f"{PREFIX}practice", {"ref": id_})) for id_ in one.practices]
        inside.append(Element("STATEMENT", inside=one.inside if strict else [*one.inside, _extension(stated)]))
    if not strict:
        whole = [facts.operator, *left.values(), *facts.others]
        inside.append(_extension([Element(f"{PREFIX}policy", _about(made["document"]), whole)]))
    return Element("POLICY", head, inside)


def _extension(inside: list[Element]) -> Element:
    return Element("EXTENSION", {"optional": "yes"}, inside)


def _about(document: dict[str, Any]) -> dict[str, str]:
    """What belongs to the policy as a whole, as attributes."""
    return {kebab(name): value if isinstance(value, str) else " ".join(value) for name, value in document.items()}


def _dispute(row: dict[str, Any]) -> Element:
    head = {
        "resolution-type": row["resolutionType"],
        "service": row["service"],
        "short-description": row["shortDescription"],
    }
    more = [Element("LONG-DESCRIPTION", inside=row["longDescription"])] if "longDescription" in row else []
    return Element("DISPUTES", head, more)
