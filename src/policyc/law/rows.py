"""The IR as rows that a condition asks: every fact with its kind, its words, and its fields named as in the source."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from .. import facts
from ..facts.identifiers import NO_FACT, FactId, made, maker_of, of_field, of_value
from .abroad import abroad, spoken_of

Fields = dict[str, tuple[str, ...]]

# What a practice is about that names no data, in a document on such data alone.
_ABOUT = {"specific-personal-information-policy": ("specific-personal-information", "individual-number")}
_BREACH = frozenset(("breach-report", "breach-notice"))
_JURIDICAL = re.compile(r"会社|法人|組合|金庫|銀行|機構|協会|連合会|\b(?:Inc|Ltd|LLC|Corp|K\.K|GmbH)\b")


class Row(NamedTuple):
    """A fact. `words` is what it is (the action, the vocabulary rows, `any`), `node` the block that states it,
    `texts` its own words; `fields` holds the words of each field, `facts` the identifiers sentences know it by."""

    kind: str
    node: FactId
    words: frozenset[str]
    fields: Fields
    facts: tuple[str, ...]
    clause: FactId
    origin: str
    text: str = ""
    url: str = ""


def rows(policy: facts.Policy) -> dict[str, list[Row]]:
    """All rows by kind."""
    things = Things(policy)
    made: dict[str, list[Row]] = {}
    for table, make in _TABLES.items():
        for one in getattr(policy, table, ()):
            row = make(one, things)
            made.setdefault(row.kind, []).append(row)
    return made


class Things:
    """What ids stand for, as words: vocabulary rows, and marks such as `open`, `sensitive`, `abroad`."""

    def __init__(self, policy: facts.Policy) -> None:
        self.policy = policy
        self._data = {row.id: row for row in policy.data}
        self._purposes = {row.id: row for row in policy.purposes}
        self._asked: dict[tuple[FactId, ...], tuple[str, ...]] = {}
        self._used = {row.id: row.data for row in policy.practices if row.action == "use"}
        self._recipients = {row.id: row for row in policy.recipients}
        self.parties = {row.id: row for row in policy.parties}

    def data(self, ids: tuple[FactId, ...]) -> tuple[str, ...]:
        found: list[str] = []
        todo = list(ids)
        seen: set[str] = set()
        while todo:
            row = self._data.get(todo.pop(0))
            if row is None or row.id in seen:
                continue
            seen.add(row.id)
            todo += row.parts
            found += [concept.id for concept in row.concepts] or ["text"]
            found += ["open"] if row.open else []
            found += ["sensitive"] if any(concept.sensitive for concept in row.concepts) else []
        return tuple(dict.fromkeys(found))

    def purposes(self, ids: tuple[FactId, ...]) -> tuple[str, ...]:
        # Many practices serve the same purposes, all those of a clause: what they are is found out once.
        known = self._asked.get(ids)
        if known is not None:
            return known
        found: list[str] = []
        for row in (self._purposes[i] for i in ids if i in self._purposes):
            found += [c.id for c in row.concepts] or ["text"]
            found += ["open"] if row.open else []
        made = self._asked[ids] = tuple(dict.fromkeys(found))
        return made

    def recipients(self, ids: tuple[FactId, ...]) -> tuple[str, ...]:
        found: list[str] = []
        for id_ in ids:
            party, row = self.parties.get(id_), self._recipients.get(id_)
            if party is not None:
                found += ["operator" if id_ == self.policy.operator else "organization"]
                found += ["abroad"] if abroad((party.country,)) else []
            elif row is not None:
                found += [c.id for c in row.concepts] or ["text"]
                countries = row.countries or row.elsewhere
                found += ["abroad"] if (abroad(countries) if countries else row.abroad) else []
            else:
                found += ["group"]
        return tuple(dict.fromkeys(found))

    def used(self, clause: FactId) -> tuple[FactId, ...]:
        """The one data item that all the purposes of a clause are for; of several, none is tied to one purpose."""
        every = self._used.get(made(clause, "use"), ())
        return every if len(every) == 1 else ()

    def countries(self, ids: tuple[FactId, ...]) -> tuple[str, ...]:
        """The countries that recipients are declared to be in."""
        found: list[str] = []
        for id_ in ids:
            party, row = self.parties.get(id_), self._recipients.get(id_)
            found += (
                [party.country] if party is not None else (row.countries or row.elsewhere) if row is not None else ()
            )
        return tuple(filter(None, found))


def _words(*words: str) -> frozenset[str]:
    return frozenset(("any", *filter(None, words)))


def _practice(row: facts.Practice, things: Things) -> Row:
    fields: dict[str, list[str]] = {}
    for word, value in row.details:
        # That there is none, or that it is told on request, is no statement: see Reading.silences.
        if value not in (facts.NONE, facts.ON_REQUEST):
            fields.setdefault(word, []).append(value)
    data = things.data(row.data) if row.data else _ABOUT.get(things.policy.kind, ())
    to, purposes = list(things.recipients(row.recipients)), things.purposes(row.purposes)
    named = tuple(fields.get("country", ()))
    if "abroad" not in to and (abroad(named) if named else spoken_of(fields, things.countries(row.recipients))):
        to.append("abroad")
    made: Fields = {word: tuple(values) for word, values in fields.items()}
    # One thing has several names, after the clause that states it: a rule uses the name of its clause.
    made |= dict.fromkeys(("data", "items", "sends"), data) | dict.fromkeys(("to", "users"), tuple(to))
    made |= dict.fromkeys(("for", "purposes"), purposes)
    made["basis"] = tuple(g.concept.id if g.concept else "text" for g in row.grounds)
    made["except"] = tuple(g.concept.id if g.concept else "text" for g in row.exceptions)
    made["scope"] = tuple(filter(None, (row.scope, *fields.get("within", ()))))
    if row.opt_out:
        made["opt-out"] = (row.opt_out,)
    made["subjects"] = row.subjects
    made |= party_fields("responsible", things.parties.get(row.responsible))
    node = maker_of(row.id, "use")
    return Row("practice", node, _words(row.action), made, (node,), row.clause, row.origin)


def party_fields(word: str, party: facts.Party | None) -> Fields:
    """A party and its parts: `responsible`, `responsible.address` …; a part's words are what a page must say."""
    if party is None:
        return {}
    return {
        word: (party.name,),
        f"{word}.name": (party.name,),
        f"{word}.address": tuple(filter(None, party.address)),
        f"{word}.representative": tuple(filter(None, (party.representative_name,))),
        f"{word}.phone": tuple(filter(None, (party.phone,))),
        f"{word}.email": tuple(filter(None, (party.email,))),
        f"{word}.form": ("juridical",) if _JURIDICAL.search(party.name) else (),
    }


