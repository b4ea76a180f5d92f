"""Words looked for in sentences: 「苦情…窓口」 is 苦情 and, a few characters on, 窓口; 「^その他」 stands at the beginning."""

from __future__ import annotations

# How many characters … may stand for.
_GAP = 40


def says(text: str, patterns: tuple[str, ...]) -> bool:
    """Whether any of the patterns stands in a text."""
    return any(_stands(text, pattern) for pattern in patterns)


def _stands(text: str, pattern: str) -> bool:
    if pattern.startswith("^"):
        first, *others = pattern[1:].split("…")
        return text.startswith(first) and _follow(text, len(first), others)
    first, *others = pattern.split("…")
    at = text.find(first)
    while at >= 0:
        if _follow(text, at + len(first), others):
            return True
        at = text.find(first, at + 1)
    return False


def _follow(text: str, at: int, pieces: list[str]) -> bool:
    """Whether the pieces follow one another from `at`, each within reach of the one before."""
    if not pieces:
        return True
    piece, *others = pieces
    end = at + _GAP + len(piece)
    found = text.find(piece, at, end)
    while found >= 0:
        if _follow(text, found + len(piece), others):
            return True
        found = text.find(piece, found + 1, end)
    return False
