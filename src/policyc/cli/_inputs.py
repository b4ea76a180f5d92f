"""What several commands share: naming inputs, checking them, and showing findings. click is imported where it is needed."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import TYPE_CHECKING, NoReturn

from .. import files
from ..diagnostics import NOTE, Diagnostic
from ..pipeline import Checked, check
from . import MISUSE, _terminal
from ._terminal import progress as progress
from ._terminal import say as say
from ._terminal import tell as tell

if TYPE_CHECKING:
    from ..decisions import Run

_WORDS = {
    "unreadable": ("読めません: {}", "cannot read {}"),
    "unwritable": ("書き込めません: {}", "cannot write {}"),
    "outside": (
        "{} は、ソースのフォルダ（--root）の外にあります（リンクはたどった先で見ます）",
        "{} is outside of the folder of the sources, --root (a link is where it leads)",
    ),
    "none": ("{} に .policy ファイルがありません", "no .policy file in {}"),
}


def sources(arguments: tuple[str, ...], root: str | None, lang: str) -> list[files.Input]:
    """The files that the arguments name; ends the program when there are none."""
    for argument in arguments:
        if not os.path.exists(argument):
            fail("unreadable", argument, lang)
    try:
        return files.inputs(arguments, root)
    except files.OutsideRoot as error:
        fail("outside", str(error), lang)
    except files.NoSuchInput as error:
        fail("none", str(error), lang)


def checked(row: files.Input, lang: str, readers: files.Readers) -> Checked:
    """Read and check one file; ends the program when it cannot be read.

    `readers` are those of the whole run.
    """
    try:
        raw = files.read(os.path.join(row.root, row.path))
    except OSError:
        fail("unreadable", row.shown, lang)
    return check(row.path, raw, readers[row.root])


def once(
    row: files.Input,
    found: list[Diagnostic],
    told: set[tuple[str, str, int, int]],
    again: list[Diagnostic] | None = None,
) -> list[Diagnostic]:
    """Findings not told yet in this run: a fault of a shared file is one fault, however many files import it. The others
    go to `again`."""
    fresh = []
    for one in found:
        key = (files.show(row.root, one.span.source.path), one.code, one.span.start, one.span.end)
        if key not in told:
            told.add(key)
            fresh.append(one)
        elif again is not None:
            again.append(one)
    return fresh


def artifact(root: str) -> Callable[[str], str]:
    """How SARIF knows the files below a root: relative to the working folder, or absolute where they are not below it."""

    def named(path: str) -> str:
        full = os.path.abspath(files.show(root, path))
        try:
            below = os.path.relpath(full)
        except ValueError:  # another drive
            below = full
        return (full if below.startswith("..") or os.path.isabs(below) else below).replace(os.sep, "/")

    return named


def decisions(
    rows: list[files.Input],
    readers: files.Readers,
    lang: str,
    as_of: str,
    *,
    baseline: str = "",
    writes: str = "",
    knows: bool = True,
    configured: bool = True,
) -> Run:
    """What was decided about the findings of a run; ends the program when a file that it names cannot be read."""
    from ..decisions import Run, Unreadable

    try:
        return Run([row.root for row in rows], readers, as_of, baseline, writes, knows, configured)
    except Unreadable as error:
        fail("unreadable", str(error), lang)


def replace(path: str, text: str, lang: str) -> None:
    """Write a file in one step; ends the program when it cannot be written."""
    try:
        files.replace(path, text.encode("utf-8"))
    except OSError:
        fail("unwritable", path, lang)


def fail(word: str, what: str, lang: str) -> NoReturn:
    """Say what was wrong with the call, and end with code 2."""
    ja, en = _WORDS[word]
    stop((ja if lang == "ja" else en).format(what))


def stop(message: str) -> NoReturn:
    """End with code 2 and one line on stderr."""
    tell(f"policyc: {message}")
    sys.exit(MISUSE)


def show_findings(row: files.Input, diagnostics: list[Diagnostic], lang: str, notes: bool, err: bool) -> None:
    """Findings on one file, for a reader."""
    if not notes:
        diagnostics = [d for d in diagnostics if d.severity != NOTE]
    if not diagnostics:
        return
    from ..diagnostics.render import text

    colour = _terminal.colours(err=err)
    shown = text.render(diagnostics, lang, colour, lambda p: files.show(row.root, p))
    _terminal.report(f"{shown}\n", err=err, colour=colour)
