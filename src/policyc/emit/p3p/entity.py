"""Who publishes the policy and how to reach them: ENTITY, ACCESS and DISPUTES (REC 3.2.4 to 3.2.6)."""

from __future__ import annotations

import re
from typing import Any

from ...ir import NONE, Contact, Party, Policy, Procedure
from ...vocab import lookup
from .text import address

CONTACT = "#business.contact-info."
_LATIN = re.compile("[A-Za-z]")
_LONGEST = 255


def family_and_given(name: str) -> tuple[str, str]:
    """A representative's family and given name, where a space divides a Japanese name in two; else all as the family name.

    A name in Latin letters stays whole: its order is not known.
    """
    parts = name.split()
    return (parts[0], parts[1]) if len(parts) == 2 and not _LATIN.search(name) else (name, "")


def entity(party: Party, policy: Policy) -> list[dict[str, str]]:
    """The DATA of ENTITY: name, address, representative, telephone, e-mail and page of the operator.

    An address in three parts is prefecture, city and street; any other is the street. The telephone number stays in
    one piece. The page itself is the contact field that every operator has whose page has an address.
    """
    family, given = family_and_given(party.representative_name)
    state, city, street = party.address if len(party.address) == 3 else ("", "", "".join(party.address))
    country = lookup("countries", party.country) if party.country else None
    site = address(party.site, policy.iri) or (address(policy.url, policy.iri) if policy.url else "")
    found = (
        ("#business.name", party.name),
        (CONTACT + "postal.name.family", family),
        (CONTACT + "postal.name.given", given),
        (CONTACT + "postal.street", street),
        (CONTACT + "postal.city", city),
        (CONTACT + "postal.stateprov", state),
        (CONTACT + "postal.postalcode", party.postal_code),
        (CONTACT + "postal.country", country.ja if country is not None else party.country),
        (CONTACT + "telecom.telephone.number", party.phone),
        (CONTACT + "online.email", party.email),
        (CONTACT + "online.uri", site),
    )
    return [{"ref": ref, "text": text} for ref, text in found if text]


def access(policy: Policy) -> dict[str, Any]:
    """ACCESS: what the accepted requests amount to, `none` where the text declares that there are none.

    P3P demands an answer. Where the text gives none it is `none`, the least promise, marked as not stated: the law
    grants disclosure (APPI art. 33), but that is not for the compiler to promise in the operator's name.
    """
    for right in policy.rights:
        if right.concept.p3p_terms:
            return {"value": right.concept.p3p_terms[0], "stated": True}
    declared = any(row.topic == "requests" and row.stance == NONE for row in policy.silences)
    return {"value": "none", "stated": declared}


def disputes(policy: Policy) -> list[dict[str, Any]]:
    """DISPUTES of type `service`: the procedure for requests, and every desk.

    `service` is mandatory: a form, else an e-mail address, else the page, where the desk's address is printed.
    """
    found = [_procedure(row, policy) for row in policy.procedures if row.url or (row.label and not row.desks)]
    return found + [_desk(row, policy) for row in policy.contacts]


def _procedure(row: Procedure, policy: Policy) -> dict[str, Any]:
    service = address(row.url, policy.iri) or address(policy.iri, policy.iri)
    return _dispute(row.id, service, row.label or "開示等の請求の手続", "")


def _desk(row: Contact, policy: Policy) -> dict[str, Any]:
    mail = f"mailto:{row.email}" if "@" in row.email else ""
    service = address(row.form, policy.iri) or mail or address(policy.iri, policy.iri)
    said = (("電話", row.phone), ("メール", row.email), ("住所", row.address), ("受付時間", row.hours))
    return _dispute(row.id, service, row.name, "、".join(f"{word}：{text}" for word, text in said if text))


def _dispute(id_: str, service: str, name: str, more: str) -> dict[str, Any]:
    made: dict[str, Any] = {"of": id_, "resolutionType": "service", "service": service}
    if len(name) > _LONGEST:
        # The short description has a limit (REC 3.2.6); the whole then stands in the long one.
        more = f"{name}、{more}" if more else name
        name = f"{name[: _LONGEST - 1]}…"
    made["shortDescription"] = name
    if more:
        made["longDescription"] = more
    return made
