"""What a person may ask for, and how: rights and the procedure of exercising them (APPI arts. 32 to 38)."""

from __future__ import annotations

from ... import ir
from .. import NONE_FIT
from ..encode import string
from .concepts import source
from .details import details
from .graph import Graph
from .nodes import Node, grow, ja, plain


def right(graph: Graph, row: ir.Right) -> None:
    """A right of the APPI: our own term, with DPV's general classes; never a right of the GDPR."""
    id_, concept, procedure, clause, origin = row
    refs = graph.refs
    said = f'"type": {graph.say(concept).array}, "title": {{"ja": {string(concept.ja)}}}'
    article = concept.article or ""
    if article:
        law = ', "law": ["legal-jp:law-APPI"]' if article.startswith("第") else ""
        said += f'{law}, "source": {ja(source(article))}'
    if procedure:
        said += f', "exercisedAt": {refs[procedure]}'
    said += graph.stated_member(id_, clause)
    graph.link("right", graph.enter(refs[id_], f'{said}, "origin": {string(origin)}'))
    graph.weigh(id_, f"right: {concept.ja}", (concept,))


def procedure(graph: Graph, row: ir.Procedure) -> None:
    """How requests are made: a dpv:RightExerciseNotice, with the check of identity as its process."""
    agent = graph.choice("agent", row.agent)
    node: Node = {
        "type": '["dpv:RightExerciseNotice"]',
        "title": ja(row.label),
        **graph.page(row.url),
        "process": [_identity(graph, row)] if row.identity else "",
        "agent": agent,
        "fee": _fee(graph, row),
        "feeFor": graph.refs.array(row.fee_for),
        "desk": graph.refs.array(row.desks),
        **graph.stated(row.id, row.clause),
        "origin": plain(row.origin),
        **details(graph, row),
    }
    if row.fee and not node["fee"]:
        grow(node, "detail", [plain(f"fee: {row.fee}")])
        graph.lose(row.id, f"fee: {row.fee}", NONE_FIT, "kept as a plain value of policyc:detail")
    if row.agent:
        if not agent:
            grow(node, "detail", [plain(f"agent: {row.agent}")])
        graph.lose(row.id, f"agent: {row.agent}", NONE_FIT, "DPV has no property for requests through an agent")
    graph.link("notice", graph.add(graph.refs[row.id], node))


def _identity(graph: Graph, row: ir.Procedure) -> str:
    """The person's identity is checked (Enforcement Order art. 12(iii)): a process, of no stated data."""
    node: Node = {
        "type": '["dpv:Process"]',
        "purpose": '["dpv:IdentityVerification"]',
        "identityCheck": graph.choice("identity", row.identity),
        "origin": plain(row.origin),
    }
    if row.identity != "verified":
        graph.lose(row.id, f"identity: {row.identity}", NONE_FIT, "DPV does not say how identity is checked")
    return graph.add(graph.refs[f"{row.id}/identity"], node)


def _fee(graph: Graph, row: ir.Procedure) -> str:
    """The fee (APPI art. 38): none, an amount, or what the text says of it; empty where it only says how to learn it."""
    if row.fee == ir.NONE:
        return '["dpv:FeeNotRequired"]'
    if not row.fee or row.fee in (ir.STATED, ir.ON_REQUEST, ir.DELEGATED):
        return ""
    amount, _, currency = row.fee.rpartition(" ")
    priced = currency == "JPY" and amount.replace(".", "", 1).isdecimal()
    node: Node = {
        "type": '["dpv:FeeRequired"]' if priced else '["dpv:FeeRequirement"]',
        "title": ja("" if priced else row.fee),
        "price": plain(amount) if priced else "",
        "currency": plain(currency) if priced else "",
        "origin": plain(row.origin),
    }
    return f"[{graph.add(graph.refs[f'{row.id}/fee'], node)}]"
