"""How much a document may say: thirty lines of source that refer to each other can ask for gigabytes of text."""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..source import Source, Span
from . import kinds

# Characters of the page and of the machine values together; a reference costs some, even to an empty text.
MOST = 4_000_000
REFERENCE = 32


class Budget:
    """What is left of it for one document. `found` gets the finding, once, when nothing is."""

    def __init__(self, found: list[Diagnostic]) -> None:
        self._left = MOST
        self._found = found

    def spend(self, characters: int, source: Source, start: int) -> bool:
        """Take some for what stands at an offset; false when too little is left, and the text has to be cut."""
        self._left -= characters
        if self._left >= 0:
            return True
        if self._left + characters >= 0:
            at = Span(source, start, start + 1)
            self._found.append(kinds.TOO_LONG.at(at, limit=f"{MOST:,}"))
        return False
