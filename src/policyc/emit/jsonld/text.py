"""The verbatim text of each node, and where its sentences stand on the page: a reader of the data need not look for them."""

from __future__ import annotations

from ...compose.page import ItemList, Page, Paragraph, Section, Table, plain
from .graph import Graph
from .nodes import Node, ja
from .sentences import Sentences


def describe_by_text(graph: Graph, page: Page) -> None:
    """Give every node the paragraphs that speak for it, unless its title says the same."""
    texts: dict[str, list[str]] = {}
    sentences = Sentences(graph)
    todo = list(reversed(page.content))
    while todo:
        block = todo.pop()
        if isinstance(block, Section):
            todo += reversed(block.content)
        elif isinstance(block, Paragraph):
            texts.setdefault(block.node, []).extend(map(plain, block.lines))
            sentences.note(block.node, block.id, block.lines)
        elif isinstance(block, Table):
            _rows(block, texts, sentences)
        else:
            _items(block, texts, sentences)
    nodes, refs, ends = graph.nodes, graph.refs, graph.ends
    for id_, lines in texts.items():
        said = ja("\n".join([line for line in lines if line]))
        # What an item states besides being one (how long, used for it) is a node of its own, said by the same words.
        for name in (id_, id_ + ".retention", id_ + ".use") if said else ():
            # Whatever has no reference yet is no node.
            ref = refs.get(name, "")
            node = nodes.get(ref)
            if node is not None and not _titled(node, said):
                ends[ref] = f', "description": {said}'
    sentences.write()


def _titled(node: Node | str, said: str) -> bool:
    """Whether the title of a node says just that."""
    return f'"title": {said}' in node if isinstance(node, str) else node.get("title") == said


def _items(items: ItemList, texts: dict[str, list[str]], sentences: Sentences) -> None:
    """An item that is no node of its own keeps its number in the text of the clause."""
    for item in items.items:
        lines = [plain(line) for line in item.lines]
        if lines and item.id != item.node:
            lines[0] = item.marker + lines[0]
        texts.setdefault(item.node, []).extend(lines)
        sentences.note(item.node, item.id, item.lines)
        for inner in item.content:
            if isinstance(inner, Table):
                _rows(inner, texts, sentences)
            else:
                _items(inner, texts, sentences)


def _rows(table: Table, texts: dict[str, list[str]], sentences: Sentences) -> None:
    """Each row in one line, its cells apart by bars."""
    for cells in table.rows:
        said = []
        for cell in cells:
            own: dict[str, list[str]] = {}
            for block in cell.content:
                if isinstance(block, Paragraph):
                    own.setdefault(table.node, []).extend(map(plain, block.lines))
                    sentences.note(table.node, block.id, block.lines)
                else:
                    _items(block, own, sentences)
            said.append(" ".join(line for lines in own.values() for line in lines))
        texts.setdefault(table.node, []).append(" | ".join(said))
