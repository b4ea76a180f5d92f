"""Published pages come over with every character that a reader sees, in its line, and nothing more."""

from __future__ import annotations

import re
import time
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from policyc.published import BULLET, Heading, Item, Listing, Pairs, Paragraph, Published, Row, Table, read, seen

T = TypeVar("T")

CORPUS = (
    "14-youtrust-gaibusoshin",
    "15-gos2-tokusho",
    "16-gos2-shikinkessai",
    "20-vuefes-privacy",
    "26-lfaith-tokutei",
    "28-rjc-kyodoriyo",
    "31-mimiguri-privacy",
    "39-twinte-privacy",
)


def page_of(text: str | bytes, name: str = "page.html", select: str = "") -> Published:
    page, found = read(text if isinstance(text, bytes) else text.encode("utf-8"), name, select)
    assert page is not None, [d.code for d in found]
    return page


def lines(text: str | bytes, name: str = "page.html", select: str = "") -> list[str]:
    return [line.text for line in seen(page_of(text, name, select).blocks)]


def numbered(text: str, name: str = "page.html") -> list[tuple[int, str]]:
    return [(line.line, line.text) for line in seen(page_of(text, name).blocks)]


def links(text: str, name: str = "page.html") -> list[str]:
    return [url for line in seen(page_of(text, name).blocks) for url in line.links]


def markers(text: str, name: str = "page.html") -> list[str]:
    """The markers of the first list of a page."""
    return [item.marker for item in first(text, Listing, name).items]


def first(text: str, kind: type[T], name: str = "page.html") -> T:
    return next(block for block in page_of(text, name).blocks if isinstance(block, kind))


def left(text: str, name: str = "page.html", select: str = "") -> list[tuple[str, int, int]]:
    return [tuple(one) for one in page_of(text, name, select).left]


def tree(item: Item) -> object:
    """An item as its first line, and the items below it."""
    inner = [tree(i) for block in item.content if isinstance(block, Listing) for i in block.items]
    return (item.marker + item.rows[0].text, inner) if inner else item.marker + item.rows[0].text


# -- HTML: characters and lines ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<p>当社は、  個人\t情報</p>", ["当社は、 個人 情報"]),
        # A line end between Japanese characters is no space, one between words is.
        ("<p>当社は、\n    個人情報</p>", ["当社は、個人情報"]),
        ("<p>Google\nAnalytics</p>", ["Google Analytics"]),
        ("<p>当社は\n<b>\n個人情報</b></p>", ["当社は個人情報"]),
        # Ideographic and no-break spaces are characters.
        ("<p>　第1条　目的&nbsp;&nbsp;です　</p>", ["　第1条　目的\u00a0\u00a0です　"]),
        ("<p>一行目<br>二行目<br/>三行目</p>", ["一行目", "二行目", "三行目"]),
        ("<div>一<div>二</div>三</div>", ["一", "二", "三"]),
        ("<p>個<span>人</span>情<em>報</em></p>", ["個人情報"]),
        ("<p>a <b> b</b> c</p><p>あ</p>", ["a b c", "あ"]),
        ("<p>&lt;個人&amp;情報&gt;&#x3042;</p>", ["<個人&情報>あ"]),
        ("<p>個人<wbr>情報&#8203;の</p>", ["個人情報\u200bの"]),
        ("<pre>  一\n    二  三</pre>", ["一", "二  三"]),
        ("<p>彼は<q>はい<q>いいえ</q></q>と</p>", ["彼は「はい『いいえ』」と"]),
        ("<p>あ<p>い<p>う", ["あ", "い", "う"]),
        ("<h2>第1条<br>（目的）</h2><h3>Privacy<br>Policy</h3>", ["第1条（目的）", "Privacy Policy"]),
        ("あ<hr>い", ["あ", "い"]),
    ],
)
def test_characters_of_html(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>var a = '<p>ない</p>';</script>",
        "<style>p { content: 'ない' }</style>",
        "<noscript>ない</noscript>",
        "<template><p>ない</p></template>",
        "<p hidden>ない</p>",
        '<p style="display: none">ない</p>',
        '<span aria-hidden="true">ない</span>',
        "<!-- ない -->",
        "<textarea>ない</textarea>",
        "<select><option>ない</option></select>",
        '<img src="a.png" alt="ない">',
        '<iframe src="a.html">ない</iframe>',
        "<svg><title>ない</title><text>ない</text></svg>",
        "<style>.none { display: none }</style><p class=none>ない</p>",
    ],
)
def test_what_no_reader_sees(unseen: str) -> None:
    assert lines(f"<p>あ</p>{unseen}<p>い</p>") == ["あ", "い"]


