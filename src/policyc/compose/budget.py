"""How much a document may say: thirty lines of source that refer to each other can ask for gigabytes of text."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..source import Source, Span
from . import kinds

# Characters of the page and of the machine values together; a reference costs some, even to an empty text.
MOST = 4_000_000
REFERENCE = 32
# How many references may be followed one inside the other.
MOST_DEPTH = 12


class Budget:
    """What is left of it for one document. `found` gets the finding, once, when nothing is.

    What is said takes its characters from `left` itself, as that is done for every reference and stretch of text; where
    nothing is left then, it asks `over` and leaves out what it was about to say.
    """

    def __init__(self, found: list[Diagnostic]) -> None:
        self.left = MOST
        self._found = found

    def over(self, characters: int, source: Source, start: int) -> None:
        """Too many were taken for what stands at an offset, and the text has to be cut: the first time, it is told."""
        if self.left + characters >= 0:
            at = Span(source, start, start + 1)
            self._found.append(kinds.TOO_LONG.at(at, limit=f"{MOST:,}"))
