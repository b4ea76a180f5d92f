"""The baseline: findings that are known, by what they say and not by their lines, so that they stay the same when text
is moved."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable, Mapping
from typing import NamedTuple

from ..diagnostics import Both, Diagnostic, quoted
from ..facts.identifiers import of_field, of_value
from ..model import Node
from ..model.types import TEXT_KEY
from ..source import Source, Span
from . import kinds

FORMAT = "policyc-baseline-1"
_SPACE = re.compile(r"\s+")
# Parameters that give advice, or count: not what a finding is about.
_BESIDE = {"advice", "choices", "count", "here", "more", "nearest", "written"}
_SHOWN = 3
# No run finds more that are alike; a number of thousands of digits could not even be printed.
_MOST_ALIKE = 1_000_000


class Entry(NamedTuple):
    """What makes a finding the same one: its code, document (or file, where it is in none), the block and field that it
    is about, and the words of the source or of the finding."""

    code: str
    document: str
    about: str
    words: str


Entries = Mapping[Entry, int]
"""Entries, and how many findings are alike."""


def entry(one: Diagnostic, documents: Iterable[Node]) -> Entry:
    """The entry of a finding; the words of a finding come from the source where it is about a text."""
    span = one.span
    rows = [d for d in documents if _holds(d, span) and one.document in ("", d.id)]
    if not rows:
        words = _params(one) or _plain(span.text)
        return Entry(one.code, one.document or span.source.path, "" if not one.document else span.source.path, words)
    about, words = _about(rows[0], span)
    return Entry(one.code, rows[0].id, about, words or _params(one))


def _about(document: Node, span: Span) -> tuple[str, str]:
    """The innermost block around a place, with its field; and the words there, where they are those of a text."""
    node = document
    while True:
        # The children stand in the order of the source.
        nth = bisect_right(node.children, span.start, key=lambda n: n.start)
        before = node.children[max(nth - 1, 0) : nth]
        inner = next((n for n in (*before, *node.settings) if _holds(n, span)), None)
        if inner is None:
            break
        node = inner
    name: str = node.id
    if not node.explicit and node.title is not None:
        # Numbers of blocks without a name shift when one is added.
        name = f"{node.type.word} {_plain(node.title.span.text)}"
    if node.title is not None and node.title.span.start <= span.start and span.end <= node.title.span.end:
        return name, _plain(span.text)
    field = next((f for f in node.fields.values() if f.start <= span.start and span.end <= f.end), None)
    if field is None:
        return name, ""
    name = of_field(name, field.key.word)
    for value in field.values:
        if value.words is not None and value.start <= span.start and span.end <= value.end:
            return name, _plain(span.text)
        if value.start <= span.start and span.end <= value.end and field.key is not TEXT_KEY:
            return (of_value(name, value.element) if value.element else name), ""
    return name, ""


def _holds(node: Node, span: Span) -> bool:
    return node.source is span.source and node.start <= span.start and span.end <= node.end


def _params(one: Diagnostic) -> str:
    rows = (v.en if isinstance(v, Both) else v for k, v in sorted(one.params.items()) if k not in _BESIDE)
    return _plain(" / ".join(rows))


def _plain(text: str) -> str:
    """A text without its layout: `fmt` may indent it otherwise."""
    return _SPACE.sub(" ", text).strip()


def text(entries: Entries) -> str:
    """A baseline as JSON: sorted, one entry a line, with a final newline."""
    import json

    rows = []
    for one, count in sorted(entries.items()):
        row = {**one._asdict(), **({"count": count} if count > 1 else {})}
        rows.append(json.dumps(row, ensure_ascii=False))
    listed = "[\n  " + ",\n  ".join(rows) + "\n ]" if rows else "[]"
    return f'{{\n "format": "{FORMAT}",\n "findings": {listed}\n}}\n'


def read(source: Source, broken: bool, large: bool) -> tuple[dict[Entry, int], list[Diagnostic]]:
    """The entries of a baseline, and what is wrong with it; with a fault in it nothing is known. `broken` says that it is
    not UTF-8, `large` that it was not read to its end."""
    import json

    def refuse(at: int, ja: str, en: str) -> tuple[dict[Entry, int], list[Diagnostic]]:
        return {}, [kinds.NOT_A_BASELINE.at(Span(source, at, min(at + 1, len(source.text))), why=Both(ja, en))]

    if large:
        return refuse(0, "大きすぎます", "it is too large")
    if broken:
        return refuse(max(source.text.find("\ufffd"), 0), "UTF-8 ではありません", "not UTF-8")
    try:
        body = json.loads(source.text, object_pairs_hook=_object)
    except _Twice as twice:
        return refuse(0, f"「{twice.key}」が二度書かれています", f"`{twice.key}` is given twice")
    except json.JSONDecodeError as error:
        return refuse(error.pos, "JSON の形が違います", f"not JSON, {error.msg}")
    except RecursionError:
        return refuse(0, "入れ子が深すぎます", "nested too deeply")
    except ValueError:
        # A number of more digits than Python reads.
        return refuse(0, "読めない数があります", "a number that cannot be read")
    if not isinstance(body, dict) or body.get("format") != FORMAT or not isinstance(body.get("findings"), list):
        return refuse(0, f"「{FORMAT}」の形ではありません", f"it does not have the form `{FORMAT}`")
    made: dict[Entry, int] = {}
    for nth, row in enumerate(body["findings"], 1):
        one = _entry(row)
        if one is None:
            return refuse(0, f"{nth} 番目の指摘の形が違います", f"finding {nth} has another form")
        made[one] = made.get(one, 0) + row.get("count", 1)
    return made, []


class _Twice(Exception):
    """A key that is given twice: which of them counts differs between readers."""

    def __init__(self, key: str) -> None:
        self.key = quoted(key)


def _object(pairs: list[tuple[str, object]]) -> dict[str, object]:
    made: dict[str, object] = {}
    for key, value in pairs:
        if key in made:
            raise _Twice(key)
        made[key] = value
    return made


def _entry(row: object) -> Entry | None:
    if not isinstance(row, dict) or set(row) - {"count"} != set(Entry._fields):
        return None
    count = row.get("count", 1)
    if isinstance(count, bool) or not isinstance(count, int) or not 1 <= count <= _MOST_ALIKE:
        return None
    words = [row[name] for name in Entry._fields]
    return Entry._make(words) if all(isinstance(word, str) for word in words) else None


def gone(left: Entries, source: Source) -> Iterable[Diagnostic]:
    """One note on what of a baseline is no longer found, where anything is."""
    if left:
        shown = [f"{one.code} {one.document}" for one in sorted(left)[:_SHOWN]]
        which = "、".join(shown) + (" …" if len(left) > _SHOWN else "")
        yield kinds.GONE.at(Span(source, 0, 0), count=sum(left.values()), which=which)
