"""The P3P target: valid, honest, complete, and the same in XML and JSON."""

from __future__ import annotations

import copy
import hashlib
import json
import re
import subprocess
import sys
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest
from click.testing import CliRunner
from jsonschema import Draft202012Validator, FormatChecker

from conftest import HEAD, POLICIES, ROOT, check_files, check_text, dmm_files
from policyc.cli import group
from policyc.emit import Emission
from policyc.emit.p3p import JSON, XML, emit_p3p, reference_file, stands_for
from policyc.emit.p3p.categories import categories
from policyc.emit.p3p.compact import compact
from policyc.emit.p3p.document import FORMAT, SCHEMA, VERSION
from policyc.emit.p3p.model_file import PolicyFile
from policyc.emit.p3p.models import schema_text
from policyc.emit.p3p.text import address, xml_name
from policyc.facts import TABLES, Policy
from policyc.vocab import Concept
from policyc.vocab.p3p_base import base_refs

SCHEMA_FILE = ROOT / "src" / "policyc" / "emit" / "p3p" / "policy.p3p.schema.json"
P3P = "{http://www.w3.org/2002/01/P3Pv1}"
APPI = "{https://example.org/ns/policyc/p3p-appi#}"

# Every kind of fact that the IR has.
MIHON = """\
organization mihon "株式会社みほん" {
  called: "当社"
  address: "東京都千代田区見本町1丁目2番3号"
  representative: "代表取締役", "見本花子"
  country: JP; phone: "03-0000-0000"; email: "privacy@mihon.example"; site: <https://mihon.example/>
}
organization reiji "株式会社れいじ（米国）" { country: US }
group mihon-group "みほんグループ" { members: mihon, reiji }
publication rules [みほん規約](https://mihon.example/terms/)
statute appi "個人情報の保護に関する法律" { called: "個人情報保護法" }
subject customer "お客様" { is: customer }
term member "みほん会員" { means: "会員登録をしたお客様"; is: member }
recipient ad "広告の会社" { is: advertising-business; country: US }
recipient agent "委託先" { is: processor }
data pay "支払いの情報" { of: credit-card, bank-account }
data other "その他の情報" { open: yes }
desk window "お客様相談室" {
  phone: "03-1111-1111"; email: "desk@mihon.example"; address: "東京都千代田区見本町"; hours: "平日9時から17時まで"
}
desk form "受付フォーム" { form: <https://mihon.example/form/> }
document notice "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/privacy/>; operator: mihon; subjects: customer, member; version: "第2版"
  enacted: 2020-04-01; effective: 2024-04-01
  part general "総則" {
    published-under: appi; adheres-to: rules
    text: "{mihon}（{mihon.phone}、{mihon.email}、{mihon.site}、{mihon.address}、{mihon.representative}）は{member}について、{adheres-to|規約に従い}{published-under|法に基づき}定めます。"
  }
  collection got "取得" { items: name, email, pay, other; sources: person, automatic }
  sensitive-data sens "要配慮個人情報" { items: medical-history; basis: consent }
  children kids "未成年者" { under: 16; consent: guardian }
  purposes uses "利用目的" {
    purpose serve "サービスの提供のため" { is: service-provision }
    purpose odd "その他これらに関連する目的のため" { open: yes }
    purpose look "履歴を分析して広告を出すため" {
      is: personalised-advertising; analyses: browsing-history; derives: interests
    }
  }
  third-party-provision prov "第三者提供" {
    provision p1 { to: mihon-group; for: marketing; basis: consent { includes: acceptance-of-terms }; except: law }
    provision p2 { to: ad; data: cookie; basis: opt-out; notified: "第1号"; country-unknown: "未定"; safeguards-unknown: "未定" }
  }
  entrustment ent "委託" { to: agent; scope: within uses; extent: part; supervision: contract }
  entrustment ent2 "配送の委託" { to: delivery-company; data: name, address; country: US; basis: foreign-consent }
  related-information rel "個人関連情報" {
    to: ad; from: "広告会社"; data: cookie; for: advertising; basis: related-information-consent; confirmed: declaration
  }
  succession suc "事業の承継" { to: successor; scope: within uses }
  breach bre "漏えい等" { reported-to: commission; notifies: person }
  pseudonymised-information pse "仮名加工情報" { source: made, received; items: name; for: marketing; erases: when-unneeded }
  anonymised-information ano "匿名加工情報" { source: made; items: name; provided: email; to: ad; method: "電送"; label: email }
  joint-use joint "共同利用" { items: name, email; users: mihon, reiji; purposes: same as uses; responsible: mihon }
  external-transmission ext "外部送信" {
    transmission t1 {
      sends: cookie, page-url; to: analytics-provider; for: access-analysis; opt-out: <https://stop.example/one>
    }
    transmission t2 { sends: ip-address; to: reiji; for: advertising; opt-out: <https://stop.example/two> }
  }
  security-measures safe "安全管理措置" { measures: access-control, encryption; country: US }
  retention keep "保存期間" {
    kept k1 { data: name; period: 5 years }
    kept k2 { data: pay; period: "必要な期間" }
  }
  requests req "開示等の請求" {
    accepts: disclosure, correction, opt-out
    procedure: "窓口にお申し出ください。"; identity: documents; agent: accepted; fee: 300 yen; desk: window
    refuses: rights-harm; grounds: no-longer-needed; fee-method: "現金"
  }
  contact con "問い合わせ窓口" { desk: window, form; for: inquiries, complaints }
  amendment amend "改定" { notice: prior; effective: on-stated-date }
  delegates cookies [Cookieについて](https://mihon.example/cookies/)
  index pages "関連するページ" {
    entry legal "規約" <https://mihon.example/terms/> { entry here "この文書" { document: notice } }
  }
  disclosures about "表示事項" { disclosure firm { is: seller; text: "{mihon.full}" }; disclosure "設立" { text: "2000年" } }
}
"""
SILENT = """\
  purposes uses "利用目的" { purpose serve "サービスの提供のため" { is: service-provision } }
  joint-use joint "共同利用" { declared: none }
  requests req "開示等の請求" { declared: none }
  security-measures safe "安全管理措置" { declared: on-request }
"""
USES = '  purposes uses "利用目的" { purpose serve "サービスの提供のため" { is: service-provision } }\n'


# ---- doors ----


def policy_of(source: str, files: dict[str, str] | None = None) -> Policy:
    """The IR of the first document. Findings about the wording of these bare examples are of no concern here."""
    checked = check_files(files) if files else check_text(source)
    broken = [d for d in checked.diagnostics if d.severity == "error" and not d.code.startswith("text/")]
    assert not broken, [f"{d.span.location()} {d.code} {d.message('en')}" for d in broken]
    return checked.documents[0].policy


@cache
def policies() -> dict[str, Policy]:
    return {
        "dmm": policy_of("", dmm_files()),
        "mihon": policy_of(MIHON),
        "silent": policy_of(HEAD + SILENT + "}\n"),
    }


NAMES = ("dmm", "mihon", "silent")


@cache
def emitted(name: str) -> Emission:
    return emit_p3p(policies()[name])


def data_of(name: str) -> dict[str, Any]:
    made: dict[str, Any] = json.loads(emitted(name).files[JSON])
    return made


