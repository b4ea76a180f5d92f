"""The documents of one site agree: what is found, what is not, in which file, and at what cost."""

from __future__ import annotations

import gc
import json
import os
import time
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from jsonschema import Draft202012Validator

from conftest import POLICIES, ROOT, check_files, check_site
from policyc import pipeline
from policyc.agreement import agree, record, spelling
from policyc.agreement.record import Record
from policyc.cli import group
from policyc.diagnostics import MOST_OF_A_KIND, Diagnostic
from policyc.source import Source

FIRM = 'organization mihon "株式会社みほん" { called: "当社" }\n'
PRIVACY = """\
document privacy "プライバシーポリシー" {
  kind: privacy-notice; operator: mihon; subjects: customer; url: <https://mihon.example/privacy/>
  subject customer "お客様" { is: customer }
"""
NOTICE = """\
document sent "外部送信について" {
  kind: external-transmission-notice; operator: mihon; subjects: customer; url: <https://mihon.example/sent/>
  subject customer "お客様" { is: customer }
"""
LEFT = """\
external-transmission "外部送信" {
  delegates list [外部送信について](https://mihon.example/sent/)
}"""
SENDS = 'external-transmission "外部送信" { service: information\n transmission { to: "%s"; sends: page-url; for: access-analysis } }'


def privacy(body: str, firm: str = FIRM) -> str:
    return f"{firm}{PRIVACY}{body}\n}}\n"


def notice(body: str, firm: str = FIRM) -> str:
    return f"{firm}{NOTICE}{body}\n}}\n"


def document(name: str, title: str, kind: str, body: str, firm: str = FIRM) -> str:
    return f'{firm}document {name} "{title}" {{\n  kind: {kind}; operator: mihon\n{body}\n}}\n'


def found(files: dict[str, str], by_law: bool = False) -> list[tuple[str, str]]:
    """The codes and files of what some files do not agree in."""
    return [(d.code, d.span.source.path) for d in check_site(files, by_law)]


def run(*arguments: str) -> Result:
    return CliRunner().invoke(group, list(arguments))


def written(folder: Path, files: dict[str, str]) -> None:
    for name, text in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


# -- where the findings are -------------------------------------------------------------------------------------------


def test_a_finding_points_into_both_files() -> None:
    files = {"a.policy": privacy(SENDS % "例示解析株式会社"), "b.policy": notice(SENDS % "例示広告株式会社")}
    by_code = {d.code: d for d in check_site(files, by_law=False)}
    missing = by_code["site/transmission-not-in-notice"]
    assert (missing.span.source.path, missing.span.text) == ("a.policy", '"例示解析株式会社"')
    assert [(label.span.source.path, label.span.text) for label in missing.labels] == [("b.policy", "sent")]
    assert missing.kind.law == "telecom-rule:22-2-29"
    other = by_code["site/transmission-not-in-privacy"]
    assert (other.span.source.path, other.severity) == ("b.policy", "note")


def test_a_shared_declaration_is_one_declaration() -> None:
    shared = 'organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区見本町1丁目2番3号" }\n'
    take = 'import "firm.policy"\n'
    body = 'operator-identity "事業者" { of: mihon }'
    files = {"firm.policy": shared, "a.policy": privacy(body, take), "b.policy": notice(body, take)}
    raw = {name: text.encode() for name, text in files.items()}
    records: list[Record] = []
    for name in ("a.policy", "b.policy"):
        checked = pipeline.check(name, raw[name], raw.get)
        assert checked.ok
        records += (record(one, str) for one in checked.documents)
    assert [firm.name.spot.file for one in records for firm in one.firms] == ["firm.policy", "firm.policy"]
    assert agree(records, lambda name: Source(name, files[name])) == []


def test_one_document_agrees_with_itself() -> None:
    assert found({"a.policy": privacy(SENDS % "例示解析株式会社")}) == []


