"""The graph in the making: every node under its IRI once, the own terms that were used, and what was lost."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from ...ir import Policy
from ...vocab import Concept, lookup
from .. import BROADER, EXACT, NONE_FIT, Loss
from ..encode import encode
from .addresses import absolute, document_iri, fit
from .index import index
from .terms import CHOICES

Json = dict[str, Any]


def ja(text: str) -> Json:
    """A verbatim Japanese text; nothing for an empty one."""
    return {"ja": text} if text else {}


def given(node: Json) -> Json:
    """The node without the words that have no value."""
    return {word: value for word, value in node.items() if value}


class Graph:
    """The nodes of one policy. `notice` is the node of the document itself, which all the others hang from."""

    def __init__(self, policy: Policy) -> None:
        self.policy = policy
        self.document = document_iri(policy.url, policy.id)
        self._base = self.document.partition("#")[0] + "#"
        self.nodes: dict[str, Json] = {}
        self.used: dict[str, Concept | None] = {}
        self.losses: list[Loss] = []
        self.index = index(policy)
        self.clauses: dict[str, tuple[list[str], list[str]]] = {}
        """The listed purposes of each clause: their ids, and their IRIs."""
        self.laws: dict[str, str] = {}
        """The nodes of laws that DPV does not have, by name."""
        self.notice = self.put(self.document, {})

    def iri(self, id_: str) -> str:
        """The IRI of an id of the IR; `id/part` is a node that the IR has as a part of that row."""
        return self.document if id_ == self.policy.id else self._base + id_

    def fitting(self, id_: str) -> str:
        """The IRI of an id that has words of the author in it, which may hold what no IRI may."""
        return self._base + fit(id_).replace("#", "%23")

    def iris(self, ids: Iterable[str]) -> list[str]:
        """The IRIs of several ids."""
        return [self.iri(id_) for id_ in ids]

    def put(self, iri: str, node: Json) -> Json:
        """Enter a node. Where one of that IRI is there, it is the same thing: what is new is added to it."""
        there = self.nodes.get(iri)
        if there is None:
            there = self.nodes[iri] = {"id": iri, **node}
        else:
            for word, value in node.items():
                there[word] = _joined(there[word], value) if word in there else value
        return there

    def add(self, iri: str, node: Json) -> Json:
        """Enter a node without the words that have no value."""
        if iri in self.nodes:
            return self.put(iri, given(node))
        there = self.nodes[iri] = {"id": iri}
        for word, value in node.items():
            if value:
                there[word] = value
        return there

    def stated(self, id_: str, clause: str) -> Json:
        """Where a fact is stated; nothing for one that has the clause's own id."""
        return {"statedIn": self.iri(clause)} if clause and clause != id_ else {}

    def link(self, word: str, *iris: str) -> None:
        """Let the document refer to nodes."""
        self.notice.setdefault(word, []).extend(iris)

    # -- terms ---------------------------------------------------------------------------------------------------------

    def terms(self, concept: Concept) -> list[str]:
        """The terms of a concept: our own, which is described in the file, and the DPV terms above it or equal to it."""
        if concept.own is None:
            return list(concept.dpv_terms)
        own = self.own(concept)
        return [own, *concept.dpv_terms]

    def own(self, concept: Concept) -> str:
        """The own term of a concept that has one."""
        own = concept.own or ""
        if own.startswith(("http://", "https://")):
            own = fit(own)
        self.used[own] = concept
        return own

    def above(self, concepts: Iterable[Concept], root: str) -> list[str]:
        """What a node is narrower than: the terms of its concepts, or the general class where there are none."""
        found = [term for concept in concepts for term in self.terms(concept)]
        return list(dict.fromkeys(found)) or [root]

    def choice(self, field: str, word: str) -> str:
        """The term for a word of a closed list; empty for a word that has none."""
        term = CHOICES[field].get(word, "")
        if term.startswith("policyc:"):
            self.used[term] = None
        elif term.startswith("jp-appi:"):
            self.used[term] = lookup("bases", "consent-by-terms")
        return term

    def type(self, name: str) -> str:
        """A type of `policyc:`."""
        term = f"policyc:{name}"
        self.used[term] = None
        return term

    def country(self, code: str) -> str:
        """The `loc:` term of an ISO code; empty for one that DPV does not have."""
        concept = lookup("countries", code)
        return concept.dpv_terms[0] if concept is not None and concept.dpv_fit == EXACT else ""

    def places(self, codes: Iterable[str], word: str) -> Json:
        """Countries as references under `word`; codes that DPV does not have as plain values."""
        terms = {code: self.country(code) for code in codes}
        return given({word: [t for t in terms.values() if t], "countryCode": [c for c, t in terms.items() if not t]})

    def page(self, url: str, word: str = "page") -> Json:
        """A link, or the address as it is written where it can be no IRI."""
        if not url:
            return {}
        iri = absolute(url, self.document)
        return {word: iri} if iri else {"writtenAddress": url}

    # -- losses --------------------------------------------------------------------------------------------------------

    def lose(self, id_: str, fact: str, fit_: str, note: str) -> None:
        """Note that DPV says a fact less precisely, or not at all."""
        self.losses.append(Loss("jsonld", id_, fact, fit_, note))

    def weigh(self, id_: str, fact: str, concepts: tuple[Concept, ...]) -> None:
        """Note the loss of a fact that DPV knows by these concepts, by the worst of them."""
        if not concepts:
            self.lose(id_, fact, NONE_FIT, "no concept of the vocabulary is given: DPV has the general class only")
            return
        inexact = [c for c in concepts if c.dpv_fit != EXACT]
        if inexact:
            worst = NONE_FIT if any(c.dpv_fit == NONE_FIT for c in inexact) else BROADER
            notes = [c.dpv_note or f"{c.en}: DPV has {', '.join(c.dpv_terms)}" for c in inexact]
            self.lose(id_, fact, worst, "; ".join(notes))

    def text(self) -> str:
        """The array of nodes as JSON, one node a line."""
        # One call of the encoder for all. Only nodes begin with "id", and in a text every quotation mark is escaped.
        return encode(list(self.nodes.values())).replace('}, {"id": ', '},\n{"id": ')


def _joined(old: Any, new: Any) -> Any:
    """Both values of a word, each once."""
    if isinstance(old, dict) and isinstance(new, dict):
        return {**old, **{key: _joined(old[key], value) if key in old else value for key, value in new.items()}}
    olds = old if isinstance(old, list) else [old]
    news = new if isinstance(new, list) else [new]
    both = olds + [value for value in news if value not in olds]
    return both if len(both) > 1 or isinstance(old, list) else both[0]
