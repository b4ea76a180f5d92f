"""How facts and documents are identified."""

from __future__ import annotations


def urn(id_: str) -> str:
    """The identifier of a document that has no address: `urn:policyc:` and its name, escaped as RFC 8141 asks.

    In: `notice`, `方針`. Out: `urn:policyc:notice`, `urn:policyc:%E6%96%B9%E9%87%9D`.
    """
    escaped = (c if c.isascii() and (c.isalnum() or c in "-._~") else _escaped(c) for c in id_)
    return f"urn:policyc:{''.join(escaped)}"


def _escaped(character: str) -> str:
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))
