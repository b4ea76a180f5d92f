"""Models of what facts are made of: parties, people, data items, purposes, recipients, terms and places."""

from __future__ import annotations

from typing import Annotated, Literal

from ...json_schema import OPEN
from .model_p3p import DataRow, Fit, PurposeElement, RecipientElement
from .models import Field, Id, Ids, Origin, Strict, Text, Url, absent

Country = Annotated[str, Field(pattern="^[A-Z]{2}$")]
Clause = Annotated[str, Field(pattern=r"^\S+$", description="The part or clause that states it: an id of `places`.")]


class Concept(Strict):
    """A row of policyc's vocabulary."""

    id: Id = Field(description="Its id in the vocabulary.")
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

    name: Text = Field(description="Its full name.")
    short: Text = absent("Its short name in the text, such as 当社.")
    address: list[Text] = absent("In the parts given: prefecture, city, rest; or in one.")
    representative_title: Text = absent("The title of its representative.")
    representative_name: Text = absent("The name of its representative.")
    country: Country = absent("The country it is in.")
    phone: Text = absent("Its telephone number.")
    email: Text = absent("Its e-mail address.")
    site: Url = absent("The address of its site.")
    postal_code: Text = absent("Its postal code.")
    unsaid: list[Annotated[Literal["name"], Field(json_schema_extra={OPEN: True})]] = absent(
        "What stands here though no sentence of the page says it."
    )


class Group(Row):
    """A group of organisations."""

    name: Text = Field(description="Its name.")
    members: Ids = absent("Ids of parties.")
    listed_at: Url = absent("Where its members are listed.")


class Subject(Row):
    """A category of people."""

    text: Text = Field(description="As the text says it.")
    concept: Concept = absent("Which category it is.")
    definition: Text = absent("What the text defines it as.")


class DataItem(Row):
    """An item of personal data, or a group of items."""

    text: Text = Field(description="As the text says it.")
    concept: Concept = absent("Which kind of data it is.")
    also: list[Concept] = absent("Which further kinds of data it is.")
    parts: Ids = absent("The items of a group, by id.")
    open: bool = Field(description="Whether it covers more than it names.")
    position: int = Field(description="Its place in the declarations.")
    p3p: list[DataRow] = Field(description="The DATA elements that stand for it.")


class Purpose(Stated):
    """A purpose of use."""

    text: Text = Field(description="As the text says it.")
    concepts: list[Concept] = absent("Which purposes they are.")
    p3p: list[PurposeElement] = Field(description="The PURPOSE elements that stand for it.")
    fit: Fit = Field(description="How near P3P comes to it.")
    open: bool = Field(description="Whether it covers more than it names.")
    listed: bool = Field(description="Whether the text lists it as an item.")
    marker: Text = absent("Its number in the text.")
    position: int = Field(description="Its place in its clause.")
    analyses: Ids = absent("Data that are analysed for it.")
    derives: Ids = absent("Data that are inferred by it.")
    data: Ids = absent("Data that are used for it.")
    defined_in: Url = absent("The document that defines it.")


class Recipient(Row):
    """A recipient, or a class of recipients."""

    text: Text = Field(description="As the text says it.")
    concepts: list[Concept] = absent("Which kinds of recipients they are.")
    p3p: list[RecipientElement] = Field(description="The RECIPIENT elements that stand for it in the statements.")
    fit: Fit = Field(description="How near P3P comes to it.")
    countries: list[Country] = absent("The countries it is in.")
    abroad: bool = absent("Whether it is outside Japan; left out where the page does not say.")
    page: Url = absent("The page that lists or describes it.")


class Term(Row):
    """A defined term."""

    name: Text = Field(description="The word.")
    meaning: Text = Field(description="What the text defines it as.")


class Place(Row):
    """A part or clause of the text."""

    type: Text = Field(description="The keyword of its type.")
    marker: Text = absent("Its number in the text.")
    heading: Text = absent("Its heading.")
    parent: Id = absent("The part or document it stands in.")
