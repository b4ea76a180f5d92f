"""A package is the same bytes everywhere, and whatever is done to it or to its signature is named."""

from __future__ import annotations

import base64
import io
import json
import os
import resource
import shutil
import stat
import subprocess
import sys
import tracemalloc
import warnings
import zipfile
from collections.abc import Callable
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any, NamedTuple

import jsonschema
import pytest
from click.testing import CliRunner
from hypothesis import given, settings
from hypothesis import strategies as st
from pyld import jsonld

from conftest import REQUIRE, ROOT
from policyc.cli import group
from policyc.diagnostics import ERROR
from policyc.diagnostics.catalogue import kinds
from policyc.package import MANIFEST, MAX_BYTES, MAX_FILES, SUMS, archive, envelope, keys, manifest, models
from policyc.package.graph import NotAGraph, digest
from policyc.package.make import pack
from policyc.package.report import Report
from policyc.package.strict_json import canonical
from policyc.package.verify import Verified, verify

OUT = ROOT / "out"
DOCUMENTS = ("mihon-privacy", "mihon-terms")
TERMS = "mihon-terms/policy.ja.txt"
LINKED = "mihon-terms/policy.jsonld"
INNER = "mihon-terms/manifest.json"
# Keys of these tests, made for them: signatures are then the same in each run.
KEY = keys.Ed25519PrivateKey.from_private_bytes(b"0" * 32)
OTHER_KEY = keys.Ed25519PrivateKey.from_private_bytes(b"1" * 32)


def folder(name: str) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (OUT / name).iterdir()}


@cache
def good() -> bytes:
    """A package of two documents."""
    body, found = pack({name: folder(name) for name in DOCUMENTS}, "out")
    assert body is not None and not found
    return body


def contents(body: bytes) -> dict[str, bytes]:
    report = Report("x.zip")
    held = archive.read(body, report)
    assert not report.findings() and not held.unread
    return held.files


@cache
def signed() -> bytes:
    files = contents(good())
    return envelope.sign(envelope.statement("mihon.zip", good(), files, json.loads(files[MANIFEST])), KEY)


class Tampered(NamedTuple):
    """What is handed to a check: a package, its signature, the public key that is trusted."""

    body: bytes
    signature: bytes | None = None
    key: Any = None

    def verified(self) -> Verified:
        return verify("mihon.zip", self.body, self.signature, self.key, "mihon.zip.dsse.json")


def errors(found: Verified) -> list[str]:
    return [one.code.removeprefix("package/") for one in found.diagnostics if one.severity == ERROR]


# -- tampering with files ---------------------------------------------------------------------------------------------


def files_changed(changes: dict[str, bytes | None]) -> bytes:
    """The package with files of other bytes, without some (None), or with more; everything else as it was."""
    files: dict[str, bytes | None] = {**contents(good()), **changes}
    return archive.write({path: body for path, body in files.items() if body is not None})


def manifest_changed(
    change: Callable[[dict[str, Any]], object], changes: dict[str, bytes | None] | None = None
) -> bytes:
    """The same with another manifest, and sums that fit all of it: the work of someone who knows the format."""
    files = {path: body for path, body in {**contents(good()), **(changes or {})}.items() if body is not None}
    value = json.loads(files[MANIFEST])
    change(value)
    files[MANIFEST] = canonical(value)
    return archive.write({**files, SUMS: manifest.sums(files)})


def row_changed(path: str, body: bytes) -> bytes:
    """A file changed, with its row in the manifest and its sum."""

    def change(value: dict[str, Any]) -> None:
        row = next(row for row in value["files"] if row["path"] == path)
        row.update(bytes=len(body), sha256=sha256(body).hexdigest())

    return manifest_changed(change, {path: body})


def linked_changed(old: str, new: str) -> bytes:
    """The JSON-LD of a document changed with the manifest of the document too: only the graph can tell."""
    files = contents(good())
    assert old in files[LINKED].decode()
    body = files[LINKED].decode().replace(old, new, 1).encode()
    inner = json.loads(files[INNER])
    row = next(row for row in inner["artefacts"] if row["path"] == "policy.jsonld")
    row.update(bytes=len(body), sha256=sha256(body).hexdigest())
    inner_body = json.dumps(inner, ensure_ascii=False).encode()

    def change(value: dict[str, Any]) -> None:
        for path, data in ((LINKED, body), (INNER, inner_body)):
            listed = next(one for one in value["files"] if one["path"] == path)
            listed.update(bytes=len(data), sha256=sha256(data).hexdigest())

    return manifest_changed(change, {LINKED: body, INNER: inner_body})


def inner_changed(change: Callable[[dict[str, Any]], object]) -> bytes:
    value = json.loads(contents(good())[INNER])
    change(value)
    return row_changed(INNER, json.dumps(value, ensure_ascii=False).encode())


def sums_changed(change: Callable[[list[str]], list[str]]) -> bytes:
    lines = contents(good())[SUMS].decode().splitlines()
    return files_changed({SUMS: "".join(f"{line}\n" for line in change(lines)).encode()})


def member(name: str, value: object) -> Callable[[dict[str, Any]], None]:
    return lambda whole: whole.__setitem__(name, value)


def reformatted() -> bytes:
    files = contents(good())
    files[MANIFEST] = json.dumps(json.loads(files[MANIFEST]), ensure_ascii=False, indent=2).encode()
    return archive.write({**files, SUMS: manifest.sums(files)})


