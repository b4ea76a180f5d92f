"""Shapes and block types to nodes: every block, field and value is checked against what its type declares."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Both, Findings, Label
from ..ir import urn
from ..source import Source, Span
from ..syntax import Atom, BlockShape, FieldShape, Item
from . import kinds
from .absent import NO_ADDRESS, NO_OPERATOR
from .kinds import atom_words
from .links import BAD_LINK, is_safe
from .meant import meant
from .template import link_label, read_text
from .tree import NONE, Field, Node
from .types import BlockType, Key, by_word, required
from .values import Names, read_field


class Reader:
    """Reads the blocks of one source. `names` holds what references may mean; findings collect in `found`."""

    def __init__(self, source: Source, names: Names, found: Findings) -> None:
        self.source = source
        self.names = names
        self.found = found
        self.root: BlockType | None = None
        # Every node with its keyword and the items of its body.
        self._shapes: list[tuple[Node, Atom, tuple[Item, ...]]] = []

    # -- first walk: what is declared ---------------------------------------------------------------------------------

    def declare(self, items: Iterable[Item], type_: BlockType, parent: Node | None) -> list[Node]:
        """Nodes of the blocks among `items`, their names declared; fields wait for `fill`."""
        self.root = type_ if parent is None else self.root
        return self._declare(meant(self, items, type_.keys, type_), type_, parent)

    def _declare(self, items: Iterable[Item], type_: BlockType, parent: Node | None) -> list[Node]:
        nodes: list[Node] = []
        kinds_of_blocks = by_word(type_.children)
        for shape in items:
            if not isinstance(shape, BlockShape):
                continue
            child = kinds_of_blocks.get(shape.keyword.raw)
            if child is None or child.role == "import":
                continue
            node = Node(child, self.source, shape.start, shape.end, parent)
            if child.role == "document":
                node.document = node
            self._head(node, shape)
            nodes.append(node)
            if parent is not None:
                # A setting is no part of the text: it does not come between two items.
                (parent.settings if child.role == "setting" else parent.children).append(node)
            self.names.declare(node, self.found)
            body = meant(self, shape.body, child.keys, child) if shape.body else ()
            self._shapes.append((node, shape.keyword, body))
            if body:
                self._declare(body, child, node)
        return nodes

    def _head(self, node: Node, shape: BlockShape) -> None:
        type_, keyword, unquoted = node.type, shape.keyword.raw, False
        head = node.named_at = self._span(shape.keyword)
        atoms = list(shape.atoms)
        titled = len(atoms) > 0 and any(atom.kind in ("string", "text") for atom in atoms)
        while atoms:
            atom = atoms.pop(0)
            if atom.kind == "name" and not node.id and type_.named != "no" and "." not in atom.raw:
                node.id, node.explicit, node.named_at = atom.raw, True, self._span(atom)
            elif atom.kind in ("string", "text") and node.title is None and type_.titled != "no":
                node.title, faults = read_text(self.source, atom.kind, atom.start, atom.end)
                if faults:
                    self.found += faults
            elif atom.kind in ("link", "url") and not node.url and type_.linked:
                self._link(node, atom)
            elif atom.kind == "number" and not node.id and type_.named != "no" and atoms and atoms[0].start == atom.end:
                rest = atoms.pop(0)
                node.id, node.explicit = atom.raw + rest.raw, True
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
        if type_.role == "delegation" and not node.url:
            self.found.append(kinds.LINK_NEEDED.at(head, keyword=keyword))
        if type_.named == "required" and not node.id:
            self.found.append(kinds.NAME_NEEDED.at(head, keyword=keyword, form=_form(type_, keyword)))
        if node.title is not None and node.title.empty:
            self.found.append(kinds.TITLE_NEEDED.at(node.title.span, keyword=keyword, form=_form(type_, keyword)))
        elif type_.titled == "required" and node.title is None and not unquoted:
            self.found.append(kinds.TITLE_NEEDED.at(head, keyword=keyword, form=_form(type_, keyword)))

    def _link(self, node: Node, atom: Atom) -> None:
        if atom.kind == "url":
            node.url = atom.raw[1:-1]
        else:
            node.label, node.url, faults = link_label(self.source, atom.start, atom.end)
            self.found += faults
        if not is_safe(node.url):
            self.found.append(BAD_LINK.at(self._span(atom), found=node.url))

    @property
    def nodes(self) -> list[Node]:
        """Every node of this source, in its order."""
        return [node for node, _, _ in self._shapes]

    # -- second walk: what the fields say -----------------------------------------------------------------------------

    def fill(self) -> None:
        """Read the fields of all declared nodes; every name in scope must be declared by now."""
        for node, _, _ in self._shapes:
            if node.type.role == "setting":
                # No text can speak of it.
                node.id = node.type.word
            elif not node.id:
                node.id = self.names.automatic(node)
        for node, keyword, body in self._shapes:
            node.fields = self.read_fields(body, node.type.keys, node)
            if node.type.word == "document" and node.values("url"):
                node.url = node.values("url")[0].word
            self._missing(node, keyword)

    def read_fields(self, items: Iterable[Item], keys: tuple[Key, ...], node: Node) -> dict[str, Field]:
        """The fields of a body, by their English words."""
        fields: dict[str, Field] = {}
        known = by_word(keys)
        for shape in items:
            key = known.get(shape.key.raw) if isinstance(shape, FieldShape) else None
            if key is None or not isinstance(shape, FieldShape):
                continue
            field = read_field(self, node, key, shape)
            earlier = fields.get(key.word)
            if earlier is None:
                fields[key.word] = field
            elif key.repeat:
                fields[key.word] = earlier._replace(values=earlier.values + field.values)
            else:
                label = Label(
                    Span(self.source, earlier.start, earlier.end), "先に書かれているのはここ", "first given here"
                )
                self.found.append(kinds.DUPLICATE_FIELD.at(self._span(shape.key), label, found=shape.key.raw))
        return fields

    def _missing(self, node: Node, keyword: Atom) -> None:
        declared = node.fields.get("declared")
        if declared is not None and declared.values:
            none = declared.values[0].word == NONE
            facts = (f.key for f in node.fields.values() if f.key.stated and f is not declared)
            if any(not (none and key.bounds) for key in facts) or any(
                child.type.role == "item" for child in node.children
            ):
                span = Span(self.source, declared.start, declared.end)
                self.found.append(kinds.DECLARED_ALONE.at(span))
        if node.type.role == "document" and node.explicit:
            head = self._span(keyword)
            if "url" not in node.fields:
                self.found.append(NO_ADDRESS.at(head, found=node.id, urn=urn(node.id)))
            if "operator" not in node.fields:
                self.found.append(NO_OPERATOR.at(head, found=node.id))
        for key in required(node.type.keys):
            if key.word not in node.fields:
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
