"""From the places of records back to spans: a source is read again only when a finding points into it."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Both, Findings, Kind, Label, quoted
from ..source import Source, Span
from .record import Spot

OTHER = Both("もう一つはここ", "the other is here")

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
        """Enter a finding at one place, with another document's place and the words for that."""
        span = self.span(at)
        if not found.full(kind, span):
            label = Label(self.span(other), *words.visible())
            found.append(kind.at(span, label, fix=None, **params))


def in_document(name: str) -> Both:
    """The words for a place in the document of a firm."""
    return Both(f"{quoted(name)}の文書ではここ", f"{quoted(name)} says it here")