def small(body: str) -> tuple[dict[str, Any], ET.Element]:
    """JSON and POLICY element of a small document of 株式会社みほん."""
    emission = emit_p3p(policy_of(HEAD + body + "}\n"))
    return json.loads(emission.files[JSON]), root(emission.files[XML])


def root(xml: str) -> ET.Element:
    found = ET.fromstring(xml).find(P3P + "POLICY")
    assert found is not None
    return found


def statement(made: dict[str, Any], practice: str) -> dict[str, Any]:
    """The first statement that was made from a practice."""
    found: dict[str, Any] = next(s for s in made["p3p"]["statements"] if practice in s["practices"])
    return found


def element(rows: list[dict[str, Any]], name: str) -> dict[str, Any]:
    return next(row for row in rows if row["element"] == name)


def validator() -> Draft202012Validator:
    return Draft202012Validator(json.loads(schema_text()), format_checker=FormatChecker())


# ---- the checks of W3C's schema and prose ----


@pytest.fixture
def check(shared: Path, tmp_path: Path) -> Callable[[str, str], str]:
    """Run one of the shared programs on an XML text; fails when the program finds anything."""

    def run(program: str, xml: str) -> str:
        path = tmp_path / "policy.p3p.xml"
        path.write_text(xml, encoding="utf-8")
        command = [sys.executable, "-B", str(shared / "checks" / program), str(path)]
        done = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
        assert done.returncode == 0, done.stdout + done.stderr
        return done.stdout

    return run


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("strict", [False, True])
def test_valid_p3p(name: str, strict: bool, check: Callable[[str, str], str]) -> None:
    xml = emit_p3p(policies()[name], strict=strict).files[XML]
    check("p3p_valid.py", xml)
    assert "-> 0 broken rules" in check("p3p_semantics.py", xml)


@pytest.fixture(scope="module", params=[(), ("--strict-p3p",)], ids=["all", "strict"])
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> tuple[tuple[str, ...], Path]:
    """All policies of the house as the command builds them, with and without the extensions."""
    out = tmp_path_factory.mktemp("built") / "out"
    done = CliRunner().invoke(group, ["build", str(POLICIES), "--out", str(out), *request.param])
    assert done.exit_code == 0, done.output
    return request.param, out


def test_every_privacy_notice_is_built_valid(
    built: tuple[tuple[str, ...], Path], check: Callable[[str, str], str]
) -> None:
    flag, out = built
    found = sorted(out.glob("*/policy.p3p.xml"))
    assert len(found) == len([p for p in out.glob("*/manifest.json") if '"privacy-notice"' in p.read_text("utf-8")]) > 1
    for path in found:
        xml = path.read_text(encoding="utf-8")
        assert ("EXTENSION" in xml) == (not flag), path
        check("p3p_valid.py", xml)
        assert "-> 0 broken rules" in check("p3p_semantics.py", xml)


def test_a_strict_build_is_held_by_the_same_flag(built: tuple[tuple[str, ...], Path]) -> None:
    flag, out = built
    for given in ((), ("--strict-p3p",)):
        done = CliRunner().invoke(group, ["build", str(POLICIES), "--out", str(out), "--check", *given])
        assert done.exit_code == (0 if given == flag else 1), done.output
    # Nothing else changes: only the XML, and the manifest that has its digest.
    other = {p.relative_to(ROOT / "out") for p in (ROOT / "out").rglob("*") if p.is_file()}
    assert {p.relative_to(out) for p in out.rglob("*") if p.is_file()} == other
    changed = {p.name for p in other if (out / p).read_bytes() != (ROOT / "out" / p).read_bytes()}
    assert changed == ({"policy.p3p.xml", "manifest.json"} if flag else set())


def test_same_compact_tokens_as_the_encoding_by_hand(shared: Path, check: Callable[[str, str], str]) -> None:
    ours = check("p3p_compact.py", emitted("dmm").files[XML]).split("->")[1].split()
    by_hand = check("p3p_compact.py", (shared / "p3p" / "seed.policies.xml").read_text(encoding="utf-8"))
    assert ours == by_hand.split("->")[1].split()


def test_reference_file(check: Callable[[str, str], str]) -> None:
    xml = reference_file([("通知", "/w3c/a.xml", ("/*",)), ("x", "/w3c/b.xml", ("/shop/*", "/cart"))])
    check("p3p_valid.py", xml)
    about = [row.get("about") for row in ET.fromstring(xml).iter(P3P + "POLICY-REF")]
    assert about == ["/w3c/a.xml#通知", "/w3c/b.xml#x"]


# ---- the compact policy, and the file of a site ----


@pytest.mark.parametrize("ref", sorted(base_refs()))
def test_categories_are_those_of_the_base_data_schema(shared: Path, ref: str) -> None:
    assert categories(ref) == schema_categories(shared)[ref]


@cache
def schema_categories(shared: Path) -> dict[str, frozenset[str]]:
    """The categories of every reference, by the shared program that reads W3C's own file."""
    code = "import sys,json;sys.argv=['x'];import p3p_compact as c;print(json.dumps({r:sorted(c.cats(r[1:])) for r in json.load(sys.stdin)}))"
    done = subprocess.run(
        [sys.executable, "-B", "-c", code],
        input=json.dumps(sorted(base_refs())),
        cwd=shared / "checks",
        capture_output=True,
        text=True,
        check=True,
    )
    return {ref: frozenset(named) for ref, named in json.loads(done.stdout).items()}


def test_the_example_of_the_recommendation(shared: Path, check: Callable[[str, str], str]) -> None:
    """REC 4.1: the compact policy that the Recommendation gives for its own example."""
    xml = (shared / "p3p" / "rec-example-4.1.xml").read_text(encoding="utf-8")
    made = compact(from_xml(root(xml)))
    assert set(made.tokens) == {
        "NON",
        "DSP",
        "ADM",
        "DEV",
        "PSD",
        "IVDo",
        "OUR",
        "IND",
        "STP",
        "PHY",
        "PRE",
        "NAV",
        "UNI",
    }
    assert " ".join(made.tokens) == check("p3p_compact.py", xml).split("->")[1].strip()


@pytest.mark.parametrize("name", ["mihon", "dmm"])
def test_compact_tokens_are_those_of_an_independent_program(name: str, check: Callable[[str, str], str]) -> None:
    made = emitted(name)
    p3p = json.loads(made.files[JSON])["p3p"]
    p3p["statements"][0]["data"].append({"ref": "#dynamic.cookies", "categories": [{"element": "state"}]})
    xml = made.files[XML].replace("<DATA-GROUP>", "<!---->", 1)
    cookie = '<DATA ref="#dynamic.cookies"><CATEGORIES><state/></CATEGORIES></DATA>'
    at = xml.index("<DATA-GROUP>") + len("<DATA-GROUP>")
    xml = (xml[:at] + cookie + xml[at:]).replace("<!---->", "<DATA-GROUP>", 1)
    assert list(compact(p3p).tokens) == check("p3p_compact.py", xml).split("->")[1].split()


