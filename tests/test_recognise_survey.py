"""What recognisers make of a page as a whole: who speaks, defined words, contact details, dates. All firms are invented."""

from __future__ import annotations

import pytest

from drafts import outline, section
from policyc.importer.draft import Section
from policyc.importer.recognise import Survey, survey


def surveyed(*sections: Section, title: str = "プライバシーポリシー") -> Survey:
    return survey(sections, title)


def said(found: Survey, sections: tuple[Section, ...]) -> list[tuple[str, str]]:
    """References with the characters they stand for."""
    return [
        (mark.ref, sections[path[0]].rows[mark.row].text[mark.start : mark.end])
        for path, marks in found.marks.items()
        for mark in marks
    ]


@pytest.mark.parametrize(
    ("bracket", "called"),
    [
        ("（以下「当社」といいます。）", '"当社" as "（以下「{called}」といいます。）"'),
        ("（以下、「当社」といいます）", '"当社" as "（以下、「{called}」といいます）"'),
        ("（以下「当社」という。）", '"当社" as "（以下「{called}」という。）"'),
        ("（以下，「当社」といいます。）", '"当社" as "（以下，「{called}」といいます。）"'),
        ("（以下当社）", '"当社" as "（以下{called}）"'),
        ("(以下「当社」)", '"当社" as "(以下「{called}」)"'),
        ("(以下、当社という)", '"当社" as "(以下、{called}という)"'),
        ("（以下『当社』と称します。）", '"当社" as "（以下『{called}』と称します。）"'),
        ("（以下｢当社｣という）", '"当社" as "（以下｢{called}｣という）"'),
        ("（以下「当社」又は「弊社」といいます。）", '"当社" as "（以下「{called}」又は「弊社」といいます。）"'),
    ],
)
def test_operator_in_every_form_of_definition(bracket: str, called: str) -> None:
    page = (section("", f"株式会社みほん{bracket}は、個人情報を大切にします。\n当社は、法令を守ります。"),)
    found = survey(page, "プライバシーポリシー")
    (entity,) = found.entities
    assert (entity.block, entity.title, found.operator) == ("organization", "株式会社みほん", "当社")
    assert dict(entity.fields)["called"] == called
    assert said(found, page) == [("当社", f"株式会社みほん{bracket}"), ("当社", "当社")]
    assert found.marks[(0,)][0].exact


@pytest.mark.parametrize(
    ("sentence", "title"),
    [
        ("本サービスを運営する株式会社みほん（以下「当社」といいます。）は、次のとおり定めます。", "株式会社みほん"),
        ("みほん株式会社（以下「当社」といいます。）は、次のとおり定めます。", "みほん株式会社"),
        ("一般社団法人　みほん協会（以下「当協会」といいます。）は、次のとおり定めます。", "一般社団法人　みほん協会"),
        ("Mihon Conf 2025（以下、 カンファレンス）では、次のとおり定めます。", "Mihon Conf 2025"),
        ("みほん士業グループ（以下「当グループ」）は、次のとおり定めます。", "みほん士業グループ"),
        ("Mihonでは、以下の外部サービスを利用しています。", "Mihon"),
        ("株式会社みほんは、次のとおり定めます。", "株式会社みほん"),
    ],
)
def test_name_of_the_operator(sentence: str, title: str) -> None:
    found = surveyed(section("", sentence))
    operator = found.entity(found.operator)
    assert operator is not None and operator.title == title


@pytest.mark.parametrize(
    "sentence",
    [
        "当社は、個人情報を大切にします。",
        "お客様は、次のことに同意します。",
        "個人情報では、次のものを扱います。",
        "当サイトでは、Cookieを使います。",
        "みほんを運営する者及びその子会社（以下「当社」といいます。）は、次のとおり定めます。",
        "会員の皆様（以下「会員」といいます。）は、次のとおりとします。",
    ],
)
def test_who_speaks_is_a_doubt_where_it_is_not_said(sentence: str) -> None:
    found = surveyed(section("", sentence))
    assert found.operator == "" and found.doubts


