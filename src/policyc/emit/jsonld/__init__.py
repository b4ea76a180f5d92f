"""JSON-LD: a policy as one graph of W3C's Data Privacy Vocabulary 2.3, with a small ODRL set and our own terms.

Every row of the facts is a node with an IRI, described once: `<url of the document>#<id>`; what the facts has as a part of
a row is `#<id>/<part>`. The document's own node has the document's address. There are no blank nodes.

Purposes: a process names by dpv:hasPurpose its own purposes, and those it takes from a clause (`same as`, `within`)
by the one node of that clause, whose skos:narrower are the listed purposes: dpv:hasPurpose/skos:narrower is the one
hop to them all. The size of a file so grows with its source, not with practices times purposes.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from ...compose.page import Page
from ...facts import TABLES, Policy
from .. import Emission, Target
from ..json_text import OnLines, json_text, ready
from . import document, listed, matter, measures, parties, requests, statements
from .context import CONTEXT
from .graph import Graph
from .odrl import rules
from .practices import practice
from .text import describe_by_text
from .versions import version

__all__ = ["CONTEXT", "FILE", "TARGET", "WRITERS", "emit"]

FILE = "policy.jsonld"

_CONTEXT = ready(OnLines(CONTEXT))

WRITERS: dict[str, Callable[[Graph, Any], None]] = {
    "parties": parties.party,
    "groups": parties.group,
    "people": parties.subject,
    "data": matter.data_item,
    "purposes": matter.purpose,
    "recipients": parties.recipient,
    "practices": practice,
    "rights": requests.right,
    "procedures": requests.procedure,
    "safeguards": measures.safeguard,
    "retentions": measures.retention,
    "contacts": parties.contact,
    "events": document.event,
    "amendments": document.amendment,
    "delegations": statements.delegation,
    "frames": statements.frame,
    "silences": statements.silence,
    "terms": statements.term,
    "entries": listed.entry,
    "disclosures": listed.disclosure,
}
"""What writes the rows of each table of facts."""


def emit(policy: Policy, page: Page, made: Mapping[str, str]) -> Emission:
    """The policy as JSON-LD 1.1: the context, then the graph with one node a line, the document first."""
    graph = Graph(policy)
    document.notice(graph)
    for table in TABLES:
        write = WRITERS[table]
        for row in getattr(policy, table):
            write(graph, row)
    matter.purposes_together(graph)
    document.places(graph)
    version(graph)
    rules(graph)
    describe_by_text(graph, page)
    file = {"@context": _CONTEXT, "@graph": OnLines(graph.tree(), 0)}
    named = {FILE: graph.refs} if graph.closed else {}
    return Emission({FILE: json_text(OnLines(file, 0, tight=True))}, graph.losses, named)


TARGET = Target("jsonld", {FILE: "application/ld+json"}, emit)
