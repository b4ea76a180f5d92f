"""The published vocabularies as statements, in the order in which they are written: one shape for Turtle and JSON-LD."""

from __future__ import annotations

from typing import Any, NamedTuple

from ..vocab import NAMESPACES
from .terms import Term, jp_appi, labels, own, properties, read

PREFIXES = {
    **NAMESPACES,
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "rdfs": "http://www.w3.org/2000/01/rdf-schema#",
    "owl": "http://www.w3.org/2002/07/owl#",
    "org": "http://www.w3.org/ns/org#",
    "bibo": "http://purl.org/ontology/bibo/",
    "vann": "http://purl.org/vocab/vann/",
    "sw": "http://www.w3.org/2003/06/sw-vocab-status/ns#",
}


class Iri(NamedTuple):
    """A term by its prefixed name, or a whole IRI."""

    name: str


class Text(NamedTuple):
    """A literal: with a language, or with a datatype, or plain."""

    text: str
    language: str = ""
    datatype: str = ""


class Node(NamedTuple):
    """A subject with its statements, in order."""

    name: str
    says: tuple[tuple[str, tuple[Iri | Text, ...]], ...]


def vocabulary(name: str) -> list[Node]:
    """A whole vocabulary, `jp-appi` or `policyc`: what it says of itself, its modules, its terms."""
    if name == "jp-appi":
        return [*_about(name), *_schemes(), *map(_class, jp_appi())]
    return [*_about(name), *map(_class, own()), *map(_property, properties())]


def module(name: str) -> list[Node]:
    """One module of `jp-appi`: its scheme and its terms."""
    return [*(node for node in _schemes() if node.name == _scheme(name)), *map(_class, _of(name))]


def _of(name: str) -> list[Term]:
    return [term for term in jp_appi() if term.module == name]


def japanese() -> list[Node]:
    """Japanese labels of the DPV terms that the compiler can emit."""
    return [Node(name, (("skos:prefLabel", (Text(ja, "ja"),)),)) for name, ja in labels().items()]


def _about(name: str) -> list[Node]:
    release = read("release.yaml")
    said = release["vocabularies"][name]
    iri = NAMESPACES[name]
    author, project = f"{name}:authors", f"{name}:project"
    says: list[tuple[str, Any]] = [
        ("rdf:type", (Iri("owl:Ontology"),)),
        ("dct:title", (_en(said["title"]),)),
        # As DPV's own checks ask for it; rdfs:label is what others read.
        ("rdfs:Label", (_en(said["title"]),)),
        ("rdfs:label", (Text(said["title"]["ja"], "ja"), _en(said["title"]))),
        ("dct:description", (_en(said["description"]),)),
        ("rdfs:comment", (Text(said["description"]["ja"], "ja"),)),
        ("dct:identifier", (Text(iri),)),
        ("dct:created", (_date(release["first"]),)),
        ("dct:issued", (_date(release["issued"]),)),
        ("dct:creator", (Iri(author),)),
        ("dct:publisher", (Iri(project),)),
        ("dct:license", (Iri(release["license"]),)),
        ("dct:conformsTo", (Iri("https://w3id.org/dpv/2.3"),)),
        ("dct:source", (Iri("legal-jp:law-APPI"),)),
        ("dct:bibliographicCitation", (Text(f"{said['title']['en']}, version {release['version']}"),)),
        ("bibo:status", (Text("published"),)),
        # No identifier was registered; the checks want the property, and this is the truth.
        ("bibo:doi", (Text("not registered"),)),
        ("vann:preferredNamespacePrefix", (Text(name),)),
        ("vann:preferredNamespaceUri", (Text(iri),)),
        ("owl:versionInfo", (Text(release["version"]),)),
        ("owl:versionIRI", (Iri(f"{iri.rstrip('#')}/{release['version']}"),)),
    ]
    return [
        Node(iri, tuple(says)),
        Node(
            author,
            (
                ("rdf:type", (Iri("foaf:Person"), Iri("dct:Agent"))),
                ("foaf:name", (Text("The authors of policyc"),)),
                ("org:memberOf", (Iri(project),)),
            ),
        ),
        Node(project, (("rdf:type", (Iri("foaf:Organization"), Iri("dct:Agent"))), ("foaf:name", (Text("policyc"),)))),
    ]


def _schemes() -> list[Node]:
    made = []
    for name, said in read("release.yaml")["modules"].items():
        says = (
            ("rdf:type", (Iri("skos:ConceptScheme"),)),
            ("dct:title", (Text(said["ja"], "ja"), _en(said))),
            ("rdfs:isDefinedBy", (Iri(NAMESPACES["jp-appi"]),)),
            ("skos:hasTopConcept", tuple(Iri(term.name) for term in _of(name))),
        )
        made.append(Node(_scheme(name), tuple(row for row in says if row[1])))
    return made


def _scheme(module_: str) -> str:
    return f"jp-appi:{module_}-classes"


def _class(term: Term) -> Node:
    scheme = _scheme(term.module) if term.name.startswith("jp-appi:") else NAMESPACES["policyc"]
    return _node(term, ("rdfs:Class", "skos:Concept", *term.classes), scheme)


def _property(term: Term) -> Node:
    return _node(term, ("rdf:Property", "skos:Concept"), NAMESPACES["policyc"])


def _node(term: Term, classes: tuple[str, ...], scheme: str) -> Node:
    says: list[tuple[str, tuple[Iri | Text, ...]]] = [
        ("rdf:type", tuple(map(Iri, classes))),
        ("skos:prefLabel", (Text(term.ja, "ja"), Text(term.en, "en"))),
        ("skos:definition", (Text(term.definition_ja, "ja"), Text(term.definition_en, "en"))),
        ("skos:broader", tuple(map(Iri, term.parents))),
        ("dct:source", (Text(term.source, "ja"),) if term.source else ()),
        ("dct:created", (_date(term.since),)),
        ("sw:term_status", (Text("accepted", "en"),)),
        ("skos:inScheme", (Iri(scheme),)),
        ("rdfs:isDefinedBy", (Iri(NAMESPACES[term.name.partition(":")[0]]),)),
    ]
    return Node(term.name, tuple(row for row in says if row[1]))


def _en(said: dict[str, str]) -> Text:
    return Text(said["en"], "en")


def _date(day: str) -> Text:
    return Text(day, datatype="xsd:date")
