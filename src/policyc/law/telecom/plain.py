"""Rule 22-2-28(1)(i): what is said of a transmission is said in Japanese and in plain words."""

from __future__ import annotations

import re

from ... import facts
from ...facts.identifiers import of_field
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row

_JAPANESE = re.compile("[\u3041-\u30ff\u4e00-\u9fff]")
_WORD = re.compile(r"[^\W\d][\w-]*")
# Words that are written so in plain Japanese too, and that whoever uses a browser meets.
_COMMON = frozenset(("cookie", "cookies", "ip", "id", "os", "url", "gps"))


def not_japanese(reading: Reading, row: Row | None) -> Verdict:
    """Stated when what is sent, or what for, is said without one Japanese character (a name may be), and not in words that
    are no jargon either."""
    assert row is not None
    policy = reading.policy
    practice = reading.practices.get(row.node)
    if practice is None:
        return Verdict(MISSING)
    said = [(of_field(row.node, "sends"), d.text) for d in policy.data if d.id in practice.data]
    said += [(of_field(row.node, "for"), p.text) for p in policy.purposes if p.id in practice.purposes]
    foreign = [(fact, words) for fact, text in said if (words := _foreign(text))]
    if not foreign:
        return Verdict(MISSING)
    found = tuple(word for _, words in foreign for word in words)
    return Verdict(facts.STATED, ((foreign[0][0], row.node),), lacking=found, found=found)


def _foreign(text: str) -> list[str]:
    """The words of a text that has no Japanese, but for common ones."""
    return [] if _JAPANESE.search(text) else [word for word in _WORD.findall(text) if word.casefold() not in _COMMON]
