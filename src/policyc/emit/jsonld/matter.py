"""What is handled and what for: data items and purposes, each a node of its own under its verbatim text."""

from __future__ import annotations

from ... import ir
from ...vocab import Concept, lookup
from .graph import Graph, ja


def data_item(graph: Graph, row: ir.DataItem) -> None:
    """An item of personal data (dpv:PersonalData) below its DPV terms; the items of a group are narrower.

    One that the text only says is inferred is a dpv:InferredPersonalData; `open` marks a catch-all. `position` is
    its place in the list that names it first.
    """
    concepts = (row.concept,) if row.concept else ()
    node = {
        "type": ["dpv:PersonalData", "dpv:InferredPersonalData"]
        if row.id in graph.index.inferred
        else ["dpv:PersonalData"],
        "title": ja(row.text),
        "position": row.position,
        "broader": graph.above(concepts, "dpv:PersonalData") + _sensitive(graph, row.concept),
        "narrower": graph.iris(row.parts),
        "open": row.open,
        "origin": row.origin,
    }
    graph.add(graph.iri(row.id), node)
    graph.weigh(row.id, f"data item: {row.text}", concepts)


def _sensitive(graph: Graph, concept: Concept | None) -> list[str]:
    """要配慮個人情報 (APPI art. 2(3)), above every item that is a kind of it."""
    whole = lookup("data", "special-care-required-information") if concept and concept.sensitive else None
    return [graph.own(whole)] if whole is not None and whole != concept else []


def purpose(graph: Graph, row: ir.Purpose) -> None:
    """A purpose of use (dpv:Purpose; APPI art. 17(1)) below its DPV terms; `open` marks a catch-all.

    A listed purpose is also a narrower item of the node of its clause, which stands for them all.
    """
    iri = graph.iri(row.id)
    node = {
        "type": ["dpv:Purpose"],
        "title": ja(row.text),
        "identifier": row.marker,
        "position": row.position,
        "broader": graph.above(row.concepts, "dpv:Purpose"),
        "open": row.open,
        "analyses": graph.iris(row.analyses),
        "derives": graph.iris(row.derives),
        **_defined_in(graph, row.defined_in),
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.add(iri, node)
    if row.listed:
        clause = graph.clauses.setdefault(row.clause, ([], []))
        clause[0].append(row.id)
        clause[1].append(iri)
    graph.weigh(row.id, f"purpose: {row.text}", row.concepts)


def _defined_in(graph: Graph, url: str) -> dict[str, object]:
    found = graph.page(url, "references")
    return {"references": [found["references"]]} if "references" in found else found


def purposes_together(graph: Graph) -> None:
    """A node for the purposes of each clause together: what `same as` and `within` point to."""
    for clause, (_, iris) in graph.clauses.items():
        graph.put(graph.iri(clause), {"type": ["dpv:Purpose"], "broader": ["dpv:Purpose"], "narrower": iris})
