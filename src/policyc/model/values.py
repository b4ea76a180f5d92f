"""Phrases to values: what a field's words, names, dates, links and numbers mean, and the four answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..diagnostics.nearest import nearest
from ..source import Span
from ..syntax import Atom, FieldShape, Phrase
from . import kinds, literals, refusals, words
from .meant import meant
from .names import Names
from .template import Text
from .tree import DELEGATED, NONE, ON_REQUEST, STATED, Field, Node, Value
from .types import CLOSING_KEY, REMARK, TEXT_KEY, Key, ValueKind
from .words import part_word

if TYPE_CHECKING:
    from .read import Reader

__all__ = ["Names", "read_field"]

# What one of the other three answers begins with.
_ANSWERS = frozenset((*words.NONE, *words.ON_REQUEST, *words.DELEGATED, "on"))


def read_field(reader: Reader, node: Node, key: Key, shape: FieldShape) -> Field:
    """The values of one field, checked against its kind; what does not fit is reported and left out."""
    phrases: list[Phrase] = []
    for phrase in shape.phrases:
        if len(phrase.atoms) == 1 and phrase.atoms[0].kind == "list":
            phrases += _flat(phrase)
        else:
            phrases.append(phrase)
    answer = _answer(reader, key, shape, phrases) if key.stated else None
    if answer is not None:
        return answer
    values: list[Value] = []
    read = _Values(reader, node, key).read
    for phrase in phrases:
        value = read(phrase)
        if value is not None:
            values.append(value)
    if not key.many and len(values) > 1:
        extra = Span(reader.source, values[1].start, values[-1].end)
        reader.found.append(kinds.ONE_VALUE.at(extra, field=key.words))
        values = values[:1]
    return tuple.__new__(Field, (key, tuple(values), STATED, shape.start, shape.end, None))


def _answer(reader: Reader, key: Key, shape: FieldShape, phrases: list[Phrase]) -> Field | None:
    """The field when it gives one of the other three answers: none, on request, or another document."""
    for phrase in phrases:
        head, length = phrase.atoms[0], len(phrase.atoms)
        stance = ""
        if head.kind != "name" or head.raw not in _ANSWERS or phrase.body is not None:
            continue
        if head.raw in words.NONE and length == 1:
            stance = NONE
        elif (head.raw in words.ON_REQUEST and length == 1) or (head.raw == "on" and _word(phrase, 1) == "request"):
            stance = ON_REQUEST
        elif head.raw in words.DELEGATED and length == 2 and phrase.atoms[1].kind in ("link", "url"):
            stance = DELEGATED
        if not stance or any(choice.word == "none" for choice in key.kind.choices):
            continue
        if len(phrases) > 1:
            span = Span(reader.source, phrase.start, phrase.end)
            reader.found.append(kinds.ANSWER_ALONE.at(span, found=head.raw, field=key.words))
        link = literals.link(reader, phrase.atoms[1]) if stance == DELEGATED else None
        return Field(key, (), stance, shape.start, shape.end, link)
    return None


def _flat(phrase: Phrase) -> list[Phrase]:
    if len(phrase.atoms) == 1 and phrase.atoms[0].kind == "list" and phrase.body is None:
        return [inner for item in phrase.atoms[0].items for inner in _flat(item)]
    return [phrase]


def _word(phrase: Phrase, index: int) -> str:
    return phrase.atoms[index].raw if len(phrase.atoms) > index and phrase.atoms[index].kind == "name" else ""


class _Values:
    """Reads phrases as values of `key`."""

    def __init__(self, reader: Reader, node: Node, key: Key) -> None:
        self.reader = reader
        # The kind of atom that was refused in this field, if any: ten values of one wrong kind are one fault.
        self.refused = ""
        self.node = node
        self.key = key
        self.kind: ValueKind = key.kind

    def read(self, phrase: Phrase) -> Value | None:
        """The value of a phrase, None where it is not one of `key`."""
        if len(phrase.atoms) == 1 and phrase.body is None:
            return self._core(phrase.atoms, phrase.atoms[0])
        atoms = list(phrase.atoms)
        form = self._form(atoms) if len(atoms) > 2 else None
        relation = self._relation(atoms) if len(atoms) > 1 else ""
        value = self._core(atoms, atoms[0])
        if value is None:
            return None
        if relation:
            value = value._replace(kind=relation, start=phrase.start)
        if form is not None:
            value = value._replace(form=form)
        if phrase.body is not None:
            if not self.key.fields:
                brace = Span(self.reader.source, value.end, phrase.end)
                self.reader.found.append(kinds.NO_BRACES.at(brace, field=self.key.words))
                return value
            items = meant(self.reader, phrase.body, self.key.fields, None)
            value = value._replace(fields=self.reader.read_fields(items, self.key.fields, self.node))
        return value

    def _form(self, atoms: list[Atom]) -> Text | None:
        if atoms[-2].kind == "name" and atoms[-2].raw in words.AS and atoms[-1].kind in ("string", "text"):
            form = literals.text(self.reader, atoms[-1])
            del atoms[-2:]
            return form
        return None

    def _relation(self, atoms: list[Atom]) -> str:
        if not self.kind.places:
            return ""
        found = words.relation(tuple(a.raw for a in atoms))
        if found is None:
            return ""
        kind, which = found
        atoms[:] = [atoms[which]]
        return kind

    def _core(self, atoms: Sequence[Atom], first: Atom) -> Value | None:
        if first.kind not in self.kind.atoms and not (first.kind == "number" and self.kind.units):
            self._wrong(first)
            return None
        rest = atoms[1:]
        value: Value | None
        if self.kind is REMARK:
            value = literals.remark(self.reader, first, self.key)
        elif self.kind.raw:
            value = literals.pattern(self.reader, first)
        elif first.kind in ("string", "text"):
            value = Value("text", first.start, first.end, words=literals.text(self.reader, first))
            if value.words is not None and value.words.empty and self.key not in (TEXT_KEY, CLOSING_KEY):
                self.reader.found.append(kinds.EMPTY_VALUE.at(self._span(first), field=self.key.words))
        elif first.kind in ("link", "url"):
            value = literals.link(self.reader, first)
        elif first.kind == "date":
            value = literals.date(self.reader, first)
        elif first.kind == "number":
            value, rest = self._number(first, rest)
        else:
            value = self._named(first)
            if value is not None and rest and rest[0].kind in ("string", "text"):
                value, rest = value._replace(words=literals.text(self.reader, rest[0])), rest[1:]
            elif value is not None and rest and rest[0].kind in ("link", "url"):
                linked = literals.link(self.reader, rest[0])
                value, rest = value._replace(words=linked.words, unit=linked.word), rest[1:]
        if value is not None and rest:
            self.reader.found.append(refusals.left_over(self._span(rest[0]), first, rest[0], self.key))
        return value

    def _number(self, atom: Atom, rest: Sequence[Atom]) -> tuple[Value | None, Sequence[Atom]]:
        if not self.kind.units:
            return Value("number", atom.start, atom.end, word=atom.raw), rest
        unit = next((u for u in self.kind.units if rest and rest[0].raw in (u.word, u.ja)), None)
        if unit is None:
            wrong = rest[0] if rest else atom
            self.reader.found.append(refusals.unit(self._span(wrong), wrong, self.key))
            return None, []
        return Value("number", atom.start, rest[0].end, word=atom.raw, unit=unit.word), rest[1:]

    def _named(self, atom: Atom) -> Value | None:
        if self.kind.choices:
            for option in self.kind.choices:
                if atom.raw in (option.word, option.ja) or (option.also and atom.raw == option.also):
                    return Value("choice", atom.start, atom.end, word=option.word)
            self.reader.found.append(refusals.unknown_word(self._span(atom), atom, self.key))
            return None
        names = self.reader.names
        head, _, part = atom.raw.partition(".")
        target = names.find(head, self.node.document)
        if target is not None and (target.type.word in self.kind.entities or self._is_place(target)):
            return Value("entity", atom.start, atom.end, word=head, part=part_word(part), target=target)
        for category in self.kind.vocabulary:
            concept = names.concept(category, atom.raw)
            if concept is not None:
                spelling = "" if atom.raw.isascii() else atom.raw
                return Value("concept", atom.start, atom.end, word=concept.id, target=concept, spelling=spelling)
        span = self._span(atom)
        if target is not None:
            self.reader.found.append(refusals.wrong_kind(span, head, target.type, self.key))
        elif not names.lost(head) and not self.reader.found.full(kinds.UNKNOWN_NAME, span):
            choices = names.choices(
                self.node.document,
                lambda n: n.type.word in self.kind.entities or self._is_place(n),
                self.kind.vocabulary,
            )
            near = names.titled(atom.raw, self.node.document) or nearest(atom.raw, choices)
            self.reader.found.append(refusals.unknown_name(span, atom, self.key, choices, near))
        return None

    def _is_place(self, node: Node) -> bool:
        return self.kind.places and node.type.role in ("clause", "item", "part")

    def _wrong(self, atom: Atom) -> None:
        if self.refused != atom.kind:
            self.reader.found.append(refusals.wrong_value(self._span(atom), atom, self.key))
        self.refused = atom.kind

    def _span(self, atom: Atom) -> Span:
        return Span(self.reader.source, atom.start, atom.end)
