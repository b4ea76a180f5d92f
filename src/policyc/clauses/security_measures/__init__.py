"""安全管理措置 — security control measures (APPI arts. 23, 32(1)(iv); Enforcement Order art. 10(i))."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import COUNTRIES, Key, clause, item, names

_MEASURES = names("安全管理措置の語彙", "measures of the vocabulary", vocabulary="measures", texts=True)
_COUNTRY = Key(
    "country",
    "国",
    COUNTRIES,
    "外的環境として把握する外国。",
    "Foreign countries whose systems were looked into.",
)


def lower(node: Node, out: Lowering) -> None:
    """One safeguard per measure, whether listed as items or in one field."""
    if lowerings.silent(out, node):
        return
    lowerings.safeguards(out, node, "measures")
    for child in node.children:
        if child.type.word == "measure":
            lowerings.safeguard(out, child, "is")


MEASURE = item(
    "measure",
    "措置",
    "安全管理措置の一つ。",
    "One security measure.",
    (
        Key("is", "種類", _MEASURES, "語彙のどの措置に当たるか。", "Which measures of the vocabulary.", stated=False),
        _COUNTRY,
    ),
)

CLAUSE = clause(
    "security-measures",
    "安全管理措置",
    "個人データの安全管理のために講じた措置。",
    "What is done to keep personal data safe.",
    (Key("measures", "措置の種類", _MEASURES, "講じている措置。", "The measures taken."), _COUNTRY),
    (MEASURE,),
    package=__name__,
)
