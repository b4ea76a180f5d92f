"""Findings that a source accepts with a reason: what is accepted, how far that reaches, and that nothing else changes."""

from __future__ import annotations

import json
import re
from pathlib import Path

import jsonschema
import pytest
from click.testing import CliRunner, Result

import policyc
from conftest import HEAD, ROOT, check_text
from policyc import agreement, diagnostics, law, pipeline
from policyc.acceptance import Acceptance, Decisions, Settled, acceptances, settle
from policyc.acceptance.codes import OF_LANGUAGE, acceptable, is_of_language
from policyc.audit.findings import check as by_law
from policyc.cli import group
from policyc.config import Wording
from policyc.decisions import Run
from policyc.diagnostics import ERROR, Diagnostic, Kind, has_errors
from policyc.diagnostics.catalogue import kinds, pages
from policyc.files import Readers
from policyc.format import format_source
from policyc.source import Source, Span

_BLOCK = re.compile(r"^```policy\n(.*?)^```$", re.DOTALL | re.MULTILINE)
_ANNOUNCED = re.compile(r"# (?:error|warning|note): \[([a-z0-9/-]+)\]")
CODES = sorted(code for code in kinds() if code.startswith("accept/"))

RETENTION = "appi/22-accuracy"
BASIS = "appi/27-1-consent-basis"
ACCEPTS = 'acceptance { findings: "appi/22-accuracy"; reason: "保存期間の表を作成中。" }\n'
PROVISION = """\
third-party-provision shops "加盟店への提供" {
  data: name
  to: "加盟店"
  text: "{data}を{to}に提供します。"
%s}
"""


def settled(text: str, as_of: str = law.NEWEST, *, judged: bool = True, **more: object) -> Settled:
    """The findings of a source after all decisions, as `check` makes them."""
    checked = check_text(text)
    accepted, faults = acceptances([d.node for d in checked.documents], acceptable())
    found = [*checked.diagnostics, *faults]
    asked = {}
    if judged and checked.ok:
        found += by_law(checked.documents, checked.sources, as_of)
        asked = {d.policy.id: law.asked(d.policy.kind, as_of) for d in checked.documents}
    nodes = tuple(d.node for d in checked.documents)
    return settle(found, Decisions(nodes, accepted, (), asked, as_of)._replace(**more))  # type: ignore[arg-type]


def inside(body: str) -> str:
    return f"{HEAD}{body}\n}}\n"


def of(made: Settled, code: str) -> list[Diagnostic]:
    return [d for d in made.found if d.code == code]


def reasons(made: Settled, code: str) -> list[str]:
    return [d.accepted for d in of(made, code)]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


# -- the pages --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("code", CODES)
def test_the_examples_of_a_page_are_true(code: str) -> None:
    bad, good = (inside(text) for text in _BLOCK.findall(pages()[code]))
    wanted = [(n, hit) for n, line in enumerate(bad.split("\n"), 1) for hit in _ANNOUNCED.findall(line)]
    seen = [(d.span.line, d.code) for d in settled(bad).found if d.code.startswith(("accept/", "model/"))]
    assert wanted == seen and code in {hit for _, hit in wanted}
    assert [d.code for d in settled(good).found if d.code.startswith(("accept/", "model/"))] == []


@pytest.mark.parametrize("code", CODES)
def test_the_severity_is_announced(code: str) -> None:
    for severity, found in re.findall(r"# (error|warning|note): \[([a-z0-9/-]+)\]", pages()[code]):
        assert kinds()[found].severity == severity


# -- what is accepted -------------------------------------------------------------------------------------------------


def test_an_accepted_finding_keeps_its_words_and_carries_the_reason() -> None:
    without, made = settled(inside("")), settled(inside(ACCEPTS))
    assert reasons(without, RETENTION) == [""]
    assert reasons(made, RETENTION) == ["保存期間の表を作成中。"]
    assert not of(made, RETENTION)[0].open
    assert [d.code for d in made.found] == [d.code for d in without.found]
    assert [d.message("ja") for d in made.found] == [d.message("ja") for d in without.found]


def test_both_languages_say_the_same() -> None:
    ja = '了承 { 指摘: 「appi/22-accuracy」、"appi/40-complaints"; 理由: "作成中。"; 期限: 2027-03-31 }'
    en = 'acceptance { findings: "appi/22-accuracy", "appi/40-complaints"; reason: "作成中。"; until: 2027-03-31 }'
    for text in (ja, en):
        made = settled(inside(text))
        assert reasons(made, RETENTION) == reasons(made, "appi/40-complaints") == ["作成中。"]


