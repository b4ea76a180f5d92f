"""The page as rows under one another, for the formats that are lines of characters."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
import re
from typing import NamedTuple

from ...compose.page import Cell, ItemList, Line, plain
from ...model.links import is_safe

_COUNTED = re.compile(r"([0-9]{1,9})([.)]) ")


class Stretch(NamedTuple):
    """Neighbouring runs of one look and of the same facts."""

    text: str
    strong: bool
    facts: tuple[str, ...]


class Linked(NamedTuple):
    """What a line holds under one address, "" for none; `bare` where that address was written to stand for itself."""

    url: str
    bare: bool
    stretches: list[Stretch]

    @property
    def text(self) -> str:
        """The characters."""
        return "".join([stretch.text for stretch in self.stretches])


class Row(NamedTuple):
    """A line of the text; `depth` counts the items around it, and the item above a line that continues one.

    `text` are the characters of `line` in one line; `links` is it by its links, None where it has no links and nothing
    strong. `listed` is set on the first row of an item of a list that Markdown has too: drawn bullets, or numbers such
    as `1. ` that count on. `begins` is set on the first row of a list.
    """

    depth: int
    marker: str
    listed: bool
    begins: bool
    text: str
    line: Line
    links: list[Linked] | None


class Grid(NamedTuple):
    """A table: its rows of cells, each with its lines; the first `heads` rows name the columns."""

    heads: int
    rows: list[list[tuple[Cell, list[Row]]]]


class Stanza(NamedTuple):
    """Rows with no blank line between, or a table. `level` is that of a heading (the title has 1), 0 for text."""

    level: int
    rows: list[Row]
    table: Grid | None = None


def counts_on(block: ItemList) -> bool:
    """Whether the markers of a list are the numbers that a list of Markdown shows."""
    first = _COUNTED.fullmatch(block.items[0].marker)
    if first is None or not all(any(plain(line).strip() for line in item.lines) for item in block.items):
        return False
    start, sign = int(first[1]), first[2]
    counted = [_COUNTED.fullmatch(item.marker) for item in block.items]
    return all(hit is not None and hit[2] == sign and hit[1] == str(start + n) for n, hit in enumerate(counted))


def one_line(text: str) -> str:
    """A text in one line: a line break inside a heading or a label is a space."""
    return text.replace("\n", " ") if "\n" in text else text


def linked(line: Line) -> list[Linked]:
    """A line by the addresses that it links to; an address that may harm is not linked to."""
    found: list[tuple[str, bool, list[tuple[list[str], bool, tuple[str, ...]]]]] = []
    stretches: list[tuple[list[str], bool, tuple[str, ...]]] = []
    texts: list[str] = []
    last = look = said = None
    for text, url, strong, facts, _, _, _, bare in line:
        if not text:
            continue
        if facts == said and strong == look and url == last:
            texts.append(text)
            continue
        said, look = facts, strong
        if len(facts) > 1:
            facts = tuple(dict.fromkeys(facts))
        if url != last:
            last, stretches = url, []
            found.append((url if not url or is_safe(url) else "", bare, stretches))
        elif stretches[-1][1] == strong and stretches[-1][2] == facts:
            texts.append(text)
            continue
        texts = [text]
        stretches.append((texts, strong, facts))
    return [
        Linked(url, bare, [Stretch("".join(texts), strong, facts) for texts, strong, facts in stretches])
        for url, bare, stretches in found
    ]
