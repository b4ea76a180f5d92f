"""Whether the documents of one site agree: firms, external transmissions, joint use, links, desks, and what one leaves to
another.

Each document is reduced to a record as soon as it is compiled (`record`), and let go; when all were seen, `agree` looks
the records up in one another by names and addresses, never all pairs. Pure: sources of findings are read through a
function that is passed in.
"""

from __future__ import annotations

from collections.abc import Callable

from ..diagnostics import Diagnostic, Findings, Kind, in_order
from ..source import Source
from . import carried, firms, joint_use, links, matters, transmissions
from .places import Places
from .record import Left, Record
from .reduce import record

__all__ = ["Left", "Places", "Record", "agree", "codes", "record"]


def codes() -> frozenset[str]:
    """The codes of all findings of this room."""
    rooms = (firms, transmissions, joint_use, links, matters, carried)
    return frozenset(one.code for room in rooms for one in vars(room).values() if isinstance(one, Kind))


def agree(records: list[Record], read: Callable[[str], Source]) -> list[Diagnostic]:
    """What the documents of a run say differently, in the order of files and places.

    `records` are in the order of the run; `read` gives the source of a file by its name in the records. One document
    agrees with itself: for fewer than two there is nothing to find.
    """
    found = Findings()
    if len(records) > 1:
        places = Places(read)
        for one in (firms, transmissions, joint_use, links, matters):
            found += one.check(records, places)
    return in_order(found)
