"""The way of a text without faults: the same tables as the machine's, with the steps that leave no choice taken at once.

Most texts are sound. What only recovery and its messages need (symbols on the stack, each reduction in its turn) is left
out here; at the first token that does not fit, the text is given back to be read again by the machine.
"""

from __future__ import annotations

from functools import cache
from typing import Any, NamedTuple

from ..source import Source
from .build import BUILD, Builder, first
from .lexer import Token
from .recovery import MAX_DEPTH
from .tables import END_STATE, RULES, START_STATE, STATES
from .tree import Item


class _Step(NamedTuple):
    """Where a symbol leads, and what its value becomes on the way: reductions of that one symbol, none of them a choice."""

    state: int
    builders: tuple[Builder, ...]


class _Tables(NamedTuple):
    """For each state: what to do at a terminal (a step, or a rule), where non-terminals lead, and the rule that is due
    whatever follows (None where that depends)."""

    actions: list[dict[str, _Step | int]]
    gotos: list[dict[str, _Step]]
    due: list[int | None]


@cache
def _tables() -> _Tables:
    due: list[int | None] = []
    for row in STATES:
        rules = set(row.values())
        only = rules.pop() if len(rules) == 1 else 0
        due.append(~only if only < 0 else None)

    def step(row: dict[str, int], symbol: str) -> _Step:
        builders = []
        rule = due[row[symbol]]
        while rule is not None and len(RULES[rule][1]) == 1:
            if BUILD[rule] is not first:
                builders.append(BUILD[rule])
            symbol = RULES[rule][0]
            rule = due[row[symbol]]
        return _Step(row[symbol], tuple(builders))

    actions: list[dict[str, _Step | int]] = []
    gotos: list[dict[str, _Step]] = []
    for row in STATES:
        actions.append({s: ~to if to < 0 else step(row, s) for s, to in row.items() if s.isupper()})
        gotos.append({s: step(row, s) for s in row if not s.isupper()})
    return _Tables(actions, gotos, due)


_RULES = [(origin, len(expansion), builder) for (origin, expansion), builder in zip(RULES, BUILD, strict=True)]
_END = Token("$END", 0, 0)


def read(source: Source, tokens: list[Token]) -> tuple[Item, ...] | None:
    """The items of a text, or None when it is not sound."""
    actions, gotos, due = _tables()
    states: list[int] = [START_STATE]
    values: list[Any] = [None]
    state, depth = START_STATE, 0
    for token in (*tokens, _END):
        kind = token[0]
        if kind in ("LBRACE", "LSQB"):
            depth += 1
            if depth > MAX_DEPTH:
                return None
        elif kind in ("RBRACE", "RSQB"):
            depth -= 1
        shifted = False
        while not shifted and state != END_STATE:
            action = actions[state].get(kind)
            if action is None:
                return None
            rule: int | None
            value: Any
            if isinstance(action, int):
                rule = action
            else:
                state, builders = action
                value = token
                for builder in builders:
                    value = builder(source, [value])
                states.append(state)
                values.append(value)
                rule, shifted = due[state], True
            while rule is not None:
                origin, length, builder = _RULES[rule]
                cut = len(values) - length
                value = values[cut] if builder is first else builder(source, values[cut:])
                del states[cut:], values[cut:]
                state, builders = gotos[states[-1]][origin]
                for builder in builders:
                    value = builder(source, [value])
                states.append(state)
                values.append(value)
                rule = due[state]
        # A `}` too many ends the text as well: the tables look at what follows only where it makes a difference.
        if not shifted and kind != "$END":
            return None
    items: tuple[Item, ...] = values[-1]
    return items
