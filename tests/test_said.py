"""What is declared of an entity reaches a machine file only where the page of that document says it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from conftest import build_files, check_text, codes, machine_files, replaced
from policyc import pipeline
from policyc.facts import urn

FIRM = """\
organization mihon "株式会社みほん" {
  called: "当社"; postal-code: "100-0000"; address: "東京都", "千代田区", "見本町1丁目2番3号"; country: JP
  representative: "代表取締役", "見本　花子"; phone: "03-0000-0000"; email: "a@mihon.example"; site: <https://mihon.example/>
}
organization partner "Example Inc." { country: US; address: "1 Example Street" }
group firms "みほんグループ" { members: mihon, partner }
site list [一覧](https://mihon.example/list)
recipient vendor "開発会社" { is: processor; abroad: yes; country: SG; listed-at: list }
desk window "相談窓口" { phone: "03-1111-1111"; hours: "平日" }
statute appi "個人情報の保護に関する法律" { number: "平成15年法律第57号" }
document notice "個人情報の取扱い" {
  kind: privacy-notice; url: <https://mihon.example/privacy/>; operator: mihon
  part all "全般" { published-under: appi; text: "{published-under}による。" }
  purposes uses { purpose serve "サービスの提供のため" { is: service-provision } }
"""


def built(text: str, head: str = FIRM) -> dict[str, Any]:
    return machine_files(f"{head}{text}}}\n")


def test_what_no_sentence_says_is_in_no_machine_file() -> None:
    made = built(
        '  entrustment { to: vendor, partner; text: "{mihon}は{to}に委託します。" }\n'
        '  contact { desk: window; text: "{desk.full}" }\n'
        '  third-party-provision { to: firms; text: "{to}に提供します。" }\n'
    )
    assert set(made["operator"]) == {"id", "name", "short", "origin"}
    assert set(made["parties"][0]) == {"id", "name", "origin"}
    vendor = made["recipients"][0]
    assert not {"countries", "page", "abroad"} & set(vendor)
    assert "members" not in made["groups"][0] and "phone" not in made["contacts"][0]
    # Which statute is meant is no more than its name says.
    assert made["frames"][0]["number"] == "平成15年法律第57号"
    said = json.dumps(made["nodes"], ensure_ascii=False)
    for word in ("Example Street", "loc:", "03-", "見本町", "花子", "平日", "/list"):
        assert word not in said, word
    assert not any(d.endswith("CrossBorderTransfer") for d in made["nodes"]["entrustment"]["processing"])


def test_what_a_sentence_says_is_in_the_machine_files() -> None:
    made = built(
        '  operator-identity { of: mihon; text: "{of.full}（{of.address|千代田区の本店}、{of.phone}）{appi.number}" }\n'
        '  entrustment { to: vendor; text: "{mihon}は{vendor.country}の{vendor}（{list}）に委託します。" }\n'
        '  contact { desk: window; text: "{desk.full} {desk.hours}" }\n'
        '  third-party-provision { to: firms; text: "{to}（{firms.members}）に提供します。" }\n'
    )
    operator = made["operator"]
    assert operator["address"] == ["東京都", "千代田区", "見本町1丁目2番3号"] and operator["phone"] == "03-0000-0000"
    # A printed address that names no country is one in Japan.
    assert operator["country"] == "JP" and made["nodes"]["mihon"]["location"] == ["loc:JP"]
    assert "email" not in operator and "representativeName" not in operator
    vendor = made["recipients"][0]
    assert (vendor["countries"], vendor["abroad"], vendor["page"]) == (["SG"], True, "https://mihon.example/list")
    assert made["contacts"][0]["hours"] == "平日" and "phone" not in made["contacts"][0]
    assert made["groups"][0]["members"] == ["mihon", "partner"]
    assert made["frames"][0]["number"] == "平成15年法律第57号"


@pytest.mark.parametrize(
    ("declared", "countries", "abroad"),
    [
        ('"米国の会社" { country: US, SG }', ["US"], True),
        ('"開発会社" { country: US }', None, None),
        ('"海外の会社" { abroad: yes }', None, True),
        ('"開発会社" { abroad: yes }', None, None),
        ('"米国の会社" { abroad: no; country: US }', ["US"], True),
    ],
)
def test_a_name_may_say_the_country(declared: str, countries: list[str] | None, abroad: bool | None) -> None:
    source = (
        FIRM.replace("desk window", f"recipient other {declared}\ndesk window") + "  entrustment { to: other }\n}\n"
    )
    row = json.loads(build_files({"x.policy": source}).files["policy.p3p.json"])["recipients"][0]
    assert (row.get("countries"), row.get("abroad")) == (countries, abroad)


def test_a_name_that_the_page_does_not_say_is_marked() -> None:
    silent = replaced(FIRM, "purposes uses {", 'purposes uses { text: "次の目的で利用します。";')
    made = built('  entrustment { to: vendor; text: "{to}に委託します。" }\n', silent)
    assert made["operator"]["unsaid"] == ["name"]
    assert [row["ref"] for row in made["p3p"]["entity"]] == ["#business.name", "#business.contact-info.online.uri"]
    assert {(loss.target, loss.node) for loss in made["losses"] if loss.note.startswith("not from the page")} == {
        ("jsonld", "mihon"),
        ("p3p", "mihon"),
    }


def test_each_document_says_its_own_share_of_an_entity() -> None:
    second = FIRM[FIRM.index("document") :].replace("document notice", "document other")
    source = (
        f'{FIRM}  contact {{ desk: window; text: "{{desk.full}}" }}\n}}\n{second}  contact {{ desk: window }}\n}}\n'
    )
    one, two = pipeline.emit(check_text(source), ("p3p",))
    assert "hours" not in json.loads(one.files["policy.p3p.json"])["contacts"][0]
    assert json.loads(two.files["policy.p3p.json"])["contacts"][0]["hours"] == "平日"


def test_what_is_declared_and_said_nowhere_is_noted() -> None:
    checked = check_text(FIRM + "}\n")
    noted = {d.params["ref"] for d in checked.diagnostics if d.code == "text/part-not-said"}
    # Only of what the document names at all: the standard wording names the operator.
    assert "mihon.phone" in noted and "mihon.country" in noted and not any(str(n).startswith("vendor") for n in noted)
    assert "text/part-not-said" in codes(checked, "note")


@pytest.mark.parametrize("measures", ["access-control, external-environment, encryption", "access-control, encryption"])
def test_countries_belong_to_the_external_environment(measures: str) -> None:
    made = built(f"  security-measures safe {{ measures: {measures}; country: US, SG }}\n")
    found = {row["concepts"][0]["id"]: row.get("countries") for row in made["safeguards"]}
    assert found == {"access-control": None, "external-environment": ["US", "SG"], "encryption": None}
    node = made["nodes"][next(row["id"] for row in made["safeguards"] if row.get("countries"))]
    assert node["country"] == ["loc:US", "loc:SG"]


def test_an_exception_to_none_is_declared_said_and_carried() -> None:
    made = built(
        "  third-party-provision prov { declared: none; except: law }\n"
        "  children kids { under: 13; declared: none }\n"
        "  sensitive-data sens { declared: none }\n"
    )
    rows = {row["id"]: row for row in made["silences"]}
    assert [ground["concept"]["id"] for ground in rows["prov"]["exceptions"]] == ["law"]
    assert rows["kids"]["details"] == [{"name": "under", "value": "13"}]
    assert made["nodes"]["kids"]["under"] == 13
    assert made["nodes"]["prov"]["exception"] and "rules" not in made["nodes"][""]
    lost = {(loss.target, loss.node, loss.fact) for loss in made["losses"]}
    assert {("p3p", "prov", "exception"), ("p3p", "kids", "under")} <= lost
    # The standard wording makes no exception that the machine files do not have.
    text = build_files({"x.policy": FIRM + "  sensitive-data sens { declared: none }\n}\n"}).files["policy.ja.txt"]
    assert "要配慮個人情報を取得しません。" in text and "法令に基づく場合" not in text
    text = build_files({"x.policy": FIRM + "  sensitive-data { declared: none; except: law }\n}\n"}).files[
        "policy.ja.txt"
    ]
    assert "法令に基づく場合を除き、要配慮個人情報を取得しません。" in text


def test_an_exception_beside_on_request_is_none() -> None:
    assert "model/declared-beside-facts" in codes(
        check_text(FIRM + "  sensitive-data { declared: on-request; except: law }\n}\n")
    )


BARE = """\
document notice-1 "個人情報の取扱い" {
  kind: privacy-notice
  purposes uses "利用目的" { text: "次の目的で利用します。"; purpose serve "サービスの提供のため" { is: service-provision } }
}
"""


def test_a_document_may_have_neither_address_nor_operator() -> None:
    checked = check_text(BARE)
    assert codes(checked, "error") == [] and codes(checked, "note")[:2] == ["model/no-address", "model/no-operator"]
    output = build_files({"x.policy": BARE})
    assert sorted(output.files) == ["policy.ja.html", "policy.ja.md", "policy.ja.txt", "policy.jsonld"]
    graph = json.loads(output.files["policy.jsonld"])["@graph"]
    assert graph[0]["id"] == "urn:policyc:notice-1" and "urn:policyc:notice-1#serve" in {node["id"] for node in graph}
    assert not any({"publisher", "controller"} & set(node) for node in graph)
    assert "canonical" not in output.files["policy.ja.html"] and 'id="uses"' in output.files["policy.ja.html"]
    lost = {(loss.target, loss.fact) for loss in output.losses if loss.node == "notice-1"}
    assert {("jsonld", "address"), ("jsonld", "publisher"), ("p3p", "document")} <= lost
    assert any("names no operator" in loss.note for loss in output.losses)


def test_p3p_without_an_address_needs_a_contact_on_the_page() -> None:
    operator = 'organization mihon "株式会社みほん" { phone: "03-0000-0000" }\n'
    source = operator + BARE.replace("notice\n", "notice; operator: mihon\n")
    output = build_files({"x.policy": source})
    assert "policy.p3p.json" not in output.files
    assert any("the ENTITY of P3P demands one" in loss.note for loss in output.losses)
    output = build_files({"x.policy": source.replace("次の目的", "{mihon}（{mihon.phone}）は、次の目的")})
    p3p = json.loads(output.files["policy.p3p.json"])
    assert p3p["p3p"]["discuri"] == "urn:policyc:notice-1" and "url" not in p3p["document"]
    assert [row["ref"] for row in p3p["p3p"]["entity"]] == [
        "#business.name",
        "#business.contact-info.telecom.telephone.number",
    ]


def test_a_urn_of_a_japanese_name_is_a_urn() -> None:
    assert urn("方針_1") == "urn:policyc:%E6%96%B9%E9%87%9D_1"
