"""Disclosures: labels with what is said of them, by one pattern, as text and as facts."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml
from lxml import html as lxml_html

from conftest import build_files, check_text, codes
from policyc.coverage import coverage
from policyc.pipeline import Output
from policyc.vocab import concepts

HEAD = """\
organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区見本町1丁目2番3号"; phone: "03-0000-0000" }
document notice "特定商取引法に基づく表示" {
  kind: commerce-notice; url: <https://mihon.example/commerce/>; operator: mihon
"""
ROWS = """
  disclosure seller { is: seller; text: "{mihon.full}" }
  disclosure pay "お支払方法" { is: payment-methods
    text: \"\"\"
      次のいずれかの方法です。
      * クレジットカード
      * 銀行振込み
      手数料はお客様の負担です。
      \"\"\"
  }
"""


def notice(layout: str = "", rows: str = ROWS) -> str:
    given = f"layout: {layout}" if layout else ""
    return f'{HEAD}  disclosures list "表示" {{ {given}\n{rows} }}\n}}\n'


def build(layout: str = "", rows: str = ROWS) -> Output:
    return build_files({"test.policy": notice(layout, rows)})


def text(layout: str = "", rows: str = ROWS) -> str:
    return build(layout, rows).files["policy.ja.txt"].split("表示\n\n", 2)[2]


def test_stacked() -> None:
    assert text() == (
        "■販売業者\n株式会社みほん\n\n"
        "■お支払方法\n次のいずれかの方法です。\n・クレジットカード\n・銀行振込み\n\n手数料はお客様の負担です。\n"
    )
    assert text() == text("stacked") == text("見出しの下") == text('"■{label}\\n{value}"')


def test_inline() -> None:
    assert text("inline") == (
        "販売業者：株式会社みほん\n"
        "お支払方法：次のいずれかの方法です。\n    ・クレジットカード\n    ・銀行振込み\n    手数料はお客様の負担です。\n"
    )


def test_a_pattern_of_the_authors() -> None:
    rows = 'disclosure { is: phone; text: "{mihon.phone}" }\n disclosure "受付" { text: "平日" }'
    assert text('"【{label}】　{value}"', rows) == "【電話番号】　03-0000-0000\n【受付】　平日\n"
    assert text('"{label}（{value}）"', rows) == "電話番号（03-0000-0000）\n受付（平日）\n"


def test_a_label_that_is_not_given_is_the_word_of_the_source() -> None:
    # 代表者 is the first word of that row, and says something else.
    rows = 'disclosure { is: 運営責任者; text: "見本　花子" }\n disclosure { is: 返品特約; text: "できません。" }'
    files = build("inline", rows).files
    assert files["policy.ja.txt"].endswith("\n運営責任者：見本　花子\n返品特約：できません。\n")
    assert (
        '"title": {"ja": "運営責任者"}' in files["policy.jsonld"]
        and "代表者" not in files["policy.ja.html"].split("<script")[0]
    )


def test_references_to_a_disclosure_say_its_label() -> None:
    rows = 'disclosure pay "お支払方法" { text: "現金" }\n disclosure { is: delivery; text: "{pay}に記載" }'
    assert "引渡時期：「お支払方法」に記載" in text("inline", rows)


@pytest.mark.parametrize("register", ["web", "articles"])
def test_paragraphs_of_values_have_no_numbers(register: str) -> None:
    rows = 'disclosure "返品" { text: """\n      一\n\n      二\n\n      三\n      """ }'
    source = notice("", rows).replace("operator: mihon", f"operator: mihon; register: {register}")
    assert "■返品\n一\n\n二\n\n三\n" in build_files({"test.policy": source}).files["policy.ja.txt"]


def test_every_disclosure_is_a_fact_in_the_words_of_the_page() -> None:
    output = build()
    assert coverage(output.document).sentences.share == 1.0
    graph = {node["id"]: node for node in json.loads(output.files["policy.jsonld"])["@graph"]}
    url = output.document.policy.url
    assert graph[url]["discloses"] == [f"{url}#seller", f"{url}#pay"]
    seller = graph[f"{url}#seller"]
    assert seller["type"] == ["policyc:Disclosure", "schema:PropertyValue"]
    assert (seller["title"], seller["value"]) == ({"ja": "販売業者"}, {"ja": "株式会社みほん"})
    assert seller["broader"][0] == "policyc:LabelSeller"
    assert graph["policyc:LabelSeller"]["source"] == {"ja": "特定商取引に関する法律施行規則第23条第1号"}
    assert [loss.node for loss in output.losses if loss.fact.startswith("disclosure: ")] == ["seller", "pay"]
    assert "policy.p3p.xml" not in output.files


@pytest.mark.parametrize("layout", ['"{label}"', '"{value}"', '"表示"'])
def test_a_pattern_without_label_or_value(layout: str) -> None:
    assert codes(check_text(notice(layout))) == ["text/layout-incomplete"]


@pytest.mark.parametrize(
    "layout", ['"{label.x}{value}"', '"{label}{value.x}"', '"{label}{value|甲}{value}"', '"{x}{label}{value}"']
)
def test_odd_patterns_do_not_raise(layout: str) -> None:
    assert set(codes(check_text(notice(layout)), "error")) <= {"text/unknown-reference"}


def test_labels_name_the_articles_of_the_acts(shared: Path) -> None:
    rules = yaml.safe_load((shared / "law" / "rules.yaml").read_text(encoding="utf-8"))
    known = {rule["law"]["name"] + re.split("[（・]", rule["article"])[0] for rule in rules}
    articles = [row.article for row in concepts("labels").values() if row.article]
    assert len(articles) > 20
    assert [one for one in articles if not one.startswith(tuple(known))] == []


# -- as a table ---------------------------------------------------------------------------------------------------------


def test_a_table_has_a_row_for_each() -> None:
    output = build("table")
    page = lxml_html.fromstring(output.files["policy.ja.html"])
    (table,) = page.iter("table")
    heads = [(cell.get("scope"), cell.text_content()) for cell in table.iter("th")]
    assert heads == [("row", "販売業者"), ("row", "お支払方法")]
    assert [len(row) for row in table.iter("tr")] == [2, 2]
    assert [item.text_content() for item in table.iterfind(".//td//li")] == ["・クレジットカード", "・銀行振込み"]
    assert (
        "\n| 販売業者 | 株式会社みほん |\n| お支払方法 | 次のいずれかの方法です。<br>・クレジットカード<br>"
        in output.files["policy.ja.md"]
    )
    assert text("table") == (
        "販売業者\n株式会社みほん\n\n"
        "お支払方法\n次のいずれかの方法です。\n・クレジットカード\n・銀行振込み\n手数料はお客様の負担です。\n"
    )
    assert coverage(output.document).sentences.share == 1.0
    assert {element.get("id") for element in table.iter()} >= {"seller", "pay"}


def test_a_row_as_a_pattern() -> None:
    rows = 'disclosure { is: phone; text: "{mihon.phone}" }\n disclosure "受付" { text: "平日" }'
    assert (
        text("table", rows) == text('"| {label} | {value} |"', rows) == "| 電話番号 | 03-0000-0000 |\n| 受付 | 平日 |\n"
    )
    pattern = '"""\n| （{label}） | {value}です。 |\n"""'
    assert text(pattern, rows) == "| （電話番号） | 03-0000-0000です。 |\n| （受付） | 平日です。 |\n"
    assert text('"| {value} | {label} | 御確認 |"', rows).startswith("| 03-0000-0000 | 電話番号 | 御確認 |\n")


@pytest.mark.parametrize("layout", ["stacked", "inline"])
def test_a_value_may_hold_a_table(layout: str) -> None:
    rows = 'disclosure "送料" { text: """\n  | 地域 | 額 |\n  |---|---|\n  | 全国 | 550円 |\n  """ }'
    assert "| 地域 | 額 |\n| 全国 | 550円 |" in text(layout, rows)
    assert codes(check_text(notice("table", rows))) == ["text/table-in-table"]
