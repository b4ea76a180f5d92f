"""A rule put to a document: which of the answers it gets, and what gives it."""

from __future__ import annotations

from typing import NamedTuple

from .. import facts
from .conditions import MISSING, Verdict, ask, found
from .reading import Reading, Silence
from .rows import Row
from .rule import Rule, statute

SATISFIED, CONTRARY = "satisfied", "contrary"
NONE, ON_REQUEST, CARRIED = "declared-none", "on-request", "carried"
NOT_TRIGGERED, COMING, UNANSWERABLE = "not-triggered", "coming", "not-answerable"
ANSWERS = (MISSING, CONTRARY, SATISFIED, NONE, ON_REQUEST, CARRIED, UNANSWERABLE, COMING, NOT_TRIGGERED)
"""Every answer there is; of several rows of one rule, the first here stands for them all."""
WANTING = (MISSING, CONTRARY)
"""The answers that are findings."""

# Of a rule whose first day is not known, on a day before its text was read.
_UNDATED = (
    "この規則がいつから今の内容かを調べていないため、この日に施行されていたかは分かりません（{read} の条文で確認しています）。",
    "Since when this rule has been as it is was not looked up, so it is not known to have been in force on this day (it was "
    "read as of {read}).",
)
_ELSEWHERE = {facts.NONE: NONE, facts.ON_REQUEST: ON_REQUEST, facts.DELEGATED: CARRIED}


class Answer(NamedTuple):
    """The answer to a rule, of one row of the document or of all of it (`row` is None).

    `verdict` holds the facts and sentences behind it, `trigger` those that make the rule ask; `origin` is where it was
    declared to be none, told on request or left to another document.
    """

    rule: Rule
    answer: str
    row: Row | None
    verdict: Verdict
    origin: str = ""
    trigger: Verdict = Verdict(MISSING)


def judge(rule: Rule, reading: Reading, as_of: str) -> list[Answer]:
    """The answers to one rule on the day `as_of` (ISO 8601); one per row that the rule asks of."""
    if rule.over(as_of):
        return []
    if rule.coming(as_of):
        return [Answer(rule, COMING, None, Verdict(MISSING))]
    made = _judged(rule, reading)
    if rule.undated(as_of) and any(answer.answer != NOT_TRIGGERED for answer in made):
        ja, en = (words.format(read=statute(rule.statute).read) for words in _UNDATED)
        return [Answer(rule._replace(unanswerable=(ja, en)), UNANSWERABLE, None, Verdict(MISSING))]
    return made


def _judged(rule: Rule, reading: Reading) -> list[Answer]:
    if not rule.each:
        return [_one(rule, reading, None)]
    _, kind, words, filters = rule.each
    made = [_one(rule, reading, row) for row in found(reading, kind, words, filters)]
    # Rows that a rule does not touch are told only where it touches none.
    return [answer for answer in made if answer.answer != NOT_TRIGGERED] or [_untouched(rule, reading)]


def _one(rule: Rule, reading: Reading, row: Row | None) -> Answer:
    trigger = Verdict(MISSING)
    if rule.when:
        trigger = ask(rule.when, reading, row)
        if not trigger.yes:
            if trigger.answer != MISSING:
                return Answer(rule, _ELSEWHERE[trigger.answer], row, trigger, _origin(reading, trigger))
            return Answer(rule, NOT_TRIGGERED, row, trigger) if row is not None else _untouched(rule, reading)
    if rule.unanswerable[0] and (not rule.undecided or ask(rule.undecided, reading, row).yes):
        return Answer(rule, UNANSWERABLE, row, Verdict(MISSING))
    if rule.forbid:
        verdict = ask(rule.forbid, reading, row)
        return Answer(rule, CONTRARY if verdict.yes else NOT_TRIGGERED, row, verdict, trigger=trigger)
    verdict = ask(rule.require, reading, row)
    # Words are no more than a guess where the document declares what it does about the matter.
    if verdict.yes and not (verdict.by_words and reading.silence(rule.topics, row) is not None):
        return Answer(rule, SATISFIED, row, verdict)
    return _otherwise(rule, reading, row, verdict)._replace(trigger=trigger)


def _otherwise(rule: Rule, reading: Reading, row: Row | None, verdict: Verdict) -> Answer:
    """What is not stated may be none, told on request where the law allows it, or stand in another document."""
    if verdict.answer == facts.DELEGATED:
        return Answer(rule, CARRIED, row, verdict, _origin(reading, verdict))
    if verdict.answer == facts.ON_REQUEST and rule.on_request:
        return Answer(rule, ON_REQUEST, row, verdict, _origin(reading, verdict))
    silence = reading.silence(rule.topics, row)
    if silence is not None and (silence.stance != facts.ON_REQUEST or rule.on_request):
        return _elsewhere(rule, silence, row)
    for condition, answer in ((rule.carried, CARRIED), (rule.on_request, ON_REQUEST)):
        other = ask(condition, reading, row) if condition and condition != ("yes",) else Verdict(MISSING)
        if other.yes:
            return Answer(rule, answer, row, other)
    return Answer(rule, MISSING, row, verdict)


def _untouched(rule: Rule, reading: Reading) -> Answer:
    """No row that the rule asks of: the document says so, or just does not speak of it."""
    silence = reading.silence(rule.topics)
    if silence is not None:
        return _elsewhere(rule, silence, None)
    return Answer(rule, NOT_TRIGGERED, None, Verdict(MISSING))


def _elsewhere(rule: Rule, silence: Silence, row: Row | None) -> Answer:
    verdict = Verdict(silence.stance, ((silence.fact,),), url=silence.url, label=silence.label)
    return Answer(rule, _ELSEWHERE[silence.stance], row, verdict, silence.origin)


def _origin(reading: Reading, verdict: Verdict) -> str:
    return next(
        (reading.silences[fact].origin for facts in verdict.facts for fact in facts if fact in reading.silences), ""
    )
