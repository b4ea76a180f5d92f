"""The rules that the text really states, as an ODRL set: what is permitted on consent, what is never done, what is owed.

Which facts are rules, and which only report: README.md. A rule is never wider than its sentence: where ODRL could only
say more than the text, there is none, and a loss says so.
"""

from __future__ import annotations

from ... import facts, matters
from ...facts.identifiers import part
from .. import BROADER, EXACT, NONE_FIT
from .graph import Graph
from .nodes import Node
from .odrl_parts import asset, concept, consent, constraint, rule

# The terms of the profile for actions that are no rows of the vocabulary there.
_OWN_ACTIONS = {matters.COLLECTED: "Acquire"}
_ANNOUNCED = {"prior": "AnnounceChangeBeforehand", "on-change": "AnnounceChange"}


def rules(graph: Graph) -> None:
    """An odrl:Set of permissions, prohibitions and obligations, or nothing."""
    policy = graph.policy
    stated = [row for row in policy.practices if row.stance == facts.STATED]
    permission = [*_on_consent(graph, stated), *_of_guardians(graph, stated), *_beyond(graph, stated)]
    prohibition = [_never(graph, row) for row in policy.silences if row.stance == facts.NONE and _denied(row)]
    obligation = [
        *_owed(graph, stated),
        *(_erased(graph, row) for row in policy.retentions if ("after", "erase") in row.details),
        *(_announced(graph, row) for row in policy.amendments if row.notice in _ANNOUNCED),
    ]
    found = {"permission": permission, "prohibition": prohibition, "obligation": obligation}
    node: Node = {word: [ref for ref in refs if ref] for word, refs in found.items()}
    if any(node.values()):
        head: Node = {"type": ["odrl:Set"], "profile": graph.type("OdrlProfile")}
        made: Node = {**head, **node, "origin": policy.origin}
        graph.notice["rules"] = graph.add(graph.refs[part(policy.id, "rules")], made)


def _action(word: str) -> str:
    """The word of the profile for an action of the vocabulary."""
    return _OWN_ACTIONS.get(matters.flow(word), word)


def _people(word: str) -> list[str]:
    """The terms of a class of people; none where all are meant."""
    return list(concept("subjects", word).dpv_terms) if word else []


# ---- permissions -----------------------------------------------------------------------------------------------------


def _on_consent(graph: Graph, rows: list[facts.Practice]) -> list[str]:
    """Provision (APPI art. 27(1)) and the collection of sensitive data (art. 20(2)) on the ground of consent.

    Without a stated ground there is none: the text then reports what is done, and permits nothing.
    """
    found = []
    sensitive_data = matters.confined("data")
    about_sensitive = {place.id for place in graph.policy.places if place.type in sensitive_data}
    for row in rows:
        collects = matters.flow(row.action) == matters.COLLECTED
        if row.action != "provide" and not collects:
            continue
        if not any(ground.concept and "dpv:Consent" in ground.concept.dpv_terms for ground in row.grounds):
            continue
        id_ = part(row.id, "permission")
        limits = _limits(graph, row, id_)
        if limits is None:
            note = "its purposes have no exact DPV terms, and wider ones would permit more"
            graph.lose(row.id, "ODRL permission", NONE_FIT, note)
            continue
        action = _action(row.action)
        sensitive = not row.data and row.clause in about_sensitive
        target = asset(graph, row.id, row.data, row.origin, sensitive=sensitive)
        duty = consent(graph, id_, graph.refs.many(row.subjects), row.origin)
        more: Node = {"constraint": limits, "duty": [duty]}
        found.append(rule(graph, "Permission", id_, action, target, row.origin, more))
        note = (
            "the ODRL permission says neither which third parties, nor the exceptions, nor that there is no other way"
        )
        graph.lose(row.id, "ODRL permission", BROADER, note)
    return found


def _limits(graph: Graph, row: facts.Practice, id_: str) -> list[str] | None:
    """Third parties only, and the stated purposes; None when a purpose has no exact DPV term."""
    terms: list[str] = []
    if row.purposes:
        wanted = set(row.purposes)
        concepts = [purpose.concepts for purpose in graph.policy.purposes if purpose.id in wanted]
        if any(not cs or any(c.dpv_fit != EXACT for c in cs) for cs in concepts):
            return None
        terms = list(dict.fromkeys(term for cs in concepts for c in cs for term in c.dpv_terms))
    found = []
    # Entered only now: where there is no rule there is no constraint.
    if row.action == "provide":
        found.append(constraint(graph, id_, "odrl:recipient", "isA", ["dpv:ThirdParty"], row.origin))
    if row.purposes:
        found.append(constraint(graph, id_, "odrl:purpose", "isAnyOf", terms, row.origin))
    return found


def _of_guardians(graph: Graph, rows: list[facts.Practice]) -> list[str]:
    """Data of children only on the consent of a statutory agent."""
    found = []
    for row in rows:
        if matters.flow(row.action) == matters.COLLECTED and ("consent", "guardian") in row.details:
            id_ = part(row.id, "permission")
            limits = _age(graph, id_, row.details, row.origin)
            target = asset(graph, row.id, row.data, row.origin, subjects=_people("child"))
            duty = consent(graph, id_, [graph.choice("consent", "guardian")], row.origin)
            more: Node = {"constraint": limits, "duty": [duty]}
            found.append(rule(graph, "Permission", id_, _action(row.action), target, row.origin, more))
            note = "the ODRL permission does not say that there is no other way"
            graph.lose(row.id, "ODRL permission", BROADER, note)
    return found


