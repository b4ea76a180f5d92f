"""What is handled and what for: data items and purposes, each a node of its own under its verbatim text."""

from __future__ import annotations

from ... import ir
from ...vocab import Concept, lookup
from .graph import Graph
from .nodes import Node, ja, plain


def data_item(graph: Graph, row: ir.DataItem) -> None:
    """An item of personal data (dpv:PersonalData) below its DPV terms; the items of a group are narrower.

    One that the text only says is inferred is a dpv:InferredPersonalData; `open` marks a catch-all. `position` is
    its place in the list that names it first.
    """
    id_, text, concept, parts, open_, position, origin = row
    inferred = id_ in graph.index.inferred
    concepts = (concept,) if concept else ()
    node: Node = {
        "type": '["dpv:PersonalData", "dpv:InferredPersonalData"]' if inferred else '["dpv:PersonalData"]',
        "title": ja(text),
        "position": str(position or ""),
        "broader": graph.above(concepts, '"dpv:PersonalData"'),
        "narrower": graph.refs.array(parts),
        "open": "true" if open_ else "",
        "origin": plain(origin),
    }
    if concept and concept.sensitive:
        node["broader"] = _sensitive(graph, concept, str(node["broader"]))
    graph.add(graph.refs[id_], node)
    graph.weigh(id_, f"data item: {text}", concepts)


def _sensitive(graph: Graph, concept: Concept, above: str) -> str:
    """要配慮個人情報 (APPI art. 2(3)), above every item that is a kind of it."""
    whole = lookup("data", "special-care-required-information")
    if whole is None or whole == concept:
        return above
    return f"{above[:-1]}, {graph.own(whole)}]"


def purpose(graph: Graph, row: ir.Purpose) -> None:
    """A purpose of use (dpv:Purpose; APPI art. 17(1)) below its DPV terms; `open` marks a catch-all.

    A listed purpose is also a narrower item of the node of its clause, which stands for them all.
    """
    refs = graph.refs
    node: Node = {
        "type": '["dpv:Purpose"]',
        "title": ja(row.text),
        "identifier": plain(row.marker),
        "position": str(row.position or ""),
        "broader": graph.above(row.concepts, '"dpv:Purpose"'),
        "open": "true" if row.open else "",
        "analyses": refs.array(row.analyses),
        "derives": refs.array(row.derives),
    }
    if row.defined_in:
        node |= _defined_in(graph, row.defined_in)
    node |= graph.stated(row.id, row.clause)
    node["origin"] = plain(row.origin)
    ref = graph.add(refs[row.id], node)
    if row.listed:
        clause = graph.clauses.setdefault(row.clause, ([], []))
        clause[0].append(row.id)
        clause[1].append(ref)
    graph.weigh(row.id, f"purpose: {row.text}", row.concepts)


def _defined_in(graph: Graph, url: str) -> Node:
    found = graph.page(url, "references")
    return {"references": [str(found["references"])]} if "references" in found else found


def purposes_together(graph: Graph) -> None:
    """A node for the purposes of each clause together: what `same as` and `within` point to."""
    for clause, (_, refs) in graph.clauses.items():
        graph.add(graph.refs[clause], {"type": '["dpv:Purpose"]', "broader": '["dpv:Purpose"]', "narrower": refs})
