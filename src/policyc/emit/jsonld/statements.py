"""Statements about the document's matter that are no practices: what there is none of, and what other documents say."""

from __future__ import annotations

from ... import facts
from ...facts.identifiers import part
from .. import BROADER, NONE_FIT
from .details import details
from .graph import Graph
from .grounds import exceptions
from .nodes import Node, ja
from .terms import TERMS, matter_term

APPI = "個人情報の保護に関する法律"


def silence(graph: Graph, row: facts.Silence) -> None:
    """A declaration that there is none of a matter, or that it is told on request.

    No DPV property leads to such a node and no DPV class is its type: a reader who knows only DPV sees nothing, and
    never takes a negative for a positive. `matter` names the kind of clause.
    """
    node: Node = {
        "type": [graph.choice("silence", row.stance) or graph.type("Delegation")],
        "topic": row.topic,
        "matter": _matter(graph, row.topic),
        "modality": graph.choice("modality", row.modality),
        "exception": exceptions(graph, row),
        **details(graph, row),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    graph.link("declares", graph.add(_apart(graph, row.id, row.stance), node))
    graph.lose(
        row.id,
        f"{row.topic}: {row.stance}",
        NONE_FIT,
        "DPV cannot say that there is none, or that it is told on request",
    )


def _apart(graph: Graph, id_: str, stance: str) -> str:
    """The reference of such a statement. Where something positive has the id of the field (the procedure of requests, whose
    way is told on request), it is a part of that: one node with both types would say both."""
    ref = graph.refs[id_]
    return ref if ref not in graph.nodes else graph.refs[part(id_, stance)]


def _matter(graph: Graph, topic: str) -> str:
    name = matter_term(topic)
    return graph.type(name) if name in TERMS else ""


def delegation(graph: Graph, row: facts.Delegation) -> None:
    """A matter that another document tells: the link is carried, what it says is not asserted."""
    node: Node = {
        "type": [graph.type("Delegation")],
        "title": ja(row.label),
        "topic": row.topic,
        "matter": _matter(graph, row.topic),
        **graph.page(row.url),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
        **details(graph, row),
    }
    graph.link("leaves", graph.add(_apart(graph, row.id, facts.DELEGATED), node))
    graph.lose(
        row.id, f"left to another document: {row.topic}", NONE_FIT, "DPV cannot say that a matter is told elsewhere"
    )


def frame(graph: Graph, row: facts.Frame) -> None:
    """What the document stands under. Only the statute it says it is published under becomes dpv:hasApplicableLaw."""
    kind = graph.choice("frame", row.kind) or "dpv:Context"
    statute = law(graph, row.name, row.url, row.id, row.origin) if row.kind != "adheres-to" else ""
    node: Node = {
        "type": [kind],
        "title": ja(row.name),
        "identifier": row.number,
        "refersTo": statute,
        **graph.page(row.url),
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.link("standsUnder", graph.add(graph.refs[row.id], node))
    if row.kind == "published-under":
        graph.link("law", statute)
        if row.name != APPI:
            graph.lose(row.id, f"published under: {row.name}", BROADER, "DPV has no term for this law, only dpv:Law")
    else:
        graph.lose(row.id, f"{row.kind}: {row.name}", NONE_FIT, "DPV has no property for it; our own is used")


def law(graph: Graph, name: str, url: str, id_: str, origin: str) -> str:
    """The reference of a law: DPV's for the APPI, else a node of our own, one for each name."""
    if name == APPI:
        return "legal-jp:law-APPI"
    ref = graph.laws.get(name)
    if ref is None:
        ref = graph.laws[name] = graph.refs[part(id_, "law")]
        graph.add(ref, {"type": ["dpv:Law"], "title": ja(name), **graph.page(url), "origin": origin})
    return ref


def term(graph: Graph, row: facts.Term) -> None:
    """A defined term. The term of an organisation or a data subject is added to that node."""
    node: Node = {
        "type": [graph.type("DefinedTerm")],
        "term": ja(row.name),
        "definition": ja(row.meaning),
        "origin": row.origin,
    }
    graph.link("defines", graph.add(graph.refs[row.id], node))
