"""The composed page: what the text emitters write. Numbers, headings and references are all computed by now."""

# No `from __future__ import annotations` here: NamedTuple would compile every annotation again, as in vocab.
from collections.abc import Iterable
from typing import NamedTuple

from ..source import Source


class Run(NamedTuple):
    """A stretch of text of one look.

    `bare` marks an address that was written to stand for itself, `<https://…>`.
    `facts` are the identifiers of what it states. For characters that an author wrote in place (not made from a
    declaration), `literal` is true, and `source` and `offset` say where they stand.
    """

    text: str
    url: str = ""
    strong: bool = False
    facts: tuple[str, ...] = ()
    literal: bool = False
    source: Source | None = None
    offset: int = -1
    bare: bool = False

    # Runs are changed in these ways hundreds of times a document: `_replace` takes five times as long.

    def linking(self, url: str, bare: bool = False) -> "Run":
        """The same as a link."""
        text, _, strong, facts, literal, source, offset, _ = self
        return tuple.__new__(Run, (text, url, strong, facts, literal, source, offset, bare))

    def stating(self, facts: tuple[str, ...]) -> "Run":
        """The same with other facts."""
        text, url, strong, _, literal, source, offset, bare = self
        return tuple.__new__(Run, (text, url, strong, facts, literal, source, offset, bare))

    def declared(self) -> "Run":
        """The same as made from a declaration: nobody wrote it out where it stands."""
        text, url, strong, facts, _, source, offset, bare = self
        return tuple.__new__(Run, (text, url, strong, facts, False, source, offset, bare))


class Pointing(Run):
    """A run that was computed to point to a place of the same page: `place` is the anchor there.

    What is made of it otherwise (`linking`, `_replace`) points nowhere.
    """

    place: str = ""


Line = tuple[Run, ...]
DRAWN = "- "


class Written(Line):
    """A line that knows its characters: every check and format asks for them (`plain`).

    Most lines of a composed page are of this kind; any line may be of the other. `points` where it has runs that point to
    a place of the page.
    """

    text: str
    points: bool = False


class Paragraph(NamedTuple):
    """Lines under one another. `id` is its anchor, `node` the identifier of the node it speaks for."""

    id: str
    node: str
    lines: tuple[Line, ...]


class ListItem(NamedTuple):
    """A numbered or bulleted item; `lines` come first, `content` (nested lists, tables) after them.

    `marker` is written before the first line; DRAWN is a bullet that each format draws in its own way.
    """

    id: str
    node: str
    marker: str
    lines: tuple[Line, ...]
    content: tuple["ItemList | Table", ...]


class ItemList(NamedTuple):
    """Items under one another; `tight` joins it to the paragraph before (no blank line between)."""

    items: tuple[ListItem, ...]
    tight: bool


class Cell(NamedTuple):
    """A cell of a table; `head` where it names a column or a row. It covers `across` columns and `down` rows."""

    content: tuple[Paragraph | ItemList, ...]
    head: bool = False
    across: int = 1
    down: int = 1


class Table(NamedTuple):
    """Rows of cells; the first `heads` rows name the columns. A cell that covers more than one place stands in the first
    of them only."""

    id: str
    node: str
    rows: tuple[tuple[Cell, ...], ...]
    heads: int


class Section(NamedTuple):
    """A part or a clause. `heading` is the whole heading with its number, empty where the numbering gives none; `level`
    counts from 1."""

    id: str
    node: str
    level: int
    marker: str
    title: str
    heading: Line
    content: tuple["Block", ...]


Block = Paragraph | ItemList | Table | Section


class Page(NamedTuple):
    """A whole document as text; `titled` says whether its title stands on the page itself."""

    id: str
    title: Line
    url: str
    content: tuple[Block, ...]
    titled: bool = True


def written(runs: Iterable[Run]) -> Written:
    """Runs as a line that knows its characters."""
    line = Written(runs)
    line.text = "".join([run.text for run in line])
    return line


def pointing(text: str, facts: tuple[str, ...], place: str) -> Pointing:
    """A run that points to the place of that anchor."""
    run = Pointing(text, facts=facts)
    run.place = place
    return run


def linked(line: Line, url: str) -> Line:
    """A line that leads to an address, where it does not lead elsewhere."""
    return written([run if run.url else run.linking(url, run.bare) for run in line])


def split(line: Line) -> list[Line]:
    """A line with line breaks inside its runs (`\\n` in a string, or a value of several lines), cut there."""
    lines: list[list[Run]] = [[]]
    for run in line:
        offset = run.offset
        for index, piece in enumerate(run.text.split("\n")):
            if index:
                lines.append([])
            if piece:
                lines[-1].append(run._replace(text=piece, offset=offset))
            offset += len(piece) + 1
    return [written(one) for one in lines]


def extended(before: Line, line: Line, behind: Line = ()) -> Written:
    """A line with more runs before and behind it."""
    made = written((*before, *line, *behind))
    made.points = type(line) is Written and line.points
    return made


def plain(line: Line) -> str:
    """The characters of a line."""
    return line.text if type(line) is Written else "".join([run.text for run in line])


def all_facts(lines: Iterable[Line]) -> dict[str, None]:
    """What lines state, each fact once, in order."""
    return {fact: None for line in lines for run in line for fact in run.facts}
