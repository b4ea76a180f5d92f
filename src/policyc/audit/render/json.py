"""An audit for programs: one JSON object, both languages, every rule with its citation, answer and evidence."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping
from types import MappingProxyType

from ... import law
from .. import Audit, Evidence, Row
from ..findings import kind
from ..message import message

FORMAT = "policyc-audit-1"


def render(
    audits: list[tuple[Audit, Callable[[str], str]]], beside: Mapping[str, object] = MappingProxyType({})
) -> str:
    """All audits of a run, each with how its paths are shown; `beside` are members about the run that follow them."""
    body = {
        "format": FORMAT,
        "rules_of": law.NEWEST,
        "documents": [_document(audit, show) for audit, show in audits],
        **beside,
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _document(audit: Audit, show: Callable[[str], str]) -> dict[str, object]:
    return {
        "document": audit.document,
        "as_of": audit.as_of,
        "kind": audit.kind,
        "title": audit.title,
        "url": audit.url,
        "counts": audit.counts(),
        "rules_of_other_kinds": audit.beside,
        "rows": [_row(row, show) for row in audit.rows],
    }


def _row(row: Row, show: Callable[[str], str]) -> dict[str, object]:
    rule, answer = row.rule, row.answer
    statute = law.statute(rule.statute)
    made: dict[str, object] = {
        "rule": rule.id,
        "answer": answer.answer,
        "severity": kind(rule, row.guessed).severity,
        "title": {"ja": rule.title_ja, "en": rule.title_en},
        "law": {
            "reference": rule.reference,
            "citation": rule.citation,
            "statute": statute.ja,
            "number": statute.number,
            "read": statute.read,
        },
        "verified": rule.verified,
        "by_words": row.by_words,
        "sources": [law.SOURCES[key] for key in rule.sources],
        "of": row.of,
        "evidence": [_evidence(one, show) for one in row.evidence],
    }
    if rule.guideline:
        made["guideline"] = rule.guideline
    if answer.answer in law.WANTING:
        made["message"] = {"ja": message(rule, "ja"), "en": message(rule, "en")}
        made["hint"] = {"ja": rule.hint_ja, "en": rule.hint_en}
        made["lacking"] = list(dict.fromkeys(answer.verdict.lacking))
    if row.accepted:
        made["accepted"] = {"reason": row.accepted, **({"until": row.until} if row.until else {})}
    if row.set_to:
        made["set_to"] = row.set_to
    if answer.answer in law.WANTING or answer.origin:
        made["place"] = _place(row, show)
    if answer.answer == law.CARRIED:
        made["carried_by"] = _carried(row)
    if answer.answer == law.UNANSWERABLE:
        made["reason"] = {"ja": rule.unanswerable[0], "en": rule.unanswerable[1]}
    if answer.answer == law.COMING:
        made["force"] = {"from": rule.start or None, "latest": rule.latest or None, "note": rule.date_note}
    if rule.note:
        made["note"] = rule.note
    return made


def _carried(row: Row) -> dict[str, object]:
    """What a matter is left to; where that is a document of the run, what it answers and by which sentences."""
    verdict, there = row.answer.verdict, row.there
    made: dict[str, object] = {"label": verdict.label, "url": verdict.url, "checked": there is not None}
    if there is not None:
        made |= {
            "document": there.document,
            "title": there.title,
            "file": there.file,
            "line": there.line,
            "answer": there.answer,
            "found": there.confirmed,
            "evidence": [one._asdict() for one in there.sights],
        }
    return made


def _place(row: Row, show: Callable[[str], str]) -> dict[str, object]:
    line, column = row.span.source.position(row.span.start)
    return {"file": show(row.span.source.path), "line": line, "column": column}


def _evidence(one: Evidence, show: Callable[[str], str]) -> dict[str, object]:
    return {
        "text": one.text,
        "anchor": one.anchor,
        "file": show(one.span.source.path),
        "line": one.span.line,
    }
