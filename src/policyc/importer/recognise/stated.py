"""Only what a sentence states may be declared: values whose marks were dropped go too."""

from __future__ import annotations

from collections.abc import Iterable

from ..draft import Child, Mark, Reading

# What a child declares without saying it in words of its own, and fields that a table states.
_UNSTATED = {"is", "open"}


def only_stated(made: Reading, kept: tuple[Mark, ...]) -> Reading:
    """The reading with the marks that were kept, and the fields that these state."""
    fields = _fields(made.fields, kept)
    rows = {child: [m for m in kept if child.first <= m.row < child.end] for child in made.children}
    in_table = len({(child.first, child.end) for child in made.children}) < len(made.children)
    children = tuple(
        child if in_table or child.block in ("transmission", "entry") else _child(child, rows[child])
        for child in made.children
    )
    return made._replace(fields=fields, marks=kept, children=children)


def _child(child: Child, marks: list[Mark]) -> Child:
    unstated = tuple(field for field in child.fields if field[0] in _UNSTATED)
    return child._replace(fields=(*unstated, *_fields((f for f in child.fields if f[0] not in _UNSTATED), marks)))


def _fields(fields: Iterable[tuple[str, str]], marks: Iterable[Mark]) -> tuple[tuple[str, str], ...]:
    refs = {mark.ref for mark in marks}
    heads = {ref.split(".")[0] for ref in refs}
    kept = []
    for field, source in fields:
        if field in refs or field in _UNSTATED:
            kept.append((field, source))
            continue
        values = [one for one in source.split(", ") if f"{field}.{_name(one)}" in refs or _name(one) in heads]
        if values:
            kept.append((field, ", ".join(values)))
    return tuple(kept)


def _name(value: str) -> str:
    """The name by which a reference picks a value: of `当社.full` or `consent { … }` the first word."""
    return value.split(" ")[0].split(".")[0]
