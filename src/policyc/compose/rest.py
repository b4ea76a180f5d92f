"""References that were not come to, because the budget of their file ended before: what they refer to is looked at all the
same, each once and none followed, so that a document that grows too long is not told of that alone."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from ..diagnostics import Findings
from ..model import Field, Node, Text, part_word
from ..source import Span
from . import fields, missing, nodes
from .named import CATEGORIES

if TYPE_CHECKING:
    from .inline import Inline

# Patterns, in which names stand that only they know: {name}, {of}, {label}.
_PATTERNS = frozenset(("as", "layout"))


def rest(voice: Inline) -> Findings:
    """References to nothing, and to parts that there are not, in the texts of a document and of what is declared for all."""
    keep, voice.found = voice.found, Findings()
    declared = [node for node in voice.names.globals.values() if node.type.role == "entity"]
    for node in (*voice.nodes, *declared):
        for text in _texts(node):
            _look(voice, text, node)
    found, voice.found = voice.found, keep
    assert isinstance(found, Findings)
    return found


def _texts(node: Node) -> Iterator[Text]:
    yield from filter(None, (node.title, node.label))
    for word, field in node.fields.items():
        if word not in _PATTERNS:
            yield from _of_field(field)


def _of_field(field: Field) -> Iterator[Text]:
    for value in field.values:
        if value.words is not None:
            yield value.words
        for inner in value.fields.values():
            yield from _of_field(inner)


def _look(voice: Inline, text: Text, scope: Node) -> None:
    for ref in text.refs():
        head, *parts = ref.path
        _, field, absent = fields.around(head, scope)
        node = voice.names.find(head, voice.document)
        if field is not None:
            fields.unknown_part(voice, ref, field, tuple(parts), text.source)
        elif node is not None:
            if parts and node.type.key(parts[0]) is None:
                nodes.has_part(voice, node, part_word(parts[0]), Span(text.source, ref.start, ref.end))
        elif absent is not None:
            missing.not_given(voice, ref, absent, text.source)
        elif not _known(voice, head):
            missing.unknown(voice, ref, scope, text.source)


def _known(voice: Inline, head: str) -> bool:
    """Whether a name is that of an item of a text, or a word of the vocabulary."""
    if voice.layout is not None and head in voice.layout.spots:
        return True
    return any(voice.names.concept(category, head) is not None for category in CATEGORIES)
