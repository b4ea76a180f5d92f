"""Findings on a package: each names the package, and the file in it that it is about."""

from __future__ import annotations

from ..diagnostics import ERROR, Diagnostic, Kind, in_order
from ..source import Source, Span


class Report:
    """What was found so far; `shown` is the package as the user typed it."""

    def __init__(self, shown: str) -> None:
        self.shown = shown
        self._found: list[Diagnostic] = []

    def add(self, kind: Kind, inside: str = "", **params: object) -> None:
        """One finding on the package, or on the file `inside` it."""
        # In a message a path of the package must not bring its own line breaks.
        place = "".join(c if c.isprintable() else "\ufffd" for c in inside)
        source = Source(f"{self.shown}: {place}" if place else self.shown, "")
        self._found.append(kind.at(Span(source, 0, 0), fix=None, **params))

    @property
    def failed(self) -> bool:
        """Whether anything was found at error level."""
        return any(one.severity == ERROR for one in self._found)

    def findings(self) -> list[Diagnostic]:
        """All findings in order, each once."""
        return in_order(self._found)
