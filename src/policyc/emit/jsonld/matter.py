"""What is handled and what for: data items and purposes, each a node of its own under its verbatim text."""

from __future__ import annotations

from ... import ir
from ...vocab import Concept, lookup
from ..encode import string
from .graph import Graph
from .nodes import Node, members


def data_item(graph: Graph, row: ir.DataItem) -> None:
    """An item of personal data (dpv:PersonalData) below its DPV terms, those of all kinds that it is; the items of a group are narrower.

    One that the text only says is inferred is a dpv:InferredPersonalData; `open` marks a catch-all. `position` is
    its place in the list that names it first.
    """
    id_, text, concept, parts, open_, position, origin, also = row
    concepts = (concept, *also) if concept else ()
    above = graph.above(concepts, '"dpv:PersonalData"')
    for one in concepts:
        if one.sensitive:
            above = _sensitive(graph, one, above)
    said = '"type": ["dpv:PersonalData"' + (', "dpv:InferredPersonalData"]' if id_ in graph.index.inferred else "]")
    if text:
        said += f', "title": {{"ja": {string(text)}}}'
    if position:
        said += f', "position": {position}'
    said += f', "broader": {above}'
    if parts:
        said += f', "narrower": {graph.refs.array(parts)}'
    if open_:
        said += ', "open": true'
    graph.enter(graph.refs[id_], f'{said}, "origin": {string(origin)}')
    graph.weigh(id_, f"data item: {text}", concepts)


def _sensitive(graph: Graph, concept: Concept, above: str) -> str:
    """要配慮個人情報 (APPI art. 2(3)), above every item that is a kind of it."""
    whole = lookup("data", "special-care-required-information")
    if whole is None or whole == concept:
        return above
    term = graph.own(whole)
    return above if term in above else f"{above[:-1]}, {term}]"


def purpose(graph: Graph, row: ir.Purpose) -> None:
    """A purpose of use (dpv:Purpose; APPI art. 17(1)) below its DPV terms; `open` marks a catch-all.

    A listed purpose is also a narrower item of the node of its clause, which stands for them all.
    """
    refs = graph.refs
    id_, text, concepts, open_, listed, marker, position, analyses, derives, _, defined_in, clause, origin = row
    said = '"type": ["dpv:Purpose"]'
    if text:
        said += f', "title": {{"ja": {string(text)}}}'
    if marker:
        said += f', "identifier": {string(marker)}'
    if position:
        said += f', "position": {position}'
    above = graph.above(concepts, '"dpv:Purpose"')
    said += f', "broader": {above}, "open": true' if open_ else f', "broader": {above}'
    if analyses:
        said += f', "analyses": {refs.array(analyses)}'
    if derives:
        said += f', "derives": {refs.array(derives)}'
    if defined_in:
        said += ", " + members(_defined_in(graph, defined_in))
    said += graph.stated_member(id_, clause)
    ref = graph.enter(refs[id_], f'{said}, "origin": {string(origin)}')
    if listed:
        ids, items = graph.clauses.setdefault(clause, ([], []))
        ids.append(id_)
        items.append(ref)
    graph.weigh(id_, f"purpose: {text}", concepts)


def _defined_in(graph: Graph, url: str) -> Node:
    found = graph.page(url, "references")
    return {"references": [str(found["references"])]} if "references" in found else found


def purposes_together(graph: Graph) -> None:
    """A node for the purposes of each clause together: what `same as` and `within` point to."""
    for clause, (_, refs) in graph.clauses.items():
        graph.add(graph.refs[clause], {"type": '["dpv:Purpose"]', "broader": '["dpv:Purpose"]', "narrower": refs})