def test_a_compact_policy_is_refused(tmp_path: Path) -> None:
    dmm = stands_for(policies()["dmm"])
    assert dmm.exists and not dmm.tokens and "REC 4.1" in dmm.refused.en
    assert "cookie" not in compact(None).refused.en and not compact(None).exists
    p3p = json.loads(emitted("mihon").files[JSON])["p3p"]
    assert compact(p3p).tokens
    assert "REC 4.5" in compact(p3p | {"mandatory": True}).refused.en
    run = CliRunner().invoke(group, ["p3p", "--compact", str(POLICIES / "dmm-privacy.policy")])
    assert run.exit_code == 1 and "p3p/no-compact-policy" in run.output
    run = CliRunner().invoke(group, ["p3p", "--compact", str(POLICIES / "mihon-privacy.policy")])
    assert run.exit_code == 0 and re.fullmatch(r'CP="([A-Z]{3}[io]? ?)+"\n', run.output)


def test_the_reference_file_by_command(check: Callable[[str, str], str]) -> None:
    one = str(POLICIES / "mihon-privacy.policy")
    alone = CliRunner().invoke(group, ["p3p", "--reference", one])
    check("p3p_valid.py", alone.output)
    assert 'about="/w3c/mihon-privacy/policy.p3p.xml#mihon-privacy"' in alone.output
    two = ["p3p", "--reference", one, str(POLICIES / "dmm-privacy.policy"), "--lang", "en"]
    assert CliRunner().invoke(group, two).exit_code == 2, "which covers what?"
    said = CliRunner().invoke(group, [*two, "--covers", "mihon-privacy=/a/*", "--covers", "dmm-privacy=/b/*"])
    check("p3p_valid.py", said.output)
    assert re.findall("<INCLUDE>(.*)</INCLUDE>", said.output) == ["/a/*", "/b/*"]
    assert CliRunner().invoke(group, [*two, "--covers", "nobody=/a/*"]).exit_code == 2
    assert CliRunner().invoke(group, ["p3p", one]).exit_code == 2


def test_formal_elements_do_not_depend_on_the_language_of_texts() -> None:
    """REC 2.4.1.1: what a reader decides by is in the elements; texts may be in any language."""
    here = emit_p3p(policies()["dmm"], strict=True).files[XML]
    there = emit_p3p(_foreign(policies()["dmm"]), strict=True).files[XML]
    assert there != here and formal(root(there)) == formal(root(here))
    assert len(formal(root(here))) > 100


def formal(policy: ET.Element) -> list[tuple[str, tuple[tuple[str, str], ...]]]:
    """Elements and attributes by which a machine decides, in order; who publishes is said in texts."""
    entity = policy.find(P3P + "ENTITY")
    assert entity is not None
    policy.remove(entity)
    return [
        (one.tag, tuple(sorted((k, v) for k, v in one.attrib.items() if k != "short-description")))
        for one in policy.iter()
    ]


def _foreign(policy: Policy) -> Policy:
    """The policy with every Japanese text in another language; its concepts as they are."""

    def other(value: Any) -> Any:
        if isinstance(value, str) and re.search("[\u3040-\u9fff]", value):
            return f"texte {hashlib.sha256(value.encode()).hexdigest()}"
        if isinstance(value, Concept):
            return value
        if isinstance(value, tuple) and hasattr(value, "_fields"):
            return type(value)._make(map(other, value))
        return tuple(map(other, value)) if isinstance(value, tuple) else value

    return other(policy)


# ---- the two files say the same ----


def from_xml(policy: ET.Element) -> dict[str, Any]:
    """The member `p3p` of the JSON, read back from the XML."""

    def row(found: ET.Element) -> dict[str, Any]:
        made = {"element": found.tag.removeprefix(P3P), **found.attrib}
        descriptions = [one.text for one in found.findall(P3P + "recipient-description")]
        return made | ({"descriptions": descriptions} if descriptions else {"text": found.text} if found.text else {})

    def rows(parent: ET.Element, path: str) -> list[dict[str, Any]]:
        return [row(one) for one in parent.findall(path + "/*") if one.tag != P3P + "EXTENSION"]

    def data(found: ET.Element) -> dict[str, Any]:
        categories = rows(found, P3P + "CATEGORIES")
        return {"ref": found.get("ref"), **({"categories": categories} if categories else {})}

    statements = [
        {
            "consequence": one.findtext(P3P + "CONSEQUENCE"),
            "purposes": rows(one, P3P + "PURPOSE"),
            "recipients": rows(one, P3P + "RECIPIENT"),
            "retention": rows(one, P3P + "RETENTION")[0]["element"],
            "data": [data(found) for found in one.findall(f"{P3P}DATA-GROUP/{P3P}DATA")],
        }
        for one in policy.findall(P3P + "STATEMENT")
    ]
    entity = [{"ref": one.get("ref"), "text": one.text} for one in policy.findall(f"{P3P}ENTITY//{P3P}DATA")]
    disputes = []
    for one in policy.iter(P3P + "DISPUTES"):
        names = {"resolutionType": "resolution-type", "service": "service", "shortDescription": "short-description"}
        disputes.append({key: one.get(name) for key, name in names.items()})
        if one.find(P3P + "LONG-DESCRIPTION") is not None:
            disputes[-1]["longDescription"] = one.findtext(P3P + "LONG-DESCRIPTION")
    head = {key: value for key, value in policy.attrib.items() if not key.startswith("{")}
    access = rows(policy, P3P + "ACCESS")[0]["element"]
    return {**head, "entity": entity, "access": access, "disputes": disputes, "statements": statements}


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("strict", [False, True])
def test_json_and_xml_say_the_same(name: str, strict: bool) -> None:
    emission = emit_p3p(policies()[name], strict=strict)
    said = json.loads(emission.files[JSON])["p3p"]
    for one in said["statements"]:
        del one["practices"]
    for one in said["disputes"]:
        del one["of"]
    assert said.pop("expiry") == {"maxAge": 86400}
    said["access"] = said["access"]["value"]
    assert from_xml(root(emission.files[XML])) == said


@pytest.mark.parametrize("name", NAMES)
def test_strict_has_no_extension(name: str) -> None:
    xml = emit_p3p(policies()[name], strict=True).files[XML]
    assert "EXTENSION" not in xml and "appi" not in xml
    full = ET.fromstring(emitted(name).files[XML])
    assert {one.get("optional") for one in full.iter(P3P + "EXTENSION")} == {"yes"}


# ---- nothing is dropped ----

MEMBERS = {"people": ["subjects"], "parties": ["operator", "parties"]}
PRACTICES = ["uses", "collections", "provisions", "entrustments", "jointUses", "transmissions"]


def test_every_kind_of_fact_is_tried() -> None:
    tables = {table for table in TABLES for policy in policies().values() if getattr(policy, table)}
    assert tables == set(TABLES)


@pytest.mark.parametrize("name", NAMES)
@pytest.mark.parametrize("table", TABLES)
def test_every_fact_is_in_both_files(name: str, table: str) -> None:
    made, xml = data_of(name), ET.fromstring(emitted(name).files[XML])
    members = PRACTICES if table == "practices" else MEMBERS.get(table, [table])
    rows = [row for m in members for row in (made[m] if isinstance(made[m], list) else [made[m]])]
    facts = list(getattr(policies()[name], table))
    assert sorted(row["id"] for row in rows) == sorted(fact.id for fact in facts)
    origins = {row["id"]: row["origin"] for row in rows}
    elements = [one for one in xml.iter() if one.tag.startswith(APPI)]
    for fact in facts:
        assert origins[fact.id] == fact.origin
        assert any(one.get("id") == fact.id and one.get("origin") == fact.origin for one in elements), fact


