"""The terms of the published vocabularies, gathered from the rows of `vocab/`, the emitter's own terms and two files here."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import yaml

from ..emit.jsonld.concepts import root, source
from ..emit.jsonld.terms import TERMS
from ..vocab import CATEGORIES, Concept, concepts

_HERE = Path(__file__).parent


class Term(NamedTuple):
    """One term: its name (`jp-appi:JointUse`), module, what it is, texts in both languages, DPV parents, and source."""

    name: str
    module: str
    classes: tuple[str, ...]
    ja: str
    en: str
    definition_ja: str
    definition_en: str
    parents: tuple[str, ...]
    source: str
    since: str


def read(name: str) -> Any:
    """One of the YAML files of this room."""
    # Dates as their own text: YAML would make objects of them.
    return yaml.load((_HERE / name).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def jp_appi() -> list[Term]:
    """Every term of `jp-appi`, by module and name; ValueError where a row belongs to no module or to two."""
    release = read("release.yaml")
    rows = {c.own.partition(":")[2]: c for c in _every() if c.own and c.own.startswith("jp-appi:")}
    made, taken = [], set()
    alone = {name for module in release["modules"].values() for name in module.get("only", ())}
    for key, module in release["modules"].items():
        names = module.get("only") or [
            name for name, c in rows.items() if c.category in module["categories"] and name not in alone
        ]
        for name in sorted(names):
            taken.add(name)
            made.append(_term(rows[name], key, release["first"]))
    left = sorted(rows.keys() - taken)
    if left or len(made) != len(taken):
        raise ValueError(f"terms of no module or of two: {left}")
    return made


def _every() -> list[Concept]:
    return [row for category in CATEGORIES for row in concepts(category).values()]


def _term(row: Concept, module: str, since: str) -> Term:
    return Term(
        row.own or "",
        module,
        (root(row),),
        row.ja,
        row.en,
        row.definition_ja,
        row.definition_en,
        row.dpv_terms,
        source(row.article or ""),
        since,
    )


def own() -> list[Term]:
    """Every class of `policyc`: the emitter's terms, and the rows that have such a term."""
    since = read("release.yaml")["first"]
    made = [
        Term(f"policyc:{name}", "classes", (), t.ja, t.en, t.ja, t.en, (t.broader,), "", since)
        for name, t in TERMS.items()
    ]
    made += [_term(row, "classes", since) for row in _every() if row.own and row.own.startswith("policyc:")]
    return sorted(made)


def properties() -> list[Term]:
    """Every property of `policyc`."""
    since = read("release.yaml")["first"]
    return [
        Term(f"policyc:{name}", "properties", (), row["ja"], row["en"], row["ja"], row["about"], (), "", since)
        for name, row in sorted(read("properties.yaml").items())
    ]


def labels() -> dict[str, str]:
    """The Japanese label of every DPV term that the compiler can emit: of the row that means exactly it, else ours."""
    made = {
        row.dpv_terms[0]: row.ja for row in reversed(_every()) if row.dpv_fit == "exact" and len(row.dpv_terms) == 1
    }
    return dict(sorted({**made, **read("dpv_ja.yaml")}.items()))
