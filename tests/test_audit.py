"""The audit of a document: the real page row by row, what `check` makes of it, and how it looks."""

from __future__ import annotations

import json
import re
from functools import cache
from pathlib import Path

import jsonschema
import pytest
import yaml
from click.testing import CliRunner, Result
from markupsafe import escape

import policyc
from conftest import HEAD, POLICIES, ROOT, check_files, check_text, dmm_files
from policyc import law
from policyc.audit import Audit, Row, audit, words
from policyc.audit.findings import check
from policyc.audit.message import by_facts, message
from policyc.audit.render import html, markdown, text
from policyc.cli import group
from policyc.diagnostics.catalogue import pages

# How the golden audit of the real page calls the answers.
CALLED = {
    "satisfied": {law.SATISFIED},
    "finding": set(law.WANTING),
    "delegated_to_link": {law.CARRIED},
    "not_triggered": {law.NOT_TRIGGERED},
}


@cache
def page() -> Audit:
    """The audit of the real page."""
    checked = check_files(dmm_files())
    return audit(checked.documents[0], {source.path: source for source in checked.sources})


def rows(made: Audit, code: str, *answers: str) -> list[Row]:
    return [r for r in made.rows if r.rule.id == code and (not answers or r.answer.answer in answers)]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


# -- the real page ----------------------------------------------------------------------------------------------------


def test_the_real_page_row_by_row(shared: Path, capsys: pytest.CaptureFixture[str]) -> None:
    golden = yaml.safe_load((shared / "law" / "seed_audit.yaml").read_text("utf-8"))
    agreed, different = [], []
    for row in golden:
        code = row["rule"].replace("-", "/", 1)
        mine = {r.answer.answer for r in rows(page(), code)}
        worst = next((a for a in law.ANSWERS if a in mine), "no answer")
        line = f"{code}: {row['result']} / {worst}"
        (agreed if worst in CALLED[row["result"]] else different).append(line)
    with capsys.disabled():
        print(f"\n{len(agreed)} of {len(golden)} rows of the golden audit agree; {len(different)} differ", *different)
    assert not different
    assert len(agreed) == 57


@pytest.mark.parametrize(
    ("code", "said"),
    [
        (
            "appi/17-1-purpose-specific",
            ["アンケート調査・分析及びマーケティング調査・分析のため", "広告の表示のため", "商品・サービス改善のため"],
        ),
        ("appi/17-1-purpose-catch-all", ["その他当社の利用規約等で定める目的のため"]),
        ("appi/27-1-consent-basis", ["3．（1）個人情報の第三者への提供"]),
        ("appi/27-1-consent-scope", ["3．（2）個人情報の第三者への提供"]),
    ],
)
def test_the_places_of_the_golden_audit(code: str, said: list[str]) -> None:
    assert [row.of for row in rows(page(), code, *law.WANTING)] == said


@pytest.mark.parametrize(
    ("code", "words"),
    [
        ("appi/27-5-1-entrust-scope", "利用目的の達成に必要な範囲内で"),
        ("appi/27-5-3-joint-scope", "合同会社DMM.com、合同会社EXNOA、株式会社デジタルコマース"),
        ("appi/27-5-3-joint-purpose", "「2．個人情報の利用目的」に掲げた利用目的と同一"),
        ("appi/27-5-3-joint-responsible-representative", "最高経営責任者　亀山　敬司"),
        ("appi/32-1-1-controller-address", "東京都港区六本木三丁目2番1号"),
        ("appi/32-1-3-correction", "訂正、追加、削除"),
        ("appi/27-6-no-notice-clause", "予告なく"),
        ("appi/27-5-3-joint-items-vague", "全ての個人情報"),
    ],
)
def test_the_evidence_of_the_golden_audit(code: str, words: str) -> None:
    shown = [one.text for row in rows(page(), code) for one in row.evidence]
    assert any(words in one for one in shown), shown


