"""匿名加工情報 — anonymously processed information: made, provided, kept safe (APPI arts. 43 to 46)."""

from ...facts.identifiers import made
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, RECIPIENTS, TEXT, Key, choice, clause, names


def lower(node: Node, out: Lowering) -> None:
    """Its making, where the clause does not only speak of what was received; and its provision."""
    if lowerings.silent(out, node):
        return
    details = out.details(node, "source", "refrains", "safeguards")
    own = not node.values("source") or any(value.word == "made" for value in node.values("source"))
    action = "anonymise" if own else "use-anonymised"
    going_on = out.open_lists(node, "refrains", "safeguards", data="items")
    out.practice(node, action, data=out.data(node, "items"), details=details, open_lists=going_on)
    if any(node.values(word) for word in ("provided", "to", "method", "label")):
        # Known by the field that announces it, so that an answer leads to its sentence.
        id_ = node.fact("provided") if node.values("provided") else made(node.id, "provision")
        data, recipients = out.data(node, "provided"), out.recipients(node, "to")
        out.practice(
            node,
            "provide-anonymised",
            id=id_,
            data=data,
            recipients=recipients,
            details=out.details(node, "method", "label"),
            open_lists=out.open_lists(node, "label", data="provided", recipients="to"),
        )


CLAUSE = clause(
    "anonymised-information",
    "匿名加工情報",
    "匿名加工情報の作成と第三者への提供。",
    "Anonymously processed information: its making and its provision.",
    (
        Key(
            "source",
            "取得元",
            choice(("made", "作成"), ("received", "受領")),
            "自ら作成したものか、他の者から提供を受けたものか。書かなければ、作成したもの。",
            "Whether it is made or received; left out, it is made.",
            whole=True,
        ),
        Key(
            "items",
            "項目",
            DATA_ITEMS,
            "作成した匿名加工情報に含まれる個人に関する情報の項目（法第43条第3項）。",
            "The items of information in it (Article 43(3)).",
        ),
        Key(
            "provided",
            "提供する項目",
            DATA_ITEMS,
            "第三者に提供する匿名加工情報に含まれる個人に関する情報の項目（法第43条第4項、第44条）。",
            "The items of information in what is provided to third parties (Articles 43(4), 44).",
        ),
        Key(
            "to",
            "提供先",
            RECIPIENTS,
            "提供先。",
            "Who receives it.",
        ),
        Key(
            "method",
            "方法",
            TEXT,
            "提供の方法（法第43条第4項、第44条）。",
            "How it is provided (Articles 43(4), 44).",
            many=False,
        ),
        Key(
            "label",
            "明示",
            choice(
                ("email", "電子メール", "電子メールの送信"),
                ("document", "書面", "書面の交付"),
                texts=True,
            ),
            "匿名加工情報である旨を提供先に明示する方法（施行規則第37条第2項、第38条）。",
            "How the recipient is told that it is anonymously processed information.",
        ),
        Key(
            "refrains",
            "禁止事項",
            choice(("matching", "照合")),
            "しないと述べるもの（法第43条第5項、第45条）。",
            "What is said not to be done (Articles 43(5), 45).",
        ),
        Key(
            "safeguards",
            "安全管理措置",
            names("措置の語彙か文章", "measures of the vocabulary, or texts", vocabulary="measures", texts=True),
            "安全管理、苦情の処理その他の適正な取扱いのための措置（法第43条第6項、第46条）。",
            "What is done to keep it safe, to handle complaints and so on (Articles 43(6), 46).",
        ),
    ),
    package=__name__,
    states_practices=True,
)
