"""The SHACL shapes that are published: what is made conforms, and each constraint has a mutant that fails at its shape."""

from __future__ import annotations

import json
import random
import subprocess
import sys
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import rdflib
from rdflib import SH, Literal, URIRef

from conftest import ROOT, check_files, check_text
from drawn import Drawn
from linked_cases import emitted, made
from mutants import Constraint, changes, constraints, targets
from policyc.emit.jsonld import CONTEXT, FILE
from policyc.emit.jsonld.odrl_parts import ACTIONS, CONCEPTS, CORE, OPERAND, concept
from policyc.vocab import iri
from shapes import Validated, local, names

pytestmark = pytest.mark.filterwarnings("ignore")

FOLDER = ROOT / "src" / "policyc" / "emit" / "jsonld"
CASES = ("mihon", "dmm", "rules", "never", "silent", "index")
OUT = sorted(path.parent.name for path in (ROOT / "out").glob("*/policy.jsonld"))
ODRL = "http://www.w3.org/ns/odrl/2/"


@cache
def shapes(name: str) -> rdflib.Graph:
    return rdflib.Graph().parse(FOLDER / name)


@cache
def graph(text: str) -> rdflib.Graph:
    return rdflib.Graph().parse(data=text, format="json-ld")


@cache
def validated(case: str, name: str) -> Validated:
    """An invented document and the shapes of a file; it conforms as it is."""
    found = Validated(graph(made(case)[2].files[FILE]), shapes(name))
    assert found.report() == []
    return found


def named(name: str) -> list[Constraint]:
    return constraints(shapes(name))


EVERY = [(name, one) for name in ("shapes.ttl", "odrl-shapes.ttl") for one in named(name)]


def test_there_are_enough() -> None:
    assert len({one.shape for name, one in EVERY if name == "shapes.ttl"}) >= 100
    assert sum(name == "shapes.ttl" for name, _ in EVERY) >= 40
    assert sum(name == "odrl-shapes.ttl" for name, _ in EVERY) >= 12


# Every third is enough every time.
SOME = [
    pytest.param(name, one, id=f"{name}-{one}", marks=[pytest.mark.slow] if n % 3 else [])
    for n, (name, one) in enumerate(EVERY)
]


@pytest.mark.parametrize(("name", "one"), SOME)
def test_a_mutant_fails_at_its_shape(name: str, one: Constraint) -> None:
    """One change of a real graph, by the constraint itself: the report names the node, the shape, and the constraint."""
    for case in CASES:
        there = validated(case, name)
        for focus, remove, add in changes(shapes(name), one, there.data):
            with there.changed(remove, add):
                found = [r for r in there.report(str(one.node_shape)) if r.focus == focus and r.shape == one.shape]
            assert one.component in {result.component for result in found}, (case, focus, remove, add, found)
            assert {result.languages for result in found} == {frozenset({"ja", "en"})}
            return
    pytest.fail("no document has a node that this constraint could fail for")


@pytest.mark.parametrize("name", ["shapes.ttl", "odrl-shapes.ttl"])
def test_every_shape_has_a_name_and_a_message_in_both_languages(name: str) -> None:
    graph_ = shapes(name)
    for one in named(name):
        languages = {text.language for text in graph_.objects(one.shape, SH.message) if isinstance(text, Literal)}
        assert languages == {"ja", "en"}, one
    used = {shape for node in names(graph_) for shape in graph_.objects(node, SH.property)}
    assert used == {s for s in graph_.subjects(rdflib.RDF.type, SH.PropertyShape) if isinstance(s, URIRef)}


@pytest.mark.parametrize("name", ["shapes.ttl", "odrl-shapes.ttl"])
def test_every_shape_speaks_of_a_node(name: str) -> None:
    for node_shape in names(shapes(name)):
        assert any(targets(shapes(name), node_shape, validated(case, name).data) for case in CASES), local(node_shape)


@pytest.mark.parametrize("document", OUT)
def test_what_is_built_conforms(document: str) -> None:
    data = graph((ROOT / "out" / document / FILE).read_text(encoding="utf-8"))
    for name in ("shapes.ttl", "odrl-shapes.ttl"):
        assert Validated(data, shapes(name)).report() == []


