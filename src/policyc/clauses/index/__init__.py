"""索引 — a group of the pages that a site offers: which there are, and where."""

from ... import facts
from ...facts.identifiers import NO_FACT, FactId
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import BlockType, Key, clause, item, names


def lower(node: Node, out: Lowering) -> None:
    """One row per entry, those inside an entry after it."""
    if lowerings.silent(out, node):
        return
    _entries(node, NO_FACT, node, out)


def _entries(above: Node, parent: FactId, clause_: Node, out: Lowering) -> None:
    entries = (child for child in above.children if child.type.word == "entry")
    for position, child in enumerate(entries, 1):
        said = out.words.text(child.title or child.label, child)
        document = next((value.word for value in child.values("document")), "")
        at = child.location()
        out.add("entries", facts.Entry(child.id, said, child.url, document, parent, position, clause_.id, at))
        _entries(child, child.id, clause_, out)


def _entry(children: tuple[BlockType, ...]) -> BlockType:
    return item(
        "entry",
        "項目",
        "索引の一つの項目。見出しとリンク先。中に項目を書けば、その下に並ぶ。",
        "One entry: its words and where it leads. Entries inside it stand below it.",
        (
            Key(
                "document",
                "文書",
                names("文書の名前", "the name of a document", "document"),
                "リンク先の文書。取り込んだファイルの文書でもよい。見出しとアドレスを書かなければ、文書のものになる。",
                "The document it leads to; words and address are that document's where none are given.",
                many=False,
                stated=False,
                backs=False,
            ),
        ),
        children=children,
        linked=True,
    )


# Two levels below a group: what a menu of a site shows.
CLAUSE = clause(
    "index",
    "索引",
    "サイトのページの一覧の一まとまり。",
    "A group of the pages of a site.",
    (),
    (_entry((_entry(()),)),),
    package=__name__,
    prose=True,
)