def test_style_sheets_for_other_media_do_not_hide() -> None:
    sheet = "<style>@media print { .x { display: none } } .y { display: none } .y { display: block }</style>"
    assert lines(f"{sheet}<p class=x>あ</p><p class=y>い</p>") == ["あ", "い"]


def test_links() -> None:
    html = """<p><a href="https://mihon.example/a?b=1&amp;c=2">甲</a><a href="../b/">乙</a><a href="mailto:a@mihon.example">丙</a>
    <a href="tel:03-0000-0000">丁</a><a href="javascript:void(0)">戊</a><a href=" JavaScript:x ">己</a><a name=x>庚</a></p>"""
    assert links(html) == [
        "https://mihon.example/a?b=1&c=2",
        "../b/",
        "mailto:a@mihon.example",
        "tel:03-0000-0000",
    ]
    assert lines(html) == ["甲乙丙丁戊己庚"]


def test_strong_is_only_strong() -> None:
    (paragraph,) = page_of("<p>あ<b>い</b><strong>う</strong><em>え</em><i>お</i></p>").blocks
    assert isinstance(paragraph, Paragraph)
    assert [(piece.text, piece.strong) for piece in paragraph.rows[0].pieces] == [
        ("あ", False),
        ("いう", True),
        ("えお", False),
    ]


def test_two_breaks_part_paragraphs() -> None:
    blocks = page_of("<div>一<br>二<br><br>三</div>").blocks
    assert [[row.text for row in block.rows] for block in blocks if isinstance(block, Paragraph)] == [
        ["一", "二"],
        ["三"],
    ]


def test_lines_of_html() -> None:
    html = """<html>
<body>
<h1 class="a"
    id="b">方針</h1>
<p>一行目<br>
二行目</p>閉じた後
<!-- 注
記 --><p>
  三</p><script>
1
</script>四
<ul><li>五
<li>六</ul>
"""
    assert numbered(html) == [
        (4, "方針"),
        (5, "一行目"),
        (6, "二行目"),
        (6, "閉じた後"),
        (9, "三"),
        (11, "四"),
        (12, "五"),
        (13, "六"),
    ]


def test_ruby_is_left() -> None:
    assert lines("<p><ruby>個人<rp>（</rp><rt>こじん</rt><rp>）</rp></ruby>情報</p>") == ["個人情報"]
    assert ("ruby", 1, 1) in left("<p><ruby>個人<rt>こじん</rt></ruby>情報</p>")


# -- HTML: lists, pairs, tables ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ul><li>a<li>b</ul>", [BULLET, BULLET]),
        ("<ol><li>a<li>b</ol>", ["1. ", "2. "]),
        ("<ol start=3><li>a<li value=7>b<li>c</ol>", ["3. ", "7. ", "8. "]),
        ("<ol reversed><li>a<li>b</ol>", ["2. ", "1. "]),
        ("<ol type=a><li>a<li>b</ol>", ["a. ", "b. "]),
        ("<ol type=I start=4><li>a<li>b</ol>", ["IV. ", "V. "]),
        ("<ol start=x type=1><li>a</ol>", ["1. "]),
        ('<ol style="list-style: katakana"><li>a<li>b</ol>', ["ア、", "イ、"]),
        ('<ol style="list-style-type:none"><li>（1）a<li>（2）b</ol>', ["", ""]),
        ("<style>ol.x{list-style:none}</style><ol class=x><li>a</ol>", [""]),
        # A list whose items bring their own numbers: some style sheet draws none.
        ("<ol><li>（１）a<li>（２）b</ol>", ["", ""]),
        ("<ol><li>一、a<li>二、b<li>三、c</ol>", ["", "", ""]),
        ("<ol><li>①a<li>②b</ol>", ["", ""]),
        ("<ol><li>1年間<li>2年間</ol>", ["1. ", "2. "]),
    ],
)
def test_markers(html: str, expected: list[str]) -> None:
    assert markers(html) == expected


