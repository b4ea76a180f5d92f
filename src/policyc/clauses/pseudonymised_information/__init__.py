"""仮名加工情報 — pseudonymously processed information: what it holds, what it is used for (APPI arts. 41, 42)."""

from ...facts.identifiers import made
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, PURPOSES, Key, choice, clause


def lower(node: Node, out: Lowering) -> None:
    """Its use; where it is said to be made, the making as well."""
    if lowerings.silent(out, node):
        return
    items, purposes = out.data(node, "items"), out.purposes(node, "for")
    details = out.details(node, "source", "erases", "refrains")
    going_on = out.open_lists(node, data="items", purposes="for")
    refrained = out.open_lists(node, "refrains")
    out.practice(
        node, "use-pseudonymised", data=items, purposes=purposes, details=details, open_lists=going_on + refrained
    )
    if any(value.word == "made" for value in node.values("source")):
        id_ = made(node.id, "made")
        out.practice(node, "pseudonymise", id=id_, data=items, purposes=purposes, open_lists=going_on)


CLAUSE = clause(
    "pseudonymised-information",
    "仮名加工情報",
    "仮名加工情報の取扱いと利用目的。",
    "Pseudonymously processed information: its handling and its purposes.",
    (
        Key(
            "source",
            "取得元",
            choice(("made", "作成"), ("received", "受領")),
            "自ら作成したものか、他の者から取得したものか。書かなければ、取得したものとして扱う。",
            "Whether it is made or received; left out, it counts as received.",
            whole=True,
        ),
        Key(
            "items",
            "項目",
            DATA_ITEMS,
            "仮名加工情報に含まれる個人に関する情報の項目。",
            "The items of information in it.",
        ),
        Key(
            "for",
            "目的",
            PURPOSES,
            "仮名加工情報の利用目的（法第41条第4項）。",
            "What it is used for (Article 41(4)).",
        ),
        Key(
            "refrains",
            "禁止事項",
            choice(("matching", "照合"), ("contact", "連絡"), ("provision", "第三者提供")),
            "しないと述べるもの（法第41条第6項から第8項まで）。",
            "What is said not to be done (Article 41(6) to (8)).",
        ),
        Key(
            "erases",
            "消去",
            choice(("when-unneeded", "不要時"), texts=True),
            "利用する必要がなくなったときの消去（法第41条第5項）。文章で書くときは、一つの文にする。",
            "Erasure when it is no longer needed (Article 41(5)); in words of your own, as a whole sentence.",
            many=False,
        ),
    ),
    package=__name__,
    states_practices=True,
)
