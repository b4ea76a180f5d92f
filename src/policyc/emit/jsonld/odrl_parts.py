"""What ODRL rules are made of: actions of the profile, targets, constraints, and the duty to obtain consent."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from ...vocab import Concept, lookup
from .graph import Graph, Json

CONCEPTS = ("provide", "joint-use", "entrust")
"""Actions of the profile that are rows of the vocabulary, since odrl:transfer is about ownership."""

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


def rule(graph: Graph, kind: str, id_: str, action: str, target: str, origin: str, more: dict[str, Any]) -> str:
    """A rule of the operator: its action, which it does or leaves, and the target."""
    operator = graph.policy.operator
    node: Json = {
        "type": [f"odrl:{kind}"],
        "action": _action(graph, action),
        "target": target,
        "assignee": graph.iri(operator) if operator else "",
        **more,
        "origin": origin,
    }
    return str(graph.add(graph.iri(id_), node)["id"])


def _action(graph: Graph, word: str) -> str:
    """An action of ODRL as it is; one of the profile with what ODRL asks of it: odrl:includedIn (ODRL 2.2, 4)."""
    if word in CORE:
        return word
    term = graph.own(concept("actions", word)) if word in CONCEPTS else graph.type(word)
    if term not in graph.nodes:
        graph.put(term, {"type": ["odrl:Action"], "includedIn": "odrl:use"})
    return term


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
    kinds = graph.iris(data)
    if not kinds:
        kinds = [graph.own(concept("data", _SENSITIVE)) if sensitive else "dpv:PersonalData"]
    node: Json = {"type": ["odrl:AssetCollection"], "personalData": kinds}
    if subjects:
        node["subject"] = list(subjects)
    node["origin"] = policy.origin if whole else origin
    iri = graph.iri(f"{policy.id if whole else id_}/data")
    return iri if iri in graph.nodes else str(graph.put(iri, node)["id"])


def constraint(graph: Graph, id_: str, operand: str, operator: str, right: Sequence[str] | int, origin: str) -> str:
    """A constraint of a rule, named after its left operand."""
    node: Json = {"type": ["odrl:Constraint"], "leftOperand": operand, "operator": f"odrl:{operator}"}
    if isinstance(right, int):
        node["rightOperandNumber"] = right
    else:
        node["rightOperand"] = list(right)
    node["origin"] = origin
    return str(graph.put(graph.iri(f"{id_}/{operand.partition(':')[2]}"), node)["id"])


def consent(graph: Graph, id_: str, parties: Sequence[str], origin: str) -> str:
    """The duty of a permission to obtain consent first (ODRL 2.2, 2.6.3), from those whose consent the text names."""
    node: Json = {
        "type": ["odrl:Duty"],
        "action": "odrl:obtainConsent",
        "consentingParty": list(parties),
        "origin": origin,
    }
    return str(graph.add(graph.iri(f"{id_}/duty"), node)["id"])
