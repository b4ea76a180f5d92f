"""The answers of an audit as results (3.27.9): all of them, of the kind that says what each is."""

from __future__ import annotations

from collections.abc import Callable

from .. import law
from ..audit import Audit, Row
from ..audit import words as w
from ..source import Span
from . import places
from .findings import Setting, suppressed
from .places import Json

KINDS = {
    law.MISSING: "fail",
    law.CONTRARY: "fail",
    law.SATISFIED: "pass",
    # The rule was put to the document, and what it says is no fault: it tells on request.
    law.ON_REQUEST: "informational",
    # Not enough is known here to decide: another document has it, which was not looked at, or does not tell.
    law.CARRIED: "open",
    law.UNANSWERABLE: "review",
    # The rule was not put to the document: there is nothing of the kind in it, or it is no law yet.
    law.NONE: "notApplicable",
    law.NOT_TRIGGERED: "notApplicable",
    law.COMING: "notApplicable",
}
# What a firm turned off is no fault to it.
_LEVELS = {"off": "none"}


def result(audit: Audit, row: Row, lang: str, file: Callable[[str], Json], suppressions: bool = False) -> Json:
    """One answer: what it is in words, where it belongs, and the sentences behind it as related places; with
    `suppressions` also whether what is wanting is accepted in the source, or turned off by the settings. What is wanting in the document that a matter is
    left to fails as what is wanting here; its level is that of the finding, by the firm's settings where they say one."""
    answer = row.answer.answer
    sort = "fail" if row.wanting else KINDS[answer]
    other = "en" if lang == "ja" else "ja"
    span = at(row)
    made: Json = {
        "kind": sort,
        "level": _LEVELS.get(row.set_to, row.set_to) or w.level(row) if row.wanting else "none",
        "message": {"text": _said(row, lang)},
        "locations": [places.location(span, file(span.source.path))],
    }
    if row.evidence:
        made["relatedLocations"] = [
            places.location(one.span, file(one.span.source.path), one.text.strip(), number)
            for number, one in enumerate(row.evidence, 1)
        ]
    if suppressions:
        off = Setting(f"{row.pattern}: off", row.set_at) if row.set_to == "off" and row.wanting and row.set_at else None
        made["suppressions"] = suppressed(row.accepted, off, lang, file)
    made["properties"] = {
        "answer": answer,
        **({"set_to": row.set_to} if row.set_to else {}),
        "document": audit.document,
        "as_of": audit.as_of,
        "law": row.rule.reference,
        "by_words": row.by_words,
        other: {"message": _said(row, other)},
    }
    return made


def at(row: Row) -> Span:
    """Where an answer stands: what is wanting where it belongs, what is stated where it is stated."""
    return row.evidence[0].span if row.answer.answer == law.SATISFIED and row.evidence else row.span


def _said(row: Row, lang: str) -> str:
    title, answer = w.title([row], lang), w.said(row.answer.answer, lang)
    first = (
        f"{title}：{answer}（{row.rule.citation}）。" if lang == "ja" else f"{title}: {answer} ({row.rule.reference})."
    )
    return "\n".join((first, *w.remarks([row], lang)))