# -- spellings --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("東京都千代田区見本町一丁目2番3号", "東京都千代田区見本町1-2-3", True),
        ("東京都千代田区見本町１丁目２番３号　見本ビル5階", "千代田区見本町1-2-3", True),
        ("東京都千代田区見本町1番地の2", "東京都千代田区見本町1-2", True),
        ("千代田区見本町1-2-3見本ビル5階", "東京都千代田区見本町1丁目2番3号", True),
        ("東京都千代田区見本町十二丁目1番", "東京都千代田区見本町12-1", True),
        ("東京都千代田区見本町1-2-3", "東京都千代田区見本町1-2-30", False),
        ("東京都千代田区見本町1-2", "東京都千代田区見本町1-2-3", False),
        ("東京都千代田区見本町1-2-3", "大阪市見本区見本町1-2-3", False),
    ],
)
def test_addresses(one: str, other: str, same: bool) -> None:
    assert spelling.same_address(one, other) is same
    assert spelling.same_address(other, one) is same


def test_names_numbers_and_web_addresses() -> None:
    assert spelling.core("株式会社みほん") == spelling.core("みほん（株）") == "みほん"
    assert spelling.phones("電話：０３（００００）０００１（平日10時から17時まで）") == ["0300000001"]
    assert spelling.phones("+81-3-0000-0001") == ["0300000001"]
    assert spelling.url("https://mihon.example/privacy/#use") == spelling.url("https://mihon.example/privacy")


# -- what is no disagreement ------------------------------------------------------------------------------------------


def test_what_is_told_on_request_contradicts_nothing() -> None:
    firm = 'organization mihon "株式会社みほん" { called: "当社"; address: "東京都千代田区見本町1丁目2番3号" }\n'
    told = (
        'disclosures "表示" { disclosure place "所在地" { is: address; text: "ご請求により、遅滞なく開示します。" } }'
    )
    wrong = 'disclosures "表示" { disclosure place "所在地" { is: address; text: "東京都港区見本浜4丁目5番6号" } }'
    one = privacy('operator-identity "事業者" { of: mihon }', firm)
    assert found({"a.policy": one, "b.policy": document("shop", "表示", "commerce-notice", told, firm)}) == []
    assert found({"a.policy": one, "b.policy": document("shop", "表示", "commerce-notice", wrong, firm)}) == [
        ("site/firm-address", "b.policy")
    ]


def test_a_class_of_receivers_covers_who_falls_under_it() -> None:
    classes = 'external-transmission "外部送信" { transmission { to: analytics-provider; sends: page-url; for: access-analysis } }'
    named = 'recipient kaiseki "例示解析株式会社" { is: analytics-provider }\n' + FIRM
    body = SENDS.replace('"%s"', "kaiseki")
    assert found({"a.policy": privacy(classes), "b.policy": notice(body, named)}) == []
    assert found({"a.policy": privacy(body, named), "b.policy": notice(classes)}) == []


def test_any_notice_of_a_firm_will_do() -> None:
    second = notice(SENDS % "例示広告株式会社").replace("document sent", "document app").replace("/sent/", "/app/")
    files = {
        "a.policy": privacy(
            'external-transmission "外部送信" {\n'
            '  transmission { to: "例示解析株式会社"; sends: page-url; for: access-analysis }\n'
            '  transmission { to: "例示広告株式会社"; sends: page-url; for: access-analysis }\n}'
        ),
        "b.policy": notice(SENDS % "例示解析株式会社"),
    }
    assert found(files) == [("site/transmission-not-in-notice", "a.policy")]
    assert found({**files, "c.policy": second}) == []