def test_lists_nest() -> None:
    html = "<ol><li>一<ul><li>甲<li>乙</ul><li>二<p>段落</p></ol>"
    assert lines(html) == ["1. 一", "甲", "乙", "2. 二", "段落"]
    one, two = first(html, Listing).items
    assert tree(one) == ("1. 一", ["- 甲", "- 乙"])
    assert isinstance(two.content[0], Paragraph)


def test_lists_that_are_not_well_formed() -> None:
    assert lines("<ul>前<li>一</li><ul><li>内</li></ul><div><li>二</li></div>後</ul>") == ["前", "一", "内", "二", "後"]
    assert lines("<li>外の項目</li>") == ["外の項目"]


@pytest.mark.parametrize(
    ("html", "expected"),
    [
        ("<ol><li><h3>目的</h3><p>本文</p></ol>", ["1. 目的", "本文"]),
        ("<ol><li><ul><li>内</ul></ol>", ["1.", "内"]),
        ("<ol><li><li>二</ol>", ["2. 二"]),
        ("<ul><li><h3>目的</h3><p>本文</p></ul>", ["目的", "本文"]),
    ],
)
def test_a_number_is_never_lost(html: str, expected: list[str]) -> None:
    assert lines(html) == expected


def test_pairs() -> None:
    html = "<dl><dt>名称<dd>株式会社みほん<div><dt>住所<dt>電話</dt><dd>東京都<br>見本町</dd><dd><ul><li>内線</ul></dd></div></dl>"
    (pairs,) = page_of(html).blocks
    assert isinstance(pairs, Pairs)
    assert [[row.text for row in pair.label] for pair in pairs.pairs] == [["名称"], ["住所", "電話"]]
    assert lines(html) == ["名称", "株式会社みほん", "住所", "電話", "東京都", "見本町", "内線"]


def test_tables() -> None:
    html = """<table><caption>一覧</caption><tfoot><tr><td colspan=2>注</tfoot><thead><tr><td>項目<td>先</thead>
    <tr><th rowspan="2">氏名<td><ul><li>甲<li>乙</ul><tr><td><a href="/x">丙</a><br>丁</table>"""
    table = first(html, Table)
    assert lines(html) == ["一覧", "項目", "先", "氏名", "甲", "乙", "丙", "丁", "注"]
    assert [[(c.head, c.across, c.down) for c in row] for row in table.rows] == [
        [(True, 1, 1), (True, 1, 1)],
        [(True, 1, 2), (False, 1, 1)],
        [(False, 1, 1)],
        [(False, 2, 1)],
    ]


def test_an_empty_cell_keeps_its_place() -> None:
    assert [len(row) for row in first("<table><tr><td>あ<td><td>い</table>", Table).rows] == [3]


def test_tables_that_only_place_things() -> None:
    html = "<table><tr><td><h1>方針</h1><table><tr><td>あ<td>い</table></table>"
    blocks = page_of(html).blocks
    assert isinstance(blocks[0], Heading) and isinstance(blocks[1], Table)
    assert lines("<table><tr><td>一つだけ</table>") == ["一つだけ"]


# -- HTML: what is the text -------------------------------------------------------------------------------------------

SITE = """<body>
<header><a href="/">株式会社みほん</a><nav><a href="/a">会社概要</a></nav></header>
{open}
<h1>方針</h1>
<p>当社は、個人情報を適切に取り扱います。お客様のご要望にお応えします。</p>
{close}
<aside><a href="/b">関連</a></aside>
<footer><a href="/c">お問い合わせ</a><p>© みほん</p></footer>
</body>"""
TEXT = ["方針", "当社は、個人情報を適切に取り扱います。お客様のご要望にお応えします。"]


@pytest.mark.parametrize(
    ("start", "close"),
    [("<main>", "</main>"), ("<article>", "</article>"), ('<div id="contents"><div>', "</div></div>"), ("", "")],
)
def test_the_text_is_found(start: str, close: str) -> None:
    html = SITE.format(open=start, close=close)
    assert lines(html) == TEXT
    assert left(html) == [("header", 2, 2), ("aside", 7, 1), ("footer", 8, 2)]


