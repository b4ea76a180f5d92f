"""References in texts to fields of the blocks around them: `{users.address}` and 「{利用者.住所}」."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..model import Names, Ref, read_text
from ..model.template import link_label
from ..model.types import BlockType, Key
from ..model.words import ETC, part_in
from ..source import Source
from ..syntax import Atom, BlockShape, FieldShape, Item

Edit = tuple[int, int, str]

# What stands for something else than a field in the form of a definition or date.
_IN_FORMS = frozenset({"called", "name", "means", "of", "date"})


class Given(NamedTuple):
    """A field that a block gives, and where it gives it."""

    scope: Scope
    key: Key
    fields: tuple[FieldShape, ...]


class Scope:
    """A block, for what its texts refer to: the fields that it and the blocks around it give."""

    def __init__(self, type_: BlockType, items: tuple[Item, ...], outer: Scope | None) -> None:
        self.type = type_
        self.outer = outer
        self.fields: dict[str, tuple[FieldShape, ...]] = {}
        for item in items:
            key = type_.key(item.key.raw) if isinstance(item, FieldShape) else None
            if key is not None and isinstance(item, FieldShape):
                self.fields[key.word] = (*self.fields.get(key.word, ()), item)

    def find(self, word: str) -> Given | None:
        """The field that `{word}` says, from the inside out; None when it says something else."""
        scope: Scope | None = self
        while scope is not None:
            key = scope.type.key(word)
            if key is not None and key.word in scope.fields:
                return Given(scope, key, scope.fields[key.word])
            scope = scope.outer
        return None


class References:
    """Finds what to exchange in the texts of one source."""

    def __init__(self, source: Source, items: tuple[Item, ...], ja: bool) -> None:
        self.source = source
        self.ja = ja
        # Rows of a vocabulary file are not known here; any word may be one.
        self.own_rows = any(
            atom.raw[1:-1].endswith((".yaml", ".yml"))
            for item in items
            if isinstance(item, BlockShape)
            for atom in item.atoms
            if atom.kind == "string"
        )

    def edits(self, atom: Atom, scope: Scope, in_form: bool = False) -> Iterator[Edit]:
        """Edits of the references in one atom; `in_form` for the form of a definition or date."""
        if atom.kind in ("string", "text"):
            text, _ = read_text(self.source, atom.kind, atom.start, atom.end)
        elif atom.kind == "link":
            text, _, _ = link_label(self.source, atom.start, atom.end)
        else:
            return
        for ref in text.refs():
            written = ".".join(ref.path)
            start = ref.start + 1
            # A name may be carried on to the next line of a text.
            if self.source.text.startswith(written, start):
                said = ".".join(self._path(ref, scope, in_form))
                if said != written:
                    yield start, start + len(written), said

    def _path(self, ref: Ref, scope: Scope, in_form: bool) -> Iterator[str]:
        head, *parts = ref.path
        given = scope.find(head)
        yield self._head(head, given, scope, in_form and not parts)
        for number, part in enumerate(parts):
            other = part_in(part, self.ja)
            named = given is not None and number == 0 and self._may_be_value(given, (part, other))
            yield part if named else other

    def _head(self, head: str, given: Given | None, scope: Scope, in_form: bool) -> str:
        if given is None:
            return head
        other = given.key.ja if self.ja else given.key.word
        if in_form and (head in _IN_FORMS or other in _IN_FORMS):
            return head
        return other if scope.find(other) == given else head

    def _may_be_value(self, given: Given, words: tuple[str, ...]) -> bool:
        """Whether `{items.address}` picks out a value of the field, and does not ask for a part of each."""
        kind = given.key.kind
        if given.key.takes_etc and words[0] in ETC:
            return False
        if kind.vocabulary and (self.own_rows or any(_in_vocabulary(c, w) for c in kind.vocabulary for w in words)):
            return True
        if any(word in (choice.word, choice.ja) for choice in kind.choices for word in words):
            return True
        phrases = [phrase for field in given.fields for phrase in field.phrases]
        while phrases:
            for atom in phrases.pop().atoms:
                phrases += atom.items
                if atom.kind == "name" and atom.raw.partition(".")[0] in words:
                    return True
        return False


def _in_vocabulary(category: str, word: str) -> bool:
    return Names().concept(category, word) is not None
