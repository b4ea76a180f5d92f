"""The published vocabularies: complete, well formed, the same in both notations, and up to the checks of DPV itself."""

from __future__ import annotations

import csv
import json
import re
from functools import cache
from pathlib import Path

import pyoxigraph
import pytest
import rdflib

from conftest import ROOT
from policyc.emit.jsonld import CONTEXT
from policyc.emit.jsonld.terms import CHOICES
from policyc.ontology import graph, terms
from policyc.ontology.freeze import published
from policyc.vocab import CATEGORIES, NAMESPACES, concepts, iri

FOLDER = ROOT / "vocabulary"
PREFIX = re.compile(r"(?:dpv|pd|loc|tech|legal-jp):[A-Za-z-]+")


@cache
def emitted() -> frozenset[str]:
    """Every DPV term that a row of the vocabulary or a line of the emitter names."""
    found = {term for category in CATEGORIES for row in concepts(category).values() for term in row.dpv_terms}
    for path in (ROOT / "src" / "policyc" / "emit" / "jsonld").glob("*.py"):
        found.update(re.findall(rf'"({PREFIX.pattern})"', path.read_text(encoding="utf-8")))
    return frozenset(found)


def test_files_are_current_and_no_others_lie_there() -> None:
    there = {path.relative_to(FOLDER).as_posix() for path in FOLDER.rglob("*") if path.is_file()}
    assert there == set(published())


@pytest.mark.parametrize("name", ["jp-appi", "policyc", "dpv-ja"])
def test_turtle_and_jsonld_say_the_same(name: str) -> None:
    read = set(pyoxigraph.parse(path=FOLDER / f"{name}.ttl"))
    other = set(pyoxigraph.parse(path=FOLDER / f"{name}.jsonld", format=pyoxigraph.RdfFormat.JSON_LD))
    assert len(read) > 100
    assert read == other
    assert not any(isinstance(quad.subject, pyoxigraph.BlankNode) for quad in read)


def test_the_modules_together_hold_every_term_once() -> None:
    every = [term.name for term in terms.jp_appi()]
    assert len(every) == len(set(every)) > 200
    in_modules = []
    for path in (FOLDER / "jp-appi").glob("*.ttl"):
        in_modules += re.findall(r"^(jp-appi:[A-Z]\w*) a ", path.read_text(encoding="utf-8"), re.MULTILINE)
    assert sorted(in_modules) == sorted(every)


def test_every_own_term_that_a_file_can_name_is_published() -> None:
    named = {row.own for category in CATEGORIES for row in concepts(category).values() if row.own}
    named |= {term for words in CHOICES.values() for term in words.values() if not PREFIX.match(term)}
    said = {term.name for term in (*terms.jp_appi(), *terms.own())}
    assert named <= said
    text = json.dumps(CONTEXT)
    assert set(re.findall(r'"(policyc:[a-z]\w*)"', text)) == {term.name for term in terms.properties()}


def test_every_emitted_own_term_is_published_with_the_same_words() -> None:
    said = {iri(term.name): term for term in (*terms.jp_appi(), *terms.own())}
    seen = 0
    for path in sorted((ROOT / "out").glob("*/policy.jsonld")):
        for node in json.loads(path.read_text(encoding="utf-8"))["@graph"]:
            if node.get("inScheme") in (NAMESPACES["jp-appi"], NAMESPACES["policyc"]) and ":" in node["id"]:
                term = said[iri(node["id"])]
                assert node["label"] == {"ja": term.ja, "en": term.en}
                assert tuple(node["broader"]) == term.parents
                seen += 1
    assert seen > 100


def test_every_dpv_term_that_can_be_emitted_has_a_japanese_label_and_none_is_idle(shared: Path) -> None:
    assert emitted() - terms.labels().keys() == set()
    assert terms.read("dpv_ja.yaml").keys() - emitted() == set()
    exact = {
        row.dpv_terms[0]
        for category in CATEGORIES
        for row in concepts(category).values()
        if row.dpv_fit == "exact" and len(row.dpv_terms) == 1
    }
    assert terms.read("dpv_ja.yaml").keys() & exact == set(), "labelled by its row"
    with (shared / "vocab" / "dpv_terms.tsv").open(encoding="utf-8", newline="") as file:
        known = {row["iri"] for row in csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)}
    assert {iri(term) for term in terms.labels()} <= known


