"""`policyc import`: a source that gives the page back to the character, from pages of every shape."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import POLICIES
from policyc import importer, pipeline, published
from policyc.compare import compare
from policyc.compare.said import said
from policyc.diagnostics import ERROR
from policyc.format import format_source
from policyc.importer import Drawn
from policyc.published import Published
from policyc.source import Source
from test_cli import policyc

EVERYDAY = settings(max_examples=50, deadline=None, suppress_health_check=list(HealthCheck), derandomize=True)
LONG = settings(max_examples=1500, deadline=None, suppress_health_check=list(HealthCheck))


def read(page: str | bytes, name: str) -> Published:
    """A page that can be read."""
    shown, found = published.read(page if isinstance(page, bytes) else page.encode(), name)
    assert shown is not None, [one.code for one in found]
    return shown


def drawn(page: str | bytes, name: str) -> Drawn:
    """What import makes of a page: the same characters, a source that `fmt` leaves alone, and pages of the outputs
    that say the same again."""
    shown = read(page, name)
    made = importer.draw(shown, "page", origin=name, keywords="ja")
    errors = [one.message("en") for one in made.checked.diagnostics if one.severity == ERROR]
    assert not errors and made.comparison is not None, errors
    assert made.identical, [
        (d.kind, d.source and d.source.text, d.page and d.page.text) for d in made.comparison.differences
    ]
    assert format_source(Source("page.policy", made.source), "ja").text == made.source
    for output in pipeline.emit(made.checked):
        for file in ("policy.ja.md", "policy.ja.html", "policy.ja.txt"):
            if file.endswith(".txt") and name not in {f"{one}.txt" for one in REAL}:
                # A text in which the author drew marks of Markdown reads otherwise than it was written.
                continue
            differences = compare(output.document, read(output.files[file], file)).differences
            assert not differences, (file, [(d.source and d.source.text, d.page and d.page.text) for d in differences])
    return made


def lines(made: Drawn) -> list[str]:
    return [line.text for line in said(made.checked.documents[0], False)]


# -- real pages -------------------------------------------------------------------------------------------------------

REAL = (
    "14-youtrust-gaibusoshin",
    "15-gos2-tokusho",
    "16-gos2-shikinkessai",
    "20-vuefes-privacy",
    "26-lfaith-tokutei",
    "28-rjc-kyodoriyo",
    "31-mimiguri-privacy",
    "39-twinte-privacy",
)


@pytest.mark.parametrize("name", REAL)
def test_a_real_page_comes_over_whole(name: str, shared: Path) -> None:
    page = shared / "corpus" / f"{name}.txt"
    assert drawn(page.read_bytes(), page.name).facts["organization", "組織"] + (name[:2] == "28")


def test_the_seed_comes_over_whole(shared: Path) -> None:
    facts = drawn((shared / "seed" / "page.md").read_bytes(), "page.md").facts
    assert (
        facts["purpose", "目的"] > 5 and facts["organization", "組織"] and facts["third-party-provision", "第三者提供"]
    )


@pytest.mark.parametrize("name", sorted(path.name for path in POLICIES.glob("*.policy")))
def test_what_policyc_writes_comes_back(name: str) -> None:
    """Every page of every policy gives a source that says the same as the one it was built from."""
    files = {path.name: path.read_bytes() for path in POLICIES.glob("*.policy")}
    for output in pipeline.emit(pipeline.check(name, files[name], files.get)):
        for file in ("policy.ja.md", "policy.ja.html", "policy.ja.txt"):
            made = importer.draw(read(output.files[file], file), "page")
            assert made.identical, (name, file)
            if "| " not in output.files[file] or not file.endswith(".txt"):
                # Plain text draws its tables with characters.
                assert lines(made) == [line.text for line in said(output.document, False)], (name, file)


# -- shapes -----------------------------------------------------------------------------------------------------------

TERMS = """みほんクラブ利用規約

　この利用規約（以下「本規約」といいます。）は、株式会社みほん（以下「当社」といいます。）が定めます。

第１章　総則

第１条（適用）
１　本規約は、利用者と当社との間の一切の関係に適用されます。
２　当社は、次の各号のいずれかに該当する場合、登録を拒否することがあります。
　（１）虚偽の事項を届け出た場合
　　ア　故意によるもの
　（２）その他
３　前項の規定にかかわらず、当社は登録を認めることがあります。

第２章　雑則

