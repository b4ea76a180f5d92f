"""What P3P 1.0 cannot say of a policy, fact by fact: nothing is dropped in silence."""

from __future__ import annotations

from ...ir import NONE
from .. import BROADER, EXACT, NONE_FIT, Loss
from .data import INDEFINITELY, KEPT, NEEDED, retention
from .entity import access, family_and_given
from .losses_practices import Found, conditions, note, practices, things
from .tables import Tables

_RETENTIONS = {
    KEPT: ("period", BROADER, "business-practices says that there is a period, not how long it is"),
    NEEDED: ("retention", BROADER, "stated-purpose says that the purpose decides; the criterion as worded is lost"),
    INDEFINITELY: ("retention", NONE_FIT, "no period, so no timetable: indefinitely (REC 3.3.6)"),
}
_AMENDMENTS = "REC 2.4.6: data stay under the policy they were collected under; the text lets a change apply to all"


def losses(known: Tables) -> list[Loss]:
    """The losses of a policy, in the order of its tables."""
    return [tuple.__new__(Loss, ("p3p", *found)) for part in _PARTS for found in part(known)]


def _document(known: Tables) -> Found:
    policy = known.policy
    yield policy.id, "title", NONE_FIT, "a P3P policy has no title"
    yield policy.id, "kind", NONE_FIT, "P3P has no kinds of documents"
    if not policy.url:
        yield (
            policy.id,
            "address",
            NONE_FIT,
            "no address is declared: discuri is a URN, which leads no reader to the page",
        )
    if policy.version:
        yield policy.id, "version", NONE_FIT, "P3P has no versions"
    if policy.replaces:
        yield policy.id, "replaced version", NONE_FIT, "P3P has no versions"
    if not access(policy)["stated"]:
        yield policy.id, "access", NONE_FIT, "not stated; ACCESS is mandatory, and none is the least promise"


def _parties(known: Tables) -> Found:
    for row in known.policy.parties:
        if row.unsaid:
            yield row.id, "name", NONE_FIT, "not from the page: no sentence of it names this organisation"
        if row.id != known.policy.operator:
            yield row.id, "party", BROADER, "another party is only a recipient-description"
            continue
        if row.short:
            yield row.id, "short", NONE_FIT, "P3P has no short names"
        if row.representative_title:
            yield row.id, "representative-title", NONE_FIT, "P3P has the name of a contact, not the title"
        if row.representative_name:
            said = "the representative is the name of the postal contact"
            if not family_and_given(row.representative_name)[1]:
                said += "; undivided, it stands as the family name"
            yield row.id, "representative-name", BROADER, said
        if row.address and len(row.address) != 3:
            yield row.id, "address", BROADER, "not in three parts: all of it is the street"
        if row.phone:
            yield row.id, "phone", BROADER, "not divided into codes: all of it is the number"
    for group in known.policy.groups:
        yield group.id, "group", BROADER, "a group and its list of members are only a recipient-description"


def _rights(known: Tables) -> Found:
    policy = known.policy
    for right in policy.rights:
        if right.concept.p3p_fit != EXACT:
            yield right.id, "right", right.concept.p3p_fit, note([right.concept], "P3P knows only access by reading")
    for procedure in policy.procedures:
        yield procedure.id, "procedure", BROADER, "a service for disputes, by its address only"
        for name in ("identity", "agent", "fee"):
            if getattr(procedure, name):
                yield procedure.id, name, NONE_FIT, "P3P has no place for it"
    for row in policy.safeguards:
        yield row.id, "safeguard", NONE_FIT, "P3P has no vocabulary for security measures"
    for kept in policy.retentions:
        yield kept.id, *_RETENTIONS[retention(kept)]
    for contact in policy.contacts:
        yield contact.id, "contact", BROADER, "a service for disputes; what it takes is not said"


def _rest(known: Tables) -> Found:
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
        yield from conditions(silence)
        if silence.topic == "requests" and silence.stance == NONE:
            continue
        if silence.stance == NONE:
            yield silence.id, "silence", BROADER, "said only by the absence of a statement"
        else:
            yield silence.id, "silence", NONE_FIT, "P3P cannot say that something is told on request"
    for term in policy.terms:
        yield term.id, "term", NONE_FIT, "P3P has no definitions"
    for entry in policy.entries:
        yield entry.id, "entry", NONE_FIT, "P3P lists no pages"
    for disclosure in policy.disclosures:
        yield disclosure.id, "disclosure", NONE_FIT, "P3P has no place for what a seller or issuer discloses"


_PARTS = (_document, _parties, things, practices, _rights, _rest)
