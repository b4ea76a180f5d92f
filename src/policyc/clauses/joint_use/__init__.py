"""共同利用 — personal data shared within a named range of users (APPI art. 27(5)(iii))."""

from ...facts import Detail
from ...facts.identifiers import NO_FACT
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, MODALITY_KEY, TEXT, WITHIN_PURPOSES, Key, clause, names


def lower(node: Node, out: Lowering) -> None:
    """One practice: whose data, which items, who uses them, for what, and who is responsible."""
    if lowerings.silent(out, node):
        return
    responsible = [out.party(value.target) for value in node.values("responsible")]
    out.practice(
        node,
        "joint-use",
        subjects=out.subjects(node, "subjects"),
        data=out.data(node, "items"),
        purposes=out.purposes(node, "purposes"),
        recipients=out.recipients(node, "users"),
        responsible=responsible[0] if responsible else NO_FACT,
        details=(*out.details(node, "method"), *(Detail("within", v.word) for v in node.values("scope"))),
        open_lists=out.open_lists(node, subjects="subjects", data="items", purposes="purposes", recipients="users"),
    )


CLAUSE = clause(
    "joint-use",
    "共同利用",
    "特定の者との間で共同して利用する個人データ。",
    "Personal data used jointly with named parties.",
    (
        Key(
            "subjects",
            "対象者",
            names("本人の区分や用語", "a subject or term", "subject", "term", vocabulary="subjects"),
            "共同利用する個人データの本人。",
            "Whose data are used jointly.",
        ),
        Key(
            "scope",
            "範囲内",
            WITHIN_PURPOSES,
            "どの利用目的の範囲内で共同利用するか。",
            "Within which purposes they are used jointly.",
            many=False,
        ),
        Key(
            "items",
            "項目",
            DATA_ITEMS,
            "共同して利用される個人データの項目。",
            "The data items used jointly.",
        ),
        Key(
            "users",
            "利用者",
            names("組織の名前", "names of organizations", "organization", "group", "recipient", texts=True),
            "共同して利用する者の範囲。",
            "The range of joint users.",
        ),
        Key(
            "purposes",
            "目的",
            names(
                "利用目的の名前",
                "names of purposes, or `same as` a clause",
                "purpose",
                "purposes",
                vocabulary="purposes",
                texts=True,
                places=True,
            ),
            "利用する者の利用目的。",
            "The purposes of the users.",
        ),
        Key(
            "responsible",
            "責任者",
            names("組織の名前", "the name of an organization", "organization"),
            "個人データの管理について責任を有する者。",
            "Who is responsible for managing the data.",
            many=False,
        ),
        Key("method", "方法", TEXT, "共同利用の方法。", "How the data are shared.", many=False),
        MODALITY_KEY,
    ),
    package=__name__,
    states_practices=True,
)
