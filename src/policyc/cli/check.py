"""`policyc check`: every finding on the given files, nothing written."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import TYPE_CHECKING

import click

from .. import files
from ..diagnostics import NOTE, Diagnostic, has_errors, in_order
from . import FINDINGS, OK, _common, _wording
from ._doubles import doubles

if TYPE_CHECKING:
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
    default="auto",
    help="Style of the wording / 表記 (default: register).",
)
@click.option("--fix", is_flag=True, help="Apply safe fixes to the files first / 安全な修正を適用する.")
@click.option("--diff", is_flag=True, help="Show what --fix would change, and write nothing / 修正の差分だけを示す.")
@_common.as_of_option
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...],
    format_: str,
    notes: bool,
    law: bool,
    wording: str,
    fix: bool,
    diff: bool,
    as_of: str,
    lang: str,
    root: str | None,
) -> None:
    """Check sources and show what was found. / ソースを検査します。

    What a rule of law finds wanting is told with its article, once a source has no error of the language; `policyc
    audit` shows the answers to all rules. What an editor would mark in the wording is told as a note, or as a warning
    where it is a plain slip. Ends with 1 when anything is at error level.
    """
    rows = _common.sources(paths, root, lang)
    if fix or diff:
        _wording.fix(rows, wording, diff, lang)
        if diff:
            sys.exit(OK)
    every: list[Diagnostic] = []
    machine: list[str] = []
    sarif: list[tuple[Diagnostic, Callable[[str], str]]] = []
    scanned: list[tuple[Source, Callable[[str], str]]] = []
    told: set[tuple[str, str, int, int]] = set()
    seen: dict[str, str] = {}
    readers = files.Readers()
    for row in _common.progress(rows):
        checked = _common.checked(row, lang, readers)
        found = _common.once(row, checked.diagnostics + doubles(row, checked.documents, seen), told)
        found = in_order([*found, *_common.once(row, _wording.findings(checked, wording), told)])
        if law and checked.ok:
            from ..audit.findings import check

            found = in_order([*found, *check(checked.documents, checked.sources, as_of)])
        shown = [d for d in found if notes or d.severity != NOTE]
        every += shown
        if format_ == "text":
            _common.show_findings(row, shown, lang, notes, err=False)
        elif format_ == "github":
            from ..diagnostics.render import github

            machine.append(github.render(shown, lang, lambda p, root=row.root: files.show(root, p)))  # type: ignore[misc]
        elif format_ == "sarif":
            named = _common.artifact(row.root)
            sarif += ((d, named) for d in shown)
            scanned += ((source, named) for source in checked.sources)
        else:
            from ..diagnostics.render import json

            machine += [json.row(d, lambda p, root=row.root: files.show(root, p)) for d in shown]  # type: ignore[misc]
    if format_ == "json":
        from ..diagnostics.render import json

        _common.write(json.document(machine))
    elif format_ == "github":
        _common.write("".join(machine))
    elif format_ == "sarif":
        from .. import sarif as as_sarif
        from ..diagnostics.catalogue import pages

        _common.write(as_sarif.check(sarif, scanned, pages(), lang))
    else:
        _count(every, len(rows), lang)
    sys.exit(FINDINGS if has_errors(every) else OK)


def _count(found: list[Diagnostic], files_: int, lang: str) -> None:
    from ..diagnostics.render import text

    counted = text.summary(found, lang)
    if lang == "ja":
        click.echo(f"{files_} ファイルを検査: {counted or '問題はありません'}")
    else:
        click.echo(f"{files_} file{'s' if files_ > 1 else ''} checked: {counted or 'nothing found'}")
