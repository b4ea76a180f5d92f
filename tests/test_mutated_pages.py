"""Pages that nobody would write: `import` and `compare` tell of them or read them, without a traceback, in bounded time.

`POLICYC_MUTATED_PAGES=20000` makes the slow part as large; `python tests/fuzz/pages.py --count 20000 --seed 7` does the
same and prints what became of them.
"""

from __future__ import annotations

import os
import random
from pathlib import Path

import pytest
from selectolax.lexbor import LexborHTMLParser, LexborNode

from conftest import SHARED
from fuzz import pages as fuzz
from fuzz import seeds
from fuzz.mutate import page as mutated
from fuzz.seeds import MOST, Page
from policyc.published import Listing, Paragraph, Table, html, read, seen
from policyc.published.depth import TooDeep, measure

MANY = int(os.environ.get("POLICYC_MUTATED_PAGES", "2000"))
REAL = str(SHARED) if SHARED.is_dir() else ""

# Pages that raised, died or took seconds; each stands for what others do as well.
CASES: dict[str, str | bytes] = {
    "lists in a heading.txt": "<h6>><ol><li><ol><",
    "headings in headings.html": "<h1><div>" * 499 + "題",
    "brackets that open.md": "# 題\n\n" + "[ア" * 400,
    "brackets in brackets.md": "[" * 1_600 + "あ" + "]" * 1_600,
    "pictures in pictures.md": "![" * 1_600 + "あ" + "](a)" * 1_600,
    "links that open.md": "[あ](a" * 1_000,
    "quotations in an item.md": "- " + "> " * 600 + "あ",
    "items in quotations.md": "> - " * 400 + "あ",
    "lists over many lines.md": "\n".join(f"> {'  ' * n}- あ" for n in range(90)),
    "comments before a text.txt": "<!---->" * 60 + "あ",
    "comments that open.txt": "<!--" * 2_500,
    "a title of blanks.md": "---\ntitle: a" + " " * 9_900 + "b\n---\nあ",
    "code that opens.html": "<%" * 5_000,
    "bars and hyphens.txt": "|" + "-" * 4_900 + "|\n" + "-" * 4_900 + "x",
    "a cell over all of it.html": "<table><tr><td rowspan=65534 colspan=1000>あ<td>い</table>",
    "cells over many columns.html": "<table>" + "<tr><td colspan=1000>あ" * 400 + "</table>",
    "cells over many rows.html": "<table>" + "<tr><td rowspan=9999>あ" * 400 + "</table>",
    "elements that go on.md": "<small>あ\n\n" * 700,
    "other elements that go on.html": "".join(f"<font size={n}>あ<p>" for n in range(450)),
    "ends of nothing.html": "<div></section>" * 660 + "あ",
    "selectors of each from each.html": "<style>*:has(~ *:has(~ *:has(~ x))){display:none}</style>"
    + "<p>" * 800
    + "あ",
    "halves of characters.txt": b"<meta charset=utf-7>\xff+2AA-\xe3 +MEI-",
    "a place of its own.html": "<b policyc-at=x>あ</b><p policyc-at=99999999>い</p>",
    "brackets in an address.html": "<a href='" + "(a)" * 3_000 + "('>あ</a>",
    "numbers.txt": "".join(f"（{n}）あ。\n" for n in range(1, 600)),
    "definitions.html": "".join(f"<b>語{n}</b>（以下「語{n}」という。）" for n in range(150)),
    "half a character.txt": "第1条（目的".encode() + b"\xed\xa0\x80\xff",
}


@pytest.mark.parametrize("name", CASES)
def test_what_once_went_wrong(name: str) -> None:
    made = CASES[name]
    data = made if isinstance(made, bytes) else made.encode("utf-8")
    assert len(data) <= MOST
    told = fuzz.tried(Page(f"page.{name.rpartition('.')[2]}", data))
    assert not told["trace"], told["trace"]
    # Of the processor, which other tests share: what was mended took from six seconds to minutes.
    assert max(told["seconds"]) < 2 * fuzz.SECONDS, told["seconds"]


def test_mutated_pages() -> None:
    held(fuzz.run(fuzz.Work(40, 1, "", False, 0), workers=1))


@pytest.mark.slow
def test_many_mutated_pages(tmp_path: Path) -> None:
    """Those of the command line too, now and then."""
    held(fuzz.run(fuzz.Work(MANY, 7, REAL, False, 100), saved=tmp_path))


@pytest.mark.slow
def test_everything_again_and_again(tmp_path: Path) -> None:
    held(fuzz.run(fuzz.Work(len(fuzz.hostile_pages()), 0, "", True, 0), saved=tmp_path))


def held(told: fuzz.Told) -> None:
    assert told.good, told
    assert told.pages and told.imported and told.refused
    assert told.memory < fuzz.MEMORY


