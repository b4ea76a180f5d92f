"""Where the sentences of a line begin and end."""

from __future__ import annotations

import re

from ..compose.sentences import BRACKETS, full_stops

_MARKS = re.compile(f"[{BRACKETS}。．]")
_LATIN = re.compile(r"[0-9０-９A-Za-z]")


def sentences(text: str) -> list[tuple[int, int]]:
    """The sentences of a line: each up to and with its full stop outside brackets, the last perhaps without one."""
    found: list[tuple[int, int]] = []
    start = 0
    for end in full_stops(text, _MARKS):
        if not (text[end - 1] == "．" and _LATIN.match(text, max(end - 2, 0))):
            found.append((start, end))
            start = end
    if text[start:].strip():
        found.append((start, len(text)))
    return found


def outside_brackets(text: str) -> str:
    """The text without round brackets and what is in them."""
    kept: list[str] = []
    depth = 0
    for character in text:
        if character in "（(":
            depth += 1
        elif character in "）)":
            depth = max(depth - 1, 0)
        elif depth == 0:
            kept.append(character)
    return "".join(kept)
