"""SHACL over one graph many times: a report for it as it is, and for it with a few triples changed."""

from __future__ import annotations

import logging
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

import rdflib
from pyshacl.graph_abstraction import DataGraph
from pyshacl.validator import Validator
from rdflib import SH, URIRef

Triple = tuple[Any, Any, Any]


class Result(NamedTuple):
    """A result of a report: where, at which named shape, by which constraint, and in which languages it is told."""

    focus: Any
    shape: Any
    component: str
    languages: frozenset[str]


class Validated:
    """A data graph and shapes, read once."""

    def __init__(self, data: rdflib.Graph, shapes: rdflib.Graph) -> None:
        self.data = data
        options = {"logger": logging.getLogger("shapes"), "inference": "none", "debug": False, "inplace": True}
        self._validator = Validator(DataGraph.from_rdflib(data), shacl_graph=shapes, options=options)

    def report(self, *shapes: str) -> list[Result]:
        """The results of all shapes, or of some."""
        assert self._validator.shacl_graph.shapes
        self._validator.options["use_shapes"] = list(shapes)
        conforms, graph, _ = self._validator.run()
        found = [_result(graph, node) for node in graph.objects(None, SH.result)]
        assert conforms is (not found)
        return found

    @contextmanager
    def changed(self, remove: Iterable[Triple], add: Iterable[Triple]) -> Iterator[None]:
        """The data without some triples and with others; afterwards as before."""
        gone = [triple for triple in remove if triple in self.data]
        for triple in gone:
            self.data.remove(triple)
        new = [triple for triple in add if triple not in self.data]
        for triple in new:
            self.data.add(triple)
        try:
            yield
        finally:
            for triple in new:
                self.data.remove(triple)
            for triple in gone:
                self.data.add(triple)


def _result(graph: rdflib.Graph, node: Any) -> Result:
    component = str(graph.value(node, SH.sourceConstraintComponent)).removeprefix(str(SH))
    languages = frozenset(str(text.language) for text in graph.objects(node, SH.resultMessage))  # type: ignore[attr-defined]
    return Result(
        graph.value(node, SH.focusNode),
        graph.value(node, SH.sourceShape),
        component.removesuffix("ConstraintComponent"),
        languages,
    )


def local(iri: Any) -> str:
    """The name of a shape."""
    return str(iri).rpartition("#")[2]


def names(shapes: rdflib.Graph) -> list[URIRef]:
    """The node shapes by name."""
    return sorted(s for s in shapes.subjects(rdflib.RDF.type, SH.NodeShape) if isinstance(s, URIRef))
