"""One run over the tokens of a source: the machine, and the way to get it back on its feet after a fault."""

from __future__ import annotations

from ..diagnostics import Diagnostic, Label
from ..source import Source, Span
from .indent import indentation, indentation_of_line, is_indented, opens_a_block
from .lexer import Token
from .machine import Machine
from .messages import (
    BRACE_ON_LINE,
    COLON_IN_HEAD,
    MISSING_BRACE,
    MISSING_VALUE,
    STRAY_BRACE,
    TOO_DEEP,
    TOO_MANY,
    UNCLOSED_BLOCK,
    UNCLOSED_LIST,
    comma_too_many,
    two_fields,
    unexpected,
)
from .tree import MAX_DEPTH, Atom, BlockShape, Item

MAX_FAULTS = 200
_MOST_LABELS = 3


class Run:
    """One parse: the machine, and the way to get it back on its feet."""

    def __init__(self, source: Source, tokens: list[Token]) -> None:
        self.source = source
        self.tokens = tokens
        self.machine = Machine(source)
        self.found: list[Diagnostic] = []
        self.given_up = False
        # With a brace missing somewhere, the indentation tells where its author thought to be.
        self.missing = sum((t[0] == "LBRACE") - (t[0] == "RBRACE") for t in tokens)
        if self.missing and not is_indented(source):
            self.missing = 0

    def run(self) -> tuple[tuple[Item, ...], list[Diagnostic]]:
        machine, tokens = self.machine, self.tokens
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if self.missing and token.type in ("NAME", "RBRACE"):
                self._by_indentation(token)
            if token.type == "RBRACE" and (not machine.open or self._stray(token)):
                self.found.append(STRAY_BRACE.at(self._span(token)))
                self.missing += 1
                at += 1
            elif token.type in ("LBRACE", "LSQB") and len(machine.open) + machine.open_lists() >= MAX_DEPTH:
                self.found.append(TOO_DEEP.at(self._span(token)._replace(end=token.start + 1), limit=MAX_DEPTH))
                at = self._after_group(at)
            elif (token.type == "END" and self.missing < 0 and self._brace_is_missing(at)) or machine.feed(token):
                at += 1
            else:
                at = self._recover(at)
            if len(self.found) > MAX_FAULTS:
                self.found.append(TOO_MANY.at(self._span(token)))
                self.given_up = True
                break
        if machine.open:
            self._close(len(machine.open))
        items = machine.finish()
        if items is None:
            self._report_end()
            machine.pop_to_sequence()
            items = machine.finish()
        return items or (), self.found

    # -- recovery ---------------------------------------------------------------------------------------------------

    def _recover(self, at: int) -> int:
        """Report the token at `at`; go on as its author most likely meant it, else without the statement it is in."""
        machine, token = self.machine, self.tokens[at]
        if self._mended(token):
            # A colon too many is passed over, all else now fits.
            return at + (token.type == "COLON" and not machine.accepts("COLON"))
        self._report(token)
        if token.type in ("END", "RBRACE"):
            if machine.top == "COLON":
                # The field stays, with a value of no characters: its name is known.
                self._insert("NAME", token)
            else:
                machine.pop_to_sequence()
            return at
        if token.type == "SEP" and machine.top == "SEP":
            return at + 1
        while at < len(self.tokens):
            token = self.tokens[at]
            if token.type in ("END", "RBRACE"):
                if not machine.accepts(token.type):
                    machine.pop_to_sequence()
                return at
            if token.type == "LBRACE":
                if machine.accepts("LBRACE"):
                    return at
                at = self._after_group(at)
            else:
                at += 1
        return at

    def _mended(self, token: Token) -> bool:
        """Whether the fault at `token` was reported and undone: a comma or colon too many, a `]` or `;` too few."""
        statement = self.machine.statement()
        top = statement[-1] if statement else ""
        if "LSQB" in statement and top != "COLON":
            return self._unclosed_list(token, statement)
        if (
            "COLON" not in statement
            and token.type == "COLON"
            and top in ("atom", "atoms", "NAME")
            and len(statement) > 1
        ):
            self.found.append(COLON_IN_HEAD.at(self._span(token)))
            return True
        if statement == ["NAME", "COLON"] and token.type == "LBRACE" and opens_a_block(self.source, token):
            self.found.append(COLON_IN_HEAD.at(self._span(self.machine.values[-1])))
            self.machine.pop()
            return True
        if statement == ["item", "END"] and token.type == "LBRACE":
            return self._brace_below(token)
        if top == "SEP" and token.type in ("RBRACE", "RSQB", "END"):
            self.found.append(comma_too_many(self._span(self.machine.values[-1])))
            self.machine.pop()
            return True
        return token.type == "COLON" and top == "NAME" and self._second_field(statement)

    def _brace_below(self, brace: Token) -> bool:
        """At a `{` that begins a line: whether the line before is the head of a block, which is then read again."""
        machine = self.machine
        head, end = machine.values[-2:]
        if not isinstance(head, BlockShape) or head.body is not None or ";" in self._span(end).text:
            return False
        atoms = (head.keyword, *head.atoms)
        if any(atom.kind == "list" for atom in atoms):
            return False
        self.found.append(BRACE_ON_LINE.at(self._span(brace), name=head.keyword.raw))
        machine.pop(2)
        for atom in atoms:
            machine.feed(Token(atom.kind.upper(), atom.start, atom.end))
        return machine.accepts("LBRACE")

    def _unclosed_list(self, token: Token, statement: list[str]) -> bool:
        machine, top = self.machine, statement[-1]
        if token.type not in ("NAME", "RBRACE", "LBRACE") or top in ("SEP", "LSQB"):
            return False
        bracket = machine.values[len(machine.values) - statement[::-1].index("LSQB") - 1]
        self.found.append(UNCLOSED_LIST.at(self._span(bracket)._replace(end=bracket.start + 1)))
        self._insert("RSQB", token)
        if token.type == "NAME":
            self._insert("END", token)
        return machine.accepts(token.type)

    def _second_field(self, statement: list[str]) -> bool:
        """At the `:` behind a name that stands where a value could: the name begins another field."""
        machine, values = self.machine, self.machine.values
        if "COLON" not in statement or "LSQB" in statement:
            return False
        name: Token = values[-1]
        before = statement[-2]
        if before == "SEP" and "\n" in self._span(values[-2]).text:
            self.found.append(comma_too_many(self._span(values[-2])))
            machine.pop(2)
        elif before in ("atom", "atoms"):
            key = values[len(values) - len(statement) + statement.index("COLON") - 1]
            self.found.append(two_fields(self._span(name), self._span(key).text))
            machine.pop()
        elif before == "COLON":
            key = values[len(values) - len(statement)]
            self.found.append(MISSING_VALUE.at(self._span(values[-2]), name=self._span(key).text))
            machine.pop()
            end = values[-1].end
            machine.feed(Token("NAME", end, end))
        else:
            return False
        self._insert("END", name)
        machine.feed(name)
        return True

    def _insert(self, kind: str, before: Token) -> None:
        self.machine.feed(Token(kind, before.start, before.start))

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
        indent = indentation(self.source, token)
        count = 0
        # A word stands outside of a block that begins as far left; its own `}` does not.
        least = indent + (token.type == "RBRACE")
        while indent >= 0 and count < min(self.missing, len(self.machine.open)):
            if indentation_of_line(self.source, self.machine.open[-1 - count]) < least:
                break
            count += 1
        if count and (token.type == "NAME" or count < len(self.machine.open)):
            self._close(count)

    def _brace_is_missing(self, at: int) -> bool:
        """With a `{` missing: whether the line that ends here is the head of a block whose contents follow, indented."""
        statement, tokens = self.machine.statement(), self.tokens
        if not statement or statement[0] != "NAME" or set(statement) & {"COLON", "RBRACE", "group"}:
            return False
        head: Token = self.machine.values[-len(statement)]
        following = tokens[at + 1] if at + 1 < len(tokens) else head
        indent = indentation(self.source, following) if following.type == "NAME" else -1
        if indent <= 0 or indent <= indentation_of_line(self.source, head):
            return False
        end = tokens[at - 1].end
        self.found.append(MISSING_BRACE.at(Span(self.source, head.start, end), name=self._span(head).text))
        self.missing += 1
        self._insert("LBRACE", tokens[at])
        return self.machine.feed(tokens[at])

    def _stray(self, token: Token) -> bool:
        """With a `{` missing: whether a `}` is indented more than the block it would close."""
        if self.missing >= 0:
            return False
        indent = indentation(self.source, token)
        return indent > 0 and indent > indentation_of_line(self.source, self.machine.open[-1])

    def _close(self, count: int) -> None:
        """Close the innermost open blocks: one finding, at the innermost, with labels at those around it."""
        token = self.machine.open[-1]
        if not self.given_up:
            around = [
                Label(self._span(other), "これも閉じられていません", "this one too")
                for other in self.machine.open[len(self.machine.open) - count : -1][-_MOST_LABELS:]
            ]
            self.found.append(UNCLOSED_BLOCK.at(self._span(token), *reversed(around), name=self._head(token) or "{"))
        wanted = len(self.machine.open) - count
        while len(self.machine.open) > wanted:
            for kind in ("END", "RBRACE"):
                closing = Token(kind, self.machine.open[-1].end, self.machine.open[-1].end)
                if not self.machine.feed(closing):
                    self.machine.pop_to_sequence()
                    self.machine.feed(closing)
            self.missing -= 1
        self.machine.feed(Token("END", token.end, token.end))

    # -- words for what was found -------------------------------------------------------------------------------------

    def _report_end(self) -> None:
        end = len(self.source.text)
        self._report(Token("$END", max(end - 1, 0), end))

    def _report(self, token: Token) -> None:
        machine, span = self.machine, self._span(token)
        if machine.top == "SEP":
            self.found.append(comma_too_many(self._span(machine.values[-1])))
        else:
            self.found.append(unexpected(span, token.type, machine.statement(), self._before(), machine.accepts))

    def _span(self, token: Token) -> Span:
        return Span(self.source, token.start, token.end)

    def _head(self, brace: Token) -> str:
        """The word that the `{` belongs to."""
        index = next(n for n, value in enumerate(self.machine.values) if value is brace)
        names = (v for v in reversed(self.machine.values[:index]) if isinstance(v, Token) and v.type == "NAME")
        name = next(names, None)
        return self._span(name).text if name is not None else ""

    def _before(self) -> str:
        """The text of what was read last: messages speak of "after `items`"."""
        values = self.machine.values
        value = values[-2] if self.machine.top == "COLON" else values[-1]
        if isinstance(value, list) and value and isinstance(value[-1], Atom):
            return value[-1].raw
        return self._span(value).text.strip() if isinstance(value, Token) else ""
