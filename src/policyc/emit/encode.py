"""JSON values as text in one line, for files that are written line by line: `json.dumps` made cheap to call often."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

_library: Any
try:
    # The C half of the json package, without its decoder, which a build has no use for.
    import _json as _library
except ImportError:  # an interpreter that has no such half
    from json import encoder as _library


def _refuse(value: object) -> None:
    raise TypeError(f"no JSON value: {value!r}")


string: Callable[[str], str] = _library.encode_basestring
"""A text as JSON: the same as `encode`, for callers that write the rest of a line themselves."""
# JSONEncoder.encode makes a new C encoder at every call, which costs more than encoding a short line.
_make = getattr(_library, "make_encoder", None)
_c = _make(None, _refuse, string, None, ": ", ", ", False, False, False) if _make else None


def encode(value: Any) -> str:
    """A JSON value (no cycles, no NaN) with its characters as they are, members in their order."""
    if isinstance(value, str):
        return string(value)
    if _c is not None:
        return "".join(_c(value, 0))
    import json

    return json.dumps(value, ensure_ascii=False, allow_nan=False)