def _purpose(row: facts.Purpose, things: Things) -> Row:
    concepts = tuple(c.id for c in row.concepts)
    marks = ("listed" if row.listed else "", "open" if row.open else "", *concepts)
    fields = {
        "is": concepts,
        "analyses": things.data(row.analyses),
        "derives": things.data(row.derives),
        "data": things.data((*row.data, *row.analyses) or things.used(row.clause)),
        "open": ("yes",) if row.open else (),
        "defined-in": (row.defined_in,) if row.defined_in else (),
    }
    return Row("purpose", row.id, _words(*marks), fields, (row.id,), row.clause, row.origin, row.text)


def _data(row: facts.DataItem, things: Things) -> Row:
    return Row("data", row.id, _words(*things.data((row.id,))), {}, (row.id,), NO_FACT, row.origin, row.text)


def _right(row: facts.Right, things: Things) -> Row:
    fact = of_value(of_field(row.clause, "accepts"), row.concept.id)
    return Row("right", row.clause, _words(row.concept.id), {}, (fact,), row.clause, row.origin)


def _procedure(row: facts.Procedure, things: Things) -> Row:
    fields: Fields = {}
    for word, value in row.details:
        fields[word] = (*fields.get(word, ()), value)
    fields["procedure"] = (row.label,) if row.label else ()
    fields["identity"] = (row.identity,) if row.identity else ()
    fields["agent"] = (row.agent,) if row.agent else ()
    fields["desk"] = row.desks
    fee = "amount" if re.search(r"[0-9０-９]", row.fee) else "text"
    fields["fee"] = (fee,) if row.fee and row.fee not in (facts.NONE, facts.ON_REQUEST, facts.DELEGATED) else ()
    node = maker_of(row.id, "procedure")
    known_by = (of_field(node, "procedure") if row.url else node,)
    words = _words("linked" if row.url else "")
    return Row("procedure", node, words, fields, known_by, row.clause, row.origin, url=row.url)


