"""What a source can say: definitions, references, numbers, lists, dates, answers — each by its text."""

from __future__ import annotations

import json

import pytest

from conftest import HEAD as PLAIN_HEAD
from conftest import build_files, check_files, check_text, codes
from policyc import pipeline
from policyc.pipeline import Checked

# Without the standard introduction of a notice, which would mention the firm first.
HEAD = PLAIN_HEAD + '  text: ""\n'


def check_clause(body: str) -> Checked:
    return check_text(HEAD + body + "\n}\n")


def text(body: str) -> str:
    """The plain text of a clause body in the small document of 株式会社みほん, without the title."""
    return said(check_clause(body))


def said(checked: Checked) -> str:
    assert checked.ok, [(d.code, d.message("en")) for d in checked.diagnostics if d.severity == "error"]
    output = pipeline.emit(checked, ("text_ja",))[0]
    return output.files["policy.ja.txt"].partition("\n")[2].strip("\n")


def article(words: str) -> str:
    return text(f'article "本文" {{ text: """\n{words}\n""" }}').partition("\n")[2].strip("\n")


# -- definitions --------------------------------------------------------------------------------------------------------


def test_first_mention_defines_and_later_ones_are_short() -> None:
    assert article("{mihon}と{mihon}") == "株式会社みほん（以下「当社」といいます。）と当社"


@pytest.mark.parametrize(
    "form",
    [
        "（以下、「{called}」といいます。）",
        "（以下「{called}」という）",
        "（以下{called}）",
        "（以下、{called}という）",
    ],
)
def test_forms_of_a_definition(form: str) -> None:
    source = HEAD.replace('called: "当社"', f'called: "当社" as "{form}"') + 'article "本文" { text: "{mihon}" }\n}\n'
    assert said(check_text(source)).endswith("株式会社みほん" + form.replace("{called}", "当社"))


def test_parts_of_an_organisation() -> None:
    assert article("{mihon.full}、{mihon.address}、{mihon.representative}、{mihon.called}") == (
        "株式会社みほん、東京都千代田区見本町1丁目2番3号、代表取締役　見本　花子、当社"
    )


def test_a_term_means_something_once() -> None:
    source = 'term member "みほん会員" { means: "{mihon}に登録した{customer}" }\n' + HEAD
    source += 'article "本文" { text: "{member}は、{member}です。" }\n}\n'
    assert said(check_text(source)).endswith(
        "株式会社みほん（以下「当社」といいます。）に登録したお客様（以下「みほん会員」といいます。）は、みほん会員です。"
    )


def test_a_heading_defines_nothing() -> None:
    assert text('article "{mihon}の方針" { text: "{mihon}の本文" }').splitlines()[0] == "1．当社の方針"
    assert "株式会社みほん（以下「当社」といいます。）の本文" in text(
        'article "{mihon}の方針" { text: "{mihon}の本文" }'
    )


def test_articles_register_says_to_iu() -> None:
    source = HEAD + 'register: articles\narticle "目的" { text: "{mihon}は、定める。" }\n}\n'
    assert said(check_text(source)) == "第1条（目的）\n\n株式会社みほん（以下「当社」という。）は、定める。"


# -- references ---------------------------------------------------------------------------------------------------------

PURPOSES = """
  purposes uses "利用目的" {
    text: ""
    purpose delivery  "商品をお届けするため" { is: goods-delivery }
    purpose inquiries "お問い合わせにお答えするため" { is: inquiry-handling }
  }
"""


def test_references_to_places() -> None:
    body = PURPOSES + 'article "本文" { text: "{uses}、{uses.number}、{uses.title}、{uses.heading}、{inquiries}" }'
    assert text(body).splitlines()[-1] == "「1．利用目的」、1、利用目的、1．利用目的、「1．利用目的」（2）"


IN_PARTS = """
part one "甲" {
  article general "通則" { text: "あ。" }
  article fine "細則" { text: "い。" }
}
part two "乙" {
  article own "通則" { text: "WORDS" }
}
"""


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{general}のとおり。", "【甲】の「1．通則」のとおり。"),
        ("{own}のとおり。", "「1．通則」のとおり。"),
        # No other clause has its number.
        ("{fine}のとおり。", "「2．細則」のとおり。"),
        ("{one}の{general}のとおり。", "【甲】の「1．通則」のとおり。"),
        ("甲の{general}のとおり。", "甲の「1．通則」のとおり。"),
        ("{fine}及び{general}のとおり。", "「2．細則」及び「1．通則」のとおり。"),
        ("{general|通則}、{general.heading}のとおり。", "通則、1．通則のとおり。"),
    ],
)
def test_a_number_that_several_parts_have_is_said_with_its_part(words: str, said: str) -> None:
    assert text(IN_PARTS.replace("WORDS", words)).splitlines()[-1] == said


def test_a_part_is_named_as_its_numbering_has_it() -> None:
    body = IN_PARTS.replace("WORDS", "{general}による。")
    assert text("numbering { restart: no }\n" + body).splitlines()[-1] == "「1．通則」による。"
    chapters = 'numbering { part: "第{n}章　{heading}"; clause: "第{n}条（{heading}）" }\n'
    assert text(chapters + body).splitlines()[-1] == "第1章第1条（通則）による。"


