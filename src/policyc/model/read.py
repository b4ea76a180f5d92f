"""Shapes and block types to nodes: every block, field and value is checked against what its type declares."""

from __future__ import annotations

from collections.abc import Iterable

from ..diagnostics import Both, Diagnostic, Kind, Label
from ..diagnostics.nearest import nearest
from ..source import Source, Span
from ..syntax import Atom, BlockShape, FieldShape, Item
from . import kinds
from .links import BAD_LINK, is_safe
from .template import link_label, read_text
from .tree import Field, Node
from .types import BlockType, Key
from .values import Names, read_field


class Reader:
    """Reads the blocks of one source. `names` holds what references may mean; findings collect in `found`."""

    def __init__(self, source: Source, names: Names, found: list[Diagnostic]) -> None:
        self.source = source
        self.names = names
        self.found = found
        self._shapes: list[tuple[Node, BlockShape]] = []

    # -- first walk: what is declared ---------------------------------------------------------------------------------

    def declare(self, items: Iterable[Item], type_: BlockType, parent: Node | None) -> list[Node]:
        """Nodes of the blocks among `items`, their names declared; fields wait for `fill`."""
        nodes: list[Node] = []
        for shape in items:
            if isinstance(shape, FieldShape):
                if type_.role == "file":
                    self._unknown(shape.key, type_, kinds.UNKNOWN_FIELD)
                continue
            child = type_.child(shape.keyword.raw)
            if child is None:
                self._unknown_block(shape, type_)
                continue
            if child.role == "import":
                continue
            node = Node(child, self.source, shape.start, shape.end, parent)
            if child.role == "document":
                node.document = node
            self._head(node, shape)
            nodes.append(node)
            if parent is not None:
                parent.children.append(node)
            self.names.declare(node, self.found)
            self._shapes.append((node, shape))
            self.declare(shape.body or (), child, node)
        return nodes

    def _head(self, node: Node, shape: BlockShape) -> None:
        type_, keyword = node.type, shape.keyword.raw
        for atom in shape.atoms:
            if atom.kind == "name" and not node.id and type_.named != "no" and "." not in atom.raw:
                node.id, node.explicit = atom.raw, True
            elif atom.kind in ("string", "text") and node.title is None and type_.titled != "no":
                node.title, faults = read_text(self.source, atom.kind, atom.start, atom.end)
                self.found += faults
            elif atom.kind in ("link", "url") and not node.url and type_.linked:
                self._link(node, atom)
            else:
                # A repeated name is most often a title without its quotes.
                self.found.append(kinds.BAD_HEAD.at(self._span(atom), keyword=keyword, found=atom_words(atom)))
        head = Span(self.source, shape.keyword.start, shape.keyword.end)
        if type_.named == "required" and not node.id:
            self.found.append(kinds.NAME_NEEDED.at(head, keyword=keyword))
        if (type_.titled == "required" and node.title is None) or (node.title is not None and node.title.empty):
            self.found.append(kinds.TITLE_NEEDED.at(head, keyword=keyword))

    def _link(self, node: Node, atom: Atom) -> None:
        if atom.kind == "url":
            node.url = atom.raw[1:-1]
        else:
            node.label, node.url, faults = link_label(self.source, atom.start, atom.end)
            self.found += faults
        if not is_safe(node.url):
            self.found.append(BAD_LINK.at(self._span(atom), found=node.url))

    # -- second walk: what the fields say -----------------------------------------------------------------------------

    def fill(self) -> None:
        """Read the fields of all declared nodes; every name in scope must be declared by now."""
        for node, _ in self._shapes:
            if not node.id:
                node.id = self.names.automatic(node)
        for node, shape in self._shapes:
            self._fields(node, shape)

    def _fields(self, node: Node, shape: BlockShape) -> None:
        fields = [item for item in shape.body or () if isinstance(item, FieldShape)]
        node.fields = self.read_fields(fields, node.type.keys, node.type, node)
        self._missing(node.type.keys, node.fields, shape.keyword)

    def read_fields(
        self, shapes: list[FieldShape], keys: tuple[Key, ...], type_: BlockType | None, node: Node
    ) -> dict[str, Field]:
        """The fields of a body, by their English words; `type_` is None inside the braces behind a value."""
        fields: dict[str, Field] = {}
        for shape in shapes:
            key = next((k for k in keys if shape.key.raw in (k.word, k.ja)), None)
            if key is None:
                if type_ is not None and type_.child(shape.key.raw):
                    self.found.append(kinds.NOT_A_FIELD.at(self._span(shape.key), found=shape.key.raw))
                else:
                    self._unknown(shape.key, type_, kinds.UNKNOWN_FIELD, keys)
                continue
            field = read_field(self, node, key, shape)
            if key.word in fields:
                if key.repeat:
                    earlier = fields[key.word]
                    fields[key.word] = earlier._replace(values=earlier.values + field.values)
                else:
                    earlier_span = Span(self.source, fields[key.word].start, fields[key.word].end)
                    label = Label(earlier_span, "先に書かれているのはここ", "first given here")
                    self.found.append(kinds.DUPLICATE_FIELD.at(self._span(shape.key), label, found=shape.key.raw))
                continue
            fields[key.word] = field
        return fields

    def _missing(self, keys: tuple[Key, ...], fields: dict[str, Field], keyword: Atom) -> None:
        for key in keys:
            if key.required and key.word not in fields:
                self.found.append(
                    kinds.MISSING_FIELD.at(
                        self._span(keyword),
                        where=keyword.raw,
                        field=Both(f"{key.ja}（{key.word}）", key.word),
                        about_ja=key.about,
                        about_en=key.about_en,
                    )
                )

    # -- what is not known ----------------------------------------------------------------------------------------------

    def _unknown_block(self, shape: BlockShape, type_: BlockType) -> None:
        word = shape.keyword.raw
        if type_.key(word) is not None and shape.body is None:
            self.found.append(kinds.MISSING_COLON.at(self._span(shape.keyword), found=word))
            return
        self._unknown(shape.keyword, type_, kinds.UNKNOWN_BLOCK)

    def _unknown(self, atom: Atom, type_: BlockType | None, kind: Kind, keys: tuple[Key, ...] = ()) -> None:
        keys = type_.keys if type_ is not None else keys
        children = type_.children if type_ is not None else ()
        spellings = [w for k in keys for w in (k.word, k.ja)] + [w for c in children for w in (c.word, c.ja)]
        wanted: list[tuple[str, str]] = (
            [(k.word, k.ja) for k in keys]
            if kind is kinds.UNKNOWN_FIELD and keys
            else [(c.word, c.ja) for c in children]
        )
        where = Both(type_.ja, type_.word) if type_ is not None else Both("{ … }", "{ … }")
        self.found.append(
            kind.at(
                self._span(atom),
                where=where,
                found=atom.raw,
                nearest=nearest(atom.raw, spellings),
                choices=Both("、".join(f"{ja}（{w}）" for w, ja in wanted), ", ".join(w for w, _ in wanted)),
            )
        )

    def _span(self, atom: Atom) -> Span:
        return Span(self.source, atom.start, atom.end)


_ATOMS = {
    "name": ("名前", "a name"),
    "string": ("文字列", "a string"),
    "text": ("文章", "a text"),
    "url": ("URL", "a URL"),
    "link": ("リンク", "a link"),
    "date": ("日付", "a date"),
    "number": ("数", "a number"),
    "list": ("[ ] の並び", "a list"),
}


def atom_words(atom: Atom) -> Both:
    """What kind of value an atom is, in both languages."""
    ja, en = _ATOMS[atom.kind]
    return Both(f"{ja}「{atom.raw[:30]}」", f"{en} `{atom.raw[:30]}`")