def test_two_firms_are_not_compared() -> None:
    other = 'organization mihon "例示商事株式会社" { called: "当社" }\n'
    files = {"a.policy": privacy(SENDS % "例示解析株式会社"), "b.policy": notice(SENDS % "例示広告株式会社", other)}
    assert found(files) == []


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("[こちら](https://mihon.example/privacy/)", ""),
        ("[プライバシーポリシー](https://mihon.example/privacy/)", ""),
        ("[「利用規約及びプライバシーポリシー」](https://mihon.example/privacy/)", ""),
        ("「[個人情報の利用目的](https://mihon.example/privacy/#uses)」", ""),
        ("「[個人情報保護方針](https://mihon.example/privacy/)」", "site/link-title"),
        ("[特定商取引法に基づく表示](https://mihon.example/privacy/)", "site/link-other-document"),
        ("[プライバシーポリシー](https://mihon.example/old/)", "site/link-other-address"),
    ],
)
def test_links(words: str, code: str) -> None:
    terms = document("terms", "利用規約", "terms", f'article "個人情報" {{ text: "取扱いは、{words}による。" }}')
    files = {"a.policy": privacy('collection "取得" { items: name }'), "b.policy": terms}
    assert found(files) == ([(code, "b.policy")] if code else [])


def test_two_joint_uses_of_the_same_firms_are_told_apart() -> None:
    firms = (
        'organization mihon "株式会社みほん"\norganization hanbai "株式会社みほん販売"\n'
        'subject customer "お客様" { is: customer }\n'
    )

    def uses(name: str, operator: str, *items: str) -> str:
        clauses = "\n".join(
            f'joint-use "共同利用{n}" {{ items: {one}; users: mihon, hanbai; purposes: {purpose}; responsible: mihon }}'
            for n, (one, purpose) in enumerate(zip(items, ("survey", "after-sales-service"), strict=True))
        )
        head = f'document {name} "文書{name}" {{ kind: privacy-notice; operator: {operator}; subjects: customer\n'
        return f"{firms}{head}{clauses}\n}}\n"

    one = uses("one", "mihon", "name", "email, purchase-history")
    assert found({"a.policy": one, "b.policy": uses("two", "hanbai", "name", "email, purchase-history")}) == []
    odd = check_site({"a.policy": one, "b.policy": uses("two", "hanbai", "name", "email")}, by_law=False)
    assert [(d.code, d.params["found"], d.kind.law) for d in odd] == [
        ("site/joint-use-differs", "購入履歴", "appi:27.5.3")
    ]


# -- one thing to mend is one finding ---------------------------------------------------------------------------------

OLD, NEW = "東京都千代田区見本町1丁目2番3号", "東京都港区見本浜4丁目5番6号"
SHOP = """\
  disclosures "表示" {
    disclosure place "所在地" {
      is: address
      text: \"\"\"
        〒{mihon.postal-code}
        {mihon.address}
        \"\"\"
    }
  }"""


# An address counts where the page states it.
STATES = 'article "事業者" { text: "{mihon.full}は、〒{mihon.postal-code} {mihon.address}にあります。" }'


def at(address: str, postal: str = "100-0000") -> str:
    return f'organization mihon "株式会社みほん" {{ called: "当社"; address: "{address}"; postal-code: "{postal}" }}\n'


def sites(*addresses: str) -> dict[str, str]:
    """Documents of one firm, each with an address; the second shows it in a table of the law."""
    kinds = ["general-policy", "commerce-notice", *["general-policy"] * 20]
    return {
        f"{n:02}.policy": document(
            f"d{n}", f"方針{n}", kind, SHOP if kind == "commerce-notice" else STATES, at(address)
        )
        for n, (address, kind) in enumerate(zip(addresses, kinds, strict=False))
    }


@pytest.mark.parametrize("odd", [0, 1, 5])
def test_one_other_address_is_one_finding(odd: int) -> None:
    """Whether it is that of the first document, of one that shows it in a table, or of the last."""
    addresses = [OLD] * 6
    addresses[odd] = NEW
    [one] = check_site(sites(*addresses), by_law=False)
    assert (one.code, one.span.source.path) == ("site/firm-address", f"{odd:02}.policy")
    assert one.params["found"] == NEW and one.params["other"] == OLD and "\\u000a" not in one.message("ja")
    # The other documents by one of them; and every other place of this address.
    assert one.labels[0].span.source.path == ("01.policy" if odd == 0 else "00.policy")
    assert [label.span.source.path for label in one.labels[1:]] == (["01.policy"] if odd == 1 else [])
    assert one.message("ja").startswith(
        "株式会社みほんの住所が、文書によって違います（ここなど2か所では「" if odd == 1 else "株"
    )


