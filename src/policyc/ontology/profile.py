"""The ODRL profile as statements: the actions and the left operand that the rules of a policy.jsonld use beside ODRL's own."""

from __future__ import annotations

from ..emit.jsonld.odrl_parts import ACTIONS, CONCEPTS, OPERAND
from ..emit.jsonld.odrl_parts import concept as row
from .graph import Iri, Node, Text
from .terms import Term, jp_appi, own, read

_PROFILE = "policyc:OdrlProfile"


def profile() -> list[Node]:
    """The profile, its actions by name (each odrl:includedIn odrl:use, as ODRL 2.2 asks), and its left operand."""
    known = {term.name: term for term in (*jp_appi(), *own())}
    actions = sorted([row("actions", word).own or "" for word in CONCEPTS] + [f"policyc:{name}" for name in ACTIONS])
    return [
        _about(known[_PROFILE]),
        *(_member(known[name], "odrl:Action", (("odrl:includedIn", (Iri("odrl:use"),)),)) for name in actions),
        _member(known[f"policyc:{OPERAND}"], "odrl:LeftOperand", ()),
    ]


def _about(term: Term) -> Node:
    release = read("release.yaml")
    said = release["profile"]
    return Node(
        term.name,
        (
            ("rdf:type", (Iri("owl:Ontology"),)),
            ("dct:title", (Text(term.ja, "ja"), Text(term.en, "en"))),
            ("dct:description", (Text(said["ja"], "ja"), Text(said["en"], "en"))),
            ("dct:issued", (Text(release["issued"], datatype="xsd:date"),)),
            ("dct:license", (Iri(release["license"]),)),
            ("dct:conformsTo", (Iri("odrl:core"),)),
        ),
    )


def _member(term: Term, kind: str, more: tuple[tuple[str, tuple[Iri | Text, ...]], ...]) -> Node:
    says: tuple[tuple[str, tuple[Iri | Text, ...]], ...] = (
        ("rdf:type", (Iri(kind), Iri("skos:Concept"))),
        *more,
        ("skos:prefLabel", (Text(term.ja, "ja"), Text(term.en, "en"))),
        ("skos:definition", (Text(term.definition_ja, "ja"), Text(term.definition_en, "en"))),
        ("skos:broader", tuple(map(Iri, term.parents))),
        ("rdfs:isDefinedBy", (Iri(_PROFILE),)),
    )
    return Node(term.name, says)
