"""Whatever a page states is in its machine files, in shapes of clauses that few policies have."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

from conftest import HEAD, ROOT, check_text, codes, machine_files

SCHEMA = json.loads((ROOT / "schemas" / "p3p-policy-1.schema.json").read_text(encoding="utf-8"))
PURPOSE = '  purposes uses { purpose serve "サービスの提供のため" { is: service-provision } }\n'


def built(text: str) -> dict[str, Any]:
    """What `machine_files` has of a notice, its P3P held against the schema."""
    return built_of(f"{HEAD}{text}\n")


def built_of(source: str) -> dict[str, Any]:
    """The same of a source whose notice is still open."""
    made = machine_files(f"{source}}}\n")
    jsonschema.Draft202012Validator(SCHEMA).validate(json.loads(made["files"]["policy.p3p.json"]))
    return made


def details(row: dict[str, Any]) -> dict[str, str]:
    return {one["name"]: one["value"] for one in row["details"]}


def test_a_measure_in_words_of_ones_own() -> None:
    made = built(
        PURPOSE
        + '  security-measures { measure a { is: "入退室の管理" }\n measure b { is: access-control, "独自の監視装置" } }'
    )
    assert [row["text"] for row in made["safeguards"]] == ["入退室の管理", "アクセス制御、独自の監視装置"]
    assert made["nodes"]["a"]["title"] == {"ja": "入退室の管理"}


def test_words_that_classify_nothing_have_to_be_said() -> None:
    source = f'{HEAD}{PURPOSE}  security-measures {{ measure a "外部監査" {{ is: access-control, "年次監査" }} }}\n}}\n'
    (found,) = [d for d in check_text(source).diagnostics if d.code == "text/fact-not-stated"]
    assert found.span.text == '"年次監査"'
    assert "text/fact-not-stated" not in codes(check_text(source.replace(', "年次監査"', "")))


def test_a_measure_that_only_names_a_country() -> None:
    made = built(PURPOSE + "  security-measures { measure a { country: IT } }")
    (row,) = made["safeguards"]
    assert (row["concepts"][0]["id"], row["countries"]) == ("external-environment", ["IT"])


def test_a_measure_of_two_clauses_has_the_countries_of_both() -> None:
    made = built(
        PURPOSE
        + '  security-measures a "一" { measures: external-environment }\n'
        + '  security-measures b "二" { measures: external-environment; country: US, SG }'
    )
    assert [(row["clause"], row.get("countries")) for row in made["safeguards"]] == [("a", None), ("b", ["US", "SG"])]


def test_bounds_of_use_without_a_list_of_purposes() -> None:
    made = built("  purposes uses { new-purposes: published; except: law }\n  collection { items: name }")
    row, beyond = made["uses"]
    assert details(row) == {"new-purposes": "published"} and "exceptions" not in row
    # Not done but in these cases: no announcement of a use, nor of one beyond the purposes.
    assert (beyond["id"], beyond["action"], beyond["modality"]) == ("uses.beyond", "use-beyond-purposes", "only-if")
    assert [one["concept"]["id"] for one in beyond["exceptions"]] == ["law"]
    (statement,) = made["p3p"]["statements"]
    assert statement["practices"] == ["collection"]


def test_bounds_of_use_that_a_purpose_carries() -> None:
    made = built('  purposes uses { new-purposes: published; purpose a "{data}による発送のため" { data: name } }')
    assert [row["id"] for row in made["uses"]] == ["a.use"]


def test_what_is_confirmed_of_information_that_is_received() -> None:
    body = 'related-information rel { from: "広告会社"; data: cookie; confirmed: "書面で確認する方法"; foreign-information: confirmed }'
    (row,) = built(f"{PURPOSE}  {body}")["collections"]
    assert details(row)["confirmed"] == "書面で確認する方法" and details(row)["foreign-information"] == "confirmed"


def test_the_service_of_a_transmission_that_is_told_elsewhere() -> None:
    body = "external-transmission { service: web-search; delegates d [こちら](https://mihon.example/cookies/) }"
    made = built(f"{PURPOSE}  {body}")
    (row,) = made["delegations"]
    assert details(row) == {"service": "web-search"} and made["transmissions"] == []
    assert made["nodes"]["d"]["service"] == ["policyc:ServiceWebSearch"]


def test_from_when_a_period_runs_that_is_not_told() -> None:
    body = 'retention { kept k { data: name; from: "契約の終了日"; period: on-request%s } }'
    (row,) = built(f"{PURPOSE}  {body % ''}")["retentions"]
    assert details(row) == {"from": "契約の終了日"}
    said = '; text: "契約の終了日から起算する期間は、{period|お問い合わせください}。{data}、{from|同日から}"'
    (row,) = built(f"{PURPOSE}  {body % said}")["retentions"]
    assert details(row) == {"from": "契約の終了日"}


@pytest.mark.parametrize("text", ['"　"', '"""\n| |\n"""'])
def test_a_label_with_nothing_under_it(text: str) -> None:
    made = built(
        f'{PURPOSE}  disclosures {{ disclosure a "一" {{ text: {text} }}\n disclosure b "二" {{ text: "あり" }} }}'
    )
    assert [row["id"] for row in made["disclosures"]] == ["b"]


def test_what_is_blank_has_no_place() -> None:
    """A table of nothing but its rule, and a paragraph of white space: no fragment leads there."""
    made = built(f'{PURPOSE}  article a "一" {{ text: "　" }}\n  article b "二" {{ text: """\n| --- | --- |\n""" }}')
    assert "sentence" not in made["nodes"]["a"] and "sentence" not in made["nodes"]["b"]
    assert "<table id=" not in made["files"]["policy.ja.html"]


SENT = """  external-transmission g "外部送信" {
    text: "{ga.to}に、{ga.sends}を送信します（{ga.for}）。"
    transmission ga { to: "例示解析株式会社"; sends: cookie; for: access-analysis; text: "" }
    transmission gb { to: "例示広告株式会社"; sends: ip-address; for: access-analysis }
  }"""


def test_an_item_that_is_not_printed_has_no_number() -> None:
    made = built(PURPOSE + SENT)
    first, second = made["transmissions"]
    assert (first["marker"], second["marker"]) == ("2．", "2．（1）")
    assert [made["nodes"][id_]["identifier"] for id_ in ("ga", "gb")] == ["2．", "2．（1）"]
    page = made["files"]["policy.ja.txt"]
    assert "（1）例示広告株式会社への送信" in page and "（2）" not in page
    said = [s["consequence"] for s in made["p3p"]["statements"] if s["practices"][0] in ("ga", "gb")]
    assert ["（1）" in one for one in said] == [False, True]


@pytest.mark.parametrize("part", ["ga", "ga.number", "ga.marker"])
def test_a_reference_to_the_number_of_an_item_that_is_not_printed_is_told(part: str) -> None:
    text = SENT.replace("（{ga.for}）", f"（{{ga.for}}、{{{part}}}）")
    assert codes(check_text(f"{HEAD}{PURPOSE}{text}\n}}\n"), "error") == ["text/place-without-number"]


TWICE = """group both "みほんグループ" { members: mihon, other, mihon }
organization other "株式会社みほん商事" { called: "商事" }
data called "お名前" { is: name, name }
data all "情報" { of: name, address, name }
recipient abroad "外国業者" { is: delivery-company, delivery-company; country: US, US }
desk own "窓口" { phone: "03-0000-0000" }
"""
REPEATED = """  purposes uses {
    purpose a "{data|商品}を{analyses|発送}するため" {
      is: goods-delivery, goods-delivery; data: called, all, called; analyses: name, name
    }
  }
  third-party-provision {
    to: abroad, abroad, both, both; data: name, name; for: goods-delivery, goods-delivery; basis: consent, consent
    country: US, US
  }
  joint-use { items: name, name; users: other, other, both, both; purposes: same as uses, same as uses; responsible: mihon }
  security-measures { measures: access-control, access-control; country: US, US }
  external-transmission { transmission { to: abroad, abroad; sends: cookie, cookie; for: access-analysis, access-analysis } }
  requests { accepts: disclosure, disclosure; desk: own, own; refuses: rights-harm, rights-harm }
  contact { desk: own, own; for: inquiries, inquiries }
