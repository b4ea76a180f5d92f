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

    def position(self, offset: int) -> tuple[int, int]:
        """Line and column of an offset, both from 1; the column counts code points."""
        line = self.line_of(offset)
        return line, offset - self._line_starts[line - 1] + 1

    def start_of(self, number: int) -> int:
        """The offset at which a line begins."""
        return self._line_starts[number - 1] if 0 < number <= len(self._line_starts) else len(self.text)

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
