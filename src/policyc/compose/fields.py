"""What a field says: its values joined, or the words given for them, or one of the other three answers."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..facts.identifiers import NO_FACT, FactId, etc_of, nth, of_field, of_value
from ..model import DELEGATED, NONE, ON_REQUEST, Field, Key, Node, Ref, Value, numbers
from ..model import part_word as english
from ..model.types import by_word
from ..source import Source, Span
from ..vocab import Concept
from . import etc, missing, nodes
from .budget import REFERENCE, STRETCH
from .differ import UNITS, differ
from .join import GLUES, joined
from .layout import register
from .page import Run
from .standard import is_standard

if TYPE_CHECKING:
    from .inline import Inline


_STANCES = {
    NONE: ("ありません", "ない"),
    ON_REQUEST: ("ご請求に応じて遅滞なく回答します", "請求に応じて遅滞なく回答する"),
}


def around(word: str, scope: Node) -> tuple[Node | None, Field | None, Key | None]:
    """The nearest block around a text that has a field of that name, with the field; without one, the field that a block
    there could have."""
    absent: Key | None = None
    at: Node | None = scope
    while at is not None:
        key = by_word(at.type.keys).get(word)
        if key is not None:
            field = at.fields.get(key.word)
            if field is not None:
                return at, field, absent
            absent = absent or key
        at = at.parent
    return None, None, absent


def field(
    voice: Inline,
    ref: Ref,
    node: Node,
    field: Field,
    scope: Node,
    source: Source,
    facts: tuple[str, ...],
    env: dict[str, list[Run]],
    first: int = 1,
) -> list[Run]:
    """What `{field}`, `{field.value}` or `{field|words}` says; records which fact is stated. `first` is the place in the
    path behind the field."""
    key, values, stance, _, _, link, is_open = field
    path, words, start, end = ref
    stated = voice.stated
    fact = of_field(node.id, key.word)
    part = glue = ""
    ends = NO_FACT
    parts = path[first:]
    if is_open:
        ends = etc_of(fact)
        if parts and english(parts[0]) == "etc":
            return etc.alone(voice, words, scope, source, (*facts, ends), env)
        if parts and _chosen(values, parts[0]) and not (len(parts) == 1 and etc.is_last(field, parts[0], source)):
            ends = NO_FACT
    if parts:
        values, fact, part, glue = _picked(values, fact, parts)
        if part and not is_standard(source) and not _have(values, part):
            missing.unknown_part(voice, ref, field, parts[-1], source)
            return voice.segs(words, scope, source, facts, env) if words is not None else []
    new = fact not in stated
    stated.add(fact)
    # What is only said of the part.
    of_part = of_field(fact, part) if part and part not in ("full", "called", "url") else fact
    new_part = of_part not in stated
    if new_part:
        stated.add(of_part)
    backs = key.backs
    said_facts = (*facts, fact) if backs else facts
    if words is not None and not (values and values[0].words is not None and _yields(values, parts, source)):
        runs = voice.segs(words, scope, source, said_facts, env)
        if not (runs and runs[0].text.strip()) and not any(run.text.strip() for run in runs):
            # Words that say nothing state nothing.
            if new:
                stated.discard(fact)
            if new_part:
                stated.discard(of_part)
            return []
        if ends and etc.says(runs) and not is_standard(source):
            stated.add(ends)
        if part:
            stated.update(v.target.fact(part) for v in values if isinstance(v.target, Node))
        elif not is_standard(source):
            differ(voice, ref, field, values, source, runs)
        return runs
    if stance in _STANCES:
        web = register(voice.document) == "web"
        return [Run(_STANCES[stance][0 if web else 1], facts=said_facts)]
    if stance == DELEGATED and link is not None:
        return value(voice, link, node, node.source, said_facts, "")
    at = tuple.__new__(Span, (source, start, end))
    one = backs and "/" not in fact
    pieces: list[list[Run]] = []
    budget, own = voice.budget, node.source
    for n, each in enumerate(values, 1):
        kind, _, _, _, _, target, author, _, _, _, spelling = each
        if kind == "concept" and author is None and budget.left >= REFERENCE and isinstance(target, Concept):
            # Most values are rows of the vocabulary, said as they are called.
            called = spelling or target.ja
            budget.left -= REFERENCE + len(called)
            states = (*said_facts, of_value(fact, target.id)) if one else said_facts
            run = (called, "", False, states, False, None, -1, False)
            pieces.append([tuple.__new__(Run, run)])
            continue
        states = (*said_facts, fact_of(fact, each, n)) if one else said_facts
        pieces.append(value(voice, each, node, own, states, part, at))
    said = pieces[0] if len(pieces) == 1 else joined(pieces, said_facts, glue)
    if not ends:
        return said
    stated.add(ends)
    return etc.added(said, (*said_facts, ends))


def unknown_part(voice: Inline, ref: Ref, field: Field, parts: tuple[str, ...], source: Source) -> None:
    """Report what stands behind a field in a path, where it is a part that no value has."""
    values, _, part, _ = _picked(field.values, NO_FACT, parts)
    if part and not _have(values, part):
        missing.unknown_part(voice, ref, field, parts[-1], source)


def _picked(
    values: tuple[Value, ...], fact: FactId, parts: tuple[str, ...]
) -> tuple[tuple[Value, ...], FactId, str, str]:
    """What stands behind a field in a path: the values that it picks and their fact, a part, and how they are joined."""
    part = glue = ""
    for index, word in enumerate(parts):
        chosen = _chosen(values, word) if index == 0 else ()
        if chosen:
            values, fact = chosen, of_value(fact, chosen[0].element)
        elif english(word) in GLUES:
            glue = english(word)
        else:
            part = english(word)
    return values, fact, part, glue


def _have(values: tuple[Value, ...], part: str) -> bool:
    """Whether values have a part. That a single one has not is said of it by its own name."""
    named = [value.target for value in values if isinstance(value.target, Node)]
    return bool(named) and (len(values) == 1 or any(part in nodes.parts_of(node) for node in named))


def blocks(
    voice: Inline, ref: Ref, blocks: list[Node], source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
) -> list[Run]:
    """The blocks of one kind in a clause, in standard wordings: `{provision|words}` for all of them together."""
    facts = (*facts, *(block.id for block in blocks))
    voice.stated.update(block.id for block in blocks)
    if ref.words is not None:
        return voice.segs(ref.words, blocks[0], source, facts, env)
    left, right = Run("「", facts=facts), Run("」", facts=facts)
    return joined([[left, *nodes.name_of(voice, block, (block.id,)), right] for block in blocks], facts)


def value(
    voice: Inline, value: Value, scope: Node, source: Source, facts: tuple[str, ...], part: str, at: Span | None = None
) -> list[Run]:
    """What one value of a field says; `part` is what follows the dot, `at` the place that asks."""
    target, words = value.target, value.words
    budget = voice.budget
    left = budget.left = budget.left - REFERENCE
    if left < 0:
        budget.over(REFERENCE, source, value.start)
        return []
    if words is not None and not part:
        runs = voice.lines(words, scope, facts)
        url = value.word if value.kind == "link" else value.unit if value.kind in ("entity", "concept") else ""
        if not url:
            return runs
        if not budget.take(len(runs) * (len(url) + STRETCH), source, value.start):
            return []
        return [run.linking(url, run.bare) for run in runs]
    if isinstance(target, Concept):
        called = value.spelling or target.ja
        if not budget.take(len(called), source, value.start):
            return []
        return [tuple.__new__(Run, (called, "", False, facts, False, None, -1, False))]
    if isinstance(target, Node):
        part = part or value.part
        if not part and target.type.role == "item" and target.title:
            # A purpose that another clause names: its words, as its number alone would not say where it stands.
            return [run.declared() for run in voice.lines(target.title, target, facts)]
        return nodes.say_node(voice, target, part, facts, at or Span(source, value.start, value.end), scope)
    if not budget.take(len(value.word), source, value.start):
        return []
    if value.kind == "link":
        return [Run(value.word, url=value.word, facts=facts)]
    if value.kind == "date":
        said = numbers.date(value.word, voice.document.choice("date-style") or "western")
        env = {"date": [Run(said, facts=facts)]}
        if value.form is not None:
            return voice.segs(value.form.lines[0].segs, scope, value.form.source, facts, env)
        return env["date"]
    if value.kind == "number":
        return [Run(value.word + UNITS.get(value.unit, value.unit), facts=facts)]
    if value.kind == "choice":
        return [Run(_choice(voice, value, scope), facts=facts)]
    return [Run(value.word, facts=facts)]


def _choice(voice: Inline, value: Value, scope: Node) -> str:
    node: Node | None = scope
    while node is not None:
        for key in node.type.keys:
            for option in key.kind.choices:
                if option.word == value.word and any(v is value for v in node.values(key.word)):
                    web = register(voice.document) == "web"
                    return (not web and option.says_plain) or option.says or option.ja
        node = node.parent
    return value.word


def _chosen(values: tuple[Value, ...], word: str) -> tuple[Value, ...]:
    """The values that `{field.word}` picks: by name, or by number in standard wordings that go through them."""
    if word.isdecimal():
        return values[int(word) - 1 : int(word)]
    named = tuple(v for v in values if v.element == word or v.word == word)
    # A word of the vocabulary does as the id of its row does.
    return named or tuple(v for v in values if isinstance(v.target, Concept) and word in v.target.spellings)


def _yields(values: tuple[Value, ...], parts: tuple[str, ...], source: Source) -> bool:
    """Whether the words of a standard wording give way to those that the author wrote behind the value."""
    if len(values) != 1 or values[0].words is None or not is_standard(source):
        return False
    return values[0].kind == "choice" or (values[0].kind == "concept" and bool(parts) and parts[0].isdecimal())


def fact_of(fact: FactId, value: Value, n: int) -> FactId:
    """The fact that a field has this value: by the name of the value, or by its place where it has only words."""
    if value.kind in ("entity", "concept", "date"):
        return of_value(fact, value.element)
    return nth(fact, n) if value.kind == "text" else fact