第３条の２（準拠法・裁判管轄）
①　日本法を準拠法とします。
②　東京地方裁判所を専属的合意管轄とします。

附　則
１　本規約は、平成三十年四月一日から施行する。

別表第１（第３条関係）
区分\t金額\t備考
入会金\t1,000円\t―

　　　　　　　　　　　　　　　　　　　　　　　　以上
"""
LETTER = """　　　　　　　　　　　　　　　　　　　　　　２０２４年４月１日
お客様各位
　　　　　　　　　　　　　　　　　　　　　　株式会社みほん
　　　　　　　　　　　　　　　　　　　　　　代表取締役　見本　花子

　　　　　　個人情報の共同利用に関するお知らせ

さて、当社は下記のとおり個人データを共同利用いたします。

　　　　　　　　　　　　　　記

１．共同利用する個人データの項目
　　氏名、住所
２．共同利用者の範囲
　　（１）株式会社みほん販売

　　　　　　　　　　　　　　　　　　　　　　　　　　以上
"""
FIVE_SYSTEMS = """カスタマーハラスメントに対する基本方針

はじめに
誠実に対応します。

１．定義
クレーム・言動のうち、就業環境が害されるもの。

２．該当する行為
a. 身体的な攻撃
b. 精神的な攻撃
d) 長時間の拘束

３．対応
(1) 社内
 (a) 相談窓口の設置
  i) 年1回
  ii) 入社時
(2) 社外
 イ．警察との連携
 ロ．弁護士との連携

Ⅰ　その他
§1　節

