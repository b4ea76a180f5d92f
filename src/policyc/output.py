"""Writing output folders: each changes whole or not at all, whatever happens in between."""

from __future__ import annotations

import os
import sys
from collections.abc import Collection, Iterator
from contextlib import contextmanager, suppress

from .manifest import INDEX, MANIFEST

_STAGE = ".policyc-stage"
_BINARY = getattr(os, "O_BINARY", 0)


class Refused(Exception):
    """A folder that may not be replaced: it holds what this compiler did not write."""


class Stage:
    """Folders made beside the output, moved into place at the end: `put` each, then `commit`."""

    def __init__(self, out: str, stage: str) -> None:
        self.out = out
        self.stage = stage
        self.changed: list[str] = []
        """The folders that will change, in the order in which they were put."""
        self._index: bytes | None = None

    def put(self, name: str, files: dict[str, bytes]) -> None:
        """Stage one folder; one that is there already with the same bytes stays as it is."""
        place = os.path.join(self.out, name)
        if os.path.lexists(place):
            if _same(place, files):
                return
            _refuse_foreign(place)
        made = os.path.join(self.stage, name)
        try:
            os.mkdir(made)
        except FileExistsError:
            if name in self.changed:
                raise
            # What another process of this build began and could not end is done here from the start.
            _clear(made)
            os.mkdir(made)
        inside = os.path.join(made, "")
        for file, body in files.items():
            _write(inside + file, body)
        self.changed.append(name)

    def index(self, body: bytes) -> None:
        """Stage the index of the build."""
        self._index = body

    def commit(self) -> list[str]:
        """Move everything into place; returns the names of the folders that changed."""
        for name in self.changed:
            _swap(os.path.join(self.stage, name), os.path.join(self.out, name))
        if self._index is not None:
            _replace(os.path.join(self.out, INDEX), self._index, self.stage)
        return self.changed


class Comparison:
    """The output folder beside what a build would write: `put` each folder, which is held no longer than it takes to
    compare it, then ask what is `stale`."""

    def __init__(self, out: str) -> None:
        self.out = out
        self.changed: list[str] = []
        """The folders that would change, in the order in which they were put."""

    def put(self, name: str, files: dict[str, bytes]) -> None:
        """Compare one folder."""
        if not _same(os.path.join(self.out, name), files):
            self.changed.append(name)

    def stale(self, names: Collection[str], index: bytes | None) -> list[str]:
        """What is not what a build would write: missing, different, or left over. `names` are those of all folders that a
        build writes; `index` is None where it writes none."""
        found = list(self.changed)
        if index is not None:
            if _bytes(os.path.join(self.out, INDEX)) != index:
                found.append(INDEX)
            if os.path.isdir(self.out):
                found += [
                    name
                    for name in sorted(os.listdir(self.out))
                    if name not in names and os.path.isfile(os.path.join(self.out, name, MANIFEST))
                ]
        return found


@contextmanager
def staging(out: str) -> Iterator[Stage]:
    """A stage for one build; what is left of an earlier, killed build is cleared away first. Raises OSError, Refused.

    Runs at the same time into the same folder wait for each other.
    """
    fresh = not os.path.isdir(out)
    with _lock(out):
        stage = os.path.join(out, _STAGE)
        _recover(out, stage)
        os.mkdir(stage)
        try:
            yield Stage(out, stage)
        finally:
            _clear(stage, ignore_errors=True)
            if fresh:
                with suppress(OSError):
                    os.rmdir(out)


@contextmanager
def _lock(out: str) -> Iterator[None]:
    os.makedirs(out, exist_ok=True)
    if sys.platform == "win32":
        yield
        return
    import fcntl

    handle = os.open(out, os.O_RDONLY)
    try:
        with suppress(OSError):  # a file system without locks: the swap below is still whole
            fcntl.flock(handle, fcntl.LOCK_EX)
        # A run that failed takes away the folder it made: what was waited for may be gone by now.
        while not _is_still(out, handle):
            os.close(handle)
            os.makedirs(out, exist_ok=True)
            handle = os.open(out, os.O_RDONLY)
            with suppress(OSError):
                fcntl.flock(handle, fcntl.LOCK_EX)
        yield
    finally:
        os.close(handle)


def _is_still(out: str, handle: int) -> bool:
    try:
        return os.path.samestat(os.stat(out), os.fstat(handle))
    except OSError:
        return False


def _same(place: str, files: dict[str, bytes]) -> bool:
    try:
        if sorted(os.listdir(place)) != sorted(files):
            return False
    except OSError:
        return False
    return all(_bytes(os.path.join(place, name)) == body for name, body in files.items())


def _bytes(path: str) -> bytes | None:
    try:
        with open(path, "rb") as handle:
            return handle.read()
    except OSError:
        return None


def _refuse_foreign(place: str) -> None:
    """A folder may be replaced when it is empty, or holds our manifest and nothing that it does not list."""
    if os.path.islink(place) or not os.path.isdir(place):
        raise Refused(place)
    names = set(os.listdir(place))
    if not names:
        return
    manifest = _bytes(os.path.join(place, MANIFEST))
    if manifest is None:
        raise Refused(place)
    import json

    try:
        listed = {row["path"] for row in json.loads(manifest)["artefacts"]}
    except (ValueError, KeyError, TypeError):
        listed = set()
    foreign = sorted(names - listed - {MANIFEST})
    if foreign:
        raise Refused(os.path.join(place, foreign[0]))


def _swap(made: str, place: str) -> None:
    if not os.path.lexists(place):
        os.rename(made, place)
        return
    if _exchange(made, place):
        return
    # No atomic exchange here: for a moment the old folder stands beside its place, and `_recover` puts it back.
    aside = made + ".old"
    os.rename(place, aside)
    os.rename(made, place)


def _exchange(a: str, b: str) -> bool:
    """Exchange two folders in one step (renameat2 on Linux, renamex_np on macOS); False where that cannot be done."""
    import ctypes

    try:
        libc = ctypes.CDLL(None, use_errno=True)
        if sys.platform == "darwin":
            return bool(libc.renamex_np(os.fsencode(a), os.fsencode(b), 2) == 0)
        return bool(libc.renameat2(-100, os.fsencode(a), -100, os.fsencode(b), 2) == 0)
    except (AttributeError, OSError, TypeError):
        return False


def _clear(stage: str, ignore_errors: bool = False) -> None:
    """Take a stage away. One of a build that replaced nothing is empty: what takes away whole trees is slow to import."""
    try:
        os.rmdir(stage)
    except OSError:
        import shutil

        shutil.rmtree(stage, ignore_errors)


def _recover(out: str, stage: str) -> None:
    """Clear away a killed build's stage; a folder that stands aside without its new one goes back to its place."""
    if not os.path.isdir(stage):
        return
    for name in os.listdir(stage):
        if name.endswith(".old"):
            place = os.path.join(out, name[: -len(".old")])
            if not os.path.lexists(place):
                os.rename(os.path.join(stage, name), place)
    _clear(stage)


def _replace(path: str, body: bytes, stage: str) -> None:
    if _bytes(path) == body:
        return
    made = os.path.join(stage, INDEX)
    _write(made, body)
    os.replace(made, path)


def _write(path: str, body: bytes) -> None:
    """A new file. Without a file object, which asks the system four things about it before the first byte is written."""
    handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o666)
    try:
        done = os.write(handle, body)
        while done < len(body):
            done += os.write(handle, memoryview(body)[done:])
    finally:
        os.close(handle)