@pytest.mark.parametrize("name", NAMES)
def test_every_practice_has_its_statement(name: str) -> None:
    named = {id_ for s in data_of(name)["p3p"]["statements"] for id_ in s["practices"]}
    principles = {loss.node for loss in emitted(name).losses if loss.fact in ("principle", "anonymous")}
    assert named | principles == {practice.id for practice in policies()[name].practices}
    assert not named & principles


@pytest.mark.parametrize("name", NAMES)
def test_every_text_of_a_fact_is_in_the_json(name: str) -> None:
    """No string of the IR is lost, whichever field it is in."""
    text = emitted(name).files[JSON]
    for table in TABLES:
        for fact in getattr(policies()[name], table):
            for value in fact:
                if isinstance(value, str) and value:
                    assert json.dumps(value, ensure_ascii=False) in text, (table, fact.id, value)


def test_losses_name_what_p3p_cannot_say() -> None:
    found = {(loss.node, loss.fact): (loss.fit, loss.note) for loss in emitted("dmm").losses}
    assert all(loss.target == "p3p" and loss.fit in ("broader", "none") and loss.note for loss in emitted("dmm").losses)
    assert found["dmm", "representative-title"][0] == "none"
    assert found["joint-use", "action"][0] == "broader"
    assert found["joint-use", "responsible"][0] == "none"
    assert found["requests.accepts/correction", "right"][0] == "none"
    assert found["requests.accepts/disclosure", "right"][0] == "broader"
    assert "2.4.6" in found["amendment", "amendment"][1]
    assert {"event:enacted", "event:revised"} <= {node for node, fact in found if fact == "date"}
    assert found["by-terms", "purpose"][0] == "none"
    assert found["identity-check", "purpose"][0] == "broader"
    assert ("improvement", "purpose") not in found and ("data:name", "data") not in found


@pytest.mark.parametrize("name", NAMES)
def test_every_inexact_concept_has_its_loss(name: str) -> None:
    policy = policies()[name]
    lost = {loss.node for loss in emitted(name).losses}
    for purpose in policy.purposes:
        if purpose.open or not purpose.concepts or any(c.p3p_fit != "exact" for c in purpose.concepts):
            assert purpose.id in lost
    for row in (*policy.safeguards, *policy.events, *policy.delegations, *policy.frames, *policy.terms, *policy.people):
        assert row.id in lost


# ---- the JSON Schema ----


def test_committed_schema_is_current() -> None:
    assert SCHEMA_FILE.read_text(encoding="utf-8") == schema_text(), "run: python3 run.py freeze"


def test_schema_is_one() -> None:
    schema = json.loads(schema_text())
    Draft202012Validator.check_schema(schema)
    assert schema["$schema"] == "https://json-schema.org/draft/2020-12/schema"
    assert schema["$id"] == SCHEMA
    consts = {name: schema["properties"][name]["const"] for name in ("$schema", "format", "version")}
    assert consts == {"$schema": SCHEMA, "format": FORMAT, "version": VERSION}
    for name, definition in schema["$defs"].items():
        assert definition["additionalProperties"] is False, name
        assert definition["description"], name


@pytest.mark.parametrize("name", NAMES)
def test_emitted_json_is_valid(name: str) -> None:
    made = data_of(name)
    assert [error.message for error in validator().iter_errors(made)] == []
    read = PolicyFile.model_validate_json(emitted(name).files[JSON])
    assert json.loads(read.model_dump_json(by_alias=True, exclude_unset=True)) == made


Change = Callable[[dict[str, Any]], object]
MUTANTS: dict[str, Change] = {
    "a member is missing": lambda made: made.pop("silences"),
    "a statement without data": lambda made: made["p3p"]["statements"][0].pop("data"),
    "an id is missing": lambda made: made["purposes"][0].pop("id"),
    "an origin without line": lambda made: made["operator"].update(origin="dmm-group.policy"),
    "a wrong type": lambda made: made["purposes"][0].update(open="no"),
    "null for what is not stated": lambda made: made["operator"].update(phone=None),
    "an empty text": lambda made: made["operator"].update(name=""),
    "an unknown member": lambda made: made["operator"].update(fax="03"),
    "an unknown member at the top": lambda made: made.update(extra=[]),
    "an unknown element": lambda made: made["p3p"]["statements"][0]["purposes"][0].update(element="marketing"),
    "an unknown retention": lambda made: made["p3p"]["statements"][0].update(retention="forever"),
    "a day that is none": lambda made: made["events"][0].update(date="2026-02-30"),
    "an address that is none": lambda made: made["p3p"].update(discuri="not an address"),
    "another format": lambda made: made.update(format="p3p"),
    "no statement": lambda made: made["p3p"].update(statements=[]),
}


@pytest.mark.parametrize("change", MUTANTS.values(), ids=MUTANTS.keys())
def test_mutants_are_refused(change: Change) -> None:
    made = copy.deepcopy(data_of("dmm"))
    change(made)
    assert not validator().is_valid(made)


# ---- decisions ----


def test_required_is_explicit_where_it_may_be() -> None:
    for name in NAMES:
        for one in data_of(name)["p3p"]["statements"]:
            for row in one["purposes"] + one["recipients"]:
                assert ("required" in row) == (row["element"] not in ("current", "ours")), row


def test_unmapped_and_open_purposes_keep_their_text() -> None:
    made = data_of("dmm")
    other = element(statement(made, "uses.use")["purposes"], "other-purpose")["text"]
    for id_ in ("credit", "incidental", "by-terms"):
        text = next(row["text"] for row in made["purposes"] if row["id"] == id_)
        assert text in other
    assert element(statement(data_of("mihon"), "uses.use")["purposes"], "other-purpose")["text"] == (
        "その他これらに関連する目的のため。"
    )


def test_purposes_of_a_clause_are_named_not_repeated() -> None:
    made = data_of("dmm")
    joint = statement(made, "joint-use")
    assert element(joint["purposes"], "other-purpose")["text"] == "「2．個人情報の利用目的」と同一。"
    general = {row["element"] for row in statement(made, "uses.use")["purposes"]}
    assert {row["element"] for row in joint["purposes"]} == general
    assert made["jointUses"][0]["purposesOf"] == [{"clause": "uses", "scope": "same"}]
    assert "purposes" not in made["jointUses"][0]


def test_consequence_names_clause_and_marker() -> None:
    said = {tuple(s["practices"]): s["consequence"] for s in data_of("dmm")["p3p"]["statements"]}
    assert said["with-consent",].startswith("「3．個人情報の第三者への提供」（2）のとおり")
    assert said["profiling.use",].startswith("「2．個人情報の利用目的」（15）のとおり")


def test_recipients() -> None:
    made = data_of("dmm")
    ours = element(statement(made, "entrustment")["recipients"], "ours")
    assert ours["descriptions"] == ["第三者（委託先）", "外国にある第三者（委託先）"]
    same = element(statement(made, "joint-use")["recipients"], "same")
    assert same["descriptions"] == ["合同会社EXNOA（共同利用）", "株式会社デジタルコマース（共同利用）"]
    assert [row["element"] for row in statement(made, "advertisers")["recipients"]] == ["unrelated"]
    provided = statement(made, "with-consent")["recipients"]
    assert sorted(row["element"] for row in provided) == ["same", "unrelated"]
    assert "DMMのグループ会社" in provided[0]["descriptions"][0]
    assert provided[1]["descriptions"] == ["第三者（同意を得た第三者提供）", "外国にある第三者（同意を得た第三者提供）"]
    mihon = data_of("mihon")
    assert [row["element"] for row in statement(mihon, "p1")["recipients"]] == ["same"]
    assert element(statement(mihon, "ent2")["recipients"], "ours")["descriptions"] == ["配送業者（委託先）"]


