"""Questions to what was built: every answer with its sentence, and honest about what a text leaves open."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path

import pyoxigraph
import pytest
from click.testing import CliRunner, Result

from conftest import HEAD, POLICIES, ROOT
from policyc.ask import NOTHING, TAKES, questions
from policyc.ask.graph import Answer, Graphs
from policyc.ask.words import name, terms
from policyc.cli import group

OUT = ROOT / "out"


@pytest.fixture(scope="module")
def graphs() -> Graphs:
    made = Graphs()
    for path in sorted(OUT.glob("*/policy.jsonld")):
        assert made.add(path.parent.name, path.read_bytes()) is None
    return made


def ask(graphs: Graphs, question: str, word: str = "") -> dict[str, Answer]:
    """The answers by document and heading."""
    return {f"{a.file} {a.heading}": a for a in graphs.ask(questions()[question], word)}


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, ["ask", *arguments])


def test_who_receives_an_item_and_what_is_left_open(graphs: Graphs) -> None:
    found = ask(graphs, "who-receives", "メールアドレス")
    joint = found["dmm-privacy 5．個人情報の共同利用"]
    assert joint.others == ("合同会社EXNOA", "株式会社デジタルコマース"), "not the firm itself"
    assert joint.certainty == "stated" and "メールアドレス" in joint.sentence
    assert joint.origin == "dmm-privacy.policy:113"
    given = found["dmm-privacy 3．（1）個人情報の第三者への提供"]
    assert given.certainty == "not-itemised" and given.others == ("それらのサービスを行う事業者",)


def test_an_open_list_may_take_in_what_it_does_not_name(graphs: Graphs) -> None:
    found = ask(graphs, "who-receives", "国籍")
    assert found["dmm-privacy 5．個人情報の共同利用"].certainty == "open-ended"


def test_data_for_a_purpose_by_its_clause_and_by_its_own_words(graphs: Graphs) -> None:
    found = ask(graphs, "data-for", "advertising")
    assert "メールアドレス" in found["dmm-privacy 5．個人情報の共同利用"].others, (
        "joint use has the purposes of the clause"
    )
    assert found["dmm-privacy 2．（15）個人情報の利用目的"].others == ("購入履歴", "趣味・嗜好", "閲覧履歴")
    own = ask(graphs, "data-for", "商品配送・サービス提供のため")
    assert "dmm-privacy 5．個人情報の共同利用" in own


def test_what_goes_abroad(graphs: Graphs) -> None:
    found = ask(graphs, "what-goes-abroad")
    assert "dmm-privacy 3．（2）個人情報の第三者への提供" in found
    assert "dmm-privacy 4．個人情報の委託先への提供" in found
    assert not any(key.startswith("mihon-privacy") for key in found)


def test_who_shares_with_a_firm_by_name_or_a_kind_by_word(graphs: Graphs) -> None:
    assert list(ask(graphs, "who-shares-with", "合同会社EXNOA")) == ["dmm-privacy 5．個人情報の共同利用"]
    assert "mihon-privacy 5．個人データの取扱いの委託" in ask(graphs, "who-shares-with", "配送業者")
    assert "dmm-privacy 3．（1）個人情報の第三者への提供" in ask(graphs, "who-shares-with", "third-party")


def test_rights_and_purposes(graphs: Graphs) -> None:
    rights = [a for a in ask(graphs, "which-rights").values() if a.file == "dmm-privacy"]
    assert sorted({right for a in rights for right in a.others}) == ["利用停止", "削除", "消去", "訂正", "追加", "開示"]
    purposes = ask(graphs, "what-for", "氏名")["dmm-privacy 5．個人情報の共同利用"]
    assert len(purposes.others) == 17


def test_a_word_means_all_that_is_below_it() -> None:
    below = terms("party", "third-party")
    assert "https://example.org/ns/jp-appi#AdvertisingBusiness" in below
    assert "https://w3id.org/dpv#ThirdParty" in below
    assert terms("data", "そのような語はない") == []
    assert name("https://w3id.org/dpv/pd#EmailAddress") == "メールアドレス"


@pytest.mark.parametrize("question", questions().values(), ids=list(questions()))
def test_every_question_reads_well(question: object) -> None:
    one = questions()[question.name]  # type: ignore[attr-defined]
    assert one.takes in TAKES
    assert ("{}" in one.ja) == ("{}" in one.en) == (one.takes != NOTHING)


def test_words_of_a_question_cannot_become_query(graphs: Graphs) -> None:
    for word in ('"', "\\", '"@ja } DELETE { ?s ?p ?o }', "x\n} #", "{}", "$terms", "\u202e", "\ud800"[:0] or "𠮷"):
        assert ask(graphs, "who-shares-with", word) == {}


def test_the_command(tmp_path: Path) -> None:
    assert "who-receives DATA" in run().output
    shown = run("who-receives", "email", "--of", str(OUT))
    assert shown.exit_code == 0 and "5．個人情報の共同利用 → 合同会社EXNOA" in shown.output
    assert "項目は書かれていない" in shown.output
    answers = json.loads(run("who-receives", "email", "--of", str(OUT), "--format", "json").output)
    assert answers["format"] == "policyc-answers-1" and answers["answers"][0]["sentence"]
    source = run("which-rights", "--of", str(POLICIES / "mihon-privacy.policy"), "--lang", "en")
    assert source.exit_code == 0 and "開示" in source.output
    assert CliRunner().invoke(group, ["pack", str(OUT / "dmm-privacy"), "-o", str(tmp_path / "p.zip")]).exit_code == 0
    assert "EXNOA" in run("who-shares-with", "合同会社EXNOA", "--of", str(tmp_path)).output


def test_a_package_that_is_not_as_it_was_made_is_refused(tmp_path: Path) -> None:
    assert CliRunner().invoke(group, ["pack", str(OUT / "dmm-privacy"), "-o", str(tmp_path / "a.zip")]).exit_code == 0
    body = (tmp_path / "a.zip").read_bytes()
    (tmp_path / "changed.zip").write_bytes(body.replace(b"EXNOA", b"EXNOB"))
    with zipfile.ZipFile(tmp_path / "hidden.zip", "w", zipfile.ZIP_DEFLATED) as made:
        made.write(OUT / "dmm-privacy" / "policy.jsonld", "../dmm-privacy/policy.jsonld")
    done = run("who-shares-with", "合同会社EXNOA", "--of", str(tmp_path))
    assert done.exit_code == 1 and "[package/" in done.stderr
    assert "a.zip!dmm-privacy/policy.jsonld" in done.stdout, "the others are asked all the same"
    assert "changed.zip" in done.stderr and "hidden.zip" in done.stderr
    assert "changed.zip" not in done.stdout and "hidden.zip" not in done.stdout


def test_wrong_use(tmp_path: Path) -> None:
    for arguments in (
        ["nope"],
        ["who-receives"],
        ["what-goes-abroad", "氏名"],
        ["which-rights", "--of", str(tmp_path)],
        ["which-rights", "--of", str(tmp_path / "gone.jsonld")],
        ["--sparql", "SELECT", "--of", str(OUT)],
        ["--sparql", "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }", "--of", str(OUT)],
    ):
        done = run(*arguments)
        assert done.exit_code == 2, arguments
        assert "Traceback" not in done.output and len(done.output.strip().splitlines()) == 1, done.output
    bad = tmp_path / "policy.jsonld"
    bad.write_text("{", encoding="utf-8")
    assert run("which-rights", "--of", str(tmp_path)).exit_code == 1
    broken = tmp_path / "x.policy"
    broken.write_text(f"{HEAD}nonsense {{ }}\n}}\n", encoding="utf-8")
    done = run("which-rights", "--of", str(broken))
    assert done.exit_code == 1 and "model/unknown-block" in done.output


def test_a_query_of_ones_own(tmp_path: Path) -> None:
    query = "SELECT ?d (COUNT(?r) AS ?n) { ?d dpv:hasRight ?r } GROUP BY ?d"
    made = run("--sparql", query, "--of", str(OUT))
    assert "https://terms.dmm.co.jp/privacy/\t6" in made.output
    file = tmp_path / "q.rq"
    file.write_text(query, encoding="utf-8")
    assert run("--sparql", f"@{file}", "--of", str(OUT)).output == made.output
    told = json.loads(run("--sparql", "ASK { ?d a dpv:PrivacyNotice }", "--of", str(OUT), "--format", "json").output)
    assert told["rows"] == [["true"]]


def test_the_store_is_the_one_that_the_tests_know() -> None:
    assert pyoxigraph.__version__


WITHIN = (
    HEAD
    + """
  purposes uses {
    purpose pay "{data}を用いた決済のため" { is: payment-management; data: payment-information }
    purpose teach "レッスンのため" { is: service-provision }
  }
  entrustment { scope: within uses; to: processor; data: name; }
}
"""
)


def test_what_is_only_held_within_purposes_is_not_said_to_serve_one_of_them(tmp_path: Path) -> None:
    source = tmp_path / "x.policy"
    source.write_text(WITHIN, encoding="utf-8")
    for question, word in (("data-for", "payment-management"), ("what-for", "name")):
        shown = run(question, word, "--of", str(source), "--format", "json")
        answers = [a for a in json.loads(shown.output)["answers"] if "委託" in a["heading"]]
        assert [a["certainty"] for a in answers] == ["within-purposes"], (question, answers)
    shown = run("data-for", "payment-management", "--of", str(source)).output
    assert "どの目的のためかは書かれていない" in shown
    answers = json.loads(run("data-for", "payment-management", "--of", str(source), "--format", "json").output)[
        "answers"
    ]
    # What the purpose itself names is stated.
    assert "stated" in [a["certainty"] for a in answers]


@pytest.mark.parametrize(
    ("question", "word", "near"),
    [
        ("who-shares-with", "EXNOA", "合同会社EXNOA"),
        ("who-receives", "メールアドレズ", "メールアドレス"),
        ("data-for", "商品配送・サービス提供", "商品配送・サービス提供のため"),
    ],
)
def test_a_word_that_nobody_knows_is_told_with_those_near_it(question: str, word: str, near: str) -> None:
    shown = run(question, word, "--of", str(OUT))
    assert f"「{word}」は、語彙にも、調べた文書にもない語です。" in shown.output and near in shown.output
    assert "述べている文書はありません" not in shown.output
    assert near in json.loads(run(question, word, "--of", str(OUT), "--format", "json").output)["near"]
    assert "“" + near in run(question, word, "--of", str(OUT), "--lang", "en").output


def test_a_word_that_is_known_is_answered_though_nothing_states_it() -> None:
    for word in ("合同会社EXNOA", "合同会社DMM.com", "advertising-business", "広告事業者"):
        shown = run("who-shares-with", word, "--of", str(OUT), "--format", "json")
        assert "near" not in json.loads(shown.output), word
    empty = run("who-shares-with", "successor", "--of", str(OUT / "mihon-terms"))
    assert "述べている文書はありません" in empty.output


SENT = """organization mihon "株式会社みほん" { called: "当社" }
document x "方針" {
  kind: privacy-notice
  url: <https://a.example/>
  operator: mihon
  external-transmission g "外部送信" {
    text: \"\"\"
      {operator}は、アクセス解析のため、次のとおり送信します。
      {ga.to}に、{ga.sends}を送信します（{ga.for}）。
      {gb.to}に、{gb.sends}を送信します（{gb.for}）。
      \"\"\"
    transmission ga { to: "例示解析株式会社"; sends: cookie; for: access-analysis; text: "" }
    transmission gb { to: "例示広告株式会社"; sends: cookie; for: access-analysis; text: "" }
  }
}
"""


def test_a_practice_without_words_of_its_own_is_told_by_the_line_of_its_clause(tmp_path: Path) -> None:
    source = tmp_path / "x.policy"
    source.write_text(SENT, encoding="utf-8")
    answers = json.loads(run("who-receives", "Cookie", "--of", str(source), "--format", "json").output)["answers"]
    assert {a["others"][0]: a["sentence"] for a in answers} == {
        f"例示{name}株式会社": f"例示{name}株式会社に、Cookie識別子を送信します（アクセス解析）。"
        for name in ("解析", "広告")
    }
    assert {a["heading"] for a in answers} == {"1．外部送信"}, "no number that the page does not have"


def test_a_row_of_a_table_is_told_whole(graphs: Graphs) -> None:
    found = [a for a in graphs.ask(questions()["who-receives"], "位置情報") if a.file == "mihon-external-transmission"]
    (maps,) = [a for a in found if a.others == ("Example Maps Inc.",)]
    assert maps.sentence.startswith("Example Maps Inc. | ") and "位置情報" in maps.sentence
