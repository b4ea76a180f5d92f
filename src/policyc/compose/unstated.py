"""Facts that no sentence states, and sentences that no fact stands behind."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import ERROR, Both, Diagnostic, quoted
from ..facts.identifiers import etc_of, of_value
from ..model import STATED, Field, Node, Value
from ..model.types import CLOSING_KEY, TEXT_KEY
from ..model.words import ETC
from ..source import Span
from . import kinds
from .page import Line, plain
from .sentences import Lines, cut
from .standard import is_standard

if TYPE_CHECKING:
    from . import Composition

# Kinds of document whose matter is not how personal data are handled. Their document, its parts and clauses of prose state nothing else.
_OTHER_MATTERS = {"commerce-notice", "payment-notice", "terms", "general-policy", "site-index"}
_PROSE = {"document", "part"}
_INTO_THE_TEXT = (
    Both("機械向けの出力だけが約束することになります。", "Only the machine files would promise it."),
    Both("", "Put"),
    Both("本文に", "into the text"),
)


class Broken(NamedTuple):
    """Blocks in which an error was found: in any field, and in their own text (or where it could have been)."""

    blocks: set[str]
    texts: set[str]


def broken_blocks(document: Node, earlier: Iterable[Diagnostic]) -> Broken:
    broken = Broken(set(), set())
    for diagnostic in earlier:
        at = diagnostic.span.start
        inside = document.start <= at < document.end and diagnostic.span.source is document.source
        if diagnostic.severity != ERROR or not inside:
            continue
        node = document
        while node.children:
            child = node.children[max(bisect_right(node.children, at, key=lambda n: n.start) - 1, 0)]
            if not child.start <= at < child.end:
                break
            node = child
        broken.blocks.add(node.id)
        field = next((f for f in node.fields.values() if f.start <= at < f.end), None)
        if field is None or field.key.word in (TEXT_KEY.word, CLOSING_KEY.word):
            broken.texts.add(node.id)
    return broken


def unstated(nodes: list[Node], composition: Composition, broken: Broken) -> Iterator[Diagnostic]:
    stated = composition.inline.stated
    for node in nodes:
        if not node.fields or node.type.role in ("entity", "setting") or _unread(node, broken):
            continue
        for field in node.fields.values():
            # What classifies a block need not be said, but words of one's own classify nothing.
            values = field.values if field.key.stated else _words(field)
            if not values and not field.key.stated:
                continue
            fact = node.fact(field.key.word)
            if node.goes_on and field.open and etc_of(fact) not in stated:
                yield _unsaid_etc(node, field)
            # A field whose values were all refused has been reported already.
            if fact in stated or (field.stance == STATED and not field.values):
                continue
            elements = [of_value(fact, value.element) for value in values]
            if field.stance == STATED and elements and all(element in stated for element in elements):
                continue
            missing = [v for v, e in zip(values, elements, strict=True) if e not in stated]
            some = missing and len(missing) < len(field.values)
            start, end = (missing[0].start, missing[0].end) if some else (field.start, field.end)
            # As the source spells it.
            word = field.key.ja if node.source.text.startswith(field.key.ja, field.start) else field.key.word
            # Words of one's own have no name to be asked for by.
            ref = f"{word}.{missing[0].picked}" if some and missing[0].element else word
            span = Span(node.source, start, end)
            words = Both(ref if word == field.key.ja else f"{field.key.ja}（{ref}）", ref)
            why, how, where = _advice(node, span, TEXT_KEY.ja if word == field.key.ja else TEXT_KEY.word)
            yield kinds.FACT_NOT_STATED.at(span, field=words, ref=ref, why=why, how=how, where=where)


def _unsaid_etc(node: Node, field: Field) -> Diagnostic:
    """That no sentence says that a list goes on: told at its 等."""
    text = node.source.text
    at, word = max((text.rfind(word, field.start, field.end), word) for word in ETC)
    ja = text.startswith(field.key.ja, field.start)
    name = field.key.ja if ja else field.key.word
    ref = f"{name}.{ETC[1] if ja else ETC[0]}"
    span = Span(node.source, at, at + len(word))
    return kinds.ETC_NOT_STATED.at(span, field=field.key.words, whole=name, ref=ref)


def _advice(node: Node, span: Span, text: str) -> tuple[Both, Both, Both]:
    """Why a field is not stated, and what to do: a clause without a text of its own has a standard wording, which does not
    speak of every value."""
    if node.type.role != "clause" or TEXT_KEY.word in node.fields:
        return _INTO_THE_TEXT
    said = quoted(span.text.partition("\n")[0])
    return (
        Both(f"「{said}」を述べる標準の文言はありません。", f"No standard wording states `{said}`."),
        Both(f'この条項に「{text}: "…"」を加え、', f"Give the clause a `{text}` of its own with"),
        Both("その中に", "in it"),
    )


def _words(field: Field) -> tuple[Value, ...]:
    """The values of a field of the vocabulary that are words of one's own."""
    if not field.key.kind.vocabulary:
        return ()
    return tuple([value for value in field.values if value.kind == "text"])