# -- tampering with the zip -------------------------------------------------------------------------------------------


def appended(name: str, mode: int = stat.S_IFREG | 0o644, compress: int = zipfile.ZIP_STORED, size: int = 3) -> bytes:
    """The package with one more entry, by another program."""
    whole = io.BytesIO(good())
    with zipfile.ZipFile(whole, "a") as zipped:
        row = zipfile.ZipInfo(name)
        # ZipInfo tidies names up; a hostile program does not.
        row.filename = name
        row.external_attr, row.compress_type = mode << 16, compress
        with warnings.catch_warnings(action="ignore"):
            zipped.writestr(row, b"abc" if size == 3 else bytes(size))
    return whole.getvalue()


def patched(name: str, where: str, offset: int, value: bytes) -> bytes:
    """Bytes of the `local` or `central` header of an entry, of both, or of the name in both, written over."""
    body = bytearray(good())
    with zipfile.ZipFile(io.BytesIO(good())) as zipped:
        local = zipped.getinfo(name).header_offset
    central = body.rfind(name.encode()) - 46
    assert body[central : central + 4] == b"PK\1\2"
    # The fields of both headers are the same, but begin two bytes later in the directory.
    for place, start in (("local", local), ("central", central + 2)):
        if where in (place, "both"):
            body[start + offset : start + offset + len(value)] = value
    if where == "names":
        body[local + 30 : local + 30 + len(value)] = body[central + 46 : central + 46 + len(value)] = value
    return bytes(body)


def inserted(at: int, data: bytes, directory: int = 0) -> bytes:
    """Bytes put in between, with the offsets of the end record moved by `directory`."""
    body = bytearray(good())
    body[at:at] = data
    end = body.rfind(b"PK\5\6")
    moved = int.from_bytes(body[end + 16 : end + 20], "little") + directory
    body[end + 16 : end + 20] = moved.to_bytes(4, "little")
    return bytes(body)


def directory_start() -> int:
    end = good().rfind(b"PK\5\6")
    return int.from_bytes(good()[end + 16 : end + 20], "little")


def overlapping() -> bytes:
    """Two rows of the directory that lead to the same data."""
    body = bytearray(good())
    with zipfile.ZipFile(io.BytesIO(good())) as zipped:
        target = zipped.getinfo(LINKED).header_offset
    name = body.rfind(TERMS.encode())
    body[name - 4 : name] = target.to_bytes(4, "little")
    return bytes(body)


def commented() -> bytes:
    whole = io.BytesIO(good())
    with zipfile.ZipFile(whole, "a") as zipped:
        zipped.comment = "注記".encode()
    return whole.getvalue()


def reordered() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as zipped:
        for name, body in reversed(contents(good()).items()):
            zipped.writestr(zipfile.ZipInfo(name), body)
    return whole.getvalue()


def many() -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w") as zipped:
        for number in range(MAX_FILES + 1):
            zipped.writestr(zipfile.ZipInfo(f"a/{number}"), b"")
    return whole.getvalue()


# -- tampering with the signature -------------------------------------------------------------------------------------


def under(body: bytes) -> Tampered:
    """Another package under the signature of the good one."""
    return Tampered(body, signed(), KEY.public_key())


def resigned(change: Callable[[dict[str, Any]], object] = lambda _: None, key: Any = KEY) -> Tampered:
    """The good package under another statement, well signed."""
    files = contents(good())
    said = envelope.statement("mihon.zip", good(), files, json.loads(files[MANIFEST]))
    change(said)
    return Tampered(good(), envelope.sign(said, key), KEY.public_key())


def enveloped(change: Callable[[dict[str, Any]], object]) -> Tampered:
    value = json.loads(signed())
    change(value)
    return Tampered(good(), json.dumps(value).encode(), KEY.public_key())


def forged(value: dict[str, Any]) -> None:
    """The payload says something else than what was signed."""
    payload = json.loads(base64.b64decode(value["payload"]))
    payload["subject"][0]["digest"]["sha256"] = "0" * 64
    value["payload"] = base64.b64encode(canonical(payload)).decode()


def spliced(value: dict[str, Any]) -> None:
    """Base64 in a spelling that other decoders would read the same."""
    value["payload"] = value["payload"][:76] + "\n" + value["payload"][76:]


def repeated() -> Tampered:
    return Tampered(good(), signed().replace(b'{"payload":', b'{"payload":"","payload":', 1), KEY.public_key())


