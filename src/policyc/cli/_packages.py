"""What the commands on packages share: reading files and keys, showing findings, and writing what was not there."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from typing import NoReturn, TypeVar

from .. import files
from ..diagnostics import Diagnostic
from ..package.keys import BadKey
from . import FINDINGS, _common, _terminal
from ._system import reason

_Key = TypeVar("_Key")
_LARGEST_KEY = 65536


def read(path: str, most: int, lang: str) -> bytes:
    """The bytes of a file, at most one more than are taken; ends the program when it cannot be read."""
    try:
        return files.read(path, most)
    except OSError:
        _common.fail("unreadable", path, lang)


def key(path: str, load: Callable[[bytes], _Key], lang: str) -> _Key:
    """A key of a file; ends the program when it is none."""
    try:
        return load(read(path, _LARGEST_KEY, lang))
    except BadKey as error:
        _common.stop(f"{path}: {error.what.ja if lang == 'ja' else error.what.en}")


def show(diagnostics: list[Diagnostic], lang: str, err: bool = False) -> None:
    """Findings for a reader."""
    if diagnostics:
        from ..diagnostics.render import text

        colour = _terminal.colours(err=err)
        _terminal.report(f"{text.brief(diagnostics, lang, colour)}\n", err=err, colour=colour)


def write(path: str, body: bytes, force: bool, lang: str) -> None:
    """Write a file that is not there yet, or is the same already; ends the program with 1 where it is another one."""
    if os.path.exists(path) and not force:
        try:
            same = files.read(path, len(body)) == body
        except OSError:
            same = False
        if not same:
            exists(path, lang)
        return
    try:
        files.replace(path, body)
    except OSError as error:
        _common.stop(f"{path}: {reason(error, lang)}")


def exists(path: str, lang: str) -> NoReturn:
    """End with 1: a file is there, and stays as it is."""
    said = (
        f"{path} は既にあります（--force で置き換え）" if lang == "ja" else f"{path} exists (use --force to replace it)"
    )
    _terminal.tell(f"policyc: {said}")
    sys.exit(FINDINGS)
