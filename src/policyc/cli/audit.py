"""`policyc audit`: every rule of law with its answer, the sentences behind it, and where they stand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from itertools import chain
from typing import TYPE_CHECKING

import click

from .. import files
from ..diagnostics import ERROR, Diagnostic, has_errors
from . import FINDINGS, OK, _common, _inputs, _terminal
from ._together import Together

if TYPE_CHECKING:
    from ..acceptance import Decisions
    from ..agreement import Record
    from ..audit import Audit
    from ..source import Source

_NOT_ASKED = (
    "{}：エラーがあるので、規則を当てはめていません（ここにある文書は監査の結果に含まれません）",
    "{}: has errors, so no rule was put to it (its documents are not in this audit)",
)


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option(
    "--with",
    "with_",
    multiple=True,
    metavar="FILES|DIRS",
    help="Other documents of the site: what is left to them is looked for there / 委ねた事項を調べる別の文書.",
)
@_common.config_option
@_common.as_of_option
@click.option(
    "--format",
    "format_",
    type=click.Choice(["text", "json", "md", "html", "sarif"]),
    default="text",
    help="How to show it.",
)
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...],
    with_: tuple[str, ...],
    no_config: bool,
    as_of: str,
    format_: str,
    lang: str,
    root: str | None,
) -> None:
    """Put every rule of law to a document. / 法令の規則を一つずつ文書に当てはめます。

    Each rule gets an answer: satisfied (and by which sentence), missing, contrary, declared none, told on request, left
    to another document (looked for there where it is one of those given), not triggered, not yet in force, or not to be
    told from a text.

    Ends with 1 when a rule at error level finds something wanting that the source does not accept with a reason.
    `policyc.yaml` may set severities and the day; the audit says where it did, and counts what the file turns off or makes
    less grave, with the row that does it. `--no-config` leaves the file alone: nothing of it is read, and all else is as
    before. A baseline is not looked at. / 設定（policyc.yaml）で示さないようにした指摘は、その行とともに数えます。--no-config は設定を一切読みません。
    """
    from ..acceptance import settle, told
    from ..acceptance.codes import is_of_language
    from ..audit import audit
    from ..audit.findings import decided, findings

    rows = _common.sources(paths, root, lang)

    def shown(root: str) -> Callable[[str], str]:
        return _common.artifact(root) if format_ == "sarif" else partial(files.show, root)

    asked = set(rows)
    beside = [row for row in _common.sources(with_, root, lang) if row not in asked] if with_ else []
    put: list[tuple[Audit, Record, Decisions, str]] = []
    stopped: list[tuple[Diagnostic, Callable[[str], str]]] = []
    scanned: list[tuple[Source, Callable[[str], str]]] = []
    readers = files.Readers()
    run = _common.decisions([*rows, *beside], readers, lang, as_of, knows=False, configured=not no_config)
    for fault in run.faults:
        _common.show_findings(files.Input(fault.root, ""), fault.found, lang, notes=True, err=True)
    failed = any(has_errors(fault.found) for fault in run.faults)
    together = Together(readers)
    for row in _common.progress([*rows, *beside]):
        checked = _common.checked(row, lang, readers)
        errors = [d for d in checked.diagnostics if d.severity == ERROR]
        _common.show_findings(row, errors, lang, notes=False, err=True)
        failed = failed or not checked.ok
        stopped += ((one, shown(row.root)) for one in errors)
        scanned += ((source, shown(row.root)) for source in checked.sources)
        by_path = {source.path: source for source in checked.sources}
        if not checked.ok:
            _inputs.tell(_NOT_ASKED[0 if lang == "ja" else 1].format(row.shown))
            continue
        documents = checked.documents if row in asked else []
        audits = [audit(document, by_path, run.day(row.root)) for document in documents]
        by, faults = run.by(row.root, checked.documents, judged=row in asked)
        settled = settle(chain(faults, *map(findings, audits)), by)
        run.count(row.root, settled)
        found = settled.found
        failed = failed or has_errors(found)
        # What the law finds stands in the audit; what is said of acceptances does not.
        _common.show_findings(row, [d for d in found if is_of_language(d.code)], lang, notes=False, err=True)
        records = together.add(row, checked, audits)
        put += ((one, record, by, row.root) for one, record in zip(audits, records, strict=False))
    failed = failed or any(has_errors(run.settle_together(root, found)) for root, found in together.carried())
    made = [
        (decided(together.run.seen(one, record, partial(files.show, root)), by), shown(root))
        for one, record, by, root in put
    ]
    if format_ == "json":
        from ..audit.render import json

        _terminal.write_json(json.render(made, told.as_json(run.suppressed)))
    elif format_ == "sarif":
        from .. import sarif

        _terminal.write_json(sarif.audit(made, scanned, lang, stopped))
    elif format_ == "html":
        from ..audit.render import html

        _terminal.write_document(html.render(made, lang, told.summary(run.suppressed, lang)))
    elif format_ == "md":
        from ..audit.render import markdown

        put_off = markdown.lines(told.summary(run.suppressed, lang))
        _terminal.write_document("\n".join([*(markdown.render(one, lang, show) for one, show in made), *put_off]))
    else:
        from ..audit.render import text

        for one, show in made:
            _terminal.report(f"{text.render(one, lang, show)}\n")
        for line in told.summary(run.suppressed, lang):
            _terminal.say(line)
    sys.exit(FINDINGS if failed else OK)
