"""Whether a list is open (等): in the language, on the page in both registers, in the facts, and in every file."""

from __future__ import annotations

import json
import random
from typing import Any, NamedTuple

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import legal_values
from conftest import check_clause, check_text
from drawn import Drawn
from legal_values import Case, Given, batches, blocks, keys, left_open
from policyc import importer, pipeline, published
from policyc.ask import questions
from policyc.ask.graph import Graphs
from policyc.clauses import catalogue
from policyc.compose.page import plain
from policyc.compose.sentences import lines
from policyc.facts import BY_TABLE, Place, Policy
from policyc.facts.declare import fields
from policyc.pipeline import Checked
from policyc.reader import linked, p3p
from test_match import asked
from test_modality import outputs

REGISTERS = ("web", "articles")
DICE = st.integers(min_value=0, max_value=2**32 - 1).map(random.Random)
FEW = settings(max_examples=40, deadline=None, database=None, derandomize=True, suppress_health_check=list(HealthCheck))
HAVE_LISTS = [kind for kind in BY_TABLE.values() if any(field.name == "open_lists" for field in fields(kind.record))]


class Open(NamedTuple):
    """A clause with one field whose list is left open, and the name of that field."""

    case: Case
    field: str


def open_cases() -> list[Open]:
    """Every field of every clause whose list may be left open, with each sort of list."""
    return [
        Open(legal_values.case(way, Given(key, value)), key.word)
        for clause in catalogue()
        for way in blocks(clause)
        for key in keys(way[-1])
        for value in dict.fromkeys(left_open(key))
    ]


def errors(checked: Checked) -> list[str]:
    return [d.code for d in checked.diagnostics if d.severity == "error"]


def page_of(checked: Checked) -> str:
    return pipeline.emit(checked)[0].files["policy.ja.txt"]


def going_on(policy: Policy) -> dict[str, tuple[str, ...]]:
    """The open lists of every fact that has some, by its table and id."""
    rows = ((kind.table, row) for kind in HAVE_LISTS for row in getattr(policy, kind.table))
    return {f"{table} {row.id}": row.open_lists for table, row in rows if row.open_lists}


# ---- the language ----


@pytest.mark.parametrize("word", ["等", "etc"])
def test_the_last_value_leaves_the_list_open(word: str) -> None:
    for source in (f"name, address, {word}", f"[name, address, {word}]", f"name、address、{word}"):
        checked = check_clause(f"collection c {{ items: {source} }}")
        assert not errors(checked), source
        field = next(node for node in checked.documents[0].node.walk() if node.id == "c").fields["items"]
        assert field.open and [value.word for value in field.values] == ["name", "address"]
    assert not next(iter(check_clause("collection c { items: name }").documents)).policy.practices[0].open_lists


@pytest.mark.parametrize(
    ("field", "code"),
    [
        ("items: 等", "model/etc-alone"),
        ("items: name, 等, address", "model/etc-not-last"),
        ("items: 等, name", "model/etc-not-last"),
        ("items: name, 等, 等", "model/etc-not-last"),
        ("modality: does, 等", "model/etc-without-list"),
        ("declared: none, 等", "model/etc-without-list"),
        ("items: name, なし, 等", "model/answer-alone"),
    ],
)
def test_where_it_cannot_stand_it_is_told(field: str, code: str) -> None:
    found = [d for d in check_clause(f"collection c {{ {field} }}").diagnostics if d.severity == "error"]
    assert code in [d.code for d in found], [d.code for d in found]
    told = next(d for d in found if d.code == code)
    assert "等" in told.span.text or code == "model/answer-alone"


def test_fields_that_name_all_they_are_about_are_no_lists() -> None:
    whole = {key.word for clause in catalogue() for way in blocks(clause) for key in way[-1].keys if key.whole}
    assert whole == {"desk", "of", "source", "opt-out-kind"}
    assert "model/etc-without-list" in errors(check_clause("operator-identity i { of: mihon, 等 }"))


# ---- the page ----


