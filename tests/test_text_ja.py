"""The texts for people: Markdown shows the page's characters, HTML is safe and every identifier leads somewhere."""

from __future__ import annotations

import base64
import hashlib
import json
import re
from functools import cache
from html import unescape
from html.parser import HTMLParser
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import html as lxml_html

from conftest import HEAD, REQUIRE, build_files, check_files, dmm_files
from policyc import facts
from policyc.compose.page import DRAWN, Cell, ItemList, Line, ListItem, Page, Paragraph, Run, Section, Table, plain
from policyc.emit.text_ja import TARGET
from policyc.emit.text_ja.commonmark import heading_line, marks, paragraph_line
from policyc.emit.text_ja.markdown import markdown
from policyc.emit.text_ja.plain import plain_text
from policyc.emit.text_ja.style import DIGEST, STYLE
from policyc.facts import Policy
from policyc.manifest import MANIFEST, folder
from policyc.pipeline import Output

NASTY = """\
organization mihon "株式会社みほん</title><script>alert(1)</script>" {
  called: "当社"
  address: "東京都", "千代田区", "見本町1丁目2番3号"
}
organization tanpopo "*たんぽぽ* & <b>\\[x](javascript:alert(1))</b>" {}
subject customer "お客様" { is: customer }
desk madoguchi "窓口" { phone: "03-0000-0000"; email: "a@mihon.example"; hours: "10:00~18:00" }
recipient haisou "配送の委託先" { is: processor }
site guide [手引*の*ページ](https://mihon.example/a_b?x=1&copy=2&amp;y=<"'>)
document kitei "</title><script>alert(2)</script>に関する規程" {
  kind: privacy-notice; url: <https://mihon.example/privacy/?a=1&b=2>; operator: mihon; subjects: customer
  register: articles
  enacted: 2020-04-01
  revised: 2024-04-01
  revised: 2025-10-01
  part sousoku "総則" {
    article mokuteki "</script>目的 #" {
      text: \"""
        {mihon}は、**「重要」**な事項を定める。
        - 第一の事項
          続きの行
          - 中の事項
            - 更に中の事項
        - 第二の事項

        # 見出しではない

        * 中点の項目
        \"""
    }
    purposes uses "利用目的" {
      purpose a "{customer}の本人確認のため" { is: identity-verification }
      purpose b "<script>alert(3)</script>のため" { is: survey }
      text: ""
    }
  }
  part seikyu "請求" {
    requests req "開示等の請求" {
      accepts: disclosure, correction
      desk: madoguchi
      text: "{accepts}の請求は{madoguchi}で受け付ける。{tanpopo}"
    }
    entrustment itaku "委託" {
      to: haisou
      data: name "お名前"
      text: "{mihon}は、{data}の取扱いを{to|他社}に委託する。"
    }
  }
}
"""
INVENTED = NASTY.replace("""<"'>""", "")
# A developer may be without it, CI not.
try:
    from markdown_it import MarkdownIt
except ImportError:  # pragma: no cover
    if REQUIRE:
        raise
    MarkdownIt = None
needs_markdown_it = pytest.mark.skipif(MarkdownIt is None, reason="markdown-it-py is not installed")


@cache
def real() -> Output:
    return build_files(dmm_files())


@cache
def invented() -> Output:
    return build_files({"kitei.policy": INVENTED})


OUTPUTS = pytest.mark.parametrize("output", [real, invented], ids=["dmm", "invented"])


def empty_policy(page: Page) -> Policy:
    tables: dict[str, Any] = dict.fromkeys(facts.TABLES, ())
    return Policy(
        id=page.id,
        kind="privacy-notice",
        title=plain(page.title),
        url=page.url,
        version="",
        replaces="",
        operator="",
        subjects=(),
        places=(),
        origin="test.policy:1",
        **tables,
    )


def paragraph(*lines: Line) -> Page:
    return Page("page", (Run("見出し"),), "https://mihon.example/", (Paragraph("p.1", "p", lines),))


# -- Markdown ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("ふつうの文。（1）「かぎ」、１．・①【見出し】", "ふつうの文。（1）「かぎ」、１．・①【見出し】"),
        ("a*b*", r"a\*b\*"),
        ("2 * 3", "2 * 3"),
        ("snake_case と 利用_目的", "snake_case と 利用_目的"),
        ("_強調_", r"\_強調\_"),
        ("`x`", r"\`x\`"),
        ("[x](y)", r"\[x\](y)"),
        ("a < b、a <b>、<!--", r"a < b、a \<b>、\<!--"),
        ("A&B、&amp; &#12354; &あ;", r"A&B、\&amp; \&#12354; &あ;"),
        ("10:00~18:00", r"10:00\~18:00"),
        (r"C:\a と \* と 円\記号", r"C:\a と \\\* と 円\記号"),
    ],
)
def test_marks_are_escaped_and_nothing_else(text: str, written: str) -> None:
    assert marks(text) == written


