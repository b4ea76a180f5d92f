"""From a document to its record."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import cache

from .. import facts, matters
from ..compose.page import Run
from ..compose.sentences import lines
from ..compose.standard import is_standard
from ..facts.identifiers import FactId, maker_of
from ..model import Node
from ..pipeline import Document
from ..source import Span
from . import spelling
from .record import Desk, Entry, Firm, JointUse, Kept, Left, Link, Receiver, Record, Said, Spot, Transmission, spot

_JURIDICAL = re.compile(r"会社|法人|組合|銀行|機構|協会|\b(?:Inc|Ltd|LLC|Corp|K\.K|GmbH)\b")
_LABELS = ("seller", "issuer", "address", "phone", "responsible-person")
_GIVEN = ("provide", "transfer-abroad", *matters.by_flow(matters.PROCESSOR, matters.SENT_TO))
_PARTS = {
    "address": "address",
    "postal-code": "postal_code",
    "representative": "representative_name",
    "phone": "phone",
}
_DESK = ("phone", "email", "hours")


def record(document: Document, show: Callable[[str], str], left: tuple[Left, ...] = ()) -> Record:
    """What is kept of a document; `show` gives the name by which the reader knows a file, `left` the matters that it
    leaves to others (`carried.left`)."""
    return _Reduction(document, show).record(left)


class _Reduction:
    def __init__(self, document: Document, show: Callable[[str], str]) -> None:
        self._document = document
        self._policy = document.policy
        self._show = cache(show)
        self._nodes: dict[str, Node] = {node.id: node for node in document.node.walk()}
        self._parties = {row.id: row for row in self._policy.parties}
        self._data = {row.id: row for row in self._policy.data}
        self._purposes = {row.id: row for row in self._policy.purposes}
        self._recipients = {row.id: row for row in self._policy.recipients}

    def record(self, left: tuple[Left, ...]) -> Record:
        policy = self._policy
        node = self._document.node
        operator = self._parties.get(policy.operator)
        links = tuple(self._links())
        sending = _places(matters.SENT_TO)
        silent = next((s for s in policy.silences if s.topic in sending and s.stance == facts.NONE), None)
        joint_uses = tuple(self._joint_uses())
        refers = (*(link.url for link in links), *(row.url for row in policy.delegations))
        return Record(
            file=self._show(node.source.path),
            id=policy.id,
            kind=policy.kind,
            title=policy.title or policy.id,
            url=policy.url,
            operator=operator.name if operator is not None else "",
            spot=self._spot(node.named_at),
            firms=tuple(self._firms()),
            labels=tuple(self._labels()),
            transmissions=tuple(self._transmissions()),
            receivers=tuple(r for p in policy.practices if p.action in _GIVEN for r in self._receivers(p)),
            silent=self._field(silent.id, "declared") if silent is not None else None,
            refers=tuple(dict.fromkeys(spelling.url(url) for url in refers if url)),
            joint_uses=joint_uses,
            joint_elsewhere=not joint_uses and any(p.type in _places(matters.JOINT_USER) for p in policy.places),
            links=links if policy.kind != "site-index" else (),
            entries=tuple(self._entries()),
            desks=tuple(self._desks()),
            kept=tuple(self._kept()),
            left=left,
        )

    # -- places -----------------------------------------------------------------------------------------------------------

    def _spot(self, span: Span) -> Spot:
        return spot(span, self._show(span.source.path))

    def _node(self, id_: str) -> Node | None:
        return self._nodes.get(id_) or self._document.composition.inline.names.find(id_, self._document.node)

    def _field(self, id_: str, word: str, index: int = -1) -> Spot:
        """The place of a field of a block, or of one of its values; of the block where it has none."""
        node = self._node(id_)
        if node is None:
            return self._spot(self._document.node.named_at)
        field = node.field(word)
        if field is None:
            return self._spot(node.named_at)
        found = field.values[index] if 0 <= index < len(field.values) else field
        return self._spot(Span(node.source, found.start, found.end))

    def _titled(self, id_: str) -> Spot:
        """The place of the title of a block, or of its name."""
        node = self._node(id_)
        if node is None:
            return self._spot(self._document.node.named_at)
        title = node.label or node.title
        inside = title is not None and title.source is node.source and node.start <= title.start < node.end
        return self._spot(title.span if title is not None and inside else node.named_at)

    # -- firms, labels, desks ---------------------------------------------------------------------------------------------

    def _firms(self) -> Iterator[Firm]:
        for party in self._policy.parties:
            values = {word: getattr(party, attribute) for word, attribute in _PARTS.items()}
            values["address"] = "".join(party.address)
            parts = {word: Said(value, self._field(party.id, word)) for word, value in values.items() if value}
            yield Firm(Said(party.name, self._titled(party.id)), parts)

    def _labels(self) -> Iterator[tuple[str, str, Said]]:
        for row in self._policy.disclosures:
            if row.concept is not None and row.concept.id in _LABELS:
                yield row.concept.id, row.label, Said(row.text, self._field(row.id, "text"))

    def _desks(self) -> Iterator[Desk]:
        for row in self._policy.contacts:
            parts = {word: Said(value, self._field(row.id, word)) for word in _DESK if (value := getattr(row, word))}
            yield Desk(Said(row.name, self._titled(row.id)), parts, row.takes)

    # -- practices --------------------------------------------------------------------------------------------------------

    def _receivers(self, practice: facts.Practice) -> Iterator[Receiver]:
        for index, id_ in enumerate(practice.recipients):
            where = self._field(practice.id, "to", index)
            party, row = self._parties.get(id_), self._recipients.get(id_)
            if party is not None:
                yield Receiver(Said(party.name, where), (), True)
            elif row is not None:
                named = bool(not row.concepts or _JURIDICAL.search(row.text))
                yield Receiver(Said(row.text, where), tuple(c.id for c in row.concepts), named)

    def _transmissions(self) -> Iterator[Transmission]:
        for row in self._policy.practices:
            if matters.flow(row.action) == matters.SENT_TO and row.stance == facts.STATED:
                spots = {"to": "to", "sends": "sends", "purposes": "for"}
                yield Transmission(
                    tuple(self._receivers(row)),
                    frozenset(self._items(row.data)),
                    frozenset(self._uses(row.purposes)),
                    {part: self._field(row.id, word) for part, word in spots.items()},
                )

    def _joint_uses(self) -> Iterator[JointUse]:
        for row in self._policy.practices:
            if matters.flow(row.action) != matters.JOINT_USER or row.stance != facts.STATED or not row.recipients:
                continue
            responsible = self._parties.get(row.responsible)
            own = (self._parties.get(self._policy.operator), responsible)
            called = [*(party.name for party in own if party is not None), *map(self._called, row.recipients)]
            named = tuple(spelling.plain(self._parties[i].name) for i in row.recipients if i in self._parties)
            names = {spelling.plain(name): name for name in called}
            parts = {
                "items": frozenset(self._items(row.data)),
                "purposes": frozenset(self._uses(row.purposes)),
                "responsible": frozenset(filter(None, [responsible.name if responsible is not None else ""])),
            }
            spots = {word: self._field(row.id, word) for word in (*parts, "users")}
            yield JointUse(frozenset(names), names, named, len(named) == len(row.recipients), parts, spots)

    def _called(self, id_: str) -> str:
        row = self._policy.of(id_)
        return str(getattr(row, "name", "") or getattr(row, "text", "") or id_)

    def _items(self, ids: Iterable[FactId]) -> Iterator[str]:
        """Data items by the names of the vocabulary, groups as their parts."""
        todo, seen = list(ids), set[FactId]()
        while todo:
            row = self._data.get(todo.pop())
            if row is not None and row.id not in seen:
                seen.add(row.id)
                todo += row.parts
                if not row.parts:
                    yield from [concept.ja for concept in row.concepts] or [row.text]

    def _uses(self, ids: Iterable[FactId]) -> Iterator[str]:
        for row in (self._purposes[i] for i in ids if i in self._purposes):
            yield from (concept.ja for concept in row.concepts) if row.concepts else (row.text,)

    def _kept(self) -> Iterator[Kept]:
        for row in self._policy.retentions:
            data = frozenset(self._items(row.data))
            if data and row.period:
                where = self._field(maker_of(row.id, "retention"), "period")
                yield Kept(data, row.period, Said(row.text, where))

    # -- links ------------------------------------------------------------------------------------------------------------

    def _links(self) -> Iterator[Link]:
        """Links whose words are written out somewhere; runs of one link after another are one."""
        for _, _, line in lines(self._document.composition.page):
            at = 0
            while at < len(line):
                end = at + 1
                while end < len(line) and line[end].url == line[at].url:
                    end += 1
                if line[at].url:
                    yield from self._link(line[at:end], line[at - 1] if at else None)
                at = end

    def _link(self, runs: tuple[Run, ...], before: Run | None) -> Iterator[Link]:
        first, words = runs[0], "".join(run.text for run in runs)
        source = first.source
        if source is None or is_standard(source) or first.bare or words.strip() == first.url:
            return
        where = Span(source, first.offset, first.offset + len(first.text))
        quoted = words.startswith(("「", "『")) or (before is not None and before.text.endswith(("「", "『")))
        yield Link(Said(words, self._spot(where)), quoted, first.url)

    def _entries(self) -> Iterator[Entry]:
        for row in self._policy.entries:
            yield Entry(Said(row.text, self._titled(row.id)), row.url, row.document)


def _places(flow: str) -> set[str]:
    """The clauses that are the place for actions by which data go there."""
    return {matters.places()[action] for action in matters.by_flow(flow)}
