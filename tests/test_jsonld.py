"""JSON-LD: every fact a node, only terms that exist, nothing claimed that the text does not say."""

from __future__ import annotations

import json
import random
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
from pyld import jsonld

from conftest import HEAD, ROOT, build_files, check_text
from linked_cases import URL, emitted, made
from policyc import facts
from policyc.clauses import catalogue
from policyc.compose.sentences import sentences
from policyc.emit import BROADER, EXACT, NONE_FIT, text_ja
from policyc.emit.jsonld import CONTEXT, FILE, TARGET, WRITERS
from policyc.emit.jsonld.addresses import absolute, document_iri
from policyc.emit.jsonld.terms import CHOICES, TERMS
from policyc.facts import Policy
from policyc.vocab import NAMESPACES, iri, lookup

DPV, SKOS, ODRL = NAMESPACES["dpv"], NAMESPACES["skos"], NAMESPACES["odrl"]
POLICYC, JP_APPI = NAMESPACES["policyc"], NAMESPACES["jp-appi"]
DCT = NAMESPACES["dct"]
FOLDER = ROOT / "src/policyc/emit/jsonld"
RDF_TYPE = "http://www.w3.org/1999/02/22-rdf-syntax-ns#type"


class Graph:
    """The triples of a file, as pyoxigraph reads them."""

    def __init__(self, text: str) -> None:
        self.quads = list(ox.parse(text, format=ox.RdfFormat.JSON_LD))
        self.subjects = {str(q.subject.value) for q in self.quads}

    def values(self, subject: str, predicate: str) -> set[str]:
        return {
            str(q.object.value)
            for q in self.quads
            if q.subject == ox.NamedNode(subject) and q.predicate == ox.NamedNode(predicate)
        }

    def up(self, term: str) -> set[str]:
        """A term and all that it is narrower than."""
        found, todo = set[str](), [term]
        while todo:
            at = todo.pop()
            if at not in found:
                found.add(at)
                todo += self.values(at, SKOS + "broader")
        return found


@cache
def graph(name: str) -> Graph:
    return Graph(made(name)[2].files[FILE])


def nodes(name: str) -> dict[str, dict[str, Any]]:
    """The nodes of a file by the part of their IRI behind the document's address."""
    policy, _, emission = made(name)
    found = json.loads(emission.files[FILE])["@graph"]
    return {node["id"].removeprefix(policy.url).removeprefix("#"): node for node in found}


ALL = pytest.mark.parametrize("name", ["dmm", "mihon", "silent"])


# ---- every fact is there ----


def test_every_table_of_facts_has_a_writer() -> None:
    assert set(WRITERS) == set(facts.TABLES)


def test_the_invented_documents_state_a_fact_of_every_kind() -> None:
    for table in facts.TABLES:
        assert any(getattr(made(name)[0], table) for name in ("mihon", "silent")), table


@ALL
def test_every_row_is_a_node_with_its_origin(name: str) -> None:
    policy, found = made(name)[0], nodes(name)
    for table in facts.TABLES:
        for row in getattr(policy, table):
            assert row.id in found, (table, row.id)
            origin = found[row.id]["origin"]
            assert row.origin in (origin if isinstance(origin, list) else [origin]), (table, row.id)
            assert f"{policy.url}#{row.id}" in graph(name).subjects
    for place in policy.places:
        assert "policyc:Part" in found[place.id]["type"] or "policyc:Clause" in found[place.id]["type"]
        assert found[place.id].get("identifier", "") == place.marker


@ALL
def test_every_node_has_an_iri_a_type_and_an_origin(name: str) -> None:
    for node in nodes(name).values():
        assert node["type"]
        assert re.fullmatch(r"[^:]+\.policy:\d+", str(node.get("origin", ""))) or "inScheme" in node, node
    for quad in graph(name).quads:
        assert isinstance(quad.subject, ox.NamedNode) and not isinstance(quad.object, ox.BlankNode), quad


@ALL
def test_every_reference_leads_to_a_node(name: str) -> None:
    policy = made(name)[0]
    own = (policy.url + "#", JP_APPI, POLICYC)
    for quad in graph(name).quads:
        if quad.predicate.value == POLICYC + "sentence":
            continue
        target = quad.object
        if isinstance(target, ox.NamedNode) and target.value.startswith(own) and target.value not in (JP_APPI, POLICYC):
            assert target.value in graph(name).subjects, quad


@ALL
def test_an_own_term_leads_up_to_dpv(name: str) -> None:
    g = graph(name)
    own = {s for s in g.subjects if s.startswith((JP_APPI, POLICYC))}
    assert own
    for term in own:
        assert any(t.startswith("https://w3id.org/dpv") for t in g.up(term)), term
        languages = {
            q.object.language
            for q in g.quads
            if q.subject.value == term and q.predicate.value == SKOS + "prefLabel" and isinstance(q.object, ox.Literal)
        }
        assert languages == {"ja", "en"}, term