SOURCES = sorted([*(ROOT / "tests" / "law").glob("*.policy"), *(ROOT / "src/policyc/starters").glob("*.policy.txt")])


@cache
def compiled(path: Path) -> str:
    source = path.read_text(encoding="utf-8").replace("{{name}}", "mihon")
    checked = check_files({"test.policy": source})
    assert checked.ok, checked.diagnostics
    return emitted(checked)[2].files[FILE]


@pytest.mark.parametrize("path", SOURCES, ids=[path.name for path in SOURCES])
def test_every_kind_of_document_conforms(path: Path) -> None:
    """The complete documents of the rules of law, and the starters of every kind; none has a blank node."""
    data = graph(compiled(path))
    assert not [term for triple in data for term in triple if isinstance(term, rdflib.BNode)]
    for name in ("shapes.ttl", "odrl-shapes.ttl"):
        assert Validated(data, shapes(name)).report() == []


def test_the_terms_of_every_kind_of_document_exist(shared: Path, tmp_path: Path) -> None:
    files = []
    for number, text in enumerate([*map(compiled, SOURCES), *(made(case)[2].files[FILE] for case in CASES)]):
        files.append(tmp_path / f"{number}.jsonld")
        files[-1].write_text(text, encoding="utf-8")
    command = [sys.executable, "-B", shared / "checks" / "dpv_terms.py", *files]
    run = subprocess.run(command, capture_output=True, text=True, encoding="utf-8")
    assert run.returncode == 0, run.stdout + run.stderr
    assert len(run.stdout.splitlines()) == len(files)


def unfit(seed: int) -> list[str]:
    """What the shapes refuse of a drawn document; of one that would be built, so not where it has errors of its own."""
    checked = check_text(Drawn(random.Random(seed)).source())
    errors = {found.code for found in checked.diagnostics if found.severity == "error"}
    if errors - {"text/fact-not-stated"}:
        return []
    data = graph(emitted(checked)[2].files[FILE])
    reports = [*Validated(data, shapes("shapes.ttl")).report(), *Validated(data, shapes("odrl-shapes.ttl")).report()]
    return [f"{local(r.shape)} {r.focus}" for r in reports]


@pytest.mark.parametrize("seed", range(20))
def test_what_is_drawn_conforms(seed: int) -> None:
    assert unfit(seed) == []


@pytest.mark.slow
def test_whatever_is_drawn_conforms() -> None:
    assert {seed: found for seed in range(20, 400) if (found := unfit(seed))} == {}


# ---- mutants by hand: what a reader of the data would believe, and the shape that keeps it from being said ----

