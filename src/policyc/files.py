"""Files of a build: which there are, how they are named in outputs, and how imports are read without leaving the root."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from .loader import MAX_BYTES as MAX_BYTES
from .loader import OUTSIDE, FileReader
from .placing import New as New
from .placing import NotRegular as NotRegular
from .placing import create as create
from .placing import replace as replace

SUFFIX = ".policy"
_BINARY = getattr(os, "O_BINARY", 0)
_MORE = 65536


class Input(NamedTuple):
    """A file to compile: `root` is a folder, `path` the file below it with `/`, `shown` what the user would type."""

    root: str
    path: str

    @property
    def shown(self) -> str:
        return show(self.root, self.path)


class NoSuchInput(Exception):
    """An argument that names no file or folder, or a folder without sources."""


class OutsideRoot(NoSuchInput):
    """A source that does not lie below its root: elsewhere, or where a symbolic link leads."""


def show(root: str, path: str) -> str:
    """A path below the root as the user knows it."""
    shown = path if root in (".", "") else os.path.join(root, *path.split("/"))
    # A second place of a finding may lie below another root, or on another drive.
    return os.path.normpath(shown) if ".." in path else path if os.path.isabs(path) else shown


def inputs(arguments: Iterable[str], root: str | None = None) -> list[Input]:
    """The files that arguments name: a file itself, a folder all its `*.policy` files, sorted.

    The root of a file is `root`, else the folder given, else the file's own folder.
    """
    found: dict[str, Input] = {}
    for argument in arguments:
        rows = list(_of(argument, root))
        if not rows:
            raise NoSuchInput(argument)
        for real, row in rows:
            found.setdefault(real, row)
    return list(found.values())


def _of(argument: str, root: str | None) -> Iterator[tuple[str, Input]]:
    """The files of an argument, each with the path that it has when links are followed."""
    if os.path.isdir(argument):
        base = root or argument
        real_base = os.path.realpath(base)
        for folder, folders, files in os.walk(argument):
            folders[:] = sorted(name for name in folders if not name.startswith("."))
            real_folder = os.path.realpath(folder)
            for name in sorted(files):
                if name.endswith(SUFFIX) and not name.startswith("."):
                    path = os.path.join(folder, name)
                    # To follow all of a path takes long, and only its last part is new.
                    real = os.path.realpath(path) if os.path.islink(path) else os.path.join(real_folder, name)
                    yield real, Input(base, _relative(path, real, real_base))
    elif os.path.isfile(argument):
        base = root or os.path.dirname(argument) or "."
        real = os.path.realpath(argument)
        yield real, Input(base, _relative(argument, real, os.path.realpath(base)))


def _relative(path: str, real: str, real_root: str) -> str:
    # Both ends resolved, so that a link to the root is the root.
    if not _is_below(real, real_root):
        raise OutsideRoot(path)
    above = os.path.join(real_root, "")
    below = real[len(above) :] if real.startswith(above) else os.path.relpath(real, real_root)
    return below.replace(os.sep, "/")


def _is_below(real: str, real_root: str) -> bool:
    if real.startswith(os.path.join(real_root, "")):
        return True
    try:
        return os.path.commonpath([real, real_root]) == real_root
    except ValueError:  # another drive
        return False


def read(path: str, most: int = MAX_BYTES) -> bytes:
    """The bytes of a regular file, at most one more than are taken (by the compiler: `MAX_BYTES`). Raises OSError."""
    # Asked first: to open a pipe would wait for someone to write into it.
    status = os.stat(path)
    if not stat.S_ISREG(status.st_mode):
        raise OSError(f"not a regular file: {path}")
    # Without a file object, which would take room for as much as may be read before it reads.
    handle = os.open(path, os.O_RDONLY | _BINARY)
    try:
        found = os.read(handle, min(status.st_size, most) + 1)
        # Nearly always nothing more comes.
        while len(found) <= most and (more := os.read(handle, min(most + 1 - len(found), _MORE))):
            found += more
        return found
    finally:
        os.close(handle)


# What a reader remembers: imports that many sources share are few and small.
_MOST_REMEMBERED = 64
_LARGEST_REMEMBERED = 200_000


def reader(root: str) -> FileReader:
    """Reads files below `root` for imports; a symbolic link that leads out of it is refused.

    What it has read it remembers: all sources of one run see the same imports, whatever is saved meanwhile.
    """
    real_root = os.path.realpath(root)
    remembered: dict[str, bytes] = {}

    def read_below(path: str) -> bytes | str | None:
        if path in remembered:
            return remembered[path]
        found = read_anew(path)
        if isinstance(found, bytes) and len(found) <= _LARGEST_REMEMBERED and len(remembered) < _MOST_REMEMBERED:
            remembered[path] = found
        return found

    def read_anew(path: str) -> bytes | str | None:
        try:
            full = os.path.join(root, *path.split("/"))
            if not _is_below(os.path.realpath(full), real_root):
                return OUTSIDE
            return read(full)
        except (OSError, ValueError):  # also a name that this system cannot spell
            return None

    return read_below


class Readers(dict[str, FileReader]):
    """The readers of one run, by root: what several of its sources import is read once."""

    def __missing__(self, root: str) -> FileReader:
        made = self[root] = reader(root)
        return made
