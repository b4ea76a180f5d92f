"""JSON that people can read in a diff and that is written fast: one member, and one element of its lists, per line.

`json.dumps` with `indent` leaves the C encoder for a slow one; here every line is made by the C encoder.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ..encode import encode

# How deep members are divided: the file, and the P3P policy inside it.
_DEPTH = 2


class Lines(list[str]):
    """A list whose elements are written already."""


def dumps(value: dict[str, Any], more: Iterable[str] = ()) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value. `more` are further
    members that are written already."""
    lines = [*_members(value, "  ", _DEPTH), *more]
    # Nearly all of a file are its members: they are put together once only.
    lines[0] = "{\n" + lines[0]
    lines[-1] += "\n}\n"
    return ",\n".join(lines)


def listed(member: str, rows: list[str], indent: str = "  ") -> str:
    """A member that is a list, whose elements are written already."""
    if not rows:
        return f'{indent}"{member}": []'
    return f'{indent}"{member}": [\n{indent}  ' + f",\n{indent}  ".join(rows) + f"\n{indent}]"


def _members(value: dict[str, Any], indent: str, depth: int) -> list[str]:
    lines: list[str] = []
    for key, one in value.items():
        if one and depth > 1 and isinstance(one, dict):
            inner = ",\n".join(_members(one, indent + "  ", depth - 1))
            lines.append(f'{indent}"{key}": {{\n{inner}\n{indent}}}')
        elif isinstance(one, Lines):
            lines.append(listed(key, one, indent))
        elif isinstance(one, list) and not (one and isinstance(one[0], str)):
            lines.append(listed(key, [encode(row) for row in one], indent))
        else:
            lines.append(f'{indent}"{key}": {encode(one)}')
    return lines
