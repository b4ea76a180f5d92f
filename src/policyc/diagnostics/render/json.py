"""Findings for a program: one JSON object, both languages, positions as lines and columns from 1 (code points)."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from ...source import Span
from .. import Diagnostic

FORMAT = "policyc-diagnostics-1"


def document(rows: list[str], beside: Mapping[str, object] | None = None) -> str:
    """The JSON text of all findings, one per line, with a final newline; `beside` are members that follow them."""
    listed = "[\n" + ",\n".join(rows) + "\n]" if rows else "[]"
    more = "".join(f', "{name}": {json.dumps(value, ensure_ascii=False)}' for name, value in (beside or {}).items())
    return f'{{"format": "{FORMAT}", "diagnostics": {listed}{more}}}\n'


def row(diagnostic: Diagnostic, show: Callable[[str], str] = str) -> str:
    """One finding as a JSON object in one line; `show` turns a source path into the one the reader knows."""
    members: dict[str, object] = {
        "code": diagnostic.code,
        "severity": diagnostic.severity,
        "message": {"ja": diagnostic.message("ja"), "en": diagnostic.message("en")},
        "help": {"ja": diagnostic.help("ja"), "en": diagnostic.help("en")},
        **({"law": diagnostic.kind.law} if diagnostic.kind.law else {}),
        **({"accepted": diagnostic.accepted} if diagnostic.accepted else {}),
        **({"known": True} if diagnostic.known else {}),
        **_place(diagnostic.span, show),
    }
    if diagnostic.labels:
        members["labels"] = [
            {"message": {"ja": label.ja, "en": label.en}, **_place(label.span, show)} for label in diagnostic.labels
        ]
    if diagnostic.fix is not None:
        fix = diagnostic.fix
        members["fix"] = {"replacement": fix.replacement, "safe": fix.safe, **_place(fix.span, show)}
    return json.dumps(members, ensure_ascii=False)


def _place(span: Span, show: Callable[[str], str]) -> dict[str, object]:
    line, column = span.source.position(span.start)
    end_line, end_column = span.source.position(max(span.end, span.start))
    return {
        "file": show(span.source.path),
        "line": line,
        "column": column,
        "end_line": end_line,
        "end_column": end_column,
    }
