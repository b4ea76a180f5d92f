"""The models of rules and of their coverage as JSON: for their JSON Schemas, made when files are frozen.

The schema of an audit itself (`audit.schema.json`) is written by hand: which members a row has depends on its answer.
"""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..json_schema import Both, Closed, Code, Count, Day, Text, absent

Reference = Annotated[str, Field(pattern=r"^[a-z0-9-]+:.+$")]


class Law(Closed):
    """The provision that a rule is of."""

    reference: Reference = Field(description="Statute, article, paragraph and item, such as appi:27(1).")
    citation: Text = Field(description="The same as a lawyer cites it.")
    statute: Text = Field(description="The name of the statute.")
    number: str = Field(description="The number of the statute.")
    read: Day = Field(description="The day of the consolidated text that was read.")


class Force(Closed):
    """From when until when it is in force; null where nothing is known of it."""

    from_: Day | None = Field(alias="from", description="The first day.")
    until: Day | None = Field(description="The last day.")
    latest: Day | None = Field(description="The day by which it comes into force at the latest.")
    note: str = Field(description="What is known of the day.")


class Examples(Closed):
    """Two sources: one that the rule finds in order, one that it does not."""

    good: Text = Field(description="In order.")
    bad: Text = Field(description="Wanting.")


class RuleRow(Closed):
    """A rule of law."""

    rule: Code = Field(description="Its code.")
    law: Law = Field(description="Its provision.")
    title: Both = Field(description="What it is about.")
    documents: list[Text] = Field(description="The kinds of documents that it is put to.")
    severity: Literal["error", "warning", "note"] = Field(description="How grave a gap is.")
    severity_note: str = Field(description="Why it is as grave as that; may be empty.")
    state: Literal["in-force", "coming", "unanswerable", "over"] = Field(
        description="Its state on the day; `unanswerable` is in force, but no text can tell."
    )
    force: Force = Field(description="From when until when.")
    how: Both = Field(description="What it looks at: facts, words, or nothing that a text has.")
    states: list[str] = Field(description="What must be stated, in its parts.")
    message: Both = Field(description="What a finding says, with places for what a document has.")
    hint: Both = Field(description="What to do about it.")
    unanswerable: Both | None = Field(description="Why no text can tell; null where one can.")
    guideline: str = Field(description="The guideline that explains it; may be empty.")
    sources: list[Text] = Field(min_length=1, description="What was read for it.")
    verified: bool = Field(description="Whether the article itself was read.")
    note: str = Field(description="A remark; may be empty.")
    examples: Examples | None = Field(description="Its examples; null where it has none, as no text can tell.")


class Rules(Closed):
    """The rules of law that were asked for, in the order of the statutes."""

    format: Literal["policyc-rules-1"] = Field(description="What this is.")
    rules_of: Day = Field(description="The day of the newest text that the rules were read from.")
    as_of: Day = Field(description="The day whose law is asked for.")
    rules: list[RuleRow] = Field(description="The rules.")


class ProvisionRow(Closed):
    """An article, paragraph or item."""

    reference: Reference = Field(description="Statute, article, paragraph and item.")
    cited: Text = Field(description="The same as a lawyer cites it.")
    has_parts: bool = Field(description="Whether it has paragraphs or items of its own, which are listed too.")
    rules: list[Code] = Field(description="The rules that answer it.")
    numbers_read: bool = Field(description="Whether the number of its items was verified.")
    reason: Both = absent("Why no rule answers it.")
    see: Text = absent("The provision that is answered instead.")


class StatuteRow(Closed):
    """A statute with its provisions."""

    statute: Text = Field(description="Its short name, as codes of rules begin.")
    name: Text = Field(description="Its name.")
    number: str = Field(description="Its number.")
    read: Day = Field(description="The day of the consolidated text that was read.")
    with_rules: Count = Field(description="Provisions without parts that a rule answers.")
    of_these_a_text_cannot_tell: Count = Field(description="Of these: where no text can tell, or the law is to come.")
    parts: Count = Field(description="Provisions without parts.")
    provisions: list[ProvisionRow] = Field(description="All of them, in the order of the statute.")


class LawCoverage(Closed):
    """How far the rules cover the statutes."""

    format: Literal["policyc-law-coverage-1"] = Field(description="What this is.")
    rules_of: Day = Field(description="The day of the newest text that the rules were read from.")
    statutes: list[StatuteRow] = Field(description="Each statute.")
