"""Whether every field of what was read is of the type that it is declared as: a file may hold anything."""

from __future__ import annotations

from typing import Any

_PLAIN = {"str": str, "bool": bool}


def is_typed(row: Any, seen: set[int] | None = None) -> bool:
    """Whether the texts, truth values and lists of texts of a row, and of all rows in it, are such."""
    seen = set() if seen is None else seen
    # Rows are shared: a purpose stands in each practice that serves it.
    if id(row) in seen:
        return True
    seen.add(id(row))
    for value, wanted in zip(row, type(row).__annotations__.values(), strict=True):
        name = wanted if isinstance(wanted, str) else wanted.__forward_arg__
        if name in _PLAIN:
            if type(value) is not _PLAIN[name]:
                return False
        elif name == "tuple[str, ...]":
            if not all(type(one) is str for one in value):
                return False
        elif not all(is_typed(one, seen) for one in (value if type(value) is tuple else (value,)) if one is not None):
            return False
    return True
