"""How a sentence points to a place from where it stands: an item of another clause is said with its clause, and a clause of
another part with its part where numbers start again in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Node
from ..source import Source
from .layout import Layout, restarts

if TYPE_CHECKING:
    from .inline import Inline

_DIGITS = "0-9０-９一二三四五六七八九十百"
# Words that say already where a place is to be looked for: 前条, 同条第2項, 第3条の.
_SAID = re.compile(rf"(?:[前同次本]|第[{_DIGITS}]+(?:の[{_DIGITS}]+)*)[条項章節款目編部]の?\Z")
# A reference right before another one ({terms}第2項{fee}, {terms}の{fee}), or listed with it ({one}、{two}).
_BESIDE = re.compile(
    rf"\{{([^{{}}|]+)\}}(?:第[{_DIGITS}]+[項号])?(?:の?|([、・～〜]|及び|並びに|又は|若しくは|から|と))\Z"
)
_BARE = re.compile(rf"[{_DIGITS}]+")
_BEFORE = 200


def pointed(voice: Inline, id_: str, node: Node | None, scope: Node, source: Source, start: int) -> str:
    """What says the place `id_` in a text of `scope`, at `start` of its source; `node` is None for an item of a text."""
    layout = voice.layout
    assert layout is not None
    spot = layout.spots[id_]
    said = spot.reference()
    if not said or (node is not None and node.type.role == "part"):
        return said
    owner = node or layout.listed[id_].node
    clause = owner.clause
    around = layout.spots.get(clause.id) if clause is not None else None
    if clause is None or around is None or clause is scope.clause or (spot.heading and clause is not node):
        # A label names itself wherever it stands.
        return said
    first = max(start - _BEFORE, 0)
    before = source.text[max(source.text.rfind("\n", first, start) + 1, first) : start].replace("**", "")
    if _SAID.search(before) is not None:
        return said
    named, carries = _beside(voice, before)
    if node is not clause:
        if named is clause and carries:
            return _within(layout, id_, node, clause)
        where = around.reference()
        if not where:
            return said
        if clause.type.role == "part":
            return f"{where}の{said}"
        # 第2条 of 第2条（定義）, otherwise the heading.
        said = (around.marker.strip() if around.marker.startswith("第") else where) + _within(layout, id_, node, clause)
    return _with_part(layout, clause, said, scope, named, before)


def _beside(voice: Inline, before: str) -> tuple[Node | None, bool]:
    """The clause or part that the reference right before this one names, or stands in, and whether an item may follow it
    alone: in a list of clauses it would be read as one of the clause that the text stands in."""
    hit = _BESIDE.search(before)
    if hit is None or voice.layout is None:
        return None, False
    head = hit[1].partition(".")[0].strip()
    item = voice.layout.listed.get(head)
    node = item.node if item is not None else voice.names.find(head, voice.document)
    if node is None:
        return None, False
    return node.clause, item is not None or node.type.role == "item" or not hit[2]


def _within(layout: Layout, id_: str, node: Node | None, clause: Node) -> str:
    """An item as its clause has it: 第2項 where it has several paragraphs, and the markers from the outermost item in."""
    markers: list[str] = []
    paragraph = 0
    at = node
    if at is None:
        at, markers, paragraph = layout.listed[id_]
        markers = [*markers, layout.spots[id_].marker]
    while at is not None and at is not clause:
        if at.type.role == "item":
            markers.insert(0, layout.spots[at.id].marker)
            paragraph = 0
        at = at.parent
    markers = [marker for mark in markers if any(map(str.isalnum, marker := mark.strip()))]
    number = layout.paragraph(clause, paragraph)
    if markers and _BARE.fullmatch(markers[0]):
        markers[0] = f"第{markers[0]}号"
    return number + "".join(markers)


def _with_part(layout: Layout, clause: Node, said: str, scope: Node, named: Node | None, before: str) -> str:
    """A place with the part that it stands in, where a clause elsewhere has its number and nothing has named the part."""
    part = _counting(layout, clause)
    if part is None or part is _counting(layout, scope) or (named is not None and _counting(layout, named) is part):
        return said
    spot = layout.spots[part.id]
    if not spot.heading or not layout.repeated(layout.spots[clause.id]):
        return said
    if before.rstrip("の」】〕］〉》 　").endswith(spot.title):
        return said
    if spot.marker.startswith("第"):
        return spot.marker.strip() + said
    return f"{spot.reference()}の{said}"


def _counting(layout: Layout, node: Node) -> Node | None:
    """The part in which the clauses around a node are counted, None for the document."""
    if node not in layout.counting:
        at: Node | None = node
        while at is not None and not (at.type.role == "part" and restarts(at)):
            at = at.parent
        layout.counting[node] = at
    return layout.counting[node]
