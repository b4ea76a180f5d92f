"""The documents of a run held against one another: how their files are found and read again."""

from __future__ import annotations

import os
from functools import partial
from typing import TYPE_CHECKING

from .. import files
from ..diagnostics import Diagnostic
from ..pipeline import Checked, check
from ..source import Source, Span, decode

if TYPE_CHECKING:
    from collections.abc import Callable

    from ..agreement import Record
    from ..audit import Audit


class Together:
    """The files of a run by the names that the reader knows, and what their documents were reduced to."""

    def __init__(self, readers: files.Readers) -> None:
        from ..agreement.run import Run

        self._readers = readers
        self._inputs: dict[str, files.Input] = {}
        # Root and path of every file, imports among them.
        self._files: dict[str, tuple[str, str]] = {}
        self._sources: dict[str, Source] = {}
        self.run = Run(self._compiled, self._source)

    def add(self, row: files.Input, checked: Checked, audits: list[Audit]) -> list[Record]:
        """Take up the documents of a file; `audits` are theirs, or none where no law is applied."""
        show = partial(files.show, row.root)
        self._inputs[row.shown] = row
        for source in checked.sources:
            self._files.setdefault(show(source.path), (row.root, source.path))
        return self.run.add(checked, audits, show)

    def looked_for(self, judged: bool) -> frozenset[str]:
        """The codes of what is looked for between documents; `judged` says that the rules of law were put to them."""
        from ..agreement import carried, codes

        return codes() if judged else codes() - {carried.NOT_THERE.code}

    def findings(self) -> list[tuple[str, list[Diagnostic]]]:
        """What the documents do not agree in, by root; the paths of the findings are relative to it."""
        return self._by_root(self.run.findings())

    def carried(self) -> list[tuple[str, list[Diagnostic]]]:
        """What is left to documents of the run that do not have it, in the same form."""
        return self._by_root(self.run.carried())

    def _by_root(self, found: list[Diagnostic]) -> list[tuple[str, list[Diagnostic]]]:
        placed: dict[str, list[Diagnostic]] = {}
        for one in found:
            root, path = self._files[one.span.source.path]
            labels = tuple(
                label._replace(span=self._placed(label.span, _below(label.span.source.path, root)))
                for label in one.labels
            )
            placed.setdefault(root, []).append(one._replace(span=self._placed(one.span, path), labels=labels))
        return list(placed.items())

    def _placed(self, span: Span, path: str) -> Span:
        source = self._sources.get(path)
        if source is None or source.text != span.source.text:
            source = self._sources[path] = Source(path, span.source.text)
        return Span(source, span.start, span.end)

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


def _below(shown: str, root: str) -> str:
    """The path from a root to a file that may lie below another; from the top where that is on another drive."""
    try:
        path = os.path.relpath(shown, root or ".")
    except ValueError:
        path = os.path.abspath(shown)
    return path.replace(os.sep, "/")
