"""Every value that a policy states, changed one at a time: a target whose files are the same then does not say it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from policyc.compose.page import Page
from policyc.emit import Emission, Target
from policyc.facts import TABLES, Ground, Policy
from policyc.vocab import Concept, concepts

ABOUT = ("kind", "title", "url", "version", "replaces", "operator", "subjects")
"""What is stated of the document itself."""
_ANOTHER_KIND = "general-policy"
BESIDE = {
    "id": "names the row, and is looked for in every other field",
    "elsewhere": "what the source declares and the page leaves out: for rules of law only (`Recipient`)",
    "unsaid": "names what no sentence says (`Party`)",
}
"""Fields that are no statement of the page, and why."""


class Change(NamedTuple):
    """One value of a field: of which table and row (the document's own have the table "document"), and the policy without
    it or with another in its place, in several ways: one that a target cannot write is passed over."""

    table: str
    id: str
    field: str
    value: Any
    policies: tuple[Policy, ...]

    @property
    def name(self) -> str:
        return f"{self.table}.{self.field}"


def changes(policy: Policy) -> Iterator[Change]:
    """Every value of every field of a policy, with policies that do not state it."""
    for field in ABOUT:
        for value, others in _values(getattr(policy, field)):
            others += [_ANOTHER_KIND] if field == "kind" else []
            yield Change("document", policy.id, field, value, tuple(policy._replace(**{field: o}) for o in others))
    for table in TABLES:
        rows = getattr(policy, table)
        for n, row in enumerate(rows):
            for field in row._fields:
                if field in BESIDE:
                    continue
                for value, others in _values(getattr(row, field)):
                    made = (row._replace(**{field: other}) for other in others)
                    policies = tuple(policy._replace(**{table: (*rows[:n], one, *rows[n + 1 :])}) for one in made)
                    yield Change(table, row.id, field, value, policies)


def _values(value: Any) -> Iterator[tuple[Any, list[Any]]]:
    """The single values in what a field holds, each with what the field could hold instead."""
    if isinstance(value, bool):
        # That something is not so is no statement.
        yield from [(True, [False])] if value else []
    elif isinstance(value, Concept):
        yield value, [None, _another(value)]
    elif isinstance(value, Ground):
        yield value.text, [value._replace(text=value.text + "変")]
        if value.concept is not None:
            yield value.concept, [value._replace(concept=None), value._replace(concept=_another(value.concept))]
        for n, word in enumerate(value.includes):
            yield word, [value._replace(includes=_without(value.includes, n))]
    elif isinstance(value, tuple):
        for n, one in enumerate(value):
            if isinstance(one, Ground):
                for inner, others in _values(one):
                    yield inner, [(*value[:n], other, *value[n + 1 :]) for other in others]
            another = [_another(one)] if isinstance(one, Concept) else []
            yield one, [_without(value, n), *((*value[:n], other, *value[n + 1 :]) for other in another)]
    elif isinstance(value, int):
        yield value, [value + 1]
    elif value:
        yield value, ["", f"{value}変", f"{value}x"]


def _without(values: tuple[Any, ...], n: int) -> tuple[Any, ...]:
    return (*values[:n], *values[n + 1 :])


def _another(concept: Concept) -> Concept:
    """A row of the same vocabulary, if possible one that the targets have other terms for."""
    rows = [row for row in concepts(concept.category).values() if row.id != concept.id]
    apart = (
        row for row in rows if not set(row.dpv_terms) & set(concept.dpv_terms) and row.p3p_terms != concept.p3p_terms
    )
    return next(apart, rows[0])


def dropped(target: Target, policy: Policy, page: Page, only: str = "") -> list[Change]:
    """The values that a target neither says nor reports: changed, each leaves one of its files as it is, and no loss is about
    the field of that row.

    In: a target of any kind, as it is registered or written by a test; `only` the values of one `table.field`. A target that
    makes no file of a document has to report the document.
    """
    whole = target.emit(policy, page, {})
    if not whole.files:
        assert [loss.node for loss in whole.losses] == [policy.id]
        return []
    every = (one for one in changes(policy) if only in ("", one.name))
    return [one for one in every if not _told(one, target, page, whole)]


def _told(one: Change, target: Target, page: Page, whole: Emission) -> bool:
    if any(loss.node == one.id and about(loss.fact, one) for loss in whole.losses):
        return True
    silent = set(whole.files)
    for policy in one.policies:
        try:
            there = target.emit(policy, page, {}).files
        except Exception:
            # What cannot be without the value was read; another way has to show that it is said.
            continue
        silent = {name for name in silent if there.get(name) == whole.files[name]}
    return not silent


def about(fact: str, one: Change) -> bool:
    """Whether a loss speaks of this value: by the name of its field or (of all of a row) its table, or by the value."""
    field, _, said = fact.partition(":")
    names = {one.table, one.field, one.field.replace("_", "-")}
    if isinstance(one.value, tuple):
        # Of `details` the word.
        names.add(str(one.value[0]))
    if isinstance(one.value, Concept):
        # That there is no term for a row of this kind, or none that is as wide.
        names.add(one.table.removesuffix("s"))
        return field.strip() in names or said.strip() in (one.value.ja, one.value.id)
    return field.strip() in names or said.strip() == str(one.value)
