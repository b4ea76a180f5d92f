"""The version of the document that the source states: its name, its day, and what it replaces."""

from __future__ import annotations

from ...facts.identifiers import version as identifier
from .graph import Graph
from .nodes import Node


def version(graph: Graph) -> None:
    """A node for this version: `#version:<day>` by the last revision that is stated, else `#version:<name>`.

    The document itself keeps its address, and is what this is a version of (dct:isVersionOf). What it replaces is said
    where the source declares it (`replaces`), of the version or, where none is stated, of the document: that a
    document was revised before does not say what stood there.
    """
    policy = graph.policy
    day = max((row.date for row in policy.events if row.kind == "revised"), default="")
    replaced = graph.page(policy.replaces, "replaces")
    if not day and not policy.version:
        if replaced:
            graph.add(graph.refs[policy.id], replaced)
        return
    node: Node = {
        "type": [graph.type("Version")],
        "versionOf": graph.refs[policy.id],
        "version": policy.version,
        "date": day,
        **replaced,
        "origin": policy.origin,
    }
    graph.link("versions", graph.add(graph.fitting(identifier(day or policy.version)), node))
