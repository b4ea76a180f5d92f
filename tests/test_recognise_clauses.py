"""What recognisers read in a section: hits, and near-misses that must stay prose. All sentences are of an invented firm."""

from __future__ import annotations

import pytest

from drafts import outline, section
from policyc.importer.draft import Reading, Section
from policyc.importer.recognise import labels, read_section, survey

FIRST = section("", "株式会社みほん（以下「当社」といいます。）は、次のとおり定めます。")
USES = section("利用目的", "当社は、個人情報を次の目的で利用します。\n1. 商品の発送のため")


def read(one: Section, *others: Section) -> Reading | None:
    """The section as a clause of a page that begins with a definition of the operator."""
    page = (FIRST, one, *others)
    return read_section(one, (1,), survey(page, "プライバシーポリシー"))


def facts(title: str, text: str, *others: Section) -> dict[str, str]:
    """The fields read, with the clause under ""; {} where it is prose."""
    made = read(section(title, text), *others)
    return {} if made is None or made.clause == "article" else {"": made.clause, **dict(made.fields)}


def said(title: str, text: str) -> dict[str, str]:
    """What stands under each reference."""
    one = section(title, text)
    made = read(one)
    assert made is not None
    return {mark.ref: one.rows[mark.row].text[mark.start : mark.end] for mark in made.marks}


