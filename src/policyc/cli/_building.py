"""A build as the command line runs it: sources to output folders, findings to the reader, and how it ends. Without click."""

from __future__ import annotations

import os
import sys
from typing import TYPE_CHECKING, NoReturn, Protocol

from .. import files, manifest
from ..diagnostics import NOTE, Both, has_errors
from ..files import Input, Readers
from ..pipeline import Checked, check, emit, release
from . import FINDINGS, OK, _inputs
from ._doubles import Named, clash, doubles, named
from ._workers import Workers

if TYPE_CHECKING:
    from ..output import Comparison


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
) -> NoReturn:
    """Compile the sources that `paths` name into `out`, and end the program: the values are the options of the command."""
    from ..output import Comparison, Refused, staging

    folder = any(os.path.isdir(path) for path in paths)
    build = _Build(_inputs.sources(paths, root, lang), wanted, ("p3p",) if strict_p3p else (), lang, folder, jobs)
    if only_check:
        build.compare(Comparison(out))
    try:
        with staging(out) as stage:
            build.run(stage)
            if build.failed:
                sys.exit(FINDINGS)
            index = build.index(out)
            if index is not None:
                stage.index(index)
            changed = stage.commit()
    except Refused as refused:
        ja = f"{refused} は policyc が書いたものではないので、置き換えません"
        _inputs.stop(ja if lang == "ja" else f"{refused} was not written by policyc and is not replaced")
    except OSError as error:
        _inputs.stop(f"{error.filename or out}: {_inputs.reason(error)}")
    build.report(out, changed)
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

    def index(self, out: str) -> bytes | None:
        """The index of this build; that of `out` with this document's row anew, where there is one with such a row."""
        if self.many:
            return manifest.index(self.entries.values())
        return manifest.reindexed(os.path.join(out, manifest.INDEX), self.entries)

    def compare(self, folders: Comparison) -> NoReturn:
        """`--check`: end with 0 when the output folder holds what this build would write, else with 1."""
        self.run(folders)
        if self.failed:
            sys.exit(FINDINGS)
        out = folders.out
        names = folders.stale(self.entries, self.index(out))
        for name in names:
            left_over = name not in self.entries and name != manifest.INDEX
            words = (
                Both(
                    f"{out}/{name} は、今のソースにない文書の残りです",
                    f"{out}/{name} is left over: no source declares it",
                )
                if left_over
                else Both(f"{out}/{name} は最新ではありません", f"{out}/{name} is not current")
            )
            _inputs.tell(words.ja if self.lang == "ja" else words.en)
        sys.exit(FINDINGS if names else OK)

    def report(self, out: str, changed: list[str]) -> None:
        """One line per document, on stdout, when a person may be reading; one line in all for many."""
        if len(self.entries) > 20:
            _inputs.say(f"{len(self.entries)} → {out}/ ({len(changed)} changed)")
            return
        for name in self.entries:
            mark = "" if name in changed else ("（変更なし）" if self.lang == "ja" else " (unchanged)")
            _inputs.say(f"{out}/{name}/{mark}")