def test_an_error_of_the_law_can_be_accepted_and_no_longer_fails() -> None:
    code = "appi/21-1-purpose-published"
    assert has_errors(settled(inside("")).found)
    made = settled(inside(f'acceptance {{ findings: "{code}"; reason: "申込画面で明示する。" }}'))
    assert of(made, code)[0].severity == ERROR and not has_errors(made.found)


def test_in_a_clause_only_what_lies_in_it_is_accepted() -> None:
    accepts = f'  acceptance {{ findings: "{BASIS}"; reason: "同意は申込画面で得る。" }}\n'
    two = PROVISION % accepts + (PROVISION % "").replace("shops", "banks").replace("加盟店", "銀行")
    assert reasons(settled(inside(two)), BASIS) == ["同意は申込画面で得る。", ""]
    # What the document lacks belongs to the document: a clause cannot accept it.
    made = settled(inside(PROVISION % ACCEPTS))
    assert reasons(made, RETENTION) == [""]
    assert [d.span.text for d in of(made, "accept/unused")] == ['"appi/22-accuracy"']


def test_in_an_item_and_in_a_part() -> None:
    vague = 'purpose vague "業務のため" { is: service-provision%s }'
    code = "appi/17-1-purpose-specific"
    accepts = f'; acceptance {{ findings: "{code}"; reason: "社内で確認中。" }}'
    both = f"purposes uses {{\n{vague % accepts}\n{(vague % '').replace('vague', 'other')}\n}}"
    assert reasons(settled(inside(both)), code) == ["社内で確認中。", ""]
    part = f'part "一" {{\nacceptance {{ findings: "{BASIS}"; reason: "別途。" }}\n{PROVISION % ""}}}'
    assert reasons(settled(inside(part)), BASIS) == ["別途。"]


def test_the_nearest_reason_counts() -> None:
    outer = f'acceptance {{ findings: "{BASIS}"; reason: "外。" }}\n'
    inner = f'  acceptance {{ findings: "{BASIS}"; reason: "内。" }}\n'
    made = settled(inside(outer + PROVISION % inner))
    assert reasons(made, BASIS) == ["内。"]
    # The outer one has nothing left to accept, which is told.
    assert [d.code for d in made.found if d.code.startswith("accept/")] == ["accept/unused"]


def test_two_documents_in_a_file_accept_for_themselves() -> None:
    second = (
        inside(ACCEPTS)[HEAD.index("document") :]
        .replace("document notice", "document second")
        .replace("/privacy/", "/second/")
    )
    made = settled(inside("") + second)
    assert [(d.document, d.accepted) for d in of(made, RETENTION)] == [
        ("notice", ""),
        ("second", "保存期間の表を作成中。"),
    ]


def test_findings_on_wording_can_be_accepted_by_whoever_makes_them() -> None:
    """The function knows nothing of the law: codes, places and what was looked for are its arguments."""
    text = inside(
        'acceptance { findings: "wording/long-sentence"; reason: "定型の文。" }\narticle "本文" { text: "あ。" }'
    )
    checked = check_text(text)
    node = checked.documents[0].node
    accepted, faults = acceptances([node], {"wording/long-sentence"})
    assert faults == []
    kind = Kind("wording/long-sentence", "warning", "一文が長すぎます", "too long a sentence")
    at = text.index("あ。")
    found = [kind.at(Span(node.source, at, at + 2))]
    by = Decisions((node,), accepted, (), {"notice": frozenset({kind.code})}, law.NEWEST)
    assert [d.accepted for d in settle(found, by).found] == ["定型の文。"]
    assert [d.code for d in settle([], by).found] == ["accept/unused"]
    assert settle([], by._replace(asked={})).found == []


# -- what is not ------------------------------------------------------------------------------------------------------


def test_errors_of_the_language_are_never_accepted() -> None:
    every = sorted({code for code in kinds() if is_of_language(code)})
    assert {code.partition("/")[0] for code in every} <= OF_LANGUAGE
    for code in ("model/unknown-name", "text/sentence-without-fact", "accept/unused"):
        made = settled(inside(f'acceptance {{ findings: "{code}"; reason: "理由。" }}'))
        assert [d.code for d in made.found if d.code.startswith("accept/")] == ["accept/of-the-language"]


