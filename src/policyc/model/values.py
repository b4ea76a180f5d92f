"""Phrases to values: what a field's words, names, dates, links and numbers mean, and the four answers."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from ..diagnostics import Fix
from ..source import Span
from ..syntax import Atom, FieldShape, Phrase
from . import etc, kinds, literals, refusals, unquoted, whole, words
from .known import Asked, braces_of
from .meant import meant
from .single import simple
from .template import Text
from .tree import DELEGATED, NONE, ON_REQUEST, STATED, Field, Node, Value
from .types import PLACES, REMARK, Key, ValueKind

if TYPE_CHECKING:
    from .read import Reader

# What one of the other three answers begins with.
_ANSWERS = frozenset((*words.NONE, *words.ON_REQUEST, *words.DELEGATED, "on"))


def read_field(reader: Reader, node: Node, asked: Asked, shape: FieldShape) -> Field:
    """The values of one field, checked against its kind; what does not fit is reported and left out."""
    key = asked.key
    if reader.faulty and key.kind.vocabulary:
        shape = unquoted.mended(reader, key, shape)
    phrases = shape.phrases
    for phrase in phrases:
        head = phrase.atoms[0]
        if head.kind == "list" or (asked.takes_answers and head.kind == "name" and head.raw in _ANSWERS):
            phrases = tuple(unquoted.flat(phrases))
            answer = _answer(reader, key, shape, phrases) if asked.takes_answers else None
            if answer is not None:
                return answer
            break
    values: list[Value] = []
    others: _Values | None = None
    for phrase in phrases:
        atoms, body, _, _ = phrase
        value = simple(reader, node, asked, atoms[0]) if body is None and len(atoms) == 1 else None
        if value is None:
            others = others or _Values(reader, node, asked, shape)
            value = others.read(phrase)
        if value is not None:
            values.append(value)
    if others is not None and others.in_pieces:
        return read_field(reader, node, asked, unquoted.mended(reader, key, shape))
    if not key.many and len(values) > 1:
        extra = Span(reader.source, values[1].start, values[-1].end)
        reader.found.append(kinds.ONE_VALUE.at(extra, field=key.words))
        values = values[:1]
    # What has lost all its values is no list that goes on.
    is_open = others is not None and others.goes_on and bool(values)
    if is_open:
        node.goes_on = True
    return tuple.__new__(Field, (key, tuple(values), STATED, shape.start, shape.end, None, is_open))


def _answer(reader: Reader, key: Key, shape: FieldShape, phrases: Sequence[Phrase]) -> Field | None:
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
            # Which of them is meant is not known, so that no sentence is asked to say it.
            return Field(key, (), STATED, shape.start, shape.end, None)
        link = literals.link(reader, phrase.atoms[1], key.words) if stance == DELEGATED else None
        return Field(key, (), stance, shape.start, shape.end, link)
    return None


def _word(phrase: Phrase, index: int) -> str:
    return phrase.atoms[index].raw if len(phrase.atoms) > index and phrase.atoms[index].kind == "name" else ""


class _Values:
    """Reads phrases as values of a field, whatever they are made of."""

    def __init__(self, reader: Reader, node: Node, asked: Asked, shape: FieldShape) -> None:
        self.reader = reader
        # The kind of atom that was refused in this field, if any: ten values of one wrong kind are one fault.
        self.refused = ""
        # Whether pieces were met of a word that has to stand in quotes.
        self.in_pieces = False
        self.pieces: dict[int, str] | None = None
        self.shape = shape
        # Whether the list is left open.
        self.goes_on = False
        # Up to where phrases were read as pieces of the one before.
        self.read_to = 0
        self.node = node
        self.asked = asked
        self.key = asked.key
        self.kind: ValueKind = asked.key.kind

    def read(self, phrase: Phrase) -> Value | None:
        """The value of a phrase, None where it is not one of `key`."""
        if etc.is_etc(phrase) and phrase.start >= self.read_to:
            self.goes_on = etc.leaves_open(self.reader, self.key, self.shape, phrase)
            return None
        atoms = list(phrase.atoms)
        form = self._form(atoms) if len(atoms) > 2 else None
        relation = self._relation(atoms) if len(atoms) > 1 else ""
        value = self._core(atoms, atoms[0]) if phrase.start >= self.read_to else None
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
            fields, _ = meant(self.reader, phrase.body, braces_of(self.key.fields))
            value = value._replace(fields=self.reader.read_fields(fields, self.node))
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
        known = first.kind in self.kind.atoms or (first.kind == "string" and self.asked.quoted)
        if not known and not (first.kind == "number" and self.kind.units):
            self._wrong(first)
            return None
        rest = atoms[1:]
        value: Value | None
        if self.kind is REMARK:
            value = literals.remark(self.reader, first, self.key)
        elif self.kind.raw:
            value = literals.pattern(self.reader, first)
        elif first.kind == "number":
            value, rest = self._number(first, rest)
        else:
            value = simple(self.reader, self.node, self.asked, first)
            if value is None:
                self._refuse(first)
                return None
            named = first.kind == "name" or value.kind == "concept"
            if named and rest and rest[0].kind in ("string", "text"):
                value, rest = value._replace(words=literals.text(self.reader, rest[0])), rest[1:]
            elif named and rest and rest[0].kind in ("link", "url"):
                linked = literals.link(self.reader, rest[0])
                value, rest = value._replace(words=linked.words, unit=linked.word), rest[1:]
        if value is not None and rest:
            self.reader.found.append(refusals.left_over(self._span(rest[0]), first, rest[0], self.key))
        return value

    def _number(self, atom: Atom, rest: Sequence[Atom]) -> tuple[Value | None, Sequence[Atom]]:
        if not self.kind.units:
            return Value("number", atom.start, atom.end, word=atom.raw), rest
        unit = next((u for u in self.kind.units if rest and rest[0].raw in (u.word, u.ja)), None)
        grouped = literals.grouped(self.reader.source.text, atom) if unit is None else None
        if grouped is not None:
            # 1,000円: the digits behind the comma come as values of their own, the last ones with the unit.
            digits, self.read_to = grouped
            span = Span(self.reader.source, atom.start, self.read_to)
            fix = Fix(span, digits, safe=True)
            self.reader.found.append(literals.DIGITS_GROUPED.at(span, found=span.text, digits=digits, fix=fix))
            return Value("number", atom.start, self.read_to, word=digits, unit=self.kind.units[0].word), []
        if unit is None:
            wrong = rest[0] if rest else atom
            self.reader.found.append(refusals.unit(self._span(wrong), wrong, self.key, self.reader.names.near))
            return None, []
        return Value("number", atom.start, rest[0].end, word=atom.raw, unit=unit.word), rest[1:]

    def _refuse(self, atom: Atom) -> None:
        """Report a word, name or date that is none."""
        if atom.kind == "string":
            self._wrong(atom)
            return
        if atom.kind == "date":
            self.reader.found.append(kinds.BAD_DATE.at(self._span(atom), found=atom.raw))
            return
        if self.kind.choices:
            self.reader.found.append(refusals.unknown_word(self._span(atom), atom, self.key, self.reader.names.near))
            return
        names = self.reader.names
        head, _, _ = atom.raw.partition(".")
        target = names.find(head, self.node.document)
        span = self._span(atom)
        if target is not None:
            self.reader.found.append(refusals.wrong_kind(span, head, target.type, self.key))
        elif names.lost(head, self.kind.entities):
            return
        elif self.in_pieces or (self.kind.vocabulary and self._is_piece(atom)):
            self.in_pieces = True
        elif not self.reader.found.full(kinds.UNKNOWN_NAME, span):
            choices = names.choices(
                self.node.document,
                lambda n: n.type.word in self.kind.entities or self._is_place(n),
                self.kind.vocabulary,
            )
            # What is cut off at a mark is no word, and near to none.
            cut = unquoted.is_cut(self.reader.source.text, atom)
            near = names.titled(atom.raw, self.node.document) or ("" if cut else names.near.to(atom.raw, choices))
            self.reader.found.append(refusals.unknown_name(span, atom, self.key, choices, near))

    def _is_piece(self, atom: Atom) -> bool:
        """Whether an unknown word is a piece of one of the vocabulary that has to stand in quotes."""
        if self.pieces is None:
            self.pieces = unquoted.pieces(self.reader, self.key, self.shape)
        return atom.start in self.pieces

    def _is_place(self, node: Node) -> bool:
        return self.kind.places and node.type.role in PLACES

    def _wrong(self, atom: Atom) -> None:
        source, found, names = self.reader.source, self.reader.found, self.reader.names
        dated = whole.day(source, self.key, atom)
        if dated is not None:
            # Each is put right by itself.
            found.append(dated)
            return
        if self.refused != atom.kind:
            if not self.refused:
                # Looked at once: a field may have many values of many wrong kinds.
                told = whole.unquoted(source, self.shape, self.key, atom)
                self.read_to = told.span.end if told is not None else self.read_to
            else:
                told = None
            if told is not None:
                found.append(told)
            else:
                rows = names.words(self.kind.vocabulary) if atom.kind == "string" else []
                titled = names.titled(atom.raw[1:-1], self.node.document) if atom.kind == "string" else ""
                found.append(refusals.wrong_value(self._span(atom), atom, self.key, rows, titled, names.near))
        self.refused = atom.kind

    def _span(self, atom: Atom) -> Span:
        return Span(self.reader.source, atom.start, atom.end)
