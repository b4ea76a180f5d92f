"""Sections, paragraphs and lists on the sheet: as HTML elements, and as rows under one another."""

from __future__ import annotations

from ...compose.page import DRAWN, Block, Cell, ItemList, ListItem, Page, Paragraph, Section, Table, all_facts, plain
from .rows import Grid, Row, Stanza, counts_on, one_line
from .sheet import PLAIN, Sheet, escaped

# Up to these widths in em, by class: hang1, hang2 …; wider markers go with the last.
_WIDTHS = (1.0, 2.0, 2.7, 3.6)
# A page of no more parts and clauses is seen at a glance.
_FEW = 3


def write(page: Page, sheet: Sheet) -> list[Stanza]:
    """The page as the element `main` on the sheet, with its contents if it is long; its stanzas."""
    found: list[Stanza] = []
    out = sheet.out
    contents: list[str] = []
    many = _contents(page.content, contents) > _FEW
    more = ""
    if many:
        out.append('<a class="skip" href="#-text">本文へ移動</a>\n')
        more = ' class="with-contents"'
    at = len(out)
    out += ("", "\n<h1>" if page.titled else "\n")
    sheet.start(at, "main", page.id, page.id, {}, at + 1, more)
    sheet.stated |= all_facts((page.title,))
    if page.titled:
        rows = sheet.lines((page.title,), "", {}, empty=True)
        found.append(Stanza(1, rows or [Row(*PLAIN, "", (), None)]))
        out.append("</h1>")
    out.append("\n")
    if many:
        out += ('<nav aria-labelledby="-contents">\n<p id="-contents">目次</p>\n', *contents, "</nav>\n")
    out.append('<div id="-text">\n')
    for block in page.content:
        _block(block, sheet, found)
    out.append("</div>\n</main>\n")
    return found


def stanzas(page: Page) -> list[Stanza]:
    """The whole page in order."""
    return write(page, Sheet())


def _contents(blocks: tuple[Block, ...], out: list[str]) -> int:
    """The table of contents, added to `out`; returns how many lines it has."""
    lines = 0
    for section in blocks:
        if isinstance(section, Section):
            heading = plain(section.heading)
            if heading.strip():
                out.append("<li>" if lines else '<ol role="list">\n<li>')
                lines += 1
                out.append(f'<a href="#{escaped(section.id)}">{escaped(one_line(heading))}</a>')
                lines += _contents(section.content, out)
                out.append("</li>\n")
    if lines:
        out.append("</ol>\n")
    return lines


def _block(block: Block, sheet: Sheet, found: list[Stanza]) -> None:
    """A block of the page or of a section."""
    if isinstance(block, Section):
        _section(block, sheet, found)
    elif isinstance(block, Table):
        if block.rows:
            found.append(Stanza(0, [], _table(block, sheet)))
        else:
            sheet.unsaid.append(block.id)
    elif isinstance(block, ItemList):
        joins = block.tight and bool(found) and not found[-1].level and found[-1].table is None
        if not joins:
            found.append(Stanza(0, []))
        _list(block, 0, sheet, found)
        if not found[-1].rows and found[-1].table is None:
            found.pop()
    else:
        rows = _paragraph(block, sheet)
        if rows:
            found.append(Stanza(0, rows))


def _section(block: Section, sheet: Sheet, found: list[Stanza]) -> None:
    out = sheet.out
    at = len(out)
    out += ("", "\n")
    facts: dict[str, None] = {}
    rows = sheet.lines((block.heading,), "", facts)
    more = ""
    if rows:
        tag = f"h{min(block.level + 1, 6)}"
        # No name begins with a hyphen.
        name = escaped(f"-heading-{block.id}")
        more = f' aria-labelledby="{name}"'
        out[at + 1] = f'\n<{tag} id="{name}">'
        out.append(f"</{tag}>\n")
        found.append(Stanza(block.level + 1, rows))
    sheet.start(at, "section", block.id, block.node, {}, at + 1, more)
    for inner in block.content:
        _block(inner, sheet, found)
    out.append("</section>\n")


def _paragraph(block: Paragraph, sheet: Sheet) -> list[Row]:
    out = sheet.out
    at = len(out)
    out.append("")
    facts: dict[str, None] = {}
    rows = sheet.lines(block.lines, block.id, facts)
    if rows:
        sheet.start(at, "p", block.id, block.node, facts, at)
        out.append("</p>\n")
    else:
        sheet.unsaid.append(block.id)
    return rows