Z = b"PK\1\2"
TAMPERED: dict[str, tuple[Callable[[], Tampered], list[str]]] = {
    # the zip
    "an empty file": (lambda: Tampered(b""), ["not-a-zip"]),
    "text": (lambda: Tampered(b"not a zip at all, but long enough to be one"), ["not-a-zip"]),
    "its end cut off": (lambda: Tampered(good()[:-30]), ["not-a-zip"]),
    "its beginning cut off": (lambda: Tampered(good()[100:]), ["damaged"]),
    "a directory of other rows": (lambda: Tampered(good().replace(Z, b"PK\1\7", 1)), ["damaged"]),
    "too large": (lambda: Tampered(good() + bytes(MAX_BYTES)), ["too-large"]),
    "too many files": (lambda: Tampered(many()), ["too-many-files"]),
    "a program before it": (lambda: Tampered(b"#!/bin/sh\n" + good()), ["leading-data"]),
    "data before the first file": (lambda: Tampered(inserted(0, b"x" * 9)), ["leading-data"]),
    "data behind it": (lambda: Tampered(good() + b"x"), ["trailing-data"]),
    "another package behind it": (lambda: Tampered(good() + good()), ["leading-data"]),
    "a comment": (lambda: Tampered(commented()), ["trailing-data"]),
    "data between files and directory": (
        lambda: Tampered(inserted(directory_start(), b"x" * 9, 9)),
        ["hidden-data"],
    ),
    "files that share their data": (
        lambda: Tampered(overlapping()),
        ["hidden-data", "overlapping-entries", "two-headers"],
    ),
    "another order": (lambda: Tampered(reordered()), ["other-form"]),
    "another time": (lambda: Tampered(patched(TERMS, "both", 10, b"\x21\x43")), ["other-form"]),
    "another mode": (lambda: Tampered(patched(TERMS, "central", 36, b"\0\0\xed\x81")), ["other-form"]),
    "an encrypted file": (lambda: Tampered(patched(TERMS, "both", 6, b"\1\x08")), ["encrypted-entry"]),
    "a compressed file": (lambda: Tampered(appended("mihon-terms/x", compress=8)), ["compressed-entry"]),
    "a bomb": (lambda: Tampered(appended("mihon-terms/x", compress=8, size=50_000_000)), ["compressed-entry"]),
    "sizes that say different things": (
        lambda: Tampered(patched(TERMS, "local", 22, b"\xff\xff\xff\0")),
        ["two-headers"],
    ),
    "another name before the data": (lambda: Tampered(patched(TERMS, "local", 30, b"M")), ["two-headers"]),
    "a size beyond the end": (lambda: Tampered(patched(TERMS, "both", 18, b"\xff\xff\xff\x7f" * 2)), ["damaged"]),
    "a checksum that does not fit": (lambda: Tampered(patched(TERMS, "both", 14, b"\0\0\0\0")), ["checksum"]),
    "a symbolic link": (lambda: Tampered(appended("mihon-terms/x", stat.S_IFLNK | 0o777)), ["symbolic-link"]),
    "a device": (lambda: Tampered(appended("mihon-terms/x", stat.S_IFCHR | 0o666)), ["not-a-file"]),
    "a folder": (lambda: Tampered(appended("mihon-terms/x/", stat.S_IFDIR | 0o755)), ["not-a-file"]),
    "a file twice": (lambda: Tampered(appended(TERMS)), ["duplicate-entry"]),
    "the way out": (lambda: Tampered(appended("../x")), ["path-escapes"]),
    "the way out from below": (lambda: Tampered(appended("mihon-terms/../../x")), ["path-escapes"]),
    "an absolute path": (lambda: Tampered(appended("/etc/x")), ["absolute-path"]),
    "a drive": (lambda: Tampered(appended("C:/x")), ["drive-letter"]),
    "a backslash": (lambda: Tampered(appended("mihon-terms\\x")), ["backslash"]),
    "a share of Windows": (lambda: Tampered(appended("\\\\server\\x")), ["absolute-path", "backslash"]),
    "a device of Windows": (lambda: Tampered(appended("mihon-terms/aux.txt")), ["bad-name"]),
    "an empty part": (lambda: Tampered(appended("mihon-terms//x")), ["bad-name"]),
    "a control character": (lambda: Tampered(appended("mihon-terms/\x1b[2J")), ["bad-name"]),
    "a name that turns around": (lambda: Tampered(appended("mihon-terms/\u202etxt.exe")), ["bad-name"]),
    "a name in Shift_JIS": (
        lambda: Tampered(patched(TERMS, "names", 30, b"\x82")),
        ["bad-name", "missing-file"],
    ),
    "a name in capitals": (lambda: Tampered(appended("mihon-terms/POLICY.ja.txt")), ["names-collide", "extra-file"]),
    "a file in the place of a folder": (lambda: Tampered(appended("mihon-terms")), ["names-collide", "extra-file"]),
    # the manifest and the sums
    "no manifest": (lambda: Tampered(files_changed({MANIFEST: None})), ["no-manifest", "sums-incomplete"]),
    "a manifest that is no JSON": (
        lambda: Tampered(files_changed({MANIFEST: b"{"})),
        ["bad-manifest", "sum-differs"],
    ),
    "a member twice": (
        lambda: Tampered(files_changed({MANIFEST: contents(good())[MANIFEST].replace(b"{", b'{"format":"x",', 1)})),
        ["bad-manifest", "sum-differs"],
    ),
    "a manifest nested for ever": (
        lambda: Tampered(files_changed({MANIFEST: b"[" * 100_000})),
        ["bad-manifest", "sum-differs"],
    ),
    "another format": (lambda: Tampered(manifest_changed(member("format", "zip"))), ["bad-manifest"]),
    "a member more": (lambda: Tampered(manifest_changed(member("note", "x"))), ["bad-manifest"]),
    "rows in another order": (lambda: Tampered(manifest_changed(lambda v: v["files"].reverse())), ["bad-manifest"]),
    "a later format": (lambda: Tampered(manifest_changed(member("format", "policyc-package-2"))), ["unknown-version"]),
    "a manifest in another spelling": (lambda: Tampered(reformatted()), ["not-canonical"]),
    "another media type": (
        lambda: Tampered(manifest_changed(lambda v: v["files"][0].update(media_type="text/html"))),
        ["wrong-manifest"],
    ),
    "another title in the manifest": (
        lambda: Tampered(manifest_changed(lambda v: v["documents"][0].update(title="別の題名"))),
        ["document-differs"],
    ),
    "a document not listed": (
        lambda: Tampered(manifest_changed(lambda v: v["documents"].pop())),
        ["document-differs"],
    ),
    "a document that is not there": (
        lambda: Tampered(manifest_changed(lambda v: v["documents"].append({**v["documents"][0], "id": "zzz"}))),
        ["document-differs"],
    ),
    "another digest of the facts": (
        lambda: Tampered(manifest_changed(lambda v: v["documents"][1]["graph"].update(sha256="0" * 64))),
        ["graph-differs"],
    ),
    "no sums": (lambda: Tampered(files_changed({SUMS: None})), ["no-sums"]),
    "sums of another kind": (lambda: Tampered(sums_changed(lambda rows: ["MD5", *rows])), ["bad-sums"]),
    "sums in another order": (lambda: Tampered(sums_changed(lambda rows: rows[::-1])), ["bad-sums"]),
    "a sum more": (
        lambda: Tampered(sums_changed(lambda rows: [*rows, f"{'0' * 64}  zzz"])),
        ["sums-incomplete"],
    ),
    "another sum": (lambda: Tampered(sums_changed(lambda rows: ["0" * 64 + rows[0][64:], *rows[1:]])), ["sum-differs"]),
    # the files
    "a letter changed": (
        lambda: Tampered(
            files_changed({TERMS: contents(good())[TERMS].replace("みほん".encode(), "みはん".encode(), 1)})
        ),
        ["changed-file"],
    ),
    "a file less": (lambda: Tampered(files_changed({TERMS: None})), ["missing-file"]),
    "a file more": (lambda: Tampered(files_changed({"mihon-terms/x.html": b"<p>"})), ["extra-file"]),
    "a file more at the top": (lambda: Tampered(files_changed({"README": b"read me"})), ["extra-file"]),
    "a letter, with its row and its sum": (lambda: Tampered(row_changed(TERMS, b"x")), ["artefact-changed"]),
    "a file less, with its row and its sum": (
        lambda: Tampered(
            manifest_changed(lambda v: v.update(files=[r for r in v["files"] if r["path"] != TERMS]), {TERMS: None})
        ),
        ["artefact-missing"],
    ),
    "a file more, with its row and its sum": (
        lambda: Tampered(
            manifest_changed(
                lambda v: v["files"].append(
                    {
                        "path": "mihon-terms/x.html",
                        "media_type": "text/html",
                        "bytes": 3,
                        "sha256": sha256(b"<p>").hexdigest(),
                    }
                ),
                {"mihon-terms/x.html": b"<p>"},
            )
        ),
        ["artefact-extra"],
    ),
    "a document's manifest that is none": (lambda: Tampered(row_changed(INNER, b"[]")), ["bad-document"]),
    "a document's manifest without a member": (
        lambda: Tampered(inner_changed(lambda v: v.pop("title"))),
        ["bad-document"],
    ),
    "a document's manifest of a later format": (
        lambda: Tampered(inner_changed(member("format", "policyc-manifest-2"))),
        ["unknown-version"],
    ),
    "a document under another name": (lambda: Tampered(inner_changed(member("document", "x"))), ["document-differs"]),
    "a document at another address": (
        lambda: Tampered(inner_changed(member("url", "https://other.example/"))),
        ["document-differs"],
    ),
    "a fact changed, with all rows and sums": (
        lambda: Tampered(linked_changed('"title": {"ja": "', '"title": {"ja": "別の')),
        ["graph-differs"],
    ),
    "JSON-LD that is none": (lambda: Tampered(linked_changed('{"@context"', '"@context"')), ["bad-graph"]),
    "JSON-LD with a node without a name": (
        lambda: Tampered(linked_changed('"@graph": [', '"@graph": [{"title": {"ja": "x"}},')),
        ["bad-graph"],
    ),
    "JSON-LD with a context elsewhere": (
        lambda: Tampered(linked_changed('{"@context": {', '{"@context": "https://mihon.example/c", "x": {')),
        ["bad-graph"],
    ),
    # the signature
    "no signature": (lambda: Tampered(good(), None, KEY.public_key()), ["no-signature"]),
    "another key": (lambda: Tampered(good(), signed(), OTHER_KEY.public_key()), ["wrong-key"]),
    "signed by another": (lambda: resigned(key=OTHER_KEY), ["wrong-key"]),
    "signed by another in the name of this key": (
        lambda: enveloped(
            lambda v: v["signatures"][0].update(
                sig=json.loads(resigned(key=OTHER_KEY)[1] or b"")["signatures"][0]["sig"]
            )
        ),
        ["wrong-signature"],
    ),
    "what was signed changed": (lambda: enveloped(forged), ["wrong-signature"]),
    "a signature cut short": (lambda: enveloped(lambda v: v["signatures"][0].update(sig="AAAA")), ["wrong-signature"]),
    "no envelope": (lambda: Tampered(good(), b"-----BEGIN", KEY.public_key()), ["bad-envelope"]),
    "an envelope without signatures": (lambda: enveloped(member("signatures", [])), ["bad-envelope"]),
    "a signature that is no Base64": (
        lambda: enveloped(lambda v: v["signatures"][0].update(sig="*")),
        ["bad-envelope"],
    ),
    "Base64 in another spelling": (lambda: enveloped(spliced), ["bad-envelope"]),
    "a member of the envelope twice": (repeated, ["bad-envelope"]),
    "another type of payload": (lambda: enveloped(member("payloadType", "text/plain")), ["wrong-payload-type"]),
    "another kind of statement": (
        lambda: resigned(member("_type", "https://in-toto.io/Statement/v2")),
        ["bad-statement"],
    ),
    "another predicate": (
        lambda: resigned(member("predicateType", "https://slsa.dev/provenance/v1")),
        ["bad-statement"],
    ),
    "a statement of no package": (lambda: resigned(lambda v: v["subject"].pop(0)), ["bad-statement"]),
    "a statement about other documents": (
        lambda: resigned(lambda v: v["predicate"]["documents"].pop()),
        ["signed-documents-differ"],
    ),
    "the signature of another package": (
        lambda: resigned(lambda v: [one.update(digest={"sha256": "0" * 64}) for one in v["subject"]]),
        ["other-package"],
    ),
    "the same files in another zip": (lambda: under(reordered()), ["other-form", "other-package"]),
    "a signed file changed, with all rows and sums": (
        lambda: under(linked_changed('"title": {"ja": "', '"title": {"ja": "別の')),
        ["graph-differs", "signed-file-changed"] + ["signed-file-changed"] * 3,
    ),
    "a signed file less": (
        lambda: under(files_changed({TERMS: None})),
        ["missing-file", "signed-file-missing"],
    ),
    "a file that was not signed": (
        lambda: under(files_changed({"mihon-terms/x.html": b"<p>"})),
        ["extra-file", "unsigned-file"],
    ),
}


