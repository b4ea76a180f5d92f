"""The few rules that the text really states, as an ODRL set: consent before provision, and provision declared none."""

from __future__ import annotations

from ... import ir
from ...vocab import lookup
from .. import BROADER, EXACT, NONE_FIT
from .graph import Graph, Json

_PROVISION = "provide"
_SILENT = "third-party-provision"


def rules(graph: Graph) -> None:
    """An odrl:Set of permissions and prohibitions, or nothing.

    A provision on the ground of consent is a permission with the duty odrl:obtainConsent (ODRL 2.2, 2.6.3). A
    provision without a stated ground is none: the text reports it and permits nothing. That there is no provision
    is a prohibition, unless the text makes exceptions. The action is our own, since odrl:transfer is about ownership.
    """
    policy = graph.policy
    permissions = [_permission(graph, row) for row in policy.practices if _by_consent(row)]
    prohibitions = [_prohibition(graph, row) for row in policy.silences if _none(row)]
    if not any(permissions) and not any(prohibitions):
        return
    node = {
        "type": ["odrl:Set"],
        "profile": graph.type("OdrlProfile"),
        "permission": [iri for iri in permissions if iri],
        "prohibition": [iri for iri in prohibitions if iri],
        "origin": policy.origin,
    }
    graph.notice["rules"] = graph.add(graph.iri(f"{policy.id}/rules"), node)["id"]


def _by_consent(row: ir.Practice) -> bool:
    if row.action != _PROVISION or row.stance != ir.STATED:
        return False
    return any(ground.concept and "dpv:Consent" in ground.concept.dpv_terms for ground in row.grounds)


def _none(row: ir.Silence) -> bool:
    return row.topic == _SILENT and row.stance == ir.NONE


def _permission(graph: Graph, row: ir.Practice) -> str:
    """The permission, to third parties and for purposes that DPV has; empty where it would permit more than the text."""
    constraints = _constraints(graph, row)
    if constraints is None:
        graph.lose(
            row.id,
            "ODRL permission",
            NONE_FIT,
            "its purposes have no exact DPV terms, and wider ones would permit more",
        )
        return ""
    id_ = f"{row.id}/permission"
    duty: Json = {
        "type": ["odrl:Duty"],
        "action": "odrl:obtainConsent",
        "consentingParty": graph.iris(row.subjects),
        "origin": row.origin,
    }
    node: Json = {
        "type": ["odrl:Permission"],
        **_common(graph, row.id, row.data, row.origin),
        "constraint": constraints,
        "duty": [graph.add(graph.iri(f"{id_}/duty"), duty)["id"]],
    }
    note = "the ODRL permission says neither which third parties, nor the exceptions, nor that there is no other way"
    graph.lose(row.id, "ODRL permission", BROADER, note)
    return str(graph.add(graph.iri(id_), node)["id"])


def _constraints(graph: Graph, row: ir.Practice) -> list[str] | None:
    """Third parties only, and the stated purposes; None when a purpose has no exact DPV term."""
    limits = [("recipient", "odrl:isA", ["dpv:ThirdParty"])]
    if row.purposes:
        wanted = set(row.purposes)
        concepts = [purpose.concepts for purpose in graph.policy.purposes if purpose.id in wanted]
        if any(not cs or any(c.dpv_fit != EXACT for c in cs) for cs in concepts):
            return None
        terms = dict.fromkeys(term for cs in concepts for c in cs for term in c.dpv_terms)
        limits.append(("purpose", "odrl:isAnyOf", list(terms)))
    found = []
    for operand, operator, terms_ in limits:
        node: Json = {
            "type": ["odrl:Constraint"],
            "leftOperand": f"odrl:{operand}",
            "operator": operator,
            "rightOperand": terms_,
            "origin": row.origin,
        }
        found.append(str(graph.put(graph.iri(f"{row.id}/permission/{operand}"), node)["id"]))
    return found


def _prohibition(graph: Graph, row: ir.Silence) -> str:
    """The prohibition; empty where the text makes exceptions, which it would forbid."""
    if row.exceptions:
        graph.lose(row.id, "ODRL prohibition", NONE_FIT, "it would forbid what the text excepts")
        return ""
    graph.lose(row.id, "ODRL prohibition", BROADER, "the ODRL prohibition does not say of whom the text speaks")
    node: Json = {"type": ["odrl:Prohibition"], **_common(graph, row.id, (), row.origin)}
    return str(graph.put(graph.iri(f"{row.id}/prohibition"), node)["id"])


def _common(graph: Graph, id_: str, data: tuple[str, ...], origin: str) -> Json:
    """Target, action and assignee. Without stated items the target is all personal data that the document speaks of."""
    action = lookup("actions", _PROVISION)
    assert action is not None
    term = graph.own(action)
    graph.put(term, {"type": ["odrl:Action"], "includedIn": "odrl:use"})
    policy = graph.policy
    place = f"{id_}/data" if data else f"{policy.id}/data"
    asset: Json = {
        "type": ["odrl:AssetCollection"],
        "personalData": graph.iris(data) or ["dpv:PersonalData"],
        "origin": origin if data else policy.origin,
    }
    target = str(graph.put(graph.iri(place), asset)["id"])
    return {
        "target": target,
        "action": term,
        **({"assignee": graph.iri(policy.operator)} if policy.operator else {}),
        "origin": origin,
    }