CASES: list[tuple[str, str, dict[str, str]]] = [
    # 改定
    ("改定", "当社は、予告なく改定することがあります。改定は、公表した時点から適用されるものとします。", {"": "amendment", "notice": "none", "effective": "on-publication"}),
    ("プライバシーポリシーの変更", "変更する場合には、あらかじめ公表します。変更後の内容は、施行日から効力を生じます。", {"": "amendment", "notice": "prior", "effective": "on-stated-date"}),
    ("本ポリシーの変更", "本ポリシーを変更した場合には、ウェブサイトでお知らせします。", {"": "amendment", "notice": "on-change"}),
    ("改定", "重要な変更の場合は、別に公表します。", {}),
    ("改定", "この方針を改定することがあります。", {}),
    ("改定", "法令上ご本人の同意が必要な変更は、同意を得た上で行います。", {"": "amendment", "needing-consent": "with-consent"}),
    ("改定", "法令上ご本人の同意が必要な変更を除き、同意を得ることなく変更します。", {}),
    ("利用目的の変更", "利用目的を変更した場合は、ご本人に通知し、又は公表します。", {"": "purposes", "new-purposes": "notified-or-published"}),
    # 第三者提供
    ("第三者提供", "あらかじめ本人の同意を得ることなく、第三者に個人情報を提供することはありません。", {"": "third-party-provision", "basis": "consent"}),
    ("第三者への開示", "次の場合を除き、第三者に開示しません。\n・本人の同意がある場合\n・法令に基づく場合\n・人の生命、身体又は財産の保護のために必要がある場合", {"": "third-party-provision", "basis": "consent", "except": "law, life-protection"}),
    ("第三者提供", "第三者に提供することはありません。", {"": "third-party-provision", "declared": "none"}),
    ("第三者提供", "特別な場合のほか、第三者に提供することはありません。", {}),
    ("第三者提供", "本人の生命、身体、財産その他の権利利益を害するおそれがある場合は、開示しません。", {}),
    ("第三者提供", "警察から照会を受けることがあります。", {}),
    ("第三者提供", "個人情報の保護に関する法律その他の法令によりご本人の同意を要しないとされている場合を除き、あらかじめご本人の同意を得ることなく、個人データを第三者に提供しません。", {"": "third-party-provision", "basis": "consent", "except": "consent-exemption"}),
    # 要配慮個人情報
    ("要配慮個人情報", "法令に基づく場合を除き、要配慮個人情報を取得しません。", {"": "sensitive-data", "declared": "none", "except": "law"}),
    ("要配慮個人情報", "法令に基づく場合その他法令によりご本人の同意を要しないとされている場合を除き、あらかじめご本人の同意を得ないで、要配慮個人情報を取得しません。", {"": "sensitive-data", "basis": "consent", "except": "consent-exemption"}),
    ("要配慮個人情報", "法令に基づく場合その他法令により認められる場合を除き、あらかじめご本人の同意を得ないで要配慮個人情報を取得しません。", {"": "sensitive-data", "basis": "consent", "except": "consent-exemption"}),
    # 委託
    ("委託", "個人データの取扱いの全部又は一部を第三者に委託する場合は、委託先に対し、必要かつ適切な監督を行います。", {"": "entrustment", "extent": "all-or-part", "to": "processor", "supervision": "supervised"}),
    ("個人情報の委託", "委託先と契約を締結し、監督を行います。", {"": "entrustment", "supervision": "contract"}),
    ("委託", "委託先を適切に選定し、個人データの取扱いに関する契約を締結した上で、委託先における取扱状況を把握するなど、必要かつ適切な監督を行います。", {"": "entrustment", "supervision": "selected-and-monitored"}),
    ("委託", "委託先を適切に選定し、契約を締結した上で、必要かつ適切な監督を行います。", {"": "entrustment", "supervision": "contract"}),
    ("委託", "個人データの取扱いを委託することはありません。", {"": "entrustment", "declared": "none"}),
    ("委託", "業務の一部を委託する場合、委託先を慎重に選びます。", {}),
    # 開示等の請求
    ("開示等の請求", "本人から開示、訂正、追加又は削除の請求があった場合は、本人であることを確認の上、対応します。手数料は、1件につき300円です。", {"": "requests", "accepts": "disclosure, correction, addition, deletion", "identity": "verified", "fee": "300 yen"}),
    ("開示請求", "開示を請求する方は、運転免許証の写しを提出してください。手数料は無料です。", {"": "requests", "accepts": "disclosure", "identity": "documents", "fee": "none"}),
    ("開示等の請求", "開示のご請求は、代理人の本人確認書類に加え、委任状その他の代理権を証する書類により、代理人であることを確認します。", {"": "requests", "accepts": "disclosure", "identity": "documents", "authority": "documents"}),
    ("開示等の請求", "開示の請求には手数料をいただきます。訂正の請求には手数料は不要です。", {"": "requests", "accepts": "disclosure, correction"}),
    ("開示等の請求", "開示の請求の手数料は、窓口では300円、郵送では500円です。", {"": "requests", "accepts": "disclosure"}),
    ("開示等の請求", "開示の請求には応じられませんので、お受けできません。", {}),
    ("開示について", "お客様の希望により、当社の資料を開示します。", {}),
    # 保存期間
    ("保存期間", "個人情報は、5年間保存し、期間の経過後は速やかに消去します。", {"": "retention", "period": "5 years", "after": "erase"}),
    ("保存期間", "契約書は5年間、伝票は7年間保存します。", {}),
    ("保存期間", "10日前までに知らせて、保存します。", {}),
    # 未成年者
    ("未成年者", "16歳未満の方は、保護者の同意を得てご利用ください。", {"": "children", "under": "16", "consent": "guardian"}),
    ("未成年者", "16歳未満又は18歳未満の方について定めます。", {}),
    # 要配慮個人情報
    ("要配慮個人情報", "要配慮個人情報は取得しません。", {"": "sensitive-data", "declared": "none"}),
    ("要配慮個人情報", "あらかじめ本人の同意を得ることなく、要配慮個人情報を取得しません。", {"": "sensitive-data", "basis": "consent"}),
    ("要配慮個人情報", "要配慮個人情報は、原則として取得しません。", {}),
    # 安全管理措置
    ("安全管理措置", "委託先に対する監督を行い、アクセス制御及び従業員の教育を実施します。", {"": "security-measures", "measures": "processor-supervision, staff-training, access-control"}),
    ("安全管理", "漏えいを防止するため、必要かつ適切な措置を講じます。", {"": "security-measures", "measures": '"必要かつ適切な措置"'}),
    ("安全管理", "不正アクセス、漏えいの防止に努めます。", {}),
    # 取得
    ("個人情報の取得", "次の個人情報を取得します。\n・氏名\n・お名前の読み方\n・電話番号", {"": "collection", "items": "name, お名前の読み方, phone"}),
    ("個人情報の取得", "氏名、住所、電話番号等の個人情報を取得します。", {"": "collection", "items": "name, address, phone, etc"}),
    ("情報の収集", "お客様から直接ご提供いただくほか、自動的に取得します。", {"": "collection", "sources": "person, automatic"}),
    ("個人情報の取得", "氏名、住所等の個人情報は一切取得しません。", {}),
    ("個人情報の取得", "次の個人情報は取得しません。\n・氏名", {}),
    ("個人情報の取得", "適法かつ公正な手段によって取得します。", {}),
]  # fmt: skip


@pytest.mark.parametrize(("title", "text", "expected"), CASES)
def test_section(title: str, text: str, expected: dict[str, str]) -> None:
    assert facts(title, text) == expected


@pytest.mark.parametrize(("title", "text", "expected"), [case for case in CASES if case[2]])
def test_every_fact_has_its_words(title: str, text: str, expected: dict[str, str]) -> None:
    heads = {ref.split(".")[0] for ref in said(title, text)}
    assert set(expected) - {""} <= heads