@pytest.mark.parametrize("faults", ["3:signal 5:trace", pytest.param("1:slow", marks=pytest.mark.slow)])
def test_what_goes_wrong_is_seen(faults: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A signal, a trace and a page that takes long would be told of, and the pages be saved."""
    monkeypatch.setenv("POLICYC_FUZZ_FAULTS", faults)
    told = fuzz.run(fuzz.Work(7, 1, "", False, 0), workers=1, saved=tmp_path)
    assert told.pages == 7 and not told.good
    wrong = {"signal": told.signals, "trace": told.tracebacks, "slow": told.slow}
    asked = [one.split(":") for one in faults.split()]
    assert {what: [one.partition(":")[0] for one in ones] for what, ones in wrong.items() if ones} == {
        what: [at] for at, what in asked
    }
    assert len([path for path in tmp_path.iterdir() if path.suffix != ".why"]) == len(asked)


def test_a_number_always_gives_the_same_page() -> None:
    own = seeds.own()
    assert [mutated(own, 3, n) for n in range(50)] == [mutated(own, 3, n) for n in range(50)]
    assert len({mutated(own, 3, n).data for n in range(50)}) > 45


# -- bounds that are known beforehand ---------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "text",
    [
        "<div>" * 2_000,
        "<div></section>" * 2_000,
        "<div><table><td></div>" * 2_000,
        "<span></p>" * 2_000,
        "<li><ul>" * 2_000,
        "<rt>" * 2_000,
        "<optgroup>" * 2_000,
        "<span><div></span>" * 2_000,
        "<a><div>" * 2_000,
        "<a><div></a>" * 2_000,
        "<svg><style><g>" + "<g>" * 2_000,
        "<svg>" + "<td>" * 2_000,
        "<table>" * 2_000,
        "".join(f"<b id={n}>" for n in range(2_000)),
        "".join(f"<b id={n}>あ<p>" for n in range(900)),
    ],
)
def test_what_stands_too_deep(text: str) -> None:
    with pytest.raises(TooDeep):
        measure(text)


@pytest.mark.parametrize(
    "text",
    [
        "<p>あ" * 5_000,
        "<p><span>あ" * 5_000,
        "<ul>" + "<li><b>あ" * 5_000,
        "<table>" + "<tr><td><div>あ" * 5_000,
        "<h2>あ" * 5_000,
        "<b>あ<p>" * 5_000,
        "<a name=x>あ</a><br>" * 5_000,
        "<a name=x>あ<br>" * 5_000,
        "<p><a name=x><div>あ</a></div>" * 5_000,
        "<select>" + "<option>あ" * 5_000,
        "<dl>" + "<dt>あ<dd><span>い" * 5_000,
        "<script>" + "<div>" * 5_000 + "</script><!--" + "<div>" * 5_000 + "--><p>あ",
        "<ruby>" + "漢<rt>かん" * 5_000,
    ],
)
def test_what_is_not_closed_but_ends_is_not_deep(text: str) -> None:
    measure(text)


def depth_of(text: str) -> int:
    parser = LexborHTMLParser(text)
    deepest, stack = 0, [(parser.body, 0)] if parser.body is not None else []
    while stack:
        node, depth = stack.pop()
        deepest = max(deepest, depth)
        stack += [(child, depth + 1) for child in node.iter(include_text=False)]
    return deepest


_UNITS = """
    <div> </div> <a> </a> <span> </span> <p> </p> <table> </table> <td> <tr> <caption> <li> <ul> <dd> <b> </b> <i_id=N> </i> <nobr>
    <svg> </svg> <math> <desc> <foreignobject> <h1> <select> <optgroup> <option> <button> <template> <object> <rt> </zz> <section>
    </section> <form> </form> <title> <style> <textarea> <plaintext> <noscript> <frameset> あ
"""


def test_no_page_that_is_let_through_is_much_deeper_than_was_found() -> None:
    """The parser is asked how deep it really is: a cell of a table stands in two elements that are not counted."""
    units, rng = [unit.replace("_", " ") for unit in _UNITS.split()], random.Random(4)
    texts = [mutated(seeds.own(), 11, n).data.decode("utf-8", errors="replace") for n in range(100)]
    for _ in range(300):
        one = "".join(rng.choice(units) for _ in range(rng.randrange(2, 6)))
        texts.append("".join(one.replace("N", str(n)) for n in range(400)))
    let_through = 0
    for text in texts:
        try:
            found = measure(text)
        except TooDeep:
            continue
        let_through += 1
        assert depth_of(text) <= 4 * max(found.depth, 3) + 8, text[:100]
    assert let_through > 200


def parsed(text: str) -> list[str]:
    """The elements and characters that a parser finds in a text, without the places written into it."""
    parser = LexborHTMLParser(text)
    found: list[str] = []
    stack: list[LexborNode] = [] if parser.body is None else [parser.body]
    while stack:
        node = stack.pop()
        found.append(html._bare(node.text_content or "") if node.is_text_node else f"<{node.tag}>")
        stack += reversed(list(node.iter(include_text=True)))
    return found


def test_places_in_tags_change_nothing_else() -> None:
    own = seeds.own()
    texts = [
        '<p title="a<b>c">あ</p><img alt="<b>図</b>">い',
        "<table><style><b</style>あ",
        "<title><h$(B</title><nav>あ</nav>",
        "<br/><i/>あ<input value='<p'>",
        *(mutated(own, 5, n).data.decode("utf-8", errors="replace") for n in range(300)),
    ]
    for text in texts:
        assert parsed(html._START.sub(html._placed, text)) == parsed(text), text[:200]


# -- what is read of such pages ---------------------------------------------------------------------------------------


def lines(text: str, name: str) -> list[str]:
    page, found = read(text.encode("utf-8"), name)
    assert page is not None, [one.code for one in found]
    return [line.text for line in seen(page.blocks)]


def test_a_heading_is_one_line_whatever_it_holds() -> None:
    assert lines("<h2>第1条<ol><li><ol></ol><li>目的</ol><h3>細則</h3></h2><p>あ", "page.html") == [
        "第1条目的",
        "細則",
        "あ",
    ]
    assert lines("<h2>あ<div><h3>い</h3></div></h2>", "page.html") == ["あい"]


@pytest.mark.parametrize(
    ("text", "expected", "links"),
    [
        ("[あ", "[あ", []),
        ("[[あ](b)", "[あ", ["./b"]),
        ("[あ [い](b) う](c)", "[あ い う](c)", ["./b"]),
        ("[![図](a) あ](b)", "あ", ["./b"]),
        ("![[あ](b)](c)い", "い", []),
        ("[あ`]`い](b)", "あ]い", ["./b"]),
        ("[あ\\]い](b)", "あ]い", ["./b"]),
        ("[あ](<b c> 'd')", "あ", ["./b%20c"]),
        ('[あ](b "c"d)', '[あ](b "c"d)', []),
        ("[あ][い] [い][] [い] [う]\n\n[い]: b", "あ い い [う]", ["./b", "./b", "./b"]),
        ("**あ[い**う](b)", "**あい**う", ["./b"]),
        ("[**あ**い](b) **う**", "あい う", ["./b"]),
        ("]あ[", "]あ[", []),
    ],
)
def test_links_as_the_specification_has_them(text: str, expected: str, links: list[str]) -> None:
    page, _ = read(f"題\n\n{text}".encode(), "page.md")
    assert page is not None
    (_, line) = seen(page.blocks)
    # A link that another follows at once is told once.
    assert (line.text, list(line.links)) == (expected, links)


@pytest.mark.parametrize(
    "selector",
    [".a .b p", "div:nth-child(2) p", "div:has(i) > p", "main div:not(.c, .d e) ~ div p", "[title='a b ~ c'] p"],
)
def test_what_style_sheets_of_a_page_hide_is_hidden(selector: str) -> None:
    """However they say it: only where a search would not come to an end it is left."""
    body = "<main class=a><div>あ</div>\n<div class=b title='a b ~ c'><i></i><p>い</p></div></main>"
    assert lines(f"<style>{selector} {{ display: none }}</style>{body}", "page.html") == ["あ"]


def test_cells_cover_what_can_be_seen_of_them() -> None:
    text = "<table><tr><th colspan=1000>題<tr><td rowspan=99>あ<td>い<tr><td colspan=3>う</table>"
    page, _ = read(text.encode(), "page.html")
    assert page is not None
    (table,) = page.blocks
    assert isinstance(table, Table)
    assert [[(cell.across, cell.down) for cell in row] for row in table.rows] == [[(2, 1)], [(1, 2), (1, 1)], [(1, 1)]]


def test_a_table_that_is_none_is_read_line_by_line() -> None:
    page, _ = read(("<table>" + "<tr><td colspan=1000>あ<td>い" * 60 + "</table>").encode(), "page.html")
    assert page is not None and all(isinstance(block, Paragraph) for block in page.blocks)
    assert sum(1 for _ in seen(page.blocks)) == 120


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"%PDF-1.7\n" + bytes(range(256)), "page/not-text"),
        (b"PK\x03\x04" + bytes(200), "page/not-text"),
        ("当社は、個人情報を守ります。<p>".encode("utf-16-le"), "page/not-text"),
        (b"- " * 76 + "あ".encode(), "page/too-deep"),
    ],
)
def test_what_is_no_page_is_said_in_both_languages(data: bytes, code: str) -> None:
    page, (finding,) = read(data, "page.md")
    assert page is None and finding.code == code
    assert finding.message("ja") and finding.message("en") and finding.message("ja") != finding.message("en")


def test_a_page_in_utf_16_is_read_where_that_is_said() -> None:
    data = "<p>当社は、個人情報を守ります。</p>".encode("utf-16-le")
    page, _ = read(data, "page.html", "", "utf-16-le")
    assert page is not None and [line.text for line in seen(page.blocks)] == ["当社は、個人情報を守ります。"]


def test_lists_as_deep_as_a_page_may_have_them_keep_every_character() -> None:
    text = "\n".join(f"{'  ' * n}- 項目{n}" for n in range(38))
    page, _ = read(text.encode(), "page.md")
    assert page is not None and isinstance(page.blocks[0], Listing)
    assert [line.text for line in seen(page.blocks)] == [f"項目{n}" for n in range(38)]
