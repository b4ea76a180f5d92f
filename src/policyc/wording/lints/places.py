"""前項, 前条, 前各号, 上記: words that point to a place which is not there."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ...diagnostics import WARNING, Diagnostic, Kind
from ..passages import CELL, HEADING, ITEM, Reading

NO_PLACE = Kind(
    "wording/no-such-place",
    WARNING,
    "「{found}」が指すものが、ここより前にありません",
    "there is nothing before this that 「{found}」 could mean",
    "指す条項を確かめてください。条項は「{{名前}}」と参照すれば、番号が動いても正しく保たれます。",
    "See which place is meant. Referred to as `{{name}}`, it stays right when numbers change.",
)
_POINTS = re.compile("(?<![一-龥々])前([一二三四五六七八九十々2-9２-９]?)(項|条)|(?<![一-龥々])前(?:各)?号|上記")
_NUMBERS = {
    character: n
    for n, row in enumerate(("一", "二々2２", "三3３", "四4４", "五5５", "六6６", "七7７", "八8８", "九9９", "十"), 1)
    for character in row
}


def lint(reading: Reading) -> Iterator[Diagnostic]:
    """Such words in the first paragraph, article or item, and in the first line of a page."""
    if _POINTS.search(reading.bare) is None:
        return
    spots = reading.document.composition.layout.spots
    articles: list[str] = []
    lines: dict[str, int] = {}
    items: dict[str, int] = {}
    above = False
    for passage in reading.passages:
        clause = passage.clause
        marker = spots[clause].marker if clause in spots else ""
        is_article = "条" in marker
        if is_article and clause not in articles:
            articles.append(clause)
        if passage.kind == HEADING:
            continue
        begins = len(passage.text) - len(passage.text.lstrip())
        for hit in _POINTS.finditer(passage.bare) if passage.kind != CELL else ():
            n = _NUMBERS.get(hit[1] or "", 1)
            if hit[0] == "上記":
                missing = not above and hit.start() == begins
            elif not is_article:
                # Where headings count no articles, it may be they that are called 項.
                missing = False
            elif hit[2] == "条":
                missing = len(articles) - 1 < n
            elif hit[2] == "項":
                missing = lines.get(clause, 0) < n
            else:
                missing = items.get(clause, 0) == 0
            span = passage.nearest(*hit.span()) if missing else None
            if span is not None:
                yield NO_PLACE.at(span, found=hit[0])
        above = True
        lines[clause] = lines.get(clause, 0) + 1
        items[clause] = items.get(clause, 0) + (passage.kind == ITEM)
