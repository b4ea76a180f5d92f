"""Source files with what they import: found, read through a reader, decoded and parsed; never outside the root."""

from __future__ import annotations

import posixpath
from collections.abc import Callable
from functools import lru_cache
from typing import NamedTuple

from .diagnostics import ERROR, WARNING, Both, Diagnostic, Findings, Fix, Kind
from .model.characters import check_characters
from .model.structure import IMPORT
from .source import Source, Span, decode, decode_legacy, guess_legacy
from .syntax import BlockShape, Item, parse
from .vocab import Concept

NOT_UTF8 = Kind(
    "syntax/not-utf-8",
    ERROR,
    "ファイルが UTF-8 ではありません（{offset} バイト目から{guess}）",
    "the file is not UTF-8 (from byte {offset} on{guess})",
    "エディターの「名前を付けて保存」などで、文字コード UTF-8 を選んで保存し直してください。",
    "Save it again with the encoding UTF-8.",
)
NAME_NOT_UTF8 = Kind(
    "syntax/name-not-utf-8",
    ERROR,
    "ファイル又はフォルダの名前が UTF-8 ではありません（{found}）",
    "the name of the file, or of a folder above it, is not UTF-8 ({found})",
    "出力には、どのファイルのどの行によるかが書かれます。名前を付け直してください。",
    "The output says which line of which file it is of. Rename it.",
)
TOO_LARGE = Kind(
    "syntax/too-large",
    ERROR,
    "ファイルが大きすぎます（{limit} バイトまで）。中身は読んでいません",
    "the file is too large (at most {limit} bytes) and was not read",
    "文書ごとにファイルを分け、共通の宣言は別のファイルに置いて import で取り込んでください。",
    "Give each document a file of its own, and import what they share.",
)
MISSING_IMPORT = Kind(
    "model/missing-import",
    ERROR,
    "取り込むファイル「{found}」がありません",
    "there is no file `{found}` to import",
    "このファイルから見た相対パスで書きます。探した場所は、ビルドの根から「{target}」です。",
    "The path is relative to this file; looked for was `{target}` below the root of the build.",
)
NOTHING_HERE = Kind(
    "model/nothing-declared",
    WARNING,
    "このファイルには何も宣言されていません",
    "this file declares nothing",
    "「policyc new privacy-notice 名前」で書き始めの雛形を作れます。",
    "`policyc new privacy-notice NAME` writes a source to start from.",
)
BAD_IMPORT = Kind(
    "model/bad-import",
    ERROR,
    "取込（import）の書き方が違います",
    "this import is not well written",
    '「import "ファイル名.policy"」の形で、一行に一つ書いてください。',
    'Write `import "file.policy"`, one on each line.',
)
IMPORT_CYCLE = Kind(
    "model/import-cycle",
    ERROR,
    "取り込みが輪になっています: {found}",
    "these files import each other: {found}",
    "{advice}",
    "{advice}",
)
_SHARED = Both(
    "共通の宣言を、どちらからも取り込まれる別のファイルに移してください。",
    "Move what they share to a file that both import.",
)
_ITSELF = Both(
    "ファイルは自分自身を取り込めません。この行を消してください。", "A file cannot import itself: remove this line."
)
IMPORT_DEPTH = Kind(
    "model/import-too-deep",
    ERROR,
    "取り込みの連鎖が長すぎます（{limit}段まで）",
    "files import each other in too long a chain (at most {limit})",
    "共通の宣言を少ないファイルにまとめてください。",
    "Gather what is shared in fewer files.",
)
IMPORT_OUTSIDE = Kind(
    "model/import-outside-root",
    ERROR,
    "「{found}」は取り込めません。ビルドの根の外を指しています",
    "`{found}` cannot be imported: it leads out of the root of the build",
    "取り込めるのは根の中のファイルだけです。このファイルからの相対パスで書いてください（根は --root で指定できます）。",
    "Only files below the root can be imported, by a path relative to this file (the root is set with --root).",
)
BACKSLASH = Kind(
    "model/import-backslash",
    ERROR,
    "取り込むファイルのパスに「\\」は使えません",
    "the path of an import takes no backslash",
    "フォルダの区切りは「/」で書いてください。",
    "Write `/` between folders.",
)
BAD_VOCABULARY = Kind(
    "model/bad-vocabulary",
    ERROR,
    "語彙ファイルの誤り: {ja}",
    "fault in a vocabulary file: {en}",
    "行の書き方は「policyc explain model/bad-vocabulary」で見られます。",
    "`policyc explain model/bad-vocabulary` shows the form of a row.",
)

