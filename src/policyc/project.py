"""A file with everything it imports, checked into documents. Files come through a `Reader`, never IO."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from .clauses import catalogue
from .diagnostics import Diagnostic, Findings
from .loader import FileReader, Loader, Parsed
from .model import BlockType, Names, Node, Reader
from .model.addresses import check_addresses
from .model.entries import check_entries
from .model.parts import check_parts
from .model.structure import file_type
from .source import Source
from .syntax import BlockShape, FieldShape, Item
from .vocab import Concept, index


class Project(NamedTuple):
    """One file as read: its documents, the names in reach, all its sources, and what was found."""

    source: Source
    documents: list[Node]
    names: Names
    sources: list[Source]
    top: list[Node]
    found: list[Diagnostic]


@cache
def _file_type(imported: bool = False) -> BlockType:
    return file_type(catalogue(), imported)


class _Base(NamedTuple):
    """What the imports of a file declare: read once, shared by all files of a run that import the same."""

    parsed: tuple[Parsed, ...]
    names: Names
    found: list[Diagnostic]


_BASES_KEPT = 32
_LARGEST_KEPT = 200_000
_bases: dict[tuple[int, ...], _Base] = {}


def _base(parsed: tuple[Parsed, ...], rows: list[Concept], incomplete: bool) -> _Base:
    """Names and findings of imported files. They see each other, never the file that imports them."""
    # Parsed files are remembered, so the same file is the same object; `_Base` keeps it alive, and its id its own.
    key = tuple(id(one) for one in parsed)
    # Large files are not remembered: their trees would fill the memory of a long run.
    small = sum(len(one.source.text) for one in parsed) < _LARGEST_KEPT
    shared = small and not rows and not incomplete
    base = _bases.get(key) if shared else None
    if base is None:
        found = Findings()
        names = Names(index(rows))
        names.incomplete = incomplete
        _read(parsed, names, found, imported=True)
        base = _Base(parsed, names, found)
        if shared:
            if len(_bases) >= _BASES_KEPT:
                _bases.clear()
            _bases[key] = base
    return base


def _read(parsed: tuple[Parsed, ...], names: Names, found: Findings, imported: bool) -> list[Node]:
    type_ = _file_type(imported)
    nodes: list[Node] = []
    readers: list[Reader] = []
    for one in parsed:
        reader = Reader(one.source, names, found, any(d.code.startswith("syntax/") for d in one.found))
        # Documents of an imported file are compiled with that file; here they can only be pointed to.
        items = [_outline(item) for item in one.items] if imported else one.items
        nodes += reader.declare(items, type_, None)
        readers.append(reader)
    for reader in readers:
        reader.fill()
    for reader in readers:
        check_parts(reader.nodes, found)
        check_entries(reader.nodes, found)
    return nodes


def load(path: str, raw: bytes, read: FileReader) -> Project:
    """Read one file: `path` is relative to the root with `/`, `read` gives the bytes of other files below the root
    (None when missing, `OUTSIDE` when a link leads out). Never raises on what a file holds."""
    loader = Loader(read)
    loader.load(path, raw, ())
    *imports, main = loader.order
    base = _base(tuple(imports), loader.rows, loader.incomplete)
    names = base.names.inner()
    found = loader.found
    found += base.found
    top = _read((main,), names, found, imported=False)
    documents = [node for node in top if node.type.role == "document"]
    check_addresses(documents, names, found)
    sources = [parsed.source for parsed in loader.order] + loader.vocabularies
    return Project(main.source, documents, names, sources, top, found)


def _outline(item: Item) -> Item:
    """A document of an imported file without what only its own compilation reads."""
    type_ = _file_type(imported=True).child(item.keyword.raw) if isinstance(item, BlockShape) else None
    if type_ is None or type_.role != "outline" or not isinstance(item, BlockShape):
        return item
    body = [inner for inner in item.body or () if isinstance(inner, FieldShape) and type_.key(inner.key.raw)]
    return item._replace(body=tuple(body))
