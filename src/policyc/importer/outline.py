"""The outline of a page: its headings as sections, and under each the rows of its text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import zip_longest
from typing import NamedTuple

from ..published import page
from ..published.page import BULLET, Block, Heading, Listing, Pairs, Paragraph, Piece, Published, Table
from . import markers
from .draft import Row, Section
from .paragraphs import numbered

_ARTICLE = re.compile(r"第[ 　]?[0-9０-９一二三四五六七八九十百]+[ 　]?[編章節条]")
_LEVELS = "編章節条"
_TOP = re.compile(r"[■◆●](?![■◆●])|【[^【】]+】\Z")
# Lists in one another that a source can say.
_DEEPEST = 8
_DEFINED = re.compile(r"[（(]以[下後][^（）()]{1,60}[）)]")
# No heading is as long.
_LONGEST = 45
# A title is a line of a few words.
_TITLE = 40
# What stands above the title of a letter: its date, whom it is to, whom it is from.
_NO_TITLE = re.compile(
    r"[。．、：:]|ます|です|[0-9０-９一二三四五六七八九十元]年|各位|御中|[^模仕同]様\Z|\A[　 ]*(?:代表|〒)"
)


class Outline(NamedTuple):
    """A page as a draft: `title` is the characters that stand as its title, `titled` whether they stand on the page,
    and `words` what they are there: with links, and emphasis."""

    title: str
    titled: bool
    title_line: int
    sections: tuple[Section, ...]
    words: tuple[Piece, ...] = ()


class _Head(NamedTuple):
    level: int
    row: page.Row


def outline(published: Published, counting: bool = True) -> Outline:
    """The outline of a page. Every row of it is in exactly one place: the title, a heading, or a row. `counting`: numbers
    before the paragraphs of articles are theirs, and not those of items."""
    parts = list(flat(published.blocks, published.format == "html"))
    formal = [part for part in parts if isinstance(part, _Head)]
    first = next((part for part in parts if not isinstance(part, _Head)), None)
    title: page.Row | None = None
    if formal and parts[0] is formal[0] and all(h.level > formal[0].level for h in formal[1:]):
        title = formal[0].row
        del parts[0]
    elif not formal and first is not None and _is_title(first):
        title = page.Row(first.pieces, first.line)
        del parts[0]
    if not any(isinstance(part, _Head) for part in parts):
        parts = _found(parts, bool(formal))
    sections = _nested(parts)
    if counting:
        sections = numbered(sections)
    if title is not None:
        return Outline(title.text, True, title.line, sections, title.pieces)
    return Outline(published.title.strip() or _name(sections), False, 0, sections)


def _is_title(row: Row) -> bool:
    short = 1 < len(row.text) <= _TITLE and not row.marker and row.table is None
    return short and not _NO_TITLE.search(row.text)


def _name(sections: tuple[Section, ...]) -> str:
    return next((section.title for section in sections if section.title), "")


# -- blocks to rows ---------------------------------------------------------------------------------------------------


def flat(blocks: tuple[Block, ...], drawn: bool, depth: int = 0) -> Iterator[_Head | Row]:
    """Blocks as headings and rows. `drawn`: the format draws its bullets, and a hyphen is a character like others."""
    for block in blocks:
        match block:
            case Heading():
                if depth:
                    yield Row(block.row.pieces, depth, "", True, block.row.line)
                elif block.row.text.strip():
                    yield _Head(block.level, block.row)
            case Paragraph():
                yield from _lines(block.rows, drawn, depth)
            case Listing():
                for n, item in enumerate(block.items):
                    yield from _item(item, drawn, depth + 1, n == 0 and depth == 0)
            case Table():
                yield Row((), depth, "", True, _line_of(block), block)
            case Pairs():
                for pair in block.pairs:
                    for n, row in enumerate(pair.label):
                        yield Row(row.pieces, depth, "", n == 0, row.line)
                    yield from flat(pair.content, drawn, depth)


def _item(item: page.Item, drawn: bool, depth: int, apart: bool) -> Iterator[_Head | Row]:
    rows, content = item.rows, item.content
    if not rows and content and isinstance(content[0], Heading | Paragraph):
        rows, content = tuple(page.rows(content[:1])), content[1:]
    # A bullet before nothing is not shown, and what stands in its item stands in the list around it.
    empty = not rows or not rows[0].text.strip()
    if not item.marker and not empty:
        # The list draws no mark, and its author may have written one.
        marker, pieces = markers.written(rows[0].pieces, drawn)
        item, rows = item._replace(marker=marker), (rows[0]._replace(pieces=pieces), *rows[1:])
    if not (empty and item.marker in ("", BULLET)):
        yield Row(() if empty else rows[0].pieces, depth, item.marker, apart, rows[0].line if rows else 0)
    for row in rows[1:]:
        yield Row(row.pieces, depth, "", False, row.line)
    yield from flat(content, drawn, depth)


def _line_of(table: Table) -> int:
    return next((row.line for row in page.rows((table,))), 0)


def _lines(rows: tuple[page.Row, ...], drawn: bool, depth: int) -> Iterator[Row]:
    """The rows of a paragraph; where they begin with markers that its author wrote, as items."""
    around: list[str] = []
    for n, row in enumerate(rows):
        if not row.text.strip():
            continue
        marker, pieces = markers.written(row.pieces, drawn) if depth == 0 or around else ("", row.pieces)
        if marker:
            kind = markers.system(marker)
            if kind in around:
                del around[around.index(kind) + 1 :]
            else:
                around.append(kind)
        yield Row(pieces, depth + len(around), marker, n == 0, row.line)


# -- headings that only their form shows ------------------------------------------------------------------------------


def _found(parts: list[_Head | Row], under_title: bool) -> list[_Head | Row]:
    """The same parts with lines that are headings by their form: 第3条（…）, 【…】, ■…, 「1．…」 over text.

    `under_title`: the page's format marks its title, and would have marked headings; a few numbers are a list then.
    """
    rows = [part for part in parts if isinstance(part, Row)]
    articles = sum(1 for row in rows if _ARTICLE.match(_whole(row)) and _short(row))
    if articles > 1:
        return [_as_article(part) for part in parts]
    signs: dict[str, int] = {}
    for row in rows:
        if _TOP.match(_whole(row)) and _short(row) and row.depth <= 1:
            signs[_whole(row)[0]] = signs.get(_whole(row)[0], 0) + 1
    sign = max(signs, key=lambda one: signs[one], default="")
    level = 1
    if signs.get(sign, 0) > 1:
        parts = [_as_head(part, 1) if _is_top(part, sign) else part for part in parts]
        if sign != "【":
            return parts
        level = 2
    numbered = [n for n, part in enumerate(parts) if isinstance(part, Row) and _numbers(part)]
    followed = sum(1 for n in numbered if n + 1 < len(parts) and n + 1 not in numbered)
    fewest = 6 if under_title and level == 1 else 2
    if len(numbered) >= fewest and followed > len(numbered) / 2 and _in_order([parts[n] for n in numbered]):
        return [_as_head(part, level) if n in numbered else part for n, part in enumerate(parts)]
    return parts


def _is_top(part: _Head | Row, sign: str) -> bool:
    return _TOP.match(_whole(part)) is not None and _whole(part)[0] == sign and _short(part)


def _whole(part: _Head | Row) -> str:
    return part.marker + part.text if isinstance(part, Row) else part.row.text


def _short(part: _Head | Row) -> bool:
    text = _whole(part)
    return len(text) <= _LONGEST and not text.endswith(("。", "、", "）。"))


def _numbers(row: Row) -> bool:
    made = markers.counted(row.marker) if row.marker else None
    return made is not None and row.depth == 1 and made.pattern.startswith("{n") and _short(row)


def _in_order(parts: list[_Head | Row]) -> bool:
    made = [markers.counted(part.marker) for part in parts if isinstance(part, Row)]
    return all(
        one is not None and (one.n == 1 or (before is not None and one.n == before.n + 1))
        for before, one in zip([None, *made], made, strict=False)
    )


def _as_article(part: _Head | Row) -> _Head | Row:
    text = _whole(part)
    hit = _ARTICLE.match(text)
    if isinstance(part, _Head) or hit is None or not _short(part):
        return part
    return _as_head(part, 1 + _LEVELS.index(hit[0][-1]))


def _as_head(part: _Head | Row, level: int) -> _Head | Row:
    if isinstance(part, _Head):
        return part
    pieces = (Piece(part.marker), *part.pieces) if part.marker and part.marker != BULLET else part.pieces
    return _Head(level, page.Row(pieces, part.line))


# -- sections ---------------------------------------------------------------------------------------------------------


def _nested(parts: list[_Head | Row]) -> tuple[Section, ...]:
    """Parts as sections in one another, by the levels of their headings; what comes first has level 0."""
    top: list[Section] = []
    # The sections that are open: their level, heading, rows and inner sections.
    open_: list[tuple[_Head | None, list[Row], list[Section]]] = [(None, [], top)]

    def close(level: int) -> None:
        while open_[-1][0] is not None and open_[-1][0].level >= level:
            head, rows, inner = open_.pop()
            assert head is not None
            open_[-1][2].append(_section(head, len(open_), rows, inner))

    for part in parts:
        if isinstance(part, Row):
            open_[-1][1].append(part)
        else:
            close(part.level)
            open_.append((part, [], []))
    close(0)
    before = open_[0][1]
    start = (Section(0, "", (), "", _settled(before), (), before[0].line),) if before else ()
    return (*start, *top)


def _section(head: _Head, level: int, rows: list[Row], inner: list[Section]) -> Section:
    marker, words, tail = markers.heading(head.row.text)
    heading = _within(head.row.pieces, len(marker), len(words))
    return Section(level, marker, heading, tail, _settled(rows), tuple(inner), head.row.line)


def _settled(rows: list[Row]) -> tuple[Row, ...]:
    """The same rows, each one level below what it stands in: their outer items may have become headings, and lists may
    be deeper than a source can say."""
    found: list[Row] = []
    around: list[int] = []
    for row, after in zip_longest(rows, rows[1:]):
        while around and around[-1] > row.depth:
            around.pop()
        if row.marker and not row.text and after is not None and after.depth >= row.depth and not after.marker:
            # A number before nothing has a line of its own; as an item's it would stand before the next.
            row = row._replace(pieces=(Piece(row.marker.strip(" ")),), marker="")
            around = [depth for depth in around if depth < row.depth]
        if row.depth == 0:
            around.clear()
        elif row.marker and (not around or around[-1] < row.depth):
            around.append(row.depth)
        found.append(row._replace(pieces=_defined(row.pieces), depth=min(len(around), _DEEPEST)))
    return tuple(found)


def _defined(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The same pieces, a definition in one: what 「**当社**」 in it means is worth more than its emphasis."""
    if len(pieces) < 2:
        return pieces
    text = "".join(piece.text for piece in pieces)
    stretches = [hit.span() for hit in _DEFINED.finditer(text)]
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        end = at + len(piece.text)
        # The name before the bracket belongs to it.
        if piece.strong and any(at < last and first <= end and (at, end) != (first, last) for first, last in stretches):
            piece = piece._replace(strong=False)
        if found and found[-1][1:] == piece[1:]:
            piece = piece._replace(text=found.pop().text + piece.text)
        found.append(piece)
        at = end
    return tuple(found)


def _within(pieces: tuple[Piece, ...], start: int, length: int) -> tuple[Piece, ...]:
    """The pieces of [start, start + length)."""
    found: list[Piece] = []
    at = 0
    for piece in pieces:
        first, last = max(start - at, 0), min(start + length - at, len(piece.text))
        if first < last:
            found.append(piece._replace(text=piece.text[first:last]))
        at += len(piece.text)
    return tuple(found)
