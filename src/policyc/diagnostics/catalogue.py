"""Every Kind in the program, and its page: found by walking the packages, so that there is no list to keep."""

from __future__ import annotations

import os
import pkgutil
from functools import cache
from importlib import import_module

from . import Kind

_PACKAGE = __name__.rsplit(".", 2)[0]
_HEADING = "## "


@cache
def kinds() -> dict[str, Kind]:
    """All kinds by code. Imports the whole program: for `explain`, the reference and tests only."""
    found: dict[str, Kind] = {}
    root = import_module(_PACKAGE)
    for info in pkgutil.walk_packages(root.__path__, f"{_PACKAGE}."):
        if info.name.endswith((".__main__", ".generate")) or ".dev" in info.name:
            continue
        for value in vars(import_module(info.name)).values():
            if isinstance(value, Kind):
                found[value.code] = value
    return dict(sorted(found.items()))


@cache
def pages() -> dict[str, str]:
    """The page of every code: the section `## <code>` of the README.md of some package, without its heading."""
    found: dict[str, str] = {}
    base = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))
    for folder, folders, files in os.walk(base):
        folders.sort()
        if "README.md" in files:
            with open(os.path.join(folder, "README.md"), encoding="utf-8") as handle:
                found.update(sections(handle.read()))
    return found


def sections(page: str) -> dict[str, str]:
    """The sections of a page whose heading is a code."""
    found: dict[str, str] = {}
    for part in ("\n" + page).split("\n" + _HEADING)[1:]:
        code, _, body = part.partition("\n")
        if "/" in code and " " not in code.strip():
            found[code.strip()] = body.strip() + "\n"
    return found
