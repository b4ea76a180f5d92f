"""Shapes and comments to lines: bodies, their items one under the other, and blocks of one line in columns."""

from __future__ import annotations

import re
from bisect import bisect_left

from ..model.types import CLOSING_KEY, TEXT_KEY
from ..source import Source
from ..syntax import Atom, BlockShape, FieldShape, Item
from ..syntax.comments import Comment, comments
from .columns import LIMIT, Cell, aligned
from .flat import Flat
from .page import Page
from .values import Values
from .width import width

_STEP = 2
_BLANK_LINE = re.compile(r"\n[ \t\u3000]*\n")
# Prose is long: it stands behind its word, not in the column of the values.
_PROSE = frozenset({TEXT_KEY.word, TEXT_KEY.ja, CLOSING_KEY.word, CLOSING_KEY.ja})


class Layout:
    """Writes one source, from its beginning to its end; comments are written where they are come to.

    `columns` tells of each comment whether it goes on with the one above (`going_on`).
    """

    def __init__(self, source: Source, columns: list[bool]) -> None:
        self.source = source
        self.page = Page()
        self.comments = comments(source)
        self.starts = [comment.start for comment in self.comments]
        self.goes_on = {start for start, goes_on in zip(self.starts, columns, strict=True) if goes_on}
        self.flat = Flat(source, self.starts)
        self.values = Values(self)
        self._next = 0

    def text(self, items: tuple[Item, ...]) -> str:
        """The source in its canonical form."""
        self.body(items, 0, len(self.source.text), 0)
        return self.page.text()

    # -- bodies -------------------------------------------------------------------------------------------------------

    def body(self, items: tuple[Item, ...], start: int, end: int, indent: int) -> None:
        """The items between `start` and `end`, with their comments, each on lines of its own."""
        at, first, index = start, True, 0
        while index < len(items):
            at, first = self._comments(at, items[index].start, indent, first)
            if not first and self._is_apart(at, items[index].start):
                self.page.blank()
            run = self._run(items, index)
            self._write(items[index : index + run], indent)
            index += run
            at, first = items[index - 1].end, False
        self._comments(at, end, indent, first)

    def _comments(self, at: int, before: int, indent: int, first: bool) -> tuple[int, bool]:
        """Write the comments up to an offset; returns where the last thing ended, and whether there was none yet."""
        for comment in self.take(before):
            if comment.alone and not first and self._is_apart(at, comment.start):
                self.page.blank()
            self.comment(comment, indent)
            at, first = comment.end, first and not comment.alone
        return at, first

    def take(self, before: int) -> list[Comment]:
        """The comments before an offset that are not written yet."""
        start, self._next = self._next, bisect_left(self.starts, before, self._next)
        return self.comments[start : self._next]

    def comment(self, comment: Comment, indent: int) -> None:
        """Write one comment, where it has a line of its own at `indent`."""
        self.page.comment(comment.text, indent, comment.alone, comment.start in self.goes_on)

    def _is_apart(self, start: int, end: int) -> bool:
        return _BLANK_LINE.search(self.source.text, start, end) is not None

    # -- items ----------------------------------------------------------------------------------------------------------

    def _run(self, items: tuple[Item, ...], index: int) -> int:
        """How many items from `index` on are written together: fields aligned at their values, blocks in columns."""
        alike = _is_aligned if isinstance(items[index], FieldShape) else self._is_row
        if not alike(items[index]):
            return 1
        end = index + 1
        while end < len(items) and alike(items[end]) and self._follows(items[end - 1], items[end]):
            end += 1
        return end - index

    def _is_row(self, item: Item) -> bool:
        return isinstance(item, BlockShape) and self.flat.block(item) is not None

    def _follows(self, before: Item, item: Item) -> bool:
        """Whether there is no blank line and no line of comment between two items."""
        if self._is_apart(before.end, item.start):
            return False
        between = self.comments[bisect_left(self.starts, before.end) : bisect_left(self.starts, item.start)]
        return not any(comment.alone for comment in between)

    def _write(self, run: tuple[Item, ...], indent: int) -> None:
        fields = [item for item in run if isinstance(item, FieldShape)]
        column = max((width(field.key.raw) for field in fields), default=0) + 1
        texts = self._rows([item for item in run if isinstance(item, BlockShape)], indent)
        for number, item in enumerate(run):
            if number:
                self._comments(run[number - 1].end, item.start, indent, False)
            if isinstance(item, FieldShape):
                self.page.start(indent, f"{item.key.raw}:")
                self.page.put(" " * (column - width(item.key.raw)))
                self.values.write(item.phrases, self.page.column, indent)
            elif texts[number]:
                self.page.start(indent, texts[number])
            else:
                self._opened(item, indent)

    def _rows(self, blocks: list[BlockShape], indent: int) -> list[str]:
        """The lines of blocks that each take one; an empty one for a block that must be opened."""
        texts = [""] * len(blocks)
        rows = {n: cells for n, block in enumerate(blocks) if (cells := self.cells(block, indent))}
        # A block that is opened parts those before from those after.
        part: list[int] = []
        for number in range(len(blocks) + 1):
            if number in rows:
                part.append(number)
            elif part:
                for which, line in zip(part, aligned([rows[n] for n in part], indent), strict=True):
                    texts[which] = line
                part = []
        return texts

    def cells(self, block: BlockShape, indent: int) -> tuple[Cell, ...]:
        """A block as one line in cells; none when it does not fit in one."""
        text = self.flat.block(block)
        if text is None or (block.body is not None and indent + width(text) > LIMIT):
            return ()
        return self.flat.cells(block)

    def _opened(self, block: BlockShape, indent: int) -> None:
        self.page.start(indent, block.keyword.raw)
        end = block.keyword.end
        before: Atom | None = None
        for atom in block.atoms:
            # A name that begins with a digit is two atoms side by side.
            glued = before is not None and before.kind == "number" and before.end == atom.start
            self.page.put("" if glued else " ")
            self.values.atom(atom, indent)
            before, end = atom, atom.end
        if block.body is not None:
            self.group(block.body, end, block.end, indent)

    def group(self, body: tuple[Item, ...], start: int, end: int, indent: int) -> None:
        """A body in braces, opened; `start` is an offset before its `{`, `end` that behind its `}`."""
        inside = self.source.text.index("{", start) + 1
        if not body and not self.flat.has_comment(inside, end):
            self.page.put(" { }")
            return
        self.page.put(" {")
        self.body(body, inside, end - 1, indent + _STEP)
        self.page.start(indent, "}")


def _is_aligned(item: Item) -> bool:
    return isinstance(item, FieldShape) and item.key.raw not in _PROSE


def going_on(source: Source) -> list[bool]:
    """Of each comment of a source, whether it goes on with the one above: it stands alone in the next line, in the same
    column, and the one above stands behind something or goes on itself."""
    found = comments(source)
    flags = [False] * len(found)
    for number in range(1, len(found)):
        above, comment = found[number - 1], found[number]
        behind = not above.alone or flags[number - 1]
        if comment.alone and behind and source.text.count("\n", above.end, comment.start) == 1:
            flags[number] = _column(source, above) == _column(source, comment)
    return flags


def _column(source: Source, comment: Comment) -> int:
    return width(source.text[source.text.rfind("\n", 0, comment.start) + 1 : comment.start])
