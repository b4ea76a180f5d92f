"""A comparison for a reader: differences by clause, the two lines under one another, carets under what differs."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby

from ..diagnostics import visible as escaped
from ..diagnostics.render.text import width
from .characters import telling
from .compared import Comparison, Difference, Spot

_WORDS = {
    "ja": {
        "identical": "一致しています（{lines} 行、{characters} 字）",
        "count": "{count} か所が違います（ページは {lines} 行、{characters} 字）",
        "changed": "ページの {line} 行目: 文字が違います",
        "missing": "ページにない行です",
        "added": "ページの {line} 行目: ソースにない行です",
        "moved": "ページの {line} 行目: 別の場所にあります",
        "links": "ページの {line} 行目: リンク先が違います",
        "source": "ソース",
        "page": "ページ",
        "none": "なし",
        "before": "（最初の見出しより前）",
    },
    "en": {
        "identical": "identical ({lines} lines, {characters} characters)",
        "count": "{count} differences (the page has {lines} lines, {characters} characters)",
        "changed": "line {line} of the page: characters differ",
        "missing": "this line is not on the page",
        "added": "line {line} of the page: the source does not say this",
        "moved": "line {line} of the page: it stands in another place",
        "links": "line {line} of the page: links lead elsewhere",
        "source": "source",
        "page": "page",
        "none": "none",
        "before": "(before the first heading)",
    },
}
# Columns that are shown around a difference, and the widest stretch shown of one.
_AROUND = 16
_WIDEST = 40


def render(compared: Comparison, lang: str, show: Callable[[str], str]) -> str:
    """The whole report; `show` turns a path of the source into the one the reader knows."""
    words = _WORDS[lang]
    figures = {"lines": f"{compared.lines:,}", "characters": f"{compared.characters:,}"}
    if compared.identical:
        return words["identical"].format(**figures) + "\n"
    out: list[str] = []
    for clause, ones in groupby(compared.differences, key=lambda one: one.clause):
        heading = escaped(clause.heading) or words["before"]
        out.append(f"{heading}  {show(clause.file)}:{clause.line}")
        for one in ones:
            out += [f"  {line}".rstrip() for line in _difference(one, words)]
        out.append("")
    out.append(words["count"].format(count=len(compared.differences), **figures))
    return "\n".join(map(escaped, out)) + "\n"


def _difference(one: Difference, words: dict[str, str]) -> Iterator[str]:
    source, page = one.source, one.page
    yield words[one.kind].format(line=page.line if page else 0)
    gutter = max(width(words["source"]), width(words["page"]))
    ours, theirs = (f"  {words[w]}{' ' * (gutter - width(words[w]))} | " for w in ("source", "page"))
    under = " " * (gutter + 2) + " | "
    if one.kind == "links" and source and page:
        yield under + _window(source.text, 0, len(source.text))[0]
        yield ours + (" ".join(map(escaped, source.links)) or words["none"])
        yield theirs + (" ".join(map(escaped, page.links)) or words["none"])
    elif one.kind == "changed" and source and page:
        for spots in _close(one.spots):
            yield from _marked(source.text, [s for s, _ in spots], ours, under)
            yield from _marked(page.text, [p for _, p in spots], theirs, under)
            for (start, end), (other, other_end) in spots:
                for pair in telling(source.text[start:end], page.text[other:other_end]):
                    yield f"{under}{pair.source or words['none']} ≠ {pair.page or words['none']}"
    else:
        line = source or page
        assert line is not None
        yield (ours if source else theirs) + _visible(line.text)


def _close(spots: tuple[Spot, ...]) -> Iterator[list[Spot]]:
    """Spots that are shown in one stretch: few characters between them."""
    group: list[Spot] = []
    for spot in spots:
        if group and (spot[0][0] - group[-1][0][1] > _AROUND or spot[0][1] - group[0][0][0] > _WIDEST):
            yield group
            group = []
        group.append(spot)
    if group:
        yield group


def _marked(text: str, stretches: list[tuple[int, int]], head: str, under: str) -> Iterator[str]:
    """A stretch of a line with carets below the characters that differ; where one is missing, below its place."""
    shown, left, right = _window(text, stretches[0][0], stretches[-1][1])
    yield head + shown
    marks, column = "", width("…") if left else 0
    for start, end in stretches:
        start, end = min(start, right), min(end, right)
        at = column + width(_visible(text[left:start]))
        marks += " " * (at - width(marks)) + "^" * max(width(_visible(text[start:end])), 1)
    yield under + marks


def _window(text: str, start: int, end: int) -> tuple[str, int, int]:
    left = max(start - _AROUND, 0)
    right = min(max(end, start), start + _WIDEST)
    right = min(right + _AROUND, len(text))
    shown = ("…" if left else "") + _visible(text[left:right]) + ("…" if right < len(text) else "")
    return shown, left, right


def _visible(text: str) -> str:
    """The characters as a terminal may show them, each in at least one column."""
    return "".join(c if c == "\u3000" or (c.isprintable() and width(c)) else " " if c == "\t" else "·" for c in text)
