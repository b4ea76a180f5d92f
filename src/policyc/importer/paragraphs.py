"""The paragraphs (項) of an article, by the numbers before them: the compiler counts them, as it does items (号)."""

from __future__ import annotations

import re

from .draft import Row, Section
from .markers import counted

_ARTICLE = re.compile(r"第[ 　]?[0-9０-９一二三四五六七八九十百]+[ 　]?条")
_PATTERN = re.compile(r"\{n(?::full-width|:circled)?\}[．.)）、]?[ 　]*\Z")
# 「２会員は」; of 「２人以上」 the number is part of the sentence.
_GLUED = re.compile(
    r"([0-9]{1,2}|[０-９]{1,2})"
    r"(?![0-9０-９人名個つ回年月日時分秒週件社枚円万億千百点歳才度倍割箇か所カヶ以親者種段次％%,，.．、。:：/／~～\-－])"
)

_ENDS = ("。", "）", ")", "」")


def numbered(sections: tuple[Section, ...], last: bool = True) -> tuple[Section, ...]:
    """The sections with the paragraphs of articles. What stands behind those of the `last` article of a page, dates and
    the like, is a section of its own: it would be numbered with them."""
    found: list[Section] = []
    for n, section in enumerate(sections):
        ends = last and n + 1 == len(sections)
        if section.sections or not _ARTICLE.match(section.marker):
            found.append(section._replace(sections=numbered(section.sections, ends)))
            continue
        rows = paragraphs(section.rows)
        rest = _behind(section.rows) if rows is section.rows and ends else len(section.rows)
        if rest < len(section.rows):
            behind = section.rows[rest:]
            rows = paragraphs(section.rows[:rest])
            if any(row.paragraph for row in rows):
                found += [section._replace(rows=rows), Section(section.level, "", (), "", behind, (), behind[0].line)]
                continue
            rows = section.rows
        found.append(section._replace(rows=rows))
    return tuple(found)


def _behind(rows: tuple[Row, ...]) -> int:
    """Where the blocks without numbers at the end of an article begin."""
    at = len(rows)
    for index in range(len(rows) - 1, 0, -1):
        if rows[index].depth or rows[index].marker or _GLUED.match(rows[index].text):
            break
        if rows[index].apart:
            at = index
    return at


def paragraphs(rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """The rows of an article, those that its paragraphs begin with as such: numbered on from 2 behind one without a
    number, or from 1 at the top. Where anything else stands between them, the rows are as they were."""
    if not rows or rows[0].table is not None or not rows[0].text:
        return rows
    found: dict[int, tuple[Row, str]] = {}
    form = ""
    if rows[0].marker:
        made = counted(rows[0].marker)
        if made is None or made.n != 1 or not _PATTERN.match(made.pattern):
            return rows
        form = made.pattern
        found[0] = rows[0], rows[0].marker
    elif rows[0].depth:
        return rows
    outer, within = rows[0].depth, 0
    for index, row in enumerate(rows[1:], 1):
        within = within if row.depth >= within else 0
        n = len(found) + 1 + (0 not in found)
        row, marker = _numbered(row, form, n)
        made = counted(marker) if marker else None
        if within or made is None or not _PATTERN.match(made.pattern) or (form and made.pattern != form):
            continue
        if made.n == 1 and row.depth > outer:
            # A list inside a paragraph, numbered as paragraphs are.
            within = row.depth
            continue
        if made.n != n:
            return rows
        form, outer = made.pattern, row.depth
        found[index] = row, marker
    return (_as_paragraphs(rows, found) if len(found) > (0 in found) else None) or rows


def _numbered(row: Row, form: str, n: int) -> tuple[Row, str]:
    """A row without the number before it, and that number: its marker, or digits right before its words."""
    if row.marker or row.depth or not row.pieces or row.pieces[0].url or (form and not form.endswith("}")):
        return row, row.marker
    hit = _GLUED.match(row.pieces[0].text)
    made = counted(hit[0]) if hit is not None else None
    if hit is None or made is None or made.n != n or not row.pieces[0].text[hit.end() :]:
        return row, ""
    rest = row.pieces[0]._replace(text=row.pieces[0].text[hit.end() :])
    return row._replace(pieces=(rest, *row.pieces[1:])), hit[0]


def _as_paragraphs(rows: tuple[Row, ...], found: dict[int, tuple[Row, str]]) -> tuple[Row, ...] | None:
    """The rows with what stands in each paragraph in place below it; None where they are no paragraphs of sentences, or
    another block stands between them, which the compiler would count as well."""
    made: list[Row] = []
    n, outer = 1, 0
    for index, row in enumerate(rows):
        if index in found or index == 0:
            row, marker = found.get(index, (row, ""))
            alone = index + 1 == len(rows) or index + 1 in found
            if alone and not row.text.rstrip().endswith(_ENDS):
                return None
            n += index in found and index > 0
            outer = -1
            made.append(row._replace(depth=0, marker=marker, apart=True, paragraph=n))
            continue
        if outer < 0 and row.marker:
            outer = row.depth - 1
        # A list whose system goes on behind the number of a paragraph stands less deep than the first.
        depth = (
            max(row.depth - outer, 1) if row.marker else row.depth - outer if outer >= 0 and row.depth > outer else 0
        )
        if depth == 0 and (row.apart or row.table is not None):
            return None
        made.append(row._replace(depth=depth))
    return tuple(made)
