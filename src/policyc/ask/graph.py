"""What the questions by name find in the graphs of documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from ..vocab import NAMESPACES, words
from . import TAKES, Question
from . import Answer as Answer
from .bounds import characters
from .store import Node, Store, Term, path_of, plain
from .words import name, near, terms

_DCT, _DPV = NAMESPACES["dct"], NAMESPACES["dpv"]
_TITLE, _NAME = ox.NamedNode(f"{_DCT}title"), ox.NamedNode(f"{_DPV}hasName")
_SENTENCE, _NUMBER = ox.NamedNode(f"{_DCT}description"), ox.NamedNode(f"{_DCT}identifier")
_PURPOSE = ox.NamedNode(f"{_DPV}hasPurpose")
_STATED_IN = ox.NamedNode(f"{NAMESPACES['policyc']}statedIn")
_ORIGIN = ox.NamedNode(f"{NAMESPACES['policyc']}origin")
# What a sentence may name of a practice, most telling first.
_NAMED = tuple(
    tuple(ox.NamedNode(f"{_DPV}{verb}") for verb in verbs)
    for verbs in (
        ("hasRecipient", "hasRecipientThirdParty", "hasDataProcessor"),
        ("hasPersonalData",),
        ("hasPurpose",),
    )
)
# From a practice to what a question may be asked of.
_PATHS = {
    "data": "dpv:hasPersonalData/skos:narrower*",
    "purpose": "dpv:hasPurpose/skos:narrower*",
    "party": "(dpv:hasRecipient|dpv:hasRecipientThirdParty|dpv:hasDataProcessor|dpv:hasDataController"
    "|dpv:hasJointDataControllers/(dpv:hasDataController|dpv:hasEntity))",
}
_CERTAINTY = ("stated", "within-purposes", "open-ended", "not-itemised")


class _Row(NamedTuple):
    """What a question finds: a practice (or the document) in the graph of a file."""

    graph: ox.NamedNode
    document: Node
    practice: Node
    certainty: str


class Graphs(Store):
    """Documents, and what the questions by name find in them."""

    def ask(self, question: Question, word: str = "") -> list[Answer]:
        """The answers to a named question, in the order of the files and of their nodes' addresses. Raises Refused for a
        word with what is no character."""
        characters(word)
        listed = " ".join(f"<{term}>" for term in terms(question.takes, word))
        text = ox.Literal(word, language="ja")
        query = question.query.replace("$terms", listed).replace("$text", str(text))
        rows: dict[_Row, set[Term]] = {}
        for row in self.rows(query.replace("SELECT ", "SELECT ?file ", 1)):
            practice = row["practice"] if row["practice"] is not None else row["document"]
            # A graph of others may have a text in the place of a practice, of which nothing can be stated.
            if isinstance(practice, Node):
                key = _Row(row["file"], row["document"], practice, row["certainty"].value)
                rows.setdefault(key, set())
                if row["other"] is not None:
                    rows[key].add(row["other"])
        return sorted(
            self._answers(rows), key=lambda a: (a.file, a.document, _CERTAINTY.index(a.certainty), a.practice)
        )

    def _answers(self, rows: dict[_Row, set[Term]]) -> Iterator[Answer]:
        stated = {row[:3] for row in rows if row.certainty == "stated"}
        for row, others in rows.items():
            # What is stated of a practice needs no guess of the same practice beside it.
            if row.certainty != "stated" and row[:3] in stated:
                continue
            graph, practice = row.graph, row.practice
            number, title = self._one(practice, _NUMBER, graph), self._one(practice, _TITLE, graph)
            yield Answer(
                file=path_of(graph),
                document=row.document.value,
                title=self._one(row.document, _TITLE, graph),
                practice=practice.value,
                heading=f"{number}{title}",
                others=tuple(sorted(filter(None, (self._called(other, graph) for other in others)))),
                certainty=row.certainty,
                sentence=self._sentence(practice, graph),
                origin=self._one(practice, _ORIGIN, graph),
            )

    def unknown(self, question: Question, word: str) -> list[str] | None:
        """Names that are like a word of a question, where neither the vocabulary nor any document has it; None where one
        does."""
        if not TAKES[question.takes] or terms(question.takes, word):
            return None
        text = ox.Literal(word, language="ja")
        asked = f"ASK {{ GRAPH ?g {{ ?x dct:title|dpv:hasName {text} }} }}"
        if self.holds(asked):
            return None
        called = f"SELECT DISTINCT ?name WHERE {{ GRAPH ?g {{ ?d dpv:hasProcess ?p . ?p {_PATHS[question.takes]} ?x . ?x dct:title|dpv:hasName ?name }} }}"
        names = {row["name"].value for row in self.rows(called) if isinstance(row["name"], ox.Literal)}
        return near(word, [*sorted(names), *words(TAKES[question.takes])])

    def _sentence(self, practice: Node, graph: ox.NamedNode) -> str:
        """What the text says of a practice: in its own words, in a line of its clause, or else by naming its purposes."""
        said = self._one(practice, _SENTENCE, graph) or self._of_clause(practice, graph)
        return said or "、".join(self._names(practice, (_PURPOSE,), graph))

    def _of_clause(self, practice: Node, graph: ox.NamedNode) -> str:
        """The line of its clause that speaks of a practice without words of its own: the one that names most of those who
        receive the data; of as many, most of the data, then of the purposes. One line: another may be about another."""
        named = [self._names(practice, verbs, graph) for verbs in _NAMED]
        best, most = "", [0] * len(named)
        for line in self._one(self._clause(practice, graph), _SENTENCE, graph).splitlines():
            names = [sum(word in line for word in words) for words in named]
            if names > most:
                best, most = line, names
        return best

    def _clause(self, practice: Node, graph: ox.NamedNode) -> Node:
        quads = self.store.quads_for_pattern(practice, _STATED_IN, None, graph)
        return next((quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)), practice)

    def _names(self, practice: Node, verbs: Iterable[ox.NamedNode], graph: ox.NamedNode) -> list[str]:
        """How the text calls what these properties of a practice lead to."""
        quads = (quad for verb in verbs for quad in self.store.quads_for_pattern(practice, verb, None, graph))
        named = {quad.object for quad in quads if isinstance(quad.object, ox.NamedNode)}
        return sorted(self._called(node, graph) for node in named)

    def _called(self, term: Term, graph: ox.NamedNode) -> str:
        """What a text calls something; empty where it has no name of any kind."""
        if not isinstance(term, Node):
            return plain(term)
        said = self._one(term, _TITLE, graph) or self._one(term, _NAME, graph)
        return said or (name(term.value) if isinstance(term, ox.NamedNode) else "")

    def _one(self, node: Node, verb: ox.NamedNode, graph: ox.NamedNode) -> str:
        found = (quad.object for quad in self.store.quads_for_pattern(node, verb, None, graph))
        return min((value.value for value in found if isinstance(value, ox.Literal)), default="")
