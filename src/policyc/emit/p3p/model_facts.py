"""Models of what a document states: practices, rights, procedures, safeguards, dates and the rest."""

from __future__ import annotations

from typing import Annotated, Literal

from ...json_schema import open_list
from .model_p3p import RetentionElement
from .model_things import Clause, Concept, Country, Row, Stated
from .models import Field, Id, Ids, Strict, Text, Url, absent

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$", json_schema_extra={"format": "date"})]


class Ground(Strict):
    """A ground or an exception, as said."""

    text: Text = Field(description="As the text says it.")
    concept: Concept = absent("Which ground or exception it is.")
    includes: list[Text] = absent("What it is said to include.")


class PurposesOf(Strict):
    """All purposes of a clause: the `purposes` whose `clause` it is."""

    clause: Clause
    scope: Literal["same", "within"] = Field(description="Whether they are the same, or within them.")


class Detail(Strict):
    """A further statement of a practice."""

    name: Text = Field(description="What it is about.")
    value: Text = Field(description="What is said of it.")


class Practice(Stated):
    """What is done with which data, for what, with whom. `purposes` are those it does not take from a clause."""

    action: Text = Field(description="A row of the vocabulary's actions.")
    stance: Literal["stated", "none", "on-request", "delegated"] = Field(
        description="Whether the text states it, declares none of it, tells it on request, or leaves it to another document."
    )
    title: Text = absent("The heading it stands under.")
    marker: Text = absent("Its number in the text.")
    subjects: Ids = absent("Whose data: ids of `subjects`.")
    data: Ids = absent("Which data: ids of `data`.")
    purposes: Ids = absent("For what: ids of `purposes`.")
    purposes_of: list[PurposesOf] = absent("Purposes it takes from a clause.")
    recipients: Ids = absent("Ids of parties, groups or recipients.")
    responsible: Id = absent("The party responsible for managing data used jointly.")
    basis: list[Ground] = absent("The grounds.")
    exceptions: list[Ground] = absent("The cases it does not hold for.")
    details: list[Detail] = absent("What else is said of it.")
    opt_out: Url = absent("How to make it stop.")


class Use(Practice):
    """A use by the operator."""


class Collection(Practice):
    """Collection of data."""


class Provision(Practice):
    """Provision to others: of personal data, or (by its action) of referable or anonymously processed information, or with
    the succession of a business."""

    foreign: bool = absent("Whether a recipient is outside Japan (APPI art. 28); left out where the page does not say.")
    consent: bool = Field(description="Whether consent is a ground.")
    consent_by_terms: bool = Field(description="Whether accepting terms counts as that consent.")


class Entrustment(Practice):
    """Entrustment to processors."""

    foreign: bool = absent("Whether a processor is outside Japan; left out where the page does not say.")


class JointUse(Practice):
    """Joint use; its `recipients` are the joint users."""


class Transmission(Practice):
    """Transmission of user information to outsiders."""

    foreign: bool = absent("Whether a recipient is outside Japan; left out where the page does not say.")


class Right(Stated):
    """A request that a person may make."""

    concept: Concept = Field(description="Which request.")
    procedure: Id = Field(description="The procedure for it.")


class Procedure(Stated):
    """How requests are made."""

    label: Text = absent("What it is called.")
    url: Url = absent("The page that tells of it.")
    identity: Text = absent("How the person's identity is checked.")
    agent: Text = absent("Whether agents may ask.")
    fee: Text = absent("The fee, or none, or on-request.")
    desks: Ids = absent("Ids of contacts.")
    details: list[Detail] = absent("The form of disclosure, refusal, the grounds of requests, how a fee is paid.")
    fee_for: Ids = absent(
        "What the fee is said of: ids of `rights`, those of APPI art. 38(1). It says nothing of the others."
    )


class Safeguard(Stated):
    """A security measure."""

    text: Text = Field(description="As the text says it.")
    concepts: list[Concept] = absent("Which kinds of measures.")
    countries: list[Country] = absent("The countries whose rules it takes into account.")


class Retention(Stated):
    """How long data are kept."""

    data: Ids = absent("The data it is about; all if absent.")
    period: Annotated[str, Field(pattern=r"^P\d")] = absent("An ISO 8601 period.")
    text: Text = absent("As said.")
    details: list[Detail] = absent("What is done afterwards.")
    p3p: RetentionElement = Field(description="The RETENTION element that stands for it.")


class Contact(Stated):
    """A desk."""

    name: Text = Field(description="What it is called.")
    takes: list[Text] = absent(
        "inquiries, complaints, requests; accredited: complaints, as an accredited organization."
    )
    phone: Text = absent("Its telephone number.")
    email: Text = absent("Its e-mail address.")
    address: Text = absent("Its postal address.")
    hours: Text = absent("When it is open.")
    form: Url = absent("The address of its form.")
    postal_code: Text = absent("Its postal code.")


class Event(Row):
    """A date of the document."""

    kind: Literal["enacted", "revised", "published", "effective"] = open_list("What was done on it.")
    date: Day = Field(description="The day.")
    text: Text = absent("As said.")


class Amendment(Stated):
    """How the document is changed."""

    notice: Text = absent("none, prior or on-change.")
    effective: Text = absent("on-publication, on-stated-date or on-notice.")
    details: list[Detail] = absent("The reason.")


class Delegation(Stated):
    """A matter that another document carries."""

    topic: Text = Field(description="The matter, a clause type.")
    label: Text = absent("The words of the link.")
    url: Url = Field(description="The document that carries it.")
    details: list[Detail] = absent("What is said of it all the same.")


class Frame(Stated):
    """What the document stands under."""

    kind: Literal["adheres-to", "published-under", "undefined-terms"] = open_list("How the document stands under it.")
    name: Text = Field(description="Its name.")
    url: Url = absent("Its address.")
    number: Text = absent("The number of a statute.")


class Entry(Stated):
    """An entry of an index of pages."""

    text: Text = Field(description="The words of the link.")
    url: Url = absent("Where it leads.")
    document: Id = absent("The document of the same build that it leads to.")
    parent: Id = absent("The entry it stands below.")
    position: int = Field(ge=1, description="Its place in its list, from 1.")


class Disclosure(Stated):
    """A matter that is disclosed under a label."""

    label: Text = Field(description="The label.")
    text: Text = Field(description="What is disclosed.")
    concept: Concept = absent("Which matter it is.")
    position: int = Field(ge=1, description="Its place in its clause, from 1.")


class Silence(Stated):
    """A matter that the text declares none of (`none`), or tells on request (`on-request`)."""

    topic: Text = Field(description="The clause type, such as joint-use.")
    stance: Literal["none", "on-request"] = Field(description="Declared none, or told on request.")
    exceptions: list[Ground] = absent("The cases it does not hold for.")
    details: list[Detail] = absent("How far it reaches: below an age.")
