"""Files put in their places whole: the place of one that is there, or one that nothing has yet. Each is on the disk when it is
said to be written."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
_MOST_BESIDE = 100


class NotRegular(OSError):
    """A place that holds a folder, a device or a pipe."""


class New(NamedTuple):
    """A file to be made: where, what is in it, and who may read it (the mask of the process still takes from it)."""

    path: str
    body: bytes
    mode: int = 0o666


def create(*rows: New) -> None:
    """Make files that are not there yet: all of them or none, and never over or through anything that has such a name.

    Raises FileExistsError with the name that is taken, and OSError; then nothing is left.
    """
    beside: list[str] = []
    made: list[tuple[str, os.stat_result]] = []
    try:
        for row in rows:
            beside.append(_beside(row.path, row.body, row.mode))
        for row, new in zip(rows, beside, strict=True):
            made.append((row.path, os.stat(new)))
            _name(new, row.path)
        _sync_folders(row.path for row in rows)
    except BaseException:
        for path, status in made:
            with suppress(OSError):
                # Only what was made here: another may have been quicker.
                if os.path.samestat(os.lstat(path), status):
                    os.unlink(path)
        raise
    finally:
        _take_away(beside)


def replace(path: str, body: bytes) -> None:
    """Put `body` in the place of a file, which may be none yet. A symbolic link stays: what it leads to is replaced.

    The old file gives way in one step to a new one with its owner, group, mode and extended attributes (which hold access
    lists). Where a new one cannot be the same – the file has other names (hard links), or belongs to someone to whom this user
    may not give a file – the old one is written over in place, while the new text lies beside it on the disk: after an error the
    old text is put back; after a kill in that moment the whole new text is in `.NAME.PID.policyc-new`.

    Raises OSError, with the file as it was: it may not be written, is no regular file, there is no room.
    """
    path = os.path.realpath(path)
    try:
        old = os.stat(path)
    except FileNotFoundError:
        old = None
    if old is not None:
        if not stat.S_ISREG(old.st_mode):
            raise NotRegular(errno.EINVAL, "not a regular file", path)
        if not os.access(path, os.W_OK):
            # A new file could take its place all the same, which is not what its owner meant by its mode.
            raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), path)
    new = _beside(path, body, 0o666 if old is None else 0o600)
    try:
        in_place = old is not None and (old.st_nlink > 1 or not _made_like(new, path, old))
        if not in_place:
            os.replace(new, path)
    except BaseException:
        _take_away([new])
        raise
    if in_place:
        _write_over(path, body, new)
    _sync_folders([path])


def _beside(path: str, body: bytes, mode: int) -> str:
    """A new file in the same folder, with its bytes on the disk; its path. Raises OSError with `path`, and leaves nothing."""
    folder, name = os.path.split(path)
    for number in range(_MOST_BESIDE):
        # A process that was killed may have had the same number, and what it left may be all there is of a text.
        of = f"{os.getpid()}" if not number else f"{os.getpid()}-{number}"
        new = os.path.join(folder, f".{name}.{of}.policyc-new")
        try:
            handle = os.open(new, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY, mode)
        except FileExistsError:
            continue
        except OSError as error:
            error.filename = path
            raise
        try:
            _write(handle, body, path)
        except BaseException:
            os.close(handle)
            _take_away([new])
            raise
        os.close(handle)
        return new
    raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path)


def _write(handle: int, body: bytes, path: str) -> None:
    try:
        done = 0
        while done < len(body):
            done += os.write(handle, memoryview(body)[done:])
        os.fsync(handle)
    except OSError as error:
        error.filename = path
        raise


def _made_like(new: str, path: str, old: os.stat_result) -> bool:
    """Give a new file the owner, group, mode and extended attributes of another; whether it has them now."""
    try:
        made = os.stat(new)
        if (made.st_uid, made.st_gid) != (old.st_uid, old.st_gid):
            os.chown(new, old.st_uid, old.st_gid)
        # After the owner: to give a file away takes bits from its mode.
        os.chmod(new, stat.S_IMODE(old.st_mode))
        if hasattr(os, "listxattr"):
            for name in os.listxattr(path):
                os.setxattr(new, name, os.getxattr(path, name))
            return set(os.listxattr(new)) == set(os.listxattr(path))
    except OSError as error:
        # Some file systems have no such attributes at all.
        return error.errno == errno.ENOTSUP
    return True


def _write_over(path: str, body: bytes, new: str) -> None:
    """Write a file in place; on an error its old bytes are put back. The same text beside it is taken away when one of them is
    whole."""
    handle = os.open(path, os.O_RDWR | _NO_LINK | _BINARY)
    try:
        old = b""
        while more := os.read(handle, 1 << 20):
            old += more
        try:
            _rewrite(handle, body, path)
        except BaseException:
            _rewrite(handle, old, path)
            _take_away([new])
            raise
        _take_away([new])
    finally:
        os.close(handle)


def _rewrite(handle: int, body: bytes, path: str) -> None:
    os.lseek(handle, 0, os.SEEK_SET)
    _write(handle, body, path)
    os.ftruncate(handle, len(body))
    os.fsync(handle)


def _name(new: str, path: str) -> None:
    """Give a file its name, which nothing has yet."""
    try:
        os.link(new, path, follow_symlinks=False)
    except FileExistsError:
        raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), path) from None
    except (OSError, NotImplementedError):
        # A file system without second names: the name is taken first, then the file.
        os.close(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600))
        try:
            os.replace(new, path)
        except BaseException:
            os.unlink(path)
            raise


def _sync_folders(paths: Iterable[str]) -> None:
    """Have the names of files on the disk, where the system can say so of a folder."""
    if not hasattr(os, "O_DIRECTORY"):
        return
    for folder in {os.path.dirname(path) or os.curdir for path in paths}:
        with suppress(OSError):  # the files are there; that of their folder is more than some file systems can promise
            handle = os.open(folder, os.O_RDONLY | os.O_DIRECTORY)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)


def _take_away(paths: list[str]) -> None:
    for path in paths:
        with suppress(FileNotFoundError):
            os.unlink(path)
