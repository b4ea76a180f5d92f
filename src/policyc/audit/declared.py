"""What a source would declare to answer a rule: the block, the field and the value, by the words of the language.

Worked out from what the rule asks, so that a hint cannot name what the language does not have. What only words can say is
not among it.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from .. import matters
from ..diagnostics import Both
from ..law.conditions import ask
from ..law.reading import Reading
from ..law.rows import Row
from ..law.rule import Condition, Rule
from ..model import BlockType, Key, Names
from ..model.words import writable

# More words than these are no advice.
_MOST = 3


class Way(NamedTuple):
    """A field of a block, with the words of which any one would do (none where it is for the author to say)."""

    block: str
    field: str
    values: tuple[str, ...] = ()


_NOTHING = Way("", "")


@cache
def _declared() -> dict[tuple[str, str, str], Way]:
    """By the kind of rows of the law, a word of theirs and a field: what the clauses declare as the answer."""
    return {(a.kind, a.word, a.part): Way(a.block or word, a.field) for word, a in matters.answers()}


def ways(rule: Rule, reading: Reading, row: Row | None) -> list[Way]:
    """The declarations of which any, or each one that is missing, would answer a rule that is not answered."""
    return list(dict.fromkeys(_ways(rule.require, reading, row)))


def _ways(condition: Condition, reading: Reading, row: Row | None) -> Iterator[Way]:
    form = condition[0] if condition else ""
    if form == "any":
        for one in condition[1]:
            yield from _ways(one, reading, row)
    elif form == "all":
        parts = [one for one in condition[1] if not ask(one, reading, row).yes]
        # What has to be absent, and is not, closes this way.
        if all(one[0] != "not" for one in parts):
            for one in parts:
                yield from _ways(one, reading, row)
    elif form == "row":
        yield from _of_rows(*condition[1:])
    elif form == "states" and condition[1].startswith("operator."):
        part = condition[1].removeprefix("operator.")
        yield Way("document", "operator") if part == "name" else Way("organization", part)
    elif form == "its" and row is not None and condition[2] == "among":
        block = _declared().get((row.kind, "", ""), _NOTHING).block
        yield Way(block, condition[1], condition[3] if len(condition[3]) <= _MOST else ())


def _of_rows(kind: str, words: tuple[str, ...], filters: Condition) -> Iterator[Way]:
    narrowed = [name for name, wanted in filters if name != "text" and wanted != ("absent",)]
    known = _declared()
    whole = known.get((kind, "", ""), _NOTHING)
    if kind == "practice":
        act = known.get((kind, words[0], ""))
        for name in narrowed or [""]:
            called = known.get((kind, words[0], name))
            field = called.field if called is not None else name
            if act is not None and field:
                yield Way(act.block, field)
    elif narrowed:
        yield from (known.get((kind, "", name), Way(whole.block, name)) for name in narrowed)
    elif (kind, words[0]) in {key[:2] for key in known if key[1]}:
        yield from (known[kind, word, ""] for word in words if (kind, word, "") in known)
    elif whole is not _NOTHING:
        named = words if "any" not in words and len(words) <= _MOST and words != ("linked",) else ()
        yield whole._replace(values=named)


def shown(way: Way, document: BlockType) -> Both | None:
    """A way in words, with the Japanese of each word of the language; None where the language has no such field."""
    block = block_of(way.block, document)
    if block is None:
        return None
    key = block.key(way.field) if way.field else None
    if key is None:
        return None if way.field else Both(f"「{block.ja}」（{block.word}）", block.word)
    names = [(ja, word) for value in way.values for ja, word in spelled(key, value)]
    ja = " / ".join(name for name, _ in names)
    en = " / ".join(name for _, name in names)
    if not names:
        return Both(f"「{block.ja}」の{key.words.ja}", f"{key.word} of {block.word}")
    return Both(f"「{block.ja}」の「{key.ja}: {ja}」（{key.word}: {en}）", f"{key.word}: {en} ({block.word})")


def block_of(word: str, within: BlockType) -> BlockType | None:
    """The kind of block that is written so, in a document or in a clause of it."""
    if word == within.word:
        return within
    inner = (one for child in within.children if child.role == "clause" for one in child.children if one.word == word)
    return within.child(word) or next(inner, None)


def spelled(key: Key, value: str) -> Iterator[tuple[str, str]]:
    """A word of a closed list or of the vocabulary as a field takes it: in Japanese and in English."""
    yield from ((choice.ja, choice.word) for choice in key.kind.choices if choice.word == value)
    names = Names()
    for category in key.kind.vocabulary:
        concept = names.concept(category, value)
        if concept is not None:
            yield _quoted(concept.ja), _quoted(concept.id)


def _quoted(word: str) -> str:
    return word if writable(word) else f'"{word}"'