def test_only_whole_words_are_mentions() -> None:
    text = "株式会社みほん（以下「当社」といいます。）は、次のとおり定めます。\n該当社員、当社団、担当社を除き、当社は株式会社みほんです。"
    page = (section("", text),)
    assert said(survey(page, ""), page)[1:] == [("当社", "当社"), ("当社.full", "株式会社みほん")]


def test_mentions_before_the_definition_are_left_alone() -> None:
    page = (
        section("", "当社は、次のとおり定めます。"),
        section("", "株式会社みほん（以下「当社」という。）は、守ります。"),
    )
    assert said(survey(page, ""), page) == [("当社", "株式会社みほん（以下「当社」という。）")]


def test_a_link_is_never_cut() -> None:
    page = (section("", "株式会社みほん（以下「当社」という。）は、[当社の手続](https://mihon.example/)によります。"),)
    assert [ref for ref, _ in said(survey(page, ""), page)] == ["当社"]


@pytest.mark.parametrize(
    ("sentence", "block", "name", "title"),
    [
        ("当社は、個人情報の保護に関する法律（以下「個人情報保護法」といいます。）を守ります。", "statute", "個人情報保護法", "個人情報の保護に関する法律"),
        ("当社が提供するサービス（以下「本サービス」といいます。）について定めます。", "service", "本サービス", "当社が提供するサービス"),
        ("当社のアプリケーション、コンテンツ等(以下「本サービス」)について定めます。", "service", "本サービス", "当社のアプリケーション、コンテンツ等"),
        ("当社は、カンファレンスへの参加者（以下、ユーザー）を大切にします。", "subject", "ユーザー", "カンファレンスへの参加者"),
        ("当社は、登録したお客様（以下「みほん会員」といいます。）を大切にします。", "term", "みほん会員", "みほん会員"),
    ],
)  # fmt: skip
def test_defined_words(sentence: str, block: str, name: str, title: str) -> None:
    (entity,) = surveyed(section("", sentence)).entities
    assert (entity.block, entity.name, entity.title) == (block, name, title)


@pytest.mark.parametrize(
    "sentence",
    [
        "個人情報の訂正、追加または削除（以下、「訂正等」といいます。）を請求することができます。",
        "以下のプライバシーポリシー（以下、「本ポリシー」といいます。）を定めます。",
        "氏名、住所等（以下「個人情報」といいます。）を取得します。",
        "当社は、又は会員（以下「利用者」といいます。）を扱います。",
    ],
)
def test_words_whose_meaning_is_not_certain_are_not_declared(sentence: str) -> None:
    assert not surveyed(section("", sentence)).entities


def test_subject_of_the_page() -> None:
    found = surveyed(
        section("", "当社は、お客様の個人情報を守ります。お客様の情報を守ります。利用者の個人情報も守ります。")
    )
    assert ("subjects", "お客様") in found.fields


@pytest.mark.parametrize(
    ("row", "fields"),
    [
        ("制定日：2021年4月1日", [("enacted", '2021-04-01 as "制定日：{date}"')]),
        ("2026年3月10日改定", [("revised", '2026-03-10 as "{date}改定"')]),
        ("制定：2005年03月31日", [("date-style", "western-padded"), ("enacted", '2005-03-31 as "制定：{date}"')]),
        ("令和3年4月1日施行", [("date-style", "wareki"), ("effective", '2021-04-01 as "{date}施行"')]),
        ("2021年4月1日 制定・施行", [("enacted", '2021-04-01 as "{date} 制定・施行"'), ("effective", '2021-04-01 as "{date} 制定・施行"')]),
        ("本ポリシーは、2021年4月1日から施行します。", [("effective", "2021-04-01")]),
        ("最終更新日　2024年12月1日", [("revised", '2024-12-01 as "最終更新日　{date}"')]),
    ],
)  # fmt: skip
def test_dates(row: str, fields: list[tuple[str, str]]) -> None:
    found = surveyed(section("附則", row))
    assert [field for field in found.fields if field[0] not in ("kind", "register")] == fields


