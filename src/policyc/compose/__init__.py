"""From a checked document to its page: numbering, wording, references, and what each line states."""

from __future__ import annotations

from typing import NamedTuple, cast

from ..diagnostics import Diagnostic
from ..facts.identifiers import nth
from ..model import LinkSeg, Names, Node, Strong, Text
from ..model.template import Line as TextLine
from ..vocab import Concept
from .budget import Budget
from .inline import Inline
from .labelled import Voice, disclosures
from .layout import Layout, unsaid
from .lists import Entry, Rows, outline
from .numbered import number
from .page import Block, ItemList, Line, ListItem, Page, Paragraph, Run, Section, Table, linked, split, written
from .rest import rest
from .standard import is_standard
from .tables import heads, spread
from .wording import Wordings, standard

__all__ = ["Budget", "Composition", "Page", "compose"]


class Composition(NamedTuple):
    """A composed document: its page, and the sayer that later stages ask for the words of a node."""

    page: Page
    inline: Inline
    layout: Layout
    found: list[Diagnostic]


def compose(document: Node, names: Names, wordings: Wordings, budget: Budget) -> Composition:
    """The page of a document. Findings: references that lead nowhere, and those of `checks`. `budget` is that of its file."""
    inline = Inline(document, names, budget)
    builder = _Builder(document, inline, wordings)
    inline.layout = layout = Layout(document, names, builder.heading_words, builder.author_text, budget)
    inline.found += layout.found
    page = builder.page()
    if budget.ended:
        inline.found += rest(inline)
    return Composition(page, inline, layout, inline.found)


