"""事業者の名称: the operator is named here with its address and representative."""

from __future__ import annotations

from ..draft import Reading, Section
from .rules import Found, reading
from .survey import Survey
from .walk import Path


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The operator, where the section names it."""
    named = any(mark.ref.split(".")[0] == survey.operator for mark in survey.marks.get(path, ()))
    return reading("operator-identity", [Found("of", survey.operator, ())]) if survey.operator and named else None
