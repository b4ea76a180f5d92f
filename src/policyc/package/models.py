"""The models of what is built and packed: what a check reads a package with, and what JSON Schemas are made of."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import ConfigDict, Field

from ..json_schema import EXACT, Closed, Text, absent, open_list
from . import MAX_BYTES

Id = Annotated[str, Field(pattern=r"^\S+$")]
Path = Annotated[str, Field(pattern=r"^[^/\\]+/[^/\\]+$", description="The document's id and the name of the file.")]
Digest = Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]
Base64 = Annotated[str, Field(pattern=r"^[A-Za-z0-9+/]+={0,2}$")]


class Graph(Closed):
    """What the JSON-LD of a document states, whatever the order and spelling of its text."""

    path: Path
    canonicalization: Literal["RDFC-1.0"] = Field(description="W3C RDF Dataset Canonicalization.")
    sha256: Digest = Field(description="Of the canonical N-Quads.")


class Compiler(Closed):
    """What made the document."""

    name: Literal["policyc"] = Field(description="Its name.")
    version: Text = Field(description="Its version.")


class Document(Closed):
    """A document of the package: a folder of this name."""

    id: Id = Field(description="The id of the document in its source, and the name of its folder.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: str = Field(description="Its title.")
    url: str = Field(description="The address it is published at; empty where it has none.")
    version: str = Field(description="The name of the version; empty where it has none.")
    compiler: Compiler = Field(description="What made it.")
    graph: Graph = absent("Its facts; absent where there is no JSON-LD.")


class File(Closed):
    """A file of the package."""

    path: Path
    media_type: Text = Field(description="Its media type.")
    bytes: int = Field(ge=0, le=MAX_BYTES, description="How many it has.")
    sha256: Digest = Field(description="Of its bytes.")


class Manifest(Closed):
    """What a package holds. Written in the form of RFC 8785; the manifest itself and SHA256SUMS are not among the files."""

    model_config = ConfigDict(json_schema_extra={EXACT: True})

    schema_: Literal["https://example.org/ns/policyc/schema/package-1.schema.json"] = Field(
        alias="$schema", description="The schema of this file."
    )
    format: Literal["policyc-package-1"] = Field(description="What this file is.")
    documents: Annotated[list[Document], Field(min_length=1)] = Field(description="The documents, by id.")
    files: list[File] = Field(description="All files of their folders, by path.")


class Artefact(Closed):
    """A file of an output folder."""

    path: Id = Field(description="Its name in the folder.")
    media_type: Text = Field(description="Its media type.")
    bytes: int = Field(ge=0, description="How many it has.")
    sha256: Digest = Field(description="Of its bytes.")


class SourceFile(Closed):
    """A source that the document was compiled from, its imports included."""

    path: Text = Field(description="Relative to the root of the build.")
    sha256: Digest = Field(description="Of its bytes.")


class Loss(Closed):
    """What a target cannot say exactly."""

    target: Text = Field(description="The target, such as p3p.")
    node: Text = Field(description="The id of the fact.")
    fact: Text = Field(description="The member or kind of the fact.")
    fit: Literal["exact", "broader", "none"] = open_list("How near the target comes to it.")
    note: str = Field(description="What is lost.")


class OutputManifest(Closed):
    """The manifest of an output folder, as `policyc build` writes it: what is there, from what, and what was lost."""

    format: Literal["policyc-manifest-1"] = Field(description="What this file is.")
    document: Id = Field(description="The id of the document in its source, and the name of the folder.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: str = Field(description="Its title.")
    url: str = Field(description="The address it is published at; empty where it has none.")
    version: str = Field(description="The name of the version; empty where it has none.")
    compiler: Compiler = Field(description="What made it.")
    sources: list[SourceFile] = Field(description="The sources, the document's own first.")
    artefacts: list[Artefact] = Field(description="The files of the folder but this one.")
    losses: list[Loss] = Field(description="What the targets cannot say exactly.")


class IndexRow(Closed):
    """A document of a build."""

    id: Id = Field(description="The id of the document in its source, and the name of its folder.")
    kind: Text = Field(description="The kind of document, such as privacy-notice.")
    title: str = Field(description="Its title.")
    url: str = Field(description="The address it is published at; empty where it has none.")
    path: Text = Field(description="Its manifest, below the folder of the build.")


class BuildIndex(Closed):
    """What a build of several documents wrote: `index.json` of the folder given as `--out`."""

    format: Literal["policyc-index-1"] = Field(description="What this file is.")
    compiler: Text = Field(description="The version of policyc that wrote it.")
    documents: list[IndexRow] = Field(description="The documents, by id.")


class Signature(Closed):
    """A signature of an envelope."""

    keyid: Digest = Field(description="SHA-256 of the SubjectPublicKeyInfo of the key: a hint, no proof.")
    sig: Base64 = Field(description="Ed25519, of the pre-authentication encoding of DSSE 1.0.")


class Envelope(Closed):
    """The signature of a package: a DSSE envelope around an in-toto statement, in the form of RFC 8785.

    Both are formats of others; this is what policyc writes of them.
    """

    model_config = ConfigDict(json_schema_extra={EXACT: True})

    payload: Base64 = Field(description="The statement (package-statement), in Base64.")
    payloadType: Literal["application/vnd.in-toto+json"] = Field(description="What the payload is.")
    signatures: list[Signature] = Field(min_length=1, description="One for each key that signed.")


class SubjectDigest(Closed):
    """The digest of a file."""

    sha256: Digest = Field(description="Of its bytes.")


class Subject(Closed):
    """A file that a statement is about."""

    name: Text = Field(description="The name of the zip, or the path of a file in it.")
    digest: SubjectDigest = Field(description="Its digest.")


class Predicate(Closed):
    """What a statement says of its subjects."""

    format: Literal["policyc-package-1"] = Field(description="The format of the package.")
    documents: Annotated[list[Document], Field(min_length=1)] = Field(description="As in the package's manifest.")


class Statement(Closed):
    """The payload of a package's signature: an in-toto Statement v1 on the zip and on each file in it."""

    model_config = ConfigDict(json_schema_extra={EXACT: True})

    type_: Literal["https://in-toto.io/Statement/v1"] = Field(alias="_type", description="What this is.")
    subject: list[Subject] = Field(min_length=2, description="The zip, then its files by path.")
    predicateType: Literal["https://example.org/ns/policyc/predicate/package-1"] = Field(
        description="What the predicate is."
    )
    predicate: Predicate = Field(description="The documents of the package.")
