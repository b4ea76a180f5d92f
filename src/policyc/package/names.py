"""Which paths a package may hold: those that name the same file, below the place it is unpacked at, on every system."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from unicodedata import normalize

from . import messages_archive as say
from .report import Report

_LONGEST = 200
_DRIVE = re.compile(r"[A-Za-z]:")
# What Windows does not let into a name, and names that it keeps for devices.
_REFUSED = re.compile(r'[\x00-\x1f\x7f<>:"|?*]')
_DEVICE = re.compile(r"(?i)(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\..*)?\Z")


def check_name(name: str, report: Report) -> bool:
    """Whether a path is one that a package may hold; else it is reported by what is wrong with it."""
    plain = name.removesuffix("/")
    parts = plain.replace("\\", "/").split("/")
    faults = [
        kind
        for kind, wrong in (
            (say.BACKSLASH, "\\" in name),
            (say.DRIVE, _DRIVE.match(name) is not None),
            (say.ABSOLUTE, name.startswith(("/", "\\"))),
            (say.ESCAPES, ".." in parts),
        )
        if wrong
    ]
    if not faults and not all(map(_good, parts)):
        faults = [say.BAD_NAME]
    for kind in faults:
        report.add(kind, name, name=name)
    return not faults


def _good(part: str) -> bool:
    return (
        part not in ("", ".")
        and not part.endswith((".", " "))
        and _REFUSED.search(part) is None
        and _DEVICE.match(part) is None
        and part.isprintable()
        and len(part.encode("utf-8")) <= _LONGEST
    )


def collisions(names: Iterable[str]) -> Iterator[tuple[str, str]]:
    """Pairs of paths that are one path where capitals or the spelling of an accent do not count, or of which one is a
    file where the other needs a folder."""
    seen: dict[str, str] = {}
    rows = sorted(names)
    for name in rows:
        other = seen.setdefault(_folded(name), name)
        if other != name:
            yield name, other
    for folder in sorted({name[:at] for name in rows for at, c in enumerate(name) if c == "/"}):
        if (file := seen.get(_folded(folder))) is not None:
            yield f"{folder}/", file


def _folded(name: str) -> str:
    return normalize("NFC", normalize("NFC", name).casefold())