DEFINED = '''
article defined "定義" {
  text: """
    次のとおりとする。
    - 甲
    - {#fee} 乙
      - {#inner} 丙
    """
}
article longer "細則" {
  numbering { items: "{n:kanji}　" }
  text: """
    あ。

    い。
    - {#third} 甲
    """
}
'''


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("{fee}の料金", "第1条（2）の料金"),
        ("{inner}の料金", "第1条（2）アの料金"),
        ("{fee}及び{inner}の料金", "第1条（2）及び（2）アの料金"),
        ("{defined.marker}{fee}、{defined}の{fee}", "第1条（2）、第1条（定義）の（2）"),
        ("{defined}、{fee}", "第1条（定義）、第1条（2）"),
        ("前条{fee}、同条第2項{fee}", "前条（2）、同条第2項（2）"),
        ("{third}の料金", "第2条第2項第一号の料金"),
        ("{fee|乙}の料金", "乙の料金"),
    ],
)
def test_an_item_of_another_clause_is_said_with_it(words: str, said: str) -> None:
    body = DEFINED + f'article here "本文" {{ text: "{words}" }}'
    assert text("register: articles\n" + body).splitlines()[-1] == said


def test_an_item_of_the_same_clause_is_said_alone() -> None:
    assert article("{one}の場合を除く。\n- {#one} 甲\n- {one}のほか").startswith("（1）の場合を除く。")
    body = DEFINED + 'article here "本文" { text: "{fee}の料金" }'
    assert text(body).splitlines()[-1] == "「1．定義」（2）の料金"


PARAGRAPHS = '''
article one "一" {
  text: """
    次のとおりとする。{k1}
    - {#k1} 甲
    - {#k3} 丙

    次のとおりとする。{k2}
    - {#k2} 乙
      - {#n1} さ
      - {#n2} し

    WORDS
    """
  closing: "CLOSING"
}
article two "二" {
  numbering { items: "{n:kanji}　" }
  text: """
    次のとおりとする。
    - {#m1} 甲
    - {#m2} 丙

    KANJI
    """
}
article three "三" { text: "ELSEWHERE" }
'''


def paragraphs(place: str, words: str, register: str = "articles") -> Checked:
    body = PARAGRAPHS.replace(place, words)
    for other in ("WORDS", "CLOSING", "KANJI", "ELSEWHERE"):
        body = body.replace(other, "あ。")
    return check_clause(f"register: {register}\n{body}")


@pytest.mark.parametrize(
    ("place", "words", "expected"),
    [
        ("WORDS", "{k1}及び{k2}に", "第1項（1）及び第2項（1）に"),
        ("WORDS", "{k1}又は{k3}に", "第1項（1）又は（2）に"),
        ("WORDS", "{k1}から{k3}まで及び{k2}に", "第1項（1）から（2）まで及び第2項（1）に"),
        ("WORDS", "{k1}に該当し、又は{k3}に", "第1項（1）に該当し、又は第1項（2）に"),
        ("WORDS", "第1項{k1}、前項{n1}に", "第1項（1）、前項（1）アに"),
        ("WORDS", "{n1}、{k2}{n2}に", "第2項（1）ア、（1）イに"),
        ("WORDS", "前項第一号{n1}、同号{n2}、前項（1）{n1}に", "前項第一号ア、同号イ、前項（1）アに"),
        ("CLOSING", "{k1}に", "第1項（1）に"),
        ("KANJI", "前項{m1}、第1項{m2}又は{m1}に", "前項第一号、第1項第二号又は第一号に"),
        ("KANJI", "{m1}、第{m1}号に", "第1項第一号、第一号に"),
        ("KANJI", "前条{k2}に", "前条第2項（1）に"),
        ("KANJI", "同条{k1}及び{k2}に", "同条第1項（1）及び第2項（1）に"),
        ("KANJI", "{k1}及び{m1}に", "第1条第1項（1）及び第2条第1項第一号に"),
        ("ELSEWHERE", "{k1}又は{k3}に", "第1条第1項（1）又は（2）に"),
        ("ELSEWHERE", "{k1}から{k3}までに", "第1条第1項（1）から（2）までに"),
        ("ELSEWHERE", "{n1}又は{n2}に", "第1条第2項（1）ア又はイに"),
        ("ELSEWHERE", "{k2}{n2}に", "第1条第2項（1）イに"),
        ("ELSEWHERE", "{two.marker}第1項{m2}に", "第2条第1項第二号に"),
        ("ELSEWHERE", "前条{m1}、{m2}に", "前条第1項第一号、第二号に"),
    ],
)
def test_an_item_is_said_with_its_paragraph_where_that_is_another(place: str, words: str, expected: str) -> None:
    checked = paragraphs(place, words)
    assert expected in [line.partition("　")[2] or line for line in said(checked).splitlines()]
    assert not [code for code in codes(checked) if code.startswith("text/item")]
    # At its own list it is said alone.
    assert said(checked).count("次のとおりとする。（1）") == 2


