"""On what ground: the legal bases that the text states, never one that it does not, and the exceptions to them."""

from __future__ import annotations

from ... import facts
from ...facts.identifiers import FactId, part
from .. import NONE_FIT
from .graph import Graph
from .nodes import Node, ja

_BASIS = "dpv:LegalBasis"


def legal_bases(graph: Graph, row: facts.Practice) -> list[str]:
    """The grounds of a practice as references to dpv:LegalBasis nodes."""
    return [
        _ground(graph, row, ground, part(row.id, "ground", str(n)), _BASIS) for n, ground in enumerate(row.grounds, 1)
    ]


def exceptions(graph: Graph, row: facts.Practice | facts.Silence) -> list[str]:
    """The cases stated as exceptions: no basis of the process, so no value of dpv:hasLegalBasis."""
    found = []
    for n, ground in enumerate(row.exceptions, 1):
        found.append(_ground(graph, row, ground, part(row.id, "exception", str(n)), graph.type("Exception")))
        graph.lose(row.id, f"exception: {ground.text}", NONE_FIT, "DPV has no exception to a legal basis")
    return found


def _ground(graph: Graph, row: facts.Practice | facts.Silence, ground: facts.Ground, id_: FactId, type_: str) -> str:
    concepts = (ground.concept,) if ground.concept else ()
    includes = [graph.choice("includes", word) for word in ground.includes]
    node: Node = {
        "type": [type_],
        "title": ja(ground.text),
        "broader": graph.above(concepts, _BASIS if type_ == _BASIS else "dpv:Context"),
        "includes": [term for term in includes if term],
        "detail": [word for word, term in zip(ground.includes, includes, strict=True) if not term],
        "origin": row.origin,
    }
    ref = graph.add(graph.refs[id_], node)
    if type_ == _BASIS:
        graph.weigh(row.id, f"ground: {ground.text}", concepts)
    return ref