@pytest.mark.parametrize("name", TAMPERED)
def test_tampering_is_named(name: str) -> None:
    make, expected = TAMPERED[name]
    found = make().verified()
    assert sorted(errors(found)) == sorted(expected), [one.message("en") for one in found.diagnostics]
    assert not found.ok


def test_every_diagnostic_of_packages_is_brought_about() -> None:
    by_tampering = {code for _, expected in TAMPERED.values() for code in expected}
    # What is no error: see test_without_a_key and test_a_key_that_others_can_read.
    milder = {"not-signed", "signature-not-checked", "key-open-to-others"}
    assert {f"package/{code}" for code in by_tampering | milder} == {c for c in kinds() if c.startswith("package/")}


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_no_byte_can_change_unseen(data: st.DataObject) -> None:
    """Neither of the package nor of its signature, and nothing raises whatever stands there."""
    whole, signature = good(), signed()
    which = data.draw(st.sampled_from(["package", "directory", "signature"]))
    low = directory_start() if which == "directory" else 0
    at = data.draw(st.integers(low, len(signature if which == "signature" else whole) - 1))
    new = data.draw(st.binary(max_size=3))
    if which == "signature":
        changed = signature[:at] + new + signature[at + 1 :]
        tampered = Tampered(whole, changed, KEY.public_key())
        same = _json(changed) == json.loads(signature)
    else:
        changed = whole[:at] + new + whole[at + 1 :]
        tampered = Tampered(changed, None, None)
        same = changed == whole
    assert tampered.verified().ok == same