def test_an_agent_is_no_agent_in_a_provision() -> None:
    made, _ = small(USES + '  third-party-provision prov "提供" { to: processor, delivery-company }\n')
    assert [row["element"] for row in statement(made, "prov")["recipients"]] == ["delivery", "unrelated"]


def test_entrustment_joins_the_use_it_is_within() -> None:
    made = data_of("mihon")
    assert statement(made, "ent")["practices"] == ["uses.use", "ent"]
    # With data of its own it is a statement of its own, within the purposes of the document.
    own = statement(made, "ent2")
    assert own["practices"] == ["ent2"]
    assert element(own["purposes"], "other-purpose")["text"] == "「4．利用目的」の範囲内。"
    alone, _ = small('  entrustment ent "委託" { to: processor }\n')
    assert statement(alone, "ent")["practices"] == ["ent"]


def test_consent_is_not_opt_in() -> None:
    for name in NAMES:
        assert "opt-in" not in {r.get("required") for s in data_of(name)["p3p"]["statements"] for r in s["purposes"]}
    row = next(row for row in data_of("dmm")["provisions"] if row["id"] == "with-consent")
    assert (row["consent"], row["consentByTerms"], row["foreign"]) == (True, True, True)
    other = next(row for row in data_of("dmm")["provisions"] if row["id"] == "advertisers")
    assert (other["consent"], other["consentByTerms"], other.get("foreign")) == (False, False, None)


def test_opt_out_needs_an_address() -> None:
    one = """  external-transmission ext "外部送信" {
    transmission t1 { sends: cookie; to: analytics-provider; for: access-analysis; opt-out: <https://stop.example/> }
  }
"""
    made, xml = small(one)
    # That address is of the one who receives the data; the page has it, and speaks for the whole policy.
    assert xml.get("opturi") == "https://mihon.example/privacy/"
    assert {r["required"] for r in made["p3p"]["statements"][0]["recipients"]} == {"opt-out"}
    # Two addresses: the page that has them both.
    assert data_of("mihon")["p3p"]["opturi"] == "https://mihon.example/privacy/"
    # Opting out of provision (APPI art. 27(2)) without an address is no choice that P3P could state.
    assert {r["required"] for r in statement(data_of("mihon"), "p2")["recipients"]} == {"always"}
    assert ("p2", "opt-out") in {(loss.node, loss.fact) for loss in emitted("mihon").losses}
    assert "opturi" not in data_of("dmm")["p3p"]


def test_opt_out_of_provision_at_the_page_for_requests() -> None:
    made, xml = small(
        """  third-party-provision prov "提供" { to: third-party; for: marketing; basis: opt-out }
  requests req "請求" { accepts: opt-out; procedure: [請求](https://mihon.example/stop/) }
"""
    )
    assert xml.get("opturi") == "https://mihon.example/stop/"
    assert element(statement(made, "prov")["purposes"], "other-purpose")["required"] == "opt-out"


def test_practice_without_data_or_purposes_invents_none() -> None:
    one = statement(data_of("dmm"), "with-consent")
    assert one["data"] == [
        {"ref": "#dynamic.miscdata", "categories": [{"element": "other-category", "text": "お客様の個人情報"}]}
    ]
    text = "「3．個人情報の第三者への提供」（2）に目的の記載はありません。"
    assert one["purposes"] == [{"element": "other-purpose", "required": "always", "text": text}]


def test_a_condition_is_no_statement_and_no_silence() -> None:
    body = (
        '  third-party-provision prov "提供" { basis: consent; except: law }\n'
        '  children kids "未成年者" { under: 16; consent: guardian }\n'
    )
    emission = emit_p3p(policy_of(HEAD + USES + body + "}\n"))
    made = json.loads(emission.files[JSON])
    assert [s["practices"] for s in made["p3p"]["statements"]] == [["uses.use"]]
    assert [row["id"] for row in made["provisions"] + made["collections"]] == ["prov", "kids"]
    lost = {(loss.node, loss.fact) for loss in emission.losses}
    assert {("prov", "principle"), ("prov", "basis"), ("prov", "exception")} <= lost
    assert {("kids", "principle"), ("kids", "under"), ("kids", "consent")} <= lost


@pytest.mark.parametrize(
    "body",
    [
        'children kids "未成年者" { under: 16 }',
        'children kids "未成年者" { under: 16; consent: none }',
        'sensitive-data kids "要配慮個人情報" { basis: consent; except: law }',
        'third-party-provision kids "提供" { not-third-parties: entrustment }',
    ],
)
def test_what_is_not_said_to_be_done_is_no_statement(body: str) -> None:
    """An age alone, a condition, and who is no third party announce nothing."""
    made, _ = small(USES + f"  {body}\n")
    assert [s["practices"] for s in made["p3p"]["statements"]] == [["uses.use"]]
    (row,) = [row for row in (*made["collections"], *made["provisions"]) if row["id"] == "kids"]
    assert row.get("modality") == ("only-if" if "basis: consent" in body else None)


def test_what_may_be_done_without_consent_is_a_statement() -> None:
    made, _ = small(USES + '  sensitive-data sens "要配慮個人情報" { except: law }\n')
    assert statement(made, "sens")["consequence"].endswith("個人情報を取得することがあります。")


@pytest.mark.parametrize("name", NAMES)
def test_a_recipient_has_the_elements_of_its_statements(name: str) -> None:
    made = data_of(name)
    texts = {row["id"]: row["text"] for row in made["recipients"]}
    for row in made["recipients"]:
        said = set()
        for one in made["p3p"]["statements"]:
            practices = [
                p for p in policies()[name].practices if p.id in one["practices"] and row["id"] in p.recipients
            ]
            if practices:
                said |= {
                    r["element"]
                    for r in one["recipients"]
                    if any(d.startswith(texts[row["id"]]) for d in r.get("descriptions", ()))
                }
        assert said == set(row["p3p"]), row


def test_one_miscdata_per_category() -> None:
    for name in NAMES:
        for one in data_of(name)["p3p"]["statements"]:
            refs = [(row["ref"], *(c["element"] for c in row.get("categories", ()))) for row in one["data"]]
            assert len(refs) == len(set(refs))
            assert all(len(ref) <= 2 for ref in refs if ref[0] == "#dynamic.miscdata")
            fixed = [ref for ref in refs if ref[0] not in ("#dynamic.miscdata", "#dynamic.cookies")]
            assert all(len(ref) == 1 for ref in fixed)