"""


def test_what_a_field_gives_twice_is_one_thing() -> None:
    made = built_of(TWICE + HEAD + REPEATED)
    lists = list(_lists({name: made[name] for name in made if name not in ("losses", "files")}))
    assert len(lists) > 50
    assert [one for one in lists if len(one) != len(set(map(json.dumps, one)))] == []


def _lists(value: Any) -> Iterator[list[Any]]:
    if isinstance(value, list):
        yield value
    for one in value.values() if isinstance(value, dict) else value if isinstance(value, list) else ():
        yield from _lists(one)


@pytest.mark.parametrize("kinds", ["browsing-history, {}", "{}, browsing-history", "{}"])
def test_what_is_provided_is_decided_by_all_kinds_of_an_item(kinds: str) -> None:
    for word, action in (
        ("personally-referable-information", "provide-related"),
        ("anonymously-processed-information", "provide-anonymised"),
    ):
        item = f'data log "閲覧の記録" {{ is: {kinds.format(word)} }}\n'
        made = built_of(f"{item}{HEAD}{PURPOSE}  third-party-provision {{ to: third-party; data: log }}\n")
        assert [row["action"] for row in made["provisions"]] == [action]
        made = built_of(f"{item}{HEAD}{PURPOSE}  third-party-provision {{ to: third-party; data: log, name }}\n")
        assert [row["action"] for row in made["provisions"]] == ["provide"]


@pytest.mark.parametrize(
    ("body", "table", "modality"),
    [
        ("children own { under: 16 }", "collections", None),
        ("children own { under: 16; consent: none }", "collections", None),
        ("children own { under: 16; consent: guardian }", "collections", "only-if"),
        ("sensitive-data own { basis: consent; except: consent-exemption }", "collections", "only-if"),
        ("sensitive-data own { except: law }", "collections", "may"),
        ("third-party-provision own { not-third-parties: entrustment }", "provisions", None),
        ("third-party-provision own { basis: consent; not-third-parties: entrustment }", "provisions", "only-if"),
        ("third-party-provision own { except: law; not-third-parties: entrustment }", "provisions", "may"),
    ],
)
def test_how_it_is_done_is_as_the_sentence_says(body: str, table: str, modality: str | None) -> None:
    """An age tells of whom a clause speaks, and who is no third party is a matter of law: neither says that anything is done."""
    (row,) = built(f"{PURPOSE}  {body}")[table]
    assert row["id"] == "own" and row.get("modality") == modality


def test_what_a_clause_says_besides_is_a_detail() -> None:
    bodies = {
        "silences": "third-party-provision own { declared: none; not-third-parties: entrustment, joint-use }",
        "procedures": "requests own { accepts: disclosure; authority: documents }",
        "amendments": "amendment own { notice: prior; needing-consent: with-consent }",
        "transmissions": 'external-transmission { transmission own { to: "例示解析株式会社"; own-for: advertising, "調査"; for: statistics } }',
        "entrustments": "entrustment own { to: processor; supervision: selected-and-monitored }",
    }
    found = {table: details(built(f"{PURPOSE}  {body}")[table][0]) for table, body in bodies.items()}
    assert found == {
        "silences": {"not-third-parties": "joint-use"},  # the last of several
        "procedures": {"authority": "documents"},
        "amendments": {"needing-consent": "with-consent"},
        "transmissions": {"own-for": "広告の表示、調査"},
        "entrustments": {"supervision": "selected-and-monitored"},
    }


def test_own_purposes_are_among_those_of_a_transmission() -> None:
    """Whoever asks whether data are sent for advertising is not told less because it is the operator's purpose."""
    body = 'external-transmission { transmission own { to: "例示解析株式会社"; own-for: advertising; for: statistics, advertising } }'
    (row,) = built(f"{PURPOSE}  {body}")["transmissions"]
    assert row["purposes"] == ["purpose:advertising", "purpose:statistics"]