def test_a_firm_that_moved_with_its_postal_code_is_one_finding() -> None:
    files = sites(OLD, OLD, OLD)
    files["09.policy"] = document("d9", "方針9", "general-policy", STATES, at(NEW, "108-0000"))
    assert [(d.span.source.path, d.params["found"]) for d in check_site(files, by_law=False)] == [("09.policy", NEW)]
    files["09.policy"] = document("d9", "方針9", "general-policy", STATES, at(OLD, "108-0000"))
    assert [d.params["found"] for d in check_site(files, by_law=False)] == ["108-0000"]


def test_each_other_way_is_a_finding_with_all_of_its_places() -> None:
    third = "東京都新宿区見本台7丁目8番9号"
    made = check_site(sites(OLD, OLD, NEW, third, OLD, NEW), by_law=False)
    assert [(d.span.source.path, len(d.labels), d.params["found"]) for d in made] == [
        ("02.policy", 2, NEW),
        ("03.policy", 1, third),
    ]
    assert "`東京都港区見本浜4丁目5番6号` here and in 1 other place," in made[0].message("en")
    # Half and half: the first one is what the others are held against.
    assert [d.span.source.path for d in check_site(sites(OLD, OLD, NEW, NEW), by_law=False)] == ["02.policy"]
    # Many places are counted, and some of them shown.
    [many] = check_site(sites(*[OLD] * 16, *[NEW] * 6), by_law=False)
    assert "ここなど6か所では" in many.message("ja") and len(many.labels) == 6


def test_a_text_that_differs_is_told_in_one_line() -> None:
    wrong = SHOP.replace("{mihon.postal-code}", "108-0000").replace("{mihon.address}", NEW)
    files = sites(OLD, OLD, OLD)
    files["01.policy"] = files["01.policy"].replace(SHOP, wrong)
    [one] = check_site(files, by_law=False)
    assert one.span.source.path == "01.policy" and one.params["found"] == f"〒108-0000 {NEW}"


def test_desks_and_periods_are_told_once_too() -> None:
    def page(name: str, number: str, period: str) -> str:
        firm = f'desk support "お客様窓口" {{ phone: "{number}" }}\n{FIRM}'
        body = (
            f'contact "窓口" {{ desk: support; for: complaints }}\n'
            f'retention "保存期間" {{ data: purchase-history; period: {period} }}'
        )
        return f"{firm}{PRIVACY}{body}\n}}\n".replace("document privacy", f"document {name}").replace(
            "/privacy/", f"/{name}/"
        )

    files = {"a.policy": page("a", "03-0000-0009", "7 years")}
    files |= {f"{n}.policy": page(n, "03-0000-0001", "5 years") for n in "bcdef"}
    made = check_site(files, by_law=False)
    assert [(d.code, d.span.source.path) for d in made] == [
        ("site/desk-differs", "a.policy"),
        ("site/retention-differs", "a.policy"),
    ]


# -- what is left to another document ---------------------------------------------------------------------------------


def carried(files: dict[str, str]) -> list[Diagnostic]:
    return [d for d in check_site(files) if d.code == "site/carried-not-there"]


def test_a_matter_that_is_there() -> None:
    assert carried({"a.policy": privacy(LEFT), "b.policy": notice(SENDS % "例示解析株式会社")}) == []


