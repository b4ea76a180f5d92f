"""One practice against each part of what a demand names."""

from __future__ import annotations

from collections.abc import Iterator

from .. import matters
from ..ask.words import below
from ..reader import DataItem, Declaration, Document, Group, Party, Practice, Recipient
from ..vocab import concepts, lookup
from . import Pattern
from .facts import MAYBE, NO, UNSAID, YES, Finding, Item, aims, data_items, going_on, held, receiver

# Where something else may be handled than what was collected of the person.
_BEYOND = tuple(action for action, act in matters.acts().items() if act.data != matters.PERSONAL)
_GIVEN = (*(a for a in matters.acts() if matters.flow(a) not in (matters.COLLECTED, matters.OWN)), "transfer-abroad")
# What the law itself makes of whoever receives.
_ROLES = {matters.THIRD_PARTY: "dpv:ThirdParty", matters.PROCESSOR: "dpv:DataProcessor"}
_LISTED = Finding(MAYBE, "not-itemised")


def findings(document: Document, practice: Practice, pattern: Pattern) -> Iterator[Finding]:
    """What a practice is to every part of a pattern; its action is taken to be one of those of the pattern."""
    if pattern.data:
        yield of_data(document, practice, pattern)
    if pattern.aims:
        yield of_aims(document, practice, pattern)
    if pattern.to or pattern.named:
        yield of_recipients(practice, pattern)
    if pattern.abroad:
        yield _abroad(practice)
    if pattern.without:
        yield _without(practice, pattern)


def of_data(document: Document, practice: Practice, pattern: Pattern) -> Finding:
    """Which data: those that the practice names, else those that are collected, of which it may be any."""
    if practice.data:
        return held(listed_data(document, practice), pattern.data)
    if practice.action in _BEYOND or not collected(document, practice):
        return _LISTED
    found = held(collected_data(document, practice), pattern.data)
    return _LISTED._replace(about=found.about) if found.how == YES else found


def collected(document: Document, practice: Practice) -> tuple[DataItem, ...]:
    """What is said to be collected, for a practice that names no data. A collection without items says nothing of those
    of another one, unless it only speaks of children: of whose data, not of which."""
    if matters.flow(practice.action) == matters.COLLECTED and not about_children(practice):
        return ()
    return document.collected


def listed_data(document: Document, practice: Practice) -> list[Item]:
    """The data that a practice names, and that it leaves unnamed."""
    return going_on(data_items(document, practice.data), "data" in practice.open_lists)


def collected_data(document: Document, practice: Practice) -> list[Item]:
    """The same of what is said to be collected."""
    is_open = any("data" in one.open_lists for one in document.of("collect"))
    return going_on(data_items(document, collected(document, practice)), is_open)


def of_aims(document: Document, practice: Practice, pattern: Pattern) -> Finding:
    """What for: the purposes that it names; for what the firm does itself, else those of the document."""
    if practice.purposes:
        found = held(going_on(aims(practice.purposes), "purposes" in practice.open_lists), pattern.aims)
        if found.how == YES and practice.scope == "within":
            return Finding(MAYBE, "within-scope", found.about)
        return found
    if practice.action in _GIVEN or not document.purposes:
        return Finding(MAYBE, "aim-unsaid")
    found = held(aims(document.purposes), pattern.aims)
    return Finding(MAYBE, "aim-unsaid", found.about) if found.how == YES else found


def of_recipients(practice: Practice, pattern: Pattern) -> Finding:
    """Who receives: by kind, or by name. A firm that is named does not say of which kind it is."""
    if practice.action not in _GIVEN:
        return Finding(NO, "excluded")
    if not practice.recipients:
        return Finding(MAYBE, "recipient-unsaid")
    found = [_receives(practice, one, pattern) for one in receivers(practice)]
    if "recipients" in practice.open_lists:
        # Anybody may be among those who are not named.
        found.append(Finding(MAYBE, "open-list", (f"{practice.recipients[-1].name}等",)))
    best = max(one.how for one in found)
    return Finding(best, max(found).why, tuple(text for one in found if one.how == best for text in one.about))


def receivers(practice: Practice) -> Iterator[Party | Group | Recipient]:
    """Who receives; of a group whose members are all named, these."""
    for one in practice.recipients:
        if isinstance(one, Group) and one.members and not one.listed_at:
            yield from one.members
        else:
            yield one


def _receives(practice: Practice, one: Party | Group | Recipient, pattern: Pattern) -> Finding:
    if one.name in pattern.named or (isinstance(one, Party) and one.short in pattern.named):
        return Finding(YES, "stated", (one.name,))
    found = Finding(NO, "excluded")
    if pattern.named and not isinstance(one, Party):
        # A class, or a list elsewhere, may take in anybody; a name given as a text is somebody else.
        wide = isinstance(one, Group) or held([receiver(one)], ()).how != UNSAID
        found = Finding(MAYBE, "broader", (one.name,)) if wide else found
    if not pattern.to:
        return found
    if any(_ROLES.get(matters.flow(practice.action), "") in below(kind) for kind in pattern.to):
        return Finding(YES, "stated", (one.name,))
    own = (
        held([receiver(one)], pattern.to) if isinstance(one, Recipient) else Finding(UNSAID, "kind-unsaid", (one.name,))
    )
    return max(found, own)


def _abroad(practice: Practice) -> Finding:
    if practice.action not in _GIVEN:
        return Finding(NO, "excluded")
    if practice.abroad:
        return Finding(YES, "stated", tuple(place for place in practice.places if place != "JP"))
    rows = list(receivers(practice))
    is_open = "recipients" in practice.open_lists or "country" in practice.open_lists
    if rows and not is_open and all(_place(one) == ("JP",) for one in rows):
        return Finding(NO, "at-home")
    return Finding(UNSAID, "place-unsaid", tuple(one.name for one in rows if not _place(one)))


def _place(one: Party | Group | Recipient) -> tuple[str, ...]:
    if isinstance(one, Group):
        return ()
    return (one.country,) * bool(one.country) if isinstance(one, Party) else one.countries


def _without(practice: Practice, pattern: Pattern) -> Finding:
    named = frozenset().union(*(below(one) for one in pattern.without))
    if named & set(practice.basis_terms):
        if not by_law(practice):
            return Finding(MAYBE, "exceptions", practice.exceptions)
        if "basis" in practice.open_lists:
            return Finding(MAYBE, "open-list", practice.basis)
        return Finding(NO, "on-ground", practice.basis)
    if practice.basis:
        return Finding(YES, "stated", practice.basis)
    return Finding(UNSAID, "ground-unsaid")


def by_law(row: Practice | Declaration) -> bool:
    """Whether the exceptions of a row are named to the last, and are all those of the law itself (第27条第1項各号), which no
    policy can put aside."""
    return "exceptions" not in row.open_lists and set(row.exception_terms) <= below(
        concepts("bases")["consent-exemption"]
    )


def about_children(practice: Practice) -> bool:
    """Whether a practice is about children only."""
    found = [lookup("subjects", text) for text in practice.subjects]
    return bool(found) and all(one is not None and one.id in ("child", "minor") for one in found)
