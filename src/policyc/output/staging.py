"""One build at a time: the lock of the output folder, its stage, and what a killed build has left there."""

from __future__ import annotations

import os
import stat
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress

from ..manifest import INDEX
from .folder import Folder
from .owned import Refused, edited
from .stage import Stage
from .swap import ASIDE

STAGE = ".policyc-stage"
MARK = "made.by-policyc"
"""A file in the stage by which a later run knows it as one. No document has a dot in its name."""
_MARKED = b"A build was making folders here. The next build into the folder above takes this one away.\n"


class Taken(Refused):
    """The name of the stage is taken by something that is no stage of ours."""


@contextmanager
def staging(path: str, overwrites: bool = False) -> Iterator[Stage]:
    """A stage for one build; what is left of an earlier, killed build is cleared away first. Raises OSError, Refused.

    With `overwrites` files that a person edited may be replaced. Runs at the same time into the same folder wait for each
    other. A folder that was made for a build that failed is taken away again, with those above it.
    """
    above = _made(path)
    try:
        with _locked(path) as out:
            _recover(out)
            out.make(STAGE)
            with out.below(STAGE) as made:
                stage = Stage(out, made, overwrites, above)
                try:
                    made.write(MARK, _MARKED)
                    yield stage
                finally:
                    if stage.settled:
                        with suppress(OSError):
                            _clear(out, made)
    finally:
        _take_away(above)


@contextmanager
def _locked(path: str) -> Iterator[Folder]:
    """The folder at a path, with a lock on it that lasts until the end."""
    out = Folder.at(path)
    try:
        _wait(out)
        # A run that failed takes away the folder it made: what was waited for may be gone by now.
        while not _is_still(path, out):
            out.close()
            os.makedirs(path, exist_ok=True)
            out = Folder.at(path)
            _wait(out)
        yield out
    finally:
        out.close()


def _wait(out: Folder) -> None:
    if sys.platform != "win32" and out.handle is not None:
        import fcntl

        with suppress(OSError):  # a file system without locks: each swap is still whole
            fcntl.flock(out.handle, fcntl.LOCK_EX)


def _is_still(path: str, out: Folder) -> bool:
    try:
        return out.handle is None or os.path.samestat(os.stat(path), os.fstat(out.handle))
    except OSError:
        return False


def _recover(out: Folder) -> None:
    """Clear away a killed build's stage; a folder that was put aside, and whose place is empty, goes back there.

    Raises Taken where the name of the stage belongs to something else, Refused where what was put aside is not a build's; then
    nothing is touched.
    """
    if out.status(STAGE) is None:
        return
    if not out.is_folder(STAGE):
        raise Taken(out.where(STAGE))
    with out.below(STAGE) as stage:
        names = stage.names()
        if not all(_is_of_a_stage(stage, name) for name in names) or (names and MARK not in names):
            raise Taken(stage.path)
        aside = [name for name in names if name.endswith(ASIDE)]
        back = [name for name in aside if out.status(name[: -len(ASIDE)]) is None]
        for name in back:
            edited(stage, name, lambda _: None)
        for name in back:
            stage.move(name, out, name[: -len(ASIDE)])
        _clear(out, stage)


def _is_of_a_stage(stage: Folder, name: str) -> bool:
    status = stage.status(name)
    if status is None or name in (MARK, INDEX):
        return status is not None and stat.S_ISREG(status.st_mode)
    return stat.S_ISDIR(status.st_mode)


def _clear(out: Folder, stage: Folder) -> None:
    """Take a stage away. Its mark goes last: what a kill leaves of it is still known as a stage."""
    for name in stage.names():
        if name != MARK:
            stage.remove(name)
    if stage.status(MARK) is not None:
        stage.remove(MARK)
    out.remove(STAGE)


def _made(path: str) -> list[str]:
    """Make a folder with those above it that are missing; which were made, from the top. Raises OSError, and has then made
    none."""
    missing: list[str] = []
    above = path
    while above and not os.path.lexists(above):
        missing.insert(0, above)
        above = os.path.dirname(above)
    try:
        os.makedirs(path, exist_ok=True)
    except OSError:
        _take_away(missing)
        raise
    return missing


def _take_away(folders: list[str]) -> None:
    """Remove those folders of a row from the top that are empty."""
    for folder in reversed(folders):
        with suppress(OSError):
            os.rmdir(folder)