def test_a_matter_that_is_not_there_is_as_grave_as_if_it_lacked_here() -> None:
    empty = document(
        "sent",
        "ご案内",
        "general-policy",
        'url: <https://mihon.example/sent/>\narticle "時間" { text: "9時からです。" }',
    )
    [one] = carried({"a.policy": privacy(LEFT), "b.policy": empty})
    assert one.severity == "error" and one.kind.law.startswith("telecom-rule:22-2-29")
    assert one.span.text.startswith("delegates list") and one.labels[0].span.source.path == "b.policy"
    assert "送信先で情報を取り扱う者" in one.message("ja") and "ご案内" in one.message("ja")


def test_a_page_that_does_not_say_what_it_is_named_for_is_at_least_a_warning(tmp_path: Path) -> None:
    """Article 22 is a duty of effort, a note; but the reader is sent to a page that says nothing of it."""
    keeps = 'retention "保存期間" { delegates list [ご案内](https://mihon.example/guide/) }'
    guide = 'url: <https://mihon.example/guide/>\narticle "時間" { text: "9時からです。" }'
    files = {"a.policy": privacy(keeps), "b.policy": document("guide", "ご案内", "general-policy", guide)}
    [one] = carried(files)
    assert one.severity == "warning" and one.kind.law.startswith("appi:22")
    assert one.help("ja").startswith("その文書に書き加えるか、この文書に書いてください。")
    written(tmp_path, files)
    assert (
        "× 警告　個人情報保護法第22条　データ内容の正確性の確保等 [appi/22-accuracy]"
        in run("audit", str(tmp_path)).output
    )
    rows = json.loads(run("audit", str(tmp_path), "--format", "sarif").output)["runs"][0]["results"]
    assert {r["level"] for r in rows if r["ruleId"] == "appi/22-accuracy" and r["kind"] == "fail"} == {"warning"}
    # A page that is none of the run says nothing either way.
    assert carried({"a.policy": files["a.policy"]}) == []


def test_free_prose_on_the_matter_is_not_said_to_lack_it() -> None:
    prose = 'url: <https://mihon.example/sent/>\narticle "送信" { text: "外部送信の送信先は、例示解析株式会社です。" }'
    assert carried({"a.policy": privacy(LEFT), "b.policy": document("sent", "ご案内", "general-policy", prose)}) == []


def test_a_document_is_found_by_its_title_where_its_address_is_not_known() -> None:
    moved = notice('article "時間" { text: "9時からです。" }').replace("/sent/", "/new/")
    assert len(carried({"a.policy": privacy(LEFT), "b.policy": moved})) == 1
    assert carried({"a.policy": privacy(LEFT), "b.policy": moved.replace("外部送信について", "ご案内")}) == []


def test_without_the_document_nothing_is_known(tmp_path: Path) -> None:
    written(tmp_path, {"a.policy": privacy(LEFT)})
    shown = run("audit", str(tmp_path / "a.policy")).output
    assert "：別の文書による（リンク先は見ていない） [telecom/27-12-2-recipient]" in shown
    assert "確認済み" not in shown and "見当たらない" not in shown


SITE = {"site/a.policy": privacy(LEFT), "more/b.policy": notice(SENDS % "例示解析株式会社")}


def test_the_audit_shows_the_sentence_of_the_other_document(tmp_path: Path) -> None:
    written(tmp_path, SITE)
    one, other = str(tmp_path / "site/a.policy"), str(tmp_path / "more/b.policy")
    line = SITE["more/b.policy"][: SITE["more/b.policy"].index("transmission { to")].count("\n") + 1
    for arguments in ((one, "--with", other), (one, other), (one, "--with", str(tmp_path / "more"))):
        shown = run("audit", *arguments).output
        assert "別の文書による（この文書で確認済み：「外部送信について」）" in shown
        assert f"→ 「送信される情報：閲覧したページのURL」 {other}:{line}" in shown
    # Given beside, it is looked into and not audited.
    assert run("audit", one, "--with", other).output.count("現在の規則による") == 1
    assert run("audit", one, other).output.count("現在の規則による") == 2


