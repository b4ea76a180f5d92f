"""The stage of a build: folders are made there, beside the output, and moved into place together at the end."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from ..manifest import INDEX
from .durable import settle
from .folder import Folder
from .owned import Edited, edited, is_proven, left_over, refuse_index, same
from .swap import Swaps


class Stage:
    """Folders made beside the output, moved into place at the end: `put` each, then `commit`."""

    def __init__(self, out: Folder, stage: Folder, overwrites: bool, above: list[str]) -> None:
        self.changed: list[str] = []
        """The folders that will change, in the order in which they were put."""
        self.settled = True
        """Whether all is as it was, or as it should be; else the stage holds what the next run has to put back."""
        self._out = out
        self._stage = stage
        self._overwrites = overwrites
        self._above = above
        """The output folder and those above it that were made for it."""
        self._index: bytes | None = None
        self._pruned: list[str] = []

    @property
    def present(self) -> bytes | None:
        """The index that is there."""
        return self._out.read(INDEX)

    def put(self, name: str, files: Mapping[str, bytes]) -> None:
        """Stage one folder; one that is there already with the same bytes stays as it is. Raises OSError, Refused, Edited."""
        if self._out.status(name) is not None:
            if same(self._out, name, files):
                return
            self._may_lose(edited(self._out, name, files.get))
        try:
            self._stage.make(name)
        except FileExistsError:
            if name in self.changed:
                raise
            # What another process of this build began and could not end is done here from the start.
            self._stage.remove(name)
            self._stage.make(name)
        with self._stage.below(name) as made:
            for file, body in files.items():
                made.write(file, body)
        self.changed.append(name)

    def index(self, body: bytes) -> None:
        """Stage the index of the build. Raises Refused where its place is taken by something else."""
        if self.present != body:
            refuse_index(self._out)
            self._index = body

    def left_over(self, names: Collection[str]) -> list[str]:
        """Folders of earlier builds; `names` are those of all folders that this build writes."""
        return left_over(self._out, names)

    def prune(self, names: Collection[str]) -> list[str]:
        """Stage the removal of folders; those that are not proven to be a build's stay, and are returned."""
        self._pruned = [name for name in names if is_proven(self._out, name)]
        return [name for name in names if name not in self._pruned]

    def commit(self) -> list[str]:
        """Move everything into place; returns the names of the folders that changed.

        What was written is on the disk before the first folder moves, and the moves are when this returns. When one fails, or the
        run is interrupted, those before it are undone. Raises OSError, Refused, Edited.
        """
        if not (self.changed or self._pruned or self._index is not None):
            return []
        if self._index is not None:
            self._stage.write(INDEX, self._index)
        settle(self._stage, self._above)
        swaps = Swaps(self._out, self._stage)
        self.settled = False
        try:
            for name in self.changed:
                # Looked at again: a large build takes minutes, in which a person may have edited what is there.
                if self._out.status(name) is not None:
                    with self._stage.below(name) as made:
                        self._may_lose(edited(self._out, name, made.read))
                swaps.put(name)
            for name in self._pruned:
                swaps.take(name)
            # Last, and in one step: with it all is done.
            if self._index is not None:
                self._stage.over(INDEX, self._out)
        except BaseException:
            if self._index is None or self._stage.status(INDEX) is not None:
                swaps.undo()
            self.settled = True
            raise
        self.settled = True
        self._out.sync()
        return self.changed

    def _may_lose(self, files: list[str]) -> None:
        if files and not self._overwrites:
            raise Edited(files)
