"""`policyc check`: every finding on the given files, nothing written."""

from __future__ import annotations

import sys

import click

from .. import files
from ..diagnostics import NOTE, Diagnostic, has_errors, in_order
from . import FINDINGS, OK, _common
from ._doubles import doubles
from ._together import Together


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "github"]), default="text", help="How to show findings."
)
@click.option("--notes/--no-notes", default=True, help="Also show notes / 参考も示す.")
@click.option("--law/--no-law", default=True, help="Also apply the rules of law / 法令の規則も当てはめる.")
@_common.as_of_option
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...], format_: str, notes: bool, law: bool, as_of: str, lang: str, root: str | None
) -> None:
    """Check sources and show what was found. / ソースを検査します。

    What a rule of law finds wanting is told with its article, once a source has no error of the language; `policyc
    audit` shows the answers to all rules. Several documents are held against one another as well. Ends with 1 when
    anything is at error level.
    """
    rows = _common.sources(paths, root, lang)
    every: list[Diagnostic] = []
    machine: list[str] = []
    told: set[tuple[str, str, int, int]] = set()
    seen: dict[str, str] = {}
    readers = files.Readers()
    together = Together(readers, as_of)

    def tell(found: list[Diagnostic], row: files.Input) -> None:
        shown = [d for d in found if notes or d.severity != NOTE]
        every.extend(shown)
        if format_ == "text":
            _common.show_findings(row, shown, lang, notes, err=False)
        elif format_ == "github":
            from ..diagnostics.render import github

            machine.append(github.render(shown, lang, lambda p: files.show(row.root, p)))
        else:
            from ..diagnostics.render import json

            machine.extend(json.row(d, lambda p: files.show(row.root, p)) for d in shown)

    for row in _common.progress(rows):
        checked = _common.checked(row, lang, readers)
        found = _common.once(row, checked.diagnostics + doubles(row, checked.documents, seen), told)
        audits = []
        if law and checked.ok:
            from .. import law as rules
            from ..audit.findings import findings
            from ..audit.findings import told as told_by

            audits = told_by(checked.documents, checked.sources, as_of, (*rules.WANTING, rules.CARRIED))
            found = in_order([*found, *(d for one in audits for d in findings(one))])
        together.add(row, checked, audits)
        tell(found, row)
    # Its files are named as the reader knows them already.
    tell(together.findings(), files.Input("", ""))
    if format_ == "json":
        from ..diagnostics.render import json

        _common.write(json.document(machine))
    elif format_ == "github":
        _common.write("".join(machine))
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