def _age(graph: Graph, id_: str, details: tuple[tuple[str, str], ...], origin: str) -> list[str]:
    age = next((value for word, value in details if word == "under" and value.isdecimal()), "")
    if not age:
        return []
    graph.type("SubjectAge")
    return [constraint(graph, id_, "policyc:SubjectAge", "lt", int(age), origin)]


def _beyond(graph: Graph, rows: list[facts.Practice]) -> list[str]:
    """Use for other purposes than those of the clause only on consent (APPI art. 18(1)): one rule for each clause."""
    found = []
    seen: set[str] = set()
    for row in rows:
        words = {("beyond", "with-consent"), ("new-purposes", "consent")} & set(row.details)
        if not words or row.clause in seen:
            continue
        seen.add(row.clause)
        if row.clause not in graph.clauses:
            graph.lose(row.id, "ODRL permission", NONE_FIT, "no purposes are listed that it could go beyond")
            continue
        id_ = part(row.clause, "permission")
        limits = [constraint(graph, id_, "odrl:purpose", "isNoneOf", [graph.refs[row.clause]], row.origin)]
        duty = consent(graph, id_, graph.refs.many(row.subjects), row.origin)
        target = asset(graph, row.id, (), row.origin)
        more: Node = {"constraint": limits, "duty": [duty]}
        found.append(rule(graph, "Permission", id_, "Use", target, row.origin, more))
        note = "the ODRL permission does not say that there is no other way"
        graph.lose(row.clause, "ODRL permission", BROADER, note)
    return found


# ---- prohibitions ----------------------------------------------------------------------------------------------------


def _denied(row: facts.Silence) -> bool:
    """Whether its clause says what the operator does not do."""
    matter = matters.matters().get(row.topic)
    return matter is not None and bool(matter.never)


def _never(graph: Graph, row: facts.Silence) -> str:
    """What the text says is never done; empty where the text makes exceptions, which it would forbid."""
    if row.exceptions:
        graph.lose(row.id, "ODRL prohibition", NONE_FIT, "it would forbid what the text excepts")
        return ""
    graph.lose(row.id, "ODRL prohibition", BROADER, "the ODRL prohibition does not say of whom the text speaks")
    matter = matters.matters()[row.topic]
    id_ = part(row.id, "prohibition")
    target = asset(
        graph,
        row.id,
        (),
        row.origin,
        sensitive=bool(matter.data),
        subjects=_people(matter.people),
    )
    limits = _age(graph, id_, row.details, row.origin) if matter.people else []
    more: Node = {"constraint": limits} if limits else {}
    return rule(graph, "Prohibition", id_, _action(matter.never), target, row.origin, more)


# ---- obligations -----------------------------------------------------------------------------------------------------


def _owed(graph: Graph, rows: list[facts.Practice]) -> list[str]:
    """What goes with a practice: provision stops when the person asks (APPI art. 27(2)), processors are supervised
    (art. 25)."""
    found = []
    for row in rows:
        id_ = part(row.id, "obligation")
        if row.action == "provide" and any(ground.concept and ground.concept.id == "opt-out" for ground in row.grounds):
            # dpv:OptingOutFromProcess is the event; the duty is what comes after it.
            limit = constraint(graph, id_, "odrl:event", "gt", ["dpv:OptingOutFromProcess"], row.origin)
            more: Node = {"constraint": [limit]}
            target = asset(graph, row.id, row.data, row.origin)
            found.append(rule(graph, "Duty", id_, "CeaseProvision", target, row.origin, more))
            graph.lose(row.id, "ODRL obligation", BROADER, "ODRL does not say whose data: those of the person who asks")
        if matters.flow(row.action) == matters.PROCESSOR and any(word == "supervision" for word, _ in row.details):
            if not graph.choice("supervision", dict(row.details)["supervision"]):
                continue
            target = asset(graph, row.id, row.data, row.origin)
            found.append(rule(graph, "Duty", id_, "SuperviseProcessor", target, row.origin, {}))
            graph.lose(row.id, "ODRL obligation", BROADER, "ODRL does not say which processors, nor how")
    return found


def _erased(graph: Graph, row: facts.Retention) -> str:
    """Erasure after the period (APPI art. 22). Empty for "the other data", which ODRL could only call all data, and where
    the period is not said here."""
    if not row.text:
        graph.lose(row.id, "ODRL obligation", NONE_FIT, "after which period is not said here")
        return ""
    alone = sum(other.clause == row.clause for other in graph.policy.retentions) == 1
    if not row.data and not alone:
        graph.lose(row.id, "ODRL obligation", NONE_FIT, "it is about the other data, and would be about all of them")
        return ""
    id_ = part(row.id, "obligation")
    limit = constraint(graph, id_, "odrl:event", "gt", [graph.refs[row.id]], row.origin)
    target = asset(graph, row.id, row.data, row.origin)
    graph.lose(row.id, "ODRL obligation", BROADER, "ODRL does not say from when the period runs, nor how soon after it")
    return rule(graph, "Duty", id_, "odrl:delete", target, row.origin, {"constraint": [limit]})


def _announced(graph: Graph, row: facts.Amendment) -> str:
    """A change of the document is announced, beforehand or when it is made."""
    graph.lose(row.id, "ODRL obligation", BROADER, "the ODRL obligation does not say how the change is announced")
    target = graph.refs[graph.policy.id]
    return rule(graph, "Duty", part(row.id, "obligation"), _ANNOUNCED[row.notice], target, row.origin, {})
