"""How far the rules cover the statutes: each provision with the rules that answer it, or why none does."""

from __future__ import annotations

import json
from collections.abc import Iterator
from itertools import groupby
from typing import NamedTuple

from .. import law
from ..law.provisions import Provision, provisions
from .rule_page import basis

FORMAT = "policyc-law-coverage-1"
_UNREAD = ("号数は条文で確認していない", "number of items not verified")
_HEADS = {"ja": ("条項", "規則", "規則がない理由"), "en": ("provision", "rules", "why there is none")}


class Count(NamedTuple):
    """Of the provisions without parts: how many a rule answers, of how many of these no text can tell or the law is not
    yet in force, and how many have no rule, by reason."""

    answered: int
    untold: int
    others: dict[str, int]


def count(rows: list[Provision], lang: str) -> Count:
    """The figures of some provisions."""
    parts = [row for row in rows if row.whole]
    others: dict[str, int] = {}
    for row in parts:
        if not row.rules:
            reason = row.reason[0 if lang == "ja" else 1]
            others[reason] = others.get(reason, 0) + 1
    answered = [row for row in parts if row.rules]
    untold = sum(all(basis(rule) in ("unanswerable", "coming") for rule in row.rules) for row in answered)
    return Count(len(answered), untold, others)


def _statutes(key: str) -> Iterator[tuple[str, list[Provision]]]:
    rows = list(provisions(key))
    for one in law.STATUTES:
        mine = [row for row in rows if row.statute == one]
        if mine:
            yield one, mine


def _shown(rows: list[Provision]) -> Iterator[Provision]:
    """What there is to say of: neighbouring items of which the same is said are one line, 第1号から第7号まで."""
    for _, same in groupby((row for row in rows if row.whole or row.rules), _alike):
        first, *more = same
        yield first._replace(item=f"{first.item}-{more[-1].item}") if more else first


def _alike(row: Provision) -> tuple[object, ...]:
    part = "" if row.item.isdigit() else row.item or "-"
    return (row.article, row.paragraph, part, [rule.id for rule in row.rules], row.reason, row.see, row.read)


def text(key: str, lang: str) -> str:
    """Provisions as lines, a statute after the other, and its figures."""
    index, lines = 0 if lang == "ja" else 1, []
    for one, rows in _statutes(key):
        statute = law.statute(one)
        lines.append(f"{statute.ja if lang == 'ja' else statute.en}（{statute.number}）")
        lines += (f"  {row.cited}  {_said(row, index)}" for row in _shown(rows))
        lines += ["", *(f"  {line}" for line in _figures(rows, lang)), ""]
    return "\n".join(lines).rstrip("\n")


def markdown(key: str, lang: str) -> str:
    """A table per statute."""
    index, out = 0 if lang == "ja" else 1, []
    for one, rows in _statutes(key):
        statute = law.statute(one)
        out += [f"## {statute.ja if lang == 'ja' else statute.en}（{statute.number}）", ""]
        out += [*(f"{line}  " for line in _figures(rows, lang)), ""]
        out += ["| " + " | ".join(_HEADS[lang]) + " |", "| --- | --- | --- |"]
        for row in _shown(rows):
            codes = "<br>".join(f"`{rule.id}`" for rule in row.rules)
            out.append(f"| {row.cited} | {codes} | {'' if row.rules else _said(row, index)} |")
        out.append("")
    return "\n".join(out)


def as_json(key: str) -> str:
    """For programs: every provision, both languages."""
    body = {
        "format": FORMAT,
        "rules_of": law.NEWEST,
        "statutes": [
            {
                "statute": one,
                "name": law.statute(one).ja,
                "number": law.statute(one).number,
                "read": law.statute(one).read,
                "with_rules": count(rows, "ja").answered,
                "of_these_a_text_cannot_tell": count(rows, "ja").untold,
                "parts": sum(row.whole for row in rows),
                "provisions": [_row(row) for row in rows],
            }
            for one, rows in _statutes(key)
        ],
    }
    return json.dumps(body, ensure_ascii=False, indent=1) + "\n"


def _row(row: Provision) -> dict[str, object]:
    made: dict[str, object] = {
        "reference": row.reference,
        "cited": row.cited,
        "has_parts": not row.whole,
        "rules": [rule.id for rule in row.rules],
        "numbers_read": row.read,
    }
    if row.reason[0]:
        made["reason"] = {"ja": row.reason[0], "en": row.reason[1]}
    if row.see:
        made["see"] = row.see
    return made


def _said(row: Provision, index: int) -> str:
    if row.rules:
        said = ", ".join(rule.id for rule in row.rules)
    else:
        see = law.cited(row.see) if row.see and index == 0 else row.see
        said = "― " + row.reason[index] + (f"（{see}）" if see else "")
    return said + ("" if row.read else f" [{_UNREAD[index]}]")


def _figures(rows: list[Provision], lang: str) -> Iterator[str]:
    answered, untold, others = count(rows, lang)
    total = answered + sum(others.values())
    if lang == "ja":
        yield f"{total} の条項・号のうち、規則があるもの {answered}（うち文面では答えの出ないもの {untold}）、ないもの {total - answered}"
    else:
        yield f"of {total} provisions {answered} have rules (of {untold} a text cannot tell); {total - answered} have none"
    yield from (
        f"{number:>3}  {reason}" for reason, number in sorted(others.items(), key=lambda row: (-row[1], row[0]))
    )
