"""JSON that people can read and that is written fast: short values on one line, others one member or element per line.

`json.dumps` with `indent` leaves the C encoder for a slow one; here every piece is made by the C encoder.
"""

from __future__ import annotations

import json
from json.encoder import encode_basestring
from typing import Any

_WIDTH = 110
_encode = json.JSONEncoder(ensure_ascii=False).encode


def dumps(value: dict[str, Any]) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value."""
    lines: list[str] = []
    _object(value, "", "", "", lines, 1)
    return "\n".join(lines) + "\n"


def _write(value: Any, head: str, indent: str, tail: str, lines: list[str], always: int) -> None:
    """Append a value: `head` is its line up to it, `tail` the comma after it.

    For the outer `always` levels a container is divided without asking how long it is.
    """
    if always <= 0 or not value:
        line = f"{head}{_encode(value)}{tail}"
        if len(line) <= _WIDTH or not isinstance(value, (dict, list)):
            lines.append(line)
            return
    if isinstance(value, dict):
        _object(value, head, indent, tail, lines, always)
    else:
        lines.append(f"{head}[")
        inner = indent + "  "
        last = len(value) - 1
        for n, one in enumerate(value):
            comma = "," if n < last else ""
            if type(one) is str:
                lines.append(f"{inner}{encode_basestring(one)}{comma}")
            else:
                _write(one, inner, inner, comma, lines, always - 1)
        lines.append(f"{indent}]{tail}")


def _object(value: dict[str, Any], head: str, indent: str, tail: str, lines: list[str], always: int) -> None:
    lines.append(f"{head}{{")
    inner = indent + "  "
    last = len(value) - 1
    for n, (key, one) in enumerate(value.items()):
        comma = "," if n < last else ""
        if type(one) is str:
            lines.append(f'{inner}"{key}": {encode_basestring(one)}{comma}')
        else:
            _write(one, f'{inner}"{key}": ', inner, comma, lines, always - 1)
    lines.append(f"{indent}}}{tail}")
