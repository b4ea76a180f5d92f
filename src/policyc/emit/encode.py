"""JSON values as text in one line, for files that are written line by line: `json.dumps` made cheap to call often."""

from __future__ import annotations

import json
from json import encoder as _library
from typing import Any


def _refuse(value: object) -> None:
    raise TypeError(f"no JSON value: {value!r}")


# JSONEncoder.encode makes a new C encoder at every call, which costs more than encoding a short line.
_make = getattr(_library, "c_make_encoder", None)
string = _library.encode_basestring
"""A text as JSON: the same as `encode`, for callers that write the rest of a line themselves."""
_c = _make(None, _refuse, string, None, ": ", ", ", False, False, False) if _make else None
_slow = json.JSONEncoder(ensure_ascii=False, allow_nan=False).encode


def encode(value: Any) -> str:
    """A JSON value (no cycles, no NaN) with its characters as they are, members in their order."""
    if isinstance(value, str):
        return string(value)
    return "".join(_c(value, 0)) if _c is not None else _slow(value)
