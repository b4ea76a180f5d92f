"""`policyc coverage`: the share of sentences and characters that stand on declared facts."""

from __future__ import annotations

import json
import sys

import click

from .. import files
from ..coverage import Coverage, Share, coverage
from . import FINDINGS, OK, _common, _terminal

FORMAT = "policyc-coverage-1"


@click.command()
@click.argument("path", metavar="FILE")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show it.")
@_common.lang_option
@_common.root_option
def command(path: str, format_: str, lang: str, root: str | None) -> None:
    """Show how much of the text stands on declared facts. / 事実に裏付けられた文の割合を示します。"""
    rows = _common.sources((path,), root, lang)
    readers = files.Readers()
    every = [(row, _common.checked(row, lang, readers)) for row in rows]
    for row, checked in every:
        _common.show_findings(
            row, [d for d in checked.diagnostics if d.severity == "error"], lang, notes=False, err=True
        )
    # Of a file with errors it is not known what its text will be.
    figures = [coverage(document) for _, checked in every if checked.ok for document in checked.documents]
    if format_ == "json":
        # One document is the usual case: its figures stand at the top, as for several in `documents`.
        listed = [_figures(figure) for figure in figures]
        body = {"format": FORMAT, **(listed[0] if len(listed) == 1 else {}), "documents": listed}
        _terminal.write_json(json.dumps(body, ensure_ascii=False, indent=2) + "\n")
    else:
        for figure in figures:
            _text(figure, lang)
    sys.exit(OK if all(checked.ok for _, checked in every) else FINDINGS)


def _figures(figure: Coverage) -> dict[str, object]:
    return {
        "document": figure.document,
        "sentences": _share(figure.sentences),
        "characters": _share(figure.characters),
        "bare": [{"text": sentence.text, "node": sentence.node} for sentence in figure.bare],
    }


def _share(share: Share) -> dict[str, object]:
    return {"total": share.total, "backed": share.backed, "share": share.share}


def _text(figure: Coverage, lang: str) -> None:
    ja = lang == "ja"
    _terminal.say(figure.document)
    rows = (("文", "sentences", figure.sentences), ("文字", "characters", figure.characters))
    for name_ja, name_en, share in rows:
        _terminal.say(f"  {name_ja if ja else name_en}: {share.backed} / {share.total} ({share.share:.1%})")
    if figure.bare:
        _terminal.say("  事実のない文:" if ja else "  sentences without a fact:")
        for sentence in figure.bare:
            _terminal.say(f"    {sentence.node}: {sentence.text}")
