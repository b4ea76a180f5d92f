"""A source and its page are held against each other line by line; what differs is told by clause, to the character."""

from __future__ import annotations

import json
import time
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from conftest import POLICIES, ROOT, build_files, check_files, check_text
from policyc.compare import Comparison, compare, text
from policyc.compare.align import gaps, paired, spots
from policyc.compare.characters import telling
from policyc.diagnostics.render.text import width
from policyc.published import read
from test_cli import policyc

FILES = {path.name: path.read_text(encoding="utf-8") for path in sorted(POLICIES.glob("*.policy"))}
NAMES = [path.name for path in sorted((ROOT / "out").iterdir()) if path.is_dir()]

SOURCE = """\
organization mihon "株式会社みほん" { called: "当社" }
document notice "個人情報の取扱い" {
  kind: general-policy; url: <https://mihon.example/>; operator: mihon
  article scope "適用範囲" { text: "{mihon}は、法令～規程を守ります。" }
  article list "項目" {
    text: \"\"\"
      次のとおりです。
      - 氏名
      - [住所](https://mihon.example/a)
        都道府県から
      * 電話
      \"\"\"
  }
}
"""
PAGE = """\
# 個人情報の取扱い

## 1．適用範囲
株式会社みほん（以下「当社」といいます。）は、法令～規程を守ります。

## 2．項目
次のとおりです。
（1）氏名
（2）[住所](https://mihon.example/a)
都道府県から
・電話
"""


def compared(page: str, name: str = "page.md", source: str = SOURCE) -> Comparison:
    checked = check_text(source)
    assert checked.ok, [d.message("en") for d in checked.diagnostics]
    published, found = read(page.encode("utf-8"), name)
    assert published is not None, found
    return compare(checked.documents[0], published)


def kinds(comparison: Comparison) -> list[tuple[str, str, str]]:
    """Each difference: its kind, the source's line, the page's line."""
    return [(d.kind, d.source.text if d.source else "", d.page.text if d.page else "") for d in comparison.differences]


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
@pytest.mark.parametrize("name", NAMES)
def test_what_is_built_reads_back_identical(name: str, ending: str) -> None:
    documents = {document.policy.id: document for path in FILES for document in check_files(FILES, path).documents}
    file = ROOT / "out" / name / f"policy.ja.{ending}"
    page, _ = read(file.read_bytes(), file.name)
    assert page is not None
    comparison = compare(documents[name], page)
    assert kinds(comparison) == []
    assert comparison.lines > 10
    # A page that lacks something is not identical: the comparison can fail.
    cut, _ = read(file.read_text(encoding="utf-8").replace("に", "こ").encode(), file.name)
    assert cut is not None and not compare(documents[name], cut).identical


WITH_TABLES = """\
organization mihon "株式会社みほん" { called: "当社" }
document notice "表示" {
  kind: general-policy; url: <https://mihon.example/>; operator: mihon
  article list "項目" {
    text: \"\"\"
      次のとおりです。
      - 氏名
      * 電話
      * 住所

      | 項目 | 先 |
      | --- | --- |
      | 氏名 | [甲](https://mihon.example/a) |
      |  | 乙 |

      以上
      \"\"\"
  }
}
"""


@pytest.mark.parametrize("ending", ["md", "html", "txt"])
def test_tables_and_bullets_read_back(ending: str) -> None:
    output = build_files({"test.policy": WITH_TABLES})
    comparison = compared(output.files[f"policy.ja.{ending}"], f"policy.ja.{ending}", WITH_TABLES)
    assert kinds(comparison) == [] and comparison.lines == 12


def test_identical() -> None:
    comparison = compared(PAGE)
    assert comparison.identical, kinds(comparison)
    assert (comparison.lines, comparison.characters) == (9, 79)


