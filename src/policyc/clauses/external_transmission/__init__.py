"""外部送信 — user information that the site sends to outsiders (Telecommunications Business Act art. 27-12)."""

from ...facts import DOES, Detail
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import MODALITY_KEY, TEXT, TEXT_OR_LINK, Key, choice, clause, item, names

_DATA = names("データ項目の名前", "names of data items", "data", vocabulary="data", texts=True)
_PURPOSE = names("利用目的の名前", "names of purposes", "purpose", "purposes", vocabulary="purposes", texts=True)
_TO = names("送信先の名前", "names of recipients", "recipient", "organization", vocabulary="recipients", texts=True)
_GROUND = names("根拠の語彙", "a ground of the vocabulary", vocabulary="bases")

# 施行規則第22条の2の27: the kinds of service by whose software information is sent, in the order of its items.
_SERVICES = choice(
    ("message-mediation", "通信の媒介", "他人の通信を媒介するサービス"),
    (
        "user-posts",
        "投稿の公開",
        "利用者の投稿を不特定の方に公開するサービス",
        "利用者の投稿を不特定の者に公開するサービス",
    ),
    ("web-search", "ウェブ検索", "ウェブページを検索するサービス"),
    ("information", "情報の提供", "情報を不特定の方の閲覧に供するサービス", "情報を不特定の者の閲覧に供するサービス"),
    ("not-covered", "対象外", "対象とならないサービス"),
)
# 施行規則第22条の2の30: why what is sent is needed, in the order of its items.
_NEEDS = choice(
    ("display", "適正な表示", "画面の適正な表示その他サービスの提供のために真に必要な情報"),
    ("input-redisplay", "入力の再表示", "入力された情報を再び表示するために必要な情報"),
    ("login-redisplay", "認証の再表示", "入力された認証の情報を再び表示するために必要な情報"),
    ("fraud-detection", "不正の検知", "不正な行為の検知、その被害の軽減等のために必要な情報"),
    ("operation", "設備の運用", "設備の負荷の軽減その他設備の適切な運用のために必要な情報"),
)
# 法第27条の12第4号イ(1) and (2).
_STOPS = choice(("transmission", "送信", "情報の送信"), ("use", "利用", "送信された情報の利用"))


def lower(node: Node, out: Lowering) -> None:
    """One practice per transmission; a clause that only points elsewhere is a delegation."""
    if lowerings.silent(out, node):
        return
    services, more_services = out.details(node, "service"), out.open_lists(node, "service")
    for child in node.children:
        if child.type.word == "transmission":
            link = next((value.word for value in child.values("opt-out") if value.kind == "link"), "")
            said = ("essential-for", "consent-method", "opt-out-kind", *(() if link else ("opt-out",)), "limitation")
            going_on = out.open_lists(
                child, "essential-for", "own-for", data="sends", purposes="for", recipients="to", basis="basis"
            )
            out.practice(
                child,
                "transmit",
                data=out.data(child, "sends"),
                # Whoever asks what it is sent for is told of both; a detail says which are the operator's own.
                purposes=tuple(dict.fromkeys((*out.purposes(child, "own-for"), *out.purposes(child, "for")))),
                recipients=out.recipients(child, "to"),
                grounds=out.grounds(child, "basis"),
                details=services + _own_purposes(out, child) + out.details(child, *said),
                opt_out=link,
                clause=node,
                modality=node.choice("modality") or DOES,
                open_lists=going_on + more_services,
            )


def _own_purposes(out: Lowering, node: Node) -> tuple[Detail, ...]:
    """What the operator itself has it sent for, in the words of the page."""
    said = "、".join(out.words.value(value, node) for value in node.values("own-for"))
    return (Detail("own-for", said),) if said else out.details(node, "own-for")


TRANSMISSION = item(
    "transmission",
    "送信",
    "外部送信の一つ。送信する情報、送信先、目的の三つを述べる。",
    "One transmission: what is sent, to whom, and what for.",
    (
        Key("sends", "送信する情報", _DATA, "送信される情報の内容。", "What is sent."),
        Key("to", "送信先", _TO, "情報を取り扱う者の氏名又は名称。", "Who handles the information."),
        Key("for", "目的", _PURPOSE, "送信先における情報の利用目的。", "What the recipient uses it for."),
        Key(
            "own-for",
            "自社の目的",
            _PURPOSE,
            "当社における情報の利用目的。",
            "What the operator itself has it sent for.",
        ),
        Key(
            "basis",
            "根拠",
            _GROUND,
            "通知等を要しない根拠（必要な情報、自己の識別符号、同意、オプトアウト）。通知等をする送信には書かない。",
            "Why no notice is due: necessary information, one's own identifier, consent, opt-out. Left out otherwise.",
        ),
        Key(
            "essential-for",
            "必要の理由",
            _NEEDS,
            "必要な情報の送信とする場合の、その理由。",
            "Where what is sent is necessary: what it is needed for.",
        ),
        Key(
            "consent-method",
            "同意の方法",
            TEXT_OR_LINK,
            "同意を根拠とする場合の、同意を得る方法。",
            "Where the user consents: how the consent is obtained.",
            many=False,
        ),
        Key("opt-out", "停止方法", TEXT_OR_LINK, "送信や利用を停止する方法。", "How to stop it.", many=False),
        Key(
            "opt-out-kind",
            "停止の別",
            _STOPS,
            "オプトアウト措置が停止するのが、情報の送信か、送信された情報の利用か。",
            "Whether the opt-out stops the sending, or the use of what was sent.",
            whole=True,
        ),
        Key(
            "limitation",
            "利用の制限",
            TEXT,
            "オプトアウトにより制限されるサービスの利用。制限がなければ「なし」。",
            "How the service is limited after opting out; `none` where it is not.",
            many=False,
        ),
    ),
)

CLAUSE = clause(
    "external-transmission",
    "外部送信",
    "利用者に関する情報の外部送信。",
    "User information that is sent to outsiders.",
    (
        Key(
            "service",
            "役務",
            _SERVICES,
            "外部送信が行われるサービスの種類（施行規則第22条の2の27各号）。",
            "The kind of service by which information is sent (Rule 22-2-27).",
        ),
        MODALITY_KEY,
    ),
    (TRANSMISSION,),
    package=__name__,
    states_practices=True,
)
