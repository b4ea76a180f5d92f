"""One canonical form of a source: same blocks, same comments, same meaning. Pure: text in, text out."""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import Diagnostic
from ..source import Source
from ..syntax import parse
from .layout import Layout, going_on

__all__ = ["KEYWORDS", "Formatted", "format_source"]

KEYWORDS = ("ja", "en")


class Formatted(NamedTuple):
    """The text in its canonical form, or, when there are faults of syntax, the text as it was and the faults."""

    text: str
    diagnostics: list[Diagnostic]


def format_source(source: Source, keywords: str = "") -> Formatted:
    """The canonical form of a source. `keywords` (`ja` or `en`) also writes block words, fields and value words in that
    language; names, identifiers of the vocabulary and the words of texts stay. Never raises on any text."""
    items, found = parse(source)
    if found:
        return Formatted(source.text, found)
    # Before anything moves: words in the other spelling have other widths.
    columns = going_on(source)
    if keywords:
        from .respell import respelled

        source = Source(source.path, respelled(source, items, keywords))
        items, _ = parse(source)
    return Formatted(Layout(source, columns).text(items), [])
