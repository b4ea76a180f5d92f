"""What the files have of a vocabulary row. It is the same wherever the row is named, so it is made once for each."""

from __future__ import annotations

from typing import Any, NamedTuple

from ...vocab import Concept
from .. import EXACT
from ..xml_text import Element

MISC, OTHER, OTHER_PURPOSE = "#dynamic.miscdata", "other-category", "other-purpose"
# The only elements whose categories a policy chooses; of all others they are fixed (REC 5.7).
_VARIABLE = (MISC, "#dynamic.cookies")


class Key(NamedTuple):
    """A reference to a data element, and for a variable one of its categories."""

    ref: str
    category: str


class Less(NamedTuple):
    """How near P3P comes to something that it does not say exactly, and a note."""

    fit: str
    note: str


class Known(NamedTuple):
    """A row of the vocabulary: its members in the JSON, its element of the extension, the references of P3P that it is as data,
    the elements that it is as a purpose, and what is lost of it (none where P3P says it exactly)."""

    concept: Concept
    members: dict[str, Any]
    element: Element
    keys: tuple[Key, ...]
    terms: tuple[str, ...]
    loss: Less | None


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


def members(concept: Concept) -> dict[str, Any]:
    """The row in the JSON."""
    return known(concept).members


def _make(concept: Concept) -> Known:
    said: dict[str, Any] = {"id": concept.id, "label": concept.ja, "fit": concept.p3p_fit}
    attributes = {"id": concept.id, "label": concept.ja}
    # How near P3P comes to it is a matter of the JSON only.
    if concept.p3p_note:
        said["note"] = concept.p3p_note
    if concept.article:
        said["article"] = attributes["article"] = concept.article
    if concept.sensitive:
        said["sensitive"] = True
        attributes["sensitive"] = "yes"
    loss = Less(concept.p3p_fit, concept.p3p_note or f"nearest: {concept.ja}") if concept.p3p_fit != EXACT else None
    terms = tuple(dict.fromkeys(concept.p3p_terms or (OTHER_PURPOSE,)))
    return Known(concept, said, Element("appi:concept", attributes), _keys(concept), terms, loss)


def _keys(concept: Concept) -> tuple[Key, ...]:
    found: dict[Key, None] = {}
    for ref in concept.p3p_terms:
        named = (concept.p3p_categories or (OTHER,)) if ref in _VARIABLE else ("",)
        found.update((Key(ref, category), None) for category in named)
    return tuple(found)
