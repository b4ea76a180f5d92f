"""How values stand in a row: A、B、C · A、B及びC · A、B又はC · A、Bその他C."""

from __future__ import annotations

from .page import Run
from .page import plain as characters

# {users.及び} says A、B及びC, {users.又は} A、B又はC.
GLUES = {"and": "及び", "or": "又は"}


def joined(pieces: list[list[Run]], facts: tuple[str, ...], glue: str = "") -> list[Run]:
    """Pieces with 、 between, or 及び or 又は before the last; before その他 nothing, as Japanese has it: A、Bその他C."""
    runs: list[Run] = []
    said = [characters(tuple(piece)) for piece in pieces]
    last = GLUES.get(glue, "、")
    if glue == "and" and any("及び" in words for words in said):
        last = "並びに"
    for index, piece in enumerate(pieces):
        if runs and piece and not said[index].startswith("その他"):
            runs.append(Run(last if index == len(pieces) - 1 else "、", facts=facts))
        runs += piece
    return runs


def merged(runs: list[Run]) -> list[Run]:
    """The same runs with neighbours of one look and one origin made one."""
    # Mostly there are none: what is said stands alone between characters that the author wrote out.
    literal = True
    for run in runs:
        if not (literal or run.literal) or not run.text:
            break
        literal = run.literal
    else:
        return runs
    out: list[Run] = []
    last: Run | None = None
    for run in runs:
        if not run.text:
            continue
        if last is None or run.literal or last.literal:
            out.append(run)
            last = run
        elif last.url == run.url and last.strong == run.strong and last.facts == run.facts:
            last = out[-1] = last._replace(text=last.text + run.text)
        else:
            out.append(run)
            last = run
    return out
