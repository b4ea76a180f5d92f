"""Calls in their plain form, read without click: known options with sound values, and nothing that asks for help.

All else is left to click, which has the words for what is wrong with a call.
"""

from __future__ import annotations

import os
import sys
from typing import NamedTuple

LANGUAGES = ("ja", "en")
_FLAGS = ("--check", "--strict-p3p", "--overwrite-edited", "--prune")
_VALUED = ("--out", "--root", "--lang", "--target", "--jobs")


class Build(NamedTuple):
    """The values of a call of `build`, in the order of `_building.build`."""

    paths: tuple[str, ...]
    out: str
    only_check: bool
    wanted: tuple[str, ...]
    lang: str
    root: str | None
    strict_p3p: bool
    jobs: int
    overwrite_edited: bool
    prune: bool


def build(arguments: list[str]) -> Build | None:
    """The call that the arguments of the program are, or None where click is to read them."""
    # On Windows click expands what no shell has; a variable asks it for completions.
    if arguments[:1] != ["build"] or sys.platform == "win32" or "_POLICYC_COMPLETE" in os.environ:
        return None
    from ..emit import TARGET_NAMES

    paths: list[str] = []
    wanted: list[str] = []
    given = {"--out": "out", "--lang": LANGUAGES[0], "--jobs": "0"}
    flags: set[str] = set()
    rest = iter(arguments[1:])
    for argument in rest:
        name, separate, value = argument.partition("=")
        if argument in _FLAGS:
            flags.add(argument)
        elif not argument.startswith("-"):
            paths.append(argument)
        elif name in _VALUED:
            value = value if separate else next(rest, "-")
            if value.startswith("-"):
                return None
            if name == "--target":
                wanted.append(value)
            given[name] = value
        else:
            return None
    out, root, lang = given["--out"], given.get("--root"), given["--lang"]
    jobs = given["--jobs"]
    sound = paths and lang in LANGUAGES and all(name in TARGET_NAMES for name in wanted) and _is_count(jobs)
    if not sound or (os.path.exists(out) and not _is_folder(out)) or (root is not None and not _is_folder(root)):
        return None
    only_check, strict_p3p, overwrite_edited, prune = (flag in flags for flag in _FLAGS)
    return Build(
        tuple(paths), out, only_check, tuple(wanted), lang, root, strict_p3p, int(jobs), overwrite_edited, prune
    )


def _is_folder(path: str) -> bool:
    return os.path.isdir(path) and os.access(path, os.R_OK)


def _is_count(text: str) -> bool:
    return text.isascii() and text.isdigit() and len(text) < 5
