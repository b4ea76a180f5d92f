"""The model of a source: nodes with checked fields and resolved names, ready to be said and lowered."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from collections.abc import Mapping
from types import MappingProxyType
from typing import NamedTuple

from ..facts.identifiers import NO_FACT, FactId, of_field
from ..source import Source, Span
from ..syntax import Atom
from ..vocab import Concept
from .template import Text
from .types import BlockType, Key
from .words import writable

STATED, NONE, ON_REQUEST, DELEGATED = "stated", "none", "on-request", "delegated"
NO_FIELDS: "Mapping[str, Field]" = MappingProxyType({})


class Value(NamedTuple):
    """One value of a field.

    `kind` is entity, concept, text, date, link, choice, number, same or within. `target` is what a name stands for;
    `word` is the name, choice, ISO date, number or URL; `part` is what follows a dot; `words` is the phrase given in
    the source, `form` the phrase after `as`; `unit` belongs to a number; `fields` are those in braces behind it.
    `spelling` is the word by which the source names a row of the vocabulary, where it is one that a page has as written:
    a row has several.
    """

    kind: str
    start: int
    end: int
    word: str = ""
    part: str = ""
    target: "Node | Concept | None" = None
    words: Text | None = None
    form: Text | None = None
    unit: str = ""
    fields: Mapping[str, "Field"] = NO_FIELDS
    spelling: str = ""

    @property
    def name(self) -> str:
        """What a row of the vocabulary is called here: the word that the source has for the page, or the row's own."""
        return self.spelling or (self.target.ja if isinstance(self.target, Concept) else "")

    @property
    def element(self) -> str:
        """The name by which a reference picks this value out of its field: `{to.group-companies}`."""
        if isinstance(self.target, Node):
            return self.target.id
        return self.target.id if self.target is not None else self.word

    @property
    def picked(self) -> str:
        """The same as the source has it: a row of the vocabulary by its Japanese word, where a reference can hold that."""
        return self.spelling if self.spelling and writable(self.spelling) else self.element


class Field(NamedTuple):
    """A field of a node: its values, or one of the other three answers (none, on request, delegated). An `open` list says
    that there are more than its values: 氏名、住所等."""

    key: Key
    values: tuple[Value, ...]
    stance: str
    start: int
    end: int
    link: Value | None = None
    open: bool = False

    @property
    def first(self) -> Value | None:
        return self.values[0] if self.values else None

    def text(self) -> Text | None:
        """The text of a field that is one text."""
        return self.values[0].words if self.values else None


class Node:
    """A block of the source whose fields were checked. Filled while reading, never changed afterwards."""

    __slots__ = (
        "children",
        "document",
        "end",
        "explicit",
        "fields",
        "goes_on",
        "id",
        "label",
        "naming",
        "parent",
        "settings",
        "source",
        "start",
        "title",
        "type",
        "url",
    )

    def __init__(
        self, type_: BlockType, source: Source, start: int, end: int, parent: "Node | None", naming: Atom
    ) -> None:
        self.type = type_
        self.source = source
        self.start = start
        self.end = end
        self.parent = parent
        self.id = NO_FACT
        # Its name as it stands in the source, or (without one) its keyword.
        self.naming = naming
        self.explicit = False
        self.title: Text | None = None
        self.label: Text | None = None
        self.url = ""
        self.fields: dict[str, Field] = {}
        # Whether it leaves the list of a field open.
        self.goes_on = False
        self.children: list[Node] = []
        # Those of its children that set something for it, such as how it is numbered.
        self.settings: list[Node] = []
        self.document: Node | None = parent.document if parent is not None else None

    @property
    def span(self) -> Span:
        return Span(self.source, self.start, self.end)

    @property
    def named_at(self) -> Span:
        """Where its name stands, or (without one) its keyword."""
        return Span(self.source, self.naming.start, self.naming.end)

    def location(self) -> str:
        """`file:line`, the form in which outputs name the origin of a node."""
        return self.source.location(self.start)

    def field(self, word: str) -> Field | None:
        """A field by its English word."""
        return self.fields.get(word)

    def values(self, word: str) -> tuple[Value, ...]:
        """The values of a field, or nothing."""
        field = self.fields.get(word)
        return field.values if field is not None else ()

    def choice(self, word: str) -> str:
        """The English word of a one-choice field, or an empty string."""
        values = self.values(word)
        return values[0].word if values else ""

    def flag(self, word: str) -> bool:
        """Whether a yes/no field says yes."""
        return self.choice(word) == "yes"

    def is_open(self, word: str) -> bool:
        """Whether the list of a field is left open."""
        field = self.fields.get(word)
        return field is not None and field.open

    def fact(self, word: str = "") -> FactId:
        """The identifier of the node as a fact, or of one of its fields."""
        return of_field(self.id, word) if word else self.id

    def walk(self) -> list["Node"]:
        """This node and all below it, in source order."""
        found = [self]
        for child in self.children:
            found += child.walk()
        return found

    @property
    def clause(self) -> "Node | None":
        """The clause that this node is or stands in."""
        node: Node | None = self
        while node is not None and node.type.role not in ("clause", "part", "document"):
            node = node.parent
        return node


Target = Node | Concept | None
