"""The graph in the making: every node under its IRI once, the own terms that were used, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import NamedTuple, Protocol

from ...facts import TABLES, Policy
from ...vocab import Concept, lookup
from .. import BROADER, EXACT, NONE_FIT, Loss
from ..json_text import Ready
from .addresses import absolute, document_iri, fit
from .concepts import SAID, Own, Said, say
from .concepts import own as own_term
from .index import index
from .nodes import Node, Refs, joined, said
from .terms import CHOICES

_NONE_GIVEN = "no concept of the vocabulary is given: DPV has the general class only"


class _Lists(Protocol):
    """A fact that says which of its lists are left open."""

    @property
    def id(self) -> str: ...

    @property
    def open_lists(self) -> tuple[str, ...]: ...


class Listed(NamedTuple):
    """The listed purposes of a clause: their ids, and the references to them."""

    ids: list[str]
    refs: list[str]


class Graph:
    """The nodes of one policy. `notice` is the node of the document itself, which all the others hang from.

    Nodes are known by their IRIs (`refs` has them by ids of the facts; `id/part` is a node that the facts has as a part of that
    row).
    """

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.document = document_iri(policy.url, policy.id)
        self._base = self.document.partition("#")[0] + "#"
        self.rows = [row[0] for table in TABLES for row in getattr(policy, table)]
        """The ids of all rows and places of the policy."""
        self.rows += [place.id for place in policy.places]
        self.refs = Refs(self._base, self.rows)
        self.refs[policy.id] = self.document
        self.nodes: dict[str, Node] = {}
        self.used: dict[str, Own] = {}
        self.losses: list[Loss] = []
        self.index = index(policy)
        self.clauses: dict[str, Listed] = {}
        """The listed purposes of each clause."""
        self.laws: dict[str, str] = {}
        """The nodes of laws that DPV does not have, by name."""
        self.closed = self._base == policy.iri + "#"
        """Whether the ids of `refs` are all that the graph refers to in the document: no address of the author's does."""
        self.notice: Node = {"id": self.document}
        self.nodes[self.refs[policy.id]] = self.notice

    def fitting(self, id_: str) -> str:
        """The reference of an id that has words of the author in it, which may hold what no IRI may."""
        return self.refs[fit(id_).replace("#", "%23")]

    def add(self, ref: str, node: Node) -> str:
        """Enter a node without the words that have no value, and refer to it. Where one of that IRI is there, it is the
        same thing: what is new is added to it."""
        there = self.nodes.get(ref)
        if there is None:
            self.nodes[ref] = said({"id": ref, **node})
            return ref
        for word, value in said(node).items():
            there[word] = joined(there[word], value) if word in there else value
        return ref

    def stated(self, id_: str, clause: str) -> Node:
        """Where a fact is stated; nothing for one that has the clause's own id."""
        return {"statedIn": self.refs[clause]} if clause and clause != id_ else {}

    def link(self, word: str, *refs: str) -> None:
        """Let the document refer to nodes."""
        self.notice.setdefault(word, []).extend(refs)

    # -- terms ---------------------------------------------------------------------------------------------------------

    def say(self, concept: Concept) -> Said:
        """How a concept is said; its own term is described in the file."""
        said = SAID.get(id(concept)) or say(concept)
        if said.own is not None:
            self.used[said.name] = said.own
        return said

    def own(self, concept: Concept) -> str:
        """The own term of a concept that has one."""
        own = self.say(concept).own
        assert own is not None
        return own.ref

    def above(self, concepts: tuple[Concept, ...], root: str) -> list[str]:
        """What a node is narrower than: the terms of its concepts, or the general class where there are none."""
        if len(concepts) == 1:
            return self.say(concepts[0]).terms or [root]
        found = [term for concept in concepts for term in self.say(concept).terms]
        return list(dict.fromkeys(found)) or [root]

    def choice(self, field: str, word: str) -> str:
        """The term for a word of a closed list; empty for a word that has none."""
        term = CHOICES[field].get(word, "")
        if term.startswith("policyc:"):
            return self.type(term[8:])
        if term.startswith("jp-appi:"):
            concept = lookup("bases", "consent-by-terms")
            assert concept is not None
            self.say(concept)
        return term

    def type(self, name: str) -> str:
        """A type of `policyc:`."""
        term = f"policyc:{name}"
        found = self.used[term] = own_term(term)
        return found.ref

    def country(self, code: str) -> str:
        """The `loc:` term of an ISO code; empty for one that DPV does not have."""
        concept = lookup("countries", code)
        return concept.dpv_terms[0] if concept is not None and concept.dpv_fit == EXACT else ""

    def places(self, codes: Iterable[str], word: str) -> Node:
        """Countries as references under `word`; codes that DPV does not have as plain values."""
        terms = {code: self.country(code) for code in codes}
        found: Node = {
            word: [t for t in terms.values() if t],
            "countryCode": [c for c, t in terms.items() if not t],
        }
        return {word: value for word, value in found.items() if value}

    def page(self, url: str, word: str = "page") -> Node:
        """A link, or the address as it is written where it can be no IRI."""
        if not url:
            return {}
        iri = absolute(url, self.document)
        if iri.startswith(self._base):
            self.closed = False
        return {word: iri} if iri else {"writtenAddress": url}

    def going_on(self, row: _Lists) -> list[str]:
        """Which lists of a fact are left open, where some are."""
        note = "DPV cannot say that a list goes on; our own property is used"
        self.lose(row.id, f"open lists: {', '.join(row.open_lists)}", NONE_FIT, note)
        return list(row.open_lists)

    # -- losses --------------------------------------------------------------------------------------------------------

    def lose(self, id_: str, fact: str, fit_: str, note: str) -> None:
        """Note that DPV says a fact less precisely, or not at all."""
        self.losses.append(tuple.__new__(Loss, ("jsonld", id_, fact, fit_, note)))

    def weigh(self, id_: str, fact: str, concepts: tuple[Concept, ...]) -> None:
        """Note the loss of a fact that DPV knows by these concepts, by the worst of them."""
        if len(concepts) == 1:
            said = SAID.get(id(concepts[0])) or say(concepts[0])
            if said.fit != EXACT:
                self.lose(id_, fact, said.fit, said.note)
            return
        if not concepts:
            self.lose(id_, fact, NONE_FIT, _NONE_GIVEN)
            return
        inexact = [said for said in map(say, concepts) if said.fit != EXACT]
        if inexact:
            worst = NONE_FIT if any(said.fit == NONE_FIT for said in inexact) else BROADER
            self.lose(id_, fact, worst, "; ".join([said.note for said in inexact]))

    def tree(self) -> list[Node | Ready]:
        """The nodes: the document's first, then the facts, then the own terms in use, by name."""
        for word, value in self.notice.items():
            if isinstance(value, list):
                # A page that two entries lead to, or a day that is said twice, is one.
                self.notice[word] = list(dict.fromkeys(value))
        terms: list[Ready] = []
        for name, own in sorted(self.used.items()):
            if name.startswith(self._base):
                self.closed = False
            if own.ref in self.nodes:
                self.add(own.ref, own.node)
            else:
                terms.append(own.ready)
        return [*self.nodes.values(), *terms]
