"""The law, article by article: dated rules as data, and what a document answers to each of them.

A rule asks the intermediate representation, and the sentences of the page where no fact could say it; it never sees
clauses or syntax. The day on which it is judged is an argument.
"""

from __future__ import annotations

from .. import facts
from ..compose.page import Page
from .answers import (
    ANSWERS,
    CARRIED,
    COMING,
    CONTRARY,
    NONE,
    NOT_TRIGGERED,
    ON_REQUEST,
    SATISFIED,
    UNANSWERABLE,
    WANTING,
    Answer,
    judge,
)
from .conditions import MISSING, Verdict
from .provisions import Provision, cited, provisions
from .reading import Reading
from .rule import COUNT, NEWEST, SOURCES, STATES, STATUTES, Condition, Rule, every_rule, rules, statute

__all__ = [
    "ANSWERS",
    "CARRIED",
    "COMING",
    "CONTRARY",
    "COUNT",
    "MISSING",
    "NEWEST",
    "NONE",
    "NOT_TRIGGERED",
    "ON_REQUEST",
    "SATISFIED",
    "SOURCES",
    "STATES",
    "STATUTES",
    "UNANSWERABLE",
    "WANTING",
    "Answer",
    "Condition",
    "Provision",
    "Reading",
    "Rule",
    "Verdict",
    "asked",
    "cited",
    "every_rule",
    "examine",
    "judge",
    "provisions",
    "rules",
    "statute",
]


def asked(kind: str, as_of: str) -> frozenset[str]:
    """The ids of the rules that are put to documents of a kind, and known to be in force, on a day."""
    return frozenset(r.id for r in rules(kind) if not r.over(as_of) and not r.coming(as_of) and not r.undated(as_of))


def examine(policy: facts.Policy, page: Page, as_of: str) -> tuple[Reading, list[Answer]]:
    """Every rule on that kind of document, put to it: the answers in the order of the statutes and articles."""
    reading = Reading(policy, page)
    return reading, [answer for rule in rules(policy.kind) for answer in judge(rule, reading, as_of)]
