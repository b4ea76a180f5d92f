"""A source to the tree of shapes, whatever is wrong with it."""

from __future__ import annotations

from ..diagnostics import Findings
from ..source import Source
from . import sound
from .tree import Item


def parse(source: Source) -> tuple[tuple[Item, ...], Findings]:
    """Top-level items of a source and every fault of its syntax. Sound items are kept; never raises on any text."""
    items = sound.read(source)
    if items is not None:
        return items, Findings()
    # Here, so that a text without faults needs no tokens, no recovery and none of their patterns.
    from . import faulty

    return faulty.read(source)
