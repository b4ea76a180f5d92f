"""From the places of records back to spans: a source is read again only when a finding points into it."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Label
from ..source import Source, Span
from .record import Spot


class Places:
    """`read` gives the source of a file by the name the reader knows it by; what it gave is kept."""

    def __init__(self, read: Callable[[str], Source]) -> None:
        self._read = read
        self._sources: dict[str, Source] = {}

    def span(self, spot: Spot) -> Span:
        """The place in its source. A file that was saved shorter meanwhile has it at its end."""
        source = self._sources.get(spot.file)
        if source is None:
            source = self._sources[spot.file] = self._read(spot.file)
        end = len(source.text)
        return Span(source, min(spot.start, end), min(spot.end, end))

    def label(self, spot: Spot, ja: str, en: str) -> Label:
        """A second place, with its words."""
        return Label(self.span(spot), ja, en)
