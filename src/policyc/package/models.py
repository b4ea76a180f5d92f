"""The model of a package's manifest: what a check reads it with, and what its JSON Schema is made of."""

from __future__ import annotations

from typing import Annotated, Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from . import MAX_BYTES

Text = Annotated[str, Field(min_length=1)]
Id = Annotated[str, Field(pattern=r"^\S+$")]
Path = Annotated[str, Field(pattern=r"^[^/\\]+/[^/\\]+$", description="The document's id and the name of the file.")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class _Strict(BaseModel):
    model_config = ConfigDict(strict=True, extra="forbid", frozen=True)


def _absent(about: str) -> Any:
    """A member that may be left out; None is no value of it."""
    return Field(default=None, description=about)


class Graph(_Strict):
    """What the JSON-LD of a document states, whatever the order and spelling of its text."""

    path: Path
    canonicalization: Literal["RDFC-1.0"] = Field(description="W3C RDF Dataset Canonicalization.")
    sha256: Digest = Field(description="Of the canonical N-Quads.")


class Compiler(_Strict):
    """What made the document."""

    name: Literal["policyc"]
    version: Text


class Document(_Strict):
    """A document of the package: a folder of this name."""

    id: Id = Field(description="The id of the document in its source, and the name of its folder.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: str
    url: str = Field(description="The address it is published at; empty where it has none.")
    version: str = Field(description="The name of the version; empty where it has none.")
    compiler: Compiler
    graph: Graph = _absent("Its facts; absent where there is no JSON-LD.")


class File(_Strict):
    """A file of the package."""

    path: Path
    media_type: Text
    bytes: int = Field(ge=0, le=MAX_BYTES)
    sha256: Digest


class Manifest(_Strict):
    """What a package holds. Written in the form of RFC 8785; the manifest itself and SHA256SUMS are not among the files."""

    schema_: Literal["https://example.org/ns/policyc/schema/package-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-package-1"] = Field(description="What this file is.")
    documents: Annotated[list[Document], Field(min_length=1)]
    files: list[File]


class Artefact(_Strict):
    """A file of an output folder."""

    path: Id
    media_type: Text
    bytes: int = Field(ge=0)
    sha256: Digest


class SourceFile(_Strict):
    """A source that the document was compiled from, its imports included."""

    path: Text = Field(description="Relative to the root of the build.")
    sha256: Digest


class Loss(_Strict):
    """What a target cannot say exactly."""

    target: Text
    node: Text = Field(description="The id of the fact.")
    fact: Text
    fit: Literal["exact", "broader", "none"] = Field(description="How near the target comes to it.")
    note: str


class OutputManifest(_Strict):
    """The manifest of an output folder, as `policyc build` writes it: what is there, from what, and what was lost."""

    format: Literal["policyc-manifest-1"] = Field(description="What this file is.")
    document: Id = Field(description="The id of the document in its source, and the name of the folder.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: str
    url: str = Field(description="The address it is published at; empty where it has none.")
    version: str = Field(description="The name of the version; empty where it has none.")
    compiler: Compiler
    sources: list[SourceFile]
    artefacts: list[Artefact]
    losses: list[Loss]
