"""The file as lines: one entry a line, so that a diff shows what was added to a site."""

from __future__ import annotations

from typing import Any

from ..json_text import InLine, OnLines, json_text


def dumps(value: dict[str, Any]) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value."""
    groups = [_entry(group, 6) for group in value["groups"]]
    return json_text(OnLines({**value, "groups": OnLines(groups, 4)}))


def _entry(entry: dict[str, Any], indent: int) -> Any:
    """A group, or an entry, whose own entries stand at an indent."""
    if "entries" not in entry:
        return entry
    own = {key: one for key, one in entry.items() if key != "entries"}
    return InLine({**own, "entries": OnLines([_entry(one, indent + 2) for one in entry["entries"]], indent)})