@pytest.mark.parametrize(
    ("row", "doubted"),
    [
        ("2025 年 4 月 1 日 制定・施行", True),
        ("作成及び使用開始；20240124", True),
        ("２０２４年４月１日改定", True),
        ("制定 2021/4/1", True),
        ("2021年4月1日に設立した当社は、方針を制定しました。", False),
        ("個人情報を2025年10月31日まで利用します。", False),
        ("2021年4月1日", False),
        ("2021年13月1日制定", False),
        ("2021年4月1日制定、2022年4月1日改定", False),
    ],
)
def test_dates_that_cannot_be_said_are_not_declared(row: str, doubted: bool) -> None:
    found = surveyed(section("附則", row))
    assert not {"enacted", "revised", "published", "effective"} & {field for field, _ in found.fields}
    assert any("日付" in doubt.remark for doubts in found.doubts.values() for doubt in doubts) is doubted


def test_two_enactments_are_a_doubt() -> None:
    found = surveyed(section("附則", "2021年4月1日制定\n2022年4月1日制定"))
    assert [field for field, _ in found.fields].count("enacted") == 1
    assert any("二つ" in doubt.remark for doubt in found.doubts[(0,)])


def test_desk_of_a_contact_section() -> None:
    text = (
        "お問い合わせは、下記の窓口までお願いします。\n個人情報相談窓口\n〒100-0000\n東京都千代田区見本町1丁目2番3号\n"
        "【電話番号】　03－0000－0000\n【受付時間】　平日　午前９時00分～午後5時00分\nEメールアドレス：privacy@mihon.example"
    )
    found = surveyed(section("お問い合わせ窓口", text))
    (desk,) = found.entities
    assert (desk.block, desk.title) == ("desk", "個人情報相談窓口")
    assert dict(desk.fields) == {
        "postal-code": '"100-0000"',
        "address": '"東京都千代田区見本町1丁目2番3号"',
        "phone": '"03－0000－0000"',
        "hours": '"平日　午前９時00分～午後5時00分"',
        "email": '"privacy@mihon.example"',
    }
    assert found.desks == {(0,): (desk.name,)}


def test_details_below_the_name_of_an_organisation() -> None:
    text = "株式会社みほん（以下「当社」という。）は、次のとおり定めます。\n株式会社みほん\n東京都千代田区見本町1丁目2番3号\n代表取締役　見本　花子"
    found = surveyed(section("", text))
    operator = found.entity("当社")
    assert operator is not None
    assert dict(operator.fields)["address"] == '"東京都千代田区見本町1丁目2番3号"'
    assert dict(operator.fields)["representative"] == '"代表取締役", "見本　花子"'


@pytest.mark.parametrize(
    "row",
    [
        "東京都千代田区では、条例を守ります。",
        "電話、電子メール及び郵便によりご案内します。",
        "代表的な事例は次のとおりです。",
        "電話番号は取得しません。",
        "住所、氏名及び電話番号",
        "受付時間は、別に定めます。",
    ],
)
def test_prose_is_no_contact_detail(row: str) -> None:
    found = surveyed(section("お問い合わせ窓口", f"株式会社みほん\n{row}"))
    assert not [entity for entity in found.entities if entity.block == "desk"]


@pytest.mark.parametrize(
    ("title", "kind"),
    [
        ("プライバシーポリシー", "privacy-notice"),
        ("個人情報保護方針", "privacy-notice"),
        ("個人情報に関して", "privacy-notice"),
        ("特定個人情報を含む個人情報保護方針", "privacy-notice"),
        ("特定個人情報等の適正な取扱いに関する基本方針", "specific-personal-information-policy"),
        ("利用者情報の外部送信について", "external-transmission-notice"),
        ("特定商取引法に基づく表記", "commerce-notice"),
        ("資金決済法に基づく表示", "payment-notice"),
        ("利用規約", "terms"),
        ("反社会的勢力に対する基本方針", "general-policy"),
    ],
)
def test_kind_of_document(title: str, kind: str) -> None:
    assert dict(survey((section("", ""),), title).fields)["kind"] == kind
    assert dict(survey(outline(f"# {title}\n\n本文です。"), "").fields)["kind"] == kind


