"""The words by which a page states the values of a field."""

from __future__ import annotations

from itertools import groupby

from ..facts.identifiers import values_mark
from .page import Line, Page
from .sentences import lines


class StatedWords:
    """By fact the words of the page that state it, where it does so first: of the values of one `field` in any block, such as
    `uses.except/law`. Nothing is looked for before a fact is asked for."""

    def __init__(self, page: Page, field: str) -> None:
        self._page = page
        self._mark = values_mark(field)
        self._found: dict[str, str] | None = None

    def __call__(self, fact: str) -> str:
        """The words that state a fact; "" where none do, or it is of another field."""
        if self._found is None:
            self._found = {}
            for _, _, line in lines(self._page, names=False):
                for one in dict.fromkeys(one for run in line for one in run.facts if self._mark in one):
                    self._found.setdefault(one, _words(line, one))
        return self._found.get(fact, "")


def _words(line: Line, fact: str) -> str:
    """The first stretch of a line that states a fact."""
    for states, stretch in groupby(line, lambda run: fact in run.facts):
        if states:
            return "".join([run.text for run in stretch]).strip()
    return ""
