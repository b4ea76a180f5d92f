"""The verbatim text of each node, and where its sentences stand on the page: a reader of the data need not look for them."""

from __future__ import annotations

from ...compose.page import ItemList, Page, Paragraph, Section, Table
from ...facts.identifiers import made
from .graph import Graph
from .nodes import ja
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
            texts.setdefault(block.node, []).extend(sentences.note(block.node, block.id, block.lines))
        elif isinstance(block, Table):
            _rows(block, texts, sentences)
        else:
            _items(block, texts, sentences)
    _describe(graph, texts)
    sentences.write()


def _describe(graph: Graph, texts: dict[str, list[str]]) -> None:
    nodes, refs = graph.nodes, graph.refs
    for id_, lines in texts.items():
        said = ja("\n".join(filter(None, lines)))
        # What an item states besides being one (how long, used for it) is a node of its own, said by the same words.
        for name in (id_, made(id_, "retention"), made(id_, "use")):
            # What has no reference yet is no node.
            if said and name in refs:
                node = nodes.get(refs[name])
                if node is not None and node.get("title") != said:
                    node["description"] = said


def _items(items: ItemList, texts: dict[str, list[str]], sentences: Sentences) -> None:
    """An item that is no node of its own keeps its number in the text of the clause."""
    for id_, node, marker, lines, content in items.items:
        said = sentences.note(node, id_, lines)
        if said and id_ != node:
            said[0] = marker + said[0]
        texts.setdefault(node, []).extend(said)
        for inner in content:
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
                    own.setdefault(table.node, []).extend(sentences.note(table.node, block.id, block.lines))
                else:
                    _items(block, own, sentences)
            said.append(" ".join(line for lines in own.values() for line in lines))
        texts.setdefault(table.node, []).append(" | ".join(said))