@pytest.mark.parametrize(
    ("place", "words", "ambiguous"),
    [
        ("WORDS", "{k1}に", 1),
        ("ELSEWHERE", "{k1}及び{k2}に", 2),
        # The author tells the paragraph, or there is but one of them.
        ("WORDS", "前項{k2}に", 0),
        ("ELSEWHERE", "{k3}、{n1}、{m1}に", 0),
        ("ELSEWHERE", "{k1|甲}に", 0),
    ],
)
def test_an_item_that_its_number_does_not_tell_apart(place: str, words: str, ambiguous: int) -> None:
    assert codes(paragraphs(place, words, "web")).count("text/item-ambiguous") == ambiguous


@pytest.mark.parametrize(
    ("words", "elsewhere"),
    [
        ("第3条{k1}に", True),
        ("前条{k1}に", True),
        ("次条{m1}に", True),
        ("第1条{k1}、前条{m1}、第１条{k1}、同条{k1}に", False),
        ("第1条第1項{k1}に", False),
    ],
)
def test_an_item_behind_the_number_of_another_article(words: str, elsewhere: bool) -> None:
    found = codes(paragraphs("ELSEWHERE", words))
    assert ("text/item-of-another-clause" in found) == elsewhere


CHAPTERS = '''
part p1 "総則" {
  article one "定義" { text: """
    次のとおりとする。
    - {#k1} 甲
    """ }
}
part p2 "細則" {
  article two "定義" { text: "WORDS" }
}
'''


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{p1.marker}の規定は", "第1章の規定は"),
        ("{p1}の規定は", "第1章（総則）の規定は"),
        ("{p1}{one}は", "第1章（総則）第1条（定義）は"),
        ("{p1.marker}{one}は", "第1章第1条（定義）は"),
        ("第1章{k1}は", "第1章第1条（1）は"),
        ("{p1.heading}は", "第1章　総則は"),
    ],
)
def test_a_chapter_is_said_as_an_article_is(words: str, expected: str) -> None:
    assert text("register: articles\n" + CHAPTERS.replace("WORDS", words)).splitlines()[-1] == expected


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("{one}及び{k1}は", "【総則】の「1．定義」及び【総則】の「1．定義」（1）は"),
        ("{one}の{k1}は", "【総則】の「1．定義」の（1）は"),
        ("{p1}は", "【総則】は"),
    ],
)
def test_a_clause_and_its_item_are_both_said_with_their_part(words: str, expected: str) -> None:
    body = 'numbering { part: "【{heading}】" }\n' + CHAPTERS.replace("WORDS", words)
    assert text(body).splitlines()[-1] == expected


def test_the_number_of_what_has_but_a_heading() -> None:
    body = 'numbering { part: "【{heading}】" }\n' + CHAPTERS.replace("WORDS", "{p1.marker}は")
    (found,) = [d for d in check_clause(body).diagnostics if d.kind.code == "text/place-without-number"]
    assert "「p1.marker」" in found.message("ja") and "「{p1}」" in found.help("ja")


def test_references_may_point_forward() -> None:
    assert "「2．利用目的」のとおり" in text('article "本文" { text: "{uses}のとおり" }' + PURPOSES)


def test_list_items_can_be_referred_to() -> None:
    words = "{second}と{inner}の場合を除き、次のとおりとします。\n- 一つ目\n- {#second} 二つ目\n  - 内側\n  - {#inner} 内側の二つ目"
    assert article(words).startswith("（2）と②の場合を除き、次のとおりとします。")


def test_words_inside_words() -> None:
    body = PURPOSES + 'entrustment "委託" { scope: within uses; text: "{scope|{uses}の{delivery|お届け}の範囲内}で" }'
    assert text(body).splitlines()[-1] == "「1．利用目的」のお届けの範囲内で"


@pytest.mark.parametrize(
    ("text", "marked"),
    [
        ("図は、![構成図](https://mihon.example/a.png)です。", "![構成図](https://mihon.example/a.png)"),
        ("![](https://mihon.example/a.png)", "![](https://mihon.example/a.png)"),
        (r"図は、\\![構成図](https://mihon.example/a.png)です。", "![構成図](https://mihon.example/a.png)"),
        (r"どうぞ\![構成図](https://mihon.example/a.png)", ""),
        ("どうぞ！[構成図](https://mihon.example/a.png)", ""),
        ("どうぞ! [構成図](https://mihon.example/a.png)", ""),
        ("どうぞ!<https://mihon.example/>", ""),
        ("[構成図!](https://mihon.example/a.png)", ""),
    ],
)
def test_a_picture_of_markdown_is_pointed_out(text: str, marked: str) -> None:
    """It is a character and a link, and says so; the character itself can be written."""
    checked = check_clause(f'  article "図" {{ text: "{text}" }}')
    assert codes(checked, "error") == []
    assert [d.span.text for d in checked.diagnostics if d.code == "model/picture"] == ([marked] if marked else [])


