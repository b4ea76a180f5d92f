"""Whether a JSON Schema keeps what an earlier one under the same `$id` promised.

Two sides are held: files written before stay valid, and who read only what was promised finds it in new files. What is left to change
is little: members that may be absent, values of open lists, texts that describe. The keywords that these schemas use are known;
another one is an error here, not a change that nobody sees.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from ...json_schema import EXACT, OPEN
from . import OLD_FILES, READERS, TYPES, Break

Schema = dict[str, Any]
# Keyword of a bound, and whether a larger value lets less through.
_BOUNDS = {
    "minimum": True,
    "exclusiveMinimum": True,
    "minLength": True,
    "minItems": True,
    "minProperties": True,
    "maximum": False,
    "exclusiveMaximum": False,
    "maxLength": False,
    "maxItems": False,
    "maxProperties": False,
}
_WHOLE = ("pattern", "format", "uniqueItems", "multipleOf")
_CONDITIONS = ("if", "then", "else", "allOf")
_ABOUT = {"title", "description", "examples", "deprecated", "$comment", "default"}
_OTHERS = {
    "$schema",
    "$id",
    "$defs",
    "$ref",
    "type",
    "const",
    "enum",
    "anyOf",
    "items",
    "properties",
    "required",
    "additionalProperties",
    "propertyNames",
    OPEN,
    EXACT,
}
_KNOWN = _OTHERS | _ABOUT | set(_BOUNDS) | set(_WHOLE) | set(_CONDITIONS)


def breaks(old: Schema, new: Schema) -> list[Break]:
    """What of an earlier schema a later one under the same `$id` breaks. Raises ValueError at an unknown keyword."""
    return list(dict.fromkeys(_Pair(old, new).all()))


class _Pair:
    """Two whole schemas; references are followed in each."""

    def __init__(self, old: Schema, new: Schema) -> None:
        self.old = old
        self.new = new
        self.exact = bool(old.get(EXACT))
        self._seen: set[tuple[str, str]] = set()

    def all(self) -> Iterator[Break]:
        if self.old["$id"] != self.new["$id"]:
            raise ValueError(f"{self.old['$id']} and {self.new['$id']} are not the same format")
        if self.exact and not self.new.get(EXACT):
            yield Break("exact-given-up", "/", READERS)
        yield from self.node(self.old, self.new, "")
        later = self.new.get("$defs", {})
        for name, schema in self.old.get("$defs", {}).items():
            if name not in later:
                yield Break("definition-removed", f"/$defs/{name}", TYPES)
            else:
                yield from self.node(schema, later[name], f"/$defs/{name}")

    def node(self, old: Schema, new: Schema, at: str) -> Iterator[Break]:
        """The breaks between two schemas in the same place."""
        if "$ref" in old and "$ref" in new:
            if old["$ref"] == new["$ref"]:
                # Definitions are compared by name: what is left are the members beside the reference.
                old, new = ({key: value for key, value in one.items() if key != "$ref"} for one in (old, new))
            pair = (json.dumps(old), json.dumps(new))
            if pair in self._seen:
                return
            self._seen.add(pair)
        old, new = _resolved(old, self.old), _resolved(new, self.new)
        for schema in (old, new):
            if unknown := schema.keys() - _KNOWN:
                raise ValueError(f"{at or '/'}: keywords that are not compared: {sorted(unknown)}")
        ones, others = _alternatives(old, self.old), _alternatives(new, self.new)
        if len(ones) > 1 or len(others) > 1:
            yield from self._alternatives(ones, others, at)
            return
        (old,), (new,) = ones.values(), others.values()
        yield from _types(old, new, at)
        yield from self._values(old, new, at)
        yield from _bounds(old, new, at)
        yield from self._object(old, new, at)
        yield from self._inner(old, new, at, "items", "items-changed")
        yield from self._inner(old, new, at, "propertyNames", "names-changed")
        for keyword in _CONDITIONS:
            if _condition(old.get(keyword)) != _condition(new.get(keyword)):
                yield Break("condition-changed", f"{at}/{keyword}", f"{OLD_FILES}, or {READERS}")

    def _alternatives(self, old: dict[str, Schema], new: dict[str, Schema], at: str) -> Iterator[Break]:
        for name in old.keys() - new.keys():
            yield Break("alternative-removed", f"{at}/{name}", OLD_FILES)
        for name in new.keys() - old.keys():
            yield Break("alternative-added", f"{at}/{name}", READERS)
        for name in old.keys() & new.keys():
            yield from self.node(old[name], new[name], f"{at}/{name}")

    def _values(self, old: Schema, new: Schema, at: str) -> Iterator[Break]:
        before, after = _listed(old), _listed(new)
        if before is None and after is None:
            return
        if before is None or after is None:
            yield Break(
                "list-begun" if before is None else "list-dropped", at, OLD_FILES if before is None else READERS
            )
            return
        if before - after:
            yield Break("value-removed", at, OLD_FILES)
        if after - before and (self.exact or not old.get(OPEN)):
            yield Break("value-added", at, READERS)
        if new.get(OPEN) and not old.get(OPEN):
            yield Break("list-opened", at, READERS)

    def _object(self, old: Schema, new: Schema, at: str) -> Iterator[Break]:
        before, after = old.get("properties", {}), new.get("properties", {})
        needed, needs = set(old.get("required", ())), set(new.get("required", ()))
        for name in before.keys() - after.keys():
            yield Break("member-removed", f"{at}/{name}", READERS)
        for name in after.keys() - before.keys():
            if name in needs:
                yield Break("member-added-required", f"{at}/{name}", OLD_FILES)
            elif self.exact:
                yield Break("member-added", f"{at}/{name}", "the reader of this format refuses what it does not know")
        for name in before.keys() & after.keys():
            if name in needs - needed:
                yield Break("member-became-required", f"{at}/{name}", OLD_FILES)
            if name in needed - needs:
                yield Break("member-became-optional", f"{at}/{name}", READERS)
            yield from self.node(before[name], after[name], f"{at}/{name}")
        yield from self._others(old.get("additionalProperties", True), new.get("additionalProperties", True), at)

    def _others(self, old: Schema | bool, new: Schema | bool, at: str) -> Iterator[Break]:
        """Members that have no name in the schema."""
        if isinstance(old, dict) and isinstance(new, dict):
            yield from self.node(old, new, f"{at}/*")
        elif isinstance(old, dict) or isinstance(new, dict):
            yield Break("map-changed", at, f"{OLD_FILES}, or {READERS}")
        elif old and not new:
            yield Break("object-closed", at, OLD_FILES)
        elif new and not old and self.exact:
            yield Break("object-opened", at, READERS)

    def _inner(self, old: Schema, new: Schema, at: str, keyword: str, kind: str) -> Iterator[Break]:
        if keyword in old and keyword in new:
            yield from self.node(old[keyword], new[keyword], f"{at}/{keyword}")
        elif keyword in old or keyword in new:
            yield Break(kind, at, f"{OLD_FILES}, or {READERS}")


def _resolved(schema: Schema, whole: Schema) -> Schema:
    """A schema with what its reference stands for; what stands beside the reference comes first."""
    while "$ref" in schema:
        beside = {key: value for key, value in schema.items() if key != "$ref"}
        schema = {**whole["$defs"][schema["$ref"].removeprefix("#/$defs/")], **beside}
    return schema


def _alternatives(schema: Schema, whole: Schema) -> dict[str, Schema]:
    """The alternatives by a name that stays: that of the definition, or the type."""
    if "anyOf" not in schema:
        kinds = schema.get("type")
        if isinstance(kinds, list) and len(kinds) > 1:
            return {kind: {**schema, "type": kind} for kind in kinds}
        return {_name(schema, whole): schema}
    if beside := schema.keys() - _ABOUT - {"anyOf", "$schema", "$id", "$defs", OPEN, EXACT}:
        raise ValueError(f"keywords beside `anyOf` that are not compared: {sorted(beside)}")
    named = {_name(one, whole): one for one in schema["anyOf"]}
    if len(named) < len(schema["anyOf"]):
        raise ValueError(f"alternatives of one type cannot be told apart: {', '.join(named)}")
    return named


def _name(schema: Schema, whole: Schema) -> str:
    if "$ref" in schema:
        meant = _resolved(schema, whole)
        return str(meant["type"]) if "properties" not in meant and "type" in meant else str(schema["$ref"])
    return json.dumps(schema.get("type", schema.get("const", "any"))).strip('"[]')


def _types(old: Schema, new: Schema, at: str) -> Iterator[Break]:
    before, after = _type(old), _type(new)
    if before == after:
        return
    if before and after:
        yield Break("type-changed", at, f"{OLD_FILES}, or {READERS}")
    else:
        yield Break("type-given" if after else "type-given-up", at, OLD_FILES if after else READERS)


def _type(schema: Schema) -> str:
    """The type, also where only the values tell it; empty where nothing does."""
    kind = schema.get("type", "")
    if isinstance(kind, list):
        (kind,) = kind
    if kind:
        return str(kind)
    of = {type(value) for value in schema.get("enum", [schema["const"]] if "const" in schema else [])}
    return "string" if of == {str} else "boolean" if of == {bool} else "integer" if of == {int} else ""


def _listed(schema: Schema) -> set[str] | None:
    if "const" in schema:
        return {json.dumps(schema["const"])}
    return set(map(json.dumps, schema["enum"])) if "enum" in schema else None


def _bounds(old: Schema, new: Schema, at: str) -> Iterator[Break]:
    for keyword, larger_is_less in _BOUNDS.items():
        before, after = old.get(keyword), new.get(keyword)
        if before == after:
            continue
        tighter = before is None or (after is not None and (after > before) == larger_is_less)
        kind, why = ("bound-tightened", OLD_FILES) if tighter else ("bound-loosened", READERS)
        yield Break(kind, f"{at}/{keyword}", why)
    for keyword in _WHOLE:
        if old.get(keyword) != new.get(keyword):
            yield Break(f"{keyword}-changed", at, f"{OLD_FILES}, or {READERS}")


def _condition(value: Any) -> str:
    """A condition in one spelling, without what only describes; in `allOf` the order says nothing."""
    if isinstance(value, list):
        return json.dumps(sorted(_condition(one) for one in value))
    if not isinstance(value, dict):
        return json.dumps(value)
    return json.dumps({key: _plain(inner) for key, inner in sorted(value.items()) if key not in _ABOUT})


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        # Members may be called as a keyword is: only the values are looked at for keywords.
        return {
            key: {name: _plain(inner) for name, inner in sorted(one.items())} if key == "properties" else _plain(one)
            for key, one in sorted(value.items())
            if key not in _ABOUT
        }
    return sorted(value, key=json.dumps) if isinstance(value, list) else value
