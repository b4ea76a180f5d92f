"""Where every identifier of the IR leads on the page: the fragments of the JSON-LD must all arrive somewhere."""

from __future__ import annotations

from collections.abc import Iterator

from ...compose.page import Block, ItemList, Line, Page, Section
from ...ir import FACTS, Policy

# The IR names a row of the vocabulary after its table, the texts only by its word: data-name, `joint-use.items/name`.
_PREFIXES = ("data-", "purpose-", "subject-", "recipient-", "right-", "measure-")
# Fields of the rows that list other rows: who follows one of those to no place of its own is led to the lister.
_LISTS = ("data", "purposes", "recipients", "subjects", "analyses", "derives", "parts", "members", "desks")


class Anchors:
    """The identifiers of a page by the place that carries them.

    A part, clause, paragraph or item carries its own. What a sentence states first is carried there by the stretch that
    states it. Any other is carried by the nearest place that speaks of it.
    """

    def __init__(self, policy: Policy, page: Page) -> None:
        self._of_fact: dict[str, list[str]] = {}
        self._of_block: dict[str, list[str]] = {}
        self._spots: dict[str, list[str]] = {}
        self._unclaimed: set[str] = set()
        facts: dict[str, None] = {}
        for id_, lines in _blocks(page):
            self._spots[id_] = self._of_block.setdefault(id_, [])
            for line in lines:
                for run in line:
                    facts.update(dict.fromkeys(run.facts))
        self._unclaimed.update(self._of_block)
        homes = _homes(policy)
        self._state(policy, facts, homes)
        for id_ in homes:
            if id_ not in self._spots:
                self._nearest(id_, homes, page.id).append(id_)

    def block(self, id_: str) -> tuple[str, list[str]]:
        """The `id` of a block, "" if an earlier one has it, and the others it carries."""
        if id_ not in self._unclaimed:
            return "", []
        self._unclaimed.discard(id_)
        return id_, self._of_block[id_]

    def stretch(self, facts: tuple[str, ...]) -> list[str]:
        """The identifiers that a stretch carries: those of the facts that no stretch before it stated."""
        found: list[str] = []
        for fact in facts:
            found += self._of_fact.pop(fact, ())
        return found

    def _state(self, policy: Policy, facts: dict[str, None], homes: dict[str, list[str]]) -> None:
        words: dict[str, list[str]] = {}
        for id_ in homes:
            words.setdefault(id_, []).append(id_)
            for prefix in _PREFIXES:
                if id_.startswith(prefix):
                    words.setdefault(id_[len(prefix) :], []).append(id_)
        dates: dict[str, str] = {}
        for event in policy.events:
            dates[f"{policy.id}.{event.kind}/{event.date}"] = event.id
            dates.setdefault(f"{policy.id}.{event.kind}", event.id)
        for fact in facts:
            if fact in self._spots:
                continue
            named = words.get(fact.partition("/")[2], []) if "/" in fact else [fact]
            named = [dates[fact]] if fact in dates else named
            own = next((id_ for id_ in named if id_ not in self._spots), fact)
            self._spots[own] = self._spots[fact] = self._of_fact[fact] = [own]

    def _nearest(self, id_: str, homes: dict[str, list[str]], last: str) -> list[str]:
        """What carries the first of its homes that has a place, or of their homes; the `last` resort is the page."""
        seen = {id_}
        queue = [id_]
        for one in queue:
            above = homes.get(one, [])
            if "." in one:
                above = [one.rpartition(".")[0], *above]
            for home in above:
                if home in self._spots:
                    return self._spots[home]
                if home not in seen:
                    seen.add(home)
                    queue.append(home)
        return self._spots[last]


def _homes(policy: Policy) -> dict[str, list[str]]:
    """For every row of the IR what speaks of it: its clause, and the rows that list it."""
    homes: dict[str, list[str]] = {}
    for table in FACTS:
        for row in getattr(policy, table):
            clause = getattr(row, "clause", "")
            homes.setdefault(row.id, []).extend([clause] if clause else [])
            for field in _LISTS:
                for listed in getattr(row, field, ()):
                    homes.setdefault(listed, []).append(row.id)
    for event in policy.events:
        homes[event.id].append(f"{policy.id}.{event.kind}")
    return homes


def _blocks(page: Page) -> Iterator[tuple[str, tuple[Line, ...]]]:
    yield page.id, (page.title,)
    for block in page.content:
        yield from _below(block)


def _below(block: Block) -> Iterator[tuple[str, tuple[Line, ...]]]:
    if isinstance(block, ItemList):
        for item in block.items:
            yield item.id, item.lines
            for inner in item.content:
                yield from _below(inner)
    elif isinstance(block, Section):
        yield block.id, (block.heading,)
        for inner_block in block.content:
            yield from _below(inner_block)
    else:
        yield block.id, block.lines
