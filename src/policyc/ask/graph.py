"""The graphs of many documents in one store, and what a query finds in them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

import pyoxigraph as ox

from ..vocab import NAMESPACES, words
from . import TAKES, Question
from .words import name, near, terms

_PREFIXES = "".join(f"PREFIX {name}: <{iri}>\n" for name, iri in NAMESPACES.items())
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


class Answer(NamedTuple):
    """One practice of one document that answers a question: who or what, by which sentence, declared where.

    `certainty`: `stated`; `within-purposes` where it is only held within the purposes of a clause, of which the one that
    is asked for is one, or one of several; `open-ended` where a list has an end like 「その他…全ての個人情報」 that may take the thing in;
    `not-itemised` where the text names no items at all.
    """

    file: str
    document: str
    title: str
    practice: str
    heading: str
    others: tuple[str, ...]
    certainty: str
    sentence: str
    origin: str


class Graphs:
    """A store of documents; each file is a graph of its own, named by its path."""

    def __init__(self) -> None:
        self._store = ox.Store()

    def add(self, files: Iterable[tuple[str, bytes]]) -> list[str]:
        """Take in files by name; those that are no JSON-LD are left out, and named in the result."""
        bad = []
        for path, content in files:
            try:
                self._store.bulk_load(content, ox.RdfFormat.JSON_LD, to_graph=_graph(path))
            except (SyntaxError, ValueError):
                bad.append(path)
        return bad

    def ask(self, question: Question, word: str = "") -> list[Answer]:
        """The answers to a named question, in the order of the files and of their nodes' addresses."""
        listed = " ".join(f"<{term}>" for term in terms(question.takes, word))
        text = ox.Literal(word, language="ja")
        query = _PREFIXES + question.query.replace("$terms", listed).replace("$text", str(text))
        rows: dict[tuple[str, str, str, str], set[str]] = {}
        found = self._store.query(query.replace("SELECT ", "SELECT ?file ", 1))
        assert isinstance(found, ox.QuerySolutions)
        for row in found:
            practice = row["practice"] if row["practice"] is not None else row["document"]
            key = (row["file"].value, row["document"].value, practice.value, row["certainty"].value)
            rows.setdefault(key, set())
            if row["other"] is not None:
                rows[key].add(row["other"].value)
        return sorted(
            self._answers(rows), key=lambda a: (a.file, a.document, _CERTAINTY.index(a.certainty), a.practice)
        )

    def _answers(self, rows: dict[tuple[str, str, str, str], set[str]]) -> Iterator[Answer]:
        stated = {key[:3] for key in rows if key[3] == "stated"}
        for (file, document, practice, certainty), others in rows.items():
            # What is stated of a practice needs no guess of the same practice beside it.
            if certainty != "stated" and (file, document, practice) in stated:
                continue
            graph = ox.NamedNode(file)
            number, title = self._one(practice, _NUMBER, graph), self._one(practice, _TITLE, graph)
            yield Answer(
                file=_name(file),
                document=document,
                title=self._one(document, _TITLE, graph),
                practice=practice,
                heading=f"{number}{title}",
                others=tuple(sorted(self._called(other, graph) for other in others)),
                certainty=certainty,
                sentence=self._sentence(practice, graph),
                origin=self._one(practice, _ORIGIN, graph),
            )

    def unknown(self, question: Question, word: str) -> list[str] | None:
        """Names that are like a word of a question, where neither the vocabulary nor any document has it; None where one
        does."""
        if not TAKES[question.takes] or terms(question.takes, word):
            return None
        text = ox.Literal(word, language="ja")
        if self._store.query(f"{_PREFIXES} ASK {{ GRAPH ?g {{ ?x dct:title|dpv:hasName {text} }} }}"):
            return None
        called = f"SELECT DISTINCT ?name WHERE {{ GRAPH ?g {{ ?d dpv:hasProcess ?p . ?p {_PATHS[question.takes]} ?x . ?x dct:title|dpv:hasName ?name }} }}"
        found = self._store.query(_PREFIXES + called)
        assert isinstance(found, ox.QuerySolutions)
        names = {row["name"].value for row in found}
        return near(word, [*sorted(names), *words(TAKES[question.takes])])

    def sparql(self, query: str) -> tuple[list[str], list[list[str]]]:
        """A query of an expert over all graphs: the variables and the rows, sorted; ValueError where it is no SELECT.

        The prefixes of the vocabulary are known to it, and the default graph is all graphs together.
        """
        found = self._store.query(_PREFIXES + query, use_default_graph_as_union=True)
        if isinstance(found, ox.QueryBoolean):
            return ["answer"], [[str(bool(found)).lower()]]
        if not isinstance(found, ox.QuerySolutions):
            raise ValueError("SELECT or ASK")
        names = [variable.value for variable in found.variables]
        rows = [["" if value is None else _plain(value) for value in row] for row in found]
        return names, sorted(rows)

    def _sentence(self, practice: str, graph: ox.NamedNode) -> str:
        """What the text says of a practice: in its own words, in a line of its clause, or else by naming its purposes."""
        said = self._one(practice, _SENTENCE, graph) or self._of_clause(practice, graph)
        return said or "、".join(self._names(practice, (_PURPOSE,), graph))

    def _of_clause(self, practice: str, graph: ox.NamedNode) -> str:
        """The line of its clause that speaks of a practice without words of its own: the one that names most of those who
        receive the data; of as many, most of the data, then of the purposes. One line: another may be about another."""
        named = [self._names(practice, verbs, graph) for verbs in _NAMED]
        best, most = "", [0] * len(named)
        for line in self._one(self._clause(practice, graph), _SENTENCE, graph).splitlines():
            names = [sum(word in line for word in words) for words in named]
            if names > most:
                best, most = line, names
        return best

    def _clause(self, practice: str, graph: ox.NamedNode) -> str:
        quads = self._store.quads_for_pattern(ox.NamedNode(practice), _STATED_IN, None, graph)
        return next((quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)), practice)

    def _names(self, practice: str, verbs: Iterable[ox.NamedNode], graph: ox.NamedNode) -> list[str]:
        """How the text calls what these properties of a practice lead to."""
        subject = ox.NamedNode(practice)
        quads = (quad for verb in verbs for quad in self._store.quads_for_pattern(subject, verb, None, graph))
        named = {quad.object.value for quad in quads if isinstance(quad.object, ox.NamedNode)}
        return sorted(self._called(node, graph) for node in named)

    def _called(self, node: str, graph: ox.NamedNode) -> str:
        return self._one(node, _TITLE, graph) or self._one(node, _NAME, graph) or name(node)

    def _one(self, node: str, verb: ox.NamedNode, graph: ox.NamedNode) -> str:
        found = (quad.object for quad in self._store.quads_for_pattern(ox.NamedNode(node), verb, None, graph))
        return min((value.value for value in found if isinstance(value, ox.Literal)), default="")


def _plain(value: object) -> str:
    return value.value if isinstance(value, ox.NamedNode | ox.Literal | ox.BlankNode) else str(value)


def _graph(name: str) -> ox.NamedNode:
    from urllib.parse import quote

    return ox.NamedNode("file:///" + quote(name, errors="surrogateescape"))


def _name(graph: str) -> str:
    from urllib.parse import unquote

    return unquote(graph.removeprefix("file:///"), errors="surrogateescape")
