"""That a list goes on: 等 behind the values of a field that is left open, said once and never made up."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from ..model import Field, Node, Seg
from ..source import Source
from .page import Run, plain
from .standard import is_standard

if TYPE_CHECKING:
    from .inline import Inline

WORD = "等"
_ENDS = ("等", "など")
# 平等 and 等級 are words of their own.
_GOES_ON = re.compile("(?<![平同上高対均中初])等(?![級分号身])|など|その他|ほか|限(?:り|られ)ません|限ら(?:れ)?ない")


def is_last(field: Field, part: str, source: Source) -> bool:
    """Whether a standard wording that goes through the values of a field is at the last of them, behind which 等 stands."""
    return is_standard(source) and part == str(len(field.values))


def says(runs: list[Run]) -> bool:
    """Whether words of an author say that there is more than they name."""
    return _GOES_ON.search(plain(tuple(runs))) is not None


def added(runs: list[Run], facts: tuple[str, ...]) -> list[Run]:
    """The values with 等 behind them, where their own words do not end so."""
    if runs and plain(tuple(runs)).endswith(_ENDS):
        return [*runs[:-1], runs[-1].stating(facts)]
    return [*runs, Run(WORD, facts=facts)]


def alone(
    voice: Inline,
    words: tuple[Seg, ...] | None,
    scope: Node,
    source: Source,
    facts: tuple[str, ...],
    env: dict[str, list[Run]],
) -> list[Run]:
    """What `{items.等}` says: 等, or the words given for it, where they say as much."""
    runs = [Run(WORD, facts=facts)] if words is None else voice.segs(words, scope, source, facts, env)
    if says(runs):
        voice.stated.add(facts[-1])
    return runs
