"""How many columns characters take, so that what is under each other in an editor is aligned in Japanese too."""

from __future__ import annotations

from functools import cache
from unicodedata import category, east_asian_width


def width(text: str) -> int:
    """Columns of a text: full-width characters take two, combining and invisible ones none, all others one."""
    return len(text) if text.isascii() else sum(map(_columns, text))


@cache
def _columns(character: str) -> int:
    if category(character) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if east_asian_width(character) in "WF" else 1
