"""Matters that a document leaves to another one: what that one answers to the rules on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .. import law, matters
from ..facts.identifiers import topic_clause
from ..pipeline import Document
from ..source import Source
from . import evidence_of
from .evidence import Statements
from .places import Places
from .there import Sight, There

# What is spoken of by more than one clause, by the words for it.
_WORDS = {"foreign-transfer": ("外国",)}


def answered(
    document: Document, sources: Mapping[str, Source], rules: Iterable[str], as_of: str, show: Callable[[str], str]
) -> dict[str, There]:
    """What a document answers to rules on a day, whatever kinds of document they speak of; `show` names its files for the
    reader.

    Of several parts of it that a rule asks the gravest answer counts, as in an audit.
    """
    wanted = set(rules)
    policy = document.policy
    reading = law.Reading(policy, document.composition.page)
    places, statements = Places(document.node, sources), Statements(reading.sentences)
    at = document.node.named_at
    made: dict[str, There] = {}
    for rule in law.every_rule():
        if rule.id not in wanted:
            continue
        answers = law.judge(rule, reading, as_of)
        if not answers:
            continue
        worst = min(answers, key=lambda one: law.ANSWERS.index(one.answer))
        answer = worst.answer
        if answer in (law.NOT_TRIGGERED, law.MISSING) and not _speaks(rule, reading):
            answer = law.UNANSWERABLE if rule.unanswerable[0] or _mentions(rule, reading) else law.MISSING
        shown = [n for one in answers if one.answer == worst.answer for n in statements.behind(one)]
        sights = []
        for number in dict.fromkeys(shown):
            one = evidence_of(number, reading.sentences[number], places)
            sights.append(Sight(one.text.strip(), one.anchor, show(one.span.source.path), one.span.line))
        made[rule.id] = There(
            answer, policy.id, policy.title or policy.id, policy.url, show(at.source.path), at.line, tuple(sights)
        )
    return made


def _speaks(rule: law.Rule, reading: law.Reading) -> bool:
    """Whether a document has a clause on any of the matters of a rule."""
    return any(matter in reading.first for matter in _matters(rule))


def _mentions(rule: law.Rule, reading: law.Reading) -> bool:
    """Whether free prose may speak of the matter: a word of it stands somewhere, or it has no word to look for."""
    words = tuple(word for matter in _matters(rule) for word in _words(matter))
    return not words or any(map(reading.said, words)) or bool(reading.headed(words, None))


def _matters(rule: law.Rule) -> list[str]:
    """The clauses that a rule is about."""
    topics = (topic_clause(topic) for topic in rule.topics)
    items = {item: row.word for row in matters.matters().values() for item in row.topics}
    return [items.get(topic, topic) for topic in topics]


def _words(matter: str) -> tuple[str, ...]:
    """What a matter is called where no clause states it."""
    row = matters.matters().get(matter)
    return row.words if row is not None else _WORDS.get(matter, ())