@ALL
def test_every_sentence_is_an_anchor_of_the_page(name: str) -> None:
    policy, page, emission = made(name)
    html = text_ja.TARGET.emit(policy, page, emission.files).files["policy.ja.html"]
    anchors = set(re.findall(r' id="([^"]*)"', html))
    found = {q.object.value for q in graph(name).quads if q.predicate.value == POLICYC + "sentence"}
    assert len(found) >= 3
    assert {iri_.removeprefix(policy.url + "#") for iri_ in found} <= anchors


@ALL
def test_a_node_leads_to_the_sentences_that_state_it(name: str) -> None:
    """Whatever a sentence is known to state has it; its own IRI where that is the anchor."""
    policy, page, _ = made(name)
    ids = {row[0] for table in facts.TABLES for row in getattr(policy, table)}
    checked = 0
    for sentence in sentences(page):
        for fact in {*sentence.facts, sentence.node} & ids:
            if fact != sentence.anchor:
                told = graph(name).values(f"{policy.url}#{fact}", POLICYC + "sentence")
                assert f"{policy.url}#{sentence.anchor}" in told, (fact, sentence.text)
                checked += 1
    assert checked >= 3


def test_where_the_values_of_a_field_are_said() -> None:
    found = nodes("dmm")
    said = {id_: [iri_.rpartition("#")[2] for iri_ in found[id_].get("sentence", ())] for id_ in found}
    assert said["joint-use"] == [f"joint-use.{n}" for n in range(1, 6)]
    assert said["data:name"] == ["joint-use.2"] and said["exnoa"] == ["joint-use.3"]
    assert said["dmm"] == ["basic-policy.1", "identity.1", "joint-use.3"]
    assert said["requests.accepts/erasure"] == said["requests.procedure"] == ["requests.1"]
    assert said["event:revised"] == ["amendment.2"]
    # Its own IRI is the anchor of its sentence.
    assert said["delivery"] == []


def test_the_version_that_is_stated() -> None:
    found = nodes("dmm")
    version = found["version:2023-07-26"]
    assert version["versionOf"] == made("dmm")[0].url and version["date"] == "2023-07-26"
    assert "replaces" not in version and "version" not in version
    assert next(iter(found.values()))["versions"] == [version["id"]]
    stated = nodes("mihon")["version:2023-10-01"]
    assert stated["version"] == "3.1" and stated["replaces"] == "https://mihon.example/privacy/2021/"
    # A name alone; and neither a name nor a revision, but what it replaces.
    assert "version:2.0" in nodes("rules")
    index = nodes("index")
    assert not any(id_.startswith("version:") for id_ in index)
    assert index[""]["replaces"] == "https://mihon.example/old-site/"


def test_no_version_where_none_is_stated() -> None:
    policy, page, _ = made("mihon")
    events = tuple(row for row in policy.events if row.kind != "revised")
    found = json.loads(TARGET.emit(policy._replace(events=events, version=""), page, {}).files[FILE])["@graph"]
    assert not any("versionOf" in node for node in found) and "versions" not in found[0]
    assert found[0]["replaces"] == "https://mihon.example/privacy/2021/"


@pytest.mark.parametrize("name", ["3.1 版", "a#b", '<">', "第2版", "%zz"])
def test_any_name_of_a_version_gives_an_iri(name: str) -> None:
    policy, page, _ = made("silent")
    text = TARGET.emit(policy._replace(version=name), page, {}).files[FILE]
    (node,) = [n for n in json.loads(text)["@graph"] if "versionOf" in n]
    assert node["id"] in Graph(text).subjects and node["version"] == name


# ---- the form ----


@ALL
def test_pyld_reads_the_same_graph_and_drops_nothing(name: str) -> None:
    def refused(url: str, options: object) -> None:
        raise AssertionError(f"a context was fetched: {url}")

    dropped: list[object] = []
    document = json.loads(made(name)[2].files[FILE])
    expanded = jsonld.expand(document, {"documentLoader": refused}, on_property_dropped=dropped.append)
    assert not dropped
    lines = jsonld.to_rdf(expanded, {"documentLoader": refused, "format": "application/n-quads"})
    theirs = set(ox.parse(lines, format=ox.RdfFormat.N_QUADS))
    assert {(q.subject, q.predicate, q.object) for q in theirs} == {
        (q.subject, q.predicate, q.object) for q in graph(name).quads
    }


@pytest.mark.filterwarnings("ignore")
@ALL
def test_rdflib_reads_the_same_graph(name: str) -> None:
    rdflib = pytest.importorskip("rdflib", reason="rdflib is not installed")
    lines = rdflib.Graph().parse(data=made(name)[2].files[FILE], format="json-ld").serialize(format="nt")
    theirs = {(q.subject, q.predicate, q.object) for q in ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)}
    assert theirs == {(q.subject, q.predicate, q.object) for q in graph(name).quads}


