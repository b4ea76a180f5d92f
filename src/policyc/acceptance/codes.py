"""Which findings may be left as they are: those of the law and on wording. Those of the language may not."""

from __future__ import annotations

from functools import cache
from importlib import import_module

from .. import law
from ..diagnostics import Kind
from ..wording.lints import NAMES

_LINTS = "policyc.wording.lints"

OF_LANGUAGE = frozenset(
    {
        "accept",
        "baseline",
        "build",
        "cli",
        "config",
        "import",
        "match",
        "model",
        "p3p",
        "package",
        "page",
        "syntax",
        "text",
    },
)
"""The owners of findings about the source as such: without an answer to an error of theirs nothing can be built."""


def is_of_language(code: str) -> bool:
    """Whether a code is of the language: only its warnings and notes can be weighed otherwise, and none be accepted."""
    return code.partition("/")[0] in OF_LANGUAGE


def is_of_settings(code: str) -> bool:
    """Whether a code is about the settings or the baseline themselves: they cannot turn off what is said of them."""
    return code.partition("/")[0] in ("config", "baseline")


def acceptable() -> frozenset[str]:
    """The codes that an `acceptance` may name."""
    return of_law() | of_wording()


@cache
def of_wording() -> frozenset[str]:
    """The codes of all lints of the wording."""
    modules = (import_module(f"{_LINTS}.{name}") for name in NAMES)
    return frozenset(one.code for module in modules for one in vars(module).values() if isinstance(one, Kind))


@cache
def of_law() -> frozenset[str]:
    """The codes of all rules of law."""
    return frozenset(rule.id for rule in law.every_rule())
