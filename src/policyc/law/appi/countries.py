"""Article 28(1): countries that no provision can rest on as having a system equivalent to Japan's."""

from __future__ import annotations

from ...facts import STATED
from ...facts.identifiers import made, of_field
from ..abroad import equivalent
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row, Things


def not_designated(reading: Reading, row: Row | None) -> Verdict:
    """Stated when the row rests on the country of a recipient, and one that it or the recipient names is not designated.

    Japan is none either: what is provided within it needs no such ground. Where no country is declared, none is at fault.
    """
    assert row is not None
    practice = reading.practices.get(row.node) or reading.practices.get(made(row.node, "use"))
    if practice is None or "equivalent-country" not in row.fields["basis"]:
        return Verdict(MISSING)
    named = (*row.fields.get("country", ()), *Things(reading.policy).countries(practice.recipients))
    others = tuple(dict.fromkeys(country for country in named if not equivalent(country)))
    if not others:
        return Verdict(MISSING)
    fields = ("country", "basis") if set(others) & set(row.fields.get("country", ())) else ("basis",)
    facts = tuple(of_field(place, field) for field in fields for place in (row.node, row.clause))
    return Verdict(STATED, ((*facts, *row.facts),), lacking=others)