def test_every_kind_is_of_the_language_or_can_be_accepted() -> None:
    """A new owner of findings is entered here: is it of the language, or may a source accept it?"""
    others = {code for code in kinds() if not is_of_language(code) and not code.startswith("wording/")}
    assert others == agreement.codes()


@pytest.mark.parametrize("code", ["appi/22-acuracy", "ａｐｐｉ/22-accuracy", "appi/22-accuracy ", "[appi/22-accuracy]"])
def test_a_slip_is_told_with_the_nearest_code(code: str) -> None:
    found = [
        d
        for d in settled(inside(f'acceptance {{ findings: "{code}"; reason: "理由。" }}')).found
        if d.code == "accept/unknown-code"
    ]
    # White space around a code is no slip.
    assert len(found) == (0 if code.endswith(" ") else 1)
    for one in found:
        assert "appi/22-accuracy" in one.help("ja") and "appi/22-accuracy" in one.help("en")


@pytest.mark.parametrize("reason", ['""', '" "', '"　"', "「」", '"\\n"'])
def test_without_a_reason_nothing_is_accepted(reason: str) -> None:
    made = settled(inside(f'acceptance {{ findings: "appi/22-accuracy"; reason: {reason} }}'))
    assert [d.code for d in made.found if d.severity == ERROR] == ["model/empty-remark"]
    missing = settled(inside('acceptance { findings: "appi/22-accuracy" }'))
    assert [d.code for d in missing.found if d.severity == ERROR] == ["model/missing-field"]
    assert not any(d.accepted for d in (*made.found, *missing.found))


def test_a_reason_is_one_line() -> None:
    assert reasons(settled(inside(ACCEPTS.replace("保存期間の表を作成中。", "表を\\n作成中。"))), RETENTION) == [
        "表を 作成中。"
    ]


def test_a_reason_is_no_text_of_the_page() -> None:
    made = settled(inside(ACCEPTS.replace("保存期間の表を作成中。", '{uses}と[表] ** \\"確認\\" \\\\ { 中')))
    assert reasons(made, RETENTION) == ['{uses}と[表] ** "確認" \\ { 中']
    wrong = settled(inside('article "本文" { text: "{acceptance}" }\n' + ACCEPTS))
    assert "text/unknown-reference" in [d.code for d in wrong.found]


def test_until_is_the_last_day() -> None:
    text = inside(ACCEPTS.replace(" }", "; until: 2027-03-31 }"))
    assert reasons(settled(text, "2027-03-31"), RETENTION) != [""]
    late = settled(text, "2027-04-01")
    assert reasons(late, RETENTION) == [""]
    (warning,) = of(late, "accept/expired")
    assert warning.span.text == "2027-03-31"
    assert "2027-04-01" in warning.message("ja") and warning.severity == "warning"
    assert of(late, "accept/unused") == []


def test_what_was_not_looked_for_is_not_called_unused() -> None:
    other = next(rule.id for rule in law.rules("commerce-notice") if "privacy-notice" not in rule.documents)
    text = inside(f'acceptance {{ findings: "{other}"; reason: "理由。" }}\n{ACCEPTS}')
    assert [d for d in settled(text).found if d.code.startswith("accept/")] == []
    assert [d for d in settled(text, judged=False).found if d.code.startswith("accept/")] == []
    coming = next(r for r in law.rules("privacy-notice") if r.coming(law.NEWEST))
    text = inside(ACCEPTS.replace(RETENTION, coming.id))
    assert [d for d in settled(text).found if d.code.startswith("accept/")] == []


def test_a_source_with_errors_still_tells_what_is_wrong_with_its_acceptances() -> None:
    made = settled(inside('kindd: x\nacceptance { findings: "appi/22-acuracy"; reason: "理由。" }'))
    assert {"model/unknown-field", "accept/unknown-code"} <= {d.code for d in made.found}


def test_many_acceptances_take_no_longer_than_they_are_many() -> None:
    rows = "".join(f'acceptance {{ findings: "appi/x{n}"; reason: "理由。" }}\n' for n in range(3000))
    made = settled(inside(rows + ACCEPTS * 500))
    assert reasons(made, RETENTION) == ["保存期間の表を作成中。"]


# -- what does not change ---------------------------------------------------------------------------------------------

EVERYWHERE = (
    ACCEPTS
    + PROVISION % f'  acceptance {{ findings: "{BASIS}"; reason: "同意は申込画面で得る。" }}\n'
    + 'part "定め" {\n' + ACCEPTS + 'purposes uses {\npurpose a "商品を発送するため" { is: goods-delivery%s }\n}\n}\n'
)  # fmt: skip


