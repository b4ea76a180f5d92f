"""The manifest of an output folder and the index of a build: what is there, from what, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from hashlib import sha256

from .emit.encode import encode, string
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
    artefacts = [
        f'{{"path": {string(name)}, "media_type": {string(output.media_types[name])}, "bytes": {len(body)}, '
        f'"sha256": "{sha256(body).hexdigest()}"}}'
        for name, body in files.items()
    ]
    # Of losses there are many, of the same members.
    losses = [
        f'{{"target": "{target}", "node": {string(node)}, "fact": {string(fact)}, "fit": "{fit}", "note": {string(note)}}}'
        for target, node, fact, fit, note in output.losses
    ]
    return _object(
        head,
        {
            "sources": [f'{{"path": {string(source.path)}, "sha256": "{source.sha256}"}}' for source in sources],
            "artefacts": artefacts,
            "losses": losses,
        },
    )


def index(outputs: Iterable[dict[str, str]]) -> bytes:
    """The index of a build of several documents, by id."""
    rows = sorted(outputs, key=lambda row: row["id"])
    head = {"format": INDEX_FORMAT, "compiler": VERSION}
    return _object(head, {"documents": [encode(row) for row in rows]}).encode("utf-8")


def reindexed(path: str, entries: Mapping[str, dict[str, str]]) -> bytes | None:
    """The index at `path` with the rows of `entries` anew; None where there is no index, or it has no such row."""
    try:
        with open(path, encoding="utf-8") as handle:
            # Most builds of one file have no index to read.
            import json

            rows = {row["id"]: row for row in json.load(handle)["documents"]}
    except (OSError, ValueError, KeyError, TypeError):
        return None
    if not rows.keys() >= entries.keys():
        return None
    return index({**rows, **entries}.values())


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


def _object(head: Mapping[str, object], lists: Mapping[str, Sequence[str]]) -> str:
    """A JSON object with one list element (given as JSON) per line: readable in a diff."""
    members = [f"{encode(key)}: {encode(value)}" for key, value in head.items()]
    for key, rows in lists.items():
        body = ",\n    ".join(rows)
        members.append(f"{encode(key)}: [\n    {body}\n  ]" if rows else f"{encode(key)}: []")
    return "{\n  " + ",\n  ".join(members) + "\n}\n"
