"""Tokens to the tree of shapes: a driver for the grammar's LALR tables that goes on after a fault."""

from __future__ import annotations

import re
from typing import Any

from ..diagnostics import ERROR, Diagnostic, Kind, Label
from ..source import Source, Span
from .build import BUILD, first
from .lexer import Token, tokenize
from .messages import UNCLOSED_LIST, comma_too_many, two_fields, unexpected
from .tables import END_STATE, RULES, START_STATE, STATES
from .tree import Atom, Item

# Deep enough for any document; the later stages walk the tree by recursion and rely on it.
MAX_DEPTH = 40

TOO_DEEP = Kind(
    "syntax/too-deep",
    ERROR,
    "ブロックの入れ子が深すぎます（{limit}段まで）",
    "blocks are nested too deeply (at most {limit} levels)",
    "この中は読まれません。ブロックを外に出してください。",
    "What is inside is not read. Move it out.",
)
UNCLOSED_BLOCK = Kind(
    "syntax/unclosed-block",
    ERROR,
    "「{name}」の「{{」が閉じられていません",
    "the `{{` of `{name}` is never closed",
    "ブロックの終わりに「}}」を補ってください。",
    "Add the missing `}}` where the block ends.",
)
STRAY_BRACE = Kind(
    "syntax/stray-brace",
    ERROR,
    "対応する「{{」のない「}}」があります",
    "this `}}` closes nothing",
    "余分な「}}」を消すか、前のブロックの「{{」を補ってください。",
    "Remove it, or add the missing `{{` before.",
)
TOO_MANY = Kind(
    "syntax/too-many-faults",
    ERROR,
    "構文の誤りが多いため、この先は読みませんでした",
    "too many faults; the rest of this file was not read",
    "上の誤りから直してください。",
    "Mend the first ones, then run again.",
)
MAX_FAULTS = 200
_MOST_LABELS = 3
# What a reduction takes: the rule's name and how many symbols; and the symbol that leads into each state.
_SHAPES = [(origin, len(expansion)) for origin, expansion in RULES]
_SYMBOLS = {state: symbol for row in STATES for symbol, state in row.items() if state >= 0} | {START_STATE: ""}
_INDENTED = re.compile(r"^[ \t\u3000]+[^\W\d]", re.MULTILINE)
_EMPTY_SEQUENCE = RULES.index(("seq", ()))


def parse(source: Source) -> tuple[tuple[Item, ...], list[Diagnostic]]:
    """Top-level items of a source and every fault of its syntax. Sound items are kept; never raises on any text."""
    tokens, found = tokenize(source)
    items, faults = _Run(source, tokens).run()
    found += faults
    return items, found


