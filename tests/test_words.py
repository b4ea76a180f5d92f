"""Every keyword is one thing: no two blocks or fields of one place share a spelling, and none is missing."""

from __future__ import annotations

from collections.abc import Iterator

from policyc.clauses import catalogue
from policyc.model.structure import file_type
from policyc.model.types import BlockType


def types(type_: BlockType) -> Iterator[BlockType]:
    yield type_
    for child in type_.children:
        yield from types(child)


def test_spellings_are_unique_where_they_may_stand() -> None:
    for type_ in types(file_type(catalogue())):
        words = [w for c in type_.children for w in (c.word, c.ja)] + [w for k in type_.keys for w in (k.word, k.ja)]
        twice = sorted({w for w in words if words.count(w) > 1})
        assert not twice, (type_.word, twice)
        for key in type_.keys:
            choices = [w for c in key.kind.choices for w in {c.word, c.ja}]
            assert len(choices) == len(set(choices)), (type_.word, key.word)


def test_every_word_is_explained_in_both_languages() -> None:
    for type_ in types(file_type(catalogue())):
        if type_.role == "file":
            continue
        assert type_.about.endswith("。") and type_.about_en.endswith("."), type_.word
        for key in type_.keys:
            assert key.about.endswith("。") and key.about_en.endswith("."), (type_.word, key.word)
            assert key.word.isascii() and not key.ja.isascii()
