"""Where something is, in SARIF: files as URIs, stretches as lines and columns of code points."""

from __future__ import annotations

from urllib.parse import quote

from ..source import Span

ROOT = "SRCROOT"
Json = dict[str, object]


def artifact(path: str, index: int | None = None) -> Json:
    """A file: relative to SRCROOT (3.4.4), or as a `file:` address where it is not below it.

    `path` has `/` between its parts; what a URI cannot hold is percent-encoded as UTF-8 (a name that is no text by its bytes).
    """
    made: Json
    if path.startswith("/"):
        made = {"uri": "file://" + _quoted(path)}
    elif path[1:2] == ":":
        made = {"uri": "file:///" + _quoted(path, "/:")}
    else:
        made = {"uri": _quoted(path), "uriBaseId": ROOT}
    return made if index is None else {**made, "index": index}


def _quoted(path: str, safe: str = "/") -> str:
    # A name that is no text stands for its bytes.
    return quote(path, safe, errors="surrogateescape")


def region(span: Span) -> Json:
    """A stretch (3.30): from 1, in code points; the end is the column after the last character."""
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(max(span.end, span.start))
    return {"startLine": line, "startColumn": column, "endLine": end_line, "endColumn": end_column}


def location(span: Span, file: Json, message: str = "", number: int | None = None) -> Json:
    """A place, with its own words and number where it is a related one."""
    made: Json = {} if number is None else {"id": number}
    made["physicalLocation"] = {"artifactLocation": file, "region": region(span)}
    if message:
        made["message"] = {"text": message}
    return made
