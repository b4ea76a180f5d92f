"""Shapes as one line, where they may be one: what its author wrote over several lines is opened."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence

from ..source import Source
from ..syntax import Atom, BlockShape, FieldShape, Item, Phrase
from .columns import Cell

# What the lexer would take for the label of a link, from the `[` of a list on.
_LIKE_A_LINK = re.compile(r"\[(?:[^\[\]\n\\]|\\.)*\]\(")
_TITLES, _LINKS = ("string", "text"), ("link", "url")


class Flat:
    """Gives shapes of one source as one line, or None where they cannot be one."""

    def __init__(self, source: Source, comment_starts: Sequence[int]) -> None:
        self.source = source
        self.comment_starts = comment_starts

    def has_comment(self, start: int, end: int) -> bool:
        """Whether there is a comment between two offsets."""
        at = bisect_left(self.comment_starts, start)
        return at < len(self.comment_starts) and self.comment_starts[at] < end

    def separator(self, phrase: Phrase) -> str:
        """The comma behind a phrase, as written, with the space that it needs."""
        at = phrase.end
        while self.source.text[at] in " \t\u3000":
            at += 1
        return ", " if self.source.text[at] == "," else "、"

    def values(self, phrases: tuple[Phrase, ...]) -> str | None:
        """Phrases with their commas."""
        out: list[str] = []
        for phrase in phrases:
            text = self.phrase(phrase)
            if text is None:
                return None
            out.append(text)
            if phrase is not phrases[-1]:
                out.append(self.separator(phrase))
        return "".join(out)

    def phrase(self, phrase: Phrase) -> str | None:
        """Atoms side by side, and what is in the braces behind them."""
        if phrase.body is not None and self._is_opened(phrase.body, phrase.atoms[-1].end, phrase.end):
            return None
        head = self.atoms(phrase.atoms)
        inner = self.body(phrase.body) if phrase.body is not None else ""
        if head is None or inner is None:
            return None
        return f"{head} {inner}" if inner else head

    def atoms(self, atoms: tuple[Atom, ...]) -> str | None:
        """Atoms side by side."""
        out: list[str] = []
        for before, atom in zip((None, *atoms), atoms, strict=False):
            text = self.atom(atom)
            if text is None:
                return None
            out += [gap(before, atom) if before else "", text]
        return "".join(out)

    def atom(self, atom: Atom) -> str | None:
        """One atom; a list when it holds no comment."""
        if atom.kind != "list":
            return None if "\n" in atom.raw else atom.raw
        if self.has_comment(atom.start, atom.end) or self.must_break(atom):
            return None
        inner = self.values(atom.items)
        return None if inner is None else f"[{inner}]"

    def must_break(self, atom: Atom) -> bool:
        """Whether a list would be read as a link if what it holds stood behind its `[` in the same line."""
        return "](" in atom.raw and _LIKE_A_LINK.match(atom.raw.replace("\n", " ")) is not None

    def body(self, items: tuple[Item, ...]) -> str | None:
        """Items between braces."""
        parts = [self.item(item) for item in items]
        if any(part is None for part in parts):
            return None
        return f"{{ {'; '.join(map(str, parts))} }}" if parts else "{ }"

    def _is_opened(self, body: tuple[Item, ...], start: int, end: int) -> bool:
        """Whether the author wrote a body over several lines; one without anything in it is as good as in one."""
        return "\n" in self.source.text[start:end] if body else self.has_comment(start, end)

    def item(self, item: Item) -> str | None:
        """A field or a block."""
        if isinstance(item, BlockShape):
            return self.block(item)
        inner = self.values(item.phrases)
        return None if inner is None else f"{item.key.raw}: {inner}"

    def block(self, block: BlockShape) -> str | None:
        """A block that its author wrote in one line."""
        before = (block.atoms or (block.keyword,))[-1].end
        if block.body is not None and self._is_opened(block.body, before, block.end):
            return None
        head = self.head(block)
        inner = self.body(block.body) if block.body is not None else ""
        if head is None or inner is None:
            return None
        return " ".join(filter(None, [*(cell.text for cell in head), inner]))

    def head(self, block: BlockShape) -> list[Cell] | None:
        """The keyword of a block and what follows it, in cells."""
        cells = [Cell(block.keyword.raw, "", block.keyword.raw)]
        before: Atom | None = None
        for atom in block.atoms:
            text = self.atom(atom)
            if text is None:
                return None
            if before is not None and before.kind == "number" and before.end == atom.start:
                # A name that begins with a digit: the model knows it by its parts standing side by side.
                cells[-1] = cells[-1]._replace(text=cells[-1].text + text)
            else:
                kind = "title" if atom.kind in _TITLES else "link" if atom.kind in _LINKS else atom.kind
                cells.append(Cell(text, kind, kind))
            before = atom
        return cells

    def cells(self, block: BlockShape) -> tuple[Cell, ...]:
        """A block that is one line, in cells: keyword, name, title, and each item of its body."""
        cells = self.head(block) or []
        items = block.body or ()
        for index, item in enumerate(items):
            word = item.key.raw if isinstance(item, FieldShape) else item.keyword.raw
            text = f"{'' if index else '{ '}{self.item(item)}{';' if index + 1 < len(items) else ' }'}"
            cells.append(Cell(text, word if index else "{", word))
        if block.body is not None and not items:
            cells.append(Cell("{ }", "{", ""))
        return tuple(cells)


def gap(before: Atom, atom: Atom) -> str:
    """What stands between two atoms of a value: nothing in 5年, a space in `5 years`."""
    return "" if before.kind == "number" and atom.kind == "name" and not atom.raw[0].isascii() else " "
