"""第三者提供 — provision of personal data to third parties (APPI arts. 27(1), 28, 31)."""

from ...facts import DOES, MAY, ONLY_IF, DataItem, Ground
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import (
    CONDITIONAL_MODALITY_KEY,
    COUNTRIES,
    DATA_ITEMS,
    DATE,
    GROUNDS,
    PURPOSES,
    RECIPIENTS,
    TEXT,
    TEXT_OR_LINK,
    Key,
    ValueKind,
    choice,
    clause,
    item,
)

_NOTIFIED = ValueKind("日付か届出番号の文字列", "a date or a number in quotes", frozenset({"date", "string", "text"}))


def lower(node: Node, out: Lowering) -> None:
    """One practice per provision; a clause without any is a practice when it names its recipients itself."""
    if lowerings.silent(out, node):
        return
    for child in node.children:
        if child.type.word == "provision":
            _practice(child, node, out)
    if any(field.key.stated and word != "declared" for word, field in node.fields.items()):
        _practice(node, node, out)


# By what every item that is provided is, among its kinds.
_ACTIONS = {
    "personally-referable-information": "provide-related",
    "anonymously-processed-information": "provide-anonymised",
}


def _action(out: Lowering, data: tuple[str, ...], grounds: tuple[Ground, ...]) -> str:
    """What is provided decides: referable (art. 31) and anonymously processed information (arts. 43, 44) are not personal
    data, and not under art. 27."""
    if any(ground.concept is not None and ground.concept.id == "related-information-consent" for ground in grounds):
        return "provide-related"
    rows = [out.tables["data"][id_] for id_ in data]
    kinds = [{concept.id for concept in row.concepts} for row in rows if isinstance(row, DataItem)]
    return next((_ACTIONS[kind] for kind in _ACTIONS if kinds and all(kind in of for of in kinds)), "provide")


def _practice(node: Node, clause_: Node, out: Lowering) -> None:
    data, grounds = out.data(node, "data"), out.grounds(node, "basis")
    out.practice(
        node,
        _action(out, data, grounds),
        data=data,
        purposes=out.purposes(node, "for"),
        recipients=out.recipients(node, "to"),
        grounds=grounds,
        exceptions=out.grounds(node, "except"),
        details=out.details(
            node,
            "method",
            "country",
            "country-unknown",
            "candidates",
            "system",
            "safeguards",
            "safeguards-unknown",
            "acquisition",
            "update",
            "start",
            "stop",
            "notified",
            "not-third-parties",
        ),
        opt_out=next((value.word for value in node.values("stop") if value.kind == "link"), ""),
        clause=clause_,
        modality=DOES if node is not clause_ else _modality(node, grounds),
        open_lists=out.open_lists(
            node,
            "country",
            "not-third-parties",
            data="data",
            purposes="for",
            recipients="to",
            basis="basis",
            exceptions="except",
        ),
    )


def _modality(node: Node, grounds: tuple[Ground, ...]) -> str:
    """How the clause itself speaks of provision: 「同意を得ることなく…提供しません」 is not done but with consent, an opt-out is done,
    and what has another ground or none may be done (「提供することがあります」). Who is no third party says nothing of it."""
    words = {ground.concept.id for ground in grounds if ground.concept is not None}
    if words & {"consent", "consent-by-terms"}:
        return ONLY_IF
    if "opt-out" in words:
        return DOES
    return MAY if any(f.key.stated and f.values and word != _NOT.word for word, f in node.fields.items()) else ""


