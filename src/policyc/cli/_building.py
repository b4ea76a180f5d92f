"""A build as the command line runs it: sources to output folders, findings to the reader, and how it ends. Without click."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn, Protocol

from .. import files, manifest
from ..diagnostics import NOTE, has_errors
from ..files import Input, Readers
from ..pipeline import Checked, check, emit, release
from . import FINDINGS, OK, _inputs, _refusals
from ._doubles import Named, clash, doubles, named
from ._workers import Workers

if TYPE_CHECKING:
    from ..output import Comparison, Stage


class Folders(Protocol):
    """Where the folders of a build go: they are staged, or compared with those that are there."""

    changed: list[str]

    def put(self, name: str, files: dict[str, bytes]) -> None:
        """Take one folder."""


Made = tuple[list[dict[str, str]], list[Named], list[str]]
"""What came of a source without findings: rows of the index, the names of its documents, and which folders changed."""


def build(
    paths: tuple[str, ...],
    out: str,
    only_check: bool,
    wanted: tuple[str, ...],
    lang: str,
    root: str | None,
    strict_p3p: bool = False,
    jobs: int = 0,
    overwrite_edited: bool = False,
    prune: bool = False,
) -> NoReturn:
    """Compile the sources that `paths` name into `out`, and end the program: the values are the options of the command."""
    from ..output import Comparison, Refused, staging

    folder = any(os.path.isdir(path) for path in paths)
    build = _Build(_inputs.sources(paths, root, lang), wanted, ("p3p",) if strict_p3p else (), lang, folder, jobs)
    if only_check:
        build.compare(Comparison(out))
    try:
        with staging(out, overwrite_edited) as stage:
            build.run(stage)
            if build.failed:
                sys.exit(FINDINGS)
            if prune and not build.many:
                _inputs.stop(_refusals.prune_of_one(lang))
            index = build.index(stage.present)
            if index is not None:
                stage.index(index)
            left = build.left_over(stage)
            kept = stage.prune(left) if prune else left
            changed = stage.commit()
    except Refused as refused:
        _inputs.stop(_refusals.words(refused, lang))
    except OSError as error:
        _inputs.stop(_refusals.unwritten(error, out, lang))
    build.report(out, changed)
    for line in _refusals.left_over(out, left, kept, prune, lang):
        _inputs.tell(line)
    sys.exit(OK)


class _Build:
    """One run over all inputs: what is compiled goes to folders, findings to the reader."""

    def __init__(
        self, rows: list[Input], wanted: tuple[str, ...], strict: tuple[str, ...], lang: str, folder: bool, jobs: int
    ) -> None:
        self.rows = rows
        self.wanted = wanted
        self.strict = strict
        self.lang = lang
        self.folder = folder
        self.jobs = jobs
        self.failed = False
        self.entries: dict[str, dict[str, str]] = {}
        self._from: dict[str, str] = {}
        self._readers = Readers()
        self._told: set[tuple[str, str, int, int]] = set()

    @property
    def many(self) -> bool:
        """Whether the build has an index: it is of a folder, of several sources or of several documents."""
        return self.folder or len(self.rows) > 1 or len(self.entries) > 1

    def run(self, folders: Folders) -> None:
        """Check and compile every input; after the first error nothing more is put, but all is still checked."""

        def work(row: Input) -> Made | None:
            return self._without_findings(row, folders)

        with Workers(self.rows, work, self.jobs) as workers:
            for number, row in enumerate(_inputs.progress(self.rows)):
                made = workers.made(number)
                if made is None or clash(made[1], self._from):
                    self._one(row, folders)
                else:
                    entries, _, changed = made
                    self._enter(entries)
                    folders.changed += changed

    def _one(self, row: Input, folders: Folders) -> None:
        checked = _inputs.checked(row, self.lang, self._readers)
        found = checked.diagnostics + doubles(row, checked.documents, self._from)
        _inputs.show_findings(row, _inputs.once(row, found, self._told), self.lang, notes=False, err=True)
        self.failed = self.failed or has_errors(found)
        if not self.failed:
            self._enter(self._emit(checked, folders))

    def _enter(self, entries: list[dict[str, str]]) -> None:
        self.entries.update((entry["id"], entry) for entry in entries)

    def _without_findings(self, row: Input, folders: Folders) -> Made | None:
        """The same where there is nothing to tell, in a process of its own; None where there is."""
        before = len(folders.changed)
        checked = check(row.path, files.read(os.path.join(row.root, row.path)), self._readers[row.root])
        if any(one.severity != NOTE for one in checked.diagnostics):
            return None
        names = named(row, checked.documents)
        return self._emit(checked, folders), names, folders.changed[before:]

    def _emit(self, checked: Checked, folders: Folders) -> list[dict[str, str]]:
        """Write all documents of a source, which is then done with; their rows of the index."""
        entries = []
        for output in emit(checked, self.wanted, self.strict):
            entries.append(manifest.entry(output))
            folders.put(entries[-1]["id"], manifest.folder(output, checked.sources))
        release(checked)
        return entries

    def index(self, present: bytes | None) -> bytes | None:
        """The index of this build; that which is there with this document's row anew, where it has such a row."""
        if self.many:
            return manifest.index(self.entries.values())
        return manifest.reindexed(present, self.entries)

    def left_over(self, folders: Stage | Comparison) -> list[str]:
        """Folders of documents that no source declares any more. A build of one source does not know of the others'."""
        return folders.left_over(self.entries) if self.many else []

    def compare(self, folders: Comparison) -> NoReturn:
        """`--check`: end with 0 when the output folder holds what this build would write, else with 1."""
        self.run(folders)
        if self.failed:
            sys.exit(FINDINGS)
        stale, left = folders.stale(self.index(folders.present)), self.left_over(folders)
        for line in _refusals.stale(folders.out, stale, left, self.lang):
            _inputs.tell(line)
        sys.exit(FINDINGS if stale or left else OK)

    def report(self, out: str, changed: list[str]) -> None:
        """One line per document, on stdout, when a person may be reading; one line in all for many."""
        if len(self.entries) > 20:
            _inputs.say(f"{len(self.entries)} → {out}/ ({len(changed)} changed)")
            return
        for name in self.entries:
            mark = "" if name in changed else ("（変更なし）" if self.lang == "ja" else " (unchanged)")
            _inputs.say(f"{out}/{name}/{mark}")
