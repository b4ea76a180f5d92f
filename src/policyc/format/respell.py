"""The words of the language in the other spelling: keywords, fields, value words, and field names in texts.

What is exchanged is what the model reads as that word at that place, and only where it reads the other spelling the same
there; names that authors declare and identifiers of the vocabulary are theirs.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain

from ..clauses import catalogue
from ..model import words
from ..model.etc import is_etc
from ..model.structure import IMPORT, file_type
from ..model.types import BlockType, Choice, Key, find
from ..model.words import part_in
from ..source import Source
from ..syntax import Atom, FieldShape, Item, Phrase
from .references import Edit, References, Scope


def respelled(source: Source, items: tuple[Item, ...], language: str) -> str:
    """The text of a source without faults in the spelling of `language`, `ja` or `en`."""
    type_ = file_type(catalogue())
    ja = language == "ja"
    edits = _Respelling(ja, References(source, items, ja)).body(items, type_, Scope(type_, items, None))
    out: list[str] = []
    at = 0
    for start, end, word in sorted(edits):
        out += [source.text[at:start], word]
        at = end
    return "".join([*out, source.text[at:]])


class _Respelling:
    """Yields what to exchange; each place once."""

    def __init__(self, ja: bool, references: References) -> None:
        self.ja = ja
        self.references = references

    def body(self, items: tuple[Item, ...], type_: BlockType, scope: Scope) -> Iterator[Edit]:
        """Edits of the items of a block."""
        for item in items:
            if isinstance(item, FieldShape):
                key = type_.key(item.key.raw)
                if key is not None:
                    yield from self._field(item, key, scope)
                continue
            child = type_.child(item.keyword.raw)
            if child is None:
                continue
            yield self._spelled(item.keyword, child.word, child.ja)
            if child.word != IMPORT.word:
                inner = Scope(child, item.body or (), scope)
                yield from chain.from_iterable(self.references.edits(atom, inner) for atom in item.atoms)
                yield from self.body(item.body or (), child, inner)

    def _spelled(self, atom: Atom, word: str, ja: str) -> Edit:
        return atom.start, atom.end, ja if self.ja else word

    def _field(self, field: FieldShape, key: Key, scope: Scope) -> Iterator[Edit]:
        yield self._spelled(field.key, key.word, key.ja)
        for phrase in field.phrases:
            yield from self._phrase(phrase, key, scope)

    def _phrase(self, phrase: Phrase, key: Key, scope: Scope) -> Iterator[Edit]:
        atoms = list(phrase.atoms)
        if len(atoms) == 1 and atoms[0].kind == "list" and phrase.body is None:
            for inner in atoms[0].items:
                yield from self._phrase(inner, key, scope)
            return
        has_form = _has_form(atoms)
        # A numbering pattern has braces that are no references.
        for atom in () if key.kind.raw else atoms:
            yield from self.references.edits(atom, scope, key.word == "as" or (has_form and atom is atoms[-1]))
        answer = _answer(phrase, key)
        if is_etc(phrase) and key.takes_etc:
            yield self._spelled(atoms[0], *words.ETC)
            return
        if answer is not None:
            yield self._spelled(atoms[0], *answer)
        if has_form:
            yield self._spelled(atoms[-2], *words.AS)
            del atoms[-2:]
        if answer is None:
            yield from self._value(atoms, key)
        for item in phrase.body or ():
            inside = find(key.fields, item.key.raw) if isinstance(item, FieldShape) and key.fields else None
            if isinstance(item, FieldShape) and inside is not None:
                yield from self._field(item, inside, scope)

    def _value(self, atoms: list[Atom], key: Key) -> Iterator[Edit]:
        first, kind = atoms[0], key.kind
        relation = words.relation(tuple(atom.raw for atom in atoms)) if kind.places else None
        if relation is not None:
            yield from self._relation(atoms, *relation)
        elif first.kind == "number" and len(atoms) > 1:
            unit = _chosen(kind.units, atoms[1].raw)
            if unit is not None:
                yield self._spelled(atoms[1], unit.word, unit.ja)
        elif first.kind == "name" and kind.choices:
            chosen = _chosen(kind.choices, first.raw)
            if chosen is not None and _chosen(kind.choices, chosen.ja if self.ja else chosen.word) is chosen:
                yield self._spelled(first, chosen.word, chosen.ja)
        elif first.kind == "name" and kind.entities:
            head, dot, part = first.raw.partition(".")
            yield first.start, first.end, f"{head}{dot}{part_in(part, self.ja)}"

    def _relation(self, atoms: list[Atom], kind: str, which: int) -> Iterator[Edit]:
        """`same as uses` and 「uses と同一」, `within uses` and 「uses の範囲内」."""
        other = atoms[which].raw
        said = words.related(kind, other, self.ja)
        back = words.relation(said)
        if atoms[which].kind == "name" and back is not None and (back[0], said[back[1]]) == (kind, other):
            yield atoms[0].start, atoms[-1].end, " ".join(said)


def _has_form(atoms: list[Atom]) -> bool:
    """Whether the last two atoms are `as "…"`, the form of what stands before them."""
    if len(atoms) < 3 or atoms[-1].kind not in ("string", "text"):
        return False
    return atoms[-2].kind == "name" and atoms[-2].raw in words.AS


def _answer(phrase: Phrase, key: Key) -> tuple[str, str] | None:
    """The answer that a phrase gives instead of a value: none, on request, or another document."""
    head, length = phrase.atoms[0], len(phrase.atoms)
    if not key.takes_answers or any(c.word == "none" for c in key.kind.choices) or head.kind != "name" or phrase.body:
        return None
    if length == 1:
        return next((answer for answer in (words.NONE, words.ON_REQUEST) if head.raw in answer), None)
    linked = length == 2 and phrase.atoms[1].kind in ("link", "url")
    return words.DELEGATED if linked and head.raw in words.DELEGATED else None


def _chosen(choices: tuple[Choice, ...], word: str) -> Choice | None:
    return next((choice for choice in choices if word in (choice.word, choice.ja)), None)
