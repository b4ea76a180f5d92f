"""A text of several lines one of whose marks has only two quotes: all that follows is read inside out. So the marks
that look it are tried with the third quote, and kept where the file reads better that way."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..diagnostics import ERROR, Findings, Kind
from ..source import Source, Span
from .lexer import Token, tokenize

TEXT_QUOTES = Kind(
    "syntax/text-quotes",
    ERROR,
    '複数行の文章を囲む「"""」が、「""」になっています',
    'a text of several lines stands between """, here is only ""',
    '「"」を三つ並べてください。文章なしとする「""」なら、次の行からの文章を消してください。',
    'Write three of them; if `""` was meant (no text), remove the lines of text below.',
)
# `text: ""` at the end of a line (or before its comment), or `""` alone in its own.
_TWO = re.compile(r'(?:(?<=:)|(?<=: )|^[ \t]+)""(?=[ \t]*(?:#[^\n]*)?$)', re.MULTILINE)
_MOST_TRIES = 12
_LONGEST = 200_000


def tries(source: Source) -> Iterator[tuple[list[Token], Findings]]:
    """Other ways to read a source, each with one third quote put in, and the finding that says so."""
    text = source.text
    if len(text) > _LONGEST:
        return
    for count, hit in enumerate(_TWO.finditer(text)):
        if count >= _MOST_TRIES:
            return
        at = hit.end()
        tokens, found = tokenize(Source(source.path, f'{text[:at]}"{text[at:]}'))
        moved = [Token(t.type, t.start - (t.start > at), t.end - (t.end > at)) for t in tokens]
        back = Findings(
            d._replace(span=Span(source, d.span.start - (d.span.start > at), d.span.end - (d.span.end > at)), fix=None)
            for d in found
        )
        back.append(TEXT_QUOTES.at(Span(source, at - 2, at)))
        yield moved, back
