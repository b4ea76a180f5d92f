"""問い合わせ・苦情の窓口 — desks for inquiries and complaints (APPI art. 40; Enforcement Order art. 10(ii))."""

from ...model import facts
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import Key, choice, clause, names


def lower(node: Node, out: Lowering) -> None:
    """One contact per desk, with what it takes."""
    if out.silent(node):
        return
    facts.contacts(out, node, "desk", node.values("for"))


CLAUSE = clause(
    "contact",
    "問い合わせ窓口",
    "個人情報の取扱いに関する問い合わせ・苦情の申出先。",
    "Where inquiries and complaints go.",
    (
        Key("desk", "窓口", names("窓口の名前", "names of desks", "desk"), "窓口。", "The desk."),
        Key("for", "用件", choice(("inquiries", "問い合わせ", "お問い合わせ"), ("complaints", "苦情", "苦情"), ("requests", "請求", "開示等のご請求")), "窓口が受けるもの。", "What the desk takes."),
    ),
    package=__name__,
)
