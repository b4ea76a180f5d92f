"""`policyc compare`: whether a published page says what the source says, to the character."""

from __future__ import annotations

import os
import sys

import click

from .. import files
from ..diagnostics import NOTE, Diagnostic, has_errors
from ..diagnostics.nearest import nearest
from ..pipeline import Checked, Document
from . import FINDINGS, MISUSE, OK, _common, _terminal


@click.command()
@click.argument("path", metavar="FILE")
@click.argument("page", metavar="PAGE")
@click.option("--document", "name", default="", metavar="NAME", help="Which document of FILE (default: the first).")
@click.option("--select", default="", metavar="CSS", help="Where on an HTML page the text is (default: guessed).")
@click.option("--encoding", default="", metavar="NAME", help="The page's encoding (default: found out).")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@_common.lang_option
@_common.root_option
def command(
    path: str, page: str, name: str, select: str, encoding: str, format_: str, lang: str, root: str | None
) -> None:
    """Compare a source with the page that was published. / 公開されたページとソースを一字ずつ照合します。

    PAGE is Markdown, HTML or plain text. Every line must be equal character by character; only layout is set aside:
    blank lines, indentation, marks of Markdown, bullets that HTML draws. Ends with 0 when all is identical, 1 when
    anything differs, 2 when a file cannot be read.
    """
    if page.endswith(".policy") and not path.endswith(".policy"):
        _common.stop(
            "初めにソース（.policy）、次に公開ページを指定してください"
            if lang == "ja"
            else "the source (.policy) comes first, then the page"
        )
    (row, *_) = _common.sources((path,), root, lang)
    checked = _common.checked(row, lang, files.Readers())
    if not checked.ok:
        _common.show_findings(row, checked.diagnostics, lang, notes=False, err=True)
        sys.exit(FINDINGS)
    document = _document(checked, name, lang)

    from .. import published
    from ..compare import compare

    try:
        raw = files.read(page, published.MAX_BYTES)
    except OSError:
        _common.fail("unreadable", page, lang)
    shown, found = published.read(raw, page.replace(os.sep, "/"), select, encoding)
    if shown is None or format_ == "text":
        _findings(row, found, lang, notes=format_ == "text")
    if shown is None:
        sys.exit(MISUSE)
    compared = compare(document, shown)
    if format_ == "json":
        from ..compare import json

        _terminal.write_json(
            json.document(document.policy.id, page, shown, compared, found, lambda p: files.show(row.root, p))
        )
    else:
        from ..compare import text

        _terminal.report(text.render(compared, lang, lambda p: files.show(row.root, p)))
    sys.exit(OK if compared.identical and not has_errors(found) else FINDINGS)


def _document(checked: Checked, name: str, lang: str) -> Document:
    """The document to compare; ends the program when there is none of that name."""
    ja = lang == "ja"
    known = {document.policy.id: document for document in checked.documents}
    if not known:
        _common.stop("このファイルには文書がありません" if ja else "this file declares no document")
    if not name:
        return checked.documents[0]
    if name not in known:
        near = nearest(name, list(known))
        _common.stop(
            f"「{name}」という文書はありません。" + (f"「{near}」ではありませんか。" if near else "")
            if ja
            else f"there is no document `{name}`." + (f" Did you mean `{near}`?" if near else "")
        )
    return known[name]


def _findings(row: files.Input, found: list[Diagnostic], lang: str, notes: bool) -> None:
    """Findings on the page, on stderr: the page's path is the one that was typed."""
    shown = [d for d in found if notes or d.severity != NOTE]
    _common.show_findings(files.Input("", row.path), shown, lang, notes=notes, err=True)


def reference() -> str:
    """What docs/reference says of the command besides its help."""
    from ..compare.json import ABOUT

    return ABOUT
