"""What a node says: a name with its definition at the first mention, a part of it, the number of a place."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Both
from ..model import Lit, Node, Text
from ..model.types import PLACES
from ..source import Source, Span
from . import fields, kinds
from .budget import REFERENCE, STRETCH
from .join import joined
from .layout import register
from .missing import unknown_part_at
from .page import Run, pointing
from .pointing import pointed

if TYPE_CHECKING:
    from .inline import Inline

_COMMON_PARTS = ("full", "called", "url")
_ROWS = ("members", "country")
_PARTS = {
    "organization": ("full", "called", "address", "postal-code", "representative", "phone", "email", "site", "country"),
    "group": ("full", "called", "members", "listed-at"),
    "recipient": ("full", "url", "country", "abroad", "listed-at"),
    "desk": ("full", "phone", "email", "address", "postal-code", "hours", "form"),
    "term": ("full", "means"),
    "statute": ("full", "called", "number"),
    "place": ("number", "marker", "heading", "title"),
}


class ShortName(NamedTuple):
    """What the name of an entity says wherever it stands, where that is nothing but characters of its declaration.

    `defined` where the first mention says more, `states` where the name alone states the entity. `runs` are those that
    were made of it, by what they state; `units` is what one takes of the budget.
    """

    said: Lit
    node: Node
    source: Source
    url: str
    states: bool
    defined: bool
    runs: dict[tuple[str, ...], Run]
    units: int


def _keep_short(voice: Inline, node: Node, text: Text | None, url: str, defined: bool) -> None:
    """Remember the name of a node that the page has said by now: what it states and mentions is known from then on."""
    if voice.defining and node.type.role == "entity" and text is not None and text.characters is not None:
        states = node.type.word in ("data", "recipient", "desk")
        if voice.names.find(node.id, voice.document) is node:
            said = text.characters
            units = REFERENCE + len(said.text) + len(url)
            voice.short_names[node.id] = ShortName(said, node, text.source, url, states, defined, {}, units)


def say_node(voice: Inline, node: Node, part: str, facts: tuple[str, ...], at: Span, scope: Node) -> list[Run]:
    """What `{node}` or `{node.part}` says in a text of `scope`; `facts` are what that states, `at` is where it stands."""
    voice.mentioned.add(node.id)
    if node.type.role in PLACES:
        return _place(voice, node, part, facts, at, scope)
    if part:
        return _part(voice, node, part, facts, at)
    if node.type.word == "term":
        return _term(voice, node, facts)
    if node.type.word == "data":
        return _data(voice, node, facts)
    called = node.fields.get("called")
    if called is None or called.first is None or called.first.words is None:
        _keep_short(voice, node, node.title or node.label, node.url, defined=False)
        return name_of(voice, node, facts)
    voice.stated.update((node.fact("full"), node.fact("called")))
    defines = voice.defining and node.id not in voice.introduced
    # What a name refers to is mentioned with it.
    full = node.title or node.label
    refers = full is not None and full.characters is None
    name = name_of(voice, node, facts) if defines or refers else []
    if not refers:
        _keep_short(voice, node, called.first.words, "", defined=True)
    short = _words(voice, called.first.words, node, facts)
    return _define(voice, node, called.first.form, name, short, facts) if defines else short


def _define(
    voice: Inline, node: Node, form: Text | None, name: list[Run], short: list[Run], facts: tuple[str, ...]
) -> list[Run]:
    """Name and definition, at the first mention: 合同会社みほん（以下「当社」といいます。）"""
    voice.introduced[node.id] = node
    says = "といいます。" if register(voice.document) == "web" else "という。"
    defined = (*facts, node.id)
    name = [run.stating(defined) for run in name]
    short = [run.stating(defined) for run in short]
    env = {"called": short, "name": name}
    if form is not None:
        return name + voice.segs(form.lines[0].segs, node, form.source, defined, env)
    return [*name, Run("（以下「", facts=defined), *short, Run(f"」{says}）", facts=defined)]


def _term(voice: Inline, node: Node, facts: tuple[str, ...]) -> list[Run]:
    name = _declared(name_of(voice, node, facts))
    if not voice.defining or node.id in voice.introduced:
        return name
    voice.introduced[node.id] = node
    defined = (*facts, node.id)
    voice.stated.add(node.fact("means"))
    means = node.fields.get("means")
    meaning = means.text() if means is not None else None
    said = voice.lines(meaning, node, defined) if meaning is not None else []
    form = node.fields.get("as")
    pattern = form.text() if form is not None else None
    env = {"means": said, "name": name, "called": name}
    if pattern is not None:
        return voice.segs(pattern.lines[0].segs, node, pattern.source, defined, env)
    says = "といいます。" if register(voice.document) == "web" else "という。"
    return [*said, Run("（以下「", facts=defined), *name, Run(f"」{says}）", facts=defined)]


def _data(voice: Inline, node: Node, facts: tuple[str, ...]) -> list[Run]:
    form = node.fields.get("as")
    pattern = form.text() if form is not None else None
    name = name_of(voice, node, facts)
    facts = (*facts, node.id)
    parts = [
        fields.value(voice, v, node, node.source, (*facts, fields.fact_of(node.fact("of"), v, n)), "")
        for n, v in enumerate(node.values("of"), 1)
    ]
    inner = joined(parts, facts)
    if pattern is not None:
        return voice.segs(pattern.lines[0].segs, node, pattern.source, facts, {"of": inner, "name": name})
    return [*name, Run("（", facts=facts), *inner, Run("）", facts=facts)] if inner else name


def name_of(voice: Inline, node: Node, facts: tuple[str, ...]) -> list[Run]:
    """The full name of a node, as a link where it has an address."""
    voice.stated.add(node.fact("full"))
    text = node.title or node.label
    if text is None:
        return _address(voice, node.url or node.id, node, facts)
    return _words(voice, text, node, facts, node.url)


def _address(voice: Inline, said: str, node: Node, facts: tuple[str, ...]) -> list[Run]:
    """An address, or a name, that stands for itself."""
    if not voice.budget.take(len(said) + len(node.url) + STRETCH, node.source, node.start):
        return []
    return [Run(said, node.url, facts=facts)]


def _words(voice: Inline, text: Text, node: Node, facts: tuple[str, ...], url: str = "") -> list[Run]:
    """The words of a declaration, which nobody wrote out where they stand, as a link to `url` if there is one."""
    only = text.characters
    if only is not None:
        (said, start), source, budget = only, text.source, voice.budget
        units = len(said) + len(url) + STRETCH
        left = budget.left = budget.left - units
        if left < 0:
            budget.over(units, source, start)
            return []
        return [tuple.__new__(Run, (said, url, False, facts, False, source, start, False))]
    runs = voice.lines(text, node, facts)
    if url and not voice.budget.take(len(runs) * (len(url) + STRETCH), text.source, text.start):
        return []
    return _declared([run if run.url or not url else run.linking(url, run.bare) for run in runs])


def _declared(runs: list[Run]) -> list[Run]:
    return [run.declared() if run.literal else run for run in runs]


def parts_of(node: Node) -> tuple[str, ...]:
    """The parts that a node may have."""
    return _PARTS["place"] if node.type.role in PLACES else _PARTS.get(node.type.word, _COMMON_PARTS)


def has_part(voice: Inline, node: Node, part: str, at: Span) -> bool:
    """Whether a node has a part; one that it cannot have, or that is not declared, is reported."""
    allowed = parts_of(node)
    place = node.type.role in PLACES
    if part not in allowed and (part != "url" or place):
        unknown_part_at(voice, at, node.id, part, allowed)
        return False
    field = node.fields.get(part)
    if place or part == "full" or (part == "url" and node.url) or (field is not None and field.values):
        return True
    if voice.reports(kinds.EMPTY_PART, at):
        voice.found.append(kinds.EMPTY_PART.at(at, name=node.id, found=part))
    return False


def _part(voice: Inline, node: Node, part: str, facts: tuple[str, ...], at: Span) -> list[Run]:
    if not has_part(voice, node, part, at):
        return []
    if part == "full":
        return name_of(voice, node, facts)
    voice.stated.add(node.fact(part))
    if part == "url":
        return _address(voice, node.url, node, facts)
    field = node.fields[part]
    pieces = [fields.value(voice, value, node, node.source, facts, "") for value in field.values]
    if part in _ROWS:
        return joined(pieces, facts)
    glue = [Run("　", facts=facts)] if part == "representative" else []
    return [run for n, piece in enumerate(pieces) for run in (*(glue if n else ()), *piece)]


def _place(voice: Inline, node: Node, part: str, facts: tuple[str, ...], at: Span, scope: Node) -> list[Run]:
    spot = voice.layout.spots.get(node.id) if voice.layout is not None else None
    if spot is None:
        # While headings are made there are no numbers yet; `checks` reports a reference in a heading.
        return []
    said = {
        "": "" if part else pointed(voice, node.id, node, scope, at),
        "number": str(spot.number) if spot.number else "",
        "marker": spot.said_marker(),
        "heading": spot.heading,
        "title": spot.title,
    }.get(part)
    if said is None:
        unknown_part_at(voice, at, node.id, part, _PARTS["place"])
        return []
    if not voice.budget.take(len(said) + STRETCH, at.source, at.start):
        return []
    if not said:
        advice = _instead(node.id, bool(spot.reference()))
        voice.found.append(kinds.EMPTY_PLACE.at(at, found=node.fact(part), advice=advice))
    voice.points += 1
    return [pointing(said, facts, node.id)]


def _instead(name: str, said: bool) -> Both:
    """What to write instead of a reference that says nothing; `said` where the place as a whole has something to say."""
    if said:
        return Both(f"「{{{name}}}」と書けば、見出し（又は番号）で指します。", f"Write `{{{name}}}`: it points there.")
    return Both(
        f"番号の付け方（numbering）を改めるか、「{{{name}|文言}}」のように言葉で指してください。",
        f"Change its numbering, or point to it in words: `{{{name}|words}}`.",
    )