@pytest.mark.parametrize("register", REGISTERS)
def test_the_standard_wording_says_of_every_open_list_that_it_goes_on(register: str) -> None:
    """Not only somewhere: a run of the page states that very fact, and reads 等 or says that these are not all; and some fact
    of that clause has the list among those that are open."""
    cases = open_cases()
    assert len(cases) > 200
    words = iter(one.field for one in cases)
    for batch in batches(one.case for one in cases):
        source, _ = legal_values.document(batch, register)
        (document,) = (one for one in check_text(source).documents if one.node.id == "notice")
        runs: dict[str, str] = {}
        for _, _, line in lines(document.composition.page):
            for run in line:
                runs.update({fact: run.text for fact in run.facts if fact.endswith(".etc")})
        facts = {one for rows in (getattr(document.policy, kind.table) for kind in HAVE_LISTS) for one in rows}
        for n, case in enumerate(batch):
            names = (f"c{n}.{(word := next(words))}.etc", f"c{n}-i.{word}.etc", f"c{n}-i-i.{word}.etc")
            said = [runs[name] for name in names if name in runs]
            assert said and all("等" in text or "これらに限" in text for text in said), (case.shown, said)
            own = [row for row in facts if row.id == f"c{n}" or row.id.startswith((f"c{n}.", f"c{n}-", f"c{n}/"))]
            own += [row for row in facts if getattr(row, "clause", "") == f"c{n}"]
            # What a desk takes is a fact of the desk, and of which service of each transmission: here there are none.
            alone = all(isinstance(row, Place) for row in own) and case.shown.startswith(("contact", "external-trans"))
            assert any(row.open_lists for row in own) or alone, case.shown


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("{items}を取得します。", "氏名、住所等を取得します。"),
        ("{items.及び}を取得します。", "氏名及び住所等を取得します。"),
        ("{items.name}と{items.address}{items.等}を取得します。", "氏名と住所等を取得します。"),
        ("{items.name}と{items.address}{items.等|など}を取得します。", "氏名と住所などを取得します。"),
        ("{items|氏名、住所等}を取得します。", "氏名、住所等を取得します。"),
        ("{items|氏名、住所その他の情報}を取得します。", "氏名、住所その他の情報を取得します。"),
        ("{items|取得する項目}は、{items}です。", "取得する項目は、氏名、住所等です。"),
    ],
)
def test_a_text_of_ones_own_says_it(text: str, says: str) -> None:
    checked = check_clause(f'collection c {{ items: name, address, 等; text: "{text}" }}')
    assert not errors(checked) and says in page_of(checked)


@pytest.mark.parametrize(
    "text",
    [
        "{items|氏名と住所}を取得します。",
        "{items.name}と{items.address}を取得します。",
        # A word of its own, which says nothing of the list.
        "{items|氏名と住所}を平等に扱い、{items|同等の情報}を取得します。",
        "{items.等|のみ}を、{items.name}と{items.address}について取得します。",
    ],
)
def test_a_text_that_does_not_say_it_is_told_where_the_source_has_it(text: str) -> None:
    checked = check_clause(f'collection c {{ items: name, address, 等; text: "{text}" }}')
    (found,) = (d for d in checked.diagnostics if d.severity == "error")
    assert (found.code, found.span.text) == ("text/etc-not-stated", "等")
    assert "{items.etc}" in found.help("en") or "{items.等}" in found.help("ja")


def test_it_is_neither_made_up_nor_said_twice() -> None:
    assert "等" not in page_of(check_clause('collection c { items: name, address; text: "{items}を取得します。" }'))
    assert "text/unknown-part" in errors(check_clause('collection c { items: name; text: "{items}{items.等}です。" }'))
    ends = check_clause('collection c { items: name, 等; text: "{items}です。" }'.replace("name", "academic", 0))
    assert "氏名等です。" in page_of(ends)
    named = check_clause('entrustment e { to: academic-institution, 等; text: "{to}に委託します。" }')
    assert not errors(named) and "学術研究機関等に委託" in page_of(named)


def test_the_last_line_of_a_list_has_it() -> None:
    text = page_of(check_clause('requests r { refuses: "甲の場合", "乙の場合", 等 }'))
    assert "甲の場合\n" in text and "乙の場合等\n" in text and "甲の場合等" not in text


