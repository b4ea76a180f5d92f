"""Names that others write down: terms of our vocabularies, codes of findings and rules, types of TypeScript.

Each list is a text, one name a line, in their order, so that a release can record it and a difference can be read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import pyoxigraph as ox

from ...vocab import NAMESPACES
from . import TYPES, Break

_SKOS = NAMESPACES["skos"]
_RDF_TYPE = ox.NamedNode("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
_BROADER = ox.NamedNode(f"{_SKOS}broader")
_OURS = ("jp-appi", "policyc")
_EXPORT = re.compile(r"^export (?:interface|type) (\w+)", re.MULTILINE)


def terms(vocabularies: Iterable[bytes]) -> str:
    """Of each term in files of Turtle: its name, what it is, and its broader terms, parted by tabs."""
    kinds: dict[str, set[str]] = {}
    parents: dict[str, set[str]] = {}
    for body in vocabularies:
        for quad in ox.parse(body, ox.RdfFormat.TURTLE):
            name = _short(quad.subject)
            if name.partition(":")[0] not in _OURS or not name.partition(":")[2]:
                continue
            if quad.predicate == _RDF_TYPE:
                kinds.setdefault(name, set()).add(_short(quad.object))
            elif quad.predicate == _BROADER:
                parents.setdefault(name, set()).add(_short(quad.object))
    rows = (f"{name}\t{_list(kinds[name])}\t{_list(parents.get(name, set()))}" for name in sorted(kinds))
    return "".join(f"{row.rstrip()}\n" for row in rows)


def _list(names: set[str]) -> str:
    return " ".join(sorted(names))


def _short(term: object) -> str:
    iri = term.value if isinstance(term, ox.NamedNode) else ""
    rows = ((prefix, space) for prefix, space in NAMESPACES.items() if iri.startswith(space))
    # The longest: one namespace lies below another.
    prefix, space = max(rows, key=lambda row: len(row[1]), default=("", ""))
    return f"{prefix}:{iri[len(space) :]}" if prefix else iri


def exports(modules: Iterable[tuple[str, str]]) -> str:
    """The types that modules of TypeScript export, each with its module."""
    return "".join(sorted(f"{name}\t{one}\n" for name, text in modules for one in _EXPORT.findall(text)))


def terms_broken(old: str, new: str) -> Iterator[Break]:
    """Terms that are gone, are no longer what they were, or have lost a broader term."""
    later = {name: (kinds, parents) for name, kinds, parents in map(_term, new.splitlines())}
    for name, kinds, parents in map(_term, old.splitlines()):
        if name not in later:
            yield Break("term-removed", name, "what names it means nothing any more; deprecate it instead")
            continue
        if kinds - later[name][0]:
            yield Break("term-kind-changed", name, "it is no longer what it was")
        if parents - later[name][1]:
            yield Break("term-parent-removed", name, "who knows only the broader term no longer finds it")


def _term(line: str) -> tuple[str, set[str], set[str]]:
    name, kinds, parents = (*line.split("\t"), "", "")[:3]
    return name, set(kinds.split()), set(parents.split())


def codes_broken(old: str, new: str, retired: str) -> Iterator[Break]:
    """Codes that are gone and not among the retired ones, and codes that were retired and are there again."""
    gone = {line.split()[0] for line in retired.splitlines() if line.strip() and not line.startswith("#")}
    now = set(new.split())
    for code in sorted(set(old.split()) - now - gone):
        yield Break("code-removed", code, "name it among the retired codes, so that it is not used again")
    for code in sorted(gone & now):
        yield Break("code-reused", code, "it has meant something else")


def exports_broken(old: str, new: str) -> Iterator[Break]:
    """Types that are no longer exported."""
    for line in sorted(set(old.splitlines()) - set(new.splitlines())):
        yield Break("type-removed", line.replace("\t", ": "), TYPES)