@pytest.mark.parametrize(
    ("criterion", "expected"),
    [
        ("利用目的の達成に必要な期間", "stated-purpose"),
        ("利用目的のために必要な期間", "stated-purpose"),
        ("個人情報の利用目的の達成に必要な期間内", "stated-purpose"),
        ("その利用目的を達成するために必要な最小限の期間", "stated-purpose"),
        ("利用目的を達成するまでの間", "stated-purpose"),
        ("利用目的を達成した後、無期限", "indefinitely"),
        ("利用目的の達成後も当社が必要と認める期間", "indefinitely"),
        ("利用目的の達成に必要な期間が経過した後も、永久に保存", "indefinitely"),
        ("利用目的の達成に必要な期間及びその後10年間", "indefinitely"),
        ("利用目的の達成に必要と認める期間", "indefinitely"),
        ("法令の目的により必要な期間", "indefinitely"),
        ("退会するまで", "indefinitely"),
        ("必要な期間", "indefinitely"),
    ],
)
def test_retention_by_a_criterion(criterion: str, expected: str) -> None:
    emission = emit_p3p(policy_of(f'{HEAD}{USES}  retention keep "保存期間" {{ period: "{criterion}" }}\n}}\n'))
    made, losses = json.loads(emission.files[JSON]), emission.losses
    assert [s["retention"] for s in made["p3p"]["statements"]] == [expected]
    assert made["retentions"][0]["p3p"] == expected
    assert [loss.node for loss in losses if loss.note.startswith((expected, "no period"))] == ["keep.retention"]


@pytest.mark.parametrize(
    ("fields", "expected"),
    [
        ('period: "退会の手続が終わるまで"; after: erase', "business-practices"),
        ('period: "退会の手続が終わるまで"', "indefinitely"),
        ('period: "退会の手続が終わるまで"; after: "退会の後は、匿名化します。"', "indefinitely"),
        ('period: "無期限"; after: erase', "indefinitely"),
        ('period: "永久に保存"; after: erase', "indefinitely"),
        ('period: "期間の定めなし"; after: erase', "indefinitely"),
        ('period: "保存期間は定めません"; after: erase', "indefinitely"),
        ('period: "法令に定める期間"; after: erase', "business-practices"),
        ('period: "利用目的を達成するまで"; after: erase', "stated-purpose"),
    ],
)
def test_a_criterion_after_which_data_are_erased_is_a_timetable(fields: str, expected: str) -> None:
    made, _ = small(USES + f'  retention keep "保存期間" {{ {fields} }}\n')
    assert [s["retention"] for s in made["p3p"]["statements"]] == [expected]
    assert made["retentions"][0]["p3p"] == expected


def test_retention() -> None:
    assert {s["retention"] for s in data_of("dmm")["p3p"]["statements"]} == {"indefinitely"}
    # A name is kept five years; what has a criterion but no period is kept indefinitely.
    found = {
        s["retention"]: [row["ref"] for row in s["data"]]
        for s in data_of("mihon")["p3p"]["statements"]
        if s["practices"] == ["got"]
    }
    assert found == {
        "business-practices": ["#user.name"],
        "indefinitely": ["#user.home-info.online.email", "#dynamic.miscdata", "#dynamic.miscdata"],
    }
    made, _ = small(USES + '  retention keep "保存期間" { period: 3 years }\n')
    assert [s["retention"] for s in made["p3p"]["statements"]] == ["business-practices"]


def test_a_group_is_kept_as_its_parts_are() -> None:
    group = 'data pay "支払いの情報" { of: credit-card, bank-account }\n'
    body = '  collection got "取得" { items: pay, name }\n  retention keep "保存期間" { data: DATA; period: 3 years }\n'
    for named in ("pay", "credit-card, bank-account"):
        made = json.loads(emit_p3p(policy_of(group + HEAD + body.replace("DATA", named) + "}\n")).files[JSON])
        found = {s["retention"]: s["data"][0]["ref"] for s in made["p3p"]["statements"]}
        assert found == {"business-practices": "#dynamic.miscdata", "indefinitely": "#user.name"}, named
    made = json.loads(emit_p3p(policy_of(group + HEAD + body.replace("DATA", "credit-card") + "}\n")).files[JSON])
    assert {s["retention"] for s in made["p3p"]["statements"]} == {"indefinitely"}


def test_access() -> None:
    assert data_of("dmm")["p3p"]["access"] == {"value": "contact-and-other", "stated": True}
    assert data_of("silent")["p3p"]["access"] == {"value": "none", "stated": True}
    made, xml = small(USES)
    assert made["p3p"]["access"] == {"value": "none", "stated": False}
    marked = xml.find(f"{P3P}ACCESS/{P3P}EXTENSION/{APPI}access")
    assert marked is not None and marked.get("stated") == "no"


def test_entity() -> None:
    said = {row["ref"].removeprefix("#business."): row["text"] for row in data_of("dmm")["p3p"]["entity"]}
    assert said["name"] == "合同会社DMM.com"
    assert said["contact-info.postal.stateprov"] == "東京都"
    assert said["contact-info.postal.city"] == "港区"
    assert said["contact-info.postal.country"] == "日本"
    assert (said["contact-info.postal.name.family"], said["contact-info.postal.name.given"]) == ("亀山", "敬司")
    assert said["contact-info.online.uri"] == "https://terms.dmm.co.jp/privacy/"
    said = {row["ref"].removeprefix("#business."): row["text"] for row in data_of("mihon")["p3p"]["entity"]}
    assert said["contact-info.postal.street"] == "東京都千代田区見本町1丁目2番3号"
    assert said["contact-info.postal.name.family"] == "見本花子"
    assert "contact-info.postal.name.given" not in said and "contact-info.postal.city" not in said
    assert said["contact-info.telecom.telephone.number"] == "03-0000-0000"
    assert said["contact-info.online.email"] == "privacy@mihon.example"
    assert said["contact-info.online.uri"] == "https://mihon.example/"


@pytest.mark.parametrize(
    ("representative", "family", "given"),
    [
        ('"代表取締役", "見本　花子"', "見本", "花子"),
        ('"代表取締役", "服部　花子"', "服部", "花子"),
        # The title is not given apart: the first word may be one.
        ('"代表取締役社長 見本花子"', "代表取締役社長 見本花子", None),
        ('"見本　花子"', "見本　花子", None),
        ('"代表社員", "株式会社　れいじ"', "株式会社　れいじ", None),
        ('"代表社員", "れいじ　合同会社"', "れいじ　合同会社", None),
        ('"代表", "営業部　見本花子"', "営業部　見本花子", None),
        ('"代表", "店長　見本花子"', "店長　見本花子", None),
        # The order of a foreign name is not known.
        ('"代表取締役", "ミホン　ハナコ"', "ミホン　ハナコ", None),
        ('"代表取締役", "Hanako Mihon"', "Hanako Mihon", None),
    ],
)
def test_the_name_of_a_representative(representative: str, family: str, given: str | None) -> None:
    head = HEAD.replace('"代表取締役", "見本　花子"', representative)
    source = head + USES + '  operator-identity { of: mihon; text: "{of.representative}" }\n}\n'
    entity = json.loads(emit_p3p(policy_of(source)).files[JSON])["p3p"]["entity"]
    said = {row["ref"].rpartition(".name.")[2]: row["text"] for row in entity}
    assert (said["family"], said.get("given")) == (family, given)


