"""A row of the IR as members of the JSON and as an element of the extension, in one pass: by the form of its kind.

All facts stand at one depth of the XML, and most of their texts have nothing that XML writes otherwise. Both are made use
of: facts are most of either file.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from typing import Any, NamedTuple

from ...ir import Ground, Party
from ...vocab import Concept
from ..encode import string
from .concepts import known
from .element import STEP, attribute, content, is_plain

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

Form = list[tuple[int, str, str]]
"""For each field how it is written, how its member of the JSON begins, and how its attribute (or its element is called)."""


class Written(NamedTuple):
    """A row: its members (with a comma before each), and the attributes and the inner lines of its element."""

    json: str
    head: str
    inside: str


@cache
def form(kind: type[NamedTuple], without: tuple[str, ...] = (), between: str = " ") -> Form:
    """The form of a kind of row, `without` some of its fields; `between` is what stands between members of the JSON."""
    made: Form = []
    for field, type_ in kind.__annotations__.items():
        name = _NAMES.get(field) or _camel(field)
        how = _NOT if field in without else _KINDS[type_]
        if field == "text":
            how = _BODY
        if kind is Party and field == "address":
            how = _PARTS
        opening = _ELEMENTS.get(name, "") if how == _GROUNDS else f' {kebab(name)}="'
        made.append((how, f',{between}"{name}": ', opening))
    return made


def written(row: NamedTuple, as_: Form) -> Written:
    """A row as the members and the element that it is; what is empty is left out."""
    made = _written(row, as_, INNER, True)
    # Only what the JSON shows to need it is written with the escapes of XML.
    return made if is_plain(made[0]) else _written(row, as_, INNER, False)


def _written(row: NamedTuple, as_: Form, inner: str, plain: bool) -> Written:
    json = head = inside = ""
    value: Any
    for (how, member, opening), value in zip(as_, row, strict=True):
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
        elif how == _GROUNDS:
            of, indent = form(Ground), inner + STEP
            rows = [_written(ground, of, indent, plain) for ground in value]
            json += f"{member}[{', '.join([f'{{{one.json[2:]}}}' for one in rows])}]"
            for one in rows:
                inside += "\n" + element(inner, opening, one.head, one.inside)
        else:
            pairs = [f'{{"name": {string(name)}, "value": {string(said)}}}' for name, said in value]
            json += f"{member}[{', '.join(pairs)}]"
            for name, said in value:
                inside += f'\n{inner}<appi:detail name="{attribute(name)}" value="{attribute(said)}" />'
    return tuple.__new__(Written, (json, head, inside))


def element(indent: str, name: str, head: str, inside: str) -> str:
    """An element of the extension by its attributes and the lines inside."""
    if inside:
        return f"{indent}<appi:{name}{head}>{inside}\n{indent}</appi:{name}>"
    return f"{indent}<appi:{name}{head} />"


def strings(texts: Iterable[str]) -> str:
    """A list of texts as JSON."""
    return f"[{', '.join(map(string, texts))}]"


def _camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(part.capitalize() for part in rest)


def kebab(name: str) -> str:
    """A member of the JSON as the name of an attribute."""
    return _UPPER.sub(lambda hit: f"-{hit.group().lower()}", name)
