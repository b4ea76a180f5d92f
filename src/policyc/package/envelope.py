"""The signature of a package: a DSSE envelope around an in-toto Statement v1, in a file beside the zip.

DSSE v1.0.2 (what is signed is the payload with its type and their lengths), in-toto Attestation Framework v1. The
statement names the zip and each file in it by digest, and repeats the documents of the manifest.
"""

from __future__ import annotations

from base64 import b64decode, b64encode
from binascii import Error as BadBase64
from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ..diagnostics import Both
from . import FORMAT, MANIFEST, MAX_ENVELOPE, PREDICATE, SUFFIX, SUMS
from . import messages_signature as say
from .archive import Archive
from .keys import holds, key_id
from .report import Report
from .strict_json import NotJson, canonical, parse

PAYLOAD_TYPE = "application/vnd.in-toto+json"
STATEMENT = "https://in-toto.io/Statement/v1"


class _Wrong(ValueError):
    """A member that is not as it should be."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


def pre_authentication(payload: bytes, type_: str = PAYLOAD_TYPE) -> bytes:
    """What is signed (DSSE, PAE): the type and the payload, each with its length."""
    kind = type_.encode("utf-8")
    return b"DSSEv1 %d %b %d %b" % (len(kind), kind, len(payload), payload)


def statement(name: str, body: bytes, files: Mapping[str, bytes], manifest: Mapping[str, Any]) -> dict[str, Any]:
    """The statement about a package: `name` is that of its zip, `body` the zip itself.

    The name is for readers and never compared: a package may be called otherwise later.
    """
    shown = name.encode("utf-8", "replace").decode("utf-8")
    rows = [(shown if shown.endswith(SUFFIX) else shown + SUFFIX, body), *sorted(files.items())]
    return {
        "_type": STATEMENT,
        "subject": [{"name": path, "digest": {"sha256": sha256(data).hexdigest()}} for path, data in rows],
        "predicateType": PREDICATE,
        "predicate": {"format": FORMAT, "documents": manifest["documents"]},
    }


def sign(said: Mapping[str, Any], key: Ed25519PrivateKey) -> bytes:
    """The envelope of a statement. Ed25519 signs the same text the same way each time, so it is the same bytes."""
    payload = canonical(said)
    row = {
        "keyid": key_id(key.public_key()),
        "sig": b64encode(key.sign(pre_authentication(payload))).decode("ascii"),
    }
    encoded = b64encode(payload).decode("ascii")
    return canonical({"payload": encoded, "payloadType": PAYLOAD_TYPE, "signatures": [row]}) + b"\n"


def check(
    envelope: bytes,
    key: Ed25519PublicKey | None,
    body: bytes,
    archive: Archive,
    manifest: Mapping[str, Any] | None,
    report: Report,
) -> str:
    """Hold a package against its envelope; returns the id of the key whose signature holds, or an empty string.

    Without a key the statement alone is looked at, and it is said that the signature was not.
    """
    try:
        payload, signatures = _open(envelope, report)
    except (NotJson, _Wrong) as error:
        report.add(say.BAD_ENVELOPE, what=error.what)
        return ""
    signer = ""
    if key is None:
        report.add(say.NOT_CHECKED)
    else:
        signer = _signer(payload, signatures, key, report)
        if not signer:
            # What was not signed by this key is not worth reading.
            return ""
    try:
        subjects, documents = _statement(payload)
    except (NotJson, _Wrong) as error:
        report.add(say.BAD_STATEMENT, what=error.what)
        return signer
    _subjects(subjects, body, archive, report)
    if manifest is not None and documents != manifest["documents"] and not report.failed:
        report.add(say.PREDICATE_DIFFERS)
    return signer


def _open(envelope: bytes, report: Report) -> tuple[bytes, list[tuple[str, bytes]]]:
    """The payload of an envelope and its signatures, by key id. Raises NotJson and _Wrong."""
    if len(envelope) > MAX_ENVELOPE:
        raise _Wrong(Both("大きすぎます", "too large"))
    value = parse(envelope)
    if not isinstance(value, dict) or value.keys() != {"payload", "payloadType", "signatures"}:
        raise _Wrong(Both("項目が違います", "its members are others"))
    rows = value["signatures"]
    if not isinstance(rows, list) or not rows or not all(isinstance(row, dict) for row in rows):
        raise _Wrong(Both("signatures がありません", "no signatures"))
    if value["payloadType"] != PAYLOAD_TYPE:
        report.add(say.PAYLOAD_TYPE, found=value["payloadType"])
    signatures = [(row.get("keyid", ""), _decoded(row.get("sig"), "sig")) for row in rows]
    return _decoded(value["payload"], "payload"), signatures


def _decoded(text: object, member: str) -> bytes:
    """Base64 in its one spelling: the same bytes could else be written in several ways."""
    try:
        if isinstance(text, str):
            data = b64decode(text.encode("ascii"), validate=True)
            if b64encode(data).decode("ascii") == text:
                return data
    except (UnicodeEncodeError, BadBase64):
        pass
    raise _Wrong(Both(f"{member} が Base64 ではありません", f"{member} is not Base64"))


def _signer(payload: bytes, signatures: list[tuple[str, bytes]], key: Ed25519PublicKey, report: Report) -> str:
    """The id of the key when one of the signatures that name it, or name none, holds."""
    own = key_id(key)
    tried = [signature for name, signature in signatures if name in ("", own)]
    if not tried:
        found = ", ".join(str(name)[:16] for name, _ in signatures)
        report.add(say.WRONG_KEY, key=own[:16], found=found)
        return ""
    if not any(holds(key, signature, pre_authentication(payload)) for signature in tried):
        report.add(say.WRONG_SIGNATURE)
        return ""
    return own


def _statement(payload: bytes) -> tuple[dict[str, str], Any]:
    """What a statement says: digests by name, and the documents. Raises NotJson and _Wrong."""
    value = parse(payload)
    if not isinstance(value, dict) or value.get("_type") != STATEMENT:
        raise _Wrong(Both("in-toto の文ではありません", "no statement of in-toto, version 1"))
    predicate = value.get("predicate")
    if value.get("predicateType") != PREDICATE or not isinstance(predicate, dict):
        raise _Wrong(Both("述べることの種類が違います", "its predicate is another"))
    if predicate.get("format") != FORMAT or canonical(value) != payload:
        raise _Wrong(Both("決まった形ではありません", "not in the form that policyc writes"))
    subjects: dict[str, str] = {}
    rows = value.get("subject")
    for row in rows if isinstance(rows, list) else ():
        name, digest = (row.get("name"), row.get("digest")) if isinstance(row, dict) else (None, None)
        if not isinstance(name, str) or not isinstance(digest, dict) or name in subjects:
            raise _Wrong(Both("対象が読めません", "a subject cannot be read"))
        subjects[name] = str(digest.get("sha256", ""))
    return subjects, predicate.get("documents")


def _subjects(subjects: Mapping[str, str], body: bytes, archive: Archive, report: Report) -> None:
    """The package and its files against what was signed: each file that differs, else the zip as a whole."""
    packages = {name: digest for name, digest in subjects.items() if _is_package(name)}
    signed = {name: digest for name, digest in subjects.items() if name not in packages}
    if len(packages) != 1:
        report.add(say.BAD_STATEMENT, what=Both("パッケージが一つ書かれていません", "it does not name one package"))
        return
    there = {path: sha256(data).hexdigest() for path, data in archive.files.items()}
    differ = [path for path in sorted({*signed, *there} - archive.unread) if signed.get(path) != there.get(path)]
    if sha256(body).hexdigest() not in packages.values() and (not differ or not {*signed.values()} & {*there.values()}):
        report.add(say.OTHER_PACKAGE)
        return
    for path in differ:
        kind = say.NOT_IN_STATEMENT if path not in signed else say.SIGNED_CHANGED
        report.add(say.SIGNED_MISSING if path not in there else kind, path, name=path)


def _is_package(name: str) -> bool:
    """Whether a subject is the zip: all files but these two stand below the folder of a document."""
    return "/" not in name and name.endswith(SUFFIX) and name not in (MANIFEST, SUMS)
