"""Keys of signatures: Ed25519 (RFC 8032), the private one as PKCS#8 PEM without a passphrase, the public one as SPKI PEM.

`openssl genpkey -algorithm ed25519` and `openssl pkey -pubout` make the same files.
"""

from __future__ import annotations

from hashlib import sha256

from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey, Ed25519PublicKey

from ..diagnostics import Both


class BadKey(ValueError):
    """Why a file is no key that can be used here; `what` says it in both languages."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


def generate() -> tuple[bytes, bytes]:
    """A new private key and its public key, as PEM."""
    key = Ed25519PrivateKey.generate()
    private = key.private_bytes(
        serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
    )
    return private, public_pem(key.public_key())


def public_pem(key: Ed25519PublicKey) -> bytes:
    """A public key as PEM."""
    return key.public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)


def private_key(pem: bytes) -> Ed25519PrivateKey:
    """The private key in a PEM file. Raises BadKey."""
    try:
        key = serialization.load_pem_private_key(pem, None)
    except TypeError:
        raise BadKey(Both("パスフレーズの付いた鍵は使えません", "a key with a passphrase cannot be used")) from None
    except (ValueError, UnsupportedAlgorithm):
        raise BadKey(Both("秘密鍵（PEM）ではありません", "not a private key (PEM)")) from None
    if not isinstance(key, Ed25519PrivateKey):
        raise BadKey(Both("Ed25519 の鍵ではありません", "not an Ed25519 key"))
    return key


def public_key(pem: bytes) -> Ed25519PublicKey:
    """The public key in a PEM file. Raises BadKey, also for a private key: who checks needs none and should have none."""
    if b"PRIVATE KEY" in pem:
        raise BadKey(Both("秘密鍵です。公開鍵を指定してください", "this is a private key; name the public one"))
    try:
        key = serialization.load_pem_public_key(pem)
    except (ValueError, UnsupportedAlgorithm):
        raise BadKey(Both("公開鍵（PEM）ではありません", "not a public key (PEM)")) from None
    if not isinstance(key, Ed25519PublicKey):
        raise BadKey(Both("Ed25519 の鍵ではありません", "not an Ed25519 key"))
    return key


def key_id(key: Ed25519PublicKey) -> str:
    """How a key is called: SHA-256 (hex) of its SubjectPublicKeyInfo in DER."""
    der = key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    return sha256(der).hexdigest()


def holds(key: Ed25519PublicKey, signature: bytes, message: bytes) -> bool:
    """Whether a signature is by this key, of this message."""
    try:
        key.verify(signature, message)
    except InvalidSignature:
        return False
    return True
