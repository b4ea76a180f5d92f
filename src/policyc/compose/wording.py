"""The standard wording of a clause: the lines of its wording file whose conditions hold."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from itertools import groupby
from typing import NamedTuple

from ..facts.identifiers import etc_of, of_value
from ..model import DELEGATED, NONE, ON_REQUEST, Lit, Node, Text, Value, read_text
from ..model.words import ETC
from ..source import Source
from .layout import register
from .standard import WORDING

# Conditions and a text, which begins with the line breaks that part it from what stands before.
Row = tuple[tuple[str, ...], str]
# clause word -> "" (its text), "closing", "heading" or the word of an item -> register -> rows
Wordings = Mapping[str, Mapping[str, Mapping[str, tuple[Row, ...]]]]

_IT = re.compile(r"\{it(?=[.|}])")


@cache
def _text(lines: str) -> Text:
    # The line break in front keeps the indentation of the first line from counting as that of all.
    source = Source(WORDING, "\n" + lines)
    text, faults = read_text(source, "wording", 0, len(source.text))
    if faults:
        raise ValueError(f"standard wording: {faults[0].message('en')}: {lines}")
    return text


def standard(node: Node, wordings: Wordings, section: str = "", said: Collection[str] = ()) -> Text | None:
    """The standard text of a document, clause or item in the document's register, or None where there is none.

    `section` is "closing" or "etc" (of an item too) or "heading" for those of a clause; `said` are the facts that are stated already.
    """
    parent, word = node.parent, node.type.word
    if parent is not None and node.type.role == "item":
        section, word = f"{word}.{section}" if section else word, parent.type.word
    tables = wordings.get(word)
    table = tables.get(section) if tables is not None else None
    if table is None or node.document is None:
        return None
    rows = table.get(register(node.document), ())
    lines = "".join([text for _, text in selected(rows, node, said)]).lstrip("\n")
    return _text(lines) if lines else None


def selected(rows: tuple[Row, ...], node: Node, said: Collection[str] = ()) -> Iterator[tuple[Row, str]]:
    """The rows that apply, each with its text; neighbours that go through the same field do so value by value."""
    given = node.fields.keys() | (node.document.fields.keys() if node.document is not None else ())
    for each, together in _divided(rows):
        for index, value in enumerate(node.values(each) if each else (None,), 1):
            hit = False
            for asked, row in together:
                # Most rows speak of a field that is not there, as one that answers none, or on request.
                if asked and asked not in given:
                    continue
                if all(not hit if c == "else" else holds(c, node, said, value) for c in row[0]):
                    hit = True
                    yield row, _IT.sub(f"{{{each}.{index}", row[1]) if each else row[1]


class Asking(NamedTuple):
    """A row, and a field without which it cannot apply; empty where it may apply without any."""

    field: str
    row: Row


_Divided = list[tuple[str, list[Asking]]]


def _divided(rows: tuple[Row, ...]) -> _Divided:
    """Rows with those neighbours together that go through the same field; the field is "" for those that go through none."""
    known = _tables.get(id(rows))
    if known is None:
        known = _tables[id(rows)] = (
            rows,
            [(each, [Asking(_asked(row), row) for row in same]) for each, same in groupby(rows, _each)],
        )
    return known[1]


# What is standard is the same for all documents. It is kept beside what it was divided into, so that an id stays its own.
_tables: dict[int, tuple[tuple[Row, ...], _Divided]] = {}


def _each(row: Row) -> str:
    return next((c[5:] for c in row[0] if c.startswith("each:")), "")


def _asked(row: Row) -> str:
    """The field that the first condition on one field asks for."""
    for condition in row[0]:
        word = condition.removeprefix("unsaid:").partition("=")[0]
        if not condition.startswith("!") and word not in ("title", "it", "else") and not set("|:.") & set(word):
            return word
    return ""


def holds(condition: str, node: Node, said: Collection[str] = (), it: Value | None = None) -> bool:
    """Whether a condition holds at a node.

    `users` the field has values · `!users` it has none · `users|items` one of them has · `notice=prior|none` it has one of
    those words, answers (`none`, `on-request`, `delegated`) or kinds of value (`text`, `link`, `same`, `as` …) ·
    `desk.phone` what it names has that field · `it…` the same of the value that an `each:` has come to ·
    `own:subjects` the block itself has the field, not the document around it · `one:except` it has one value only, which can stand
    within a sentence · `item:provision` there is such a block, `item:provision.basis=opt-out` one of which that holds · `title` the block has one · `unsaid:revised` the field is given and no
    sentence has stated it · `unsaid:revised=none` nor that it is so answered · `unsaid:items=etc` its list is left open, and no sentence says so. Fields of the document (`subjects`, `kind`) hold in all its blocks.
    """
    if condition.startswith("!"):
        return not holds(condition[1:], node, said, it)
    word, _, wanted = condition.partition("=")
    if not wanted and "|" in word:
        return any(holds(one, node, said, it) for one in word.split("|"))
    kind, _, name = word.rpartition(":")
    if kind == "item":
        name, _, inner = name.partition(".")
        inner = f"{inner}={wanted}" if wanted else inner
        return any(child.type.word == name and (not inner or holds(inner, child)) for child in node.children)
    if kind == "unsaid" and wanted == ETC[0]:
        return node.is_open(name) and etc_of(node.fact(name)) not in said
    if kind == "unsaid" and wanted:
        return node.fact(name) not in said and holds(f"{name}={wanted}", node, said, it)
    if kind == "unsaid":
        fact, values = node.fact(name), node.values(name)
        return bool(values) and fact not in said and any(of_value(fact, v.element) not in said for v in values)
    if kind == "own":
        return bool(node.values(name))
    if kind == "one":
        values, _ = _given(node, name)
        return len(values) == 1 and _within(values[0])
    if kind:
        return kind == "each"
    if word == "title":
        return node.title is not None
    word, _, part = word.partition(".")
    values, stance = ((it,), "") if it is not None and word == "it" else _given(node, word)
    if part:
        return any(isinstance(value.target, Node) and value.target.values(part) for value in values)
    if not wanted:
        return bool(values)
    return any(one == stance or any(_is(value, one) for value in values) for one in wanted.split("|"))


def _within(value: Value) -> bool:
    """Whether what an author wrote of a value, if anything, can stand within a sentence: one line that is not a sentence itself."""
    if value.words is None:
        return True
    line, *more = value.words.lines
    last = line.segs[-1] if line.segs else None
    return not (more or line.item or line.row or (isinstance(last, Lit) and last.text.rstrip().endswith("。")))


def _given(node: Node, word: str) -> tuple[tuple[Value, ...], str]:
    for at in (node, node.document):
        field = at.fields.get(word) if at is not None else None
        if field is not None:
            return field.values, field.stance if field.stance in (NONE, ON_REQUEST, DELEGATED) else ""
    return (), ""


def _is(value: Value, wanted: str) -> bool:
    return wanted in (value.kind, value.word) or (wanted == "as" and value.form is not None)