def test_every_satisfied_row_points_at_a_sentence_and_its_line() -> None:
    sources = dmm_files()
    satisfied = [row for row in page().rows if row.answer.answer == law.SATISFIED]
    assert len(satisfied) > 30
    for row in satisfied:
        assert row.evidence, row.rule.id
        for one in row.evidence:
            assert page().sentences[one.number].text == one.text
            assert one.span.line <= sources[one.span.source.path].count("\n")


def test_what_another_document_carries_is_named_with_its_address() -> None:
    (row,) = rows(page(), "appi/28-2-1-country")
    assert row.answer.verdict.url == "https://terms.dmm.co.jp/third_party_offer/"
    (row,) = rows(page(), "appi/32-1-3-purpose-notice")
    assert row.answer.verdict.url == "https://terms.dmm.com/privacy_request/"


# -- findings ---------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("path", sorted(POLICIES.glob("*.policy")), ids=lambda path: path.stem)
def test_no_error_is_found_in_the_policies_of_the_project(path: Path) -> None:
    assert [d.code for d in policyc.check(path) if d.severity == "error"] == []


def test_a_finding_carries_its_article_and_the_line_it_belongs_to(tmp_path: Path) -> None:
    source = tmp_path / "a.policy"
    source.write_text(
        f"{HEAD}purposes {{ purpose p '商品を発送するため' }}".replace("'", '"') + "\n}\n", encoding="utf-8"
    )
    run_ = run("check", str(source), "--format", "json")
    found = {d["code"]: d for d in json.loads(run_.stdout)["diagnostics"]}
    address = found["appi/32-1-1-controller-address"]
    assert address["law"] == "appi:32.1.1"
    assert "個人情報保護法第32条第1項第1号" in address["message"]["ja"]
    assert address["line"] == 7


def test_rules_do_not_stop_a_build_but_check_tells(tmp_path: Path) -> None:
    source = tmp_path / "a.policy"
    source.write_text(f"{HEAD}joint-use {{ items: name }}\n}}\n", encoding="utf-8")
    assert run("build", str(source), "--out", str(tmp_path / "out")).exit_code == 0
    checked = run("check", str(source))
    assert checked.exit_code == 1
    assert "appi/27-5-3-joint-scope" in checked.stdout
    without = run("check", str(source), "--no-law")
    assert without.exit_code == 0
    assert "appi/" not in without.stdout
    assert policyc.compile(source).ok


def test_where_the_language_has_errors_the_law_is_not_asked(tmp_path: Path) -> None:
    source = tmp_path / "a.policy"
    source.write_text(f"{HEAD}joint-use {{ itemz: name }}\n}}\n", encoding="utf-8")
    assert "appi/" not in run("check", str(source)).stdout
    assert run("audit", str(source)).exit_code == 1


def test_the_day_is_an_argument(tmp_path: Path) -> None:
    source = tmp_path / "a.policy"
    source.write_text(f"{HEAD}operator-identity {{ of: mihon }}\n}}\n", encoding="utf-8")
    by_default = run("audit", str(source), "--format", "json")
    assert json.loads(by_default.stdout)["documents"][0]["as_of"] == law.NEWEST
    later = json.loads(run("audit", str(source), "--format", "json", "--as-of", "2028-07-16").stdout)
    assert later["documents"][0]["counts"][law.COMING] == 0
    assert run("audit", str(source), "--as-of", "2026-02-30").exit_code == 2
    assert run("check", str(source), "--as-of", "tomorrow").exit_code == 2
    today = json.loads(run("audit", str(source), "--format", "json", "--as-of", "today").stdout)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", today["documents"][0]["as_of"])