class _Builder:
    """Builds sections, paragraphs and lists in the order of the text, which is the order of first mentions."""

    def __init__(self, document: Node, inline: Inline, wordings: Wordings) -> None:
        self.document = document
        self.inline = inline
        self.wordings = wordings
        self._texts: dict[Node, Text | None] = {}
        self._counts: dict[str, int] = {}
        self._apart: set[str] = set()

    # -- texts ----------------------------------------------------------------------------------------------------------

    def author_text(self, node: Node) -> Text | None:
        """The text in force: the author's, or the standard wording where none is given."""
        field = node.fields.get("text")
        if field is not None:
            return field.text()
        if node not in self._texts:
            self._texts[node] = standard(node, self.wordings)
        return self._texts[node]

    def heading_words(self, node: Node) -> str:
        """The words of a heading: its title, or the standard one of the clause type."""
        title = node.title or standard(node, self.wordings, "heading")
        if title is None and node.type.worded:
            # As the source calls it: 運営責任者 need not be the 代表者, who are one row.
            kind = next(iter(node.values("is")), None)
            return kind.name if kind is not None and isinstance(kind.target, Concept) else node.type.ja
        return self.inline.short(title, node) if title is not None else node.type.ja

    # -- structure --------------------------------------------------------------------------------------------------------

    def page(self) -> Page:
        """The whole document."""
        words = self.heading_words(self.document)
        title = self._heading(self.document, words, words)
        return Page(
            self.document.id,
            title,
            self.document.values("url")[0].word if self.document.values("url") else "",
            self._content(self.document, 1),
            titled=self.document.choice("page-title") != "none",
        )

    def _content(self, node: Node, level: int) -> tuple[Block, ...]:
        self.inline.budget.block = node
        text = self.author_text(node)
        blocks: list[Block] = list(self._blocks(text, node)) if text is not None else []
        items: list[Node] = []
        placed: set[str] | None = None
        for child in node.children:
            role = child.type.role
            if role == "item":
                items.append(child)
                continue
            if items:
                blocks += self._items(items, level, tight=bool(blocks))
                items = []
            if role in ("part", "clause"):
                blocks.append(self._section(child, level))
            elif role == "delegation":
                if placed is None:
                    placed = self._placed(node, text)
                if child.id not in placed:
                    blocks.append(self._link_paragraph(child))
        if items:
            blocks += self._items(items, level, tight=bool(blocks))
        closing = node.fields.get("closing")
        # By now it is known what has been said: the standard text goes by that.
        closing_text = (
            closing.text() if closing is not None else standard(node, self.wordings, "closing", self.inline.stated)
        )
        if closing_text is not None:
            blocks += self._blocks(closing_text, node)
        if node.goes_on and (more := standard(node, self.wordings, "etc", self.inline.stated)) is not None:
            blocks += self._blocks(more, node)
        if node.type.role == "clause":
            number(blocks, node, self._apart, self.inline.budget)
        return tuple(blocks)

    def _section(self, node: Node, level: int) -> Section:
        layout = self.inline.layout
        assert layout is not None
        spot = layout.spots[node.id]
        return Section(
            node.id,
            node.id,
            level,
            spot.marker,
            spot.title,
            self._heading(node, spot.heading, spot.title),
            self._content(node, level + 1),
        )

    def _heading(self, node: Node, heading: str, words: str) -> Line:
        """A heading with its number; links and emphasis in its words stay."""
        title = node.title
        if title is None or title.characters is not None or not words:
            return written((Run(heading),))
        if not any(isinstance(seg, (LinkSeg, Strong)) for seg in title.lines[0].segs):
            return written((Run(heading),))
        before, _, after = heading.partition(words)
        said = self.inline.heading(title, node)
        return tuple(run for run in (Run(before), *said, Run(after)) if run.text)

    def _items(self, nodes: list[Node], level: int, tight: bool) -> list[Block]:
        """Items of a clause that stand together: as a list, or as their clause lays out labels and values."""
        nodes = [node for node in nodes if not unsaid(node)]
        if not nodes:
            return []
        if nodes[0].type.worded:
            return disclosures(nodes, Voice(self.inline, self.heading_words, self._value, self._anchor, level))
        return [ItemList(tuple(map(self._item, nodes)), tight)]

    def _value(self, text: Text, node: Node) -> list[Paragraph | ItemList | Table]:
        """The blocks of a text that is no prose of its clause: its paragraphs have no numbers."""
        blocks = self._blocks(text, node)
        self._apart -= {block.id for block in blocks if isinstance(block, Paragraph)}
        return blocks

    def _item(self, node: Node) -> ListItem:
        layout = self.inline.layout
        assert layout is not None
        lines: list[Line] = []
        content: list[ItemList | Table] = []
        words = node.title or node.label
        if words is not None:
            facts = (node.id,)
            for line in words.lines:
                lines += self._said(line, node, words, facts)
            if node.url:
                lines = [linked(line, node.url) for line in lines]
        text = self.author_text(node)
        if text is not None:
            for block in self._blocks(text, node, level=1):
                if isinstance(block, Paragraph):
                    lines += block.lines
                else:
                    content.append(block)
        # By now it is known what title and text have said.
        if (rest := standard(node, self.wordings, "closing", self.inline.stated)) is not None:
            lines += self._rest(rest, node)
        if node.goes_on and (more := standard(node, self.wordings, "etc", self.inline.stated)) is not None:
            lines += self._rest(more, node)
        if node.children:
            inner = tuple([self._item(one) for one in node.children if one.type.role == "item" and not unsaid(one)])
            if inner:
                content.append(ItemList(inner, tight=True))
        marker = layout.spots[node.id].marker
        return tuple.__new__(ListItem, (node.id, node.id, marker, tuple(lines), tuple(content)))

    def _rest(self, text: Text, node: Node) -> list[Line]:
        """The lines that stand behind what an item says itself."""
        return [line for block in self._blocks(text, node, level=1) for line in cast("Paragraph", block).lines]

    def _placed(self, node: Node, text: Text | None) -> set[str]:
        """Names that the texts of a node refer to: a delegation among them needs no paragraph of its own."""
        texts = [text, *(f.text() for f in [node.fields.get("closing")] if f is not None)]
        texts += [self.author_text(child) for child in node.children if child.type.role == "item"]
        placed = {ref.path[0] for text in texts if text is not None for ref in text.refs()}
        if text is not None and is_standard(text.source) and "delegates" in placed:
            placed |= {child.id for child in node.children if child.type.role == "delegation"}
        return placed

    def _link_paragraph(self, node: Node) -> Paragraph:
        label: Line = self.inline.line(node.label.lines[0].segs, node, node.source, (node.id,)) if node.label else ()
        label = label or (Run(node.url, facts=(node.id,)),)
        return Paragraph(node.id, node.id, (written([run.linking(node.url, run.bare) for run in label]),))

    # -- blocks of a text -----------------------------------------------------------------------------------------------

    def _blocks(self, text: Text, node: Node, level: int = 0) -> list[Paragraph | ItemList | Table]:
        blocks: list[Paragraph | ItemList | Table] = []
        lines: list[Line] = []
        facts = _stated(text, node)
        apart = begins = True
        for line in outline(text.lines):
            if isinstance(line, TextLine):
                if line.segs:
                    begins = apart if not lines else begins
                    lines += self._said(line, node, text, facts)
                    apart = False
                else:
                    self._flush(lines, node, blocks, begins)
                    apart = True
            elif isinstance(line, Rows):
                self._flush(lines, node, blocks, begins)
                blocks.append(self._table(line, text, node))
                apart = True
            else:
                self._flush(lines, node, blocks, begins)
                blocks.append(ItemList(self._list(line, text, node, level), tight=bool(blocks) and not apart))
                apart = False
        self._flush(lines, node, blocks, begins)
        return blocks

    def _table(self, rows: Rows, text: Text, node: Node) -> Table:
        def content(lines: tuple[TextLine, ...]) -> tuple[Paragraph | ItemList, ...]:
            return tuple(
                b for b in self._blocks(text._replace(lines=lines, characters=None), node) if not isinstance(b, Table)
            )

        id_ = self._anchor(node)
        return Table(id_, node.id, spread(rows, content), heads(rows))

    def _flush(self, lines: list[Line], node: Node, blocks: list[Paragraph | ItemList | Table], begins: bool) -> None:
        if lines:
            id_ = self._anchor(node)
            blocks.append(tuple.__new__(Paragraph, (id_, node.id, tuple(lines))))
            if begins:
                self._apart.add(id_)
            lines.clear()

    def _list(self, entries: tuple[Entry, ...], text: Text, node: Node, level: int) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        facts = _stated(text, node)
        layout = self.inline.layout
        assert layout is not None
        mark = layout.marker
        for entry in entries:
            own = self._said(entry.line, node, text, facts)
            content: list[ItemList | Table] = []
            for below in entry.below:
                if isinstance(below, Rows):
                    content.append(self._table(below, text, node))
                elif not isinstance(below, TextLine):
                    content.append(ItemList(self._list(below, text, node, level), tight=True))
                elif content:
                    # A line after a list inside the item stays after it: an item without a marker.
                    said = tuple(self._said(below, node, text, facts))
                    content.append(ItemList((ListItem(self._anchor(node), node.id, "", said, ()),), tight=True))
                else:
                    own += self._said(below, node, text, facts)
            id_ = entry.line.anchor or self._anchor(node)
            items.append(ListItem(id_, node.id, mark(entry, node, level), tuple(own), tuple(content)))
        return tuple(items)

    def _said(self, line: TextLine, node: Node, text: Text, facts: tuple[str, ...]) -> list[Line]:
        """The lines that a line of a text comes to."""
        said = self.inline.line(line.segs, node, text.source, facts)
        return split(said) if "\n" in said.text else [said]

    def _anchor(self, node: Node) -> str:
        self._counts[node.id] = n = self._counts.get(node.id, 0) + 1
        return nth(node.id, n)


def _stated(text: Text, node: Node) -> tuple[str, ...]:
    """What each line of a text states as a whole."""
    # Standard wording is chosen by what the clause declares: each of its sentences states the clause.
    standing = node.type.worded or (node.type.role in ("clause", "item") and is_standard(text.source))
    return (node.id,) if standing else ()