@ALL
def test_no_value_is_lost_on_the_way_to_rdf(name: str) -> None:
    """Each value of each word is one triple, but for repeated values: none is silently no triple at all."""
    count = 0
    for node in nodes(name).values():
        for word, value in node.items():
            if word == "id":
                continue
            values = value if isinstance(value, list) else value.values() if isinstance(value, dict) else [value]
            distinct = {json.dumps(v) for v in values}
            count += len(distinct)
    assert count == len(set(graph(name).quads))


@pytest.mark.parametrize("name", ["dmm", "mihon", "silent"])
def test_the_shared_check_finds_no_fault(name: str, shared: Path, tmp_path: Path) -> None:
    path = tmp_path / FILE
    path.write_text(made(name)[2].files[FILE], encoding="utf-8")
    run = subprocess.run(
        [sys.executable, "-B", shared / "checks" / "dpv_terms.py", path],
        capture_output=True,
        text=True,
        encoding="utf-8",
    )
    assert run.returncode == 0, run.stdout + run.stderr


@ALL
def test_one_line_a_node_the_document_first(name: str) -> None:
    text = made(name)[2].files[FILE]
    assert text.endswith("\n]}\n") and "\r" not in text and "\\u" not in text
    lines = text.partition('"@graph": [\n')[2].splitlines()[:-1]
    found = [json.loads(line.removesuffix(",")) for line in lines]
    assert found == json.loads(text)["@graph"]
    assert found[0]["id"] == made(name)[0].url
    assert len({node["id"] for node in found}) == len(found)


def test_the_same_bytes_again() -> None:
    policy, page, emission = made("dmm")
    assert TARGET.emit(policy, page, {}) == emission


@ALL
def test_the_context_is_inlined_and_protected(name: str) -> None:
    context = json.loads(made(name)[2].files[FILE])["@context"]
    assert context == CONTEXT
    assert context["@protected"] is True and context["@version"] == 1.1


def test_every_word_of_the_context_is_used() -> None:
    used = {word for name in ("dmm", "mihon", "silent") for node in nodes(name).values() for word in node}
    rare = {"countryCode", "postalCode", "writtenAddress"}
    words = {w for w, d in CONTEXT.items() if not (w.startswith("@") or (isinstance(d, dict) and "@prefix" in d))}
    assert words - used == rare
    assert used <= words


def test_every_choice_has_a_term_and_every_term_is_used() -> None:
    named = {term for words in CHOICES.values() for term in words.values()}
    own = {term.removeprefix("policyc:") for term in named if term.startswith("policyc:")}
    assert own <= set(TERMS)
    source = "".join(path.read_text(encoding="utf-8") for path in FOLDER.glob("*.py") if path.name != "terms.py")
    assert {t for t in set(TERMS) - own if not t.startswith("Matter") and f'"{t}"' not in source} == set()
    assert {t for t in TERMS if t.startswith("Matter")} == {
        "Matter" + "".join(map(str.capitalize, word.split("-")))
        for word in clauses() - {"article", "operator-identity"}
    }
    concept = lookup("bases", "consent-by-terms")
    assert concept is not None and concept.own == CHOICES["includes"]["acceptance-of-terms"]


def clauses() -> set[str]:
    return {type_.word for type_ in catalogue()}


def test_the_real_page_is_small() -> None:
    assert len(graph("dmm").quads) < 1500
    assert len(made("dmm")[2].files[FILE].encode()) < 120_000


# ---- what the real page says ----


def test_seventeen_purposes_of_the_joint_use_by_one_hop() -> None:
    g, base = graph("dmm"), made("dmm")[0].url + "#"
    (shared_,) = g.values(base + "joint-use", DPV + "hasPurpose")
    assert DPV + "Purpose" in g.values(shared_, RDF_TYPE)
    purposes = g.values(shared_, SKOS + "narrower")
    assert len(purposes) == 17
    assert all(DPV + "Purpose" in g.values(p, RDF_TYPE) for p in purposes)
    assert all(any(t.startswith(DPV) for t in g.up(p)) for p in purposes)
    direct = {p for process in ("uses.use", "profiling.use") for p in g.values(base + process, DPV + "hasPurpose")}
    assert direct == purposes
    assert nodes("dmm")["joint-use"]["purposeScope"] == "policyc:SameAsPurposes"
    assert nodes("dmm")["entrustment"]["purposeScope"] == "policyc:WithinPurposes"


def test_a_purpose_as_the_text_has_it() -> None:
    node = nodes("dmm")["delivery"]
    assert node["type"] == ["dpv:Purpose"]
    assert node["title"] == {"ja": "商品配送・サービス提供のため"}
    assert node["identifier"] == "2．（1）" and node["position"] == 1
    assert node["broader"] == ["dpv:DeliveryOfGoods", "dpv:ServiceProvision"]
    assert sorted(k for k, n in nodes("dmm").items() if n.get("open")) == ["anything-else", "by-terms", "incidental"]


