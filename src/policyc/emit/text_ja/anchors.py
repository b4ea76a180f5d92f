"""Where every identifier of the facts leads on the page: the fragments of the JSON-LD must all arrive somewhere."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
import re
from collections.abc import Callable, Container, Iterable
from typing import Any, NamedTuple, get_args

from ...facts import TABLES, Policy
from ...facts.identifiers import of_field, of_value, row_of, value_of

_JOINT = re.compile(r"[./]")
# Fields of rows that list other rows, and the fields of the source that these are said in.
_LISTS = {
    "data": ("items", "sends", "data"),
    "purposes": ("for", "purposes", "scope"),
    "recipients": ("to", "users"),
    "subjects": ("subjects",),
    "analyses": ("analyses",),
    "derives": ("derives",),
    "parts": ("of",),
    "members": ("members",),
    "desks": ("desk",),
}


def _fields(table: str) -> tuple[str, ...]:
    """The fields of the rows of a table."""
    found: tuple[str, ...] = get_args(Policy.__annotations__[table])[0]._fields
    return found


# Tables whose rows have a clause, and by table where in a row its lists stand.
_CLAUSED = frozenset(table for table in TABLES if "clause" in _fields(table))
_LISTING = {
    table: [(_fields(table).index(field), said) for field, said in _LISTS.items() if field in _fields(table)]
    for table in TABLES
    if not _LISTS.keys().isdisjoint(_fields(table))
}


class Carried(NamedTuple):
    """Which identifiers are carried where: `all` by identifier, all that its place carries; `blocks` by that of a block,
    what it carries besides; `first` by fact, what the first stretch of text carries that states it."""

    all: dict[str, list[str]]
    blocks: dict[str, list[str]]
    first: dict[str, list[str]]


def carry(
    policy: Policy,
    blocks: Iterable[str],
    stated: Iterable[str],
    followed: Callable[[Container[str]], Iterable[str]],
) -> Carried:
    """Give each identifier of the facts a place on the page.

    A part, clause, paragraph or item carries its own: `blocks`, the page first. What a sentence states is carried by the
    first stretch of text that states it. Whatever else the facts or the JSON-LD (`followed`: all but what has a place)
    names is carried by the nearest place that speaks of it, in the end by the page.
    """
    own: dict[str, list[str]] = {id_: [] for id_ in blocks}
    last = next(iter(own.values()))
    carried = dict(own)
    waiting = [(table, row) for table in TABLES for row in getattr(policy, table) if row[0] not in carried]
    first = _carry_stated(policy, carried, waiting, stated)
    _carry_rest(_homes(policy, carried, waiting), carried, last)
    _carry_rest({id_: [] for id_ in followed(carried)}, carried, last)
    return Carried(carried, own, first)


def _carry_stated(
    policy: Policy, carried: dict[str, list[str]], waiting: list[tuple[str, Any]], stated: Iterable[str]
) -> dict[str, list[str]]:
    """Have stretches carry what they state; by fact, what its first stretch carries."""
    # Identifiers by what texts call them. The IR names a row of the vocabulary after its table, a text only by its
    # word: data:name is `…/name`.
    words: dict[str, list[str]] = {}
    for _, row in waiting:
        word = row_of(row[0])
        if word in words:
            words[word].append(row[0])
        else:
            words[word] = [row[0]]
    dated: dict[str, list[str]] = {}
    for event in policy.events:
        of_kind = of_field(policy.id, event.kind)
        of_day = of_value(of_kind, event.date)
        dated.setdefault(of_day if of_day in stated else of_kind, [event.id])
    first: dict[str, list[str]] = {}
    for fact in stated:
        if fact not in carried:
            word = value_of(fact)
            own = fact
            for id_ in dated.get(fact) or (words.get(word, []) if word else []):
                if id_ not in carried:
                    own = id_
                    break
            carried[own] = carried[fact] = first[fact] = [own]
    return first


def _homes(policy: Policy, carried: dict[str, list[str]], waiting: list[tuple[str, Any]]) -> dict[str, list[str]]:
    """For the rows of the facts that have no place yet, who speaks of them: their clause, and the rows that list them."""
    homes: dict[str, list[str]] = {}
    for table, row in waiting:
        id_ = row[0]
        if id_ not in carried:
            above = homes.setdefault(id_, [])
            if table in _CLAUSED and row.clause:
                above += (of_field(row.clause, "accepts"), row.clause) if table == "rights" else (row.clause,)
    for table, fields in _LISTING.items():
        for row in getattr(policy, table):
            for field, said in fields:
                for listed in row[field]:
                    if listed in homes:
                        homes[listed] += [*[of_field(row[0], word) for word in said], row[0]]
    for event in policy.events:
        if event.id in homes:
            homes[event.id].append(of_field(policy.id, event.kind))
    return homes


def _carry_rest(homes: dict[str, list[str]], carried: dict[str, list[str]], last: list[str]) -> None:
    for id_ in homes:
        carrier = _nearest(id_, homes, carried)
        if carrier is None:
            carrier = last
        carrier.append(id_)
        carried[id_] = carrier


def _nearest(id_: str, homes: dict[str, list[str]], carried: dict[str, list[str]]) -> list[str] | None:
    queue, seen = [id_], {id_}
    for one in queue:
        above = homes.get(one, ())
        if "/" in one or "." in one:
            above = [*_outer(one), *above]
        for home in above:
            if home in carried:
                return carried[home]
        queue += [home for home in above if home in homes and home not in seen]
        seen.update(above)
    return None


def _outer(id_: str) -> list[str]:
    """The identifiers that this one is a part of by its form: `a.b` and `a` of `a.b/c`."""
    return [id_[: hit.start()] for hit in _JOINT.finditer(id_)][::-1]