def _json(body: bytes) -> object:
    try:
        return json.loads(body)
    except ValueError:
        return None


def test_the_good_package_is_good() -> None:
    found = Tampered(good(), signed(), KEY.public_key()).verified()
    assert found.diagnostics == [] and found.ok
    assert found.signer == keys.key_id(KEY.public_key())


def test_without_a_key() -> None:
    """It is said what was not checked; that is no error."""
    unsigned = Tampered(good()).verified()
    assert unsigned.ok and [one.code for one in unsigned.diagnostics] == ["package/not-signed"]
    unchecked = Tampered(good(), signed()).verified()
    assert unchecked.ok and [one.code for one in unchecked.diagnostics] == ["package/signature-not-checked"]
    assert unsigned.signer == unchecked.signer == ""


# -- the form ---------------------------------------------------------------------------------------------------------


def test_same_folders_same_bytes() -> None:
    """Whatever the order in which a system lists files and folders."""
    folders = {name: dict(reversed(folder(name).items())) for name in reversed(DOCUMENTS)}
    assert pack(folders, "out")[0] == good()


def test_the_bytes_of_a_package_do_not_change() -> None:
    """A package of tomorrow's policyc, on another machine, from the same files: this digest stands for all of them."""
    files = {"manifest.json": b"", "規約/policy.ja.txt": "当社\n".encode(), "b/a": b"\0"}
    assert (
        sha256(archive.write(files)).hexdigest() == "2c5e524ee916eb3d1824b2b0c05e3b90c630857e5a758fa40d7d8a28ddae53b9"
    )