class _Run:
    """One parse: the stack of the LALR machine and the way it gets back on its feet."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.states = [START_STATE]
        self.values: list[Any] = [None]
        self.open: list[tuple[Token, str]] = []
        self.found: list[Diagnostic] = []
        self.given_up = False
        # With a brace missing somewhere, the indentation tells where its author thought to be: see `_indented_out`.
        self.missing = sum((t[0] == "LBRACE") - (t[0] == "RBRACE") for t in tokens)
        if self.missing and not _INDENTED.search(source.text):
            self.missing = 0

    def run(self) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        at, tokens = 0, self.tokens
        while at < len(tokens):
            token = tokens[at]
            if self.missing and token.type in ("NAME", "RBRACE"):
                self._by_indentation(token)
            if token.type == "RBRACE" and (not self.open or self._stray(token)):
                self.found.append(STRAY_BRACE.at(self._span(token)))
                self.missing += 1
                at += 1
            elif token.type in ("LBRACE", "LSQB") and self._depth() >= MAX_DEPTH:
                self.found.append(TOO_DEEP.at(self._span(token)._replace(end=token.start + 1), limit=MAX_DEPTH))
                at = self._after_group(at)
            elif self._feed(token):
                at += 1
            else:
                at = self._recover(at)
            if len(self.found) > MAX_FAULTS:
                self.found.append(TOO_MANY.at(self._span(token)))
                self.given_up = True
                break
        if self.open:
            self._close(len(self.open))
        return self._finish(), self.found

    # -- the machine ------------------------------------------------------------------------------------------------

    def _feed(self, token: Token) -> bool:
        """Reduce and shift for one token; False when it does not fit, after the reductions that were due anyway."""
        states, values = self.states, self.values
        kind = token[0]
        action = STATES[states[-1]].get(kind)
        while action is not None and action < 0:
            origin, length = _SHAPES[~action]
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
            self.open.append((token, self._head_name()))
        elif kind == "RBRACE":
            self.open.pop()
        return True

    def _accepts(self, kind: str) -> bool:
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
            origin, length = _SHAPES[~action]
            from_extra = min(length, len(extra))
            if from_extra:
                del extra[-from_extra:]
            depth -= length - from_extra
            extra.append(STATES[extra[-1] if extra else stack[depth - 1]][origin])

    def _reduce(self, rule: int) -> None:
        origin, length = _SHAPES[rule]
        cut = len(self.values) - length
        value = BUILD[rule](self.source, self.values[cut:])
        del self.states[cut:], self.values[cut:]
        self.values.append(value)
        self.states.append(STATES[self.states[-1]][origin])

    def _finish(self) -> tuple[Item, ...]:
        while self.states[-1] != END_STATE:
            action = STATES[self.states[-1]].get("$END")
            if action is None:
                self._report_end()
                self._pop_to_sequence()
                continue
            self._reduce(~action)
        value: tuple[Item, ...] = self.values[-1]
        return value

    # -- recovery ---------------------------------------------------------------------------------------------------

    def _recover(self, at: int) -> int:
        """Report the token at `at` and go on: as its author most likely meant it, else without the statement it is in
        (or without the words up to its `{`)."""
        if self._mended(self.tokens[at]):
            return at
        token = self.tokens[at]
        self.found.append(unexpected(self.source, self._symbols(), token, self._value_before(), self._accepts))
        if token.type in ("END", "RBRACE"):
            self._pop_to_sequence()
            return at
        if token.type == "SEP" and self._top() == "SEP":
            return at + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type in ("END", "RBRACE"):
                if not self._accepts(token.type):
                    self._pop_to_sequence()
                return at
            if token.type == "LBRACE":
                if self._accepts("LBRACE"):
                    return at
                at = self._after_group(at)
            else:
                at += 1
        return at

    def _mended(self, token: Token) -> bool:
        """Whether the fault at `token` was reported and undone so that it now fits: a comma too many, a `]` too few,
        a second field where a `;` or the end of the line is missing."""
        statement = self._statement()
        top, values = statement[-1] if statement else "", self.values
        if "LSQB" in statement and token.type in ("NAME", "COLON", "RBRACE", "LBRACE") and top != "COLON":
            at = len(self.states) - statement[::-1].index("LSQB") - 1
            if top == "SEP" or (token.type == "COLON" and top != "END"):
                return False
            self.found.append(UNCLOSED_LIST.at(self._span(values[at])._replace(end=values[at].start + 1)))
            self._insert("RSQB", token)
            if token.type == "NAME":
                self._insert("END", token)
            return self._accepts(token.type)
        if top == "SEP" and token.type in ("RBRACE", "RSQB", "END"):
            self.found.append(comma_too_many(self._span(values[-1])))
            self.states.pop(), values.pop()
            return True
        if token.type == "COLON" and top == "NAME" and "COLON" in statement and "LSQB" not in statement:
            before = statement[-2]
            name: Token = values[-1]
            if before == "SEP" and "\n" in self._span(values[-2]).text:
                self.found.append(comma_too_many(self._span(values[-2])))
                del self.states[-2:], values[-2:]
            elif before in ("atom", "atoms"):
                key = values[len(values) - len(statement) + statement.index("COLON") - 1]
                self.found.append(two_fields(self._span(name), self._span(key).text))
                del self.states[-1:], values[-1:]
            else:
                return False
            self._insert("END", name)
            self._feed(name)
            return True
        return False

    def _insert(self, kind: str, before: Token) -> None:
        self._feed(Token(kind, before.start, before.start))

    def _statement(self) -> list[str]:
        """The symbols of the stack since the innermost `{` or sequence."""
        symbols: list[str] = []
        for state in reversed(self.states):
            symbol = _SYMBOLS[state]
            if symbol in ("seq", "LBRACE", ""):
                break
            symbols.append(symbol)
        return symbols[::-1]

    def _top(self) -> str:
        return _SYMBOLS[self.states[-1]]

    def _pop_to_sequence(self) -> None:
        """Drop the statement that is being read: down to the sequence of the innermost group still open."""
        closed = 0
        while len(self.states) > 1:
            symbol = _SYMBOLS[self.states[-1]]
            if not closed and symbol in ("seq", "LBRACE"):
                break
            closed += (symbol == "RBRACE") - (symbol == "LBRACE")
            self.states.pop(), self.values.pop()
        if _SYMBOLS[self.states[-1]] != "seq":
            self._reduce(_EMPTY_SEQUENCE)

    def _after_group(self, at: int) -> int:
        """The index after the bracket that closes the `{` or `[` at `at`."""
        opening = self.tokens[at].type
        closing = "RBRACE" if opening == "LBRACE" else "RSQB"
        depth = 0
        while at < len(self.tokens):
            kind = self.tokens[at].type
            if opening == "LSQB" and kind in ("END", "RBRACE"):
                break
            depth += (kind == opening) - (kind == closing)
            at += 1
            if depth == 0:
                break
        return at

    # -- missing braces -----------------------------------------------------------------------------------------------

    def _by_indentation(self, token: Token) -> None:
        """With a `}` missing: close the blocks that a word or a `}` at the start of its line stands outside of."""
        indent = self._indentation(token)
        count = 0
        # A word stands outside of a block that begins as far left; its own `}` does not.
        least = indent + (token.type == "RBRACE")
        while indent >= 0 and count < min(self.missing, len(self.open)):
            if self._indentation_of_line(self.open[-1 - count][0]) < least:
                break
            count += 1
        if count and (token.type == "NAME" or count < len(self.open)):
            self._close(count)

    def _stray(self, token: Token) -> bool:
        """With a `{` missing: whether a `}` is indented more than the block it would close."""
        if self.missing >= 0:
            return False
        return self._indentation(token) > self._indentation_of_line(self.open[-1][0])

    def _indentation(self, token: Token) -> int:
        """How far a token is indented, -1 when it is not the first of its line."""
        text = self.source.text
        at = token.start
        while at > 0 and text[at - 1] in " \t\u3000":
            at -= 1
        return token.start - at if at == 0 or text[at - 1] == "\n" else -1

    def _indentation_of_line(self, token: Token) -> int:
        text = self.source.text
        start = at = text.rfind("\n", 0, token.start) + 1
        while text[at] in " \t\u3000":
            at += 1
        return at - start

    def _close(self, count: int) -> None:
        """Close the innermost open blocks: one finding, at the innermost, with labels at those around it."""
        token, name = self.open[-1]
        if not self.given_up:
            around = [
                Label(self._span(other), "これも閉じられていません", "this one too")
                for other, _ in self.open[len(self.open) - count : -1][-_MOST_LABELS:]
            ]
            self.found.append(UNCLOSED_BLOCK.at(self._span(token), *reversed(around), name=name or "{"))
        wanted = len(self.open) - count
        while len(self.open) > wanted:
            for kind in ("END", "RBRACE"):
                closing = Token(kind, self.open[-1][0].end, self.open[-1][0].end)
                if not self._feed(closing):
                    self._pop_to_sequence()
                    self._feed(closing)
            self.missing -= 1
        self._feed(Token("END", token.end, token.end))

    def _report_end(self) -> None:
        end = len(self.source.text)
        last = Token("$END", max(end - 1, 0), end)
        self.found.append(unexpected(self.source, self._symbols(), last, self._value_before(), self._accepts))

    # -- small facts ------------------------------------------------------------------------------------------------

    def _symbols(self) -> list[str]:
        return [_SYMBOLS[state] for state in self.states]

    def _span(self, token: Token) -> Span:
        return Span(self.source, token.start, token.end)

    def _depth(self) -> int:
        return len(self.open) + sum(_SYMBOLS[state] == "LSQB" for state in self.states)

    def _head_name(self) -> str:
        for value in reversed(self.values):
            if isinstance(value, Token) and value.type == "NAME":
                return self.source.text[value.start : value.end]
        return ""

    def _value_before(self) -> str:
        """The text of the last name on the stack: messages speak of "after `items`"."""
        value = self.values[-2] if self._symbols()[-1] == "COLON" else self.values[-1]
        if isinstance(value, Token):
            return self.source.text[value.start : value.end].strip()
        if isinstance(value, list) and value and isinstance(value[-1], Atom):
            return value[-1].raw
        return self._head_name()
