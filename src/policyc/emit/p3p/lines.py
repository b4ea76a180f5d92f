"""JSON that people can read in a diff and that is written fast: one member, and one element of its lists, per line.

`json.dumps` with `indent` leaves the C encoder for a slow one; here every line is made by the C encoder.
"""

from __future__ import annotations

from typing import Any

from ..encode import encode

# How deep members are divided: the file, and the P3P policy inside it.
_DEPTH = 2


def dumps(value: dict[str, Any]) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value."""
    lines: list[str] = ["{"]
    _members(value, "  ", lines, _DEPTH)
    lines.append("}\n")
    return "\n".join(lines)


def _members(value: dict[str, Any], indent: str, lines: list[str], depth: int) -> None:
    inner = indent + "  "
    for key, one in value.items():
        head = f'{indent}"{key}": '
        if one and depth > 1 and isinstance(one, dict):
            lines.append(head + "{")
            _members(one, inner, lines, depth - 1)
            lines.append(f"{indent}}},")
        elif one and isinstance(one, list) and not isinstance(one[0], str):
            lines.append(head + "[")
            lines += [f"{inner}{encode(row)}," for row in one]
            lines[-1] = lines[-1][:-1]
            lines.append(f"{indent}],")
        else:
            lines.append(f"{head}{encode(one)},")
    lines[-1] = lines[-1].removesuffix(",")
