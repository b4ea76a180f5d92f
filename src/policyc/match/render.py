"""Answers as text for a reader, and as JSON for programs (`policyc-match-1`, match.schema.json)."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from ..diagnostics import visible
from ..reader import Document
from . import ANSWERS, MET, MUST, NOT_STATED, OPEN, VIOLATED, Answer, Preferences, Reason
from .answers import holds
from .words import WHY

FORMAT = "policyc-match-1"
_SAID = {
    MET: ("満たす", "met"),
    VIOLATED: ("反する", "violated"),
    OPEN: ("どちらとも言い切れない", "open"),
    NOT_STATED: ("述べていない", "not stated"),
}
_LONGEST = 120


class Matched(NamedTuple):
    """A document, by which file, and its answers."""

    file: str
    document: Document
    answers: tuple[Answer, ...]


def text(preferences: Preferences, rows: Sequence[Matched], lang: str) -> str:
    """Every document with every demand, and a line that counts."""
    ja = lang == "ja"
    lines = [preferences.name] if preferences.name else []
    for row in rows:
        who = row.document.operator.name if row.document.operator is not None else ""
        lines.append(f"{row.document.title}{f'（{who}）' if who else ''} {row.file}")
        for one in row.answers:
            lines += _answer(one, lang)
        counts = (f"{_word(answer, lang)} {n}" for answer in ANSWERS if (n := _count(row.answers, answer)))
        verdict = holds(row.answers)
        end = ("必須の要求をすべて満たす" if ja else "all that must be met is met") if verdict else ""
        end = end or ("満たさない必須の要求がある" if ja else "not all that must be met is met")
        lines.append(f"  {'、'.join(counts) if ja else ', '.join(counts)} — {end}")
    # Sentences of others must not steer a terminal.
    return "\n".join(map(visible, lines)) + "\n"


def _answer(one: Answer, lang: str) -> Iterable[str]:
    ja = lang == "ja"
    weight = "" if one.demand.weight == MUST else ("（望ましい）" if ja else " (should)")
    yield f"  [{_word(one.answer, lang)}] {one.demand.id}{weight}: {one.demand.says}"
    for reason in one.reasons:
        about = ("、" if ja else ", ").join(reason.about)
        yield f"      {' '.join(filter(None, (reason.heading, f'← {about}' if about else '')))}: {WHY[reason.why][not ja]}"
        if reason.sentence:
            yield f"        「{_short(reason.sentence)}」 {reason.origin}"
        else:
            yield f"        {reason.origin}"


def _short(sentence: str) -> str:
    """A sentence in a line; a long clause is cut, JSON has it whole."""
    whole = " ".join(sentence.split())
    return whole if len(whole) <= _LONGEST else f"{whole[:_LONGEST]}…"


def _word(answer: str, lang: str) -> str:
    return _SAID[answer][0 if lang == "ja" else 1]


def _count(answers: Iterable[Answer], answer: str) -> int:
    return sum(one.answer == answer for one in answers)


def as_json(preferences: Preferences, rows: Sequence[Matched], left_out: Sequence[str]) -> str:
    """All of it, with sentences whole."""
    body = {
        "format": FORMAT,
        "name": preferences.name,
        "holds": all(holds(row.answers) for row in rows),
        "documents": [_document(row) for row in rows],
        "left_out": list(left_out),
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _document(row: Matched) -> dict[str, object]:
    operator = row.document.operator
    return {
        "file": row.file,
        "id": row.document.id,
        "title": row.document.title,
        "url": row.document.url,
        "operator": operator.name if operator is not None else "",
        "holds": holds(row.answers),
        "answers": [
            {
                "demand": one.demand.id,
                "says": one.demand.says,
                "weight": one.demand.weight,
                "answer": one.answer,
                "reasons": [_reason(reason) for reason in one.reasons],
            }
            for one in row.answers
        ],
    }


def _reason(one: Reason) -> dict[str, object]:
    return {**one._asdict(), "about": list(one.about)}
