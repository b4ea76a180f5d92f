"""How the headings and items of a draft are numbered: the forms that most of them have, and what differs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from ..model.numbers import fill
from ..published.page import BULLET
from .draft import Row, Section
from .markers import counted
from .recognise import walk

_DEEPEST = 6


class Forms(NamedTuple):
    """The numbering of a document: patterns of parts by level, of clauses, of items and bullets by depth; `restart`
    says whether clauses are numbered anew in each part. `paragraphs` is the pattern of paragraphs (項), "" for none."""

    parts: tuple[str, ...]
    clause: str
    items: tuple[str, ...]
    bullets: tuple[str, ...]
    restart: bool
    paragraphs: str = ""


def paragraphs(section: Section) -> str:
    """The pattern of the numbers before the paragraphs of a section, "" where they have none."""
    made = next((counted(row.marker) for row in section.rows if row.paragraph > 1), None)
    return made.pattern if made is not None else ""


def several(section: Section) -> bool:
    """Whether a section has paragraphs that a compiler would number, though the page does not."""
    plain = [(row.apart and not row.depth) or row.table is not None for row in section.rows]
    return sum(plain) > 1 and not paragraphs(section)


def pattern(section: Section) -> str:
    """The pattern of one heading: `{n}` where its marker counts."""
    made = counted(section.marker)
    before = made.pattern if made is not None else section.marker
    return before.replace("\n", " ") + "{heading}" + section.tail


def forms(sections: tuple[Section, ...]) -> Forms:
    """The forms that most headings and items of a page have."""
    restart = max((True, False), key=lambda again: sum(_agree(sections, again)))
    parts = [_most(pattern(s) for s in level) or "{heading}" for level in _part_levels(sections)]
    clause = _most(pattern(s) for s, _ in clauses(sections, restart)) or "{heading}"
    rows = [row for _, section in walk(sections) for row in section.rows]
    items, bullets = [], []
    for depth in range(1, max((row.depth for row in rows if row.marker), default=0) + 1):
        found = Counter(
            one.pattern
            for row in rows
            if row.depth == depth and row.marker and (one := counted(row.marker)) is not None
        )
        items.append(found.most_common(1)[0][0] if found else "（{n}）")
        marks = Counter(row.marker for row in rows if row.depth == depth and row.marker and not counted(row.marker))
        bullets.append(marks.most_common(1)[0][0] if marks else "・")
    own = _most(form for s, _ in clauses(sections, restart) if (form := paragraphs(s)))
    return Forms(tuple(parts), clause, tuple(items[:_DEEPEST]), tuple(bullets[:_DEEPEST]), restart, own)


def clauses(sections: tuple[Section, ...], restart: bool, before: int = 0) -> list[tuple[Section, int]]:
    """Every clause with its number, counted as the compiler counts."""
    found: list[tuple[Section, int]] = []
    n = before
    for section in sections:
        if section.level == 0:
            continue
        if section.part:
            inner = clauses(section.sections, restart, 0 if restart else n)
            found += inner
            n = n if restart else n + len(inner)
        else:
            n += 1
            found.append((section, n))
    return found


def parts(sections: tuple[Section, ...]) -> list[tuple[Section, int]]:
    """Every part with its number among those beside it."""
    found: list[tuple[Section, int]] = []
    n = 0
    for section in sections:
        if section.part:
            n += 1
            found += [(section, n), *parts(section.sections)]
    return found


def says(form: str, n: int, section: Section) -> bool:
    """Whether a pattern gives the heading of a section its number."""
    return fill(form, n, section.title) == section.marker + section.title + section.tail


def _agree(sections: tuple[Section, ...], restart: bool) -> Iterator[bool]:
    for section, n in clauses(sections, restart):
        made = counted(section.marker)
        yield made is not None and made.n == n


def _part_levels(sections: tuple[Section, ...]) -> list[list[Section]]:
    levels: list[list[Section]] = []
    here = [section for section in sections if section.part]
    while here:
        levels.append(here)
        here = [inner for section in here for inner in section.sections if inner.part]
    return levels


def _most(found: Iterable[str]) -> str:
    common = Counter(found).most_common(1)
    return common[0][0] if common else ""


def bullet(forms: Forms, row: Row) -> str:
    """How the bullets setting writes the mark of a row; "" where the row's own is another."""
    style = forms.bullets[min(row.depth, len(forms.bullets)) - 1] if forms.bullets else ""
    return style if row.marker == style else ""


def drawn(style: str) -> str:
    """A mark of items as the setting has it."""
    return "-" if style == BULLET else style
