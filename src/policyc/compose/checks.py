"""What is wrong between the facts and the text: facts nobody states, terms out of order, headings quoted by hand."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import TYPE_CHECKING

from ..diagnostics import Diagnostic, Findings, Label, has_errors
from ..model import Names, Node
from ..model.kinds import DUPLICATE_TERM
from ..model.said import PARTS, Said
from ..source import Span
from . import braces, kinds
from .circles import circles
from .sentences import Lines, both
from .unstated import broken_blocks, unstated, unused, without_fact

if TYPE_CHECKING:
    from . import Composition

# How firms call themselves and what they offer; used without a definition, a reader cannot know whom it means.
_SELF = [
    "当社",
    "弊社",
    "当法人",
    "当会",
    "当組合",
    "当団体",
    "当院",
    "当校",
    "当店",
    "当行",
    "当グループ",
    "当サイト",
    "本サービス",
    "本サイト",
    "本アプリ",
]
# Short names are looked for in all texts: no document has as many, but a hostile one could.
_MOST_WORDS = 500
_DEFINES = re.compile(r"「([^「」]{1,40})」(?:と(?:総称)?(?:いう|いいます|称する|称します|呼びます))")
_QUOTED = re.compile(r"「([^「」]{2,80})」")
# Compiled where it is used, as few texts need it.
_NUMBERED = r"(?:第[0-9０-９一二三四五六七八九十百]+[章節条]|[（(]?[0-9０-９一二三四五六七八九十]+[．.、）)])[ \u3000]*"


# Stands between what is written out in different places, where a text is looked through as one: no source can hold it,
# and what is looked for between brackets ends at it.
_APART = "\0「」\0"


class _Literals:
    """The characters that authors wrote out, in the order of the page: as one text to look through."""

    def __init__(self, lines: Lines) -> None:
        self.runs = [run for _, _, line in lines for run in line if run.literal and run.source is not None]
        self.text = _APART.join([run.text for run in self.runs])
        self._starts: list[int] = []

    def at(self, start: int, end: int) -> tuple[int, Span]:
        """The number of the run in which a stretch of the text stands, and its place in the source."""
        if not self._starts:
            self._starts = [0, *accumulate([len(run.text) + len(_APART) for run in self.runs])]
        n = bisect_right(self._starts, start) - 1
        run, first = self.runs[n], self._starts[n]
        assert run.source is not None
        return n, Span(run.source, run.offset + start - first, run.offset + end - first)


def check_document(document: Node, composition: Composition, names: Names, earlier: Iterable[Diagnostic]) -> Findings:
    """Findings on one composed document. Where `earlier` found an error in a text, it is not told which facts that
    text leaves out, nor of a block with an error which sentences have none: that would follow from the error."""
    broken = broken_blocks(document, earlier)
    nodes = composition.inline.nodes
    # What was left out of a document that grew too long may state what the rest does not, and define its words.
    whole = not composition.inline.budget.ended
    found = Findings(unstated(nodes, composition, broken) if whole else ())
    every, without_names = both(composition.page)
    literals = _Literals(every)
    terms = _terms(nodes, names)
    found += _twice(composition, terms)
    written = _written_out(every, literals, composition, terms)
    # Where declarations could not be read, what they would have defined and stated is not known.
    # An index names the pages of others in their words, and defines nothing.
    if document.choice("kind") == "site-index" or not whole:
        written = iter(())
    found += (d for d in written if not (names.partial and d.kind is kinds.TERM_UNDEFINED))
    found += _headings(composition, literals)
    if braces.OPENING in document.source.text:
        found += braces.full_width(document, composition, names, every)
    found += _in_headings(nodes, names)
    found += _dates(document)
    found += () if names.partial or not whole else without_fact(document, without_names, broken)
    return found


def _dates(document: Node) -> Iterator[Diagnostic]:
    """Revisions before the day of enactment. In which order revisions are listed, and whether a document is published
    after it took effect, is its author's to say."""
    for enacted in document.values("enacted"):
        for revised in document.values("revised"):
            # Days of ISO 8601 of four figures compare as words.
            if revised.word < enacted.word:
                span = document.span._replace(start=revised.start, end=revised.end)
                there = Label(
                    document.span._replace(start=enacted.start, end=enacted.end), "制定日です", "the day of enactment"
                )
                yield kinds.REVISED_TOO_EARLY.at(span, there, found=revised.word, enacted=enacted.word)


def check_file(
    documents: list[Node], top: list[Node], compositions: list[Composition], earlier: list[Diagnostic]
) -> Findings:
    """Findings on a whole file: terms that no document of it uses, or whose meanings go round in a circle; and what is
    declared of entities, or they themselves, and no document says (not asked while there are errors: a text that was not
    read may say them)."""
    found = Findings()
    if not documents:
        return found
    mentioned = {name for c in compositions for name in c.inline.mentioned}
    main = documents[0].source
    declared = [node for node in top if node.source is main] + [n for d in documents for n in d.walk()]
    terms = [node for node in declared if node.type.word == "term"]
    if not any(c.inline.budget.ended for c in compositions):
        found += (
            kinds.TERM_UNUSED.at(node.named_at, found=_title(node), ref=node.id)
            for node in terms
            if node.id not in mentioned
        )
    if not has_errors(earlier):
        found += _parts(declared, compositions)
        found += unused([node for node in declared if node.id not in mentioned], [*top, *declared])
    for composition in compositions:
        used = [node for node in composition.inline.introduced.values() if node.type.word == "term"]
        found += circles([*terms, *used], composition.inline.names)
    return found


