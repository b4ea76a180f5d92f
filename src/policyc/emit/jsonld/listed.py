"""What a document lists: the entries of an index, and what it discloses under labels, in the words of schema.org."""

from __future__ import annotations

from ... import ir
from .. import NONE_FIT
from .graph import Graph, ja


def entry(graph: Graph, row: ir.Entry) -> None:
    """An entry of an index: a schema:ListItem of its group (or of the entry above it), whose item is the page.

    A document of the same build has that address as the IRI of its own node: the graphs join by themselves.
    """
    iri, above = graph.iri(row.id), graph.iri(row.parent or row.clause)
    there = graph.page(row.url, "item")
    node = {
        "type": ["schema:ListItem"],
        "title": ja(row.text),
        "position": row.position,
        **there,
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.add(iri, node)
    graph.put(above, {"type": ["schema:ItemList"], "itemListElement": [iri]})
    if not row.parent and above not in graph.notice.get("mainEntity", ()):
        graph.link("mainEntity", above)
    if "item" in there:
        graph.link("references", there["item"])


def disclosure(graph: Graph, row: ir.Disclosure) -> None:
    """What is disclosed under a label: a schema:PropertyValue that is narrower than the matter the law asks for."""
    concepts = (row.concept,) if row.concept is not None else ()
    node = {
        "type": [graph.type("Disclosure"), "schema:PropertyValue"],
        "title": ja(row.label),
        "value": ja(row.text),
        "broader": [term for concept in concepts for term in graph.terms(concept)],
        "position": row.position,
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.add(graph.iri(row.id), node)
    graph.link("discloses", graph.iri(row.id))
    note = "DPV has no terms for what a seller or issuer discloses; schema.org's and our own are used"
    graph.lose(row.id, f"disclosure: {row.label}", NONE_FIT, note)
