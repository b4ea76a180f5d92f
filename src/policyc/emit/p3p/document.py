"""The one intermediate form of the policy of P3P and of what the document is; `facts.py` writes the facts beside it."""

from __future__ import annotations

from typing import Any

from . import entity
from .statements import statements
from .tables import Tables
from .text import address, xml_name

SCHEMA = "https://example.org/ns/policyc/schema/p3p-policy-1.schema.json"
FORMAT, VERSION = "policyc-p3p-policy", "1.0"
# A day, the default of REC 2.3.2.3: how long a reader may go on using what it has read.
MAX_AGE = 86400


def document(known: Tables) -> dict[str, Any] | None:
    """The JSON document as far as the facts, or None where there is no P3P policy to state.

    P3P demands an ENTITY and at least one STATEMENT (REC 3.2.2, 3.3.1). For a document that states no practice an
    invented one would be a false promise, so there is none. Nor is there one where the ENTITY would lack its name or a
    field of contact (REC 3.2.4).
    """
    policy = known.policy
    operator = next((row for row in policy.parties if row.id == policy.operator), None)
    if operator is None or not known.stated:
        return None
    who = entity.entity(operator, policy)
    if not any(row["ref"].startswith(entity.CONTACT) for row in who):
        return None
    made, pages = statements(known)
    page = address(policy.iri, policy.iri)
    p3p: dict[str, Any] = {"name": xml_name(policy.id), "discuri": page}
    if pages:
        # One policy has one opturi: where there are several ways to choose, the page that lists them.
        p3p["opturi"] = pages[0] if len(pages) == 1 else page
    p3p["expiry"] = {"maxAge": MAX_AGE}
    p3p["entity"] = who
    p3p["access"] = entity.access(policy)
    p3p["disputes"] = entity.disputes(policy)
    p3p["statements"] = made
    about: dict[str, Any] = {"id": policy.id, "kind": policy.kind, "title": policy.title}
    if policy.url:
        about["url"] = policy.url
    if policy.version:
        about["version"] = policy.version
    if policy.replaces:
        about["replaces"] = policy.replaces
    about |= {"language": "ja", "subjects": list(policy.subjects), "origin": policy.origin}
    return {"$schema": SCHEMA, "format": FORMAT, "version": VERSION, "document": about, "p3p": p3p}