def test_the_text_is_found_by_ids_and_classes() -> None:
    html = """<div id="wrap"><div id="header"><p><a href="/">みほん</a></p></div>
<ul class="breadcrumb"><li><a href="/">ホーム</a><li>方針</ul>
<div class="inner"><h1>方針</h1><p>当社は、個人情報を適切に取り扱います。</p><p><a href="/x">こちら</a></p></div>
<div class="side-menu"><a href="/a">甲</a><a href="/b">乙</a></div>
<div id="footer">© みほん</div></div>"""
    assert lines(html) == ["方針", "当社は、個人情報を適切に取り扱います。", "こちら"]
    assert [what for what, _, _ in left(html)] == ["header", "navigation", "navigation", "footer"]


def test_headings_and_notes_inside_the_text_stay() -> None:
    html = """<main><header><h1>方針</h1><p>前文です。</p></header><p>本文です。</p><aside><p>※注です。</p></aside>
    <div class="entry-footer">制定日　4月1日</div><section><footer><p>以上</p></footer></section></main>"""
    assert lines(html) == ["方針", "前文です。", "本文です。", "※注です。", "制定日　4月1日", "以上"]


def test_every_line_of_a_page_is_accounted_for() -> None:
    html = SITE.format(open="<main>", close="</main>")
    rows = len(lines(html)) + sum(count for _, _, count in left(html))
    assert rows == len(lines(html, select="body"))


def test_a_selector_chooses() -> None:
    html = SITE.format(open="<main>", close="</main>")
    assert lines(html, select="h1, aside") == ["方針", "関連"]
    assert ("outside", 5, 1) in left(html, select="h1, aside")
    assert lines(html, select="footer") == ["お問い合わせ", "© みほん"]
    # Of what is chosen twice the outer one counts.
    assert lines(html, select="main, h1") == TEXT


def test_remnants_of_templates() -> None:
    php = """<?php get_header(); ?>
<div <?php body_class(); ?>>
<?php if ($a > 1): ?><p>第<?= $n ?>条　当社は、<a href="<?php echo $url; ?>">こちら</a>です。</p><?php endif; ?>
<p>{{ $t('policy.body') }}</p>
</div>
<?php get_footer();"""
    assert numbered(php, "page.php") == [(3, "第条　当社は、こちらです。"), (4, "{{ $t('policy.body') }}")]
    assert links(php, "page.php") == []
    assert ("code", 1, 0) in left(php, "page.php")
    vue = "<template>\n  <p>当社は、守ります。</p>\n</template>\n<script>export default {}</script>"
    assert numbered(vue, "Policy.vue") == [(2, "当社は、守ります。")]


def test_the_title() -> None:
    assert page_of("<title> 方針 |\n みほん </title><p>あ</p>").title == "方針 | みほん"
    assert page_of("---\ntitle: 方針\n---\n\n# あ\n", "a.md").title == "方針"


# -- Markdown ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("一行目\n二行目  \n三行目\\\n四行目", ["一行目", "二行目", "三行目", "四行目"]),
        ("# 見出し #\n\n#見出しでない", ["見出し", "#見出しでない"]),
        (r"\*印\* &amp; &lt;b&gt; &copy;", ["*印* & <b> ©"]),
        ("空白  二つ\tタブ", ["空白  二つ\tタブ"]),
        ("    四つ下げた行\n\tタブで下げた行", ["四つ下げた行", "タブで下げた行"]),
        ("1.　全角の空白\n(1) 括弧\n・中黒", ["1.　全角の空白", "(1) 括弧", "・中黒"]),
        ("前<br>後\n\n<div>\n<p>中\n身</p>\n</div>", ["前", "後", "中身"]),
        ("**「重要」**です。**注：**次", ["「重要」です。注：次"]),
        ("*斜体*と_下線_と~~取消~~と`code`", ["斜体と_下線_と取消とcode"]),
        ("| 甲 | 乙 |\n|---|---|\n| a\\|b | c<br>d |", ["甲", "乙", "a|b", "c", "d"]),
        ("> 引用\n> 二行", ["引用", "二行"]),
        ("```\n  # 見出しでない\n```", ["# 見出しでない"]),
        ("見出し\n===\n\n---\n本文", ["見出し", "本文"]),
        ("<!-- 注記 -->\n本文", ["本文"]),
        ("1990. 年号\n本文", ["1990. 年号", "本文"]),
        ("本文\n2. 続き", ["本文", "2. 続き"]),
        ("+ 加\n* 乗", ["加", "乗"]),
        ("2024. 4. 1 制定\n\n- 1. 甲", ["2024. 4. 1 制定", "1. 甲"]),
        ("本文[^1]です。\n\n[^1]: 注です。", ["本文[^1]です。", "[^1]: 注です。"]),
    ],
)
def test_characters_of_markdown(markdown: str, expected: list[str]) -> None:
    assert lines(markdown, "page.md") == expected


