"""What `policyc check` adds for wording: its findings, and the safe fixes of a run, written or shown."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING, NamedTuple

from .. import files
from ..diagnostics import ERROR, Diagnostic, in_order, quoted
from ..diagnostics.fixes import fixed
from ..pipeline import Checked, check
from . import _common, _terminal, _writing

if TYPE_CHECKING:
    from ..decisions import Run

OFF = "off"
# As `--wording` names the styles; `auto` follows the register of each document.
STYLES = ("auto", "statute", "web", OFF)
# A fix may make room for another (brackets within brackets); more rounds than these would be a fault of a lint.
_MOST_ROUNDS = 5


def looks(checked: Checked, style: str) -> bool:
    """Whether the wording of a file is looked at: not where the style is off, nor where there are errors (what could not
    be read is missing from the page)."""
    return style != OFF and checked.ok


def findings(checked: Checked, style: str, sentence: int) -> list[Diagnostic]:
    """What an editor would mark in the documents of one file, where their wording is looked at; `sentence` is the most
    characters of a sentence, 0 for what the style wants."""
    if not looks(checked, style):
        return []
    from .. import wording

    profile = next((one for one in wording.PROFILES if one == style), None)
    return in_order(wording.check(checked.documents, profile, wording.limits(sentence)))


class _File(NamedTuple):
    """One file of a run: as it is, as the rounds so far made it, and what they answered."""

    row: files.Input
    before: bytes
    after: bytes
    done: tuple[Diagnostic, ...] = ()
    refused: bool = False


def fix(rows: list[files.Input], decided: Run, style: str | None, diff: bool, lang: str) -> None:
    """Apply the safe fixes of all findings to the files that were named, or show with `diff` what would change.

    What was decided to be left (accepted with a reason, turned off in the settings) is. A file that would then have a
    new error is left as it was. Files that are only imported are not written.
    """
    made = {}
    for row in rows:
        body = _read(row, lang)
        made[_key(row.root, row.path)] = _File(row, body, body)
    for _ in range(_MOST_ROUNDS):
        if not _round(made, decided, style):
            break
    for one in made.values():
        if one.refused:
            _writing.say(
                one.row,
                (
                    "{} は、直すと誤りになる箇所があるので、残りをそのままにしました",
                    "left the rest of {}: fixing it would make an error",
                ),
                lang,
            )
        if one.after == one.before:
            continue
        if diff:
            before, after = one.before.decode("utf-8"), one.after.decode("utf-8")
            _terminal.write_exact(_writing.difference(one.row.shown, before, after))
        else:
            _writing.replace(one.row, one.after, lang)
            _tell(one, lang)


def _round(made: dict[str, _File], decided: Run, style: str | None) -> bool:
    """One round over all files; whether it changed any."""
    from ..acceptance import decide

    readers = files.Readers()
    found: dict[str, list[Diagnostic]] = {}
    for one in made.values():
        checked = _check(one.row, made, readers)
        told = [*checked.diagnostics, *findings(checked, *decided.wording(one.row.root, style))]
        decisions, _ = decided.by(one.row.root, checked.documents, judged=False)
        for diagnostic in (row.finding for row in decide(told, decisions)):
            if diagnostic.fix is not None and diagnostic.severity != OFF and not diagnostic.accepted:
                key = _key(one.row.root, diagnostic.fix.span.source.path)
                found.setdefault(key, []).append(diagnostic)
    changed = False
    for key, rows in found.items():
        if key not in made or made[key].refused:
            continue
        one = made[key]
        result = fixed(one.after, one.row.path, rows)
        if result.body == one.after:
            continue
        errors = _errors(_check(one.row, made, readers))
        made[key] = one._replace(after=result.body, done=(*one.done, *result.done))
        if _errors(_check(one.row, made, readers)) > errors:
            made[key] = one._replace(refused=True)
        else:
            changed = True
    return changed


def _check(row: files.Input, made: dict[str, _File], readers: files.Readers) -> Checked:
    """Check a file as it stands now, with its imports as they stand now."""

    def read(path: str) -> bytes | str | None:
        one = made.get(_key(row.root, path))
        return one.after if one is not None else readers[row.root](path)

    return check(row.path, made[_key(row.root, row.path)].after, read)


def _errors(checked: Checked) -> int:
    return sum(diagnostic.severity == ERROR for diagnostic in checked.diagnostics)


def _key(root: str, path: str) -> str:
    return os.path.realpath(os.path.join(root, path))


def _read(row: files.Input, lang: str) -> bytes:
    try:
        return files.read(_writing.place(row))
    except OSError:
        _common.fail("unreadable", row.shown, lang)


def _tell(one: _File, lang: str) -> None:
    """The file, and each change with its line."""
    _writing.say(one.row, ("{} を直しました", "fixed {}"), lang)
    for diagnostic in one.done:
        assert diagnostic.fix is not None
        old, new = diagnostic.fix.span.text, diagnostic.fix.replacement
        arrow = f"  {diagnostic.fix.span.line}: {_short(old)} → {_short(new)} [{diagnostic.code}]"
        _writing.say(one.row, (arrow.replace("{", "{{").replace("}", "}}"),) * 2, lang)


def _short(text: str) -> str:
    return f"「{quoted(text)}」"
