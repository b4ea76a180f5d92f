"""Everything that is asked of a package: its zip, its contents, its signature. Nothing is written, nothing fetched."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, NamedTuple

from ..diagnostics import ERROR, Diagnostic
from . import archive, contents, envelope
from . import messages_signature as say
from .report import Report

if TYPE_CHECKING:
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey


class Verified(NamedTuple):
    """What a check found: the manifest and the files (as far as they can be read), and the id of the key whose
    signature holds (empty when none was checked, or none does)."""

    manifest: Mapping[str, Any] | None
    files: Mapping[str, bytes]
    signer: str
    diagnostics: list[Diagnostic]

    @property
    def ok(self) -> bool:
        """Whether nothing was found at error level."""
        return not any(one.severity == ERROR for one in self.diagnostics)


def verify(
    shown: str,
    body: bytes,
    signature: bytes | None = None,
    key: Ed25519PublicKey | None = None,
    beside: str = "",
) -> Verified:
    """Check a package. `shown` is its path in messages, `body` its bytes (one more than are taken will do),
    `signature` its envelope, `beside` the path that was looked for it at. With a key a signature must be there."""
    report = Report(shown)
    held, manifest = _held(body, report)
    signer = ""
    if signature is not None:
        own = Report(beside or shown)
        signer = envelope.check(signature, key, body, held, manifest, own)
        return Verified(manifest, held.files, signer, [*report.findings(), *own.findings()])
    report.add(say.NO_SIGNATURE if key is not None else say.NOT_SIGNED, name=beside)
    return Verified(manifest, held.files, signer, report.findings())


def integrity(shown: str, body: bytes) -> Verified:
    """The same without a signature, and without a word about it: what `sign` asks before it signs."""
    report = Report(shown)
    held, manifest = _held(body, report)
    return Verified(manifest, held.files, "", report.findings())


def _held(body: bytes, report: Report) -> tuple[archive.Archive, Mapping[str, Any] | None]:
    """The files and the manifest; where the zip itself cannot be read, that alone is said."""
    held = archive.read(body, report)
    unreadable = report.failed and not held.files and not held.unread
    return held, None if unreadable else contents.check(held, report)