HEADINGS = {
    "purposes": ["個人情報の利用目的", "個人情報を収集・利用する目的", "利用目的について", "第3条（利用目的）"],
    "third-party-provision": ["個人情報の第三者提供", "第三者への提供について", "個人情報の第三者への開示・提供", "外国にある第三者への提供"],
    "entrustment": ["個人情報の委託", "個人情報の委託先への提供", "業務委託"],
    "joint-use": ["共同利用", "個人データの共同利用について", "個人情報の共同利用に関する事項"],
    "requests": ["開示等の請求", "個人情報の開示", "個人情報の訂正および削除", "保有個人データの開示・訂正・利用停止・消去について", "個人情報の照会、訂正、削除等", "個人情報の利用停止等"],
    "security-measures": ["安全管理措置", "個人情報の安全管理", "個人情報の管理", "セキュリティについて"],
    "contact": ["お問い合わせ", "お問い合せ窓口", "苦情・相談窓口", "個人情報に関するお問合せ先"],
    "amendment": ["改定", "プライバシーポリシーの変更", "本方針の見直し", "個人情報利用目的の変更"],
    "collection": ["個人情報の取得", "個人情報の収集方法", "取得する情報"],
    "external-transmission": ["Cookieについて", "外部送信について", "アクセス解析ツールについて", "クッキーの利用"],
    "retention": ["保存期間", "個人情報の利用期限", "データの保管期間"],
    "sensitive-data": ["要配慮個人情報の取得"],
    "children": ["未成年者の個人情報", "お子様の個人情報について"],
    "operator-identity": ["個人情報取扱事業者の名称", "事業者情報"],
    "": ["個人情報の定義", "法令等の遵守", "免責事項", "準拠法", "継続的改善", "はじめに"],
}  # fmt: skip


@pytest.mark.parametrize(("word", "title"), [(word, title) for word, titles in HEADINGS.items() for title in titles])
def test_headings(word: str, title: str) -> None:
    from policyc.importer.recognise import kinds

    assert kinds.clause(section(title))[0] == word


def test_a_body_that_speaks_of_something_else_is_an_article() -> None:
    made = read(
        section("個人情報の照会・修正・削除", "広告の内容を適したものとするため、情報を利用することがあります。")
    )
    assert made is not None and made.clause == "article" and not made.fields
    assert "本文からはその事項を読み取れません" in made.doubts[0].remark


# -- 利用目的


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("商品の発送のため", "goods-delivery"),
        ("商品配送・サービス提供のため", "goods-delivery, service-provision"),
        ("お客様の本人確認のため", "identity-verification"),
        ("各種お問い合わせ等への対応", "inquiry-handling"),
        ("お問い合わせ・ご相談への対応のため", "inquiry-handling"),
        ("アフターサービスを提供するため", "after-sales-service"),
        ("メールマガジンの送信", "newsletter"),
        ("当社及び他社の商品、サービス、キャンペーンの情報提供（電話、電子メール）のため", "direct-marketing, direct-marketing-for-others, direct-marketing-telephone"),
        ("メンテナンスその他の重要なお知らせのため", "service-announcement"),
        ("商品・サービス改善のため", "service-improvement"),
        ("当社サービスの不正利用の防止のため", "misuse-prevention"),
        ("当社における採用活動に関わる業務の遂行", "recruitment"),
        ("与信判断、債権回収のため", "credit-decision, debt-collection"),
        ("上記利用目的に付随する利用のため", "incidental-purpose"),
        ("その他当社の利用規約等で定める目的のため", "purpose-defined-elsewhere"),
        # Near-misses: what the words do not say.
        ("当社の活動に関する案内", ""),
        ("本サービスに関するご案内のため", ""),
        ("ご意見のご提供を求める場合", ""),
        ("規約に違反したユーザーに対する警告", ""),
        ("サービス提供者との連絡のため", ""),
        ("トラフィック測定のため", ""),
    ],
)  # fmt: skip
def test_purposes(words: str, expected: str) -> None:
    made = read(section("利用目的", f"次の目的で利用します。\n1. {words}"))
    assert made is not None
    assert dict(made.children[0].fields).get("is", "") == expected
    assert ("open" in dict(made.children[0].fields)) is ("目的" in words)


def test_analysis_is_declared_with_what_is_analysed_and_inferred() -> None:
    one = section(
        "利用目的",
        "次の目的で利用します。\n1. 閲覧履歴や購買履歴等の情報を分析して、趣味・嗜好に応じた広告を配信するため",
    )
    made = read(one)
    assert made is not None
    fields = dict(made.children[0].fields)
    assert (fields["analyses"], fields["derives"]) == ("browsing-history, purchase-history", "interests")
    assert {mark.ref for mark in made.marks} >= {
        "analyses.browsing-history",
        "analyses.purchase-history",
        "derives.interests",
    }


def test_purposes_in_nested_lists_are_not_taken_apart() -> None:
    made = read(
        section("利用目的", "次の目的で利用します。\n1. お客様\n  - 商品の発送のため\n2. 応募者\n  - 採用のため")
    )
    assert made is None or not made.children


def test_rules_in_a_list_are_no_purposes() -> None:
    made = read(section("利用について", "次のとおり利用目的を定めます。\n1. 当社は、必要な範囲で利用します。"))
    assert made is None or not made.children


# -- 共同利用

JOINT = """個人データを次のとおり共同利用します。
（1）共同して利用される個人情報の項目
氏名、住所、電子メールアドレス、支払情報（クレジットカード情報、銀行口座情報）、会員証の画像など、ご提供いただいた情報、その他対面、電話等の手段により取得した情報
（2）共同して利用する者の範囲
株式会社みほん、株式会社みほん販売
（3）利用する者の利用目的
「利用目的」に掲げた利用目的と同一
（4）個人データの管理について責任を有する者の名称
株式会社みほん
東京都千代田区見本町1丁目2番3号
代表取締役　見本　花子"""


