"""取得 — what is collected, and from where (APPI arts. 20, 21)."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, MODALITY_KEY, Key, choice, clause, names


def lower(node: Node, out: Lowering) -> None:
    """One practice: the items collected and their sources."""
    if lowerings.silent(out, node):
        return
    out.practice(
        node,
        "collect",
        subjects=out.subjects(node, "subjects"),
        data=out.data(node, "items"),
        details=out.details(node, "sources", "purposes-shown"),
        open_lists=out.open_lists(node, "sources", "purposes-shown", subjects="subjects", data="items"),
    )


CLAUSE = clause(
    "collection",
    "取得",
    "取得する個人情報と取得の方法。",
    "What personal information is collected, and how.",
    (
        Key(
            "subjects",
            "対象者",
            names("本人の区分や用語", "a subject or term", "subject", "term", vocabulary="subjects"),
            "取得する情報の本人。",
            "Whose information is collected.",
        ),
        Key(
            "items",
            "項目",
            DATA_ITEMS,
            "取得する個人情報の項目。",
            "The items collected.",
        ),
        Key(
            "sources",
            "取得元",
            choice(
                ("person", "本人", "ご本人からの直接のご提供", "本人からの直接の提供"),
                ("automatic", "自動取得", "サービスのご利用に伴う自動的な記録", "サービスの利用に伴う自動的な記録"),
                ("third-parties", "第三者", "第三者からの提供"),
                ("public", "公開情報", "公開されている情報の収集"),
            ),
            "取得の方法・取得元。",
            "Where it is collected from.",
        ),
        Key(
            "purposes-shown",
            "目的の明示",
            choice(
                ("on-screen", "画面", "入力画面に表示する方法"),
                ("in-document", "書面", "申込書その他の書面に記載する方法"),
            ),
            "書面や入力画面で本人から直接取得するとき、利用目的をあらかじめ明示する方法。",
            "How the purposes are shown beforehand when the person fills in a form.",
        ),
        MODALITY_KEY,
    ),
    package=__name__,
    states_practices=True,
)
