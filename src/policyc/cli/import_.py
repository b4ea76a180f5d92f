"""`policyc import`: a source from a published page, which gives the page back to the character."""

from __future__ import annotations

import os
import re
import sys
from typing import TYPE_CHECKING

import click

from .. import files
from ..coverage import coverage
from ..diagnostics import ERROR, has_errors, visible
from . import FINDINGS, OK, _common, _kinds, _terminal
from ._system import reason

if TYPE_CHECKING:
    from ..importer import Drawn
    from ..published import Published

# Reasons why a page cannot be imported that are told.
_MOST = 3
_FORMATS = {"markdown": "Markdown", "html": "HTML", "text": "text"}


@click.command("import")
@click.argument("page", metavar="PAGE")
@click.option(
    "-o", "--out", "out", default="", metavar="FILE", help="Where to write the source (default: standard output)."
)
@click.option("--kind", default="", metavar="KIND", help="The kind of document (default: read from the page).")
@click.option("--name", default="", metavar="NAME", help="The document's identifier (default: the file's name).")
@click.option("--url", default="", metavar="URL", help="The address that the page is published at.")
@click.option("--operator", default="", metavar="NAME", help="Who publishes it, where the page does not say.")
@click.option("--select", default="", metavar="CSS", help="Where on an HTML page the text is (default: guessed).")
@click.option("--encoding", default="", metavar="NAME", help="The page's encoding (default: found out).")
@click.option("--keywords", type=click.Choice(["ja", "en"]), default="ja", help="The language of the keywords.")
@click.option("--force", is_flag=True, help="Replace an existing file.")
@_common.lang_option
def command(
    page: str,
    out: str,
    kind: str,
    name: str,
    url: str,
    operator: str,
    select: str,
    encoding: str,
    keywords: str,
    force: bool,
    lang: str,
) -> None:
    """Make a source from a published page. / 公開されているページからソースを作ります。

    PAGE is Markdown, HTML or plain text. Every line of it comes over; facts that are recognised with certainty are
    declared and placed in the text, doubts become comments that begin with 要確認. The source is compiled and compared
    with the page before it is written. Ends with 1 when the page has nothing to import or FILE exists, 2 when PAGE
    cannot be read.
    """
    from .. import importer, published

    ja = lang == "ja"
    kind = _kinds.named(kind, lang) if kind else ""
    if url and not re.fullmatch(r"https?://[^\s<>()]+", url):
        _common.stop(f"アドレスではありません: {url}" if ja else f"not an address: {url}")
    if not os.path.isdir(os.path.dirname(out) or "."):
        folder = os.path.dirname(out)
        _common.stop(f"フォルダがありません: {folder}" if ja else f"no such folder: {folder}")
    if out and os.path.exists(out) and not force:
        _terminal.tell(
            f"policyc: {out} {'は既にあります（--force で置き換え）' if ja else 'exists (use --force to replace it)'}"
        )
        sys.exit(FINDINGS)
    try:
        raw = files.read(page, published.MAX_BYTES)
    except OSError:
        _common.fail("unreadable", page, lang)
    shown, found = published.read(raw, page.replace(os.sep, "/"), select, encoding)
    _common.show_findings(files.Input("", page), found, lang, notes=True, err=True)
    if shown is None or has_errors(found):
        sys.exit(FINDINGS)
    made = importer.draw(
        shown,
        importer.identifier(name or _stem(page), kind),
        url,
        operator,
        kind,
        visible(os.path.basename(page)),
        keywords,
    )
    _report(made, shown, page, out, ja)
    if not made.identical:
        sys.exit(FINDINGS)
    if not out:
        _terminal.write_exact(made.source)
        sys.exit(OK)
    try:
        files.replace(out, made.source.encode("utf-8"))
    except OSError as error:
        _common.stop(f"{out}: {reason(error, lang)}")
    sys.exit(OK)


def _stem(page: str) -> str:
    return os.path.splitext(os.path.basename(page))[0]


def _report(made: Drawn, shown: Published, page: str, out: str, ja: bool) -> None:
    """What was read, what was found in it, and what to do next; on stderr, as standard output may be the source."""
    lines = made.comparison.lines if made.comparison is not None else 0
    characters = made.comparison.characters if made.comparison is not None else 0
    form = _FORMATS[shown.format]
    prose = ("、" if ja else ", ").join([title for title in made.distrusted if title][:_MOST])
    prose += f" … ({len(made.distrusted)})" if len(made.distrusted) > _MOST else ""
    facts = ("、" if ja else ", ").join(f"{words[ja]} {n}" for words, n in sorted(made.facts.items()))
    share = coverage(made.checked.documents[0]).sentences if made.identical else None
    if ja:
        say = [f"{page}: {form}、{shown.encoding}、{lines} 行、{characters:,} 字"]
        say += ["  ソースはページと一字一句同じ文章になります。"] if made.identical else []
        say += [f"  宣言した事実: {facts}"] if facts else []
        say += (
            [
                f"  事実の宣言に裏付けられた文: {share.backed}/{share.total}（ほかは文章のまま。自動では読み取れていません）"
            ]
            if share
            else []
        )
        say += [f"  ソースの「要確認」の注記: {made.doubts} か所"] if made.doubts else []
        say += [f"  事実を宣言できず文章のままにした節: {prose}"] if prose and made.identical else []
        say += [f"  次: policyc check {out}   policyc compare {out} {page}"] if out and made.identical else []
        say += (
            []
            if made.identical
            else ["  この文書は取り込めませんでした。ページの形に、policyc が書き表せないものがあります。"]
        )
    else:
        say = [f"{page}: {form}, {shown.encoding}, {lines} lines, {characters:,} characters"]
        say += ["  The source gives the page back to the character."] if made.identical else []
        say += [f"  declared: {facts}"] if facts else []
        say += (
            [f"  sentences on declared facts: {share.backed}/{share.total} (the others are prose: not read)"]
            if share
            else []
        )
        say += [f"  remarks in the source to look at (要確認): {made.doubts}"] if made.doubts else []
        say += [f"  sections whose facts did not hold, left as prose: {prose}"] if prose and made.identical else []
        say += [f"  next: policyc check {out}   policyc compare {out} {page}"] if out and made.identical else []
        say += [] if made.identical else ["  This page cannot be imported: it has a shape that policyc cannot write."]
    say += [] if made.identical else [f"    {line}" for line in _why(made, "ja" if ja else "en")]
    _terminal.tell(*say)


def _why(made: Drawn, lang: str) -> list[str]:
    """What the source cannot hold, or cannot say as the page does."""
    errors = dict.fromkeys(one.message(lang) for one in made.checked.diagnostics if one.severity == ERROR)
    if errors or made.comparison is None:
        return list(errors)[:_MOST]
    from ..compare.text import render

    few = made.comparison._replace(differences=made.comparison.differences[:_MOST])
    return [line for line in render(few, lang, os.path.basename).split("\n")[:-2] if line]
