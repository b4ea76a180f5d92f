"""policyc: one `.policy` source into JSON-LD, a P3P-like machine policy and the Japanese text.

The public API is `compile` and `check`; everything else may change.
"""

from __future__ import annotations

from .version import VERSION as __version__

__all__ = ["__version__", "check", "compile"]


def __getattr__(name: str) -> object:
    # Lazily, so that `import policyc` costs nothing.
    if name in ("check", "compile"):
        from . import api

        return getattr(api, name)
    raise AttributeError(f"module 'policyc' has no attribute {name!r}")
