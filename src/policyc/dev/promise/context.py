"""Whether a JSON-LD context keeps what an earlier one said: it only grows."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from . import READERS, Break

Context = Mapping[str, Any]


def breaks(old: Context, new: Context) -> list[Break]:
    """What of an earlier context a later one breaks: terms gone or with another meaning, at the top or in a scope."""
    return list(_within(old, new, (old, new), set(), "@context"))


def _within(old: Context, new: Context, tops: tuple[Context, Context], outer: set[str], at: str) -> Iterator[Break]:
    for name, before in old.items():
        where = f"{at}/{name}"
        if name not in new:
            yield Break("term-removed", where, "what uses it means nothing any more")
            continue
        one, other = _definition(before, tops[0]), _definition(new[name], tops[1])
        scope, later = one.pop("@context", {}), other.pop("@context", {})
        if one != other:
            yield Break("term-changed", where, "what uses it means something else")
        yield from _within(scope, later, tops, outer | old.keys(), where)
    for name in new.keys() - old.keys():
        if name.startswith("@"):
            yield Break("keyword-added", f"{at}/{name}", READERS)
        elif name in outer:
            yield Break("term-shadowed", f"{at}/{name}", "in this scope the term means something else")


def _definition(value: Any, top: Context) -> dict[str, Any]:
    """A definition in its long form, with whole IRIs."""
    made = dict(value) if isinstance(value, dict) else {"@id": value}
    return {key: _iri(inner, top) if key in ("@id", "@type", "@reverse") else inner for key, inner in made.items()}


def _iri(value: Any, top: Context) -> Any:
    prefix, colon, rest = value.partition(":") if isinstance(value, str) else ("", "", "")
    meant = top.get(prefix) if colon and not rest.startswith("//") else None
    if isinstance(meant, dict):
        meant = meant.get("@id")
    return f"{meant}{rest}" if isinstance(meant, str) else value