def test_layout_is_set_aside() -> None:
    laid_out = (
        PAGE.replace("\n\n", "\n\n\n")
        .replace("## ", "### ")
        .replace("都道", "    都道")
        .replace("### 2", "---\n\n### 2")
    )
    assert compared(laid_out).identical
    html = (
        "<h1>個人情報の取扱い</h1><div><h4>1．適用範囲</h4>株式会社みほん（以下「当社」といいます。）は、\n  法令～規程を守ります。</div>"
        "<h2>2．項目</h2><p>次のとおりです。</p><ul style='list-style:none'><li>（1）氏名<li>（2）"
        "<a href='https://mihon.example/a'>住所</a><br>都道府県から<li>・電話</ul>"
    )
    assert compared(html, "page.html").identical
    assert compared(html.replace("<h2>", "<p>&nbsp;</p><p>　</p><h2>"), "page.html").identical
    # Plain text has no links to compare.
    assert compared(
        PAGE.replace("# ", "").replace("#", "").replace("[住所](https://mihon.example/a)", "住所"), "a.txt"
    ).identical


def test_a_character_that_differs() -> None:
    (one,) = compared(PAGE.replace("法令～規程", "法令〜規則")).differences
    assert one.kind == "changed" and one.spots == (((25, 26), (25, 26)), ((27, 28), (27, 28)))
    assert one.source is not None and one.page is not None
    assert (one.source.text[25], one.page.text[25], one.page.line) == ("～", "〜", 4)
    assert (one.clause.heading, one.clause.file, one.clause.line) == ("1．適用範囲", "test.policy", 4)


def test_lines_that_are_missing_added_and_moved() -> None:
    assert kinds(compared(PAGE.replace("（1）氏名\n", ""))) == [("missing", "（1）氏名", "")]
    assert kinds(compared(PAGE.replace("・電話", "・電話\n以上"))) == [("added", "", "以上")]
    moved = PAGE.replace("都道府県から\n", "").replace("次のとおりです。\n", "次のとおりです。\n都道府県から\n")
    assert kinds(compared(moved)) == [("moved", "都道府県から", "都道府県から")]


def test_links_that_lead_elsewhere() -> None:
    (one,) = compared(PAGE.replace("example/a", "example/b")).differences
    assert one.kind == "links" and one.page is not None and one.page.links == ("https://mihon.example/b",)
    (gone,) = compared(PAGE.replace("[住所](https://mihon.example/a)", "住所")).differences
    assert gone.kind == "links" and gone.page is not None and gone.page.links == ()


def test_drawn_bullets_are_layout_and_written_ones_are_not() -> None:
    source = SOURCE.replace("* 電話", '-"" 電話')
    assert compared(PAGE.replace("・電話", "\n- 電話"), source=source).identical
    assert kinds(compared(PAGE.replace("・電話", "\n- 電話"))) == [("changed", "・電話", "電話")]


@pytest.mark.parametrize(
    ("source", "page", "expected"),
    [
        ("～", "〜", [("U+FF5E FULLWIDTH TILDE", "U+301C WAVE DASH")]),
        ("－", "−", [("U+FF0D FULLWIDTH HYPHEN-MINUS", "U+2212 MINUS SIGN")]),
        ("A1", "Ａ１", [("U+0041 LATIN CAPITAL LETTER A", "U+FF21 FULLWIDTH LATIN CAPITAL LETTER A"),
                        ("U+0031 DIGIT ONE", "U+FF11 FULLWIDTH DIGIT ONE")]),
        ("", "\u200b", [("", "U+200B ZERO WIDTH SPACE")]),
        ("　", " ", [("U+3000 IDEOGRAPHIC SPACE", "U+0020 SPACE")]),
        ("人", "⼈", [("U+4EBA CJK UNIFIED IDEOGRAPH-4EBA", "U+2F08 KANGXI RADICAL MAN")]),
        ("力", "カ", [("U+529B CJK UNIFIED IDEOGRAPH-529B", "U+30AB KATAKANA LETTER KA")]),
        ("程", "則", []),
        ("", "追加した文", []),
    ],
)  # fmt: skip
def test_characters_that_must_be_named(source: str, page: str, expected: list[tuple[str, str]]) -> None:
    assert [tuple(pair) for pair in telling(source, page)] == expected


