"""The lines that are written, and the column where the comments behind them begin."""

from __future__ import annotations

from collections.abc import Iterable

from .width import width

CODE, COMMENT, GOES_ON, TEXT, BLANK = "code", "comment", "goes on", "text", "blank"
# Behind a line longer than this a comment follows at once, and does not move those of the other lines.
_WIDEST_BEFORE_COMMENT = 80
_GAP = 2


class Line:
    """One line. `GOES_ON` is a comment alone in its line that goes on with the one behind the line before."""

    __slots__ = ("comment", "kind", "parts")

    def __init__(self, kind: str, code: str = "", comment: str = "") -> None:
        self.kind = kind
        # Joined at the end: a line of a megabyte is written word by word.
        self.parts = [code]
        self.comment = comment

    @property
    def code(self) -> str:
        return "".join(self.parts)


class Page:
    """The lines so far; the last one can be written on."""

    def __init__(self) -> None:
        self.lines: list[Line] = []
        self._column = 0

    @property
    def column(self) -> int:
        """Where the next character of the last line goes, from 0."""
        return self._column

    def start(self, indent: int, code: str = "", kind: str = CODE) -> None:
        """Begin a line."""
        self.lines.append(Line(kind, " " * indent + code if code or kind == CODE else ""))
        self._column = indent + width(code)

    def put(self, code: str) -> None:
        """Go on with the last line."""
        self.lines[-1].parts.append(code)
        self._column += width(code)

    def blank(self) -> None:
        """Leave a line blank."""
        self.lines.append(Line(BLANK))

    def comment(self, text: str, indent: int, alone: bool, goes_on: bool) -> None:
        """A comment behind the last line, or in a line of its own."""
        last = self.lines[-1] if self.lines else None
        if not alone and last is not None and last.kind == CODE and not last.comment:
            last.comment = text
        elif goes_on:
            self.lines.append(Line(GOES_ON, "", text))
        else:
            self.lines.append(Line(COMMENT, " " * indent, text))

    def text(self) -> str:
        """All lines, comments in their columns."""
        out: list[str] = []
        group: list[Line] = []
        for line in self.lines:
            if line.kind in (BLANK, TEXT):
                out += _aligned(group)
                out.append(line.code)
                group = []
            else:
                group.append(line)
        out += _aligned(group)
        return "".join(f"{line}\n" for line in out)


def _aligned(lines: list[Line]) -> Iterable[str]:
    """Lines that follow each other: the comments behind them begin in one column."""
    widths = [width(line.code) if line.comment and line.kind == CODE else 0 for line in lines]
    common = max((w for w in widths if w <= _WIDEST_BEFORE_COMMENT), default=0) + _GAP
    column = 0
    for line, w in zip(lines, widths, strict=True):
        if line.kind == COMMENT:
            yield line.code + line.comment
        elif line.kind == GOES_ON:
            yield " " * column + line.comment
        elif line.comment:
            column = max(common, w + _GAP) if w <= _WIDEST_BEFORE_COMMENT else w + _GAP
            yield line.code + " " * (column - w) + line.comment
        else:
            yield line.code
