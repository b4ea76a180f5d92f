"""The model of `policyc coverage --format json`: for its JSON Schema, made when files are frozen."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..json_schema import Closed, Count, Text, absent


class Share(Closed):
    """How many there are, and how many stand on facts."""

    total: Count = Field(description="All of them.")
    backed: Count = Field(description="Those on declared facts.")
    share: Annotated[float, Field(ge=0, le=1)] = Field(description="Backed over total, four decimals.")


class Bare(Closed):
    """A sentence that no fact stands behind."""

    text: Text = Field(description="The sentence.")
    node: str = Field(description="The id of the clause or item it is in.")


class DocumentCoverage(Closed):
    """The figures of one document."""

    document: Text = Field(description="The id of the document in its source.")
    sentences: Share = Field(description="Of its sentences; headings do not count.")
    characters: Share = Field(description="Of the characters of its sentences.")
    bare: list[Bare] = Field(description="The sentences that no fact stands behind.")


class CoverageFile(Closed):
    """How much of the text of documents stands on declared facts."""

    format: Literal["policyc-coverage-1"] = Field(description="What this is.")
    document: Text = absent("Only where there is one document: as in `documents`.")
    sentences: Share = absent("Only where there is one document: as in `documents`.")
    characters: Share = absent("Only where there is one document: as in `documents`.")
    bare: list[Bare] = absent("Only where there is one document: as in `documents`.")
    documents: list[DocumentCoverage] = Field(description="Each document.")
