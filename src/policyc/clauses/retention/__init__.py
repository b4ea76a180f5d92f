"""保存期間 — how long personal data are kept (APPI art. 22)."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, PERIOD, TEXT, Key, choice, clause, item

_KEYS = (
    Key("data", "データ", DATA_ITEMS, "保存するデータ項目。", "The data items."),
    Key("period", "期間", PERIOD, "保存期間、又はその定め方。", "How long, or how that is decided.", many=False),
    Key("from", "起算", TEXT, "期間の起算点（「契約が終了した日」など）。", "From when the period runs.", many=False),
    Key(
        "after",
        "期間経過後",
        choice(("erase", "消去", "遅滞なく消去します", "遅滞なく消去する"), texts=True),
        "期間が過ぎた後の扱い。文章で書くときは、一つの文にする（「保存期間の経過後は、匿名化します。」など）。",
        "What is done afterwards; in words of your own, as a whole sentence.",
        many=False,
    ),
)


def lower(node: Node, out: Lowering) -> None:
    """One retention per item, and one for the clause when it names a period."""
    if lowerings.silent(out, node):
        return
    for child in (node, *node.children):
        if any(field.key.stated for field in child.fields.values()):
            lowerings.retention(out, child, clause=node)


CLAUSE = clause(
    "retention",
    "保存期間",
    "個人データの保存期間。",
    "How long personal data are kept.",
    _KEYS,
    (item("kept", "保存", "データ項目ごとの保存期間。", "The period for some of the data.", _KEYS),),
    package=__name__,
)