def test_the_published_context_is_the_inlined_one() -> None:
    context = json.loads((FOLDER / "context.jsonld").read_text(encoding="utf-8"))["@context"]
    assert context == CONTEXT
    for path in sorted((ROOT / "out").glob("*/policy.jsonld")):
        assert json.loads(path.read_text(encoding="utf-8"))["@context"] == context


# What DPV's checks take for granted of what lies beyond a vocabulary: that classes of others have a label.
_OTHERS = """
@prefix skos: <http://www.w3.org/2004/02/skos/core#> .
<http://www.w3.org/2000/01/rdf-schema#Class> skos:prefLabel "Class"@en .
<http://www.w3.org/2002/07/owl#Ontology> skos:prefLabel "Ontology"@en .
<http://www.w3.org/2004/02/skos/core#Concept> skos:prefLabel "Concept"@en .
<http://www.w3.org/2004/02/skos/core#ConceptScheme> skos:prefLabel "Scheme"@en .
<http://xmlns.com/foaf/0.1/Person> skos:prefLabel "Person"@en .
<http://xmlns.com/foaf/0.1/Organization> skos:prefLabel "Organization"@en .
<http://purl.org/dc/terms/Agent> skos:prefLabel "Agent"@en .
"""


def conforms(data: rdflib.Graph, shared: Path) -> list[str]:
    """What DPV's own shapes find in a vocabulary."""
    pyshacl = pytest.importorskip("pyshacl")
    found = []
    for path in sorted((shared / "vocab" / "shapes" / "dpv-vocab-quality").glob("*.ttl")):
        shapes = rdflib.Graph().parse(path)
        _, report, _ = pyshacl.validate(data, shacl_graph=shapes)
        found += [str(message) for message in report.objects(None, rdflib.SH.resultMessage)]
    return found


def jp_appi() -> rdflib.Graph:
    data = rdflib.Graph().parse(FOLDER / "jp-appi.ttl").parse(FOLDER / "dpv-ja.ttl")
    return data.parse(data=_OTHERS, format="turtle")


def test_jp_appi_passes_the_quality_checks_of_dpv(shared: Path) -> None:
    assert conforms(jp_appi(), shared) == []


@pytest.mark.parametrize(
    ("subject", "verb"),
    [
        ("JointUse", "http://www.w3.org/2004/02/skos/core#definition"),
        ("JointUse", "http://purl.org/dc/terms/created"),
        ("JointUse", "http://www.w3.org/2003/06/sw-vocab-status/ns#term_status"),
        ("", "http://purl.org/vocab/vann/preferredNamespacePrefix"),
        ("", "http://purl.org/dc/terms/license"),
    ],
)
def test_the_quality_checks_would_notice(shared: Path, subject: str, verb: str) -> None:
    data = jp_appi()
    data.remove((rdflib.URIRef(NAMESPACES["jp-appi"] + subject), rdflib.URIRef(verb), None))
    assert conforms(data, shared)


def test_every_term_has_its_section_in_the_reference() -> None:
    text = "".join(path.read_text(encoding="utf-8") for path in (ROOT / "docs" / "reference" / "terms").glob("*.md"))
    for term in (*terms.jp_appi(), *terms.own(), *terms.properties()):
        assert f"`{term.name}` `{iri(term.name)}`" in text, term.name


def test_terms_with_a_source_name_a_statute() -> None:
    for term in terms.jp_appi():
        assert not term.source or re.match(r"[^第]+(法律?|令|規則|ガイドライン（.*）)(第|別|施行|$)", term.source), (
            term.source
        )


def test_a_row_of_no_module_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(row.keys() == {"ja", "en", "about"} for row in terms.read("properties.yaml").values())
    whole = terms.read("release.yaml")
    del whole["modules"]["rights"]
    monkeypatch.setattr(terms, "read", lambda name: whole)
    with pytest.raises(ValueError, match="RightToDisclosure"):
        terms.jp_appi()
    assert graph.PREFIXES["jp-appi"] == NAMESPACES["jp-appi"]