# ---- the facts and the files ----


def test_it_stands_with_the_fact_that_has_the_list() -> None:
    checked = check_clause(
        """
        requests r { accepts: disclosure, correction, 等; refuses: rights-harm, 等 }
        security-measures s { measures: access-control, 等; country: US, 等 }
        retention t { kept { data: name, 等; period: 5 years } }
        contact k { desk: window; for: inquiries, 等 }
        third-party-provision p { declared: none; except: law, 等 }
        purposes u { purpose d "発送のため" { is: goods-delivery; analyses: browsing-history, 等 } }
        desk window "窓口"
        """
    )
    assert not errors(checked), [d.message("en") for d in checked.diagnostics]
    assert going_on(checked.documents[0].policy) == {
        "purposes d": ("analyses",),
        "practices d.use": ("data",),
        "procedures r.procedure": ("refuses",),
        "safeguards s.country": ("countries",),
        "retentions t-kept.retention": ("data",),
        "contacts window": ("takes",),
        "silences p": ("exceptions",),
        "places r": ("rights",),
        "places s": ("safeguards",),
    }


def test_a_recipient_is_open_where_its_row_is() -> None:
    rows = check_clause("entrustment e { to: other-recipient, cloud-provider }").documents[0].policy.recipients
    assert {row.id: row.open for row in rows} == {
        "recipient:other-recipient": True,
        "recipient:cloud-provider": False,
    }


def test_p3p_says_that_there_is_more() -> None:
    body = "third-party-provision p { to: group-company; data: name; for: advertising%s }"
    closed, opened = (pipeline.emit(check_clause(body % more))[0] for more in ("", ", 等"))
    other = "その他（文書が挙げていない目的）"
    assert other not in closed.files["policy.p3p.xml"] and other in opened.files["policy.p3p.xml"]
    data = pipeline.emit(check_clause((body % "").replace("data: name", "data: name, 等")))[0]
    assert "<other-category>その他（文書が挙げていないもの）</other-category>" in data.files["policy.p3p.xml"]
    for output, target in ((opened, "p3p"), (opened, "jsonld")):
        assert any(loss.node == "p" and "open" in loss.fact for loss in output.losses if loss.target == target)


@FEW
@given(DICE)
def test_open_lists_come_back_from_every_file(dice: random.Random) -> None:
    for output in pipeline.emit(check_text(Drawn(dice).source())):
        policy = output.document.policy
        for name, read in (("policy.jsonld", linked.document), ("policy.p3p.json", p3p.document)):
            if name not in output.files:
                continue
            made: Any = read(name, output.files[name].encode("utf-8"))
            for table in ("practices", "retentions", "contacts"):
                assert {row.id: set(row.open_lists) for row in getattr(made, table)} == {
                    row.id: set(row.open_lists)
                    for row in getattr(policy, table)
                    if table != "practices" or row.stance == "stated"
                }
            assert {row.id: row.open_lists for row in made.declarations if row.topic in _TOPICS} == {
                row.id: row.open_lists for row in policy.silences if row.topic in _TOPICS
            }
            assert made.open_lists == (("rights",) if any("rights" in row.open_lists for row in policy.places) else ())


_TOPICS = {clause.word for clause in catalogue()}


def test_what_is_drawn_has_open_lists_of_every_kind() -> None:
    seen: set[str] = set()
    for seed in range(120):
        for document in check_text(Drawn(random.Random(seed)).source()).documents:
            seen |= {key.split()[0] for key in going_on(document.policy)}
    assert seen >= {kind.table for kind in HAVE_LISTS} - {"delegations"}


# ---- questions and demands ----


