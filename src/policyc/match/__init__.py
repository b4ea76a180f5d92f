"""Demands of a person or a firm on policies: what a policy answers to each, and by which sentence.

A closed language in YAML: `forbid` (a practice must not be), `limit` (a practice only with these), `require` (the policy
says it). What an answer means, and why silence meets no demand: docs/decisions/0021-demands.md.
"""

from __future__ import annotations

from typing import NamedTuple

from ..vocab import Concept

MET, VIOLATED, OPEN, NOT_STATED = "met", "violated", "open", "not-stated"
ANSWERS = (MET, VIOLATED, OPEN, NOT_STATED)
MUST, SHOULD = "must", "should"


class Pattern(NamedTuple):
    """A practice as a demand names it; an empty field leaves it open. `does` are rows of the vocabulary's actions,
    `named` names of recipients, `without` the grounds that it must rest on."""

    does: tuple[str, ...] = ()
    data: tuple[Concept, ...] = ()
    aims: tuple[Concept, ...] = ()
    to: tuple[Concept, ...] = ()
    named: tuple[str, ...] = ()
    abroad: bool = False
    without: tuple[Concept, ...] = ()


class Need(NamedTuple):
    """What a policy has to say. `matter` is right, contact, retention, declared-none, opt-out, operator or children;
    `words` are what of it, by their English words; `most` the most days of a retention, 0 for any; `data` of which data."""

    matter: str
    words: tuple[str, ...] = ()
    most: float = 0
    data: tuple[Concept, ...] = ()


class Demand(NamedTuple):
    """One demand; `form` is forbid, limit or require, and decides which of `pattern` and `need` counts."""

    id: str
    says: str
    weight: str
    form: str
    pattern: Pattern
    need: Need


class Preferences(NamedTuple):
    """The demands of a file, in its order."""

    name: str
    demands: tuple[Demand, ...]


class Reason(NamedTuple):
    """Why: a word of `words.WHY`, about which items of the text, by which sentence, declared where."""

    why: str
    about: tuple[str, ...]
    heading: str
    sentence: str
    origin: str


class Answer(NamedTuple):
    """What a document answers to a demand."""

    demand: Demand
    answer: str
    reasons: tuple[Reason, ...]
