"""What P3P 1.0 cannot say of a policy, fact by fact: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from ... import matters
from ...facts import ACCREDITED, BY_TABLE, DOES, NONE, STATED, Detail, Ground, Practice
from ...facts.declare import fields
from ...vocab import Concept
from .. import BROADER, EXACT, NONE_FIT, Loss
from .concepts import Less
from .concepts import known as of_vocabulary
from .data import INDEFINITELY, KEPT, NEEDED, retention
from .entity import access, family_and_given
from .purposes import WITHIN_USES
from .recipients import TO_OTHERS, choice
from .tables import ANONYMOUS, Tables, action, is_principle, worst

_Say = Callable[[str, str, str, str], None]
"""What takes a loss: of which fact, what is lost, how near P3P comes, and a note."""

_RETENTIONS = {
    KEPT: ("period", BROADER, "business-practices says that there is a period, not how long it is"),
    NEEDED: ("retention", BROADER, "stated-purpose says that the purpose decides; the criterion as worded is lost"),
    INDEFINITELY: ("retention", NONE_FIT, "no period, so no timetable: indefinitely (REC 3.3.6)"),
}
_AMENDMENTS = "REC 2.4.6: data stay under the policy they were collected under; the text lets a change apply to all"
_NO_CONCEPT = "not in the vocabulary: said by its own text"
_OPEN = "open-ended: it covers more than it names"
_GOES_ON = "other-category and other-purpose stand for what is not named; which lists go on only the JSON and the extension tell"
_PRINCIPLE = (
    "it says on what condition, not that it is done: in the extension only, since a STATEMENT would announce it"
)
_ANONYMOUS = (
    "it is about anonymously processed information, no data of people: in the extension only, since NON-IDENTIFIABLE "
    "would assert more"
)
_IMPLIED = (*matters.by_flow(matters.COLLECTED), "use")
"""What every statement says in itself."""


def losses(known: Tables) -> list[Loss]:
    """The losses of a policy, in the order of its tables."""
    found: list[Loss] = []

    def say(id_: str, fact: str, fit: str, note: str) -> None:
        found.append(Loss("p3p", id_, fact, fit, note))

    for part in _PARTS:
        part(known, say)
    for table in _with_lists():
        for row in getattr(known.policy, table):
            if row.open_lists:
                say(row.id, "open-lists", NONE_FIT, _GOES_ON)
    return found


@cache
def _with_lists() -> tuple[str, ...]:
    """The tables whose rows say which of their lists are left open."""
    return tuple(
        kind.table for kind in BY_TABLE.values() if any(one.name == "open_lists" for one in fields(kind.record))
    )


def _document(known: Tables, say: _Say) -> None:
    policy = known.policy
    id_ = policy.id
    say(id_, "title", NONE_FIT, "a P3P policy has no title")
    say(id_, "kind", NONE_FIT, "P3P has no kinds of documents")
    if not policy.url:
        note = "no address is declared: discuri is a URN, which leads no reader to the page"
        say(id_, "address", NONE_FIT, note)
    if policy.version:
        say(id_, "version", NONE_FIT, "P3P has no versions")
    if policy.replaces:
        say(id_, "replaced version", NONE_FIT, "P3P has no versions")
    if not access(policy)["stated"]:
        say(id_, "access", NONE_FIT, "not stated; ACCESS is mandatory, and none is the least promise")


def _parties(known: Tables, say: _Say) -> None:
    operator = known.policy.operator
    for row in known.policy.parties:
        id_ = row.id
        if row.unsaid:
            say(id_, "name", NONE_FIT, "not from the page: no sentence of it names this organisation")
        if id_ != operator:
            say(id_, "party", BROADER, "another party is only a recipient-description")
            continue
        if row.short:
            say(id_, "short", NONE_FIT, "P3P has no short names")
        if row.representative_title:
            say(id_, "representative-title", NONE_FIT, "P3P has the name of a contact, not the title")
        if row.representative_name:
            said = "the representative is the name of the postal contact"
            if not family_and_given(row)[1]:
                said += "; undivided, it stands as the family name"
            say(id_, "representative-name", BROADER, said)
        if row.address and len(row.address) != 3:
            say(id_, "address", BROADER, "not in three parts: all of it is the street")
        if row.phone:
            say(id_, "phone", BROADER, "not divided into codes: all of it is the number")
    for group in known.policy.groups:
        say(group.id, "group", BROADER, "a group and its list of members are only a recipient-description")


def _things(known: Tables, say: _Say) -> None:
    """People, data items, purposes and recipients: by the fit of their vocabulary rows."""
    policy = known.policy
    for subject in policy.people:
        say(subject.id, "subject", NONE_FIT, _note([subject.concept], "P3P has no classes of people"))
    for item in policy.data:
        if item.concept is None and item.parts:
            say(item.id, "data", BROADER, "a group: said by its items")
        elif (less := _less(item.concepts, item.open)) is not None:
            say(item.id, "data", *less)
    for purpose in policy.purposes:
        if (less := _less(purpose.concepts, purpose.open)) is not None:
            say(purpose.id, "purpose", *less)
        if purpose.data or purpose.analyses or purpose.derives:
            say(purpose.id, "purpose-data", BROADER, "used, analysed and inferred data are one DATA-GROUP")
        if purpose.defined_in:
            say(purpose.id, "defined-in", NONE_FIT, "P3P has no link to the document that defines a purpose")
    named = {id_ for row in known.stated for id_ in row.recipients}
    for recipient in policy.recipients:
        if (less := _less(recipient.concepts, recipient.open)) is not None:
            say(recipient.id, "recipient", *less)
        elif recipient.concepts and recipient.id not in named:
            say(recipient.id, "recipient", NONE_FIT, "it only receives what P3P has no statement of")
        if recipient.abroad or recipient.countries:
            say(recipient.id, "country", NONE_FIT, "P3P cannot say where a recipient is")
        if recipient.page:
            say(recipient.id, "page", NONE_FIT, "P3P has no link to a list of recipients")


_MODALITY = "only the JSON and the extension tell what is done from what may be done, and from what is done only on a ground or in a case"


def _practices(known: Tables, say: _Say) -> None:
    """Practices, and what P3P demands of them though the text does not say it."""
    for row in known.policy.practices:
        if row.stance != STATED:
            continue
        if row.action in ANONYMOUS:
            say(row.id, "anonymous", NONE_FIT, _ANONYMOUS)
        elif is_principle(row):
            say(row.id, "principle", NONE_FIT, _PRINCIPLE)
        else:
            continue
        _conditions(row.id, row.grounds, row.exceptions, row.details, say)
    for row in known.stated:
        _practice(row, known, say)
        if row.modality and row.modality != DOES:
            say(row.id, "modality", NONE_FIT, _MODALITY)


def _practice(row: Practice, known: Tables, say: _Say) -> None:
    act = action(row.action)
    fit = act.p3p_fit if act is not None else NONE_FIT
    if fit != EXACT and row.action not in _IMPLIED:
        say(row.id, "action", fit, _note([act], "P3P has no element for it"))
    if not row.data:
        say(row.id, "data", NONE_FIT, "the text names no data; P3P demands some: an other-category")
    if not row.purposes:
        said = "the text names no purpose; P3P demands one"
        if row.action in WITHIN_USES:
            said += ": the purposes of use of the document stand for it"
        say(row.id, "purposes", NONE_FIT, said)
    if not row.recipients and row.action in TO_OTHERS:
        say(row.id, "recipients", NONE_FIT, "the text names no recipient; P3P demands one")
    taken = row.purposes_of
    if taken and not any(taken == clause for clause, _ in known.aims[row.id].clauses):
        note = "its own purposes stand; that those of a clause bound them has no place"
        say(row.id, "scope", NONE_FIT, note)
    if row.responsible:
        say(row.id, "responsible", NONE_FIT, "P3P has no one responsible for joint use")
    _conditions(row.id, row.grounds, row.exceptions, row.details, say)
    wants = row.opt_out or any(g.concept and "opt-out" in g.concept.p3p_terms for g in row.grounds)
    if wants and choice(row, known)[0] != "opt-out":
        say(row.id, "opt-out", NONE_FIT, "no address, or other grounds as well: required=always")


def _conditions(
    id_: str,
    grounds: tuple[Ground, ...],
    exceptions: tuple[Ground, ...],
    details: tuple[Detail, ...],
    say: _Say,
) -> None:
    """The grounds, exceptions and details of a practice, or of what there is none of."""
    for some, name in ((grounds, "basis"), (exceptions, "exception")):
        for ground in some:
            own = ground.concept.p3p_note if ground.concept is not None else ""
            say(id_, name, NONE_FIT, own or "P3P has no legal grounds")
    for detail in details:
        say(id_, detail.name, NONE_FIT, "P3P has no place for it")


def _rights(known: Tables, say: _Say) -> None:
    policy = known.policy
    for right in policy.rights:
        if right.concept.p3p_fit != EXACT:
            note = right.concept.p3p_note or "P3P knows only access by reading"
            say(right.id, "right", right.concept.p3p_fit, note)
    for procedure in policy.procedures:
        say(procedure.id, "procedure", BROADER, "a service for disputes, by its address only")
        for name in ("identity", "agent", "fee"):
            if getattr(procedure, name):
                say(procedure.id, name, NONE_FIT, "P3P has no place for it")
    for safeguard in policy.safeguards:
        say(safeguard.id, "safeguard", NONE_FIT, "P3P has no vocabulary for security measures")
    for kept in policy.retentions:
        say(kept.id, *_RETENTIONS[retention(kept)])
    for contact in policy.contacts:
        note = "a service for disputes; what it takes is not said"
        if contact.takes == (ACCREDITED,):
            note = "an independent organization for disputes; that it is accredited is not said"
        say(contact.id, "contact", BROADER, note)


def _rest(known: Tables, say: _Say) -> None:
    policy = known.policy
    for event in policy.events:
        say(event.id, "date", NONE_FIT, "P3P has no dates of enactment or revision")
    for amendment in policy.amendments:
        note = _AMENDMENTS if amendment.effective else "P3P has no rules of change"
        say(amendment.id, "amendment", NONE_FIT, note)
    for row in policy.delegations:
        note = "said elsewhere; in P3P, what is not disclosed here is not done"
        say(row.id, "delegation", NONE_FIT, note)
    for frame in policy.frames:
        say(frame.id, "frame", NONE_FIT, "P3P names no law or policy that a document stands under")
    for silence in policy.silences:
        _conditions(silence.id, (), silence.exceptions, silence.details, say)
        if silence.stance != NONE:
            say(silence.id, "silence", NONE_FIT, "P3P cannot say that something is told on request")
        elif silence.topic not in matters.stating("rights"):
            say(silence.id, "silence", BROADER, "said only by the absence of a statement")
    for term in policy.terms:
        say(term.id, "term", NONE_FIT, "P3P has no definitions")
    for entry in policy.entries:
        say(entry.id, "entry", NONE_FIT, "P3P lists no pages")
    for disclosure in policy.disclosures:
        note = "P3P has no place for what a seller or issuer discloses"
        say(disclosure.id, "disclosure", NONE_FIT, note)


def _less(concepts: tuple[Concept, ...], open_: bool) -> Less | None:
    """How near P3P comes to what has these rows of the vocabulary, and a note; None where it says the same."""
    if open_:
        return Less(NONE_FIT, _OPEN)
    if len(concepts) == 1:
        return of_vocabulary(concepts[0]).loss
    fit = worst([concept.p3p_fit for concept in concepts])
    if fit == EXACT:
        return None
    less = [concept for concept in concepts if concept.p3p_fit != EXACT]
    return Less(fit, _note(less, f"nearest: {'、'.join(c.ja for c in less)}" if less else _NO_CONCEPT))


def _note(concepts: list[Concept | None] | list[Concept], otherwise: str) -> str:
    """The notes of the vocabulary rows, or what to say where they have none."""
    notes = dict.fromkeys([c.p3p_note for c in concepts if c is not None and c.p3p_note])
    return "; ".join(notes) or otherwise


_PARTS = (_document, _parties, _things, _practices, _rights, _rest)
