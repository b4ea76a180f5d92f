"""The document itself: its class, title, publisher and dates, how it is changed, and its sections."""

from __future__ import annotations

from ... import facts
from ...vocab import lookup
from .. import NONE_FIT
from .details import details
from .graph import Graph
from .nodes import Node, ja
from .parties import is_controller
from .statements import APPI

_DATES = {"enacted": "created", "published": "issued", "revised": "modified", "effective": "valid"}


def notice(graph: Graph) -> None:
    """The node of the document, under its own address.

    No status is claimed: whether it is the latest version cannot be known from it. The jurisdiction is Japan only
    where the publisher is in Japan or the text says it is published under Japan's law.
    """
    policy = graph.policy
    operator = graph.refs[policy.operator] if policy.operator else ""
    node: Node = {
        "type": _classes(graph, policy.kind),
        "title": ja(policy.title),
        "identifier": policy.id,
        "language": "ja",
        "version": policy.version,
        "conformsTo": ["https://w3id.org/dpv/2.3"],
        "jurisdiction": ["loc:JP"] if _japanese(policy) else "",
        "publisher": operator,
        "controller": [operator] if operator and is_controller(policy) else "",
        "subject": graph.refs.many(policy.subjects),
        "origin": policy.origin,
    }
    graph.add(graph.refs[policy.id], node)
    if not policy.url:
        graph.lose(policy.id, "address", NONE_FIT, "no address is declared: a URN made of the name identifies it")
    if not operator:
        graph.lose(
            policy.id, "publisher", NONE_FIT, "no operator is declared: neither publisher nor controller is stated"
        )


def _classes(graph: Graph, kind: str) -> list[str]:
    """What a kind of document is: the terms of its row; an index is no notice of anything."""
    concept = lookup("notices", kind)
    return graph.say(concept).terms if concept is not None else ["schema:CollectionPage"]


def _japanese(policy: facts.Policy) -> bool:
    at_home = any(row.id == policy.operator and row.country == "JP" for row in policy.parties)
    return at_home or any(row.kind == "published-under" and row.name == APPI for row in policy.frames)


def event(graph: Graph, row: facts.Event) -> None:
    """A date of the document: a node of its own, and the date of Dublin Core that says the same of the document.

    制定 is dct:created, 公表 dct:issued, 改定 dct:modified (each of several), 施行 dct:valid.
    """
    node: Node = {
        "type": [graph.choice("event", row.kind) or "dpv:Context"],
        "title": ja(row.text),
        "date": row.date,
        "origin": row.origin,
    }
    graph.link("event", graph.add(graph.refs[row.id], node))
    if row.date and row.kind in _DATES:
        graph.link(_DATES[row.kind], row.date)


def amendment(graph: Graph, row: facts.Amendment) -> None:
    """How the document is changed: whether that is announced, and when it takes effect."""
    node: Node = {
        "type": [graph.type("AmendmentRule")],
        "announced": graph.choice("notice", row.notice),
        "takesEffect": graph.choice("effective", row.effective),
        **details(graph, row),
        **graph.stated(row.id, row.clause),
        "origin": row.origin,
    }
    graph.link("amendment", graph.add(graph.refs[row.id], node))
    graph.lose(row.id, "how the document is changed", NONE_FIT, "DPV has no terms for it; our own are used")


def places(graph: Graph) -> None:
    """The parts and clauses. A clause whose fact has its name is one node with it: it then has both types, and says of
    itself first what the fact is."""
    for position, row in enumerate(graph.policy.places, 1):
        ref = graph.refs[row.id]
        there = graph.nodes.get(ref, {})
        node: Node = {
            "type": [graph.type("Part" if row.type == "part" else "Clause")],
            "clauseType": row.type,
            "title": ja(row.heading),
            "identifier": row.marker,
            "position": position,
            "partOf": graph.refs[row.parent] if row.parent else "",
            "openLists": graph.going_on(row) if row.open_lists else "",
            "origin": row.origin,
        }
        graph.add(
            ref, {word: value for word, value in node.items() if word in ("type", "openLists") or word not in there}
        )
