"""How much work the pages of a file may make: thirty lines of source that refer to each other can ask for gigabytes of text.

Work is counted, never timed: the same source ends at the same place on every machine. A unit is about a character that is
copied; what costs more than its characters is charged as so many of them.
"""

from __future__ import annotations

from ..diagnostics import Diagnostic
from ..model import Node
from ..source import Source, Span
from . import kinds
from .standard import is_standard

# What every file may ask for, and what it may for each of its own characters, up to a limit: what is written out once,
# or referred to once, is never too much.
MOST = 1_000_000
FOR_EACH, MOST_FOR_EACH = 48, 16_000_000
# A reference, even to an empty text; a stretch of text, however short; a sentence that ends in a line.
REFERENCE = 32
STRETCH = 16
SENTENCE = 32
# How many references may be followed one inside the other.
MOST_DEPTH = 12


class Budget:
    """What is left of it for one file: its documents share it. `found` gets the finding, once, when nothing is.

    What is said takes its units from `left` itself, as that is done for every reference and stretch of text; where nothing
    is left then, it asks `over` and leaves out what it was about to say.
    """

    def __init__(self, source: Source) -> None:
        self.left = MOST + min(len(source.text) * FOR_EACH, MOST_FOR_EACH)
        self.found: list[Diagnostic] = []
        # The block that is being said: a standard wording is no place that anybody could mend.
        self.block: Node | None = None

    @property
    def ended(self) -> bool:
        """Whether something was left out."""
        return self.left < 0

    def over(self, units: int, source: Source, start: int) -> None:
        """Too many were taken for what stands at an offset, and the text has to be cut: the first time, it is told."""
        if self.left + units >= 0 and not self.found:
            named = self.block.named_at if self.block is not None and is_standard(source) else None
            self.found.append(kinds.TOO_LONG.at(named or Span(source, start, start + 1)))

    def take(self, units: int, source: Source, start: int) -> bool:
        """Whether so many units are left for what stands at an offset; they are taken."""
        self.left -= units
        if self.left >= 0:
            return True
        self.over(units, source, start)
        return False
