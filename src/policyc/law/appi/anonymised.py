"""Article 43(1), (3) and (4): what anonymised information consists of, and what of it is provided."""

from __future__ import annotations

from ...facts import STATED
from ...facts.identifiers import of_field, of_value
from ...vocab import Concept, lookup
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
        field = of_field(row.clause, "provided")
        facts = (of_value(field, one), field)
        return Verdict(STATED, ((*facts, *row.facts),), lacking=(named[0],))
    return Verdict(MISSING)


# What is deleted from it by the Rules, art. 34(1): the name, which by itself identifies a person; and (2) every individual
# identification code, which are the parts of their row in the vocabulary. What identifies only together with something else
# (an address, a telephone number) may remain in part.
_NAMES = ("name", "name-kana")
_CODES = "individual-identification-code"


def identifying(reading: Reading, row: Row | None) -> Verdict:
    """Stated when an item is a name or an identification code, called so by the vocabulary.

    One in words of its own (「氏名の頭文字」) may have been worked on, and is left alone.
    """
    assert row is not None
    practice = reading.practices[row.node]
    codes = lookup("data", _CODES)
    wanted = {*_NAMES, _CODES, *(codes.parts if codes is not None else ())}
    by_id = {one.id: one for one in reading.policy.data}
    todo, found = list(practice.data), dict[str, str]()
    for id_ in todo:
        item = by_id.get(id_)
        if item is not None and id_ not in found:
            todo += [part for part in item.parts if part not in todo]
            if any(concept.id in wanted and _called(item.text, concept) for concept in item.concepts):
                found[id_] = item.text
    if not found:
        return Verdict(MISSING)
    field = of_field(row.clause, "provided" if practice.action == "provide-anonymised" else "items")
    facts = (of_value(field, next(iter(found))), field)
    return Verdict(STATED, ((*facts, *row.facts),), lacking=tuple(found.values()), found=tuple(found.values()))


def _called(text: str, concept: Concept) -> bool:
    return text in concept.spellings
