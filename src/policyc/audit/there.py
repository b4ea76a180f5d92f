"""What another document of the run says of a matter that is left to it."""

from __future__ import annotations

from typing import NamedTuple

from .. import law

CONFIRMED = (law.SATISFIED, law.NONE, law.ON_REQUEST)
"""The answers of the other document that settle a matter."""


class Sight(NamedTuple):
    """A sentence of the other document: the file as the reader knows it, and its line."""

    text: str
    anchor: str
    file: str
    line: int


class There(NamedTuple):
    """What another document of the run answers to a rule."""

    answer: str
    document: str
    title: str
    url: str
    file: str
    line: int
    sights: tuple[Sight, ...]

    @property
    def confirmed(self) -> bool:
        """Whether the matter is in that document."""
        return self.answer in CONFIRMED

    @property
    def lacking(self) -> bool:
        """Whether it is looked for there in vain."""
        return self.answer in law.WANTING
