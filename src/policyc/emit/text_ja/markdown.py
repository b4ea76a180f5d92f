"""The page as Markdown that every CommonMark reader shows with exactly the page's characters."""

from __future__ import annotations

from itertools import groupby

from ...compose.page import Line, Page, Run
from .commonmark import destination, heading_line, marks, paragraph_line
from .rows import Stanza, linked, one_line, stanzas

# Two spaces break a line; a backslash would be shown by readers that know less.
_BREAK = "  \n"


def markdown(page: Page, found: list[Stanza] | None = None) -> str:
    """The text with headings, line breaks and links; `found` are the page's stanzas, for callers that have them."""
    blocks = []
    for level, rows in found or stanzas(page):
        if level:
            blocks.append(f"{'#' * min(level, 6)} {heading_line(_line(rows[0].line))}")
        else:
            blocks.append(_BREAK.join(paragraph_line(_line((Run(row.marker), *row.line))) for row in rows))
    return "\n\n".join(blocks) + "\n"


def _line(line: Line) -> str:
    out = ""
    for url, runs in linked(line):
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
