"""How grave a finding is by a firm's own decision."""

from __future__ import annotations

from fnmatch import fnmatchcase

from ..diagnostics import ERROR, SEVERITIES, Diagnostic
from .codes import is_of_language

OFF = "off"
LEVELS = (*SEVERITIES, OFF)
"""What a finding may be set to."""

# (a code, or a pattern such as `wording/*`, and one of LEVELS)
Severities = tuple[tuple[str, str], ...]


def severity(one: Diagnostic, rows: Severities) -> str:
    """The severity of a finding by the rows: that of its code, else of the longest pattern, else its own. An error of the
    language stays one."""
    if is_of_language(one.code) and one.severity == ERROR:
        return ERROR
    best, chosen = -1, one.severity
    for pattern, level in rows:
        rank = 1000 if pattern == one.code else len(pattern)
        if rank > best and fnmatchcase(one.code, pattern):
            best, chosen = rank, level
    return chosen
