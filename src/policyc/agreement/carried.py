"""Matters left to another document of the run: is it there?

A rule of law may be answered by a link to another document. Where that document is one of the run, by address or by
title, it is asked what the rule asks; where it is not, nothing is known, and nothing is said.
"""

from __future__ import annotations

from collections.abc import Callable

from .. import law
from ..audit import Audit, Row
from ..audit.findings import elsewhere
from ..audit.findings import kind as of_rule
from ..audit.there import There
from ..audit.words import NOT_THERE_EN, NOT_THERE_JA
from ..diagnostics import SEVERITIES, WARNING, Both, Diagnostic, Findings, Kind, in_order
from ..source import Source
from . import spelling
from .links import DOCUMENT, site
from .places import Places
from .record import Left, Record, Spot, spot

NOT_THERE = Kind(
    "site/carried-not-there",
    WARNING,
    "「{title}」によるとしている事項が、その文書に見当たりません：{matters}",
    "what is left to `{title}` is not found there: {matters}",
    NOT_THERE_JA,
    NOT_THERE_EN,
)
_MOST = 3

Asked = tuple[str, str]
"""A day, and the rule that is asked as of it."""
Answers = dict[tuple[str, str], dict[Asked, There]]
"""By file and name of a document: what it answers to what it was asked."""


def left(made: Audit, show: Callable[[str], str]) -> tuple[Left, ...]:
    """The matters that a document leaves to others, from its audit."""
    return tuple(_left(made, row, show) for row in made.rows if row.answer.answer == law.CARRIED)


def _left(made: Audit, row: Row, show: Callable[[str], str]) -> Left:
    verdict = row.answer.verdict
    return Left(row.rule.id, made.as_of, verdict.label, verdict.url, spot(row.span, show(row.span.source.path)))


class Directory:
    """Where matters are left to: the documents of a run by address and title."""

    def __init__(self, records: list[Record]) -> None:
        self._records = records
        self._site = site(records)

    def find(self, one: Left, record: Record) -> Record | None:
        """The document of the run that a record leaves a matter to: that of the address, else that of its operator with
        the title that the link has for words."""
        found = self._site.by_url.get(spelling.url(one.url)) if one.url else None
        if found is None:
            named = self._site.by_title.get(spelling.plain(spelling.unquoted(one.label)))
            found = named if named is not None and named.operator == record.operator else None
        return found if found is not record else None

    def asked(self) -> dict[str, dict[str, dict[str, set[str]]]]:
        """What has to be asked: by file, by document of it, by day, the rules. Each file is compiled once for all that
        ask; what one document has to have is asked by the law of the day that it is itself held against."""
        made: dict[str, dict[str, dict[str, set[str]]]] = {}
        for record in self._records:
            for one in record.left:
                target = self.find(one, record)
                if target is not None:
                    days = made.setdefault(target.file, {}).setdefault(target.id, {})
                    days.setdefault(one.as_of, set()).add(one.rule)
        return made

    def there(self, one: Left, record: Record, answers: Answers) -> tuple[Record, There] | None:
        """The document that a matter is left to, and what it answers; None where it is none of the run."""
        target = self.find(one, record)
        found = answers.get((target.file, target.id), {}).get((one.as_of, one.rule)) if target is not None else None
        return (target, found) if target is not None and found is not None else None

    def seen(self, made: Audit, record: Record, answers: Answers, show: Callable[[str], str]) -> Audit:
        """An audit with the answers of the documents that it leaves matters to."""
        rows = []
        for row in made.rows:
            if row.answer.answer == law.CARRIED:
                found = self.there(_left(made, row, show), record, answers)
                row = row._replace(there=found[1] if found is not None else None)
            rows.append(row)
        return made._replace(rows=rows)

    def findings(self, answers: Answers, read: Callable[[str], Source]) -> list[Diagnostic]:
        """What is left to documents that do not have it: one finding for each link, with all that is wanting."""
        found = Findings()
        places = Places(read)
        for record in self._records:
            wanting: dict[tuple[Spot, str, str], set[str]] = {}
            targets: dict[tuple[Spot, str, str], Record] = {}
            for one in record.left:
                found_there = self.there(one, record, answers)
                if found_there is not None and found_there[1].lacking:
                    target = found_there[0]
                    key = (one.spot, target.file, target.id)
                    targets[key] = target
                    wanting.setdefault(key, set()).add(one.rule)
            for key, rules in wanting.items():
                _report(found, key[0], targets[key], rules, places)
        return in_order(found)


def _report(found: Findings, where: Spot, target: Record, wanted: set[str], places: Places) -> None:
    # Sorting keeps the order of the law among what is as grave.
    rules = sorted((rule for rule in law.every_rule() if rule.id in wanted), key=_gravity)
    more = len(rules) - _MOST
    ja = "、".join(f"{rule.title_ja}（{rule.citation}）" for rule in rules[:_MOST])
    en = ", ".join(f"{rule.title_en} ({rule.reference})" for rule in rules[:_MOST])
    matters = Both(ja + (f"、ほか {more} 件" if more > 0 else ""), en + (f" and {more} more" if more > 0 else ""))
    kind = NOT_THERE._replace(severity=elsewhere(of_rule(rules[0]).severity), law=rules[0].reference)
    places.report(found, kind, where, target.spot, DOCUMENT, title=target.title, matters=matters)


def _gravity(rule: law.Rule) -> int:
    return SEVERITIES.index(of_rule(rule).severity)
