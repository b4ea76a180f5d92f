"""The documents of a run held against one another: how their files are found and read again."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from .. import files
from ..diagnostics import Diagnostic
from ..pipeline import Checked, check
from ..source import Source, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..agreement import Record
    from ..audit import Audit


class Together:
    """The files of a run by the names that the reader knows, and what their documents were reduced to."""

    def __init__(self, readers: files.Readers, as_of: str = "") -> None:
        from ..agreement.run import Run

        self._readers = readers
        self._inputs: dict[str, files.Input] = {}
        # Root and path of every file, imports among them.
        self._files: dict[str, tuple[str, str]] = {}
        self.run = Run(self._compiled, self._source, as_of)

    def add(self, row: files.Input, checked: Checked, audits: list[Audit]) -> list[Record]:
        """Take up the documents of a file; `audits` are theirs, or none where no law is applied."""
        show = partial(files.show, row.root)
        self._inputs[row.shown] = row
        for source in checked.sources:
            self._files.setdefault(show(source.path), (row.root, source.path))
        return self.run.add(checked, audits, show)

    def findings(self) -> list[Diagnostic]:
        """What the documents do not agree in; the paths of these findings are as they are shown."""
        return self.run.findings()

    def _source(self, name: str) -> Source:
        root, path = self._files[name]
        raw = self._readers[root](path)
        return decode(name, raw if isinstance(raw, bytes) else b"")[0]

    def _compiled(self, name: str) -> tuple[Checked, Callable[[str], str]] | None:
        row = self._inputs[name]
        try:
            raw = files.read(os.path.join(row.root, row.path))
        except OSError:
            return None
        return check(row.path, raw, self._readers[row.root]), partial(files.show, row.root)
