"""Words of the vocabulary that hold marks of the syntax, such as 「商品・サービスの案内」: they stand in quotes. Without them
their pieces would be read as values of their own, and state something else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import ERROR, Fix, Kind
from ..source import Span
from ..syntax import Atom, FieldShape, Phrase
from .types import Key
from .words import writable

if TYPE_CHECKING:
    from .read import Reader

WORD_UNQUOTED = Kind(
    "model/word-unquoted",
    ERROR,
    '語彙の言葉「{found}」が「"」で囲まれていません',
    "the word `{found}` of the vocabulary is not in quotes",
    '「"{found}"」と書いてください。「・」「、」や括弧のある言葉は、囲まないと途中で切れて、別の言葉として読まれます。',
    'Write `"{found}"`. A word with `・`, `、` or brackets in it would otherwise be read in pieces, as other words.',
)

_CUTS = ("・", "（", "）", "(", ")")
_GOES_ON = re.compile(r"[\w\-]")


def as_written(word: str) -> str:
    """A word as a source has it: in quotes where it needs them."""
    return word if not word or writable(word) else f'"{word}"'


def is_cut(text: str, atom: Atom) -> bool:
    """Whether a word goes on behind a mark that cannot stand in one."""
    return text[atom.start - 1 : atom.start] in _CUTS or text[atom.end : atom.end + 1] in _CUTS


def pieces(reader: Reader, key: Key, shape: FieldShape) -> dict[int, str]:
    """The words of a field that stand in pieces, by where each piece begins; behind the first one it is ""."""
    words, text = reader.names.in_quotes(key.kind.vocabulary), reader.source.text
    found: dict[int, str] = {}
    end = 0
    for phrase in flat(shape.phrases):
        for atom in phrase.atoms:
            if atom.start < end:
                found[atom.start] = ""
            elif atom.kind == "name" and (word := next((w for w in words if _stands(text, w, atom.start)), "")):
                found[atom.start], end = word, atom.start + len(word)
    return found


def mended(reader: Reader, key: Key, shape: FieldShape) -> FieldShape:
    """A field with such words reported, and in quotes; the same field where it has none."""
    found = pieces(reader, key, shape)
    if not found:
        return shape
    phrases: list[Phrase] = []
    end = 0
    for phrase in flat(shape.phrases):
        atoms: list[Atom] = []
        for atom in phrase.atoms:
            if atom.start < end:
                continue
            if word := found.get(atom.start):
                end = atom.start + len(word)
                span = Span(reader.source, atom.start, end)
                reader.found.append(WORD_UNQUOTED.at(span, found=word, fix=Fix(span, f'"{word}"', safe=True)))
                atom = Atom("string", f'"{word}"', atom.start, end)
            atoms.append(atom)
        if atoms and phrase.start < atoms[0].start and phrases:
            # What stands behind the last piece belongs to the whole word.
            before = phrases.pop()
            phrases.append(before._replace(atoms=(*before.atoms, *atoms), body=phrase.body, end=phrase.end))
        elif atoms:
            phrases.append(phrase._replace(atoms=tuple(atoms), end=max(phrase.end, end)))
    return shape._replace(phrases=tuple(phrases))


def _stands(text: str, word: str, at: int) -> bool:
    return text.startswith(word, at) and _GOES_ON.match(text, at + len(word)) is None


def flat(phrases: tuple[Phrase, ...]) -> Iterator[Phrase]:
    """Phrases with those that are in brackets, one by one."""
    for phrase in phrases:
        if len(phrase.atoms) == 1 and phrase.atoms[0].kind == "list" and phrase.body is None:
            yield from flat(phrase.atoms[0].items)
        else:
            yield phrase
