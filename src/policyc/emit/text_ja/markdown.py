"""The page as Markdown that every CommonMark reader shows with exactly the page's characters."""

from __future__ import annotations

import re
from itertools import groupby
from typing import NamedTuple

from ...compose.page import DRAWN, Line, Page
from .blocks import stanzas
from .commonmark import destination, heading_line, marks, paragraph_line
from .md_table import table_lines
from .rows import Linked, Row, Stanza, Stretch, one_line

# Two spaces break a line; a backslash would be shown by readers that know less.
_BREAK = "  \n"
# Between two lists with markers of one kind: else they would be one, and its numbers count on.
_BETWEEN = "<!-- -->"
_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^\s<>\\]+")


def markdown(page: Page, found: list[Stanza] | None = None) -> str:
    """The text with headings, line breaks, lists and links; `found` are the page's stanzas, for callers that have them."""
    blocks: list[str] = []
    last = ""
    for level, rows, table in stanzas(page) if found is None else found:
        ends = ""
        if level:
            blocks.append(f"{'#' * min(level, 6)} {heading_line(line(rows[0]))}")
        elif table is not None:
            blocks.append("\n".join(table_lines(table, line)))
        elif rows:
            if last and rows[0].listed and _kind(rows[0]) == last:
                blocks.append(_BETWEEN)
            text, ends = _stanza(rows)
            blocks.append(text)
        last = ends
    return "\n\n".join(blocks) + "\n"


class _Open(NamedTuple):
    """An item around a row, of a list of Markdown; `width` is that of its marker."""

    depth: int
    width: int
    kind: str


def _stanza(rows: list[Row]) -> tuple[str, str]:
    """Rows under one another, and the kind of the list that still goes on after them ("" for none). An item of a list
    holds what stands below it by indentation; other rows are lines of one paragraph."""
    if not [row for row in rows if row.listed]:
        return _BREAK.join([paragraph_line(line(row, row.marker)) for row in rows]), ""
    out = ""
    around: list[_Open] = []
    before: Row | None = None
    for row in rows:
        left: _Open | None = None
        while around and around[-1].depth >= row.depth:
            left = around.pop()
        indent = " " * sum(item.width for item in around)
        if before is not None:
            if not row.listed:
                # After a deeper item a line would be taken for one more of its own.
                out += "\n\n" if left else _BREAK
            elif left is not None and left.kind == _kind(row) and (row.begins or left.depth != row.depth):
                out += f"\n\n{indent}{_BETWEEN}\n\n"
            else:
                # A number other than 1 cannot break into a paragraph.
                out += "\n" if left is not None or row.marker == DRAWN or row.marker[:-2] == "1" else "\n\n"
        out += indent
        if row.listed:
            out += row.marker + paragraph_line(line(row))
            around.append(_Open(row.depth, len(row.marker), _kind(row)))
        else:
            out += paragraph_line(line(row, row.marker))
        before = row
    return out, around[0].kind if around else ""


def _kind(row: Row) -> str:
    return row.marker[-2:]


def line(row: Row, marker: str = "") -> str:
    """The runs of a row with their marks, behind a marker that is text."""
    links = row.links
    if links is None:
        return marks(one_line(marker + row.text)).rstrip(" \t")
    if marker:
        links = _behind(marker, links, row.line)
    out = ""
    for link in links:
        url, bare, _ = link
        if bare and url and link.text == url and _ADDRESS.fullmatch(url):
            out += f"<{url}>"
            continue
        label = _label(link)
        if url:
            # `![` would begin an image.
            out = out[:-1] + "\\!" if out.endswith("!") else out
            out += f"[{label}]({destination(url)})"
        else:
            out += label
    return out.rstrip(" \t")


def _behind(marker: str, links: list[Linked], content: Line) -> list[Linked]:
    """The links of a line behind a marker: one text with what the line begins with, unless that has an address."""
    (_, bare, stretches), *rest = links
    own = Stretch(marker, False, ())
    if next(run.url for run in content if run.text):
        return [Linked("", False, [own]), *links]
    return [Linked("", bare, [own, *stretches]), *rest]


def _label(link: Linked) -> str:
    stretches = link.stretches
    if not [stretch for stretch in stretches if stretch.strong]:
        return marks(one_line("".join([stretch[0] for stretch in stretches])))
    said = ""
    for strong, same in groupby(stretches, key=_is_strong):
        text = marks(one_line("".join([stretch.text for stretch in same])))
        # `**` would not close beside a Japanese bracket and stay in the text.
        said += f"<strong>{text}</strong>" if strong else text
    return said


def _is_strong(stretch: Stretch) -> bool:
    return stretch.strong
