"""The graph of a policy.jsonld: the same in three libraries, through RDF and a frame and back, canonical in linear time."""

from __future__ import annotations

import hashlib
import json
import time
from functools import cache
from pathlib import Path
from typing import Any

import pyoxigraph as ox
import pytest
import rdflib
from pyld import jsonld

from conftest import POLICIES, ROOT, check_files, dmm_files
from policyc.emit.jsonld import CONTEXT, FILE
from policyc.pipeline import emit

FILES = sorted(path.parent.name for path in (ROOT / "out").glob("*/policy.jsonld"))


def text(name: str) -> str:
    return (ROOT / "out" / name / FILE).read_text(encoding="utf-8")


def no_network(url: str, options: Any) -> Any:
    raise AssertionError(f"a context is fetched: {url}")


def by_oxigraph(content: str) -> str:
    """Canonical N-Quads by pyoxigraph (RDFC-1.0)."""
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.JSON_LD))
    dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
    return lines(ox.serialize(dataset, format=ox.RdfFormat.N_QUADS).decode("utf-8"))


def by_pyld(content: str | dict[str, Any]) -> str:
    """Canonical N-Quads by PyLD; a value or property that it drops is an error."""
    document = json.loads(content) if isinstance(content, str) else content
    options = {
        "documentLoader": no_network,
        "algorithm": "URDNA2015",
        "format": "application/n-quads",
        "on_property_dropped": lambda value: pytest.fail(f"dropped: {value}"),
    }
    return lines(jsonld.normalize(document, options))


def by_rdflib(content: str) -> str:
    """N-Quads by rdflib: without blank nodes, sorted, that is the canonical form."""
    graph = rdflib.Graph().parse(data=content, format="json-ld")
    assert not [term for triple in graph for term in triple if isinstance(term, rdflib.BNode)]
    # Through pyoxigraph, whose escapes are those of the canonical form.
    triples = graph.serialize(format="nt")
    return lines(ox.serialize(ox.parse(triples, format=ox.RdfFormat.N_TRIPLES), format=ox.RdfFormat.N_QUADS).decode())


def lines(quads: str) -> str:
    return "\n".join(sorted(line for line in quads.splitlines() if line)) + "\n"


def digest(quads: str) -> str:
    return hashlib.sha256(quads.encode("utf-8")).hexdigest()


@pytest.mark.filterwarnings("ignore")
@pytest.mark.parametrize("name", FILES)
def test_three_libraries_read_one_graph(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    digests = {digest(read(text(name))) for read in (by_oxigraph, by_pyld, by_rdflib)}
    with capsys.disabled():
        print(f"\n{name}: {' '.join(sorted(digests))}")
    assert len(digests) == 1
    assert "_:" not in by_oxigraph(text(name))


# Framing takes PyLD seconds on the larger graphs.
FRAMED = [pytest.param(name, marks=[] if len(text(name)) < 30_000 else pytest.mark.slow) for name in FILES]


@pytest.mark.parametrize("name", FRAMED)
def test_through_rdf_and_a_frame_and_back(name: str) -> None:
    """JSON-LD → RDF → JSON-LD, framed by the context → RDF: nothing is lost."""
    document = json.loads(text(name))
    options = {"documentLoader": no_network}
    quads = jsonld.to_rdf(document, {**options, "format": "application/n-quads"})
    expanded = jsonld.from_rdf(quads, {"format": "application/n-quads"})
    framed = jsonld.frame(expanded, {"@context": CONTEXT}, {**options, "embed": "@once"})
    assert by_pyld(framed) == by_pyld(document)


@cache
def grown(purposes: int) -> str:
    """The JSON-LD of the seed with so many purposes more."""
    sources = dmm_files()
    name = "dmm-privacy.policy"
    mark = 'purpose delivery       "'
    more = "".join(f'purpose more-{n} "第{n}の目的のため" {{ is: service-provision }}\n' for n in range(purposes))
    assert sources[name].count(mark) == 1
    checked = check_files({**sources, name: sources[name].replace(mark, more + mark)})
    assert checked.ok, checked.diagnostics[:3]
    (made,) = emit(checked, ("jsonld",))
    return made.files[FILE]


def canonicalized(content: str) -> float:
    dataset = ox.Dataset(ox.parse(content, format=ox.RdfFormat.JSON_LD))
    times = []
    for _ in range(3):
        start = time.process_time()
        dataset.canonicalize(ox.CanonicalizationAlgorithm.RDFC_1_0)
        times.append(time.process_time() - start)
    return min(times)


@pytest.mark.slow
def test_ten_thousand_nodes_are_canonical_in_linear_time() -> None:
    small, large = grown(1_000), grown(10_000)
    assert len(json.loads(large)["@graph"]) > 10_000
    assert canonicalized(large) < 20 * max(canonicalized(small), 0.001)
    assert "_:" not in by_oxigraph(large)


def test_the_sources_of_the_files_are_those_of_the_project() -> None:
    assert {path.stem for path in Path(POLICIES).glob("*.policy")} >= set(FILES)
