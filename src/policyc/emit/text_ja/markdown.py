"""The page as Markdown that every CommonMark reader shows with exactly the page's characters."""

from __future__ import annotations

import re
from itertools import groupby

from ...compose.page import DRAWN, Line, Page, Run, plain
from .commonmark import destination, heading_line, marks, paragraph_line
from .md_table import table_lines
from .rows import Row, Stanza, linked, one_line, stanzas

# Two spaces break a line; a backslash would be shown by readers that know less.
_BREAK = "  \n"
_ADDRESS = re.compile(r"(?:https?|mailto|tel):[^\s<>\\]+")


def markdown(page: Page, found: list[Stanza] | None = None) -> str:
    """The text with headings, line breaks, lists and links; `found` are the page's stanzas, for callers that have them."""
    blocks: list[str] = []
    last = ""
    for level, rows, table in found or stanzas(page):
        ends = ""
        if level:
            blocks.append(f"{'#' * min(level, 6)} {heading_line(line(rows[0].line))}")
        elif table is not None:
            blocks.append("\n".join(table_lines(table, line)))
        elif rows:
            if last and rows[0].listed and _kind(rows[0]) == last:
                # Else the two lists would be one.
                blocks.append("<!-- -->")
            blocks.append(_stanza(rows))
            tops = [row for row in rows if row.depth == 0]
            ends = _kind(tops[-1]) if tops and tops[-1].listed else ""
        last = ends
    return "\n\n".join(blocks) + "\n"


def _stanza(rows: list[Row]) -> str:
    """Rows under one another. An item of a list holds what stands below it by indentation; other rows are lines of one
    paragraph."""
    out = ""
    # The items around a row that are lists of Markdown: their depth, and the width of their marker.
    around: list[tuple[int, int]] = []
    before: Row | None = None
    for row in rows:
        left = 0
        while around and around[-1][0] >= row.depth:
            around.pop()
            left += 1
        if before is not None:
            if row.listed:
                out += "\n" if _follows(before, row) else "\n\n"
            else:
                # After a deeper item a line would be taken for one more of its own.
                out += "\n\n" if left else _BREAK
        out += " " * sum(width for _, width in around)
        if row.listed:
            out += row.marker + paragraph_line(line(row.line))
            around.append((row.depth, len(row.marker)))
        else:
            out += paragraph_line(line((Run(row.marker), *row.line)))
        before = row
    return out


def _follows(before: Row, row: Row) -> bool:
    """Whether an item may stand right below a row: a number other than 1 cannot break into a paragraph."""
    if before.listed and before.depth >= row.depth:
        return True
    return row.marker == DRAWN or row.marker[:-2] == "1" or (not before.marker and before.depth > row.depth)


def _kind(row: Row) -> str:
    return row.marker[-2:]


def line(content: Line) -> str:
    """The runs of a line with their marks."""
    out = ""
    for url, runs in linked(content):
        if url and runs[0].bare and plain(tuple(runs)) == url and _ADDRESS.fullmatch(url):
            out += f"<{url}>"
            continue
        label = _label(runs)
        if url:
            # `![` would begin an image.
            out = out[:-1] + "\\!" if out.endswith("!") else out
            out += f"[{label}]({destination(url)})"
        else:
            out += label
    return out.rstrip(" \t")


def _label(runs: list[Run]) -> str:
    if len(runs) == 1:
        return _stretch(runs[0].strong, runs)
    return "".join(_stretch(strong, list(same)) for strong, same in groupby(runs, key=_is_strong))


def _stretch(strong: bool, runs: list[Run]) -> str:
    text = marks(one_line("".join([run.text for run in runs])))
    # `**` would not close beside a Japanese bracket and stay in the text.
    return f"<strong>{text}</strong>" if strong else text


def _is_strong(run: Run) -> bool:
    return run.strong