@pytest.mark.parametrize(
    ("text", "written"),
    [
        ("# 見出し", r"\# 見出し"),
        ("#タグ", "#タグ"),
        ("- 項目", r"\- 項目"),
        ("-5度", "-5度"),
        ("+ 項目", r"\+ 項目"),
        ("> 引用", r"\> 引用"),
        ("1. 項目", r"1\. 項目"),
        ("2) 項目", r"2\) 項目"),
        ("1.5倍", "1.5倍"),
        ("１. 項目", "１. 項目"),
        ("===", r"\==="),
        ("---", r"\---"),
        ("|-|-|", r"\|-|-|"),
        ("    字下げ", "&#32;   字下げ"),
        ("　字下げ", "　字下げ"),
    ],
)
def test_line_starts_are_escaped_and_nothing_else(text: str, written: str) -> None:
    assert paragraph_line(marks(text)) == written


def test_the_end_of_a_heading() -> None:
    assert heading_line("目的 #") == r"目的 \#"
    assert heading_line("C#") == "C#"
    assert heading_line("##") == r"\##"


def test_emphasis_is_an_element() -> None:
    page = paragraph((Run("「"), Run("重要", strong=True), Run("」です")))
    assert "「<strong>重要</strong>」です" in markdown(page)


def item(marker: str, *lines: str, content: tuple[Any, ...] = ()) -> ListItem:
    return ListItem("i", "i", marker, tuple((Run(line),) for line in lines), content)


def in_a_page(*blocks: Any) -> Page:
    return Page("page", (Run("見出し"),), "https://mihon.example/", blocks)


def test_lists_under_items_with_nothing_to_say_stay_two() -> None:
    inner = [ItemList((item(f"{n}. ", "文"),), True) for n in (4, 9)]
    page = in_a_page(ItemList(tuple(item(DRAWN, content=(one,)) for one in inner), False))
    assert "\n\n4. 文\n\n<!-- -->\n\n9. 文\n" in markdown(page)


def test_a_number_after_a_paragraph_begins_a_list() -> None:
    table = Table("t", "t", ((Cell(()),),), 1)
    first = item("1. ", "一", content=(table, ItemList((item("+ ", "中"),), True)))
    page = in_a_page(ItemList((first, item("2. ", "二")), False))
    assert "\n\n\\+ 中\n\n2. 二\n" in markdown(page)


def test_lists_in_a_cell_of_markdown() -> None:
    inner = ItemList((item(DRAWN, "甲"), item("（1）", "乙")), True)
    items = ItemList((item(DRAWN, "一", "続き", content=(inner,)), item(DRAWN, "二")), True)
    last = Paragraph("p", "p", ((Run("文"),), (Run("末"),)))
    page = in_a_page(Table("t", "t", ((Cell((items, last)),),), 1))
    listed = "<ul><li>甲</li></ul>（1）乙"
    assert f"| <ul><li>一<br>続き{listed}</li><li>二</li></ul>文<br>末 |" in markdown(page)


def test_an_exclamation_mark_before_a_link() -> None:
    page = paragraph((Run("注意!"), Run("こちら", url="https://mihon.example/a(1)?a=1&copy=2")))
    assert r"注意\![こちら](<https://mihon.example/a(1)?a=1&copy=2>)" in markdown(page)


def test_a_marker_is_one_text_with_what_it_stands_before() -> None:
    strong, link, unsafe = Run("重要", strong=True), Run("こちら", ADDRESS), Run("_ここ", "javascript:alert(1)")
    lines: list[Line] = [(Run("_と"), strong), (strong, Run("な")), (link, Run("を")), (Run(""), unsafe)]
    items = tuple(ListItem("i", "i", "い", (line,), ()) for line in lines)
    assert markdown(in_a_page(ItemList(items, False))).partition("\n\n")[2].rstrip().split("  \n") == [
        "い_と<strong>重要</strong>",
        "い<strong>重要</strong>な",
        f"い[こちら]({ADDRESS})を",
        r"い\_ここ",
    ]