def test_escapes_links_and_emphasis() -> None:
    checked = check_clause(r'article "本文" { text: "\{x\}と**強調**と[案内](https://mihon.example/a)と\[括弧\](x)" }')
    files = pipeline.emit(checked)[0].files
    assert files["policy.ja.txt"].splitlines()[-1] == "{x}と強調と案内と[括弧](x)"
    assert '<a href="https://mihon.example/a"' in files["policy.ja.html"]
    assert "<strong" in files["policy.ja.html"] and "<strong>強調</strong>" in files["policy.ja.md"]


# -- lists and lines ----------------------------------------------------------------------------------------------------


def test_nested_lists_literal_markers_and_bullets() -> None:
    words = '前文\n- 一\n  続き\n  - 一の一\n  - 一の二\n- 二\n-"ア　" 三\n* 四\n後文'
    assert [line.strip() for line in article(words).splitlines() if line.strip()] == [
        "前文",
        "（1）一",
        "続き",
        "①一の一",
        "②一の二",
        "（2）二",
        "ア　三",
        "・四",
        "後文",
    ]


def test_lines_paragraphs_and_joined_lines() -> None:
    assert article("一行目\n二行目\n\n次の段落の\\\n続き") == "一行目\n二行目\n\n次の段落の続き"


def test_a_list_joins_with_japanese_commas_and_sonota() -> None:
    body = 'collection "取得" { items: name, address, everything-else "その他の情報"; text: "{items}を取得します。" }'
    assert text(body).splitlines()[-1] == "氏名、住所その他の情報を取得します。"


# -- numbers ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("pattern", "heading"),
    [
        ("第{n}条（{heading}）", "第2条（二）"),
        ("第{n:kanji}条　{heading}", "第二条　二"),
        ("{n:full-width}．{heading}", "２．二"),
        ("{n:roman}．{heading}", "Ⅱ．二"),
        ("{n:alpha}) {heading}", "b) 二"),
        ("（{n:katakana}）{heading}", "（イ）二"),
        ("{n:iroha}　{heading}", "ロ　二"),
        ("【{heading}】", "【二】"),
        ("■{heading}", "■二"),
    ],
)
def test_numbering_styles(pattern: str, heading: str) -> None:
    body = f'numbering {{ clause: "{pattern}" }}\narticle "一" {{ text: "あ" }}\narticle "二" {{ text: "い" }}'
    assert text(body).splitlines()[-3] == heading


def test_numbering_changes_at_any_block_and_restarts_by_part() -> None:
    body = '''
      part "甲" {
        article "一" { text: "あ" }
        article "二" { text: """
          - い
          """ }
      }
      part "乙" {
        numbering { clause: "第{n}条 {heading}"; items: "{n:iroha}　" }
        article "三" { text: """
          - う
          """ }
      }
    '''
    lines = text(body).splitlines()
    assert [x for x in lines if x] == ["【甲】", "1．一", "あ", "2．二", "（1）い", "【乙】", "第1条 三", "イ　う"]
    counted = text("numbering { restart: no }\n" + body)
    assert "第3条 三" in counted


# -- dates and answers --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("style", "date"),
    [
        ("western", "2019年5月1日"),
        ("western-padded", "2019年05月01日"),
        ("wareki", "令和元年5月1日"),
        ("both", "令和元（2019）年5月1日"),
    ],
)
def test_date_styles(style: str, date: str) -> None:
    body = f'date-style: {style}\nenacted: 2019-05-01 as "制定 {{date}}"\narticle "本文" {{ text: "{{enacted}}" }}'
    assert text(body).splitlines()[-1] == f"制定 {date}"


def test_the_four_answers_stay_apart() -> None:
    base = (
        'requests "請求" { accepts: disclosure; text: "{accepts}に応じ、手数料は{fee|述べるとおり}です。"; fee: FEE }'
    )
    rows = {}
    for answer in ("300 yen", "none", "on-request", "delegated [案内](https://mihon.example/fee)"):
        checked = check_clause(base.replace("FEE", answer))
        assert checked.ok
        policy = checked.documents[0].policy
        rows[answer.split()[0]] = (
            policy.procedures[0].fee,
            [(s.topic, s.stance) for s in policy.silences],
            [(d.topic, d.url) for d in policy.delegations],
        )
    assert rows["300"] == ("300 JPY", [], [])
    assert rows["none"] == ("none", [("requests.fee", "none")], [])
    assert rows["on-request"] == ("on-request", [("requests.fee", "on-request")], [])
    assert rows["delegated"] == ("delegated", [], [("requests.fee", "https://mihon.example/fee")])


def test_a_clause_can_declare_that_there_is_none() -> None:
    checked = check_clause('joint-use "共同利用" { declared: none; text: "{mihon}は、共同利用することは{declared}。" }')
    assert checked.ok
    policy = checked.documents[0].policy
    assert [(s.topic, s.stance) for s in policy.silences] == [("joint-use", "none")]
    assert policy.practices == ()