def _list(block: ItemList, depth: int, sheet: Sheet, found: list[Stanza]) -> None:
    """A list of the page, of an item or of a cell; its rows go on with the last stanza."""
    items = block.items
    markers = [item.marker for item in items]
    tight = " tight" if block.tight else ""
    tag = "ul"
    if markers.count(DRAWN) == len(markers):
        counts = True
        sheet.out.append(f'<ul class="drawn{tight}">\n')
    else:
        counts = counts_on(block)
        if any(map(str.isalnum, "".join(markers))):
            tag = "ol"
        # In em, a character of Latin-1 has 0.55.
        widest = max([len(marker) - 0.45 * len(marker.encode("latin-1", "ignore")) for marker in markers])
        hang = 1 + sum([widest > width for width in _WIDTHS])
        # A list without a list style is none to some screen readers unless it says so.
        sheet.out.append(f'<{tag} role="list" class="hang{hang}{tight}">\n')
    begins = True
    for item in items:
        if _item(item, depth, counts, begins, sheet, found):
            begins = False
    sheet.out.append(f"</{tag}>\n")


def _item(item: ListItem, depth: int, counts: bool, begins: bool, sheet: Sheet, found: list[Stanza]) -> bool:
    """An item; whether it has rows."""
    out = sheet.out
    marker = item.marker
    at = len(out)
    out.append("")
    facts: dict[str, None] = {}
    # The number is text: one that a style sheet counts is neither copied nor found.
    if marker and marker != DRAWN:
        out.append(f'<span class="marker">{escaped(marker)}</span>')
    listed = counts or marker == DRAWN
    rows = sheet.lines(item.lines, item.id, facts, (depth, marker, listed, begins), (depth + 1, "", False, False))
    sheet.start(at, "li", item.id, item.node, facts, at)
    if not rows and marker and marker != DRAWN:
        rows = [Row(depth, marker, False, begins, "", (), None)]
    found[-1].rows.extend(rows)
    if item.content:
        out.append("\n")
        for inner in item.content:
            if isinstance(inner, Table) and not inner.rows:
                sheet.unsaid.append(inner.id)
            elif isinstance(inner, Table):
                # A table needs lines of its own; what follows goes on after it.
                found += (Stanza(0, [], _table(inner, sheet)), Stanza(0, []))
            else:
                _list(inner, depth + 1, sheet, found)
    out.append("</li>\n")
    return bool(rows)


def _table(block: Table, sheet: Sheet) -> Grid:
    out = sheet.out
    at = len(out)
    out.append("")
    # What the table carries goes into its first cell.
    sheet.start(at, "table", block.id, block.node, {}, at + 1 if any(block.rows) else -1)
    rows: list[list[tuple[Cell, list[Row]]]] = []
    before = "\n"
    for n, cells in enumerate(block.rows):
        if n == 0 and block.heads:
            before += "<thead>\n"
        if n == block.heads:
            before += "</thead>\n<tbody>\n" if n else "<tbody>\n"
        before += "<tr>\n"
        said = []
        for cell in cells:
            said.append((cell, _cell(cell, n < block.heads, before, sheet)))
            before = ""
        rows.append(said)
        before += "</tr>\n"
    out.append(before + ("</tbody>\n</table>\n" if block.heads < len(block.rows) else "</thead>\n</table>\n"))
    return Grid(block.heads, rows)


def _cell(cell: Cell, column: bool, before: str, sheet: Sheet) -> list[Row]:
    out = sheet.out
    tag = "th" if cell.head else "td"
    more = f' scope="{"col" if column else "row"}"' if cell.head else ""
    more += f' colspan="{cell.across}"' if cell.across > 1 else ""
    more += f' rowspan="{cell.down}"' if cell.down > 1 else ""
    out.append(f"{before}<{tag}{more}>")
    found = [Stanza(0, [])]
    match cell.content:
        case (Paragraph() as only,):
            # One paragraph in a cell needs no element of its own.
            at = len(out)
            out.append("")
            facts: dict[str, None] = {}
            found[-1].rows.extend(sheet.lines(only.lines, only.id, facts))
            sheet.start(at, "span", only.id, only.node, facts, at)
            out.append("</span>")
        case content:
            for block in content:
                if isinstance(block, Paragraph):
                    found[-1].rows.extend(_paragraph(block, sheet))
                else:
                    _list(block, 0, sheet, found)
    out.append(f"</{tag}>\n")
    return [row for stanza in found for row in stanza.rows]
