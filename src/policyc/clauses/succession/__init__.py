"""事業の承継 — personal data handed on with a business (APPI arts. 18(2), 27(5)(ii))."""

from ...facts import MAY
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, MODALITY_KEY, RECIPIENTS, WITHIN_PURPOSES, Key, clause


def lower(node: Node, out: Lowering) -> None:
    """One practice: what is handed on, to whom, within which purposes."""
    if lowerings.silent(out, node):
        return
    out.practice(
        node,
        "succeed",
        data=out.data(node, "data"),
        purposes=out.purposes(node, "scope"),
        recipients=out.recipients(node, "to"),
        modality=MAY,
        open_lists=out.open_lists(node, data="data", recipients="to"),
    )


CLAUSE = clause(
    "succession",
    "事業の承継",
    "合併その他の事由による事業の承継に伴う個人データの提供。",
    "Personal data handed on with a business that is taken over.",
    (
        Key(
            "to",
            "承継者",
            RECIPIENTS,
            "事業を承継する者。",
            "Who takes the business over.",
        ),
        Key(
            "data",
            "データ",
            DATA_ITEMS,
            "承継に伴って提供する個人データの項目。",
            "The data items handed on.",
        ),
        Key(
            "scope",
            "範囲",
            WITHIN_PURPOSES,
            "承継した者が、どの利用目的（承継前の利用目的）の範囲内で取り扱うか。",
            "Within which purposes, those before the succession, the data are handled.",
            many=False,
        ),
        MODALITY_KEY,
    ),
    package=__name__,
    states_practices=True,
)
