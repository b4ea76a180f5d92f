"""How a sentence points to a place from where it stands: an item of another clause is said with its clause, and a clause of
another part with its part where numbers start again in each."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from ..diagnostics import Diagnostic
from ..model import Node
from ..source import Source, Span
from . import kinds
from .layout import Layout, restarts
from .standard import is_standard
from .within import DIGITS, Inside, Place, inside

if TYPE_CHECKING:
    from .inline import Inline

# Words that say already where a place is to be looked for: 前条, 同条第2項, 第3条の, 同号.
_SAID = re.compile(rf"((?:[前同次本]|第[{DIGITS}]+(?:の[{DIGITS}]+)*)([条項号章節款目編部]))の?\Z")
# A reference right before another one ({terms}第2項{fee}, {terms}の{fee}), or listed with it ({one}、{two}).
_BESIDE = re.compile(
    rf"\{{([^{{}}|]+)\}}(?:第[{DIGITS}]+[項号])?(?:の?|((?:まで)?(?:[、・～〜]|及び|並びに|又は|若しくは|から|と)))\Z"
)
_ARTICLE = re.compile(r"第([0-9０-９]+)条")
_BEFORE = 200


class _Beside(NamedTuple):
    """The reference right before another one: the clause or part that it names or stands in, where in that if it names
    an item, and whether the two are listed."""

    clause: Node | None
    item: Place | None
    listed: bool


def pointed(voice: Inline, id_: str, node: Node | None, scope: Node, at: Span) -> str:
    """What says the place `id_` in a text of `scope`; `node` is None for an item of a text."""
    layout = voice.layout
    assert layout is not None
    spot = layout.spots[id_]
    said = spot.reference()
    if not said or (node is not None and node.type.role == "part"):
        return said
    clause = (node or layout.listed[id_].node).clause
    if clause is None or clause.id not in layout.spots or (spot.heading and clause is not node):
        # A label names itself wherever it stands.
        return said
    if node is clause and clause is scope.clause:
        return said
    before = _before(at.source, at.start)
    typed = _SAID.search(before)
    if node is not clause:
        return _item(voice, id_, node, clause, scope, at, before, typed)
    return said if typed is not None else _with_part(layout, clause, said, scope, _beside(voice, before).clause, before)


def _before(source: Source, start: int) -> str:
    first = max(start - _BEFORE, 0)
    return source.text[max(source.text.rfind("\n", first, start) + 1, first) : start].replace("**", "")


def _item(
    voice: Inline,
    id_: str,
    node: Node | None,
    clause: Node,
    scope: Node,
    at: Span,
    before: str,
    typed: re.Match[str] | None,
) -> str:
    """An item: alone in its own paragraph, with that elsewhere in its clause, and with the clause elsewhere; what the words
    before it say (`typed`) is not said again."""
    layout = voice.layout
    assert layout is not None
    spot, around, same = layout.spots[id_], layout.spots[clause.id], clause is scope.clause
    where = around.reference()
    if not where and not same:
        return spot.reference()
    if clause.type.role == "part":
        return spot.reference() if same or typed is not None else f"{where}の{spot.reference()}"
    within = inside(layout, clause)
    place = within.place(id_, node)
    if before.endswith("第") or (same and not place.markers):
        # Of 第{item}号 all but the number is written; a bullet has nothing that could be said.
        return spot.reference()
    number, markers = within.number(place.paragraph), "".join(place.markers)
    for depth in range(len(place.markers) - 1, 0, -1):
        if before.endswith("".join(place.markers[:depth])):
            return "".join(place.markers[depth:])
    if typed is not None and typed[2] in "項号":
        return "".join(place.markers[1:] if typed[2] == "号" else ()) or markers or spot.reference()
    here = within.standing(scope, at.source, at.start) if same else 0
    if markers and not (same and here in (place.paragraph, 0)) and within.several(place):
        _warn(voice, kinds.ITEM_UNCLEAR.at(at, found=id_, said=number + markers))
    if typed is not None and typed[2] == "条":
        _elsewhere(voice, id_, clause, scope, typed[1], at)
        return number + markers or spot.reference()
    beside = _beside(voice, before)
    if beside.clause is clause and beside.item is not None and markers:
        return _after(within, place, beside.item, beside.listed, same and here == place.paragraph)
    if beside.clause is clause and not beside.listed:
        return number + markers
    if same and beside.item is None:
        near = here == place.paragraph or not (here or number)
        return place.markers[-1] if near else number + markers
    # 第2条 of 第2条（定義）, otherwise the heading.
    said = (around.said_marker() if around.marker.startswith("第") else where) + number + markers
    if typed is not None:
        return said
    # 「1．定義」 may be in each part: in a list of a clause and its item both are said with theirs.
    return _with_part(layout, clause, said, scope, None if beside.clause is clause else beside.clause, before)


def _after(within: Inside, place: Place, item: Place, listed: bool, near: bool) -> str:
    """An item right behind another one of its clause: 第1項（1）又は（2）, 第1項（1）又は第2項（1）, （2）ア及びイ."""
    if place.paragraph != item.paragraph:
        return within.number(place.paragraph) + "".join(place.markers)
    if listed and near:
        return place.markers[-1]
    # Behind ア another one of the same item, behind （2） its own ア.
    depth = len(item.markers) - listed
    deeper = len(place.markers) == len(item.markers) if listed else len(place.markers) > depth
    said = depth if deeper and place.markers[:depth] == item.markers[:depth] else 0
    return "".join(place.markers[said:])


def _elsewhere(voice: Inline, id_: str, clause: Node, scope: Node, typed: str, at: Span) -> None:
    """Warn of an item behind the number of an article that it does not stand in: 第3条, 前条 written by hand."""
    layout = voice.layout
    assert layout is not None
    around = layout.spots[clause.id]
    own = layout.spots.get(scope.clause.id) if scope.clause is not None else None
    if _ARTICLE.fullmatch(around.said_marker()) is None:
        return
    written = _ARTICLE.fullmatch(typed)
    if written is not None:
        meant = int(written[1])
    elif own is not None and typed[0] in "前次" and _counting(layout, clause) is _counting(layout, scope):
        meant = own.number + (1 if typed[0] == "次" else -1)
    else:
        return
    if meant != around.number:
        _warn(voice, kinds.ITEM_ELSEWHERE.at(at, found=id_, typed=typed, clause=around.said_marker()))


def _warn(voice: Inline, finding: Diagnostic) -> None:
    # Nobody can change what a standard wording says.
    if not is_standard(finding.span.source):
        voice.found.append(finding)


def _beside(voice: Inline, before: str) -> _Beside:
    hit = _BESIDE.search(before)
    layout = voice.layout
    if hit is None or layout is None:
        return _Beside(None, None, False)
    head = hit[1].partition(".")[0].strip()
    item = layout.listed.get(head)
    node = item.node if item is not None else voice.names.find(head, voice.document)
    clause = node.clause if node is not None else None
    place = None
    if node is not None and clause is not None and (item is not None or node.type.role == "item"):
        place = inside(layout, clause).place(head, None if item is not None else node)
    return _Beside(clause, place, bool(hit[2]))


def _with_part(layout: Layout, clause: Node, said: str, scope: Node, named: Node | None, before: str) -> str:
    """A place with the part that it stands in, where a clause elsewhere has its number and nothing has named the part."""
    part = _counting(layout, clause)
    if part is None or part is _counting(layout, scope) or (named is not None and _counting(layout, named) is part):
        return said
    spot = layout.spots[part.id]
    if not spot.heading or not layout.repeated(layout.spots[clause.id]):
        return said
    if before.rstrip("の」】〕］〉》） 　").endswith(spot.title):
        return said
    if spot.marker.startswith("第"):
        return spot.said_marker() + said
    return f"{spot.reference()}の{said}"


def _counting(layout: Layout, node: Node) -> Node | None:
    """The part in which the clauses around a node are counted, None for the document."""
    if node not in layout.counting:
        at: Node | None = node
        while at is not None and not (at.type.role == "part" and restarts(at)):
            at = at.parent
        layout.counting[node] = at
    return layout.counting[node]
