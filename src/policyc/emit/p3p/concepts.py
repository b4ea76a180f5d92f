"""What the files have of a vocabulary row. It is the same wherever the row is named, so it is made once for each."""

from __future__ import annotations

from typing import NamedTuple

from ...vocab import Concept
from .. import EXACT
from ..encode import string
from .element import attribute

MISC, OTHER, OTHER_PURPOSE = "#dynamic.miscdata", "other-category", "other-purpose"
# The only elements whose categories a policy chooses; of all others they are fixed (REC 5.7).
_VARIABLE = (MISC, "#dynamic.cookies")

Key = tuple[str, str]
"""A reference to a data element, and for a variable one of its categories."""


class Known(NamedTuple):
    """A row of the vocabulary with its JSON, its element of the extension, the references of P3P that it is as data, what it
    is as a purpose (elements, and members of the JSON), and what is lost of it: how near P3P comes, and a note (none where it is exact)."""

    concept: Concept
    json: str
    xml: str
    keys: tuple[Key, ...]
    terms: tuple[str, ...]
    purpose: str
    loss: tuple[str, str] | None


# By identity: to hash a row would cost more than it saves. `Known` keeps the row alive, and its id its own. Rows that
# sources declare come and go, so there is an end.
_MOST = 2000
_known: dict[int, Known] = {}


def known(concept: Concept) -> Known:
    """The row as it is written."""
    found = _known.get(id(concept))
    if found is None:
        if len(_known) >= _MOST:
            _known.clear()
        found = _known[id(concept)] = _make(concept)
    return found


def _make(concept: Concept) -> Known:
    json = f'{{"id": {string(concept.id)}, "label": {string(concept.ja)}, "fit": {string(concept.p3p_fit)}'
    xml = f'<appi:concept id="{attribute(concept.id)}" label="{attribute(concept.ja)}"'
    # How near P3P comes to it is a matter of the JSON only.
    if concept.p3p_note:
        json += f', "note": {string(concept.p3p_note)}'
    if concept.article:
        json += f', "article": {string(concept.article)}'
        xml += f' article="{attribute(concept.article)}"'
    if concept.sensitive:
        json += ', "sensitive": true'
        xml += ' sensitive="yes"'
    loss = (concept.p3p_fit, concept.p3p_note or f"nearest: {concept.ja}") if concept.p3p_fit != EXACT else None
    terms = tuple(dict.fromkeys(concept.p3p_terms or (OTHER_PURPOSE,)))
    purpose = f'"p3p": [{", ".join(map(string, terms))}], "fit": {string(concept.p3p_fit)}'
    return Known(concept, json + "}", xml + " />", _keys(concept), terms, purpose, loss)


def _keys(concept: Concept) -> tuple[Key, ...]:
    found: dict[Key, None] = {}
    for ref in concept.p3p_terms:
        named = (concept.p3p_categories or (OTHER,)) if ref in _VARIABLE else ("",)
        found.update(((ref, category), None) for category in named)
    return tuple(found)
