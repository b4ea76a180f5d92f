"""JSON that people can read and that is written fast: short values on one line, others one member or element per line.

`json.dumps` with `indent` leaves the C encoder for a slow one; here every line is made by the C encoder.
"""

from __future__ import annotations

import json
from typing import Any

_WIDTH = 110
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: dict[str, Any]) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value."""
    lines: list[str] = []
    _object(value, "", "", lines, 2)
    return "\n".join(lines) + "\n"


def _write(value: Any, head: str, indent: str, tail: str, lines: list[str], always: int) -> None:
    """Append a value: `head` is what stands before it on its line, `tail` the comma after it.

    `always` is for how many levels a container is divided without asking how long it is.
    """
    if value and isinstance(value, (dict, list)):
        if always <= 0 or len(value) == 0:
            line = f"{indent}{head}{_encode(value)}{tail}"
            if len(line) <= _WIDTH:
                lines.append(line)
                return
        if isinstance(value, dict):
            _object(value, f"{indent}{head}", indent, lines, always)
        else:
            lines.append(f"{indent}{head}[")
            last = len(value) - 1
            for n, inner in enumerate(value):
                _write(inner, "", indent + "  ", "," if n < last else "", lines, always - 1)
            lines.append(f"{indent}]")
        lines[-1] += tail
    else:
        lines.append(f"{indent}{head}{_encode(value)}{tail}")


def _object(value: dict[str, Any], head: str, indent: str, lines: list[str], always: int) -> None:
    lines.append(f"{head}{{")
    last = len(value) - 1
    for n, (key, inner) in enumerate(value.items()):
        _write(inner, f"{_encode(key)}: ", indent + "  ", "," if n < last else "", lines, always - 1)
    lines.append(f"{indent}}}")