@pytest.mark.parametrize("lang", ["ja", "en"])
@pytest.mark.parametrize("format_", ["md", "html", "text"])
def test_every_format_shows_what_was_found(tmp_path: Path, format_: str, lang: str) -> None:
    written(tmp_path, SITE)
    folder = str(tmp_path / "more")
    shown = run("audit", str(tmp_path / "site/a.policy"), "--with", folder, "--format", format_, "--lang", lang).output
    assert ("この文書で確認済み：「外部送信について」" if lang == "ja" else "found in 外部送信について") in shown
    assert "送信される情報：閲覧したページのURL" in shown and "b.policy:" in shown


def schema() -> Draft202012Validator:
    text = (ROOT / "src/policyc/audit/audit.schema.json").read_text(encoding="utf-8")
    return Draft202012Validator(json.loads(text))


def test_json_has_the_other_document(tmp_path: Path) -> None:
    written(tmp_path, SITE)
    one, other = str(tmp_path / "site/a.policy"), str(tmp_path / "more/b.policy")
    data = json.loads(run("audit", one, "--with", other, "--format", "json").output)
    assert list(schema().iter_errors(data)) == []
    rows = {row["rule"]: row["carried_by"] for row in data["documents"][0]["rows"] if row["answer"] == "carried"}
    by = rows["telecom/27-12-2-recipient"]
    assert (by["checked"], by["found"], by["answer"], by["document"]) == (True, True, "satisfied", "sent")
    assert by["evidence"][0]["file"] == other and "例示解析株式会社" in by["evidence"][0]["text"]
    assert rows["telecom/27-12-legible"]["found"] is False
    alone = json.loads(run("audit", one, "--format", "json").output)
    assert list(schema().iter_errors(alone)) == []
    assert {row["carried_by"]["checked"] for row in alone["documents"][0]["rows"] if "carried_by" in row} == {False}


def test_the_audit_fails_where_the_other_document_lacks_it(tmp_path: Path) -> None:
    empty = document(
        "sent",
        "ご案内",
        "general-policy",
        'url: <https://mihon.example/sent/>\narticle "時間" { text: "9時からです。" }',
    )
    written(tmp_path, {"a.policy": privacy(LEFT), "b/b.policy": empty})
    shown = run("audit", str(tmp_path / "a.policy"), "--with", str(tmp_path / "b"))
    assert shown.exit_code == 1
    assert "× 別の文書に見当たらない" in shown.output
    assert "別の文書による（「ご案内」を確認：記載が見当たらない）［エラー］" in shown.output


def test_what_is_left_to_another_is_asked_by_the_law_of_the_day_of_who_leaves_it(tmp_path: Path) -> None:
    body = 'url: <https://mihon.example/sent/>\narticle "時間" { text: "9時からです。" }'
    files = {"asked/b.policy": document("sent", "ご案内", "general-policy", body), "asks/a.policy": privacy(LEFT)}
    written(tmp_path, files)
    roots = [str(tmp_path / "asked"), str(tmp_path / "asks")]
    code = "[site/carried-not-there]"
    # Article 27-12 came into force on 2023-06-16.
    (tmp_path / "asked" / "policyc.yaml").write_text("as-of: 2023-01-01\n", encoding="utf-8")
    for order in (roots, roots[::-1]):
        assert code in run("check", *order).output
    shown = run("audit", roots[1], "--with", roots[0])
    assert shown.exit_code == 1 and "× 別の文書に見当たらない" in shown.output
    (tmp_path / "asks" / "policyc.yaml").write_text("as-of: 2023-01-01\n", encoding="utf-8")
    assert code not in run("check", *roots).output


