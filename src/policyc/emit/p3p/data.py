"""Data items as P3P DATA (REC 3.3.7, 5), and how long they are kept as RETENTION (REC 3.3.6)."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from ...facts import DataItem, Policy, Retention
from .concepts import MISC, OTHER, Key, known

Ref = tuple[str, ...]
"""The categories that a reference is given; none where they are fixed."""
KEPT, NEEDED, INDEFINITELY = "business-practices", "stated-purpose", "indefinitely"
# From the weakest promise to the strongest: stated-purpose is to discard at the earliest time possible (REC 3.3.6).
_STRENGTH = (INDEFINITELY, KEPT, NEEDED)
# Whole texts: 「利用目的の達成に必要な期間」, 「利用目的を達成するまで」 and the like. What goes on after that, or is decided by the
# operator (「必要と認める期間」), is no such promise; of 「必要がなくなるまで」 it is not said what for.
_FOR_PURPOSE = (
    "(?:その|当該|各|特定した|上記の?|前(?:条|項|記)の|個人(?:情報|データ)の)*(?:利用|取得|収集|使用)?目的"
    "(?:(?:のため|の達成|の達成のため|を達成する(?:ため|の)?|を達成する(?:上|うえ)で)?に?"
    "必要(?:な|とする|とされる)(?:最小限の|最小限度の|最低限の)?(?:期間|限度|限り)(?:内|中|に限り|に限る|のみ)?"
    "|(?:の達成|を達成する|を達する|が達成される)まで(?:の間|の期間)?)。?"
)

_ERASED = ("after", "erase")
# Of what never ends, erasure afterwards promises nothing.
_WITHOUT_END = "無期限|無期|無制限|永久|永続|永年|恒久|(?:期限|期間|終期)(?:は|を|の)?(?:なく|なし|ない|ありません|定め(?:ず|な|ませ|が)|設け(?:ず|な|ませ))"


def keys(item: DataItem, parts: list[tuple[Key, ...]]) -> tuple[Key, ...]:
    """What an item is in P3P: the references of its concepts and of its parts; a bounded number, however many parts.

    One that is open, or that neither has a concept nor parts, is an other-category with its own text.
    """
    found = dict.fromkeys([key for concept in item.concepts for key in known(concept).keys])
    for inner in parts:
        found.update(dict.fromkeys(inner))
    if item.open or not found:
        found[Key(MISC, OTHER)] = None
    return tuple(found)


def all_keys(policy: Policy) -> dict[str, tuple[Key, ...]]:
    """The keys of every item; the parts of a group are rows before it."""
    found: dict[str, tuple[Key, ...]] = {}
    for item in policy.data:
        found[item.id] = keys(item, [found[part] for part in item.parts if part in found])
    return found


def rows(found: Iterable[Key]) -> list[tuple[str, Ref]]:
    """DATA elements: each reference once with its categories, but `dynamic.miscdata` once per category (REC 5.6.4)."""
    made: list[tuple[str, Ref]] = []
    at: dict[str, int] = {}
    for ref, category in found:
        if not category:
            made.append((ref, ()))
        elif ref == MISC or ref not in at:
            at[ref] = len(made)
            made.append((ref, (category,)))
        else:
            place = at[ref]
            made[place] = ref, (*made[place][1], category)
    return made


@lru_cache(maxsize=1000)
def is_worded(found: tuple[Key, ...]) -> bool:
    """Whether the text of an item stands among its DATA elements."""
    return any(category == OTHER for _, category in found)


def retention(row: Retention) -> str:
    """The RETENTION of one row. A period is the destruction timetable that REC 3.3.6 asks for, and so is a criterion after
    which the data are erased; another criterion is a promise of P3P only where it is that of `stated-purpose`, as long as
    the purpose requires."""
    if row.period:
        return KEPT
    if re.fullmatch(_FOR_PURPOSE, row.text):
        return NEEDED
    return KEPT if row.text and _ERASED in row.details and not re.search(_WITHOUT_END, row.text) else INDEFINITELY


def _weakest(of: Iterable[str]) -> str:
    return min(of, key=_STRENGTH.index, default=INDEFINITELY)


class Kept:
    """The RETENTION of each item; what has neither a period nor a criterion is kept indefinitely (REC 3.3.6)."""

    def __init__(self, policy: Policy) -> None:
        self._of: dict[str, str] = {}
        self._general = _weakest(retention(row) for row in policy.retentions if not row.data)
        for row in policy.retentions:
            self._mark(row)
        self._inherit(policy)

    def of(self, id_: str = "") -> str:
        """The RETENTION element for an item, or for data that are not named."""
        return self._of.get(id_, self._general)

    def _mark(self, row: Retention) -> None:
        for id_ in row.data:
            # Two rows for one item: the weaker promise stands.
            self._of[id_] = _weakest((self._of.get(id_, NEEDED), retention(row)))

    def _inherit(self, policy: Policy) -> None:
        said = set(self._of)
        # Groups come after their parts in the table: backwards a group hands its period down, forwards up.
        for item in reversed(policy.data):
            if item.id in self._of:
                for part in item.parts:
                    if part not in said:
                        self._of[part] = _weakest((self._of.get(part, NEEDED), self._of[item.id]))
        for item in policy.data:
            if item.parts and not item.open and item.id not in self._of:
                self._of[item.id] = _weakest(map(self.of, item.parts))
