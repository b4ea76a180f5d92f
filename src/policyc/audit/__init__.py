"""The audit of a document: every rule with its answer, the sentences behind it, and where they stand in the source."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from .. import law
from ..compose.sentences import Heading, Sentence, headings
from ..compose.standard import is_standard
from ..diagnostics import Both
from ..facts.identifiers import topic_clause
from ..model import BlockType
from ..pipeline import Document
from ..source import Source, Span
from . import declared
from .evidence import Statements
from .places import Places
from .there import There


class Evidence(NamedTuple):
    """A sentence behind an answer: its number in the page, its anchor there, and where it comes from."""

    number: int
    text: str
    anchor: str
    span: Span


class Row(NamedTuple):
    """One line of the audit. `of` says of which part of the document it is the answer (empty for all of it); `span`
    is where what is wanting belongs, or where it was declared otherwise; `lacking` names the fields that are missing.
    `accepted` is the reason for which the source leaves what is wanting as it is, `until` the last day of that; `set_to`
    is the severity that a firm's own settings give the rule, where it is another than the rule's, by the row of `pattern`
    at `set_at`. None of these changes the answer. `there` is what the document says that the matter is left to, where that is one of the run."""

    answer: law.Answer
    of: str
    evidence: tuple[Evidence, ...]
    span: Span
    lacking: tuple[Both, ...]
    accepted: str = ""
    until: str = ""
    set_to: str = ""
    there: There | None = None
    pattern: str = ""
    set_at: Span | None = None

    @property
    def rule(self) -> law.Rule:
        return self.answer.rule

    @property
    def wanting(self) -> bool:
        """Whether something is wanting: here, or in the document of the run that the matter is left to."""
        return self.answer.answer in law.WANTING or (self.there is not None and self.there.lacking)

    @property
    def by_words(self) -> bool:
        """Whether the answer rests on the words of sentences, and not on a declared fact."""
        if self.answer.answer == law.MISSING:
            return self.rule.by_words
        return self.answer.verdict.by_words

    @property
    def guessed(self) -> bool:
        """Whether only words, and no declared fact, make the rule ask for what is missing."""
        return self.answer.answer == law.MISSING and self.answer.trigger.by_words


class Audit(NamedTuple):
    """All answers of one document on one day; `beside` counts the rules that speak of other kinds of document."""

    document: str
    title: str
    kind: str
    url: str
    as_of: str
    rows: list[Row]
    sentences: list[Sentence]
    headings: list[Heading]
    beside: int

    def groups(self) -> list[tuple[str, list[list[Row]]]]:
        """The rows by statute, in order; rows of one rule with the same answer (and acceptance) belong together."""
        made: dict[str, dict[tuple[str, ...], list[Row]]] = {}
        for row in self.rows:
            key = (row.rule.id, row.answer.answer, row.accepted, row.until)
            made.setdefault(row.rule.statute, {}).setdefault(key, []).append(row)
        return [(statute, list(made[statute].values())) for statute in law.STATUTES if statute in made]

    def counts(self) -> dict[str, int]:
        """How many rules got each answer; a rule of several rows counts once, with the first in `law.ANSWERS`."""
        worst: dict[str, int] = {}
        for row in self.rows:
            rank = law.ANSWERS.index(row.answer.answer)
            worst[row.rule.id] = min(worst.get(row.rule.id, rank), rank)
        made = dict.fromkeys(law.ANSWERS, 0)
        for rank in worst.values():
            made[law.ANSWERS[rank]] += 1
        return made


def audit(
    document: Document, sources: Mapping[str, Source], as_of: str = "", only: tuple[str, ...] = law.ANSWERS
) -> Audit:
    """Put every rule of the day `as_of` to a document; `sources` are its files by path.

    The day is ISO 8601; by default it is that of the newest text of a statute that the rules were read from. `only` the
    rows with these answers are made.
    """
    as_of = as_of or law.NEWEST
    policy, page = document.policy, document.composition.page
    reading, answers = law.examine(policy, page, as_of)
    places = Places(document.node, sources)
    statements = Statements(reading.sentences)
    rows = []
    for answer in answers:
        if answer.answer not in only:
            continue
        shown = tuple(evidence_of(n, reading.sentences[n], places) for n in statements.behind(answer))
        lacking = places.fields(answer.row.node, answer.verdict.lacking) if answer.row is not None else ()
        if answer.answer == law.MISSING:
            lacking = _with_ways(lacking, answer, reading, document.node.type)
        rows.append(Row(answer, _of(answer, reading), shown, _span(answer, shown, places, reading), lacking))
    beside = law.COUNT - sum(1 for _ in law.rules(policy.kind))
    title = policy.title or policy.id
    outline = headings(page) if only == law.ANSWERS else []
    return Audit(policy.id, title, policy.kind, policy.url, as_of, rows, reading.sentences, outline, beside)


def _with_ways(
    lacking: tuple[Both, ...], answer: law.Answer, reading: law.Reading, document: BlockType
) -> tuple[Both, ...]:
    """The fields that a block lacks, and what else a source may declare to answer the rule."""
    named = {words.en for words in lacking}
    ways = [way for way in declared.ways(answer.rule, reading, answer.row) if way.values or way.field not in named]
    told = (declared.shown(way, document) for way in ways)
    # With the words that it takes a field is named once.
    better = {way.field for way in ways}
    return tuple(
        dict.fromkeys((*(w for w in lacking if w.en not in better), *(words for words in told if words is not None)))
    )


def evidence_of(number: int, sentence: Sentence, places: Places) -> Evidence:
    """A sentence with the place that it comes from."""
    run = sentence.literal
    if run is not None and run.source is not None and not is_standard(run.source):
        span = Span(run.source, run.offset, run.offset + len(run.text))
    else:
        span = places.of((*sentence.facts, sentence.node))
    return Evidence(number, sentence.text, sentence.anchor, span)


def _span(answer: law.Answer, shown: tuple[Evidence, ...], places: Places, reading: law.Reading) -> Span:
    """Where an answer belongs: what contradicts a rule, the block that lacks something, or the clause of the matter."""
    verdict, row = answer.verdict, answer.row
    if answer.answer == law.CONTRARY:
        if verdict.sentences and shown:
            return shown[0].span
        return places.of((*_flat(verdict), row.node if row is not None else ""))
    if answer.origin:
        return places.at(answer.origin)
    if row is not None:
        return places.of((row.node,))
    types = [topic_clause(topic) for topic in answer.rule.topics]
    clauses = [reading.first[type_] for type_ in types if type_ in reading.first]
    return places.of((*clauses, *_flat(answer.trigger)))


def _flat(verdict: law.Verdict) -> tuple[str, ...]:
    return tuple(fact for facts in verdict.facts for fact in facts)


def _of(answer: law.Answer, reading: law.Reading) -> str:
    """The name of the part of the document that an answer is about."""
    row = answer.row
    if row is None:
        return ""
    if row.kind == "purpose":
        return row.text
    practice = reading.practices.get(row.node)
    if practice is not None:
        return _headed(practice.marker, practice.title)
    place = reading.places.get(row.clause)
    return _headed(place.marker, place.heading) if place is not None else row.text


def _headed(marker: str, words: str) -> str:
    """A number and the words after it; a number that ends without a mark of its own is set off, as on the page."""
    return f"{marker}　{words}" if marker[-1:].isalnum() and words else f"{marker}{words}"
