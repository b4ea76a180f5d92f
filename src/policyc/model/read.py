"""Shapes and block types to nodes: every block, field and value is checked against what its type declares."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Both, Findings, Label
from ..facts import urn
from ..facts.identifiers import FactId
from ..source import Source, Span
from ..syntax import Atom, Item
from . import kinds, literals
from .absent import NO_ADDRESS, NO_OPERATOR
from .kinds import atom_words
from .known import body_of
from .links import judged
from .meant import Blocks, Fields, meant
from .names import Names
from .repeats import repeated
from .template import link_label
from .tree import NONE, Field, Node
from .types import BlockType, Key
from .values import read_field

# What to do about a field that is given twice.
_JOINED = Both("一つにまとめ、複数の値はカンマで並べてください。", "Keep one; several values are separated by commas.")
_ONE_OF_TWO = Both("書ける値は一つです。正しい方だけを残してください。", "It takes one value: keep the right one.")


class Reader:
    """Reads the blocks of one source. `names` holds what references may mean; findings collect in `found`; a `faulty` source has
    faults of syntax."""

    def __init__(self, source: Source, names: Names, found: Findings, faulty: bool = False) -> None:
        self.source = source
        # Whether the source has faults of syntax: marks that are no token may then have cut a word.
        self.faulty = faulty
        self.names = names
        self.found = found
        self.root: BlockType | None = None
        # Every node with its keyword, the fields of its body, and those that it has to have.
        self._shapes: list[tuple[Node, Atom, Fields, list[Key]]] = []

    # -- first walk: what is declared ---------------------------------------------------------------------------------

    def declare(self, items: Iterable[Item], type_: BlockType, parent: Node | None) -> list[Node]:
        """Nodes of the blocks among `items`, their names declared; fields wait for `fill`."""
        self.root = type_ if parent is None else self.root
        return self._declare(meant(self, items, body_of(type_))[1], parent)

    def _declare(self, blocks: Blocks, parent: Node | None) -> list[Node]:
        nodes: list[Node] = []
        for type_, shape in blocks:
            keyword, atoms, items, start, end = shape
            node = Node(type_, self.source, start, end, parent, keyword)
            if type_.role == "document":
                node.document = node
            self._head(node, keyword, atoms)
            nodes.append(node)
            if parent is not None:
                # A setting is no part of the text: it does not come between two items.
                (parent.settings if type_.role == "setting" else parent.children).append(node)
            if node.id:
                self.names.declare(node, self.found)
            body = body_of(type_)
            fields, inner = meant(self, items, body) if items else ([], [])
            self._shapes.append((node, keyword, fields, body.required))
            if inner:
                self._declare(inner, node)
        return nodes

    def _head(self, node: Node, keyword: Atom, atoms: tuple[Atom, ...]) -> None:
        type_, at, unquoted = node.type, 0, False
        # Most heads are a name and a title, or one of them.
        if atoms and atoms[0].kind == "name" and type_.named != "no" and "." not in atoms[0].raw:
            node.id, node.explicit, node.naming, at = FactId(atoms[0].raw), True, atoms[0], 1
        if at < len(atoms) and atoms[at].kind in ("string", "text") and type_.titled != "no":
            node.title, at = literals.text(self, atoms[at]), at + 1
        if at < len(atoms):
            titled = any(atom.kind in ("string", "text") for atom in atoms)
            unquoted = self._heads(node, keyword.raw, list(atoms[at:]), titled)
        if type_.role == "delegation" and not node.url:
            self.found.append(kinds.LINK_NEEDED.at(self._span(keyword), keyword=keyword.raw))
        if type_.named == "required" and not node.id:
            form = _form(type_, keyword.raw)
            self.found.append(kinds.NAME_NEEDED.at(self._span(keyword), keyword=keyword.raw, form=form))
        title = node.title
        if title is None:
            if type_.titled == "required" and not unquoted:
                form = _form(type_, keyword.raw)
                self.found.append(kinds.TITLE_NEEDED.at(self._span(keyword), keyword=keyword.raw, form=form))
        elif title.characters is None and title.empty:
            form = _form(type_, keyword.raw)
            self.found.append(kinds.TITLE_NEEDED.at(title.span, keyword=keyword.raw, form=form))

    def _heads(self, node: Node, keyword: str, atoms: list[Atom], titled: bool) -> bool:
        """What else stands in the head of a node, which is `titled` or not; whether some of it was meant as a title
        without quotes."""
        type_, unquoted = node.type, False
        while atoms:
            atom = atoms.pop(0)
            if atom.kind == "name" and not node.id and type_.named != "no" and "." not in atom.raw:
                node.id, node.explicit, node.naming = FactId(atom.raw), True, atom
            elif atom.kind in ("string", "text") and node.title is None and type_.titled != "no":
                node.title = literals.text(self, atom)
            elif atom.kind in ("link", "url") and not node.url and type_.linked:
                self._link(node, atom)
            elif atom.kind == "number" and not node.id and type_.named != "no" and atoms and atoms[0].start == atom.end:
                rest = atoms.pop(0)
                node.id, node.explicit = FactId(atom.raw + rest.raw), True
                example = f"{type_.word}-{node.id}"
                span = Span(self.source, atom.start, rest.end)
                self.found.append(kinds.NAME_DIGIT.at(span, found=node.id, example=example))
            elif atom.kind == "name" and type_.titled != "no" and not titled and not unquoted:
                unquoted = True
                self.found.append(kinds.TITLE_UNQUOTED.at(self._span(atom), found=atom.raw))
            else:
                form = _form(type_, keyword)
                self.found.append(
                    kinds.BAD_HEAD.at(self._span(atom), keyword=keyword, found=atom_words(atom), form=form)
                )
        return unquoted

    def _link(self, node: Node, atom: Atom) -> None:
        if atom.kind == "url":
            node.url = atom.raw[1:-1]
        else:
            node.label, node.url, faults = link_label(self.source, atom.start, atom.end)
            self.found += faults
        # An entry of an index, and what is linked in its words, may as well lead to mail or a telephone.
        words = Both(node.type.ja, node.type.word) if node.type.role != "item" else ""
        told = judged(self._span(atom), node.url, words)
        if told is not None:
            self.found.append(told)

    @property
    def nodes(self) -> list[Node]:
        """Every node of this source, in its order."""
        return [node for node, _, _, _ in self._shapes]

    # -- second walk: what the fields say -----------------------------------------------------------------------------

    def fill(self) -> None:
        """Read the fields of all declared nodes; every name in scope must be declared by now."""
        for node in self.nodes:
            if node.type.role == "setting":
                # No text can speak of it.
                node.id = FactId(node.type.word)
            elif not node.id:
                node.id = self.names.automatic(node)
        for node, keyword, fields, required in self._shapes:
            if fields:
                node.fields = self.read_fields(fields, node)
            if node.type.word == "document":
                if node.values("url"):
                    node.url = node.values("url")[0].word
                self._unsaid(node, keyword)
            self._missing(node, keyword, required)

    def read_fields(self, shapes: Fields, node: Node) -> dict[str, Field]:
        """The fields of a body, by their English words."""
        fields: dict[str, Field] = {}
        for asked, shape in shapes:
            field = read_field(self, node, asked, shape)
            earlier = fields.get(asked.word)
            if earlier is None:
                fields[asked.word] = field
            elif asked.key.repeat:
                fields[asked.word] = earlier._replace(values=earlier.values + field.values)
            else:
                label = Label(
                    Span(self.source, earlier.start, earlier.end), "先に書かれているのはここ", "first given here"
                )
                advice = _ONE_OF_TWO if not asked.key.many else _JOINED
                self.found.append(
                    kinds.DUPLICATE_FIELD.at(self._span(shape.key), label, found=shape.key.raw, advice=advice)
                )
        for field in fields.values():
            if len(field.values) > 1:
                self.found += repeated(field, self.source)
        return fields

    def _unsaid(self, node: Node, keyword: Atom) -> None:
        """Note what a document may lack."""
        if node.type.role == "document" and node.explicit:
            head = self._span(keyword)
            if "url" not in node.fields:
                self.found.append(NO_ADDRESS.at(head, found=node.id, urn=urn(node.id)))
            if "operator" not in node.fields:
                self.found.append(NO_OPERATOR.at(head, found=node.id))

    def _missing(self, node: Node, keyword: Atom, required: list[Key]) -> None:
        declared = node.fields.get("declared")
        if declared is not None and declared.values:
            none = declared.values[0].word == NONE
            facts = (f.key for f in node.fields.values() if f.key.stated and f is not declared)
            if any(not (none and key.bounds) for key in facts) or any(
                child.type.role == "item" for child in node.children
            ):
                span = Span(self.source, declared.start, declared.end)
                self.found.append(kinds.DECLARED_ALONE.at(span))
        for key in required:
            # What a declaration answers need not be given besides.
            if key.word not in node.fields and not (declared is not None and key.stated):
                self.found.append(
                    kinds.MISSING_FIELD.at(
                        self._span(keyword),
                        where=keyword.raw,
                        field=key.words,
                        word=Both(key.ja if keyword.raw == node.type.ja else key.word, key.word),
                        about=Both(key.about, key.about_en),
                    )
                )

    def _span(self, atom: Atom) -> Span:
        return tuple.__new__(Span, (self.source, atom.start, atom.end))


def _form(type_: BlockType, keyword: str) -> Both:
    """How the head of a block is written."""
    ja, en = [keyword], [keyword]
    if type_.named != "no":
        ja.append("識別名")
        en.append("name")
    if type_.titled != "no":
        ja.append('"名称"' if type_.role == "entity" else '"見出し"')
        en.append('"title"' if type_.role == "entity" else '"heading"')
    if type_.linked:
        ja.append("[名称](URL)")
        en.append("[label](URL)")
    braces = "" if type_.role in ("entity", "delegation") else " { … }"
    return Both(" ".join(ja) + braces, " ".join(en) + braces)