def test_no_legal_basis_where_none_is_stated() -> None:
    found = nodes("dmm")
    assert "legalBasis" not in found["advertisers"]
    assert [k for k, n in found.items() if "legalBasis" in n] == ["with-consent"]
    ground = found["with-consent/ground/1"]
    assert ground["broader"] == ["dpv:Consent"]
    assert ground["includes"] == ["jp-appi:ConsentByAcceptanceOfTerms"]
    assert "dpv:LegalBasis" not in found["with-consent/exception/1"]["type"]


def test_parties_of_the_real_page() -> None:
    found = nodes("dmm")
    assert found["dmm"]["name"] == {"ja": "合同会社DMM.com"}
    assert found["dmm"]["address"] == {"ja": "東京都港区六本木三丁目2番1号　住友不動産六本木グランドタワー24階"}
    assert found["dmm/address"]["region"] == {"ja": "東京都"}
    assert found["dmm/representative"]["jobTitle"] == {"ja": "最高経営責任者"}
    assert "dpv:NaturalPerson" not in found["dmm/representative"]["type"]
    users = found["joint-use/users"]
    assert [iri_.rpartition("#")[2] for iri_ in users["controller"]] == ["dmm", "exnoa", "digital-commerce"]
    assert found["joint-use"]["responsible"].endswith("#dmm")
    assert found["foreign-third-parties"]["location"] == ["loc:non-JP"]
    assert "dpv:CrossBorderTransfer" in found["with-consent"]["processing"]
    assert "dpv:CrossBorderTransfer" not in found["advertisers"]["processing"]


def test_the_document_of_the_real_page() -> None:
    node = next(iter(nodes("dmm").values()))
    assert node["type"] == ["dpv:PrivacyNotice"]
    assert node["conformsTo"] == ["https://w3id.org/dpv/2.3"] and node["language"] == "ja"
    assert node["created"] == ["2005-03-31"] and node["modified"] == ["2023-07-26"]
    assert node["law"] == ["legal-jp:law-APPI"] and node["jurisdiction"] == ["loc:JP"]
    assert "noticeStatus" not in CONTEXT


def test_rights_are_those_of_the_appi() -> None:
    rights = [n for k, n in nodes("dmm").items() if k.startswith("requests.accepts/")]
    assert len(rights) == 6
    for node in rights:
        assert {"dpv:DataSubjectRight", "dpv:ActiveRight"} < set(node["type"])
        assert any(t.startswith("jp-appi:RightTo") for t in node["type"])
        assert node["law"] == ["legal-jp:law-APPI"] and node["source"]["ja"].startswith("個人情報の保護に関する法律第3")
    assert all("legal/eu" not in str(q) for q in graph("dmm").quads)
    procedure = nodes("dmm")["requests.procedure"]
    assert procedure["type"] == ["dpv:RightExerciseNotice"]
    assert procedure["page"] == "https://terms.dmm.com/privacy_request/"
    assert nodes("dmm")["requests.procedure/identity"]["purpose"] == ["dpv:IdentityVerification"]


def test_inferred_data_and_the_process_that_infers() -> None:
    found = nodes("dmm")
    assert "dpv:InferredPersonalData" in found["data:interests"]["type"]
    assert "dpv:InferredPersonalData" not in found["data:purchase-history"]["type"]
    assert found["profiling.use"]["processing"] == ["dpv:Analyse", "dpv:Infer"]
    assert [i.rpartition("#")[2] for i in found["profiling"]["derives"]] == ["data:interests"]


def test_the_text_goes_with_its_node() -> None:
    found = nodes("dmm")
    assert found["advertisers"]["description"]["ja"].endswith("それらのサービスを行う事業者に提供することがあります。")
    assert "（3）共同して利用する者の利用目的" in found["joint-use"]["description"]["ja"]
    assert "description" not in found["delivery"]
    assert found["external"]["description"]["ja"] == "お客様情報の外部送信についてはこちらをご参照ください。"


# ---- what the invented firm says ----


def test_details_of_practices() -> None:
    found = nodes("mihon")
    assert found["取得"]["dataSource"] == [
        "dpv:DataSubjectDataSource",
        "policyc:AutomaticCollection",
        "dpv:ThirdPartyDataSource",
        "dpv:PublicDataSource",
    ]
    assert found["委託"]["extent"] == "policyc:ExtentPart" and found["委託"]["country"] == ["loc:US"]
    assert found["委託"]["supervision"] == "policyc:SupervisionByContract"
    assert found["子ども"]["under"] == 13 and found["子ども"]["consentOf"] == "policyc:StatutoryAgent"
    assert found["同意提供"]["method"] == {"ja": "暗号化した通信による"}
    assert found["t1"]["optOut"] == "https://torihiki.example/stop"
    assert found["t1"]["involvement"] == ["dpv:OptingOutFromProcess"]
    assert found["海外の者"]["location"] == ["loc:US", "loc:SG"]
    assert "dpv:CrossBorderTransfer" in found["委託"]["processing"]
    assert found["torihiki"]["address"] == {"ja": "見本市見本町1番地"} and "torihiki/address" not in found
    assert [i.rpartition("#")[2] for i in found["共同/users"]["entity"]] == ["みほんグループ"]


