"""Types of TypeScript for the JSON that policyc writes, from its JSON Schemas.

Only the keywords that these schemas use are known; another one is an error here, not a type that leaves it out. What a type
cannot say (patterns, lengths, `if`) stays with the schema.
"""

from __future__ import annotations

import json
import re
from typing import Any

from ..json_schema import EXACT, OPEN

_SAID_BY_THE_TYPE = {
    "$ref",
    "type",
    "const",
    "enum",
    "anyOf",
    "items",
    "properties",
    "required",
    "additionalProperties",
}
_LEFT_TO_THE_SCHEMA = {
    "if",
    "then",
    "else",
    "allOf",
    "format",
    "maxItems",
    "maxLength",
    "maximum",
    "minItems",
    "minLength",
    "minimum",
    "pattern",
    "propertyNames",
}
_ABOUT = {"$schema", "$id", "$defs", "title", "description", "deprecated", OPEN, EXACT}
_PLAIN = {"string": "string", "integer": "number", "number": "number", "boolean": "boolean", "null": "null"}


def declarations(schema: dict[str, Any], name: str) -> str:
    """The module of one schema: its root as `name`, its definitions under their own names."""
    parts = [f"// {schema['$id']}\n// Made by policyc.dev.freeze of the schema; do not edit."]
    parts.append(_declaration(name, schema))
    parts += [_declaration(_name(key), inner) for key, inner in schema.get("$defs", {}).items()]
    return "\n\n".join(parts) + "\n"


def _declaration(name: str, schema: dict[str, Any]) -> str:
    about = _comment(schema.get("description", ""), "")
    if "properties" in schema:
        return f"{about}export interface {name} {_members(schema, '')}"
    return f"{about}export type {name} = {_type(schema, '')};"


def _type(schema: dict[str, Any], indent: str) -> str:
    _known(schema)
    if "$ref" in schema:
        return _name(schema["$ref"].removeprefix("#/$defs/"))
    if "const" in schema:
        return f"{_literal(schema['const'])} | (string & {{}})" if schema.get(OPEN) else _literal(schema["const"])
    if "enum" in schema:
        listed = " | ".join(map(_literal, schema["enum"]))
        # A later version may write others: `string & {}` lets them in, and an editor still offers those known.
        return f"{listed} | (string & {{}})" if schema.get(OPEN) else listed
    if "anyOf" in schema:
        return " | ".join(dict.fromkeys(_type(one, indent) for one in schema["anyOf"]))
    kind = schema["type"]
    if kind == "array":
        inner = _type(schema["items"], indent)
        return f"readonly ({inner})[]" if " | " in inner or inner.startswith("readonly ") else f"readonly {inner}[]"
    if kind == "object":
        if "properties" in schema:
            return _members(schema, indent)
        return f"Readonly<Record<string, {_type(schema['additionalProperties'], indent)}>>"
    return " | ".join(_PLAIN[one] for one in ([kind] if isinstance(kind, str) else kind))


def _known(schema: dict[str, Any]) -> None:
    unknown = schema.keys() - _SAID_BY_THE_TYPE - _LEFT_TO_THE_SCHEMA - _ABOUT
    if unknown:
        raise ValueError(f"keywords of JSON Schema that have no type here: {sorted(unknown)}")


def _members(schema: dict[str, Any], indent: str) -> str:
    _known(schema)
    inner = indent + "  "
    lines = []
    for key, value in schema["properties"].items():
        mark = "" if key in schema.get("required", ()) else "?"
        word = key if re.fullmatch(r"[A-Za-z_]\w*", key) else json.dumps(key)
        lines.append(
            f"{_comment(value.get('description', ''), inner)}{inner}readonly {word}{mark}: {_type(value, inner)};"
        )
    return "{\n" + "\n".join(lines) + f"\n{indent}}}"


def _comment(text: str, indent: str) -> str:
    lines = text.strip().split("\n")
    if not text:
        return ""
    if len(lines) == 1:
        return f"{indent}/** {lines[0]} */\n"
    return f"{indent}/**\n" + "".join(f"{indent} * {line}".rstrip() + "\n" for line in lines) + f"{indent} */\n"


def _name(key: str) -> str:
    return "".join(part[0].upper() + part[1:] for part in re.split(r"[^A-Za-z0-9]+", key) if part)


def _literal(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)
