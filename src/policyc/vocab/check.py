"""What a row's form cannot show: terms a target does not have, a fit that does not suit, words used twice."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from difflib import get_close_matches

from policyc.vocab import NAMESPACES, Concept, lookup, p3p_base
from policyc.vocab.targets import TARGETS, dpv_parents, kinds_of

# Keys and places that lead from a row to a value in it.
Path = tuple[str | int, ...]
# Where in the row, and what is wrong, in Japanese and in English.
Fault = tuple[Path, str, str]


def faults(concept: Concept, shipped: bool = False) -> Iterator[Fault]:
    """The faults of a row against DPV 2.3 and P3P 1.0 (`shipped`: prefixes are checked when freezing)."""
    target = TARGETS[concept.category]
    for place, term in enumerate(concept.dpv_terms):
        kinds = kinds_of(term)
        if not kinds:
            yield ("dpv", "terms", place), *unknown(term, dpv_parents())
        elif kinds.isdisjoint(target.roots):
            ja = f"「{term}」は {concept.category} に使えません（{target.roots[0]} の一種ではありません）"
            yield ("dpv", "terms", place), ja, f"“{term}” is not a kind of {target.roots[0]}"
    if concept.own and concept.dpv_fit == "exact":
        yield ("own",), "dpv が exact なら own は要りません", "own is for rows whose DPV term is not exact"
    if concept.own and not shipped:
        yield from _not_its_own(concept.own)
    if concept.category == "data":
        yield from _data_faults(concept)
    else:
        for place, term in enumerate(concept.p3p_terms):
            if term not in target.p3p:
                yield ("p3p", "terms", place), *unknown(term, target.p3p)
        if concept.p3p_categories:
            yield ("p3p", "categories"), "categories は data だけです", "categories belong to data items"
    if concept.p3p_fit != "none" and not concept.p3p_terms:
        yield ("p3p",), "terms がないなら fit は none です", "without terms the fit is none"
    if concept.sensitive and concept.category != "data":
        yield ("sensitive",), "sensitive は data にだけ書けます", "sensitive belongs to data items"
    if concept.equivalent and not (shipped and concept.category == "countries"):
        # Which countries are designated is law, and no policy's own to say.
        yield (
            ("equivalent",),
            "equivalent は製品の countries にだけ書けます",
            "equivalent belongs to the shipped countries",
        )
    if concept.id in concept.parts:
        yield ("parts",), "自分自身を parts に書けません", "a row cannot be a part of itself"


def _not_its_own(own: str) -> Iterator[Fault]:
    """A term of a namespace that is not the policy's: there it would mean something else."""
    prefix, _, name = own.partition(":")
    if not name.startswith("//") and prefix not in NAMESPACES:
        yield ("own",), *unknown(prefix, ())
        return
    whose = next((one for one, there in NAMESPACES.items() if one == prefix or own.startswith(there)), "")
    if whose:
        ja = f"own は自分の名前空間の URL です（「{whose}:」は policyc か規格のものです）"
        yield ("own",), ja, f"own is a URL in a namespace of your own; “{whose}:” is that of policyc or a standard"


def _data_faults(concept: Concept) -> Iterator[Fault]:
    refs = p3p_base.base_refs()
    for place, ref in enumerate(concept.p3p_terms):
        if ref not in refs:
            yield ("p3p", "terms", place), *unknown(ref, refs)
    for place, name in enumerate(concept.p3p_categories):
        if name not in p3p_base.DATA_CATEGORIES:
            yield ("p3p", "categories", place), *unknown(name, p3p_base.DATA_CATEGORIES)
    variable = any(ref in p3p_base.VARIABLE_REFS for ref in concept.p3p_terms)
    if variable != bool(concept.p3p_categories):
        names = " と ".join(p3p_base.VARIABLE_REFS)
        ja = f"categories は {names} にだけ、必ず書きます"
        yield ("p3p",), ja, f"categories go with {' and '.join(p3p_base.VARIABLE_REFS)}, always and only"


def clashes(
    concept: Concept, taken: Mapping[tuple[str, str], str], owned: Mapping[str, str], shipped: bool
) -> Iterator[Fault]:
    """Words of a row that another row of its file (`taken`) or, unless `shipped`, the vocabulary has; a term of its own that
    another row has (`owned`), and that would have two meanings."""
    if concept.own and concept.own in owned:
        whose = owned[concept.own]
        yield (
            ("own",),
            f"「{concept.own}」は「{whose}」の own です",
            f"“{concept.own}” is already the own term of “{whose}”",
        )
    seen: set[str] = set()
    for word in concept.spellings:
        other = taken.get((concept.category, word))
        there = None if shipped else lookup(concept.category, word)
        if other or there or word in seen:
            whose = other or (there.id if there else concept.id)
            yield (), f"「{word}」は「{whose}」の語です", f"“{word}” is already a word of “{whose}”"
        seen.add(word)


def unknown(word: str, choices: Iterable[str]) -> tuple[str, str]:
    """That there is no such word, in Japanese and English, with the nearest one there is."""
    near = get_close_matches(word, list(choices), 1)
    ja, en = f"「{word}」はありません", f"there is no “{word}”"
    return (f"{ja}。「{near[0]}」ではありませんか", f"{en}; did you mean “{near[0]}”?") if near else (ja, en)
