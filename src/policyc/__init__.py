"""policyc: one `.policy` source into JSON-LD, a P3P-like machine policy and the Japanese text.

The public API is `compile` and `check`, and `read` for what was compiled, with the types of its results in
`policyc.reader`; everything else may change.
"""

from __future__ import annotations

from .version import VERSION as __version__

# What type checkers read as true; `typing` itself would cost more than all the rest.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from .api import check, compile
    from .reader import read

__all__ = ["__version__", "check", "compile", "read"]


def __getattr__(name: str) -> object:
    # Lazily, so that `import policyc` costs nothing.
    if name in ("check", "compile"):
        from . import api

        return getattr(api, name)
    if name == "read":
        from .reader import read

        return read
    raise AttributeError(f"module 'policyc' has no attribute {name!r}")
