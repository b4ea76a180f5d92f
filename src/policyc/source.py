"""A source file as text: decoding, lines and columns, and places inside it."""

from __future__ import annotations

from bisect import bisect_right
from functools import cached_property
from typing import NamedTuple


class Source:
    """One file. `path` is relative to the build's root with `/`, `text` is Unicode with LF line ends.

    Line ends CRLF become LF, so a file compiles to the same bytes however an editor saved it; nothing else is changed
    (no Unicode normalisation). Offsets are code points in `text`; columns count code points from 1.
    """

    def __init__(self, path: str, text: str, raw: bytes = b"") -> None:
        self.path = path
        self.text = text
        self._raw = raw

    @cached_property
    def sha256(self) -> str:
        """Digest of the file's bytes, in hex."""
        from hashlib import sha256

        return sha256(self._raw or self.text.encode("utf-8")).hexdigest()

    @cached_property
    def _line_starts(self) -> list[int]:
        # Only LF ends a line here: str.splitlines() would also cut at U+2028, form feed and others.
        starts, at = [0], self.text.find("\n")
        while at >= 0:
            starts.append(at + 1)
            at = self.text.find("\n", at + 1)
        return starts

    def line_of(self, offset: int) -> int:
        """Line number of an offset, from 1."""
        return bisect_right(self._line_starts, offset)

    def location(self, offset: int) -> str:
        """`file:line` of an offset."""
        return f"{self.path}:{bisect_right(self._line_starts, offset)}"

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; the column counts code points."""
        line = self.line_of(offset)
        return line, offset - self._line_starts[line - 1] + 1

    def line_start(self, number: int) -> int:
        """Offset of the first character of a line; a number past the last line counts as the last."""
        starts = self._line_starts
        return starts[min(max(number, 1), len(starts)) - 1]

    def line(self, number: int) -> str:
        """The text of a line without its line end."""
        starts = self._line_starts
        end = starts[number] - 1 if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end]


class Span(NamedTuple):
    """A stretch of one source, as code point offsets [start, end)."""

    source: Source
    start: int
    end: int

    @property
    def line(self) -> int:
        """Line of the first character, from 1."""
        return self.source.line_of(self.start)

    @property
    def text(self) -> str:
        """The characters themselves."""
        return self.source.text[self.start : self.end]

    def location(self) -> str:
        """`file:line`, the form in which outputs name the origin of a node."""
        return f"{self.source.path}:{self.line}"


def decode(path: str, raw: bytes) -> tuple[Source, int | None]:
    """Bytes of a file to a Source, and the byte offset of the first byte that is not UTF-8 (None when all is well).

    A UTF-8 byte order mark is dropped. Where bytes are not UTF-8 they become U+FFFD, so that what can be read still is.
    """
    body = raw[3:] if raw.startswith(b"\xef\xbb\xbf") else raw
    bad: int | None = None
    try:
        text = body.decode("utf-8")
    except UnicodeDecodeError as error:
        bad = error.start
        text = body.decode("utf-8", errors="replace")
    if "\r" in text:
        text = text.replace("\r\n", "\n")
    return Source(path, text, raw), bad


# What a Japanese file that is not UTF-8 may be: name, codecs in the order in which they are tried. The second ones know
# characters of one maker or the other (①, half-width katakana).
LEGACY = {
    "Shift_JIS": ("cp932",),
    "EUC-JP": ("euc_jp", "euc_jis_2004"),
    "ISO-2022-JP": ("iso2022_jp", "iso2022_jp_ext", "iso2022_jp_2004"),
}
# The codecs of the standard differ from every browser in these; Shift_JIS (cp932) does not.
_AS_SHOWN = str.maketrans("〜‖−¢£¬", "～∥－￠￡￢")
_ESCAPES = (b"\x1b$B", b"\x1b$@", b"\x1b(J", b"\x1b(I")
# A guess looks at so many bytes; a character cut at their end costs one fault.
_LOOKED_AT = 200_000


def guess_legacy(raw: bytes) -> str:
    """Which of the older Japanese encodings bytes are most likely in, "" if in none of them."""
    head = raw[:_LOOKED_AT]
    if any(escape in head for escape in _ESCAPES):
        return "ISO-2022-JP"
    # A file of UTF-8 with a few broken bytes stays one.
    scores = {"": max(_likeness(head.decode("utf-8", errors="replace")), 0)}
    scores |= {name: _likeness(decode_legacy(head, name)[0]) for name in ("Shift_JIS", "EUC-JP")}
    return max(scores, key=scores.__getitem__)


def decode_legacy(raw: bytes, name: str) -> tuple[str, bool]:
    """Bytes in an encoding of `LEGACY` as a browser shows them, and whether all of them were characters."""
    text, whole = "", False
    for codec in LEGACY[name]:
        try:
            text, whole = raw.decode(codec), True
            break
        except UnicodeDecodeError:
            text = text or raw.decode(codec, errors="replace")
    return (text if name == "Shift_JIS" else text.translate(_AS_SHOWN)), whole


def _likeness(text: str) -> int:
    """How much a text looks like Japanese. What was read by the wrong table is half-width katakana and faults."""
    total = 0
    for character in text:
        if "\u3041" <= character <= "\u30fe" or character in "、。「」（）":
            total += 2
        elif "\u4e00" <= character <= "\u9fff":
            total += 1
        elif "\uff61" <= character <= "\uff9f":
            total -= 1
        elif character == "\ufffd" or "\ue000" <= character <= "\uf8ff" or "\x80" <= character <= "\x9f":
            total -= 20
    return total
