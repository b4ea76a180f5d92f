"""The JSON Schema of `index.json`, from its models. The only module of the target that imports pydantic; emitting never
imports it. `python3 run.py freeze` writes the schema beside it."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from .. import schema
from . import SCHEMA

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^\S+$")]
Url = Annotated[str, Field(pattern=r"^\S+$", description="As published: absolute, or a path of the same site.")]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _absent(about: str) -> Any:
    """A member that may be left out; None is no value of it."""
    return Field(default=None, description=about)


class Operator(_Strict):
    """Who publishes the site."""

    id: Id
    name: Text


class Document(_Strict):
    """The index as a document of its own."""

    id: Id = Field(description="The id of the document in its source.")
    title: Text
    url: Url
    version: Text = _absent("The name of the version, if it has one.")
    replaces: Url = _absent("The address of the version that it replaces, where the source declares one.")
    operator: Operator = _absent("Who publishes it.")
    language: Literal["ja"] = Field(description="The language of all texts.")
    origin: str = Field(pattern=r"^.+:[0-9]+$", description="Where it is declared: file and line.")


class Entry(_Strict):
    """A link of the index, and the entries below it."""

    id: Id = Field(
        description="Unique in the file; the anchor in the HTML page, and the fragment of its IRI in JSON-LD."
    )
    label: Text = Field(description="The words of the link.")
    url: Url
    document: Id = _absent("The document of the same build that it leads to: the name of its output folder.")
    entries: Annotated[list[Entry], Field(min_length=1)] = _absent("Entries below this one.")


class Group(_Strict):
    """A headed group of entries."""

    id: Id
    title: Text
    entries: list[Entry] = Field(min_length=1)


class IndexFile(_Strict):
    """The index of a site: groups of links to its legal pages, in the order of the page."""

    schema_: Literal["https://example.org/ns/policyc/schema/site-index-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-site-index"] = Field(description="What this file is.")
    version: Literal["1.0"] = Field(description="The version of the format.")
    document: Document
    groups: list[Group]


def schema_text() -> str:
    """The JSON Schema (draft 2020-12) of the file; the same text each time."""
    return schema.schema_text(IndexFile, SCHEMA)
