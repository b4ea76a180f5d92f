"""表示事項 — notices of labels and what is said of them (特定商取引法, 資金決済法, company profiles)."""

from ... import facts
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import TEXT, BlockType, Key, choice, clause, names

# White space, and the bars of a table whose cells are empty.
_NOTHING = " \u3000\n|"


def lower(node: Node, out: Lowering) -> None:
    """One disclosure per label, in the words that stand under it."""
    if lowerings.silent(out, node):
        return
    for position, child in enumerate((one for one in node.children if one.type.word == "disclosure"), 1):
        target = next((value.target for value in child.values("is")), None)
        concept = None if isinstance(target, Node) else target
        text = child.field("text")
        said = out.words.text(text.text(), child) if text is not None else ""
        # A label with nothing under it discloses nothing.
        if said.strip(_NOTHING):
            row = facts.Disclosure(
                child.id, out.words.heading(child), said, concept, position, node.id, child.location()
            )
            out.add("disclosures", row)


DISCLOSURE = BlockType(
    "disclosure",
    "表示",
    "item",
    "表示事項の一つ。見出しと、その内容。見出しを書かなければ、種類の名前になる。",
    "One matter: its label and what is said of it. Without a label, that of its kind is taken.",
    (
        Key(
            "is",
            "種類",
            names("表示事項の語彙", "a label of the vocabulary", vocabulary="labels"),
            "語彙のどの表示事項に当たるか。",
            "Which matter of the vocabulary it is.",
            many=False,
            stated=False,
            backs=False,
        ),
        Key(
            "text",
            "本文",
            TEXT,
            "表示する内容。行や箇条書きを含んでよい。",
            "What is said; it may have lines and lists.",
            required=True,
            many=False,
            stated=False,
        ),
    ),
    worded=True,
)

CLAUSE = clause(
    "disclosures",
    "表示事項",
    "見出しと内容を並べる表示（特定商取引法、資金決済法に基づく表示など）。",
    "Labels with what is said of them, such as the notices of the commerce and payment acts.",
    (
        Key(
            "layout",
            "体裁",
            choice(
                ("stacked", "見出しの下"), ("inline", "見出しの横"), ("table", "表"), ("headed", "見出し"), texts=True
            ),
            "見出しと内容の並べ方。{label} が見出し、{value} が内容の型で書いてもよい。",
            "How labels and values stand; may be a pattern with {label} and {value}.",
            many=False,
            stated=False,
            backs=False,
        ),
    ),
    (DISCLOSURE,),
    package=__name__,
    prose=True,
)
