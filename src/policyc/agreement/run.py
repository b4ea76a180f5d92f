"""The documents of one run: taken up one by one, reduced, and held against one another when all were seen."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property

from ..audit import Audit
from ..audit.elsewhere import answered
from ..diagnostics import Diagnostic, in_order
from ..pipeline import Checked
from ..source import Source
from . import agree
from .carried import Answers, Directory, left
from .record import Record
from .reduce import record

Show = Callable[[str], str]


class Run:
    """Collects the documents of a run. Nothing of a document is kept but its record.

    `compiled` compiles a file once more, by the name the reader knows it by, with how its paths are shown (None when it
    cannot be read any more); `read` gives the source of a file by that name.
    """

    def __init__(self, compiled: Callable[[str], tuple[Checked, Show] | None], read: Callable[[str], Source]) -> None:
        self._compiled = compiled
        self._read = read
        self.records: list[Record] = []

    def add(self, checked: Checked, audits: list[Audit], show: Show) -> list[Record]:
        """Take up the documents of a file without errors; `audits` are theirs, or none where no law is applied."""
        if not checked.ok:
            return []
        matters = [left(one, show) for one in audits] or [()] * len(checked.documents)
        made = [record(document, show, m) for document, m in zip(checked.documents, matters, strict=True)]
        self.records += made
        return made

    @cached_property
    def _directory(self) -> Directory:
        return Directory(self.records)

    @cached_property
    def answers(self) -> Answers:
        """What the documents answer that others leave matters to; their files are compiled once more, one by one."""
        made: Answers = {}
        for name, documents in self._directory.asked().items():
            again = self._compiled(name)
            if again is None:
                continue
            checked, show = again
            sources = {source.path: source for source in checked.sources}
            for document in checked.documents:
                found = made.setdefault((name, document.policy.id), {})
                for day, rules in documents.get(document.policy.id, {}).items():
                    there = answered(document, sources, rules, day, show)
                    found |= {(day, rule): one for rule, one in there.items()}
        return made

    def carried(self) -> list[Diagnostic]:
        """What is left to documents of the run that do not have it."""
        return self._directory.findings(self.answers, self._read)

    def findings(self) -> list[Diagnostic]:
        """Everything that the documents of the run do not agree in; files are named as the reader knows them."""
        return in_order([*agree(self.records, self._read), *self.carried()])

    def seen(self, made: Audit, of: Record, show: Show) -> Audit:
        """An audit with what the documents of the run say of the matters that it leaves to them."""
        return self._directory.seen(made, of, self.answers, show)
