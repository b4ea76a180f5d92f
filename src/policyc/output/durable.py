"""What was written is on the disk, and not only on its way there."""

from __future__ import annotations

import errno
import os
import sys

from .folder import Folder

# So many folders are waited for file by file: it takes no longer, and the way to the other is slow to import.
_FEW = 4


def settle(stage: Folder, made: list[str]) -> None:
    """Have all files of a stage and of its folders, with their names, on the disk before this returns; also the names of
    folders that were `made` for it, by their paths. Raises OSError.

    Of more than a few folders, where the system can, for the whole file system at once: it then writes them in an order of
    its own, and waits for the disk once and not for each file, which took ten to a hundred times as long.
    """
    if len(stage.names()) > _FEW and _settled_at_once(stage):
        return
    for name in stage.names():
        if not stage.is_folder(name):
            stage.sync(name)
            continue
        with stage.below(name) as folder:
            for file in folder.names():
                folder.sync(file)
            folder.sync()
    stage.sync()
    for path in made:
        with Folder.at(os.path.dirname(path) or os.curdir) as above:
            above.sync()


def _settled_at_once(folder: Folder) -> bool:
    if not sys.platform.startswith("linux") or folder.handle is None:
        return False
    import ctypes

    try:
        libc = ctypes.CDLL(None, use_errno=True)
        failed = libc.syncfs(folder.handle) != 0
    except (AttributeError, OSError):
        return False
    code = ctypes.get_errno()
    if failed and code != errno.ENOSYS:
        raise OSError(code, os.strerror(code), folder.path)
    return not failed
