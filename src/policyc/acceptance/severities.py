"""How grave a finding is by a firm's own decision."""

from __future__ import annotations

from fnmatch import fnmatchcase
from typing import NamedTuple

from ..diagnostics import ERROR, SEVERITIES, Diagnostic
from ..source import Span
from .codes import is_of_language

OFF = "off"
LEVELS = (*SEVERITIES, OFF)
"""What a finding may be set to, the gravest first."""
WILD = frozenset("*?[")
"""What makes a pattern of a code."""


class Weight(NamedTuple):
    """One row of the settings: a code or a pattern such as `wording/*`, one of LEVELS, and where that is written."""

    pattern: str
    level: str
    at: Span | None = None


Severities = tuple[Weight, ...]


class Weights:
    """The rows of some settings, asked by code. What was asked is remembered: a run has many findings of few codes."""

    def __init__(self, rows: Severities) -> None:
        self._exact = {row.pattern: row for row in reversed(rows)}
        # Of two patterns of one length the first counts.
        self._patterns = sorted((r for r in rows if WILD.intersection(r.pattern)), key=lambda r: -len(r.pattern))
        self._asked: dict[str, tuple[Weight, ...]] = {}

    def of(self, code: str) -> tuple[Weight, ...]:
        """The row that weighs a code, and the one that would if that were not there: that of the code itself, then that
        of the longest pattern."""
        found = self._asked.get(code)
        if found is None:
            exact = (self._exact[code],) if code in self._exact else ()
            matching = (row for row in self._patterns if fnmatchcase(code, row.pattern))
            first = next(matching, None)
            second = next(matching, None)
            found = self._asked[code] = tuple(r for r in (*exact, first, second) if r is not None)[:2]
        return found

    def row(self, one: Diagnostic) -> Weight | None:
        """The row that weighs a finding. None weighs an error of the language, which stays one."""
        if is_of_language(one.code) and one.severity == ERROR:
            return None
        return next(iter(self.of(one.code)), None)


def severity(one: Diagnostic, rows: Severities) -> str:
    """The severity of a finding by the rows: that of its code, else of the longest pattern, else its own."""
    row = Weights(rows).row(one)
    return row.level if row is not None else one.severity


def weaker(level: str, than: str) -> bool:
    """Whether a severity is less grave than another."""
    return LEVELS.index(level) > LEVELS.index(than)