def test_joint_use() -> None:
    one = section("共同利用", JOINT)
    made = read(one, USES)
    assert made is not None and made.clause == "joint-use"
    assert dict(made.fields) == {
        "items": "name, address, email, 支払情報, 会員証の画像, ご提供いただいた情報, その他対面-電話等の手段により取得した情報",
        "users": "当社.full, 株式会社みほん販売",
        "purposes": "same as uses",
        "responsible": "当社",
    }
    data = {entity.name: dict(entity.fields) for entity in made.entities if entity.block == "data"}
    assert data == {
        "支払情報": {"is": "payment-information", "of": "credit-card, bank-account"},
        "会員証の画像": {},
        "ご提供いただいた情報": {"open": "yes"},
        "その他対面-電話等の手段により取得した情報": {"is": "everything-else", "open": "yes"},
    }
    words = [one.rows[mark.row].text[mark.start : mark.end] for mark in made.marks]
    assert "当社.address" in {mark.ref for mark in made.marks} and "その他対面、電話等の手段により取得した情報" in words


def test_without_a_purposes_clause_nothing_is_the_same_as_it() -> None:
    made = read(section("共同利用", JOINT))
    assert made is not None and "purposes" not in dict(made.fields)


def test_no_joint_use() -> None:
    assert facts("共同利用", "共同利用することはございません。") == {"": "joint-use", "declared": "none"}
    assert facts("共同利用", "同意がある場合を除き、共同利用することはありません。") == {}


# -- 第三者提供を一つずつ


def test_provisions_one_by_one() -> None:
    text = (
        "（1）当社は、個人情報を、広告、宣伝、マーケティング等の目的で、広告代理店に提供することがあります。\n"
        "（2）当社は、本人の同意を得た場合に限り、第三者（外国にある第三者を含みます。）に提供します。\n"
        "[外国にある第三者への提供状況](https://mihon.example/abroad/)"
    )
    made = read(section("第三者提供", text))
    assert made is not None
    assert [dict(child.fields) for child in made.children] == [
        {"to": "広告代理店", "for": "advertising, publicity, marketing, etc"},
        {"basis": "consent", "to": "third-party, foreign-third-party"},
    ]
    assert [(entity.block, entity.title) for entity in made.entities] == [
        ("recipient", "広告代理店"),
        ("delegates", "外国にある第三者への提供状況"),
    ]


# -- 外部送信

TABLE = """| サービス名 | 事業者 | オプトアウト |
|---|---|---|
| 例示解析 | 例示解析株式会社 | <https://analytics.example/opt-out> |
| 例示広告 | Reiji Ads LLC | - |"""


def test_transmissions_of_a_table() -> None:
    made = read(section("外部送信について", TABLE))
    assert made is not None
    assert [dict(child.fields) for child in made.children] == [
        {"to": "例示解析株式会社", "opt-out": "<https://analytics.example/opt-out>"},
        {"to": "Reiji-Ads-LLC"},
    ]


def test_a_table_of_other_things_is_no_transmission() -> None:
    assert read(section("外部送信について", "| 用語 | 意味 |\n|---|---|\n| Cookie | 小さなファイル |")) is None


def test_services_in_a_list_are_transmissions_without_more() -> None:
    made = read(section("Cookie", "利用しているサービスは以下のとおりです。\n- 例示解析\n- 例示広告"))
    assert made is not None and [child.fields for child in made.children] == [(), ()]
    assert read(section("Cookie", "Cookieを利用している機能は以下のとおりです。\n- 測定機能")) is None


def test_a_company_whose_privacy_policy_stands_behind_the_list_receives_what_its_services_send() -> None:
    text = (
        "利用しているサービスは以下のとおりです。\n- Reiji Analytics\n- Mihon\n\n"
        "取得された情報は、当社のプライバシーポリシーではなく、Reiji 社の[プライバシーポリシー](https://reiji.example/)によります。"
    )
    made = read(section("Cookie", text))
    assert made is not None
    assert [dict(child.fields) for child in made.children] == [{"to": "Reiji-社"}, {}]
    assert [(entity.block, entity.title) for entity in made.entities] == [("recipient", "Reiji 社")]
    assert [(m.row, m.start, m.end) for m in made.marks if m.ref == "to"] == [(1, 0, 5)]


def test_external_transmission_elsewhere() -> None:
    made = read(
        section("外部送信について", "外部送信については[こちら](https://mihon.example/send/)をご参照ください。")
    )
    assert made is not None and [entity.block for entity in made.entities] == ["delegates"]


# -- 窓口、事業者の名称


def test_contact() -> None:
    text = "ご質問及び苦情は、下記までご連絡ください。\n個人情報相談窓口\n電話：03-0000-0000"
    assert facts("お問い合わせ", text) == {"": "contact", "desk": "個人情報相談窓口", "for": "inquiries, complaints"}
    assert facts("お問い合わせ", "ご質問は、ウェブサイトからお寄せください。") == {}


