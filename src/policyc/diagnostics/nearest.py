"""The nearest valid name to one that is not: what "did you mean" suggests."""

from __future__ import annotations

from collections.abc import Iterable

_LONGEST = 40


def nearest(word: str, choices: Iterable[str]) -> str:
    """The choice that is closest to `word` by edit distance, or an empty string when none is close.

    Close means: at most a third of the longer word's letters differ, or one contains the other (共同利用者 / 共同利用).
    """
    best, best_cost = "", 1.0
    if len(word) > _LONGEST:
        return ""
    for choice in choices:
        if not choice or len(choice) > _LONGEST:
            continue
        longer = max(len(word), len(choice))
        cost = _distance(word, choice) / longer
        if len(choice) >= 2 and (choice in word or word in choice) and len(word) >= 2:
            cost = min(cost, 0.3)
        if cost <= 0.34 and cost < best_cost:
            best, best_cost = choice, cost
    return best


def _distance(a: str, b: str) -> int:
    row = list(range(len(b) + 1))
    for i, x in enumerate(a, 1):
        previous, row[0] = row[0], i
        for j, y in enumerate(b, 1):
            previous, row[j] = row[j], min(row[j] + 1, row[j - 1] + 1, previous + (x != y))
    return row[len(b)]
