"""What is handled and what for: data items and purposes, each a node of its own under its verbatim text."""

from __future__ import annotations

from ... import facts
from ...vocab import Concept, lookup
from .graph import Graph, Listed
from .nodes import Node, ja


def data_item(graph: Graph, row: facts.DataItem) -> None:
    """An item of personal data (dpv:PersonalData) below its DPV terms, those of all kinds that it is; the items of a group are narrower.

    One that the text only says is inferred is a dpv:InferredPersonalData; `open` marks a catch-all. `position` is
    its place in the list that names it first.
    """
    concepts = row.concepts
    above = graph.above(concepts, "dpv:PersonalData")
    for one in concepts:
        if one.sensitive:
            above = _sensitive(graph, one, above)
    inferred = ["dpv:InferredPersonalData"] if row.id in graph.index.inferred else []
    node: Node = {
        "type": ["dpv:PersonalData", *inferred],
        "title": ja(row.text),
        "position": row.position or None,
        "broader": above,
        "narrower": graph.refs.many(row.parts),
        "open": row.open or None,
        "origin": row.origin,
    }
    graph.add(graph.refs[row.id], node)
    graph.weigh(row.id, f"data item: {row.text}", concepts)


def _sensitive(graph: Graph, concept: Concept, above: list[str]) -> list[str]:
    """要配慮個人情報 (APPI art. 2(3)), above every item that is a kind of it."""
    whole = lookup("data", "special-care-required-information")
    if whole is None or whole == concept:
        return above
    term = graph.own(whole)
    return above if term in above else [*above, term]


def purpose(graph: Graph, row: facts.Purpose) -> None:
    """A purpose of use (dpv:Purpose; APPI art. 17(1)) below its DPV terms; `open` marks a catch-all.

    A listed purpose is also a narrower item of the node of its clause, which stands for them all.
    """
    node: Node = {
        "type": ["dpv:Purpose"],
        "title": ja(row.text),
        "identifier": row.marker,
        "position": row.position or None,
        "broader": graph.above(row.concepts, "dpv:Purpose"),
        "open": row.open or None,
        "analyses": graph.refs.many(row.analyses),
        "derives": graph.refs.many(row.derives),
        **_defined_in(graph, row.defined_in),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    ref = graph.add(graph.refs[row.id], node)
    if row.listed:
        listed = graph.clauses.setdefault(row.clause, Listed([], []))
        listed.ids.append(row.id)
        listed.refs.append(ref)
    graph.weigh(row.id, f"purpose: {row.text}", row.concepts)


def _defined_in(graph: Graph, url: str) -> Node:
    found = graph.page(url, "references")
    return {"references": [found["references"]]} if "references" in found else found


def purposes_together(graph: Graph) -> None:
    """A node for the purposes of each clause together: what `same as` and `within` point to."""
    for clause, listed in graph.clauses.items():
        graph.add(graph.refs[clause], {"type": ["dpv:Purpose"], "broader": ["dpv:Purpose"], "narrower": listed.refs})
