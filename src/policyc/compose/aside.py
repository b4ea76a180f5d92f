"""What is said aside, for headings and machine values: the characters of a text or value, which define and state nothing.

It is what the runs of the same text would have, at about the same cost; few references need runs to be made for it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..model import LinkSeg, Lit, Node, Ref, Seg, Text, Value
from ..source import Source
from ..vocab import Concept
from . import fields
from .budget import MOST_DEPTH, REFERENCE, STRETCH
from .page import plain
from .standard import is_standard

if TYPE_CHECKING:
    from .inline import Inline


def text(voice: Inline, said: Text, scope: Node) -> str:
    """The characters of a text, in its short forms."""
    lines, source = said.lines, said.source
    if len(lines) == 1:
        return _segs(voice, lines[0].segs, scope, source)
    return "\n".join([_segs(voice, line.segs, scope, source) for line in lines])


def plain_text(text: Text) -> str | None:
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


def value(voice: Inline, said: Value, scope: Node, source: Source) -> str:
    """The characters of one value."""
    target, words = said.target, said.words
    if words is None and not isinstance(target, Concept):
        keep = voice.aside()
        runs = fields.value(voice, said, scope, source, (), "")
        voice.back(keep)
        return plain(tuple(runs))
    budget = voice.budget
    left = budget.left = budget.left - REFERENCE
    if left < 0:
        budget.over(REFERENCE, source, said.start)
        return ""
    if words is not None:
        return text(voice, words, scope)
    assert isinstance(target, Concept)
    called = said.spelling or target.ja
    return called if budget.take(len(called), source, said.start) else ""


def _segs(voice: Inline, segs: tuple[Seg, ...], scope: Node, source: Source) -> str:
    said: list[str] = []
    budget = voice.budget
    for seg in segs:
        if isinstance(seg, Lit):
            characters, start = seg
            left = budget.left = budget.left - len(characters) - STRETCH
            if left < 0:
                budget.over(len(characters) + STRETCH, source, start)
                break
            said.append(characters)
        elif isinstance(seg, Ref):
            said.append(_ref(voice, seg, scope, source))
        else:
            said.append(_segs(voice, seg.label if isinstance(seg, LinkSeg) else seg.inner, scope, source))
    return "".join(said)


def _ref(voice: Inline, ref: Ref, scope: Node, source: Source) -> str:
    path, words, start, _ = ref
    head = path[0]
    named = len(path) == 1 and voice.names_nothing_around(head, scope) and not is_standard(source)
    short = voice.short_names.get(head) if named and words is None else None
    if short is None and not (named and words is not None and voice.names.find(head, voice.document) is not None):
        keep = voice.aside()
        runs = voice.segs((ref,), scope, source, (), {})
        voice.back(keep)
        return plain(tuple(runs))
    budget, way = voice.budget, voice.way
    left = budget.left = budget.left - REFERENCE
    if left < 0:
        budget.over(REFERENCE, source, start)
        return ""
    if len(way) >= MOST_DEPTH:
        return ""
    if short is None:
        # The name of a node with words for it: they are what is said.
        assert words is not None
        way.append(head)
        said = _segs(voice, words, scope, source)
        way.pop()
        return said
    (characters, start), _, source, _, _, _, _, _ = short
    left = budget.left = budget.left - len(characters)
    if left < 0:
        budget.over(len(characters), source, start)
        return ""
    return characters
