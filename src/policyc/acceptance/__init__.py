"""What is left as it is: findings accepted with a reason in the source, known from a baseline, or of another weight by a
firm's own decision. One pure function, `settle`, says all of it of a list of findings, whoever made them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..baseline import Entries, Entry, entry
from ..diagnostics import ERROR, Diagnostic
from ..model import Node
from .codes import is_of_language, is_of_settings
from .severities import OFF, Severities, Weight, Weights, weaker
from .sources import Acceptance, acceptances, unanswered
from .suppressed import BASELINE, SETTINGS, SOURCE, Suppressed

__all__ = [
    "OFF",
    "Acceptance",
    "Decided",
    "Decisions",
    "Settled",
    "Suppressed",
    "Weight",
    "acceptances",
    "decide",
    "settle",
]


class Decisions(NamedTuple):
    """What was decided about the findings of one file.

    `documents` are its documents, `accepted` what they accept; `severities` are the rows of the settings.
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
    known. `new` is what a baseline written now would hold of them, `left` what of the given one was not found.
    `suppressed` is every finding that is not told or told as less than it is, once; `met` the rows of the settings that
    findings answered to, and whether any of these would be told otherwise without the row."""

    found: list[Diagnostic]
    new: Entries
    left: Entries
    suppressed: tuple[Suppressed, ...] = ()
    met: Mapping[Weight, bool] = {}


class Decided(NamedTuple):
    """A finding with the reason that accepts it and the severity that was set (`OFF`: it is not to be told); `by` is the
    number of what accepts it among the acceptances, or -1, and `severity` the one that it had by itself. `row` is the row
    of the settings that weighs it, and `moved` whether it would be of another severity without that."""

    finding: Diagnostic
    by: int
    severity: str
    row: Weight | None = None
    moved: bool = False

    @property
    def can_be_known(self) -> bool:
        """Whether a baseline may hold it: no error of the language, for nothing is built with it, and nothing that is said
        of decisions themselves. What a firm made an error may still be an old warning."""
        code = self.finding.code
        if not self.finding.open or code.startswith("accept/") or is_of_settings(code):
            return False
        return not (is_of_language(code) and self.severity == ERROR)

    def suppressed(self, by: Decisions) -> Suppressed | None:
        """What put it off, of several the gravest: the settings that turn it off, the source that accepts it, the
        baseline that holds it, the settings that weaken it. None where nothing did."""
        own = self.finding._replace(kind=self.finding.kind._replace(severity=self.severity))
        level = self.finding.severity
        if self.row is not None and level == OFF:
            return Suppressed(own, SETTINGS, self.row.at, self.row)
        if self.by >= 0:
            return Suppressed(own, SOURCE, by.accepted[self.by].codes[own.code])
        if self.finding.known:
            return Suppressed(own, BASELINE)
        if self.row is not None and weaker(level, self.severity):
            return Suppressed(own, SETTINGS, self.row.at, self.row)
        return None


def settle(found: Iterable[Diagnostic], by: Decisions, again: Iterable[Diagnostic] = ()) -> Settled:
    """Apply acceptances, severities and the baseline, in that order, and add what is to be said of the acceptances.
    `again` was settled before, with another source: it is not told twice, but an acceptance may answer to it."""
    weights = Weights(by.severities)
    decided = decide(found, by, weights)
    used = {(one.by, one.finding.code) for one in (*decided, *decide(again, by, weights))}
    decided += decide(unanswered(by.accepted, used, by.asked, by.as_of), by, weights)
    new, left = dict[Entry, int](), dict(by.baseline or {})
    if by.baseline is not None:
        decided = [_known(one, by, new, left) for one in decided]
    suppressed = tuple(s for s in (one.suppressed(by) for one in decided) if s is not None)
    met: dict[Weight, bool] = {}
    for one in decided:
        if one.row is not None:
            met[one.row] = met.get(one.row, False) or one.moved
    told = [one.finding for one in decided if one.finding.severity != OFF]
    return Settled(told, new, {key: count for key, count in left.items() if count}, suppressed, met)


def _known(one: Decided, by: Decisions, new: dict[Entry, int], left: dict[Entry, int]) -> Decided:
    """The same, known where the baseline holds it; it goes into `new`, and out of `left`."""
    if one.finding.severity == OFF or not one.can_be_known:
        return one
    key = entry(one.finding, by.documents)
    new[key] = new.get(key, 0) + 1
    if left.get(key):
        left[key] -= 1
    elif not by.keeps:
        return one
    return one._replace(finding=one.finding._replace(known=True))


def decide(found: Iterable[Diagnostic], by: Decisions, weights: Weights | None = None) -> list[Decided]:
    """What acceptances and severities make of findings, one by one; `weights` are the severities, where they were asked
    before."""
    weights = weights or Weights(by.severities)
    of_code: dict[str, list[int]] = {}
    for nth, acceptance in enumerate(by.accepted):
        for code in acceptance.codes:
            of_code.setdefault(code, []).append(nth)
    out: list[Decided] = []
    for one in found:
        nth = next((n for n in of_code.get(one.code, ()) if by.accepted[n].accepts(one, by.as_of)), -1)
        if nth >= 0:
            one = one._replace(accepted=by.accepted[nth].reason)
        row = weights.row(one) if by.severities else None
        if row is None:
            out.append(Decided(one, nth, one.severity))
            continue
        without = next((other.level for other in weights.of(one.code)[1:]), one.severity)
        changed = one if row.level == one.severity else one._replace(kind=one.kind._replace(severity=row.level))
        out.append(Decided(changed, nth, one.severity, row, row.level != without))
    return out
