"""`policyc audit`: every rule of law with its answer, the sentences behind it, and where they stand."""

from __future__ import annotations

import sys
from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

import click

from .. import files
from ..diagnostics import ERROR, has_errors
from . import FINDINGS, OK, _common
from ._together import Together

if TYPE_CHECKING:
    from ..agreement import Record
    from ..audit import Audit


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option(
    "--with",
    "with_",
    multiple=True,
    metavar="FILES|DIRS",
    help="Other documents of the site: what is left to them is looked for there / 委ねた事項を調べる別の文書.",
)
@_common.as_of_option
@click.option(
    "--format", "format_", type=click.Choice(["text", "json", "md", "html"]), default="text", help="How to show it."
)
@_common.lang_option
@_common.root_option
def command(
    paths: tuple[str, ...], with_: tuple[str, ...], as_of: str, format_: str, lang: str, root: str | None
) -> None:
    """Put every rule of law to a document. / 法令の規則を一つずつ文書に当てはめます。

    Each rule gets an answer: satisfied (and by which sentence), missing, contrary, declared none, told on request, left
    to another document (looked for there where it is one of those given), not triggered, not yet in force, or not to be
    told from a text.

    Ends with 1 when a rule at error level finds something wanting.
    """
    from ..audit import audit
    from ..audit.findings import findings

    rows = _common.sources(paths, root, lang)
    asked = set(rows)
    beside = [row for row in _common.sources(with_, root, lang) if row not in asked] if with_ else []
    put: list[tuple[Audit, Record, Callable[[str], str]]] = []
    failed = False
    readers = files.Readers()
    together = Together(readers, as_of)
    for row in _common.progress([*rows, *beside]):
        checked = _common.checked(row, lang, readers)
        _common.show_findings(row, [d for d in checked.diagnostics if d.severity == ERROR], lang, notes=False, err=True)
        failed = failed or not checked.ok
        by_path = {source.path: source for source in checked.sources}
        documents = checked.documents if checked.ok and row in asked else []
        audits = [audit(document, by_path, as_of) for document in documents]
        failed = failed or any(d.severity == ERROR for one in audits for d in findings(one))
        records = together.add(row, checked, audits)
        put += ((one, record, partial(files.show, row.root)) for one, record in zip(audits, records, strict=False))
    failed = failed or has_errors(together.run.carried())
    made = [(together.run.seen(one, record, show), show) for one, record, show in put]
    if format_ == "json":
        from ..audit.render import json

        _common.write(json.render(made))
    elif format_ == "html":
        from ..audit.render import html

        _common.write(html.render(made, lang))
    elif format_ == "md":
        from ..audit.render import markdown

        _common.write("\n".join(markdown.render(one, lang, show) for one, show in made))
    else:
        from ..audit.render import text

        for one, show in made:
            click.echo(text.render(one, lang, show))
    sys.exit(FINDINGS if failed else OK)
