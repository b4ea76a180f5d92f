"""The way of a text without faults: its shapes by descent, without tokens or tables.

Most texts are sound. What only recovery and its messages need (tokens, symbols on a stack, each reduction in its turn) is
left out here; at the first thing that does not fit, the text is given back to be read again by the machine. The terminals
are those of the grammar's tables, and what the descent builds is tested against the machine, as the machine is against Lark.
"""

from __future__ import annotations

import re
from functools import cache

from ..source import Source
from .tables import IGNORED, TERMINALS
from .tree import MAX_DEPTH, Atom, BlockShape, FieldShape, Item, Phrase

_MARKS = ("COLON", "LBRACE", "RBRACE", "RSQB", "SEP", "LSQB", "END")
# The kind of a value by its first character; what begins with a letter is a name.
_KINDS = {'"': "string", "「": "string", "<": "url", "[": "link", **dict.fromkeys("0123456789", "number")}
_END = frozenset("\n;")
_OPENS = frozenset("{[")
_COMMA = frozenset(",、")
# How terminals repeat characters, and how they are read here. Of a class with the full-width space among those of ASCII,
# `re` would make a table of all characters, which takes longer than to read a document.
_RUNS = (
    ("]*", "]*+"),
    ("]+", "]++"),
    (")*", ")*+"),
    ("\u3000]|", "]|\u3000++|"),
    ("]|", "]++|"),
    ("[ \t\u3000]++", "[ \t]*+(?:\u3000++[ \t]*+)*+"),
)

# The first value of a unit, the colon behind it, the second value, the third, and the mark: `_units`.
_Unit = re.Match[str]
_FIRST, _SECOND, _THIRD, _MARK = 1, 3, 4, 5


class _NotSound(Exception):
    """The text has a fault, or something that only the machine knows how to read."""


@cache
def _units() -> re.Pattern[str]:
    """Up to three values side by side and the mark behind them, the first one with the colon that makes it a key: a whole
    statement, most often. A brace takes the end of its line along."""
    known = {name: _possessive(pattern) for name, pattern in TERMINALS}
    value = "|".join(pattern for name, pattern in known.items() if name not in _MARKS and name not in IGNORED)
    # Behind a comment its line has nothing more to ignore.
    ignored = f"(?:{known['WS']})(?:{known['COMMENT']})?+"
    braces = (f"{known[name]}(?:{ignored}{known['END']})?+" for name in ("LBRACE", "RBRACE"))
    mark = "|".join((*braces, *(known[name] for name in ("END", "SEP", "LSQB", "RSQB"))))
    others = f"(?:({value}){ignored}(?:({value}){ignored})?+)?+"
    return re.compile(f"{ignored}(?:({value}){ignored}(?:({known['COLON']}){ignored})?+{others})?+({mark})?+")


def _possessive(pattern: str) -> str:
    """The pattern of a terminal so that it gives nothing back (in none of them would that lead on), and takes the
    characters of a class as one run."""
    for written, run in _RUNS:
        pattern = pattern.replace(written, run)
    return pattern


def _names_a_field(text: str, start: int, end: int) -> bool:
    """Whether a text, from `start` to its closing quotes at `end`, may run on to the quotes of the next one: the last
    line of it then names a field."""
    line = text.rfind("\n", start, end) + 1
    return line > 0 and text[line:end].rstrip(" \t\u3000").endswith((":", "："))


def read(source: Source) -> tuple[Item, ...] | None:
    """The items of a text, or None when it is not sound."""
    try:
        items, mark, unit = _Reader(source.text).body(0)
    except (_NotSound, StopIteration):
        return None
    return items if not mark and unit.end() == len(source.text) else None