Change = dict[str, Any]
BY_HAND: dict[str, tuple[str, str, Change, str]] = {
    "no title": ("dmm", "", {"title": None}, "Title"),
    "another version of DPV": ("dmm", "", {"conformsTo": ["https://w3id.org/dpv/2.0"]}, "Conforms"),
    "no day": ("dmm", "", {"modified": ["2023-02-30T"]}, "Modified"),
    "a process that nothing leads to": ("dmm", "", {"process": ["#uses.use"]}, "OfProcess"),
    "a right that is a purpose": ("dmm", "", {"right": ["#delivery"]}, "Rights"),
    "no operation": ("dmm", "uses.use", {"processing": None}, "Processing"),
    "no controller": ("dmm", "uses.use", {"controller": None}, "ProcessControlled"),
    "a controller without a publisher": ("dmm", "", {"publisher": None}, "Controlled"),
    "data for a purpose": ("dmm", "uses.use", {"purpose": ["#data:name"]}, "Purposes"),
    "a purpose for data": ("dmm", "joint-use", {"personalData": ["#delivery"]}, "Data"),
    "an exception for a ground": ("dmm", "with-consent", {"legalBasis": ["#with-consent/exception/1"]}, "Bases"),
    "a ground for an exception": (
        "dmm",
        "with-consent/exception/1",
        {"type": ["policyc:Exception", "dpv:LegalBasis"]},
        "Exception",
    ),
    "nothing above a purpose": ("dmm", "delivery", {"broader": None}, "Broader"),
    "an origin without a line": ("dmm", "delivery", {"origin": "dmm.policy"}, "Origin"),
    "not open": ("dmm", "delivery", {"open": False}, "Flag"),
    "a right of the GDPR": (
        "dmm",
        "requests.accepts/disclosure",
        {"type": ["dpv:DataSubjectRight", "dpv:ActiveRight", "https://w3id.org/dpv/legal/eu/gdpr#A15"]},
        "RightKind",
    ),
    "a right exercised nowhere": ("dmm", "requests.accepts/disclosure", {"exercisedAt": None}, "ExercisedAt"),
    "joint users without anyone": ("dmm", "joint-use/users", {"controller": None}, "Users"),
    "a party without a name": ("dmm", "exnoa", {"name": None}, "PartyName"),
    "an own term in one language": ("dmm", "jp-appi:JointUse", {"label": {"ja": "共同利用"}}, "Labels"),
    "an own term below nothing of DPV": ("dmm", "jp-appi:JointUse", {"broader": ["jp-appi:JointUse"]}, "BelowDpv"),
    "a sentence that is no anchor": ("dmm", "joint-use", {"sentence": ["https://mihon.example/"]}, "Sentence"),
    "a version of two documents": (
        "dmm",
        "version:2023-07-26",
        {"versionOf": ["https://mihon.example/1", "https://mihon.example/2"]},
        "VersionOf",
    ),
    "two versions at once": ("dmm", "", {"versions": ["#version:2023-07-26", "#delivery"]}, "Versions"),
    "a silence as a process": ("silent", "", {"process": ["#提供"]}, "NothingLeads"),
    "a silence as a measure": ("silent", "", {"measure": ["#安全"]}, "NothingLeads"),
    "a silence nobody declares": ("silent", "", {"declares": ["#提供", "#共同"]}, "Declared"),
    "a silence that shares": ("silent", "提供", {"processing": ["dpv:Share"]}, "NothingDone"),
    "none, and yet on request": (
        "silent",
        "提供",
        {"type": ["policyc:DeclaredNone", "policyc:ToldOnRequest"]},
        "OneAnswer",
    ),
    "elsewhere, and yet a process": (
        "dmm",
        "foreign-transfer",
        {"type": ["policyc:Delegation", "dpv:PersonalDataProcess"]},
        "Delegation",
    ),
    "a period that is none": ("mihon", "保存.retention", {"period": "5年"}, "Period"),
    "no word of the period": ("mihon", "他.retention", {"title": None}, "StorageSaid"),
    "an entry that stands in no list": ("mihon", "案内", {"itemListElement": []}, "OfList"),
    "an entry without a place": ("mihon", "本書", {"position": None}, "OnePosition"),
    "a label with nothing said": ("mihon", "名称", {"value": None}, "Value"),
    "a label that nobody discloses": ("mihon", "", {"discloses": ["#表示-disclosure"]}, "OfDisclosure"),
    "an index that is a notice": ("index", "", {"type": ["schema:CollectionPage", "dpv:PrivacyNotice"]}, "IndexOnly"),
    "no profile": ("rules", "rules/rules", {"profile": None}, "Profile"),
    "a set without rules": ("rules", "rules/rules", {"permission": None, "obligation": None}, "SomeRule"),
    "a permission without a duty": ("dmm", "with-consent/permission", {"duty": None}, "Duty"),
    "another duty than consent": (
        "dmm",
        "with-consent/permission/duty",
        {"action": "odrl:compensate"},
        "ConsentAction",
    ),
    "an action of ODRL that we never mean": ("dmm", "with-consent/permission", {"action": "odrl:transfer"}, "Action"),
    "an action below none of ODRL's": ("dmm", "jp-appi:ThirdPartyProvision", {"includedIn": None}, "IncludedIn"),
    "a right operand of our own": (
        "dmm",
        "with-consent/permission/recipient",
        {"rightOperand": ["odrl:Party"]},
        "RightOperand",
    ),
    "an operand of ODRL that we never mean": (
        "dmm",
        "with-consent/permission/recipient",
        {"leftOperand": "odrl:payAmount"},
        "LeftOperand",
    ),
    "an operator that is none": ("rules", "子ども/permission/SubjectAge", {"operator": "odrl:under"}, "Operator"),
    "a recipient that is less than one": (
        "dmm",
        "with-consent/permission/recipient",
        {"operator": "odrl:lt"},
        "ByRecipient",
    ),
    "an age of any kind": ("rules", "子ども/permission/SubjectAge", {"operator": "odrl:gt"}, "ByAge"),
    "after no event": ("rules", "届出/obligation/event", {"operator": "odrl:lt"}, "ByEvent"),
    "a purpose that is less than one": ("rules", "利用目的/permission/purpose", {"operator": "odrl:gt"}, "ByPurpose"),
    "a prohibition of nothing": ("silent", "提供/prohibition", {"target": None}, "Target"),
    "a permission that is a prohibition": (
        "dmm",
        "with-consent/permission",
        {"type": ["odrl:Permission", "odrl:Prohibition"]},
        "OneKind",
    ),
    "a duty to use": ("rules", "委託/obligation", {"action": "policyc:Use"}, "ObligationAction"),
    "a target that is no data": ("rules", "届出/data", {"personalData": ["#配送"]}, "AssetData"),
}