def test_links_of_markdown() -> None:
    markdown = (
        "[甲](https://mihon.example/日本?a=b%3Dc) <https://xn--eckwd4c7c.example/%E3%81%82> [乙][x] <a@mihon.example> "
        '[丙](javascript:alert) https://mihon.example/\n\n[x]: /policy "題"'
    )
    assert links(markdown, "page.md") == [
        "https://mihon.example/日本?a=b%3Dc",
        "https://xn--eckwd4c7c.example/%E3%81%82",
        "/policy",
        "mailto:a@mihon.example",
    ]
    assert lines(markdown, "page.md") == [
        "甲 https://xn--eckwd4c7c.example/%E3%81%82 乙 a@mihon.example 丙 https://mihon.example/"
    ]


@pytest.mark.parametrize(
    ("markdown", "expected"),
    [
        ("1. a\n2. b", ["1. ", "2. "]),
        ("1) a\n2) b", ["1) ", "2) "]),
        # What was written, not what CommonMark counts.
        ("1. a\n1. b\n5. c", ["1. ", "1. ", "5. "]),
        ("3.  a\n4.  b", ["3.  ", "4.  "]),
        ("- a\n- b", [BULLET, BULLET]),
    ],
)
def test_markers_of_markdown(markdown: str, expected: list[str]) -> None:
    assert markers(markdown, "page.md") == expected


@pytest.mark.parametrize(
    "markdown",
    [
        "1. 一\n  1. 甲\n  2. 乙\n    - 子\n2. 二",
        "1. 一\n   1. 甲\n   2. 乙\n      - 子\n2. 二",
        "1. 一\n    1. 甲\n    2. 乙\n        - 子\n2. 二",
        "1. 一\n\t1. 甲\n\t2. 乙\n\t\t- 子\n2. 二",
        "  1. 一\n    1. 甲\n    2. 乙\n      - 子\n  2. 二",
        "1. 一\n\n  1. 甲\n  2. 乙\n\n    - 子\n\n2. 二",
    ],
)
def test_lists_nest_as_they_are_indented(markdown: str) -> None:
    assert [tree(item) for item in first(markdown, Listing, "page.md").items] == [
        ("1. 一", ["1. 甲", ("2. 乙", ["- 子"])]),
        "2. 二",
    ]


def test_text_at_the_margin_ends_a_list() -> None:
    blocks = page_of("- 一\n  続き\n\n  段落\n以上\n1. 甲\n説明\n2. 乙", "page.md").blocks
    assert [type(block) for block in blocks] == [Listing, Paragraph, Listing, Paragraph, Listing]
    assert isinstance(blocks[0], Listing) and [row.text for row in blocks[0].items[0].rows] == ["一", "続き"]
    assert isinstance(blocks[4], Listing) and blocks[4].items[0].marker == "2. "


def test_lines_of_markdown() -> None:
    markdown = "---\ntitle: 方針\nlang: ja\n---\n\n# 題\n本文\n続き\n- 一\n  - 二\n以上\n\n| 甲 |\n|---|\n| 乙 |\n\n<p>\n生\n</p>\n\n```\n一\n二\n```\n"
    assert numbered(markdown, "page.md") == [
        (6, "題"),
        (7, "本文"),
        (8, "続き"),
        (9, "一"),
        (10, "二"),
        (11, "以上"),
        (13, "甲"),
        (15, "乙"),
        (18, "生"),
        (22, "一"),
        (23, "二"),
    ]
    assert left(markdown, "page.md") == [("front matter", 1, 4)]


def test_deep_lists_lose_nothing() -> None:
    markdown = "\n".join(f"{'  ' * n}- 段{n}" for n in range(120)) + "\n\n" + ">" * 300 + "引用"
    assert lines(markdown, "page.md") == [f"段{n}" for n in range(120)] + ["引用"]


# -- plain text, formats, encodings -----------------------------------------------------------------------------------