class _Reader:
    """Goes through the units of a text. What a method returns as mark is the one that ended what it has read, "" where
    there is none: at the end of the text, or before what is no token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = _units().finditer(text).__next__

    def body(self, depth: int) -> tuple[tuple[Item, ...], str, _Unit]:
        """Items up to the `}` that ends them, or the end of the text: the mark, and its unit."""
        if depth > MAX_DEPTH:
            raise _NotSound
        items: list[Item] = []
        new, next_unit = tuple.__new__, self.next
        while True:
            unit = next_unit()
            word, colon, value, other, mark = unit.groups()
            if word is not None:
                if word[0] in _KINDS:
                    raise _NotSound
                start = unit.start(_FIRST)
                key = new(Atom, ("name", word, start, start + len(word), ()))
                if colon is None:
                    item, mark, unit = self.block(key, unit, depth)
                    items.append(item)
                else:
                    phrases: list[Phrase] = []
                    if value is not None and other is None and mark is not None and mark[0] not in _OPENS:
                        atom = self.atom(value, unit.start(_SECOND))
                        phrases.append(new(Phrase, ((atom,), None, atom[2], atom[3])))
                    else:
                        mark, unit = self.phrase(self.others(unit), unit, phrases, depth)
                    if mark and mark[0] in _COMMA:
                        mark, unit = self.phrases(phrases, depth)
                    items.append(new(FieldShape, (key, tuple(phrases), start, phrases[-1][3])))
            if not mark or mark[0] == "}":
                return tuple(items), mark or "", unit
            if mark[0] not in _END:
                raise _NotSound

    def block(self, keyword: Atom, unit: _Unit, depth: int) -> tuple[BlockShape, str, _Unit]:
        """A block from behind its keyword on, the first value of `unit`."""
        atoms, mark = self.others(unit), unit[_MARK]
        if mark is None or mark[0] == "[":
            mark, unit = self.atoms(unit, atoms, depth)
        body, end = None, (atoms[-1] if atoms else keyword).end
        if mark and mark[0] == "{":
            body, end, mark, unit = self.group(depth)
        return tuple.__new__(BlockShape, (keyword, tuple(atoms), body, keyword.start, end)), mark, unit

    def phrases(self, found: list[Phrase], depth: int) -> tuple[str, _Unit]:
        """The values from behind a `[` or a comma on, of which there is at least one, put to those `found`."""
        while True:
            unit = self.next()
            first, colon, second, _, mark = unit.groups()
            simple = first is not None and colon is None and second is None
            if simple and mark is not None and mark[0] not in _OPENS:
                atom = self.atom(first, unit.start(_FIRST))
                found.append(tuple.__new__(Phrase, ((atom,), None, atom[2], atom[3])))
            else:
                mark, unit = self.phrase(self.values(unit), unit, found, depth)
            if not mark or mark[0] not in _COMMA:
                return mark, unit

    def phrase(self, atoms: list[Atom], unit: _Unit, found: list[Phrase], depth: int) -> tuple[str, _Unit]:
        """One value, put to those `found`: it begins with `atoms`, which are those of `unit`."""
        if not atoms and unit[_MARK] is None:
            raise _NotSound
        mark, unit = self.atoms(unit, atoms, depth)
        if not atoms:
            raise _NotSound
        body, end = None, atoms[-1].end
        if mark and mark[0] == "{":
            body, end, mark, unit = self.group(depth)
        found.append(Phrase(tuple(atoms), body, atoms[0].start, end))
        return mark, unit

    def atoms(self, unit: _Unit, found: list[Atom], depth: int) -> tuple[str, _Unit]:
        """Atoms side by side from behind the values of `unit` on, which are `found`, up to a mark that is no `[`; the mark,
        and the unit that it stands in."""
        while True:
            mark = unit[_MARK]
            if mark is not None:
                if mark[0] != "[":
                    return mark, unit
                found.append(self.list(unit.start(_MARK), depth + 1))
            unit = self.next()
            values = self.values(unit)
            if not values and unit[_MARK] is None:
                return "", unit
            found += values

    def values(self, unit: _Unit) -> list[Atom]:
        """All values of a unit, none of which is a key."""
        first, colon, second, _, _ = unit.groups()
        if first is None:
            return []
        if colon is not None:
            raise _NotSound
        atom = self.atom(first, unit.start(_FIRST))
        return [atom] if second is None else [atom, *self.others(unit)]

    def others(self, unit: _Unit) -> list[Atom]:
        """The values of a unit but the first."""
        _, _, second, third, _ = unit.groups()
        if second is None:
            return []
        atom = self.atom(second, unit.start(_SECOND))
        return [atom] if third is None else [atom, self.atom(third, unit.start(_THIRD))]

    def atom(self, raw: str, start: int) -> Atom:
        """The value that begins at `start`."""
        end = start + len(raw)
        kind = _KINDS.get(raw[0])
        if kind is None:
            kind = "name"
        elif kind == "number":
            kind = "date" if "-" in raw else "number"
        elif raw.startswith('"""'):
            kind = "text"
            if _names_a_field(self.text, start, end - 3):
                raise _NotSound
        return tuple.__new__(Atom, (kind, raw, start, end, ()))

    def list(self, start: int, depth: int) -> Atom:
        """A list from behind its `[` on."""
        if depth > MAX_DEPTH:
            raise _NotSound
        phrases: list[Phrase] = []
        mark, unit = self.phrases(phrases, depth)
        if mark and mark[0] in _END:
            unit = self.next()
            mark = unit[_MARK] if unit[_FIRST] is None else ""
        if mark != "]":
            raise _NotSound
        end = unit.end()
        return Atom("list", self.text[start:end], start, end, tuple(phrases))

    def group(self, depth: int) -> tuple[tuple[Item, ...], int, str, _Unit]:
        """The items in braces behind a `{`, and where its `}` ends; then the mark that comes next, and its unit."""
        body, mark, unit = self.body(depth + 1)
        if not mark:
            raise _NotSound
        end = unit.start(_MARK) + 1
        if len(mark) > 1:
            # The end of the line stands in the unit of the brace.
            return body, end, "\n", unit
        unit = self.next()
        if unit[_FIRST] is not None:
            raise _NotSound
        return body, end, unit[_MARK] or "", unit
