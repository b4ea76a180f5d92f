"""Who publishes the policy and how to reach them: ENTITY, ACCESS and DISPUTES (REC 3.2.4 to 3.2.6)."""

from __future__ import annotations

import re
from typing import Any

from ... import matters
from ...facts import ACCREDITED, NONE, Contact, Party, Policy, Procedure
from ...vocab import lookup
from .text import address

CONTACT = "#business.contact-info."
# Letters of a name whose order is not known: Latin ones, and the katakana of a foreign name at its beginning.
_FOREIGN = "[A-Za-z]|^[ァ-ヶ]"
# Words for a firm or an office, and how the name of a department or of its head ends (服部 is a name).
_NO_PERSON = (
    "会社|法人|組合|協会|財団|社団|連合会|[(（][株有同][)）]|[㈱㈲]"
    "|代表|取締役|執行役|社長|会長|頭取|理事|社員|役員|担当|責任者|支配人|^(?:\\S{2,}[部課室]|\\S*長)\\s"
)
_LONGEST = 255


def family_and_given(party: Party) -> tuple[str, str]:
    """The family and given name of a representative, where a space divides a Japanese name in two; else all as the family name.

    It is only known to be the name of a person where the title is given apart, and nothing in it is a firm or an office: the
    representative of a 合同会社 may be a company. A name in Latin letters or katakana stays whole: its order is not known.
    """
    name = party.representative_name
    parts = name.split()
    if len(parts) != 2 or not party.representative_title or re.search(f"{_FOREIGN}|{_NO_PERSON}", name):
        return name, ""
    return parts[0], parts[1]


def entity(party: Party, policy: Policy) -> list[dict[str, str]]:
    """The DATA of ENTITY: name, address, representative, telephone, e-mail and page of the operator.

    An address in three parts is prefecture, city and street; any other is the street. The telephone number stays in
    one piece. The page itself is the contact field that every operator has whose page has an address.
    """
    family, given = family_and_given(party)
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
    stating = matters.stating("rights")
    declared = any(row.topic in stating and row.stance == NONE for row in policy.silences)
    return {"value": "none", "stated": declared}


def disputes(policy: Policy) -> list[dict[str, Any]]:
    """DISPUTES of type `service`: the procedure for requests, and every desk; that of an accredited organization is `independent`.

    The attribute `service` is mandatory: a form, else an e-mail address, else the page, where the desk's address is printed.
    """
    found = [_procedure(row, policy) for row in policy.procedures if row.url or (row.label and not row.desks)]
    return found + [_desk(row, policy) for row in policy.contacts]


def _procedure(row: Procedure, policy: Policy) -> dict[str, Any]:
    service = address(row.url, policy.iri) or address(policy.iri, policy.iri)
    return _dispute(row.id, service, row.label or _procedure_label(), "")


def _procedure_label() -> str:
    """What a procedure without a name of its own is called: after its clause."""
    return "・".join(matters.matters()[word].ja for word in matters.stating("procedures")) + "の手続"


def _desk(row: Contact, policy: Policy) -> dict[str, Any]:
    mail = f"mailto:{row.email}" if "@" in row.email else ""
    service = address(row.form, policy.iri) or mail or address(policy.iri, policy.iri)
    said = (("電話", row.phone), ("メール", row.email), ("住所", _address(row)), ("受付時間", row.hours))
    type_ = "independent" if row.takes == (ACCREDITED,) else "service"
    return _dispute(row.id, service, row.name, "、".join(f"{word}：{text}" for word, text in said if text), type_)


def _address(row: Contact) -> str:
    """The address of a desk as the page writes one: behind its postal code, 〒530-0001　大阪府…"""
    return "　".join(filter(None, (f"〒{row.postal_code}" if row.postal_code else "", row.address)))


def _dispute(id_: str, service: str, name: str, more: str, type_: str = "service") -> dict[str, Any]:
    made: dict[str, Any] = {"of": id_, "resolutionType": type_, "service": service}
    if len(name) > _LONGEST:
        # The short description has a limit (REC 3.2.6); the whole then stands in the long one.
        more = f"{name}、{more}" if more else name
        name = f"{name[: _LONGEST - 1]}…"
    made["shortDescription"] = name
    if more:
        made["longDescription"] = more
    return made
