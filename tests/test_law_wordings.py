"""Rules on notices and terms, tried with what lawyers write: natural wordings that state a matter, and ones that do not.

A wording is the body of a document of its kind: `heading：text` is an article, `is=text` a disclosure, one a line.
"""

from __future__ import annotations

import pytest

from conftest import check_text
from policyc import law
from policyc.audit.findings import check
from policyc.law.answers import judge

HEAD = """\
organization mihon "株式会社みほん" {{ called: "当社"; address: "東京都千代田区見本町1丁目2番3号" }}
document notice "文書" {{
  kind: {kind}; url: <https://mihon.example/notice/>; operator: mihon
{body}}}
"""
RULES = {rule.id: rule for rule in law.every_rule()}


def body(wording: str) -> str:
    """The clauses of a wording."""
    made = ""
    for line in wording.strip().splitlines():
        line = line.strip()
        if line.startswith("|"):
            made += f"  {line[1:]}\n"
        elif "=" in line.partition("：")[0]:
            label, _, text = line.partition("=")
            made += f'  disclosures {{ disclosure {{ is: {label}; text: "{text}" }} }}\n'
        else:
            heading, _, text = line.partition("：")
            made += f'  article "{heading}" {{ text: "{text}" }}\n'
    return made


def answers(kind: str, code: str, wording: str) -> set[str]:
    checked = check_text(HEAD.format(kind=kind, body=body(wording)))
    assert checked.ok, [(d.code, d.message("ja")) for d in checked.diagnostics if d.severity == "error"]
    (document,) = checked.documents
    reading = law.Reading(document.policy, document.composition.page)
    return {answer.answer for answer in judge(RULES[code], reading, law.NEWEST)}


