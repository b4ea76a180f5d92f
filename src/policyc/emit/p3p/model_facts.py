"""Models of the facts in the JSON file: the rows of the IR as the text states them, each by its id."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from .model_p3p import (
    ABSENT,
    DataRow,
    Fit,
    Id,
    Ids,
    Origin,
    PurposeElement,
    RecipientElement,
    RetentionElement,
    Strict,
    Text,
    Url,
)

Countries = list[Annotated[str, Field(pattern="^[A-Z]{2}$")]]
Clause = Annotated[str, Field(pattern=r"^\S+$", description="The part or clause that states it: an id of `places`.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]


class Concept(Strict):
    """A row of policyc's vocabulary."""

    id: Id
    label: Text = Field(description="Its Japanese name.")
    fit: Fit = Field(description="How near P3P comes to it.")
    note: Text = Field(default=None, description="What is lost in P3P.")
    article: Text = Field(default=None, description="The provision that names it, of the APPI unless it says another.")
    sensitive: bool = Field(default=None, description="Special care-required personal information (APPI art. 2(3)).")


class Row(Strict):
    """A fact."""

    id: Id
    origin: Origin


class Stated(Row):
    """A fact of one clause."""

    clause: Clause


class Party(Row):
    """An organisation."""

    name: Text
    short: Text = Field(default=None, description="Its short name in the text, such as 当社.")
    address: list[Text] = Field(default=None, description="In the parts given: prefecture, city, rest; or in one.")
    representative_title: Text = ABSENT
    representative_name: Text = ABSENT
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] = ABSENT
    phone: Text = ABSENT
    email: Text = ABSENT
    site: Url = ABSENT


class Group(Row):
    """A group of organisations."""

    name: Text
    members: Ids = Field(default=None, description="Ids of parties.")
    listed_at: Url = Field(default=None, description="Where its members are listed.")


class Subject(Row):
    """A category of people."""

    text: Text
    concept: Concept = ABSENT
    definition: Text = Field(default=None, description="What the text defines it as.")


class DataItem(Row):
    """An item of personal data, or a group of items."""

    text: Text
    concept: Concept = ABSENT
    parts: Ids = Field(default=None, description="The items of a group, by id.")
    open: bool = Field(description="Whether it covers more than it names.")
    position: int
    p3p: list[DataRow] = Field(description="The DATA elements that stand for it.")


class Purpose(Stated):
    """A purpose of use."""

    text: Text
    concepts: list[Concept] = ABSENT
    p3p: list[PurposeElement] = Field(description="The PURPOSE elements that stand for it.")
    fit: Fit
    open: bool = Field(description="Whether it covers more than it names.")
    listed: bool = Field(description="Whether the text lists it as an item.")
    marker: Text = Field(default=None, description="Its number in the text.")
    position: int
    analyses: Ids = Field(default=None, description="Data that are analysed for it.")
    derives: Ids = Field(default=None, description="Data that are inferred by it.")
    data: Ids = Field(default=None, description="Data that are used for it.")
    defined_in: Url = Field(default=None, description="The document that defines it.")


class Recipient(Row):
    """A recipient, or a class of recipients."""

    text: Text
    concepts: list[Concept] = ABSENT
    p3p: RecipientElement = Field(description="The RECIPIENT element of its class; a practice may say another.")
    fit: Fit
    countries: Countries = ABSENT
    abroad: bool = Field(description="Whether it is outside Japan.")
    page: Url = Field(default=None, description="The page that lists or describes it.")


class Ground(Strict):
    """A ground or an exception, as said."""

    text: Text
    concept: Concept = ABSENT
    includes: list[Text] = Field(default=None, description="What it is said to include.")


class PurposesOf(Strict):
    """All purposes of a clause: the `purposes` whose `clause` it is."""

    clause: Clause
    scope: Literal["same", "within"]


class Detail(Strict):
    """A further statement of a practice."""

    name: Text
    value: Text


