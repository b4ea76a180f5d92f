"""Which places of the page state a node: from the facts that a run of text knows to the rows of the facts."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from operator import itemgetter

from ...compose.page import Line, Run
from ...facts.identifiers import Category, block_of, field_of, of_field, of_row, of_value, owner_of, value_of, word_of
from .graph import Graph

# What rows of the vocabulary are in the facts, by the field of the source that lists them: `items/name` is data:name.
_CATEGORY: dict[str, Category] = {
    **dict.fromkeys(("items", "sends", "data", "analyses", "derives", "of"), "data"),
    **dict.fromkeys(("for", "purposes", "scope"), "purpose"),
    **dict.fromkeys(("to", "users"), "recipient"),
    "subjects": "subject",
    "measures": "measure",
}
# Members of a run: functions of C, since a page has hundreds of runs.
_TEXT, _FACTS = itemgetter(Run._fields.index("text")), itemgetter(Run._fields.index("facts"))


class Sentences:
    """The anchors of the paragraphs and items that state each node, in the order of the text."""

    def __init__(self, graph: Graph) -> None:
        policy = graph.policy
        self._graph = graph
        self._ids = set(graph.rows)
        # What a clause or an item makes of its own fields besides itself.
        self._made: dict[str, list[str]] = {}
        for made in (*(row.id for row in policy.procedures), *(row.id for row in policy.retentions)):
            owner = owner_of(made)
            self._made[owner] = [owner, made] if owner in self._ids else [made]
        self._events: dict[str, list[str]] = {}
        for event in policy.events:
            field = of_field(policy.id, event.kind)
            for fact in (field, of_value(field, event.date)):
                self._events.setdefault(fact, []).append(event.id)
        # What is known of a field, since a text states many values of one; and by row the references to its anchors, in order.
        self._fields: dict[str, tuple[list[str], Category | None]] = {}
        self._found: defaultdict[str, list[str]] = defaultdict(list)

    def note(self, node: str, anchor: str, lines: Iterable[Line]) -> list[str]:
        """A block of text: it speaks for `node`, and states the facts of its runs. Its lines as characters.

        A node whose own IRI is the anchor needs no word of it.
        """
        said: list[str] = []
        # Most runs of a block state the same few facts, and a block counts once for a row; so the order does not matter.
        stated: set[tuple[str, ...]] = set()
        for line in lines:
            said.append("".join(map(_TEXT, line)))
            stated.update(map(_FACTS, line))
        # Most items state that they are there, and nothing else. What is blank has no place on the page.
        if (
            anchor
            and not (node == anchor and stated == {(anchor,)} and anchor == block_of(anchor))
            and any(map(str.strip, said))
        ):
            rows = self._rows(set().union(*stated)) if stated else set()
            rows.add(node)
            rows.discard(anchor)
            here = self._graph.refs[anchor]
            for id_ in rows:
                self._found[id_].append(here)
        return said

    def write(self) -> None:
        """Give each node its sentences."""
        nodes, refs = self._graph.nodes, self._graph.refs
        for id_, anchors in self._found.items():
            node = nodes.get(refs.get(id_, ""))
            if node is not None:
                node["sentence"] = anchors

    def _rows(self, facts: set[str]) -> set[str]:
        """The rows that facts of the page belong to: `uses.data/name` to uses and data:name, `mihon.address` to mihon."""
        events, fields = self._events, self._fields
        rows: set[str] = set()
        for fact in facts:
            dated = events.get(fact)
            if dated is not None:
                if len(dated) == 1:
                    rows.add(dated[0])
                continue
            whole, value = field_of(fact), value_of(fact)
            field = fields.get(whole)
            if field is None:
                field = fields[whole] = self._field(whole)
            owners, category = field
            rows.update(owners)
            rows.add(fact)
            if value:
                rows.add(whole)
                if category:
                    rows.add(value)
                    rows.add(of_row(category, value))
        rows &= self._ids
        return rows

    def _field(self, whole: str) -> tuple[list[str], Category | None]:
        """The rows that any value of a field belongs to, and what rows of the vocabulary are there."""
        owner = owner_of(whole)
        return self._made.get(owner) or [owner], _CATEGORY.get(word_of(whole))