def test_operator_identity() -> None:
    text = "株式会社みほん\n東京都千代田区見本町1丁目2番3号\n代表取締役　見本　花子"
    assert facts("個人情報取扱事業者の名称", text) == {"": "operator-identity", "of": "当社"}
    assert facts("個人情報取扱事業者の名称", "名称は、別に定めます。") == {}


def test_part() -> None:
    text = "当社は、個人情報の保護に関する法律（以下「個人情報保護法」といいます。）に基づき、以下の事項を公表します。\nなお、本規定に定義がない語句については、個人情報保護法の定義によります。"
    assert facts("お取り扱いについて", text) == {
        "": "part",
        "published-under": "個人情報保護法",
        "undefined-terms": "個人情報保護法",
    }


# -- 特定商取引法、資金決済法


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("販売業者", "seller"), ("販売事業者名", "seller"), ("■提供会社", "seller"), ("運営責任者", "responsible-person"),
        ("代表者", "responsible-person"), ("所在地", "address"), ("電話番号", "phone"), ("メールアドレス", "email"),
        ("お問い合わせ先", "contact"), ("販売価格", "price"), ("商品代金以外の必要料金", "other-fees"),
        ("お支払方法", "payment-methods"), ("支払時期", "payment-timing"), ("商品の引渡時期", "delivery"),
        ("サービス提供時期", "delivery"), ("返品・キャンセルについて", "returns"), ("動作環境", "environment"),
        ("販売数量の制限", "quantity-limit"), ("クーリングオフについて", "withdrawal"), ("特別な販売条件", "special-conditions"),
        ("ご挨拶", ""), ("会社の沿革", ""), ("価格の決め方を知りたい方へ", ""),
    ],
)  # fmt: skip
def test_labels_of_commerce_notices(words: str, expected: str) -> None:
    assert labels.label(words, "commerce-notice") == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("前払式支払手段の発行者", "issuer"), ("■配信会社", "issuer"), ("前払式支払手段の名称", "instrument-name"),
        ("支払可能金額等", "usable-amount"), ("有効期間又は期限", "expiry"), ("使用できる場所の範囲", "usable-at"),
        ("苦情相談窓口", "complaints"), ("未使用残高の確認方法", "balance"), ("約款", "terms"), ("利用規約", "terms"),
        ("払戻しについて", "refund"), ("ご利用上の注意", "cautions"), ("ダイヤ", ""),
    ],
)  # fmt: skip
def test_labels_of_payment_notices(words: str, expected: str) -> None:
    assert labels.label(words, "payment-notice") == expected


def test_entries_of_a_notice() -> None:
    page = outline(
        "# 特定商取引法に基づく表記\n\n販売業者：株式会社みほん\n\n所在地：東京都千代田区見本町1丁目2番3号\n\n支払方法：銀行振込"
    )
    found = survey(page, "")
    assert found.operator == "株式会社みほん"
    made = read_section(page[0], (0,), found)
    assert made is not None
    assert [dict(child.fields)["is"] for child in made.children] == ["seller", "address", "payment-methods"]


def test_entries_of_a_table_and_of_headings() -> None:
    page = outline(
        "# 特定商取引法に基づく表記\n\n| 販売業者 | みほん商店 |\n|---|---|\n| 注記 | なし |\n| 支払方法 | 銀行振込 |\n\n■返品\nお受けします。"
    )
    found = survey(page, "")
    table, heading = (read_section(one, (n,), found) for n, one in enumerate(page))
    assert table is not None and [child.fields for child in table.children] == [
        (("is", "seller"),),
        (),
        (("is", "payment-methods"),),
    ]
    assert heading is not None and heading.fields == (("is", "returns"),)


# -- 提供しないとの宣言と例外、外国にある提供先


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("個人情報を第三者に提供しません。ただし、法令に基づく場合を除きます。", {"declared": "none", "except": "law"}),
        ("法令に基づく場合を除き、第三者に提供することはありません。", {"declared": "none", "except": "law"}),
        ("次の場合を除き、第三者に提供しません。\n・法令に基づく場合", {"declared": "none", "except": "law"}),
        # Near-misses: an exception that is not read, a rule only, consent.
        ("法令に基づく場合及び当社が認める場合を除き、第三者に提供しません。", {"except": "law"}),
        ("原則として第三者に提供しません。ただし、法令に基づく場合を除きます。", {"except": "law"}),
        ("第三者に提供しません。ただし、法令に基づく場合及び同意がある場合を除きます。", {"except": "law"}),
    ],
)
def test_provision_denied_with_exceptions(text: str, expected: dict[str, str]) -> None:
    assert facts("第三者提供", text) == {"": "third-party-provision", **expected}


