"""How values stand in a row: A、B、C · A、B及びC · A、B又はC · A、Bその他C."""

from __future__ import annotations

from .page import Pointing, Run
from .page import plain as characters

# {users.及び} says A、B及びC, {users.又は} A、B又はC.
GLUES = {"and": "及び", "or": "又は"}


def joined(pieces: list[list[Run]], facts: tuple[str, ...], glue: str = "") -> list[Run]:
    """Pieces with 、 between, or 及び or 又は before the last; before その他 nothing, as Japanese has it: A、Bその他C."""
    runs: list[Run] = []
    said = [piece[0].text if len(piece) == 1 else characters(tuple(piece)) for piece in pieces]
    last = GLUES.get(glue, "、")
    if glue == "and" and any("及び" in words for words in said):
        last = "並びに"
    comma, ends = Run("、", facts=facts), len(pieces) - 1
    for index, piece in enumerate(pieces):
        if runs and piece and not said[index].startswith("その他"):
            runs.append(comma if index < ends or last == "、" else Run(last, facts=facts))
        runs += piece
    return runs


_NOTHING = Run("")


def merged(runs: list[Run]) -> list[Run]:
    """The same runs with neighbours of one look and one origin made one."""
    # Mostly there are none: then nothing is made anew.
    last, literal = _NOTHING, True
    for run in runs:
        if not run.text or (not (literal or run.literal) and run.facts == last.facts and _one(last, run)):
            break
        last, literal = run, run.literal
    else:
        return runs
    out: list[Run] = []
    # The characters of those that become one run. They are put together once: added one by one, each would copy all before.
    said: list[str] = []
    for run in runs:
        if not run.text:
            continue
        if out and _one(out[-1], run):
            said.append(run.text)
            continue
        _close(out, said)
        out.append(run)
        said = [run.text]
    _close(out, said)
    return out


def _close(out: list[Run], said: list[str]) -> None:
    """Give the last run all characters that were found for it."""
    if len(said) > 1:
        out[-1] = out[-1]._replace(text="".join(said))


def _one(last: Run, run: Run) -> bool:
    """Whether two neighbours are of one look and one origin."""
    if last.literal or run.literal or type(last) is not type(run) or type(run) is Pointing:
        return False
    return last.facts == run.facts and last.url == run.url and last.strong == run.strong
