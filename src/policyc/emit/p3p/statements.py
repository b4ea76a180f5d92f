"""Practices to P3P STATEMENTs (REC 3.3): one per practice, and per way of keeping its data; linear in the policy."""

from __future__ import annotations

from typing import NamedTuple

from ... import matters
from ...facts import Practice
from ...facts.identifiers import FactId
from . import recipients, words
from .concepts import MISC, OTHER, Key
from .data import Kept, Ref, rows
from .purposes import Purposes
from .tables import USES, Tables


class Said(NamedTuple):
    """What a statement says. `purposes` are elements, `aim` is the text of other-purpose, empty where it is none; of the
    recipients there are descriptions; `data` are references and their categories, `worded` is what no category fits."""

    consequence: str
    practices: list[FactId]
    required: str
    purposes: list[str]
    aim: str
    recipients: list[tuple[str, list[str]]]
    retention: str
    data: list[tuple[str, Ref]]
    worded: str


def statements(known: Tables) -> tuple[list[Said], list[str]]:
    """The statements of a policy, and the addresses at which people may choose (for opturi)."""
    hosts = _hosts(known)
    merged: dict[str, list[Practice]] = {}
    for practice in known.stated:
        host = _host(practice, hosts, known)
        if host:
            merged.setdefault(host, []).append(practice)
    within = {practice.id for some in merged.values() for practice in some}
    purposes, kept = Purposes(known), Kept(known.policy)
    made: list[Said] = []
    pages: dict[str, None] = {}
    for practice in known.stated:
        if practice.id in within:
            continue
        guests = merged.get(practice.id, [])
        required, page = recipients.choice(practice, known)
        if page:
            pages[page] = None
        says = words.consequence(practice, guests, known)
        ids = [practice.id, *[guest.id for guest in guests]]
        aims, aim = purposes.row(practice, known.aims[practice.id])
        receivers = recipients.row(practice, guests, known)
        for retention, refs, texts in _data(practice, kept, known):
            worded = "、".join(dict.fromkeys(texts))
            made.append(Said(says, ids, required, aims, aim, receivers, retention, rows(refs), worded))
    return made, list(pages)


def _data(practice: Practice, kept: Kept, known: Tables) -> list[tuple[str, dict[Key, None], list[str]]]:
    """The data of a practice by their retention: a statement has one RETENTION for all of its data."""
    if not practice.data:
        return [(kept.of(), {Key(MISC, OTHER): None}, [words.unnamed_data(practice, known)])]
    found: dict[str, tuple[dict[Key, None], list[str]]] = {}
    for id_ in practice.data:
        retention = kept.of(id_)
        some = found.get(retention)
        if some is None:
            some = found[retention] = ({}, [])
        refs, texts = some
        for key in known.keys.get(id_, ()):
            refs[key] = None
        if id_ in known.worded:
            texts.append(known.data[id_].text)
    if "data" in practice.open_lists:
        # What is not named is kept as long as nothing is said of it.
        refs, texts = found.setdefault(kept.of(), ({}, []))
        refs[Key(MISC, OTHER)] = None
        texts.append(words.UNNAMED_DATA)
    return [(retention, *some) for retention, some in found.items()]


def _hosts(known: Tables) -> dict[str, str]:
    """The general use practice of each purposes clause; under "" the first of the document."""
    found: dict[str, str] = {}
    for practice in known.stated:
        if practice.action in USES:
            if not practice.data:
                found[practice.clause] = practice.id
            found.setdefault(practice.clause, practice.id)
    if found:
        found[""] = next(iter(found.values()))
    return found


def _host(practice: Practice, hosts: dict[str, str], known: Tables) -> str:
    """The use practice that an entrustment without data or purposes of its own belongs to, or an empty string.

    Agents are `ours` (REC 3.3.5), so such an entrustment says nothing more in P3P than who they are.
    """
    aims = known.aims[practice.id]
    if matters.flow(practice.action) != matters.PROCESSOR or practice.data or aims.own or len(aims.clauses) > 1:
        return ""
    return hosts.get(aims.clauses[0][0] if aims.clauses else "", "")