# -- several files ------------------------------------------------------------------------------------------------------


def test_imports_are_found_from_the_importing_file() -> None:
    files = {
        "a/main.policy": 'import "../shared/parties.policy"\n' + HEAD.partition("subject")[2].join(["subject", "}\n"]),
        "shared/parties.policy": 'import "more.policy"\n' + HEAD.partition("subject")[0],
        "shared/more.policy": 'subject visitor "来訪者" { is: visitor }\n',
    }
    checked = check_files(files)
    assert codes(checked, "error") == []
    assert [s.path for s in checked.sources] == ["a/main.policy", "shared/more.policy", "shared/parties.policy"]


def test_a_vocabulary_of_ones_own() -> None:
    rows = """\
purposes:
  - id: tea-ceremony
    ja: 茶会の開催
    en: Holding tea ceremonies
    dpv: {terms: [dpv:ServiceProvision], fit: broader}
    own: https://mihon.example/ns#TeaCeremony
"""
    main = HEAD.replace("organization", 'import "own.vocab.yaml"\norganization', 1) + (
        '  purposes uses "利用目的" { text: ""\n    purpose tea "茶会のため" { is: tea-ceremony }\n  }\n}\n'
    )
    output = build_files({"main.policy": main, "own.vocab.yaml": rows})
    (purpose,) = [p for p in output.document.policy.purposes if p.listed]
    assert [c.id for c in purpose.concepts] == ["tea-ceremony"]
    assert "https://mihon.example/ns#TeaCeremony" in output.files["policy.jsonld"]
    broken = check_files({"main.policy": main, "own.vocab.yaml": rows.replace("fit: broader", "fit: perfect")})
    assert "model/bad-vocabulary" in codes(broken, "error")


@pytest.mark.parametrize(
    ("fragment", "taken"),
    [
        ("uses", True),
        ("mihon", True),
        # What belongs to a name, what nobody named, and what the vocabulary names.
        ("uses.use", True),
        ("notice/rules", True),
        ("collection", True),
        ("data:name", True),
        ("notice", False),
        ("privacy", False),
    ],
)
def test_the_address_of_a_document_is_the_identifier_of_nothing_else(fragment: str, taken: bool) -> None:
    body = "  purposes uses { purpose a { is: goods-delivery } }\n  collection { items: name }\n}\n"
    checked = check_text(HEAD.replace("/privacy/>", f"/privacy/#{fragment}>") + body)
    assert ("model/address-is-a-name" in codes(checked, "error")) is taken


def test_two_documents_of_one_page() -> None:
    clause = 'article "本文" { text: "あ" }\n}\n'
    other = HEAD.partition("document")[2].join(["document", clause]).replace("document notice", "document other")
    for first, second, shared in (("#one", "#two", True), ("", "", True), ("", "other/", False)):
        one, two = (
            text.replace("/privacy/>", f"/privacy/{end}>") for text, end in ((HEAD + clause, first), (other, second))
        )
        assert ("model/page-shared" in codes(check_text(one + two), "warning")) is shared


def test_several_documents_in_one_file() -> None:
    source = (
        HEAD
        + 'article "本文" { text: "あ" }\n}\n'
        + HEAD.partition("document")[2]
        .join(["document", 'article "本文" { text: "い" }\n}\n'])
        .replace("document notice", "document other")
    )
    checked = check_text(source)
    assert [d.policy.id for d in checked.documents] == ["notice", "other"]
    assert codes(checked, "error") == []


def test_japanese_punctuation_separates_values() -> None:
    body = '取得 "取得" { 項目: 氏名、住所、電話番号\n 本文: "{項目}を取得します。" }'
    assert text(body).splitlines()[-1] == "氏名、住所、電話番号を取得します。"


def test_characters_are_never_normalised() -> None:
    odd = "⼈と人、｡と。、〜と～、−とー、＠と@、㈱と𠮷野"
    assert article(odd) == odd


def test_days_are_those_of_the_calendar() -> None:
    from datetime import date

    from policyc.model.numbers import is_day

    for year in (1, 1868, 1900, 2000, 2023, 2024, 9999, 0):
        for month in range(14):
            for day in range(33):
                iso = f"{year:04}-{month:02}-{day:02}"
                try:
                    expected = bool(date.fromisoformat(iso))
                except ValueError:
                    expected = False
                assert is_day(iso) == expected, iso


def test_a_row_of_the_vocabulary_is_called_as_the_author_wrote_it() -> None:
    body = '  collection { items: 注文履歴, phone; text: "{items}を、{電話番号}とともに取得します。{items.purchase-history}" }\n}\n'
    output = build_files({"x.policy": HEAD + body})
    assert "注文履歴、電話番号を、電話番号とともに取得します。注文履歴" in output.files["policy.ja.txt"]
    items = {row["id"]: row["text"] for row in json.loads(output.files["policy.p3p.json"])["data"]}
    assert items == {"data:purchase-history": "注文履歴", "data:phone": "電話番号"}