def test_a_title_that_says_nothing() -> None:
    page = paragraph((Run("文"),))
    for title in ((), (Run(" ", facts=("page.title",)),)):
        files = TARGET.emit(empty_policy(page), page._replace(title=title), {}).files
        assert files["policy.ja.md"] == "# \n\n文\n"
        assert "<h1" in files["policy.ja.html"]


def test_blocks() -> None:
    text = invented().files["policy.ja.md"]
    assert text.startswith("# \\</title>\\<script>alert(2)\\</script>に関する規程\n\n## 第1章　総則\n\n### 第1条")
    assert (
        "を定める。  \n（1）第一の事項  \n続きの行  \nア　中の事項  \n（ア）更に中の事項  \n（2）第二の事項\n\n" in text
    )
    assert "\n\n## 第2章　請求\n\n" in text


def shown(text: str) -> list[tuple[str, str]]:
    """What a CommonMark reader with GitHub's tables and strike-through shows: the tag of each line, and its characters
    with the number of an item before them."""
    lines: list[tuple[str, str]] = []
    # Of the lists around: the number to show next, 0 for a bullet.
    lists: list[int] = []
    tag = number = ""
    known = {
        "heading",
        "paragraph",
        "bullet_list",
        "ordered_list",
        "list_item",
        "table",
        "thead",
        "tbody",
        "tr",
        "th",
        "td",
    }
    for token in MarkdownIt("commonmark").enable(["table", "strikethrough"]).parse(text):
        if token.type == "html_block":
            assert token.content.strip() == "<!-- -->", token
            continue
        assert token.type == "inline" or token.type.rpartition("_")[0] in known, token
        if token.type == "ordered_list_open":
            lists.append(int(token.attrs.get("start", 1)))
        elif token.type == "bullet_list_open":
            lists.append(0)
        elif token.type in ("ordered_list_close", "bullet_list_close"):
            lists.pop()
        elif token.type == "list_item_open" and lists[-1]:
            number = f"{lists[-1]}{token.markup} "
            lists[-1] += 1
        elif token.type in ("heading_open", "paragraph_open", "th_open", "td_open"):
            tag = token.tag if token.type == "heading_open" else ""
        elif token.type == "inline":
            said = number
            number = ""
            for child in token.children or ():
                if child.type in ("text", "softbreak", "hardbreak"):
                    assert child.type != "softbreak"
                    said += child.content if child.type == "text" else "\n"
                elif child.content in ("<br>", "<li>", "</ul>"):
                    said += "\n"
                else:
                    known_html = ("<strong>", "</strong>", "<ul>", "</li>")
                    assert child.type in ("link_open", "link_close") or child.content in known_html, child
            lines += [(tag, line) for line in trimmed(said)]
    return lines


def expected(page: Page) -> list[tuple[str, str]]:
    """The lines of a page, by a walk of its own."""
    lines = [("h1", line) for line in trimmed(plain(page.title))] if page.titled else []
    for block in page.content:
        lines += _expected(block)
    return lines


def _expected(block: Any) -> list[tuple[str, str]]:
    if isinstance(block, Section):
        own = [(f"h{min(block.level + 1, 6)}", line) for line in trimmed(plain(block.heading).replace("\n", " "))]
        return own + [line for inner in block.content for line in _expected(inner)]
    if isinstance(block, ItemList):
        return [line for item in block.items for line in _expected(item)]
    if isinstance(block, Table):
        return [line for cells in block.rows for cell in cells for inner in cell.content for line in _expected(inner)]
    texts = [plain(line).replace("\n", " ") for line in block.lines]
    texts = [text for text in texts if text.strip()]
    if isinstance(block, ListItem) and block.marker != DRAWN:
        texts = [block.marker + texts[0], *texts[1:]] if texts else [block.marker]
    below = block.content if isinstance(block, ListItem) else ()
    return [("", line) for text in texts for line in trimmed(text)] + [line for b in below for line in _expected(b)]


def trimmed(text: str) -> list[str]:
    """The lines of a text, without the white space at their ends (some readers drop U+3000 there too, and it is an end
    behind the number of an item), which shows nowhere, and without empty ones."""
    return [re.sub(r"^([0-9]+[.)])\s+", r"\1 ", line.strip()) for line in text.split("\n") if line.strip()]


PIECES = st.sampled_from(
    [
        *"\\`*_[]<>&~#-+=|!:.)(1 　あ漢、。（）「」a\"'/",
        *["**", "~~", "```", "&amp;", "&#35;", "<b>", "](x)", "://"],
        "    ",
    ]
)
WORDS = st.lists(PIECES, min_size=1, max_size=8).map("".join)
URLS = st.sampled_from(["", "", "", "https://mihon.example/", "https://mihon.example/(a)?b=*c*&lt;&d", "/a_b_c", "#x"])


