"""From a path to documents: a package, an output folder, the folder of a build, or one machine file."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from ..package import FORMAT as PACKAGE_FORMAT
from ..package import MANIFEST, MAX_BYTES
from ..package.archive import read as unpacked
from ..package.report import Report
from . import linked, p3p
from .things import Document, NotReadable, Package

_OUTPUT_FORMAT = "policyc-manifest-1"
_LINKED = "policy.jsonld"


def read(package: str | os.PathLike[str]) -> Package:
    """The documents of a package (`.zip`), of an output folder or a folder of such, or of one policy.jsonld or
    policy.p3p.json.

    In a package or folder each file that is read must be the one that its manifest lists. That is no check of who made
    it: `policyc verify` does that. Raises OSError when a path cannot be read, NotReadable when it is not what policyc
    writes, or of a format that this reader does not know.
    """
    path = os.fspath(package)
    if os.path.isdir(path):
        return _folder(path)
    body = _bytes(path)
    if body.startswith(b"PK"):
        return _zip(path, body)
    if path.endswith(".json"):
        return Package((p3p.document(path, body),))
    return Package((linked.document(path, body),))


def _bytes(path: str) -> bytes:
    with open(path, "rb") as file:
        body = file.read(MAX_BYTES + 1)
    if len(body) > MAX_BYTES:
        raise NotReadable(path, f"larger than {MAX_BYTES} bytes")
    return body


def _zip(path: str, body: bytes) -> Package:
    report = Report(path)
    files = unpacked(body, report).files
    for fault in report.findings():
        raise NotReadable(path, f"{fault.message('en')} [{fault.code}]")
    _format(f"{path}: {MANIFEST}", files.get(MANIFEST, b""), PACKAGE_FORMAT)
    folders: dict[str, dict[str, bytes]] = {}
    for name, data in sorted(files.items()):
        id_, slash, file = name.partition("/")
        if slash:
            folders.setdefault(id_, {})[file] = data
    return Package(tuple(_document(f"{path}: {id_}", folder) for id_, folder in folders.items()))


def _folder(path: str) -> Package:
    if os.path.isfile(os.path.join(path, MANIFEST)):
        return Package((_document(path, _needed(path)),))
    below = [os.path.join(path, name) for name in sorted(os.listdir(path)) if not name.startswith(".")]
    places = [place for place in below if os.path.isfile(os.path.join(place, MANIFEST))]
    if not places:
        raise NotReadable(path, "there is no output of policyc in this folder")
    return Package(tuple(_document(place, _needed(place)) for place in places))


def _needed(place: str) -> dict[str, bytes]:
    names = (name for name in (MANIFEST, _LINKED, "policy.p3p.json") if os.path.isfile(os.path.join(place, name)))
    return {name: _bytes(os.path.join(place, name)) for name in names}


def _document(place: str, files: Mapping[str, bytes]) -> Document:
    """The document of an output folder: its JSON-LD, which has the sentences; its P3P where only that was built."""
    manifest = _format(f"{place}/{MANIFEST}", files.get(MANIFEST, b""), _OUTPUT_FORMAT)
    try:
        digests = {row["path"]: row["sha256"] for row in manifest["artefacts"]}
    except (KeyError, TypeError):
        raise NotReadable(f"{place}/{MANIFEST}", "this is no whole manifest of policyc") from None
    for name in (_LINKED, "policy.p3p.json"):
        if name not in digests:
            continue
        path = f"{place}/{name}"
        if name not in files:
            raise NotReadable(path, "this file is listed in the manifest, and missing")
        if sha256(files[name]).hexdigest() != digests[name]:
            raise NotReadable(path, "this file was changed after it was built")
        return linked.document(path, files[name]) if name == _LINKED else p3p.document(path, files[name])
    raise NotReadable(place, "neither policy.jsonld nor policy.p3p.json was built")


def _format(path: str, body: bytes, known: str) -> dict[str, Any]:
    """A manifest of the format that is known; the number at the end of a format is its major version."""
    try:
        value = json.loads(body)
        found = value["format"]
    except (ValueError, KeyError, TypeError, RecursionError):
        raise NotReadable(path, "this is no manifest of policyc") from None
    if found == known:
        return dict(value)
    if isinstance(found, str) and found.rstrip("0123456789") == known.rstrip("0123456789"):
        raise NotReadable(path, f"the format {found} is not known (known: {known})")
    raise NotReadable(path, f"this is no {known}, but {found!r}")
