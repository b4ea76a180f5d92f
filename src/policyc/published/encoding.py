"""The characters of a page: which encoding its bytes are in, as a browser would find out, and what they say."""

from __future__ import annotations

import codecs
import re
from typing import NamedTuple

from ..source import LEGACY, decode_legacy, guess_legacy

_MARKS = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_DECLARED = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,80}encoding=["']([\w.:-]+)""", re.I
)
# HTML wants it among the first 1024 bytes; pages are not so exact.
_DECLARED_WITHIN = 4096
_NAMES = {
    "utf-8": "UTF-8",
    "cp932": "Shift_JIS",
    "shift_jis": "Shift_JIS",
    "shift_jisx0213": "Shift_JIS",
    "shift_jis_2004": "Shift_JIS",
    "euc_jp": "EUC-JP",
    "euc_jis_2004": "EUC-JP",
    "euc_jisx0213": "EUC-JP",
    "iso2022_jp": "ISO-2022-JP",
    "utf-16-le": "UTF-16",
    "utf-16-be": "UTF-16",
    "utf-16": "UTF-16",
}
_HALVES = re.compile("[\ud800-\udfff]")
# Ways to spell text within other text.
_NO_PAGES = {
    "idna",
    "punycode",
    "unicode_escape",
    "unicode-escape",
    "raw_unicode_escape",
    "raw-unicode-escape",
    "undefined",
}
# Names that Python does not know.
_ALIASES = {"x-sjis": "cp932", "x-euc-jp": "euc_jp", "windows-31j": "cp932"}


# How files begin that are often taken for pages, and what they are.
_OTHERS = {
    b"%PDF-": "PDF",
    b"PK\x03\x04": "Zip, Word, Excel",
    b"\xd0\xcf\x11\xe0": "Word, Excel",
    b"\x1f\x8b": "gzip",
    b"\x89PNG": "PNG",
    b"GIF8": "GIF",
    b"\xff\xd8\xff": "JPEG",
}
# Of its beginning, one byte in so many is null.
_BEGINNING, _NULLS = 65_536, 20


class Decoded(NamedTuple):
    """The text of a page with LF line ends, the name of its encoding, and how many places were no characters."""

    text: str
    encoding: str
    faults: int


def other(data: bytes) -> str:
    """What a file is that has no text, "" if it may have: known kinds by how they begin, others by their null bytes."""
    for beginning, what in _OTHERS.items():
        if data.startswith(beginning):
            return what
    if any(data.startswith(mark) for mark, _ in _MARKS):
        return ""
    some = data[:_BEGINNING]
    return "NUL" if some.count(0) * _NULLS > len(some) else ""


def known(name: str) -> str:
    """The name under which the program speaks of an encoding, "" if there is no such encoding of text."""
    try:
        info = codecs.lookup(_ALIASES.get(name.strip().lower(), name.strip()))
        b"page".decode(info.name, errors="replace")
    except (LookupError, ValueError):
        return ""
    if info.name in _NO_PAGES:
        return ""
    return _NAMES.get(info.name, info.name)


def decode_page(data: bytes, encoding: str = "") -> Decoded:
    """Decode a page: in `encoding` (a name that is `known`) when given, else by its mark, as UTF-8, as it declares, or as guessed."""
    if encoding:
        return _by_name(data, encoding)
    for mark, codec in _MARKS:
        if data.startswith(mark):
            return _decoded(data[len(mark) :], codec, _NAMES[codec])
    guessed = guess_legacy(data)
    if guessed != "ISO-2022-JP":
        try:
            # That it is UTF-8 is sure; a declaration may be left over from before it was converted.
            return Decoded(_lines(data.decode("utf-8")), "UTF-8", 0)
        except UnicodeDecodeError:
            pass
    declared = _declared(data)
    if declared and declared != "UTF-8":
        found = _by_name(data, declared)
        if not found.faults:
            return found
    return _by_name(data, guessed or declared or "UTF-8")


def _declared(data: bytes) -> str:
    hit = _DECLARED.search(data[:_DECLARED_WITHIN])
    return known((hit[1] or hit[2]).decode("ascii", errors="replace")) if hit else ""


def _by_name(data: bytes, name: str) -> Decoded:
    found = _named(data, name)
    # UTF-7 can spell halves of characters, which are none.
    text, halves = _HALVES.subn("\ufffd", found.text)
    return found._replace(text=text, faults=found.faults + halves) if halves else found


def _named(data: bytes, name: str) -> Decoded:
    shown = known(name)
    if shown in LEGACY:
        text, whole = decode_legacy(data, shown)
        return Decoded(_lines(text), shown, 0 if whole else text.count("\ufffd"))
    return _decoded(data, "utf-16" if shown == "UTF-16" else shown, shown)


def _decoded(data: bytes, codec: str, shown: str) -> Decoded:
    try:
        return Decoded(_lines(data.decode(codec).removeprefix("\ufeff")), shown, 0)
    except UnicodeDecodeError:
        text = data.decode(codec, errors="replace").removeprefix("\ufeff")
        return Decoded(_lines(text), shown, max(text.count("\ufffd"), 1))


def _lines(text: str) -> str:
    return text.replace("\r\n", "\n").replace("\r", "\n") if "\r" in text else text