# Some 700,000 characters, a shelf of legal pages; a bound on the source bounds time and memory.
MAX_BYTES = 2 * 1024 * 1024
# A chain of imports longer than this is no design, and reading one file within another needs the stack.
MAX_IMPORTS = 40
OUTSIDE = "outside"
"""What a reader returns for a path that leads out of the root (by a symbolic link)."""

_LONGEST = 400

FileReader = Callable[[str], bytes | str | None]


class Parsed(NamedTuple):
    """One file as parsed, with what was found in it."""

    source: Source
    items: tuple[Item, ...]
    found: list[Diagnostic]


# Large files are not kept: they are not what many others import.
_KEPT_BYTES = 200_000


def _is_text(path: str) -> bool:
    # Bytes of a name that are no characters are surrogates.
    return path.isascii() or not any("\ud800" <= character <= "\udfff" for character in path)


def _parsed(path: str, raw: bytes) -> Parsed:
    return _parse(path, raw) if len(raw) > _KEPT_BYTES else _remembered(path, raw)


@lru_cache(maxsize=64)
def _remembered(path: str, raw: bytes) -> Parsed:
    """Remembered: thousands of documents of one run import the same few files."""
    return _parse(path, raw)


def _parse(path: str, raw: bytes) -> Parsed:
    """Decode and parse one file; `path` is relative to the root."""
    if len(raw) > MAX_BYTES:
        source = Source(path, raw[:200].decode("utf-8", errors="replace").partition("\n")[0], raw)
        return Parsed(source, (), [TOO_LARGE.at(Span(source, 0, 0), limit=f"{MAX_BYTES:,}")])
    source, found = _decoded(path, raw)
    items, faults = parse(source)
    characters = check_characters(source)
    if faults:
        _tell_once(faults, characters)
    found += faults
    found += characters
    return Parsed(source, items, found)


def _tell_once(faults: Findings, characters: Findings) -> None:
    """A character that no file may hold is told of by what it is: not also as one that is no token."""
    from .syntax.lexer import UNKNOWN_CHARACTER

    flagged = {d.span.start for d in characters if d.severity == ERROR}
    faults[:] = [
        d for d in faults if d.kind is not UNKNOWN_CHARACTER or (d.span.start not in flagged and d.span.text != "\r")
    ]


def _decoded(path: str, raw: bytes) -> tuple[Source, Findings]:
    """The text of a file. What is saved in an older Japanese encoding is read by it, so that the rest can be checked."""
    source, bad = decode(path, raw)
    found = Findings()
    # ISO-2022-JP is ASCII by its bytes.
    if bad is not None or b"\x1b$" in raw:
        name, text = "", source.text
        if raw[:2] in (b"\xff\xfe", b"\xfe\xff"):
            name, text = "UTF-16", raw.decode("utf-16", errors="replace")
        elif name := guess_legacy(raw):
            text, _ = decode_legacy(raw, name)
        elif bad is None:
            return source, found
        at = max(source.text.find("\ufffd"), 0) if not name else 0
        source = Source(path, text.replace("\r\n", "\n"), raw)
        guess = Both(f"。{name} で保存されているようです" if name else "", f"; it seems to be {name}" if name else "")
        found.append(NOT_UTF8.at(Span(source, at, at + 1), offset=(bad or 0) + 1, guess=guess))
    return source, found


