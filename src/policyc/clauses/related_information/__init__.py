"""個人関連情報 — referable information that somebody takes as personal data (APPI art. 31)."""

from ...facts import MAY, ONLY_IF, Detail
from ...facts.identifiers import made
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import COUNTRIES, DATA_ITEMS, GROUNDS, PURPOSES, TEXT_OR_LINK, Key, choice, clause, names

_WHO = ("recipient", "organization", "group")


def lower(node: Node, out: Lowering) -> None:
    """A provision where the clause names who receives it, a collection where it names from whom it is received."""
    if lowerings.silent(out, node):
        return
    data, purposes, grounds = out.data(node, "data"), out.purposes(node, "for"), out.grounds(node, "basis")
    going_on = out.open_lists(node, data="data", purposes="for", basis="basis")
    given = out.details(node, "confirmed", "country", "foreign-information", "system", "safeguards")
    if node.values("from"):
        # Who it comes from is no recipient: said as it is named.
        details = (Detail("sources", "third-parties"), *out.details(node, "from"))
        if not node.values("to"):
            details += given
        id_ = made(node.id, "received") if node.values("to") else None
        more = going_on + out.open_lists(node, "from", *(() if node.values("to") else ("country",)))
        out.practice(
            node, "collect", id=id_, data=data, purposes=purposes, grounds=grounds, details=details, open_lists=more
        )
    if node.values("to") or not node.values("from"):
        out.practice(
            node,
            "provide-related",
            data=data,
            purposes=purposes,
            recipients=out.recipients(node, "to"),
            grounds=grounds,
            details=given,
            modality=ONLY_IF if grounds else MAY,
            open_lists=going_on + out.open_lists(node, "country", recipients="to"),
        )


CLAUSE = clause(
    "related-information",
    "個人関連情報",
    "個人データとして取得される個人関連情報の提供と受領。",
    "Referable information that is provided or received and taken as personal data.",
    (
        Key(
            "to",
            "提供先",
            names("提供先の名前", "names of recipients", *_WHO, vocabulary="recipients", texts=True),
            "個人関連情報を個人データとして取得することが想定される提供先。",
            "Who is expected to take it as personal data.",
        ),
        Key(
            "from",
            "提供元",
            names("提供元の名前", "names of those who provide it", *_WHO, vocabulary="recipients", texts=True),
            "個人関連情報の提供を受け、個人データとして取得する場合の提供元。",
            "From whom it is received, to be taken as personal data.",
        ),
        Key(
            "data",
            "項目",
            DATA_ITEMS,
            "個人関連情報の項目。",
            "The items of the referable information.",
        ),
        Key(
            "for",
            "目的",
            PURPOSES,
            "個人データとして取得した後の利用目的。",
            "What it is used for once it is personal data.",
        ),
        Key(
            "confirmed",
            "同意の確認",
            choice(
                ("declaration", "申告", "提供先から申告を受ける方法"),
                ("record", "書面等", "同意を得たことを示す書面その他の記録を確認する方法"),
                texts=True,
            ),
            "提供先における本人の同意を確認する方法（法第31条第1項第1号、施行規則第26条第1項）。",
            "How it is confirmed that the person consented to its being taken as personal data.",
            many=False,
        ),
        Key(
            "basis",
            "根拠",
            GROUNDS,
            "個人データとして取得する根拠（本人の同意など）。",
            "The ground on which it is taken as personal data, such as consent.",
        ),
        Key(
            "country",
            "国",
            COUNTRIES,
            "提供先の所在国。",
            "The countries of the recipients.",
        ),
        Key(
            "foreign-information",
            "外国の情報の確認",
            choice(("confirmed", "確認する"), texts=True),
            "提供先が外国にあるとき、本人に情報が提供されていることの確認（法第31条第1項第2号）。",
            "For recipients abroad: that it is confirmed that the person was given the information.",
            many=False,
        ),
        Key(
            "system",
            "外国の制度",
            TEXT_OR_LINK,
            "同意の取得を代行するときに示す、提供先の国の制度の情報。",
            "How that country protects personal information, where consent is sought for the recipient.",
            many=False,
        ),
        Key(
            "safeguards",
            "提供先の措置",
            TEXT_OR_LINK,
            "同意の取得を代行するときに示す、提供先の措置の情報。",
            "What the recipient does to protect it, where consent is sought for the recipient.",
            many=False,
        ),
    ),
    package=__name__,
    states_practices=True,
)