@pytest.mark.slow
@pytest.mark.parametrize("mutant", BY_HAND)
def test_a_mutant_by_hand(mutant: str) -> None:
    """All the shapes are asked, and the one that the mutant is for is among those that refuse it."""
    case, id_, change, shape = BY_HAND[mutant]
    url = made(case)[0].url
    node = URIRef(iri(id_) if id_.startswith("jp-appi:") else f"{url}#{id_}".rstrip("#"))
    (name,) = {name for name, one in EVERY if local(one.shape) == shape}
    there = validated(case, name)
    remove = [triple for word in change for triple in there.data.triples((node, _predicate(word), None))]
    add = [(node, _predicate(word), term) for word, value in change.items() for term in _terms(word, value, url)]
    with there.changed(remove, add):
        assert shape in {local(result.shape) for result in there.report()}


def _predicate(word: str) -> URIRef:
    said = CONTEXT[word]
    return rdflib.RDF.type if word == "type" else URIRef(iri(said if isinstance(said, str) else said["@id"]))


def _terms(word: str, value: Any, url: str) -> list[Any]:
    """A value of a node as it stands in the JSON, as terms of RDF."""
    said = CONTEXT[word]
    kind = said.get("@type") if isinstance(said, dict) else None
    if isinstance(value, dict):
        return [Literal(text, lang=language) for language, text in value.items()]
    values = value if isinstance(value, list) else [] if value is None else [value]
    if word == "type" or kind == "@id":
        return [URIRef(url + v if v.startswith("#") else iri(v)) for v in values]
    return [Literal(v, datatype=URIRef(iri(kind)) if kind else None) for v in values]


# ---- ODRL ----


def test_the_shapes_know_the_profile() -> None:
    """The actions and operands of the shapes are those that the emitter can write."""
    graph_ = shapes("odrl-shapes.ttl")
    o = rdflib.Namespace("https://example.org/ns/policyc/odrl-shapes#")
    listed = lambda shape: {str(term) for term in graph_.items(graph_.value(shape, SH["in"]))}  # noqa: E731
    actions = {concept("actions", word).own or "" for word in CONCEPTS} | {f"policyc:{name}" for name in ACTIONS}
    assert listed(o.Action) == {iri(term) for term in (*actions, *CORE)}
    assert {term for term in listed(o.LeftOperand) if not term.startswith(ODRL)} == {iri(f"policyc:{OPERAND}")}


@cache
def odrl_classes(shared: Path) -> rdflib.Graph:
    """What is a subclass of what in ODRL: W3C's shapes speak of policies and rules, a file of sets and permissions."""
    made_ = rdflib.Graph()
    for line in (shared / "vocab" / "odrl_terms.tsv").read_text(encoding="utf-8").splitlines()[1:]:
        term, kind, _, _, _, parents, *_ = line.split("\t")
        if kind == "class":
            for parent in parents.split():
                made_.add((URIRef(term), rdflib.RDFS.subClassOf, URIRef(parent)))
    return made_


@pytest.mark.parametrize("case", ["rules", "never", "mihon"])
def test_the_rules_pass_the_shapes_of_odrl_itself(case: str, shared: Path) -> None:
    w3c = rdflib.Graph().parse(shared / "vocab" / "shapes" / "poe-shapesv2.ttl")
    data = graph(made(case)[2].files[FILE]) + odrl_classes(shared)
    there = Validated(data, w3c)
    assert there.report() == []
    # They do speak of our sets: without its rules, one fails.
    odrl = rdflib.Namespace(ODRL)
    (set_,) = data.subjects(rdflib.RDF.type, odrl.Set)
    rules = [t for word in ("permission", "prohibition", "obligation") for t in data.triples((set_, odrl[word], None))]
    with there.changed(rules, []):
        assert [result.focus for result in there.report()] == [set_]


