"""The model of `policyc ask --format json`: for its JSON Schema, made when files are frozen."""

from __future__ import annotations

from typing import Literal

from pydantic import Field, RootModel

from ..json_schema import Closed, Text, absent, open_list


class Answer(Closed):
    """A practice of a document that answers the question."""

    file: Text = Field(description="The file it stands in; `!` and a path inside for one in a package.")
    document: Text = Field(description="The IRI of the document.")
    title: str = Field(description="The title of the document.")
    practice: Text = Field(description="The IRI of the practice; of the document, where it answers as a whole.")
    heading: str = Field(description="The heading it stands under, with its number.")
    others: list[str] = Field(description="Who or what the answer names.")
    certainty: Literal["stated", "within-purposes", "open-ended", "not-itemised"] = open_list(
        "Whether the text says it, only holds it within the purposes of a clause, an open-ended list may take it in, or "
        "the text names no items."
    )
    sentence: str = Field(description="The sentence behind it.")
    origin: str = Field(description="Where it is declared: file and line.")


class NamedQuestion(Closed):
    """The answers to a named question."""

    format: Literal["policyc-answers-1"] = Field(description="What this is.")
    question: Text = Field(description="The name of the question.")
    of: str = Field(description="The word it was asked of; empty where it takes none.")
    near: list[Text] = absent(
        "Names like the word, where neither the vocabulary nor any of the documents has it; left out where one does."
    )
    answers: list[Answer] = Field(description="By file, document, certainty and practice.")


class OwnQuery(Closed):
    """The rows of a query in SPARQL (`--sparql`)."""

    format: Literal["policyc-answers-1"] = Field(description="What this is.")
    variables: list[Text] = Field(description="The variables, in the order of the columns; `answer` for ASK.")
    rows: list[list[str]] = Field(description="The rows, sorted; an empty text where a variable has no value.")


class Answers(RootModel[NamedQuestion | OwnQuery]):
    """What documents state, as asked."""
