"""A build as the command line runs it: sources to output folders, findings to the reader, and how it ends. Without click."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn

from .. import manifest
from ..diagnostics import Both, has_errors
from ..files import Input, Readers
from ..pipeline import Output, emit
from ..source import Source
from . import FINDINGS, OK, _inputs
from ._doubles import doubles

Put = Callable[[str, dict[str, bytes]], None]


def build(
    paths: tuple[str, ...],
    out: str,
    only_check: bool,
    wanted: tuple[str, ...],
    lang: str,
    root: str | None,
    strict_p3p: bool = False,
) -> NoReturn:
    """Compile the sources that `paths` name into `out`, and end the program: the values are the options of the command."""
    from ..output import Refused, staging

    folder = any(os.path.isdir(path) for path in paths)
    build = _Build(_inputs.sources(paths, root, lang), wanted, ("p3p",) if strict_p3p else (), lang, folder)
    if only_check:
        build.compare(out)
    try:
        with staging(out) as stage:
            build.run(stage.put)
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
        _inputs.stop(f"{error.filename or out}: {error.strerror}")
    build.report(out, changed)
    sys.exit(OK)


class _Build:
    """One run over all inputs: what is compiled goes to `put`, findings to the reader."""

    def __init__(
        self, rows: list[Input], wanted: tuple[str, ...], strict: tuple[str, ...], lang: str, folder: bool
    ) -> None:
        self.rows = rows
        self.wanted = wanted
        self.strict = strict
        self.lang = lang
        self.folder = folder
        self.failed = False
        self.entries: dict[str, dict[str, str]] = {}
        self._from: dict[str, str] = {}
        self._readers = Readers()
        self._told: set[tuple[str, str, int, int]] = set()

    @property
    def many(self) -> bool:
        """Whether the build has an index: it is of a folder, of several sources or of several documents."""
        return self.folder or len(self.rows) > 1 or len(self.entries) > 1

    def run(self, put: Put) -> None:
        """Check and compile every input; after the first error nothing more is put, but all is still checked."""
        for row in _inputs.progress(self.rows):
            checked = _inputs.checked(row, self.lang, self._readers)
            found = checked.diagnostics + doubles(row, checked.documents, self._from)
            _inputs.show_findings(row, _inputs.once(row, found, self._told), self.lang, notes=False, err=True)
            self.failed = self.failed or has_errors(found)
            if not self.failed:
                for output in emit(checked, self.wanted, self.strict):
                    self._put(output, checked.sources, put)

    def _put(self, output: Output, sources: list[Source], put: Put) -> None:
        row = manifest.entry(output)
        self.entries[row["id"]] = row
        put(row["id"], manifest.folder(output, sources))

    def index(self, out: str) -> bytes | None:
        """The index of this build; that of `out` with this document's row anew, where there is one with such a row."""
        if self.many:
            return manifest.index(self.entries.values())
        return manifest.reindexed(os.path.join(out, manifest.INDEX), self.entries)

    def compare(self, out: str) -> None:
        """`--check`: end with 0 when the output folder holds what this build would write, else with 1."""
        from ..output import stale

        folders: dict[str, dict[str, bytes]] = {}
        self.run(folders.__setitem__)
        if self.failed:
            sys.exit(FINDINGS)
        index = self.index(out)
        names = stale(out, folders, index)
        for name in names:
            left_over = name not in folders and name != manifest.INDEX
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
