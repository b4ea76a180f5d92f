"""What a package holds, held against its manifest, its sums and the manifests of its documents."""

from __future__ import annotations

import re
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from . import FORMAT, MANIFEST, SUMS
from . import messages_contents as say
from .archive import Archive
from .manifest import GRAPH, Output, make, outputs, sums
from .report import Report
from .strict_json import NotJson, canonical, parse

_SUM = re.compile(r"([0-9a-f]{64})  (\S.*)\Z")
_FAMILY = FORMAT.rstrip("0123456789")


def check(archive: Archive, report: Report) -> Mapping[str, Any] | None:
    """The manifest of a package, None where it cannot be read; everything in which the package differs is reported."""
    files = {path: body for path, body in archive.files.items() if path not in (MANIFEST, SUMS)}
    manifest = _manifest(archive, report)
    told: set[str] = set(archive.unread)
    if manifest is not None:
        _listed(manifest, files, told, report)
    _sums(archive, told, report)
    found = outputs(files, report)
    documents(found, files, told, report)
    if manifest is not None:
        _documents_listed(manifest, found, told, report)
    if manifest is not None and not report.failed and make(files, found)[MANIFEST] != archive.files[MANIFEST]:
        report.add(say.WRONG_MANIFEST, MANIFEST)
    return manifest


def documents(found: Mapping[str, Output], files: Mapping[str, bytes], told: set[str], report: Report) -> None:
    """Each output folder against its own manifest; files in `told` were spoken of before."""
    for id_, one in found.items():
        for name, (_, size, digest) in one.artefacts.items():
            path = f"{id_}/{name}"
            if path in told:
                continue
            if path not in files:
                report.add(say.ARTEFACT_MISSING, path, name=path)
            elif len(files[path]) != size or sha256(files[path]).hexdigest() != digest:
                report.add(say.ARTEFACT_CHANGED, path, name=path)
            else:
                continue
            told.add(path)
        known = {f"{id_}/{name}" for name in (*one.artefacts, MANIFEST)}
        for path in files:
            if path.startswith(f"{id_}/") and path not in known and path not in told:
                report.add(say.ARTEFACT_EXTRA, path, name=path)
                told.add(path)


def _manifest(archive: Archive, report: Report) -> Mapping[str, Any] | None:
    """The manifest as it should be: of this version, as the schema says, in its canonical form."""
    body = archive.files.get(MANIFEST)
    if body is None:
        if MANIFEST not in archive.unread:
            report.add(say.NO_MANIFEST)
        return None
    try:
        value = parse(body)
    except NotJson as error:
        report.add(say.BAD_MANIFEST, MANIFEST, where="-", what=error.what)
        return None
    format_ = value.get("format") if isinstance(value, dict) else None
    if isinstance(format_, str) and re.fullmatch(re.escape(_FAMILY) + r"\d+", format_) and format_ != FORMAT:
        report.add(say.UNKNOWN_VERSION, MANIFEST, found=format_, known=FORMAT)
        return None
    fault = _fault(value)
    if fault:
        report.add(say.BAD_MANIFEST, MANIFEST, where=fault, what=say.NOT_THE_SCHEMA)
        return None
    try:
        same = canonical(value) == body
    except NotJson:
        same = False
    if not same:
        report.add(say.NOT_CANONICAL, MANIFEST)
    manifest: Mapping[str, Any] = value
    return manifest


def _fault(value: object) -> str:
    """The first member that is not as the schema says; empty when all are, and every row stands once, in order."""
    from pydantic import ValidationError

    from .models import Manifest

    try:
        read = Manifest.model_validate(value)
    except ValidationError as error:
        return ".".join(map(str, error.errors()[0]["loc"])) or "-"
    paths, ids = [row.path for row in read.files], [row.id for row in read.documents]
    for member, rows in (("files", paths), ("documents", ids)):
        if rows != sorted(set(rows)):
            return member
    return ""


def _listed(manifest: Mapping[str, Any], files: Mapping[str, bytes], told: set[str], report: Report) -> None:
    """The files against the manifest's rows."""
    rows = {row["path"]: row for row in manifest["files"]}
    for path in sorted({*rows, *files} - told):
        if path not in rows:
            report.add(say.EXTRA_FILE, path, name=path)
        elif path not in files:
            report.add(say.MISSING_FILE, path, name=path)
        elif len(files[path]) != rows[path]["bytes"] or sha256(files[path]).hexdigest() != rows[path]["sha256"]:
            report.add(say.CHANGED_FILE, path, name=path)
        else:
            continue
        told.add(path)


def _sums(archive: Archive, told: set[str], report: Report) -> None:
    """SHA256SUMS against the files; what the manifest has told of a file is not told again."""
    body = archive.files.get(SUMS)
    if body is None:
        if SUMS not in archive.unread:
            report.add(say.NO_SUMS)
        return
    if body == sums(archive.files):
        return
    listed: dict[str, str] = {}
    before = ""
    lines = body.decode("utf-8", "replace").split("\n")
    for number, line in enumerate(lines, 1):
        hit = _SUM.match(line)
        last = number == len(lines)
        if (last and line) or (not last and (hit is None or hit[2] <= before)):
            report.add(say.BAD_SUMS, SUMS, line=number)
            return
        if hit is not None:
            before = hit[2]
            listed[before] = hit[1]
    there = {path: sha256(data).hexdigest() for path, data in archive.files.items() if path != SUMS}
    for path in sorted({*listed, *there} - told):
        if path not in listed or path not in there:
            report.add(say.SUMS_INCOMPLETE, path, name=path)
        elif listed[path] != there[path]:
            report.add(say.SUM_DIFFERS, path, name=path)


def _documents_listed(manifest: Mapping[str, Any], found: Mapping[str, Output], told: set[str], report: Report) -> None:
    """The manifest's rows of documents against the documents."""
    rows = {row["id"]: row for row in manifest["documents"]}
    for id_ in sorted({*rows, *found}):
        row, one = rows.get(id_), found.get(id_)
        if row is None:
            if f"{id_}/{MANIFEST}" not in told:
                report.add(say.DOCUMENT_DIFFERS, MANIFEST, name=id_, member="documents")
        elif one is None:
            if not report.failed:
                report.add(say.DOCUMENT_DIFFERS, MANIFEST, name=id_, member="documents")
        else:
            _document(row, one, told, report)


def _document(row: Mapping[str, Any], one: Output, told: set[str], report: Report) -> None:
    id_ = row["id"]
    if f"{id_}/{MANIFEST}" not in told:
        for member in ("kind", "title", "url", "version", "compiler"):
            if row[member] != one.head[member]:
                report.add(say.DOCUMENT_DIFFERS, MANIFEST, name=id_, member=member)
    path = f"{id_}/{GRAPH}"
    graph = row.get("graph")
    if path not in told and one.graph and (graph is None or (graph["path"], graph["sha256"]) != (path, one.graph)):
        report.add(say.GRAPH_DIFFERS, path, name=path)
