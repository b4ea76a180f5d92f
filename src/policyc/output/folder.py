"""The one door to what lies below the output folder: a folder held open, its contents by name, and no link followed."""

from __future__ import annotations

import errno
import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager

_BINARY = getattr(os, "O_BINARY", 0)
_NO_LINK = getattr(os, "O_NOFOLLOW", 0)
# To open a pipe would wait for someone at its other end.
_NO_WAIT = getattr(os, "O_NONBLOCK", 0)
_AS_FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
_HELD = os.open in os.supports_dir_fd
# No file of a build is as large: what is, was not written by one.
_MOST = 1 << 28
# What a system says that cannot make a folder durable, or does not need to.
_NOT_FOR_FOLDERS = (errno.EINVAL, errno.ENOTSUP, errno.EBADF)


class Folder:
    """A folder held open. Each method takes the name of something in it, looks at what that is, and follows no link.

    An OSError names the whole path. Where a system holds no folders open (Windows), the path takes the place of the handle.
    To be used in a `with`.
    """

    def __init__(self, path: str, handle: int | None) -> None:
        self.path = path
        self.handle = handle

    @classmethod
    def at(cls, path: str) -> Folder:
        """The folder at a path that the user has named, which may lead over links. Raises OSError."""
        if _HELD:
            return cls(path, os.open(path, _AS_FOLDER))
        if not os.path.isdir(path):
            raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), path)
        return cls(path, None)

    def below(self, name: str) -> Folder:
        """A folder in this one. Raises OSError where it is something else, also a link to a folder."""
        if self.handle is None:
            if not self.is_folder(name):
                raise NotADirectoryError(errno.ENOTDIR, os.strerror(errno.ENOTDIR), self.where(name))
            return Folder(self.where(name), None)
        with self._naming(name):
            return Folder(self.where(name), os.open(name, _AS_FOLDER | _NO_LINK, dir_fd=self.handle))

    def __enter__(self) -> Folder:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the folder."""
        if self.handle is not None:
            handle, self.handle = self.handle, None
            os.close(handle)

    def where(self, name: str) -> str:
        """The path of something in this folder, for a reader."""
        return os.path.join(self.path, name)

    def names(self) -> list[str]:
        """What is in the folder, sorted."""
        with self._naming(""):
            return sorted(os.listdir(self.path if self.handle is None else self.handle))

    def status(self, name: str) -> os.stat_result | None:
        """What something is, itself and not what it leads to; None where there is nothing."""
        try:
            return os.stat(self._at(name), dir_fd=self.handle, follow_symlinks=False)
        except FileNotFoundError:
            return None

    def is_folder(self, name: str) -> bool:
        """Whether there is a folder of this name, and no link to one."""
        status = self.status(name)
        return status is not None and stat.S_ISDIR(status.st_mode)

    def read(self, name: str, most: int = _MOST) -> bytes | None:
        """The bytes of a regular file, at most one more than `most`; None where there is none, or it is something else."""
        status = self.status(name)
        if status is None or not stat.S_ISREG(status.st_mode):
            return None
        with self._naming(name):
            flags = os.O_RDONLY | _NO_LINK | _NO_WAIT | _BINARY
            handle = os.open(self._at(name), flags, dir_fd=self.handle)
            try:
                found = os.read(handle, min(status.st_size, most) + 1)
                while len(found) <= most and (more := os.read(handle, most + 1 - len(found))):
                    found += more
                return found
            finally:
                os.close(handle)

    def write(self, name: str, body: bytes) -> None:
        """Make a new file."""
        try:
            flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | _NO_LINK | _BINARY
            handle = os.open(self._at(name), flags, 0o666, dir_fd=self.handle)
            # Without a file object, which asks the system four things about it before the first byte is written.
            try:
                done = os.write(handle, body)
                while done < len(body):
                    done += os.write(handle, memoryview(body)[done:])
            finally:
                os.close(handle)
        except OSError as error:
            error.filename = self.where(name)
            raise

    def make(self, name: str) -> None:
        """Make a new folder."""
        with self._naming(name):
            os.mkdir(self._at(name), dir_fd=self.handle)

    def remove(self, name: str) -> None:
        """Take away a file, or a folder with all that is in it; of a link, the link."""
        with self._naming(name):
            if not self.is_folder(name):
                os.unlink(self._at(name), dir_fd=self.handle)
                return
            try:
                os.rmdir(self._at(name), dir_fd=self.handle)
            except OSError:
                # What takes away whole trees is slow to import, and follows no link either.
                import shutil

                shutil.rmtree(self._at(name), dir_fd=self.handle)

    def move(self, name: str, to: Folder, new: str = "") -> None:
        """Move something to another folder, where nothing has its name."""
        with self._naming(name):
            os.rename(self._at(name), to._at(new or name), src_dir_fd=self.handle, dst_dir_fd=to.handle)

    def over(self, name: str, to: Folder) -> None:
        """Move a file to another folder, over the one that has its name there, in one step."""
        with self._naming(name):
            os.replace(self._at(name), to._at(name), src_dir_fd=self.handle, dst_dir_fd=to.handle)

    def sync(self, name: str = "") -> None:
        """Have a file, or the names in this folder, on the disk before this returns."""
        if self.handle is None and not name:
            return
        with self._naming(name):
            handle = os.open(self._at(name), os.O_RDONLY | _NO_LINK, dir_fd=self.handle) if name else self.handle or 0
            try:
                os.fsync(handle)
            except OSError as error:
                if name or error.errno not in _NOT_FOR_FOLDERS:
                    raise
            finally:
                if name:
                    os.close(handle)

    def _at(self, name: str) -> str:
        return name if self.handle is not None else self.where(name)

    @contextmanager
    def _naming(self, name: str) -> Iterator[None]:
        try:
            yield
        except OSError as error:
            error.filename, error.filename2 = os.path.join(self.path, name) if name else self.path, None
            raise
