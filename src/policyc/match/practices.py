"""`forbid` and `limit`: practices that must not be, or only within bounds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from .. import matters
from ..reader import Declaration, Document, Party, Practice, Recipient
from ..vocab import Concept
from . import MET, NOT_STATED, OPEN, VIOLATED, Pattern, Reason
from .facts import MAYBE, NO, UNSAID, YES, Finding, Item, aims, going_on, inside, receiver
from .filters import about_children, by_law, collected_data, findings, listed_data, receivers
from .words import CHOICES, SHARES, TOPICS

Result = tuple[str, tuple[Reason, ...]]
_ANSWERS = {YES: VIOLATED, MAYBE: OPEN, UNSAID: NOT_STATED}


def forbidden(document: Document, pattern: Pattern) -> Result:
    """No practice may be what the pattern names. Met only where the text says so: it declares that there is none, or
    what it lists leaves it out."""
    rows = [one for one in document.practices if not pattern.does or one.action in pattern.does]
    seen = [(one, _whole(findings(document, one, pattern))) for one in rows]
    for how in (YES, MAYBE):
        if hits := [reason(document, one, found) for one, found in seen if found.how == how]:
            return _ANSWERS[how], tuple(hits)
    if excluded := _declared_sensitive(document, pattern):
        return MET, (excluded,)
    if dark := [reason(document, one, found) for one, found in seen if found.how == UNSAID]:
        return NOT_STATED, (*dark, *_elsewhere(document, pattern))
    return _said_of_all(document, pattern, seen)


def limited(document: Document, pattern: Pattern) -> Result:
    """Every practice that the pattern names must be within what it lists."""
    rows = [one for one in document.practices if one.action in pattern.does]
    seen = [(one, _outside(document, one, pattern)) for one in rows]
    for how in (YES, MAYBE, UNSAID):
        if hits := [reason(document, one, found) for one, found in seen if found.how == how]:
            return _ANSWERS[how], tuple(hits)
    return _said_of_all(document, pattern, seen)


def reason(document: Document, practice: Practice, found: Finding) -> Reason:
    """A finding with the sentence of its practice; of one that only its purposes speak of, these."""
    said = practice.sentence or "、".join(one.text for one in practice.purposes)
    return Reason(found.why, found.about, f"{practice.marker}{practice.title}", said, practice.origin)


def declared(document: Document, topic: str) -> Declaration | None:
    """What the document declares of a matter as a whole."""
    return next((one for one in document.declarations if one.topic == topic), None)


def of_declaration(why: str, row: Declaration) -> Reason:
    """A reason from a declaration, with its exceptions."""
    why = "declared-but-law" if why == "declared-none" and row.exceptions else why
    heading = CHOICES["declared-none"].get(row.topic, (row.topic,))[0]
    return Reason(why, row.exceptions, heading, row.sentence, row.origin)


def elsewhere(document: Document, topics: Iterable[str]) -> Iterator[Reason]:
    """What the document leaves to another one, or tells on request, of some matters."""
    wanted = tuple(topics)
    for row in document.delegations:
        if row.topic.partition(".")[0] in wanted:
            yield Reason("elsewhere", (row.url,), row.label, row.sentence, row.origin)
    for one in document.declarations:
        if one.topic in wanted and one.stance != "none":
            yield of_declaration("on-request", one)


def _elsewhere(document: Document, pattern: Pattern) -> Iterator[Reason]:
    topics = [TOPICS[one] for one in _scope(pattern) if one in TOPICS]
    return elsewhere(document, [*topics, *(("foreign-transfer",) if pattern.abroad else ())])


def _scope(pattern: Pattern) -> tuple[str, ...]:
    """The actions of which the document has to speak before silence on the rest means no."""
    if pattern.does:
        return pattern.does
    if pattern.to or pattern.named or pattern.abroad or pattern.without:
        return SHARES
    return matters.by_flow(matters.COLLECTED) if pattern.data else ("use",)


def _whole(found: Iterable[Finding]) -> Finding:
    """All parts together: the one that is the least so decides; about what it is is told of all."""
    rows = list(found)
    if not rows:
        return Finding(YES, "stated")
    least = min(rows, key=lambda one: one.how)
    about = tuple(dict.fromkeys(text for one in rows if one.how >= MAYBE for text in one.about))
    return least if least.how < MAYBE else Finding(least.how, least.why, about)


def _said_of_all(document: Document, pattern: Pattern, seen: list[tuple[Practice, Finding]]) -> Result:
    """Nothing is against it. Met where, of every action, the text declares that there is none or states one."""
    reasons: list[Reason] = []
    for action in _scope(pattern):
        spoken = [(one, found) for one, found in seen if _is(one, action)]
        # What only speaks of children tells of whose data, not of which, where something else tells that.
        spoken = [row for row in spoken if not about_children(row[0])] or spoken
        row = declared(document, TOPICS.get(action, ""))
        if spoken:
            reasons += [reason(document, one, found) for one, found in spoken]
        elif row is not None and row.stance == "none":
            if not by_law(row):
                return OPEN, (of_declaration("exceptions", row),)
            reasons.append(of_declaration("declared-none", row))
        else:
            return NOT_STATED, tuple(_elsewhere(document, pattern))
    return MET, tuple(dict.fromkeys(reasons))


def _is(practice: Practice, action: str) -> bool:
    # What a firm does itself is told by many words: to use, to analyse, to profile.
    return practice.action == action or (action == "use" and practice.action not in TOPICS)


def _declared_sensitive(document: Document, pattern: Pattern) -> Reason | None:
    """That no special care-required information is collected says that none of it is handled."""
    if not pattern.data or not all(one.sensitive for one in pattern.data):
        return None
    rows = (declared(document, topic) for topic in matters.confined("data"))
    silent = (row for row in rows if row is not None and row.stance == "none" and by_law(row))
    return next((of_declaration("declared-none", row) for row in silent), None)


def _outside(document: Document, practice: Practice, pattern: Pattern) -> Finding:
    """What of a practice is outside of what is listed: `NO` where nothing is."""
    rows = list(_bounds(document, practice, pattern))
    return max(rows, key=lambda one: one.how)


def _bounds(document: Document, practice: Practice, pattern: Pattern) -> Iterator[Finding]:
    if pattern.data and practice.data:
        yield _bound(listed_data(document, practice), pattern.data)
    elif pattern.data:
        found = _bound(collected_data(document, practice), pattern.data)
        within = found.how == NO or about_children(practice)
        yield Finding(NO, "within") if within else Finding(MAYBE, "not-itemised")
    if pattern.aims:
        named = practice.purposes or (document.purposes if practice.action not in SHARES else ())
        is_open = bool(practice.purposes) and "purposes" in practice.open_lists
        yield _bound(going_on(aims(named), is_open), pattern.aims)
    if pattern.to or pattern.named:
        yield _bound_recipients(practice, pattern)


def _bound_recipients(practice: Practice, pattern: Pattern) -> Finding:
    others = [one for one in receivers(practice) if one.name not in pattern.named]
    is_open = "recipients" in practice.open_lists
    if practice.recipients and not others and not is_open:
        return Finding(NO, "within", pattern.named)
    firms = tuple(one.name for one in others if isinstance(one, Party))
    if firms and not pattern.to:
        return Finding(YES, "outside", firms)
    items = [receiver(one) if isinstance(one, Recipient) else Item(one.name, (), False) for one in others]
    if is_open:
        items.append(Item(f"{practice.recipients[-1].name}等", (), True))
    return _bound(items, pattern.to)


def _bound(items: list[Item], allowed: tuple[Concept, ...]) -> Finding:
    return inside(items, allowed) if items else Finding(MAYBE, "not-itemised")
