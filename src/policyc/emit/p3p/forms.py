"""A row of the IR as members of the JSON and as an element of the extension, in one pass: by the form of its kind.

All facts stand at one depth of the XML, and most of their texts have nothing that XML writes otherwise. Both are made use
of: facts are most of either file.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from functools import cache, cached_property
from operator import itemgetter
from typing import Any, NamedTuple

from ...ir import Ground, Party
from ...vocab import Concept
from ..encode import string
from .concepts import known
from .element import STEP, attribute, content

INDENT = 4 * STEP
"""The indent of an element that is a fact."""
INNER = INDENT + STEP
"""That of what stands in it."""

# How a field is written. A text is an attribute, the one called `text` an element of its own; so are the parts of an
# address, which may hold spaces: all other lists of texts are of ids or words. Of numbers 0 and False say something.
_TEXT, _BODY, _NUMBER, _TRUTH, _WORDS, _PARTS, _CONCEPT, _CONCEPTS, _GROUNDS, _DETAILS, _NOT = range(11)
_KINDS: dict[Any, int] = {
    str: _TEXT,
    int: _NUMBER,
    bool: _TRUTH,
    tuple[str, ...]: _WORDS,
    Concept: _CONCEPT,
    Concept | None: _CONCEPT,
    tuple[Concept, ...]: _CONCEPTS,
    tuple[Ground, ...]: _GROUNDS,
    tuple[tuple[str, str], ...]: _DETAILS,
}
# Fields that are called otherwise in the JSON, and members whose elements are.
_NAMES = {"grounds": "basis"}
_ELEMENTS = {"basis": "ground", "exceptions": "exception"}
_UPPER = re.compile("[A-Z]")

Pair = tuple[str, str]
"""A row as it stands in the JSON, and as an element with its indent."""
Members = tuple[tuple[int, str, str], ...]
"""For each field how it is written, how its member of the JSON begins, and how its attribute (or what its element is called)."""


# Tuples without names: a class of them takes long to make, and both are taken apart where they are read.
Written = tuple[str, str, str]
"""A row: its members (with a comma before each), and the attributes and the inner lines of its element."""
_Plan = tuple[bool, str, Callable[[Any], tuple[Any, ...]], str, Callable[[Any], tuple[Any, ...]]]
"""How rows are written of which the same fields say something, all of them texts (or mixed with rows of the vocabulary: the
first says so): for each file a template, and what is put into it."""


_UNKNOWN: _Plan = (False, "", tuple, "", tuple)


class Form:
    """How a kind of row is written: as an element of a `name`, `without` some of its fields. `between` is what stands
    between members of the JSON."""

    def __init__(self, kind: type[NamedTuple], name: str, without: tuple[str, ...] = (), between: str = " ") -> None:
        self.name = name
        self._of = kind, without, between
        self._plans: dict[tuple[bool, ...], _Plan | None] = {}

    @cached_property
    def members(self) -> Members:
        """How its fields are written; many documents have no row of a kind."""
        return _members(*self._of)

    def pair(self, row: NamedTuple, plain: bool) -> Pair:
        """A row; what is empty is left out. `plain` says that it has nothing that XML writes otherwise."""
        if plain:
            says = tuple(map(bool, row))
            plan = self._plans.get(says, _UNKNOWN)
            if plan is _UNKNOWN:
                plan = self._plan(says)
            if plan is not None:
                mixed, json, said, xml, ordered = plan
                if not mixed:
                    return json % tuple(map(string, said(row))), xml % ordered(row)
                return (
                    json % tuple([known(v).json if v.__class__ is Concept else string(v) for v in said(row)]),
                    xml % tuple([known(v).xml if v.__class__ is Concept else v for v in ordered(row)]),
                )
        json, head, inside = self.written(row, plain)
        return f"{{{json[2:]}}}", element(self.name, head, inside)

    def written(self, row: NamedTuple, plain: bool) -> Written:
        """A row in its parts, for one that has more to say than its fields."""
        return _written(row, self.members, INNER, plain)

    def _plan(self, says: tuple[bool, ...]) -> _Plan | None:
        """The plan of a row by which of its fields say something; None for one with more than texts."""
        used = [(n, *self.members[n]) for n, one in enumerate(says) if one]
        plan: _Plan | None = None
        kinds = {how for _, how, _, _ in used}
        if len(used) > 1 and kinds <= {_TEXT, _BODY, _CONCEPT} and not self._numbers:
            # What stands inside an element comes behind its attributes.
            ordered = sorted(used, key=lambda one: one[1] != _TEXT)
            head = "".join([f'{opening}%s"' for _, how, _, opening in used if how == _TEXT])
            lines = ["%s" if how == _CONCEPT else "<appi:text>%s</appi:text>" for _, how, _, _ in used if how != _TEXT]
            inside = "".join([f"\n{INNER}{line}" for line in lines])
            plan = (
                _CONCEPT in kinds,
                "{" + "".join([f"{member}%s" for _, _, member, _ in used])[2:] + "}",
                itemgetter(*[one[0] for one in used]),
                element(self.name, head, inside),
                itemgetter(*[one[0] for one in ordered]),
            )
        self._plans[says] = plan
        return plan

    @property
    def _numbers(self) -> bool:
        return any(how in (_NUMBER, _TRUTH) for how, _, _ in self.members)


def _members(kind: type[NamedTuple], without: tuple[str, ...], between: str) -> Members:
    made: list[tuple[int, str, str]] = []
    for field, type_ in kind.__annotations__.items():
        name = _NAMES.get(field) or _camel(field)
        how = _NOT if field in without else _KINDS[type_]
        if field == "text":
            how = _BODY
        if kind is Party and field == "address":
            how = _PARTS
        opening = _ELEMENTS.get(name, "") if how == _GROUNDS else f' {kebab(name)}="'
        made.append((how, f',{between}"{name}": ', opening))
    return tuple(made)


def _written(row: NamedTuple, members: Members, inner: str, plain: bool) -> Written:
    json = head = inside = ""
    value: Any
    for (how, member, opening), value in zip(members, row, strict=True):
        if how == _TEXT:
            if value:
                json += f"{member}{string(value)}"
                head += f'{opening}{value if plain else attribute(value)}"'
        elif how == _NUMBER:
            json += f"{member}{value}"
            head += f'{opening}{value}"'
        elif how == _TRUTH:
            json += f"{member}{'true' if value else 'false'}"
            head += opening + ('yes"' if value else 'no"')
        elif not value or how == _NOT:
            pass
        elif how == _BODY:
            json += f"{member}{string(value)}"
            inside += f"\n{inner}<appi:text>{value if plain else content(value)}</appi:text>"
        elif how == _CONCEPT:
            concept = known(value)
            json += f"{member}{concept.json}"
            inside += f"\n{inner}{concept.xml}"
        elif how == _CONCEPTS:
            # Only the JSON carries the rows of the vocabulary behind a fact.
            json += f"{member}[{', '.join([known(one).json for one in value])}]"
        elif how == _WORDS:
            json += member + strings(value)
            words = " ".join(value)
            head += f'{opening}{words if plain else attribute(words)}"'
        elif how == _PARTS:
            json += member + strings(value)
            inside += "".join([f"\n{inner}<appi:address>{content(part)}</appi:address>" for part in value])
        else:
            listed, lines = _grounds(opening, value, inner, plain) if how == _GROUNDS else details(value, inner)
            json += member + listed
            inside += lines
    return json, head, inside


def grounds(rows: tuple[Ground, ...], name: str = "basis", plain: bool = True) -> Pair:
    """Grounds, or exceptions, of a fact: a list of the JSON, and lines of its element."""
    return _grounds(_ELEMENTS[name], rows, INNER, plain)


def _grounds(name: str, rows: tuple[Ground, ...], inner: str, plain: bool) -> Pair:
    made = [_written(ground, _GROUND.members, inner + STEP, plain) for ground in rows]
    lines = "".join(["\n" + element(name, attributes, inside, inner) for _, attributes, inside in made])
    return f"[{', '.join([f'{{{said[2:]}}}' for said, _, _ in made])}]", lines


def details(rows: tuple[tuple[str, str], ...], inner: str = INNER) -> Pair:
    """Details of a fact: a list of the JSON, and lines of its element."""
    listed = ", ".join([f'{{"name": {string(name)}, "value": {string(said)}}}' for name, said in rows])
    lines = [f'\n{inner}<appi:detail name="{attribute(name)}" value="{attribute(said)}" />' for name, said in rows]
    return f"[{listed}]", "".join(lines)


def element(name: str, head: str, inside: str, indent: str = INDENT) -> str:
    """An element of the extension by its attributes and the lines inside."""
    if inside:
        return f"{indent}<appi:{name}{head}>{inside}\n{indent}</appi:{name}>"
    return f"{indent}<appi:{name}{head} />"


def strings(texts: Iterable[str]) -> str:
    """A list of texts as JSON."""
    return f"[{', '.join(map(string, texts))}]"


@cache
def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


@cache
def kebab(name: str) -> str:
    """A member of the JSON as the name of an attribute."""
    return _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)


_GROUND = Form(Ground, "ground")