def test_the_report() -> None:
    shown = text.render(compared(PAGE.replace("法令～規程", "法令〜規程")), "ja", str)
    assert shown == (
        "1．適用範囲  test.policy:4\n"
        "  ページの 4 行目: 文字が違います\n"
        "    ソース | …下「当社」といいます。）は、法令～規程を守ります。\n"
        "           |                                  ^^\n"
        "    ページ | …下「当社」といいます。）は、法令〜規程を守ります。\n"
        "           |                                  ^^\n"
        "           | U+FF5E FULLWIDTH TILDE ≠ U+301C WAVE DASH\n"
        "\n"
        "1 か所が違います（ページは 9 行、79 字）\n"
    )
    english = text.render(compared(PAGE.replace("・電話", "・電話\n以上")), "en", str)
    assert "line 12 of the page: the source does not say this" in english and "page   | 以上" in english
    assert text.render(compared(PAGE), "en", str).startswith("identical (9 lines, ")


def test_carets_stand_under_the_characters() -> None:
    page = PAGE.replace("法令～規程を守ります", "法令\u200b～規定、を守り　ます")
    rows = text.render(compared(page), "ja", str).split("\n")
    source, marks = rows[2], rows[3]
    assert [c for c in source if width(source[: source.index(c)]) == marks.index("^")]
    for line, under in pairwise(rows):
        if "^" in under:
            shown = line.replace("\u200b", "·")
            under_them = [c for i, c in enumerate(shown) if under[width(shown[:i]) : width(shown[:i]) + 1] == "^"]
            assert under_them


# -- alignment --------------------------------------------------------------------------------------------------------

SOME = st.lists(st.sampled_from("abcdef"), max_size=20)


@given(SOME, SOME)
def test_gaps_and_what_is_equal_between_them_make_both_texts(a: list[str], b: list[str]) -> None:
    at = other = 0
    for gap in gaps(a, b):
        assert a[at : gap.a] == b[other : gap.b]
        assert gap.a < gap.a_end or gap.b < gap.b_end
        at, other = gap.a_end, gap.b_end
    assert a[at:] == b[other:]


@given(SOME, SOME)
def test_pairs_name_every_line_once_and_in_order(a: list[str], b: list[str]) -> None:
    pairs = list(paired(a, b))
    assert [i for i, _ in pairs if i >= 0] == list(range(len(a)))
    assert [j for _, j in pairs if j >= 0] == list(range(len(b)))


@given(st.text("あいう", max_size=12), st.text("あいう", max_size=12))
def test_spots_are_all_that_differs(a: str, b: str) -> None:
    made, at = "", 0
    for spot in spots(a, b):
        made += a[at : spot.a] + b[spot.b : spot.b_end]
        at = spot.a_end
    assert made + a[at:] == b
    assert bool(spots(a, b)) == (a != b)


def test_time_grows_with_the_texts() -> None:
    def measured(count: int) -> float:
        ours = [f"第{n}の行は、これです。" if n % 7 else "以上" for n in range(count)]
        theirs = [line.replace("これ", "それ") if n % 5 == 0 else line for n, line in enumerate(ours) if n % 11]
        best = float("inf")
        for _ in range(3):
            start = time.process_time()
            for gap in gaps(ours, theirs):
                list(paired(ours[gap.a : gap.a_end], theirs[gap.b : gap.b_end]))
            best = min(best, time.process_time() - start)
        return best

    assert measured(16_000) < 16 * measured(2_000) + 0.02


# -- the command ------------------------------------------------------------------------------------------------------