def _safeguard(row: facts.Safeguard, things: Things) -> Row:
    concepts = tuple(c.id for c in row.concepts)
    fields = {"country": row.countries, "is": concepts}
    measures = of_field(row.clause, "measures")
    known_by = (row.id, *(of_value(measures, c) for c in concepts), measures)
    # What is done once a breach has happened is no measure for keeping data safe (art. 23), but a matter of art. 26.
    kind = "safeguard" if _BREACH.isdisjoint(concepts) else "breach"
    return Row(kind, row.clause, _words(*concepts), fields, known_by, row.clause, row.origin, row.text)


def _retention(row: facts.Retention, things: Things) -> Row:
    node = maker_of(row.id, "retention")
    fields: Fields = {"period": (row.text,) if row.text else (), "data": things.data(row.data)}
    fields |= {word: (value,) for word, value in row.details}
    known_by = (of_field(node, "period"), of_field(node, "after"), node)
    return Row("retention", node, _words(), fields, known_by, row.clause, row.origin)


def _contact(row: facts.Contact, things: Things) -> Row:
    parts = ("phone", "email", "address", "hours", "form")
    fields: Fields = {part: (value,) for part in parts if (value := str(getattr(row, part)))}
    desk = of_field(row.clause, "desk")
    known_by = (of_value(desk, row.id), desk, of_field(row.clause, "accredited"), row.id)
    return Row("contact", row.clause, _words(*row.takes), fields, known_by, row.clause, row.origin, row.name)


def _amendment(row: facts.Amendment, things: Things) -> Row:
    fields: Fields = {"notice": (row.notice,) if row.notice else ()}
    fields["effective"] = (row.effective,) if row.effective else ()
    fields |= {word: (value,) for word, value in row.details}
    known_by = (of_field(row.id, "notice"), of_field(row.id, "effective"), row.id)
    return Row("amendment", row.id, _words(row.notice), fields, known_by, row.clause, row.origin)


def _event(row: facts.Event, things: Things) -> Row:
    fact = of_field(things.policy.id, row.kind)
    return Row("event", FactId(things.policy.id), _words(row.kind), {}, (fact,), NO_FACT, row.origin, row.text)


def _delegation(row: facts.Delegation, things: Things) -> Row:
    return Row("delegation", row.id, _words(row.topic), {}, (row.id,), row.clause, row.origin, row.label, row.url)


def _place(row: facts.Place, things: Things) -> Row:
    return Row("clause", row.id, _words(row.type), {}, (row.id,), row.id, row.origin, row.heading)


def _frame(row: facts.Frame, things: Things) -> Row:
    known_by = (of_field(row.clause, row.kind),)
    return Row("frame", row.clause, _words(row.kind), {}, known_by, row.clause, row.origin, row.name, row.url)


def _disclosure(row: Any, things: Things) -> Row:
    """A matter disclosed under a label of the vocabulary (price, seller, …), in the notices of commerce and payment."""
    label = row.concept.id if row.concept is not None else "text"
    return Row("disclosure", row.id, _words(label), {}, (row.id,), row.clause, row.origin, f"{row.label} {row.text}")


_TABLES: dict[str, Callable[[Any, Things], Row]] = {
    "practices": _practice,
    "purposes": _purpose,
    "data": _data,
    "rights": _right,
    "procedures": _procedure,
    "safeguards": _safeguard,
    "retentions": _retention,
    "contacts": _contact,
    "amendments": _amendment,
    "events": _event,
    "delegations": _delegation,
    "places": _place,
    "frames": _frame,
    "disclosures": _disclosure,
}
KINDS = (
    "practice",
    "purpose",
    "data",
    "right",
    "procedure",
    "safeguard",
    "breach",
    "retention",
    "contact",
    "amendment",
    "event",
    "delegation",
    "clause",
    "frame",
    "disclosure",
)
"""The kinds of rows, as conditions name them."""


def of_clause(every: dict[str, list[Row]]) -> Iterator[tuple[str, str]]:
    """Every block that a row speaks of, with the clause it stands in."""
    for listed in every.values():
        for row in listed:
            if row.clause and row.kind != "delegation":
                yield row.node, row.clause
