"""The further details of a fact: where data come from, how much is entrusted, why a document is changed."""

from __future__ import annotations

from ... import facts
from .. import BROADER, NONE_FIT
from .graph import Graph
from .nodes import Node, grow, ja

_LINKS = {"extent": "extent", "supervision": "supervision", "consent": "consentOf"}
_LISTS = {
    "service": "service",
    "essential-for": "necessaryFor",
    "opt-out-kind": "stops",
    "refuses": "refusedWhere",
    "grounds": "requestedWhere",
    "fee-method": "feeMethod",
}
"""Words of a closed list of which a fact may have several."""
_TEXTS = {
    "method": ("method", "how data are provided"),
    "consent-method": ("consentMethod", "how the user consents to a transmission"),
    "opt-out": ("optOutMethod", "how to opt out, but by an address"),
    "limitation": ("limitation", "how the service is limited after opting out"),
}


Detailed = facts.Practice | facts.Silence | facts.Procedure | facts.Retention | facts.Amendment | facts.Delegation


def details(graph: Graph, row: Detailed) -> Node:
    """The details as properties: DPV's for sources and countries, our own for the rest.

    A detail that the text declares to be none or told on request, and any that we have no property for, is kept as
    `word: value` in policyc:detail, where no reader can take it for a positive statement.
    """
    found: Node = {}
    for word, value in row.details:
        if value not in (facts.NONE, facts.ON_REQUEST) and _said(graph, row, word, value, found):
            continue
        grow(found, "detail", [f"{word}: {value}"])
        graph.lose(row.id, f"{word}: {value}", NONE_FIT, "kept as a plain value of policyc:detail")
    return found


def _said(graph: Graph, row: Detailed, word: str, value: str, found: Node) -> bool:
    """Enter one detail; False for one that there is no property for."""
    if word == "country":
        for key, values in graph.places((value,), "country").items():
            grow(found, key, values)
        return True
    if word in _TEXTS:
        key, matter = _TEXTS[word]
        found[key] = ja(value)
        graph.lose(row.id, word, NONE_FIT, f"DPV has no property for {matter}; kept as text")
        return True
    if word == "under" and value.isdecimal():
        found["under"] = int(value)
        graph.lose(row.id, "age below which it applies", NONE_FIT, "DPV has no property for an age")
        return True
    if word == "sources":
        term = graph.choice("sources", value)
        if term:
            grow(found, "dataSource", [term])
            if term.startswith("policyc:"):
                graph.lose(row.id, f"source: {value}", BROADER, "DPV has only the general dpv:DataSource")
        return bool(term)
    term = graph.choice(word, value) if word in _LINKS or word in _LISTS else ""
    if term and word == "service":
        grow(found, "service", [term])
        graph.lose(row.id, f"service: {value}", BROADER, "DPV has only the general dpv:Service")
    elif term and word in _LISTS:
        grow(found, _LISTS[word], [term])
        graph.lose(row.id, f"{word}: {value}", NONE_FIT, "DPV has no property for it; our own is used")
    elif term:
        found[_LINKS[word]] = term
        graph.lose(row.id, f"{word}: {value}", NONE_FIT, "DPV has no property for it; our own is used")
    return bool(term)