COMMERCE = {
    "tokusho/11-1-price": (
        [
            "価格：税込みで表示しています。",
            "ご利用料金：月額980円（税込）",
            "price=商品ごとに表示します。",
            "販売について：商品の価格は、各商品のページに表示します。",
        ],
        ["会社案内：通信料金は、お客様のご負担となります。", "その他：商品代金以外に必要な費用はありません。"],
    ),
    "tokusho/11-1-shipping": (
        [
            "送料：全国一律550円",
            "送料：無料",
            "送料：￥800",
            "販売価格：送料込みの価格です。",
            "shipping=送料は商品の価格に含みます。",
            "配送について：配送料は、当社が負担します。",
            "送料：地域ごとの額を、注文の画面に表示します。",
        ],
        ["送料：実費", "配送料：お客様のご負担となります。", "shipping=実費"],
    ),
    "tokusho/11-2-payment": (
        [
            "お支払い方法：クレジットカード。ご注文時に決済されます。",
            "決済方法及び時期：銀行振込（ご注文後7日以内にお振り込みください。）",
            "payment-methods=代金引換\npayment-timing=商品と引換えにお支払いください。",
            "payment-methods=クレジットカード（引落しの日は、カード会社の規約によります。）",
            "代金の支払：お支払いは、コンビニエンスストアでの前払いに限ります。",
        ],
        [
            "お支払い方法：クレジットカード、銀行振込",
            "支払時期：ご案内のとおりとします。",
            "payment-methods=クレジットカード",
        ],
    ),
    "tokusho/11-3-delivery": (
        [
            "発送：ご注文から3営業日以内に発送します。",
            "商品のお届け：ご入金の確認後、5日以内にお届けします。",
            "ご利用の開始：決済の完了後、直ちにご利用いただけます。",
            "納期：受注後2週間",
            "delivery=決済の後すぐ",
            "デジタル商品：購入手続の完了後、すぐにダウンロードできます。",
        ],
        ["発送：宅配便で発送します。", "お届け：日本国内に限ります。"],
    ),
    "tokusho/11-4-application-period": (
        ["受付期間：2026年4月1日から4月30日まで", "期間限定商品：販売期間は、商品のページに表示します。"],
        ["期間限定商品：お早めにお申し込みください。"],
    ),
    "tokusho/11-5-withdrawal": (
        [
            "キャンセル：ご注文後のキャンセルは、お受けできません。",
            "返品について：お受けしません。",
            "解約：いつでも解約できます。",
            "クーリング・オフ：通信販売には適用されません。",
            "returns=商品の到着後8日以内",
        ],
        ["送料：全国一律500円"],
    ),
    "tokusho/rule-23-1-name": (
        ["販売業者：株式会社みほん", "運営会社：株式会社みほん", "seller=株式会社みほん", "会社名：みほん"],
        ["店名：みほんストア"],
    ),
    "tokusho/rule-23-1-address": (
        ["所在地：東京都千代田区", "本社：〒100-0000 東京都千代田区", "address=東京都"],
        ["店名：みほん"],
    ),
    "tokusho/rule-23-1-phone": (
        ["電話番号：03-0000-0000", "連絡先：TEL 03-0000-0000", "連絡先：電話03-0000-0000", "phone=03-0000-0000"],
        ["お電話での受付：行っておりません。"],
    ),
    "tokusho/rule-23-2-responsible": (
        ["運営統括責任者：見本　花子", "代表取締役：見本　花子", "responsible-person=見本　花子"],
        ["会社：株式会社みほん"],
    ),
    "tokusho/rule-23-3-foreign": (
        [
            "国内の事務所：東京都千代田区見本町1番1号　電話03-0000-0000",
            "foreign-office=東京都千代田区　TEL 03-0000-0000",
            "販売業者：Example Inc.",
        ],
        ["国内の事務所：東京都千代田区見本町1番1号", "foreign-office=電話 03-0000-0000"],
    ),
    "tokusho/rule-23-4-other-cost": (
        ["手数料：代引手数料は330円です。", "振込手数料：お客様のご負担となります。", "決済手数料：かかりません。"],
        ["手数料：別途かかります。"],
    ),
    "tokusho/rule-23-5-nonconformity": (
        [
            "不良品：良品と交換いたします。",
            "商品に不具合があるとき：返金します。",
            "返品：不良品を除き、返品はお受けしません。",
            "契約不適合責任：当社は、責任を負いません。",
            "破損：商品が破損していた場合は、代わりの商品を送ります。",
            "返品：お受けしません。",
        ],
        ["契約不適合責任：法令の定めるところによるものとする旨を定めています。", "不良品：ご確認ください。"],
    ),
    "tokusho/rule-23-6-environment": (
        [
            "動画配信：推奨環境は、最新のブラウザです。",
            "電子書籍：対応端末は、Android 10以降です。",
            # Nothing of the kind is sold.
            "お知らせ：メールマガジンを配信します。",
            "会員プログラム：アプリからご注文いただけます。",
            "領収書：マイページからダウンロードできます。",
        ],
        ["動画配信：月額980円", "デジタルコンテンツ：直ちにご利用いただけます。"],
    ),
    "tokusho/rule-23-7-recurring": (
        [
            "定期購入：6回のお受け取りが条件です。総額30,000円です。",
            "契約の更新：自動的に更新します。月額980円で、いつでも解約できます。",
        ],
        ["定期コース：お得です。"],
    ),
    "tokusho/rule-23-8-special": (
        ["販売数量：お一人様3セットまで", "販売数量の制限：ありません。", "年齢制限：20歳以上の方に限ります。"],
        ["販売数量：制限を設けることがある。"],
    ),
    "tokusho/rule-23-9-document-fee": (
        [
            "表示の省略：ご請求があれば、遅滞なく書面を送付します。",
            "document-fee=100円",
            "省略：ご請求により、遅滞なく書面を送ります。書面の費用は100円です。",
        ],
        ["省略：ご請求により、遅滞なく書面を送ります。書面の手数料をいただきます。", "document-fee=実費"],
    ),
    "tokusho/rule-23-10-email": (
        [
            "メルマガ：配信元は shop@mihon.example です。",
            "発送：発送の後、メールでご案内します。",
            "メールマガジン：お送りします。\nemail=shop@mihon.example",
        ],
        ["メルマガ：ご希望の方にお送りします。"],
    ),
}
PAYMENT = {
    "shikin/13-1-1-name": (["発行元：株式会社みほん", "issuer=株式会社みほん"], ["ポイント：みほんポイント"]),
    "shikin/13-1-2-amount": (
        [
            "ポイントの価値：1ポイント＝1円",
            "額面：500円、1,000円の2種類",
            "usable-amount=上限なし",
            "利用可能金額：購入額と同額",
        ],
        ["ポイント：みほんポイント"],
    ),
    "shikin/13-1-3-period": (
        [
            "有効期限：最後の利用から1年",
            "利用期限：定めはありません。",
            "expiry=なし",
            "ポイント：お使いいただけます。",
        ],
        ["有効期限：設けることがある。"],
    ),
    "shikin/13-1-4-contact": (
        [
            "苦情及び相談の窓口：東京都千代田区見本町1番1号　電話03-0000-0000",
            "complaints=東京都千代田区　03-0000-0000",
            "address=東京都\ncontact=support@mihon.example",
        ],
        ["お問い合わせ先：support@mihon.example", "contact=support@mihon.example", "所在地：東京都千代田区"],
    ),
    "shikin/rule-22-2-1-places": (
        ["ご利用いただける店舗：みほんストア全店", "使用場所：ゲーム内でのみ使えます。", "usable-at=みほんストア"],
        ["ポイント：みほんポイント"],
    ),
    "shikin/rule-22-2-2-caution": (
        ["ご注意：紛失しても再発行しません。", "払戻し：払戻しは、いたしません。", "cautions=譲渡できません。"],
        ["ポイント：みほんポイント"],
    ),
    "shikin/rule-22-2-3-balance": (
        ["残高：マイページの画面に表示します。", "残高照会：店頭で承ります。", "balance=画面に表示します。"],
        ["残高：1,000円を単位とします。"],
    ),
    "shikin/rule-22-2-4-terms": (
        ["利用規約：みほんポイント利用規約", "terms=あります。"],
        ["ポイント：みほんポイント"],
    ),
    "shikin/rule-23-2-1-deposit": (
        [
            "資金の保全：未使用残高の50％以上の額を供託します。ポイントの保有者は、発行保証金から優先的に弁済を受けます。",
            "deposit=半額以上を供託し、保有者は他の債権者に先立って弁済を受けます。",
            "資金の保全：一般社団法人例示協会が周知しています。",
        ],
        ["資金の保全：未使用残高の半額以上を供託します。", "deposit=供託しています。"],
    ),
    "shikin/rule-23-2-2-method": (
        [
            "保全の方法：例示銀行との発行保証金保全契約",
            "deposit=法務局に供託しています。",
            "資金の保全：信託契約を例示信託銀行と結んでいます。",
        ],
        [
            "資金決済法：基準日の未使用残高の半額以上を、供託等により保全することが義務付けられています。",
            "deposit=未使用残高の半額以上の額の供託等が義務付けられています。",
        ],
    ),
    "shikin/rule-23-2-3-loss": (
        [
            "不正利用：不正に利用されたときは、当社の規程により補償します。",
            "loss-compensation=補償しません。",
            "盗難：盗難による損害の補償は、いたしません。",
        ],
        ["ご注意：パスワードを管理してください。"],
    ),
}
NUMBERS = {
    "mynumber/gl-policy-name": (["事業者の名称：株式会社みほん"], ["方針：適正に取り扱います。"]),
    "mynumber/gl-policy-compliance": (
        [
            "法令の遵守：番号法を遵守します。",
            "方針：関係する法令及びガイドラインを順守します。",
            "方針：法令に従い取り扱います。",
        ],
        ["方針：適正に取り扱います。"],
    ),
    "mynumber/gl-policy-security": (
        ["安全管理措置：講じます。", "方針：漏えい等の防止に努めます。"],
        ["方針：適正に扱います。"],
    ),
    "mynumber/12-security": (
        ["安全管理：安全管理措置を講じます。", "方針：漏洩を防ぎます。"],
        ["方針：適正に扱います。"],
    ),
    "mynumber/gl-policy-contact": (
        ["お問い合わせは：総務部　03-0000-0000", "窓口：総務部", "連絡先：総務部"],
        ["方針：適正に扱います。"],
    ),
    "mynumber/19-20-provision": (
        [
            "|third-party-provision { provision { to: public-authority; data: individual-number; basis: law } }",
            "|third-party-provision { data: individual-number; except: law }",
            '|third-party-provision { basis: law; text: "{basis|番号法第19条各号に掲げる場合を除き、ご本人の同意があっても提供しません}。" }',
        ],
        [
            "|third-party-provision { provision { to: public-authority; data: individual-number } }",
            "|third-party-provision { data: individual-number; basis: consent; except: law }",
            # A policy on such data alone need not name them; nor does the right ground make up for words that grant more.
            "|third-party-provision { basis: consent }",
            '|third-party-provision { basis: law; text: "{basis|ご本人の同意がある場合は、提供することがあります}。" }',
            '|third-party-provision { basis: law; text: "{basis|法令に基づく場合}のほか、同意を得ることなく第三者に提供しません。" }',
        ],
    ),
    "mynumber/9-purpose": (
        ['|purposes { purpose "{data|個人番号}を用いた年末調整の事務" { data: individual-number } }'],
        ['|purposes { purpose "{data|個人番号}を用いた顧客の管理" { data: individual-number } }'],
    ),
}
TERMS = {
    "civil/548-4-terms-change": (
        [
            "規約の変更：当社は、民法第548条の4の規定により、本規約を変更することがあります。変更するときは、効力発生日を定め、"
            "変更後の内容とともに、あらかじめ当社のウェブサイトで周知します。",
            "規約の変更：当社は、適用開始日の1か月前までに利用者に通知して、本規約を変更できるものとします。",
            "|amendment { notice: prior; effective: on-stated-date }",
            # Other changes are no changes of the terms.
            "登録の変更：本規約に定める登録事項を変更するときは、届け出てください。",
            "停止：当社は、予告なくサービスの内容を変更することがあります。",
        ],
        [
            "規約の変更：当社は、本規約を変更することがあります。",
            "改定：当社は、必要に応じて、本規約を変更できるものとします。",
            "規約の変更：当社は、いつでも、利用者に通知することなく本規約の内容を変更することができます。",
            "規約の変更：変更後の本規約は、当社のウェブサイトに掲載した時から効力を生じます。",
            "変更：本規約は、予告なく改定されることがあります。",
            "|amendment { notice: none }",
        ],
    ),
}
TAGS = {
    "telecom/27-12-scope": (
        [
            "|external-transmission { service: information; transmission { to: analytics-provider } }",
            "|external-transmission { delegates tags [外部送信](https://mihon.example/tags/) }",
            "お知らせ：サービスの一覧です。",
        ],
        [
            "外部送信：次の事業者に情報を送信します。",
            "|external-transmission { transmission { to: analytics-provider } }",
        ],
    ),
    "telecom/27-12-optout-1-fact": (
        [
            "|external-transmission { transmission { to: analytics-provider; basis: transmission-opt-out } }",
            "|external-transmission { service: not-covered; transmission { to: analytics-provider; basis: opt-out } }",
        ],
        # The opt-out of the APPI is another one.
        [
            "|external-transmission { transmission { to: analytics-provider; sends: cookie; for: advertising; basis: opt-out } }"
        ],
    ),
    "telecom/27-12-3-purpose": (
        [
            f"{lead}\n|external-transmission {{ transmission {{ to: analytics-provider }} }}"
            for lead in (
                "はじめに：利便の向上のため、次の外部サービスを利用しています。",
                "外部送信：利用状況の把握を目的として、以下のツールを利用しています。",
                "Cookie：広告の配信の目的で、Cookieを用いて情報を送信します。",
            )
        ],
        [
            f"{lead}\n|external-transmission {{ transmission {{ to: analytics-provider }} }}"
            for lead in (
                "はじめに：次の外部サービスを利用しています。",
                "発送：商品の発送のため、配送会社のサービスを利用しています。",
            )
        ],
    ),
}
ALL = [
    (kind, code, wording, wanting)
    for kind, table in (
        ("commerce-notice", COMMERCE),
        ("payment-notice", PAYMENT),
        ("specific-personal-information-policy", NUMBERS),
        ("terms", TERMS),
        ("external-transmission-notice", TAGS),
    )
    for code, (good, bad) in table.items()
    for wanting, wordings in ((False, good), (True, bad))
    for wording in wordings
]