def test_plain_text() -> None:
    text = "題\r\n\r\n  下げた行\r\n　字下げ　\r\n\r\n*印* _下線_ <b> &amp; # \r\n"
    assert numbered(text, "page.txt") == [(1, "題"), (3, "下げた行"), (4, "　字下げ　"), (6, "*印* _下線_ <b> &amp; #")]
    assert len(page_of(text, "page.txt").blocks) == 3


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("a.md", "あ", "markdown"),
        ("a.HTML", "あ", "html"),
        ("a.txt", "あ\nい", "text"),
        ("a.txt", "## 題\nあ", "markdown"),
        ("a.txt", "■題\n[こちら](https://mihon.example/)をご覧", "markdown"),
        ("a.txt", "| 甲 | 乙 |\n|----|:--:|\n| あ | い |", "markdown"),
        ("a.txt", "- 甲\n- 乙", "markdown"),
        ("a.txt", "■甲\n・乙\n※丙\n1990. 1. 1", "text"),
        ("a.txt", "<!DOCTYPE html><p>あ</p>", "html"),
        ("a.txt", "<p>あ</p>\n<p>い</p>\n<p>う</p>", "html"),
        ("page", "<html><p>あ</p>", "html"),
        ("a.txt", "<h1>題</h1>\n<p>あ", "html"),
        ("a.txt", "<template>\n<p>あ</p></template>", "html"),
        ("a.txt", '<div align="center">\n\n# 題\n\n</div>', "markdown"),
        ("a.txt", "当社は、<個人情報>を守ります。", "text"),
        ("page", "当社は、法令を守ります。", "text"),
    ],
)
def test_formats(name: str, text: str, expected: str) -> None:
    assert page_of(text, name).format == expected


JAPANESE = "個人情報の取扱いについて。氏名～住所－電話「ソース」"


@pytest.mark.parametrize("codec", ["cp932", "euc_jp", "iso2022_jp"])
@pytest.mark.parametrize("name", ["page.txt", "page.html"])
def test_encodings_are_found_out(codec: str, name: str) -> None:
    # The codecs of the standards have other characters for these two; browsers show the full-width ones.
    written = JAPANESE if codec == "cp932" else JAPANESE.translate(str.maketrans("～－", "〜−"))
    page, found = read(written.encode(codec), name)
    assert page is not None and [line.text for line in seen(page.blocks)] == [JAPANESE]
    assert page.encoding == {"cp932": "Shift_JIS", "euc_jp": "EUC-JP", "iso2022_jp": "ISO-2022-JP"}[codec]
    assert [d.code for d in found] == ["page/converted"]


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (JAPANESE.encode("utf-8"), "UTF-8"),
        (b"\xef\xbb\xbf" + JAPANESE.encode("utf-8"), "UTF-8"),
        (JAPANESE.encode("utf-16"), "UTF-16"),
        (b"\xfe\xff" + JAPANESE.encode("utf-16-be"), "UTF-16"),
        # A declaration that is left over from before the page was converted.
        (b'<meta charset="Shift_JIS">' + JAPANESE.encode("utf-8"), "UTF-8"),
        (b'<meta charset="x-sjis">' + "①カ".encode("cp932"), "Shift_JIS"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=EUC-JP">' + "あ".encode("euc_jp"), "EUC-JP"),
    ],
)
def test_encodings_by_mark_and_declaration(data: bytes, encoding: str) -> None:
    assert page_of(data).encoding == encoding


def test_bytes_that_are_no_characters() -> None:
    page, found = read(JAPANESE.encode("utf-8") + b"\xff\xfe" + "です。".encode(), "page.txt")
    assert page is not None and page.encoding == "UTF-8"
    assert [d.code for d in found] == ["page/undecodable"]
    assert page.blocks[0] == Paragraph((Row(page.blocks[0].rows[0].pieces, 1),))  # type: ignore[union-attr]
    assert "\ufffd" in lines(JAPANESE.encode("utf-8") + b"\xff", "page.txt")[0]


# -- real pages, hostile pages, long pages ----------------------------------------------------------------------------


