"""What a JSON-LD file states as one digest: RDF Dataset Canonicalization (W3C RDFC-1.0), SHA-256 of the N-Quads.

Spelling and order of the text do not count, every triple does.
"""

from __future__ import annotations

from hashlib import sha256

import pyoxigraph as ox

from ..diagnostics import Both
from .strict_json import NotJson, parse

# A graph takes many times its text in memory.
_LARGEST = 16 * 1024 * 1024


class NotAGraph(ValueError):
    """Why a file has no digest; `what` says it in both languages."""

    def __init__(self, what: Both) -> None:
        super().__init__(what.en)
        self.what = what


def digest(body: bytes) -> str:
    """SHA-256 (hex) of the canonical N-Quads of a JSON-LD text. Nothing is fetched. Raises NotAGraph.

    A graph with blank nodes is refused: policyc writes none, and to number those of a hostile graph takes for ever.
    """
    if len(body) > _LARGEST:
        raise NotAGraph(Both(f"{_LARGEST} バイトを超えます", f"larger than {_LARGEST} bytes"))
    try:
        parse(body)
        quads = list(ox.parse(body, format=ox.RdfFormat.JSON_LD))
    except NotJson as error:
        raise NotAGraph(error.what) from None
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
