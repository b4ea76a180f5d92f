"""Words given for a value that say something else than the value: another figure, or the name of another value."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from ..model import NONE, Field, Ref, Value
from ..model.types import MONEY, Choice, ValueKind
from ..source import Source, Span
from ..vocab import Concept
from . import figures, kinds
from .page import Run

if TYPE_CHECKING:
    from .inline import Inline

UNITS = {"years": "年", "months": "か月", "weeks": "週間", "days": "日", "yen": "円"}

# Longer words tell of a value in a way of their own.
_LONGEST = 40
_APART = re.compile("[、，・「」]|及び|並びに|又は|若しくは|または|および")
_Named = Concept | Choice
_FREE = frozenset(("無料", "無償", "不要", "なし"))


def differ(voice: Inline, ref: Ref, field: Field, values: tuple[Value, ...], source: Source, runs: list[Run]) -> None:
    """Report words of an author that do not say the values which they are given for."""
    text = runs[0].text if len(runs) == 1 else "".join([run.text for run in runs])
    if len(values) == 1 and values[0].kind == "number":
        _figures(voice, ref, values[0], source, text)
    elif len(text) > _LONGEST:
        pass
    elif field.stance == NONE:
        if field.key.kind is MONEY and figures.differing(text, "0", "yen"):
            _report(voice, ref, source, text, "なし（none）")
    elif values:
        _names(voice, ref, field, values, source, text)


def _figures(voice: Inline, ref: Ref, value: Value, source: Source, text: str) -> None:
    """Words with a figure that the value has not, or not so: 7年間 for `5 years`; or 無料 for an amount."""
    declared = f"{value.word}{UNITS.get(value.unit, value.unit)}"
    if text in _FREE and value.unit == "yen" and float(value.word):
        _report(voice, ref, source, text, declared)
    found = figures.differing(text, value.word, value.unit)
    if found:
        span = Span(source, ref.start, ref.end)
        said = "、".join(dict.fromkeys(found))
        voice.found.append(kinds.FIGURES_DIFFER.at(span, found=said, declared=declared, written=".".join(ref.path)))


def of_row(voice: Inline, ref: Ref, row: Concept, source: Source, runs: list[Run]) -> None:
    """The same for words that are given for a row of the vocabulary, named in the text."""
    text = "".join([run.text for run in runs])
    if len(text) <= _LONGEST:
        others = [(piece, one) for piece in _APART.split(text) for one in _rows(voice, row.category, piece)]
        _compare(voice, ref, source, text, others, [row])


def _names(voice: Inline, ref: Ref, field: Field, values: tuple[Value, ...], source: Source, text: str) -> None:
    """Words that are the name of another value of the same closed list or vocabulary, and not that of a declared one."""
    kind = field.key.kind
    others = [(piece, one) for piece in _APART.split(text) for one in _named(voice, kind, piece)]
    if not others:
        return
    declared: list[_Named] = []
    for value in values:
        one = value.target if value.kind == "concept" else _choice(kind, value)
        if not isinstance(one, Concept | Choice):
            # What is declared by a block, or in words, has names of the author's.
            return
        declared.append(one)
    _compare(voice, ref, source, text, others, declared)


def _compare(
    voice: Inline, ref: Ref, source: Source, text: str, others: Sequence[tuple[str, _Named]], declared: Sequence[_Named]
) -> None:
    """Report names of `others` in a text, unless it says one of those declared, or what is near to one."""
    for one in declared:
        if any(name in text for name in _words(one)) or any(_near(one, other) for _, other in others):
            return
    if others:
        said = "、".join(dict.fromkeys(piece for piece, _ in others))
        _report(voice, ref, source, said, "、".join(dict.fromkeys(one.ja for one in declared)))


def _named(voice: Inline, kind: ValueKind, piece: str) -> Iterator[_Named]:
    """The values of a closed list or vocabulary that a word names."""
    for form in _forms(piece) if kind.choices else ():
        yield from _by_word(kind).get(form, ())
    for category in kind.vocabulary:
        yield from _rows(voice, category, piece)


def _by_word(kind: ValueKind) -> dict[str, list[Choice]]:
    """The words of a closed list by how a page may call them: worked out once for the process."""
    table = _tables.get(id(kind))
    if table is None:
        found: dict[str, list[Choice]] = {}
        for choice in kind.choices:
            for word in _words(choice):
                found.setdefault(word, []).append(choice)
        table = _tables[id(kind)] = (kind, found)
    return table[1]


# Each kind is kept beside its table, so that an id stays its own.
_tables: dict[int, tuple[ValueKind, dict[str, list[Choice]]]] = {}


def _rows(voice: Inline, category: str, piece: str) -> Iterator[Concept]:
    for form in _forms(piece):
        concept = voice.names.concept(category, form)
        if concept is not None:
            yield concept


def _forms(piece: str) -> tuple[str, ...]:
    """A word, and the same without an honorific (ご住所) or a particle (改定時に)."""
    forms = (piece, piece[1:]) if piece[:1] in ("ご", "お") else (piece,)
    return (*forms, piece[:-1]) if piece[-1:] == "に" else forms


def _choice(kind: ValueKind, value: Value) -> Choice | None:
    return next((one for one in kind.choices if value.kind == "choice" and one.word == value.word), None)


def _words(one: _Named) -> set[str]:
    """How a page may call a value."""
    words = one.spellings if isinstance(one, Concept) else (*one.spellings, one.says, one.says_plain)
    return {word for word in words if word and not word.isascii()}


def _near(one: _Named, other: _Named) -> bool:
    """Whether one value may be said by the name of another: the same, a part of it or the whole, or a word in its name."""
    if isinstance(one, Concept) and isinstance(other, Concept):
        # Terms that are only the class of a row, as all rights have them, make it near to none.
        classed = one.dpv_fit == "none" and other.dpv_fit == "none"
        same = one.id == other.id or not (classed or set(one.dpv_terms).isdisjoint(other.dpv_terms))
        return same or other.id in one.parts or one.id in other.parts
    return one == other or any(word in own for own in _words(one) for word in _words(other))


def _report(voice: Inline, ref: Ref, source: Source, found: str, declared: str) -> None:
    span = Span(source, ref.start, ref.end)
    voice.found.append(kinds.WORDS_DIFFER.at(span, found=found, declared=declared, written=".".join(ref.path)))