@pytest.mark.parametrize(
    ("who", "fields"),
    [
        ("アメリカ合衆国にあるクラウド事業者", {"country": "US", "is": "cloud-provider"}),
        ("シンガポール共和国の提携先", {"country": "SG", "is": "affiliate-partner"}),
        ("インドネシアにある見本商会", {"country": "ID"}),
        ("海外にある見本商会", {"abroad": "yes"}),
        ("日本の見本商会", {}),
        ("インド料理の見本商会", {}),
    ],
)
def test_country_of_a_recipient(who: str, fields: dict[str, str]) -> None:
    made = read(section("外国にある第三者への提供", f"個人データを、{who}に提供することがあります。"))
    assert made is not None and dict(made.entities[0].fields) == fields
    assert any("国（country）" in doubt.remark for doubt in made.doubts) is ("country" not in fields)


def test_provision_abroad_without_a_country_is_a_doubt() -> None:
    for text in ("業務委託先に取扱いを委託します。", "外国にある第三者に提供することがあります。"):
        made = read(section("外国にある第三者への提供", text))
        assert made is not None and any("国（country）" in doubt.remark for doubt in made.doubts), text
    denied = read(section("第三者提供", "外国にある第三者に提供しません。"))
    assert denied is None or not denied.doubts


# -- 期間の起算点、及びで結ばれた項目、一部の請求の手数料


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("個人データを、取引終了の日から７年間保存します。", {"from": '"取引終了の日"', "period": "7 years"}),
        ("個人データは、退会後3年間保存します。", {"period": '"退会後3年間"'}),
        ("契約終了から最低5年間保存します。", {"from": '"契約終了"', "period": '"最低5年間"'}),
        ("取得した個人データを5年間保存します。", {"period": "5 years"}),
        ("5年以上保存します。", {"period": '"5年以上"'}),
        # Near-misses: no period of six months, nor of one day.
        ("3年6か月保存します。", {}),
        ("毎年4月1日に保存の要否を見直します。", {}),
    ],
)
def test_what_a_period_runs_from(text: str, expected: dict[str, str]) -> None:
    assert facts("保存期間", text) == ({"": "retention", **expected} if expected else {})


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("氏名、電話番号及びメールアドレス", "name, phone, email"),
        ("購入履歴並びに閲覧履歴", "purchase-history, browsing-history"),
        ("氏名・住所", "name, address"),
        ("氏名とメールアドレス", "name, email"),
        ("クレジットカード番号及び有効期限", "credit-card, 有効期限"),
        # Near-misses: one thing said of two, nothing of the vocabulary, a word that is no item by itself.
        ("ご本人及びご家族の氏名", "ご本人及びご家族の氏名"),
        ("端末及びブラウザの設定", "端末及びブラウザの設定"),
        ("氏名と好物", "氏名と好物"),
        ("氏名及び情報", "氏名及び情報"),
    ],
)
def test_items_that_a_word_joins(words: str, expected: str) -> None:
    assert facts("取得する情報", f"次の個人情報を取得します。\n・{words}")["items"] == expected


def test_a_fee_of_one_kind_of_request_is_not_one_of_all() -> None:
    text = "本人は、開示、訂正又は削除を請求することができます。"
    assert "fee" not in facts("開示等の請求", f"{text}開示の請求には、1件につき1,000円の手数料をいただきます。")
    assert facts("開示等の請求", f"{text}開示等の請求には、1,000円の手数料をいただきます。")["fee"] == "1000 yen"
    made = read(section("開示等の請求", f"{text}開示の請求の手数料は、500円です。"))
    assert made is not None and any("fee" in doubt.remark for doubt in made.doubts)


# -- あるのに宣言できないもの


@pytest.mark.parametrize(
    ("title", "text", "remark"),
    [
        ("保存期間", "ログは1年間、取引データは10年間保存します。", "kept"),
        ("共同利用", "| 項目 | 内容 |\n|---|---|\n| 共同利用する者の範囲 | 見本各社 |\n| 利用目的 | 発送のため |", "users・purposes"),
        ("共同利用", "共同利用します。\n- 共同利用する項目：氏名\n- 共同利用者の範囲：見本グループ各社", "users"),
        ("委託", "個人データの取扱いを見本運送及び決済代行会社に委託します。", "to"),
        ("安全管理措置", "次の措置を講じます。\n1. 取扱規程の策定\n2. 責任者の設置及び見回り", "is"),
    ],
)  # fmt: skip
def test_what_is_there_but_not_declared_is_a_doubt(title: str, text: str, remark: str) -> None:
    made = read(section(title, text))
    assert made is not None and any(remark in doubt.remark for doubt in made.doubts)


def test_processors_by_what_they_are() -> None:
    got = facts("委託", "個人データの取扱いの一部を配送業者及び決済代行会社に委託することがあります。")
    assert (got["extent"], got["to"]) == ("part", "delivery-company, payment-company")


@pytest.mark.parametrize(
    "words", ["株式会社みほん（住所は第1条のとおり）", "株式会社みほん 東京都港区見本1-1", "株式会社みほん"]
)
def test_who_is_responsible(words: str) -> None:
    assert facts("共同利用", f"共同利用します。\n- 管理責任者：{words}")["responsible"] == "当社"


