"""A file with everything it imports: read, parsed and checked into documents. Files come through a `Reader`, never IO."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from .clauses import catalogue
from .diagnostics import ERROR, Diagnostic, Kind
from .model import Names, Node, Reader
from .model.characters import check_characters
from .model.structure import file_type
from .source import Source, Span, decode
from .syntax import BlockShape, Item, parse
from .vocab import Concept, index

NOT_UTF8 = Kind(
    "syntax/not-utf-8",
    ERROR,
    "ファイルが UTF-8 ではありません（{offset} バイト目）",
    "the file is not UTF-8 (at byte {offset})",
    "エディターで「UTF-8」を選んで保存し直してください。",
    "Save it as UTF-8.",
)
TOO_LARGE = Kind(
    "syntax/too-large",
    ERROR,
    "ファイルが大きすぎます（{size} バイト、上限 {limit} バイト）",
    "the file is too large ({size} bytes; the limit is {limit})",
    "文書を複数のファイルに分けてください。",
    "Divide it into several files.",
)
MISSING_IMPORT = Kind(
    "model/missing-import",
    ERROR,
    "取り込むファイル「{found}」がありません",
    "there is no file `{found}` to import",
    "パスは、このファイルからの相対パスで書きます。",
    "The path is relative to this file.",
)
IMPORT_CYCLE = Kind(
    "model/import-cycle",
    ERROR,
    "取り込みが輪になっています: {found}",
    "these files import each other: {found}",
    "共通の宣言を、どちらからも取り込まれる別のファイルに移してください。",
    "Move what they share to a file that both import.",
)
IMPORT_OUTSIDE = Kind(
    "model/import-outside-root",
    ERROR,
    "「{found}」は、ビルドの根の外を指しています",
    "`{found}` leads out of the root of the build",
    "根の中のファイルだけを取り込めます（根は --root で指定できます）。",
    "Only files below the root can be imported (the root is set with --root).",
)
BAD_VOCABULARY = Kind(
    "model/bad-vocabulary",
    ERROR,
    "語彙ファイルの誤り: {ja}",
    "fault in a vocabulary file: {en}",
    "行の書き方は vocab の説明を見てください。",
    "See the page of the vocabulary for the form of a row.",
)

# Larger than any legal page by far; a bound keeps memory bounded.
MAX_BYTES = 8 * 1024 * 1024
OUTSIDE = "outside"
"""What a reader returns for a path that leads out of the root (by a symbolic link)."""

FileReader = Callable[[str], bytes | str | None]


class Project(NamedTuple):
    """One file as read: its documents, the names in reach, all its sources, and what was found."""

    source: Source
    documents: list[Node]
    names: Names
    sources: list[Source]
    top: list[Node]
    found: list[Diagnostic]


class _Parsed(NamedTuple):
    source: Source
    items: tuple[Item, ...]
    found: list[Diagnostic]


@lru_cache(maxsize=64)
def _parsed(path: str, raw: bytes) -> _Parsed:
    """Decode and parse one file; `path` is relative to the root.

    Remembered: thousands of documents of one run import the same few files.
    """
    if len(raw) > MAX_BYTES:
        source = Source(path, raw[:200].decode("utf-8", errors="replace").partition("\n")[0], raw)
        return _Parsed(source, (), [TOO_LARGE.at(Span(source, 0, 0), size=len(raw), limit=MAX_BYTES)])
    source, bad = decode(path, raw)
    found: list[Diagnostic] = []
    if bad is not None:
        at = source.text.find("\ufffd")
        found.append(NOT_UTF8.at(Span(source, max(at, 0), max(at, 0) + 1), offset=bad + 1))
    items, faults = parse(source)
    return _Parsed(source, items, found + faults + check_characters(source))


class _Loader:
    def __init__(self, read: FileReader) -> None:
        self.read = read
        self.found: list[Diagnostic] = []
        self.order: list[_Parsed] = []
        self.rows: list[Concept] = []
        self.vocabularies: list[Source] = []
        self._done: dict[str, _Parsed] = {}

    def load(self, path: str, raw: bytes, stack: tuple[str, ...]) -> None:
        """Parse a file and what it imports; imports come first, so that their names are declared first."""
        parsed = _parsed(path, raw)
        self._done[path] = parsed
        self.found += parsed.found
        for item in parsed.items:
            if isinstance(item, BlockShape) and item.keyword.raw in ("import", "取込"):
                self._import(parsed.source, item, path, (*stack, path))
        self.order.append(parsed)

    def _import(self, source: Source, item: BlockShape, path: str, stack: tuple[str, ...]) -> None:
        strings = [atom for atom in item.atoms if atom.kind == "string"]
        if len(strings) != 1 or len(item.atoms) != 1 or item.body is not None:
            from .model.kinds import TITLE_NEEDED

            self.found.append(TITLE_NEEDED.at(Span(source, item.start, item.end), keyword=item.keyword.raw))
            return
        atom = strings[0]
        span = Span(source, atom.start, atom.end)
        written = atom.raw[1:-1]
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
        outside = written.startswith("/") or "\\" in written or ":" in written or target.split("/")[0] == ".."
        if outside or "\0" in written or not written:
            self.found.append(IMPORT_OUTSIDE.at(span, found=written))
            return
        if target in stack:
            circle = " → ".join((*stack[stack.index(target) :], target))
            self.found.append(IMPORT_CYCLE.at(span, found=circle))
            return
        if target in self._done:
            return
        raw = self.read(target)
        if raw is None:
            self.found.append(MISSING_IMPORT.at(span, found=written))
        elif isinstance(raw, str):
            self.found.append(IMPORT_OUTSIDE.at(span, found=written))
        elif target.endswith((".yaml", ".yml")):
            self._vocabulary(target, raw, span)
        else:
            self.load(target, raw, stack)

    def _vocabulary(self, path: str, raw: bytes, span: Span) -> None:
        from .vocab.schema import load_yaml

        source, bad = decode(path, raw)
        self._done[path] = _Parsed(source, (), [])
        if bad is not None:
            self.found.append(NOT_UTF8.at(Span(source, 0, 1), offset=bad + 1))
            return
        rows, problems = load_yaml(source.text, path)
        self.rows += rows
        self.vocabularies.append(source)
        for line, ja, en in problems:
            at = sum(len(x) + 1 for x in source.text.split("\n")[: max(line - 1, 0)])
            self.found.append(BAD_VOCABULARY.at(Span(source, at, at + 1), ja=ja, en=en))


class _Base(NamedTuple):
    """What the imports of a file declare: read once, shared by all files of a run that import the same."""

    parsed: tuple[_Parsed, ...]
    names: Names
    found: list[Diagnostic]


_BASES_KEPT = 32
_bases: dict[tuple[int, ...], _Base] = {}


def _base(parsed: tuple[_Parsed, ...], rows: list[Concept]) -> _Base:
    """Names and findings of imported files. They see each other, never the file that imports them."""
    # Parsed files are remembered, so the same file is the same object; `_Base` keeps it alive, and its id its own.
    key = tuple(id(one) for one in parsed)
    base = _bases.get(key) if not rows else None
    if base is None:
        found: list[Diagnostic] = []
        names = Names(index(rows))
        _read(parsed, names, found, imported=True)
        base = _Base(parsed, names, found)
        if not rows:
            if len(_bases) >= _BASES_KEPT:
                _bases.clear()
            _bases[key] = base
    return base


def _read(parsed: tuple[_Parsed, ...], names: Names, found: list[Diagnostic], imported: bool) -> list[Node]:
    type_ = file_type(catalogue())
    nodes: list[Node] = []
    readers: list[Reader] = []
    for one in parsed:
        reader = Reader(one.source, names, found)
        # Documents of an imported file are compiled with that file, not with this one.
        nodes += reader.declare([i for i in one.items if not (imported and _is_document(i))], type_, None)
        readers.append(reader)
    for reader in readers:
        reader.fill()
    return nodes


def load(path: str, raw: bytes, read: FileReader) -> Project:
    """Read one file: `path` is relative to the root with `/`, `read` gives the bytes of other files below the root
    (None when missing, `OUTSIDE` when a link leads out). Never raises on what a file holds."""
    loader = _Loader(read)
    loader.load(path, raw, ())
    *imports, main = loader.order
    base = _base(tuple(imports), loader.rows)
    names = base.names.inner()
    found = loader.found + base.found
    top = _read((main,), names, found, imported=False)
    documents = [node for node in top if node.type.role == "document"]
    sources = [parsed.source for parsed in loader.order] + loader.vocabularies
    return Project(main.source, documents, names, sources, top, found)


def _is_document(item: Item) -> bool:
    return isinstance(item, BlockShape) and item.keyword.raw in ("document", "文書") and item.body is not None
