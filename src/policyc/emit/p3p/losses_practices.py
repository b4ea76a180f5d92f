"""What P3P cannot say of what practices are made of, and of practices themselves."""

from __future__ import annotations

from collections.abc import Iterator

from ...ir import STATED, Practice, Silence
from ...vocab import Concept
from .. import BROADER, EXACT, NONE_FIT
from .concepts import known as of_vocabulary
from .purposes import WITHIN_USES
from .recipients import choice
from .tables import ANONYMOUS, PROVISIONS, Tables, action, is_principle, worst

Found = Iterator[tuple[str, str, str, str]]
"""Node, fact, fit and note of each loss."""

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


def things(known: Tables) -> Found:
    """Losses of people, data items, purposes and recipients: by the fit of their vocabulary rows."""
    policy = known.policy
    for subject in policy.people:
        yield subject.id, "subject", NONE_FIT, note([subject.concept], "P3P has no classes of people")
    for item in policy.data:
        if item.concept is None and item.parts:
            yield item.id, "data", BROADER, "a group: said by its items"
        elif (less := _less((item.concept,) if item.concept is not None else (), item.open)) is not None:
            yield item.id, "data", *less
    for purpose in policy.purposes:
        if (less := _less(purpose.concepts, purpose.open)) is not None:
            yield purpose.id, "purpose", *less
        if purpose.data or purpose.analyses or purpose.derives:
            yield purpose.id, "purpose-data", BROADER, "used, analysed and inferred data are one DATA-GROUP"
        if purpose.defined_in:
            yield purpose.id, "defined-in", NONE_FIT, "P3P has no link to the document that defines a purpose"
    for recipient in policy.recipients:
        if (less := _less(recipient.concepts, False)) is not None:
            yield recipient.id, "recipient", *less
        if recipient.abroad or recipient.countries:
            yield recipient.id, "country", NONE_FIT, "P3P cannot say where a recipient is"
        if recipient.page:
            yield recipient.id, "page", NONE_FIT, "P3P has no link to a list of recipients"


def practices(known: Tables) -> Found:
    """Losses of practices, and what P3P demands of them though the text does not say it."""
    for row in known.policy.practices:
        if row.stance == STATED and row.action in ANONYMOUS:
            yield row.id, "anonymous", NONE_FIT, _ANONYMOUS
            yield from conditions(row)
        elif row.stance == STATED and is_principle(row):
            yield row.id, "principle", NONE_FIT, _PRINCIPLE
            yield from conditions(row)
    for row in known.stated:
        act = action(row.action)
        fit = act.p3p_fit if act is not None else NONE_FIT
        if fit != EXACT and row.action not in _IMPLIED:
            yield row.id, "action", fit, note([act], "P3P has no element for it")
        yield from _missing(row)
        if row.purposes_of and not any(row.purposes_of == clause for clause, _ in known.aims[row.id].clauses):
            yield row.id, "scope", NONE_FIT, "its own purposes stand; that those of a clause bound them has no place"
        if row.responsible:
            yield row.id, "responsible", NONE_FIT, "P3P has no one responsible for joint use"
        yield from conditions(row)
        wants = row.opt_out or any(g.concept and "opt-out" in g.concept.p3p_terms for g in row.grounds)
        if wants and choice(row, known)[0] != "opt-out":
            yield row.id, "opt-out", NONE_FIT, "no address, or other grounds as well: required=always"


def conditions(row: Practice | Silence) -> Found:
    """Losses of the grounds, exceptions and details of a practice, or of what there is none of."""
    grounds = row.grounds if isinstance(row, Practice) else ()
    for some, name in ((grounds, "basis"), (row.exceptions, "exception")):
        for ground in some:
            own = ground.concept.p3p_note if ground.concept is not None else ""
            yield row.id, name, NONE_FIT, own or "P3P has no legal grounds"
    for name, _ in row.details:
        yield row.id, name, NONE_FIT, "P3P has no place for it"


def _missing(row: Practice) -> Found:
    if not row.data:
        yield row.id, "data", NONE_FIT, "the text names no data; P3P demands some: an other-category"
    if not row.purposes:
        said = "the text names no purpose; P3P demands one"
        if row.action in WITHIN_USES:
            said += ": the purposes of use of the document stand for it"
        yield row.id, "purposes", NONE_FIT, said
    if row.action in (*PROVISIONS, "transmit") and not row.recipients:
        yield row.id, "recipients", NONE_FIT, "the text names no recipient; P3P demands one"


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
    return fit, note(less, f"nearest: {'、'.join(c.ja for c in less)}" if less else _NO_CONCEPT)


def note(concepts: list[Concept | None] | list[Concept], otherwise: str) -> str:
    """The notes of the vocabulary rows, or what to say where they have none."""
    notes = dict.fromkeys([c.p3p_note for c in concepts if c is not None and c.p3p_note])
    return "; ".join(notes) or otherwise
