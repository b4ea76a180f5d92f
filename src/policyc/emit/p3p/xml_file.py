"""The P3P 1.0 XML of the intermediate form: elements in the order of the schema, APPI facts in EXTENSIONs."""

from __future__ import annotations

from typing import Any

from .element import STEP, around, attribute, document, empty, said, start
from .facts import Facts
from .forms import INDENT, kebab
from .statement_text import Statement

NAMESPACE = "http://www.w3.org/2002/01/P3Pv1"
APPI = "https://example.org/ns/policyc/p3p-appi#"

# The indents by depth: of the POLICY, of what stands in it, and so on.
_1, _2, _3, _4 = (n * STEP for n in range(1, 5))
_OPEN, _CLOSE = '<EXTENSION optional="yes">', "</EXTENSION>"


def policies(made: dict[str, Any], statements: list[Statement], facts: Facts, strict: bool) -> str:
    """The POLICIES file with its one POLICY (REC 3.2); `strict` leaves the extensions out.

    Most of it are texts of many lines: they stay in pieces, so that the file is put together once only.
    """
    p3p = made["p3p"]
    names = {"xmlns": NAMESPACE, "xml:lang": "ja"} | ({} if strict else {"xmlns:appi": APPI})
    head = {"name": p3p["name"], "discuri": p3p["discuri"]}
    if "opturi" in p3p:
        head["opturi"] = p3p["opturi"]
    lines = [
        start("", "POLICIES", names) + ">",
        empty(_1, "EXPIRY", {"max-age": str(p3p["expiry"]["maxAge"])}),
        start(_1, "POLICY", head) + ' xml:lang="ja">',
    ]
    data = [said(_4, "DATA", one["text"], {"ref": one["ref"]}) for one in p3p["entity"]]
    lines += around(_2, "ENTITY", around(_3, "DATA-GROUP", data))
    access = [empty(_3, p3p["access"]["value"])]
    if not strict and not p3p["access"]["stated"]:
        access += (f"{_3}{_OPEN}", f'{_4}<appi:access stated="no" />', f"{_3}{_CLOSE}")
    lines += around(_2, "ACCESS", access)
    if p3p["disputes"]:
        lines += around(_2, "DISPUTES-GROUP", [line for row in p3p["disputes"] for line in _dispute(row)])
    left = dict(facts.practices)
    for _, xml, ids in statements:
        lines += (f"{_2}<STATEMENT>", xml)
        if not strict:
            lines.append(f"{_3}{_OPEN}")
            # A practice that was written before is only named.
            lines += [left.pop(id_, "") or f'{INDENT}<appi:practice ref="{attribute(id_)}" />' for id_ in ids]
            lines.append(f"{_3}{_CLOSE}")
        lines.append(f"{_2}</STATEMENT>")
    if not strict:
        lines += (f"{_2}{_OPEN}", _about(made["document"]), facts.operator, *left.values(), *facts.others)
        lines += (f"{_3}</appi:policy>", f"{_2}{_CLOSE}")
    lines += (f"{_1}</POLICY>", "</POLICIES>")
    return document(lines)


def _about(document: dict[str, Any]) -> str:
    """The start of the element of what belongs to the policy as a whole, and of practices that no statement carries."""
    head = f"{_3}<appi:policy"
    for name, value in document.items():
        head += f' {kebab(name)}="{attribute(value if isinstance(value, str) else " ".join(value))}"'
    return head + ">"


def _dispute(row: dict[str, Any]) -> list[str]:
    head = {"resolution-type": row["resolutionType"], "service": row["service"]}
    more = [said(_4, "LONG-DESCRIPTION", row["longDescription"])] if "longDescription" in row else []
    return around(_3, "DISPUTES", more, head | {"short-description": row["shortDescription"]})
