"""Shapes to meaning: block types, nodes with checked fields, resolved names, and texts with references."""

from . import numbers
from .names import Names
from .read import Reader
from .template import Line, LinkSeg, Lit, Ref, Seg, Strong, Text, read_text
from .tree import DELEGATED, NONE, ON_REQUEST, STATED, Field, Node, Value
from .types import BlockType, Key
from .words import part_in, part_word

__all__ = [
    "DELEGATED",
    "NONE",
    "ON_REQUEST",
    "STATED",
    "BlockType",
    "Field",
    "Key",
    "Line",
    "LinkSeg",
    "Lit",
    "Names",
    "Node",
    "Reader",
    "Ref",
    "Seg",
    "Strong",
    "Text",
    "Value",
    "numbers",
    "part_in",
    "part_word",
    "read_text",
]