def test_a_text_that_looks_like_markdown_need_not_have_links() -> None:
    source = """document notice "表示" {
  kind: general-policy
  numbering { clause: "{heading}"; items: "{n}. " }
  article "項目" {
    text: \"\"\"
      [一覧](https://mihon.example/)をご覧ください。
      - 氏名
      - 電話
      \"\"\"
  }
}
"""
    output = build_files({"x.policy": source})
    for ending, found in (("txt", []), ("md", [])):
        page, _ = read(output.files[f"policy.ja.{ending}"].encode(), f"a.{ending}")
        assert page is not None and kinds(compare(output.document, page)) == found, ending
    bare = output.files["policy.ja.md"].replace("[一覧](https://mihon.example/)", "一覧")
    page, _ = read(bare.encode(), "a.md")
    assert page is not None and [kind for kind, _, _ in kinds(compare(output.document, page))] == ["links"]


def test_the_page_before_the_source_is_told_at_once(tmp_path: Path) -> None:
    done = policyc("compare", "page.html", "x.policy", cwd=tmp_path)
    assert done.returncode == 2 and "初めにソース" in done.stderr


def test_the_command(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "same.md").write_text(PAGE, encoding="utf-8")
    (tmp_path / "other.md").write_text(PAGE.replace("～", "〜"), encoding="utf-8")
    (tmp_path / "nav.html").write_text("<nav><a href=/>ホーム</a></nav>", encoding="utf-8")
    same = policyc("compare", "a.policy", "same.md", cwd=tmp_path)
    assert (same.returncode, same.stderr) == (0, "") and same.stdout.startswith("一致しています（9 行")
    other = policyc("compare", "a.policy", "other.md", "--lang", "en", cwd=tmp_path)
    assert other.returncode == 1 and "U+FF5E FULLWIDTH TILDE ≠ U+301C WAVE DASH" in other.stdout
    for arguments in (
        ["missing.md"],
        ["nav.html"],
        ["."],
        ["same.md", "--document", "notise"],
        ["same.md", "--encoding", "x"],
    ):
        run = policyc("compare", "a.policy", *arguments, cwd=tmp_path)
        assert run.returncode == 2 and run.stderr.strip() and "Traceback" not in run.stderr, arguments
    assert (
        "「notice」ではありませんか"
        in policyc("compare", "a.policy", "same.md", "--document", "notise", cwd=tmp_path).stderr
    )
    assert policyc("compare", "a.policy", "same.md", "--document", "notice", cwd=tmp_path).returncode == 0
    (tmp_path / "bad.policy").write_text(SOURCE.replace("operator: mihon", "operator: mihom"), encoding="utf-8")
    bad = policyc("compare", "bad.policy", "same.md", cwd=tmp_path)
    assert bad.returncode == 1 and "model/unknown-name" in bad.stderr


def test_the_command_says_it_to_programs(tmp_path: Path) -> None:
    (tmp_path / "a.policy").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "page.md").write_text(PAGE.replace("～", "〜"), encoding="utf-8")
    run = policyc("compare", "a.policy", "page.md", "--format", "json", cwd=tmp_path)
    assert run.returncode == 1 and run.stderr == ""
    body = json.loads(run.stdout)
    assert (body["format"], body["identical"], body["document"], body["lines"]) == (
        "policyc-compare-1",
        False,
        "notice",
        9,
    )
    assert body["page"] == {"file": "page.md", "format": "markdown", "encoding": "UTF-8"}
    (one,) = body["differences"]
    assert one["clause"] == {"heading": "1．適用範囲", "file": "a.policy", "line": 4}
    assert one["page"]["line"] == 4 and one["source"]["links"] == []
    assert one["spots"] == [
        {
            "source": [25, 26],
            "page": [25, 26],
            "characters": [{"source": "U+FF5E FULLWIDTH TILDE", "page": "U+301C WAVE DASH"}],
        }
    ]
    # Every member is described in the reference.
    described = (ROOT / "docs" / "reference" / "commands.md").read_text(encoding="utf-8")
    for member in (*body, *one, *one["spots"][0]):
        assert member in described


def test_only_compare_imports_the_parsers() -> None:
    """The readers of HTML and Markdown are loaded when a page needs them."""
    import subprocess
    import sys

    code = "import policyc.published, policyc.compare, sys; print(sorted({'selectolax', 'markdown_it'} & set(sys.modules)))"
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == "[]"
