"""Source text to tokens, by the terminals of the grammar; what is no token becomes a finding, never an exception."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from ..diagnostics import ERROR, Diagnostic, Fix, Kind
from ..source import Source, Span
from .tables import IGNORED, TERMINALS

UNKNOWN_CHARACTER = Kind(
    "syntax/unknown-character",
    ERROR,
    "ここには書けない文字「{found}」があります",
    "the character `{found}` cannot stand here",
    '文章の一部なら「"…"」か「"""…"""」で囲んでください。',
    'If it belongs to a text, put the text in "…" or """…""".',
)
FULL_WIDTH_MARK = Kind(
    "syntax/full-width-mark",
    ERROR,
    "全角の記号「{found}」は、半角の「{expected}」で書きます",
    "the full-width mark `{found}` is written `{expected}` here",
    "半角の記号に置き換えてください（文章の中の全角はそのままで構いません）。",
    "Replace it by the ASCII mark; full-width marks inside a text stay as they are.",
)
UNCLOSED_STRING = Kind(
    "syntax/unclosed-string",
    ERROR,
    "文字列が行末までに閉じられていません",
    "this string is not closed before the end of its line",
    '閉じる「"」を補うか、複数行なら「"""…"""」を使ってください。',
    'Add the closing ", or use """…""" for several lines.',
)
UNCLOSED_TEXT = Kind(
    "syntax/unclosed-text",
    ERROR,
    '「"""」で始まる文章が閉じられていません',
    'this """ text is never closed',
    '文章の終わりに「"""」を書いてください。',
    'Write """ where the text ends.',
)

# Marks that a Japanese keyboard gives; read as what they stand for, so that one such slip costs one finding.
_FULL_WIDTH = {
    "：": ("COLON", ":"),
    "｛": ("LBRACE", "{"),
    "｝": ("RBRACE", "}"),
    "，": ("SEP", ","),
    "；": ("END", ";"),
}
_TEXT_RESUMES = re.compile(r"\n(?=[^\W\d])")


class Token(NamedTuple):
    """A terminal's name and its offsets; the text is in the source."""

    type: str
    start: int
    end: int


# By the number of its group in the scanner (no pattern has capturing groups of its own).
_NAMES = ["", *(name for name, _ in TERMINALS if name not in IGNORED)]


@cache
def _scanner() -> re.Pattern[str]:
    # What is ignored is taken together with the token after it: half as many matches.
    ignored = "|".join(pattern for name, pattern in TERMINALS if name in IGNORED)
    tokens = "|".join(f"(?P<{name}>{pattern})" for name, pattern in TERMINALS if name not in IGNORED)
    # Possessive (`*+`): a comment or a run of blanks is never given back in part to make a token of its end.
    return re.compile(f"(?:{ignored})*+(?:{tokens})|(?:{ignored})++")


def tokenize(source: Source) -> tuple[list[Token], list[Diagnostic]]:
    """All tokens of a source in order, without white space and comments, and what was no token."""
    text, end = source.text, len(source.text)
    tokens: list[Token] = []
    found: list[Diagnostic] = []
    scan, append, make = _scanner().finditer, tokens.append, Token._make
    at = 0
    while at < end:
        for hit in scan(text, at):
            start, stop = hit.span()
            if start != at:
                break
            at = stop
            group = hit.lastindex
            if group is not None:
                append(make((_NAMES[group], *hit.span(group))))
        if at < end:
            at = _mend(source, at, tokens, found)
    return tokens, found


def _mend(source: Source, at: int, tokens: list[Token], found: list[Diagnostic]) -> int:
    """Report what stands at `at`, read it as what it was meant to be, and return where to go on."""
    text = source.text
    character = text[at]
    if character in _FULL_WIDTH:
        name, ascii_mark = _FULL_WIDTH[character]
        span = Span(source, at, at + 1)
        found.append(
            FULL_WIDTH_MARK.at(span, found=character, expected=ascii_mark, fix=Fix(span, ascii_mark, safe=True))
        )
        tokens.append(Token(name, at, at + 1))
        return at + 1
    if text.startswith('"""', at):
        found.append(UNCLOSED_TEXT.at(Span(source, at, at + 3)))
        resume = _TEXT_RESUMES.search(text, at)
        stop = resume.start() if resume else len(text)
        tokens.append(Token("TEXT", at, stop))
        return stop
    if character in '"「':
        line_end = text.find("\n", at)
        stop = line_end if line_end >= 0 else len(text)
        found.append(UNCLOSED_STRING.at(Span(source, at, stop)))
        tokens.append(Token("STRING", at, stop))
        return stop
    # A run of one character is one fault: 10 MB of `@` must not become 10 million findings.
    stop = at + 1
    while stop < len(text) and text[stop] == character:
        stop += 1
    found.append(UNKNOWN_CHARACTER.at(Span(source, at, min(stop, at + 20)), found=character))
    return stop