def test_a_word_in_latin_letters_is_published_as_written() -> None:
    words = "ID, OS, Cookie, DNA, email, telephone"
    body = f'  collection {{ items: {words}; text: "{{items}}を、{{OS}}とともに取得します。" }}\n}}\n'
    output = build_files({"x.policy": HEAD + body})
    assert "ID、OS、Cookie、DNA、メールアドレス、電話番号を、OSとともに取得します。" in output.files["policy.ja.txt"]
    items = {row["id"]: row["text"] for row in json.loads(output.files["policy.p3p.json"])["data"]}
    assert [*items.values()] == ["ID", "OS", "Cookie", "DNA", "メールアドレス", "電話番号"]
    assert "バージョン" not in output.files["policy.jsonld"]


def test_hogosha_is_a_guardian() -> None:
    for word in ("保護者", "法定代理人", "guardian"):
        checked = check_clause(f"children {{ consent: {word} }}")
        assert codes(checked, "error") == []
        assert dict(checked.documents[0].policy.practices[0].details)["consent"] == "guardian"


def test_a_clause_and_an_item_number_their_own_lists() -> None:
    body = '''purposes uses "利用目的" {
  text: "次のとおり。"
  purpose one "一つ目" {
    is: advertising; numbering { items: "x", "［{n}］" }
    text: """
      - 甲
      """
  }
  numbering { clause: "§{n} {heading}"; items: "{n:katakana}）", "{n:circled}" }
  purpose two "二つ目" {
    is: survey
    text: """
      - 乙
      """
  }
}'''
    found = [line.strip() for line in text(body).splitlines() if line]
    assert found == ["§1 利用目的", "次のとおり。", "ア）一つ目", "［1］甲", "イ）二つ目", "①乙"]


@pytest.mark.parametrize(
    ("reference", "advice"),
    [
        ("{items.foo}", "phone"),
        ("{items.foo|電話}", "phone"),
        ("{phone.foo}", "Write `{phone}` alone"),
        ("{mihon.foo|当社}", "address"),
        ("{period.foo}", "Write `{period}` alone"),
    ],
)
def test_a_part_that_nothing_has_is_reported_with_what_there_is(reference: str, advice: str) -> None:
    kind = "retention" if "period" in reference else "collection"
    fields = "period: 3 years" if kind == "retention" else "items: phone"
    checked = check_clause(
        f'{kind} "条" {{ {fields}; text: "{{mihon}}は{reference}{{items}}とする。" }}'.replace(
            "{items}", "{period}" if kind == "retention" else "{items}"
        )
    )
    found = [d for d in checked.diagnostics if d.code == "text/unknown-part"]
    assert len(found) == 1 and advice in found[0].help("en")


def test_a_name_of_the_file_after_the_same_one_of_a_document() -> None:
    source = HEAD + '  data note "控え" { is: name }\n}\ndata note "記録" { is: phone }\n'
    assert codes(check_text(source), "error") == ["model/duplicate-name"]


# -- items, documents, frames -----------------------------------------------------------------------------------------------

SENT = """
  external-transmission sent "外部送信" {
    transmission ads { to: advertising-business; sends: cookie, ip-address; for: advertising; opt-out: none; text: "" }
    text: "TEXT"
  }
"""


def test_the_text_of_a_clause_says_the_fields_of_its_items() -> None:
    words = "{sent|{ads.to}に{ads.sends.及び}を送信する目的：{ads.for|広告}、{ads.for}、停止：{ads.opt-out}}"
    checked = check_clause(SENT.replace("TEXT", words))
    assert codes(checked) == []
    assert said(checked).endswith(
        "\n\n広告・宣伝・マーケティングのサービスを行う事業者にCookie識別子及びIPアドレスを送信する目的：広告、広告の表示、停止：ありません"
    )


def test_a_field_of_an_item_that_no_text_says_is_missed() -> None:
    checked = check_clause(SENT.replace("TEXT", "{sent|{ads.to}に{ads.sends.cookie}を送信します。}"))
    assert codes(checked, "error") == ["text/fact-not-stated"] * 3


def test_numbers_of_articles_are_said_without_what_follows() -> None:
    body = 'article scope "適用" { text: "{scope.marker}第1項" }'
    head = HEAD.replace("operator: mihon", "operator: mihon; register: articles")
    assert said(check_text(head + body + "}\n")) == "第1条（適用）\n\n第1条第1項"


def test_a_document_follows_statutes_and_policies() -> None:
    source = HEAD.replace(
        '  text: ""',
        '  adheres-to: appi, rules; statute appi "個人情報の保護に関する法律" { number: "平成15年法律第57号" }',
    )
    source += '  publication rules [指針](https://mihon.example/rules/)\n  text: "{adheres-to}に従います。"\n}\n'
    checked = check_text(source)
    assert codes(checked) == []
    assert said(checked) == "個人情報の保護に関する法律、指針に従います。"
    assert [(row.kind, row.name, row.number) for row in checked.documents[0].policy.frames] == [
        ("adheres-to", "個人情報の保護に関する法律", "平成15年法律第57号"),
        ("adheres-to", "指針", ""),
    ]


