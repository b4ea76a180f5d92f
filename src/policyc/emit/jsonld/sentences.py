"""Which places of the page state a node: from the facts that a run of text knows to the rows of the IR."""

from __future__ import annotations

from collections.abc import Iterable

from ...compose.page import Line
from ...ir import FACTS
from .graph import Graph

# How rows of the vocabulary are called in the IR, by the field of the source that lists them: `items/name` is data:name.
_PREFIX = {
    **dict.fromkeys(("items", "sends", "data", "analyses", "derives", "of"), "data:"),
    **dict.fromkeys(("for", "purposes", "scope"), "purpose:"),
    **dict.fromkeys(("to", "users"), "recipient:"),
    "subjects": "subject:",
    "accepts": "right:",
    "measures": "measure:",
}


class Sentences:
    """The anchors of the paragraphs and items that state each node, in the order of the text."""

    def __init__(self, graph: Graph) -> None:
        policy = graph.policy
        self._graph = graph
        self._ids = {row[0] for table in FACTS for row in getattr(policy, table)}
        self._ids.update(place.id for place in policy.places)
        # What a clause or an item makes of its own fields besides itself.
        self._made: dict[str, list[str]] = {}
        for made in (*(row.id for row in policy.procedures), *(row.id for row in policy.retentions)):
            owner = made.rpartition(".")[0]
            self._made[owner] = [owner, made] if owner in self._ids else [made]
        self._events: dict[str, list[str]] = {}
        for event in policy.events:
            for fact in (f"{policy.id}.{event.kind}", f"{policy.id}.{event.kind}/{event.date}"):
                self._events.setdefault(fact, []).append(event.id)
        # Rows by facts, since most runs of a page state the same few; and by row its anchors, in order.
        self._known: dict[tuple[str, ...], list[str]] = {}
        self._found: dict[str, list[str]] = {}

    def note(self, node: str, anchor: str, lines: Iterable[Line]) -> None:
        """A block of text: it speaks for `node`, and states the facts of its runs."""
        if not anchor:
            return
        found, known = self._found, self._known
        found.setdefault(node, []).append(anchor)
        for line in lines:
            for run in line:
                facts = run.facts
                if not facts:
                    continue
                rows = known.get(facts)
                if rows is None:
                    rows = known[facts] = self._all(facts)
                for id_ in rows:
                    anchors = found.get(id_)
                    if anchors is None:
                        found[id_] = [anchor]
                    elif anchors[-1] != anchor:
                        anchors.append(anchor)

    def _all(self, facts: tuple[str, ...]) -> list[str]:
        return self._rows(facts[0]) if len(facts) == 1 else list({row: None for f in facts for row in self._rows(f)})

    def write(self) -> None:
        """Give each node its sentences. A node whose own IRI is the anchor of the sentence needs no word of it."""
        for id_, anchors in self._found.items():
            node = self._graph.nodes.get(self._graph.refs.get(id_, ""))
            others = [anchor for anchor in anchors if anchor != id_]
            if node is not None and others:
                node["sentence"] = self._graph.refs.array(others)

    def _rows(self, fact: str) -> list[str]:
        """The rows that a fact of the page belongs to: `uses.data/name` to uses and data:name, `mihon.address` to mihon."""
        dated = self._events.get(fact)
        if dated is not None:
            return dated if len(dated) == 1 else []
        ids = self._ids
        whole, _, value = fact.partition("/")
        owner, _, field = whole.rpartition(".")
        found = [fact] if fact in ids else []
        if value:
            if whole in ids:
                found.append(whole)
            prefix = _PREFIX.get(field)
            if prefix is not None:
                found += [id_ for id_ in (value, prefix + value) if id_ in ids]
        if owner in self._made:
            found += self._made[owner]
        elif owner in ids:
            found.append(owner)
        return found
