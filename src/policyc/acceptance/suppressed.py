"""What a run does not tell, or tells as less than it is: counted by what put it off, and by code."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable
from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..source import Span
from .severities import OFF, Weight

SETTINGS, SOURCE, BASELINE = "settings", "source", "baseline"
"""What can put a finding off: a row of `policyc.yaml`, an acceptance in the source, the baseline."""


class Suppressed(NamedTuple):
    """A finding with its own severity, what put it off, and where that stands (nowhere for a baseline). `row` is the row
    of the settings, where it is one; with another level than `off` the finding is told, as less than it is."""

    finding: Diagnostic
    by: str
    at: Span | None = None
    row: Weight | None = None


class Cause(NamedTuple):
    """What put findings off: one of SETTINGS, SOURCE and BASELINE, in which file and line (0 for none), and for a row of
    the settings its pattern and level."""

    by: str
    file: str
    line: int = 0
    pattern: str = ""
    level: str = ""

    @property
    def weakens(self) -> bool:
        """Whether the findings are told all the same, as less than they are."""
        return self.by == SETTINGS and self.level != OFF


class Settings(NamedTuple):
    """A file of settings that was read, and the day of the law that it sets (ISO 8601; empty where it sets none, or the
    command line does)."""

    file: str
    as_of: str = ""


class Count(NamedTuple):
    """How many findings one cause put off: of each code, and of each severity that they have by themselves."""

    codes: Counter[str]
    severities: Counter[str]


class Tally:
    """What was put off in a run. `settings` are the files of settings that were read, `no_wording` those of them by which
    the wording was not looked at, with the line that says so."""

    def __init__(self) -> None:
        self.settings: list[Settings] = []
        self.no_wording: dict[str, int] = {}
        self._counts: dict[Cause, Count] = {}

    def add(self, rows: Iterable[Suppressed], show: Callable[[str], str], baseline: str) -> None:
        """Count some findings; `show` turns a path below their root into the one the reader knows, `baseline` is the file
        of the baseline as the reader knows it."""
        for one in rows:
            pattern, level = (one.row.pattern, one.row.level) if one.row is not None else ("", "")
            file, line = (show(one.at.source.path), one.at.line) if one.at is not None else (baseline, 0)
            count = self._counts.setdefault(Cause(one.by, file, line, pattern, level), Count(Counter(), Counter()))
            count.codes[one.finding.code] += 1
            count.severities[one.finding.severity] += 1

    def rows(self) -> list[tuple[Cause, Count]]:
        """What put findings off, by file and line, with how many."""
        order = (SETTINGS, SOURCE, BASELINE)
        causes = sorted(self._counts, key=lambda c: (order.index(c.by), c[1:]))
        return [(cause, self._counts[cause]) for cause in causes]

    def count(self, by: str, weakened: bool = False) -> int:
        """How many findings were put off by one of the three, or weakened by the settings."""
        return sum(n.codes.total() for cause, n in self._counts.items() if cause.by == by and cause.weakens == weakened)

    def files(self, by: str) -> list[str]:
        """The files that put findings off in one of the three ways, in order."""
        return sorted({cause.file for cause in self._counts if cause.by == by})
