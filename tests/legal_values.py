"""Every value that the language lets a field have, written as a source: taken from the declarations, so that a value which
is added is among them.

A case is one clause (with an item in it, where the field is an item's) that gives one field, or two, and nothing else. Many
cases stand in one document, each on a line of its own: a compiler is asked seldom, and a finding is known by its line.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import combinations, islice
from typing import NamedTuple

from policyc.clauses import catalogue
from policyc.model.structure import document_type
from policyc.model.types import BlockType, Key, ValueKind
from policyc.model.words import writable
from policyc.vocab import concepts

_TOP = """\
organization mihon "株式会社みほん" {
  called: "当社"; address: "東京都", "千代田区", "見本町1丁目2番3号"; postal-code: "100-0000"
  representative: "代表取締役", "見本　花子"; country: JP
}
organization hanbai "株式会社みほん販売" { address: "見本市れいじ町1番地"; country: US }
site group-site [みほんグループの一覧](https://mihon.example/group)
group mihon-group "みほんグループ" { members: mihon, hanbai; listed-at: group-site }
publication basic [みほん基本方針](https://mihon.example/basic/)
statute appi "個人情報の保護に関する法律" { }
subject customer "お客様" { is: customer }
term member "会員" { means: "みほん会員に登録した者"; is: member }
recipient abroad "外国の事業者" { is: foreign-third-party; country: SG }
data pay "決済の情報" { of: credit-card, bank-account }
desk window "お客様相談室" { phone: "03-0000-0001"; hours: "平日10時から17時まで" }
document linked "別の方針" { kind: general-policy; url: <https://mihon.example/linked/>; operator: mihon }
"""
# What is declared, by what it is.
_NAMES = {
    "organization": "hanbai",
    "group": "mihon-group",
    "site": "group-site",
    "publication": "basic",
    "statute": "appi",
    "subject": "customer",
    "term": "member",
    "recipient": "abroad",
    "data": "pay",
    "desk": "window",
    "document": "linked",
    "purpose": "delivery",
    "purposes": "uses",
}
_WORDS, _OTHER = '"言葉"', "[別のページ](https://mihon.example/other/)"
# Not what a field says: the words of a block, which replace the standard ones, and remarks to those who work on a source.
_OWN_WORDS = ("text", "closing")
# Beside it nothing can be said.
_ALONE = "declared"
# Cases that stand in one document.
_TOGETHER = 60


class Case(NamedTuple):
    """A clause in one line; `shown` names the fields that it gives."""

    source: str
    shown: str


class Given(NamedTuple):
    """A field with a value as it is written."""

    key: Key
    value: str

    @property
    def field(self) -> str:
        return f"{self.key.word}: {self.value}"


def values(key: Key) -> Iterator[str]:
    """One of each sort of value, every word of a closed list, all rows of a vocabulary, and the answers."""
    yield from (choice.word for choice in key.kind.choices)
    yield from _sorts(key)
    yield from _answers(key)


def single_rows(key: Key) -> Iterator[str]:
    """Each row of its vocabularies by itself."""
    for category in key.kind.vocabulary:
        yield from (id_ if writable(id_) else f'"{id_}"' for id_ in sorted(concepts(category)))


def several(key: Key) -> Iterator[str]:
    """Values side by side: all words of the list, all rows of a vocabulary; a word with what is said of it; and lists that are
    left open."""
    kind = key.kind
    words = [choice.word for choice in kind.choices] if kind.choices else list(single_rows(key))
    if key.many and len(words) > 1:
        yield ", ".join(words)
        yield ", ".join((*words[:2], *([_WORDS] if "string" in kind.atoms else [])))
    if words:
        yield f"{words[-1]} {_WORDS}"
    for inner in key.fields:
        yield from (f"{words[0]} {{ {inner.word}: {value} }}" for value in values(inner))
    yield from left_open(key)


def left_open(key: Key) -> Iterator[str]:
    """The lists of a field with `etc` behind them: one value of each sort, each word, all words, two rows."""
    if key.takes_etc:
        words = [choice.word for choice in key.kind.choices]
        rows = [", ".join(islice(single_rows(key), 2))] if key.kind.vocabulary else []
        for value in dict.fromkeys((*words, *_sorts(key), ", ".join(words), *rows)):
            if value:
                yield f"{value}, etc"


def _sorts(key: Key) -> Iterator[str]:
    kind = key.kind
    yield from (_NAMES[entity] for entity in kind.entities)
    if kind.vocabulary and not key.many:
        yield from single_rows(key)
    elif kind.vocabulary:
        yield next(single_rows(key))
    if kind.places:
        yield from ("same as uses", "within uses")
    yield from _atoms(kind)


def _atoms(kind: ValueKind) -> Iterator[str]:
    made = {"string": _WORDS, "link": _OTHER, "url": "<https://mihon.example/other/>", "date": "2026-04-01"}
    yield from (value for atom, value in made.items() if atom in kind.atoms)
    if "number" in kind.atoms:
        yield from (f"10 {unit.word}" for unit in kind.units) if kind.units else ("10",)


def _answers(key: Key) -> Iterator[str]:
    # A field that has a `none` of its own takes no other answer.
    if key.takes_answers and all(choice.word != "none" for choice in key.kind.choices):
        yield from ("none", "on-request", f"delegated {_OTHER}")


def blocks(clause: BlockType) -> Iterator[tuple[BlockType, ...]]:
    """A clause and the items in it, each as the way that leads to it."""

    def below(way: tuple[BlockType, ...]) -> Iterator[tuple[BlockType, ...]]:
        yield way
        for child in way[-1].children:
            if child.role == "item" and child.word not in (one.word for one in way):
                yield from below((*way, child))

    return below((clause,))


def case(way: tuple[BlockType, ...], *given: Given) -> Case:
    """A clause that gives some fields of the block at the end of a way."""
    block = way[-1]
    shown = f"{' / '.join(one.word for one in way)} {{ {'; '.join(one.field for one in given)} }}"
    needed = {key.word: key for key in block.keys if key.required}
    if any(one.key.word == _ALONE for one in given):
        needed.clear()
    words = {one.key.word for one in given}
    rest = [Given(key, next(values(key))) for word, key in needed.items() if word not in words]
    made = "; ".join(one.field for one in (*given, *rest))
    # Where it leads is taken from the document, unless the head says it.
    to_document = any(one.key.word == "document" for one in given)
    for depth, one in reversed([*enumerate(way)]):
        title = ' "見出し"' if depth and (one.titled == "required" or one.linked or one.worded) else ""
        link = " <https://mihon.example/other/>" if one.linked and not (to_document and one is block) else ""
        made = f"{one.word} NAME{'-i' * depth}{'' if to_document and one is block else title}{link} {{ {made} }}"
    return Case(made, shown)


def keys(block: BlockType) -> list[Key]:
    """The fields of a block whose values are asked for."""
    return [key for key in block.keys if key.word not in _OWN_WORDS]


def alone() -> Iterator[Case]:
    """Every field of every clause with each of its values, and with several."""
    for clause in catalogue():
        for way in blocks(clause):
            for key in keys(way[-1]):
                for value in dict.fromkeys((*values(key), *several(key))):
                    yield case(way, Given(key, value))


def rows() -> Iterator[Case]:
    """Every row of a vocabulary in every field that takes it."""
    for clause in catalogue():
        for way in blocks(clause):
            for key in keys(way[-1]):
                yield from (case(way, Given(key, value)) for value in single_rows(key))


def pairs() -> Iterator[Case]:
    """Any two fields of a block, with any two of their values."""
    for clause in catalogue():
        for way in blocks(clause):
            free = [key for key in keys(way[-1]) if key.word != _ALONE]
            for one, other in combinations(free, 2):
                for first in values(one) if len(list(values(one))) < 20 else several(one):
                    for second in values(other) if len(list(values(other))) < 20 else several(other):
                        yield case(way, Given(one, first), Given(other, second))


def frame() -> Iterator[Case]:
    """Every field of a document and of a part, with each of its values: what a document holds besides its clauses."""
    document = document_type(catalogue())
    part = next(child for child in document.children if child.role == "part")
    for key in keys(document):
        if key.word not in ("kind", "url", "operator", "register"):
            dated = "date" in key.kind.atoms
            more = ['2026-04-01 as "{date}の日付"'] if dated else list(several(key)) if key.stated else []
            for value in dict.fromkeys((*values(key), *more)):
                yield Case(f"{key.word}: {value}", f"document {{ {key.word}: {value} }}")
    for key in keys(part):
        for value in dict.fromkeys((*values(key), *several(key))):
            yield Case(f'part NAME "見出し" {{ {key.word}: {value} }}', f"part {{ {key.word}: {value} }}")


def batches(cases: Iterable[Case]) -> Iterator[tuple[Case, ...]]:
    """Cases by as many as stand in one document."""
    left = iter(cases)
    while batch := tuple(islice(left, _TOGETHER)):
        yield batch


def document(
    cases: Iterable[Case], register: str, kind: str = "privacy-notice", subjects: bool = False
) -> tuple[str, int]:
    """A source that holds cases, each on a line of its own with NAME as `c0`, `c1` …, and the number of the first line."""
    head = (
        f'{_TOP}document notice "個人情報の取扱い" {{\n  kind: {kind}; url: <https://mihon.example/notice/>\n'
        f"  operator: mihon; register: {register}{'; subjects: customer' if subjects else ''}\n"
        '  purposes uses { purpose delivery "商品の発送のため" { is: goods-delivery } }\n'
    )
    lines = [one.source.replace("NAME", f"c{n}") for n, one in enumerate(cases)]
    return head + "\n".join(lines) + "\n}\n", head.count("\n") + 1