def test_no_output_changes() -> None:
    with_, without = inside(EVERYWHERE % f"; {ACCEPTS.strip()}"), inside(EVERYWHERE % "")
    without = "\n".join(line for line in without.split("\n") if not line.strip().startswith("acceptance"))
    files = []
    for text in (with_, without):
        checked = check_text(text)
        assert checked.ok, [d.message("en") for d in checked.diagnostics]
        made = pipeline.emit(checked)[0].files
        # Only the lines that the machine files give as origins move.
        files.append({name: re.sub(r"test\.policy:\d+", "test.policy", body) for name, body in made.items()})
    assert files[0] == files[1] and len(files[0]) >= 5
    assert not any("申込画面" in body or "acceptance" in body for body in files[0].values())


def test_the_layout_keeps_it() -> None:
    source = Source(
        "a.policy", inside('了承{指摘:"appi/22-accuracy",「appi/40-complaints」;理由:"{x}"#注\n期限:2027-03-31}')
    )
    for keywords in ("", "en", "ja"):
        text = format_source(source, keywords).text
        assert "「appi/40-complaints」" in text and '"{x}"' in text and "# 注" in text.replace("#注", "# 注")
        again = settled(text)
        assert reasons(again, RETENTION) == ["{x}"]


def test_line_ends_of_windows() -> None:
    text = inside('acceptance {\n  findings: "appi/22-accuracy"\n  reason: "作成中。"\n  until: 2027-03-31\n}')
    checked = pipeline.check("a.policy", b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(), lambda _: None)
    accepted, faults = acceptances([d.node for d in checked.documents], acceptable())
    assert checked.ok and faults == []
    assert [(a.reason, a.until) for a in accepted] == [("作成中。", "2027-03-31")]


# -- the commands -----------------------------------------------------------------------------------------------------


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "a.policy"
    purposes = (
        'acceptance { findings: "appi/21-1-purpose-published"; reason: "申込画面で明示する。"; until: 2027-03-31 }\n'
    )
    path.write_text(inside(ACCEPTS + purposes), encoding="utf-8")
    return path


def test_check_counts_what_is_accepted(page: Path) -> None:
    made = run("check", str(page))
    assert made.exit_code == 0, made.output
    assert "、理由を付して残したもの 2\n" in made.output
    assert "[appi/22-accuracy]" not in made.output
    assert "accepted with a reason: 2" in run("check", str(page), "--lang", "en").output
    assert "appi/22-accuracy" not in run("check", str(page), "--format", "github").output


def test_check_tells_programs_the_reason(page: Path) -> None:
    rows = json.loads(run("check", str(page), "--format", "json").output)["diagnostics"]
    accepted = {row["code"]: row["accepted"] for row in rows if "accepted" in row}
    assert accepted == {RETENTION: "保存期間の表を作成中。", "appi/21-1-purpose-published": "申込画面で明示する。"}
    assert not any("known" in row for row in rows)


def test_without_the_law_nothing_is_said_of_acceptances(page: Path) -> None:
    made = run("check", str(page), "--no-law")
    assert made.exit_code == 0 and "accept/" not in made.output


def test_past_the_last_day_check_fails_again(page: Path) -> None:
    made = run("check", str(page), "--as-of", "2027-04-01")
    assert made.exit_code == 1
    assert "[accept/expired]" in made.output and "[appi/21-1-purpose-published]" in made.output


def test_the_python_interface_knows_them(page: Path) -> None:
    found = policyc.check(page)
    assert {d.code for d in found if d.accepted} == {RETENTION, "appi/21-1-purpose-published"}
    assert not has_errors(found)


def test_an_audit_keeps_the_answer_and_shows_the_reason(page: Path) -> None:
    made = run("audit", str(page))
    assert made.exit_code == 0
    assert "足りない［エラー、理由を付して了承］ [appi/21-1-purpose-published]" in made.stdout
    assert "了承の理由：申込画面で明示する。（2027-03-31 まで）" in made.stdout
    assert "理由を付して残したもの 2" in made.stdout
    english = run("audit", str(page), "--lang", "en", "--format", "md").stdout
    assert "missing（error, accepted with a reason）" in english
    assert "Accepted: 申込画面で明示する。 (until 2027-03-31)" in english