def test_held_within_the_purposes_of_a_clause_with_purposes_of_its_own() -> None:
    node = nodes("mihon")["一部"]
    assert [i.rpartition("#")[2] for i in node["purpose"]] == ["delivery"]
    assert node["purposesOf"].endswith("#利用目的") and node["purposeScope"] == "policyc:WithinPurposes"
    whole = nodes("mihon")["共同"]
    assert [i.rpartition("#")[2] for i in whole["purpose"]] == ["利用目的"]


def test_where_a_detail_leads() -> None:
    """What a link is called may be no more than a name: the matter is at its address."""
    files = build_files(
        {
            "x.policy": """
organization mihon "株式会社みほん" { }
document notice "方針" {
  kind: privacy-notice; url: <https://mihon.example/privacy/>; operator: mihon
  purposes uses { purpose a "商品の発送のため" { is: goods-delivery } }
  third-party-provision {
    to: "Example Inc."; data: name; for: a; basis: consent; country: US
    system: [米国の制度](https://us.example/law/); safeguards: <https://us.example/measures/>
  }
}
"""
        }
    ).files
    (practice,) = (n for n in json.loads(files["policy.jsonld"])["@graph"] if "system: " in str(n.get("detail")))
    assert practice["detail"] == [
        "system: 米国の制度 <https://us.example/law/>",
        "safeguards: https://us.example/measures/",
    ]
    row = next(row for row in json.loads(files["policy.p3p.json"])["provisions"] if row["action"] == "provide")
    assert {"name": "system", "value": "米国の制度 <https://us.example/law/>"} in row["details"]


def test_retention_fee_and_desk() -> None:
    found = nodes("mihon")
    assert found["保存.retention"]["period"] == "P5Y"
    assert found["注文.retention"]["period"] == "P14D"
    assert "period" not in found["他.retention"] and found["他.retention"]["type"] == ["dpv:StorageDuration"]
    assert found["請求.procedure/fee"]["price"] == "300" and found["請求.procedure/fee"]["currency"] == "JPY"
    assert found["請求.procedure"]["feeFor"] == [f"{URL}#請求.accepts/disclosure"]
    assert found["請求.procedure"]["page"] == "https://mihon.example/request"
    assert found["窓口"]["takes"] == ["policyc:Inquiries", "policyc:Complaints"]
    assert found["mihon"]["contact"] == [f"{URL}#窓口"]


def test_the_desk_of_an_accredited_organization_is_none_of_the_operator() -> None:
    found = nodes("mihon")
    assert found["団体"]["takes"] == ["policyc:AccreditedOrganization"]
    assert found["mihon"]["contact"] == [f"{URL}#窓口"]
    assert found["mihon"]["accreditedContact"] == [f"{URL}#団体"]


def test_every_revision_is_told() -> None:
    node = next(iter(nodes("mihon").values()))
    assert node["modified"] == ["2021-04-01", "2023-10-01"]
    assert (node["created"], node["issued"], node["valid"]) == (["2020-01-31"], ["2020-02-01"], ["2020-03-01"])
    assert nodes("mihon")["event:revised-2"]["title"] == {"ja": "最終改定日：2023年10月1日"}
    assert node["version"] == "3.1"


def test_a_law_that_dpv_does_not_have() -> None:
    node = next(iter(nodes("mihon").values()))
    assert node["law"][0] == "legal-jp:law-APPI"
    law = nodes("mihon")[node["law"][1].rpartition("#")[2]]
    assert law["type"] == ["dpv:Law"] and law["title"] == {"ja": "電気通信事業法"}


def test_special_care_required_data() -> None:
    g = graph("mihon")
    above = g.up(f"{URL}#data:medical-history")
    assert {JP_APPI + "SpecialCareRequiredPersonalInformation", DPV + "SensitivePersonalData"} < above
    assert DPV + "SensitivePersonalData" not in g.up(f"{URL}#data:name")


# ---- statements that there is none ----


def test_data_of_several_kinds_are_all_of_them() -> None:
    source = 'data card "決済の情報" { is: order-information, credit-card, medical-history }\n'
    text = emitted(check_text(source + HEAD + "  collection c { items: card }\n}\n"))[2].files[FILE]
    (node,) = [n for n in json.loads(text)["@graph"] if n["id"] == f"{URL}#card"]
    assert {"jp-appi:OrderInformation", "pd:PaymentCard"} < set(node["broader"])
    assert "jp-appi:SpecialCareRequiredPersonalInformation" in node["broader"]
    assert len(set(node["broader"])) == len(node["broader"])


