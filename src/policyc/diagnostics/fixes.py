"""Safe fixes, applied to the text of a file: only the characters that each one covers change."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from . import Diagnostic, Fix


class Fixed(NamedTuple):
    """A file after its fixes, and the findings that they answer, in the order of the text."""

    body: bytes
    done: tuple[Diagnostic, ...]


def fixed(raw: bytes, path: str, found: Iterable[Diagnostic]) -> Fixed:
    """The bytes of the file at `path` (below the root) with the safe fixes of some findings on it.

    Byte order mark and line ends stay as they are. Left out are fixes that reach over a line's end, that overlap one
    before them (a second run may answer those), and those of one place that do not agree: two documents that share a
    text may want different words. What is not UTF-8 is left alone.
    """
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError:
        return Fixed(raw, ())
    # Offsets of findings count neither a byte order mark nor the CR of a CRLF.
    mark = text[:1] if text[:1] == "\ufeff" else ""
    body = text[len(mark) :]
    returns = _returns(body)
    parts, done, at = [mark], [], 0
    for diagnostic, fix in _chosen(path, found):
        start, end = (offset + bisect_left(returns, offset) for offset in (fix.span.start, fix.span.end))
        if start < at or body[start:end] != fix.span.text:
            continue
        parts += [body[at:start], fix.replacement]
        done.append(diagnostic)
        at = end
    parts.append(body[at:])
    return Fixed("".join(parts).encode("utf-8"), tuple(done))


def _chosen(path: str, found: Iterable[Diagnostic]) -> list[tuple[Diagnostic, Fix]]:
    """Safe fixes on a file by place, but for those that another one of the same place contradicts."""
    by_place: dict[tuple[int, int], list[tuple[Diagnostic, Fix]]] = {}
    for diagnostic in found:
        fix = diagnostic.fix
        if fix is not None and fix.safe and diagnostic.open and fix.span.source.path == path:
            by_place.setdefault((fix.span.start, fix.span.end), []).append((diagnostic, fix))
    return [
        rows[0]
        for _, rows in sorted(by_place.items(), key=lambda item: item[0])
        if len({fix.replacement for _, fix in rows}) == 1 and "\n" not in rows[0][1].span.text
    ]


def _returns(body: str) -> list[int]:
    """For each CRLF, in order, the offset that its LF has in the text whose line ends are LF."""
    found: list[int] = []
    at = body.find("\r\n")
    while at >= 0:
        found.append(at - len(found))
        at = body.find("\r\n", at + 2)
    return found
