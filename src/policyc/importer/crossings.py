"""Places where a page speaks of its own headings, 「2．個人情報の利用目的」 or 第3条: they are to be computed."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from ..compose.layout import Spot
from ..published.page import Row as Line
from .draft import Mark, Section
from .markers import counted
from .recognise import Path, walk
from .recognise.marks import lines_of

# Of 「個人情報保護法第27条」 the article is another's.
_OWN = r"(?:(?<=[、。，．（(「 　])|(?<=本規約)|(?<=本方針)|(?<=本ポリシー)|\A)"
_NO_PART = r"(?!の[0-9０-９一二三四五六七八九十])"


class Crossings(NamedTuple):
    """The names of the sections that others speak of, and the marks where they do, by the path of the section that the
    words stand in: in its rows, and in the cells of its tables."""

    names: dict[Path, str]
    marks: dict[Path, list[Mark]]
    cells: dict[Path, dict[Line, list[Mark]]]


def crossings(sections: tuple[Section, ...], uses: Path | None, labels: Mapping[str, str]) -> Crossings:
    """Every place where a page speaks of one of its sections, or by its words of a label of a notice; `labels` are the
    names of those."""
    listed = [(path, section) for path, section in walk(sections)]
    headed = [(path, section) for path, section in listed if section.level > 0 and section.heading]
    names = {path: "uses" if path == uses else f"節-{n}" for n, (path, _) in enumerate(headed, 1)}
    spoken: dict[str, tuple[Path | None, str]] = {
        Spot(0, "", label, label).reference(): (None, name) for label, name in labels.items() if len(label) > 1
    }
    often = Counter(_reference(section) for _, section in headed)
    for path, section in headed:
        words = _reference(section)
        if often[words] == 1 and len(words) > 3:
            spoken[words] = (path, names[path])
    article = _articles(headed, names)
    made = Crossings({}, {}, {})
    if not spoken and not article:
        return made
    pattern = re.compile("|".join(map(re.escape, sorted(spoken, key=len, reverse=True))) or r"\b\B")
    numbered = re.compile(
        _OWN + "(?:" + "|".join(map(re.escape, sorted(article, key=len, reverse=True))) + ")" + _NO_PART
    )

    def marks(row: int, text: str) -> Iterator[Mark]:
        hits: list[tuple[re.Match[str], Path | None, str]]
        hits = [(hit, *spoken[hit[0]]) for hit in pattern.finditer(text)]
        if article:
            hits += [(hit, *article[hit[0]]) for hit in numbered.finditer(text)]
        for hit, at, ref in hits:
            if at is not None:
                made.names[at] = names[at]
            yield Mark(row, hit.start(), hit.end(), ref, exact=True, place=True)

    for path, section in listed:
        for n, row in enumerate(section.rows):
            if found := list(marks(n, row.text)):
                made.marks.setdefault(path, []).extend(found)
            for line in lines_of(row):
                if found := list(marks(0, line.text)):
                    made.cells.setdefault(path, {})[line] = found
    return made


def _reference(section: Section) -> str:
    """How a sentence points to a heading, as the compiler says it."""
    heading = section.marker + section.title + section.tail
    return Spot(0, section.marker, heading, section.title).reference()


def _articles(headed: list[tuple[Path, Section]], names: dict[Path, str]) -> dict[str, tuple[Path, str]]:
    """Articles by their number as written, 第3条."""
    found: dict[str, tuple[Path, str]] = {}
    for path, section in headed:
        hit = re.match(r"第[0-9０-９一二三四五六七八九十百]+条(?=[ 　（(])", section.marker + " ")
        if hit is not None and counted(hit[0]) is not None and not section.sections:
            found.setdefault(hit[0], (path, f"{names[path]}.marker"))
    return found
