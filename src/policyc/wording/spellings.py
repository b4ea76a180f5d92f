"""Spellings of one word: which of them a document has, which one it should have, and where the others stand."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from ..diagnostics import Both, Diagnostic, Fix, Kind, Label
from ..source import Span
from .passages import STATUTE, Passage, Reading


class Word(NamedTuple):
    """A word and its spellings, the first being that of laws and official documents.

    `before` and `after` are patterns of what must stand around it for it to be that word. With `ruled`, documents in the
    style of statutes have the first spelling; otherwise any, but one. `regular` of them, from the first on, are spellings
    that may be held up to the others; the rest give way even where they stand more often.
    """

    spellings: tuple[str, ...]
    before: str = ""
    after: str = ""
    ruled: bool = True
    regular: int = 9


class Place(NamedTuple):
    """Where a spelling stands."""

    passage: Passage
    start: int
    end: int

    @property
    def span(self) -> Span | None:
        return self.passage.span(self.start, self.end)


# The places of each spelling of a word.
Uses = dict[str, list[Place]]


def mixed(reading: Reading, words: Iterable[Word], kind: Kind, ruled: Both) -> Iterator[Diagnostic]:
    """A finding at each place of a spelling that the document should not have.

    `kind` takes `found`, `other` and `why`; `ruled` is the reason where the style of statutes wants one spelling.
    """
    everything = reading.bare
    for word in words:
        by_rule = word.ruled and reading.profile == STATUTE
        present = [spelling for spelling in word.spellings if spelling in everything]
        if wanting(present, word, by_rule):
            yield from told(uses_of(reading, word), word, kind, ruled if by_rule else None)


def wanting(present: Iterable[str], word: Word, by_rule: bool) -> bool:
    """Whether these spellings may be too many, or the wrong ones."""
    here = set(present)
    return len(here) > 1 or (by_rule and bool(here - {word.spellings[0]}))


def told(uses: Uses, word: Word, kind: Kind, ruled: Both | None, right: str = "") -> Iterator[Diagnostic]:
    """A finding at each place of another spelling than the right one; `ruled` is given where the first one is right by
    rule, and then is the reason unless the document itself has both; `right` is the right one where it is known."""
    if not wanting(uses, word, ruled is not None):
        return
    if not right:
        right = word.spellings[0] if ruled is not None else leading(uses, word)
    why = ruled if ruled is not None and right not in uses else counted(uses, right)
    first = next((place.span for place in uses.get(right, ()) if place.span is not None), None)
    labels = (Label(first, f"ここは「{right}」です", f"here it is 「{right}」"),) if first is not None else ()
    for spelling, places in uses.items():
        for place in places if spelling != right else ():
            span = place.span
            if span is not None:
                yield kind.at(span, *labels, fix=Fix(span, right, safe=True), found=spelling, other=right, why=why)


def counted(uses: Uses, right: str) -> Both:
    """How often each spelling stands, the right one first."""
    rows = [(right, len(uses[right]))] + [(one, len(places)) for one, places in uses.items() if one != right]
    return Both(
        "、".join(f"「{one}」{n} か所" for one, n in rows) + "が混在しています",
        ", ".join(f"「{one}」 {n} time{'s' if n > 1 else ''}" for one, n in rows) + " in one document",
    )


def leading(uses: Uses, word: Word) -> str:
    """The regular spelling that stands most often; of equals the first in the list."""
    order = {spelling: n for n, spelling in enumerate(word.spellings)}
    return min(uses, key=lambda spelling: (order[spelling] >= word.regular, -len(uses[spelling]), order[spelling]))


def uses_of(reading: Reading, word: Word) -> Uses:
    """The places of each spelling of a word."""
    pattern = _pattern(word)
    found: Uses = {}
    for passage in reading.passages:
        if not any(spelling in passage.bare for spelling in word.spellings):
            continue
        for hit in pattern.finditer(passage.bare):
            found.setdefault(hit["word"], []).append(Place(passage, *hit.span("word")))
    return found


@cache
def _pattern(word: Word) -> re.Pattern[str]:
    spellings = "|".join(map(re.escape, sorted(word.spellings, key=len, reverse=True)))
    return re.compile(f"{word.before}(?P<word>{spellings}){word.after}")
