"""A rule of law as the compiler holds it: the frozen form of one entry of a YAML file of this room."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, NamedTuple

from .frozen import COUNT, KINDS, NEWEST, SOURCES, STATUTES

__all__ = ["COUNT", "NEWEST", "SOURCES", "STATUTES", "Rule", "Statute", "every_rule", "rules", "statute"]

IN_FORCE, COMING, UNANSWERABLE, OVER = "in-force", "coming", "unanswerable", "over"
STATES = (IN_FORCE, COMING, UNANSWERABLE, OVER)
"""What a rule may be on a day: see `Rule.state`."""

# A condition is a nested tuple whose first element is its form: see conditions.py.
Condition = tuple[Any, ...]


class Statute(NamedTuple):
    """A statute, order, rule or guideline; `read` is the date of the consolidated text that was read, `force` the first
    day that any of it was in force (empty where that is left to the rules)."""

    key: str
    ja: str
    short: str
    en: str
    number: str
    read: str
    force: str = ""


class Rule(NamedTuple):
    """One rule. `each` picks the rows of the facts that it asks; without it the document is asked once.

    Exactly one of `require`, `forbid` and `unanswerable` says what is asked: what must be stated, what must not, or
    why no text can tell. Beside one of the first two, `undecided` says of which documents (or rows) no text can tell. `topics` are the clauses and fields that may declare the matter to be none, on request or
    left to another document. `on_request` and `carried` are what else counts as such an answer. `start` and `until`
    are the first day in force and the first day no longer; `latest` the day by which a date not yet set must come.
    """

    id: str
    statute: str
    article: str
    paragraph: str
    item: str
    cites: str
    title_ja: str
    title_en: str
    start: str
    until: str
    latest: str
    date_note: str
    documents: tuple[str, ...]
    topics: tuple[str, ...]
    each: Condition
    when: Condition
    require: Condition
    forbid: Condition
    unanswerable: tuple[str, str]
    undecided: Condition
    on_request: Condition
    carried: Condition
    severity: str
    severity_note: str
    message_ja: str
    message_en: str
    hint_ja: str
    hint_en: str
    states: tuple[str, ...]
    guideline: str
    sources: tuple[str, ...]
    verified: bool
    note: str
    by_words: bool
    wants: str

    @property
    def citation(self) -> str:
        """Statute and article in Japanese, such as 個人情報保護法第27条第5項第3号."""
        return f"{statute(self.statute).short}{self.cites}"

    @property
    def reference(self) -> str:
        """The same for programs, such as `appi:27.5.3`."""
        return f"{self.statute}:{'.'.join(filter(None, (self.article, self.paragraph, self.item)))}"

    def over(self, day: str) -> bool:
        """Whether it is no longer in force on a day (ISO 8601)."""
        return bool(self.until) and day >= self.until

    def coming(self, day: str) -> bool:
        """Whether it is not yet in force on a day: neither before its own first day nor before that of its statute."""
        return day < (self.start or self.latest or statute(self.statute).force)

    def undated(self, day: str) -> bool:
        """Whether it is not known to have been in force on a day: one without a first day, before its text was read."""
        return not (self.start or self.latest) and day < statute(self.statute).read

    def state(self, day: str) -> str:
        """`over`, `coming`, `unanswerable` (in force, but no text can tell), or `in-force`."""
        if self.over(day):
            return OVER
        if self.coming(day):
            return COMING
        return UNANSWERABLE if self.unanswerable[0] or self.undated(day) else IN_FORCE


@cache
def statute(key: str) -> Statute:
    """The statute of a key."""
    return Statute(key, *STATUTES[key])


@cache
def _of(folder: str) -> tuple[Rule, ...]:
    module = __import__(f"{__package__}.frozen.{folder}", fromlist=("ROWS",))
    return tuple(map(Rule._make, module.ROWS))


def rules(kind: str) -> Iterator[Rule]:
    """The rules on documents of a kind, in the order of the statutes and their articles."""
    for folder, kinds in KINDS.items():
        if kind in kinds:
            yield from (rule for rule in _of(folder) if kind in rule.documents)


def every_rule() -> Iterator[Rule]:
    """All rules there are."""
    for folder in KINDS:
        yield from _of(folder)
