"""Pages as recognisers get them: small ones written in a test, and real ones read with a plain outline of Markdown."""

from __future__ import annotations

import re

from policyc.importer.draft import Row, Section
from policyc.published.page import BULLET, Cell, Paragraph, Piece, Table
from policyc.published.page import Row as Line

_LINK = re.compile(r"\[([^\[\]]*)\]\(([^()\s]*)\)|<(https?://[^<>\s]+)>")
_HEADING = re.compile(r"(#+) +(.*)|(【[^】]{2,30}】)$|(■)(.*)|((?:[0-9]{1,2}[．]).*)")
_ITEM = re.compile(r"( *)((?:\d+\.|[-*]) |・|[(（]\d+[)）]　?|\d+\.　)(.*)")


def pieces(text: str) -> tuple[Piece, ...]:
    """Characters with their links."""
    found, at = [], 0
    for hit in _LINK.finditer(text):
        if hit.start() > at:
            found.append(Piece(text[at : hit.start()]))
        found.append(Piece(hit[1], hit[2]) if hit[3] is None else Piece(hit[3], hit[3]))
        at = hit.end()
    return (*found, *([Piece(text[at:])] if text[at:] else []))


def rows(text: str) -> tuple[Row, ...]:
    """Lines as rows: items of lists by their markers, `|` tables as one row."""
    found: list[Row] = []
    levels: list[tuple[int, bool]] = []
    table: list[tuple[Cell, ...]] = []
    apart = True
    for line in [*text.split("\n"), ""]:
        if line.startswith("|"):
            if not re.fullmatch(r"[|\-: ]+", line):
                cells = line.strip("|").split("|")
                table.append(tuple(Cell((Paragraph((Line(pieces(cell.strip()), 0),)),)) for cell in cells))
            continue
        if table:
            found.append(Row((), table=Table(tuple(table)), apart=True))
            table = []
        item = _ITEM.match(line)
        if not line.strip():
            apart = True
            continue
        if item is not None:
            # "(1)" stands inside "1.　" though both begin the line.
            place = (len(item[1]), item[2][0] in "(（")
            while levels and levels[-1] > place:
                levels.pop()
            if not levels or levels[-1] != place:
                levels.append(place)
            marker = BULLET if item[2] in ("- ", "* ") else item[2]
            found.append(Row(pieces(item[3]), len(levels), marker, apart))
        elif levels and not apart and line == line.strip():
            found.append(Row(pieces(line), len(levels)))
        else:
            levels = [] if line == line.lstrip() or not levels else levels
            found.append(Row(pieces(line.strip(" ")), len(levels), apart=apart))
        apart = False
    return tuple(found)


def section(title: str, text: str = "", *inner: Section) -> Section:
    """A section of a page."""
    return Section(1 if title else 0, "", pieces(title) if title else (), "", rows(text), inner)


def outline(text: str) -> tuple[Section, ...]:
    """The sections of a page in Markdown or plain text, one after the other; 【…】 is a heading over numbered ones."""
    found: list[tuple[str, list[str], int]] = [("", [], 0)]
    for line in text.split("\n"):
        hit = _HEADING.match(line.strip(" ")) if not line.startswith(" ") else None
        if hit is None or (hit[6] and len(line) > 40):
            found[-1][1].append(line)
        else:
            found.append((hit[2] or (hit[3] or "").strip("【】") or hit[5] or hit[6], [], 2 if hit[6] else 1))
    made: list[Section] = []
    for title, lines, level in found:
        one = section(title, "\n".join(lines))
        if level == 2 and made and made[-1].level:
            made[-1] = made[-1]._replace(sections=(*made[-1].sections, one))
        elif title or one.rows:
            made.append(one)
    return tuple(made)
