"""A document against all demands of a file."""

from __future__ import annotations

from ..reader import Document
from . import MET, MUST, Answer, Demand, Preferences
from .practices import forbidden, limited
from .required import required


def answers(document: Document, preferences: Preferences) -> tuple[Answer, ...]:
    """What a document answers to each demand, in their order."""
    return tuple(_answer(document, one) for one in preferences.demands)


def holds(found: tuple[Answer, ...]) -> bool:
    """Whether every demand that must be met is met."""
    return all(one.answer == MET for one in found if one.demand.weight == MUST)


def _answer(document: Document, demand: Demand) -> Answer:
    if demand.form == "require":
        return Answer(demand, *required(document, demand.need))
    rule = forbidden if demand.form == "forbid" else limited
    return Answer(demand, *rule(document, demand.pattern))
