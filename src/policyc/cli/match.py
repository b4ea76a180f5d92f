"""`policyc match`: the demands of a person or a firm against policies."""

from __future__ import annotations

import os
import sys
from collections import Counter
from typing import TYPE_CHECKING

import click

from .. import files
from . import FINDINGS, MISUSE, OK, _common, _linked, _terminal
from ._linked import Documents

if TYPE_CHECKING:
    from ..reader import Document

_KIND = "privacy-notice"


@click.command()
@click.argument("demands", metavar="DEMANDS.yaml")
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option("--format", "format_", type=click.Choice(["text", "json"]), default="text", help="How to show answers.")
@_common.lang_option
def command(demands: str, paths: tuple[str, ...], format_: str, lang: str) -> None:
    """Hold policies against demands, with the sentence behind each answer. / 要求と文書を照合します。

    A folder is searched for policy.jsonld and packages (.zip), of which the privacy notices are asked; a .policy source is
    compiled first. A file that is named and holds one document is asked whatever its kind. Ends with 0 when every demand
    that must be met is met by every document, with 1 when not, with 2 when the demands or a file cannot be read.
    """
    from ..match.answers import answers, holds
    from ..match.read import MOST, read
    from ..match.render import Matched, as_json, text
    from ..reader import NotReadable, linked

    try:
        raw = files.read(demands, MOST)
    except OSError:
        _common.fail("unreadable", demands, lang)
    preferences, found = read(demands, raw)
    if preferences is None:
        from ..diagnostics.render import text as shown

        colour = _terminal.colours(err=True)
        _terminal.report(f"{shown.render(found, lang, colour)}\n", err=True, colour=colour)
        sys.exit(MISUSE)
    documents = Documents(paths, lang)
    made: list[tuple[str, Document]] = []
    for file, body in documents:
        try:
            made.append((file, linked.document(file, body)))
        except NotReadable as error:
            _common.stop(str(error))
    # A source is a file of its own only where it holds one document.
    held = Counter(file.partition("#")[0] for file, _ in made)
    named = {path for path in map(_linked.shown, paths) if held[path] == 1 and os.path.isfile(path)}
    rows: list[Matched] = []
    left_out: list[str] = []
    for file, document in made:
        if document.kind == _KIND or file.partition("#")[0] in named:
            rows.append(Matched(file, document, answers(document, preferences)))
        else:
            left_out.append(file)
    if not rows and documents.refused:
        sys.exit(FINDINGS)
    if not rows:
        ja = "個人情報の取扱いの文書（privacy-notice）がありません"
        _common.stop(f"{' '.join(paths)}: {ja if lang == 'ja' else 'no privacy notice'}")
    if format_ == "json":
        _terminal.write_json(as_json(preferences, rows, left_out))
    else:
        _terminal.report(text(preferences, rows, lang))
        if left_out:
            ja, en = "個人情報の取扱いの文書ではないので、照合していないもの", "not asked, being no privacy notices"
            _terminal.say(f"{ja if lang == 'ja' else en}: {len(left_out)}")
    sys.exit(FINDINGS if documents.refused or not all(holds(row.answers) for row in rows) else OK)
