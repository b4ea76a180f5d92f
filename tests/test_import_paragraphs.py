"""Numbers before the paragraphs (項) of articles: the compiler counts them again, and they are part of no name."""

from __future__ import annotations

import pytest

from policyc import importer, pipeline
from test_import import POLICIES, drawn, lines, read

CALLED = "（以下「当社」という。）は、この規約を定める。"


def article(*rows: str) -> str:
    """A page of terms with these lines in its second article."""
    return "\n\n".join(("# 会員規約", "## 第1条（目的）", f"株式会社みほん{CALLED}", "## 第2条（登録）", *rows))


@pytest.mark.parametrize(
    ("first", "second", "form"),
    [
        ("", "2　", "{n}　"),
        ("", "２", "{n:full-width}"),
        ("", "2", "{n}"),
        ("", "２　", "{n:full-width}　"),
        ("", "②　", "{n:circled}　"),
        ("1　", "2　", "{n}　"),
        ("1．", "2．", "{n}．"),
    ],
)
@pytest.mark.parametrize("name", ["page.md", "page.txt"])
def test_paragraphs_are_counted(first: str, second: str, form: str, name: str) -> None:
    page = article(
        f"{first}登録を希望する者は、当社に申し込む。",
        f"{second}第2条第1項の規定により登録を受けた者（以下「会員」という。）は、利用できる。",
    )
    made = drawn(page, name)
    assert f'項:       "{form}"' in made.source
    assert "- " not in made.source and f"{second}{{会員}}" not in made.source
    assert '本人 会員 "第2条第1項の規定により登録を受けた者"' in made.source
    assert f"{second}第2条第1項の規定により登録を受けた者（以下「会員」という。）は、利用できる。" in lines(made)


def test_items_stand_in_their_paragraph() -> None:
    made = drawn(
        article(
            "会員は、次の各号に掲げる料金を支払う。",
            "（1）入会金",
            "（2）年会費",
            "2　料金は、次のとおりとする。\n（1）入会金　千円\n（2）年会費　二千円",
            "3　前項の料金は、返還しない。",
        ),
        "page.txt",
    )
    assert '号:       "（{n}）"' in made.source
    assert "料金は、次のとおりとする。\n      - 入会金　千円\n      - 年会費　二千円\n\n      前項の料金" in made.source


def test_a_numbered_list_of_an_article_is_its_paragraphs() -> None:
    page = (
        f"<h1>会員規約</h1><h2>第1条（目的）</h2><ol><li>株式会社みほん{CALLED}</li>"
        "<li>会員は、次に従う。<ol><li>この規約</li><li>別の定め</li></ol></li><li>以上とする。</li></ol>"
        "<h2>第2条（定義）</h2><p>用語の意味は、次のとおりとする。</p><ol><li>登録とは、登録をいう。</li><li>退会とは、退会をいう。</li></ol>"
    )
    made = drawn(page, "page.html")
    assert '項:       "{n}. "' in made.source
    assert "      会員は、次に従う。\n      - この規約\n      - 別の定め\n\n      以上とする。" in made.source
    # Behind a line that leads to them they are items.
    assert "      - 登録とは、登録をいう。\n      - 退会とは" in made.source


@pytest.mark.parametrize(
    "rows",
    [
        ("会員は、一人とする。", "2人以上の会員は、届け出る。"),
        ("当社は、次の事項を公表する。", "1　商号", "2　住所"),
        ("会員は、払う。", "3　会員は、待つ。"),
        ("会員は、払う。", "この限りでない。", "2　会員は、待つ。"),
    ],
)
def test_other_numbers_are_no_paragraphs(rows: tuple[str, ...]) -> None:
    assert '項:       ""' in drawn(article(*rows), "page.md").source


def test_what_stands_behind_the_last_article_has_no_number() -> None:
    made = drawn(article("会員は、払う。", "2　会員は、待つ。", "制定　2025年10月1日", "以上"), "page.md")
    assert '項:       "{n}　"' in made.source and "{制定日}" in made.source


def test_an_article_without_numbers_keeps_its_paragraphs() -> None:
    made = drawn(
        article("会員は、払う。", "2　会員は、待つ。", "## 第3条（雑則）", "会員は、守る。", "会員は、誓う。"),
        "page.md",
    )
    assert '番号 { 項: "" }' in made.source


@pytest.mark.parametrize("sign", ["２", "3", "１２"])
def test_the_number_of_a_paragraph_is_part_of_no_name(sign: str) -> None:
    """Where nothing tells that the line is a paragraph."""
    made = drawn(
        f"会員規約\n\n■目的\n{sign}株式会社みほん{CALLED}\n{sign}第2条の規定により登録した者（以下「会員」という。）は、守る。\n"
        f"■その他\n{sign}届け出た者（以下「購入者」という。）を含む。\n20歳未満の者（以下「利用者」という。）を含む。",
        "page.txt",
    )
    assert '組織 当社 "株式会社みほん"' in made.source
    assert '本人 会員 "第2条の規定により登録した者"' in made.source
    assert "本人 購入者" not in made.source and '本人 利用者 "20歳未満の者"' in made.source


@pytest.mark.parametrize("file", ["policy.ja.md", "policy.ja.html", "policy.ja.txt"])
def test_terms_of_the_house_come_back_with_their_paragraphs_and_definitions(file: str) -> None:
    """A definition that speaks of an article stays whole, so that nothing after it is taken back."""
    files = {path.name: path.read_bytes() for path in POLICIES.glob("*.policy")}
    (output,) = pipeline.emit(pipeline.check("mihon-terms.policy", files["mihon-terms.policy"], files.get))
    made = importer.draw(read(output.files[file], file), "page", keywords="ja")
    assert made.identical and not made.distrusted
    assert '項:       "{n}　"' in made.source and '-"' not in made.source
    assert '組織 当社 "株式会社みほん"' in made.source and "{会員}は、" in made.source
