"""外部送信 — user information that the site sends to outsiders (Telecommunications Business Act art. 27-12)."""

from ...model import facts
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import LINK, Key, clause, item, names

_DATA = names("データ項目の名前", "names of data items", "data", vocabulary="data", texts=True)
_PURPOSE = names("利用目的の名前", "names of purposes", "purpose", "purposes", vocabulary="purposes", texts=True)
_TO = names("送信先の名前", "names of recipients", "recipient", "organization", vocabulary="recipients", texts=True)


def lower(node: Node, out: Lowering) -> None:
    """One practice per transmission; a clause that only points elsewhere is a delegation."""
    if facts.silent(out, node):
        return
    for child in node.children:
        if child.type.word == "transmission":
            out.practice(
                child,
                "transmit",
                data=out.data(child, "sends"),
                purposes=out.purposes(child, "for"),
                recipients=out.recipients(child, "to"),
                opt_out=next((value.word for value in child.values("opt-out")), ""),
                clause=node,
            )


TRANSMISSION = item(
    "transmission",
    "送信",
    "外部送信の一つ。送信する情報、送信先、目的の三つを述べる。",
    "One transmission: what is sent, to whom, and what for.",
    (
        Key("sends", "送信する情報", _DATA, "送信される情報の内容。", "What is sent."),
        Key("to", "送信先", _TO, "情報を取り扱う者の氏名又は名称。", "Who handles the information."),
        Key("for", "目的", _PURPOSE, "情報の利用目的。", "What it is used for."),
        Key("opt-out", "停止方法", LINK, "送信や利用を停止する方法。", "How to stop it.", many=False),
    ),
)

CLAUSE = clause(
    "external-transmission",
    "外部送信",
    "利用者に関する情報の外部送信。",
    "User information that is sent to outsiders.",
    (),
    (TRANSMISSION,),
    package=__name__,
)
