"""The model of `policy.p3p.json` as a whole: for programs that read the file, and for its JSON Schema."""

from __future__ import annotations

from typing import Literal

from .model_facts import (
    Amendment,
    Collection,
    Contact,
    Delegation,
    Disclosure,
    Entrustment,
    Entry,
    Event,
    Frame,
    JointUse,
    Procedure,
    Provision,
    Retention,
    Right,
    Safeguard,
    Silence,
    Transmission,
    Use,
)
from .model_p3p import P3p
from .model_things import DataItem, Group, Party, Place, Purpose, Recipient, Subject, Term
from .models import Field, Id, Ids, Origin, Strict, Text, Url, absent


class Document(Strict):
    """The document that the policy was made from."""

    id: Id = Field(description="The id of the document in its source.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: Text = Field(description="Its title.")
    url: Url = absent("The address it is published at.")
    version: Text = absent("The name of the version, if it has one.")
    replaces: Url = absent("The address of the version that it replaces, where the source declares one.")
    language: Literal["ja"] = Field(description="The language of all texts.")
    subjects: Ids = Field(description="The people it speaks of: ids of `subjects`.")
    origin: Origin


class PolicyFile(Strict):
    """A privacy policy as a P3P 1.0 policy (`p3p`) and as the facts of the APPI that it was made from.

    Ids are those of the source and the anchors of the HTML page. An empty member is left out, so a member that is
    absent is not stated; `silences` are what the text declares that there is none of, or tells on request.
    """

    schema_: Literal["https://example.org/ns/policyc/schema/p3p-policy-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-p3p-policy"] = Field(description="What this file is.")
    version: Literal["1.0"] = Field(description="The version of the format.")
    document: Document = Field(description="The document.")
    p3p: P3p = Field(description="The policy in the words of P3P.")
    operator: Party = Field(description="The business operator that publishes the document (APPI art. 32(1)(i)).")
    parties: list[Party] = Field(description="The other organisations that are named.")
    subjects: list[Subject] = Field(description="The people whose data the document speaks of.")
    data: list[DataItem] = Field(description="The items of personal data, groups after their parts.")
    purposes: list[Purpose] = Field(description="The purposes of use (APPI art. 17(1)).")
    recipients: list[Recipient] = Field(description="Recipients and classes of recipients.")
    uses: list[Use] = Field(description="The operator's own uses.")
    collections: list[Collection] = Field(description="What is collected, and from where.")
    provisions: list[Provision] = Field(description="Provision to third parties (APPI arts. 27(1), 28).")
    entrustments: list[Entrustment] = Field(description="Entrustment of handling (APPI art. 27(5)(i)).")
    joint_uses: list[JointUse] = Field(alias="jointUses", description="Joint use (APPI art. 27(5)(iii)).")
    transmissions: list[Transmission] = Field(
        description="External transmission (Telecommunications Business Act art. 27-12)."
    )
    groups: list[Group] = Field(description="Groups of organisations.")
    rights: list[Right] = Field(description="The requests that are accepted (APPI arts. 32 to 35).")
    procedures: list[Procedure] = Field(description="How requests are made (APPI arts. 37, 38).")
    safeguards: list[Safeguard] = Field(description="Security measures that are stated (APPI art. 23).")
    contacts: list[Contact] = Field(description="Desks (APPI art. 40).")
    events: list[Event] = Field(description="Dates of the document.")
    amendments: list[Amendment] = Field(description="How the document is changed.")
    delegations: list[Delegation] = Field(description="Matters that are left to other documents.")
    frames: list[Frame] = Field(description="Laws and policies that the document stands under.")
    retentions: list[Retention] = Field(description="How long data are kept (APPI art. 22).")
    silences: list[Silence] = Field(description="What the text declares none of, or tells on request.")
    terms: list[Term] = Field(description="Defined terms.")
    entries: list[Entry] = Field(description="The entries of indexes of pages.")
    disclosures: list[Disclosure] = Field(description="What is disclosed under labels.")
    places: list[Place] = Field(description="The parts and clauses of the text, which other members name by id.")
