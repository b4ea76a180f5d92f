"""A YAML text to plain values with their places: from events, so that no alias multiplies, no depth exhausts the stack,
no tag makes an object, and `off` is a word and not a truth value."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any, NamedTuple

import yaml

from ..diagnostics import Both, Findings, Kind
from ..source import Source
from . import kinds
from .kinds import fault

DEEPEST = 4
# One half of a pair, which only an escape can write: no text has it.
_HALF = re.compile("[\ud800-\udfff]")
_NO_NUMBER = ("使えない番号があります", "a number that cannot be used")
_NO_TEXT = ("YAML に使えない文字があります", "a character that YAML does not allow")


class Leaf(NamedTuple):
    """A value, and where it stands; a mapping holds leaves by key, with the places of the keys in `keys`."""

    value: str | list[Leaf] | dict[str, Leaf] | None
    start: int
    end: int
    keys: dict[str, tuple[int, int]]


def plain(
    source: Source,
    found: Findings,
    not_yaml: Kind = kinds.NOT_YAML,
    twice: Kind = kinds.TWICE,
    deepest: int = DEEPEST,
) -> Leaf | None:
    """The root of a YAML text; None when it is empty or cannot be read, which is then in `found`.

    `not_yaml` (with why) and `twice` (with what was found) are what is reported, `deepest` how deep values may nest."""
    reader: yaml.SafeLoader | None = None
    try:
        reader = yaml.SafeLoader(source.text)
        return _Builder(source, found, twice, deepest).root(_events(reader))
    except _Refused as refused:
        found.append(not_yaml.at(fault(source, refused.at, refused.at + 1), why=Both(refused.ja, refused.en)))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        at = _at(mark)
        why = error.problem or error.context or "unreadable"
        found.append(not_yaml.at(fault(source, at, at + 1), why=Both("書き方が違います", str(why))))
    except yaml.reader.ReaderError as error:
        at = error.position
        found.append(not_yaml.at(fault(source, at, at + 1), why=Both(*_NO_TEXT)))
    except (ValueError, OverflowError):
        # An escape (\U00110000) that is no character, or a version of thousands of digits: the reader lets Python say so.
        at = reader.index if reader is not None else 0
        found.append(not_yaml.at(fault(source, at, at + 1), why=Both(*_NO_NUMBER)))
    return None


def _events(reader: Any) -> Iterator[yaml.Event]:
    while reader.check_event():
        yield reader.get_event()


def _at(mark: Any) -> int:
    """The offset of a mark of the reader, which may have none."""
    return mark.index if mark is not None else 0


class _Refused(Exception):
    def __init__(self, at: int, ja: str, en: str) -> None:
        self.at, self.ja, self.en = at, ja, en


class _Builder:
    """Builds the tree of one document from the events of the reader."""

    def __init__(self, source: Source, found: Findings, twice: Kind, deepest: int) -> None:
        self.source = source
        self.found = found
        self.twice = twice
        self.deepest = deepest

    def root(self, events: Any) -> Leaf | None:
        root: Leaf | None = None
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and root is not None:
                raise _Refused(_at(event.start_mark), "文書が二つ以上あります", "more than one document")
            if isinstance(event, yaml.NodeEvent):
                root = self._value(event, events, 0)
        return root

    def _value(self, event: Any, events: Any, depth: int) -> Leaf:
        start = _at(event.start_mark)
        if isinstance(event, yaml.AliasEvent) or event.anchor or event.tag:
            raise _Refused(start, "別名（& と *）とタグ（!）は使えません", "aliases and tags are not allowed")
        if depth > self.deepest:
            raise _Refused(start, "入れ子が深すぎます", "nested too deeply")
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(start, events, depth)
        if isinstance(event, yaml.SequenceStartEvent):
            rows: list[Leaf] = []
            while not isinstance(event := next(events), yaml.SequenceEndEvent):
                rows.append(self._value(event, events, depth + 1))
            return Leaf(rows, start, _at(event.end_mark), {})
        if _HALF.search(event.value):
            raise _Refused(start, *_NO_TEXT)
        word = None if not event.style and event.value in ("", "~", "null") else event.value
        return Leaf(word, start, _at(event.end_mark), {})

    def _mapping(self, start: int, events: Any, depth: int) -> Leaf:
        made: dict[str, Leaf] = {}
        keys: dict[str, tuple[int, int]] = {}
        while not isinstance(event := next(events), yaml.MappingEndEvent):
            key = self._value(event, events, depth + 1)
            value = self._value(next(events), events, depth + 1)
            if not isinstance(key.value, str):
                raise _Refused(key.start, "項目の名前は文字列です", "a key must be a string")
            if key.value in made:
                at = fault(self.source, key.start, key.end)
                if not self.found.full(self.twice, at):
                    self.found.append(self.twice.at(at, found=key.value))
                continue
            made[key.value] = value
            keys[key.value] = (key.start, key.end)
        return Leaf(made, start, _at(event.end_mark), keys)
