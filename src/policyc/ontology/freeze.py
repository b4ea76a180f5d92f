"""Every file of the published vocabularies, as text: what `python3 run.py freeze` writes into `vocabulary/`."""

from __future__ import annotations

from ..emit.jsonld.context import CONTEXT_TEXT
from .graph import japanese, module, vocabulary
from .terms import read
from .write import jsonld, turtle


def published() -> dict[str, str]:
    """Path from `vocabulary/` and text of every file: the same for the same rows."""
    made = {"context.jsonld": f'{{"@context": {CONTEXT_TEXT}}}\n'}
    for name, said in read("release.yaml")["vocabularies"].items():
        nodes = vocabulary(name)
        made[f"{name}.ttl"] = turtle(nodes, f"{said['title']['en']} ({said['title']['ja']})")
        made[f"{name}.jsonld"] = jsonld(nodes)
    for name, said in read("release.yaml")["modules"].items():
        made[f"jp-appi/{name}.ttl"] = turtle(module(name), f"jp-appi: {said['en']} ({said['ja']})")
    made["dpv-ja.ttl"] = turtle(japanese(), "Japanese labels of the terms of DPV 2.3 that policyc can emit")
    made["dpv-ja.jsonld"] = jsonld(japanese())
    return made
