"""Values written without their form that are told as a whole: texts without quotes (03-0000-0000, info@mihon.example), which
are read in pieces, and days as a page has them."""

from __future__ import annotations

import re

from ..diagnostics import ERROR, Diagnostic, Fix, Kind
from ..source import Source, Span
from ..syntax import Atom, FieldShape
from ..syntax.lexer import DATE_FORM
from .kinds import BAD_DATE
from .numbers import WRITTEN_DATE, is_day, iso_date
from .types import Key
from .words import NONE

VALUE_UNQUOTED = Kind(
    "model/value-unquoted",
    ERROR,
    '「{field}」の値が「"」で囲まれていません',
    "the value of `{field}` is not in quotes",
    "「{written}」と書いてください。",
    "Write `{written}`.",
)

# Compiled where they are used: each is a slip. What ends a value, or has a meaning in a string, is left to the reader.
_QUOTED = r'"[^"\\\n]*"'
_MANY = r'[^\n;；{}\[\]<>"“”「」\\#*,，､、]+'
_ONE = r'[^\n;；{}\[\]<>"“”「」\\#*]+'
_COMMA = r"[,，､、]"
_BEHIND = r"[ \t\u3000]*(?:[\n;；}]|#|\Z)"
_BLANK = " \t\u3000"
_DAY = rf'"?(?P<day>{WRITTEN_DATE})"?(?![\w"])'


def unquoted(source: Source, shape: FieldShape, key: Key, atom: Atom) -> Diagnostic | None:
    """What to say of a field that takes only texts and has some without quotes: how all of it is written. None where it is
    not certain what belongs to it."""
    kind, text = key.kind, source.text
    if "string" not in kind.atoms or "name" in kind.atoms or kind.units or atom.kind not in ("name", "number", "date"):
        return None
    if atom.raw in NONE or any(phrase.body is not None for phrase in shape.phrases):
        return None
    begins = text[shape.key.end : shape.phrases[0].start].lstrip(_BLANK + ":：=＝")
    start = at = shape.phrases[0].start - len(begins)
    pieces: list[str] = []
    pattern = re.compile(f"[{_BLANK}]*(?:{_QUOTED}|{_MANY if key.many else _ONE})")
    while True:
        hit = pattern.match(text, at)
        piece = hit[0].strip(_BLANK) if hit else ""
        if hit is None or not piece:
            return None
        pieces.append(piece if piece[0] == '"' else f'"{piece}"')
        at = hit.end()
        comma = re.compile(rf"[{_BLANK}]*{_COMMA}").match(text, at) if key.many else None
        if comma is None:
            break
        at = comma.end()
    end = at - len(hit[0]) + len(hit[0].rstrip(_BLANK))
    if shape.phrases[-1].start > end or re.compile(_BEHIND).match(text, at) is None:
        return None
    written, span = ", ".join(pieces), Span(source, start, end)
    # A comment that follows at once may have been meant as a part of the value, and a comma as one between two.
    safe = (text[at : at + 1] != "#" or text[at - 1] in _BLANK) and (key.many or not re.search(_COMMA, written))
    fix = Fix(span, written, safe=True) if safe else None
    return VALUE_UNQUOTED.at(span, field=key.words, written=written, fix=fix)


def day(source: Source, key: Key, atom: Atom) -> Diagnostic | None:
    """What to say of a day as a page has it (2025年10月3日, also in quotes), all of which is marked."""
    if "date" not in key.kind.atoms:
        return None
    hit = re.compile(_DAY).match(source.text, atom.start)
    if hit is None:
        return None
    iso, span = iso_date(hit["day"]), Span(source, hit.start(), hit.end())
    if not is_day(iso):
        return BAD_DATE.at(span, found=hit["day"])
    return DATE_FORM.at(span, found=hit["day"], expected=iso, fix=Fix(span, iso, safe=True))
