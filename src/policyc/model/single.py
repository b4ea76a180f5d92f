"""The value that one atom is by itself, as most are: a word, a name, a text, a date or a link."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..source import Span
from ..syntax import Atom
from ..vocab import Concept
from . import kinds, literals, words
from .known import Asked
from .template import Text
from .tree import NO_FIELDS, Node, Value
from .types import PLACES
from .words import part_word

if TYPE_CHECKING:
    from .read import Reader


def simple(reader: Reader, node: Node, asked: Asked, atom: Atom) -> Value | None:
    """The value that an atom is by itself, as most are; None, and nothing reported, where it is none or wants a closer
    look."""
    kind, raw, start, end, _ = atom
    if kind not in asked.atoms:
        return None
    word = part = spelling = ""
    target: Node | Concept | None = None
    text: Text | None = None
    if kind == "name" and asked.choices:
        if raw not in asked.choices:
            return None
        kind, word = "choice", asked.choices[raw]
    elif kind == "name":
        place = None
        if asked.declared:
            word = raw
            if "." in raw:
                word, _, part = raw.partition(".")
                part = part_word(part)
            place = reader.names.find(word, node.document)
        if place is not None and (place.type.word in asked.entities or (asked.places and place.type.role in PLACES)):
            kind, target = "entity", place
        else:
            concept = asked.concept(reader.names, raw)
            if concept is None:
                return None
            kind, part = "concept", ""
            target, word, spelling = concept
    elif kind == "string" or kind == "text":
        if asked.quoted and kind == "string":
            row = _row(reader, asked, atom)
            if row is not None or not asked.texts:
                return row
        kind, text = "text", literals.text(reader, atom)
        if text.characters is None and not asked.blank and text.empty:
            span = Span(reader.source, start, end)
            reader.found.append(kinds.EMPTY_VALUE.at(span, field=asked.key.words))
    elif kind == "date":
        if not literals.is_date(raw):
            return None
        word = raw
    else:
        # What takes a text as well may tell of mail or a telephone.
        return literals.link(reader, atom, "" if asked.texts else asked.key.words)
    return tuple.__new__(Value, (kind, start, end, word, part, target, text, None, "", NO_FIELDS, spelling))


def _row(reader: Reader, asked: Asked, atom: Atom) -> Value | None:
    """The row of the vocabulary that a string names: only by a word that cannot be written without quotes. All others are
    texts, or too many quotes."""
    word = atom.raw[1:-1]
    concept = None if words.writable(word) else asked.concept(reader.names, word)
    if concept is None:
        return None
    target, id_, spelling = concept
    return Value("concept", atom.start, atom.end, word=id_, target=target, spelling=spelling)