# -- looks ------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("lang", ["ja", "en"])
def test_every_row_is_shown_in_every_format(lang: str) -> None:
    codes = {row.rule.id for row in page().rows}
    shown = {
        "text": text.render(page(), lang),
        "html": html.render([(page(), str)], lang),
    }
    for name, made in shown.items():
        assert [code for code in codes if code not in made] == [], name
    table = markdown.render(page(), lang)
    groups = [words.untouched(groups) for _, groups in page().groups()]
    rows = sum(len(answered) for answered, _ in groups)
    heads = sum(2 for answered, _ in groups if answered)
    assert table.count("\n| ") == rows + heads, "one line per rule and answer, and the heads"
    listed = sum(len(untouched) for _, untouched in groups) + len(words.wanting(page()))
    assert table.count("\n- ") == listed, "one line per rule that nothing touches, and per rule that wants something"


def test_what_wants_something_comes_first_and_the_gravest_before() -> None:
    first = text.render(page(), "ja").split("\n\n")[1].splitlines()
    assert first[0] == f"対処の要る規則 {len(words.wanting(page()))}"
    assert len(first) == len(words.wanting(page())) + 1
    grave = [line.split()[1].partition("\u3000")[0] for line in first[1:]]
    assert grave == sorted(grave, key=["エラー", "警告", "参考"].index)
    assert {line.split()[0] for line in first[1:] if "参考" in line} == {"△"}


def test_what_is_lacking_is_named_as_a_source_has_it() -> None:
    shown = text.render(page(), "ja")
    assert "宣言されていない項目：データ（data）、目的（for）" in shown
    assert "Not declared: data, for" in text.render(page(), "en")


def test_headings_stand_between_the_sentences_of_the_page() -> None:
    made = html.render([(page(), str)], "ja")
    body = made[made.index("<div class=text") :]
    for heading in page().headings:
        after = page().sentences[heading.before].text.strip()
        pattern = re.escape(str(escape(heading.text))) + r"</h\d>\n(?:<h\d>[^\n]*\n)*<p id=\"[^\"]*\">"
        assert re.search(pattern + re.escape(str(escape(after))), body), heading.text
    assert len(page().headings) == 10


def test_links_of_the_page_lead_somewhere() -> None:
    made = html.render([(page(), str)], "ja")
    ids = re.findall(r' id="([^"]+)"', made)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'href="#([^"]+)"', made)) <= set(ids)
    back = re.findall(r'<p id="dmm-privacy-s(\d+)">(.*?)</p>', made)
    assert [int(number) for number, _ in back] == list(range(len(page().sentences)))
    for row in page().rows:
        for one in row.evidence:
            assert f"#dmm-privacy-{row.rule.id.replace('/', '-')}-{row.answer.answer}" in back[one.number][1]


def test_what_an_author_writes_cannot_become_markup() -> None:
    body = 'purposes { purpose p "<script>alert(1)</script> | `x`" { is: goods-delivery } }'
    checked = check_text(f"{HEAD}{body}\n}}\n")
    made = audit(checked.documents[0], {s.path: s for s in checked.sources})
    assert "<script>" not in html.render([(made, str)], "ja")
    assert "<script>" not in markdown.render(made, "ja").replace("\\<script\\>", "")


def test_counts_are_of_rules() -> None:
    counts = page().counts()
    assert sum(counts.values()) + page().beside == law.COUNT
    assert counts[law.COMING] == 9


def test_check_finds_what_the_audit_shows_as_wanting() -> None:
    checked = check_files(dmm_files())
    found = [(d.code, d.span.line) for d in check(checked.documents, checked.sources)]
    wanting = [(row.rule.id, row.span.line) for row in page().rows if row.answer.answer in law.WANTING]
    assert found == wanting


# -- for programs -----------------------------------------------------------------------------------------------------

COMPLETE = sorted((Path(__file__).parent / "law").glob("*.policy"))


