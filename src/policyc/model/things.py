"""Things to rows of the facts: organisations, groups, recipients, data subjects and data items, each entered once."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable
from typing import NamedTuple, TypeVar

from .. import facts
from ..facts.identifiers import Category, FactId, nth, of_row, of_value
from ..vocab import Concept
from .names import Names
from .said import Said
from .template import Text
from .tree import Node, Target, Value

Word = TypeVar("Word", bound=str)


class Words(NamedTuple):
    """How the lowering asks for Japanese: of a text in its short forms, of a value, for the number, heading and position of a
    node, and for the words by which the page states a fact ("" where none do)."""

    text: Callable[[Text | None, Node], str]
    value: Callable[[Value, Node], str]
    marker: Callable[[Node], str]
    heading: Callable[[Node], str]
    position: Callable[[Node], int]
    stated: Callable[[str], str]


class Things:
    """Collects the things of one document. `stated` are the facts that its page states."""

    def __init__(self, document: Node, names: Names, words: Words, stated: Collection[str]) -> None:
        self.document = document
        self.names = names
        self.words = words
        self.said = Said(words.text, stated)
        self.tables: dict[str, dict[str, tuple[object, ...]]] = {name: {} for name in facts.TABLES}
        # By clause the tables that hold what it lists, where it leaves that list open.
        self.going_on: dict[str, tuple[str, ...]] = {}

    def add(self, table: str, row: tuple[object, ...]) -> None:
        """Enter a row under its id; the first of an id stays."""
        id_ = row[0]
        assert isinstance(id_, str)
        self.tables[table].setdefault(id_, row)

    def party(self, node: Target) -> FactId:
        """The id of an organisation, entered with what the page says of it; its name is what it is known by."""
        assert isinstance(node, Node)
        if node.id not in self.tables["parties"]:
            said = self.said
            representative = said.texts(node, "representative")
            row = facts.Party(
                node.id,
                self.words.text(node.title, node),
                said.one(node, "called"),
                said.texts(node, "address"),
                representative[0] if len(representative) > 1 else "",
                representative[-1] if representative else "",
                next(iter(said.countries(node)), ""),
                said.one(node, "phone"),
                said.one(node, "email"),
                said.word(node, "site"),
                node.location(),
                said.one(node, "postal-code"),
                () if said.says(node, "full") else ("name",),
            )
            self.add("parties", row)
        return node.id

    def group(self, node: Node) -> FactId:
        """The id of a group of organisations."""
        members = unique(self.party(v.target) for v in self.said.values(node, "members"))
        self.add(
            "groups",
            facts.Group(node.id, self.words.text(node.title, node), members, self.said.site(node), node.location()),
        )
        return node.id

    def recipients(self, node: Node, word: str) -> tuple[FactId, ...]:
        """Ids of the recipients in a field: organisations, groups, declared recipients, vocabulary rows, plain words."""
        ids: list[FactId] = []
        for index, value in enumerate(node.values(word)):
            target = value.target
            if isinstance(target, Node) and target.type.word == "organization":
                ids.append(self.party(target))
            elif isinstance(target, Node) and target.type.word == "group":
                ids.append(self.group(target))
            elif isinstance(target, Node):
                if target.id not in self.tables["recipients"]:
                    self.add("recipients", self._recipient(target))
                ids.append(target.id)
            else:
                id_ = self.row_id("recipient", value, node, word, index)
                if id_ not in self.tables["recipients"]:
                    concepts = (target,) if isinstance(target, Concept) else ()
                    said = self.words.text(value.words, node) if value.words else value.name
                    at = self.at(node, value)
                    self.add("recipients", _described(id_, said, concepts, value.unit, at))
                ids.append(id_)
        return unique(ids)

    def _recipient(self, node: Node) -> facts.Recipient:
        said, concepts = self.said, concepts_of(node)
        return facts.Recipient(
            node.id,
            self.words.text(node.title, node),
            concepts,
            said.countries(node),
            said.abroad(node) or _foreign(concepts),
            said.page(node) or said.site(node),
            node.location(),
            unique([value.word for value in node.values("country")]),
            any(concept.open for concept in concepts),
        )

    def subjects(self, node: Node, word: str) -> tuple[FactId, ...]:
        """Ids of the data subjects in a field."""
        ids: list[FactId] = []
        people = self.tables["people"]
        for value in node.values(word):
            target = value.target
            if isinstance(target, Node) and target.id in people:
                ids.append(target.id)
            elif isinstance(target, Node):
                concept = next(iter(concepts_of(target)), None)
                definition = self.said.one(target, "means")
                title = self.words.text(target.title, target)
                self.add("people", facts.Subject(target.id, title, concept, definition, target.location()))
                ids.append(target.id)
            elif isinstance(target, Concept):
                id_ = of_row("subject", target.id)
                self.add("people", facts.Subject(id_, value.name, target, "", self.at(node, value)))
                ids.append(id_)
        return unique(ids)

    def data(self, node: Node, word: str) -> tuple[FactId, ...]:
        """Ids of the data items in a field. Where a clause lists `items`, their order there is their position."""
        field = node.fields.get(word)
        if field is None or not field.values:
            return ()
        ids = unique([self._data(value, node, word, position) for position, value in enumerate(field.values, 1)])
        if word == "items":
            table = self.tables["data"]
            for position, id_ in enumerate(ids, 1):
                row = table[id_]
                assert isinstance(row, facts.DataItem)
                if row.position != position:
                    table[id_] = row._replace(position=position)
        return ids

    def _data(self, value: Value, scope: Node, word: str, position: int) -> FactId:
        """The id of one data item. An item that is there already stays as it is."""
        target, table = value.target, self.tables["data"]
        if isinstance(target, Node):
            if target.id not in table:
                parts = self.data(target, "of")
                concept, also = None, concepts_of(target)
                open_ = target.flag("open") or any(one.open for one in also)
                if also:
                    concept, *further = dict.fromkeys(also)
                    also = tuple(further)
                title = self.words.text(target.title, target)
                table.setdefault(
                    target.id,
                    facts.DataItem(target.id, title, concept, parts, open_, position, target.location(), also),
                )
            return target.id
        id_ = self.row_id("data", value, scope, word, position - 1)
        if id_ not in table:
            words = value.words
            if isinstance(target, Concept):
                said = self.words.text(words, scope) if words else value.spelling or target.ja or value.word
                concept, open_ = target, target.open
            else:
                said = self.words.text(words, scope) if words else value.word
                concept, open_ = None, False
            row = (id_, said, concept, (), open_, position, self.at(scope, value), ())
            table[id_] = tuple.__new__(facts.DataItem, row)
        return id_

    def row_id(self, kind: Category, value: Value, node: Node, word: str, index: int) -> FactId:
        """The id of a thing that no block declares: a row of the vocabulary is one thing wherever it is named; said in
        words of the clause's own it is a thing of that field."""
        target = value.target
        if not isinstance(target, Concept):
            return nth(node.fact(word), index + 1)
        return of_row(kind, target.id) if value.words is None else of_value(node.fact(word), target.id)

    def at(self, node: Node, value: Value) -> str:
        """The origin of a value, `file:line`."""
        return node.source.location(value.start)


def unique(words: Iterable[Word]) -> tuple[Word, ...]:
    """Ids or words of a field, each once: what is given twice is one thing."""
    return tuple(dict.fromkeys(words))


def concepts_of(node: Node) -> tuple[Concept, ...]:
    """The rows of the vocabulary that a node is said to be."""
    field = node.fields.get("is")
    if field is None:
        return ()
    found = [target for value in field.values if isinstance(target := value.target, Concept)]
    return tuple(found if len(found) < 2 else {concept.id: concept for concept in found}.values())


def _described(id_: FactId, said: str, concepts: tuple[Concept, ...], page: str, at: str) -> facts.Recipient:
    """A recipient that no block declares."""
    is_open = any(concept.open for concept in concepts)
    return facts.Recipient(id_, said, concepts, (), _foreign(concepts), page, at, open=is_open)


def _foreign(concepts: tuple[Concept, ...]) -> bool:
    return any(concept.id == "foreign-third-party" for concept in concepts)
