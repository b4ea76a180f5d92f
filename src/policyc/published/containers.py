"""Lists, tables and label-value pairs: the elements whose children are more than paragraphs."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from .counters import marker, style_of, written_number
from .flow import Look, blocks_of
from .page import BULLET, Block, Cell, Item, Listing, Pair, Pairs, Paragraph, Row, Table
from .page import rows as rows_of
from .spans import fitted
from .tree import Element, Node, Text, elements

MARKER = "policyc-marker"
"""The attribute that gives an item's marker as its author wrote it."""

_NUMBER = re.compile(r"\s*([+-]?\d{1,6})")
_GROUPS = ("thead", "tbody", "tfoot")


def _listing(element: Element, look: Look, depth: int) -> list[Block]:
    ordered = element.tag == "ol"
    style = style_of(ordered, element.attributes.get("type", ""), element.drawn)
    children = _spliced(element, ("li",))
    count = sum(isinstance(c, Element) and c.tag == "li" and not c.left for c in children)
    backwards = "reversed" in element.attributes
    n = _integer(element.attributes.get("start"), count if backwards else 1)
    items: list[Item] = []
    numbers: list[int] = []
    loose: list[Node] = []

    def flush() -> None:
        # What stands between the items belongs to the one before.
        content = blocks_of(loose, look, depth)
        loose.clear()
        if content and items:
            items[-1] = items[-1]._replace(content=items[-1].content + content)
        elif content:
            items.append(_item("", content, element.line))

    for child in children:
        if not (isinstance(child, Element) and child.tag == "li"):
            loose.append(child)
            continue
        flush()
        if child.left:
            continue
        n = _integer(child.attributes.get("value"), n)
        own = style_of(ordered, child.attributes.get("type", ""), child.drawn) if child.drawn else style
        content = blocks_of(child.children, look, depth)
        if content:
            items.append(_item(child.attributes.get(MARKER) or marker(own, n), content, child.line))
            numbers.append(n)
        n += -1 if backwards else 1
    flush()
    written = any(isinstance(c, Element) and MARKER in c.attributes for c in children)
    if ordered and not element.drawn and not written and _are_numbered(items, numbers):
        items = [item._replace(marker="") for item in items]
    return [Listing(tuple(items))] if items else []


def _item(marker_: str, content: tuple[Block, ...], line: int) -> Item:
    first, *rest = content
    if isinstance(first, Paragraph):
        return Item(marker_, first.rows, tuple(rest))
    if marker_ in ("", BULLET):
        return Item(marker_, (), content)
    # The number stands in the first line, whatever that line is.
    heading = () if isinstance(first, Listing | Table | Pairs) else (first.row,)
    return Item(marker_, heading or (Row((), line),), tuple(rest) if heading else content)


def _are_numbered(items: list[Item], numbers: list[int]) -> bool:
    """Whether every item is written with its own number: then the list draws none (a style sheet elsewhere says so)."""
    rows = [next(iter(rows_of((Listing((item,)),))), None) for item in items]
    return len(rows) == len(numbers) and all(
        row is not None and written_number(row.text) == n for row, n in zip(rows, numbers, strict=True)
    )


def _pairs(element: Element, look: Look, depth: int) -> list[Block]:
    pairs: list[Pair] = []
    labels: list[Row] = []
    content: list[Block] = []

    def flush() -> None:
        if labels or content:
            pairs.append(Pair(tuple(labels), tuple(content)))
            labels.clear()
            content.clear()

    for child in _spliced(element, ("dt", "dd")):
        if isinstance(child, Element) and child.left:
            continue
        if isinstance(child, Element) and child.tag == "dt":
            if content:
                flush()
            labels += rows_of(blocks_of(child.children, look, depth))
        else:
            content += blocks_of([child], look, depth)
    flush()
    return [Pairs(tuple(pairs))] if pairs else []


def _table(element: Element, look: Look, depth: int) -> list[Block]:
    caption = [c for c in element.children if isinstance(c, Element) and c.tag == "caption" and not c.left]
    before = list(blocks_of(caption, look, depth))
    groups = [(c.tag, c) for c in element.children if isinstance(c, Element) and c.tag in _GROUPS and not c.left]
    groups.sort(key=lambda row: _GROUPS.index(row[0]))
    rows = [(tag == "thead", tr) for tag, group in [*groups, ("", element)] for tr in _within(group, ("tr",))]
    made = [tuple(_cell(cell, head, look, depth) for cell in _within(tr, ("td", "th"))) for head, tr in rows]
    made = [cells for cells in made if cells]
    placed = None if _is_layout(element, [tr for _, tr in rows]) else fitted(made)
    if placed is None:
        return before + [block for cells in made for cell in cells for block in cell.content]
    made = placed
    return [*before, Table(tuple(made))] if any(cell.content for cells in made for cell in cells) else before


def _is_layout(element: Element, rows: list[Element]) -> bool:
    """Whether a table only places things: it has one cell, or tables and headings inside."""
    cells = [cell for tr in rows for cell in _within(tr, ("td", "th"))]
    if element.attributes.get("role") in ("presentation", "none") or len(cells) < 2:
        return True
    tags = {e.tag for cell in cells for e in elements(cell)}
    return bool(tags & {"table", "h1", "h2"}) and "th" not in {cell.tag for cell in cells}


def _cell(cell: Element, head: bool, look: Look, depth: int) -> Cell:
    across = min(max(_integer(cell.attributes.get("colspan"), 1), 1), 1000)
    down = min(max(_integer(cell.attributes.get("rowspan"), 1), 1), 65534)
    return Cell(blocks_of(cell.children, look, depth), head or cell.tag == "th", across, down)


def _within(element: Element, tags: tuple[str, ...]) -> Iterator[Element]:
    return (c for c in element.children if isinstance(c, Element) and c.tag in tags and not c.left)


def _spliced(element: Element, tags: tuple[str, ...]) -> list[Node]:
    """The children, with those of boxes around `tags` (`<dl><div><dt>`) in place of the boxes; blanks left out."""
    found: list[Node] = []
    for child in element.children:
        if isinstance(child, Text):
            if child.value.strip():
                found.append(child)
        elif child.tag in ("div", "span") and not child.left and any(_within(child, tags)):
            found += child.children
        else:
            found.append(child)
    return [node for node in found if isinstance(node, Element) or node.value.strip()]


def _integer(value: str | None, default: int) -> int:
    hit = _NUMBER.match(value or "")
    return int(hit[1]) if hit else default


READERS: dict[str, Callable[[Element, Look, int], list[Block]]] = {
    "ul": _listing,
    "ol": _listing,
    "menu": _listing,
    "dir": _listing,
    "dl": _pairs,
    "table": _table,
}
"""How each of these elements is read, by its tag."""