def built(kind: Any, *fields: Any) -> Any:
    """Rows of these fields. `st.builds` would fill the fields of a NamedTuple that have a default too, from their types:
    a cell over some 65535 columns."""
    return st.tuples(*fields).map(lambda found: kind(*found))


ADDRESS = "https://mihon.example/a_b?c=1&d"
FACTS_OF_RUNS = st.sampled_from([(), (), (), ("c.items", "c.items/name"), ("\"<&'> ",)])
RUNS = st.one_of(
    built(Run, WORDS, URLS, st.booleans(), FACTS_OF_RUNS),
    st.sampled_from([Run(ADDRESS, ADDRESS, bare=True), Run("次の", ADDRESS, bare=True)]),
)
LINES = st.lists(RUNS, min_size=1, max_size=3).map(tuple)
MARKERS = st.sampled_from(["（1）", "①", "・", "1.", "-", "*", "+ ", "#", "", DRAWN, DRAWN, "1. ", "2. ", "2) "])
TEXTS = st.lists(LINES, max_size=2).map(tuple)
NAME = st.just("i")


def counted(items: list[ListItem], start: int) -> tuple[ListItem, ...]:
    return tuple(item._replace(marker=f"{start + n}. ") for n, item in enumerate(items))


def marked(items: list[ListItem], look: str, start: int) -> tuple[ListItem, ...]:
    """The items with the markers they have, with drawn bullets, or with numbers that count on."""
    if look == "drawn":
        return tuple(item._replace(marker=DRAWN) for item in items)
    return counted(items, start) if look == "counted" else tuple(items)


def lists(inner: Any) -> Any:
    """Lists of any markers, of drawn bullets, and with numbers that count on; `inner` may stand in their items."""
    items = st.lists(built(ListItem, NAME, NAME, MARKERS, TEXTS, inner), min_size=1, max_size=2)
    looks = st.sampled_from(["any", "drawn", "counted"])
    return built(ItemList, built(marked, items, looks, st.integers(1, 11)), st.booleans())


FLAT = lists(st.just(()))
LISTS = lists(st.lists(FLAT, max_size=1).map(tuple))
PARAGRAPHS = built(Paragraph, NAME, NAME, st.lists(LINES, min_size=1, max_size=4).map(tuple))
SPANS = st.sampled_from([1, 1, 1, 2])
CELLS = built(Cell, st.lists(st.one_of(PARAGRAPHS, FLAT), max_size=2).map(tuple), st.booleans(), SPANS, SPANS)
ROWS = st.lists(st.lists(CELLS, min_size=1, max_size=2).map(tuple), min_size=1, max_size=2).map(tuple)
TABLES = built(Table, NAME, NAME, ROWS, st.integers(0, 1))
LISTS_WITH_TABLES = lists(st.lists(st.one_of(FLAT, TABLES), min_size=1, max_size=2).map(tuple))
CONTENT = st.lists(st.one_of(PARAGRAPHS, LISTS, TABLES, LISTS_WITH_TABLES), max_size=2).map(tuple)
HEADINGS = WORDS.filter(lambda text: not text.isspace()).map(lambda text: (Run(text),))
SECTIONS = built(Section, NAME, NAME, st.integers(1, 5), st.just(""), st.just(""), HEADINGS, CONTENT)
PAGES = built(Page, st.just("page"), HEADINGS, st.just(""), st.lists(SECTIONS, max_size=2).map(tuple), st.booleans())


@needs_markdown_it
@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_markdown_shows_the_characters_of_the_page(page: Page) -> None:
    assert shown(markdown(page)) == expected(page)


@needs_markdown_it
@pytest.mark.slow
@settings(max_examples=4000, deadline=None)
@given(PAGES)
def test_markdown_shows_the_characters_of_many_pages(page: Page) -> None:
    assert shown(markdown(page)) == expected(page)


@needs_markdown_it
@OUTPUTS
def test_markdown_shows_the_characters_of_a_compiled_page(output: Any) -> None:
    assert shown(output().files["policy.ja.md"]) == expected(output().document.composition.page)


# -- plain text ---------------------------------------------------------------------------------------------------------


