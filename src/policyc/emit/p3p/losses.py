"""What P3P 1.0 cannot say of a policy, fact by fact: nothing is dropped in silence."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from ...ir import ACCREDITED, NONE, STATED, Ground, Practice
from ...vocab import Concept
from .. import BROADER, EXACT, NONE_FIT, Loss
from .concepts import known as of_vocabulary
from .data import INDEFINITELY, KEPT, NEEDED, retention
from .entity import access, family_and_given
from .purposes import WITHIN_USES
from .recipients import choice
from .tables import ANONYMOUS, PROVISIONS, Tables, action, is_principle, worst

_Row = tuple[str, str, str, str, str]
_Say = Callable[[_Row], None]
"""What takes the losses: the end of one list."""
_P3P = "p3p"
_loss: Callable[[_Row], Loss] = partial(tuple.__new__, Loss)

_RETENTIONS = {
    KEPT: ("period", BROADER, "business-practices says that there is a period, not how long it is"),
    NEEDED: ("retention", BROADER, "stated-purpose says that the purpose decides; the criterion as worded is lost"),
    INDEFINITELY: ("retention", NONE_FIT, "no period, so no timetable: indefinitely (REC 3.3.6)"),
}
_AMENDMENTS = "REC 2.4.6: data stay under the policy they were collected under; the text lets a change apply to all"
_NO_CONCEPT = "not in the vocabulary: said by its own text"
_OPEN = "open-ended: it covers more than it names"
_PRINCIPLE = (
    "it says on what condition, not that it is done: in the extension only, since a STATEMENT would announce it"
)
_ANONYMOUS = (
    "it is about anonymously processed information, no data of people: in the extension only, since NON-IDENTIFIABLE "
    "would assert more"
)
_IMPLIED = ("collect", "use")
"""What every statement says in itself."""


def losses(known: Tables) -> list[Loss]:
    """The losses of a policy, in the order of its tables."""
    found: list[_Row] = []
    for part in _PARTS:
        part(known, found.append)
    return list(map(_loss, found))


def _document(known: Tables, say: _Say) -> None:
    policy = known.policy
    id_ = policy.id
    say((_P3P, id_, "title", NONE_FIT, "a P3P policy has no title"))
    say((_P3P, id_, "kind", NONE_FIT, "P3P has no kinds of documents"))
    if not policy.url:
        note = "no address is declared: discuri is a URN, which leads no reader to the page"
        say((_P3P, id_, "address", NONE_FIT, note))
    if policy.version:
        say((_P3P, id_, "version", NONE_FIT, "P3P has no versions"))
    if policy.replaces:
        say((_P3P, id_, "replaced version", NONE_FIT, "P3P has no versions"))
    if not access(policy)["stated"]:
        say((_P3P, id_, "access", NONE_FIT, "not stated; ACCESS is mandatory, and none is the least promise"))


def _parties(known: Tables, say: _Say) -> None:
    operator = known.policy.operator
    for row in known.policy.parties:
        id_ = row.id
        if row.unsaid:
            say((_P3P, id_, "name", NONE_FIT, "not from the page: no sentence of it names this organisation"))
        if id_ != operator:
            say((_P3P, id_, "party", BROADER, "another party is only a recipient-description"))
            continue
        if row.short:
            say((_P3P, id_, "short", NONE_FIT, "P3P has no short names"))
        if row.representative_title:
            say((_P3P, id_, "representative-title", NONE_FIT, "P3P has the name of a contact, not the title"))
        if row.representative_name:
            said = "the representative is the name of the postal contact"
            if not family_and_given(row)[1]:
                said += "; undivided, it stands as the family name"
            say((_P3P, id_, "representative-name", BROADER, said))
        if row.address and len(row.address) != 3:
            say((_P3P, id_, "address", BROADER, "not in three parts: all of it is the street"))
        if row.phone:
            say((_P3P, id_, "phone", BROADER, "not divided into codes: all of it is the number"))
    for group in known.policy.groups:
        say((_P3P, group.id, "group", BROADER, "a group and its list of members are only a recipient-description"))


def _things(known: Tables, say: _Say) -> None:
    """People, data items, purposes and recipients: by the fit of their vocabulary rows."""
    policy = known.policy
    for subject in policy.people:
        say((_P3P, subject.id, "subject", NONE_FIT, _note([subject.concept], "P3P has no classes of people")))
    for id_, _, concept, parts, open_, _, _, also in policy.data:
        if concept is None and parts:
            say((_P3P, id_, "data", BROADER, "a group: said by its items"))
        elif (less := _less((concept, *also) if concept is not None else (), open_)) is not None:
            say((_P3P, id_, "data", *less))
    for id_, _, concepts, open_, _, _, _, analyses, derives, used, defined_in, _, _ in policy.purposes:
        if (less := _less(concepts, open_)) is not None:
            say((_P3P, id_, "purpose", *less))
        if used or analyses or derives:
            say((_P3P, id_, "purpose-data", BROADER, "used, analysed and inferred data are one DATA-GROUP"))
        if defined_in:
            note = "P3P has no link to the document that defines a purpose"
            say((_P3P, id_, "defined-in", NONE_FIT, note))
    for id_, _, concepts, countries, abroad, page, _, _ in policy.recipients:
        if (less := _less(concepts, False)) is not None:
            say((_P3P, id_, "recipient", *less))
        if abroad or countries:
            say((_P3P, id_, "country", NONE_FIT, "P3P cannot say where a recipient is"))
        if page:
            say((_P3P, id_, "page", NONE_FIT, "P3P has no link to a list of recipients"))


def _practices(known: Tables, say: _Say) -> None:
    """Practices, and what P3P demands of them though the text does not say it."""
    for row in known.policy.practices:
        if row.stance != STATED:
            continue
        if row.action in ANONYMOUS:
            say((_P3P, row.id, "anonymous", NONE_FIT, _ANONYMOUS))
        elif is_principle(row):
            say((_P3P, row.id, "principle", NONE_FIT, _PRINCIPLE))
        else:
            continue
        _conditions(row.id, row.grounds, row.exceptions, row.details, say)
    for row in known.stated:
        _practice(row, known, say)


def _practice(row: Practice, known: Tables, say: _Say) -> None:
    id_, does, _, _, _, _, data, purposes, taken, _, recipients, responsible, grounds, exceptions, details, *_ = row
    act = action(does)
    fit = act.p3p_fit if act is not None else NONE_FIT
    if fit != EXACT and does not in _IMPLIED:
        say((_P3P, id_, "action", fit, _note([act], "P3P has no element for it")))
    if not data:
        say((_P3P, id_, "data", NONE_FIT, "the text names no data; P3P demands some: an other-category"))
    if not purposes:
        said = "the text names no purpose; P3P demands one"
        if does in WITHIN_USES:
            said += ": the purposes of use of the document stand for it"
        say((_P3P, id_, "purposes", NONE_FIT, said))
    if not recipients and (does in PROVISIONS or does == "transmit"):
        say((_P3P, id_, "recipients", NONE_FIT, "the text names no recipient; P3P demands one"))
    if taken and not any(taken == clause for clause, _ in known.aims[id_].clauses):
        note = "its own purposes stand; that those of a clause bound them has no place"
        say((_P3P, id_, "scope", NONE_FIT, note))
    if responsible:
        say((_P3P, id_, "responsible", NONE_FIT, "P3P has no one responsible for joint use"))
    _conditions(id_, grounds, exceptions, details, say)
    wants = row.opt_out or (grounds and any(g.concept and "opt-out" in g.concept.p3p_terms for g in grounds))
    if wants and choice(row, known)[0] != "opt-out":
        say((_P3P, id_, "opt-out", NONE_FIT, "no address, or other grounds as well: required=always"))


def _conditions(
    id_: str,
    grounds: tuple[Ground, ...],
    exceptions: tuple[Ground, ...],
    details: tuple[tuple[str, str], ...],
    say: _Say,
) -> None:
    """The grounds, exceptions and details of a practice, or of what there is none of."""
    for some, name in ((grounds, "basis"), (exceptions, "exception")):
        for ground in some:
            own = ground.concept.p3p_note if ground.concept is not None else ""
            say((_P3P, id_, name, NONE_FIT, own or "P3P has no legal grounds"))
    for name, _ in details:
        say((_P3P, id_, name, NONE_FIT, "P3P has no place for it"))


def _rights(known: Tables, say: _Say) -> None:
    policy = known.policy
    for id_, concept, *_ in policy.rights:
        if concept.p3p_fit != EXACT:
            say((_P3P, id_, "right", concept.p3p_fit, concept.p3p_note or "P3P knows only access by reading"))
    for procedure in policy.procedures:
        say((_P3P, procedure.id, "procedure", BROADER, "a service for disputes, by its address only"))
        for name in ("identity", "agent", "fee"):
            if getattr(procedure, name):
                say((_P3P, procedure.id, name, NONE_FIT, "P3P has no place for it"))
    for safeguard in policy.safeguards:
        say((_P3P, safeguard.id, "safeguard", NONE_FIT, "P3P has no vocabulary for security measures"))
    for kept in policy.retentions:
        say((_P3P, kept.id, *_RETENTIONS[retention(kept)]))
    for contact in policy.contacts:
        note = "a service for disputes; what it takes is not said"
        if contact.takes == (ACCREDITED,):
            note = "an independent organization for disputes; that it is accredited is not said"
        say((_P3P, contact.id, "contact", BROADER, note))


def _rest(known: Tables, say: _Say) -> None:
    policy = known.policy
    for event in policy.events:
        say((_P3P, event.id, "date", NONE_FIT, "P3P has no dates of enactment or revision"))
    for amendment in policy.amendments:
        note = _AMENDMENTS if amendment.effective else "P3P has no rules of change"
        say((_P3P, amendment.id, "amendment", NONE_FIT, note))
    for row in policy.delegations:
        note = "said elsewhere; in P3P, what is not disclosed here is not done"
        say((_P3P, row.id, "delegation", NONE_FIT, note))
    for frame in policy.frames:
        say((_P3P, frame.id, "frame", NONE_FIT, "P3P names no law or policy that a document stands under"))
    for id_, topic, stance, _, _, exceptions, details in policy.silences:
        _conditions(id_, (), exceptions, details, say)
        if stance != NONE:
            say((_P3P, id_, "silence", NONE_FIT, "P3P cannot say that something is told on request"))
        elif topic != "requests":
            say((_P3P, id_, "silence", BROADER, "said only by the absence of a statement"))
    for term in policy.terms:
        say((_P3P, term.id, "term", NONE_FIT, "P3P has no definitions"))
    for entry in policy.entries:
        say((_P3P, entry.id, "entry", NONE_FIT, "P3P lists no pages"))
    for disclosure in policy.disclosures:
        note = "P3P has no place for what a seller or issuer discloses"
        say((_P3P, disclosure.id, "disclosure", NONE_FIT, note))


def _less(concepts: tuple[Concept, ...], open_: bool) -> tuple[str, str] | None:
    """How near P3P comes to what has these rows of the vocabulary, and a note; None where it says the same."""
    if open_:
        return NONE_FIT, _OPEN
    if len(concepts) == 1:
        return of_vocabulary(concepts[0]).loss
    fit = worst([concept.p3p_fit for concept in concepts])
    if fit == EXACT:
        return None
    less = [concept for concept in concepts if concept.p3p_fit != EXACT]
    return fit, _note(less, f"nearest: {'、'.join(c.ja for c in less)}" if less else _NO_CONCEPT)


def _note(concepts: list[Concept | None] | list[Concept], otherwise: str) -> str:
    """The notes of the vocabulary rows, or what to say where they have none."""
    notes = dict.fromkeys([c.p3p_note for c in concepts if c is not None and c.p3p_note])
    return "; ".join(notes) or otherwise


_PARTS = (_document, _parties, _things, _practices, _rights, _rest)
