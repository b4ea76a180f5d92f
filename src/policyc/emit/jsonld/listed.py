"""What a document lists: the entries of an index, and what it discloses under labels, in the words of schema.org."""

from __future__ import annotations

from ... import facts
from .. import NONE_FIT
from .graph import Graph
from .nodes import Node, ja


def entry(graph: Graph, row: facts.Entry) -> None:
    """An entry of an index: a schema:ListItem of its group (or of the entry above it), whose item is the page.

    A document of the same build has that address as the IRI of its own node: the graphs join by themselves.
    """
    ref, above = graph.refs[row.id], graph.refs[row.parent or row.clause]
    there = graph.page(row.url, "item")
    node: Node = {
        "type": ["schema:ListItem"],
        "title": ja(row.text),
        "position": row.position or None,
        **there,
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.add(ref, node)
    graph.add(above, {"type": ["schema:ItemList"], "itemListElement": [ref]})
    if not row.parent and above not in graph.notice.get("mainEntity", ()):
        graph.link("mainEntity", above)
    if "item" in there:
        graph.link("references", str(there["item"]))


def disclosure(graph: Graph, row: facts.Disclosure) -> None:
    """What is disclosed under a label: a schema:PropertyValue that is narrower than the matter the law asks for."""
    node: Node = {
        "type": [graph.type("Disclosure"), "schema:PropertyValue"],
        "title": ja(row.label),
        "value": ja(row.text),
        "broader": graph.say(row.concept).terms if row.concept is not None else "",
        "position": row.position or None,
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.link("discloses", graph.add(graph.refs[row.id], node))
    note = "DPV has no terms for what a seller or issuer discloses; schema.org's and our own are used"
    graph.lose(row.id, f"disclosure: {row.label}", NONE_FIT, note)