@pytest.mark.parametrize("path", [*sorted(POLICIES.glob("*.policy")), *COMPLETE], ids=lambda path: path.stem)
def test_the_json_keeps_to_its_schema(path: Path) -> None:
    schema = json.loads((ROOT / "src" / "policyc" / "audit" / "audit.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    for as_of in (law.NEWEST, "2021-12-31", "2030-01-01"):
        made = json.loads(run("audit", str(path), "--format", "json", "--as-of", as_of).stdout)
        jsonschema.Draft202012Validator(schema).validate(made)


def every_example() -> list[str]:
    """The examples of every page of the program, good and bad, as whole sources."""
    found = []
    for page_ in pages().values():
        for whole, body in re.findall(r"^```policy( file)?\n(.*?)^```$", page_, re.DOTALL | re.MULTILINE):
            found.append(body if whole else f"{HEAD}{body}\n}}\n")
    return found


def test_no_source_makes_the_law_fail() -> None:
    """Rules are asked of whatever composes, faulty or not, on documents of every kind."""
    asked = 0
    for source in every_example():
        for kind in ("privacy-notice", "commerce-notice", "payment-notice", "terms"):
            checked = check_text(source.replace("kind: privacy-notice", f"kind: {kind}"))
            for document in checked.documents:
                audit(document, {s.path: s for s in checked.sources})
                asked += 1
    assert asked > 200


# -- what is said where something is wanting --------------------------------------------------------------------------


def test_a_rule_that_looks_at_facts_says_that_they_are_not_declared() -> None:
    """And not that the page lacks it: prose may state what no field declares."""
    rules = {rule.id: rule for rule in law.every_rule()}
    facts, parts, words = (
        message(rules[code], "ja")
        for code in ("telecom/27-12-1-data", "appi/32-1-1-controller-address", "tokusho/11-1-price")
    )
    assert facts.startswith(
        "外部送信の記載に、送信される利用者に関する情報の内容が宣言されていません（文章にあっても、"
    )
    assert parts.startswith("個人情報取扱事業者の住所の記載がありません（組織などの宣言にないものは、")
    assert words == rules["tokusho/11-1-price"].message_ja
    assert "declared fields" in message(rules["telecom/27-12-1-data"], "en")
    assert "declared fields" not in message(rules["tokusho/11-1-price"], "en")


def test_no_rule_by_facts_claims_that_the_page_lacks_something() -> None:
    claims = re.compile("(?:がありません|書かれていません|示されていません)。")
    for rule in law.every_rule():
        if by_facts(rule):
            assert not claims.search(message(rule, "ja")), rule.id


def test_a_finding_names_the_field_to_declare() -> None:
    """A field of the block; of a party, the field of its own declaration."""
    body = """third-party-provision { provision p { to: "Far"; data: name; basis: foreign-consent; country: US; safeguards: "措置" } }
joint-use { items: name; users: mihon, hanbai; purposes: service-provision; responsible: hanbai; scope: within uses }
purposes uses { purpose sale "販売" { is: goods-delivery } }
"""
    checked = check_text(f'organization hanbai "株式会社みほん販売"\n{HEAD}{body}}}\n')
    assert checked.ok
    help_of = {d.code: d.help for d in check(checked.documents, checked.sources)}
    assert help_of["appi/28-2-2-system"]("ja").endswith("宣言する項目: 外国の制度（system）。")
    assert help_of["appi/27-5-3-joint-responsible-address"]("ja").endswith(
        "宣言する項目: 「hanbai」の住所（address）。"
    )
    assert help_of["appi/27-5-3-joint-responsible-address"]("en").endswith("To declare: address of hanbai.")
    # A hint that names the field itself does not say it twice.
    assert help_of["appi/28-2-2-system"]("en").count("`system`") == 1
    assert "To declare" not in help_of["appi/28-2-2-system"]("en")


def test_an_audit_names_the_words_that_a_rule_takes_exception_to() -> None:
    checked = check_text(f"{HEAD}anonymised-information {{ items: name, age }}\n}}\n")
    (document,) = checked.documents
    made = audit(document, {source.path: source for source in checked.sources})
    assert "該当する語：「氏名」。" in text.render(made, "ja") and "Found: 氏名." in text.render(made, "en")
