"""要配慮個人情報 — special care-required personal information (APPI arts. 2(3), 20(2))."""

from ...facts import DOES, MAY, ONLY_IF, Ground
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import DATA_ITEMS, GROUNDS, Key, clause, names


def lower(node: Node, out: Lowering) -> None:
    """One practice: which sensitive items are collected, on what ground."""
    if lowerings.silent(out, node):
        return
    grounds, exceptions = out.grounds(node, "basis"), out.grounds(node, "except")
    out.practice(
        node,
        "collect",
        data=out.data(node, "items"),
        purposes=out.purposes(node, "for"),
        grounds=grounds,
        exceptions=exceptions,
        modality=_modality(grounds, exceptions),
        open_lists=out.open_lists(node, data="items", purposes="for", basis="basis", exceptions="except"),
    )


def _modality(grounds: tuple[Ground, ...], exceptions: tuple[Ground, ...]) -> str:
    """「あらかじめご本人の同意を得る」 is not done but with consent; only the cases without consent may be done; the rest is done."""
    if any(ground.concept is not None and ground.concept.id == "consent" for ground in grounds):
        return ONLY_IF
    return MAY if exceptions else DOES


CLAUSE = clause(
    "sensitive-data",
    "要配慮個人情報",
    "要配慮個人情報の取得と取扱い。",
    "Collection and handling of special care-required personal information.",
    (
        Key(
            "items",
            "項目",
            DATA_ITEMS,
            "取得する要配慮個人情報の項目。",
            "The items collected.",
        ),
        Key(
            "for",
            "目的",
            names("利用目的の名前", "names of purposes", "purpose", "purposes", vocabulary="purposes", texts=True),
            "利用目的。",
            "The purposes.",
        ),
        Key("basis", "根拠", GROUNDS, "取得の根拠。", "The ground of the collection."),
        Key("except", "例外", GROUNDS, "同意なく取得する場合。", "When it is collected without consent.", bounds=True),
    ),
    package=__name__,
    states_practices=True,
)