2024年10月1日
株式会社みほん
"""
MARKS = r'''|棒で始まる行
| 表 | のような | 行 |
- ハイフン
-ハイフン空白なし
"引用符で始まる"
{波括弧}
{name|words}
[角括弧]
\ 円記号
\n 改行ではない
<山括弧>
-"（1）" 見た目は記法
問合せ先：
・
（1）
1.
^
<
===
三つの"""引用符
末尾の円記号\
a|b|c
ｶﾅ半角ｶﾞ　ＡＢＣ
〜と～、−と－と―と‐とー
# 要確認: これは注記ではない
/* 注釈 */
text: "値"
}
'''
TABLES = """<main><h1>特定商取引法に基づく表記</h1><table>
<tr><th>販売業者</th><td>株式会社みほん</td></tr>
<tr><th rowspan="2">所在地</th><td>　東京都<br>千代田区</td></tr><tr><td>電話: <a href="tel:0312345678">03-1234-5678</a></td></tr>
<tr><th>支払方法</th><td><ul><li>カード<ul><li>VISA</li></ul></li></ul><ol><li>一</li><li>二</li></ol></td></tr>
<tr><th colspan="2">返品</th></tr><tr><th></th><td>|縦棒| \\円 ---</td></tr><tr><td>---</td><td>:--</td></tr>
<tr><td>&lt;</td><td># x</td></tr><tr><td>^</td><td>- y</td></tr><tr><td><h3>題</h3>文</td><td><dl><dt>語</dt><dd>釈</dd></dl></td></tr>
<tr><th>入れ子</th><td><ol><li>甲<table><tr><td><ol start="3"><li>乙</li></ol></td><td>丙</td></tr></table></li></ol></td></tr>
</table></main>"""
LISTS = """<main><h1>規約</h1><p>- 手書き<br>- 手書き</p><ol><li><b>定義</b><p>続き</p></li>
<li>目的<ol type="a"><li>発送<ul><li>国内</li></ul></li></ol></li><li value="7">飛び番</li><li>&nbsp;</li></ol>
<ul style="list-style:none"><li>(1) 手書き番号</li><li>x<ol><li>中</li></ol></li></ul><ul><li></li><li><h3>題</h3>文</li></ul></main>"""
LINKS = """<main><h1>規約</h1><p><a href="https://mihon.example/(a)_b">甲</a><a href="https://mihon.example/a(">乙</a>
<a href="terms.html?x=1&amp;y=2">丙</a><a href="//mihon.example/a b">丁</a><a href="?p=2">戊</a><a href="ftp://mihon.example/">己</a>
<a href="javascript:void(0)">庚</a><a href="mailto:info@mihon.example">info@mihon.example</a><a href="https://mihon.example/|{x}">辛</a></p></main>"""
UNSEEN = "<main><h1>方針</h1><p>&#x200B;零&zwnj;&shy;&nbsp;&#xFEFF;&lrm;左&rlm;右&#xE001;字&#x2028;形 **星** <b>**</b>*<b>*</b></p></main>"
EMPHASIS = """# 利用規約

株式会社みほん（以下、「**当社**」といいます。）は、**「個人情報」**を扱います。**（注）**です。

**1. 取得**
　当社は、取得します。

**2. 利用**

| 項目 | 備考 |
|---|---|
| 　字下げ | -　 |
"""
SHAPES = {
    "terms.txt": TERMS,
    "letter.txt": LETTER,
    "systems.txt": FIVE_SYSTEMS,
    "marks.txt": MARKS,
    "tables.html": TABLES,
    "lists.html": LISTS,
    "links.html": LINKS,
    "unseen.html": UNSEEN,
    "emphasis.md": EMPHASIS,
    "deep.html": "<main><h1>規約</h1>" + "<ol><li>段" * 14 + "</li></ol>" * 14 + "<p>終</p></main>",
    "two.html": "<h1>方針</h1><p>文。</p><h2>第1条 目的</h2><h1>別の方針</h1><p>文。</p><h2>第1条 目的</h2><p>い</p>",
    "broken.html": "<html><body><h1>方針<p>段落<table><tr><td>あ<td>い<tr><td>う</table><ul><li>え<h2>題</h3><p>か<b>き",
    "english.html": "<h1>Privacy Policy</h1><p>We respect your privacy.</p><h2>1. Data</h2><p>Name.</p>",
    "line.txt": "プライバシーポリシー",
}


@pytest.mark.parametrize("name", SHAPES)
def test_a_shape_comes_over_whole(name: str) -> None:
    drawn(SHAPES[name], name)


@pytest.mark.parametrize(("encoding", "shown"), [("cp932", "Shift_JIS"), ("euc_jp", "EUC-JP"), ("utf-16", "UTF-16")])
def test_older_encodings_come_over_whole(encoding: str, shown: str) -> None:
    page = LETTER.encode(encoding)
    assert read(page, "page.txt").encoding == shown
    assert lines(drawn(page, "page.txt")) == lines(drawn(LETTER, "page.txt"))


def test_an_indent_of_ideographic_spaces_is_kept() -> None:
    text = "# 方針\n\n　当社は、\n　法令を守ります。\n\n　　　　　　以上\n"
    assert lines(drawn(text, "page.md")) == ["方針", "　当社は、", "　法令を守ります。", "　　　　　　以上"]


def test_an_emphasised_name_in_a_definition_is_declared() -> None:
    made = drawn(EMPHASIS, "page.md")
    assert made.facts["organization", "組織"] == 1 and not made.distrusted
    assert '略称: "当社" 表記 "（以下、「{called}」といいます。）"' in made.source


def test_what_nobody_sees_is_in_no_remark() -> None:
    made = drawn("## 改定\u200b\n\n- 当社\n  - 当社\n", "page.md")
    assert "\u200b" not in made.source and "要確認" in made.source and "改定\\u{200B}" in made.source


def test_a_date_above_a_letter_is_no_title() -> None:
    assert "\n　　　　　　　　　　　　　　　　　　　　　　２０２４年４月１日\n".strip("\n") in lines(
        drawn(LETTER, "page.txt")
    )
    assert not drawn(LETTER, "page.txt").source.split("文書 page ")[1].startswith('"　')


# -- what cannot be imported ------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "page", "words"),
    [
        ("empty.txt", "", "the page is empty"),
        ("nav.html", '<nav><ul><li><a href="/">ホーム</a></li></ul></nav>', "no text was found"),
        ("pictures.html", '<main><img src="a.png" alt="方針"></main>', "only pictures"),
        ("turned.html", "<main><h1>方針</h1><p>逆&#x202E;さま</p></main>", "U+202E"),
    ],
)
def test_a_page_that_cannot_be_imported_leaves_no_file(name: str, page: str, words: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text(page, encoding="utf-8")
    done = policyc("import", name, "-o", "page.policy", "--lang", "en", cwd=tmp_path)
    assert done.returncode == 1 and words in done.stderr and "Traceback" not in done.stderr
    assert not done.stdout and sorted(path.name for path in tmp_path.iterdir()) == [name]


def test_wrong_uses_end_with_2(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("方針\n\n法令を守ります。\n", encoding="utf-8")
    wrong = (
        ["none.txt"],
        ["page.txt", "--kind", "x"],
        ["page.txt", "--url", "x"],
        ["page.txt", "-o", "no/where.policy"],
    )
    for arguments in wrong:
        done = policyc("import", *arguments, cwd=tmp_path)
        assert done.returncode == 2 and "Traceback" not in done.stderr, arguments


def test_an_existing_source_is_replaced_only_by_force(tmp_path: Path) -> None:
    (tmp_path / "page.txt").write_text("方針\n\n法令を守ります。\n", encoding="utf-8")
    (tmp_path / "page.policy").write_text("# 手で書いた\n", encoding="utf-8")
    refused = policyc("import", "page.txt", "-o", "page.policy", "--lang", "en", cwd=tmp_path)
    assert refused.returncode == 1 and "--force" in refused.stderr
    assert (tmp_path / "page.policy").read_text(encoding="utf-8") == "# 手で書いた\n"
    assert policyc("import", "page.txt", "-o", "page.policy", "--force", cwd=tmp_path).returncode == 0
    same = policyc("compare", "page.policy", "page.txt", cwd=tmp_path)
    assert same.returncode == 0 and "一致" in same.stdout


def _seconds(clauses: int) -> float:
    page = "".join(
        f"第{n}条（見出し{n}）\n" + "当社は、個人情報を適切に取り扱います。\n（1）号の文章です。\n\n" * 6
        for n in range(1, clauses)
    )
    shown = read(page, "page.txt")
    start = time.process_time()
    assert importer.draw(shown, "page").identical
    return time.process_time() - start


@pytest.mark.slow
def test_a_long_page_takes_time_in_proportion() -> None:
    short, long = _seconds(300), _seconds(1200)
    assert long < 4 * short * 2.5


@pytest.mark.slow
def test_a_page_of_five_megabytes_gets_an_answer(tmp_path: Path) -> None:
    page = "".join(
        f"第{n}条（見出し{n}）\n" + "当社は、個人情報を適切に取り扱います。\n\n" * 30 for n in range(1, 2900)
    )
    (tmp_path / "page.txt").write_text(page, encoding="utf-8")
    assert (tmp_path / "page.txt").stat().st_size > 5_000_000
    done = subprocess.run(
        [sys.executable, "-m", "policyc", "import", "page.txt", "-o", "page.policy", "--lang", "en"],
        cwd=tmp_path,
        capture_output=True,
        timeout=300,
    )
    assert b"Traceback" not in done.stderr
    assert done.returncode == (0 if (tmp_path / "page.policy").exists() else 1), done.stderr


# -- pages nobody wrote -----------------------------------------------------------------------------------------------

PIECES = [
    "当社",
    "株式会社みほん（以下「当社」といいます。）",
    "お客様",
    "個人情報",
    "第三者に提供しません。",
    "**",
    "*",
    "_",
    "`",
    "|",
    "||",
    "\\",
    "\\n",
    "{",
    "}",
    "{当社}",
    "{a|b}",
    "(",
    ")",
    "（",
    "）",
    "「",
    "」",
    "<",
    "<b>",
    ">",
    "#",
    "-",
    '-"',
    '"',
    '"""',
    "'",
    "：",
    "・",
    "①",
    "（１）",
    "(1)",
    "１．",
    "",
    "※",
    "■",
    "【",
    "】",
    "ｶﾞ",
    "か゛",
    "〜",
    "−",
    "𠮷",
    "&amp;",
    "&",
    "2024年4月1日",
    "改定",
    "以上",
    "記",
    "附則",
    "別表",
    "^",
    "---",
    "===",
    "+",
    "~",
    "~~",
    "$",
    "%",
    "=",
    "!",
    "[^1]",
    "a",
    "b.",
    "c)",
]
WORDS = st.lists(st.sampled_from([*PIECES, " ", "　", "\t", "\u00a0", "\u200b", "\u200e"]), min_size=1, max_size=6).map(
    "".join
)
HEADS = st.sampled_from(["", "（1）", "1．", "第1条（", "■", "・", "① ", "１ ", "(a) ", "一 ", "Ⅰ ", "　"])


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;")


TEXT = st.lists(st.tuples(HEADS, WORDS).map("".join), min_size=1, max_size=12).map("\n".join)
_ITEMS = st.recursive(
    WORDS.map(_escaped),
    lambda inner: st.tuples(WORDS.map(_escaped), st.sampled_from(["ul", "ol", 'ol type="a"']), st.lists(inner, min_size=1, max_size=3)).map(
        lambda parts: f"{parts[0]}<{parts[1]}>{''.join(f'<li>{one}</li>' for one in parts[2])}</{parts[1][:2]}>"
    ),
    max_leaves=6,
)  # fmt: skip
_CELLS = st.lists(st.lists(_ITEMS, min_size=1, max_size=3), min_size=1, max_size=3).map(
    lambda grid: (
        "<table>" + "".join(f"<tr>{''.join(f'<td>{one}</td>' for one in row)}</tr>" for row in grid) + "</table>"
    )
)
HTML = st.lists(
    st.one_of(
        st.tuples(st.integers(1, 4), WORDS.map(_escaped)).map(lambda one: f"<h{one[0]}>{one[1]}</h{one[0]}>"),
        WORDS.map(lambda words: f"<p><b>{_escaped(words)}</b>{_escaped(words)}<br>x</p>"),
        _ITEMS.map(lambda one: f"<ul><li>{one}</li></ul>"),
        _CELLS,
        WORDS.map(lambda words: f"<dl><dt>{_escaped(words)}</dt><dd>x</dd></dl>"),
    ),
    min_size=1,
    max_size=8,
).map("".join)
MARKDOWN = st.lists(
    st.one_of(
        WORDS.map(lambda words: f"## {words}\n"),
        st.tuples(WORDS, WORDS).map(lambda two: f"- {two[0]}\n  - {two[1]}\n"),
        st.tuples(WORDS, WORDS).map(lambda two: f"1. {two[0]}\n2. {two[1]}\n"),
        st.tuples(WORDS, WORDS).map(lambda two: f"| {two[0].replace('|', '')} | い |\n|---|---|\n| x | {two[1]} |\n"),
        st.tuples(WORDS, WORDS).map(lambda two: f"**{two[0]}**  \n{two[1]}\n"),
        WORDS.map(lambda words: f"> {words}\n"),
    ),
    min_size=1,
    max_size=8,
).map("\n".join)


def _comes_over(page: str, name: str) -> None:
    shown, found = published.read(page.encode(), name)
    if shown is None:
        assert any(one.severity == ERROR for one in found)
        return
    made = importer.draw(shown, "page")
    assert made.comparison is not None, [one.message("en") for one in made.checked.diagnostics]
    assert made.identical, [(d.source and d.source.text, d.page and d.page.text) for d in made.comparison.differences]
    pipeline.emit(made.checked)


@EVERYDAY
@given(TEXT)
def test_any_text_comes_over_whole(page: str) -> None:
    _comes_over(page, "page.txt")


@EVERYDAY
@given(HTML)
def test_any_html_comes_over_whole(page: str) -> None:
    _comes_over(f"<main>{page}</main>", "page.html")


@EVERYDAY
@given(MARKDOWN)
def test_any_markdown_comes_over_whole(page: str) -> None:
    _comes_over(page, "page.md")


@pytest.mark.slow
@LONG
@given(TEXT, HTML, MARKDOWN)
def test_any_page_comes_over_whole(text: str, html: str, markdown: str) -> None:
    _comes_over(text, "page.txt")
    _comes_over(f"<main>{html}</main>", "page.html")
    _comes_over(markdown, "page.md")


def test_marks_that_an_author_wrote_in_a_list_without_any_are_its_items() -> None:
    page = (
        '<h1>方針</h1><ul style="list-style: none"><li>（1）一つ目</li><li>（2）二つ目</li></ul>'
        '<p>次。</p><ol role="list" style="list-style: none"><li>- 線</li><li><a href="https://mihon.example/">（1）外</a></li></ol>'
    )
    made = drawn(page, "page.html")
    assert "- 一つ目\n" in made.source and "- 二つ目\n" in made.source
    assert "- 線" in lines(made)


def test_a_mark_before_a_link_is_no_picture() -> None:
    """`![` on a page is the character and a link, and comes over as such, without a word."""
    made = drawn('<h1>題</h1><p>どうぞ!<a href="https://mihon.example/a">一覧</a>です。</p>', "page.html")
    assert r"どうぞ\![一覧](https://mihon.example/a)" in made.source
    checked = pipeline.check("page.policy", made.source.encode(), lambda _: None)
    assert not [one for one in checked.diagnostics if one.code == "model/picture"]


def test_what_begins_with_ten_twice_is_no_number() -> None:
    made = drawn("<h1>題</h1><ol><li>十十、あ</li><li>い</li></ol>", "page.html")
    assert "十十、あ" in made.source
