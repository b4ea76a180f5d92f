"""Purposes of use as P3P PURPOSE elements (REC 3.3.4): by vocabulary row, and what does not map with its own text."""

from __future__ import annotations

from ... import matters
from ...facts import Practice
from . import words
from .concepts import OTHER_PURPOSE
from .tables import USES, Aims, Tables

ELEMENTS = (
    *("current", "admin", "develop", "tailoring", "pseudo-analysis", "pseudo-decision", "individual-analysis"),
    *("individual-decision", "contact", "historical", "telemarketing", "other-purpose"),
)
_MAPPED = ELEMENTS[:-1]
WITHIN_USES = matters.by_flow(matters.COLLECTED, matters.PROCESSOR)
"""Where the text gives no purposes for these, those of the document hold (APPI arts. 18(1), 27(5)(i))."""


class Purposes:
    """The PURPOSE of every practice; what several practices have from one clause is gathered once."""

    def __init__(self, known: Tables) -> None:
        self.known = known
        self._of_clause: dict[str, set[str]] = {}
        self._uses = list(dict.fromkeys(row.clause for row in known.stated if row.action in USES))

    def row(self, practice: Practice, aims: Aims) -> tuple[list[str], str]:
        """The elements of a practice in the order of the Recommendation, but for the last of them, other-purpose: its text
        if there is one.

        At most twelve: a practice that takes its purposes from a clause repeats no text but names the clause.
        """
        known = self.known
        found: set[str] = set()
        texts: list[str] = []
        own, clauses = aims
        for id_ in own:
            purpose = known.purposes.get(id_)
            if purpose is not None:
                mine = known.terms[id_]
                found.update(mine)
                if OTHER_PURPOSE in mine:
                    texts.append(purpose.text)
        for clause, scope in clauses:
            terms = self._terms(clause)
            found |= terms
            if OTHER_PURPOSE in terms:
                texts.append(words.from_clause(clause, scope, known))
        if practice.action in WITHIN_USES and not found and self._uses:
            found = set().union(*map(self._terms, self._uses))
            if OTHER_PURPOSE in found:
                texts.append(words.from_uses(self._uses, known))
        if "purposes" in practice.open_lists:
            found.add(OTHER_PURPOSE)
            texts.append(words.UNNAMED_PURPOSES)
        if not found:
            found.add(OTHER_PURPOSE)
            texts.append(words.no_purpose(practice, known))
        if OTHER_PURPOSE not in found:
            return [name for name in _MAPPED if name in found], ""
        text = "。".join([text.removesuffix("。") for text in texts]) + "。"
        return [name for name in _MAPPED if name in found], text

    def _terms(self, clause: str) -> set[str]:
        terms = self._of_clause.get(clause)
        if terms is None:
            terms = {term for purpose in self.known.listed.get(clause, ()) for term in self.known.terms[purpose.id]}
            self._of_clause[clause] = terms
        return terms
