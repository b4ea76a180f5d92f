"""The door to the terminal and to logs: whatever a command says goes through here, and nothing else writes to a stream.

What a reader sees (`say`, `tell`, `report`) quotes paths, texts and errors of others: every character of it can be seen,
a value stays in its line, and no line is a command to the log of a CI system. What a program reads (`write_…`) keeps its
meaning (JSON) or its bytes. Without click, which a build in its plain form does without.
"""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from io import TextIOWrapper
from typing import NoReturn, TextIO, TypeVar

from ..diagnostics import visible
from . import FINDINGS, MISUSE

Row = TypeVar("Row")

# Patterns are compiled where they are needed: a run that goes well prints next to nothing.
# The codes that our own renderers colour with (diagnostics/render/text.py).
_COLOUR = "(\x1b\\[(?:0|1|3[1346];1)m)"
# GitHub takes a line for a command that begins with `::`, white space aside, or has `##[` anywhere; Azure `##vso[`,
# TeamCity `##teamcity[`.
_MARK = "::"
_OLD_MARK = r"##(?=\w*\[)"
# What steers a terminal or turns the direction of a text around, and what UTF-8 cannot say.
_STEERS = "[\x00-\x08\x0b-\x1f\x7f-\x9f\u061c\u200e\u200f\u2028-\u202e\u2066-\u2069\ud800-\udfff]"


def prepare() -> None:
    """Let no character end the run: a pipe on Japanese Windows is cp932, and knows few of them."""
    for stream in (sys.stdout, sys.stderr):
        # A stream that was closed before the start is None; another program may have put one of its own in the place.
        if isinstance(stream, TextIOWrapper) and stream.encoding.lower().replace("-", "") != "utf8":
            stream.reconfigure(errors="backslashreplace")


# -- for a reader -----------------------------------------------------------------------------------------------------


def say(*lines: str) -> None:
    """Lines on standard output; a line break within one is a character of it, and shown as one."""
    _put(sys.stdout, "".join(f"{_line(line)}\n" for line in lines))


def tell(*lines: str) -> None:
    """Lines on standard error, in the same way."""
    _put(sys.stderr, "".join(f"{_line(line)}\n" for line in lines))


def report(text: str, *, err: bool = False, colour: bool = False) -> None:
    """What a renderer made, in lines; it keeps what it quotes within them. With `colour` the codes that ours use stay."""
    lines = text.removesuffix("\n").split("\n")
    _put(sys.stderr if err else sys.stdout, "".join(f"{_line(line, colour)}\n" for line in lines))


def colours(*, err: bool) -> bool:
    """Whether what is reported there is to be coloured: a person watches, and did not say no."""
    stream = sys.stderr if err else sys.stdout
    return stream is not None and stream.isatty() and "NO_COLOR" not in os.environ


def progress(rows: list[Row], least: int = 50) -> Iterator[Row]:
    """The rows, with a progress bar on standard error when there are many and a terminal watches."""
    if len(rows) < least or sys.stderr is None or not sys.stderr.isatty():
        yield from rows
        return
    import click

    with click.progressbar(rows, file=sys.stderr) as bar:
        yield from bar


# -- for a program ----------------------------------------------------------------------------------------------------


def write_json(text: str) -> None:
    """JSON on standard output, in UTF-8 whatever the locale. What steers a terminal or a log is escaped, which JSON reads as
    the same: it can only stand within a string."""
    _put_bytes(re.sub(_OLD_MARK, r"#\\u0023", re.sub(_STEERS, lambda hit: f"\\u{ord(hit[0]):04x}", text)))


def write_document(text: str) -> None:
    """A report as Markdown or HTML: the same text, but for what steers a terminal or the log of a CI system."""
    _put_bytes("\n".join(_harmless(re.sub(_STEERS, lambda hit: visible(hit[0]), line)) for line in text.split("\n")))


def write_exact(text: str) -> None:
    """What is the user's own, or is to be saved as a file (a source, a difference, XML): not a byte is changed."""
    _put_bytes(text)


def write_commands(text: str) -> None:
    """Commands to the log of GitHub, as `diagnostics.render.github` makes them: the one output that may begin a line with
    `::`."""
    _put_bytes(text)


# -- the streams ------------------------------------------------------------------------------------------------------


def flush() -> None:
    """Let go of what is held back, as before another process inherits it."""
    for stream in (sys.stdout, sys.stderr):
        if stream is not None:
            stream.flush()


def abandon() -> NoReturn:
    """End with code 1: the reader went away (policyc build … | head), and there is nothing more to say to it."""
    _leave()
    sys.exit(FINDINGS)


def _put(stream: TextIO | None, text: str) -> None:
    if stream is None:
        return
    try:
        stream.write(text)
        stream.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _unwritable(stream, error)


def _put_bytes(text: str) -> None:
    stream = sys.stdout
    if stream is None:
        return
    try:
        stream.flush()
        stream.buffer.write(text.encode("utf-8", errors="backslashreplace"))
        stream.buffer.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _unwritable(stream, error)


def _unwritable(stream: TextIO, error: OSError) -> NoReturn:
    """End with code 2: a full disk, say."""
    _leave()
    if stream is not sys.stderr:
        tell(f"policyc: 出力を書き込めません / cannot write the output: {error.strerror or error}")
    sys.exit(MISUSE)


def _leave() -> None:
    """What the streams still hold goes nowhere, or the interpreter would try once more at its end, and say so."""
    nowhere = os.open(os.devnull, os.O_WRONLY)
    if sys.stdout is not None:
        os.dup2(nowhere, sys.stdout.fileno())


def _line(text: str, colour: bool = False) -> str:
    """A line in which every character is seen, a tab aside, and which no log takes for a command."""
    if not text.isprintable():
        kept = re.split(_COLOUR, text) if colour else [text]
        text = "".join(part if at % 2 else _seen(part) for at, part in enumerate(kept))
    return _harmless(text)


def _seen(text: str) -> str:
    return "\t".join(map(visible, text.split("\t")))


def _harmless(line: str) -> str:
    if _MARK in line and line.lstrip().startswith(_MARK):
        line = line.replace(":", "\\u003a", 1)
    return re.sub(_OLD_MARK, r"#\\u0023", line) if "##" in line else line
