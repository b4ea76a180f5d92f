"""The way of a text with faults: tokens, one run of the machine over them, and other ways to read quotes."""

from __future__ import annotations

from ..diagnostics import Findings
from ..source import Source
from .lexer import Token, tokenize
from .quotes import tries
from .recovery import Run
from .tree import Item


def read(source: Source) -> tuple[tuple[Item, ...], Findings]:
    """Top-level items of a source, as many as can be saved, and every fault of its syntax."""
    items, found = _run(source, *tokenize(source))
    if found:
        for attempt in tries(source):
            other_items, other = _run(source, *attempt)
            # One quote put in must mend more than itself.
            if len(other) + 1 < len(found):
                items, found = other_items, other
    return items, found


def _run(source: Source, tokens: list[Token], found: Findings) -> tuple[tuple[Item, ...], Findings]:
    items, faults = Run(source, tokens).run()
    found += faults
    return items, found
