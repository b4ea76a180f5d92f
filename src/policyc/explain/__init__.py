"""From a node to all that is known of it: its sentences, its source line, its rows in the vocabulary, its fits."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from .. import facts
from ..compose.sentences import evidence, sentences
from ..facts.identifiers import block_of, is_of, maker_of, row_of, value_of
from ..pipeline import Document, Output
from ..vocab import Concept, lookup
from .places import Place, places


class Node(NamedTuple):
    """A node of the document and what the outputs make of it."""

    id: str
    kind: str
    origin: str
    sentences: tuple[str, ...]
    concepts: tuple[Concept, ...]
    losses: tuple[tuple[str, str, str, str], ...]
    places: tuple[Place, ...] = ()

    def is_called(self, name: str) -> bool:
        """Whether it is the node of a name: its id or that before its first dot, or that of a node of an artefact."""
        if name in (self.id, block_of(self.id)):
            return True
        return any(name in (place.where, place.where.removeprefix("#")) for place in self.places)


def nodes(output: Output) -> list[Node]:
    """Every fact of a document in the order of the facts."""
    document = output.document
    found = sentences(document.composition.page)
    index = evidence(found)
    where = places(document.policy, output.files, found)
    losses: dict[str, list[tuple[str, str, str, str]]] = {}
    for one in output.losses:
        losses.setdefault(one.node, []).append((one.target, one.fact, one.fit, one.note))
    return [
        Node(
            str(row[0]),
            table,
            str(getattr(row, "origin", "")),
            tuple(found[n].text for n in _evidence(str(row[0]), row, index)),
            tuple(dict.fromkeys(_of(table, row))),
            tuple(losses.get(str(row[0]), ())),
            tuple(where[str(row[0])]),
        )
        for table, row in rows(document)
    ]


class Said(NamedTuple):
    """A sentence of the page, where it stands, and the facts behind it."""

    text: str
    anchor: str
    facts: tuple[str, ...]


def saying(output: Output, words: str) -> list[tuple[Said, list[Node]]]:
    """The sentences that have some words, each with all nodes that it states; spaces and line breaks do not count."""
    wanted = "".join(words.split())
    every = nodes(output)
    made = []
    for sentence in sentences(output.document.composition.page):
        if wanted and wanted in "".join(sentence.text.split()):
            behind = [node for node in every if sentence.text in node.sentences]
            made.append((Said(sentence.text, sentence.anchor, sentence.facts), behind))
    return made


def _of(table: str, row: tuple[object, ...]) -> Iterator[Concept]:
    """The rows of the vocabulary that a fact stands on; what a practice does is one of them."""
    action = lookup("actions", str(getattr(row, "action", ""))) if table == "practices" else None
    if action is not None:
        yield action
    yield from _concepts(row)


def rows(document: Document) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Every row of every table of the facts, with the table's name."""
    for table in facts.TABLES:
        for row in getattr(document.policy, table):
            yield table, row


def _evidence(id_: str, row: tuple[object, ...], index: dict[str, list[int]]) -> list[int]:
    """Sentences that state the node itself, one of its fields, or a field's value of that name."""
    name = maker_of(maker_of(id_, "use"), "retention")
    clause = str(getattr(row, "clause", "") or "")
    short = row_of(id_)
    hits: set[int] = set()
    for fact, numbers in index.items():
        value = value_of(fact) in (name, short) and (not clause or is_of(fact, clause))
        if value or is_of(fact, name):
            hits.update(numbers)
    return sorted(hits)


def _concepts(row: tuple[object, ...]) -> Iterator[Concept]:
    for value in row:
        if isinstance(value, Concept):
            yield value
        elif isinstance(value, tuple):
            yield from _concepts(value)
