"""`require`: what a policy has to say."""

from __future__ import annotations

import re
from collections.abc import Iterable

from .. import matters
from ..reader import Contact, Document, Party, Practice, Retention, Right
from ..vocab import lookup
from . import MET, NOT_STATED, OPEN, VIOLATED, Need, Reason
from .facts import YES, Finding, data_items, held
from .filters import about_children
from .practices import Result, declared, elsewhere, of_declaration, reason
from .words import TOPICS

_ISO = re.compile(r"P(\d+)([YMWD])")
_UNIT = {"Y": 365.0, "M": 365 / 12, "W": 7.0, "D": 1.0}


def required(document: Document, need: Need) -> Result:
    """Whether the document says what is needed, with the sentence that does."""
    return _MATTERS[need.matter](document, need)


def _rights(document: Document, need: Need) -> Result:
    stated = {concept.id: one for one in document.rights if (concept := lookup("rights", one.name)) is not None}
    topics = matters.stating("rights")
    if denied := _denied(document, topics):
        return VIOLATED, denied
    there = [_stated(stated[id_]) for id_ in need.words if id_ in stated]
    if len(there) == len(need.words):
        return MET, tuple(there)
    if "rights" in document.open_lists:
        return OPEN, (_going_on(document.rights[-1]),)
    return NOT_STATED, tuple(elsewhere(document, topics))


def _contacts(document: Document, need: Need) -> Result:
    there = {word: one for one in document.contacts for word in one.takes}
    if all(word in there for word in need.words):
        return MET, tuple(dict.fromkeys(_stated(there[word]) for word in need.words))
    if going_on := [one for one in document.contacts if "takes" in one.open_lists]:
        return OPEN, tuple(map(_going_on, going_on))
    return NOT_STATED, tuple(elsewhere(document, matters.stating("contacts")))


def _retention(document: Document, need: Need) -> Result:
    rows = document.retentions
    if need.data:
        # What has a period of its own counts for itself; that of the rest for what has none.
        own = [one for one in rows if one.data and held(data_items(document, one.data), need.data).how == YES]
        going_on = [one for one in rows if one.data and "data" in one.open_lists]
        rows = tuple(own) or tuple(one for one in rows if not one.data)
        if not rows and going_on:
            return OPEN, tuple(_kept("open-list", one) for one in going_on)
    if not rows:
        return NOT_STATED, tuple(elsewhere(document, matters.stating("retentions")))
    if not need.most:
        return MET, tuple(_kept("stated", one) for one in rows)
    if longer := [one for one in rows if _days(one.period) > need.most]:
        return VIOLATED, tuple(_kept("longer", one) for one in longer)
    if unclear := [one for one in rows if not _days(one.period)]:
        return OPEN, tuple(_kept("criterion", one) for one in unclear)
    if not need.data and all(one.data for one in rows):
        return NOT_STATED, tuple(_kept("others-unsaid", one) for one in rows)
    return MET, tuple(_kept("stated", one) for one in rows)


def _none(document: Document, need: Need) -> Result:
    reasons = []
    for topic in need.words:
        row = declared(document, topic)
        if row is not None and row.stance == "none":
            reasons.append(of_declaration("declared-none", row))
            continue
        if practised := [one for one in document.practices if TOPICS.get(one.action) == topic]:
            return VIOLATED, _practised(document, practised)
        return NOT_STATED, tuple(elsewhere(document, (topic,)))
    return MET, tuple(reasons)


def _opt_out(document: Document, need: Need) -> Result:
    rows = [one for one in document.practices if one.action in need.words]
    if without := [one for one in rows if not one.opt_out]:
        return NOT_STATED, tuple(reason(document, one, Finding(0, "unsaid")) for one in without)
    reasons = [reason(document, one, Finding(0, "stated", (one.opt_out,))) for one in rows]
    for action in need.words:
        if any(one.action == action for one in rows):
            continue
        row = declared(document, TOPICS.get(action, ""))
        if row is None or row.stance != "none":
            return NOT_STATED, tuple(elsewhere(document, (TOPICS.get(action, ""),)))
        reasons.append(of_declaration("declared-none", row))
    return MET, tuple(reasons)


def _operator(document: Document, need: Need) -> Result:
    one = document.operator
    if one is None or not all(getattr(one, word) for word in need.words):
        return NOT_STATED, ()
    return MET, (_party(one, need.words),)


def _children(document: Document, need: Need) -> Result:
    if rows := [one for one in document.practices if about_children(one)]:
        return MET, _practised(document, rows)
    topics = matters.confined("people", "child")
    if denied := _denied(document, topics):
        return MET, denied
    return NOT_STATED, tuple(elsewhere(document, topics))


def _denied(document: Document, topics: Iterable[str]) -> tuple[Reason, ...]:
    """The declarations that there is nothing of some matters."""
    rows = (declared(document, topic) for topic in topics)
    return tuple(of_declaration("declared-none", row) for row in rows if row is not None and row.stance == "none")


def _practised(document: Document, rows: Iterable[Practice]) -> tuple[Reason, ...]:
    return tuple(reason(document, one, Finding(0, "stated")) for one in rows)


def _stated(row: Right | Contact) -> Reason:
    return Reason("stated", (), row.name, row.sentence, row.origin)


def _going_on(row: Right | Contact) -> Reason:
    """That a list may hold what is asked for, though it does not name it."""
    return Reason("open-list", (f"{row.name}等",), row.name, row.sentence, row.origin)


def _kept(why: str, row: Retention) -> Reason:
    return Reason(why, (*(one.text for one in row.data), row.text), "", row.sentence, row.origin)


def _party(row: Party, words: Iterable[str]) -> Reason:
    return Reason("stated", tuple(getattr(row, word) for word in words), row.name, "", row.origin)


def _days(period: str) -> float:
    hit = _ISO.fullmatch(period)
    return int(hit[1]) * _UNIT[hit[2]] if hit else 0


_MATTERS = {
    "right": _rights,
    "contact": _contacts,
    "retention": _retention,
    "declared-none": _none,
    "opt-out": _opt_out,
    "operator": _operator,
    "children": _children,
}
