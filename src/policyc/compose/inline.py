"""Texts with references to runs: what every `{name}` says, with definitions at the first mention."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Findings, Kind
from ..facts.identifiers import of_value
from ..model import (
    Field,
    Key,
    LinkSeg,
    Lit,
    Names,
    Node,
    Ref,
    Seg,
    Text,
    Value,
)
from ..model.types import BlockType, by_word
from ..source import Source, Span
from ..vocab import Concept
from . import aside, fields, kinds, named, nodes
from .budget import MOST_DEPTH, REFERENCE, SENTENCE, STRETCH, Budget
from .join import merged
from .layout import Layout
from .page import Run, Written, written
from .standard import is_standard

_Kept = tuple[bool, list[Diagnostic], set[str], set[str]]
_Held = dict[int, tuple[Field, Value]]
# Longer lines may have sentences by the thousand.
_LONG = 1000

# The types of blocks that were met in this process, and all words for their fields: most names in a text are no such word,
# and are not looked for among the fields of one block after the other.
_types: dict[int, BlockType] = {}
_field_words: set[str] = set()


class Inline:
    """Says texts of one document, in the order they are given: the first mention of a party or term defines it."""

    def __init__(self, document: Node, names: Names, budget: Budget) -> None:
        self.document = document
        self.names = names
        self.layout: Layout | None = None
        self.found: list[Diagnostic] = Findings()
        self.budget = budget
        # Places of references to nothing that were told: in a title that is said a thousand times is one fault, no thousand.
        self._told: set[tuple[str, int, int]] = set()
        self.introduced: dict[str, Node] = {}
        self.stated: set[str] = set()
        self.mentioned: set[str] = set()
        self.defining = True
        # How many references to places were said so far.
        self.points = 0
        self.nodes = document.walk()
        # The source of most texts, which is no standard wording.
        self._own = document.source if not is_standard(document.source) else None
        self.short_names: dict[str, nodes.ShortName] = {}
        # Blocks around texts whose fields are known to have no other words than `_field_words`.
        self._within = set(self.nodes)
        for node in self.nodes:
            if id(node.type) not in _types:
                _learn(node.type)
        # What the fields of a block hold.
        self._held: dict[Node, _Held] = {}
        # The references that are being followed, from the text inwards.
        self.way: list[str] = []

    def line(self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...] = ()) -> Written:
        """Runs of one line; `facts` are what the whole line states."""
        points = self.points
        runs = self.segs(segs, scope, source, facts, {})
        if len(runs) > 1:
            line = written(merged(runs))
            if len(line.text) > _LONG and not self._room(line.text, segs, source):
                line = written(())
            if self.points != points:
                line.points = True
            return line
        # One stretch, as most items of a list are: there is nothing to join.
        text = runs[0].text if runs else ""
        if len(text) > _LONG and not self._room(text, segs, source):
            text = ""
        line = Written(runs if text else ())
        line.text = text
        line.points = self.points != points
        return line

    def _room(self, text: str, segs: tuple[Seg, ...], source: Source) -> bool:
        """Whether there is room for the sentences and lines of a text that was said for `segs`."""
        many = text.count("。") + text.count("\n")
        return self.budget.take(many * SENTENCE, source, segs[0].start)

    def short(self, text: Text | None, scope: Node) -> str:
        """The characters of a text in its short forms, defining nothing: for headings and machine values."""
        if text is None:
            return ""
        only = text.characters
        if only is not None:
            return only.text
        plain = aside.plain_text(text)
        if plain is not None:
            return plain
        return aside.text(self, text, scope)

    def heading(self, text: Text, scope: Node) -> list[Run]:
        """The runs of a title in its short forms, defining nothing; what they say is computed, and states nothing."""
        keep = self.aside()
        runs = merged(self.segs(text.lines[0].segs, scope, text.source, (), {}))
        self.back(keep)
        return [run._replace(facts=(), literal=False, source=None, offset=-1) for run in runs]

    def value(self, value: Value, scope: Node, source: Source) -> str:
        """The characters of one value, defining nothing."""
        return aside.value(self, value, scope, source)

    def aside(self) -> _Kept:
        """What is said until `back` is not said on the page: it defines, states and reports nothing."""
        keep = self.defining, self.found, self.stated, self.mentioned
        self.defining, self.found, self.stated, self.mentioned = False, [], set(), set()
        return keep

    def reports(self, kind: Kind, span: Span) -> bool:
        """Whether a finding of a kind would be told: not aside, nor a second time at its place, nor where there are enough
        (it is counted then)."""
        if not isinstance(self.found, Findings):
            return False
        place = kind.code, id(span.source), span.start
        if place in self._told:
            return False
        self._told.add(place)
        return not self.found.full(kind, span)

    def back(self, keep: _Kept) -> None:
        self.defining, self.found, self.stated, self.mentioned = keep

    def segs(
        self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        runs: list[Run] = []
        budget, short_names = self.budget, self.short_names
        standard = source is not self._own and is_standard(source)
        for seg in segs:
            if isinstance(seg, Ref):
                if seg.words is None and not env and not standard:
                    # Most references are names that were said before.
                    short = short_names.get(seg.path[0])
                    run = self._short(short, seg, scope, facts) if short is not None else None
                    if run is not None:
                        runs.append(run)
                        continue
                runs += self._ref(seg, scope, source, facts, env)
            elif isinstance(seg, Lit):
                text, start = seg
                left = budget.left = budget.left - len(text) - STRETCH
                if left < 0:
                    budget.over(len(text) + STRETCH, source, start)
                    break
                if standard:
                    runs.append(tuple.__new__(Run, (text, "", False, facts, False, None, -1, False)))
                else:
                    runs.append(tuple.__new__(Run, (text, "", False, facts, True, source, start, False)))
            elif isinstance(seg, LinkSeg):
                label = self.segs(seg.label, scope, source, facts, env)
                if not budget.take(len(label) * (len(seg.url) + STRETCH), source, seg.start):
                    break
                bare = seg.end - seg.start == len(seg.url) + 2
                runs += [run.linking(seg.url, bare) for run in label]
            else:
                inner = self.segs(seg.inner, scope, source, facts, env)
                if not budget.take(len(inner) * STRETCH, source, seg.start):
                    break
                runs += [run._replace(strong=True) for run in inner]
        return runs

    def _ref(
        self,
        ref: Ref,
        scope: Node,
        source: Source,
        facts: tuple[str, ...],
        env: dict[str, list[Run]],
    ) -> list[Run]:
        path, _, start, _ = ref
        head = path[0]
        budget, way = self.budget, self.way
        if env and head in env and len(path) == 1:
            said = env[head]
            if not budget.take(sum([len(run.text) + len(run.url) + STRETCH for run in said]), source, start):
                return []
            return [run.stating(facts + run.facts) for run in said]
        left = budget.left = budget.left - REFERENCE
        if left < 0:
            budget.over(REFERENCE, source, start)
            return []
        if len(way) >= MOST_DEPTH:
            span = Span(source, start, ref.end)
            if self.reports(kinds.REFERENCE_CYCLE, span):
                how = kinds.IN_A_CIRCLE if head in way else kinds.TOO_DEEP
                self.found.append(kinds.REFERENCE_CYCLE.at(span, found=head, how=how))
            return []
        at: Node | None = None
        field: Field | None = None
        absent: Key | None = None
        if not self.names_nothing_around(head, scope):
            at, field, absent = fields.around(head, scope)
        way.append(head)
        if at is not None and field is not None:
            runs = fields.field(self, ref, at, field, scope, source, facts, env)
        else:
            runs = named.meaning(self, ref, head, absent, scope, source, facts, env)
        way.pop()
        return runs

    def names_nothing_around(self, head: str, scope: Node) -> bool:
        """Whether a word is known to be that of no field of the blocks around a text."""
        if scope not in self._within:
            if scope.parent is not None:
                return False
            # A block of its own, such as one that was declared for several documents.
            self._within.add(scope)
            _learn(scope.type)
        return head not in _field_words

    def _short(self, short: nodes.ShortName, ref: Ref, scope: Node, facts: tuple[str, ...]) -> Run | None:
        """What is called by a short name once it was introduced: its characters, nothing more. None where the reference
        says something else, or too much was said already."""
        head, *parts = ref.path
        (text, start), node, source, url, states, defined, known, units = short
        if parts or not self.names_nothing_around(head, scope):
            return None
        if defined and self.defining and head not in self.introduced:
            return None
        budget = self.budget
        left = budget.left - units
        if left < 0 or len(self.way) >= MOST_DEPTH:
            return None
        budget.left = left
        field = self.field_with(node, scope)
        if states:
            facts = (*facts, field or node.id)
        run = known.get(facts)
        if run is None:
            run = known[facts] = tuple.__new__(Run, (text, url, False, facts, False, source, start, False))
        return run

    def lines(
        self, text: Text, scope: Node, facts: tuple[str, ...], env: dict[str, list[Run]] | None = None
    ) -> list[Run]:
        first, *more = text.lines
        runs = self.segs(first.segs, scope, text.source, facts, env or {})
        for line in more:
            runs.append(Run("\n", facts=facts))
            runs += self.segs(line.segs, scope, text.source, facts, env or {})
        return runs

    def field_with(self, target: Node | Concept, scope: Node) -> str:
        """The fact of an enclosing block's field that holds `target`: naming the target there states the field."""
        at: Node | None = scope
        while at is not None and at.type.role not in ("document", "part"):
            held = self._held.get(at)
            if held is None:
                held = self._held[at] = _targets(at)
            if held and id(target) in held:
                field, value = held[id(target)]
                fact = of_value(at.fact(field.key.word), value.element)
                self.stated.add(fact)
                return fact if field.key.backs else ""
            at = at.parent
        return ""


def _learn(type_: BlockType) -> None:
    _types[id(type_)] = type_
    _field_words.update(by_word(type_.keys))


def _targets(node: Node) -> _Held:
    """What the fields of a node hold, by the thing itself: the first that holds it."""
    found: _Held = {}
    for field in node.fields.values():
        for value in field.values:
            target = value.target
            if target is not None and id(target) not in found:
                found[id(target)] = field, value
    return found
