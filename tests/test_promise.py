"""What a release promised is kept (docs/compatibility.md); and what would break it is noticed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from conftest import ROOT
from policyc.dev.json_files import FILES, schemas
from policyc.dev.promise import context, names, record
from policyc.dev.promise.schemas import breaks
from policyc.version import VERSION

Schema = dict[str, Any]
NOW = record.now()
RETIRED = record.RETIRED.read_text(encoding="utf-8")


# ---- the promise itself ----


@pytest.mark.parametrize("version", list(record.released()))
def test_what_a_release_promised_is_kept(version: str) -> None:
    """Where this fails, the change needs a new number of the format, or a term or code has to stay: CONTRIBUTING.md."""
    found = record.broken(record.released()[version], NOW, (version, VERSION), RETIRED)
    assert not found, "\n".join(map(str, found))


def test_a_version_that_is_out_has_its_record() -> None:
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    assert record.behind(changelog, VERSION, record.read(record.RELEASED / VERSION), NOW) == ""
    newest = list(record.released().values())[-1]
    assert newest.keys() >= {"context.jsonld", "terms.tsv", "codes.txt", "types.tsv", "audit-1.schema.json"}
    assert len(newest["codes.txt"].split()) > 300
    assert len(newest["terms.tsv"].splitlines()) > 300


OUT, NOT_OUT = "# Changelog\n\n## 0.1.0 — 2026-12-01\n", "# Changelog\n\n## 0.1.0 — unreleased\n"


def test_a_record_is_written_again_only_before_the_release(tmp_path: Path) -> None:
    folder = tmp_path / "0.1.0"
    assert "no record" in record.behind(OUT, "0.1.0", {}, {"a": "1"})
    assert record.behind(NOT_OUT, "0.1.0", {}, {"a": "1"}) == ""
    assert record.write(folder, {"a": "1", "b": "1"}, NOT_OUT) == ""
    assert record.write(folder, {"a": "2"}, NOT_OUT) == ""
    assert record.read(folder) == {"a": "2"}
    assert record.write(folder, {"a": "2"}, OUT) == ""
    assert "its record stays" in record.write(folder, {"a": "3"}, OUT)
    assert record.read(folder) == {"a": "2"}
    assert not record.is_out("# Changelog\n\n## 0.1.0 — 2026-12-01\n", "0.2.0")


# ---- schemas: a small one to change ----

SMALL: Schema = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "$id": "https://example.org/ns/policyc/schema/small-1.schema.json",
    "type": "object",
    "description": "A file.",
    "additionalProperties": False,
    "required": ["format", "rows", "state", "by"],
    "properties": {
        "format": {"const": "policyc-small-1", "type": "string"},
        "rows": {"type": "array", "items": {"$ref": "#/$defs/Row"}, "minItems": 1},
        "state": {"enum": ["new", "old"], "type": "string"},
        "kind": {"enum": ["page", "form"], "type": "string", "x-open": True},
        "by": {"anyOf": [{"$ref": "#/$defs/Person"}, {"type": "null"}]},
        "counts": {
            "type": "object",
            "propertyNames": {"enum": ["a", "b"]},
            "additionalProperties": {"type": "integer", "minimum": 0},
        },
        "free": {"type": "object", "properties": {"x": {"type": "string"}}},
        "any": {},
    },
    "$defs": {
        "Row": {
            "type": "object",
            "additionalProperties": False,
            "required": ["id"],
            "properties": {
                "id": {"type": "string", "pattern": "^[a-z]+$", "maxLength": 20},
                "text": {"type": "string"},
                "size": {"type": "integer", "minimum": 0, "maximum": 10},
                "rows": {"type": "array", "items": {"$ref": "#/$defs/Row"}},
                "day": {"type": "string", "format": "date"},
            },
            "allOf": [
                {"if": {"required": ["text"]}, "then": {"required": ["size"]}},
                {"if": {"properties": {"id": {"const": "x"}}}, "then": {"required": ["day"]}},
            ],
        },
        "Person": {
            "type": "object",
            "additionalProperties": False,
            "required": ["name"],
            "properties": {"name": {"type": "string", "minLength": 1}},
        },
    },
}
EXACT = {**SMALL, "x-exact": True}


def changed(path: str, change: Callable[[Any], Any] | Any, of: Schema = SMALL) -> Schema:
    """A copy in which the value at a path is another; None takes it away."""
    made = copy.deepcopy(of)
    *above, last = path.split("/")
    place: Any = made
    for part in above:
        place = place[int(part)] if isinstance(place, list) else place[part]
    value = change(copy.deepcopy(place.get(last))) if callable(change) else change
    if value is None:
        del place[last]
    else:
        place[last] = value
    return made


def renamed() -> Schema:
    made = changed("$defs/Row/properties/text", None)
    made["$defs"]["Row"]["properties"]["words"] = {"type": "string"}
    return made


def moved_to_definition() -> Schema:
    made = changed("properties/free", {"$ref": "#/$defs/Free"})
    made["$defs"]["Free"] = SMALL["properties"]["free"]
    return made


def with_required(name: str) -> Schema:
    made = changed(f"properties/{name}", {"type": "string"})
    made["required"] = [*made["required"], name]
    return made


STRING = {"type": "string"}
P, ROW = "properties", "$defs/Row/properties"
BREAKING: dict[str, tuple[Schema, str]] = {
    "a member is removed": (changed(f"{P}/counts", None), "member-removed"),
    "a member is renamed": (renamed(), "member-removed"),
    "a member of a definition is removed": (changed(f"{ROW}/size", None), "member-removed"),
    "a needed member is added": (with_required("more"), "member-added-required"),
    "a member becomes needed": (changed("required", lambda rows: [*rows, "kind"]), "member-became-required"),
    "a member need no longer be there": (changed("required", lambda rows: rows[:-1]), "member-became-optional"),
    "a type is another": (changed(f"{ROW}/text/type", "integer"), "type-changed"),
    "a whole number may be any": (changed(f"{ROW}/size/type", "number"), "type-changed"),
    "a single value becomes a list": (changed(f"{ROW}/text", {"type": "array", "items": STRING}), "type-changed"),
    "a member may be null": (changed(f"{ROW}/text/type", ["string", "null"]), "alternative-added"),
    "a member may not be null any more": (changed(f"{P}/by", {"$ref": "#/$defs/Person"}), "alternative-removed"),
    "a member may be of another definition": (
        changed(f"{P}/by/anyOf", lambda rows: [*rows, {"$ref": "#/$defs/Row"}]),
        "alternative-added",
    ),
    "a value of a list is removed": (changed(f"{P}/state/enum", ["new"]), "value-removed"),
    "a value of an open list is removed": (changed(f"{P}/kind/enum", ["page"]), "value-removed"),
    "a value is added to a closed list": (changed(f"{P}/state/enum", ["new", "old", "gone"]), "value-added"),
    "a closed list is opened": (changed(f"{P}/state/x-open", True), "list-opened"),
    "a list of values becomes any text": (changed(f"{P}/state/enum", None), "list-dropped"),
    "any text becomes a list of values": (changed(f"{ROW}/text/enum", ["a", "b"]), "list-begun"),
    "the name of the format is another": (changed(f"{P}/format/const", "policyc-small-2"), "value-removed"),
    "a pattern is another": (changed(f"{ROW}/id/pattern", "^[a-z0-9]+$"), "pattern-changed"),
    "a form of text is given up": (changed(f"{ROW}/day/format", None), "format-changed"),
    "a bound is tighter below": (changed(f"{ROW}/size/minimum", 1), "bound-tightened"),
    "a bound is tighter above": (changed(f"{ROW}/size/maximum", 9), "bound-tightened"),
    "a bound is looser": (changed(f"{ROW}/size/maximum", 11), "bound-loosened"),
    "a bound is given up": (changed(f"{P}/rows/minItems", None), "bound-loosened"),
    "a bound is new": (changed("$defs/Person/properties/name/maxLength", 9), "bound-tightened"),
    "a list of rows holds something else": (changed(f"{P}/rows/items", STRING), "type-changed"),
    "a list says no longer what it holds": (changed(f"{P}/rows/items", None), "items-changed"),
    "a map holds something else": (changed(f"{P}/counts/additionalProperties", STRING), "type-changed"),
    "a map is no map any more": (changed(f"{P}/counts/additionalProperties", False), "map-changed"),
    "a map has other names": (changed(f"{P}/counts/propertyNames/enum", ["a"]), "value-removed"),
    "a map has any name": (changed(f"{P}/counts/propertyNames", None), "names-changed"),
    "an open object is closed": (changed(f"{P}/free/additionalProperties", False), "object-closed"),
    "a condition is another": (changed("$defs/Row/allOf/0/then/required", ["day"]), "condition-changed"),
    "a condition is gone": (changed("$defs/Row/allOf", None), "condition-changed"),
    "a condition is added": (
        changed("$defs/Row/allOf", lambda rows: [*rows, {"if": {"required": ["day"]}, "then": {"required": ["text"]}}]),
        "condition-changed",
    ),
    "what may be anything gets a type": (changed(f"{P}/any", STRING), "type-given"),
    "a type is given up": (changed(f"{ROW}/text/type", None), "type-given-up"),
    "a definition is called otherwise": (
        json.loads(json.dumps(SMALL).replace("defs/Person", "defs/Human").replace('"Person"', '"Human"')),
        "definition-removed",
    ),
}

ALLOWED: dict[str, Schema] = {
    "nothing": SMALL,
    "a member that may be absent": changed(f"{P}/more", STRING),
    "such a member in a definition": changed(f"{ROW}/more", {"$ref": "#/$defs/Person"}),
    "a value of an open list": changed(f"{P}/kind/enum", ["page", "form", "app"]),
    "a new definition": changed("$defs/Other", {"type": "object", "properties": {"x": STRING}}),
    "another description": changed("description", "A file, told better."),
    "a description of a member": changed(f"{ROW}/text/description", "Its words."),
    "a title": changed("title", "Small"),
    "an example": changed(f"{ROW}/text/examples", ["a"]),
    "a member that is told to be deprecated": changed(f"{ROW}/text/deprecated", True),
    "another order of members": changed("properties", lambda rows: dict(reversed(rows.items()))),
    "another order of the needed": changed("required", lambda rows: rows[::-1]),
    "another order of values": changed(f"{P}/state/enum", ["old", "new"]),
    "another order of alternatives": changed(f"{P}/by/anyOf", lambda rows: rows[::-1]),
    "another order of conditions": changed("$defs/Row/allOf", lambda rows: rows[::-1]),
    "an inner schema that becomes a definition": moved_to_definition(),
    "a type as a list of one": changed(f"{ROW}/text/type", ["string"]),
    "a single value as a list of one": changed(f"{P}/format", {"enum": ["policyc-small-1"], "type": "string"}),
    "a list that is no longer open": changed(f"{P}/kind/x-open", None),
    "an object that lets others in": changed("additionalProperties", True),
}


def test_there_are_enough_kinds() -> None:
    assert len({kind for _, kind in BREAKING.values()}) >= 15
    assert len(BREAKING) >= 30 and len(ALLOWED) >= 10


@pytest.mark.parametrize("name", BREAKING)
def test_a_breaking_change_is_noticed(name: str) -> None:
    new, kind = BREAKING[name]
    assert kind in {one.kind for one in breaks(SMALL, new)}, breaks(SMALL, new)


@pytest.mark.parametrize("name", ALLOWED)
def test_an_allowed_change_is_none(name: str) -> None:
    assert breaks(SMALL, ALLOWED[name]) == []


def test_an_exact_format_takes_nothing_new() -> None:
    assert breaks(EXACT, EXACT) == []
    for path, value, kind in (
        (f"{P}/more", STRING, "member-added"),
        (f"{ROW}/more", STRING, "member-added"),
        (f"{P}/kind/enum", ["page", "form", "app"], "value-added"),
        ("additionalProperties", True, "object-opened"),
        ("x-exact", None, "exact-given-up"),
    ):
        assert kind in {one.kind for one in breaks(EXACT, changed(path, value, EXACT))}, path


def test_a_break_says_where() -> None:
    (found,) = breaks(SMALL, changed(f"{ROW}/size/maximum", 9))
    assert found.where == "/$defs/Row/size/maximum"
    assert str(found) == "/$defs/Row/size/maximum: bound-tightened (files written before are no longer valid)"


def test_what_cannot_be_compared_is_an_error() -> None:
    with pytest.raises(ValueError, match="oneOf"):
        breaks(SMALL, changed(f"{ROW}/text", {"oneOf": [STRING]}))
    with pytest.raises(ValueError, match="not the same format"):
        breaks(SMALL, changed("$id", "https://example.org/ns/policyc/schema/small-2.schema.json"))
    two = {"anyOf": [{"type": "string", "pattern": "^a"}, {"type": "string", "pattern": "^b"}]}
    with pytest.raises(ValueError, match="beside"):
        breaks(SMALL, changed(f"{P}/by/minLength", 1))
    with pytest.raises(ValueError, match="told apart"):
        breaks(changed(f"{P}/any", two), changed(f"{P}/any", two))


@pytest.mark.parametrize("name", FILES)
def test_a_real_schema_breaks_nothing_of_itself(name: str) -> None:
    schema = schemas()[name]
    assert breaks(schema, schema) == []


REAL = schemas()


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(REAL)), st.data())
def test_whatever_is_taken_from_a_real_schema_is_noticed(name: str, data: st.DataObject) -> None:
    """A member less, a value less, or a needed member that is not needed any more, anywhere."""
    old = REAL[name]
    places = list(_places(old, ()))
    path, kind = data.draw(st.sampled_from(places))
    new = copy.deepcopy(old)
    place: Any = new
    for part in path[:-1]:
        place = place[part]
    del place[path[-1]]
    assert kind in {one.kind for one in breaks(old, new)}, path


def _places(schema: Any, at: tuple[Any, ...]) -> list[tuple[tuple[Any, ...], str]]:
    """Where something can be taken away, and what that is."""
    found: list[tuple[tuple[Any, ...], str]] = []
    if not isinstance(schema, dict):
        return found
    found += (((*at, "properties", key), "member-removed") for key in schema.get("properties", ()))
    found += (((*at, "required", n), "member-became-optional") for n in range(len(schema.get("required", ()))))
    found += (((*at, "enum", n), "value-removed") for n in range(len(schema.get("enum", ()))))
    for key in ("items", "additionalProperties"):
        found += _places(schema.get(key), (*at, key))
    for key in ("properties", "$defs"):
        for name, inner in schema.get(key, {}).items():
            found += _places(inner, (*at, key, name))
    return found


@settings(max_examples=80, deadline=None)
@given(st.sampled_from(sorted(REAL)), st.data())
def test_what_is_promised_to_be_free_is_free_in_a_real_schema(name: str, data: st.DataObject) -> None:
    """A member that may be absent, in any object; but not in an exact format."""
    old = REAL[name]
    places = sorted({path[:-2] for path, kind in _places(old, ()) if kind == "member-removed"})
    path = data.draw(st.sampled_from(places))
    new = copy.deepcopy(old)
    place: Any = new
    for part in path:
        place = place[part]
    place["properties"]["later"] = {"type": "string"}
    assert {one.kind for one in breaks(old, new)} == ({"member-added"} if old.get("x-exact") else set[str]())


# ---- the context ----

CONTEXT: dict[str, Any] = {
    "@version": 1.1,
    "dct": {"@id": "http://purl.org/dc/terms/", "@prefix": True},
    "title": {"@id": "dct:title", "@container": "@language"},
    "by": {"@id": "dct:creator", "@type": "@id"},
    "Row": {"@id": "dct:Row", "@context": {"cell": "dct:cell"}},
}


def test_the_context_only_grows() -> None:
    grown = {**CONTEXT, "more": "dct:more"}
    grown["Row"] = {
        "@id": "dct:Row",
        "@context": {"cell": {"@id": "http://purl.org/dc/terms/cell"}, "head": "dct:head"},
    }
    assert context.breaks(CONTEXT, CONTEXT) == context.breaks(CONTEXT, grown) == []


@pytest.mark.parametrize(
    ("kind", "where", "new"),
    [
        ("term-removed", "@context/title", {key: value for key, value in CONTEXT.items() if key != "title"}),
        ("term-changed", "@context/title", {**CONTEXT, "title": "dct:title"}),
        ("term-changed", "@context/by", {**CONTEXT, "by": {"@id": "dct:publisher", "@type": "@id"}}),
        ("term-changed", "@context/dct", {**CONTEXT, "dct": {"@id": "http://purl.org/dc/other/", "@prefix": True}}),
        ("term-changed", "@context/@version", {**CONTEXT, "@version": 1.2}),
        ("keyword-added", "@context/@vocab", {**CONTEXT, "@vocab": "http://purl.org/dc/terms/"}),
        ("term-removed", "@context/Row/cell", {**CONTEXT, "Row": "dct:Row"}),
        (
            "term-changed",
            "@context/Row/cell",
            {**CONTEXT, "Row": {"@id": "dct:Row", "@context": {"cell": "dct:other"}}},
        ),
        (
            "term-shadowed",
            "@context/Row/title",
            {**CONTEXT, "Row": {"@id": "dct:Row", "@context": {"cell": "dct:cell", "title": "dct:other"}}},
        ),
    ],
)
def test_what_takes_from_a_context_is_noticed(kind: str, where: str, new: dict[str, Any]) -> None:
    assert (kind, where) in {(one.kind, one.where) for one in context.breaks(CONTEXT, new)}


def test_every_term_of_the_context_is_held() -> None:
    whole = json.loads(NOW["context.jsonld"])["@context"]
    for name in whole:
        less = {key: value for key, value in whole.items() if key != name}
        assert (f"@context/{name}", "term-removed") in {(one.where, one.kind) for one in context.breaks(whole, less)}


# ---- names ----


def test_terms_stay_what_they_are() -> None:
    old = "policyc:A\tskos:Concept\tdpv:X dpv:Y\npolicyc:b\trdf:Property\n"
    grown = "policyc:A\trdfs:Class skos:Concept\tdpv:X dpv:Y dpv:Z\npolicyc:b\trdf:Property\npolicyc:c\tskos:Concept\n"
    assert not list(names.terms_broken(old, grown))
    for new, kind in (
        (old.replace("policyc:b", "policyc:bb"), "term-removed"),
        (old.replace("rdf:Property", "skos:Concept"), "term-kind-changed"),
        (old.replace(" dpv:Y", ""), "term-parent-removed"),
    ):
        assert [one.kind for one in names.terms_broken(old, new)] == [kind]


def test_the_terms_are_those_of_the_vocabularies() -> None:
    rows = [line.split("\t") for line in NOW["terms.tsv"].splitlines()]
    by_name = {row[0]: row[1:] for row in rows}
    assert by_name["jp-appi:RightToCorrection"][1].split() == ["dpv:ActiveRight", "dpv:DataSubjectRight"]
    assert "http://www.w3.org/1999/02/22-rdf-syntax-ns#Property" in by_name["policyc:clauseType"][0]
    turtle = (ROOT / "vocabulary" / "jp-appi.ttl").read_text(encoding="utf-8")
    assert {name for name in by_name if name.startswith("jp-appi:Right")} == {
        line.split()[0] for line in turtle.splitlines() if line.startswith("jp-appi:Right")
    }


def test_codes_are_never_used_again() -> None:
    old = "law/a\nlaw/b\n"
    assert not list(names.codes_broken(old, "law/a\nlaw/b\nlaw/c\n", ""))
    assert [one.kind for one in names.codes_broken(old, "law/a\n", "# law/b\n")] == ["code-removed"]
    assert not list(names.codes_broken(old, "law/a\n", "law/b 0.2.0 law/c\n"))
    assert [one.kind for one in names.codes_broken(old, old, "law/b 0.2.0 law/c\n")] == ["code-reused"]


def test_types_stay_exported() -> None:
    old = names.exports([("x", "export interface Row {\n}\n\nexport type One = true;\n")])
    assert old == "x\tOne\nx\tRow\n"
    assert [one.where for one in names.exports_broken(old, "x\tOne\n")] == ["x: Row"]


# ---- records ----


def test_a_format_may_be_replaced_only_by_a_version_that_may_break() -> None:
    new = {name: text for name, text in NOW.items() if name != "audit-1.schema.json"}
    new["types.tsv"] = "".join(f"{line}\n" for line in NOW["types.tsv"].splitlines() if "Evidence" not in line)
    for versions, kinds in (
        (("0.1.0", "0.1.1"), {"format-removed", "type-removed"}),
        (("0.1.0", "0.2.0"), set[str]()),
        (("1.2.0", "1.3.0"), {"format-removed", "type-removed"}),
        (("1.2.0", "2.0.0"), set[str]()),
    ):
        assert {one.kind for one in record.broken(NOW, new, versions, RETIRED)} == kinds, versions


def test_a_changed_schema_is_a_break_in_every_version() -> None:
    schema = changed("$defs/row/properties/answer", None, json.loads(NOW["audit-1.schema.json"]))
    found = record.broken(NOW, {**NOW, "audit-1.schema.json": json.dumps(schema)}, ("0.1.0", "2.0.0"), RETIRED)
    assert ("member-removed", "audit-1.schema.json#/$defs/row/answer") in {(one.kind, one.where) for one in found}
