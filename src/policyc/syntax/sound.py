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
_END = ("\n", ";")
_ENDS_BODY = ("}", "")

_Unit = re.Match[str]


class _NotSound(Exception):
    """The text has a fault, or something that only the machine knows how to read."""


@cache
def _units() -> re.Pattern[str]:
    """A value, a mark, or a value and the mark behind it: half as many matches as there are tokens."""

    def one_of(names: tuple[str, ...]) -> str:
        # Possessive (`*+`): nothing of a repeated group is ever given back.
        return "|".join(pattern for name, pattern in TERMINALS if name in names).replace(")*", ")*+")

    ignored = f"(?:{one_of(tuple(IGNORED))})*+"
    values = tuple(name for name, _ in TERMINALS if name not in _MARKS and name not in IGNORED)
    return re.compile(f"{ignored}({one_of(values)})?+{ignored}({one_of(_MARKS)})?+")


def _names_a_field(text: str, start: int, end: int) -> bool:
    """Whether a text, from `start` to its closing quotes at `end`, may run on to the quotes of the next one: the last
    line of it then names a field."""
    line = text.rfind("\n", start, end) + 1
    return line > 0 and text[line:end].rstrip(" \t\u3000").endswith((":", "："))


def read(source: Source) -> tuple[Item, ...] | None:
    """The items of a text, or None when it is not sound."""
    try:
        items, mark, end = _Reader(source.text).body(0)
    except (_NotSound, StopIteration):
        return None
    return items if mark == "" and end == len(source.text) else None


class _Reader:
    """Goes through the units of a text. What a method returns as mark is the one that ended what it has read, "" where
    there is none: at the end of the text, or before what is no token."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.next = _units().finditer(text).__next__

    def body(self, depth: int) -> tuple[tuple[Item, ...], str, int]:
        """Items up to the `}` that ends them, or the end of the text: the mark, and where it ends."""
        if depth > MAX_DEPTH:
            raise _NotSound
        items: list[Item] = []
        while True:
            unit = self.next()
            word, mark = unit.groups()
            if word is not None:
                start = unit.start(1)
                key = self.atom(word, start)
                if key.kind != "name":
                    raise _NotSound
                item: Item
                if mark is not None and mark[0] == ":":
                    phrases, kind, end = self.phrases(depth)
                    item = tuple.__new__(FieldShape, (key, phrases, start, phrases[-1].end))
                else:
                    item, kind, end = self.block(key, unit, mark, depth)
                items.append(item)
            else:
                kind, end = mark[0] if mark else "", unit.end()
            if kind in _ENDS_BODY:
                return tuple(items), kind, end
            if kind not in _END:
                raise _NotSound

    def block(self, keyword: Atom, unit: _Unit, mark: str | None, depth: int) -> tuple[BlockShape, str, int]:
        """A block from behind its keyword on, the value of `unit`."""
        atoms: list[Atom] = []
        if mark is None:
            kind, unit = self.atoms(self.next(), atoms, depth)
        elif mark[0] == "[":
            atoms.append(self.list(unit.start(2), depth + 1))
            kind, unit = self.atoms(self.next(), atoms, depth)
        else:
            kind = mark[0]
        body, end = None, atoms[-1].end if atoms else keyword.end
        if kind == "{":
            body, end, kind, unit = self.group(depth)
        return tuple.__new__(BlockShape, (keyword, tuple(atoms), body, keyword.start, end)), kind, unit.end()

    def phrases(self, depth: int) -> tuple[tuple[Phrase, ...], str, int]:
        """The values of a field or list, of which there is at least one."""
        found: list[Phrase] = []
        while True:
            atoms: list[Atom] = []
            kind, unit = self.atoms(self.next(), atoms, depth)
            if not atoms:
                raise _NotSound
            body, end = None, atoms[-1].end
            if kind == "{":
                body, end, kind, unit = self.group(depth)
            found.append(tuple.__new__(Phrase, (tuple(atoms), body, atoms[0].start, end)))
            if kind != "," and kind != "、":
                return tuple(found), kind, unit.end()

    def atoms(self, unit: _Unit, found: list[Atom], depth: int) -> tuple[str, _Unit]:
        """Atoms side by side from `unit` on, up to a mark that is no `[`; the mark, and the unit that it stands in."""
        while True:
            raw, mark = unit.groups()
            if raw is not None:
                found.append(self.atom(raw, unit.start(1)))
            elif mark is None:
                return "", unit
            if mark is not None:
                if mark[0] != "[":
                    return mark[0], unit
                found.append(self.list(unit.start(2), depth + 1))
            unit = self.next()

    def atom(self, raw: str, start: int) -> Atom:
        """The value that begins at `start`."""
        end = start + len(raw)
        kind = _KINDS.get(raw[0], "name")
        if kind == "name":
            if not raw.isprintable():
                raise _NotSound
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
        phrases, kind, end = self.phrases(depth)
        if kind in _END:
            unit = self.next()
            kind, end = unit.group(2) if unit.group(1) is None else "", unit.end()
        if kind != "]":
            raise _NotSound
        return Atom("list", self.text[start:end], start, end, phrases)

    def group(self, depth: int) -> tuple[tuple[Item, ...], int, str, _Unit]:
        """The items in braces behind a `{`, and where its `}` ends; then the mark that comes next, and its unit."""
        body, kind, end = self.body(depth + 1)
        unit = self.next()
        if kind != "}" or unit.group(1) is not None:
            raise _NotSound
        mark = unit.group(2)
        return body, end, mark[0] if mark else "", unit
