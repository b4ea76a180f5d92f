"""Sources written in another way, for tests of the formatter: the same tokens, other white space, comments between."""

from __future__ import annotations

import random

from policyc.source import Source
from policyc.syntax.lexer import Token, tokenize

_SPACES = ("", "", " ", "  ", "\t", "\u3000", " \t ")
_GAPS = (" ", " ", "   ", "\t", "\u3000")
_ENDS = ("\n", "\n", ";", "; ", "\n\n", "\n \n\n", ";\n", "\n;", "\n\n;;\n")
_WORDS = ("注記", "", " ★ 記入", "# ---- 見出し ----", ' "引用" { [a](b) ] }; x: y,', "\ttab", " あ　い  ", "！")


class Spread:
    """`dice` decides everything; of all breaks between tokens `comments` get a comment."""

    def __init__(self, dice: random.Random, comments: float) -> None:
        self.dice = dice
        self.comments = comments
        self._count = 0

    def source(self, text: str) -> str:
        """The same blocks and fields, written anew."""
        tokens = tokenize(Source("x.policy", text))[0]
        out = [self._end() if self.dice.random() < 0.3 else ""]
        for number, token in enumerate(tokens):
            before = tokens[number - 1] if number else None
            out += [self._gap(text, before, token), self._token(text, token, tokens[number + 1 : number + 2])]
        out.append(self._end() if self.dice.random() < 0.5 else self._comment())
        return "".join(out)

    def _gap(self, text: str, before: Token | None, token: Token) -> str:
        if before is None:
            return ""
        if before.type == "RBRACE" and token.type not in ("END", "SEP", "RBRACE", "RSQB"):
            return ""
        if token.type == "END" or before.type in ("END", "SEP", "LSQB"):
            return self.dice.choice(_SPACES)
        if before.end == token.start:
            # Side by side is something else than apart in `5a`, and a pair of marks stays one.
            return "" if before.type == "NUMBER" else self.dice.choice(_SPACES)
        return self.dice.choice(_GAPS) if token.type not in ("RBRACE", "RSQB") else self.dice.choice(_SPACES)

    def _token(self, text: str, token: Token, following: list[Token]) -> str:
        raw = text[token.start : token.end]
        inner = following[:1] and following[0].type
        if token.type == "END":
            return self._end()
        if token.type in ("SEP", "LSQB"):
            # A `[` in the same line as what stands behind it may be the beginning of a link.
            carried = self._break() if self.dice.random() < 0.3 else self.dice.choice(_SPACES)
            return raw[0] + ("\n" if token.type == "LSQB" and "\n" in raw else "") + carried
        if token.type == "LBRACE" and inner != "END" and self.dice.random() < 0.2:
            return raw + self._end()
        if inner == "RBRACE" and self.dice.random() < 0.2:
            return raw + self._end()
        if inner == "RSQB" and self.dice.random() < 0.3:
            return raw + self._end()
        return raw

    def _end(self) -> str:
        return self._comment() + self.dice.choice(_ENDS) + self._break() * (self.dice.random() < 0.3)

    def _break(self) -> str:
        lines = [self.dice.choice(_SPACES) + self._comment() + "\n" for _ in range(self.dice.randrange(3))]
        return "".join(lines) + self.dice.choice(_SPACES)

    def _comment(self) -> str:
        if self.dice.random() >= self.comments:
            return ""
        self._count += 1
        return f"#{self._count}{self.dice.choice(_WORDS)}\n"
