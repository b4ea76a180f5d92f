"""How a page says that something is done: every practice of every document beside the words that say so."""

from __future__ import annotations

import random
from functools import cache
from typing import NamedTuple

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from policyc.facts import MODALITIES
from policyc.pipeline import Output

DICE = st.integers(min_value=0, max_value=2**32 - 1).map(random.Random)
FEW = settings(max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))


class Said(NamedTuple):
    """A practice, or a declaration of none, its modality, and the end of a sentence of the page that says so."""

    id: str
    modality: str
    words: str


# Read on the pages. Where the sentence has two predicates, the one on the act.
PAGES = {
    "dmm-privacy": (),
    "mihon-privacy": (),
}


@cache
def outputs() -> dict[str, Output]:
    return {}


def test_placeholder() -> None:
    assert MODALITIES
