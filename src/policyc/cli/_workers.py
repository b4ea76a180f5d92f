"""Other processes for the sources of a large build: each takes a share, and leaves to the first what is out of the ordinary.

Only forked ones: a process that starts anew would first have to import what a few documents take to compile.
"""

from __future__ import annotations

import marshal
import os
import sys
from collections.abc import Callable
from contextlib import suppress
from typing import Any, BinaryIO, Generic, TypeVar

from . import _terminal

# So many sources a process have to wait, or it is not worth its start.
_LEAST = 8


Row = TypeVar("Row")
Made = TypeVar("Made")


class Workers(Generic[Row, Made]):
    """What other processes make of rows. `work` is called there; where it raises or gives None, the row is the caller's.
    What it makes goes through a pipe: plain tuples, lists, dicts and texts.

    To be used in a `with`: whatever happens, no process is left at its end.
    """

    def __init__(self, rows: list[Row], work: Callable[[Row], Made | None], jobs: int) -> None:
        self._rows = rows
        self._work = work
        self._count = _useful(len(rows), jobs)
        self._pipes: list[BinaryIO] = []
        self.processes: list[int] = []
        """Those that were begun, by their numbers."""

    def __enter__(self) -> Workers[Row, Made]:
        return self

    def made(self, number: int) -> Made | None:
        """What was made of a row; to be asked for each in its order. None: the caller has to do it.

        The first one always is: what is imported and remembered for it, the processes find there when they begin.
        """
        if number == 0 or self._count < 2:
            return None
        if not self.processes:
            for share in range(self._count):
                self._start(self._rows[1 + share :: self._count])
        try:
            found: Made | None = marshal.load(self._pipes[(number - 1) % self._count])
        except (EOFError, ValueError, TypeError, OSError):  # it was killed; what is left of its share is the caller's
            found = None
        return found

    def __exit__(self, *_: object) -> None:
        if sys.platform == "win32":
            return
        import signal

        for process in self.processes:
            with suppress(OSError):
                os.kill(process, signal.SIGKILL)
        for process in self.processes:
            with suppress(OSError):
                os.waitpid(process, 0)
        for pipe in self._pipes:
            pipe.close()

    def _start(self, rows: list[Row]) -> None:
        """A process for a share of the rows. What it makes of each goes into a pipe, in their order."""
        if sys.platform == "win32":
            return
        reading, writing = os.pipe()
        _terminal.flush()
        process = os.fork()
        if process:
            os.close(writing)
            self._pipes.append(os.fdopen(reading, "rb"))
            self.processes.append(process)
            return
        try:
            # The ends of the others would keep them writing when nobody reads any more.
            for pipe in (*self._pipes, os.fdopen(reading, "rb")):
                pipe.close()
            self._run(rows, writing)
        finally:
            # Neither the clean-up of the first process nor its exit is for this one to do.
            os._exit(0)

    def _run(self, rows: list[Row], writing: int) -> None:
        with os.fdopen(writing, "wb") as pipe:
            for row in rows:
                made: Any = None
                # Whatever it is that goes wrong, the first process meets it too, and says so.
                with suppress(Exception):
                    made = self._work(row)
                marshal.dump(made, pipe)
                pipe.flush()


def _useful(rows: int, jobs: int) -> int:
    """How many processes are of use; `jobs` is how many are wanted, 0 for as many as there are processors."""
    if not hasattr(os, "fork"):
        return 1
    # Those that this program may use, where the system tells.
    mine = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(jobs or mine or 1, (rows - 1) // _LEAST)
