"""The lints: one module for each kind of fault, with its kinds and a function `lint` from a reading to findings."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cache

from ...diagnostics import Diagnostic
from ..passages import Reading

Lint = Callable[[Reading], Iterator[Diagnostic]]

# A test holds that these are the modules of the folder.
NAMES = (
    "brackets",
    "conjunctions",
    "dates",
    "definitions",
    "doubled",
    "full_stop",
    "kana",
    "okurigana",
    "personal_data",
    "places",
    "pointers",
    "punctuation",
    "sentences",
    "style",
    "terms",
    "width",
)


@cache
def lints() -> tuple[Lint, ...]:
    """Every lint, in the order of the names."""
    return tuple(__import__(f"{__name__}.{name}", fromlist=("lint",)).lint for name in NAMES)