def test_other_programs_read_it() -> None:
    with zipfile.ZipFile(io.BytesIO(good())) as zipped:
        assert zipped.testzip() is None
        assert {name: zipped.read(name) for name in zipped.namelist()} == contents(good())
        assert {row.date_time for row in zipped.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert {row.external_attr >> 16 for row in zipped.infolist()} == {stat.S_IFREG | 0o644}
        assert {row.compress_type for row in zipped.infolist()} == {zipfile.ZIP_STORED}
        assert zipped.namelist() == sorted(zipped.namelist())


def test_sha256sum_checks_it(tmp_path: Path) -> None:
    program = shutil.which("sha256sum")
    if program is None:
        pytest.skip("sha256sum is not here") if not REQUIRE else pytest.fail("sha256sum is missing")
    with zipfile.ZipFile(io.BytesIO(good())) as zipped:
        zipped.extractall(tmp_path)
    run = subprocess.run([program, "--check", "--strict", SUMS], cwd=tmp_path, capture_output=True, text=True)
    assert run.returncode == 0 and run.stdout.count(": OK") == len(contents(good())) - 1, run.stdout + run.stderr


def test_the_manifest_is_as_its_schema_says() -> None:
    schema = json.loads((ROOT / "src/policyc/package/package.schema.json").read_text(encoding="utf-8"))
    body = contents(good())[MANIFEST]
    jsonschema.Draft202012Validator(schema).validate(json.loads(body))
    assert models.Manifest.model_validate_json(body).documents[0].id == DOCUMENTS[0]
    # RFC 8785 for a manifest, whose members are ASCII: sorted, no white space, nothing escaped that need not be.
    assert body.decode() == json.dumps(json.loads(body), ensure_ascii=False, sort_keys=True, separators=(",", ":"))


@pytest.mark.parametrize("path", sorted(OUT.glob("*/policy.jsonld")), ids=lambda path: path.parent.name)
def test_the_digest_of_a_graph_by_another_library(path: Path) -> None:
    """PyLD calls the algorithm by its old name; for graphs without blank nodes both are sorted N-Quads."""
    lines = jsonld.normalize(json.loads(path.read_bytes()), {"algorithm": "URDNA2015", "format": "application/n-quads"})
    assert digest(path.read_bytes()) == sha256(lines.encode()).hexdigest()


def test_the_digest_of_a_graph_is_of_its_facts() -> None:
    text = (OUT / "mihon-terms" / "policy.jsonld").read_bytes()
    value = json.loads(text)
    value["@graph"].reverse()
    assert digest(json.dumps(value).encode()) == digest(text)
    value["@graph"][0]["title"] = {"ja": "別の題名"}
    assert digest(json.dumps(value).encode()) != digest(text)


def test_a_hostile_graph_is_refused_at_once() -> None:
    ring = [{"@id": f"_:b{n}", "https://mihon.example/p": [{"@id": f"_:b{m}"} for m in range(40)]} for n in range(40)]
    with pytest.raises(NotAGraph):
        digest(json.dumps(ring).encode())


def test_a_check_needs_little_memory() -> None:
    """A bomb of 200 MB, and as many rows as fit that lead to the same data."""
    bomb = appended("mihon-terms/x", compress=zipfile.ZIP_DEFLATED, size=200_000_000)
    size = len(good())
    tracemalloc.start()
    try:
        assert errors(Tampered(bomb).verified()) == ["compressed-entry"]
        assert errors(Tampered(overlapping()).verified())
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert peak < 12 * size + 4_000_000, (peak, size)


# -- what is packed ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("change", "code"),
    [
        ({"policy.ja.txt": b"x"}, "package/artefact-changed"),
        ({"policy.ja.txt": None}, "package/artefact-missing"),
        ({"notes.txt": b"x"}, "package/artefact-extra"),
        ({"manifest.json": None}, "package/bad-document"),
        ({"manifest.json": b'{"format": "policyc-manifest-9"}'}, "package/unknown-version"),
        ({"aux": b""}, "package/bad-name"),
    ],
)
def test_a_folder_that_is_not_as_it_was_built(change: dict[str, bytes | None], code: str) -> None:
    files = {name: body for name, body in {**folder("mihon-terms"), **change}.items() if body is not None}
    made, found = pack({"mihon-terms": files}, "out")
    assert made is None and code in [one.code for one in found]


# -- other programs ---------------------------------------------------------------------------------------------------


@pytest.fixture
def openssl() -> str:
    program = shutil.which("openssl")
    if program is None:
        if REQUIRE:
            pytest.fail("openssl is missing")
        pytest.skip("openssl is not here")
    return program


def _verifies(openssl: str, tmp_path: Path, message: bytes) -> bool:
    (tmp_path / "key.pub").write_bytes(keys.public_pem(KEY.public_key()))
    (tmp_path / "message").write_bytes(message)
    (tmp_path / "signature").write_bytes(base64.b64decode(json.loads(signed())["signatures"][0]["sig"]))
    words = ["pkeyutl", "-verify", "-pubin", "-inkey", "key.pub", "-rawin", "-in", "message", "-sigfile", "signature"]
    return subprocess.run([openssl, *words], cwd=tmp_path, capture_output=True).returncode == 0


def test_openssl_verifies_the_signature(openssl: str, tmp_path: Path) -> None:
    payload = base64.b64decode(json.loads(signed())["payload"])
    # As the specification of DSSE has it, written out.
    type_ = "application/vnd.in-toto+json"
    message = b" ".join((b"DSSEv1", b"%d" % len(type_), type_.encode(), b"%d" % len(payload), payload))
    assert _verifies(openssl, tmp_path, message)
    assert not _verifies(openssl, tmp_path, message + b" ")


