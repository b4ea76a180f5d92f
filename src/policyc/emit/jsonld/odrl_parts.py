"""What ODRL rules are made of: actions of the profile, targets, constraints, and the duty to obtain consent."""

from __future__ import annotations

from collections.abc import Sequence

from ... import matters
from ...facts.identifiers import part
from ...vocab import Concept, lookup
from .graph import Graph
from .nodes import Node

CONCEPTS = tuple(
    dict.fromkeys(
        row.never for row in matters.matters().values() if row.never and matters.flow(row.never) != matters.COLLECTED
    )
)
"""Actions of the profile that are rows of the vocabulary, since odrl:transfer is about ownership: those that a clause rules out."""

ACTIONS = ("Acquire", "Use", "CeaseProvision", "SuperviseProcessor", "AnnounceChange", "AnnounceChangeBeforehand")
"""Actions of the profile that are terms of `policyc:`."""

CORE = ("odrl:delete", "odrl:obtainConsent")
"""Actions that ODRL has."""

OPERAND = "SubjectAge"
"""The left operand of the profile: the age of the person in years."""

_SENSITIVE = "special-care-required-information"


def concept(category: str, word: str) -> Concept:
    """A row of the vocabulary that must be there."""
    found = lookup(category, word)
    assert found is not None
    return found


def rule(graph: Graph, kind: str, id_: str, action: str, target: str, origin: str, more: Node) -> str:
    """A rule of the operator: its action, which it does or leaves, and the target."""
    operator = graph.policy.operator
    node: Node = {
        "type": [f"odrl:{kind}"],
        "action": _action(graph, action),
        "target": target,
        "assignee": graph.refs[operator] if operator else "",
        **more,
        "origin": origin,
    }
    return graph.add(graph.refs[id_], node)


def _action(graph: Graph, word: str) -> str:
    """An action of ODRL as it is; one of the profile with what ODRL asks of it: odrl:includedIn (ODRL 2.2, 4)."""
    if word in CORE:
        return word
    ref = graph.own(concept("actions", word)) if word in CONCEPTS else graph.type(word)
    if ref not in graph.nodes:
        graph.add(ref, {"type": ["odrl:Action"], "includedIn": "odrl:use"})
    return ref


def asset(
    graph: Graph,
    id_: str,
    data: Sequence[str],
    origin: str,
    *,
    sensitive: bool = False,
    subjects: Sequence[str] = (),
) -> str:
    """The target: the stated items, or the sensitive data; else all personal data that the document speaks of, or only
    those of some people."""
    policy = graph.policy
    whole = not (data or sensitive or subjects)
    kinds = graph.refs.many(data)
    if not kinds:
        kinds = [graph.own(concept("data", _SENSITIVE))] if sensitive else ["dpv:PersonalData"]
    node: Node = {"type": ["odrl:AssetCollection"], "personalData": kinds, "subject": list(subjects)}
    node["origin"] = policy.origin if whole else origin
    ref = graph.refs[part(policy.id if whole else id_, "data")]
    return ref if ref in graph.nodes else graph.add(ref, node)


def constraint(graph: Graph, id_: str, operand: str, operator: str, right: Sequence[str] | int, origin: str) -> str:
    """A constraint of a rule, named after its left operand."""
    node: Node = {"type": ["odrl:Constraint"], "leftOperand": operand, "operator": f"odrl:{operator}"}
    if isinstance(right, int):
        node["rightOperandNumber"] = right
    else:
        node["rightOperand"] = list(right)
    node["origin"] = origin
    return graph.add(graph.refs[part(id_, operand.partition(":")[2])], node)


def consent(graph: Graph, id_: str, parties: list[str], origin: str) -> str:
    """The duty of a permission to obtain consent first (ODRL 2.2, 2.6.3), from those whose consent the text names."""
    node: Node = {
        "type": ["odrl:Duty"],
        "action": "odrl:obtainConsent",
        "consentingParty": parties,
        "origin": origin,
    }
    return graph.add(graph.refs[part(id_, "duty")], node)
