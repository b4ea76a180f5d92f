"""The values of a field: side by side up to the limit, then under the first one; comments stay behind what they follow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from ..syntax import Atom, Phrase
from .columns import LIMIT
from .flat import gap
from .page import TEXT
from .texts import moved
from .width import width

if TYPE_CHECKING:
    from .layout import Layout

_STEP = 2


class Values:
    """Writes phrases and atoms on the page of a layout."""

    def __init__(self, layout: Layout) -> None:
        self.layout = layout
        self.page = layout.page
        self.flat = layout.flat

    def write(self, phrases: tuple[Phrase, ...], column: int, indent: int, closing: str = "") -> None:
        """Phrases with their commas; further lines begin in `column`, what is opened is indented from `indent`;
        `closing` is what must still fit behind the last one."""
        comma = ""
        for phrase in phrases:
            comma = comma and self._fresh_line(phrase, comma, column)
            after = "" if phrase is phrases[-1] else self.flat.separator(phrase)
            text = self.flat.phrase(phrase)
            wide = width((text or "") + (after.rstrip() or closing))
            if phrase.body is not None and (text is None or column + wide > LIMIT):
                # It will be opened, and is then in its place if the line that opens it fits.
                text, wide = None, width(f"{self.flat.atoms(phrase.atoms) or ''} {{")
            if comma and self.page.column + width(comma) + wide > LIMIT:
                self.page.put(comma.rstrip())
                self.page.start(column)
            else:
                self.page.put(comma)
            if text is not None and self.page.column + wide <= LIMIT:
                self.page.put(text)
            else:
                self._phrase(phrase, indent)
            comma = after

    def _fresh_line(self, phrase: Phrase, comma: str, column: int) -> str:
        """Where comments follow a comma, write them and begin a line for the next phrase; returns the comma if not."""
        comments = self.layout.take(phrase.start)
        if not comments:
            return comma
        self.page.put(comma.rstrip())
        for comment in comments:
            self.layout.comment(comment, column)
        self.page.start(column)
        return ""

    def _phrase(self, phrase: Phrase, indent: int) -> None:
        """A phrase that is not one line: it holds a comment, a text, an opened body, or more than fits."""
        for before, atom in zip((None, *phrase.atoms), phrase.atoms, strict=False):
            if before is not None:
                self.page.put(gap(before, atom))
            self.atom(atom, indent)
        if phrase.body is not None:
            self.layout.group(phrase.body, phrase.atoms[-1].end, phrase.end, indent)

    def atom(self, atom: Atom, indent: int) -> None:
        """One atom; texts are moved to stand further in than `indent`."""
        if atom.kind == "list":
            self._list(atom, indent)
        elif atom.kind == "text":
            first, *more = moved(atom.raw, indent + _STEP)
            self.page.put(first)
            for line in more[:-1]:
                self.page.start(0, line, TEXT)
            if more:
                self.page.start(0, more[-1])
        else:
            self.page.put(atom.raw)

    def _list(self, atom: Atom, indent: int) -> None:
        bracket = self.page.column
        self.page.put("[")
        comments = self.layout.take(atom.items[0].start)
        for comment in comments:
            self.layout.comment(comment, bracket + 1)
        if comments or self.flat.must_break(atom):
            self.page.start(bracket + 1)
        self.write(atom.items, bracket + 1, indent, "]")
        comments = self.layout.take(atom.end)
        for comment in comments:
            self.layout.comment(comment, bracket + 1)
        if comments:
            self.page.start(bracket)
        self.page.put("]")