@pytest.mark.parametrize("country", ["on-request", "none"])
def test_a_country_that_is_not_said_is_not_abroad(country: str) -> None:
    made, _ = (
        small(f"""  entrustment e "委託" {{ to: "委託先"; country: {country}; text: "{{to}}に委託します。{{country|ありません}}。" }}
  third-party-provision p "提供" {{ to: "会社"; country: {country}; text: "{{to}}に提供します。{{country|ありません}}。" }}
""")
    )
    assert "foreign" not in made["entrustments"][0] and "foreign" not in made["provisions"][0]


def test_the_desk_of_an_accredited_organization_is_independent() -> None:
    desks = 'desk own "窓口" { phone: "1" }\ndesk body "見本協会" { form: <https://body.example/form/>; phone: "9" }\n'
    text = 'text: "{desk}（{own.phone}）と{accredited}（{body.form}、{body.phone}）です。"'
    clause = f"  contact con {{ desk: own; for: complaints; accredited: body; {text} }}\n}}\n"
    emission = emit_p3p(policy_of(desks + HEAD + USES + clause))
    own, body = json.loads(emission.files[JSON])["p3p"]["disputes"]
    assert (own["of"], own["resolutionType"]) == ("own", "service")
    assert (body["of"], body["resolutionType"], body["service"]) == (
        "body",
        "independent",
        "https://body.example/form/",
    )
    assert 'resolution-type="independent" service="https://body.example/form/"' in emission.files[XML]


def test_data_of_several_kinds_are_all_of_them() -> None:
    source = 'data card "決済の情報" { is: order-information, credit-card, cookie }\n' + HEAD + USES
    emission = emit_p3p(policy_of(source + "  collection c { items: card }\n}\n"))
    made = json.loads(emission.files[JSON])
    validator().validate(made)
    (row,) = made["data"]
    assert (row["concept"]["id"], [one["id"] for one in row["also"]]) == (
        "order-information",
        ["credit-card", "cookie"],
    )
    found = {c["element"] for s in made["p3p"]["statements"] for d in s["data"] for c in d.get("categories", ())}
    assert {"purchase", "financial"} <= found
    (item,) = root(emission.files[XML]).iter(APPI + "data-item")
    assert [one.get("id") for one in item.iter(APPI + "concept")] == ["order-information", "credit-card", "cookie"]
    assert "card" in {loss.node for loss in emission.losses}


def test_a_postal_code_that_the_text_gives() -> None:
    source = HEAD.replace('called: "当社"', 'called: "当社"; postal-code: "100-0000"')
    for text, told in (("所在地は〒{mihon.postal-code}です。", ["100-0000"]), ("所在地です。", [])):
        made = json.loads(emit_p3p(policy_of(f'{source}{USES}article "所在" {{ text: "{text}" }}\n}}\n')).files[JSON])
        rows = made["p3p"]["entity"]
        assert [row["text"] for row in rows if row["ref"] == "#business.contact-info.postal.postalcode"] == told


def test_disputes() -> None:
    assert [row["service"] for row in data_of("dmm")["p3p"]["disputes"]] == ["https://terms.dmm.com/privacy_request/"]
    rows = data_of("mihon")["p3p"]["disputes"]
    assert [row["service"] for row in rows] == ["mailto:desk@mihon.example", "https://mihon.example/form/"]
    assert "03-1111-1111" in rows[0]["longDescription"]
    made, _ = small(USES + f'  requests req "請求" {{ accepts: disclosure; procedure: "{"あ" * 300}" }}\n')
    row = made["p3p"]["disputes"][0]
    assert len(row["shortDescription"]) == 255 and row["longDescription"] == "あ" * 300
    assert row["service"] == "https://mihon.example/privacy/"


def test_the_address_of_a_desk_has_its_postal_code_where_the_page_has_it() -> None:
    desk = 'desk own "窓口" { address: "大阪府大阪市北区1番"; postal-code: "530-0001" }\n'
    said = {
        "": "住所：〒530-0001　大阪府大阪市北区1番",
        ' text: "窓口は、{desk}（{own.address}）です。"': "住所：大阪府大阪市北区1番",
    }
    for text, wanted in said.items():
        clause = f"  contact con {{ desk: own; for: complaints;{text} }}\n}}\n"
        (row,) = json.loads(emit_p3p(policy_of(desk + HEAD + USES + clause)).files[JSON])["p3p"]["disputes"]
        assert row["longDescription"] == wanted


def test_silences_are_explicit() -> None:
    stances = {row["topic"]: row["stance"] for row in data_of("silent")["silences"]}
    assert stances == {"joint-use": "none", "requests": "none", "security-measures": "on-request"}


def test_no_files_without_practices() -> None:
    emission = emit_p3p(policy_of(HEAD + '  article a "総則" { text: "定めます。" }\n}\n'))
    assert emission.files == {}
    assert [(loss.node, loss.fact, loss.fit) for loss in emission.losses] == [("notice", "document", "none")]
    assert "promise" in emission.losses[0].note


# ---- names, addresses, characters ----


@pytest.mark.parametrize(
    ("id_", "name"),
    [
        ("dmm-privacy", "dmm-privacy"),
        ("個人情報の取扱い", "個人情報の取扱い"),
        ("プライバシー", "プライバシー"),
        ("9a", "_9a"),
        ("-a", "_-a"),
        ("ｱ", "_uFF71_"),
        ("髙﨑", "髙_uFA11_"),
        ("a:b", "a_u3A_b"),
        ("", "_"),
    ],
)
def test_names_are_xml_ids(id_: str, name: str) -> None:
    assert xml_name(id_) == name


@pytest.mark.parametrize("id_", ["プライバシーポリシー", "髙﨑_通知ー", "ａ通知"])
def test_japanese_document_id(id_: str, check: Callable[[str, str], str]) -> None:
    xml = emit_p3p(policies()["dmm"]._replace(id=id_)).files[XML]
    check("p3p_valid.py", xml)


@pytest.mark.parametrize(
    ("url", "full"),
    [
        ("https://x.example/a?b=%20c#d", "https://x.example/a?b=%20c#d"),
        ("https://x.example/日本?[a]=50%", "https://x.example/日本?%5Ba%5D=50%25"),
        ("https://[::1]/a#b#c", "https://[::1]/a#b%23c"),
        ("/form", "https://mihon.example/form"),
        ("#part", "https://mihon.example/privacy/#part"),
        ("mailto:a b@x.example", "mailto:a%20b@x.example"),
    ],
)
def test_addresses(url: str, full: str, check: Callable[[str, str], str]) -> None:
    assert address(url, "https://mihon.example/privacy/") == full
    check("p3p_valid.py", reference_file([("a", full, ())]) if "#" not in full else reference_file([]))
    check("p3p_valid.py", emit_p3p(policies()["dmm"]._replace(url=full)).files[XML])


def test_characters_that_xml_forbids() -> None:
    policy = policies()["dmm"]
    party = policy.parties[0]._replace(name="合同\x01会社\ufffe", short="当\x0b社")
    policy = policy._replace(parties=(party, *policy.parties[1:]), title="a\r\nb\rc\ud800")
    for strict in (False, True):
        emission = emit_p3p(policy, strict=strict)
        ET.fromstring(emission.files[XML].encode("utf-8"))
        made = json.loads(emission.files[JSON].encode("utf-8"))
        assert made["operator"]["name"] == made["p3p"]["entity"][0]["text"] == "合同\ufffd会社\ufffd"
        assert made["operator"]["short"] == "当\ufffd社"
        assert made["document"]["title"] == "a\nb\nc\ufffd"


