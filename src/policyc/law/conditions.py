"""What a condition asks of a document, and what the document answers.

The forms, as they stand in YAML (README.md tells of them one by one):

    {states: items}                              the row at hand, or the document, states that field
    {its: basis, among: [consent]}               one of the words of that field is among these (`only`: all are)
    {right: disclosure}                          the document has a fact of that kind; further keys narrow it
    {says: [words]} {affirms: [words]}           a sentence says it: only where no fact could
    {all: [...]} {any: [...]} {not: ...}
    {code: name}                                 a function of the module beside the rule
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import NamedTuple

from ..compose.sentences import Sentence
from ..facts import DELEGATED, NONE, ON_REQUEST, STATED
from ..facts.identifiers import of_field
from .patterns import says
from .reading import Reading
from .rows import Row
from .rule import Condition

MISSING = "missing"
# Of several answers to one question: the best for `any`, the worst for `all`.
_ORDER = (MISSING, NONE, ON_REQUEST, DELEGATED, STATED)


class Verdict(NamedTuple):
    """An answer: one of the four values or `missing`; the facts, words and sentences that give it; what is lacking.

    `found` are the words of the page that a rule takes exception to: a finding names them.
    `by_words` is true where only words were looked for, not facts. Each of `facts` is a tuple of identifiers that all mean it: a sentence may know it by the first or by a later one.
    """

    answer: str
    facts: tuple[tuple[str, ...], ...] = ()
    words: tuple[str, ...] = ()
    sentences: tuple[Sentence, ...] = ()
    lacking: tuple[str, ...] = ()
    url: str = ""
    label: str = ""
    by_words: bool = False
    found: tuple[str, ...] = ()

    @property
    def yes(self) -> bool:
        """Whether it is stated."""
        return self.answer == STATED


def found(reading: Reading, kind: str, words: tuple[str, ...], filters: Condition) -> Iterator[Row]:
    """The rows of a kind that are any of these words and pass the filters."""
    for row in reading.rows.get(kind, ()):
        if not row.words.isdisjoint(words) and all(_passes(row, name, wanted) for name, wanted in filters):
            yield row


def _passes(row: Row, name: str, wanted: tuple[str, ...]) -> bool:
    if name == "text":
        return says(row.text, wanted)
    values = row.fields.get(name, ())
    if wanted == ("any",):
        return bool(values)
    return not values if wanted == ("absent",) else not set(values).isdisjoint(wanted)


def ask(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    """What the document, or the row at hand, answers to a condition."""
    return _FORMS[condition[0]](condition, reading, row)


def _row(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    # Of the whole document, whatever row is at hand: asked once.
    known = reading.asked.get(condition)
    if known is None:
        known = reading.asked[condition] = _of_document(condition, reading)
    return known


def _of_document(condition: Condition, reading: Reading) -> Verdict:
    _, kind, words, filters = condition
    hits = list(found(reading, kind, words, filters))
    if not hits:
        return Verdict(MISSING, lacking=(f"{kind}: {words[0]}",))
    # What is narrowed by a field is said where that field is said.
    facts = tuple(
        (*(of_field(place, name) for name, _ in filters for place in (hit.node, hit.clause)), *hit.facts)
        for hit in hits
    )
    return Verdict(STATED, facts, url=hits[0].url, label=hits[0].text or "".join(hits[0].fields.get("procedure", ())))


def _states(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    path = condition[1]
    fields = reading.operator if row is None or path.startswith(("operator.", "url")) else row.fields
    values = fields.get(path, ())
    word, _, part = path.partition(".")
    if values and (part in ("", "form") or all(map(reading.said, values))):
        return Verdict(STATED, _facts(word, row), values if part else ())
    silence = reading.silences.get(of_field(row.node, word)) if row is not None and not values else None
    if silence is not None:
        return Verdict(silence.stance, ((silence.fact,),), url=silence.url, label=silence.label)
    return Verdict(MISSING, lacking=(path,))


def _facts(word: str, row: Row | None) -> tuple[tuple[str, ...], ...]:
    if row is None:
        return ()
    if row.kind == "purpose":
        return (row.facts,)
    # What a whole clause says of all that it states is a field of the clause.
    return ((of_field(row.node, word), *((of_field(row.clause, word),) if row.clause != row.node else ()), *row.facts),)


def _its(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    _, path, how, words = condition
    values = (row.fields if row is not None else reading.operator).get(path, ())
    fits = not set(values).isdisjoint(words) if how == "among" else bool(values) and set(values) <= set(words)
    if fits:
        return Verdict(STATED, _facts(path, row))
    silence = reading.silences.get(of_field(row.node, path)) if row is not None and not values else None
    if silence is not None:
        return Verdict(silence.stance, ((silence.fact,),), url=silence.url, label=silence.label)
    return Verdict(MISSING, lacking=(path,))


def _says(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    form, patterns, everywhere, near = condition
    scope = None if everywhere else row
    hits = reading.saying(patterns, scope, form == "affirms", near)
    if hits:
        return Verdict(STATED, sentences=tuple(hits[:3]), by_words=True)
    headed = reading.headed(patterns, scope) if form == "says" and not near else ""
    if headed:
        return Verdict(STATED, ((headed,),), by_words=True)
    return Verdict(MISSING, lacking=(f"「{patterns[0]}」",))


def _all(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    verdicts = [ask(one, reading, row) for one in condition[1]]
    worst = min(verdicts, key=lambda v: _ORDER.index(v.answer))
    if worst.yes:
        return _joined(verdicts)
    return worst._replace(lacking=tuple(word for v in verdicts for word in v.lacking))


def _any(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    best = Verdict(MISSING)
    for one in condition[1]:
        verdict = ask(one, reading, row)
        if verdict.yes:
            return verdict
        if _ORDER.index(verdict.answer) > _ORDER.index(best.answer) or not best.lacking:
            best = verdict
    return best


def _not(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    verdict = ask(condition[1], reading, row)
    # What contradicts is the evidence; what is well has none but the row itself.
    return verdict._replace(answer=MISSING) if verdict.yes else Verdict(STATED, (row.facts,) if row else ())


def _code(condition: Condition, reading: Reading, row: Row | None) -> Verdict:
    module, name = condition[1].rsplit(".", 1)
    function: Callable[[Reading, Row | None], Verdict] = getattr(
        __import__(f"{__package__}.{module}", fromlist=(name,)), name
    )
    return function(reading, row)


def _joined(verdicts: list[Verdict]) -> Verdict:
    return Verdict(
        STATED,
        tuple(fact for v in verdicts for fact in v.facts),
        tuple(word for v in verdicts for word in v.words),
        tuple(sentence for v in verdicts for sentence in v.sentences),
        url=next((v.url for v in verdicts if v.url), ""),
        label=next((v.label for v in verdicts if v.label), ""),
        # What is only denied (`not`) shows nothing, and does not count.
        by_words=all(v.by_words for v in verdicts if v.facts or v.sentences),
    )


_FORMS: dict[str, Callable[[Condition, Reading, Row | None], Verdict]] = {
    "row": _row,
    "states": _states,
    "its": _its,
    "says": _says,
    "affirms": _says,
    "all": _all,
    "any": _any,
    "not": _not,
    "code": _code,
}
