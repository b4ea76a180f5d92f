"""Models of the facts in the JSON file: what their kinds declare, and what only this file says of them."""

from __future__ import annotations

from typing import Any, Literal, NamedTuple

from ...facts import BY_TABLE, Practice
from ...facts.models import Model, model
from .model_p3p import DataRow, Fit, PurposeElement, RecipientElement, RetentionElement
from .models import Clause, Field, Id, Strict, Text, absent


class Concept(Strict):
    """A row of policyc's vocabulary."""

    id: Id = Field(description="Its id in the vocabulary.")
    label: Text = Field(description="Its Japanese name.")
    fit: Fit = Field(description="How near P3P comes to it.")
    note: Text = absent("What is lost in P3P.")
    article: Text = absent("The provision that names it, of the APPI unless it says another.")
    sensitive: bool = absent("Special care-required personal information (APPI art. 2(3)).")


class PurposesOf(Strict):
    """All purposes of a clause: the `purposes` whose `clause` it is."""

    clause: Clause
    scope: Literal["same", "within"] = Field(description="Whether they are the same, or within them.")


_FIT = (Fit, Field(description="How near P3P comes to it."))
_MORE: dict[str, dict[str, Any]] = {
    "data": {"p3p": (list[DataRow], Field(description="The DATA elements that stand for it."))},
    "purposes": {
        "p3p": (list[PurposeElement], Field(description="The PURPOSE elements that stand for it.")),
        "fit": _FIT,
    },
    "recipients": {
        "p3p": (
            list[RecipientElement],
            Field(description="The RECIPIENT elements that stand for it in the statements."),
        ),
        "fit": _FIT,
    },
    "retentions": {"p3p": (RetentionElement, Field(description="The RETENTION element that stands for it."))},
}
"""What P3P is for a fact, by its table."""


class Member(NamedTuple):
    """A member that holds practices: the name of the model of its rows, what one is, and what the member holds; whether it is said
    where its receivers are, and whether consent is a ground."""

    model: str
    row: str
    rows: str
    abroad: bool = False
    consent: bool = False


PRACTICES = {
    "uses": Member("Use", "A use by the operator.", "The operator's own uses."),
    "collections": Member("Collection", "Collection of data.", "What is collected, and from where."),
    "provisions": Member(
        "Provision",
        "Provision to others: of personal data, or (by its action) of referable or anonymously processed information, or "
        "with the succession of a business.",
        "Provision to third parties (APPI arts. 27(1), 28).",
        abroad=True,
        consent=True,
    ),
    "entrustments": Member(
        "Entrustment", "Entrustment to processors.", "Entrustment of handling (APPI art. 27(5)(i)).", abroad=True
    ),
    "jointUses": Member(
        "JointUse", "Joint use; its `recipients` are the joint users.", "Joint use (APPI art. 27(5)(iii))."
    ),
    "transmissions": Member(
        "Transmission",
        "Transmission of user information to outsiders.",
        "External transmission (Telecommunications Business Act art. 27-12).",
        abroad=True,
    ),
}


def of_table(table: str) -> Model:
    """The model of the rows of a table of facts."""
    kind = BY_TABLE[table]
    return model(kind.record, kind.record.__name__, kind.row.en, Concept, _MORE.get(table))


def of_member(member: str) -> Model:
    """The model of the practices of a member. `purposes` are those that a practice does not take from a clause."""
    said = PRACTICES[member]
    more: dict[str, Any] = {"purposesOf": (list[PurposesOf], absent("Purposes it takes from a clause."))}
    if said.abroad:
        about = "Whether a receiver is outside Japan (APPI art. 28); left out where the page does not say."
        more["foreign"] = (bool, absent(about))
    if said.consent:
        more["consent"] = (bool, Field(description="Whether consent is a ground."))
        more["consentByTerms"] = (bool, Field(description="Whether accepting terms counts as that consent."))
    return model(Practice, said.model, said.row, Concept, more, without=("purposes_of", "scope"))
