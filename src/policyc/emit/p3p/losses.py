"""What P3P 1.0 cannot say of a policy, fact by fact: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import NONE, Practice
from ...vocab import Concept
from .. import BROADER, EXACT, NONE_FIT, Loss
from .data import KEPT, retention
from .entity import access, family_and_given
from .recipients import choice
from .tables import Tables, action, worst

_NO_CONCEPT = "not in the vocabulary: said by its own text"
_OPEN = "open-ended: it covers more than it names"
_IMPLIED = ("collect", "use")
"""What every statement says in itself."""
_AMENDMENTS = "REC 2.4.6: data stay under the policy they were collected under; the text lets a change apply to all"


def losses(known: Tables) -> list[Loss]:
    """The losses of a policy, in the order of its tables."""
    return [Loss("p3p", *found) for part in _PARTS for found in part(known)]


_Found = Iterator[tuple[str, str, str, str]]


def _document(known: Tables) -> _Found:
    policy = known.policy
    yield policy.id, "title", NONE_FIT, "a P3P policy has no title"
    yield policy.id, "kind", NONE_FIT, "P3P has no kinds of documents"
    if policy.version:
        yield policy.id, "version", NONE_FIT, "P3P has no versions"
    if not access(policy)["stated"]:
        yield policy.id, "access", NONE_FIT, "not stated; ACCESS is mandatory, and none is the least promise"


def _parties(known: Tables) -> _Found:
    for row in known.policy.parties:
        if row.id != known.policy.operator:
            yield row.id, "party", BROADER, "another party is only a recipient-description"
            continue
        if row.short:
            yield row.id, "short", NONE_FIT, "P3P has no short names"
        if row.representative_title:
            yield row.id, "representative-title", NONE_FIT, "P3P has the name of a contact, not the title"
        if row.representative_name:
            note = "the representative is the name of the postal contact"
            if not family_and_given(row.representative_name)[1]:
                note += "; undivided, it stands as the family name"
            yield row.id, "representative-name", BROADER, note
        if row.address and len(row.address) != 3:
            yield row.id, "address", BROADER, "not in three parts: all of it is the street"
        if row.phone:
            yield row.id, "phone", BROADER, "not divided into codes: all of it is the number"
    for group in known.policy.groups:
        yield group.id, "group", BROADER, "a group and its list of members are only a recipient-description"


def _vocabulary(known: Tables) -> _Found:
    policy = known.policy
    for subject in policy.people:
        yield subject.id, "subject", NONE_FIT, _note([subject.concept], "P3P has no classes of people")
    for item in policy.data:
        concepts = [item.concept] if item.concept else []
        if concepts or not item.parts:
            yield from _fit(item.id, "data", concepts, item.open)
        else:
            yield item.id, "data", BROADER, "a group: said by its items"
    for purpose in policy.purposes:
        yield from _fit(purpose.id, "purpose", list(purpose.concepts), purpose.open)
        if purpose.data or purpose.analyses or purpose.derives:
            yield purpose.id, "purpose-data", BROADER, "used, analysed and inferred data are one DATA-GROUP"
        if purpose.defined_in:
            yield purpose.id, "defined-in", NONE_FIT, "P3P has no link to the document that defines a purpose"
    for recipient in policy.recipients:
        yield from _fit(recipient.id, "recipient", list(recipient.concepts), False)
        if recipient.abroad or recipient.countries:
            yield recipient.id, "country", NONE_FIT, "P3P cannot say where a recipient is"
        if recipient.page:
            yield recipient.id, "page", NONE_FIT, "P3P has no link to a list of recipients"


def _practices(known: Tables) -> _Found:
    for row in known.stated:
        act = action(row.action)
        fit = act.p3p_fit if act is not None else NONE_FIT
        if fit != EXACT and row.action not in _IMPLIED:
            yield row.id, "action", fit, _note([act], "P3P has no element for it")
        yield from _missing(row, known)
        if row.responsible:
            yield row.id, "responsible", NONE_FIT, "P3P has no one responsible for joint use"
        for grounds, name in ((row.grounds, "basis"), (row.exceptions, "exception")):
            for ground in grounds:
                yield row.id, name, NONE_FIT, _note([ground.concept], "P3P has no legal grounds")
        for name, _ in row.details:
            yield row.id, name, NONE_FIT, "P3P has no place for it"
        wants = row.opt_out or any(g.concept and "opt-out" in g.concept.p3p_terms for g in row.grounds)
        if wants and choice(row, known)[0] != "opt-out":
            yield row.id, "opt-out", NONE_FIT, "no address, or other grounds as well: required=always"


def _missing(row: Practice, known: Tables) -> _Found:
    if not row.data:
        yield row.id, "data", NONE_FIT, "the text names no data; P3P demands some: an other-category"
    if not row.purposes:
        note = "the text names no purpose; P3P demands one"
        if row.action == "collect":
            note += ": the purposes of use of the document stand for it"
        yield row.id, "purposes", NONE_FIT, note
    if row.action in ("provide", "transmit") and not row.recipients:
        yield row.id, "recipients", NONE_FIT, "the text names no recipient; P3P demands one"


def _rights(known: Tables) -> _Found:
    policy = known.policy
    for right in policy.rights:
        if right.concept.p3p_fit != EXACT:
            yield right.id, "right", right.concept.p3p_fit, _note([right.concept], "P3P knows only access by reading")
    for procedure in policy.procedures:
        yield procedure.id, "procedure", BROADER, "a service for disputes, by its address only"
        for name in ("identity", "agent", "fee"):
            if getattr(procedure, name):
                yield procedure.id, name, NONE_FIT, "P3P has no place for it"
    for row in policy.safeguards:
        yield row.id, "safeguard", NONE_FIT, "P3P has no vocabulary for security measures"
    for kept in policy.retentions:
        if retention(kept.period) == KEPT:
            yield kept.id, "period", BROADER, "business-practices says that there is a period, not how long it is"
        else:
            yield kept.id, "retention", NONE_FIT, "no period, so no timetable: indefinitely (REC 3.3.6)"
    for contact in policy.contacts:
        yield contact.id, "contact", BROADER, "a service for disputes; what it takes is not said"


def _rest(known: Tables) -> _Found:
    policy = known.policy
    for event in policy.events:
        yield event.id, "date", NONE_FIT, "P3P has no dates of enactment or revision"
    for amendment in policy.amendments:
        yield amendment.id, "amendment", NONE_FIT, _AMENDMENTS if amendment.effective else "P3P has no rules of change"
    for row in policy.delegations:
        yield row.id, "delegation", NONE_FIT, "said elsewhere; in P3P, what is not disclosed here is not done"
    for frame in policy.frames:
        yield frame.id, "frame", NONE_FIT, "P3P names no law or policy that a document stands under"
    for silence in policy.silences:
        if silence.topic == "requests" and silence.stance == NONE:
            continue
        if silence.stance == NONE:
            yield silence.id, "silence", BROADER, "said only by the absence of a statement"
        else:
            yield silence.id, "silence", NONE_FIT, "P3P cannot say that something is told on request"
    for term in policy.terms:
        yield term.id, "term", NONE_FIT, "P3P has no definitions"


def _fit(id_: str, name: str, concepts: list[Concept], open_: bool) -> _Found:
    fit = worst([concept.p3p_fit for concept in concepts])
    if open_:
        yield id_, name, NONE_FIT, _OPEN
    elif fit != EXACT:
        less = [concept for concept in concepts if concept.p3p_fit != EXACT]
        yield id_, name, fit, _note(less, f"nearest: {'、'.join(c.ja for c in less)}" if less else _NO_CONCEPT)


def _note(concepts: list[Concept | None] | list[Concept], otherwise: str) -> str:
    notes = dict.fromkeys(c.p3p_note for c in concepts if c is not None and c.p3p_note)
    return "; ".join(notes) or otherwise


_PARTS = (_document, _parties, _vocabulary, _practices, _rights, _rest)
