"""Strings and texts without their closing quotes: that they are, and where they most likely were to end."""

from __future__ import annotations

import re

from ..diagnostics import ERROR, Kind

UNCLOSED_STRING = Kind(
    "syntax/unclosed-string",
    ERROR,
    "文字列を閉じる「{mark}」が、この行にありません",
    "this string is not closed: its line has no closing `{mark}`",
    '文字列の終わりに「{mark}」を補ってください。複数行にわたる文章は「"""…"""」で囲みます。',
    'Write `{mark}` where the string ends; a text of several lines stands in """…""".',
)
UNCLOSED_TEXT = Kind(
    "syntax/unclosed-text",
    ERROR,
    '「"""」で始まる文章が閉じられていません',
    'this """ text is never closed',
    '文章の終わりに「"""」を書いてください。そこまでは全て文章として読まれます。',
    'Write """ where the text ends; everything up to there is read as text.',
)

# A line that opens a text, and the next one with anything on it.
_OPENS_TEXT = re.compile(r"([ \t]*)[^\W\d][\w\-]*[ \t\u3000]*[:：][ \t\u3000]*\Z")
_NEXT_LINE = re.compile(r"[ \t\u3000]*\n(?:[ \t\u3000]*\n)*([ \t]*)[^\s}]")
_TWO_QUOTES = re.compile(r'^[ \t]+""[ \t]*(?:#[^\n]*)?$', re.MULTILINE)
_CONTENT_LINE = re.compile(r"^([ \t]*)[^ \t\n]", re.MULTILINE)
_TEXT_RESUMES = re.compile(r"\n(?=[^\W\d])")
# Where a string without its closing quote was most likely to end: before its block's brace, or a mark at the line's end.
_STRING_ENDS = re.compile(
    r"[ \t\u3000]+\{(?=[ \t\u3000\n]|\Z)|[ \t\u3000]*[,、;][ \t\u3000]*(?:\n|\Z)|[ \t\u3000]+\}[ \t\u3000}]*(?:\n|\Z)|\n|\Z"
)


def runs_on(text: str, start: int, stop: int) -> int:
    """Where the line of the quotes that end a text begins, if they are those of the next text (it names a field, and
    what follows stands deeper); else 0."""
    line = text.rfind("\n", start, stop) + 1
    opens = _OPENS_TEXT.match(text, line, stop - 3) if line > start else None
    if opens and _TWO_QUOTES.search(text, start, line):
        # Closed by one quote too few: that is found out, and said, by itself.
        return 0
    after = _NEXT_LINE.match(text, stop) if opens else None
    return line if opens and after and len(after.group(1)) > len(opens.group(1)) else 0


def end_of_text(text: str, at: int, end: int) -> int:
    """Where a text without its closing quotes most likely ends, at `end` at the latest: before a line that is indented
    less than its first one, or before a word in column one."""
    resume = _TEXT_RESUMES.search(text, at, end)
    stop = resume.start() if resume else end
    first = text.find("\n", at)
    content = _CONTENT_LINE.search(text, first + 1, stop) if first >= 0 else None
    if content is None:
        return stop
    for line in _CONTENT_LINE.finditer(text, content.end(), stop):
        if len(line.group(1)) < len(content.group(1)):
            return line.start() - 1
    return stop


def end_of_string(text: str, at: int) -> int:
    """Where a string without its closing quote most likely ends, in its line."""
    ends = _STRING_ENDS.search(text, at + 1)
    return ends.start() if ends else len(text)
