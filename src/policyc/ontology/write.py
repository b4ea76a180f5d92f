"""Statements as Turtle and as JSON-LD; the same statements give the same bytes."""

from __future__ import annotations

import json
from typing import Any

from .graph import PREFIXES, Iri, Node, Text


def turtle(nodes: list[Node], about: str) -> str:
    """RDF 1.1 Turtle; `about` is a comment on the first line."""
    used = sorted(prefix for prefix in PREFIXES if _uses(nodes, prefix))
    lines = [f"# {about}", *(f"@prefix {prefix}: <{PREFIXES[prefix]}> ." for prefix in used)]
    for node in nodes:
        lines.append("")
        rows = [f"{_verb(verb)} {' , '.join(map(_object, objects))}" for verb, objects in node.says]
        lines.append(_iri(node.name) + " " + " ;\n    ".join(rows) + " .")
    return "\n".join(lines) + "\n"


def _uses(nodes: list[Node], prefix: str) -> bool:
    start = f"{prefix}:"
    return any(
        name.startswith(start)
        for node in nodes
        for name in (
            node.name,
            *(verb for verb, _ in node.says if verb != "rdf:type"),
            *(o.name if isinstance(o, Iri) else o.datatype for _, objects in node.says for o in objects),
        )
    )


def _verb(verb: str) -> str:
    return "a" if verb == "rdf:type" else verb


def _iri(name: str) -> str:
    return f"<{name}>" if "://" in name else name


def _object(value: Iri | Text) -> str:
    if isinstance(value, Iri):
        return _iri(value.name)
    # A JSON string is a Turtle string: the same escapes.
    written = json.dumps(value.text, ensure_ascii=False)
    if value.language:
        return f"{written}@{value.language}"
    return f"{written}^^{value.datatype}" if value.datatype else written


def jsonld(nodes: list[Node]) -> str:
    """JSON-LD 1.1: the prefixes as context, a node per line."""
    used = {prefix: PREFIXES[prefix] for prefix in sorted(PREFIXES) if _uses(nodes, prefix)}
    lines = [json.dumps(_json(node), ensure_ascii=False) for node in nodes]
    context = json.dumps(used, ensure_ascii=False)
    listed = ",\n".join(lines)
    return f'{{"@context": {context},\n"@graph": [\n{listed}\n]}}\n'


def _json(node: Node) -> dict[str, Any]:
    made: dict[str, Any] = {"@id": node.name}
    for verb, objects in node.says:
        if verb == "rdf:type":
            made["@type"] = [o.name for o in objects if isinstance(o, Iri)]
        else:
            made[verb] = [_value(o) for o in objects]
    return made


def _value(value: Iri | Text) -> dict[str, str]:
    if isinstance(value, Iri):
        return {"@id": value.name}
    made = {"@value": value.text}
    if value.language:
        made["@language"] = value.language
    if value.datatype:
        made["@type"] = value.datatype
    return made