def test_only_terms_of_odrl_that_are_in_use(shared: Path) -> None:
    rows = (shared / "vocab" / "odrl_terms.tsv").read_text(encoding="utf-8").splitlines()[1:]
    in_use = {row.split("\t")[0] for row in rows if not row.split("\t")[2]}
    used = {
        str(term)
        for case in CASES
        for triple in graph(made(case)[2].files[FILE])
        for term in triple
        if isinstance(term, URIRef) and term.startswith(ODRL)
    }
    assert len(used) > 25
    assert used <= in_use


def rule(case: str, id_: str) -> dict[str, object]:
    policy, _, emission = made(case)
    found = {node["id"]: node for node in json.loads(emission.files[FILE])["@graph"]}
    node = found[f"{policy.url}#{id_}"]
    limits = {
        found[one]["leftOperand"]: (
            found[one]["operator"],
            found[one].get("rightOperand", found[one].get("rightOperandNumber")),
        )
        for one in node.get("constraint", ())
    }
    data = found[node["target"]].get("personalData")
    duty = found[node["duty"][0]]["consentingParty"] if "duty" in node else None
    return {"action": node["action"], "limits": limits, "data": data, "consent": duty}


def test_what_the_text_owes_and_permits() -> None:
    base = made("rules")[0].url + "#"
    special = "jp-appi:SpecialCareRequiredPersonalInformation"
    assert rule("rules", "要配慮/permission") == {
        "action": "policyc:Acquire",
        "limits": {"odrl:purpose": ("odrl:isAnyOf", ["dpv:DeliveryOfGoods"])},
        "data": [f"{base}data:medical-history"],
        "consent": [f"{base}customer"],
    }
    assert rule("rules", "子ども/permission") == {
        "action": "policyc:Acquire",
        "limits": {"policyc:SubjectAge": ("odrl:lt", 13)},
        "data": ["dpv:PersonalData"],
        "consent": ["policyc:StatutoryAgent"],
    }
    beyond = rule("rules", "利用目的/permission")
    assert beyond["action"] == "policyc:Use"
    assert beyond["limits"] == {"odrl:purpose": ("odrl:isNoneOf", [f"{base}利用目的"])}
    stop = rule("rules", "届出/obligation")
    assert stop["action"] == "policyc:CeaseProvision" and stop["data"] == [f"{base}data:name", f"{base}data:address"]
    assert stop["limits"] == {"odrl:event": ("odrl:gt", ["dpv:OptingOutFromProcess"])}
    assert rule("rules", "委託/obligation")["action"] == "policyc:SuperviseProcessor"
    erase = rule("rules", "氏名.retention/obligation")
    assert erase["action"] == "odrl:delete" and erase["data"] == [f"{base}data:name"]
    assert erase["limits"] == {"odrl:event": ("odrl:gt", [f"{base}氏名.retention"])}
    assert rule("rules", "改定/obligation")["action"] == "policyc:AnnounceChange"
    assert rule("never", "要配慮/prohibition")["data"] == [special]
    assert rule("never", "子ども/prohibition")["limits"] == {"policyc:SubjectAge": ("odrl:lt", 13)}


def test_never_more_than_the_text() -> None:
    """Erasing "the other data" would be erasing all; a prohibition would forbid what is excepted; a report is no rule."""
    found = {
        name: {node["id"].rpartition("#")[2] for node in json.loads(made(name)[2].files[FILE])["@graph"]}
        for name in CASES
    }
    assert "その他.retention/obligation" not in found["rules"]
    assert "提供/prohibition" not in found["never"] and "送信/prohibition" not in found["never"]
    assert not any(id_.startswith("届出/permission") for id_ in found["rules"])
    lost = {(loss.node, loss.fact) for name in CASES for loss in made(name)[2].losses}
    assert {("その他.retention", "ODRL obligation"), ("提供", "ODRL prohibition")} <= lost