@pytest.mark.parametrize(("kind", "noted"), [("privacy-notice", 1), ("terms", 0), ("general-policy", 0)])
def test_free_prose_is_noted_where_the_document_is_about_personal_data(kind: str, noted: int) -> None:
    source = HEAD.replace("privacy-notice", kind) + '  article a "条項" { text: "商品を販売します。" }\n}\n'
    assert codes(check_text(source)).count("text/sentence-without-fact") == noted


def test_prose_of_a_clause_on_personal_data_is_noted_in_any_document() -> None:
    source = HEAD.replace("privacy-notice", "terms")
    source += '  collection c "取得" { items: name; text: "{items}を取得します。住所は取得しません。" }\n}\n'
    assert codes(check_text(source)) == ["text/sentence-without-fact"]


@pytest.mark.parametrize(
    ("value", "quoted"), [("名簿業者", True), ("list-dealer", False)], ids=["words of a page", "an identifier"]
)
def test_a_word_that_is_not_in_the_vocabulary_may_be_quoted(value: str, quoted: bool) -> None:
    checked = check_clause(f"third-party-provision {{ provision p {{ to: {value}; data: name; basis: consent }} }}")
    (found,) = [d for d in checked.diagnostics if d.code == "model/unknown-name"]
    assert "docs/reference/vocabulary.md" in found.help("ja")
    assert (f'「"{value}"」と囲んで' in found.help("ja")) is quoted


def test_what_is_written_out_is_looked_for_in_each_stretch_alone() -> None:
    # 弊 and 社 are no word together, and 「 and 」 around a reference quote nothing that was written out.
    apart = check_clause(
        'article "前文" { text: "弊{customer}社は、「{customer}」に第1条（「前文」とは別）を示します。" }'
    )
    assert "text/term-undefined" not in codes(apart)
    found = check_clause('article "前文" { text: "{customer}に、弊社は示します。弊社は「1．前文」を示します。" }')
    spans = [(d.code, d.span.text) for d in found.diagnostics if d.severity == "warning"]
    assert ("text/term-undefined", "弊社") in spans and ("text/literal-heading", "「1．前文」") in spans


def test_a_name_is_introduced_once_however_it_is_said_afterwards() -> None:
    said = text('article "前文" { text: "{mihon}と{mihon.full}、{mihon|その会社}、{mihon}。" }')
    assert said.endswith("株式会社みほん（以下「当社」といいます。）と株式会社みほん、その会社、当社。")


@pytest.mark.parametrize(
    ("body", "found"),
    [
        ('requests { accepts: disclosure; fee: 300 yen; text: "{accepts}の手数料は、{fee|無料}です。" }', "無料"),
        ('requests { accepts: disclosure; fee: none; text: "{accepts}の手数料は、{fee|1,000円}です。" }', "1,000円"),
        ('entrustment { to: processors; extent: part; text: "{extent|全部}を{to}に委託します。" }', "全部"),
        ('entrustment { to: processors; country: PH; text: "{country|アメリカ合衆国}の{to}です。" }', "アメリカ合衆国"),
        ('retention { data: name; period: 5 years; text: "{data|ご住所}を{period}保存します。" }', "ご住所"),
        (
            'retention { data: name; period: 5 years; text: "{data}を{period}保存します。{氏名|電話番号}も。" }',
            "電話番号",
        ),
        ('amendment { notice: none; text: "{notice|事前に公表し}改定します。" }', "事前に公表し"),
        ('amendment { notice: prior; text: "{notice|改定時に}公表します。" }', "改定時に"),
        (
            'requests { accepts: disclosure, correction; text: "{accepts.disclosure|訂正}と{accepts.correction}" }',
            "訂正",
        ),
        ('requests { accepts: disclosure; fee: none; text: "{accepts}の手数料は、{fee|千円}です。" }', "千円"),
    ],
)
def test_words_that_name_another_value_are_told(body: str, found: str) -> None:
    checked = check_clause(body)
    told = [d.message("ja") for d in checked.diagnostics if d.code == "text/words-differ"]
    assert len(told) == 1 and f"「{found}」" in told[0]


@pytest.mark.parametrize(
    "body",
    [
        'requests { accepts: disclosure; fee: 300 yen; text: "{accepts}の手数料は、{fee|税込300円}です。" }',
        'requests { accepts: disclosure; fee: none; text: "{accepts}の手数料は、{fee|無料}です。" }',
        'requests { accepts: disclosure; fee: none; text: "{accepts}の手数料は、{fee|0円}です。" }',
        # What no value of the list is called is not guessed at.
        'amendment { notice: prior; text: "{notice|事後に}公表します。" }',
        'entrustment { to: processors; extent: all-or-part; text: "{extent|一部}を{to}に委託します。" }',
        'entrustment { to: processors; country: PH; text: "{country|フィリピン共和国}の{to}です。" }',
        'entrustment { to: processors; country: PH; text: "{country|フィリピン及び日本}の{to}です。" }',
        # A name of the same person, a part of an address, a word in a longer one.
        'retention { data: nickname; period: 5 years; text: "{data|お名前}を{period}保存します。" }',
        'retention { data: name; period: 5 years; text: "{data|住所録の記載}を{period}保存します。" }',
        'data who "氏名など" { is: name }\nretention { data: who; period: 5 years; text: "{data|住所}を{period}保存。" }',
    ],
)
def test_other_words_for_a_value_are_left_alone(body: str) -> None:
    assert "text/words-differ" not in codes(check_clause(body))


