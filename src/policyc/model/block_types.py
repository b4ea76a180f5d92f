"""What a kind of block declares: its words, its fields and the blocks inside of it."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import Any, NamedTuple, TypeVar

from ..diagnostics import Both
from .value_kinds import ValueKind


class Key(NamedTuple):
    """A field that a block may have.

    `about`/`about_en` is one sentence with four uses: missing-field help, reference, hover and completion.
    `stated` fields must be said by a sentence of the document; `backs` fields make a sentence count as backed.
    `answered` fields may be answered with none, on request or another document in the place of a value: not one that says how
    another is meant. `bounds` fields may stand beside `declared: none`: they say how far it reaches (below an age, but for a case).
    `whole` fields name all that they are about: their values are not a list that could go on with 等.
    """

    word: str
    ja: str
    kind: ValueKind
    about: str
    about_en: str
    required: bool = False
    many: bool = True
    repeat: bool = False
    stated: bool = True
    backs: bool = True
    fields: tuple["Key", ...] = ()
    bounds: bool = False
    answered: bool = True
    whole: bool = False

    @property
    def takes_answers(self) -> bool:
        """Whether the other three answers may stand in the place of its values."""
        return self.stated and self.answered

    @property
    def takes_etc(self) -> bool:
        """Whether its values are a list of the page, which may be left open: 氏名、住所等."""
        return self.many and self.stated and not self.whole

    @property
    def words(self) -> Both:
        """How messages name it: in Japanese with both spellings, for a source may have either."""
        return Both(f"{self.ja}（{self.word}）", self.word)


# The roles of blocks that are a place of the document: a reference points to them.
PLACES = ("clause", "item", "part")


class BlockType(NamedTuple):
    """A kind of block. `named` and `titled` are "required", "optional" or "no"; `linked` allows a link in the head.

    `role` is what later stages dispatch on: entity, document, outline (a document of another file), part, clause, item,
    delegation or setting. `worded` blocks state their own text: its words are the fact. Of those that
    state practices, `declared: none` says that something is not done. `prose` clauses say in free words what no fact holds.
    """

    word: str
    ja: str
    role: str
    about: str
    about_en: str
    keys: tuple[Key, ...] = ()
    children: tuple["BlockType", ...] = ()
    named: str = "optional"
    titled: str = "optional"
    linked: bool = False
    package: str = ""
    worded: bool = False
    states_practices: bool = False
    prose: bool = False

    def key(self, word: str) -> Key | None:
        """The field that is written `word` in either language."""
        return find(self.keys, word)

    def child(self, word: str) -> "BlockType | None":
        """The kind of block that is written `word` in either language."""
        return by_word(self.children).get(word)


def find(keys: tuple[Key, ...], word: str) -> Key | None:
    """The field that is written `word` in either language."""
    return by_word(keys).get(word)


Named = TypeVar("Named", Key, BlockType)


def by_word(declared: tuple[Named, ...]) -> dict[str, Named]:
    """Fields or kinds of blocks by the words that are written for them in either language."""
    table = _tables.get(id(declared))
    if table is None:
        found = {spelling: one for one in reversed(declared) for spelling in (one.word, one.ja)}
        table = _tables[id(declared)] = (declared, found)
    return table[1]


# What is declared is kept beside its table, so that an id stays its own.
_tables: dict[int, tuple[Any, dict[str, Any]]] = {}
