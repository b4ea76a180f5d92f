"""Article 43(3) and (4): what is provided of anonymised information, and what it consists of."""

from __future__ import annotations

from ... import ir
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row, Things


def beyond_items(reading: Reading, row: Row | None) -> Verdict:
    """Stated when an item of what is provided is none of the items of its clause, all of the vocabulary and none open."""
    assert row is not None
    things = Things(reading.policy)
    of_clause = [p for p in reading.policy.practices if p.clause == row.clause]
    whole = set(things.data(tuple(i for p in of_clause if p.action != "provide-anonymised" for i in p.data)))
    provided = next((p.data for p in of_clause if p.action == "provide-anonymised"), ())
    if not whole or "open" in whole or "text" in whole:
        return Verdict(MISSING)
    for one in provided:
        named = things.data((one,))
        # A group is within where all that it consists of is.
        if "text" in named or "open" in named or named[0] in whole or (named[1:] and whole.issuperset(named[1:])):
            continue
        facts = tuple(f"{row.clause}.provided{at}" for at in (f"/{one}", ""))
        return Verdict(ir.STATED, ((*facts, *row.facts),), lacking=(named[0],))
    return Verdict(MISSING)