def guide() -> list[list[str]]:
    """The commands that the guide shows on packages."""
    text = (ROOT / "docs" / "guide.md").read_text(encoding="utf-8")
    section = text.partition("\n## Packages\n")[2].partition("\n## ")[0]
    return [line.removeprefix("$ ").split() for line in section.splitlines() if line.startswith("$ ")]


def test_a_key_of_openssl(openssl: str, tmp_path: Path) -> None:
    """The commands of the guide make keys that sign and check."""
    commands = [words for words in guide() if words[0] in ("openssl", "chmod")]
    assert len(commands) == 3
    for program, *words in commands:
        subprocess.run(
            [openssl if program == "openssl" else program, *words], cwd=tmp_path, check=True, capture_output=True
        )
    private = keys.private_key((tmp_path / "mihon.key").read_bytes())
    public = keys.public_key((tmp_path / "mihon.pub").read_bytes())
    assert keys.key_id(private.public_key()) == keys.key_id(public)


def test_the_example_of_the_specification() -> None:
    """DSSE, protocol.md, "Test Vectors": the encoding before signing."""
    assert envelope.pre_authentication(b"hello world", "http://example.com/HelloWorld") == (
        b"DSSEv1 29 http://example.com/HelloWorld 11 hello world"
    )


# -- the commands -----------------------------------------------------------------------------------------------------


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*words: str | Path) -> tuple[int, str]:
    result = CliRunner().invoke(group, [str(word) for word in words])
    assert result.exception is None or isinstance(result.exception, SystemExit), result.exception
    return result.exit_code, result.output


def ready() -> None:
    assert run("keygen", "mihon")[0] == 0
    assert run("pack", OUT, "-o", "mihon.zip")[0] == 0
    assert run("sign", "mihon.zip", "--key", "mihon.key")[0] == 0


def test_from_key_to_check(here: Path) -> None:
    ready()
    code, said = run("verify", "mihon.zip", "--key", "mihon.pub", "--lang", "en")
    assert code == 0 and "as they were made, signed by" in said
    assert sorted(path.name for path in here.iterdir()) == [
        "mihon.key",
        "mihon.pub",
        "mihon.zip",
        "mihon.zip.dsse.json",
    ]


def test_the_commands_of_the_guide(here: Path) -> None:
    shutil.copytree(OUT, here / "out")
    commands = [words for words in guide() if words[0] == "policyc"]
    assert [words[1] for words in commands] == ["pack", "keygen", "sign", "verify"]
    for _, *words in commands:
        assert run(*words)[0] == 0


def test_one_document_and_all(here: Path) -> None:
    assert run("pack", OUT / "mihon-terms", OUT / "mihon-privacy", "-o", "a.zip")[0] == 0
    assert (here / "a.zip").read_bytes() == good()
    # The index of the build is no document.
    assert run("pack", OUT, "-o", "b.zip")[0] == 0
    assert len(json.loads(contents((here / "b.zip").read_bytes())[MANIFEST])["documents"]) == len(
        list(OUT.glob("*/manifest.json"))
    )


def test_a_check_writes_nothing(here: Path) -> None:
    ready()
    before = {path: (path.read_bytes(), path.stat().st_mtime_ns) for path in here.iterdir()}
    opened: list[str] = []

    def hook(event: str, arguments: tuple[Any, ...]) -> None:
        if recording and event == "open" and isinstance(arguments[2], int) and arguments[2] & (os.O_WRONLY | os.O_RDWR):
            opened.append(str(arguments[0]))
        if recording and event in ("os.mkdir", "os.rename", "os.remove", "os.chmod", "socket.connect"):
            opened.append(event)

    recording = True
    sys.addaudithook(hook)
    assert run("verify", "mihon.zip", "--key", "mihon.pub")[0] == 0
    (here / "mihon.zip").write_bytes(good() + b"x")
    opened.clear()
    assert run("verify", "mihon.zip", "--key", "mihon.pub")[0] == 1
    recording = False
    assert opened == []
    (here / "mihon.zip").write_bytes(before[here / "mihon.zip"][0])
    assert {path: path.read_bytes() for path in here.iterdir()} == {path: body for path, (body, _) in before.items()}


def test_exit_codes(here: Path) -> None:
    ready()
    (here / "bad.zip").write_bytes(b"x")
    assert run("verify", "bad.zip") == (1, run("verify", "bad.zip")[1])
    assert run("verify", "none.zip")[0] == 2
    assert run("verify", "mihon.zip", "--key", "none.pub")[0] == 2
    assert run("verify", "mihon.zip", "--signature", "none.json")[0] == 2
    assert run("verify", "mihon.zip", "--key", "mihon.zip")[0] == 2
    code, said = run("verify", "mihon.zip", "--key", "mihon.key")
    assert code == 2 and "秘密鍵です" in said
    assert run("sign", "mihon.zip", "--key", "mihon.pub")[0] == 2
    assert run("sign", "bad.zip", "--key", "mihon.key")[0] == 1
    assert run("pack", "nowhere", "-o", "x.zip")[0] == 2
    assert run("pack", here, "-o", "x.zip")[0] == 2
    assert run("pack", OUT, "-o", "x.tar")[0] == 2
    assert not (here / "x.zip").exists() and not (here / "bad.zip.dsse.json").exists()


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_what_is_shown(here: Path, lang: str) -> None:
    (here / "mihon.zip").write_bytes(files_changed({TERMS: b"x", "mihon-terms/x": b""}))
    code, said = run("verify", "mihon.zip", "--lang", lang)
    assert code == 1
    assert f" --> mihon.zip: {TERMS}\n" in said and "[package/changed-file]" in said and "[package/extra-file]" in said
    code, said = run("verify", "mihon.zip", "--format", "json")
    assert code == 1
    assert {(row["code"], row["file"]) for row in json.loads(said)["diagnostics"]} == {
        ("package/changed-file", f"mihon.zip: {TERMS}"),
        ("package/extra-file", "mihon.zip: mihon-terms/x"),
        ("package/not-signed", "mihon.zip"),
    }