@pytest.mark.parametrize(("kind", "code", "wording", "wanting"), ALL, ids=[f"{a[1]}-{n}" for n, a in enumerate(ALL)])
def test_a_wording(kind: str, code: str, wording: str, wanting: bool) -> None:
    found = answers(kind, code, wording)
    assert bool(found & set(law.WANTING)) == wanting, (wording, found)


def test_every_rule_on_notices_and_terms_is_tried() -> None:
    """But those that no text can answer, and those of joint use, which a field alone answers."""
    tried = {code for _, code, _, _ in ALL}
    asked = {
        rule.id
        for rule in RULES.values()
        if rule.id.partition("/")[0] in ("tokusho", "shikin", "mynumber", "civil") and not rule.unanswerable[0]
    }
    assert asked - tried == {"mynumber/30-2-no-joint-use"}


@pytest.mark.parametrize(
    ("kind", "other", "code"),
    [
        ("commerce-notice", "payment-methods", "tokusho/rule-23-1-name"),
        ("payment-notice", "expiry", "shikin/13-1-1-name"),
    ],
)
def test_a_firm_named_in_another_label_is_not_shown_as_the_seller(kind: str, other: str, code: str) -> None:
    """Where a notice has labels, the name of the firm in some sentence of another label is no label for it."""
    source = (
        'organization mihon "株式会社みほん" { }\n'
        f'document d "表示" {{ kind: {kind}; operator: mihon\n'
        f'  disclosures {{ disclosure {other} "事項" {{ is: {other}; text: "株式会社みほんの定めるところによります。" }} }} }}\n'
    )
    checked = check_text(source)
    assert checked.ok, checked.diagnostics
    assert code in [d.code for d in check(checked.documents, checked.sources)]
