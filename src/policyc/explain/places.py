"""Where in the artefacts a fact stands: addresses of JSON-LD nodes, pointers into policy.p3p.json, anchors of the page."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any, NamedTuple

from .. import facts
from ..compose.sentences import Sentence
from ..facts.identifiers import wholes

JSONLD, P3P, HTML = "policy.jsonld", "policy.p3p.json", "policy.ja.html"


class Place(NamedTuple):
    """A node of an artefact: the file, and in it an IRI, a JSON pointer (RFC 6901) or an anchor (`#id`)."""

    file: str
    where: str


def places(policy: facts.Policy, files: Mapping[str, str], sentences: list[Sentence]) -> dict[str, list[Place]]:
    """For the id of every fact the nodes of the artefacts that are it, a part of it, or made from it.

    `sentences` are those of the page, whose blocks carry the anchors.
    """
    ids = {row[0] for table in facts.TABLES for row in getattr(policy, table)}
    found: dict[str, list[Place]] = {id_: [] for id_ in ids}
    for id_, place in (*_jsonld(policy, files.get(JSONLD, "")), *_p3p(files.get(P3P, ""))):
        known = id_ if id_ in ids else _whole(id_, ids)
        if known:
            found[known].append(place)
    page = files.get(HTML, "")
    for sentence in sentences:
        anchor = sentence.anchor
        for id_ in {_whole(fact, ids) or fact for fact in sentence.facts} & ids:
            place = Place(HTML, f"#{anchor}")
            if anchor and place not in found[id_] and f'id="{anchor}"' in page:
                found[id_].append(place)
    return found


def _whole(id_: str, ids: set[str]) -> str:
    """The fact that a part belongs to: `joint-use/users` and `joint-use.items/email` belong to `joint-use`."""
    return next((whole for whole in wholes(id_) if whole in ids), "")


def _jsonld(policy: facts.Policy, text: str) -> Iterator[tuple[str, Place]]:
    base = policy.iri.partition("#")[0] + "#"
    for node in json.loads(text)["@graph"] if text else ():
        if node["id"].startswith(base):
            yield node["id"].removeprefix(base), Place(JSONLD, node["id"])


def _p3p(text: str) -> Iterator[tuple[str, Place]]:
    if not text:
        return
    document = json.loads(text)
    for number, statement in enumerate(document["p3p"]["statements"]):
        for id_ in statement["practices"]:
            yield id_, Place(P3P, f"/p3p/statements/{number}")
    yield from _walk(document, "")


def _walk(value: Any, pointer: str) -> Iterator[tuple[str, Place]]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value["id"], Place(P3P, pointer or "/")
        for key, inner in value.items():
            yield from _walk(inner, f"{pointer}/{key.replace('~', '~0').replace('/', '~1')}")
    elif isinstance(value, list):
        for number, inner in enumerate(value):
            yield from _walk(inner, f"{pointer}/{number}")
