"""Where every identifier of the IR leads on the page: the fragments of the JSON-LD must all arrive somewhere."""

from __future__ import annotations

import re
from collections.abc import Iterable

from ...compose.page import Block, ItemList, Line, Page, Section, Table
from ...ir import FACTS, Policy

_JOINT = re.compile(r"[./]")
# Fields of rows that list other rows, and the fields of the source that these are said in.
_LISTS = {
    "data": ("items", "sends", "data"),
    "purposes": ("for", "purposes", "scope"),
    "recipients": ("to", "users"),
    "subjects": ("subjects",),
    "analyses": ("analyses",),
    "derives": ("derives",),
    "parts": ("of",),
    "members": ("members",),
    "desks": ("desk",),
}


class Anchors:
    """The identifiers of a page by the place that carries them.

    A part, clause, paragraph or item carries its own. What a sentence states is carried by the first stretch of text
    that states it. Whatever else the IR or the JSON-LD (`followed`) names is carried by the nearest place that speaks
    of it.
    """

    def __init__(self, policy: Policy, page: Page, followed: Iterable[str] = ()) -> None:
        self._blocks: dict[str, list[str]] = {}
        self._facts: dict[str, list[str]] = {}
        self._written: set[str] = set()
        stated: dict[str, None] = {}
        places: list[tuple[str, tuple[Line, ...]]] = [(page.id, (page.title,))]
        _below(page.content, places)
        for id_, lines in places:
            self._blocks[id_] = []
            for line in lines:
                for run in line:
                    for fact in run.facts:
                        stated[fact] = None
        # By identifier, what its place carries.
        self._carried = dict(self._blocks)
        self._carry_stated(policy, stated)
        self._carry_rest(_homes(policy, self._carried), self._blocks[page.id])
        self._carry_rest({id_: [] for id_ in followed if id_ not in self._carried}, self._blocks[page.id])

    def block(self, id_: str) -> tuple[str, list[str]]:
        """The `id` of a block ("" if an earlier one has it), and the other identifiers it carries."""
        if id_ in self._written:
            return "", []
        self._written.add(id_)
        return id_, self._blocks[id_]

    def stretch(self, facts: tuple[str, ...]) -> list[str]:
        """The identifiers that a stretch of text carries: those of the facts that none before it stated.

        The last fact is the narrowest, so its own comes first.
        """
        found: list[str] = []
        for fact in reversed(facts):
            found += self._facts.pop(fact, ())
        return found

    def _carry_stated(self, policy: Policy, stated: dict[str, None]) -> None:
        words = _words(policy, stated)
        for fact in stated:
            if fact not in self._carried:
                word = "/" + fact.rpartition("/")[2] if "/" in fact else ""
                named = words.get(fact) or words.get(word, [])
                own = next((id_ for id_ in named if id_ not in self._carried), fact)
                self._carried[own] = self._carried[fact] = self._facts[fact] = [own]

    def _carry_rest(self, homes: dict[str, list[str]], last: list[str]) -> None:
        for id_ in homes:
            queue, seen = [id_], {id_}
            carrier = last
            for one in queue:
                above = [*_outer(one), *homes.get(one, ())]
                reached = next((home for home in above if home in self._carried), None)
                if reached is not None:
                    carrier = self._carried[reached]
                    break
                queue += [home for home in above if home in homes and home not in seen]
                seen.update(above)
            carrier.append(id_)
            self._carried[id_] = carrier


def _outer(id_: str) -> list[str]:
    """The identifiers that this one is a part of by its form: `a` and `a.b` of `a.b/c`."""
    return [id_[: hit.start()] for hit in reversed(list(_JOINT.finditer(id_)))]


def _words(policy: Policy, stated: dict[str, None]) -> dict[str, list[str]]:
    """Identifiers by what texts call them: a dated fact of the document, or `/` and the word of a value."""
    words: dict[str, list[str]] = {}
    for table in FACTS:
        for row in getattr(policy, table):
            # The IR names a row of the vocabulary after its table, a text only by its word: data:name is `…/name`.
            words.setdefault("/" + row.id.rpartition(":")[2], []).append(row.id)
    for event in policy.events:
        fact = f"{policy.id}.{event.kind}"
        dated = f"{fact}/{event.date}"
        words.setdefault(dated if dated in stated else fact, [event.id])
    return words


def _homes(policy: Policy, carried: dict[str, list[str]]) -> dict[str, list[str]]:
    """For the rows of the IR that have no place yet, who speaks of them: their clause, and the rows that list them."""
    homes: dict[str, list[str]] = {}
    for table in FACTS:
        for row in getattr(policy, table):
            if row.id not in carried:
                clause = getattr(row, "clause", "")
                above = [f"{clause}.accepts", clause] if table == "rights" else [clause] if clause else []
                homes.setdefault(row.id, []).extend(above)
    for table in FACTS:
        rows = getattr(policy, table)
        fields = [(field, said) for field, said in _LISTS.items() if rows and hasattr(rows[0], field)]
        for row in rows if fields else ():
            for field, said in fields:
                for listed in getattr(row, field):
                    if listed in homes:
                        homes[listed] += [*(f"{row.id}.{word}" for word in said), row.id]
    for event in policy.events:
        if event.id in homes:
            homes[event.id].append(f"{policy.id}.{event.kind}")
    return homes


def _below(blocks: Iterable[Block], found: list[tuple[str, tuple[Line, ...]]]) -> None:
    """Every block of the page from these on, with its own lines."""
    for block in blocks:
        if isinstance(block, ItemList):
            for item in block.items:
                found.append((item.id, item.lines))
                if item.content:
                    _below(item.content, found)
        elif isinstance(block, Section):
            found.append((block.id, (block.heading,)))
            _below(block.content, found)
        elif isinstance(block, Table):
            found.append((block.id, ()))
            for cells in block.rows:
                for cell in cells:
                    _below(cell.content, found)
        else:
            found.append((block.id, block.lines))
