"""Matters that a document leaves to another one: what that one answers to the rules on them."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from .. import law
from ..facts.identifiers import topic_clause
from ..pipeline import Document
from ..source import Source
from . import evidence_of
from .evidence import Statements
from .places import Places
from .there import Sight, There

# What the matters of clauses are called where no clause states them.
_WORDS = {
    "amendment": ("改定", "変更"),
    "children": ("未成年", "歳未満"),
    "collection": ("取得",),
    "contact": ("窓口", "問い合わせ", "問合せ", "苦情"),
    "entrustment": ("委託",),
    "external-transmission": ("外部送信", "送信先", "送信される"),
    "joint-use": ("共同利用", "共同して利用"),
    "operator-identity": ("住所", "代表者"),
    "purposes": ("利用目的",),
    "requests": ("開示", "請求"),
    "retention": ("保存期間", "保有期間", "保管期間"),
    "security-measures": ("安全管理",),
    "sensitive-data": ("要配慮",),
    "third-party-provision": ("第三者",),
    "foreign-transfer": ("外国",),
}
# The clauses in which the items that are topics stand.
_CLAUSES = {"transmission": "external-transmission", "provision": "third-party-provision"}


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
    words = tuple(word for matter in _matters(rule) for word in _WORDS.get(matter, ()))
    return not words or any(map(reading.said, words)) or bool(reading.headed(words, None))


def _matters(rule: law.Rule) -> list[str]:
    """The clauses that a rule is about."""
    topics = (topic_clause(topic) for topic in rule.topics)
    return [_CLAUSES.get(topic, topic) for topic in topics]
