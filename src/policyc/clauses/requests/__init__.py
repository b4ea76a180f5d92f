"""開示等の請求 — the requests a person may make, and how (APPI arts. 32(2), 33 to 35, 37, 38)."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import MONEY, Key, ValueKind, choice, clause, names

_PROCEDURE = ValueKind("リンクか文章", "a link or a text", frozenset({"link", "url", "string", "text"}))


def lower(node: Node, out: Lowering) -> None:
    """One right per request that is accepted, and one procedure for them all."""
    if lowerings.silent(out, node):
        return
    lowerings.rights(out, node, "accepts")
    lowerings.procedure(out, node)


CLAUSE = clause(
    "requests",
    "開示等の請求",
    "開示、訂正、利用停止等の請求とその手続。",
    "Requests for disclosure, correction, cessation of use and so on, and their procedure.",
    (
        Key(
            "accepts",
            "受け付ける請求",
            names("請求の種類", "kinds of requests", vocabulary="rights"),
            "受け付ける請求の種類。",
            "The kinds of requests that are accepted.",
        ),
        Key(
            "procedure",
            "手続",
            _PROCEDURE,
            "請求の手続を定めるページ、又は請求の方法。",
            "How a request is made.",
            many=False,
        ),
        Key(
            "identity",
            "本人確認",
            choice(
                ("verified", "確認する", "ご本人であることを確認した上で", "本人であることを確認した上で"),
                (
                    "documents",
                    "書類で確認",
                    "本人確認書類によりご本人であることを確認した上で",
                    "本人確認書類により本人であることを確認した上で",
                ),
            ),
            "本人確認。書類で確認するのは本人であることで、代理人であることの確認は authority（代理権の確認）に書く。",
            "How the person's identity is checked; how it is checked that an agent is one is said by `authority`.",
            many=False,
        ),
        Key(
            "agent",
            "代理人",
            choice(
                ("accepted", "可", "代理人によるご請求も受け付けます", "代理人による請求も受け付ける"),
                (
                    "statutory-and-appointed",
                    "法定代理人と任意代理人",
                    "法定代理人又はご本人が委任した代理人によるご請求も受け付けます",
                    "法定代理人又は本人が委任した代理人による請求も受け付ける",
                ),
            ),
            "代理人による請求。",
            "Requests through an agent.",
            many=False,
        ),
        Key(
            "authority",
            "代理権の確認",
            choice(
                (
                    "documents",
                    "書類で確認",
                    "代理人の本人確認書類に加え、委任状その他の代理権を証する書類により確認します",
                    "代理人の本人確認書類に加え、委任状その他の代理権を証する書類により確認する",
                ),
                texts=True,
            ),
            "代理人による請求のときの、代理人であることの確認の方法（施行令第12条第3号）。",
            "How it is checked that an agent is one (Enforcement Order, Article 12(iii)).",
            many=False,
        ),
        Key(
            "fee",
            "手数料",
            MONEY,
            "利用目的の通知の求め又は開示の請求1件の手数料。なければ none（なし）。",
            "The fee for one request to be told the purposes or for disclosure; `none` when there is none.",
            many=False,
        ),
        Key(
            "format",
            "開示方法",
            choice(
                (
                    "as-requested",
                    "本人の選択",
                    "電磁的記録の提供、書面の交付その他の方法のうち、ご本人が請求された方法",
                    "電磁的記録の提供、書面の交付その他の方法のうち、本人が請求した方法",
                ),
                texts=True,
            ),
            "開示の方法。",
            "How data are disclosed, such as electronically.",
            many=False,
        ),
        Key(
            "desk",
            "窓口",
            names("窓口の名前", "names of desks", "desk"),
            "請求の窓口。",
            "The desk for requests.",
            whole=True,
        ),
        Key(
            "refusal",
            "応じない場合",
            choice(
                (
                    "with-reasons",
                    "理由を説明",
                    "その旨を遅滞なく通知し、その理由を説明するよう努めます",
                    "その旨を遅滞なく通知し、その理由を説明するよう努める",
                ),
                texts=True,
            ),
            "請求に応じない場合と、その扱い。文章で書くときは、一つの文にする。",
            "When a request is refused, and what is done then; in words of your own, as a whole sentence.",
            many=False,
        ),
        Key(
            "refuses",
            "開示しない場合",
            choice(
                ("rights-harm", "権利利益を害するおそれ"),
                ("business-hindrance", "業務に著しい支障"),
                ("other-law", "他の法令に違反"),
                texts=True,
            ),
            "開示しないことがある場合（法第33条第2項各号）。",
            "When disclosure may be refused: the items of Article 33(2).",
        ),
        Key(
            "grounds",
            "停止等の事由",
            choice(
                ("improper-handling", "目的外利用又は不適正な利用"),
                ("improper-acquisition", "不正な取得"),
                ("improper-provision", "違法な第三者提供"),
                ("no-longer-needed", "利用の必要の消滅"),
                ("breach", "漏えい等"),
                ("interests-harmed", "権利又は正当な利益の侵害"),
                texts=True,
            ),
            "利用停止等を請求することができる場合（法第35条第1項、第3項、第5項）。書かなければ、限定しない。",
            "When cessation of use and the like may be requested (Article 35); left out, nothing limits it.",
        ),
        Key(
            "fee-method",
            "手数料の支払方法",
            choice(
                ("postal-money-order", "郵便為替", "郵便為替"),
                ("postage-stamps", "郵便切手", "郵便切手"),
                ("bank-transfer", "銀行振込", "銀行振込"),
                ("credit-card", "クレジットカード", "クレジットカードによる支払"),
                ("registered-mail", "現金書留", "現金書留"),
                ("cash-on-delivery", "代金引換", "代金引換"),
                texts=True,
            ),
            "手数料の徴収の方法（施行令第12条第4号）。",
            "How the fee is paid (Enforcement Order, Article 12(iv)).",
        ),
    ),
    package=__name__,
)
