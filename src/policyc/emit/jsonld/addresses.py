"""Addresses as IRIs: what may stand as the identifier of a node, whatever an author wrote."""

from __future__ import annotations

import re

from ...facts import urn

_WEB = re.compile(r"(https?://(?:[^/?#@\[\]]*@)?[^/?#@:\[\]]+(?::[0-9]*)?)(?:[/?][^#]*)?(?:#.*)?", re.IGNORECASE)
_OTHER = re.compile(r"(?:mailto|tel):.*", re.IGNORECASE)
# What RFC 3987 lets stand in an IRI; all else is percent-encoded. A per cent sign must begin an escape.
# The letters beyond ASCII are looked at one by one: a pattern with them takes 2 ms to compile.
_UNFIT = re.compile(r"%(?![0-9A-Fa-f]{2})|[^!#$%&'()*+,\-./:;=?@~0-9A-Z_a-z]")
_LETTERS = ((0xA0, 0xD7FF), (0xF900, 0xFDCF), (0xFDF0, 0xFFEF), (0x10000, 0xDFFFD))


def _encoded(hit: re.Match[str]) -> str:
    character = hit.group()
    code = ord(character)
    if any(first <= code <= last for first, last in _LETTERS) and code & 0xFFFE != 0xFFFE:
        return character
    return "".join(f"%{byte:02X}" for byte in character.encode("utf-8"))


def fit(text: str) -> str:
    """The text with what no IRI may hold percent-encoded."""
    head, mark, fragment = _UNFIT.sub(_encoded, text).partition("#")
    return head + mark + fragment.replace("#", "%23")


def document_iri(url: str, id_: str) -> str:
    """The IRI of a document: its address, or a URN where it has no full address."""
    return fit(url) if _WEB.fullmatch(url) else urn(id_)


def absolute(url: str, document: str) -> str:
    """The address as an IRI; `/path` and `#place` are those of the document. Empty when it cannot be one."""
    if _WEB.fullmatch(url) or _OTHER.fullmatch(url):
        return fit(url)
    if url.startswith("#"):
        return fit(document.partition("#")[0] + url)
    site = _WEB.fullmatch(document)
    return fit(site.group(1) + url) if site and url.startswith("/") else ""