def test_an_audit_as_json(page: Path) -> None:
    body = json.loads(run("audit", str(page), "--format", "json").stdout)
    schema = json.loads((ROOT / "src/policyc/audit/audit.schema.json").read_text(encoding="utf-8"))
    jsonschema.validate(body, schema, cls=jsonschema.Draft202012Validator)
    rows = {row["rule"]: row for row in body["documents"][0]["rows"] if "accepted" in row}
    assert set(rows) == {RETENTION, "appi/21-1-purpose-published"}
    row = rows["appi/21-1-purpose-published"]
    assert row["answer"] == "missing" and row["severity"] == "error"
    assert row["accepted"] == {"reason": "申込画面で明示する。", "until": "2027-03-31"}
    assert body["documents"][0]["counts"]["missing"] > 2


def test_an_audit_as_html_escapes_the_reason_and_repeats_no_id(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    shops = PROVISION % f'  acceptance {{ findings: "{BASIS}"; reason: "<script>同意</script>" }}\n'
    banks = (PROVISION % "").replace("shops", "banks").replace("加盟店", "銀行")
    path.write_text(inside(shops + banks), encoding="utf-8")
    page = run("audit", str(path), "--format", "html").stdout
    assert "&lt;script&gt;同意&lt;/script&gt;" in page and "<script>" not in page
    ids = re.findall(r'id="([^"]+)"', page)
    assert len(ids) == len(set(ids))
    assert {f"notice-{BASIS.replace('/', '-')}-missing", f"notice-{BASIS.replace('/', '-')}-missing-accepted-1"} <= set(
        ids
    )
    assert 'class="missing warning accepted"' in page


def test_an_audit_fails_on_an_unknown_code_and_says_so(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    path.write_text(inside(ACCEPTS.replace("accuracy", "acuracy")), encoding="utf-8")
    made = run("audit", str(path))
    assert made.exit_code == 1 and "[accept/unknown-code]" in made.stderr


def test_a_build_does_not_look_at_acceptances(page: Path, tmp_path: Path) -> None:
    page.write_text(page.read_text(encoding="utf-8").replace("22-accuracy", "22-acuracy"), encoding="utf-8")
    made = run("build", str(page), "--out", str(tmp_path / "out"))
    assert made.exit_code == 0 and "accept/" not in made.output


def test_what_was_looked_for_besides_the_law(page: Path) -> None:
    """The way for checks to come: their findings and their codes are handed over, the rest is the same."""
    checked = pipeline.check("a.policy", page.read_bytes(), lambda _: None)
    decided = Run([str(page.parent)], Readers())
    also = frozenset({RETENTION})
    told = [d.code for d in decided.settle(str(page.parent), [], checked.documents, judged=False, also=also)]
    assert told == ["accept/unused"]
    assert decided.settle(str(page.parent), [], checked.documents, judged=False) == []
    assert decided.wording(str(page.parent)) == Wording("auto")


def test_an_acceptance_is_plain() -> None:
    accepted, _ = acceptances([check_text(inside(ACCEPTS)).documents[0].node], acceptable())
    assert all(isinstance(one, Acceptance) for one in accepted) and accepted[0].whole


def test_sarif_suppresses_what_is_accepted(page: Path) -> None:
    for command in ("check", "audit"):
        results = json.loads(run(command, str(page), "--format", "sarif").stdout)["runs"][0]["results"]
        told = {r["ruleId"]: [s["justification"] for s in r["suppressions"]] for r in results}
        assert told[RETENTION] == ["保存期間の表を作成中。"] and told["appi/40-complaints"] == []
    answers = {r["ruleId"]: r for r in results}
    assert answers[RETENTION]["kind"] == "fail" and "了承の理由" in answers[RETENTION]["message"]["text"]


def test_the_wording_of_a_clause_is_accepted_and_the_style_set_in_the_settings(tmp_path: Path) -> None:
    long = "お客様の情報を" + "正しく安全に扱い、" * 40 + "守ります。"
    accepts = '  acceptance { findings: "wording/long-sentence"; reason: "定型の文。" }\n'
    path = tmp_path / "a.policy"
    path.write_text(inside(f'article "本文" {{\n{accepts}  text: "{long}"\n}}'), encoding="utf-8")
    rows = json.loads(run("check", str(path), "--format", "json").stdout)["diagnostics"]
    assert [r.get("accepted") for r in rows if r["code"] == "wording/long-sentence"] == ["定型の文。"]
    assert [r for r in rows if r["code"].startswith("accept/")] == []
    (tmp_path / "policyc.yaml").write_text("wording: {profile: off}\n", encoding="utf-8")
    rows = json.loads(run("check", str(path), "--format", "json").stdout)["diagnostics"]
    assert [r for r in rows if r["code"].startswith(("wording/", "accept/"))] == []
    rows = json.loads(run("check", str(path), "--format", "json", "--wording", "web").stdout)["diagnostics"]
    assert "wording/long-sentence" in [r["code"] for r in rows]


def test_what_is_accepted_is_not_fixed(tmp_path: Path) -> None:
    accepts = '  acceptance { findings: "wording/punctuation"; reason: "原文のまま。" }\n'
    text = inside(
        f'article a "本文" {{\n{accepts}  text: "電話，郵便、番号、です。"\n}}\narticle b "次" {{ text: "郵便，番号、です。" }}'
    )
    path = tmp_path / "a.policy"
    path.write_text(text, encoding="utf-8")
    run("check", str(path), "--fix")
    assert path.read_text(encoding="utf-8") == text.replace("郵便，", "郵便、")


SHARED = 'data inquiry "氏名，住所の記載"\n'
USES = 'article "本文" {{ text: "{{inquiry}}、電話、郵便です。" }}\n{}'
SHARES = '  acceptance { findings: "wording/punctuation"; reason: "書式の題のまま。" }\n'


@pytest.mark.parametrize("order", ["ab", "ba"])
def test_a_document_accepts_what_lies_in_a_file_that_it_imports(tmp_path: Path, order: str) -> None:
    (tmp_path / "shared.policy").write_text(SHARED, encoding="utf-8")
    for name, accepts in (("a", SHARES), ("b", "")):
        text = inside(USES.format(accepts)).replace("document notice", f"document {name}")
        (tmp_path / f"{name}.policy").write_text(f'import "shared.policy"\n{text}', encoding="utf-8")
    paths = [str(tmp_path / f"{name}.policy") for name in order]
    rows = json.loads(run("check", *paths, "--no-law", "--format", "json").stdout)["diagnostics"]
    # It is told with the first file that imports it; the acceptance of the second answers to it all the same.
    accepted = [row.get("accepted") for row in rows if row["code"] == "wording/punctuation"]
    assert accepted == (["書式の題のまま。"] if order == "ab" else [None])
    assert [row["code"] for row in rows if row["code"].startswith("accept/")] == []


def test_a_document_accepts_what_is_declared_beside_it(tmp_path: Path) -> None:
    path = tmp_path / "a.policy"
    path.write_text(SHARED + inside(USES.format(SHARES)), encoding="utf-8")
    rows = json.loads(run("check", str(path), "--no-law", "--format", "json").stdout)["diagnostics"]
    assert [row.get("accepted") for row in rows if row["code"] == "wording/punctuation"] == ["書式の題のまま。"]


def test_a_document_accepts_nothing_of_a_document_that_it_imports(tmp_path: Path) -> None:
    other = inside(USES.format("")).replace("document notice", "document other")
    (tmp_path / "b.policy").write_text(SHARED + other.replace("、電話、", "，電話、"), encoding="utf-8")
    text = inside(SHARES + 'article "本文" { text: "{other}です。" }\n').replace("document notice", "document own")
    (tmp_path / "a.policy").write_text(f'import "b.policy"\n{text}', encoding="utf-8")
    rows = json.loads(run("check", str(tmp_path), "--no-law", "--format", "json").stdout)["diagnostics"]
    told = [(row["line"], row.get("accepted")) for row in rows if row["code"] == "wording/punctuation"]
    assert told != [] and all(accepted is None for _, accepted in told)


def test_what_is_too_much_is_counted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(diagnostics, "MOST_OF_A_KIND", 20)
    codes = "".join(f'acceptance {{ findings: "appi/x{n}"; reason: "理由。" }}\n' for n in range(25))
    clauses = "".join(
        (PROVISION % "").replace("shops", f"p{n}").replace("への提供", f"への提供（{n}）") for n in range(27)
    )
    path = tmp_path / "a.policy"
    for body, code, more in ((codes, "accept/unknown-code", "5"), (clauses, BASIS, "7")):
        path.write_text(inside(body), encoding="utf-8")
        told = [run("check", str(path), "--format", "json", "--lang", "en").stdout]
        rows = json.loads(told[0])["diagnostics"]
        for found in (
            [(r["code"], r["message"]["en"]) for r in rows],
            [(d.code, d.message("en")) for d in policyc.check(path)],
        ):
            assert [c for c, _ in found].count(code) == 20
            assert f"there are {more} more findings `{code}`" in [words for _, words in found]
