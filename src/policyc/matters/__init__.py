"""What the clauses declare of themselves, for rooms that know no clauses: each declares it in its folder (`matter.py`).

`frozen.py` holds what they declare, made when files are frozen; a row is looked up by the word of its clause or of an action.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

from .records import ANONYMOUS as ANONYMOUS
from .records import COLLECTED as COLLECTED
from .records import FLOWS as FLOWS
from .records import JOINT_USER as JOINT_USER
from .records import OWN as OWN
from .records import PERSONAL as PERSONAL
from .records import PROCESSOR as PROCESSOR
from .records import RELATED as RELATED
from .records import SENT_TO as SENT_TO
from .records import SUCCESSOR as SUCCESSOR
from .records import THIRD_PARTY as THIRD_PARTY
from .records import Act as Act
from .records import Answer as Answer
from .records import Headings as Headings
from .records import Matter as Matter
from .records import Term as Term


@cache
def matters() -> dict[str, Matter]:
    """The matter of every clause type by its word, in the order of the folders."""
    # Only now, as it is made by what imports this room.
    from .frozen import MATTERS

    return {row.word: row for row in MATTERS}


@cache
def acts() -> dict[str, Act]:
    """Every action that a clause is the place for, by the word of the action: first by where the data go."""
    rows = [act for row in matters().values() for act in row.acts]
    return {act.action: act for act in sorted(rows, key=lambda act: (FLOWS.index(act.flow), act.action))}


def flow(action: str) -> str:
    """Where data go by an action; nowhere by one that no clause is the place for."""
    act = acts().get(action)
    return act.flow if act is not None else OWN


@cache
def by_flow(*flows: str) -> tuple[str, ...]:
    """The actions by which data go there."""
    return tuple(action for action, act in acts().items() if act.flow in flows)


@cache
def places() -> dict[str, str]:
    """For an action the clause that is the place for it."""
    return {act.action: row.word for row in matters().values() for act in row.acts}


def stating(table: str) -> tuple[str, ...]:
    """The clauses that are the place for a table of the facts."""
    return tuple(row.word for row in matters().values() if table in row.tables)


def confined(field: str, concept: str = "") -> tuple[str, ...]:
    """The clauses that are confined to some `data` or `people`: to that row of the vocabulary, or to any."""
    rows = ((row.word, getattr(row, field)) for row in matters().values())
    return tuple(word for word, own in rows if own and concept in ("", own))


def answers() -> Iterator[tuple[str, Answer]]:
    """What sources would declare where the law asks for a fact, each with its clause."""
    return ((row.word, answer) for row in matters().values() for answer in row.answers)
