"""Sections, paragraphs and lists as HTML elements that carry identifiers."""

from __future__ import annotations

from collections.abc import Collection

from ...compose.page import DRAWN, Block, Cell, ItemList, Line, ListItem, Paragraph, Section, Table, all_facts
from .anchors import Anchors
from .rows import linked, said

# Up to these widths in em, by class: hang1, hang2 …; wider markers go with the last.
_WIDTHS = (1.0, 2.0, 2.7, 3.6)


def write(blocks: tuple[Block, ...], anchors: Anchors, out: list[str]) -> None:
    """Add the blocks to `out`."""
    for block in blocks:
        if isinstance(block, Section):
            _section(block, anchors, out)
        elif isinstance(block, ItemList):
            _list(block, anchors, out)
        elif isinstance(block, Table):
            _table(block, anchors, out)
        else:
            _paragraph(block, anchors, out)


def opening(tag: str, id_: str, node: str, lines: list[Line], anchors: Anchors, more: str = "") -> tuple[str, str]:
    """The start tag of a block, and the anchors to write where its text begins."""
    own, others = anchors.block(id_)
    stated = all_facts(lines)
    first = f' id="{escaped(own)}"' if own else ""
    return f'<{tag}{first} data-node="{escaped(node)}"{more}{_stated(stated)}>', _empty(others)


def inline(line: Line, anchors: Anchors, own: str = "") -> str:
    """A line of text. A stretch that states something besides `own` says so."""
    out = ""
    states = (own,)
    for link in linked(line):
        inner = ""
        for text, strong, facts in link.stretches:
            text = escaped(text)
            if strong:
                text = f"<strong>{text}</strong>"
            if facts and facts != states:
                text = f"<span{_first(anchors.stretch(facts), facts)}{text}</span>"
            inner += text
        if link.url:
            bare = ' class="bare"' if link.text == link.url else ""
            inner = f'<a href="{escaped(link.url)}"{bare}>{inner}</a>'
        out += inner
    return out


def _first(ids: list[str], facts: tuple[str, ...]) -> str:
    """The rest of a start tag that states facts, and carries identifiers: the first as its own."""
    if not ids:
        return f"{_stated(facts)}>"
    return f' id="{escaped(ids[0])}"{_stated(facts)}>{_empty(ids[1:])}'


def _section(block: Section, anchors: Anchors, out: list[str]) -> None:
    if not said((block.heading,)):
        start, carried = opening("section", block.id, block.node, [], anchors)
        out.append(f"{start}{carried}\n")
        write(block.content, anchors, out)
        out.append("</section>\n")
        return
    tag = f"h{min(block.level + 1, 6)}"
    # No name begins with a hyphen.
    heading = escaped(f"-heading-{block.id}")
    start, carried = opening("section", block.id, block.node, [], anchors, f' aria-labelledby="{heading}"')
    out.append(f'{start}\n<{tag} id="{heading}">{carried}{inline(block.heading, anchors)}</{tag}>\n')
    write(block.content, anchors, out)
    out.append("</section>\n")


def _paragraph(block: Paragraph, anchors: Anchors, out: list[str]) -> None:
    lines = said(block.lines)
    if lines:
        out += opening("p", block.id, block.node, lines, anchors)
        out.append("<br>\n".join(inline(line, anchors, block.id) for line in lines))
        out.append("</p>\n")


def _list(block: ItemList, anchors: Anchors, out: list[str]) -> None:
    if all(item.marker == DRAWN for item in block.items):
        out.append(f'<ul class="drawn{" tight" if block.tight else ""}">\n')
        for item in block.items:
            _item(item, anchors, out)
        out.append("</ul>\n")
        return
    numbered = any(c.isalnum() for item in block.items for c in item.marker)
    tag = "ol" if numbered else "ul"
    widest = max(sum(0.55 if c < "\u0100" else 1.0 for c in item.marker) for item in block.items)
    hang = 1 + sum(widest > width for width in _WIDTHS)
    # A list without a list style is none to some screen readers unless it says so.
    out.append(f'<{tag} role="list" class="hang{hang}{" tight" if block.tight else ""}">\n')
    for item in block.items:
        _item(item, anchors, out)
    out.append(f"</{tag}>\n")


def _item(item: ListItem, anchors: Anchors, out: list[str]) -> None:
    lines = said(item.lines)
    out += opening("li", item.id, item.node, lines, anchors)
    # The number is text: one that a style sheet counts is neither copied nor found.
    written = item.marker if item.marker != DRAWN else ""
    out.append(f'<span class="marker">{escaped(written)}</span>' if written else "")
    out.append("<br>\n".join(inline(line, anchors, item.id) for line in lines))
    if item.content:
        out.append("\n")
        write(item.content, anchors, out)
    out.append("</li>\n")


def _table(block: Table, anchors: Anchors, out: list[str]) -> None:
    start, carried = opening("table", block.id, block.node, [], anchors)
    out.append(start + "\n")
    for n, cells in enumerate(block.rows):
        if n == 0 and block.heads:
            out.append("<thead>\n")
        if n == block.heads:
            out.append("</thead>\n<tbody>\n" if n else "<tbody>\n")
        out.append("<tr>\n")
        for cell in cells:
            _cell(cell, n < block.heads, carried, anchors, out)
            carried = ""
        out.append("</tr>\n")
    out.append("</tbody>\n</table>\n" if block.heads < len(block.rows) else "</thead>\n</table>\n")


def _cell(cell: Cell, column: bool, carried: str, anchors: Anchors, out: list[str]) -> None:
    tag = "th" if cell.head else "td"
    more = f' scope="{"col" if column else "row"}"' if cell.head else ""
    more += f' colspan="{cell.across}"' if cell.across > 1 else ""
    more += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    out.append(f"<{tag}{more}>{carried}")
    match cell.content:
        case (Paragraph() as only,):
            # One paragraph in a cell needs no element of its own.
            lines = said(only.lines)
            start, others = opening("span", only.id, only.node, lines, anchors)
            out.append(start + others + "<br>\n".join(inline(line, anchors, only.id) for line in lines) + "</span>")
        case content:
            write(content, anchors, out)
    out.append(f"</{tag}>\n")


def escaped(text: str) -> str:
    """Characters as the text of an element or the value of an attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "'" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
        text = text.replace('"', "&#34;").replace("'", "&#39;")
    return text


def _stated(facts: Collection[str]) -> str:
    return f' data-facts="{escaped(" ".join(facts))}"' if facts else ""


def _empty(ids: list[str]) -> str:
    return "".join([f'<span id="{escaped(id_)}"></span>' for id_ in ids]) if ids else ""
