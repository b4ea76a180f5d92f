"""Disclosures on the page: how label and value stand, by one pattern of `{label}` and `{value}`.

A pattern that is a row (`| {label} | {value} |`) makes a table; one of one line puts disclosures under one another; one
of several lines makes each a paragraph of its own. `headed` makes each label a heading.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from typing import NamedTuple

from ..model import Node, Text, read_text
from ..model.template import Line as TextLine
from ..source import Source
from . import kinds
from .inline import Inline
from .page import Block, Cell, ItemList, Line, ListItem, Paragraph, Run, Section, Table, extended
from .standard import WORDING

_USUAL = {"stacked": "■{label}\n{value}", "inline": "{label}：{value}", "table": "| {label} | {value} |"}
# Where the value goes, while a pattern is said: no source can hold it.
_VALUE = "\0"

Blocks = list[Paragraph | ItemList | Table]


class Voice(NamedTuple):
    """How the page is asked for words: `label` of a node, `blocks` of a text, and a new `anchor` of a node; `level` is
    that of a heading below the clause."""

    inline: Inline
    label: Callable[[Node], str]
    blocks: Callable[[Text, Node], Blocks]
    anchor: Callable[[Node], str]
    level: int


class _Said(NamedTuple):
    """Lines of a pattern as said: those before the value, what stands before and behind it in its own line, and the
    value; `has_value` says whether the value is among them at all."""

    above: list[Line]
    before: Line
    behind: Line
    value: Blocks
    has_value: bool


def disclosures(nodes: list[Node], voice: Voice) -> list[Block]:
    """The disclosures of a clause as blocks."""
    clause = nodes[0].parent
    assert clause is not None
    if clause.choice("layout") == "headed":
        return [_headed(node, voice) for node in nodes]
    pattern = _pattern(clause, voice)
    if pattern.lines[0].row:
        rows = tuple(_row(node, line, pattern, voice) for node in nodes for line in pattern.lines if line.cells)
        return [Table(voice.anchor(clause), clause.id, rows, 0)]
    said = [(node, _said(node, pattern.lines, pattern, voice)) for node in nodes]
    if any(one.above for _, one in said):
        return [block for node, one in said for block in _apart(node, one)]
    return [ItemList(tuple(_item(node, one) for node, one in said), tight=False)]


def _headed(node: Node, voice: Voice) -> Section:
    label = voice.label(node)
    heading = (Run(label, facts=(node.id,)),)
    return Section(node.id, node.id, voice.level, "", label, heading, tuple(_value(node, voice)))


def _pattern(clause: Node, voice: Voice) -> Text:
    """The pattern in force: the author's, or that of the usual layout of that name."""
    given = next(iter(clause.values("layout")), None)
    if given is None or given.words is None:
        return _usual(given.word if given is not None else "stacked")
    heads = {ref.path[0] for ref in given.words.refs()}
    if not {"label", "value"} <= heads:
        voice.inline.found.append(kinds.LAYOUT_INCOMPLETE.at(given.words.span))
        return _usual("stacked")
    text = given.words
    if text.source.text.startswith("|", text.start + 1):
        # A string has one line and no rows; as a pattern it may be the row of a table.
        return read_text(text.source, "wording", text.start + 1, text.end - 1)[0]
    return text


@cache
def _usual(name: str) -> Text:
    source = Source(WORDING, _USUAL[name])
    return read_text(source, "wording", 0, len(source.text))[0]


def _said(node: Node, pattern: tuple[TextLine, ...], text: Text, voice: Voice) -> _Said:
    """Lines of the pattern `text` for one disclosure."""
    facts = (node.id,)
    env = {"label": [Run(voice.label(node), facts=facts)], "value": [Run(_VALUE, facts=facts)]}
    lines: list[list[Run]] = []
    for line in pattern:
        lines.append([])
        for run in voice.inline.segs(line.segs, node, text.source, facts, env):
            first, *more = run.text.split("\n")
            lines[-1].append(run._replace(text=first))
            lines += [[run._replace(text=piece)] for piece in more]
    places = [(n, at) for n, line in enumerate(lines) for at, run in enumerate(line) if run.text == _VALUE]
    if not places:
        return _Said([_kept(line) for line in lines], (), (), [], False)
    n, at = places[0]
    return _Said(
        [_kept(line) for line in lines[:n]], _kept(lines[n][:at]), _kept(lines[n][at:]), _value(node, voice), True
    )


def _value(node: Node, voice: Voice) -> Blocks:
    field = node.field("text")
    text = field.text() if field is not None else None
    return voice.blocks(text, node) if text is not None else []


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
        own[0] = extended(said.before, own[0])
        if not value:
            own[-1] = extended((), own[-1], said.behind)
    return [*said.above, *own], value


def _apart(node: Node, said: _Said) -> list[Block]:
    lines, rest = _joined(said)
    return [Paragraph(node.id, node.id, tuple(lines)), *rest]


def _item(node: Node, said: _Said) -> ListItem:
    lines, rest = _joined(said)
    content: list[ItemList | Table] = []
    for block in rest:
        if not isinstance(block, Paragraph):
            content.append(block)
        elif not content:
            lines += block.lines
        else:
            # A paragraph after a list stays after it: an item without a marker.
            content.append(ItemList((ListItem(block.id, block.node, "", block.lines, ()),), tight=True))
    return ListItem(node.id, node.id, "", tuple(lines), tuple(content))


def _row(node: Node, line: TextLine, pattern: Text, voice: Voice) -> tuple[Cell, ...]:
    """A row of the table: the cell of the value has its blocks, each other cell is the head of the row if it has the
    label, or is marked as one."""
    cells: list[Cell] = []
    named = False
    for cell in line.cells:
        said = _said(node, cell.lines, pattern, voice)
        lines, rest = _joined(said)
        if any(isinstance(block, Table) for block in rest):
            field = node.fields["text"]
            voice.inline.found.append(kinds.TABLE_IN_TABLE.at(node.span._replace(start=field.start, end=field.end)))
        # The first cell that says something carries the identifier of the disclosure.
        id_ = voice.anchor(node) if named else node.id
        named = named or bool(lines)
        first = (Paragraph(id_, node.id, tuple(lines)),) if lines else ()
        content = (*first, *(block for block in rest if not isinstance(block, Table)))
        cells.append(Cell(content, head=cell.head or not said.has_value))
    return tuple(cells)