class Loader:
    """Reads a file and all that it imports, each once, imports first."""

    def __init__(self, read: FileReader) -> None:
        self.read = read
        self.found = Findings()
        self.order: list[Parsed] = []
        self.rows: list[Concept] = []
        self.vocabularies: list[Source] = []
        # Whether something that was to be imported is not there: names may then be declared in it.
        self.incomplete = False
        self._done: dict[str, Parsed] = {}

    def load(self, path: str, raw: bytes, stack: tuple[str, ...]) -> None:
        """Parse a file and what it imports; imports come first, so that their names are declared first."""
        parsed = _parsed(path, raw)
        self._done[path] = parsed
        self.found += parsed.found
        if not _is_text(path):
            self.found.append(NAME_NOT_UTF8.at(Span(parsed.source, 0, 0), found=path))
        if not parsed.items and not parsed.found:
            self.found.append(NOTHING_HERE.at(Span(parsed.source, 0, 0)))
        for item in parsed.items:
            word = item.keyword if isinstance(item, BlockShape) else item.key
            if word.raw in (IMPORT.word, IMPORT.ja):
                self._import(parsed.source, item, path, (*stack, path))
        self.order.append(parsed)

    def _refuse(self, finding: Diagnostic) -> None:
        self.found.append(finding)
        self.incomplete = True

    def _import(self, source: Source, item: Item, path: str, stack: tuple[str, ...]) -> None:
        atoms = item.atoms if isinstance(item, BlockShape) else item.phrases[0].atoms
        good = isinstance(item, BlockShape) and item.body is None and len(atoms) == 1
        if not good or atoms[0].kind != "string" or not atoms[0].raw[1:-1]:
            self._refuse(BAD_IMPORT.at(Span(source, item.start, item.end)))
            return
        atom = atoms[0]
        span = Span(source, atom.start, atom.end)
        written = atom.raw[1:-1]
        if "\\" in written:
            fix = Fix(span, atom.raw.replace("\\", "/"), safe=True)
            self._refuse(BACKSLASH.at(span, fix=fix))
            return
        target = posixpath.normpath(posixpath.join(posixpath.dirname(path), written))
        outside = written.startswith("/") or ":" in written or target.split("/")[0] == ".."
        if outside or "\0" in written:
            self._refuse(IMPORT_OUTSIDE.at(span, found=written))
        elif target in stack:
            circle = " → ".join((*stack[stack.index(target) :], target))
            advice = _ITSELF if target == path else _SHARED
            self._refuse(IMPORT_CYCLE.at(span, found=Both(circle[:_LONGEST], circle[:_LONGEST]), advice=advice))
        elif len(stack) > MAX_IMPORTS:
            self._refuse(IMPORT_DEPTH.at(span, limit=MAX_IMPORTS))
        elif target not in self._done:
            self._read(target, written, span, stack)

    def _read(self, target: str, written: str, span: Span, stack: tuple[str, ...]) -> None:
        raw = self.read(target)
        if raw is None:
            self._refuse(MISSING_IMPORT.at(span, found=written, target=target))
        elif isinstance(raw, str):
            self._refuse(IMPORT_OUTSIDE.at(span, found=written))
        elif target.endswith((".yaml", ".yml")):
            self._vocabulary(target, raw)
        else:
            self.load(target, raw, stack)

    def _vocabulary(self, path: str, raw: bytes) -> None:
        from .vocab.schema import load_yaml

        source, faults = _decoded(path, raw)
        self._done[path] = Parsed(source, (), [])
        if faults:
            self.found += faults
            self.incomplete = True
            return
        owned = {row.own: row.id for row in self.rows if row.own}
        rows, problems = load_yaml(source.text, path, owned=owned)
        self.rows += rows
        self.vocabularies.append(source)
        for line, ja, en in problems:
            at = sum(len(x) + 1 for x in source.text.split("\n")[: max(line - 1, 0)])
            self.found.append(BAD_VOCABULARY.at(Span(source, at, at + 1), ja=ja, en=en))
