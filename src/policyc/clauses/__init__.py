"""The clause types: one folder each, found by name; none of them knows another."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import Any

from ..model.types import BlockType
from .frozen import PACKAGES, WORDINGS

__all__ = ["WORDINGS", "catalogue", "lowering"]


@cache
def _modules() -> dict[str, Any]:
    modules = (__import__(f"{__name__}.{name}", fromlist=("CLAUSE",)) for name in PACKAGES)
    return {module.CLAUSE.word: module for module in modules}


@cache
def catalogue() -> tuple[BlockType, ...]:
    """Every clause type, in the order of their words."""
    return tuple(module.CLAUSE for module in _modules().values())


def lowering(word: str) -> Callable[..., None]:
    """The function that lowers a clause of that type into the facts."""
    function: Callable[..., None] = _modules()[word].lower
    return function