def test_an_audit_says_nothing_of_acceptances_in_documents_that_it_was_not_asked_for(tmp_path: Path) -> None:
    accepts = 'acceptance { findings: "appi/22-accuracy"; reason: "作成中。" }\n'
    written(tmp_path, {"a.policy": notice(SENDS % "例示解析株式会社"), "b/b.policy": privacy(accepts + LEFT)})
    shown = run("audit", str(tmp_path / "a.policy"), "--with", str(tmp_path / "b"))
    assert "accept/" not in shown.output


# -- the command ------------------------------------------------------------------------------------------------------


def test_check_shows_them_in_every_format_with_their_files(tmp_path: Path) -> None:
    files = {"one/a.policy": privacy(SENDS % "例示解析株式会社"), "two/b.policy": notice(SENDS % "例示広告株式会社")}
    written(tmp_path, files)
    folders = [str(tmp_path / "one"), str(tmp_path / "two")]
    here, there = str(tmp_path / "one/a.policy"), str(tmp_path / "two/b.policy")
    text = run("check", *folders).output
    assert "警告[site/transmission-not-in-notice]" in text and f"--> {here}:" in text and f"--> {there}:" in text
    rows = json.loads(run("check", *folders, "--format", "json").output)["diagnostics"]
    [row] = [row for row in rows if row["code"] == "site/transmission-not-in-notice"]
    assert row["file"] == here and row["labels"][0]["file"] == there and row["law"] == "telecom-rule:22-2-29"
    annotated = run("check", *folders, "--format", "github").output
    assert f"::warning file={here}" in annotated and "title=site/transmission-not-in-notice" in annotated
    assert "site/transmission-not-in-privacy" not in run("check", *folders, "--no-notes").output


def test_without_the_law_the_documents_still_have_to_agree(tmp_path: Path) -> None:
    empty = document(
        "sent",
        "ご案内",
        "general-policy",
        'url: <https://mihon.example/sent/>\narticle "時間" { text: "9時からです。" }',
    )
    written(tmp_path, {"a.policy": privacy(LEFT), "b.policy": empty})
    assert "site/carried-not-there" in run("check", str(tmp_path)).output
    assert "site/carried-not-there" not in run("check", str(tmp_path), "--no-law").output


def test_a_build_does_not_hold_documents_against_one_another(tmp_path: Path) -> None:
    files = {"a.policy": privacy(SENDS % "例示解析株式会社"), "b.policy": notice(SENDS % "例示広告株式会社")}
    written(tmp_path / "in", files)
    built = run("build", str(tmp_path / "in"), "--out", str(tmp_path / "out"))
    assert built.exit_code == 0 and "site/" not in built.output


def test_a_broken_document_is_left_out(tmp_path: Path) -> None:
    files = {"a.policy": privacy(SENDS % "例示解析株式会社"), "b.policy": notice("external-transmission {")}
    written(tmp_path, files)
    assert "site/" not in run("check", str(tmp_path)).output


def test_our_own_sites_agree() -> None:
    """The real page and those of 株式会社みほん: not even a note."""
    rows = json.loads(run("check", str(POLICIES), "--format", "json").output)["diagnostics"]
    assert [row for row in rows if row["code"].startswith("site/")] == []


# -- cost -------------------------------------------------------------------------------------------------------------


GROUP = """\
organization mihon "株式会社みほん〇〇" { called: "当社"; address: "東京都千代田区見本町〇〇丁目2番3号" }
organization partner "株式会社例示〇〇"
organization shared "株式会社みほん" { address: "東京都港区見本浜〇〇丁目1番1号" }
"""
MANY = """\
operator-identity "事業者" { of: mihon }
article "本社" { text: "{shared.full}の住所は、{shared.address}です。" }
article "規約" { text: "「[会員規約](https://mihon.example/sent/〇〇/)」をご覧ください。" }
joint-use "共同利用" { items: name; users: mihon, partner, shared; purposes: survey; responsible: shared }
"""