SENT = """| サービス名 | 送信先 | 送信される情報 | 送信先での利用目的 |
|---|---|---|---|
| 例示解析 | 例示解析株式会社 | 閲覧履歴、IPアドレス及びCookie | アクセス解析 |
| 例示広告 | Reiji Ads LLC | 閲覧履歴その他 | - |"""


def test_what_a_table_says_is_sent_and_for_what() -> None:
    made = read(section("外部送信について", SENT))
    assert made is not None
    assert [dict(child.fields) for child in made.children] == [
        {"to": "例示解析株式会社", "sends": "browsing-history, ip-address, cookie", "for": "access-analysis"},
        {"to": "Reiji-Ads-LLC"},
    ]
    assert ["sends" in doubt.remark for doubt in made.doubts] == [True]


@pytest.mark.parametrize(
    ("text", "receiver"),
    [
        ("当社は、個人データを見本運送に提供することがあります。", "見本運送"),
        ("当社は、お客様の個人情報を、例示広告株式会社に提供します。", "例示広告株式会社"),
        ("必要に応じて見本運送に提供することがあります。", None),
    ],
)
def test_to_whom_is_without_what_is_given_or_why(text: str, receiver: str | None) -> None:
    assert facts("個人情報の第三者への提供", text).get("to") == receiver


@pytest.mark.parametrize("first", ["Cookieは、閲覧を記録するものです。", "Mihon利用規約は、別に定めます。"])
def test_a_thing_is_no_operator(first: str) -> None:
    assert not survey((section("", first), USES), "方針").operator


def on(sheet: str, title: str, text: str) -> dict[str, str]:
    """The fields read of a section of a page with that title, with the clause under ""; {} where it is prose."""
    page = (FIRST, section(title, text))
    made = read_section(page[1], (1,), survey(page, sheet))
    if made is None or made.clause == "article":
        return {}
    return {"": made.clause, **dict(made.fields), **{child.name: child.block for child in made.children}}


NOT_ON_DATA = [
    ("目的", "この規約は、サービスの利用条件を定める。\n1. 利用者は、この規約に同意する。"),
    ("目的", "この規則は、次のことを目的とする。\n1. 職場の秩序の維持\n2. 業務の円滑な運営"),
    ("利用目的", "利用者は、本サービスを次の目的に限り利用できます。\n1. 商品の購入のため\n2. 予約の管理のため"),
    ("委託", "当社は、業務の全部又は一部を第三者に委託する場合、委託先と契約を締結し、監督を行います。"),
    ("利用期間", "本サービスの利用期間は1年間とし、会員証は3年間保管します。"),
    ("未成年者の利用", "16歳未満の方は、保護者の同意を得てご利用ください。"),
    ("第三者への提供の禁止", "利用者は、あらかじめ当社の同意を得ることなく、素材を第三者に提供しません。"),
    ("アカウントの共同利用", "アカウントは、氏名、住所を届け出た家族と共同して利用できます。"),
    ("取得", "次の情報を取得します。\n・氏名\n・電話番号"),
    ("安全管理", "施錠及び監査を実施します。"),
    ("開示等の請求", "財務諸表の開示、訂正の請求があった場合は、対応します。手数料は無料です。"),
]


@pytest.mark.parametrize(
    "sheet", ["みほんストア利用規約", "就業規則", "反社会的勢力に対する基本方針", "情報セキュリティ基本方針"]
)
@pytest.mark.parametrize(("title", "text"), NOT_ON_DATA)
def test_a_heading_on_a_page_about_something_else_states_nothing_of_personal_data(
    sheet: str, title: str, text: str
) -> None:
    assert on(sheet, title, text) == {}


def test_a_clause_on_personal_data_is_read_on_any_page() -> None:
    sheet = "みほんストア利用規約"
    uses = on(sheet, "利用目的", "当社は、利用者の個人情報を次の目的で利用します。\n1. 商品の発送のため")
    assert uses == {"": "purposes", "目的-1": "purpose"}
    assert on(sheet, "委託", "個人データの取扱いの一部を第三者に委託することがあります。")[""] == "entrustment"
    inner = section("委託", "取扱いの全部又は一部を外部に委託することがあります。")
    page = (FIRST, section("個人情報の取扱い", "", inner))
    made = read_section(inner, (1, 0), survey(page, sheet))
    assert made is not None and made.clause == "entrustment"


@pytest.mark.parametrize(
    "text",
    [
        "この方針は、個人情報の取扱いを定めることを目的とする。\n1. 用語は、法令の定めるところによる。",
        "この方針は、個人情報の取扱いを定める。\n1. 適法かつ公正な取得\n2. 安全な管理",
        "当社は、個人情報を次の目的で利用する。\n1. 利用者は、この方針に同意する。",
    ],
)
def test_the_aim_of_a_notice_is_no_purpose_of_use(text: str) -> None:
    assert on("プライバシーポリシー", "目的", text) == {}


