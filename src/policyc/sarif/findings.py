"""Findings as results (3.27)."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from ..diagnostics import Diagnostic, Fix
from ..source import Span
from . import places
from .places import Json


class Setting(NamedTuple):
    """A row of settings that turns findings off: what it says, and where it stands."""

    row: str
    at: Span


def result(
    one: Diagnostic,
    lang: str,
    file: Callable[[str], Json],
    suppressions: bool = False,
    baseline: bool = False,
    off: Setting | None = None,
) -> Json:
    """One finding: its words and what to do, its place and those that belong to it, how to mend it, and whether it was
    accepted in the source or stood in a baseline; the last two only where the run knows of such. `off` is the row that
    turns it off, where one does."""
    other = "en" if lang == "ja" else "ja"
    made: Json = {
        "level": one.severity,
        "message": {"text": _message(one, lang)},
        "locations": [places.location(one.span, file(one.span.source.path))],
    }
    if one.labels:
        made["relatedLocations"] = [
            places.location(label.span, file(label.span.source.path), label.ja if lang == "ja" else label.en, number)
            for number, label in enumerate(one.labels, 1)
        ]
    if one.fix is not None:
        made["fixes"] = [_fix(one.fix, one.help(lang), file)]
    if suppressions:
        made["suppressions"] = suppressed(one.accepted, off, lang, file)
    if baseline:
        made["baselineState"] = "unchanged" if one.known else "new"
    law = {"law": one.kind.law} if one.kind.law else {}
    made["properties"] = {**law, other: {"message": _message(one, other)}}
    return made


def suppressed(accepted: str, off: Setting | None, lang: str, file: Callable[[str], Json]) -> list[Json]:
    """Why a result counts for nothing (3.35): it is accepted in the source, or a row of settings turns it off."""
    made: list[Json] = [{"kind": "inSource", "justification": accepted}] if accepted else []
    if off is not None:
        words = f"設定（{off.row}）により示さない" if lang == "ja" else f"turned off by the settings ({off.row})"
        made.append(
            {
                "kind": "external",
                "justification": words,
                "location": places.location(off.at, file(off.at.source.path)),
            }
        )
    return made


def notification(one: Diagnostic, lang: str, file: Callable[[str], Json]) -> Json:
    """A finding that kept a document from being looked at, as a notification (3.58) with its code."""
    return {
        "level": one.severity,
        "message": {"text": f"[{one.code}] {_message(one, lang)}"},
        "locations": [places.location(one.span, file(one.span.source.path))],
    }


def _message(one: Diagnostic, lang: str) -> str:
    """The message and the help, as sentences."""
    message, help_ = one.message(lang), one.help(lang)
    if lang == "ja":
        return message + ("" if message.endswith(("。", "）")) else "。") + (f"\n{help_}" if help_ else "")
    return message + ("" if message.endswith((".", ")")) else ".") + (f"\n{help_}" if help_ else "")


def _fix(fix: Fix, said: str, file: Callable[[str], Json]) -> Json:
    replacement: Json = {"deletedRegion": places.region(fix.span)}
    if fix.replacement:
        replacement["insertedContent"] = {"text": fix.replacement}
    change = {"artifactLocation": file(fix.span.source.path), "replacements": [replacement]}
    made: Json = {"artifactChanges": [change], "properties": {"safe": fix.safe}}
    return {"description": {"text": said}, **made} if said else made
