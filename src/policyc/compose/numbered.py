"""The paragraphs (項) of a clause with their numbers."""

from __future__ import annotations

from collections.abc import Container

from ..model import Node, numbers
from .budget import Budget
from .layout import patterns
from .page import Block, Paragraph, Run, extended


def number(blocks: list[Block], node: Node, apart: Container[str], budget: Budget) -> None:
    """Give the paragraphs of a clause their numbers, from the second on; `apart` are those that begin one."""
    pattern = patterns(node, "paragraphs")[0]
    n = 0
    for index, block in enumerate(blocks if pattern else ()):
        if isinstance(block, Paragraph) and block.id in apart:
            n += 1
            if n > 1 and budget.take(len(pattern), node.source, node.start):
                first = extended((Run(numbers.fill(pattern, n)),), block.lines[0])
                blocks[index] = block._replace(lines=(first, *block.lines[1:]))
