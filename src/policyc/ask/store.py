"""The graphs of many documents in one store, and a query of one's own to them."""

from __future__ import annotations

from typing import TypeAlias
from urllib.parse import quote, unquote_to_bytes

import pyoxigraph as ox

from ..diagnostics import Both
from ..package.linked import NotAGraph, bounded
from ..vocab import NAMESPACES
from .bounds import Refused
from .bounds import bounded as bounded_query

Node: TypeAlias = ox.NamedNode | ox.BlankNode
Term: TypeAlias = ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple

# Characters of an answer to a query of one's own, and what a value costs beside its own.
MOST_CHARACTERS = 16 * 1024 * 1024
_VALUE = 64
_PREFIXES = dict(NAMESPACES)
# What the library raises on what it was given.
_FAULTS = (SyntaxError, ValueError, OSError, RuntimeError)


class Store:
    """A store of documents; each file is a graph of its own, named by its path."""

    def __init__(self) -> None:
        self.store = ox.Store()
        self._count = 0

    def add(self, path: str, body: bytes) -> Both | None:
        """Take in a file; None, or why it is left out whole: it is no JSON-LD, or not bounded (`package/linked.py`)."""
        graph = _graph(path)
        names: dict[ox.BlankNode, ox.BlankNode] = {}
        self._count += 1

        def own(node: ox.BlankNode) -> ox.BlankNode:
            # The library names them at random, and answers are in an order.
            return names.setdefault(node, ox.BlankNode(f"f{self._count}n{len(names)}"))

        try:
            bounded(body)
            quads = []
            # Without named graphs: one could have the name of another file.
            for one in ox.parse(body, ox.RdfFormat.JSON_LD, without_named_graphs=True):
                subject, object_ = one.subject, one.object
                subject = own(subject) if isinstance(subject, ox.BlankNode) else subject
                object_ = own(object_) if isinstance(object_, ox.BlankNode) else object_
                quads.append(ox.Quad(subject, one.predicate, object_, graph))
        except NotAGraph as error:
            return error.what
        except _FAULTS:
            return Both("JSON-LD ではありません", "not JSON-LD")
        self.store.bulk_extend(quads)
        return None

    def sparql(self, query: str) -> tuple[list[str], list[list[str]]]:
        """A query of an expert over all graphs: the variables and the rows, sorted. Raises Refused where it is not bounded
        (`bounds.py`), is neither SELECT nor ASK, is wrong, or has too large an answer.

        The prefixes of the vocabulary are known to it, and the default graph is all graphs together.
        """
        bounded_query(query)
        try:
            return self._own(query)
        except _FAULTS as error:
            if isinstance(error, Refused):
                raise
            said = " ".join(str(error).split())
            raise Refused(Both(f"SPARQL: {said}", f"SPARQL: {said}")) from None

    def _own(self, query: str) -> tuple[list[str], list[list[str]]]:
        found = self.store.query(query, prefixes=_PREFIXES, use_default_graph_as_union=True)
        if isinstance(found, ox.QueryBoolean):
            return ["answer"], [[str(bool(found)).lower()]]
        if not isinstance(found, ox.QuerySolutions):
            raise Refused(Both("SPARQL: SELECT か ASK だけを使えます", "SPARQL: only SELECT and ASK are answered"))
        names = [variable.value for variable in found.variables]
        rows, left = [], MOST_CHARACTERS
        for one in found:
            row = ["" if value is None else plain(value) for value in one]
            left -= _VALUE + sum(_VALUE + len(text) for text in row)
            if left < 0:
                raise Refused(
                    Both(
                        "答えが大きすぎます。LIMIT などで絞ってください",
                        "the answer is too large: narrow it, or use LIMIT",
                    )
                )
            rows.append(row)
        return names, sorted(rows)

    def rows(self, query: str) -> ox.QuerySolutions:
        """What a query of the house finds, with the prefixes of the vocabulary."""
        found = self.store.query(query, prefixes=_PREFIXES)
        assert isinstance(found, ox.QuerySolutions)
        return found

    def holds(self, query: str) -> bool:
        """The answer to an ASK of the house."""
        return bool(self.store.query(query, prefixes=_PREFIXES))


def plain(value: Term) -> str:
    """A term as a text."""
    return str(value) if isinstance(value, ox.Triple) else value.value


def _graph(path: str) -> ox.NamedNode:
    # The name of a file need not be of characters.
    return ox.NamedNode(f"file:///{quote(path.encode('utf-8', 'surrogatepass'))}")


def path_of(graph: ox.NamedNode) -> str:
    """The path of the file that a graph holds."""
    return unquote_to_bytes(graph.value.removeprefix("file:///")).decode("utf-8", "surrogatepass")
