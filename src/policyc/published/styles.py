"""What style sheets inside a page say about what is shown: `display` and `list-style`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PART = re.compile(r"[{}]")
_DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([\w-]+)", re.IGNORECASE)
_LIST = re.compile(r"(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
_PLACES = {"inside", "outside", "inherit", "initial", "url"}
# More rules about lists and display than any page needs; each is looked up in the whole page.
_MOST = 60


class Rule(NamedTuple):
    """A rule: its selectors as written, "display" or "list-style", and the value."""

    selectors: str
    property: str
    value: str


def rules(sheet: str) -> Iterator[Rule]:
    """The rules of a sheet that matter here, in order; those inside `@media` and the like may not hold and are left."""
    found = 0
    depth, selectors, at = 0, "", 0
    sheet = _COMMENT.sub("", sheet)
    for hit in _PART.finditer(sheet):
        if hit.group() == "{":
            if depth == 0:
                selectors = sheet[at : hit.start()].rpartition(";")[2].strip()
            depth += 1
        else:
            if depth == 1 and not selectors.startswith("@"):
                for rule in _declared(selectors, sheet[at : hit.start()]):
                    found += 1
                    yield rule
            depth = max(depth - 1, 0)
        at = hit.end()
        if found >= _MOST:
            return


def _declared(selectors: str, body: str) -> Iterator[Rule]:
    shown, drawn = display(body), list_style(body)
    if shown:
        yield Rule(selectors, "display", shown)
    if drawn:
        yield Rule(selectors, "list-style", drawn)


def display(declarations: str) -> str:
    """The value of `display` in declarations, "" if there is none."""
    found = _DISPLAY.findall(declarations)
    return found[-1].lower() if found else ""


def list_style(declarations: str) -> str:
    """The list marker's style in declarations, "" if there is none."""
    found = _LIST.findall(declarations)
    words = [word for word in _WORD.findall(found[-1].lower()) if word not in _PLACES] if found else []
    return words[0] if words else ""
