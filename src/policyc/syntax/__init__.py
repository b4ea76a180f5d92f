"""Text to shapes: `parse(source)` gives the top-level items and every fault; it never raises on user input."""

from .parser import parse
from .tree import Atom, BlockShape, FieldShape, Item, Phrase

__all__ = ["Atom", "BlockShape", "FieldShape", "Item", "Phrase", "parse"]
