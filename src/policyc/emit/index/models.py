"""The JSON Schema of `index.json`, from its models. The only module of the target that imports pydantic; emitting never
imports it. `python3 run.py freeze` writes the schema beside it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from ...json_schema import Closed, Text, absent
from ...json_schema import schema_text as made
from . import SCHEMA

Id = Annotated[str, Field(pattern=r"^\S+$")]
Url = Annotated[str, Field(pattern=r"^\S+$", description="As published: absolute, or a path of the same site.")]


class Operator(Closed):
    """Who publishes the site."""

    id: Id = Field(description="Its id in the source.")
    name: Text = Field(description="Its name.")


class Document(Closed):
    """The index as a document of its own."""

    id: Id = Field(description="The id of the document in its source.")
    title: Text = Field(description="Its title.")
    url: Url
    version: Text = absent("The name of the version, if it has one.")
    replaces: Url = absent("The address of the version that it replaces, where the source declares one.")
    operator: Operator = absent("Who publishes it.")
    language: Literal["ja"] = Field(description="The language of all texts.")
    origin: str = Field(pattern=r"^.+:[0-9]+$", description="Where it is declared: file and line.")


class Entry(Closed):
    """A link of the index, and the entries below it."""

    id: Id = Field(
        description="Unique in the file; the anchor in the HTML page, and the fragment of its IRI in JSON-LD."
    )
    label: Text = Field(description="The words of the link.")
    url: Url
    document: Id = absent("The document of the same build that it leads to: the name of its output folder.")
    entries: Annotated[list[Entry], Field(min_length=1)] = absent("Entries below this one.")


class Group(Closed):
    """A headed group of entries."""

    id: Id = Field(description="Its id in the source, and the anchor in the HTML page.")
    title: Text = Field(description="Its heading.")
    entries: list[Entry] = Field(min_length=1, description="Its entries.")


class IndexFile(Closed):
    """The index of a site: groups of links to its legal pages, in the order of the page."""

    schema_: Literal["https://example.org/ns/policyc/schema/site-index-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-site-index"] = Field(description="What this file is.")
    version: Literal["1.0"] = Field(description="The version of the format.")
    document: Document = Field(description="The index itself.")
    groups: list[Group] = Field(description="In the order of the page.")


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the file; the same text each time."""
    return made(IndexFile, SCHEMA)