def test_register() -> None:
    assert dict(surveyed(section("", "当社は、守る。当社は、努めるものとする。")).fields)["register"] == "articles"
    assert dict(surveyed(section("", "当社は、守ります。")).fields)["register"] == "web"


@pytest.mark.parametrize(
    "sentence",
    [
        "この利用規約（以下「本規約」といいます。）は、株式会社みほん（以下「当社」といいます。）が提供する本サービスの条件を定めます。",
        "本個人情報保護方針（以下「本方針」といいます。）は、株式会社みほん（以下「当社」といいます。）における取扱いを定めます。",
        "みほんストア（以下、ストア）は、株式会社みほん（以下「当社」といいます。）が運営します。",
    ],
)
def test_operator_is_who_is_called_so_not_what_the_sentence_begins_with(sentence: str) -> None:
    (entity,) = surveyed(section("", sentence)).entities
    assert (entity.name, entity.title) == ("当社", "株式会社みほん")


@pytest.mark.parametrize(
    "sentence",
    [
        "この利用規約（以下「本規約」といいます。）は、次のとおり定めます。",
        "みほんストア利用規約（以下「規約」といいます。）は、次のとおり定めます。",
        "本ウェブサイト（以下「みほん」といいます。）は、次のとおり定めます。",
        "お客様の個人情報（以下「個人情報」といいます。）は、次のとおり扱います。",
    ],
)
def test_a_document_is_no_organisation(sentence: str) -> None:
    found = surveyed(section("", sentence))
    assert found.operator == "" and not [one for one in found.entities if one.block == "organization"]


@pytest.mark.parametrize(
    ("words", "marked"),
    [
        ("株式会社みほん及び株式会社みほん物流", ["当社.full"]),
        ("株式会社みほんホールディングス", []),
        ("株式会社みほんエナジー、株式会社みほん。", ["当社.full"]),
        ("株式会社みほん・株式会社れいじ", ["当社.full"]),
        ("株式会社みほん　代表取締役", ["当社.full"]),
        ("株式会社みほんや", []),
        ("当社グループ、当社子会社、当社の子会社", ["当社"]),
        ("当社サービス", ["当社"]),
    ],
)
def test_a_name_inside_a_longer_one_is_no_mention(words: str, marked: list[str]) -> None:
    page = (section("", f"株式会社みほん（以下「当社」といいます。）は、定めます。\n{words}"),)
    assert [ref for ref, _ in said(survey(page, ""), page)[1:]] == marked


def test_a_decree_under_a_statute_is_no_mention_of_it() -> None:
    text = "当社は、個人情報の保護に関する法律（以下「個人情報保護法」という。）を守る。\n個人情報保護法施行令、個人情報保護法第27条"
    page = (section("", text),)
    assert [ref for ref, _ in said(survey(page, ""), page)[1:]] == ["個人情報保護法"]


@pytest.mark.parametrize(
    ("row", "hours"),
    [
        ("電話：03-0000-0000（平日10:00〜17:00）", "平日10:00〜17:00"),
        ("電話：03-0000-0000（受付時間：平日10時から17時まで）", "平日10時から17時まで"),
        ("TEL 03-0000-0000　受付時間：10時から17時", "10時から17時"),
        ("電話：03-0000-0000（代表）", ""),
    ],
)
def test_hours_behind_a_number(row: str, hours: str) -> None:
    found = surveyed(section("お問い合わせ窓口", f"個人情報相談窓口\n{row}"))
    (desk,) = [entity for entity in found.entities if entity.block == "desk"]
    assert dict(desk.fields).get("phone") == '"03-0000-0000"'
    assert dict(desk.fields).get("hours", '""') == f'"{hours}"'


def test_a_remark_behind_a_number_is_no_hours() -> None:
    found = surveyed(section("お問い合わせ窓口", "個人情報相談窓口\n電話：03-0000-0000（担当：見本）"))
    assert not [entity for entity in found.entities if entity.block == "desk"]
