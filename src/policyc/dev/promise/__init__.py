"""What a release promises to those who read its output (docs/compatibility.md), and what of that a later state would break."""

from __future__ import annotations

from typing import NamedTuple


class Break(NamedTuple):
    """A broken promise: what kind of change, where, and for whom it is one."""

    kind: str
    where: str
    why: str

    def __str__(self) -> str:
        return f"{self.where}: {self.kind} ({self.why})"


OLD_FILES = "files written before are no longer valid"
READERS = "a reader may meet what it was promised not to meet"
TYPES = "code that uses the types no longer compiles"
