"""The output folder beside what a build would write."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..manifest import INDEX
from .folder import Folder
from .owned import left_over, same


class Comparison:
    """The output folder beside what a build would write: `put` each folder, which is held no longer than it takes to
    compare it, then ask what is `stale`."""

    def __init__(self, out: str) -> None:
        self.out = out
        self.changed: list[str] = []
        """The folders that would change, in the order in which they were put."""

    def put(self, name: str, files: Mapping[str, bytes]) -> None:
        """Compare one folder."""
        if not self._is(name, files):
            self.changed.append(name)

    def _is(self, name: str, files: Mapping[str, bytes]) -> bool:
        try:
            with Folder.at(self.out) as out:
                return same(out, name, files)
        except OSError:  # nothing was built yet; or what is there cannot be read, and is not what a build would leave
            return False

    @property
    def present(self) -> bytes | None:
        """The index that is there."""
        try:
            with Folder.at(self.out) as out:
                return out.read(INDEX)
        except OSError:
            return None

    def stale(self, index: bytes | None) -> list[str]:
        """What is not what a build would write: missing or different. `index` is None where it writes none."""
        return self.changed + [INDEX] * (index is not None and self.present != index)

    def left_over(self, names: Collection[str]) -> list[str]:
        """Folders of earlier builds; `names` are those of all folders that this build writes."""
        try:
            with Folder.at(self.out) as out:
                return left_over(out, names)
        except OSError:
            return []
