"""A composed document to its IR: every clause by its own lowering, and what belongs to the document itself."""

from __future__ import annotations

from typing import Any

from . import facts
from .clauses import lowering
from .compose import Composition
from .compose.stated import StatedWords
from .facts.identifiers import NO_FACT, event, of_field
from .model import Names, Node, lowerings
from .model.lower import Lowering, Words


def lower(document: Node, names: Names, composition: Composition) -> facts.Policy:
    """The policy that a document states."""
    inline, layout = composition.inline, composition.layout
    spots = layout.spots

    def marker(node: Node) -> str:
        spot = spots.get(node.id)
        if spot is None:
            return ""
        if node.type.role == "clause":
            return spot.marker
        clause = node.clause
        above = spots.get(clause.id) if clause is not None and clause is not node else None
        return above.marker + spot.marker if above is not None else spot.marker

    def heading(node: Node) -> str:
        spot = spots.get(node.id)
        return spot.title if spot is not None else ""

    def position(node: Node) -> int:
        spot = spots.get(node.id)
        return spot.number if spot is not None else 0

    words = Words(
        inline.short,
        lambda v, n: inline.value(v, n, n.source),
        marker,
        heading,
        position,
        StatedWords(composition.page, "except"),
    )
    out = Lowering(document, names, words, inline.stated)
    operator = [out.party(value.target) for value in document.values("operator")]
    subjects = out.subjects(document, "subjects")
    places: list[facts.Place] = []
    for node in inline.nodes:
        role = node.type.role
        if node.fields and role in ("document", "part", "clause", "item"):
            lowerings.other_answers(out, node)
        if role in ("part", "clause"):
            parent = node.parent.id if node.parent is not None else NO_FACT
            place = (node.id, node.type.word, marker(node), heading(node), parent, node.location(), ())
            places.append(tuple.__new__(facts.Place, place))
        if role == "clause":
            lowering(node.type.word)(node, out)
        elif role in ("part", "document"):
            _frames(node, out)
        elif role == "delegation":
            lowerings.delegation(out, node)
    if out.going_on:
        places = [place._replace(open_lists=out.going_on.get(place.id, ())) for place in places]
    _events(document, out)
    _terms(inline.introduced, out)
    url = document.values("url")
    tables: dict[str, tuple[Any, ...]] = {name: tuple(rows.values()) for name, rows in out.tables.items()}
    return facts.Policy(
        id=document.id,
        kind=document.choice("kind"),
        title=words.text(document.title, document),
        url=url[0].word if url else "",
        version=next((words.text(v.words, document) for v in document.values("version")), ""),
        replaces=next((value.word for value in document.values("replaces")), ""),
        operator=operator[0] if operator else NO_FACT,
        subjects=subjects,
        places=tuple(places),
        origin=document.location(),
        **tables,
    )


def _frames(part: Node, out: Lowering) -> None:
    for kind in ("adheres-to", "published-under", "undefined-terms"):
        values = part.values(kind)
        for value in values:
            target = value.target
            if isinstance(target, Node):
                name = out.words.text(target.title or target.label, target) or target.url
                id_ = part.fact(kind) if len(values) == 1 else of_field(part.fact(kind), target.id)
                origin = part.span._replace(start=value.start).location()
                number = next((out.words.text(value.words, target) for value in target.values("number")), "")
                out.add("frames", facts.Frame(id_, kind, name, out.said.page(target), part.id, origin, number))


def _events(document: Node, out: Lowering) -> None:
    for kind in ("enacted", "revised", "published", "effective"):
        values = document.values(kind)
        for number, value in enumerate(values, 1):
            said = out.words.value(value, document)
            origin = document.span._replace(start=value.start).location()
            out.add("events", facts.Event(event(kind, number), kind, value.word, said, origin))


def _terms(introduced: dict[str, Node], out: Lowering) -> None:
    for node in introduced.values():
        called = node.field("called")
        name = called.text() if called is not None else node.title
        means = node.field("means")
        meaning = means.text() if means is not None else node.title
        row = facts.Term(node.id, out.words.text(name, node), out.words.text(meaning, node), node.location())
        out.add("terms", row)