def test_plain_text_layout() -> None:
    text = invented().files["policy.ja.txt"]
    assert "（1）第一の事項\n    続きの行\n    ア　中の事項\n        （ア）更に中の事項\n（2）第二の事項\n\n" in text
    assert "第2章　請求\n\n第3条（開示等の請求）\n\n" in text


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_plain_text_has_the_characters_of_the_page(page: Page) -> None:
    said = [piece for line in trimmed(plain_text(page)) for piece in cells(line)]
    # What the page itself writes may look like a row.
    want = [piece for _, line in expected(page) for piece in cells(line)]
    lines = [line.strip() for line in said if line.strip()]
    assert len(lines) == len(want)
    for line, wanted in zip(lines, want, strict=True):
        # Plain text says drawn bullets with a hyphen; one that the page itself writes stays.
        assert wanted in (line, line.removeprefix("- ").strip())


def cells(line: str) -> list[str]:
    """A row of a table, which plain text has in one line, as its cells."""
    return line[2:-2].split(" | ") if line.startswith("| ") and line.endswith(" |") and len(line) > 3 else [line]


# -- HTML ---------------------------------------------------------------------------------------------------------------


class Strict(HTMLParser):
    """Fails where an element is not closed in its turn; collects identifiers and the text of `main` without `nav`."""

    VOID = ("meta", "link", "br")

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.ids: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.text = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        assert len(found) == len(attrs), attrs
        self.elements.append((tag, found))
        if found.get("id"):
            self.ids.append(str(found["id"]))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if "main" in self.open and "nav" not in self.open:
            self.text += data


def parsed(text: str) -> Strict:
    parser = Strict()
    parser.feed(text)
    parser.close()
    assert parser.open == []
    return parser


def made_page(page: Page, **made: str) -> str:
    files = {f"policy.{name}": text for name, text in made.items()}
    return TARGET.emit(empty_policy(page), page, files).files["policy.ja.html"]


def lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


@OUTPUTS
def test_html_has_the_characters_of_the_page(output: Any) -> None:
    files = output().files
    assert lines(parsed(files["policy.ja.html"]).text) == lines(files["policy.ja.txt"])


@settings(max_examples=100, deadline=None)
@given(PAGES)
def test_html_of_any_page_is_well_formed(page: Page) -> None:
    parser = parsed(made_page(page))
    assert re.sub(r"\s", "", parser.text) == re.sub(r"\s", "", "".join(line for _, line in expected(page)))
    assert {tag for tag, _ in parser.elements} <= {
        *("html", "head", "meta", "title", "link", "style", "body", "main", "nav", "div", "section", "p", "ol", "ul"),
        *("li", "br", "span", "strong", "a", "h1", "h2", "h3", "h4", "h5", "h6"),
        *("table", "thead", "tbody", "tr", "th", "td"),
    }


@OUTPUTS
def test_identifiers_are_unique(output: Any) -> None:
    ids = parsed(output().files["policy.ja.html"]).ids
    assert len(ids) == len(set(ids))
    assert not any(re.search(r"\s", id_) for id_ in ids)


@OUTPUTS
def test_every_row_of_the_ir_has_an_anchor(output: Any) -> None:
    """All kinds: purposes, practices, data, recipients, rights, events, delegations, terms, contacts and the rest."""
    ids = set(parsed(output().files["policy.ja.html"]).ids)
    policy = output().document.policy
    rows = [(table, row.id) for table in (*facts.TABLES, "places") for row in getattr(policy, table)]
    assert policy.id in ids
    assert [row for row in rows if row[1] not in ids] == []


@OUTPUTS
def test_every_fragment_of_the_json_ld_has_an_anchor(output: Any) -> None:
    files, url = output().files, output().document.policy.url
    ids = set(parsed(files["policy.ja.html"]).ids)
    fragments = {part.partition('"')[0] for part in files["policy.jsonld"].split(f'"{url}#')[1:]}
    assert len(fragments) > 10
    assert fragments <= ids


def carriers(text: str) -> dict[str, Any]:
    return {element.get("id"): element for element in lxml_html.fromstring(text).iter() if element.get("id")}


def test_what_a_text_states_is_marked_where_it_says_so() -> None:
    at = carriers(real().files["policy.ja.html"])
    assert at["delivery"].tag == "li"
    assert at["data:browsing-history"].text_content() == "閲覧履歴"
    assert at["data:browsing-history"].get("data-facts").split()[-1] == "profiling.analyses/browsing-history"
    assert at["group-companies"].text_content() == "DMMのグループ会社として掲載されている会社"
    assert at["event:enacted"].text_content() == "制定：2005年03月31日"
    assert at["external-transmission"].text_content() == "こちら"
    assert at["requests.procedure"].getparent().tag == "a"
    assert at["member"].text_content().endswith("（以下「DMM会員」といいます。）")
    assert at["joint-use"].tag == "section" and at["joint-use"].get("data-node") == "joint-use"


