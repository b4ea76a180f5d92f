"""`policyc fmt`: sources in their canonical form, rewritten in place."""

from __future__ import annotations

import sys
from typing import NamedTuple

import click

from .. import files
from ..diagnostics import Diagnostic
from ..format import KEYWORDS, format_source
from ..pipeline import check
from ..source import decode
from . import FINDINGS, OK, _common, _terminal, _writing

_STDIN = "-"


@click.command()
@click.argument("paths", nargs=-1, required=True, metavar="FILES|DIRS...")
@click.option("--check", "only_check", is_flag=True, help="Write nothing; end with 1 when a file would change.")
@click.option("--diff", is_flag=True, help="Write nothing; show what would change.")
@click.option(
    "--keywords", type=click.Choice(KEYWORDS), help="Also write the words of the language in Japanese or English."
)
@_common.lang_option
def command(paths: tuple[str, ...], only_check: bool, diff: bool, keywords: str | None, lang: str) -> None:
    """Bring sources into their canonical form. / ソースを標準の形に整えます。

    Blocks, comments and meaning stay. A file with faults of syntax is left alone and ends the run with 1. `-` reads
    standard input and writes standard output.
    """
    if _STDIN in paths and len(paths) > 1:
        _common.stop("「-」は単独で指定してください" if lang == "ja" else "`-` stands alone")
    rows = [files.Input("", _STDIN)] if _STDIN in paths else _common.sources(paths, None, lang)
    changed = failed = False
    for row in _common.progress(rows):
        one = _read(row, keywords or "", lang)
        if one.found:
            failed = True
            _common.show_findings(row, one.found, lang, notes=False, err=True)
            continue
        if diff:
            _terminal.write_exact(_writing.difference(row.shown, one.before.decode("utf-8"), one.after.decode("utf-8")))
        if only_check and one.differs:
            _writing.say(row, ("{} は整形されていません", "{} would be formatted"), lang)
        elif row.path == _STDIN and not (diff or only_check):
            _terminal.write_exact(one.after.decode("utf-8"))
        elif one.differs and not (diff or only_check):
            _writing.replace(row, one.after, lang)
            _writing.say(row, ("{} を整形しました", "formatted {}"), lang)
        changed = changed or one.differs
    sys.exit(FINDINGS if failed or (only_check and changed) else OK)


class _One(NamedTuple):
    """A file as it is and as it should be; the same, with what was found, when it must be left alone."""

    before: bytes
    after: bytes
    found: list[Diagnostic]

    @property
    def differs(self) -> bool:
        return self.before != self.after


def _read(row: files.Input, keywords: str, lang: str) -> _One:
    """Read and format one file; ends the program when it cannot be read."""
    try:
        raw = sys.stdin.buffer.read(files.MAX_BYTES + 1) if row.path == _STDIN else files.read(_writing.place(row))
    except OSError:
        _common.fail("unreadable", row.shown, lang)
    source, bad = decode(row.path, raw)
    if bad is None and len(raw) <= files.MAX_BYTES:
        made = format_source(source, keywords)
        return _One(raw, raw if made.diagnostics else made.text.encode("utf-8"), made.diagnostics)
    # Too large, or of another encoding: the check says so.
    return _One(raw, raw, [d for d in check(row.path, raw, lambda _: None).diagnostics if d.code.startswith("syntax/")])
