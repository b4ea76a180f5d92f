"""Texts with references to runs: what every `{name}` says, with definitions at the first mention."""

from __future__ import annotations

from ..diagnostics import Both, Diagnostic, Findings
from ..diagnostics.nearest import nearest
from ..model import (
    DELEGATED,
    NONE,
    ON_REQUEST,
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
    numbers,
)
from ..model import part_word as english
from ..source import Source, Span
from ..vocab import Concept
from . import kinds
from .budget import REFERENCE, Budget
from .layout import Layout, register
from .page import Line, Run
from .page import plain as characters

# Path of the sources that standard wordings are read as; their characters are nobody's to mend in a policy.
WORDING = "<wording>"

_MAX_DEPTH = 12
_STANCES = {
    NONE: ("ありません", "ない"),
    ON_REQUEST: ("ご請求に応じて遅滞なく回答します", "請求に応じて遅滞なく回答する"),
}
_COMMON_PARTS = ("full", "called", "url")
# {users.及び} says A、B及びC, {users.又は} A、B又はC.
_GLUES = {"and": "及び", "or": "又は"}
_PARTS = {
    "organization": ("full", "called", "address", "postal-code", "representative", "phone", "email", "site", "country"),
    "desk": ("full", "phone", "email", "address", "postal-code", "hours", "form"),
    "term": ("full", "means"),
    "statute": ("full", "called", "number"),
    "place": ("number", "marker", "heading", "title"),
}


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
        self._defining = True
        self._depth = 0

    # -- doors ----------------------------------------------------------------------------------------------------------

    def line(self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...] = ()) -> Line:
        """Runs of one line; `facts` are what the whole line states."""
        return tuple(_merged(self._segs(segs, scope, source, facts, {})))

    def short(self, text: Text | None, scope: Node) -> str:
        """The characters of a text in its short forms, defining nothing: for headings and machine values."""
        if text is None:
            return ""
        keep = self._defining, self.found, self.stated, self.mentioned
        self._defining, self.found, self.stated, self.mentioned = False, [], set(), set()
        said = "\n".join(characters(tuple(self._segs(line.segs, scope, text.source, (), {}))) for line in text.lines)
        self._defining, self.found, self.stated, self.mentioned = keep
        return said

    def value(self, value: Value, scope: Node, source: Source) -> str:
        """The characters of one value, defining nothing."""
        keep = self._defining, self.found, self.stated, self.mentioned
        self._defining, self.found, self.stated, self.mentioned = False, [], set(), set()
        said = characters(tuple(self._value(value, scope, source, (), "")))
        self._defining, self.found, self.stated, self.mentioned = keep
        return said

    # -- segments -------------------------------------------------------------------------------------------------------

    def _segs(
        self, segs: tuple[Seg, ...], scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        runs: list[Run] = []
        for seg in segs:
            if isinstance(seg, Lit):
                if not self.budget.spend(len(seg.text), Span(source, seg.start, seg.start + 1)):
                    break
                if _is_standard(source):
                    runs.append(Run(seg.text, facts=facts))
                else:
                    runs.append(Run(seg.text, facts=facts, literal=True, source=source, offset=seg.start))
            elif isinstance(seg, Ref):
                runs += self._ref(seg, scope, source, facts, env)
            elif isinstance(seg, LinkSeg):
                label = self._segs(seg.label, scope, source, facts, env)
                runs += [run._replace(url=seg.url) for run in label]
            elif isinstance(seg, Strong):
                runs += [run._replace(strong=True) for run in self._segs(seg.inner, scope, source, facts, env)]
        return runs

    def _ref(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        if len(ref.path) == 1 and ref.path[0] in env:
            return [run._replace(facts=facts + run.facts) for run in env[ref.path[0]]]
        if not self.budget.spend(REFERENCE, Span(source, ref.start, ref.end)):
            return []
        if self._depth >= _MAX_DEPTH:
            self.found.append(kinds.REFERENCE_CYCLE.at(Span(source, ref.start, ref.end), found=ref.path[0]))
            return []
        self._depth += 1
        runs = self._meaning(ref, scope, source, facts, env)
        self._depth -= 1
        return runs

    def _meaning(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        head, parts = ref.path[0], ref.path[1:]
        at: Node | None = scope
        missing: Key | None = None
        while at is not None:
            key = at.type.key(head)
            field = at.fields.get(key.word) if key is not None else None
            if field is not None:
                return self._field(ref, at, field, parts, scope, source, facts, env)
            missing = missing or key
            at = at.parent
        if missing is not None and self._find(head) is None:
            words = Both(missing.ja, missing.word)
            self.found.append(kinds.FIELD_NOT_GIVEN.at(Span(source, ref.start, ref.end), found=head, field=words))
            return self._words(ref, scope, source, facts, env) or []
        blocks = [child for child in scope.children if child.type.word == head] if _is_standard(source) else []
        if blocks:
            return self._blocks(ref, blocks, source, facts, env)
        node = self._find(head)
        if node is not None:
            return self._node(ref, node, parts, scope, source, facts, env)
        if self.layout is not None and head in self.layout.spots:
            return self._words(ref, scope, source, facts, env) or [
                Run(self.layout.spots[head].reference(), facts=facts)
            ]
        for category in ("data", "recipients", "rights", "purposes"):
            concept = self.names.concept(category, head)
            if concept is not None:
                fact = self._field_with(concept, scope) or f"{category.removesuffix('s')}:{concept.id}"
                said = self._words(ref, scope, source, (*facts, fact), env)
                return said or [Run(concept.ja, facts=(*facts, fact))]
        self._unknown(ref, scope, source)
        return self._words(ref, scope, source, facts, env) or []

    def _words(
        self, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run] | None:
        return self._segs(ref.words, scope, source, facts, env) if ref.words is not None else None

    # -- fields ---------------------------------------------------------------------------------------------------------

    def _field(
        self,
        ref: Ref,
        node: Node,
        field: Field,
        parts: tuple[str, ...],
        scope: Node,
        source: Source,
        facts: tuple[str, ...],
        env: dict[str, list[Run]],
    ) -> list[Run]:
        values, part, glue = field.values, "", ""
        fact = node.fact(field.key.word)
        for index, word in enumerate(parts):
            chosen = _chosen(values, word) if index == 0 else ()
            if chosen:
                values, fact = chosen, f"{fact}/{chosen[0].element}"
            elif english(word) in _GLUES:
                glue = english(word)
            else:
                part = english(word)
        if not part or part in ("full", "called", "url"):
            self.stated.add(fact)
        else:
            self.stated.add(f"{fact}.{part}")
            self.stated.add(fact)
        said_facts = (*facts, fact) if field.key.backs else facts
        if ref.words is not None and not _yields(values, parts, source):
            if len(parts) >= 1 and not values and parts:
                self._unknown_part(ref, node.id, parts[0], source)
            return self._segs(ref.words, scope, source, said_facts, env)
        if field.stance in (NONE, ON_REQUEST):
            web = register(self.document) == "web"
            return [Run(_STANCES[field.stance][0 if web else 1], facts=said_facts)]
        if field.stance == DELEGATED and field.link is not None:
            return self._value(field.link, node, node.source, said_facts, "")
        at = Span(source, ref.start, ref.end)
        one = "/" not in fact and field.key.backs
        pieces = [
            self._value(v, node, node.source, (*said_facts, _of_value(fact, v, n)) if one else said_facts, part, at)
            for n, v in enumerate(values, 1)
        ]
        return _joined(pieces, said_facts, glue)

    def _blocks(
        self, ref: Ref, blocks: list[Node], source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
    ) -> list[Run]:
        """The blocks of one kind in a clause, in standard wordings: `{provision|words}` for all of them together."""
        facts = (*facts, *(block.id for block in blocks))
        self.stated.update(block.id for block in blocks)
        if ref.words is not None:
            return self._segs(ref.words, blocks[0], source, facts, env)
        left, right = Run("「", facts=facts), Run("」", facts=facts)
        return _joined([[left, *self._name(block, (block.id,)), right] for block in blocks], facts)

    def _value(
        self, value: Value, scope: Node, source: Source, facts: tuple[str, ...], part: str, at: Span | None = None
    ) -> list[Run]:
        target = value.target
        if not self.budget.spend(REFERENCE, at or Span(source, value.start, value.end)):
            return []
        if value.words is not None and not part:
            runs = self._lines(value.words, scope, facts)
            url = value.word if value.kind == "link" else value.unit if value.kind in ("entity", "concept") else ""
            return [run._replace(url=url) for run in runs] if url else runs
        if isinstance(target, Concept):
            return [Run(target.ja, facts=facts)]
        if isinstance(target, Node) and target.type.role == "item" and target.title and not (part or value.part):
            # A purpose that another clause names: its words, as its number alone would not say where it stands.
            return [run._replace(literal=False) for run in self._lines(target.title, target, facts)]
        if isinstance(target, Node):
            return self._say_node(target, part or value.part, facts, at or Span(source, value.start, value.end))
        if value.kind == "link":
            return [Run(value.word, url=value.word, facts=facts)]
        if value.kind == "date":
            said = numbers.date(value.word, self.document.choice("date-style") or "western")
            env = {"date": [Run(said, facts=facts)]}
            if value.form is not None:
                return self._segs(value.form.lines[0].segs, scope, value.form.source, facts, env)
            return env["date"]
        if value.kind == "number":
            units = {"years": "年", "months": "か月", "weeks": "週間", "days": "日", "yen": "円"}
            return [Run(value.word + units.get(value.unit, value.unit), facts=facts)]
        if value.kind == "choice":
            return [Run(self._choice(value, scope), facts=facts)]
        return [Run(value.word, facts=facts)]

    def _choice(self, value: Value, scope: Node) -> str:
        node: Node | None = scope
        while node is not None:
            for key in node.type.keys:
                for option in key.kind.choices:
                    if option.word == value.word and any(v is value for v in node.values(key.word)):
                        web = register(self.document) == "web"
                        return (not web and option.says_plain) or option.says or option.ja
            node = node.parent
        return value.word

    def _lines(
        self, text: Text, scope: Node, facts: tuple[str, ...], env: dict[str, list[Run]] | None = None
    ) -> list[Run]:
        runs: list[Run] = []
        for index, line in enumerate(text.lines):
            if index:
                runs.append(Run("\n", facts=facts))
            runs += self._segs(line.segs, scope, text.source, facts, env or {})
        return runs

    # -- nodes ----------------------------------------------------------------------------------------------------------

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
        at = Span(source, ref.start, ref.end)
        if node.type.word in ("data", "recipient", "desk"):
            facts = (*facts, self._field_with(node, scope) or node.id)
        elif node.type.role in ("clause", "item", "delegation"):
            if ref.words is not None or node.type.role == "delegation":
                facts = (*facts, node.id)
                self.stated.add(node.id)
            elif not parts:
                facts = (*facts, *filter(None, [self._field_with(node, scope)]))
        else:
            self._field_with(node, scope)
        self.mentioned.add(node.id)
        part = english(parts[0]) if parts else ""
        if ref.words is not None:
            runs = self._segs(ref.words, scope, source, facts, env)
            if node.type.role in ("clause", "part") and self.layout is not None and node.id in self.layout.spots:
                self._quoted_heading(ref, node, runs, source)
            if node.url and node.type.role in ("entity", "delegation") and not any(r.url for r in runs):
                runs = [run._replace(url=node.url) for run in runs]
            return runs
        return self._say_node(node, part, facts, at)

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

    def _say_node(self, node: Node, part: str, facts: tuple[str, ...], at: Span) -> list[Run]:
        self.mentioned.add(node.id)
        if node.type.role in ("clause", "item", "part"):
            return self._place(node, part, facts, at)
        if part:
            return self._part(node, part, facts, at)
        if node.type.word == "term":
            return self._term(node, facts)
        if node.type.word == "data":
            return self._data(node, facts)
        called = node.fields.get("called")
        name = self._name(node, facts)
        if called is None or called.first is None or called.first.words is None:
            return name
        short = [run._replace(literal=False) for run in self._lines(called.first.words, node, facts)]
        if not self._defining or node.id in self.introduced:
            return short
        return self._define(node, called.first.form, name, short, facts)

    def _define(
        self, node: Node, form: Text | None, name: list[Run], short: list[Run], facts: tuple[str, ...]
    ) -> list[Run]:
        """Name and definition, at the first mention: 合同会社みほん（以下「当社」といいます。）"""
        self.introduced[node.id] = node
        says = "といいます。" if register(self.document) == "web" else "という。"
        defined = (*facts, node.id)
        name = [run._replace(facts=defined) for run in name]
        short = [run._replace(facts=defined) for run in short]
        env = {"called": short, "name": name}
        if form is not None:
            return name + self._segs(form.lines[0].segs, node, form.source, defined, env)
        return [*name, Run("（以下「", facts=defined), *short, Run(f"」{says}）", facts=defined)]

    def _term(self, node: Node, facts: tuple[str, ...]) -> list[Run]:
        name = [run._replace(literal=False) for run in self._name(node, facts)]
        if not self._defining or node.id in self.introduced:
            return name
        self.introduced[node.id] = node
        defined = (*facts, node.id)
        means = node.fields.get("means")
        meaning = means.text() if means is not None else None
        said = self._lines(meaning, node, defined) if meaning is not None else []
        form = node.fields.get("as")
        pattern = form.text() if form is not None else None
        env = {"means": said, "name": name, "called": name}
        if pattern is not None:
            return self._segs(pattern.lines[0].segs, node, pattern.source, defined, env)
        says = "といいます。" if register(self.document) == "web" else "という。"
        return [*said, Run("（以下「", facts=defined), *name, Run(f"」{says}）", facts=defined)]

    def _data(self, node: Node, facts: tuple[str, ...]) -> list[Run]:
        form = node.fields.get("as")
        pattern = form.text() if form is not None else None
        name = self._name(node, facts)
        facts = (*facts, node.id)
        parts = [
            self._value(v, node, node.source, (*facts, _of_value(node.fact("of"), v, n)), "")
            for n, v in enumerate(node.values("of"), 1)
        ]
        inner = _joined(parts, facts)
        if pattern is not None:
            return self._segs(pattern.lines[0].segs, node, pattern.source, facts, {"of": inner, "name": name})
        return [*name, Run("（", facts=facts), *inner, Run("）", facts=facts)] if inner else name

    def _name(self, node: Node, facts: tuple[str, ...]) -> list[Run]:
        text = node.title or node.label
        runs = self._lines(text, node, facts) if text is not None else [Run(node.url or node.id, facts=facts)]
        return [run._replace(url=run.url or node.url, literal=False) for run in runs]

    def _part(self, node: Node, part: str, facts: tuple[str, ...], at: Span) -> list[Run]:
        kind = node.type.word
        allowed = _PARTS.get(kind, _COMMON_PARTS)
        if part not in allowed and part != "url":
            self._unknown_part_at(at, node.id, part, allowed)
            return []
        if part in ("full", "name"):
            return self._name(node, facts)
        if part == "url" and node.url:
            return [Run(node.url, url=node.url, facts=facts)]
        field = node.fields.get(part)
        if field is None or not field.values:
            self.found.append(kinds.EMPTY_PART.at(at, name=node.id, found=part))
            return []
        glue = "　" if part == "representative" else ""
        runs: list[Run] = []
        for index, value in enumerate(field.values):
            if index and glue:
                runs.append(Run(glue, facts=facts))
            runs += self._value(value, node, node.source, facts, "")
        return runs

    def _place(self, node: Node, part: str, facts: tuple[str, ...], at: Span) -> list[Run]:
        spot = self.layout.spots.get(node.id) if self.layout is not None else None
        if spot is None:
            return []
        said = {
            "": spot.reference(),
            "number": str(spot.number),
            "marker": spot.marker,
            "heading": spot.heading,
            "title": spot.title,
        }.get(part)
        if said is None:
            self._unknown_part_at(at, node.id, part, _PARTS["place"])
            return []
        return [Run(said, facts=facts)]

    # -- small facts ----------------------------------------------------------------------------------------------------

    def _find(self, name: str) -> Node | None:
        return self.names.find(name, self.document)

    def _field_with(self, target: Node | Concept, scope: Node) -> str:
        """The fact of an enclosing block's field that holds `target`: naming the target there states the field."""
        at: Node | None = scope
        while at is not None and at.type.role not in ("document", "part"):
            for field in at.fields.values():
                for value in field.values:
                    if value.target is not None and value.target == target:
                        fact = f"{at.fact(field.key.word)}/{value.element}"
                        self.stated.add(fact)
                        return fact if field.key.backs else ""
            at = at.parent
        return ""

    def _unknown(self, ref: Ref, scope: Node, source: Source) -> None:
        if self.names.lost(ref.path[0]):
            return
        choices = self.names.choices(self.document, lambda _: True, ("data", "recipients"))
        at: Node | None = scope
        while at is not None:
            choices += [w for key in at.type.keys for w in (key.word, key.ja)]
            at = at.parent
        head = ref.path[0]
        self.found.append(
            kinds.UNKNOWN_REFERENCE.at(Span(source, ref.start, ref.end), found=head, nearest=nearest(head, choices))
        )

    def _unknown_part(self, ref: Ref, name: str, part: str, source: Source) -> None:
        self._unknown_part_at(Span(source, ref.start, ref.end), name, part, ())

    def _unknown_part_at(self, at: Span, name: str, part: str, allowed: tuple[str, ...]) -> None:
        listed = "、".join(allowed)
        self.found.append(
            kinds.UNKNOWN_PART.at(
                at,
                name=name,
                found=part,
                nearest=nearest(part, allowed),
                choices_help=Both(f"使えるもの: {listed}", f"Possible: {', '.join(allowed)}"),
            )
        )


def _is_standard(source: Source) -> bool:
    return source.path.startswith(WORDING)


def _chosen(values: tuple[Value, ...], word: str) -> tuple[Value, ...]:
    """The values that `{field.word}` picks: by name, or by number in standard wordings that go through them."""
    if word.isdecimal():
        return values[int(word) - 1 : int(word)]
    return tuple(v for v in values if v.element == word or v.word == word)


def _yields(values: tuple[Value, ...], parts: tuple[str, ...], source: Source) -> bool:
    """Whether the words of a standard wording give way to those that the author wrote behind the value."""
    if not _is_standard(source) or len(values) != 1 or values[0].words is None:
        return False
    return values[0].kind == "choice" or (values[0].kind == "concept" and bool(parts) and parts[0].isdecimal())


def _joined(pieces: list[list[Run]], facts: tuple[str, ...], glue: str = "") -> list[Run]:
    """Pieces with 、 between, or 及び or 又は before the last; before その他 nothing, as Japanese has it: A、Bその他C."""
    runs: list[Run] = []
    said = [characters(tuple(piece)) for piece in pieces]
    last = _GLUES.get(glue, "、")
    if glue == "and" and any("及び" in words for words in said):
        last = "並びに"
    for index, piece in enumerate(pieces):
        if runs and piece and not said[index].startswith("その他"):
            runs.append(Run(last if index == len(pieces) - 1 else "、", facts=facts))
        runs += piece
    return runs


def _merged(runs: list[Run]) -> list[Run]:
    """The same runs with neighbours of one look and one origin made one."""
    out: list[Run] = []
    for run in runs:
        if not run.text:
            continue
        if out:
            last = out[-1]
            same = last.url == run.url and last.strong == run.strong and last.facts == run.facts
            if same and not last.literal and not run.literal:
                out[-1] = last._replace(text=last.text + run.text)
                continue
        out.append(run)
    return out


def _of_value(fact: str, value: Value, n: int) -> str:
    """The fact that a field has this value: by the name of the value, or by its place where it has only words."""
    if value.kind in ("entity", "concept", "date"):
        return f"{fact}/{value.element}"
    return f"{fact}.{n}" if value.kind == "text" else fact
