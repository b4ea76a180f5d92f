"""Whether a target says every fact of a policy, or reports that it does not: by id and value, field by field."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from operator import attrgetter
from typing import Any, NamedTuple

from policyc.emit import EXACT, Emission
from policyc.emit.jsonld import FILE
from policyc.emit.jsonld.addresses import absolute
from policyc.emit.jsonld.terms import CHOICES
from policyc.emit.p3p import JSON
from policyc.facts import NONE, STATED, TABLES, Ground, Policy
from policyc.vocab import Concept, lookup

_ABOUT = ("title", "url", "version", "replaces", "operator", "subjects")
# Which side of a row says its value: the id is the node, and the rest of these stand in the source only.
_BESIDE = {"id", "elsewhere", "unsaid"}


class Value(NamedTuple):
    """A value of a fact: the row and table it is of, the field, and under which word of it (`details`)."""

    table: str
    id: str
    field: str
    value: Any
    word: str = ""


def values(policy: Policy) -> Iterator[Value]:
    """Every value that is stated: of the document, and of every row of every table, but those that are empty."""
    for field in _ABOUT:
        yield from _values("document", policy.id, field, getattr(policy, field))
    for table in TABLES:
        for row in getattr(policy, table):
            for field in row._fields:
                if field not in _BESIDE:
                    yield from _values(table, row.id, field, getattr(row, field))


def _values(table: str, id_: str, field: str, value: Any) -> Iterator[Value]:
    if isinstance(value, Ground):
        yield Value(table, id_, field, value.text)
        if value.concept is not None:
            yield Value(table, id_, field, value.concept)
        for word in value.includes:
            yield Value(table, id_, field, word, "includes")
    elif isinstance(value, Concept):
        yield Value(table, id_, field, value)
    elif isinstance(value, tuple):
        for one in value:
            if field == "details":
                yield Value(table, id_, field, one[1], one[0])
            else:
                yield from _values(table, id_, field, one)
    elif value not in ("", False, None):
        yield Value(table, id_, field, value)


def _encoded(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)[1:-1]


def _open_list(text: str, word: str) -> str:
    """What of a text says that a list is left open; empty where nothing does. That it has such a list is not enough."""
    return next((hit[0] for hit in re.finditer(r'"openLists": \[[^]]*\]', text) if f'"{word}"' in hit[0]), "")


class InJsonld:
    """The JSON-LD of a policy: the nodes of each row and of its parts, as text."""

    def __init__(self, policy: Policy, emission: Emission) -> None:
        self.policy = policy
        document = policy.iri
        self.base = document.partition("#")[0] + "#"
        self.nodes: dict[str, dict[str, Any]] = {}
        self.about: dict[str, str] = {}
        ids = {row[0] for table in TABLES for row in getattr(policy, table)}
        for node in json.loads(emission.files[FILE])["@graph"]:
            id_ = policy.id if node["id"] == document else node["id"].removeprefix(self.base)
            self.nodes[id_] = node
            if any(type_.startswith("odrl:") for type_ in node["type"]):
                # A rule repeats what is said of a practice; it does not say it in its place.
                continue
            # A part of a row is `#row/part`; the version belongs to the document.
            whole = policy.id if id_.startswith("version:") else id_.partition("/")[0]
            for one in {id_, whole if whole in ids or whole == policy.id else id_}:
                self.about[one] = self.about.get(one, "") + json.dumps(node, ensure_ascii=False)

    def says(self, one: Value) -> bool:
        """Whether the nodes of the row have the value, in the form that the target gives it."""
        text = self.about.get(one.id, "")
        if any(form in text for form in self._forms(one) if form):
            return True
        if one.table == "purposes" and one.field == "data":
            return self._used(one.id, one.value)
        if one.table == "practices" and one.field == "purposes":
            node = self.nodes[one.id]
            return any(
                self._lists(iri.removeprefix(self.base), "narrower", one.value) for iri in node.get("purpose", ())
            )
        return False

    def _used(self, purpose: str, item: str) -> bool:
        """The data of a purpose are those of a process that has it."""
        return any(
            purpose in row.purposes and item in row.data and f'"{self.base}{item}"' in self.about[row.id]
            for row in self.policy.practices
        )

    def _lists(self, id_: str, word: str, member: Any) -> bool:
        """Whether another node names one of its own: a clause its purposes, an entry those below it."""
        return f"{self.base}{member}" in self.nodes.get(id_, {}).get(word, ())

    def _forms(self, one: Value) -> list[str]:
        value, field = one.value, one.field
        if isinstance(value, Concept):
            return [f'"{term}"' for term in (value.own, *value.dpv_terms) if term]
        if field == "open":
            return ['"open": true']
        if field == "open_lists":
            return [_open_list(self.about.get(one.id, ""), value)]
        if field == "abroad":
            return ['"location": ["loc:']
        if field == "listed":
            row = next(row for row in self.policy.purposes if row.id == one.id)
            return ['"id"'] if self._lists(row.clause, "narrower", one.id) else []
        if isinstance(value, int):
            return [f'"{field}": {value}']
        if field == "stance" and value == STATED:
            return ['"dpv:PersonalDataProcess"']
        if field == "action":
            action = lookup("actions", value)
            return [f'"{term}"' for term in ((action.own, *action.dpv_terms) if action else ()) if term]
        if field == "document":
            # What the entry leads to is the document of that address.
            row = next(row for row in self.policy.entries if row.id == one.id)
            return [f'"item": "{absolute(row.url, self.policy.iri)}"'] if row.url else []
        if field == "parent":
            return ['"id"'] if self._lists(value, "itemListElement", one.id) else []
        return self._words(one)

    def _words(self, one: Value) -> list[str]:
        """The forms of a word: a text, the IRI of a row or of a page, a country, a term, or `word: value`."""
        value, word = one.value, one.word or one.field
        iri = self.policy.iri if value == self.policy.id else f"{self.base}{value}"
        found = [f'"{_encoded(value)}"', f'"{iri}"', f'"{absolute(value, self.policy.iri)}"', f'"loc:{value}"']
        found += [f'"{words[value]}"' for words in CHOICES.values() if value in words]
        found += [f'"{_encoded(f"{word}: {value}")}"', f'"{word}": {value}']
        if one.field == "fee":
            found += [f'"price": "{value.rpartition(" ")[0]}"', '"dpv:FeeNotRequired"' if value == NONE else ""]
        if one.field == "period" and value.endswith("W"):
            found.append(f'"P{int(value[1:-1]) * 7}D"')
        if one.field == "address":
            found.append(_encoded(value))
        return found


class InP3p:
    """The P3P JSON of a policy: the member of each row, as text."""

    def __init__(self, policy: Policy, emission: Emission) -> None:
        self.policy = policy
        self.made = json.loads(emission.files[JSON])
        self.bounds = {loss.node for loss in emission.losses if loss.fact == "scope"}
        self.about: dict[str, str] = {}
        for row in _rows(self.made):
            self.about[row["id"]] = self.about.get(row["id"], "") + json.dumps(row, ensure_ascii=False)

    def says(self, one: Value) -> bool:
        """Whether the row has the value as it is; of a concept, its id."""
        value, text = one.value, self.about.get(one.id, "")
        if one.table == "document" and one.field == "operator":
            return self.made["operator"]["id"] == value  # type: ignore[no-any-return]
        if one.table == "practices" and one.field == "purposes" and self._taken(one):
            return True
        if one.field in ("purposes_of", "scope") and one.id in self.bounds:
            return True
        if isinstance(value, Concept):
            return f'"{value.id}"' in text
        if one.field == "open_lists":
            return bool(_open_list(text, value))
        if isinstance(value, bool | int):
            return f'"{one.field}": {json.dumps(value)}' in text
        return f'"{_encoded(value)}"' in text

    def _taken(self, one: Value) -> bool:
        """The purposes of a clause are named by that clause, where a practice takes them all."""
        row = next(row for row in self.policy.purposes if row.id == one.value)
        return row.listed and f'"clause": "{_encoded(row.clause)}"' in self.about[one.id]


def _rows(value: Any) -> Iterator[dict[str, Any]]:
    if isinstance(value, dict):
        if isinstance(value.get("id"), str):
            yield value
        for inner in value.values():
            yield from _rows(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _rows(inner)


def unsaid(target: str, policy: Policy, emission: Emission) -> list[Value]:
    """The values that the file of a target does not have; a target that makes none must report the whole document."""
    if not emission.files:
        assert [loss.node for loss in emission.losses] == [policy.id]
        return []
    there = InJsonld(policy, emission) if target == "jsonld" else InP3p(policy, emission)
    return [one for one in values(policy) if not there.says(one)]


def unreported(target: str, policy: Policy, emission: Emission) -> list[Value]:
    """The values whose concepts the target has no exact term for, of rows that its report does not name."""
    lost = {loss.node for loss in emission.losses}
    if not emission.files:
        return []
    fit = attrgetter("dpv_fit" if target == "jsonld" else "p3p_fit")
    return [
        one
        for one in values(policy)
        if isinstance(one.value, Concept)
        and one.field != "exceptions"
        and fit(one.value) != EXACT
        and one.id not in lost
    ]