@pytest.mark.parametrize("id_", ["requests.accepts/erasure", "exnoa", "data:bank-account", "anything-else"])
def test_what_no_text_names_alone_is_carried_where_it_is_spoken_of(id_: str) -> None:
    clause = {"r": "requests"}.get(id_[0], "joint-use")
    at = carriers(real().files["policy.ja.html"])
    assert clause in [element.get("id") for element in at[id_].iterancestors()]


def test_facts_and_nodes_of_blocks() -> None:
    at = carriers(real().files["policy.ja.html"])
    assert at["profiling"].get("data-node") == "profiling"
    assert "profiling.derives/interests" in at["profiling"].get("data-facts").split()
    assert at["joint-use.1"].get("data-node") == "joint-use"


def test_the_first_block_with_an_identifier_has_it() -> None:
    said = Paragraph("same", "node", ((Run("文", facts=("c.items",)),),))
    silent = Paragraph("same", "node", ((Run("", facts=("c.items",)),),))
    text = made_page(in_a_page(silent, said, said))
    first, second = (' data-node="node" data-facts="c.items">',) * 2
    assert f'<p id="same"{first}<span id="c.items" data-facts="c.items">文</span></p>' in text
    assert f'<p{second}<span data-facts="c.items">文</span></p>' in text


def test_several_values_of_one_fact_are_found() -> None:
    facts = ("c.items", "c.items/name")
    page = paragraph(
        (Run("氏名", facts=facts), Run("、", facts=facts[:1]), Run("改定", facts=("page.revised/2025-10-01",)))
    )
    policy = empty_policy(page)._replace(
        data=(invented().document.policy.data[0]._replace(id="data:name"),),
        events=invented().document.policy.events[-1:],
    )
    at = carriers(TARGET.emit(policy, page, {}).files["policy.ja.html"])
    assert at["data:name"].text_content() == "氏名"
    assert at["c.items"].tag == "span"
    assert at["event:revised-2"].text_content() == "改定"


@OUTPUTS
def test_markup_in_names_is_text(output: Any) -> None:
    text = output().files["policy.ja.html"]
    parser = parsed(text)
    scripts = [attributes for tag, attributes in parser.elements if tag == "script"]
    assert scripts == [{"type": "application/ld+json"}]
    assert text.count("</script>") == 1
    assert not any(name.startswith("on") for _, attributes in parser.elements for name in attributes)


def test_names_with_markup_are_shown_as_written() -> None:
    files = invented().files
    assert "株式会社みほん</title><script>alert(1)</script>" in parsed(files["policy.ja.html"]).text
    assert "*たんぽぽ* & <b>[x](javascript:alert(1))</b>" in parsed(files["policy.ja.html"]).text
    assert r"\*たんぽぽ\* & \<b>\[x\](javascript:alert(1))\</b>" in files["policy.ja.md"]
    title = lxml_html.fromstring(files["policy.ja.html"]).findtext("head/title")
    assert title == "</title><script>alert(2)</script>に関する規程"


@pytest.mark.parametrize("url", ["javascript:alert(1)", "JaVaScRiPt:alert(1)", "data:text/html,x", "//evil.example/"])
def test_an_address_that_may_harm_is_not_linked_to(url: str) -> None:
    page = paragraph((Run("こちら", url=url),))
    assert "<a " not in made_page(page)
    assert "](" not in markdown(page)
    assert "こちら" in made_page(page) and "こちら" in markdown(page)


def test_a_link_over_several_runs_is_one_link() -> None:
    url = 'https://mihon.example/?a="1"&b=2'.replace('"', "%22")
    page = paragraph((Run("手", url=url, facts=("a.b",)), Run("引", url=url, strong=True), Run("き")))
    found = lxml_html.fromstring(made_page(page)).findall(".//p/a")
    assert [(a.text_content(), a.get("href")) for a in found] == [("手引", url)]
    assert f"[手<strong>引</strong>]({url})き" in markdown(page)


def test_the_json_ld_cannot_end_its_script() -> None:
    graph = {"name": "</script><!-- & -->", "id": "https://mihon.example/#a/b"}
    text = made_page(paragraph((Run("文"),)), jsonld=json.dumps(graph))
    assert text.count("</script") == 1
    inside = text.partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert not set("<>&") & set(inside)
    assert json.loads(inside) == graph
    assert "a/b" in parsed(text).ids