@pytest.mark.parametrize("name", CORPUS)
def test_real_pages_come_over_whole(shared: Path, name: str) -> None:
    """Against the check that stands beside the pages; it knows no tables, so cells are taken apart here."""
    path = shared / "corpus" / f"{name}.txt"
    # The check runs when it is imported: only its function is taken.
    source = (shared / "checks" / "page_text.py").read_text(encoding="utf-8")
    scope: dict[str, object] = {}
    exec(source.partition("emitted, page")[0], scope)
    independent = scope["lines"](path, True)  # type: ignore[operator]
    expected: list[str] = []
    for line in independent:
        if line.startswith("|"):
            if not re.fullmatch(r"[|:\- ]+", line):
                expected += [cell.strip().strip("<>") for cell in line.strip("|").split("|") if cell.strip()]
        else:
            expected.append(line)
    assert lines(path.read_bytes(), path.name) == expected
    page, found = read(path.read_bytes(), path.name)
    assert found == [] and page is not None and page.left == ()
    numbers = [line.line for line in seen(page.blocks)]
    written = path.read_text(encoding="utf-8").split("\n")
    assert numbers == sorted(numbers)
    assert all(line.text[-4:] in written[line.line - 1] for line in seen(page.blocks))


def test_the_nesting_of_a_real_page(shared: Path) -> None:
    page = page_of((shared / "corpus" / "39-twinte-privacy.txt").read_bytes(), "39.txt")
    listings = [block for block in page.blocks if isinstance(block, Listing)]

    def shape(items: tuple[Item, ...]) -> list[object]:
        return [shape(block.items) for item in items for block in [next(iter(item.content), Listing(()))]]  # type: ignore[union-attr]

    assert shape(listings[1].items) == [[[], [], [], [[], [], [], [], []]], [[], [], []]]


PIECES = """<p> </p> <table> <tr> <td> <ul> <li> </ul> <dl><dt> <dd> <a_href=' '> <!-- --> <?php ?> <% {{ }} &#0; & <h1> </h1>
    <script> <b> </b> <br> あ 個人情報 # - 1. ** _ [ ]( ) | |---| ``` > <ol_start=x>"""
HOSTILE = st.lists(
    st.sampled_from(
        [*(piece.replace("_", " ", 1) for piece in PIECES.split()), "_", " ", "  ", "\n", "\n\n", "\t", "\x00"]
    ),
    max_size=40,
).map("".join)


@given(HOSTILE, st.sampled_from(["a.html", "a.md", "a.txt", "a.php", "a.vue"]))
def test_nothing_raises(text: str, name: str) -> None:
    page, found = read(text.encode("utf-8"), name)
    assert page is not None or found
    for diagnostic in found:
        assert diagnostic.message("ja") and diagnostic.message("en")


@settings(deadline=None)
@given(
    st.binary(max_size=60),
    st.sampled_from(["a.html", "a.md", "a.txt"]),
    st.sampled_from(["", "cp932", "euc-jp", "x", "hex", "idna"]),
)
def test_no_bytes_raise(data: bytes, name: str, encoding: str) -> None:
    page, found = read(data, name, "", encoding)
    assert page is not None or found


@pytest.mark.slow
@pytest.mark.parametrize(
    ("piece", "name"),
    [
        ("<p>当社は<b>、\n個人</b><br>情報<a href='x'>を</a></p>\n", "a.html"),
        ("<ul><li>一<li>二</ul><table><tr><td>あ<td>い</table>", "a.html"),
        ("<b>あ</b> ", "a.html"),
        ("<div class=nav><a href=x>あ</a></div><p>い</p>", "a.html"),
        ("- 一\n  - 二\n\n段落\n続き **強**\n", "a.md"),
        ("| あ | い |\n|---|---|\n| う | え |\n\n", "a.md"),
        ("当社は、個人情報を\n\n", "a.txt"),
    ],
)
def test_time_grows_with_the_page(piece: str, name: str) -> None:
    def measured(count: int) -> float:
        data = (piece * count).encode("utf-8")
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            read(data, name)
            best = min(best, time.process_time() - start)
        return best

    # Eight times the page; twice that leaves room for a busy machine, quadratic growth would be eight times it. A machine
    # that is busy only while the larger one is read is asked again.
    assert any(measured(1200) < 16 * measured(150) + 0.02 for _ in range(3))


def test_a_selector_that_is_no_text_is_no_selector() -> None:
    shown, found = read("<p>あ</p>".encode(), "s.html", "\udcff")
    assert shown is None and [d.severity for d in found] == ["error"]
