"""The JSON-LD context that every policy.jsonld carries: short words for the terms of DPV, ODRL and our own."""

from __future__ import annotations

from typing import Any

from ...vocab import NAMESPACES


def _text(iri: str) -> dict[str, str]:
    """Texts by language: `{"ja": "…"}`."""
    return {"@id": iri, "@container": "@language"}


def _typed(iri: str, datatype: str) -> dict[str, str]:
    return {"@id": iri, "@type": f"xsd:{datatype}"}


def _one(iri: str) -> dict[str, str]:
    """One reference to a node or term."""
    return {"@id": iri, "@type": "@id"}


def _many(iri: str) -> dict[str, str]:
    """References, always in an array."""
    return {"@id": iri, "@type": "@id", "@container": "@set"}


_WORDS: dict[str, Any] = {
    # ---- texts ----
    "title": _text("dct:title"),
    "description": _text("dct:description"),
    "source": _text("dct:source"),
    "label": _text("skos:prefLabel"),
    "definition": _text("skos:definition"),
    "note": _text("skos:note"),
    "name": _text("dpv:hasName"),
    "short": _text("skos:altLabel"),
    "address": _text("dpv:hasAddress"),
    "jobTitle": _text("schema:jobTitle"),
    "region": _text("schema:addressRegion"),
    "locality": _text("schema:addressLocality"),
    "street": _text("schema:streetAddress"),
    "hours": _text("policyc:hours"),
    "method": _text("policyc:method"),
    "consentMethod": _text("policyc:consentMethod"),
    "optOutMethod": _text("policyc:optOutMethod"),
    "limitation": _text("policyc:limitation"),
    "term": _text("policyc:term"),
    "value": _text("schema:value"),
    # ---- plain values ----
    "identifier": "dct:identifier",
    "language": "dct:language",
    "version": "schema:version",
    "phone": "schema:telephone",
    "postalCode": "schema:postalCode",
    "email": "schema:email",
    "price": {"@id": "schema:price"},
    "currency": "schema:priceCurrency",
    "origin": "policyc:origin",
    "topic": "policyc:topic",
    "clauseType": "policyc:clauseType",
    "detail": {"@id": "policyc:detail", "@container": "@set"},
    "countryCode": {"@id": "policyc:countryCode", "@container": "@set"},
    "writtenAddress": "policyc:writtenAddress",
    "sentence": _many("policyc:sentence"),
    "position": _typed("schema:position", "integer"),
    "under": _typed("policyc:underAge", "integer"),
    "period": _typed("policyc:period", "duration"),
    "open": _typed("policyc:open", "boolean"),
    "openLists": {"@id": "policyc:openList", "@container": "@set"},
    "date": _typed("dct:date", "date"),
    "created": {**_typed("dct:created", "date"), "@container": "@set"},
    "issued": {**_typed("dct:issued", "date"), "@container": "@set"},
    "modified": {**_typed("dct:modified", "date"), "@container": "@set"},
    "valid": {**_typed("dct:valid", "date"), "@container": "@set"},
    # ---- Dublin Core, SKOS, FOAF, schema.org ----
    "conformsTo": _many("dct:conformsTo"),
    "publisher": _one("dct:publisher"),
    "versions": _many("dct:hasVersion"),
    "versionOf": _one("dct:isVersionOf"),
    "replaces": _one("dct:replaces"),
    "references": _many("dct:references"),
    "partOf": _one("dct:isPartOf"),
    "broader": _many("skos:broader"),
    "narrower": _many("skos:narrower"),
    "inScheme": _one("skos:inScheme"),
    "page": _one("foaf:page"),
    "postalAddress": _one("schema:address"),
    "mainEntity": _many("schema:mainEntity"),
    "itemListElement": _many("schema:itemListElement"),
    "item": _one("schema:item"),
    # ---- DPV ----
    "controller": _many("dpv:hasDataController"),
    "jointControllers": _one("dpv:hasJointDataControllers"),
    "processor": _many("dpv:hasDataProcessor"),
    "thirdParty": _many("dpv:hasRecipientThirdParty"),
    "recipient": _many("dpv:hasRecipient"),
    "responsible": _one("dpv:hasResponsibleEntity"),
    "representative": _one("dpv:hasRepresentative"),
    "entity": _many("dpv:hasEntity"),
    "contact": _many("dpv:hasContact"),
    "subject": _many("dpv:hasDataSubject"),
    "process": _many("dpv:hasProcess"),
    "purpose": _many("dpv:hasPurpose"),
    "processing": _many("dpv:hasProcessing"),
    "personalData": _many("dpv:hasPersonalData"),
    "dataSource": _many("dpv:hasDataSource"),
    "legalBasis": _many("dpv:hasLegalBasis"),
    "law": _many("dpv:hasApplicableLaw"),
    "jurisdiction": _many("dpv:hasJurisdiction"),
    "location": _many("dpv:hasLocation"),
    "country": _many("dpv:hasCountry"),
    "involvement": _many("dpv:hasEntityInvolvement"),
    "right": _many("dpv:hasRight"),
    "exercisedAt": _one("dpv:isExercisedAt"),
    "notice": _many("dpv:hasNotice"),
    "fee": _many("dpv:hasFee"),
    "measure": _many("dpv:hasTechnicalOrganisationalMeasure"),
    "storage": _many("dpv:hasStorageCondition"),
    "service": _many("dpv:hasService"),
    # ---- our own: what the standards have no property for ----
    "statedIn": _one("policyc:statedIn"),
    "modality": _one("policyc:modality"),
    "purposesOf": _one("policyc:purposesOf"),
    "purposeScope": _one("policyc:purposeScope"),
    "analyses": _many("policyc:analyses"),
    "derives": _many("policyc:derives"),
    "exception": _many("policyc:exception"),
    "includes": _many("policyc:includes"),
    "extent": _one("policyc:extent"),
    "supervision": _one("policyc:supervision"),
    "consentOf": _one("policyc:consentOf"),
    "optOut": _one("policyc:optOut"),
    "stops": _many("policyc:stops"),
    "necessaryFor": _many("policyc:necessaryFor"),
    "identityCheck": _one("policyc:identityCheck"),
    "agent": _one("policyc:agent"),
    "desk": _many("policyc:desk"),
    "refusedWhere": _many("policyc:refusedWhere"),
    "requestedWhere": _many("policyc:requestedWhere"),
    "feeFor": _many("policyc:feeFor"),
    "feeMethod": _many("policyc:feeMethod"),
    "takes": _many("policyc:takes"),
    "accreditedContact": _many("policyc:accreditedContact"),
    "declares": _many("policyc:declares"),
    "matter": _one("policyc:matter"),
    "leaves": _many("policyc:leaves"),
    "standsUnder": _many("policyc:standsUnder"),
    "refersTo": _one("policyc:refersTo"),
    "event": _many("policyc:event"),
    "amendment": _many("policyc:amendment"),
    "announced": _one("policyc:announced"),
    "takesEffect": _one("policyc:takesEffect"),
    "defines": _many("policyc:defines"),
    "discloses": _many("policyc:discloses"),
    "rules": _one("policyc:rules"),
    # ---- ODRL ----
    "profile": _one("odrl:profile"),
    "permission": _many("odrl:permission"),
    "prohibition": _many("odrl:prohibition"),
    "obligation": _many("odrl:obligation"),
    "duty": _many("odrl:duty"),
    "constraint": _many("odrl:constraint"),
    "action": _one("odrl:action"),
    "target": _one("odrl:target"),
    "assignee": _one("odrl:assignee"),
    "consentingParty": _many("odrl:consentingParty"),
    "includedIn": _one("odrl:includedIn"),
    "leftOperand": _one("odrl:leftOperand"),
    "operator": _one("odrl:operator"),
    "rightOperand": _many("odrl:rightOperand"),
    "rightOperandNumber": _typed("odrl:rightOperand", "integer"),
}

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "@protected": True,
    "id": "@id",
    "type": "@type",
    **{prefix: {"@id": iri, "@prefix": True} for prefix, iri in NAMESPACES.items()},
    **_WORDS,
}
"""The context as data. Inlined in every file, so that no reader has to fetch it; published as a file of its own too."""
