"""Characters of a page as characters of a source that say exactly them."""

from __future__ import annotations

import re

_MARKS = re.compile(r'[\\{}\[\]|]|\*(?=\*|\Z)|(?<=\*)\*|\A\*|"|<(?=(?:https?|mailto|tel):)')
_UNSEEN = re.compile(
    "[\u00a0\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200e\u202a\u202c\u2060-\u2064\u2066\u2068\u2069\u3164"
    "\ufeff\uffa0]"
)
_AT_START = re.compile(r'[-*](?=[ 　"])|[-*]\Z|[|#<^](?= |\Z)|[|]|:?-+:?[ \t]*\Z')


def words(text: str) -> str:
    """Characters for any place in a text block."""
    text = _MARKS.sub(lambda hit: "\\" + hit[0], text)
    return _UNSEEN.sub(lambda hit: f"\\u{{{ord(hit[0]):04X}}}", text)


def beginning(written: str) -> str:
    """Written characters that begin a line: what would make an item or a row of a table is only characters."""
    return "\\" + written if _AT_START.match(written) else written


def quoted(written: str) -> str:
    """Written characters as a string in quotes."""
    return f'"{written}"'


def plain(text: str) -> str:
    """Characters of a page as a string in quotes."""
    return quoted(words(text))


def remark(text: str) -> str:
    """Characters of a page in a comment: what nobody sees is left out, for a comment may hold it no more than a text."""
    return _UNSEEN.sub("", text).replace("\n", " ")
