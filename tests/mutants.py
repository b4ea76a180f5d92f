"""Mutants of a graph from the shapes themselves: for every constraint of every shape, one change that breaks just it.

A mutant is real only where the data have a node that the shape speaks of: a shape that no document ever meets has none,
and is found so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

import rdflib
from rdflib import RDF, SH, XSD, BNode, Literal, URIRef

from shapes import Triple, local

FRESH = [URIRef(f"https://mihon.example/fresh#{n}") for n in range(4)]
_COMPONENTS = {
    "minCount": "MinCount",
    "maxCount": "MaxCount",
    "class": "Class",
    "datatype": "Datatype",
    "nodeKind": "NodeKind",
    "pattern": "Pattern",
    "in": "In",
    "hasValue": "HasValue",
    "languageIn": "LanguageIn",
    "uniqueLang": "UniqueLang",
    "not": "Not",
    "or": "Or",
}


class Constraint(NamedTuple):
    """A constraint: the node shape whose targets it is about, the shape that has it, its word, and its path, if any: each
    way that leads to the values, with whether it is walked backwards."""

    node_shape: Any
    shape: Any
    word: str
    path: tuple[tuple[Any, bool], ...]

    @property
    def component(self) -> str:
        return _COMPONENTS[self.word]

    def __str__(self) -> str:
        shape = "" if self.shape == self.node_shape else f"-{local(self.shape)}"
        return f"{local(self.node_shape)}{shape}-{self.word}"


def constraints(shapes: rdflib.Graph) -> list[Constraint]:
    """Every constraint of the named shapes, in the order of their names."""
    found = []
    for node_shape in sorted(s for s in shapes.subjects(RDF.type, SH.NodeShape) if isinstance(s, URIRef)):
        for shape in (node_shape, *sorted(shapes.objects(node_shape, SH.property))):
            assert isinstance(shape, URIRef), f"a constraint of {node_shape} has no name"
            at = shapes.value(shape, SH.path)
            path = _ways(shapes, at) if at is not None else ()
            words = [w for w in _COMPONENTS if (shape, SH[w], None) in shapes]
            found += [Constraint(node_shape, shape, word, path) for word in words]
    return found


def _ways(shapes: rdflib.Graph, path: Any) -> tuple[tuple[Any, bool], ...]:
    if isinstance(path, URIRef):
        return ((path, False),)
    inverse = shapes.value(path, SH.inversePath)
    if inverse is not None:
        return tuple((way, not back) for way, back in _ways(shapes, inverse))
    several = shapes.value(path, SH.alternativePath)
    assert several is not None, "a path that no mutant can be made for"
    return tuple(way for one in shapes.items(several) for way in _ways(shapes, one))


def targets(shapes: rdflib.Graph, node_shape: Any, data: rdflib.Graph) -> list[Any]:
    """The nodes of the data that a shape speaks of."""
    found: list[Any] = []
    for kind in shapes.objects(node_shape, SH.targetClass):
        found += data.subjects(RDF.type, kind)
    for word in shapes.objects(node_shape, SH.targetSubjectsOf):
        found += data.subjects(word, None)
    for word in shapes.objects(node_shape, SH.targetObjectsOf):
        found += data.objects(None, word)
    return sorted(set(found))


def changes(
    shapes: rdflib.Graph, one: Constraint, data: rdflib.Graph
) -> Iterator[tuple[Any, list[Triple], list[Triple]]]:
    """Ways to break a constraint: the node that fails then, the triples to remove, and those to add."""
    for focus in targets(shapes, one.node_shape, data):
        values = [triple for way in one.path for triple in _values(data, focus, way)]
        change = _on_path(shapes, one, focus, values, data) if one.path else _on_node(shapes, one, focus, data)
        if change is not None:
            yield change[0], change[1], change[2]


def _values(data: rdflib.Graph, focus: Any, way: tuple[Any, bool]) -> list[Triple]:
    word, back = way
    return sorted(data.triples((None, word, focus) if back else (focus, word, None)))


def _triple(focus: Any, way: tuple[Any, bool], value: Any) -> Triple:
    word, back = way
    return (value, word, focus) if back else (focus, word, value)


def _on_path(
    shapes: rdflib.Graph, one: Constraint, focus: Any, values: list[Triple], data: rdflib.Graph
) -> tuple[Any, list[Triple], list[Triple]] | None:
    asked = shapes.value(one.shape, SH[one.word])
    way = one.path[0]
    if one.word in ("minCount", "hasValue", "or"):
        if one.word == "or":
            return (focus, [], [_triple(focus, way, FRESH[0])]) if values else None
        if one.word == "minCount":
            return (focus, values, []) if values else None
        # Another value in its place, since the shape may speak only of nodes that have one.
        gone = [t for t in values if t[2] == asked]
        return (focus, gone, [_triple(focus, way, FRESH[0])]) if gone else None
    if one.word == "maxCount":
        most = int(asked)
        sort = values[0][2] if values else FRESH[0]
        if not values and most:
            return None
        new = [_triple(focus, way, value) for value in _more(sort, most + 1)]
        return focus, [], new
    if not values:
        return None
    bad = {
        "class": FRESH[0],
        "datatype": Literal("いつか", datatype=XSD.token),
        "nodeKind": Literal("文字"),
        "pattern": Literal("？"),
        "in": FRESH[0],
        "languageIn": Literal("autre", lang="fr"),
    }
    if one.word == "uniqueLang":
        texts = [t[2] for t in values if isinstance(t[2], Literal) and t[2].language]
        return (focus, [], [_triple(focus, way, Literal(f"{texts[0]}。", lang=texts[0].language))]) if texts else None
    return focus, [], [_triple(focus, way, bad[one.word])]


def _more(like: Any, count: int) -> list[Any]:
    if isinstance(like, Literal):
        return [Literal(f"もう{n}", lang=like.language) for n in range(count)]
    return FRESH[:count]


def _on_node(
    shapes: rdflib.Graph, one: Constraint, focus: Any, data: rdflib.Graph
) -> tuple[Any, list[Triple], list[Triple]] | None:
    asked = shapes.value(one.shape, SH[one.word])
    if one.word == "class":
        return focus, [(focus, RDF.type, asked)], []
    if one.word == "nodeKind":
        node = BNode("mutant")
        return (
            node,
            [],
            [(node, word, Literal("mihon.policy:1")) for word in shapes.objects(one.shape, SH.targetSubjectsOf)],
        )
    if one.word == "pattern":
        return FRESH[0], [], [(FRESH[0], RDF.type, kind) for kind in shapes.objects(one.shape, SH.targetClass)]
    if one.word == "not":
        kinds = [shapes.value(asked, SH["class"]), *_classes(shapes, asked)]
        return focus, [], [(focus, RDF.type, next(kind for kind in kinds if kind is not None))]
    # One of several: without whatever the alternatives ask for, none of them holds.
    gone = [(focus, RDF.type, kind) for kind in _classes(shapes, one.shape) if (focus, RDF.type, kind) in data]
    for choice in shapes.items(asked):
        path = shapes.value(choice, SH.path)
        if isinstance(path, URIRef) and (choice, SH.minCount, None) in shapes:
            gone += data.triples((focus, path, None))
    conditional = [(focus, word, FRESH[0]) for word in _conditional(shapes, asked, focus, data)]
    return (focus, gone, conditional) if gone or conditional else None


def _classes(shapes: rdflib.Graph, shape: Any) -> list[Any]:
    several = shapes.value(shape, SH["or"])
    return [kind for one in shapes.items(several) for kind in shapes.objects(one, SH["class"])] if several else []


def _conditional(shapes: rdflib.Graph, several: Any, focus: Any, data: rdflib.Graph) -> Iterator[Any]:
    """Where a value asks for others (`not that value, or these`): the first path of what it asks for."""
    first, *others = shapes.items(several)
    condition = shapes.value(first, SH["not"])
    value = shapes.value(condition, SH.hasValue) if condition is not None else None
    if value is not None and (focus, shapes.value(condition, SH.path), value) in data:
        for other in others:
            yield from (shapes.value(part, SH.path) for part in list(shapes.items(shapes.value(other, SH["and"])))[:1])