@pytest.mark.parametrize(
    ("body", "demand", "closed"),
    [
        ('collection g "取得" { items: name%s }', "forbid: {collect: {data: [email]}}", "met"),
        ('collection g "取得" { items: name%s }', "limit: {collect: {data: [name]}}", "met"),
        (
            'third-party-provision g "提供" { to: group-company%s; data: name; basis: consent }',
            "forbid: {provide: {to: [advertising-business]}}",
            "met",
        ),
        ('requests g "請求" { accepts: disclosure%s }', "require: {right: [erasure]}", "not-stated"),
        (
            'desk window "窓口"\n contact g "窓口" { desk: window; for: inquiries%s }',
            "require: {contact: [complaints]}",
            "not-stated",
        ),
    ],
)
def test_a_demand_is_left_open_by_an_open_list(body: str, demand: str, closed: str) -> None:
    assert asked(body % "", demand).answer == closed
    found = asked(body % ", 等", demand)
    assert found.answer == "open" and "open-list" in [one.why for one in found.reasons]


def test_a_question_is_answered_open_ended() -> None:
    def certainty(body: str, question: str, word: str) -> set[str]:
        graphs = Graphs()
        graphs.add("x", pipeline.emit(check_clause(body))[0].files["policy.jsonld"].encode())
        return {answer.certainty for answer in graphs.ask(questions()[question], word)}

    body = 'joint-use g "共同利用" { items: name%s; users: "提携先"%s; purposes: advertising%s }'
    for question, word, place in (
        ("who-receives", "email", 0),
        ("who-shares-with", "advertising-business", 1),
        ("data-for", "survey", 2),
    ):
        more = [", 等" if n == place else "" for n in range(3)]
        assert certainty(body % ("", "", ""), question, word) == set()
        assert certainty(body % tuple(more), question, word) == {"open-ended"}


# ---- from a page ----


def test_an_imported_list_stays_open() -> None:
    page = "# 方針\n\n## 取得\n\n当社は、氏名、住所、電話番号等の個人情報を取得します。\n"
    made = draw_source(page)
    assert "name, address, phone, 等" in made and "{項目.等}" in made


def draw_source(text: str) -> str:
    shown, _ = published.read(text.encode("utf-8"), "page.md")
    assert shown is not None
    made = importer.draw(shown, "page", keywords="ja")
    assert made.identical
    return made.source


# ---- the documents of the house ----

# Read on the pages: every list that one of them leaves open, with the words that do; all others are closed.
PAGES = {
    "dmm-privacy": {
        "profiling.analyses": "ウェブサイトの閲覧履歴や購買履歴等の情報を分析して、",
        "advertisers.for": "広告、宣伝、マーケティング等の目的で、",
        "requests.accepts": "個人情報の開示、訂正、追加、削除、利用停止、消去等のご要望があったときは、",
    }
}


@pytest.mark.parametrize("name", sorted(outputs()))
def test_each_list_is_open_or_closed_as_its_sentence_is(name: str) -> None:
    output = outputs()[name]
    page = output.files["policy.ja.txt"]
    lists = {
        f"{node.id}.{field.key.word}": field.open
        for node in output.document.node.walk()
        for field in node.fields.values()
        if field.key.takes_etc and field.values
    }
    expected = PAGES.get(name, {})
    assert {fact for fact, is_open in lists.items() if is_open} == set(expected)
    assert all(words in page for words in expected.values())
    said = {
        fact: plain(line)
        for _, _, line in lines(output.document.composition.page)
        for run in line
        for fact in run.facts
    }
    for fact in lists.keys() - expected.keys():
        # Of a closed list no value is followed by 等 in the line that says it.
        values = [plain_ for key, plain_ in said.items() if key.startswith(f"{fact}/")]
        assert not any(_ends(line, fact, output) for line in values), fact


def _ends(line: str, fact: str, output: Any) -> bool:
    node, _, word = fact.rpartition(".")
    (block,) = (one for one in output.document.node.walk() if one.id == node)
    names = [value.name for value in block.values(word) if value.name]
    return any(f"{name}{more}" in line for name in names for more in ("等", "など"))


def test_files_of_the_seed_name_them() -> None:
    files = outputs()["dmm-privacy"].files
    nodes = {node["id"].partition("#")[2]: node for node in json.loads(files["policy.jsonld"])["@graph"]}
    assert nodes["advertisers"]["openLists"] == ["purposes"] and nodes["requests"]["openLists"] == ["rights"]