def test_a_silence_is_no_positive_statement() -> None:
    g = graph("silent")
    url = made("silent")[0].url
    for id_, kind in (("提供", "DeclaredNone"), ("共同", "DeclaredNone"), ("安全", "ToldOnRequest")):
        triples = [q for q in g.quads if q.subject.value == f"{url}#{id_}"]
        assert g.values(f"{url}#{id_}", RDF_TYPE) == {POLICYC + kind, POLICYC + "Clause"}
        assert not [q for q in triples if "w3id.org/dpv" in q.predicate.value]
        assert not [q for q in triples if isinstance(q.object, ox.NamedNode) and "w3id.org/dpv" in q.object.value]
        into = {q.predicate.value for q in g.quads if q.object == ox.NamedNode(f"{url}#{id_}")}
        assert into == {POLICYC + "declares"}
    types = {q.object.value for q in g.quads if q.predicate.value == RDF_TYPE}
    assert not types & {
        DPV + "PersonalDataProcess",
        DPV + "JointDataControllers",
        DPV + "TechnicalOrganisationalMeasure",
    }
    assert nodes("silent")["提供"]["matter"] == "policyc:MatterThirdPartyProvision"


ON_REQUEST = """\
organization mihon "株式会社みほん" { country: JP }
document d "プライバシーポリシー" {
  kind: privacy-notice; url: <https://mihon.example/d/>; operator: mihon
  requests 請求 { accepts: disclosure; procedure: on-request; identity: documents }
  retention 保存 { data: name; period: on-request; after: erase }
}
"""


def test_a_field_that_is_told_on_request_is_no_positive_statement() -> None:
    """The procedure of requests has the id of the field; the period is no duration, and nothing is owed after it."""
    policy, _, emission = emitted(check_text(ON_REQUEST))
    found = {node["id"].removeprefix(policy.url + "#"): node for node in json.loads(emission.files[FILE])["@graph"]}
    assert found["請求.procedure"]["type"] == ["dpv:RightExerciseNotice"]
    silence = found["請求.procedure/on-request"]
    assert silence["type"] == ["policyc:ToldOnRequest"] and silence["topic"] == "requests.procedure"
    assert found["保存.retention"]["type"] == ["dpv:StorageCondition"]
    assert found["保存.period"]["type"] == ["policyc:ToldOnRequest"]
    assert "保存.retention/obligation" not in found


def test_a_practice_that_is_not_stated_is_no_process() -> None:
    policy, page, _ = made("dmm")
    for stance in (facts.NONE, facts.ON_REQUEST, facts.DELEGATED):
        silent = policy._replace(practices=(policy.practices[0]._replace(stance=stance),))
        found = json.loads(TARGET.emit(silent, page, {}).files[FILE])["@graph"]
        (node,) = [n for n in found if n["id"] == f"{policy.url}#{policy.practices[0].id}"]
        assert all(type_.startswith("policyc:") for type_ in node["type"])
        assert "process" not in found[0] and found[0]["declares"] == [node["id"]]
        assert not any("dpv:PersonalDataProcess" in n["type"] for n in found)


# ---- ODRL ----


def test_consent_before_provision_is_a_permission_with_a_duty() -> None:
    found = nodes("dmm")
    permission = found["with-consent/permission"]
    assert permission["type"] == ["odrl:Permission"] and permission["action"] == "jp-appi:ThirdPartyProvision"
    assert found["with-consent/permission/duty"]["action"] == "odrl:obtainConsent"
    assert found["dmm-privacy/rules"]["permission"] == [permission["id"]]
    assert "advertisers/permission" not in found
    assert found["jp-appi:ThirdPartyProvision"]["includedIn"] == "odrl:use"


def test_a_permission_is_never_wider_than_the_text() -> None:
    found = nodes("mihon")
    assert found["同意提供/permission/purpose"]["rightOperand"] == ["dpv:Advertising"]
    assert len(found["同意提供/data"]["personalData"]) == 2
    # Publicity has no exact term in DPV: no permission, and the loss is told.
    assert "宣伝提供/permission" not in found
    assert any(
        x.node == "宣伝提供" and x.fact == "ODRL permission" and x.fit == NONE_FIT for x in made("mihon")[2].losses
    )
    assert "報告だけ/permission" not in found


def test_where_there_is_no_permission_there_is_no_constraint() -> None:
    body = """  purposes uses { purpose a "その他のため" { open: yes } }
  third-party-provision p { to: "広告会社"; data: name; for: same as uses; basis: consent-by-terms }
}
"""
    _, _, emission = emitted(check_text(HEAD + body))
    assert ("p", "ODRL permission", NONE_FIT) in {(loss.node, loss.fact, loss.fit) for loss in emission.losses}
    assert "odrl:Constraint" not in {type_ for n in json.loads(emission.files[FILE])["@graph"] for type_ in n["type"]}


@pytest.mark.parametrize(
    ("head", "clause"),
    [
        ("", "entrustment e { extent: all; country: US }"),
        ("", 'entrustment e { to: "委託先"; country: US }'),
        (
            'organization usa "米国みほん" { country: US }\ngroup g "みほんグループ" { members: mihon, usa }\n',
            'third-party-provision e { to: g; data: name; basis: consent }\n  article { text: "{g}は{g.members}（{usa.country}）です。" }',
        ),
    ],
)
def test_what_goes_abroad_crosses_a_border(head: str, clause: str) -> None:
    text = emitted(check_text(f"{head}{HEAD}  {clause}\n}}\n"))[2].files[FILE]
    (node,) = [n for n in json.loads(text)["@graph"] if n["id"] == f"{URL}#e"]
    assert "dpv:CrossBorderTransfer" in node["processing"]


