"""What a JSON-LD file states as one digest: RDF Dataset Canonicalization (W3C RDFC-1.0), SHA-256 of the N-Quads.

Spelling and order of the text do not count, every triple does.
"""

from __future__ import annotations

from hashlib import sha256

import pyoxigraph as ox

from ..diagnostics import Both
from .linked import NotAGraph as NotAGraph
from .linked import bounded


def digest(body: bytes) -> str:
    """SHA-256 (hex) of the canonical N-Quads of a JSON-LD text. Nothing is fetched. Raises NotAGraph.

    A graph with blank nodes is refused: policyc writes none, and to number those of a hostile graph takes for ever.
    """
    bounded(body)
    try:
        quads = list(ox.parse(body, format=ox.RdfFormat.JSON_LD))
    except (SyntaxError, ValueError, OSError):
        raise NotAGraph(Both("JSON-LD ではありません", "not JSON-LD")) from None
    terms = (term for quad in quads for term in (quad.subject, quad.object, quad.graph_name))
    if any(isinstance(term, ox.BlankNode) for term in terms):
        raise NotAGraph(Both("名前のない節点があります", "it has a node without a name"))
    dataset = ox.Dataset(quads)
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    lines = ox.serialize(dataset, format=ox.RdfFormat.N_QUADS) or b""
    # RDFC-1.0 orders by code points, which is the order of the bytes of UTF-8.
    return sha256(b"".join(sorted(lines.splitlines(keepends=True)))).hexdigest()
