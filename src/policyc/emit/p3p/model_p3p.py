"""Models of the member `p3p` of the JSON file: what the XML says, element by element."""

from __future__ import annotations

from typing import Annotated, Literal

from ...json_schema import OPEN
from .models import Field, Id, Ids, Strict, Text, Uri, absent

Fit = Annotated[Literal["exact", "broader", "none"], Field(json_schema_extra={OPEN: True})]
Required = Literal["always", "opt-in", "opt-out"]
PurposeElement = Literal[
    "current",
    "admin",
    "develop",
    "tailoring",
    "pseudo-analysis",
    "pseudo-decision",
    "individual-analysis",
    "individual-decision",
    "contact",
    "historical",
    "telemarketing",
    "other-purpose",
]
RecipientElement = Literal["ours", "delivery", "same", "other-recipient", "unrelated", "public"]
RetentionElement = Literal["no-retention", "stated-purpose", "legal-requirement", "business-practices", "indefinitely"]
Category = Literal[
    "physical",
    "online",
    "uniqueid",
    "purchase",
    "financial",
    "computer",
    "navigation",
    "interactive",
    "demographic",
    "content",
    "state",
    "political",
    "health",
    "preference",
    "location",
    "government",
    "other-category",
]


class Expiry(Strict):
    """EXPIRY (REC 2.3.2.3)."""

    max_age: int = Field(ge=0, description="Seconds for which the policy may be kept.")


class EntityData(Strict):
    """A DATA of ENTITY (REC 3.2.4)."""

    ref: Annotated[str, Field(pattern=r"^#business\.")] = Field(description="A reference of the base data schema.")
    text: Text = Field(description="Its value.")


class Access(Strict):
    """ACCESS (REC 3.2.5)."""

    value: Literal["nonident", "ident-contact", "other-ident", "contact-and-other", "all", "none"] = Field(
        description="The element within ACCESS."
    )
    stated: bool = Field(description="Whether the text says so; if not, `none` stands as the least promise.")


class Dispute(Strict):
    """DISPUTES (REC 3.2.6)."""

    of: Id = Field(description="The procedure or contact that it was made from.")
    resolution_type: Literal["service", "independent", "court", "law"] = Field(
        description="The attribute resolution-type."
    )
    service: Uri = Field(description="Where to turn to.")
    short_description: Annotated[str, Field(min_length=1, max_length=255)] = Field(
        description="The attribute short-description."
    )
    long_description: Text = absent("Telephone, address, hours and the like.")


class PurposeRow(Strict):
    """An element of PURPOSE (REC 3.3.4)."""

    element: PurposeElement = Field(description="The element.")
    required: Required = absent("Whether the person may choose; never with `current`.")
    text: Text = absent("Only with `other-purpose`.")


class RecipientRow(Strict):
    """An element of RECIPIENT (REC 3.3.5)."""

    element: RecipientElement = Field(description="The element.")
    required: Required = absent("Whether the person may choose; never with `ours`.")
    descriptions: list[Text] = absent("One recipient-description per party or class.")


class CategoryRow(Strict):
    """An element of CATEGORIES (REC 3.4)."""

    element: Category = Field(description="The element.")
    text: Text = absent("Only with `other-category`.")


class DataRow(Strict):
    """A DATA of a statement (REC 3.3.7)."""

    ref: Annotated[str, Field(pattern=r"^#(user|thirdparty|business|dynamic)")] = Field(
        description="A reference of the base data schema."
    )
    categories: list[CategoryRow] = absent("Only with #dynamic.miscdata and #dynamic.cookies.")


class Statement(Strict):
    """A STATEMENT (REC 3.3): one per practice and way of keeping its data."""

    consequence: Text = Field(description="CONSEQUENCE: what is done, with the clause that says so.")
    practices: Annotated[Ids, Field(min_length=1)] = Field(description="The practices it was made from, by id.")
    purposes: Annotated[list[PurposeRow], Field(min_length=1, max_length=12)] = Field(
        description="Elements of PURPOSE."
    )
    recipients: Annotated[list[RecipientRow], Field(min_length=1, max_length=6)] = Field(
        description="Elements of RECIPIENT."
    )
    retention: RetentionElement = Field(description="The element within RETENTION.")
    data: Annotated[list[DataRow], Field(min_length=1)] = Field(description="The DATA of the statement.")


class P3p(Strict):
    """The POLICY of `policy.p3p.xml` (REC 3.2)."""

    name: Id = Field(description="The name of the POLICY, an XML ID.")
    discuri: Uri = Field(description="The page in natural language.")
    opturi: Uri = absent("Where people may choose; present if anything may be chosen.")
    expiry: Expiry = Field(description="For how long the policy may be kept.")
    entity: Annotated[list[EntityData], Field(min_length=2)] = Field(description="ENTITY: who publishes it.")
    access: Access = Field(description="ACCESS: what a person may see.")
    disputes: list[Dispute] = Field(description="DISPUTES: where to turn to.")
    statements: Annotated[list[Statement], Field(min_length=1)] = Field(description="The statements.")
