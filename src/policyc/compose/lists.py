"""Which lines of a text are list items, how deep, and with which number: one walk for the page and for references."""

from __future__ import annotations

from ..model import Line

Numbers = dict[int, tuple[int, int]]
"""By the number of a line: the depth of its item (from 0) and its number among the numbered items there (from 1)."""


def numbers(lines: tuple[Line, ...]) -> Numbers:
    """The items of a text. A list goes on over empty lines while items of its depth, or lines inside them, follow."""
    found: Numbers = {}
    at = 0
    while at < len(lines):
        at = _walk(lines, at, lines[at].indent, 0, found) if lines[at].bullet else at + 1
    return found


def _walk(lines: tuple[Line, ...], at: int, indent: int, depth: int, found: Numbers) -> int:
    n = 0
    while at < len(lines) and lines[at].bullet and lines[at].indent == indent:
        n += lines[at].bullet == "-"
        found[at] = (depth, n)
        at += 1
        while at < len(lines):
            if lines[at].blank:
                after = goes_on(lines, at, indent)
                if after is None:
                    return at
                at = after
            elif lines[at].indent <= indent:
                break
            elif lines[at].bullet:
                at = _walk(lines, at, lines[at].indent, depth + 1, found)
            else:
                at += 1
    return at


def goes_on(lines: tuple[Line, ...], at: int, indent: int) -> int | None:
    """Where a list of that indent goes on after the empty lines at `at`; None where it ends."""
    after = next((n for n in range(at, len(lines)) if not lines[n].blank), None)
    if after is None or lines[after].indent > indent or (lines[after].bullet and lines[after].indent == indent):
        return after
    return None
