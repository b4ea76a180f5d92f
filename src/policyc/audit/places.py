"""Where in the sources a fact is declared."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, cast

from ..diagnostics import Both
from ..facts.identifiers import field_of, owner_of, value_of, word_of
from ..source import Source, Span

if TYPE_CHECKING:
    from ..model import Node


class Places:
    """The places of one document's facts: blocks by their names, fields and values by `block.field/value`."""

    def __init__(self, document: Node, sources: Mapping[str, Source]) -> None:
        self._document = document
        self._sources = sources
        self._nodes: dict[str, Node] = {node.id: node for node in document.walk()}

    def of(self, facts: tuple[str, ...]) -> Span:
        """The place of the first of some facts that the document declares, or of the document itself."""
        for fact in facts:
            span = self._fact(fact)
            if span is not None:
                return span
        return self._document.named_at

    def _fact(self, fact: str) -> Span | None:
        node = self._nodes.get(fact)
        if node is not None:
            return node.named_at
        name, element = field_of(fact), value_of(fact)
        node = self._nodes.get(owner_of(name))
        field = node.field(word_of(name)) if node is not None else None
        if node is None or field is None:
            return None
        value = next((v for v in field.values if element and v.element == element), None)
        found = value or field
        return Span(node.source, found.start, found.end)

    def fields(self, block: str, lacking: tuple[str, ...]) -> tuple[Both, ...]:
        """How the fields are called that a block lacks; what of `lacking` is no field of it is left out.

        A part of a party (`responsible.address`) is a field of that party's declaration."""
        node = self._nodes.get(block)
        found = [_field(node, *word.partition(".")[::2]) for word in lacking] if node is not None else []
        return tuple(dict.fromkeys(words for words in found if words is not None))

    def at(self, origin: str) -> Span:
        """The line of an origin, `file:line`."""
        path, _, line = origin.rpartition(":")
        source = self._sources.get(path)
        if source is None or not line.isdigit():
            return self._document.named_at
        text = source.line(int(line))
        start = source.line_start(int(line)) + len(text) - len(text.lstrip())
        return Span(source, start, start + len(text.strip()))


def _field(node: Node, word: str, part: str) -> Both | None:
    declared = [value for value in node.values(word) if value.kind == "entity"] if part else []
    for value in declared:
        inner = cast("Node", value.target).type.key(part)
        if inner is not None:
            return Both(f"「{value.word}」の{inner.words.ja}", f"{inner.words.en} of {value.word}")
    key = node.type.key(word)
    return key.words if key is not None else None
