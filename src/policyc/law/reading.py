"""A document as the rules read it: its facts as rows, and what its sentences say."""

from __future__ import annotations

import re
from functools import cached_property
from typing import NamedTuple

from .. import ir
from ..compose.page import Page, plain
from ..compose.sentences import Sentence, lines, sentences
from .patterns import says
from .rows import Fields, Row, of_clause, party_fields, rows

_DENIES = re.compile(r"ません|しない|せず|ない(?:こと|もの|。|$)|禁止|禁じ|無料|不要")


class Silence(NamedTuple):
    """An answer other than a statement: `none`, `on-request` or `delegated` (then with its link)."""

    stance: str
    fact: str
    label: str
    url: str
    origin: str


class Reading:
    """One document: its policy and page. Everything else is worked out when a rule first asks for it."""

    def __init__(self, policy: ir.Policy, page: Page) -> None:
        self.policy = policy
        self.page = page

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
    def _clauses(self) -> dict[str, str]:
        own = {place.id: place.id for place in self.policy.places}
        return {**dict(of_clause(self.rows)), **own}

    @cached_property
    def headings(self) -> dict[str, str]:
        """The heading of every part and clause."""
        return {place.id: place.heading for place in self.policy.places}

    def within(self, row: Row | None) -> list[Sentence]:
        """The sentences of a row's block; those of its whole clause where the row is the clause itself."""
        if row is None:
            return self.sentences
        if row.node != row.clause:
            own = [s for s in self.sentences if s.node == row.node]
            if own:
                return own
        return [s for s in self.sentences if self._clauses.get(s.node, s.node) == row.clause]

    def saying(
        self, patterns: tuple[str, ...], row: Row | None, affirmed: bool = False, near: tuple[str, ...] = ()
    ) -> list[Sentence]:
        """The sentences in which any of the patterns stands; `affirmed` leaves out those that deny something, `near`
        those of clauses in which (or over which) none of its words stand."""
        if not says(self.text, _anywhere(patterns)):
            return []
        found = [s for s in self.within(row) if says(s.text, patterns)]
        if near:
            about = {self._clauses.get(s.node, s.node) for s in self.sentences if says(s.text, near)}
            about |= {id_ for id_, heading in self.headings.items() if says(heading, near)}
            found = [s for s in found if self._clauses.get(s.node, s.node) in about]
        return [s for s in found if not _DENIES.search(s.text)] if affirmed else found

    def headed(self, patterns: tuple[str, ...], row: Row | None) -> str:
        """The clause in whose heading any of the patterns stands, or an empty string."""
        ids = self.headings if row is None else (row.clause,)
        return next((id_ for id_ in ids if says(self.headings.get(id_, ""), patterns)), "")

    @cached_property
    def silences(self) -> dict[str, Silence]:
        """Other answers by topic (`joint-use`, `requests.fee`) and by fact (`joint-use-2.items`)."""
        found: dict[str, Silence] = {}
        types = {place.id: place.type for place in self.policy.places}
        for gap in self.policy.silences:
            answer = Silence(gap.stance, gap.id, "", "", gap.origin)
            for key in (gap.topic, gap.id):
                found.setdefault(key, answer)
        stated = {row.clause for kind in ("practice", "procedure", "safeguard") for row in self.rows.get(kind, ())}
        for link in self.policy.delegations:
            answer = Silence(ir.DELEGATED, link.id, link.label, link.url, link.origin)
            keys = [link.topic, link.id]
            # A clause that states nothing and names another document leaves all of its matter to it.
            if link.clause not in stated and link.clause in types and "." not in link.topic:
                keys.append(types[link.clause])
            for key in keys:
                found.setdefault(key, answer)
        return found

    def silence(self, topics: tuple[str, ...]) -> Silence | None:
        """The first other answer to any of the topics."""
        return next((self.silences[topic] for topic in topics if topic in self.silences), None)


def _anywhere(patterns: tuple[str, ...]) -> tuple[str, ...]:
    """The first words of each pattern: where the page lacks them, no sentence need be looked at."""
    return tuple(pattern.removeprefix("^").partition("…")[0] for pattern in patterns)
