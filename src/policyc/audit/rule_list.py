"""The rules as a list: chosen by statute, document, severity, state and words; as text, JSON or a Markdown table."""

from __future__ import annotations

import json
from fnmatch import fnmatchcase
from typing import NamedTuple

from .. import law
from ..law.provisions import example
from ..law.rule import IN_FORCE, UNANSWERABLE
from .findings import kind
from .rule_page import how

FORMAT = "policyc-rules-1"
_HEADS = {"ja": ("規則", "条項", "重さ", "状態", "事項"), "en": ("rule", "article", "severity", "state", "matter")}
_STATES = {
    "in-force": ("施行中", "in force"),
    "coming": ("未施行", "coming"),
    "unanswerable": ("文面では不明", "unanswerable"),
    "over": ("失効", "over"),
}


class Choice(NamedTuple):
    """Which rules are wanted, on the day `as_of`; what is empty chooses all. `words` is a glob of codes, or words that
    stand in the code, the title, the citation, or what must be stated."""

    as_of: str
    statute: str = ""
    document: str = ""
    severity: str = ""
    state: str = ""
    words: str = ""


def chosen(choice: Choice) -> list[law.Rule]:
    """The rules in the order of the statutes and their articles."""
    return [rule for rule in ordered() if _fits(rule, choice)]


def ordered() -> list[law.Rule]:
    """All rules: by statute as statutes.yaml has them, then by article, paragraph and item."""
    statutes = list(law.STATUTES)
    places: dict[str, int] = {}
    for number, row in enumerate(law.provisions()):
        for rule in row.rules:
            if (rule.statute, rule.article) == (row.statute, row.article):
                places.setdefault(rule.id, number)
    return sorted(law.every_rule(), key=lambda rule: (statutes.index(rule.statute), places[rule.id]))


def _fits(rule: law.Rule, choice: Choice) -> bool:
    state = rule.state(choice.as_of)
    # What no text can tell is in force all the same.
    states = {state, IN_FORCE} if state == UNANSWERABLE else {state}
    return (
        choice.statute in ("", rule.statute)
        and choice.document in ("", *rule.documents)
        and choice.severity in ("", kind(rule).severity)
        and (not choice.state or choice.state in states)
        and _says(rule, choice.words)
    )


def _says(rule: law.Rule, words: str) -> bool:
    if any(mark in words for mark in "*?["):
        return fnmatchcase(rule.id, words)
    texts = (rule.id, rule.reference, rule.citation, rule.title_ja, rule.title_en, *rule.states)
    return any(words.casefold() in one.casefold() for one in texts)


def text(rules: list[law.Rule], as_of: str, lang: str) -> str:
    """One rule a line, below their statutes, and how many there are."""
    ja = lang == "ja"
    lines: list[str] = []
    last = ""
    for rule in rules:
        if rule.statute != last:
            last = rule.statute
            statute = law.statute(last)
            lines += ["" if lines else None, f"{statute.ja if ja else statute.en}（{statute.number}）"]  # type: ignore[list-item]
        state = rule.state(as_of)
        said = "" if state == IN_FORCE else f" [{_STATES[state][0 if ja else 1]}]"
        title = rule.title_ja if ja else rule.title_en
        lines.append(f"  {rule.id}  {rule.cites}  {kind(rule).severity}{said}  {title}")
    count = (
        f"{len(rules)} 件の規則（{as_of}）" if ja else f"{len(rules)} rule{'' if len(rules) == 1 else 's'} ({as_of})"
    )
    more = "詳しくは policyc explain 規則" if ja else "policyc explain RULE tells more"
    return "\n".join(
        [*(line for line in lines if line is not None), "", f"{count}。{more}" if ja else f"{count}; {more}"]
    )


def markdown(rules: list[law.Rule], as_of: str, lang: str) -> str:
    """A table per statute."""
    ja = lang == "ja"
    out: list[str] = []
    for key in law.STATUTES:
        rows = [rule for rule in rules if rule.statute == key]
        if not rows:
            continue
        statute = law.statute(key)
        out += [f"## {statute.ja if ja else statute.en}（{statute.number}）", ""]
        out += ["| " + " | ".join(_HEADS[lang]) + " |", "|" + " --- |" * len(_HEADS[lang])]
        for rule in rows:
            state = _STATES[rule.state(as_of)][0 if ja else 1]
            cells = (f"`{rule.id}`", rule.cites, kind(rule).severity, state, rule.title_ja if ja else rule.title_en)
            out.append("| " + " | ".join(cell.replace("|", "\\|") for cell in cells) + " |")
        out.append("")
    return "\n".join(out)


def as_json(rules: list[law.Rule], as_of: str) -> str:
    """For programs: both languages, one object a rule."""
    body = {"format": FORMAT, "rules_of": law.NEWEST, "as_of": as_of, "rules": [_row(rule, as_of) for rule in rules]}
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _row(rule: law.Rule, as_of: str) -> dict[str, object]:
    statute = law.statute(rule.statute)
    good, bad = example(rule.id)
    return {
        "rule": rule.id,
        "law": {
            "reference": rule.reference,
            "citation": rule.citation,
            "statute": statute.ja,
            "number": statute.number,
            "read": statute.read,
        },
        "title": {"ja": rule.title_ja, "en": rule.title_en},
        "documents": list(rule.documents),
        "severity": kind(rule).severity,
        "severity_note": rule.severity_note,
        "state": rule.state(as_of),
        "force": {
            "from": rule.start or None,
            "until": rule.until or None,
            "latest": rule.latest or None,
            "note": rule.date_note,
        },
        "how": {"ja": how(rule, "ja"), "en": how(rule, "en")},
        "states": list(rule.states),
        "message": {"ja": rule.message_ja, "en": rule.message_en},
        "hint": {"ja": rule.hint_ja, "en": rule.hint_en},
        "unanswerable": {"ja": rule.unanswerable[0], "en": rule.unanswerable[1]} if rule.unanswerable[0] else None,
        "guideline": rule.guideline,
        "sources": [law.SOURCES[key] for key in rule.sources],
        "verified": rule.verified,
        "note": rule.note,
        "examples": {"good": good, "bad": bad} if good else None,
    }
