"""The nearest valid name to one that is not: what "did you mean" suggests."""

from __future__ import annotations

import re
from collections.abc import Iterable
from itertools import islice
from unicodedata import normalize

_LONGEST = 40
# A suggestion is made from this many names at most.
_MOST_CHOICES = 3000
# What may be looked for in one file: letters compared with letters, and so many for each name that is only looked at.
MOST_WORK = 1_500_000
_LOOK = 12
_CLOSE = 0.34
_TWO_KANJI = re.compile("[々一-鿿豈-\ufaff]{2}").fullmatch


class Near:
    """What the words of one file are near to. Each is looked for once; where there was too much to look for, no more is
    suggested: that a name is unknown is told all the same."""

    def __init__(self) -> None:
        self.left = MOST_WORK
        self._known: dict[tuple[str, ...], str] = {}

    def to(self, word: str, choices: Iterable[str]) -> str:
        """The choice that is nearest to `word`, as `nearest` has it."""
        names = tuple(islice(choices, _MOST_CHOICES))
        asked = (word, *names)
        found = self._known.get(asked)
        if found is None:
            if self.left <= 0:
                return ""
            found = self._known[asked] = nearest(word, names, self)
        return found


def nearest(word: str, choices: Iterable[str], near: Near | None = None) -> str:
    """The choice that is closest to `word` by edit distance, or an empty string when none is close.

    Close means: at most a third of the longer word's letters differ, or one contains the other (共同利用者 / 共同利用).
    Full-width letters, capitals and underscores (Ｋｉｎｄ, postal_code) count as what they stand for. The work is taken from
    what `near` has left; where that ends, nothing is close.
    """
    best, best_cost = "", 1.0
    if len(word) > _LONGEST:
        return ""
    folded = _fold(word)
    near = near or Near()
    for choice in islice(choices, _MOST_CHOICES):
        near.left -= _LOOK
        if near.left < 0:
            return ""
        if not choice or len(choice) > _LONGEST:
            continue
        other = _fold(choice)
        longer = max(len(folded), len(other))
        contained = _within(folded, other) if len(folded) < len(other) else _within(other, folded)
        if not contained and _least(folded, other) > _CLOSE * longer:
            continue
        near.left -= len(folded) * len(other)
        cost = _distance(folded, other) / longer
        if contained:
            cost = min(cost, 0.3)
        if cost <= _CLOSE and cost < best_cost:
            best, best_cost = choice, cost
    return best


def one_slip(word: str, choices: Iterable[str]) -> str:
    """The one choice of two kanji that has one of them in common with `word` at its place, as 種別 has with 種别; an empty
    string where there are several. For closed lists only: among many words there is always one."""
    if not _TWO_KANJI(word):
        return ""
    near = {c for c in choices if c != word and _TWO_KANJI(c) and (c[0] == word[0]) != (c[1] == word[1])}
    return near.pop() if len(near) == 1 else ""


def _within(short: str, long: str) -> bool:
    """Whether a word is a good part of another: two letters of Latin script stand in many words by chance."""
    enough = max(3, len(long) / 2) if short.isascii() else max(2, len(long) / 3)
    return len(short) >= enough and short in long


def _fold(word: str) -> str:
    if not word.isascii():
        word = normalize("NFKC", word)
    return word.casefold().replace("_", "-")


def _least(a: str, b: str) -> int:
    """A lower bound of the distance that is quick to find: letters of one that the other does not have at all."""
    return max(abs(len(a) - len(b)), len(set(a) - set(b)), len(set(b) - set(a)))


def _distance(a: str, b: str) -> int:
    """Letters to insert, delete or replace, or neighbours to swap, on the way from one word to the other."""
    before: list[int] = []
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        last, row = row, [i]
        for j, y in enumerate(b, 1):
            cost = min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (x != y))
            if i > 1 and j > 1 and x == b[j - 2] and a[i - 2] == y:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        before = last
    return row[len(b)]