def _parts(declared: list[Node], compositions: list[Composition]) -> Iterator[Diagnostic]:
    """What is declared of an entity of this file, and left out of the machine files of every document that names it."""
    said = [(c.inline.mentioned, Said(c.inline.short, c.inline.stated)) for c in compositions]
    for node in declared:
        inside = [said for mentioned, said in said if node.id in mentioned] if node.type.role == "entity" else []
        for part in PARTS if inside else ():
            field = node.field(part)
            if field is not None and field.values and not any(one.says(node, part) for one in inside):
                span = Span(node.source, field.start, field.end)
                yield kinds.PART_NOT_SAID.at(span, name=node.id, field=field.key.words, ref=node.fact(part))


def _title(node: Node) -> str:
    return node.title.span.text.strip('"「」') if node.title is not None else node.id


# -- terms ------------------------------------------------------------------------------------------------------------


def _introduced(lines: Lines, names: dict[str, Node]) -> dict[str, int]:
    """Behind how many literal runs of the page each party or term is introduced."""
    found: dict[str, int] = {}
    before = 0
    for _, _, line in lines:
        for run in line:
            for fact in run.facts:
                if fact in names and fact not in found:
                    found[fact] = before
            before += run.literal and run.source is not None
    return found


def _terms(nodes: list[Node], names: Names) -> dict[str, list[Node]]:
    """Short names and terms in reach of a document of these nodes, each with what it stands for."""
    found: dict[str, list[Node]] = {}
    for node in (*names.globals.values(), *nodes):
        if node.type.role != "entity":
            continue
        called = node.fields.get("called")
        text = called.text() if called is not None else node.title if node.type.word == "term" else None
        if text is not None and len(text.lines) == 1:
            word = text.span.text.strip('"「」')
            if len(word) >= 2:
                found.setdefault(word, []).append(node)
    return found


def _twice(composition: Composition, terms: dict[str, list[Node]]) -> Iterator[Diagnostic]:
    introduced = composition.inline.introduced
    for word, nodes in terms.items():
        used = [node for node in nodes if node.id in introduced]
        if len(used) > 1:
            label = Label(_calling(used[0]), "先の定義はここ", "defined first here")
            yield DUPLICATE_TERM.at(_calling(used[1]), label, found=word)


def _calling(node: Node) -> Span:
    """Where a node says how it is called."""
    called = node.field("called")
    value = called.first if called is not None else None
    return Span(node.source, value.start, value.end) if value is not None else node.named_at


def _written_out(
    lines: Lines, literals: _Literals, composition: Composition, terms: dict[str, list[Node]]
) -> Iterator[Diagnostic]:
    written = literals.text
    # Of the words that are looked for, few texts have any.
    words = {word for word in (*list(terms)[:_MOST_WORDS], *_SELF) if word in written}
    if words:
        words.difference_update(_DEFINES.findall(written))
    if not words:
        return
    pattern = re.compile("|".join(map(re.escape, sorted(words, key=len, reverse=True))))
    introduced = _introduced(lines, composition.inline.introduced)
    undefined: set[str] = set()
    for hit in pattern.finditer(written):
        word = hit.group()
        n, span = literals.at(hit.start(), hit.end())
        nodes = terms.get(word, [])
        if any(node.id in literals.runs[n].facts for node in nodes):
            continue
        at = min((introduced[n.id] for n in nodes if n.id in introduced), default=None)
        if at is None:
            if word not in undefined:
                undefined.add(word)
                yield kinds.TERM_UNDEFINED.at(span, found=word)
        elif n < at:
            yield kinds.TERM_BEFORE_DEFINITION.at(span, found=word, ref=nodes[0].id)
        else:
            yield kinds.LITERAL_TERM.at(span, found=word, ref=nodes[0].id)


def _in_headings(nodes: list[Node], names: Names) -> Iterator[Diagnostic]:
    """References to places in headings, which are made before any place has its number."""
    for node in nodes:
        if node.title is None or node.title.characters is not None:
            continue
        if node.type.role not in ("document", "part", "clause"):
            continue
        for ref in node.title.refs():
            target = names.find(ref.path[0], node.document)
            if target is not None and target.type.role in ("part", "clause", "item") and ref.words is None:
                span = Span(node.source, ref.start, ref.end)
                yield kinds.PLACE_IN_HEADING.at(span, found=target.id)


# -- headings ---------------------------------------------------------------------------------------------------------


def _headings(composition: Composition, literals: _Literals) -> Iterator[Diagnostic]:
    quotes = list(_QUOTED.finditer(literals.text))
    if not quotes:
        return
    spots = {id_: spot for id_, spot in composition.layout.spots.items() if spot.heading}
    by_heading = {spot.heading: id_ for id_, spot in spots.items()}
    by_title = {spot.title: id_ for id_, spot in spots.items() if len(spot.title) >= 2}
    by_marker = {spot.marker: id_ for id_, spot in spots.items() if spot.marker}
    for hit in quotes:
        quoted = hit.group(1)
        _, span = literals.at(hit.start(), hit.end())
        if quoted in by_heading:
            yield kinds.LITERAL_HEADING.at(span, found=quoted, ref=by_heading[quoted])
            continue
        number = re.match(_NUMBERED, quoted)
        if number is None:
            continue
        rest = quoted[number.end() :].strip("（）() \u3000")
        id_ = by_title.get(rest) or by_marker.get(number.group())
        if id_ is not None:
            yield kinds.STALE_HEADING.at(span, found=quoted, heading=spots[id_].heading, ref=id_)
