"""Coverage: how much of a document's text stands on declared facts, as a test runner reports lines."""

from __future__ import annotations

from typing import NamedTuple

from ..compose.sentences import Sentence, sentences
from ..pipeline import Document


class Share(NamedTuple):
    """A count: how many there are, and how many of them are backed."""

    total: int
    backed: int

    @property
    def share(self) -> float:
        """Backed over total, from 0 to 1, four decimals; 0 for an empty document."""
        return round(self.backed / self.total, 4) if self.total else 0.0


class Coverage(NamedTuple):
    """The figures of one document, and the sentences that no fact stands behind."""

    document: str
    sentences: Share
    characters: Share
    bare: list[Sentence]


def coverage(document: Document) -> Coverage:
    """The coverage of a composed document. Headings do not count: they are computed."""
    found = sentences(document.composition.page)
    backed = [s for s in found if s.backed]
    return Coverage(
        document.policy.id,
        Share(len(found), len(backed)),
        Share(sum(len(s.text) for s in found), sum(len(s.text) for s in backed)),
        [s for s in found if not s.backed],
    )
