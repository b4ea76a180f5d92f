"""What is left as it is: findings accepted with a reason in the source, known from a baseline, or of another weight by a
firm's own decision. One pure function, `settle`, says all of it of a list of findings, whoever made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..baseline import Entries, Entry, entry
from ..diagnostics import ERROR, Diagnostic
from ..model import Node
from .codes import is_of_language
from .severities import OFF, Severities, severity
from .sources import Acceptance, acceptances, unanswered

__all__ = [
    "OFF",
    "Acceptance",
    "Decided",
    "Decisions",
    "Settled",
    "acceptances",
    "decide",
    "settle",
]


class Decisions(NamedTuple):
    """What was decided about the findings of one file.

    `documents` are its documents, `accepted` what they accept; `severities` are rows of (code or pattern, severity).
    `asked` holds, by document, the codes that were looked for: only of those can it be said that no finding answers to
    an acceptance. `as_of` is the day of the check (ISO 8601). `baseline` is what is known already, with counts; None
    where no baseline is read or written. With `keeps` one is being made, and all that it may hold is known.
    """

    documents: tuple[Node, ...] = ()
    accepted: tuple[Acceptance, ...] = ()
    severities: Severities = ()
    asked: Mapping[str, frozenset[str]] = {}
    as_of: str = ""
    baseline: Entries | None = None
    keeps: bool = False


class Settled(NamedTuple):
    """Findings after all decisions: those that were turned off are gone, the others know whether they are accepted or
    known. `new` is what a baseline written now would hold of them, `left` what of the given one was not found."""

    found: list[Diagnostic]
    new: Entries
    left: Entries


class Decided(NamedTuple):
    """A finding with the reason that accepts it and the severity that was set (`OFF`: it is not to be told); `by` is the
    number of what accepts it among the acceptances, or -1, and `severity` the one that it had by itself."""

    finding: Diagnostic
    by: int
    severity: str

    @property
    def can_be_known(self) -> bool:
        """Whether a baseline may hold it: no error of the language, for nothing is built with it, and nothing that is said
        of decisions themselves. What a firm made an error may still be an old warning."""
        code = self.finding.code
        if not self.finding.open or code.startswith(("accept/", "baseline/", "config/")):
            return False
        return not (is_of_language(code) and self.severity == ERROR)


def settle(found: Iterable[Diagnostic], by: Decisions, again: Iterable[Diagnostic] = ()) -> Settled:
    """Apply acceptances, severities and the baseline, in that order, and add what is to be said of the acceptances.
    `again` was settled before, with another source: it is not told twice, but an acceptance may answer to it."""
    decided = decide(found, by)
    used = {(one.by, one.finding.code) for one in (*decided, *decide(again, by))}
    decided += decide(unanswered(by.accepted, used, by.asked, by.as_of), by)
    decided = [one for one in decided if one.finding.severity != OFF]
    found = [one.finding for one in decided]
    if by.baseline is None:
        return Settled(found, {}, {})
    left, new = dict(by.baseline), dict[Entry, int]()
    for nth, one in enumerate(decided):
        if one.can_be_known:
            key = entry(one.finding, by.documents)
            new[key] = new.get(key, 0) + 1
            if left.get(key):
                left[key] -= 1
            elif not by.keeps:
                continue
            found[nth] = one.finding._replace(known=True)
    return Settled(found, new, {key: count for key, count in left.items() if count})


def decide(found: Iterable[Diagnostic], by: Decisions) -> list[Decided]:
    """What acceptances and severities make of findings, one by one."""
    of_code: dict[str, list[int]] = {}
    for nth, acceptance in enumerate(by.accepted):
        for code in acceptance.codes:
            of_code.setdefault(code, []).append(nth)
    out: list[Decided] = []
    for one in found:
        nth = next((n for n in of_code.get(one.code, ()) if by.accepted[n].accepts(one, by.as_of)), -1)
        if nth >= 0:
            one = one._replace(accepted=by.accepted[nth].reason)
        level = severity(one, by.severities) if by.severities else one.severity
        changed = one if level == one.severity else one._replace(kind=one.kind._replace(severity=level))
        out.append(Decided(changed, nth, one.severity))
    return out