def test_markup_in_texts_is_text() -> None:
    name = '株式会社</DATA><x a="1">&amp;\''
    policy = policies()["dmm"]
    policy = policy._replace(parties=(policy.parties[0]._replace(name=name), *policy.parties[1:]))
    found = root(emit_p3p(policy).files[XML]).find(f"{P3P}ENTITY//{P3P}DATA")
    assert found is not None and found.text == name


@pytest.mark.parametrize("table", ["people", "data", "purposes", "recipients", "terms", "places"])
def test_markup_in_facts_is_text(table: str) -> None:
    """One such text among many of its table, and those around it."""
    policy = policies()["dmm"]
    field = {"terms": "name", "places": "heading"}.get(table, "text")
    odd = '第<1>項&"二"\\\t'
    rows = list(getattr(policy, table))
    rows[1] = rows[1]._replace(**{field: odd})
    files = emit_p3p(policy._replace(**{table: tuple(rows)})).files
    assert odd in {one.text or one.get(field) for one in root(files[XML]).iter() if one.tag.startswith(APPI)} | {
        one.get(field) for one in root(files[XML]).iter()
    }
    member = {"people": "subjects"}.get(table, table)
    assert [row[field] for row in json.loads(files[JSON])[member]] == [getattr(row, field) for row in rows]


# ---- the form of the files ----


@pytest.mark.parametrize("name", NAMES)
def test_form(name: str) -> None:
    files = emitted(name).files
    assert list(files) == [JSON, XML]
    for text in files.values():
        assert text.endswith("\n") and not text.endswith("\n\n") and "\r" not in text
    assert files[XML].startswith(
        '<?xml version="1.0" encoding="UTF-8"?>\n<POLICIES xmlns="http://www.w3.org/2002/01/P3Pv1"'
    )
    assert json.loads(files[JSON])["$schema"] == SCHEMA


def test_same_bytes_every_time_and_no_heavy_import() -> None:
    program = """
import hashlib, sys
sys.path.insert(0, "tests")
from conftest import check_files, dmm_files
from policyc.emit.p3p import emit_p3p
before = set(sys.modules)
files = emit_p3p(check_files(dmm_files()).documents[0].policy).files
heavy = {"pydantic", "jsonschema", "lxml", "urllib.parse", "dataclasses"} & (set(sys.modules) - before)
print(hashlib.sha256("".join(files.values()).encode()).hexdigest(), heavy or "light")
"""
    ours = "".join(emitted("dmm").files.values())
    for seed in ("1", "2"):
        env = {"PYTHONHASHSEED": seed, "PYTHONPATH": str(ROOT / "src"), "PATH": ""}
        done = subprocess.run(
            [sys.executable, "-B", "-c", program], cwd=ROOT, env=env, capture_output=True, text=True, check=True
        )
        assert done.stdout.split() == [hashlib.sha256(ours.encode()).hexdigest(), "light"]


def _many(count: int) -> str:
    def lines() -> Iterator[str]:
        yield HEAD
        yield '  purposes uses "利用目的" {\n'
        for n in range(count):
            yield f'    purpose p{n} "目的その{n}のため" {{ open: yes; data: name }}\n'
            yield f'    purpose q{n} "目的ほか{n}のため" {{ open: yes }}\n'
        yield "  }\n"
        for n in range(count):
            yield f'  joint-use j{n} "共同利用{n}" {{ items: name; users: mihon; purposes: same as uses }}\n'
            yield f'  entrustment e{n} "委託{n}" {{ to: processor; scope: within uses }}\n'
            yield f'  collection c{n} "取得{n}" {{ items: email }}\n'
        yield "}\n"

    return "".join(lines())


def test_output_is_linear_in_the_policy() -> None:
    sizes = []
    for count in (20, 40, 80):
        files = emit_p3p(policy_of(_many(count))).files
        sizes.append([len(text) for text in files.values()])
    for n in (0, 1):
        # Growth of the second step is twice that of the first, not four times.
        assert sizes[2][n] - sizes[1][n] < 2.2 * (sizes[1][n] - sizes[0][n])


def test_the_models_know_the_words_that_the_vocabulary_may_use() -> None:
    """The models need their words as literals; `vocab/p3p_base.py`, which is held against the XSD, has them as tables."""
    from typing import get_args

    from policyc.emit.p3p import model_p3p
    from policyc.vocab import p3p_base

    assert get_args(model_p3p.PurposeElement) == p3p_base.PURPOSES
    assert get_args(model_p3p.RecipientElement) == p3p_base.RECIPIENTS
    assert get_args(model_p3p.Category) == p3p_base.DATA_CATEGORIES
    assert get_args(model_p3p.Required) == p3p_base.REQUIRED


_WHERE = """\
organization jp "株式会社ひのもと" { country: JP }
organization us "Us Inc." { country: US }
organization un "株式会社どこか" { }
group jg "日本グループ" { members: jp }
group mg "混成グループ" { members: jp, us }
group ug "不明グループ" { members: jp, un }
group eg "空グループ" { }
recipient rj "国内の事業者" { country: JP }
recipient rjs "二国の事業者" { country: JP, SG }
recipient ra "外国の事業者" { abroad: yes }
recipient rn "その他の事業者" { }
"""
_WHERE_SAID = "{jp.full}{jp.country}{us.full}{us.country}{un.full}{jg.members}{mg.members}{ug.members}{eg}{rj.country}{rjs.country}{ra.abroad}"


@pytest.mark.parametrize(
    ("fields", "foreign"),
    [
        ("to: jp", False), ("to: us", True), ("to: un", None), ("to: jp, un", None), ("to: jp, us", True), ("to: un, us", True),
        ("to: jg", False), ("to: mg", True), ("to: ug", None), ("to: eg", None), ("to: jp, eg", None), ("to: us, eg", True),
        ("to: rj", False), ("to: rjs", True), ("to: ra", True), ("to: rn", None), ("to: rj, jp, jg", False), ("to: jp, rn", None),
        # A country without anybody who is there says where data go only where it is another one.
        ("country: JP", None), ("country: US", True), ("country: JP, US", True),
        ("to: jp; country: JP", False), ("to: jp; country: US", True), ("to: un; country: JP", None), ("to: rn; country: JP", None),
        ("to: jp; country: none", None), ("to: jp; country: on-request", None), ("to: us; country: none", True),
        ("extent: all-or-part", None),
    ],
)  # fmt: skip
def test_whether_receivers_are_abroad(fields: str, foreign: bool | None) -> None:
    """`false` is a promise: it is only written where every receiver is said to be in Japan."""
    says = "委託" + "".join(f"{{{word}|{word}}}" for word in ("to", "country", "extent") if f"{word}:" in fields)
    body = f'article "前文" {{ text: "{_WHERE_SAID}" }}\nentrustment e "委託" {{ {fields}; text: "{says}" }}\n}}\n'
    made = json.loads(emit_p3p(policy_of(_WHERE + HEAD + body)).files[JSON])
    assert made["entrustments"][0].get("foreign") is foreign
    xml = emit_p3p(policy_of(_WHERE + HEAD + body)).files[XML]
    assert re.findall(r' foreign="(yes|no)"', xml) == ([] if foreign is None else [("no", "yes")[foreign]])