def test_a_country_that_is_not_said_is_no_border() -> None:
    for country in ("on-request", "none"):
        body = f'  entrustment e {{ to: "委託先"; country: {country}; text: "{{to}}に委託し、国は{{country|ありません}}。" }}\n}}\n'
        text = emitted(check_text(HEAD + body))[2].files[FILE]
        assert '"dpv:CrossBorderTransfer"' not in text


def test_the_document_refers_to_a_page_once() -> None:
    body = """  index pages "関連するページ" {
    entry one "規約" <https://mihon.example/terms/>
    entry two "利用規約" <https://mihon.example/terms/>
  }
  revised: 2026-04-01
  revised: 2026-04-01 as "最終改定日：{date}"
}
"""
    first = json.loads(emitted(check_text(HEAD + body))[2].files[FILE])["@graph"][0]
    assert first["references"] == ["https://mihon.example/terms/"] and first["modified"] == ["2026-04-01"]


def test_provision_declared_none_is_a_prohibition() -> None:
    found = nodes("silent")
    assert found["silent/rules"]["prohibition"] == [found[f"{id_}/prohibition"]["id"] for id_ in ("提供", "共同")]
    assert "permission" not in found["silent/rules"]
    assert found["提供/prohibition"]["action"] == "jp-appi:ThirdPartyProvision"


# ---- losses ----


@ALL
def test_every_inexact_fact_is_in_the_loss_report(name: str) -> None:
    policy, _, emission = made(name)
    lost = {loss.node for loss in emission.losses}
    assert all(loss.target == "jsonld" and loss.fit in (BROADER, NONE_FIT) and loss.note for loss in emission.losses)
    weighed = [(row, (row.concept,) if row.concept else ()) for row in (*policy.people, *policy.data)]
    weighed += [(row, row.concepts) for row in (*policy.purposes, *policy.recipients, *policy.safeguards)]
    for row, concepts in weighed:
        exact = bool(concepts) and all(concept.dpv_fit == EXACT for concept in concepts)
        # That a list goes on is a loss of its own.
        exact = exact and not getattr(row, "open_lists", ())
        assert (row.id in lost) is not exact, row
    for table in ("rights", "amendments", "delegations", "silences", "groups"):
        assert {row.id for row in getattr(policy, table)} <= lost


# ---- whatever comes ----


@pytest.mark.parametrize("url", ["/privacy/", "#", "", "mailto:info@mihon.example", "https://mihon.example/#/privacy"])
def test_any_address_of_the_document_gives_a_graph(url: str) -> None:
    policy, page, _ = made("mihon")
    policy = policy._replace(url=url)
    g = Graph(TARGET.emit(policy, page, {}).files[FILE])
    base = document_iri(url, policy.id).partition("#")[0]
    assert re.match(r"https?://|urn:policyc:notice$", base)
    for table in facts.TABLES:
        assert all(f"{base}#{row.id}" in g.subjects for row in getattr(policy, table)), table


def addresses(count: int) -> Iterator[str]:
    rng = random.Random(7)
    pieces = [
        "a",
        "例",
        "/",
        "?",
        "#",
        "%",
        "%2",
        "%E3",
        "[",
        "]",
        "{",
        "|",
        "^",
        "`",
        "\\",
        '"',
        "<",
        ">",
        " ",
        ":",
        "@",
        "&",
    ]
    pieces += ["\u3000", "\ufffd", "\ue000", "𠮷", "é", "=", ";", "..", "//"]
    heads = [
        "https://",
        "http://",
        "https://x.example/",
        "mailto:",
        "tel:",
        "/",
        "#",
        "",
        "HTTPS://x",
        "https://[::1]/",
    ]
    for _ in range(count):
        yield rng.choice(heads) + "".join(rng.choices(pieces, k=rng.randrange(6)))


def test_any_written_address_is_an_iri_or_a_plain_value() -> None:
    policy, page, _ = made("dmm")
    rows = tuple(
        policy.delegations[0]._replace(id=f"d{n}", topic="x", url=url) for n, url in enumerate(addresses(1500))
    )
    g = Graph(TARGET.emit(policy._replace(delegations=rows), page, {}).files[FILE])
    told = {
        str(q.subject.value)
        for q in g.quads
        if q.predicate.value in (NAMESPACES["foaf"] + "page", POLICYC + "writtenAddress")
    }
    assert all(f"{policy.url}#{row.id}" in told for row in rows if row.url)
    assert absolute("https://例え.jp/a b", policy.url) == "https://例え.jp/a%20b"


