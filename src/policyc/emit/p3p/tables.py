"""Look-ups into a policy, made once: its rows by id, and the vocabulary rows that stand for what has no row."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from ... import matters
from ...facts import (
    ONLY_IF,
    STATED,
    DataItem,
    Ground,
    Group,
    Party,
    Place,
    Policy,
    Practice,
    Purpose,
    Recipient,
    Subject,
)
from ...facts.identifiers import FactId
from ...vocab import Concept, lookup
from .concepts import OTHER_PURPOSE, Key, known
from .data import all_keys, is_worded

Receiver = Party | Group | Recipient
PROVISIONS = tuple(
    action
    for action in matters.by_flow(matters.THIRD_PARTY, matters.SUCCESSOR)
    if matters.acts()[action].data != matters.ANONYMOUS
)
"""The actions by which somebody else than the operator comes to have data for purposes of their own."""
ANONYMOUS = tuple(action for action, act in matters.acts().items() if act.data == matters.ANONYMOUS)
"""The actions on anonymously processed information, which is not data of people: no STATEMENT is made of them."""
USES = ("use", "analyse")
"""The actions by which the operator itself uses data for purposes of use."""


class Aims(NamedTuple):
    """The purposes of a practice: `own`, and `clauses` whose purposes it takes as a whole, each with how (same, within)."""

    own: list[FactId]
    clauses: list[tuple[FactId, str]]


class Tables(NamedTuple):
    """The rows of a policy by their ids. `keys` are those of `data`, `worded` which of them have their own text in P3P; `terms`
    are the elements of `purposes`; `listed`: a clause's purposes; `aims`: a practice's."""

    policy: Policy
    receivers: dict[str, Receiver]
    people: dict[str, Subject]
    data: dict[str, DataItem]
    keys: dict[str, tuple[Key, ...]]
    worded: set[str]
    purposes: dict[str, Purpose]
    terms: dict[str, tuple[str, ...]]
    listed: dict[str, list[Purpose]]
    places: dict[str, Place]
    aims: dict[str, Aims]
    stated: list[Practice]


def tables(policy: Policy) -> Tables:
    """The look-ups of a policy: one pass over each of its tables."""
    receivers: dict[str, Receiver] = {row.id: row for row in policy.recipients}
    receivers.update((row.id, row) for row in policy.groups)
    receivers.update((row.id, row) for row in policy.parties)
    purposes: dict[str, Purpose] = {}
    terms: dict[str, tuple[str, ...]] = {}
    listed: dict[str, list[Purpose]] = {}
    for purpose in policy.purposes:
        id_ = purpose.id
        purposes[id_] = purpose
        terms[id_] = elements(purpose)
        if purpose.listed:
            listed.setdefault(purpose.clause, []).append(purpose)
    keys = all_keys(policy)
    return Tables(
        policy,
        receivers,
        {row.id: row for row in policy.people},
        {row.id: row for row in policy.data},
        keys,
        {id_ for id_, some in keys.items() if is_worded(some)},
        purposes,
        terms,
        listed,
        {row.id: row for row in policy.places},
        {row.id: _aims(row, purposes, listed) for row in policy.practices},
        [row for row in policy.practices if row.stance == STATED and not apart(row)],
    )


def elements(purpose: Purpose) -> tuple[str, ...]:
    """The P3P elements of one purpose; one that is open covers more than it names and is an other-purpose as well."""
    _, _, concepts, open_, *_ = purpose
    if len(concepts) == 1 and not open_:
        return known(concepts[0]).terms
    found = dict.fromkeys([term for concept in concepts for term in concept.p3p_terms])
    if not found or open_:
        found[OTHER_PURPOSE] = None
    return tuple(found)


def apart(practice: Practice) -> bool:
    """Whether a practice stands in the extension only, and is no STATEMENT."""
    return practice.action in ANONYMOUS or is_principle(practice)


def is_principle(practice: Practice) -> bool:
    """Whether a practice only says on what condition it would be done, and names no receiver, data or purpose.

    「同意を得ないで第三者に提供しない」, 「同意を得ないで要配慮個人情報を取得しない」 and 「未成年者の個人情報を取得するときは、法定代理人の同意を得る」 do not say that it is done;
    a STATEMENT would announce it. The same holds for the bounds of use where no purpose is listed.
    """
    if practice.recipients or practice.data or practice.purposes:
        return False
    condition = matters.flow(practice.action) == matters.COLLECTED and practice.modality in ("", ONLY_IF)
    return condition or practice.action in ("use", "use-beyond-purposes") or practice.action in PROVISIONS


def _aims(practice: Practice, purposes: dict[str, Purpose], listed: dict[str, list[Purpose]]) -> Aims:
    """Purposes that fill a whole clause other than the practice's own are taken from that clause, as the text does."""
    taken = practice.purposes_of
    if not (taken or practice.purposes):
        return tuple.__new__(Aims, ([], []))
    count: dict[FactId, int] = {}
    for id_ in practice.purposes:
        purpose = purposes.get(id_)
        if purpose is not None and purpose.listed:
            count[purpose.clause] = count.get(purpose.clause, 0) + 1
    whole: dict[FactId, str] = {
        clause: "same" for clause, n in count.items() if n == len(listed[clause]) and clause != practice.clause
    }
    if taken and (not practice.purposes or count.get(taken, 0) == len(listed.get(taken, ()))):
        # Purposes that are named one by one are the purposes; a scope beside them only bounds them.
        whole[taken] = practice.scope or "same"
    if not whole:
        return Aims(list(practice.purposes), [])
    own = [
        id_
        for id_ in practice.purposes
        if (row := purposes.get(id_)) is None or not row.listed or row.clause not in whole
    ]
    return Aims(own, list(whole.items()))


@lru_cache(maxsize=100)
def action(word: str) -> Concept | None:
    """The vocabulary row of an action."""
    return lookup("actions", word)


def worst(fits: list[str]) -> str:
    """The least precise of several fits; `none` where there is no concept at all."""
    if not fits or "none" in fits:
        return "none"
    return "broader" if "broader" in fits else "exact"


def is_consent(ground: Ground) -> bool:
    """Whether a ground is a consent of the person: consent, consent-by-terms, foreign-consent and the like."""
    word = ground.concept.id if ground.concept is not None else ""
    return word == "consent" or word.startswith("consent-by") or word.endswith("-consent")


def is_by_terms(ground: Ground) -> bool:
    """Whether accepting terms is said to be the consent, or to be among what counts as consent."""
    word = ground.concept.id if ground.concept is not None else ""
    return word == "consent-by-terms" or "acceptance-of-terms" in ground.includes