class Practice(Stated):
    """What is done with which data, for what, with whom. `purposes` are those it does not take from a clause."""

    action: Text = Field(description="A row of the vocabulary's actions.")
    stance: Literal["stated", "none", "on-request", "delegated"]
    title: Text = Field(default=None, description="The heading it stands under.")
    marker: Text = Field(default=None, description="Its number in the text.")
    subjects: Ids = ABSENT
    data: Ids = ABSENT
    purposes: Ids = ABSENT
    purposes_of: list[PurposesOf] = ABSENT
    recipients: Ids = Field(default=None, description="Ids of parties, groups or recipients.")
    responsible: Id = Field(default=None, description="The party responsible for managing data used jointly.")
    basis: list[Ground] = Field(default=None, description="The grounds.")
    exceptions: list[Ground] = ABSENT
    details: list[Detail] = ABSENT
    opt_out: Url = Field(default=None, description="How to make it stop.")


class Use(Practice):
    """A use by the operator."""


class Collection(Practice):
    """Collection of data."""


class Provision(Practice):
    """Provision to third parties."""

    foreign: bool = Field(description="Whether a recipient is outside Japan (APPI art. 28).")
    consent: bool = Field(description="Whether consent is a ground.")
    consent_by_terms: bool = Field(description="Whether accepting terms counts as that consent.")


class Entrustment(Practice):
    """Entrustment to processors."""

    foreign: bool = Field(description="Whether a processor is outside Japan.")


class JointUse(Practice):
    """Joint use; its `recipients` are the joint users."""


class Transmission(Practice):
    """Transmission of user information to outsiders."""

    foreign: bool = Field(description="Whether a recipient is outside Japan.")


class Right(Stated):
    """A request that a person may make."""

    concept: Concept
    procedure: Id = Field(description="The procedure for it.")


class Procedure(Stated):
    """How requests are made."""

    label: Text = ABSENT
    url: Url = ABSENT
    identity: Text = Field(default=None, description="How the person's identity is checked.")
    agent: Text = Field(default=None, description="Whether agents may ask.")
    fee: Text = Field(default=None, description="The fee, or none, or on-request.")
    desks: Ids = Field(default=None, description="Ids of contacts.")


class Safeguard(Stated):
    """A security measure."""

    text: Text
    concepts: list[Concept] = ABSENT
    countries: Countries = ABSENT


class Retention(Stated):
    """How long data are kept."""

    data: Ids = Field(default=None, description="The data it is about; all if absent.")
    period: Annotated[str, Field(pattern=r"^P\d")] = Field(default=None, description="An ISO 8601 period.")
    text: Text = Field(default=None, description="As said.")
    p3p: RetentionElement = Field(description="The RETENTION element that stands for it.")


class Contact(Stated):
    """A desk."""

    name: Text
    takes: list[Text] = Field(default=None, description="inquiries, complaints, requests.")
    phone: Text = ABSENT
    email: Text = ABSENT
    address: Text = ABSENT
    hours: Text = ABSENT
    form: Url = ABSENT


class Event(Row):
    """A date of the document."""

    kind: Literal["enacted", "revised", "published", "effective"]
    date: Day
    text: Text = Field(default=None, description="As said.")


class Amendment(Stated):
    """How the document is changed."""

    notice: Text = Field(default=None, description="none, prior or on-change.")
    effective: Text = Field(default=None, description="on-publication, on-stated-date or on-notice.")


class Delegation(Stated):
    """A matter that another document carries."""

    topic: Text
    label: Text = ABSENT
    url: Url


class Frame(Stated):
    """What the document stands under."""

    kind: Literal["adheres-to", "published-under", "undefined-terms"]
    name: Text
    url: Url = ABSENT


class Silence(Stated):
    """A matter that the text declares none of (`none`), or tells on request (`on-request`)."""

    topic: Text = Field(description="The clause type, such as joint-use.")
    stance: Literal["none", "on-request"]


class Term(Row):
    """A defined term."""

    name: Text
    meaning: Text


class Place(Row):
    """A part or clause of the text."""

    type: Text = Field(description="The keyword of its type.")
    marker: Text = ABSENT
    heading: Text = ABSENT
    parent: Id = Field(default=None, description="The part or document it stands in.")
