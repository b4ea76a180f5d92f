"""What is relied on of a policy.jsonld: words of its context, and the terms of what is stated.

Written by hand, for the reader knows no compiler; a test holds them to the emitter and the vocabulary.
"""

from __future__ import annotations

OWN = "https://example.org/ns/policyc#"
# What is relied on: a file in which one of these words means something else is of another format.
CONTEXT = {
    "policyc": OWN,
    "dpv": "https://w3id.org/dpv#",
    "jp-appi": "https://example.org/ns/jp-appi#",
    "title": "dct:title",
    "description": "dct:description",
    "personalData": "dpv:hasPersonalData",
    "purpose": "dpv:hasPurpose",
    "process": "dpv:hasProcess",
    "processing": "dpv:hasProcessing",
    "right": "dpv:hasRight",
    "storage": "dpv:hasStorageCondition",
    "statedIn": "policyc:statedIn",
    "modality": "policyc:modality",
    "purposesOf": "policyc:purposesOf",
    "declares": "policyc:declares",
    "leaves": "policyc:leaves",
    "event": "policyc:event",
    "optOut": "policyc:optOut",
}
# The lists of a document that its clauses may leave open.
LISTED = ("rights",)
# The first type of a document.
KINDS = {
    "dpv:PrivacyNotice": "privacy-notice",
    "jp-appi:ExternalTransmissionNotice": "external-transmission-notice",
    "jp-appi:SpecificPersonalInformationPolicy": "specific-personal-information-policy",
    "policyc:CommerceNotice": "commerce-notice",
    "policyc:PaymentNotice": "payment-notice",
    "dpv:TermsOfService": "terms",
    "dpv:Policy": "general-policy",
    "schema:CollectionPage": "site-index",
}
WORDS = {
    "policyc:Inquiries": "inquiries",
    "policyc:Complaints": "complaints",
    "policyc:AccreditedOrganization": "accredited",
    "policyc:Requests": "requests",
    "policyc:Does": "does",
    "policyc:May": "may",
    "policyc:OnlyIf": "only-if",
    "policyc:DoesNot": "does-not",
    "policyc:SameAsPurposes": "same",
    "policyc:WithinPurposes": "within",
    "policyc:Enactment": "enacted",
    "policyc:Publication": "published",
    "policyc:Revision": "revised",
    "policyc:EntryIntoEffect": "effective",
    "policyc:DeclaredNone": "none",
    "policyc:ToldOnRequest": "on-request",
    "policyc:Delegation": "delegated",
}
