"""The file as text: one entry a line, so that a diff shows what was added to a site."""

from __future__ import annotations

from typing import Any

from ..encode import encode


def dumps(value: dict[str, Any]) -> str:
    """A JSON text in the order of the members, with a final newline; the same for the same value."""
    head = [f"  {encode(key)}: {encode(one)}" for key, one in value.items() if key != "groups"]
    groups = ",\n".join(map(_group, value["groups"]))
    body = f"[\n{groups}\n  ]" if groups else "[]"
    return "{\n" + ",\n".join([*head, f'  "groups": {body}']) + "\n}\n"


def _group(group: dict[str, Any]) -> str:
    head = "".join(f"{encode(key)}: {encode(one)}, " for key, one in group.items() if key != "entries")
    return f'    {{{head}"entries": [\n{_entries(group["entries"], "      ")}\n    ]}}'


def _entries(entries: list[dict[str, Any]], indent: str) -> str:
    return ",\n".join(_entry(entry, indent) for entry in entries)


def _entry(entry: dict[str, Any], indent: str) -> str:
    if "entries" not in entry:
        return indent + encode(entry)
    own = encode({key: one for key, one in entry.items() if key != "entries"})[:-1]
    return f'{indent}{own}, "entries": [\n{_entries(entry["entries"], indent + "  ")}\n{indent}]}}'
