"""A source to the tree of shapes, whatever is wrong with it: tokens, one run over them, and other ways to read quotes."""

from __future__ import annotations

from ..diagnostics import Findings
from ..source import Source
from . import sound
from .lexer import Token, tokenize
from .recovery import Run
from .tree import Item


def parse(source: Source) -> tuple[tuple[Item, ...], Findings]:
    """Top-level items of a source and every fault of its syntax. Sound items are kept; never raises on any text."""
    items, found = _read(source, *tokenize(source))
    if found:
        from .quotes import tries

        for attempt in tries(source):
            other_items, other = _read(source, *attempt)
            # One quote put in must mend more than itself.
            if len(other) + 1 < len(found):
                items, found = other_items, other
    return items, found


def _read(source: Source, tokens: list[Token], found: Findings) -> tuple[tuple[Item, ...], Findings]:
    items = sound.read(source, tokens)
    if items is None:
        items, faults = Run(source, tokens).run()
        found += faults
    return items, found