@OUTPUTS
def test_the_json_ld_is_embedded(output: Any) -> None:
    files = output().files
    inside = files["policy.ja.html"].partition('<script type="application/ld+json">')[2].partition("</script>")[0]
    assert json.loads(inside) == json.loads(files["policy.jsonld"])


def test_without_json_ld_there_is_no_script() -> None:
    assert "<script" not in made_page(paragraph((Run("文"),)))


@OUTPUTS
def test_nothing_is_loaded(output: Any) -> None:
    text = output().files["policy.ja.html"]
    elements = parsed(text).elements
    assert {tag for tag, _ in elements} & {"img", "iframe", "object", "audio", "video", "base", "form"} == set()
    assert [attributes["rel"] for tag, attributes in elements if tag == "link"] == ["canonical", "privacy-policy"]
    assert "url(" not in STYLE and "@import" not in STYLE
    rules = next(a["content"] for tag, a in elements if tag == "meta" and a.get("http-equiv"))
    assert rules is not None and rules.startswith(f"default-src 'none'; style-src '{DIGEST}';")
    style = text.partition("<style>")[2].partition("</style>")[0]
    assert "sha256-" + base64.b64encode(hashlib.sha256(style.encode()).digest()).decode() == DIGEST
    assert "style=" not in text.partition("</style>")[2].partition("<script")[0]


@OUTPUTS
def test_structure_that_readers_navigate_by(output: Any) -> None:
    text = output().files["policy.ja.html"]
    assert text.startswith('<!DOCTYPE html>\n<html lang="ja">\n<head>\n<meta charset="utf-8">\n')
    root = lxml_html.fromstring(text)
    levels = [int(e.tag[1]) for e in root.iter("h1", "h2", "h3", "h4", "h5", "h6")]
    assert levels[0] == 1 and levels.count(1) == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))
    at = carriers(text)
    for section in root.iter("section"):
        heading = at[section.get("aria-labelledby")]
        assert heading.getparent().get("id") == section.get("id") and heading.tag.startswith("h")
    within = [a for a in root.iter("a") if a.get("href").startswith("#")]
    links = [a.get("href") for a in within if a.get("class") != "place"]
    assert links[0] == "#-text" and len(links) == 1 + len(list(root.iter("section")))
    assert all(a.get("href")[1:] in at for a in within)
    for item in root.findall(".//main//li"):
        assert item.getparent().get("role") == "list"
    assert root.find(".//li[@id]/span[@class='marker']") is not None


def test_references_lead_to_their_places_and_only_in_html() -> None:
    body = """organization mihon "株式会社みほん" { called: "当社" }
document kiyaku "規約" {
  kind: terms; url: <https://mihon.example/kiyaku/>; operator: mihon; register: articles
  article 定義 "定義" {
    text: \"""
      次のとおりとする。
      - 甲
      - {#乙} 乙
      \"""
  }
  article own "本則" {
    text: \"""
      {定義}による。

      {定義.marker}の**{乙}**と{乙}による。[{定義}](https://mihon.example/a)と{乙|号}を見る。
      \"""
  }
}
"""
    files = build_files({"x.policy": body}).files
    root = lxml_html.fromstring(files["policy.ja.html"])
    found = [(a.get("href"), a.text_content()) for a in root.iter("a")]
    assert found == [
        ("#定義", "第1条（定義）"),
        ("#定義", "第1条"),
        ("#乙", "（2）"),
        ("https://mihon.example/a", "第1条（定義）"),
    ]
    assert [element.tag for element in root.iter() if element.get("id") in ("定義", "乙")] == ["section", "li"]
    assert files["policy.ja.md"].count("](") == 1
    assert "2　第1条の（2）と（2）による。" in files["policy.ja.txt"]


def test_a_short_page_has_no_contents() -> None:
    assert "<nav" not in made_page(paragraph((Run("文"),)))


def test_canonical_address() -> None:
    root = lxml_html.fromstring(invented().files["policy.ja.html"])
    found = {link.get("rel"): link.get("href") for link in root.iter("link")}
    assert found == dict.fromkeys(("canonical", "privacy-policy"), "https://mihon.example/privacy/?a=1&b=2")


# -- all three ----------------------------------------------------------------------------------------------------------


@OUTPUTS
def test_files_end_in_one_line_feed(output: Any) -> None:
    for name in TARGET.files:
        text = output().files[name]
        assert text.endswith("\n") and not text.endswith("\n\n")
        assert "\r" not in text


