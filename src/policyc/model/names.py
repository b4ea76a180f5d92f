"""Which names are declared where, and what a name means in a document."""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Diagnostic, Label
from ..diagnostics.nearest import Near
from ..facts.identifiers import FactId, unnamed
from ..syntax import BlockShape, Item
from ..vocab import Concept, lookup, words
from . import kinds
from .tree import Node
from .words import writable

# Each question walks all names: a file of nothing but unknown names gets answers for the first ones.
_MOST_QUESTIONS = 300


class Names:
    """Names of one file: those of its imports and top level, and those of each of its documents."""

    def __init__(self, own_rows: dict[tuple[str, str], Concept] | None = None) -> None:
        self.globals: dict[str, Node] = {}
        self._local: dict[int, dict[str, Node]] = {}
        # Kinds of entities that have no name: an unknown one may be meant for them.
        self.unnamed: set[str] = set()
        self._automatic: dict[tuple[int, str], int] = {}
        self.counted: list[Node] = []
        """Blocks without a name whose identifiers have a number."""
        self.own_rows = own_rows or {}
        # After an import that failed nobody can tell which names are unknown.
        self.incomplete = False
        self._lost: set[str] = set()
        self._asked = 0
        self.near = Near()
        self._in_quotes: dict[tuple[str, ...], list[str]] = {}

    def inner(self) -> Names:
        """The names of a file that imports these: it sees them, and adds its own."""
        made = Names(self.own_rows)
        made.globals = dict(self.globals)
        made.incomplete, made._lost = self.incomplete, set(self._lost)
        made.unnamed = set(self.unnamed)
        return made

    def declare(self, node: Node, found: list[Diagnostic]) -> None:
        """Enter a node under its name; a second one of that name in the same reach is a finding."""
        if not node.id:
            return
        table = self.globals if node.document is None or node.document is node else self._of(node.document)
        earlier = table.get(node.id) or self.globals.get(node.id)
        if earlier is not None and earlier is not node:
            label = Label(earlier.named_at, "先の宣言はここ", "declared first here")
            found.append(kinds.DUPLICATE_NAME.at(node.named_at, label, found=node.id))
        else:
            table[node.id] = node
            if table is self.globals:
                self._taken_before(node, found)

    def _taken_before(self, node: Node, found: list[Diagnostic]) -> None:
        """A name of the whole file that a document above it had declared for itself already."""
        for local in self._local.values():
            earlier = local.get(node.id)
            if earlier is not None:
                label = Label(earlier.named_at, "先の宣言はここ", "declared first here")
                found.append(kinds.DUPLICATE_NAME.at(node.named_at, label, found=node.id))
                return

    def _of(self, document: Node) -> dict[str, Node]:
        return self._local.setdefault(id(document), {})

    def automatic(self, node: Node) -> FactId:
        """A name for a block that has none: its keyword, with a number from the second on. The same on every run.

        Where a name is required, that is an error, and none can refer to the block by the one that it gets here."""
        document = node.document
        word, parent = node.type.word, node.parent.id if node.type.role == "item" and node.parent else ""
        base = unnamed(word, parent)
        taken = self._of(document) if document is not None else self.globals
        count = self._automatic.get((id(document), base), 0)
        while True:
            count += 1
            name = unnamed(word, parent, count)
            if name not in taken and name not in self.globals:
                break
        self._automatic[(id(document), base)] = count
        if node.type.named != "required":
            taken[name] = node
            if count > 1 and node.type.named != "no":
                self.counted.append(node)
        elif node.type.role == "entity":
            self.unnamed.add(node.type.word)
        return name

    def find(self, name: str, document: Node | None) -> Node | None:
        """What `name` was declared as, seen from a document (or from the top of the file)."""
        if document is not None:
            local = self._local.get(id(document))
            if local is not None and name in local:
                return local[name]
        return self.globals.get(name)

    def titled(self, title: str, document: Node | None) -> str:
        """The name of what has this title: for those who write the title where the name belongs."""
        nodes = {**self.globals, **(self._of(document) if document is not None else {})}
        return next((id_ for id_, n in nodes.items() if n.title is not None and n.title.span.text[1:-1] == title), "")

    def lose(self, item: Item) -> None:
        """Remember the name of a block that was reported and left out: what refers to it is no second fault."""
        if isinstance(item, BlockShape):
            self._lost.update(atom.raw for atom in item.atoms[:1] if atom.kind == "name")
            for inner in item.body or ():
                self.lose(inner)

    @property
    def partial(self) -> bool:
        """Whether any declaration was not read."""
        return self.incomplete or bool(self._lost or self.unnamed)

    def lost(self, name: str, kinds: tuple[str, ...] | None = None) -> bool:
        """Whether a name that is not declared may still be right: its declaration was not read, or lacks it. `kinds` are
        the kinds of blocks that it may be of, where that is known."""
        unnamed = self.unnamed if kinds is None else self.unnamed.intersection(kinds)
        return self.incomplete or name in self._lost or bool(unnamed)

    def concept(self, category: str, word: str) -> Concept | None:
        """A row of the vocabulary: the policy's own rows come first."""
        return self.own_rows.get((category, word)) or lookup(category, word)

    def choices(self, document: Node | None, wanted: Callable[[Node], bool], categories: tuple[str, ...]) -> list[str]:
        """Every name that would do, for "did you mean"; after some hundred such questions none."""
        self._asked += 1
        if self._asked > _MOST_QUESTIONS:
            return []
        nodes = {**self.globals, **(self._of(document) if document is not None else {})}
        return [*(name for name, node in nodes.items() if wanted(node)), *self.words(categories)]

    def in_quotes(self, categories: tuple[str, ...]) -> list[str]:
        """Those of them that have to stand in quotes, longest first: worked out once, as a file may ask at every value."""
        found = self._in_quotes.get(categories)
        if found is None:
            unwritable = (word for word in self.words(categories) if not writable(word))
            found = self._in_quotes[categories] = sorted(unwritable, key=len, reverse=True)
        return found

    def words(self, categories: tuple[str, ...]) -> list[str]:
        """Every word of these categories of the vocabulary, those of the policy's own rows too."""
        found: list[str] = []
        for category in categories:
            found += words(category)
            found += [word for own, word in self.own_rows if own == category]
        return found
