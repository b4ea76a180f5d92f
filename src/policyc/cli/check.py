"""`policyc check`: every finding on the given files; nothing is written but a baseline, where one is asked for."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from .. import files
from ..acceptance.codes import of_wording
from ..diagnostics import NOTE, Diagnostic, has_errors, in_order
from . import FINDINGS, OK, _common, _terminal, _wording
from ._doubles import doubles
from ._together import Together

if TYPE_CHECKING:
    from ..decisions import Run
    from ..source import Source


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "github", "sarif"]),
    default="text",
    help="How to show findings.",
)
@click.option("--notes/--no-notes", default=True, help="Also show notes / 参考も示す.")
@click.option("--law/--no-law", default=True, help="Also apply the rules of law / 法令の規則も当てはめる.")
@click.option(
    "--wording",
    type=click.Choice(_wording.STYLES),
    default=None,
    help="Style of the wording / 表記 (default: register).",
)
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files first / 安全な修正を適用する.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing / 修正の差分だけを示す.")
@click.option("--baseline", metavar="FILE", default="", help="Findings that are known, and do not count.")
@click.option("--write-baseline", "write", metavar="FILE", default="", help="Write what is found as a baseline.")
@_common.config_option
@_common.as_of_option
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...],
    format_: str,
    notes: bool,
    law: bool,
    wording: str | None,
    fix: bool,
    diff: bool,
    baseline: str,
    write: str,
    no_config: bool,
    as_of: str,
    lang: str,
    root: str | None,
) -> None:
    """Check sources and show what was found. / ソースを検査します。

    What a rule of law finds wanting is told with its article, once a source has no error of the language; `policyc
    audit` shows the answers to all rules. What an editor would mark in the wording is told as a note, or as a warning
    where it is a plain slip. Several documents are held against one another as well. Ends with 1 when anything is at
    error level.

    What the source accepts with a reason (`acceptance`), and what the baseline holds, is counted but not shown.
    `policyc.yaml` at the root of the sources may set severities, the day, the style of the wording and the baseline. What
    it turns off or makes less grave is counted, with the row that does it. `--no-config` leaves the file alone: nothing of
    it is read, and all else is as before. / 設定（policyc.yaml）で示さないようにした指摘は、その行とともに数えます。--no-config は設定を一切読みません。
    """
    rows = _common.sources(paths, root, lang)
    if fix or diff:
        before = _common.decisions(rows, files.Readers(), lang, as_of, knows=False, configured=not no_config)
        _wording.fix(rows, before, wording, diff, lang)
        if diff:
            for one in before.faults:
                _common.show_findings(files.Input(one.root, ""), one.found, lang, notes=True, err=True)
            sys.exit(FINDINGS if any(has_errors(one.found) for one in before.faults) else OK)
    show = _Show(format_, lang, notes)
    told: set[tuple[str, str, int, int]] = set()
    seen: dict[str, str] = {}
    readers = files.Readers()
    decided = _common.decisions(rows, readers, lang, as_of, baseline=baseline, writes=write, configured=not no_config)
    for one in decided.faults:
        show.findings(one.root, one.found)
    together = Together(readers)
    for row in _common.progress(rows):
        checked = _common.checked(row, lang, readers)
        again: list[Diagnostic] = []
        found = _common.once(row, checked.diagnostics + doubles(row, checked.documents, seen), told)
        style, sentence = decided.wording(row.root, wording)
        found += _common.once(row, _wording.findings(checked, style, sentence), told, again)
        also = of_wording() if _wording.looks(checked, style) else frozenset[str]()
        judged = law and checked.ok
        audits = []
        if judged:
            from ..audit import findings as of_law
            from ..law import CARRIED, WANTING

            audits = of_law.told(checked.documents, checked.sources, decided.day(row.root), (*WANTING, CARRIED))
            found += (d for one in audits for d in in_order(of_law.findings(one)))
        together.add(row, checked, audits)
        show.scanned(row.root, checked.sources)
        show.findings(row.root, in_order(decided.settle(row.root, found, checked.documents, judged, also, again)))
    for folder, found in together.findings():
        show.findings(folder, in_order(decided.settle_together(folder, found)))
    whole = _whole(paths, root)
    for one in decided.gone(whole, together.looked_for(law)):
        show.findings(one.root, one.found)
    if whole and law and wording is None:
        for one in decided.idle():
            show.findings(one.root, one.found)
    if write:
        from ..baseline import text as baseline_text

        _common.replace(write, baseline_text(decided.new), lang)
    show.end(len(rows), decided)
    sys.exit(FINDINGS if has_errors(show.every) else OK)


def _whole(paths: tuple[str, ...], root: str | None) -> bool:
    """Whether all sources below the roots are asked for."""
    if root is None:
        return all(map(os.path.isdir, paths))
    return os.path.realpath(root) in map(os.path.realpath, paths)


class _Show:
    """Shows findings as they come (text), or when all are there."""

    def __init__(self, format_: str, lang: str, notes: bool) -> None:
        self.format = format_
        self.lang = lang
        self.notes = notes
        self.every: list[Diagnostic] = []
        self._machine: list[str] = []
        self._sarif: list[tuple[Diagnostic, Callable[[str], str]]] = []
        self._scanned: list[tuple[Source, Callable[[str], str]]] = []

    def scanned(self, root: str, sources: list[Source]) -> None:
        """The files that were looked at."""
        if self.format == "sarif":
            named = _common.artifact(root)
            self._scanned += ((source, named) for source in sources)

    def findings(self, root: str, found: list[Diagnostic]) -> None:
        """Findings whose paths are relative to `root`; a reader sees the open ones, a program all."""
        self.every += found
        listed = [d for d in found if self.notes or d.severity != NOTE]
        unanswered = [d for d in listed if d.open]
        if self.format == "text":
            _common.show_findings(files.Input(root, ""), unanswered, self.lang, notes=True, err=False)
        elif self.format == "github":
            from ..diagnostics.render import github

            self._machine.append(github.render(unanswered, self.lang, partial(files.show, root)))
        elif self.format == "sarif":
            named = _common.artifact(root)
            self._sarif += ((d, named) for d in listed)
        else:
            from ..diagnostics.render import json

            self._machine += [json.row(d, partial(files.show, root)) for d in listed]

    def end(self, count: int, decided: Run) -> None:
        """What comes when all sources were checked: of `decided`, what was put off."""
        from ..acceptance import told

        tally = decided.suppressed
        if self.format == "json":
            from ..diagnostics.render import json

            _terminal.write_json(json.document(self._machine, told.as_json(tally)))
        elif self.format == "github":
            from ..diagnostics.render import github

            put_off = told.counts(tally, self.lang)
            said = [*told.lines(tally, self.lang), self._counted(count, decided)] if put_off else []
            _terminal.write_commands("".join(self._machine) + github.notice("policyc", said))
        elif self.format == "sarif":
            from .. import sarif
            from ..diagnostics.catalogue import pages

            off = [
                (one.finding, sarif.Setting(f"{one.row.pattern}: {one.row.level}", one.row.at), _common.artifact(root))
                for root, one in decided.off
                if one.row is not None and one.row.at is not None and (self.notes or one.finding.severity != NOTE)
            ]
            _terminal.write_json(sarif.check(self._sarif, self._scanned, pages(), self.lang, decided.compares, off))
        else:
            for line in (*told.lines(tally, self.lang), self._counted(count, decided)):
                _terminal.say(line)

    def _counted(self, files_: int, decided: Run) -> str:
        """The last line: how many findings there are, and how many were put off by what."""
        from ..acceptance import told
        from ..diagnostics.render.counts import summary

        listed = [d for d in self.every if (self.notes or d.severity != NOTE) and d.open]
        ja, tally = self.lang == "ja", decided.suppressed
        nothing = (
            ("示す指摘はありません", "nothing to show")
            if told.by_settings(tally)
            else ("問題はありません", "nothing found")
        )
        found = summary(listed, self.lang) or nothing[0 if ja else 1]
        said = ("、" if ja else ", ").join((found, *told.counts(tally, self.lang)))
        settings = told.settings(tally, self.lang)
        said += (f"（{settings}）" if ja else f" ({settings})") if settings else ""
        if ja:
            return f"{files_} ファイルを検査: {said}"
        return f"{files_} file{'s' if files_ > 1 else ''} checked: {said}"