@OUTPUTS
def test_the_texts_say_everything_but_where_links_of_the_plain_one_lead(output: Any) -> None:
    """Every address that words of the page lead to is in the plain text, or is reported; nothing else is."""
    page = output().files["policy.ja.html"].partition("<main")[2].partition("</main>")[0]
    led_to = {unescape(url) for url in re.findall(r'<a href="([^"#][^"]*)"', page)}
    text = output().files["policy.ja.txt"]
    lost = [loss for loss in output().losses if loss.target == "text_ja"]
    told = [loss.fact.removeprefix("link: ") for loss in lost]
    assert sorted(told) == sorted(url for url in led_to if url not in text)
    assert all(loss.fit == "none" and loss.node == output().document.policy.id for loss in lost)


def test_an_address_that_is_written_out_is_not_lost() -> None:
    """Of two addresses the plain text shows one; each is reported once, in a table and a heading too."""
    one, two, three = (f"https://mihon.example/{n}" for n in (1, 2, 3))
    body = (
        f'article "[題]({three})" {{ text: """\n<{one}>と[一覧]({two})と[一覧]({two})\n- [号]({three})\n\n'
        f'| [欄]({two}) | <{one}> |\n""" }}'
    )
    losses = [loss for loss in build_files({"t.policy": HEAD + body + "\n}\n"}).losses if loss.target == "text_ja"]
    assert sorted(loss.fact for loss in losses) == [f"link: {two}", f"link: {three}"]


@OUTPUTS
def test_the_same_again(output: Any) -> None:
    document = output().document
    again = TARGET.emit(document.policy, document.composition.page, output().files)
    assert {name: output().files[name] for name in TARGET.files} == again.files


@OUTPUTS
def test_what_is_told_of_the_json_ld_is_what_stands_in_it(output: Any) -> None:
    """The page is the same where nothing is told, and the bytes of its file are those of its text."""
    document, files = output().document, output().files
    again = TARGET.emit(document.policy, document.composition.page, dict(files))
    assert again.files["policy.ja.html"] == files["policy.ja.html"]
    written = folder(output(), [])
    assert {name: body.decode("utf-8") for name, body in written.items() if name != MANIFEST} == files


def test_what_the_page_holds_of_the_json_ld() -> None:
    files = real().files
    ((name, (part, at)),) = files.held.items()
    assert files[name][at:].startswith(files[part])
    # Nothing is held that had to be written in another way.
    assert invented().files.held == {}


def test_addresses_of_the_author_into_the_document_arrive() -> None:
    """What the graph does not know of is looked for in the text: a link to a place of the page, and one that leads nowhere."""
    files = dmm_files()
    own = "https://terms.dmm.co.jp/privacy/"
    moved = {
        name: text.replace("https://dmm-corp.com/company/group/", f"{own}#doko-ka") for name, text in files.items()
    }
    output = build_files(moved)
    assert "policy.jsonld" not in output.files.named
    assert "doko-ka" in parsed(output.files["policy.ja.html"]).ids


@pytest.mark.parametrize(
    ("fragment", "ids"), [("privacy", ["privacy"]), ("d", ["d"]), ("-text", ["-text"]), ("%E6%96%B9", []), ("", [])]
)
def test_the_documents_own_address_arrives(fragment: str, ids: list[str]) -> None:
    source = f"""organization m "株式会社みほん" {{ called: "当社" }}
document d "方針" {{ kind: general-policy; url: <https://a.example/legal/#{fragment}>; operator: m
  article "一" {{ text: "{{m}}です。" }} }}"""
    found = parsed(build_files({"test.policy": source}).files["policy.ja.html"]).ids
    assert [id_ for id_ in found if id_ == fragment or "%" in id_] == ids
    assert len(found) == len(set(found))


def test_output_grows_with_input() -> None:
    def size(n: int) -> int:
        purposes = "\n".join(f'purpose p{i} "目的その{i}のため" {{ is: survey }}' for i in range(n))
        head, _, tail = INVENTED.partition('      text: ""\n')
        output = build_files({"kitei.policy": f'{head}{purposes}\n      text: ""\n{tail}'})
        document = output.document
        files = TARGET.emit(document.policy, document.composition.page, {}).files
        return sum(map(len, files.values()))

    one, two, four = size(100), size(200), size(400)
    assert abs((four - two) - 2 * (two - one)) < 0.05 * (four - two)


def test_a_bad_link_never_gets_here() -> None:
    assert not check_files({"kitei.policy": NASTY}).ok
