"""The own terms that a file uses, described in it: whoever knows only DPV climbs from them by skos:broader."""

from __future__ import annotations

from functools import lru_cache

from ...vocab import NAMESPACES, Concept
from ..encode import encode
from .graph import Graph, Json, given, ja
from .terms import TERMS

_ROOTS = {
    "purposes": "dpv:Purpose",
    "data": "dpv:PersonalData",
    "recipients": "dpv:Recipient",
    "actions": "dpv:Processing",
    "rights": "dpv:DataSubjectRight",
    "subjects": "dpv:DataSubject",
    "measures": "dpv:TechnicalOrganisationalMeasure",
    "bases": "dpv:LegalBasis",
    "countries": "dpv:Location",
    "labels": "dpv:Context",
}


def describe(graph: Graph) -> list[str]:
    """The nodes of the own terms in use, by name, as JSON; where the graph has a node of a term, it is added to that."""
    lines: list[str] = []
    for term in sorted(graph.used):
        concept = graph.used[term]
        if term in graph.nodes:
            graph.put(term, _node(term, concept))
        else:
            lines.append(_line(term, concept))
    return lines


@lru_cache(maxsize=1024)
def _line(term: str, concept: Concept | None) -> str:
    """The node of a term in one line. Remembered: a third of a file, and the same in every file that uses the term."""
    return encode({"id": term, **_node(term, concept)})


def _node(term: str, concept: Concept | None) -> Json:
    return _own(term) if concept is None else _of(concept)


def _own(term: str) -> Json:
    row = TERMS[term.partition(":")[2]]
    return {
        "type": ["skos:Concept"],
        "label": {"ja": row.ja, "en": row.en},
        "broader": [row.broader],
        "inScheme": NAMESPACES["policyc"],
    }


def _of(concept: Concept) -> Json:
    own = concept.own or ""
    node = {
        "type": ["skos:Concept", root(concept)],
        "label": {"ja": concept.ja, "en": concept.en},
        "definition": {"ja": concept.definition_ja, "en": concept.definition_en},
        "broader": list(concept.dpv_terms),
        "source": ja(source(concept.article or "")),
        "inScheme": NAMESPACES[own.partition(":")[0]] if not own.startswith("http") else "",
    }
    return given(node)


def root(concept: Concept) -> str:
    """The DPV class that a concept is one of: that of its category; of a kind of document, what it is a kind of."""
    return _ROOTS.get(concept.category, concept.dpv_terms[0])


def source(article: str) -> str:
    """An article with the name of its statute: of the APPI unless the article names another."""
    if article.startswith("第"):
        return f"個人情報の保護に関する法律{article}"
    return f"個人情報の保護に関する法律{article}" if article.startswith("施行令") else article
