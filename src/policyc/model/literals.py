"""Values that stand for themselves: texts, numbering patterns, links and dates."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..diagnostics import ERROR, Both, Kind
from ..source import Span
from ..syntax import Atom
from . import kinds
from .links import is_safe, judged
from .numbers import STYLES, is_day
from .numbers import fault as pattern_fault
from .template import Text, link_label, read_text
from .tree import Value
from .types import Key

DIGITS_GROUPED = Kind(
    "model/digits-grouped",
    ERROR,
    "数「{found}」の桁が、カンマで区切られています",
    "the digits of {found} are grouped with commas",
    "区切らずに「{digits}」と書いてください。カンマは、値を並べる印として読まれます。",
    "Write {digits}: a comma separates values.",
)

_ISO = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}\Z")
# Compiled where it is used: it is a slip.
_GROUPED = r"[0-9０-９]{1,3}(?:[,，、､][0-9０-９]{3})++(?![0-9０-９])"
_ESCAPE = re.compile(r"\\(.)")

if TYPE_CHECKING:
    from .read import Reader


def text(reader: Reader, atom: Atom) -> Text:
    """A STRING or TEXT atom as a text; faults of its references are reported."""
    made, faults = read_text(reader.source, atom.kind, atom.start, atom.end)
    if faults:
        reader.found += faults
    return made


def pattern(reader: Reader, atom: Atom) -> Value | None:
    """A numbering pattern, kept as written: its braces are not references."""
    written = atom.raw[1:-1].replace("\\n", "\n")
    wrong = pattern_fault(written)
    if wrong:
        styles = [style for style in STYLES if style]
        listed = Both("、".join(styles), ", ".join(styles))
        reader.found.append(kinds.BAD_PATTERN.at(_span(reader, atom), found=wrong, styles=listed))
        return None
    return Value("pattern", atom.start, atom.end, word=written)


def remark(reader: Reader, atom: Atom, key: Key) -> Value | None:
    """A remark in one line, its escapes undone; one that says nothing is an error, for it is there to be read."""
    words = _ESCAPE.sub(lambda hit: " " if hit[1] in "nt" else hit[1], atom.raw[1:-1]).strip()
    if not words:
        reader.found.append(kinds.EMPTY_REMARK.at(_span(reader, atom), field=key.words))
        return None
    return Value("remark", atom.start, atom.end, word=words)


def link(reader: Reader, atom: Atom, page: Both | str = "") -> Value:
    """A LINK or URL atom as a value; `word` is the address, `words` the label. `page` is what wants the address of a page,
    "" where any will do."""
    if atom.kind == "url":
        label, url = None, atom.raw[1:-1]
    else:
        label, url, faults = link_label(reader.source, atom.start, atom.end)
        reader.found += faults
    told = judged(_span(reader, atom), url, page)
    if told is not None:
        reader.found.append(told)
        if not is_safe(url):
            url = "#"
    return Value("link", atom.start, atom.end, word=url, words=label)


def grouped(text: str, atom: Atom) -> tuple[str, int] | None:
    """The digits of a number whose thousands are set apart (1,000), and where it ends; None for any other number."""
    hit = re.compile(_GROUPED).match(text, atom.start)
    if hit is None:
        return None
    return "".join(str(int(c)) for c in hit[0] if c.isdecimal()), hit.end()


def is_date(raw: str) -> bool:
    """Whether a DATE atom is a day of the calendar. One in another form has been reported where it was read."""
    return _ISO.match(raw) is not None and is_day(raw)


def _span(reader: Reader, atom: Atom) -> Span:
    return Span(reader.source, atom.start, atom.end)
