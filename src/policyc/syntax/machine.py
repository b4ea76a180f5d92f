"""The LALR machine of the grammar's tables: a stack that takes one token after another. What to do when one does not
fit is for the parser to decide."""

from __future__ import annotations

from typing import Any

from ..source import Source
from .build import BUILD, first
from .lexer import Token
from .tables import END_STATE, RULES, START_STATE, STATES
from .tree import Item

# What a reduction takes: the rule's name and how many symbols; and the symbol that leads into each state.
SHAPES = [(origin, len(expansion)) for origin, expansion in RULES]
SYMBOLS = {state: symbol for row in STATES for symbol, state in row.items() if state >= 0} | {START_STATE: ""}
_EMPTY_SEQUENCE = RULES.index(("seq", ()))


class Machine:
    """States and values of one parse, side by side."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.states = [START_STATE]
        self.values: list[Any] = [None]
        self.open: list[Token] = []

    def feed(self, token: Token) -> bool:
        """Reduce and shift for one token; False when it does not fit, after the reductions that were due anyway."""
        states, values = self.states, self.values
        kind = token[0]
        action = STATES[states[-1]].get(kind)
        while action is not None and action < 0:
            origin, length = SHAPES[~action]
            builder = BUILD[~action]
            if length == 1:
                states.pop()
                if builder is not first:
                    values[-1] = builder(self.source, values[-1:])
            else:
                cut = len(values) - length
                value = builder(self.source, values[cut:])
                del states[cut:], values[cut:]
                values.append(value)
            states.append(STATES[states[-1]][origin])
            action = STATES[states[-1]].get(kind)
        if action is None:
            return False
        states.append(action)
        values.append(token)
        if kind == "LBRACE":
            self.open.append(token)
        elif kind == "RBRACE":
            self.open.pop()
        return True

    def accepts(self, kind: str) -> bool:
        """Whether `kind` can be shifted after the reductions it asks for (LALR finds some faults only after them)."""
        stack = self.states
        depth = len(stack)
        extra: list[int] = []
        while True:
            action = STATES[extra[-1] if extra else stack[depth - 1]].get(kind)
            if action is None:
                return False
            if action >= 0:
                return True
            origin, length = SHAPES[~action]
            from_extra = min(length, len(extra))
            if from_extra:
                del extra[-from_extra:]
            depth -= length - from_extra
            extra.append(STATES[extra[-1] if extra else stack[depth - 1]][origin])

    def finish(self) -> tuple[Item, ...] | None:
        """The items of the whole text when it may end here, else None."""
        while self.states[-1] != END_STATE:
            action = STATES[self.states[-1]].get("$END")
            if action is None:
                return None
            self._reduce(~action)
        value: tuple[Item, ...] = self.values[-1]
        return value

    def pop(self, count: int = 1) -> None:
        """Take the last symbols off the stack."""
        if count:
            del self.states[-count:], self.values[-count:]

    def pop_to_sequence(self) -> None:
        """Drop the statement that is being read: down to the sequence of the innermost group still open."""
        self.pop(len(self.statement()))
        if self.top != "seq":
            self._reduce(_EMPTY_SEQUENCE)

    def _reduce(self, rule: int) -> None:
        origin, length = SHAPES[rule]
        cut = len(self.values) - length
        value = BUILD[rule](self.source, self.values[cut:])
        del self.states[cut:], self.values[cut:]
        self.values.append(value)
        self.states.append(STATES[self.states[-1]][origin])

    # -- what is on the stack -----------------------------------------------------------------------------------------

    @property
    def top(self) -> str:
        """The last symbol."""
        return SYMBOLS[self.states[-1]]

    def statement(self) -> list[str]:
        """The symbols since the innermost `{` or sequence: what has been read of a field or of a block's head."""
        symbols: list[str] = []
        closed = 0
        for state in reversed(self.states):
            symbol = SYMBOLS[state]
            if not closed and symbol in ("seq", "LBRACE", ""):
                break
            closed += (symbol == "RBRACE") - (symbol == "LBRACE")
            symbols.append(symbol)
        return symbols[::-1]

    def open_lists(self) -> int:
        """How many `[` are open."""
        return sum(SYMBOLS[state] == "LSQB" for state in self.states)
