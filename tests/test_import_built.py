"""What import makes of the pages that policyc built itself: no warning and no fact that their sources do not have."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest

from conftest import POLICIES
from policyc import facts, importer, pipeline
from policyc.diagnostics import NOTE
from test_import import drawn, read
from test_import_facts import kinds

FORMATS = ("policy.ja.md", "policy.ja.html", "policy.ja.txt")
LAW = Path(__file__).parent / "law"
SOURCES = sorted((*POLICIES.glob("*.policy"), *LAW.glob("*.policy")))


def warnings(checked: pipeline.Checked) -> Counter[str]:
    return Counter(d.code for d in checked.diagnostics if d.code.startswith("text/") and d.severity != NOTE)


def stated(policy: facts.Policy) -> dict[str, Counter[str]]:
    """What must not be stated unless the source states it: what is done, the periods, the rights, and where data go."""
    found = kinds(policy)
    periods = Counter(str(row.period) for row in policy.retentions if row.period)
    return {"practices": found["practices"], "rights": found["rights"], "retentions": periods}


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.stem)
def test_no_warning_and_no_fact_that_the_source_does_not_have(path: Path) -> None:
    files = {one.name: one.read_bytes() for one in POLICIES.glob("*.policy")}
    checked = pipeline.check(path.name, path.read_bytes(), files.get)
    for output in pipeline.emit(checked):
        by_hand = stated(output.document.policy)
        for file in FORMATS:
            made = importer.draw(read(output.files[file], file), "page")
            assert made.identical and not made.distrusted, (file, made.distrusted)
            assert not warnings(made.checked) - warnings(checked), file
            for table, rows in stated(made.checked.documents[0].policy).items():
                more = rows - by_hand[table]
                # Its standard words on the grounds speak of 消去, which it does not list.
                assert not more or (path.stem, more) == ("privacy-notice", Counter({"erasure": 1})), (file, table, more)


PAGE = """# 会員規約

## 第1条（目的）

株式会社みほん（以下「当社」という。）は、この規約を定める。

## 第2条（料金）

| 種類 | 定め |
| --- | --- |
| 年会費 | 第1条により、当社が定める |
| 手数料 | [第1条](https://mihon.example/a)及び民法第1条による |
"""


def test_references_in_cells_are_computed() -> None:
    made = drawn(PAGE, "page.md")
    assert "| 年会費 | {節-1.marker}により、{当社}が定める |" in made.source
    # A link stays the author's, and the article of a statute is none of the page.
    assert "[{節-1.marker}](https://mihon.example/a)及び民法第1条による" in made.source


def test_a_clause_may_speak_of_its_own_heading() -> None:
    made = drawn(
        "# 方針\n\n## 1．利用\n\n守ります。\n\n## 2．個人情報の管理\n\n「2．個人情報の管理」のとおりです。\n", "page.md"
    )
    assert "{節-2}のとおりです。" in made.source


PLACES = """<h1>規約</h1><p>株式会社みほん（以下「当社」という。）は、定める。</p>
<h2>第1条（目的）</h2><p>目的は、別に定める。</p>
<h2>第2条（{0}の特則）</h2>
<p>当社は、<strong>{0}</strong>に従い、<em>{0}（目的）</em>を守る。</p>
<ol><li>{0}による場合<ul><li>{0}の場合</li></ul></li></ol>
<table><tr><th>{0}</th><td><p>{0}のとおり</p><ul><li><b>{0}</b></li></ul></td></tr></table>
<dl><dt>{0}</dt><dd>{0}の説明</dd></dl>"""


def test_links_to_computed_places_are_none_of_the_author() -> None:
    """Wherever they stand, in whatever they stand."""
    inner = ('<a class="place" href="#a">第1条</a>', '<a href="#a" class="place"><span>第<b>1</b>条</span></a>')
    for link in inner:
        made = drawn(PLACES.replace("{0}", link), "page.html")
        assert "](#" not in made.source and "<#" not in made.source
    # The author's own stay.
    made = drawn(PLACES.replace("{0}", '<a href="https://mihon.example/1">第1条</a>'), "page.html")
    assert made.source.count("](https://mihon.example/1)") >= 9