@pytest.mark.parametrize("room", [0, 60])
def test_a_key_without_room_leaves_nothing(here: Path, room: int) -> None:
    """No file may grow over so many bytes, fewer than a private key has: the next try is the first one."""
    for lang, words in (("ja", "ファイルが大きすぎます"), ("en", "File too large")):
        run_ = subprocess.run(
            [sys.executable, "-B", "-m", "policyc", "keygen", "mihon", "--lang", lang],
            cwd=here,
            capture_output=True,
            text=True,
            encoding="utf-8",
            preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (room, room)),
        )
        assert (run_.returncode, run_.stdout, run_.stderr) == (2, "", f"policyc: mihon.key: {words}\n")
        assert list(here.iterdir()) == []
    assert run("keygen", "mihon")[0] == 0
    assert sorted(path.name for path in here.iterdir()) == ["mihon.key", "mihon.pub"]
    assert stat.S_IMODE((here / "mihon.key").stat().st_mode) == 0o600


def test_nothing_is_replaced_unasked(here: Path) -> None:
    ready()
    body, key = (here / "mihon.zip").read_bytes(), (here / "mihon.key").read_bytes()
    code, said = run("keygen", "mihon")
    assert code == 2 and "mihon.key" in said
    (here / "mihon.pub").unlink()
    (here / "mihon.pub").symlink_to("elsewhere")
    (here / "mihon.key").rename(here / "kept.key")
    assert run("keygen", "mihon")[0] == 2
    assert not (here / "mihon.key").exists() and not (here / "elsewhere").exists()
    assert (here / "kept.key").read_bytes() == key
    # The same package again is no other one.
    assert run("pack", OUT, "-o", "mihon.zip")[0] == 0
    assert run("sign", "mihon.zip", "--key", "kept.key")[0] == 0
    assert run("pack", OUT / "mihon-terms", "-o", "mihon.zip")[0] == 1
    assert (here / "mihon.zip").read_bytes() == body
    assert run("pack", OUT / "mihon-terms", "-o", "mihon.zip", "--force")[0] == 0
    assert (here / "mihon.zip").read_bytes() != body
    assert run("sign", "mihon.zip", "--key", "kept.key")[0] == 1


def test_a_package_may_be_called_otherwise(here: Path) -> None:
    ready()
    (here / "mihon.zip").rename(here / "見本.pkg")
    (here / "mihon.zip.dsse.json").rename(here / "見本.pkg.dsse.json")
    assert run("verify", "見本.pkg", "--key", "mihon.pub")[0] == 0
    (here / "見本.pkg.dsse.json").unlink()
    assert run("sign", "見本.pkg", "--key", "mihon.key")[0] == 0
    assert run("verify", "見本.pkg", "--key", "mihon.pub")[0] == 0


@pytest.mark.skipif(os.name != "posix", reason="modes of files are those of POSIX")
def test_a_key_that_others_can_read(here: Path) -> None:
    ready()
    assert stat.S_IMODE((here / "mihon.key").stat().st_mode) == 0o600
    (here / "mihon.key").chmod(0o644)
    code, said = run("sign", "mihon.zip", "--key", "mihon.key")
    assert code == 0 and "[package/key-open-to-others]" in said


@pytest.mark.parametrize(
    "words", ["genpkey -algorithm ed448", "genrsa 2048", "genpkey -algorithm ed25519 -aes-128-cbc -pass pass:x"]
)
def test_keys_of_other_kinds(openssl: str, here: Path, words: str) -> None:
    made = subprocess.run([openssl, *words.split()], check=True, capture_output=True).stdout
    with pytest.raises(keys.BadKey):
        keys.private_key(made)
    (here / "x.key").write_bytes(made)
    (here / "x.zip").write_bytes(good())
    assert run("sign", "x.zip", "--key", "x.key")[0] == 2


def test_a_document_that_is_called_as_the_sums_are() -> None:
    value = json.loads(folder("mihon-terms")["manifest.json"])
    value["document"] = "sha256sums"
    made, found = pack({"sha256sums": {**folder("mihon-terms"), "manifest.json": json.dumps(value).encode()}}, "out")
    assert made is None and {one.code for one in found} == {"package/names-collide"}


def test_a_document_with_a_japanese_name(here: Path) -> None:
    value = json.loads(folder("mihon-terms")["manifest.json"])
    value["document"] = "利用規約"
    files = {**folder("mihon-terms"), "manifest.json": json.dumps(value).encode()}
    body, found = pack({"利用規約": files}, "out")
    assert body is not None and not found
    (here / "x.zip").write_bytes(body)
    assert run("verify", "x.zip")[0] == 0
    with zipfile.ZipFile(here / "x.zip") as zipped:
        assert "利用規約/policy.ja.txt" in zipped.namelist()
