"""The tree of shapes that a parse gives: blocks, fields, phrases and atoms, each with its offsets in the source."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from typing import NamedTuple

# Blocks and lists inside one another; deep enough for any document. The later stages walk the tree by recursion and rely
# on it.
MAX_DEPTH = 40


class Atom(NamedTuple):
    """One value token. `kind` is a terminal of the grammar in lower case (name, string, text, url, link, date, number)
    or `list`; `raw` is the token as written."""

    kind: str
    raw: str
    start: int
    end: int
    items: tuple["Phrase", ...] = ()


class Phrase(NamedTuple):
    """Atoms side by side, such as `same as uses` or `consent { … }`; `body` is None when there are no braces."""

    atoms: tuple[Atom, ...]
    body: "tuple[Item, ...] | None"
    start: int
    end: int


class FieldShape(NamedTuple):
    """`key: phrase, phrase`."""

    key: Atom
    phrases: tuple[Phrase, ...]
    start: int
    end: int


class BlockShape(NamedTuple):
    """`keyword atoms { body }`; `body` is None when there are no braces."""

    keyword: Atom
    atoms: tuple[Atom, ...]
    body: "tuple[Item, ...] | None"
    start: int
    end: int


Item = FieldShape | BlockShape
