"""What references to names say: to blocks, items of lists and rows of the vocabulary, or to what there is not."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import Key, Node, Ref
from ..model import part_word as english
from ..source import Source, Span
from . import fields, kinds, missing, nodes
from .budget import STRETCH
from .differ import of_row
from .page import Run, pointing
from .page import plain as characters
from .pointing import pointed
from .standard import is_standard

if TYPE_CHECKING:
    from .inline import Inline


CATEGORIES = ("data", "recipients", "rights", "purposes")
"""The vocabularies whose words a text may refer to as such."""


def meaning(
    voice: Inline,
    ref: Ref,
    head: str,
    absent: Key | None,
    scope: Node,
    source: Source,
    facts: tuple[str, ...],
    env: dict[str, list[Run]],
) -> list[Run]:
    """What a reference to no field says; `absent` is one that is not given."""
    node = voice.names.find(head, voice.document)
    if absent is not None and node is None:
        return _absent(voice, ref, absent, scope, source, facts, env)
    if is_standard(source):
        blocks = [child for child in scope.children if child.type.word == head]
        if blocks:
            return fields.blocks(voice, ref, blocks, source, facts, env)
    if node is not None:
        return _node(voice, ref, node, ref.path[1:], scope, source, facts, env)
    return _unnamed(voice, ref, head, scope, source, facts, env)


def _absent(
    voice: Inline, ref: Ref, absent: Key, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
) -> list[Run]:
    """A reference to a field that is not given."""
    if is_standard(source):
        # What a standard wording needs and the document lacks is missing there, and reported there.
        if absent.word == "operator":
            voice.found.append(kinds.OPERATOR_NEEDED.at(scope.named_at))
        return []
    missing.not_given(voice, ref, absent, source)
    return _words(voice, ref, scope, source, facts, env) or []


def _unnamed(
    voice: Inline, ref: Ref, head: str, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
) -> list[Run]:
    """What is neither a field nor a node: an item of a list in a text, or a row of the vocabulary."""
    if voice.layout is not None and head in voice.layout.spots:
        said = _words(voice, ref, scope, source, facts, env)
        if said:
            return said
        where = pointed(voice, head, None, scope, Span(source, ref.start, ref.end))
        if not voice.budget.take(len(where) + STRETCH, source, ref.start):
            return []
        voice.points += 1
        return [pointing(where, facts, head)]
    for category in CATEGORIES:
        concept = voice.names.concept(category, head)
        if concept is not None:
            if len(ref.path) > 1 and not is_standard(source):
                missing.unknown_part_at(voice, Span(source, ref.start, ref.end), head, ref.path[1], ())
            fact = voice.field_with(concept, scope) or f"{category.removesuffix('s')}:{concept.id}"
            said = _words(voice, ref, scope, source, (*facts, fact), env)
            if said is not None:
                of_row(voice, ref, concept, source, said)
            called = concept.as_written(head) or concept.ja
            if not said and not voice.budget.take(len(called), source, ref.start):
                return []
            return said or [Run(called, facts=(*facts, fact))]
    missing.unknown(voice, ref, scope, source)
    return _words(voice, ref, scope, source, facts, env) or []


def _words(
    voice: Inline, ref: Ref, scope: Node, source: Source, facts: tuple[str, ...], env: dict[str, list[Run]]
) -> list[Run] | None:
    return voice.segs(ref.words, scope, source, facts, env) if ref.words is not None else None


def _node(
    voice: Inline,
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
        voice.mentioned.add(node.id)
        return fields.field(voice, ref, node, field, node, source, (*facts, node.id), env, 2)
    if node.type.word in ("data", "recipient", "desk"):
        facts = (*facts, voice.field_with(node, scope) or node.id)
    elif node.type.role in ("clause", "item", "delegation"):
        if ref.words is not None or node.type.role == "delegation":
            facts = (*facts, node.id)
            voice.stated.add(node.id)
        elif not parts:
            facts = (*facts, *filter(None, [voice.field_with(node, scope)]))
    else:
        voice.field_with(node, scope)
    voice.mentioned.add(node.id)
    part = english(parts[0]) if parts else ""
    if ref.words is not None:
        runs = voice.segs(ref.words, scope, source, facts, env)
        if node.type.role in ("clause", "part") and voice.layout is not None and node.id in voice.layout.spots:
            _quoted_heading(voice, ref, node, runs, source)
        if part and nodes.has_part(voice, node, part, at) and any(run.text.strip() for run in runs):
            voice.stated.add(node.fact(part))
        if node.url and node.type.role in ("entity", "delegation") and not any(r.url for r in runs):
            voice.stated.add(node.fact("url"))
            if not voice.budget.take(len(runs) * (len(node.url) + STRETCH), source, ref.start):
                return []
            runs = [run.linking(node.url, run.bare) for run in runs]
        return runs
    return nodes.say_node(voice, node, part, facts, at, scope)


def _quoted_heading(voice: Inline, ref: Ref, node: Node, runs: list[Run], source: Source) -> None:
    """Words given for a heading must be the heading that the document has now."""
    words = characters(tuple(runs))
    if voice.layout is None or "「" not in words:
        return
    spot = voice.layout.spots[node.id]
    if words.strip("「」") not in (spot.heading, spot.title):
        span = Span(source, ref.start, ref.end)
        voice.found.append(kinds.STALE_HEADING.at(span, found=words.strip("「」"), heading=spot.heading, ref=node.id))
