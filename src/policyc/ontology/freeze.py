"""Every file of the published vocabularies, as text: what `python3 run.py freeze` writes into `vocabulary/`."""

from __future__ import annotations

from pathlib import Path

from ..emit import jsonld as target
from ..emit.json_text import OnLines, json_text
from ..emit.jsonld.context import CONTEXT
from .graph import japanese, module, vocabulary
from .profile import profile
from .terms import read
from .write import jsonld, turtle


def published() -> dict[str, str]:
    """Path from `vocabulary/` and text of every file: the same for the same rows."""
    made = {"context.jsonld": json_text(OnLines({"@context": OnLines(CONTEXT)}, tight=True))}
    for name, said in read("release.yaml")["vocabularies"].items():
        nodes = vocabulary(name)
        made[f"{name}.ttl"] = turtle(nodes, f"{said['title']['en']} ({said['title']['ja']})")
        made[f"{name}.jsonld"] = jsonld(nodes)
    for name, said in read("release.yaml")["modules"].items():
        made[f"jp-appi/{name}.ttl"] = turtle(module(name), f"jp-appi: {said['en']} ({said['ja']})")
    made["dpv-ja.ttl"] = turtle(japanese(), "Japanese labels of the terms of DPV 2.3 that policyc can emit")
    made["dpv-ja.jsonld"] = jsonld(japanese())
    made["odrl-profile.ttl"] = turtle(profile(), "The ODRL profile of policyc: its actions and its left operand")
    made["odrl-profile.jsonld"] = jsonld(profile())
    for name in ("shapes.ttl", "odrl-shapes.ttl"):
        made[name] = (Path(target.__file__).parent / name).read_text(encoding="utf-8")
    return made