def _unread(node: Node, broken: Broken) -> bool:
    """Whether the text that would state the fields of a node could not be read."""
    if not broken.texts:
        return False
    clause = node.clause
    return node.id in broken.texts or (clause is not None and clause.id in broken.texts)


def unused(entities: list[Node], every: list[Node]) -> Iterator[Diagnostic]:
    """Entities that no text mentions, and that stand in no field and no heading of `every` block: they are in no output.
    Of terms it is told on their own."""
    entities = [node for node in entities if node.type.role == "entity" and node.type.word != "term"]
    if not entities:
        return
    used: set[str] = set()
    for node in every:
        _targets(node.fields, used)
        for text in (node.title, node.label):
            used.update([ref.path[0] for ref in text.refs()] if text is not None else ())
    for node in entities:
        if node.explicit and node.id not in used:
            yield kinds.DECLARED_UNUSED.at(node.named_at, kind=Both(node.type.ja, node.type.word), name=node.id)


def _targets(fields: Mapping[str, Field], found: set[str]) -> None:
    """Adds the names of what fields hold."""
    for field in fields.values():
        for value in field.values:
            if isinstance(value.target, Node):
                found.add(value.target.id)
            if value.words is not None:
                found.update([ref.path[0] for ref in value.words.refs()])
            if value.fields:
                _targets(value.fields, found)


def without_fact(document: Node, lines: Lines, broken: Broken) -> Iterator[Diagnostic]:
    """One note per block, at its first such sentence: a page taken over as it is has dozens. `lines` are those of the
    page without names."""
    passed_over = broken.blocks | _prose(document)
    bare: dict[str, list[Span]] = {}
    for node, anchor, line in lines:
        if node in passed_over or not _may_be_bare(line):
            continue
        for sentence in cut(node, anchor, line):
            run = sentence.literal
            if not sentence.facts and run is not None and run.source is not None and not is_standard(run.source):
                bare.setdefault(node, []).append(Span(run.source, run.offset, run.offset + len(run.text)))
    for first, *rest in bare.values():
        n = len(rest)
        more = Both(f"（このブロックに、ほかに {n} 文）", f", nor behind {n} more of this block") if n else Both("", "")
        yield kinds.SENTENCE_WITHOUT_FACT.at(first, more=more)


def _may_be_bare(line: Line) -> bool:
    """Whether a line could have a sentence without facts: a stretch of runs without any that is all of the line, or in
    which a sentence both begins and ends. Most lines need not be cut to see that they have none."""
    whole = plain(line)
    if whole.find("。", 0, -1) < 0:
        # It is one sentence, as most are.
        return not any(run.facts for run in line)
    begins = at = 0
    for run in line:
        if run.facts and run.text:
            if _holds_one(whole, begins, at):
                return True
            at = begins = at + len(run.text)
        else:
            at += len(run.text)
    return _holds_one(whole, begins, at)


def _holds_one(whole: str, start: int, end: int) -> bool:
    """Whether all of a sentence could stand in a stretch of a line."""
    if start and whole[start - 1] != "。":
        start = whole.find("。", start, end) + 1
        if not start:
            return False
    return whole.find("。", start, end) >= 0 or start < end == len(whole)


def _prose(document: Node) -> set[str]:
    """The blocks of free prose of a document that is not about personal data: nothing is asked of their sentences.

    Its clauses of other types are about it, and their sentences stand on what they declare as in any document.
    """
    if document.choice("kind") not in _OTHER_MATTERS:
        return set()
    return {node.id for node in document.walk() if node.type.role in _PROSE or node.type.prose}
