"""The manifest of an output folder and the index of a build: what is there, from what, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from hashlib import sha256
from typing import Any, NamedTuple

from .emit.json_text import OnLines, json_text
from .pipeline import Output
from .source import Source
from .version import VERSION

MANIFEST = "manifest.json"
INDEX = "index.json"
FORMAT = "policyc-manifest-1"
INDEX_FORMAT = "policyc-index-1"


def folder(output: Output, sources: Iterable[Source]) -> dict[str, bytes]:
    """The files of an output folder as bytes, the manifest included."""
    texts, held = output.files, output.files.held
    files = {name: b"" if name in held else texts[name].encode("utf-8") for name in sorted(texts)}
    for name, (part, at) in held.items():
        text = texts[name]
        end = at + len(texts[part])
        files[name] = b"".join((text[:at].encode("utf-8"), files[part], text[end:].encode("utf-8")))
    files[MANIFEST] = _manifest(output, files, sources).encode("utf-8")
    return files


def _manifest(output: Output, files: dict[str, bytes], sources: Iterable[Source]) -> str:
    policy = output.document.policy
    head: dict[str, object] = {
        "format": FORMAT,
        "document": policy.id,
        "kind": policy.kind,
        "title": policy.title,
        "url": policy.url,
        "version": policy.version,
        "compiler": {"name": "policyc", "version": VERSION},
    }
    whole = {
        **head,
        "sources": OnLines([{"path": source.path, "sha256": source.sha256} for source in sources], 4),
        "artefacts": OnLines([_artefact(name, body, output) for name, body in files.items()], 4),
        "losses": OnLines([loss._asdict() for loss in output.losses], 4),
    }
    return json_text(OnLines(whole))


def _artefact(name: str, body: bytes, output: Output) -> dict[str, object]:
    return {
        "path": name,
        "media_type": output.media_types[name],
        "bytes": len(body),
        "sha256": sha256(body).hexdigest(),
    }


def index(outputs: Iterable[dict[str, str]]) -> bytes:
    """The index of a build of several documents, by id."""
    rows = sorted(outputs, key=lambda row: row["id"])
    whole = {"format": INDEX_FORMAT, "compiler": VERSION, "documents": OnLines(list(rows), 4)}
    return json_text(OnLines(whole)).encode("utf-8")


def reindexed(present: bytes | None, entries: Mapping[str, dict[str, str]]) -> bytes | None:
    """The index that is there with the rows of `entries` anew; None where there is no index, or it has no such row."""
    try:
        rows = {row["id"]: row for row in _read(present or b"")["documents"]}
    except (KeyError, TypeError):
        return None
    if not rows.keys() >= entries.keys():
        return None
    return index({**rows, **entries}.values())


class Listed(NamedTuple):
    """What a manifest says of its folder: which document, and the SHA-256 of each file by its name."""

    document: str
    digests: dict[str, str]

    def wrote(self, name: str, body: bytes) -> bool:
        """Whether a file is as it was built. Its line ends may be others: a checkout by git on Windows changes them."""
        digest = self.digests.get(name)
        return digest is not None and digest in (
            sha256(body).hexdigest(),
            sha256(body.replace(b"\r\n", b"\n")).hexdigest() if b"\r\n" in body else "",
        )


def listed(body: bytes) -> Listed | None:
    """What a manifest says, of whatever version; None where it is none."""
    manifest = _read(body)
    try:
        if not _is_of(manifest, FORMAT):
            return None
        return Listed(
            str(manifest["document"]), {str(row["path"]): str(row["sha256"]) for row in manifest["artefacts"]}
        )
    except (KeyError, TypeError):
        return None


def is_index(body: bytes) -> bool:
    """Whether a file is the index of a build, of whatever version."""
    try:
        return _is_of(_read(body), INDEX_FORMAT)
    except (KeyError, TypeError):
        return False


def _is_of(read: Any, form: str) -> bool:
    """Whether JSON says that it is of a format, of any number."""
    return str(read["format"]).startswith(form.rstrip("0123456789"))


def _read(body: bytes) -> Any:
    """JSON that somebody may have put there; None where it is none."""
    # The first build of a document has nothing to read.
    import json

    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def entry(output: Output) -> dict[str, str]:
    """A document's row in the index."""
    policy = output.document.policy
    return {
        "id": policy.id,
        "kind": policy.kind,
        "title": policy.title,
        "url": policy.url,
        "path": f"{policy.id}/{MANIFEST}",
    }
