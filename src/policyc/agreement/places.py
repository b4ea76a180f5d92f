"""From the places of records back to spans: a source is read again only when a finding points into it."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from ..diagnostics import Both, Findings, Kind, Label, quoted
from ..source import Source, Span
from .record import Spot
from .ways import Ways

OTHER = Both("もう一つはここ", "the other is here")
_AGAIN = Both("ここも同じです", "and here")
# So many more places of a finding are shown; the message counts them all.
_MOST_SHOWN = 10
_BREAKS = re.compile(r"\s*\n\s*")

# Findings keep the sources that they point into; others are let go.
_MOST_KEPT = 64


class Places:
    """`read` gives the source of a file by the name the reader knows it by."""

    def __init__(self, read: Callable[[str], Source]) -> None:
        self._read = read
        self._sources: dict[str, Source] = {}

    def span(self, spot: Spot) -> Span:
        """The place in its source. A file that was saved shorter meanwhile has it at its end."""
        source = self._sources.get(spot.file)
        if source is None:
            if len(self._sources) >= _MOST_KEPT:
                self._sources.clear()
            source = self._sources[spot.file] = self._read(spot.file)
        end = len(source.text)
        return Span(source, min(spot.start, end), min(spot.end, end))

    def report(
        self, found: Findings, kind: Kind, at: Spot, other: Spot, words: Both = OTHER, /, **params: object
    ) -> None:
        """Enter a finding at one place, with another document's place and the words for that. What it quotes is told in
        one line."""
        self._report(found, kind, (at,), other, words, params)

    def differs(self, found: Findings, kind: Kind, ways: Ways, **params: object) -> None:
        """Enter a finding for each way of saying something but the usual one, with all of its places."""
        usual = ways.usual()
        for way in ways.others():
            told = {**params, "here": way.here, "found": way.words.strip(), "other": usual.words.strip()}
            self._report(found, kind, way.spots, usual.spots[0], OTHER, told)

    def _report(
        self, found: Findings, kind: Kind, at: Sequence[Spot], other: Spot, words: Both, params: dict[str, object]
    ) -> None:
        span = self.span(at[0])
        if not found.full(kind, span):
            again = (Label(self.span(one), *_AGAIN) for one in at[1 : 1 + _MOST_SHOWN])
            labels = (Label(self.span(other), *words.visible()), *again)
            told = {key: _BREAKS.sub(" ", value) if type(value) is str else value for key, value in params.items()}
            found.append(kind.at(span, *labels, fix=None, **told))


def in_document(name: str) -> Both:
    """The words for a place in the document of a firm."""
    return Both(f"{quoted(name)}の文書ではここ", f"{quoted(name)} says it here")
