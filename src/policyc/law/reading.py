"""A document as the rules read it: its facts as rows, and what its sentences say."""

from __future__ import annotations

import re
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from .. import facts
from ..compose.page import Page, plain
from ..compose.sentences import Sentence, lines, sentences
from ..facts.identifiers import of_field, topic_field
from .patterns import says
from .rows import Fields, Row, of_clause, party_fields, rows

_DENIES = re.compile(r"ません|しない|せず|ない(?:こと|もの|。|$)|禁止|禁じ|無料|不要")


if TYPE_CHECKING:
    from .conditions import Verdict
    from .rule import Condition


class Silence(NamedTuple):
    """An answer other than a statement: `none`, `on-request` or `delegated` (then with its link)."""

    stance: str
    fact: str
    label: str
    url: str
    origin: str


class Reading:
    """One document: its policy and page. Everything else is worked out when a rule first asks for it."""

    def __init__(self, policy: facts.Policy, page: Page) -> None:
        self.policy = policy
        self.page = page
        self._said: dict[str, bool] = {}
        self.asked: dict[Condition, Verdict] = {}
        """What the whole document answered to conditions that were put to it already."""

    @cached_property
    def rows(self) -> dict[str, list[Row]]:
        """All facts, by kind."""
        return rows(self.policy)

    @cached_property
    def operator(self) -> Fields:
        """Who publishes the document, with the parts of it, and the address it is published at."""
        party = next((p for p in self.policy.parties if p.id == self.policy.operator), None)
        return party_fields("operator", party) | {"url": (self.policy.url,) if self.policy.url else ()}

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences of the page."""
        return sentences(self.page)

    @cached_property
    def text(self) -> str:
        """Every character of the page but its headings."""
        return "\n".join(plain(line) for _, _, line in lines(self.page))

    @cached_property
    def practices(self) -> dict[str, facts.Practice]:
        """The practices by id."""
        return {practice.id: practice for practice in self.policy.practices}

    @cached_property
    def processors(self) -> frozenset[str]:
        """The ids of all whom the handling of data is entrusted to."""
        return frozenset(id_ for p in self.policy.practices if p.action == "entrust" for id_ in p.recipients)

    @cached_property
    def places(self) -> dict[str, facts.Place]:
        """The parts and clauses by id."""
        return {place.id: place for place in self.policy.places}

    @cached_property
    def first(self) -> dict[str, str]:
        """The first clause of every type."""
        found: dict[str, str] = {}
        for place in self.policy.places:
            found.setdefault(place.type, place.id)
        return found

    @cached_property
    def _clauses(self) -> dict[str, str]:
        return {**dict(of_clause(self.rows)), **{id_: id_ for id_ in self.places}}

    @cached_property
    def _by_node(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(sentence.node, []).append(sentence)
        return found

    @cached_property
    def _by_clause(self) -> dict[str, list[Sentence]]:
        found: dict[str, list[Sentence]] = {}
        for sentence in self.sentences:
            found.setdefault(self._clauses.get(sentence.node, sentence.node), []).append(sentence)
        return found

    def within(self, row: Row | None) -> list[Sentence]:
        """The sentences of a row's block; those of its whole clause where the row is the clause itself."""
        if row is None:
            return self.sentences
        own = self._by_node.get(row.node) if row.node != row.clause else None
        return own or self._by_clause.get(row.clause, [])

    def said(self, words: str) -> bool:
        """Whether the page says these words anywhere."""
        if words not in self._said:
            self._said[words] = words in self.text
        return self._said[words]

    def saying(
        self, patterns: tuple[str, ...], row: Row | None, affirmed: bool = False, near: tuple[str, ...] = ()
    ) -> list[Sentence]:
        """The sentences in which any of the patterns stands; `affirmed` leaves out those that deny something, `near`
        those of clauses in which (or over which) none of its words stand."""
        # Where the page lacks even their first words, no sentence need be looked at.
        if row is None and not says(self.text, tuple(p.removeprefix("^").partition("…")[0] for p in patterns)):
            return []
        found = [s for s in self.within(row) if says(s.text, patterns)]
        if near:
            about = self._about(near)
            found = [s for s in found if self._clauses.get(s.node, s.node) in about]
        return [s for s in found if not _DENIES.search(s.text)] if affirmed else found

    def _about(self, near: tuple[str, ...]) -> set[str]:
        """The clauses in which, or over which, any of the words stand."""
        about = {self._clauses.get(s.node, s.node) for s in self.sentences if says(s.text, near)}
        return about | {id_ for id_, place in self.places.items() if says(place.heading, near)}

    def headed(self, patterns: tuple[str, ...], row: Row | None) -> str:
        """The clause in whose heading any of the patterns stands, or an empty string."""
        chosen = self.places.values() if row is None else filter(None, [self.places.get(row.clause)])
        return next((place.id for place in chosen if says(place.heading, patterns)), "")

    @cached_property
    def silences(self) -> dict[str, Silence]:
        """Other answers by topic (`joint-use`, `requests.fee`) and by fact (`joint-use-2.items`)."""
        found: dict[str, Silence] = {}
        types = {place.id: place.type for place in self.places.values()}
        for gap in self.policy.silences:
            answer = Silence(gap.stance, gap.id, "", "", gap.origin)
            for key in (gap.topic, gap.id):
                found.setdefault(key, answer)
        stated = {
            row.clause for kind in ("practice", "procedure", "safeguard", "breach") for row in self.rows.get(kind, ())
        }
        for link in self.policy.delegations:
            answer = Silence(facts.DELEGATED, link.id, link.label, link.url, link.origin)
            keys = [link.topic, link.id]
            # A clause that states nothing and names another document leaves all of its matter to it.
            if link.clause not in stated and link.clause in types and not topic_field(link.topic):
                keys.append(types[link.clause])
            for key in keys:
                found.setdefault(key, answer)
        return found

    def silence(self, topics: tuple[str, ...], row: Row | None = None) -> Silence | None:
        """The first other answer to any of the topics. Of a row, an answer to a topic that is a field (`joint-use.items`)
        is that of its own block or clause: another joint use, which has no items, says nothing of this one."""
        for topic in topics:
            field = topic_field(topic)
            places = (row.node, row.clause) if row is not None and field else ()
            for key in (of_field(place, field) for place in places) if places else (topic,):
                if key in self.silences:
                    return self.silences[key]
        return None
