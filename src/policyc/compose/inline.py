"""Texts with references to runs: what every `{name}` says, with definitions at the first mention."""

from __future__ import annotations

from ..diagnostics import Both, Diagnostic, Findings
from ..model import (
    Field,
    Key,
    LinkSeg,
    Lit,
    Names,
    Node,
    Ref,
    Seg,
    Strong,
    Text,
    Value,
)
from ..model import part_word as english
from ..source import Source, Span
from ..vocab import Concept
from . import fields, kinds, missing, nodes
from .budget import REFERENCE, Budget
from .join import merged
from .layout import Layout
from .page import Run, Written, written
from .page import plain as characters
from .standard import is_standard

_MAX_DEPTH = 12
_Kept = tuple[bool, list[Diagnostic], set[str], set[str]]
_Given = tuple[Node | None, Field | None, Key | None]


class Inline:
    """Says texts of one document, in the order they are given: the first mention of a party or term defines it."""

    def __init__(self, document: Node, names: Names) -> None:
        self.document = document
        self.names = names
        self.layout: Layout | None = None
        self.found: list[Diagnostic] = Findings()
        self.budget = Budget(self.found)
        self.introduced: dict[str, Node] = {}
        self.stated: set[str] = set()
        self.mentioned: set[str] = set()
        self.defining = True
        self._fields: dict[tuple[str, Node], _Given] = {}
        self._held: dict[Node, dict[int, tuple[Field, Value]]] = {}
        # The references that are being followed, from the text inwards.
        self._way: list[str] = []

    def line(self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...] = ()) -> Written:
        """Runs of one line; `facts` are what the whole line states."""
        return written(merged(self.segs(segs, scope, source, facts, {})))

    def short(self, text: Text | None, scope: Node) -> str:
        """The characters of a text in its short forms, defining nothing: for headings and machine values."""
        if text is None:
            return ""
        only = text.characters
        if only is not None:
            return only.text
        plain = _plain(text)
        if plain is not None:
            return plain
        keep = self._aside()
        said = "\n".join(characters(tuple(self.segs(line.segs, scope, text.source, (), {}))) for line in text.lines)
        self._return(keep)
        return said

    def heading(self, text: Text, scope: Node) -> list[Run]:
        """The runs of a title in its short forms, defining nothing; what they say is computed, and states nothing."""
        keep = self._aside()
        runs = merged(self.segs(text.lines[0].segs, scope, text.source, (), {}))
        self._return(keep)
        return [run._replace(facts=(), literal=False, source=None, offset=-1) for run in runs]

    def value(self, value: Value, scope: Node, source: Source) -> str:
        """The characters of one value, defining nothing."""
        keep = self._aside()
        said = characters(tuple(fields.value(self, value, scope, source, (), "")))
        self._return(keep)
        return said

    def _aside(self) -> _Kept:
        """What is said until `_return` is not said on the page: it defines, states and reports nothing."""
        keep = self.defining, self.found, self.stated, self.mentioned
        self.defining, self.found, self.stated, self.mentioned = False, [], set(), set()
        return keep

    def _return(self, keep: _Kept) -> None:
        self.defining, self.found, self.stated, self.mentioned = keep

    def segs(
        self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        runs: list[Run] = []
        standard = is_standard(source)
        for seg in segs:
            if isinstance(seg, Lit):
                text, start = seg
                if not self.budget.spend(len(text), source, start):
                    break
                if standard:
                    runs.append(tuple.__new__(Run, (text, "", False, facts, False, None, -1, False)))
                else:
                    runs.append(tuple.__new__(Run, (text, "", False, facts, True, source, start, False)))
            elif isinstance(seg, Ref):
                runs += self._ref(seg, scope, source, facts, env)
            elif isinstance(seg, LinkSeg):
                label = self.segs(seg.label, scope, source, facts, env)
                bare = seg.end - seg.start == len(seg.url) + 2
                runs += [run.linking(seg.url, bare) for run in label]
            elif isinstance(seg, Strong):
                runs += [run._replace(strong=True) for run in self.segs(seg.inner, scope, source, facts, env)]
        return runs

    def _ref(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        head = ref.path[0]
        if head in env and len(ref.path) == 1:
            return [run.stating(facts + run.facts) for run in env[head]]
        if not self.budget.spend(REFERENCE, source, ref.start):
            return []
        if len(self._way) >= _MAX_DEPTH:
            how = kinds.IN_A_CIRCLE if head in self._way else kinds.TOO_DEEP
            self.found.append(kinds.REFERENCE_CYCLE.at(Span(source, ref.start, ref.end), found=head, how=how))
            return []
        self._way.append(head)
        runs = self._meaning(ref, scope, source, facts, env)
        self._way.pop()
        return runs

    def _meaning(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        head, parts = ref.path[0], ref.path[1:]
        at, field, absent = self._given(head, scope)
        if at is not None and field is not None:
            return fields.field(self, ref, at, field, parts, scope, source, facts, env)
        if absent is not None and self.find(head) is None:
            words = Both(absent.ja, absent.word)
            if is_standard(source):
                # What a standard wording needs and the document lacks is missing there, and reported there.
                if absent.word == "operator":
                    self.found.append(kinds.OPERATOR_NEEDED.at(scope.named_at))
                return []
            self.found.append(kinds.FIELD_NOT_GIVEN.at(Span(source, ref.start, ref.end), found=head, field=words))
            return self._words(ref, scope, source, facts, env) or []
        blocks = [child for child in scope.children if child.type.word == head] if is_standard(source) else []
        if blocks:
            return fields.blocks(self, ref, blocks, source, facts, env)
        node = self.find(head)
        if node is not None:
            return self._node(ref, node, parts, scope, source, facts, env)
        if self.layout is not None and head in self.layout.spots:
            return self._words(ref, scope, source, facts, env) or [
                Run(self.layout.spots[head].reference(), facts=facts)
            ]
        for category in ("data", "recipients", "rights", "purposes"):
            concept = self.names.concept(category, head)
            if concept is not None:
                if parts and not is_standard(source):
                    missing.unknown_part_at(self, Span(source, ref.start, ref.end), head, parts[0], ())
                fact = self.field_with(concept, scope) or f"{category.removesuffix('s')}:{concept.id}"
                said = self._words(ref, scope, source, (*facts, fact), env)
                return said or [Run(concept.ja if head.isascii() else head, facts=(*facts, fact))]
        missing.unknown(self, ref, scope, source)
        return self._words(ref, scope, source, facts, env) or []

    def _given(self, head: str, scope: Node) -> _Given:
        """The field of that name of the nearest block around a text; without one, the field that a block there could
        have. Remembered: the same names are used over and over in the items of one clause."""
        known = self._fields.get((head, scope))
        if known is None:
            key = scope.type.key(head)
            field = scope.fields.get(key.word) if key is not None else None
            if field is not None:
                known = scope, field, None
            elif scope.parent is None:
                known = None, None, key
            else:
                at, field, absent = self._given(head, scope.parent)
                known = at, field, key or absent
            self._fields[head, scope] = known
        return known

    def _words(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run] | None:
        return self.segs(ref.words, scope, source, facts, env) if ref.words is not None else None

    def lines(
        self, text: Text, scope: Node, facts: tuple[str, ...], env: dict[str, list[Run]] | None = None
    ) -> list[Run]:
        first, *more = text.lines
        runs = self.segs(first.segs, scope, text.source, facts, env or {})
        for line in more:
            runs.append(Run("\n", facts=facts))
            runs += self.segs(line.segs, scope, text.source, facts, env or {})
        return runs

    def _node(
        self,
        ref: Ref,
        node: Node,
        parts: tuple[str, ...],
        scope: Node,
        source: Source,
        facts: tuple[str, ...],
        env: dict[str, list[Run]],
    ) -> list[Run]:
        at = tuple.__new__(Span, (source, ref.start, ref.end))
        key = node.type.key(parts[0]) if parts and node.type.role == "item" else None
        field = node.fields.get(key.word) if key is not None and key.stated else None
        if field is not None:
            # What an item declares may be said in the text of its clause, as in the cells of a table.
            self.mentioned.add(node.id)
            return fields.field(self, ref, node, field, parts[1:], node, source, (*facts, node.id), env)
        if node.type.word in ("data", "recipient", "desk"):
            facts = (*facts, self.field_with(node, scope) or node.id)
        elif node.type.role in ("clause", "item", "delegation"):
            if ref.words is not None or node.type.role == "delegation":
                facts = (*facts, node.id)
                self.stated.add(node.id)
            elif not parts:
                facts = (*facts, *filter(None, [self.field_with(node, scope)]))
        else:
            self.field_with(node, scope)
        self.mentioned.add(node.id)
        part = english(parts[0]) if parts else ""
        if ref.words is not None:
            runs = self.segs(ref.words, scope, source, facts, env)
            if node.type.role in ("clause", "part") and self.layout is not None and node.id in self.layout.spots:
                self._quoted_heading(ref, node, runs, source)
            if part and nodes.has_part(self, node, part, at) and any(run.text.strip() for run in runs):
                self.stated.add(node.fact(part))
            if node.url and node.type.role in ("entity", "delegation") and not any(r.url for r in runs):
                self.stated.add(node.fact("url"))
                runs = [run.linking(node.url, run.bare) for run in runs]
            return runs
        return nodes.say_node(self, node, part, facts, at)

    def _quoted_heading(self, ref: Ref, node: Node, runs: list[Run], source: Source) -> None:
        """Words given for a heading must be the heading that the document has now."""
        words = characters(tuple(runs))
        if self.layout is None or "「" not in words:
            return
        spot = self.layout.spots[node.id]
        if words.strip("「」") not in (spot.heading, spot.title):
            span = Span(source, ref.start, ref.end)
            self.found.append(
                kinds.STALE_HEADING.at(span, found=words.strip("「」"), heading=spot.heading, ref=node.id)
            )

    def find(self, name: str) -> Node | None:
        return self.names.find(name, self.document)

    def field_with(self, target: Node | Concept, scope: Node) -> str:
        """The fact of an enclosing block's field that holds `target`: naming the target there states the field."""
        at: Node | None = scope
        while at is not None and at.type.role not in ("document", "part"):
            held = self._held.get(at)
            if held is None:
                held = self._held[at] = _targets(at)
            if id(target) in held:
                field, value = held[id(target)]
                fact = f"{at.fact(field.key.word)}/{value.element}"
                self.stated.add(fact)
                return fact if field.key.backs else ""
            at = at.parent
        return ""


def _targets(node: Node) -> dict[int, tuple[Field, Value]]:
    """What the fields of a node hold, by the thing itself: the first that holds it."""
    found: dict[int, tuple[Field, Value]] = {}
    for field in node.fields.values():
        for value in field.values:
            if value.target is not None:
                found.setdefault(id(value.target), (field, value))
    return found


def _plain(text: Text) -> str | None:
    """The characters of a text without references, links or emphasis; None for others. Most titles are such."""
    said: list[str] = []
    for line in text.lines:
        if not line.segs:
            said.append("")
            continue
        (seg, *more) = line.segs
        if more or not isinstance(seg, Lit):
            return None
        said.append(seg.text)
    return "\n".join(said)
