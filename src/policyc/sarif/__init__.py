"""SARIF 2.1.0: the findings of `check` and the answers of `audit` for code scanning and for archives.

One run a log. Its rules are the codes that occur, described in the language of the run, with the other language in
`properties`; the articles behind them are taxa of their statutes.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from ..audit import Audit
from ..audit.findings import kind
from ..diagnostics import Diagnostic
from ..source import Source
from . import answers, findings
from .findings import Setting
from .log import Run

__all__ = ["Setting", "audit", "check"]

# Turns the path of a source into that of its file: relative to where the program runs, or absolute where it is elsewhere.
Show = Callable[[str], str]


def check(
    found: Iterable[tuple[Diagnostic, Show]],
    scanned: Iterable[tuple[Source, Show]],
    pages: Mapping[str, str],
    lang: str,
    compared: bool = False,
    off: Iterable[tuple[Diagnostic, Setting, Show]] = (),
) -> str:
    """The findings of a run. `scanned` are its files, `pages` what is told of codes of the language, as Markdown;
    `compared` says whether a baseline was in use (what it does not hold is new); `off` are findings that settings turn
    off, with the rows that do."""
    listed: list[tuple[Diagnostic, Setting | None, Show]] = [(one, None, show) for one, show in found]
    listed += off
    run = Run("check", lang, pages)
    run.scanned(scanned)
    # A producer that knows of suppressions says of every result whether it is suppressed (3.27.23).
    suppressed = any(one.accepted or row for one, row, _ in listed)
    compared = compared or any(one.known for one, _, _ in listed)
    for one, row, show in listed:
        made = findings.result(one, lang, run.files(show), suppressed, compared, row)
        run.add(one.kind, made, one.span, show)
    return run.text()


def audit(
    made: Iterable[tuple[Audit, Show]],
    scanned: Iterable[tuple[Source, Show]],
    lang: str,
    stopped: Iterable[tuple[Diagnostic, Show]] = (),
) -> str:
    """Every answer to every rule, those that are no findings as well: pass, review, open, notApplicable, informational.
    `stopped` are the errors of files whose documents could not be asked."""
    run = Run("audit", lang, {})
    run.scanned(scanned)
    for error, show in stopped:
        run.stopped(findings.notification(error, lang, run.files(show)))
    rows = list(made)
    accepted = any(row.accepted or row.set_to == "off" for one, _ in rows for row in one.rows)
    for one, show in rows:
        for row in one.rows:
            made_of = answers.result(one, row, lang, run.files(show), accepted)
            run.add(kind(row.rule), made_of, answers.at(row), show)
    return run.text()
