"""利用目的 — the purposes of use, item by item (APPI arts. 17(1), 21(1), 32(1)(ii))."""

from ...facts import ONLY_IF, Ground
from ...facts.identifiers import FactId, made
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, FLAG, GROUNDS, Key, choice, clause, item, names


def lower(node: Node, out: Lowering) -> None:
    """One purpose per item; those that name their own data become practices of their own, the rest one practice. What is said of
    use beyond the purposes is a practice too, which is not done but with consent or in the exceptions."""
    lowerings.silent(out, node)
    common: list[FactId] = []
    told = False
    details = out.details(node, "new-purposes")
    for child in node.children:
        if child.type.word != "purpose":
            continue
        purpose = out.purpose(child)
        own = (*purpose.data, *purpose.analyses, *purpose.derives)
        if own:
            told = True
            action = "analyse" if purpose.analyses else "use"
            practice = made(child.id, "use")
            out.practice(
                child,
                action,
                id=practice,
                data=own,
                purposes=(purpose.id,),
                details=details,
                clause=node,
                open_lists=("data",) if purpose.open_lists else (),
            )
        else:
            common.append(purpose.id)
    # What is said of use in general needs a practice that it is said of.
    if common or node.values("data") or (details and not told):
        data = out.data(node, "data")
        id_, going_on = made(node.id, "use"), out.open_lists(node, data="data")
        out.practice(node, "use", id=id_, data=data, purposes=tuple(common), details=details, open_lists=going_on)
    _beyond(node, out)


def _beyond(node: Node, out: Lowering) -> None:
    """Use beyond the purposes (APPI art. 18(1), (3)). What is said in words of its own is no more than a condition: whether it
    is never done is not known."""
    exceptions, said = out.grounds(node, "except"), out.details(node, "beyond")
    if not (exceptions or said):
        return
    consent = out.names.concept("bases", "consent")
    words = [detail.value for detail in said if detail.value == "with-consent"]
    grounds = tuple(Ground(consent.ja, consent, ()) for _ in words if consent is not None)
    out.practice(
        node,
        "use-beyond-purposes",
        id=made(node.id, "beyond"),
        grounds=grounds,
        exceptions=exceptions,
        details=said,
        modality=ONLY_IF,
        open_lists=out.open_lists(node, exceptions="except"),
    )


PURPOSE = item(
    "purpose",
    "目的",
    "利用目的の一つ。名称がそのまま号の文になる。",
    "One purpose; its title is the text of the item.",
    (
        Key(
            "is",
            "種類",
            names("利用目的の語彙", "purposes of the vocabulary", vocabulary="purposes"),
            "語彙のどの目的に当たるか。複数可。",
            "Which purposes of the vocabulary this is.",
            stated=False,
        ),
        Key("data", "データ", DATA_ITEMS, "この目的に使うデータ項目。", "The data items used for it."),
        Key(
            "analyses",
            "分析対象",
            DATA_ITEMS,
            "この目的のために分析するデータ項目。",
            "The data items that are analysed for it.",
        ),
        Key("derives", "推知", DATA_ITEMS, "分析により推知するもの。", "What is inferred by the analysis."),
        Key(
            "open",
            "包括",
            FLAG,
            "列挙されない目的を含む包括的な目的か。",
            "Whether it is a catch-all.",
            many=False,
            stated=False,
        ),
        Key(
            "defined-in",
            "参照先",
            names("文書の名前", "the name of a publication", "publication"),
            "目的を定める別の文書。",
            "The document that defines the purpose.",
            many=False,
            stated=False,
        ),
    ),
    titled="required",
)

CLAUSE = clause(
    "purposes",
    "利用目的",
    "個人情報の利用目的。",
    "The purposes of use of personal information.",
    (
        Key("data", "データ", DATA_ITEMS, "利用する個人情報の項目。", "The data items used."),
        Key(
            "new-purposes",
            "目的の追加",
            choice(
                ("published", "公表", "公表します", "公表する"),
                ("notified", "通知", "ご本人に通知します", "本人に通知する"),
                (
                    "notified-or-published",
                    "通知又は公表",
                    "ご本人に通知し、又は公表します",
                    "本人に通知し、又は公表する",
                ),
                ("consent", "同意", "あらかじめご本人の同意を得ます", "あらかじめ本人の同意を得る"),
            ),
            "上記以外の目的で利用するときにすること。",
            "What is done before data are used for another purpose.",
            many=False,
        ),
        Key(
            "beyond",
            "目的外利用",
            choice(
                (
                    "with-consent",
                    "同意",
                    "あらかじめご本人の同意を得た場合に限ります",
                    "あらかじめ本人の同意を得た場合に限る",
                ),
                texts=True,
            ),
            "利用目的の達成に必要な範囲を超える取扱いについての定め。",
            "What is said of use beyond the purposes.",
            many=False,
        ),
        Key(
            "except",
            "例外",
            GROUNDS,
            "本人の同意を得ないで、利用目的の達成に必要な範囲を超えて取り扱う場合（法第18条第3項各号）。",
            "When data are handled beyond the purposes without consent: the items of Article 18(3).",
            bounds=True,
        ),
    ),
    (PURPOSE,),
    package=__name__,
    states_practices=True,
)