def records(count: int) -> list[Record]:
    """The records of many documents, as if as many had been compiled: each firm has two, which disagree in everything
    they can, and all disagree on the firm that they share."""
    one = privacy(MANY + SENDS % "例示解析〇〇株式会社", GROUP)
    two = notice(SENDS % "例示広告〇〇株式会社", GROUP).replace("/sent/", "/sent/〇〇/")
    made: list[Record] = []
    for name, text in (("a〇〇.policy", one), ("b〇〇.policy", two)):
        checked = check_files({name: text})
        assert checked.ok, [d.message("en") for d in checked.diagnostics]
        made += (record(document, str) for document in checked.documents)
    return [numbered(one, n) for n in range(1, count // 2 + 1) for one in made]


def numbered(value: Any, n: int) -> Any:
    """A record with a number in the place of 〇〇."""
    if isinstance(value, str):
        return value.replace("〇〇", str(n))
    if isinstance(value, dict):
        return {numbered(k, n): numbered(v, n) for k, v in value.items()}
    if isinstance(value, tuple):
        inner = (numbered(one, n) for one in value)
        return type(value)._make(inner) if hasattr(value, "_make") else tuple(inner)
    return frozenset(numbered(one, n) for one in value) if isinstance(value, frozenset) else value


def source(name: str) -> Source:
    """Some text for findings to point into."""
    return Source(name, "株式会社みほん\n" * 100)


@pytest.mark.slow
def test_the_cost_is_linear() -> None:
    """Documents are looked up by name and address: no pairs."""

    def cost(count: int) -> tuple[float, int]:
        made = records(count)
        best = float("inf")
        for _ in range(3):
            gc.collect()
            start = time.process_time()
            rows = agree(made, source)
            best = min(best, time.process_time() - start)
        return best, len(rows)

    small, few = cost(100)
    large, many = cost(1000)
    assert many > few * 8
    # Ten times as many; twice that leaves room for a busy machine, pairs would be a hundred times.
    assert large / small < 20, (small, large)


def test_no_record_holds_a_document() -> None:
    """What is kept of a document is words and numbers: nothing that a page, a tree or a source hangs on."""
    made = records(2)
    seen: set[str] = set()

    def walk(value: object) -> None:
        seen.add(type(value).__name__)
        if isinstance(value, dict):
            walk(tuple(value.values()))
        elif isinstance(value, (tuple, frozenset)):
            for inner in value:
                walk(inner)

    walk(tuple(made))
    kept = {"Record", "Firm", "Said", "Spot", "Receiver", "Transmission", "JointUse", "Link"}
    assert seen <= kept | {"tuple", "dict", "frozenset", "str", "int", "bool", "NoneType"}, seen


def test_findings_are_bounded_and_counted() -> None:
    rows = agree(records(2 * MOST_OF_A_KIND + 40), source)
    of_kind = [d for d in rows if d.code == "site/transmission-not-in-notice"]
    assert len(of_kind) == MOST_OF_A_KIND
    more = {str(d.params["code"]): d.params["count"] for d in rows if d.code == "build/more-findings"}
    assert more["site/transmission-not-in-notice"] == "20"


def test_roots_on_two_drives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On Windows there is no path from one drive to another."""
    written(
        tmp_path, {"a/a.policy": privacy(SENDS % "例示解析株式会社"), "b/b.policy": notice(SENDS % "例示広告株式会社")}
    )
    way = os.path.relpath

    def relpath(path: str, start: str = ".") -> str:
        # What links do within a root is not in question.
        if os.path.realpath(start) == str(tmp_path / "a") and not os.path.realpath(path).startswith(
            str(tmp_path / "a")
        ):
            raise ValueError("path is on mount 'D:', start on mount 'C:'")
        return way(path, start)

    monkeypatch.setattr(os.path, "relpath", relpath)
    shown = run("check", str(tmp_path / "a"), str(tmp_path / "b"))
    assert shown.exception is None or isinstance(shown.exception, SystemExit)
    assert f" --> {tmp_path}/b/b.policy:2:10\n  |\n2 | document sent" in shown.output
