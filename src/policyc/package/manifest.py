"""The manifest of a package and its SHA256SUMS, made of the output folders that the package holds."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from . import FORMAT, MANIFEST, SCHEMA, SUMS
from . import messages_contents as say
from .graph import NotAGraph, digest
from .report import Report
from .strict_json import NotJson, canonical, parse

GRAPH = "policy.jsonld"
_OUTPUT = "policyc-manifest-"
_OUTPUT_KNOWN = f"{_OUTPUT}1"


class Output(NamedTuple):
    """An output folder: the head of its manifest, its artefacts as (media type, bytes, sha256), the digest of its graph
    (empty where there is none that can be read)."""

    head: dict[str, Any]
    artefacts: dict[str, tuple[str, int, str]]
    graph: str


def outputs(files: Mapping[str, bytes], report: Report) -> dict[str, Output]:
    """The output folders among the files of a package, by document; what is wrong with one is reported."""
    found = {}
    for id_ in sorted({path.partition("/")[0] for path in files if "/" in path}):
        one = _output(id_, files, report)
        if one is not None:
            found[id_] = one
    return found


def make(files: Mapping[str, bytes], found: Mapping[str, Output]) -> dict[str, bytes]:
    """All files of the package: those of the documents, its manifest in the form of RFC 8785, and the sums."""
    rows = [
        {
            "path": path,
            "media_type": _media_type(path, found),
            "bytes": len(body),
            "sha256": sha256(body).hexdigest(),
        }
        for path, body in sorted(files.items())
    ]
    documents = [_document(id_, one) for id_, one in sorted(found.items())]
    value = {"$schema": SCHEMA, "format": FORMAT, "documents": documents, "files": rows}
    whole = {**files, MANIFEST: canonical(value)}
    return {**whole, SUMS: sums(whole)}


def sums(files: Mapping[str, bytes]) -> bytes:
    """SHA256SUMS as `sha256sum` writes and checks it, by path."""
    lines = (f"{sha256(body).hexdigest()}  {path}\n" for path, body in sorted(files.items()) if path != SUMS)
    return "".join(lines).encode("utf-8")


def _document(id_: str, one: Output) -> dict[str, Any]:
    head = {name: one.head[name] for name in ("kind", "title", "url", "version", "compiler")}
    graph = {"path": f"{id_}/{GRAPH}", "canonicalization": "RDFC-1.0", "sha256": one.graph}
    return {"id": id_, **head, **({"graph": graph} if one.graph else {})}


def _media_type(path: str, found: Mapping[str, Output]) -> str:
    id_, _, name = path.partition("/")
    return "application/json" if name == MANIFEST else found[id_].artefacts[name][0]


def _output(id_: str, files: Mapping[str, bytes], report: Report) -> Output | None:
    """One output folder by its own manifest, which must be of this version and of this document."""
    place = f"{id_}/{MANIFEST}"
    try:
        value = parse(files[place]) if place in files else None
        format_ = value.get("format") if isinstance(value, dict) else None
        if isinstance(format_, str) and format_.startswith(_OUTPUT) and format_ != _OUTPUT_KNOWN:
            report.add(say.UNKNOWN_VERSION, place, found=format_, known=_OUTPUT_KNOWN)
            return None
        head, artefacts = _read(value)
    except NotJson as error:
        report.add(say.BAD_DOCUMENT, place, name=place, what=error.what)
        return None
    except (KeyError, TypeError):
        report.add(say.BAD_DOCUMENT, place, name=place, what=say.NO_OUTPUT)
        return None
    if head["document"] != id_:
        report.add(say.DOCUMENT_DIFFERS, place, name=id_, member="document")
        return None
    return Output(head, artefacts, _graph(f"{id_}/{GRAPH}", files, report))


def _read(value: Any) -> tuple[dict[str, Any], dict[str, tuple[str, int, str]]]:
    """The members that a package speaks of. Raises KeyError and TypeError where one is missing or of another type."""
    if value["format"] != _OUTPUT_KNOWN:
        raise KeyError
    head = {name: _text(value[name]) for name in ("document", "kind", "title", "url", "version")}
    compiler = {name: _text(value["compiler"][name]) for name in ("name", "version")}
    artefacts = {}
    for row in value["artefacts"]:
        size = row["bytes"]
        if not isinstance(size, int):
            raise TypeError
        artefacts[_text(row["path"])] = (_text(row["media_type"]), size, _text(row["sha256"]))
    return {**head, "compiler": compiler}, artefacts


def _text(value: Any) -> str:
    # Half a surrogate pair, which JSON can escape, is no text.
    if not isinstance(value, str) or any("\ud800" <= c <= "\udfff" for c in value):
        raise TypeError
    return value


def _graph(path: str, files: Mapping[str, bytes], report: Report) -> str:
    if path not in files:
        return ""
    try:
        return digest(files[path])
    except NotAGraph as error:
        report.add(say.BAD_GRAPH, path, name=path, what=error.what)
        return ""