def test_purposes_may_stand_under_a_heading_of_one_word() -> None:
    made = on("プライバシーポリシー", "目的", "当社は、個人情報を次の目的で利用します。\n1. 商品の発送のため")
    assert made == {"": "purposes", "目的-1": "purpose"}


def test_what_a_page_says_of_personal_data_in_passing_does_not_make_it_a_notice() -> None:
    page = (section("", "当社は、個人情報をはじめとする情報資産を守ります。"),)
    assert survey(page, "情報セキュリティ基本方針").kind == "general-policy"
    assert survey(page, "").kind == "privacy-notice"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "手数料は1,000円（税込）です。請求は[こちら](https://mihon.example/form)から。",
            {"": "requests", "fee": "1000 yen", "procedure": "[こちら](https://mihon.example/form)"},
        ),
        (
            "当社は、次のご請求を受け付けます。\n- 利用目的の通知\n- 保有個人データの内容の訂正、追加又は削除\n- 個人データの利用の停止",
            {"": "requests", "accepts": "notice-of-purposes, correction, addition, deletion, cessation-of-use"},
        ),
        ("当社は、次のご請求に応じません。\n- 保有個人データの開示", {"": "part"}),
    ],
)
def test_what_is_said_of_requests_without_naming_them_in_one_sentence(text: str, expected: dict[str, str]) -> None:
    made = read(section("開示等の請求", text))
    assert made is None or not any("読み取れません" in doubt.remark for doubt in made.doubts)
    if expected[""] == "requests":
        assert facts("開示等の請求", text) == expected
    else:
        assert made is None or not made.fields


def test_periods_of_some_data_are_not_those_of_all() -> None:
    text = "次の期間、保存します。\n- 注文内容：注文を受けた日から7年\n- その他の個人データ：利用目的の達成に必要な期間"
    made = read(section("保存期間", text))
    assert made is not None and "period" not in dict(made.fields) and "複数" in made.doubts[0].remark


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "次の場合を除き、要配慮個人情報を取得しません。\n- 法令に基づく場合",
            {"": "sensitive-data", "declared": "none", "except": "law"},
        ),
        ("次の場合を除き、要配慮個人情報を取得しません。\n- 法令に基づく場合\n- 緊急の場合", {}),
        ("法令に基づく場合に、要配慮個人情報を取得します。", {}),
    ],
)
def test_an_exception_alone_says_nothing_of_sensitive_data(text: str, expected: dict[str, str]) -> None:
    assert facts("要配慮個人情報", text) == expected


def test_sources_joined_in_one_sentence_are_all_of_them() -> None:
    text = "個人情報は、ご本人からの直接のご提供及びサービスのご利用に伴う自動的な記録により取得します。"
    assert facts("個人情報の取得", text)["sources"] == "person, automatic"
    assert said("個人情報の取得", text)["sources.person"] == "ご本人からの直接のご提供"


def test_processors_joined_by_a_word_are_all_of_them() -> None:
    text = "取扱いの一部を、配送業者、決済代行会社又はクラウドサービス事業者に委託することがあります。"
    assert facts("委託", text)["to"] == "delivery-company, payment-company, cloud-provider"


def test_the_ground_of_a_provision_is_no_exception() -> None:
    text = "提供は、次のとおりです。\n- 国の機関への提供\n  提供の根拠：法令に基づく場合"
    assert "except" not in facts("第三者提供", text)


def test_a_transmission_has_the_lines_below_its_item() -> None:
    text = (
        "次のとおり、外部に送信されます。利用するサービスは次のとおりです。\n- アクセス解析\n  送信先：例示解析株式会社\n"
        "  送信される情報：閲覧したページのURL、IPアドレス\n  送信先における利用目的：アクセス解析\n- 地図\n  送信先：例示地図株式会社"
    )
    made = read(section("外部送信", text))
    assert made is not None
    assert [dict(child.fields) for child in made.children] == [
        {"to": "例示解析株式会社", "sends": "page-url, ip-address", "for": "access-analysis"},
        {"to": "例示地図株式会社"},
    ]


def test_own_purposes_are_told_from_those_of_the_recipient() -> None:
    lead = "ご利用の端末から、次の情報が外部の事業者に送信されます。\n"
    lines = "- アクセス解析\n  送信先：例示解析株式会社\n  当社における利用目的：広告の表示\n  送信先における利用目的：アクセス解析"
    made = read(section("外部送信", lead + lines))
    assert made is not None
    (child,) = made.children
    assert dict(child.fields) == {"to": "例示解析株式会社", "own-for": "advertising", "for": "access-analysis"}
    # A list of what is sent is none of services.
    assert read(section("外部送信", f"{lead}- 閲覧履歴\n- Cookie")) is None


def test_a_heading_of_what_is_sent_is_of_a_transmission() -> None:
    from policyc.importer.recognise import kinds

    assert kinds.clause(section("送信される情報、送信先及び利用目的", "外部に送信します。")) == (
        "external-transmission",
        True,
    )
