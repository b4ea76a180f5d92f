"""The moves of one commit: each folder in one step where the system can, and all of them back when one fails."""

from __future__ import annotations

import errno
import os
import sys
from typing import NamedTuple

from .folder import Folder

ASIDE = ".old"
"""At the end of the name of what was put aside in the stage until the new one has its place. No document has a dot in its
name."""
_GONE = ".gone"
"""The same of what nothing takes the place of: a next run does not put it back, for a kill may have left a part of it."""


class _Begun(NamedTuple):
    """A move that was begun: what is to take the place, None for nothing."""

    name: str
    new: os.stat_result | None


class Swaps:
    """Moves from the stage into the output, and back: the folders there that they replace come into the stage."""

    def __init__(self, out: Folder, stage: Folder) -> None:
        self._out = out
        self._stage = stage
        self._begun: list[_Begun] = []

    def put(self, name: str) -> None:
        """Move what was staged into place."""
        self._begun.append(_Begun(name, self._stage.status(name)))
        if self._out.status(name) is not None:
            if exchange(name, self._stage, self._out):
                return
            # No exchange in one step here: for a moment the old folder is in the stage only, from where a next run would
            # put it back.
            self._out.move(name, self._stage, name + ASIDE)
        self._stage.move(name, self._out)

    def take(self, name: str) -> None:
        """Move something out of the output."""
        self._begun.append(_Begun(name, None))
        self._out.move(name, self._stage, name + _GONE)

    def undo(self) -> None:
        """Put everything back that was there. It is looked at how far each move came, as it may have ended anywhere."""
        while self._begun:
            name, new = self._begun[-1]
            present = self._out.status(name)
            if present is not None and new is not None and os.path.samestat(present, new):
                if self._stage.status(name) is None:
                    self._out.move(name, self._stage)
                elif not exchange(name, self._stage, self._out):
                    raise OSError(errno.EIO, os.strerror(errno.EIO), self._out.where(name))
            aside = name + (_GONE if new is None else ASIDE)
            if self._out.status(name) is None and self._stage.status(aside) is not None:
                self._stage.move(aside, self._out, name)
            self._begun.pop()


def exchange(name: str, one: Folder, other: Folder) -> bool:
    """Exchange what has this name in two folders in one step (renameat2 on Linux, renameatx_np on macOS); False where that
    cannot be done."""
    if one.handle is None or other.handle is None:
        return False
    import ctypes

    try:
        libc = ctypes.CDLL(None, use_errno=True)
        call = libc.renameatx_np if sys.platform == "darwin" else libc.renameat2
        known = os.fsencode(name)
        return bool(call(one.handle, known, other.handle, known, 2) == 0)
    except (AttributeError, OSError, TypeError):
        return False
