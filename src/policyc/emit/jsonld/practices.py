"""Who does what with which data: one dpv:PersonalDataProcess per practice of the facts."""

from __future__ import annotations

from ... import facts, matters
from ...facts.identifiers import part
from ...vocab import Concept, lookup
from .. import NONE_FIT
from .details import details
from .graph import Graph
from .grounds import exceptions, legal_bases
from .nodes import Node, items, ja
from .statements import silence

# The property that leads to those who receive the data (DPV's entities-legalrole module).
_RECEIVERS = {matters.THIRD_PARTY: "thirdParty", matters.PROCESSOR: "processor"}

_CONTROLLER = "dpv:DataController"
_NOTE = {
    "ja": "個人情報保護法第27条第5項第3号の共同利用者の範囲。目的及び手段を共同で決定することまでは述べられていない。",
    "en": "The joint users of Article 27(5)(iii) APPI; the text does not say that they determine purposes and means "
    "together.",
}


def practice(graph: Graph, row: facts.Practice) -> None:
    """A process with its subjects, data, purposes, recipients and grounds; only what the row says.

    A row whose stance is not `stated` is no process: it becomes a statement that there is none, or that it is told
    on request, as for a silent clause.
    """
    if row.stance != facts.STATED:
        silence(graph, facts.Silence(row.id, row.action, row.stance, row.clause, row.origin))
        return
    action = lookup("actions", row.action)
    refs, operator = graph.refs, graph.policy.operator
    node: Node = {
        "type": ["dpv:PersonalDataProcess"],
        "title": ja(row.title),
        "identifier": row.marker,
        "modality": graph.choice("modality", row.modality),
        "controller": [refs[operator]] if operator else [],
        "processing": _processing(graph, row, action),
        "subject": refs.many(row.subjects),
        "personalData": refs.many(row.data),
        **_purposes(graph, row),
        **_receivers(graph, row),
        "responsible": refs[row.responsible] if row.responsible else "",
        "legalBasis": legal_bases(graph, row),
        "exception": exceptions(graph, row),
        **details(graph, row),
        **_opt_out(graph, row),
        **graph.stated(row.id, row.clause),
        "openLists": graph.going_on(row) if row.open_lists else "",
        "origin": row.origin,
    }
    graph.link("process", graph.add(refs[row.id], node))
    if row.modality and row.modality != facts.DOES:
        graph.lose(row.id, f"modality: {row.modality}", NONE_FIT, "DPV has no property for it; our own is used")
    if action is None:
        graph.lose(row.id, f"action: {row.action}", NONE_FIT, "an action that the vocabulary does not have")
    else:
        graph.weigh(row.id, f"action: {action.ja}", (action,))


def _processing(graph: Graph, row: facts.Practice, action: Concept | None) -> list[str]:
    """The operation in our term and DPV's; what goes abroad crosses a border, what derives something infers it."""
    terms = list(graph.say(action).terms) if action is not None else ["dpv:Processing"]
    if _elsewhere(row) or not graph.index.abroad.isdisjoint(row.recipients):
        terms.append("dpv:CrossBorderTransfer")
    if len(row.purposes) == 1 and row.purposes[0] in graph.index.deriving:
        terms.append("dpv:Infer")
    return terms


def _elsewhere(row: facts.Practice) -> bool:
    at_home = ("JP", facts.NONE, facts.ON_REQUEST)
    return any(word == "country" and code not in at_home for word, code in row.details)


def _purposes(graph: Graph, row: facts.Practice) -> Node:
    """The purposes: those of a whole clause by the clause's one node, however many practices take them.

    Where the practice is only held *within* the purposes of a clause and names its own, `purposesOf` says within
    which, and the clause's node is no purpose of the process.
    """
    refs, of = graph.refs, row.purposes_of
    own = _besides(row.purposes, tuple(graph.clauses[of].ids) if of in graph.clauses else ())
    named = [id_ for id_ in (row.purposes if own is None else own) if id_ in graph.index.purposes]
    found: Node = {"purpose": refs.many(named if own is None else [of, *named])}
    if of:
        found["purposesOf"] = refs[of]
        found["purposeScope"] = graph.choice("scope", row.scope)
    return found


def _besides(ids: tuple[str, ...], listed: tuple[str, ...]) -> tuple[str, ...] | None:
    """The ids besides those of a clause; None where these are not all among them, one after another."""
    if listed and listed[0] in ids:
        start = ids.index(listed[0])
        end = start + len(listed)
        if ids[start:end] == listed:
            return ids[:start] + ids[end:]
    return None


def _receivers(graph: Graph, row: facts.Practice) -> Node:
    if not row.recipients:
        return {}
    flow = matters.flow(row.action)
    if flow == matters.JOINT_USER:
        return {"jointControllers": _joint_users(graph, row)}
    return {_RECEIVERS.get(flow, "recipient"): graph.refs.many(row.recipients)}


def _joint_users(graph: Graph, row: facts.Practice) -> str:
    """The range of joint users (APPI art. 27(5)(iii)), its members by dpv:hasDataController as DPV's note asks.

    dpv:JointDataControllers is the nearest class; what it says beyond 共同利用 is taken back in a note on the node.
    """
    parties = graph.index.parties
    members = [id_ for id_ in row.recipients if id_ in parties]
    for id_ in members:
        _as_controller(graph, id_)
    node: Node = {
        "type": ["dpv:JointDataControllers", graph.type("JointUsers")],
        "controller": graph.refs.many(members),
        "entity": graph.refs.many([id_ for id_ in row.recipients if id_ not in parties]),
        "note": _NOTE,
        "origin": row.origin,
    }
    note = "dpv:JointDataControllers is the nearest class, but they determine purposes and means together"
    graph.lose(row.id, "range of joint users", NONE_FIT, note)
    return graph.add(graph.refs[part(row.id, "users")], node)


def _as_controller(graph: Graph, id_: str) -> None:
    node = graph.nodes[graph.refs[id_]]
    types = items(node["type"])
    if _CONTROLLER not in types:
        node["type"] = [_CONTROLLER, *types]


def _opt_out(graph: Graph, row: facts.Practice) -> Node:
    """How the person may stop it (電気通信事業法27条の12第4号): at an address, or in another way that is told."""
    if row.opt_out:
        return {"involvement": ["dpv:OptingOutFromProcess"], **graph.page(row.opt_out, "optOut")}
    told = [word for word, value in row.details if word == "opt-out" and value not in (facts.NONE, facts.ON_REQUEST)]
    return {"involvement": ["dpv:OptingOutFromProcess"]} if told else {}
