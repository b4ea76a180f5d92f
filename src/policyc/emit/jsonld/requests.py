"""What a person may ask for, and how: rights and the procedure of exercising them (APPI arts. 32 to 38)."""

from __future__ import annotations

from ... import facts
from ...facts.identifiers import part
from .. import NONE_FIT
from .concepts import source
from .details import details
from .graph import Graph
from .nodes import Node, grow, ja


def right(graph: Graph, row: facts.Right) -> None:
    """A right of the APPI: our own term, with DPV's general classes; never a right of the GDPR."""
    concept, article = row.concept, row.concept.article or ""
    node: Node = {
        "type": graph.say(concept).terms,
        "title": ja(concept.ja),
        "law": ["legal-jp:law-APPI"] if article.startswith("第") else [],
        "source": ja(source(article)) if article else {},
        "exercisedAt": graph.refs[row.procedure] if row.procedure else "",
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.link("right", graph.add(graph.refs[row.id], node))
    graph.weigh(row.id, f"right: {concept.ja}", (concept,))


def procedure(graph: Graph, row: facts.Procedure) -> None:
    """How requests are made: a dpv:RightExerciseNotice, with the check of identity as its process."""
    agent = graph.choice("agent", row.agent)
    node: Node = {
        "type": ["dpv:RightExerciseNotice"],
        "title": ja(row.label),
        **graph.page(row.url),
        "process": [_identity(graph, row)] if row.identity else "",
        "agent": agent,
        "fee": _fee(graph, row),
        "feeFor": graph.refs.many(row.fee_for),
        "desk": graph.refs.many(row.desks),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
        **details(graph, row),
    }
    if row.fee and not node["fee"]:
        grow(node, "detail", [f"fee: {row.fee}"])
        graph.lose(row.id, f"fee: {row.fee}", NONE_FIT, "kept as a plain value of policyc:detail")
    if row.agent:
        if not agent:
            grow(node, "detail", [f"agent: {row.agent}"])
        graph.lose(row.id, f"agent: {row.agent}", NONE_FIT, "DPV has no property for requests through an agent")
    graph.link("notice", graph.add(graph.refs[row.id], node))


def _identity(graph: Graph, row: facts.Procedure) -> str:
    """The person's identity is checked (Enforcement Order art. 12(iii)): a process, of no stated data."""
    node: Node = {
        "type": ["dpv:Process"],
        "purpose": ["dpv:IdentityVerification"],
        "identityCheck": graph.choice("identity", row.identity),
        "origin": row.origin,
    }
    if row.identity != "verified":
        graph.lose(row.id, f"identity: {row.identity}", NONE_FIT, "DPV does not say how identity is checked")
    return graph.add(graph.refs[part(row.id, "identity")], node)


def _fee(graph: Graph, row: facts.Procedure) -> list[str]:
    """The fee (APPI art. 38): none, an amount, or what the text says of it; empty where it only says how to learn it."""
    if row.fee == facts.NONE:
        return ["dpv:FeeNotRequired"]
    if not row.fee or row.fee in (facts.STATED, facts.ON_REQUEST, facts.DELEGATED):
        return []
    amount, _, currency = row.fee.rpartition(" ")
    priced = currency == "JPY" and amount.replace(".", "", 1).isdecimal()
    node: Node = {
        "type": ["dpv:FeeRequired"] if priced else ["dpv:FeeRequirement"],
        "title": ja("" if priced else row.fee),
        "price": amount if priced else "",
        "currency": currency if priced else "",
        "origin": row.origin,
    }
    return [graph.add(graph.refs[part(row.id, "fee")], node)]