def test_a_country_that_dpv_does_not_have() -> None:
    policy, page, _ = made("mihon")
    row = policy.recipients[0]._replace(countries=("ZZ", "US"))
    text = TARGET.emit(policy._replace(recipients=(row, *policy.recipients[1:])), page, {}).files[FILE]
    (node,) = [n for n in json.loads(text)["@graph"] if n["id"] == f"{policy.url}#{row.id}"]
    assert node["location"] == ["loc:US"] and node["countryCode"] == ["ZZ"]
    assert Graph(text).values(node["id"], POLICYC + "countryCode") == {"ZZ"}


def test_any_text_comes_through() -> None:
    policy, page, _ = made("dmm")
    odd = 'a"b\\c</script>\n\t\u2028𠮷@{"@id":"x"}'
    policy = policy._replace(purposes=(policy.purposes[0]._replace(text=odd), *policy.purposes[1:]))
    g = Graph(TARGET.emit(policy, page, {}).files[FILE])
    assert g.values(f"{policy.url}#{policy.purposes[0].id}", DCT + "title") == {odd}


def test_ids_in_japanese_are_iris() -> None:
    letters = [chr(c) for c in range(0x20000) if chr(c).isalnum() and not 0xD800 <= c < 0xE000]
    policy, page, _ = made("dmm")
    row = policy.delegations[0]
    rows = tuple(row._replace(id="x" + "".join(letters[n : n + 500])) for n in range(0, len(letters), 500))
    g = Graph(TARGET.emit(policy._replace(delegations=rows), page, {}).files[FILE])
    assert all(f"{policy.url}#{row.id}" in g.subjects for row in rows)


@pytest.mark.parametrize(
    ("kind", "types"),
    [
        ("external-transmission-notice", ["jp-appi:ExternalTransmissionNotice", "dpv:PrivacyNotice"]),
        ("specific-personal-information-policy", ["jp-appi:SpecificPersonalInformationPolicy", "dpv:Policy"]),
        ("commerce-notice", ["policyc:CommerceNotice", "dpv:Notice"]),
        ("payment-notice", ["policyc:PaymentNotice", "dpv:Notice"]),
        ("terms", ["dpv:TermsOfService"]),
        ("general-policy", ["dpv:Policy"]),
        ("site-index", ["schema:CollectionPage"]),
    ],
)
def test_documents_of_other_kinds(kind: str, types: list[str]) -> None:
    source = (
        'organization mihon "株式会社みほん" { country: JP }\n'
        f'document d "文書" {{ kind: {kind}; url: <https://mihon.example/d/>; operator: mihon\n'
        '  article 一般 "条項" { text: "定めます。" } }\n'
    )
    policy, _, emission = emitted(check_text(source))
    first = json.loads(emission.files[FILE])["@graph"][0]
    assert first["type"] == types and first["publisher"] == f"{policy.url}#mihon"
    assert "controller" not in first
    assert Graph(emission.files[FILE]).quads


def many(practices: int, purposes: int) -> Policy:
    """The real page with so many purposes in its clause, and so many practices that take them all."""
    policy = made("dmm")[0]
    listed = next(row for row in policy.purposes if row.listed)
    rows = tuple(listed._replace(id=f"p{n}", position=n + 1) for n in range(purposes))
    ids = tuple(row.id for row in rows)
    entrusted = next(row for row in policy.practices if row.action == "entrust")
    taken = tuple(entrusted._replace(id=f"e{n}", purposes=ids) for n in range(practices))
    use = next(row for row in policy.practices if row.id == "uses.use")._replace(purposes=ids)
    return policy._replace(purposes=rows, practices=(use, *taken))


def test_size_and_time_grow_with_the_source() -> None:
    page = made("dmm")[1]
    sizes = [len(TARGET.emit(many(n, n), page, {}).files[FILE]) for n in (100, 200, 400)]
    assert sizes[2] - sizes[1] < 2.2 * (sizes[1] - sizes[0])
    policy = many(10, 10_000)
    # Of this process alone: the machine may be busy with others.
    start = time.process_time()
    text = TARGET.emit(policy, page, {}).files[FILE]
    assert time.process_time() - start < 1.0
    assert text.count("\n") > 10_000


def test_light_imports() -> None:
    code = (
        "import sys; import policyc.emit.jsonld; "
        "print(*sorted({m.partition('.')[0] for m in sys.modules} & "
        "{'yaml', 'pydantic', 'lark', 'dataclasses', 'urllib', 'pathlib', 'inspect', 'markupsafe'}))"
    )
    run = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert run.stdout.strip() == ""


def test_terms_are_written_by_known_prefixes() -> None:
    for term in TERMS.values():
        assert iri(term.broader).startswith("https://w3id.org/dpv")
    for prefix in ("dpv", "pd", "loc", "legal-jp", "odrl", "skos", "dct"):
        assert CONTEXT[prefix]["@id"] == NAMESPACES[prefix]
    assert ODRL == "http://www.w3.org/ns/odrl/2/"
