"""Disclosures on the page: how label and value stand, by one pattern of `{label}` and `{value}`.

A pattern of one line puts disclosures under one another; one of several lines makes each a paragraph of its own.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..model import Node, Text, read_text
from ..source import Source
from . import kinds
from .inline import Inline
from .page import Block, ItemList, Line, ListItem, Paragraph, Run
from .standard import WORDING

_USUAL = {"stacked": "■{label}\\n{value}", "inline": "{label}：{value}", "table": "| {label} | {value} |"}
# Where the value goes, while a pattern is said: no source can hold it.
_VALUE = "\0"

Blocks = list[Paragraph | ItemList]
Say = Callable[[Text, Node], Blocks]


class _Said(NamedTuple):
    """A disclosure as said: lines before the value, what stands before and behind it in its own line, and the value."""

    node: Node
    above: list[Line]
    before: Line
    behind: Line
    value: Blocks


def disclosures(nodes: list[Node], voice: Inline, label: Callable[[Node], str], say: Say) -> list[Block]:
    """The disclosures of a clause as blocks; `label` gives the words of a label, `say` the blocks of a text."""
    clause = nodes[0].parent
    assert clause is not None
    pattern = _pattern(clause, voice)
    said = [_said(node, pattern, voice, label(node), say) for node in nodes]
    if any(one.above for one in said):
        return [block for one in said for block in _apart(one)]
    return [ItemList(tuple(map(_item, said)), tight=False)]


def _pattern(clause: Node, voice: Inline) -> Text:
    """The pattern in force: the author's, or that of the usual layout of that name."""
    given = next(iter(clause.values("layout")), None)
    if given is None or given.words is None:
        return _usual(given.word if given is not None else "stacked")
    heads = {ref.path[0] for ref in given.words.refs()}
    if not {"label", "value"} <= heads:
        voice.found.append(kinds.LAYOUT_INCOMPLETE.at(given.words.span))
        return _usual("stacked")
    return given.words


@cache
def _usual(name: str) -> Text:
    source = Source(WORDING, _USUAL[name].replace("\\n", "\n"))
    return read_text(source, "wording", 0, len(source.text))[0]


def _said(node: Node, pattern: Text, voice: Inline, label: str, say: Say) -> _Said:
    facts = (node.id,)
    env = {"label": [Run(label, facts=facts)], "value": [Run(_VALUE, facts=facts)]}
    lines: list[list[Run]] = [[]]
    for index, line in enumerate(pattern.lines):
        if index:
            lines.append([])
        for run in voice.segs(line.segs, node, pattern.source, facts, env):
            first, *more = run.text.split("\n")
            lines[-1].append(run._replace(text=first))
            for piece in more:
                lines.append([run._replace(text=piece)])
    # A pattern at fault (`{value.x}`), or a document that has grown too long, may not come to the value.
    places = [(n, at) for n, line in enumerate(lines) for at, run in enumerate(line) if run.text == _VALUE]
    n, at = places[0] if places else (len(lines) - 1, len(lines[-1]))
    field = node.field("text")
    text = field.text() if field is not None else None
    value = say(text, node) if text is not None else []
    return _Said(node, [_kept(line) for line in lines[:n]], _kept(lines[n][:at]), _kept(lines[n][at:]), value)


def _kept(runs: list[Run]) -> Line:
    return tuple(run for run in runs if run.text and run.text != _VALUE)


def _joined(said: _Said) -> tuple[list[Line], Blocks]:
    """The lines that begin a disclosure, the first of its value with the label where the pattern has them so; and the
    blocks of the value that come after them."""
    value = list(said.value)
    own: list[Line] = [()] if said.before else []
    if value and isinstance(value[0], Paragraph):
        own = list(value[0].lines)
        del value[0]
    if own:
        own[0] = (*said.before, *own[0])
        if not value:
            own[-1] = (*own[-1], *said.behind)
    return [*said.above, *own], value


def _apart(said: _Said) -> list[Block]:
    lines, rest = _joined(said)
    return [Paragraph(said.node.id, said.node.id, tuple(lines)), *rest]


def _item(said: _Said) -> ListItem:
    lines, rest = _joined(said)
    content: list[ItemList] = []
    for block in rest:
        if isinstance(block, ItemList):
            content.append(block)
        elif not content:
            lines += block.lines
        else:
            # A paragraph after a list stays after it: an item without a marker.
            content.append(ItemList((ListItem(block.id, block.node, "", block.lines, ()),), tight=True))
    return ListItem(said.node.id, said.node.id, "", tuple(lines), tuple(content))
