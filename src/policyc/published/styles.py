"""What style sheets inside a page say about what is shown: `display` and `list-style`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from math import comb
from typing import NamedTuple

_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_PART = re.compile(r"[{}]")
_DISPLAY = re.compile(r"(?:^|[;\s])display\s*:\s*([\w-]+)", re.IGNORECASE)
_LIST = re.compile(r"(?:^|[;\s])list-style(?:-type)?\s*:\s*([^;!]+)", re.IGNORECASE)
_WORD = re.compile(r"[\w-]+")
# Values of attributes say nothing of how elements stand to one another.
_VALUE = re.compile(r"\[[^\]]*\]|\"[^\"]*\"|'[^']*'")
_BESIDE = re.compile(r"~")
_BELOW = re.compile(r"(?<![\s>+~,(])\s+(?![\s>+~,)])")
_AMONG = re.compile(r":(?:nth-|only-of|first-of|last-of)", re.IGNORECASE)
_PLACES = {"inside", "outside", "inherit", "initial", "url"}
# Of so many choices none can be looked for.
_MANY = 20
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


def search_steps(selectors: str, elements: int, depth: int) -> int:
    """How many steps it may take to find what selectors choose: for each element, all ways to choose others around it
    (at most `depth`) and beside it that they speak of, for that is how the parser looks for them."""
    return sum(_steps(one, elements, depth) for one in _apart(_VALUE.sub("", selectors)))


def _steps(selector: str, elements: int, depth: int) -> int:
    beside = len(_BESIDE.findall(selector)) + len(_AMONG.findall(selector))
    below = len(_BELOW.findall(selector.strip()))
    within = selector.lower().count(":has(")
    steps = elements * _ways(elements, beside) * _ways(elements if within else depth, below)
    for _ in range(min(within, _MANY)):
        # Each may have all the others within it.
        steps *= elements
    return steps


def _ways(others: int, chosen: int) -> int:
    """How many ways there are to choose some of the others, in their order."""
    return comb(others, min(chosen, others // 2, _MANY))


def _apart(selectors: str) -> Iterator[str]:
    """Selectors of a list: parted by commas that are in no bracket."""
    start = depth = 0
    for at, character in enumerate(selectors):
        if character == "," and depth == 0:
            yield selectors[start:at]
            start = at + 1
        depth += (character == "(") - (character == ")")
    yield selectors[start:]
