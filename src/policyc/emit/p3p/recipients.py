"""Receivers as P3P RECIPIENT elements (REC 3.3.5), and whether the person may choose (`required`)."""

from __future__ import annotations

from ... import matters
from ...facts import Group, Party, Practice, Recipient
from ...vocab import lookup
from .tables import PROVISIONS, Receiver, Tables, action, is_by_terms
from .text import address
from .words import description, is_operator

ELEMENTS = ("ours", "delivery", "same", "other-recipient", "unrelated", "public")
# In these the action decides: an agent abroad is still an agent, a joint user is still a joint user.
_BY_ACTION = matters.by_flow(matters.PROCESSOR, matters.JOINT_USER)

TO_OTHERS = (*PROVISIONS, *matters.by_flow(matters.SENT_TO))
"""The actions of which P3P demands a recipient that is not the operator."""


def element(receiver: Receiver, act: str) -> str:
    """The P3P element of a receiver: by the action, else by its vocabulary row, else as an unrelated party.

    Provision to a third party (APPI art. 27(1)) is no entrustment, so no receiver of one is `ours`.
    """
    row = action(act)
    default = row.p3p_terms[0] if row is not None and row.p3p_terms else "unrelated"
    if act in _BY_ACTION or isinstance(receiver, Party):
        return default
    terms: tuple[str, ...] = ()
    if isinstance(receiver, Group):
        group = lookup("recipients", "group-company")
        terms = group.p3p_terms if group is not None else ()
    elif isinstance(receiver, Recipient):
        terms = tuple(term for concept in receiver.concepts for term in concept.p3p_terms)
    # Several classes at once: the widest is true of all of them.
    found = max(terms, key=ELEMENTS.index, default=default)
    return default if act in PROVISIONS and found == "ours" else found


def elements(known: Tables) -> dict[str, list[str]]:
    """The elements of each recipient in the order of the Recommendation: those of the practices that name it."""
    found: dict[str, set[str]] = {row.id: set() for row in known.policy.recipients}
    for practice in known.policy.practices:
        for id_ in practice.recipients:
            if id_ in found:
                found[id_].add(element(known.receivers[id_], practice.action))
    return {id_: sorted(some, key=ELEMENTS.index) for id_, some in found.items()}


def row(practice: Practice, merged: list[Practice], known: Tables) -> list[tuple[str, list[str]]]:
    """The RECIPIENT of a practice: elements with one description per party.

    `merged` are entrustments within the same purposes: their processors are agents, and so `ours`.
    """
    found: dict[str, list[str]] = {}
    if practice.action in TO_OTHERS:
        if not practice.recipients:
            default = action(practice.action)
            found[default.p3p_terms[0] if default is not None and default.p3p_terms else "unrelated"] = []
    else:
        found["ours"] = []
    if matters.flow(practice.action) == matters.JOINT_USER:
        found["same"] = []
    for one in (practice, *merged):
        for id_ in one.recipients:
            receiver = known.receivers.get(id_)
            if receiver is None:
                continue
            if is_operator(receiver, known):
                found.setdefault("ours", [])
            else:
                found.setdefault(element(receiver, one.action), []).append(description(receiver, one))
    return [(name, list(dict.fromkeys(found[name]))) for name in ELEMENTS if name in found]


def choice(practice: Practice, known: Tables) -> tuple[str, str]:
    """`required` of a practice and the address that makes it true (REC 3.2.2: no choice without opturi).

    The address is one of this policy: that of a transmission is of the one who receives it, and the page, where all such
    links stand, is what tells a reader how to choose.

    `opt-out` where the text gives a way to stop it; `opt-in` only by a vocabulary row that says so: consent, and
    above all consent by accepting terms, is not a choice made for this use alone.
    """
    values = {g.concept.p3p_terms[0] if g.concept and g.concept.p3p_terms else "always" for g in practice.grounds}
    if not values and practice.opt_out:
        values = {"opt-out"}
    value = values.pop() if len(values) == 1 else "always"
    if value == "opt-in" and any(map(is_by_terms, practice.grounds)):
        value = "always"
    page = known.policy.url if practice.opt_out else ""
    if practice.action == "provide":
        page = practice.opt_out or _request_page(known)
    page = address(page, known.policy.iri)
    return (value, page) if value != "always" and page else ("always", "")


def _request_page(known: Tables) -> str:
    """Where a person may ask that provision stop (APPI arts. 27(2)(v), 35(3)), if the text says where."""
    pages = {row.id: row.url for row in known.policy.procedures}
    stops = (row for row in known.policy.rights if row.concept.id in ("opt-out", "cessation-of-provision"))
    return next((pages[right.procedure] for right in stops if pages.get(right.procedure)), "")
