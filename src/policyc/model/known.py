"""What blocks and fields declare, as reading asks for it: worked out once for the process."""

from __future__ import annotations

from ..vocab import Concept
from .names import Names
from .types import CLOSING_KEY, TEXT_KEY, BlockType, Key, by_word


class Asked:
    """A field, with what is asked of it for each of its values.

    `atoms` are the kinds of atoms that mean a value by themselves, `choices` the words of a closed list by their
    spellings; `declared` tells whether names of blocks are values, `texts` whether texts are, `blank` whether one without
    words is, `quoted` whether a string may be a word of the vocabulary.
    """

    __slots__ = (
        "_concepts",
        "atoms",
        "blank",
        "choices",
        "declared",
        "entities",
        "key",
        "places",
        "quoted",
        "takes_answers",
        "texts",
        "word",
    )

    def __init__(self, key: Key) -> None:
        kind = key.kind
        self.key = key
        self.word = key.word
        self.takes_answers = key.takes_answers
        self.quoted = bool(kind.vocabulary)
        self.texts = "string" in kind.atoms
        atoms = kind.atoms | {"string"} if self.quoted else kind.atoms
        self.atoms = frozenset() if kind.raw else atoms - {"number"}
        # Where two choices share a spelling, the first one has it.
        self.choices = {spelling: one.word for one in reversed(kind.choices) for spelling in one.spellings}
        self.entities = frozenset(kind.entities)
        self.places = kind.places
        self.declared = bool(kind.entities or kind.places)
        self.blank = key in (TEXT_KEY, CLOSING_KEY)
        self._concepts: dict[str, tuple[Concept, str, str]] = {}

    def concept(self, names: Names, word: str) -> tuple[Concept, str, str] | None:
        """The row of its vocabulary that a word names, its id, and the word where a page has it as written. Rows that every
        policy has are remembered by their spellings."""
        known = None if names.own_rows else self._concepts.get(word)
        if known is not None:
            return known
        for category in self.key.kind.vocabulary:
            concept = names.concept(category, word)
            if concept is not None:
                found = concept, concept.id, concept.as_written(word)
                if not names.own_rows:
                    self._concepts[word] = found
                return found
        return None


class Body:
    """What a body may hold, by the words in either language: that of a block of `type`, or (None) the braces behind a
    value."""

    __slots__ = ("blocks", "fields", "keys", "required", "type")

    def __init__(self, keys: tuple[Key, ...], type_: BlockType | None) -> None:
        self.keys = keys
        self.type = type_
        asked = {id(key): Asked(key) for key in keys}
        self.fields = {word: asked[id(key)] for word, key in by_word(keys).items()}
        self.blocks = by_word(type_.children) if type_ is not None else {}
        self.required = [key for key in keys if key.required]


def body_of(type_: BlockType) -> Body:
    """What a block of this type may hold."""
    known = _blocks.get(id(type_))
    if known is None:
        known = _blocks[id(type_)] = Body(type_.keys, type_)
    return known


def braces_of(keys: tuple[Key, ...]) -> Body:
    """What the braces behind a value may hold, by the fields that they take."""
    known = _braces.get(id(keys))
    if known is None:
        known = _braces[id(keys)] = Body(keys, None)
    return known


# Each keeps what it is of, so that an id stays its own.
_blocks: dict[int, Body] = {}
_braces: dict[int, Body] = {}
