"""未成年者 — personal information of children (PPC guidelines 2-16: consent of a statutory agent)."""

from ...facts import ONLY_IF
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import NUMBER, Key, choice, clause


def lower(node: Node, out: Lowering) -> None:
    """One practice on children's data, with the age and whose consent is asked. Without the consent it is not said whether they
    are collected: the age only tells of whom the clause speaks."""
    if lowerings.silent(out, node):
        return
    out.practice(
        node,
        "collect",
        subjects=lowerings.concept_subjects(out, "child"),
        details=out.details(node, "under", "consent"),
        modality=ONLY_IF if node.values("consent") else "",
    )


CLAUSE = clause(
    "children",
    "未成年者",
    "未成年者・子どもの個人情報。",
    "Personal information of children.",
    (
        Key(
            "under",
            "年齢",
            NUMBER,
            "何歳未満を対象とするか。",
            "The age below which it applies.",
            many=False,
            bounds=True,
        ),
        Key(
            "consent",
            "同意",
            choice(
                ("guardian", "法定代理人", "法定代理人の同意を得た上で", "", "保護者"),
                ("guardian-present", "保護者同伴", "保護者とともに"),
            ),
            "誰の同意を求めるか。",
            "Whose consent is asked.",
            many=False,
        ),
    ),
    package=__name__,
    states_practices=True,
)
