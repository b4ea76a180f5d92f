"""Models of the facts in the JSON file: the rows of the IR as the text states them, each by its id."""

from __future__ import annotations

from typing import Annotated, Literal

from .model_p3p import DataRow, Fit, PurposeElement, RecipientElement, RetentionElement
from .models import Field, Id, Ids, Origin, Strict, Text, Url, absent

Countries = list[Annotated[str, Field(pattern="^[A-Z]{2}$")]]
Clause = Annotated[str, Field(pattern=r"^\S+$", description="The part or clause that states it: an id of `places`.")]
Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]


class Concept(Strict):
    """A row of policyc's vocabulary."""

    id: Id
    label: Text = Field(description="Its Japanese name.")
    fit: Fit = Field(description="How near P3P comes to it.")
    note: Text = absent("What is lost in P3P.")
    article: Text = absent("The provision that names it, of the APPI unless it says another.")
    sensitive: bool = absent("Special care-required personal information (APPI art. 2(3)).")


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
    short: Text = absent("Its short name in the text, such as 当社.")
    address: list[Text] = absent("In the parts given: prefecture, city, rest; or in one.")
    representative_title: Text = absent()
    representative_name: Text = absent()
    country: Annotated[str, Field(pattern="^[A-Z]{2}$")] = absent()
    phone: Text = absent()
    email: Text = absent()
    site: Url = absent()


class Group(Row):
    """A group of organisations."""

    name: Text
    members: Ids = absent("Ids of parties.")
    listed_at: Url = absent("Where its members are listed.")


class Subject(Row):
    """A category of people."""

    text: Text
    concept: Concept = absent()
    definition: Text = absent("What the text defines it as.")


class DataItem(Row):
    """An item of personal data, or a group of items."""

    text: Text
    concept: Concept = absent()
    parts: Ids = absent("The items of a group, by id.")
    open: bool = Field(description="Whether it covers more than it names.")
    position: int
    p3p: list[DataRow] = Field(description="The DATA elements that stand for it.")


class Purpose(Stated):
    """A purpose of use."""

    text: Text
    concepts: list[Concept] = absent()
    p3p: list[PurposeElement] = Field(description="The PURPOSE elements that stand for it.")
    fit: Fit
    open: bool = Field(description="Whether it covers more than it names.")
    listed: bool = Field(description="Whether the text lists it as an item.")
    marker: Text = absent("Its number in the text.")
    position: int
    analyses: Ids = absent("Data that are analysed for it.")
    derives: Ids = absent("Data that are inferred by it.")
    data: Ids = absent("Data that are used for it.")
    defined_in: Url = absent("The document that defines it.")


class Recipient(Row):
    """A recipient, or a class of recipients."""

    text: Text
    concepts: list[Concept] = absent()
    p3p: RecipientElement = Field(description="The RECIPIENT element of its class; a practice may say another.")
    fit: Fit
    countries: Countries = absent()
    abroad: bool = Field(description="Whether it is outside Japan.")
    page: Url = absent("The page that lists or describes it.")


class Ground(Strict):
    """A ground or an exception, as said."""

    text: Text
    concept: Concept = absent()
    includes: list[Text] = absent("What it is said to include.")


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
    title: Text = absent("The heading it stands under.")
    marker: Text = absent("Its number in the text.")
    subjects: Ids = absent()
    data: Ids = absent()
    purposes: Ids = absent()
    purposes_of: list[PurposesOf] = absent()
    recipients: Ids = absent("Ids of parties, groups or recipients.")
    responsible: Id = absent("The party responsible for managing data used jointly.")
    basis: list[Ground] = absent("The grounds.")
    exceptions: list[Ground] = absent()
    details: list[Detail] = absent()
    opt_out: Url = absent("How to make it stop.")


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

    label: Text = absent()
    url: Url = absent()
    identity: Text = absent("How the person's identity is checked.")
    agent: Text = absent("Whether agents may ask.")
    fee: Text = absent("The fee, or none, or on-request.")
    desks: Ids = absent("Ids of contacts.")


class Safeguard(Stated):
    """A security measure."""

    text: Text
    concepts: list[Concept] = absent()
    countries: Countries = absent()


class Retention(Stated):
    """How long data are kept."""

    data: Ids = absent("The data it is about; all if absent.")
    period: Annotated[str, Field(pattern=r"^P\d")] = absent("An ISO 8601 period.")
    text: Text = absent("As said.")
    p3p: RetentionElement = Field(description="The RETENTION element that stands for it.")


class Contact(Stated):
    """A desk."""

    name: Text
    takes: list[Text] = absent("inquiries, complaints, requests.")
    phone: Text = absent()
    email: Text = absent()
    address: Text = absent()
    hours: Text = absent()
    form: Url = absent()


class Event(Row):
    """A date of the document."""

    kind: Literal["enacted", "revised", "published", "effective"]
    date: Day
    text: Text = absent("As said.")


class Amendment(Stated):
    """How the document is changed."""

    notice: Text = absent("none, prior or on-change.")
    effective: Text = absent("on-publication, on-stated-date or on-notice.")


class Delegation(Stated):
    """A matter that another document carries."""

    topic: Text
    label: Text = absent()
    url: Url


class Frame(Stated):
    """What the document stands under."""

    kind: Literal["adheres-to", "published-under", "undefined-terms"]
    name: Text
    url: Url = absent()


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
    marker: Text = absent()
    heading: Text = absent()
    parent: Id = absent("The part or document it stands in.")