_FEE = 'requests {{ accepts: disclosure; fee: {}; text: "{{accepts}}の手数料は、{{fee|{}}}です。" }}'
_KEPT = 'retention {{ data: name; period: {}; text: "{{data}}を{{period|{}}}保存します。" }}'
_AGE = 'children {{ under: {}; consent: guardian; text: "{{under|{}}}の方は、{{consent}}の同意を得てください。" }}'


@pytest.mark.parametrize(
    ("body", "value", "words"),
    [
        *((_FEE, "1000 yen", words) for words in ("千円", "金一千円", "1千円", "１，０００円", "一〇〇〇円", "壱千円")),
        *((_FEE, "10000 yen", words) for words in ("1万円", "一万円", "金10,000円也", "1通につき1万円")),
        (_FEE, "15000 yen", "1万5千円"),
        (_FEE, "15000 yen", "1.5万円"),
        *((_KEPT, "18 months", words) for words in ("1年6か月間", "1年半", "1年と6ヶ月", "一年六箇月", "18カ月")),
        *((_KEPT, "5 years", words) for words in ("5か年", "五年間", "60か月", "3年から5年", "数十年", "令和8年まで")),
        # A month has no number of days, and 六月 may be June.
        (_KEPT, "1 months", "30日間"),
        (_KEPT, "3 months", "六月"),
        (_KEPT, "2 weeks", "14日間"),
        *(
            (_AGE, "16", words)
            for words in ("15歳以下", "16歳未満", "満十六歳未満", "15才まで", "一定の年齢", "第5条の年齢")
        ),
    ],
)
def test_figures_that_say_the_value_in_another_way_are_left_alone(body: str, value: str, words: str) -> None:
    assert "text/figures-differ" not in codes(check_clause(body.format(value, words)))


@pytest.mark.parametrize(
    ("body", "value", "words", "found"),
    [
        (_FEE, "1000 yen", "一万円", "一万円"),
        (_FEE, "500 yen", "1通につき300円", "300円"),
        (_KEPT, "5 years", "10年間", "10年間"),
        (_KEPT, "5 years", "十年", "十年"),
        (_KEPT, "18 months", "1年間", "1年間"),
        (_KEPT, "1 years", "1年6か月", "1年6か月"),
        (_KEPT, "2 weeks", "15日", "15日"),
        (_AGE, "16", "18歳未満", "18歳"),
        (_AGE, "16", "16歳以下", "16歳以下"),
        (_AGE, "16", "18", "18"),
    ],
)
def test_figures_that_say_another_value_are_told(body: str, value: str, words: str, found: str) -> None:
    checked = check_clause(body.format(value, words))
    told = [d.message("ja") for d in checked.diagnostics if d.code == "text/figures-differ"]
    assert len(told) == 1 and f"「{found}」" in told[0]


def unused(text: str, **files: str) -> list[str]:
    checked = check_files({"main.policy": text, **{f"{name}.policy": source for name, source in files.items()}})
    return [d.span.text for d in checked.diagnostics if d.code == "text/declared-unused"]


def test_what_is_declared_and_used_nowhere_is_noted() -> None:
    here = 'article "本文" { text: "{mihon}です。" }\n}\n'
    declared = 'desk lone "窓口"\ndata much "情報" { is: name }\ngroup all "グループ" { members: mihon }\n'
    assert unused(declared + PLAIN_HEAD + here) == ["lone", "much", "all"]
    assert unused(PLAIN_HEAD + declared + here) == ["lone", "much", "all"]
    # Shared files hold more than one document needs; and a text that was not read may name them.
    assert unused('import "shared.policy"\n' + PLAIN_HEAD + here, shared=declared.replace("members: mihon", "")) == []
    assert unused(declared + PLAIN_HEAD + 'article "本文" { text: "{mihon}と{nobody}。" }\n}\n') == []


@pytest.mark.parametrize(
    "use",
    [
        "contact { desk: lone }",
        'article "{lone}について" { text: "{mihon}です。" }',
        'article "本文" { text: "{mihon}の{lone.phone}です。" }',
        'third-party-provision { provision { to: "{lone}"; data: name; text: "{to|窓口}に{data}を提供します。" } }',
        'term word "用語" { means: "{lone}のこと" }\narticle "本文" { text: "{word}" }',
    ],
)
def test_what_a_field_a_heading_or_a_text_names_is_used(use: str) -> None:
    assert unused('desk lone "窓口" { phone: "03-0000-0000" }\n' + PLAIN_HEAD + use + "\n}\n") == []
