"""From the YAML files to the Python modules in `frozen/`: the vocabulary as literals that load at no cost."""

from __future__ import annotations

from pathlib import Path

from policyc.vocab import Concept
from policyc.vocab.schema import load_namespaces, load_yaml
from policyc.vocab.targets import TARGETS

FOLDER = Path(__file__).resolve().parent

# fmt: off and noqa: the lines are as long as the texts in them.
_HEADER = '''# Generated from {source} by `python3 run.py freeze`: change that file, not this one.
# fmt: off
# ruff: noqa
"""{about}"""

'''


def frozen_modules() -> dict[str, str]:
    """Source text of every generated module by its path from `src/policyc/vocab`: the same for the same YAML.

    ValueError, with all faults, when a YAML file is not right.
    """
    namespaces = load_namespaces(_read("namespaces"))
    made = {"frozen/__init__.py": _index_module(namespaces)}
    faults: list[str] = []
    for category in TARGETS:
        name = f"{category}.yaml"
        rows, problems = load_yaml(_read(category), name, shipped=True)
        faults += [f"{name}:{line}: {message}" for line, _, message in problems]
        faults += [f"{name}: {row.id} is not of {category}" for row in rows if row.category != category]
        faults += [f"{name}: {row.id}: no prefix for {term}" for row, term in _prefixed(rows, namespaces)]
        made[f"frozen/{category}.py"] = _category_module(category, rows)
    if faults:
        raise ValueError("\n".join(faults))
    return made


def _read(name: str) -> str:
    return (FOLDER / f"{name}.yaml").read_text(encoding="utf-8")


def _prefixed(rows: tuple[Concept, ...], namespaces: dict[str, str]) -> list[tuple[Concept, str]]:
    terms = [(row, term) for row in rows for term in (*row.dpv_terms, *([row.own] if row.own else []))]
    return [(row, term) for row, term in terms if term.partition(":")[0] not in namespaces]


def _index_module(namespaces: dict[str, str]) -> str:
    prefixes = "".join(f"    {prefix!r}: {iri!r},\n" for prefix, iri in namespaces.items())
    return (
        _HEADER.format(about="Prefixes and categories of the vocabulary.", source="../namespaces.yaml")
        + f"NAMESPACES = {{\n{prefixes}}}\n"
        + f"CATEGORIES = {tuple(TARGETS)!r}\n"
    )


def _category_module(category: str, rows: tuple[Concept, ...]) -> str:
    # One literal of constants: Python reads it from its byte code cache without running anything.
    # The last field is one that few rows have.
    lines = "".join(f"    {tuple(row if row.equivalent else row[:-1])!r},\n" for row in rows)
    return (
        _HEADER.format(about=f"The rows of the category {category}.", source=f"../{category}.yaml")
        + f"ROWS: tuple[tuple[object, ...], ...] = (\n{lines})\n"
    )
