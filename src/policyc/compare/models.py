"""The model of a comparison as JSON (`json.py` writes it): for its JSON Schema, made when files are frozen."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ..diagnostics.models import Finding
from ..json_schema import Closed, Count, Nth, Text, absent, open_list

Stretch = Annotated[list[Count], Field(min_length=2, max_length=2)]
Named = Annotated[str, Field(pattern=r"^$|^U\+")]


class Page(Closed):
    """The published page."""

    file: str = Field(description="Its path, as given.")
    format: Literal["markdown", "html", "text"] = open_list("How it is written.")
    encoding: Text = Field(description="Its encoding, as given or found out.")


class Clause(Closed):
    """The part or clause of the source that a difference is in."""

    heading: str = Field(description="Its heading with its number.")
    file: str = Field(description="The file it is written in.")
    line: Nth = Field(description="The line it begins in.")


class SourceLine(Closed):
    """A line as the source says it."""

    text: str = Field(description="Its characters.")
    links: list[str] = Field(description="The addresses it links to, in order.")


class PageLine(SourceLine):
    """A line of the page."""

    line: Nth = Field(description="The line of the file it begins in.")


class Pair(Closed):
    """Two characters that look alike, or cannot be seen, by their names; empty for none."""

    source: Named = Field(description="In the source, such as U+301C WAVE DASH.")
    page: Named = Field(description="On the page.")


class Spot(Closed):
    """A place of two lines in which they differ."""

    source: Stretch = Field(description="Start and end in the text of the source, from 0, the end exclusive.")
    page: Stretch = Field(description="Start and end in the text of the page.")
    characters: list[Pair] = Field(description="Characters that must be named to be told apart.")


class Difference(Closed):
    """A line that is not the same."""

    kind: Literal["changed", "missing", "added", "moved", "links"] = open_list(
        "What differs: its characters; the page lacks it; only the page has it; its place; its addresses only."
    )
    clause: Clause = Field(description="Where in the source.")
    source: SourceLine | None = Field(description="The line of the source; null where only the page has it.")
    page: PageLine | None = Field(description="The line of the page; null where the page lacks it.")
    spots: list[Spot] = absent("Where the two differ, for `changed`.")


class Left(Closed):
    """What of the page was left out."""

    what: Text = Field(description="What it is, such as nav.")
    line: Nth = Field(description="The line it begins in.")
    rows: Count = Field(description="How many lines of text it has.")


class ComparisonFile(Closed):
    """A document held against its published page, to the character."""

    format: Literal["policyc-compare-1"] = Field(description="What this is.")
    identical: bool = Field(description="Whether there is no difference.")
    lines: Count = Field(description="How many lines of text the page has.")
    characters: Count = Field(description="How many characters of text the page has.")
    document: Text = Field(description="The id of the document in its source.")
    page: Page = Field(description="The page.")
    differences: list[Difference] = Field(description="In the order of the source.")
    left: list[Left] = Field(description="What of the page was left out, such as its navigation.")
    diagnostics: list[Finding] = Field(description="Findings on the page.")
