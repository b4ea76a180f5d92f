"""A tree of a YAML text in the one form that the schema knows, every value at the place where it was written."""

from __future__ import annotations

from collections.abc import Callable

from ..config.tree import Leaf
from .words import ANY, actions, key

Twice = Callable[[int, int], None]
_PATTERNS = ("forbid", "limit")


def canonical(tree: Leaf, twice: Twice) -> Leaf:
    """English keys, lists where one word would do, and an action as a key (`provide: {…}`) as what it `does`.

    `twice` is told of a key that is there in both languages, with its place; the first one counts."""
    whole = _keys(tree, "file", twice)
    demands = whole.value.get("demands") if isinstance(whole.value, dict) else None
    if demands is not None and isinstance(demands.value, list):
        _put(whole, "demands", demands._replace(value=[_demand(one, twice) for one in demands.value]))
    return whole


def _demand(leaf: Leaf, twice: Twice) -> Leaf:
    made = _keys(leaf, "demand", twice)
    if isinstance(made.value, dict):
        for name, value in list(made.value.items()):
            if name in _PATTERNS:
                _put(made, name, _pattern(value, twice))
            elif name == "require":
                _put(made, name, _need(value, twice))
    return made


def _pattern(leaf: Leaf, twice: Twice) -> Leaf:
    """`{provide: {for: x}}` is `{does: [provide], for: [x]}`; several actions as keys are left for the schema to refuse."""
    if not isinstance(leaf.value, dict):
        return leaf
    named = [word for word in leaf.value if actions(word)]
    if len(named) == 1:
        (word,) = named
        inner = leaf.value[word]
        at = leaf.keys[word]
        rows = dict(inner.value) if isinstance(inner.value, dict) else {}
        if rows or _is_any(inner) or inner.value in (None, {}):
            others = {name: value for name, value in leaf.value.items() if name != word}
            places = {**inner.keys, **leaf.keys}
            leaf = leaf._replace(value={**others, **rows}, keys=places)
            _put(leaf, "does", Leaf([Leaf(word, *at, {})], *at, {}), at)
    return _listed(_keys(leaf, "pattern", twice), except_=("abroad",))


def _need(leaf: Leaf, twice: Twice) -> Leaf:
    made = _keys(leaf, "need", twice)
    if isinstance(made.value, dict) and "retention" in made.value:
        kept = made.value["retention"]
        kept = kept._replace(value={}) if _is_any(kept) else kept
        _put(made, "retention", _listed(_keys(kept, "retention", twice), except_=("at-most",)))
    return _listed(made, except_=("retention", "children"))


def _keys(leaf: Leaf, place: str, twice: Twice) -> Leaf:
    """A mapping with the English keys of a place."""
    if not isinstance(leaf.value, dict):
        return leaf
    made: dict[str, Leaf] = {}
    places: dict[str, tuple[int, int]] = {}
    for word, value in leaf.value.items():
        name, at = key(place, word), leaf.keys.get(word, (leaf.start, leaf.end))
        if name in made:
            twice(*at)
            continue
        made[name], places[name] = value, at
    return leaf._replace(value=made, keys=places)


def _listed(leaf: Leaf, except_: tuple[str, ...]) -> Leaf:
    """A mapping whose values are lists: one word is a list of one."""
    if not isinstance(leaf.value, dict):
        return leaf
    rows = {
        name: value
        if name in except_ or not isinstance(value.value, str)
        else Leaf([value], value.start, value.end, {})
        for name, value in leaf.value.items()
    }
    return leaf._replace(value=rows)


def _is_any(leaf: Leaf) -> bool:
    return isinstance(leaf.value, str) and leaf.value in ANY


def _put(leaf: Leaf, name: str, value: Leaf, at: tuple[int, int] | None = None) -> None:
    assert isinstance(leaf.value, dict)
    leaf.value[name] = value
    if at is not None:
        leaf.keys[name] = at
