"""Which places of the page state a node: from the facts that a run of text knows to the rows of the IR."""

from __future__ import annotations

from collections.abc import Iterable
from operator import itemgetter

from ...compose.page import Line, Run
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
# Members of a run: functions of C, since a page has hundreds of runs.
_TEXT, _FACTS = itemgetter(Run._fields.index("text")), itemgetter(Run._fields.index("facts"))

_Field = tuple[list[str], list[str], str]


class Sentences:
    """The anchors of the paragraphs and items that state each node, in the order of the text."""

    def __init__(self, graph: Graph) -> None:
        policy = graph.policy
        self._graph = graph
        self._ids = {row[0] for table in FACTS for row in getattr(policy, table)}
        self._ids.update([place.id for place in policy.places])
        # What a clause or an item makes of its own fields besides itself.
        self._made: dict[str, list[str]] = {}
        for made in (*(row.id for row in policy.procedures), *(row.id for row in policy.retentions)):
            owner = made.rpartition(".")[0]
            self._made[owner] = [owner, made] if owner in self._ids else [made]
        self._events: dict[str, list[str]] = {}
        for event in policy.events:
            for fact in (f"{policy.id}.{event.kind}", f"{policy.id}.{event.kind}/{event.date}"):
                self._events.setdefault(fact, []).append(event.id)
        # What is known of a field, since a text states many values of one; and by row the references to its anchors, in order.
        self._fields: dict[str, _Field] = {}
        self._found: dict[str, list[str]] = {}

    def note(self, node: str, anchor: str, lines: Iterable[Line]) -> list[str]:
        """A block of text: it speaks for `node`, and states the facts of its runs. Its lines as characters.

        A node whose own IRI is the anchor needs no word of it.
        """
        said: list[str] = []
        # Most runs of a block state the same few facts, and a block counts once; so their order does not matter.
        stated: set[tuple[str, ...]] = set()
        for line in lines:
            said.append("".join(map(_TEXT, line)))
            stated.update(map(_FACTS, line))
        if anchor:
            found, rows, here = self._found, self._rows, self._graph.refs[anchor]
            if node != anchor:
                found.setdefault(node, []).append(here)
            for fact in set().union(*stated):
                for id_ in rows(fact):
                    if id_ in found:
                        anchors = found[id_]
                        if anchors[-1] is not here and id_ != anchor:
                            anchors.append(here)
                    elif id_ != anchor:
                        found[id_] = [here]
        return said

    def write(self) -> None:
        """Give each node its sentences."""
        nodes, refs, ends = self._graph.nodes, self._graph.refs, self._graph.ends
        for id_, anchors in self._found.items():
            ref = refs.get(id_, "")
            if ref in nodes:
                said = f', "sentence": [{", ".join(anchors)}]'
                ends[ref] = ends[ref] + said if ref in ends else said

    def _rows(self, fact: str) -> list[str]:
        """The rows that a fact of the page belongs to: `uses.data/name` to uses and data:name, `mihon.address` to mihon."""
        dated = self._events.get(fact)
        if dated is not None:
            return dated if len(dated) == 1 else []
        whole, _, value = fact.partition("/")
        field = self._fields.get(whole)
        if field is None:
            field = self._fields[whole] = self._field(whole)
        owners, owners_and_whole, prefix = field
        if not value:
            return owners_and_whole if fact == whole else owners
        ids = self._ids
        found = owners_and_whole
        if fact in ids:
            found = [*found, fact]
        if prefix:
            if value in ids:
                found = [*found, value]
            if (named := prefix + value) in ids:
                found = [*found, named]
        return found

    def _field(self, whole: str) -> _Field:
        """The rows that any value of a field belongs to, these with the row that has the name of the field itself; and how
        rows of the vocabulary are called there."""
        ids = self._ids
        owner, _, field = whole.rpartition(".")
        owners = self._made.get(owner) or ([owner] if owner in ids else [])
        return owners, [whole, *owners] if whole in ids else owners, _PREFIX.get(field, "")
