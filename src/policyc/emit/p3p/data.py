"""Data items as P3P DATA (REC 3.3.7, 5), and how long they are kept as RETENTION (REC 3.3.6)."""

from __future__ import annotations

from typing import Any

from ...ir import DataItem, Policy, Retention

MISC, OTHER = "#dynamic.miscdata", "other-category"
# The only elements whose categories a policy chooses; of all others they are fixed (REC 5.7).
_VARIABLE = (MISC, "#dynamic.cookies")
KEPT, INDEFINITELY = "business-practices", "indefinitely"

Key = tuple[str, str]
"""A reference, and for a variable element one of its categories."""


def keys(item: DataItem, parts: list[tuple[Key, ...]]) -> tuple[Key, ...]:
    """What an item is in P3P: the references of its concept and of its parts; a bounded number, however many parts.

    One that is open, or that neither has a concept nor parts, is an other-category with its own text.
    """
    found: dict[Key, None] = {}
    if item.concept is not None:
        for ref in item.concept.p3p_terms:
            named = (item.concept.p3p_categories or (OTHER,)) if ref in _VARIABLE else ("",)
            found.update(((ref, category), None) for category in named)
    for inner in parts:
        found.update(dict.fromkeys(inner))
    if item.open or not found:
        found[MISC, OTHER] = None
    return tuple(found)


def all_keys(policy: Policy) -> dict[str, tuple[Key, ...]]:
    """The keys of every item; the parts of a group are rows before it."""
    found: dict[str, tuple[Key, ...]] = {}
    for item in policy.data:
        found[item.id] = keys(item, [found[part] for part in item.parts if part in found])
    return found


def rows(found: dict[Key, None], texts: list[str]) -> list[dict[str, Any]]:
    """DATA elements: each reference once with its categories, but `dynamic.miscdata` once per category (REC 5.6.4).

    `texts` are the items that no category fits: they are the content of `other-category`.
    """
    made: list[dict[str, Any]] = []
    at: dict[str, list[dict[str, str]]] = {}
    for ref, category in found:
        if not category:
            made.append({"ref": ref})
            continue
        categories = at.get(ref)
        if categories is None or ref == MISC:
            categories = at[ref] = []
            made.append({"ref": ref, "categories": categories})
        one = {"element": category}
        if category == OTHER:
            one["text"] = "、".join(dict.fromkeys(texts))
        categories.append(one)
    return made


def retention(period: str) -> str:
    """The RETENTION of a stated period. Only a period is the destruction timetable that REC 3.3.6 asks for."""
    return KEPT if period else INDEFINITELY


class Kept:
    """Which data have a stated period of retention; what has none is kept indefinitely (REC 3.3.6)."""

    def __init__(self, policy: Policy) -> None:
        self._general = False
        self._of: dict[str, bool] = {}
        general = [row for row in policy.retentions if not row.data]
        self._general = bool(general) and all(row.period for row in general)
        for row in policy.retentions:
            self._mark(row)
        self._inherit(policy)

    def of(self, id_: str = "") -> str:
        """The RETENTION element for an item, or for data that are not named."""
        return KEPT if self._of.get(id_, self._general) else INDEFINITELY

    def _mark(self, row: Retention) -> None:
        for id_ in row.data:
            # Two rows for one item: the weaker promise stands.
            self._of[id_] = self._of.get(id_, True) and bool(row.period)

    def _inherit(self, policy: Policy) -> None:
        said = set(self._of)
        # Groups come after their parts in the table: backwards a group hands its period down, forwards up.
        for item in reversed(policy.data):
            if item.id in self._of:
                for part in item.parts:
                    if part not in said:
                        self._of[part] = self._of.get(part, True) and self._of[item.id]
        for item in policy.data:
            whole = item.parts and not item.open and all(self.of(part) == KEPT for part in item.parts)
            if whole and item.id not in self._of:
                self._of[item.id] = True
