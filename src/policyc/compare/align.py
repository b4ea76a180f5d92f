"""Which lines of two texts are the same: by lines that both have once, then between them."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from typing import NamedTuple

# Between two anchors lines are compared each with each only up to so many pairs; what differs that much is another text.
_PAIRS = 40_000
# … and each character of each with each only so many.
_CHANGED = 2_500
# Two lines with less in common are two lines, not one that changed.
_ALIKE = 0.5
# Long lines are only compared at their ends.
_CHARACTERS = 1_000_000


class Gap(NamedTuple):
    """Lines [a, a_end) of the one and [b, b_end) of the other text that have no equals."""

    a: int
    a_end: int
    b: int
    b_end: int


def gaps(a: Sequence[str], b: Sequence[str]) -> list[Gap]:
    """The stretches in which two texts differ, in order."""
    found: list[Gap] = []
    stack = [(0, len(a), 0, len(b))]
    while stack:
        low, high, other, end = stack.pop()
        while low < high and other < end and a[low] == b[other]:
            low, other = low + 1, other + 1
        while low < high and other < end and a[high - 1] == b[end - 1]:
            high, end = high - 1, end - 1
        if low == high and other == end:
            continue
        anchors = _anchors(a[low:high], b[other:end]) if low < high and other < end else []
        if anchors:
            edges = [(low, other), *((low + i + 1, other + j + 1) for i, j in anchors)]
            stops = [*((low + i, other + j) for i, j in anchors), (high, end)]
            stack.extend((s[0], t[0], s[1], t[1]) for s, t in reversed(list(zip(edges, stops, strict=True))))
        elif (high - low) * (end - other) <= _PAIRS and low < high and other < end:
            for tag, i, i_end, j, j_end in SequenceMatcher(
                None, a[low:high], b[other:end], autojunk=False
            ).get_opcodes():
                if tag != "equal":
                    found.append(Gap(low + i, low + i_end, other + j, other + j_end))
        else:
            found.append(Gap(low, high, other, end))
    return found


def _anchors(a: Sequence[str], b: Sequence[str]) -> list[tuple[int, int]]:
    """The longest run of lines that stand once in either text, in the same order in both."""
    once_a = {line for line, n in Counter(a).items() if n == 1}
    once_b = {line for line, n in Counter(b).items() if n == 1}
    places = {line: j for j, line in enumerate(b) if line in once_b}
    pairs = [(i, places[line]) for i, line in enumerate(a) if line in once_a and line in places]
    # Longest increasing subsequence of the places in b.
    tails: list[int] = []
    ends: list[int] = []
    before: list[int] = []
    for index, (_, j) in enumerate(pairs):
        at = bisect_left(tails, j)
        before.append(ends[at - 1] if at else -1)
        tails[at : at + 1] = [j]
        ends[at : at + 1] = [index]
    chain: list[tuple[int, int]] = []
    index = ends[-1] if ends else -1
    while index >= 0:
        chain.append(pairs[index])
        index = before[index]
    return chain[::-1]


def paired(a: Sequence[str], b: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Lines of a gap that are one line changed, as pairs of indices; -1 on the side that has no such line."""
    if len(a) * len(b) > _CHANGED:
        count = max(len(a), len(b))
        yield from ((i if i < len(a) else -1, i if i < len(b) else -1) for i in range(count))
        return
    # The pairing, in order, in which the lines have most in common.
    counted = [Counter(line) for line in b]
    alike = [[_likeness(x, y) for y in counted] for x in map(Counter, a)]
    best = [[0.0] * (len(b) + 1) for _ in range(len(a) + 1)]
    for i in range(len(a) - 1, -1, -1):
        for j in range(len(b) - 1, -1, -1):
            both = best[i + 1][j + 1] + alike[i][j] if alike[i][j] >= _ALIKE else -1.0
            best[i][j] = max(both, best[i + 1][j], best[i][j + 1])
    i = j = 0
    while i < len(a) or j < len(b):
        if i < len(a) and j < len(b) and alike[i][j] >= _ALIKE and best[i][j] == best[i + 1][j + 1] + alike[i][j]:
            yield i, j
            i, j = i + 1, j + 1
        elif i < len(a) and (j == len(b) or best[i][j] == best[i + 1][j]):
            yield i, -1
            i += 1
        else:
            yield -1, j
            j += 1


def _likeness(a: Counter[str], b: Counter[str]) -> float:
    """How many of their characters two lines share, from 0 to 1; order does not count."""
    return 2 * (a & b).total() / ((a.total() + b.total()) or 1)


def spots(a: str, b: str, closely: bool = True) -> list[Gap]:
    """The stretches of characters in which two lines differ, in order; not `closely` means one from end to end."""
    start = 0
    while start < min(len(a), len(b)) and a[start] == b[start]:
        start += 1
    end = 0
    while end < min(len(a), len(b)) - start and a[-1 - end] == b[-1 - end]:
        end += 1
    x, y = a[start : len(a) - end], b[start : len(b) - end]
    if not closely or len(x) * len(y) > _CHARACTERS:
        return [Gap(start, start + len(x), start, start + len(y))]
    codes = SequenceMatcher(None, x, y, autojunk=False).get_opcodes()
    return [Gap(start + i, start + k, start + j, start + m) for tag, i, k, j, m in codes if tag != "equal"]
