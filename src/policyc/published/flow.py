"""Elements to blocks: white space, lines and paragraphs as a browser lays them out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple
from unicodedata import east_asian_width

from .address import address
from .page import Block, Heading, Paragraph, Piece, Row, shown
from .page import rows as rows_of
from .tree import Element, Node, Text

MAX_NESTING = 60
"""Lists, tables and headings in one another; deeper ones, and those inside a heading, are read as paragraphs."""

KEEP = "policyc-keep"
"""The element, unknown to HTML, in which white space stays as it is."""

_SPACE = re.compile(r"[ \t\n\r\f]+")
_LAYOUT = " \t"
_HEADINGS = {f"h{n}": n for n in range(1, 7)}
_BLOCKS_NAMES = """
    address article aside blockquote body caption center col colgroup dd details dialog dir div dl dt fieldset
    figcaption figure footer form frameset h1 h2 h3 h4 h5 h6 header hgroup hr html legend li listing main menu
    nav ol optgroup option p plaintext pre search section summary table tbody td tfoot th thead tr ul xmp
"""
_BLOCKS = frozenset(_BLOCKS_NAMES.split())
_PREFORMATTED = frozenset(("pre", "listing", "xmp", "plaintext", KEEP))


class Look(NamedTuple):
    """How the characters of an element look."""

    url: str = ""
    strong: bool = False
    kept: bool = False
    quotes: int = 0


class _Layout:
    """The lines being laid out: pieces make rows, rows paragraphs, in the order of the page."""

    def __init__(self) -> None:
        self.blocks: list[Block] = []
        self._rows: list[Row] = []
        # Characters of one look, not joined yet, with their address and strength.
        self._pieces: list[tuple[list[str], tuple[str, bool]]] = []
        self._last = ""
        self._line = 0
        # White space that was read but is only shown when characters follow it (a space or, where it has a line end, that),
        # and the look it had.
        self._gap = ""
        self._gap_look = Look()

    def text(self, value: str, line: int, look: Look) -> None:
        """Characters; white space is collapsed unless it is kept."""
        if look.kept:
            line -= value[: len(value) - len(value.lstrip())].count("\n")
            for index, part in enumerate(value.split("\n")):
                if index:
                    self.end_row()
                self._add(part, line + index, look)
            return
        at = 0
        for hit in _SPACE.finditer(value):
            if hit.start() > at:
                self._add(value[at : hit.start()], line, look)
            if not self._gap:
                self._gap_look = look
            # Not all of it is kept: between elements without end it would grow and grow.
            if self._gap != "\n":
                self._gap = "\n" if "\n" in hit.group() else " "
            at = hit.end()
        if at < len(value):
            self._add(value[at:], line, look)

    def _add(self, characters: str, line: int, look: Look) -> None:
        characters = shown(characters)
        if not characters:
            return
        if not self._pieces:
            self._line = line
        elif self._gap and not (self._gap == "\n" and _is_wide(self._last) and _is_wide(characters[0])):
            # A line end in the file between two Japanese characters is no space (CSS Text 3, 4.1.3).
            self._join(" ", self._gap_look)
        self._gap = ""
        self._join(characters, look)

    def _join(self, characters: str, look: Look) -> None:
        key = (look.url, look.strong)
        if self._pieces and self._pieces[-1][1] == key:
            self._pieces[-1][0].append(characters)
        else:
            self._pieces.append(([characters], key))
        self._last = characters[-1]

    def line_break(self) -> None:
        """A `<br>`: it ends a line, a second one ends the paragraph."""
        if not self.end_row():
            self.end_paragraph()

    def end_row(self) -> bool:
        """End the line; tells whether it had characters."""
        pieces = trimmed([Piece("".join(parts), *key) for parts, key in self._pieces])
        self._pieces, self._gap = [], ""
        if pieces:
            self._rows.append(Row(pieces, self._line))
        return bool(pieces)

    def end_paragraph(self) -> None:
        """End the line and the paragraph."""
        self.end_row()
        if self._rows:
            self.blocks.append(Paragraph(tuple(self._rows)))
            self._rows = []


def blocks_of(nodes: Iterable[Node], look: Look = Look(), depth: int = 0) -> tuple[Block, ...]:  # noqa: B008
    """The blocks that nodes under one another make; `depth` counts the lists and tables around them. From `MAX_NESTING` on
    there are only paragraphs, none of whose rows is empty."""
    from . import containers

    layout = _Layout()
    stack: list[tuple[Iterator[Node], Look, str]] = [(iter(nodes), look, "")]
    while stack:
        children, look, closing = stack[-1]
        node = next(children, None)
        if node is None:
            stack.pop()
            if closing == "q":
                layout.text("」』"[look.quotes % 2 == 0], 0, look)
            elif closing:
                layout.end_paragraph()
            continue
        if isinstance(node, Text):
            layout.text(node.value, node.line, look)
            continue
        is_block = node.tag in _BLOCKS
        if is_block:
            layout.end_paragraph()
        if node.left:
            continue
        if node.tag == "br":
            layout.line_break()
        elif depth < MAX_NESTING and node.tag in _HEADINGS:
            layout.blocks += _heading(node, look)
        elif depth < MAX_NESTING and (read := containers.READERS.get(node.tag)):
            layout.blocks += read(node, look, depth + 1)
        else:
            inner = _look(node, look)
            if node.tag == "q":
                layout.text("「『"[inner.quotes % 2 == 0], node.line, inner)
            stack.append((iter(node.children), inner, "q" if node.tag == "q" else "block" if is_block else ""))
    layout.end_paragraph()
    return tuple(layout.blocks)


def _look(element: Element, around: Look) -> Look:
    tag = element.tag
    if tag == "a" and "href" in element.attributes:
        url = element.attributes["href"]
        # What a build computed to point to a place of its own page is no address of the text.
        computed = url.startswith("#") and element.attributes.get("class") == "place"
        return around if computed else around._replace(url=address(url))
    if tag in ("strong", "b"):
        return around._replace(strong=True)
    if tag in _PREFORMATTED:
        return around._replace(kept=True)
    if tag == "q":
        return around._replace(quotes=around.quotes + 1)
    return around


def _heading(element: Element, look: Look) -> list[Block]:
    # A heading is one line, whatever stands in it: so nothing in it is read as a list, whose items may be empty.
    row = one_row(rows_of(blocks_of(element.children, look, MAX_NESTING)))
    return [Heading(_HEADINGS[element.tag], row)] if row.pieces else []


def one_row(rows: Iterable[Row]) -> Row:
    """Rows as one, none of which is empty: a break inside a heading only shapes it, and parts words of letters."""
    pieces: list[Piece] = []
    line = 0
    for row in rows:
        line = line or row.line
        if pieces and not (_is_wide(pieces[-1].text[-1]) or _is_wide(row.text[0])):
            pieces.append(Piece(" "))
        pieces += row.pieces
    return Row(tuple(pieces), line)


def trimmed(pieces: list[Piece]) -> tuple[Piece, ...]:
    """Pieces without spaces and tabs at both ends, none of them empty."""
    filled = [n for n, piece in enumerate(pieces) if piece.text.strip(_LAYOUT)]
    if not filled:
        return ()
    kept = pieces[filled[0] : filled[-1] + 1]
    kept[0] = kept[0]._replace(text=kept[0].text.lstrip(_LAYOUT))
    kept[-1] = kept[-1]._replace(text=kept[-1].text.rstrip(_LAYOUT))
    return tuple(kept)


def _is_wide(character: str) -> bool:
    return east_asian_width(character) in "FWH" and not "\uac00" <= character <= "\ud7a3"