_KEYS = (
    Key("to", "提供先", RECIPIENTS, "提供を受ける第三者。", "The third parties that receive the data."),
    Key(
        "for",
        "目的",
        PURPOSES,
        "提供する目的。",
        "What they are provided for.",
    ),
    Key("data", "データ", DATA_ITEMS, "提供する個人データの項目。", "The data items provided."),
    Key(
        "basis",
        "根拠",
        GROUNDS,
        "提供の根拠（本人の同意など）。",
        "The ground of the provision, such as consent.",
        fields=(
            Key(
                "includes",
                "含む",
                choice(
                    ("acceptance-of-terms", "規約への同意"), ("checkbox", "チェック欄への記入"), ("oral", "口頭の同意")
                ),
                "同意に含まれると述べるもの。",
                "What counts as consent.",
                stated=False,
            ),
        ),
    ),
    Key("except", "例外", GROUNDS, "同意なく提供する場合。", "When data are provided without consent.", bounds=True),
    Key("method", "方法", TEXT, "提供の方法。", "How the data are provided.", many=False),
    Key(
        "country",
        "国",
        COUNTRIES,
        "提供先の所在国。",
        "The countries of the recipients.",
    ),
    Key(
        "system",
        "外国の制度",
        TEXT_OR_LINK,
        "提供先の国の個人情報の保護に関する制度の情報。",
        "How that country protects personal information.",
        many=False,
    ),
    Key(
        "safeguards",
        "提供先の措置",
        TEXT_OR_LINK,
        "外国にある提供先が講ずる個人情報の保護のための措置の情報。",
        "How the recipient abroad protects it.",
        many=False,
    ),
    Key(
        "country-unknown",
        "国を特定できない理由",
        TEXT,
        "提供先の国を特定できない理由。国と外国の制度に代えて書く（施行規則第17条第3項第1号）。",
        "Why the country cannot be named: instead of `country` and `system`.",
        many=False,
    ),
    Key(
        "candidates",
        "参考情報",
        TEXT,
        "国を特定できない場合の、国の名称に代わる参考となるべき情報（候補となる国など。施行規則第17条第3項第2号）。",
        "What may help instead of the name of the country, such as candidates.",
        many=False,
    ),
    Key(
        "safeguards-unknown",
        "措置を示せない理由",
        TEXT,
        "提供先の措置の情報を提供できない理由。提供先の措置に代えて書く（施行規則第17条第4項）。",
        "Why the recipient's measures cannot be told: instead of `safeguards`.",
        many=False,
    ),
    Key(
        "notified",
        "届出",
        _NOTIFIED,
        "オプトアウトの、個人情報保護委員会への届出の日又は番号。",
        "Opt-out: the day or number of the notification to the Commission.",
        many=False,
    ),
    Key(
        "acquisition",
        "取得方法",
        TEXT,
        "オプトアウトで提供する個人データの取得元及び取得の方法。",
        "Opt-out: how the data were acquired.",
        many=False,
    ),
    Key(
        "update",
        "更新方法",
        TEXT,
        "オプトアウトで提供する個人データの更新の方法。",
        "Opt-out: how the data are kept current.",
        many=False,
    ),
    Key(
        "start",
        "開始予定日",
        DATE,
        "オプトアウトによる提供を開始する予定日。",
        "Opt-out: the day on which provision is to begin.",
        many=False,
    ),
    Key(
        "stop",
        "停止の求め",
        TEXT_OR_LINK,
        "提供の停止の求めを受け付ける方法。",
        "How a person asks that provision be stopped.",
        many=False,
    ),
    CONDITIONAL_MODALITY_KEY,
)

# Article 27(5): what the law says of them, which a document may repeat.
_NOT = Key(
    "not-third-parties",
    "第三者としない",
    choice(
        (
            "entrustment",
            "委託",
            "利用目的の達成に必要な範囲内における個人データの取扱いの委託",
        ),
        ("business-succession", "事業の承継", "合併その他の事由による事業の承継"),
        ("joint-use", "共同利用", "特定の者との間における共同利用"),
    ),
    "それに伴って提供を受ける者が第三者に該当しないと述べるもの（法第27条第5項）。委託、事業の承継、共同利用をしていることを述べるものではない。",
    "Those with whom a recipient is said to be no third party (Article 27(5)). It does not say that any of them is done.",
    bounds=True,
)

PROVISION = item("provision", "提供", "第三者提供の一つ。", "One provision to third parties.", _KEYS)

CLAUSE = clause(
    "third-party-provision",
    "第三者提供",
    "個人データの第三者への提供。",
    "Provision of personal data to third parties.",
    (*_KEYS, _NOT),
    (PROVISION,),
    package=__name__,
    states_practices=True,
)
