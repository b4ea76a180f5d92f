"""共同利用: the four things the law asks for, each under its label: items, users, purposes, who is responsible."""

from __future__ import annotations

import re
from typing import NamedTuple

from ..draft import Doubt, Entity, Mark, Reading, Section
from . import parties
from .entrustment import CONDITIONAL, SCOPE
from .items import going_on, items
from .lines import cut, fold, named, quoted, sentences, whole
from .rules import Found, apply, reading, rule
from .survey import Survey
from .tables import text
from .walk import Path

_LABELS = (
    ("items", re.compile("(?:データ|情報)(?:等)?の項目|共同利用(?:する|の)?項目")),
    ("users", re.compile("利用(?:する|される)?者(?:等)?の(?:範囲|名称)|共同利用者|共同利用(?:する)?(?:会社|企業|先)")),
    ("responsible", re.compile("責任(?:を有する)?者|管理責任")),
    ("method", re.compile("(?:取得|共同利用|利用)の方法")),
    ("purposes", re.compile("(?:利用|共同利用)(?:する者)?(?:における|の)?(?:利用)?目的")),
)
_SAME = re.compile("(?:目的)(?:と|に)(?:同一|同じ|同様|準)|(?:掲げ|定め|記載)[^。]{0,6}(?:利用)?目的")
_NONE = (
    rule(
        "declared",
        "none",
        "共同(?:して)?利用(?:する|を行う|して)?(?:こと|予定)?(?P<m>(?:は|を)?(?:ありません|ございません|(?:いた)?しません|行いません|おりません))",
    ),
)
_MORE = re.compile(r"[(（、]|\s(?=〒|[^\s]{2,3}[都道府県]|代表)")
_SUBJECT = "(?:の)(?:個人情報|個人データ|情報)[^。]{0,12}共同(?:して)?利用"


class Part(NamedTuple):
    """What stands under a label: the label at [start, end) of `row`, its words in rows [first, last), or behind it in
    its own row from `inline`."""

    field: str
    row: int
    start: int
    end: int
    first: int
    last: int
    inline: int


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The parts with their values."""
    found: list[Found] = []
    doubts = _tables(section)
    for part in _parts(section):
        made = _VALUES[part.field](section, part, survey)
        found += made
        if not made and part.field in _UNREAD and _contents(section, part):
            doubts.append(
                Doubt(part.row, f"{_UNREAD[part.field]}が書かれているようです。{part.field} を確かめてください。")
            )
    if not found and doubts:
        return Reading("article", doubts=tuple(doubts))
    if not found:
        none, _ = apply(_NONE if not CONDITIONAL.search(whole(section)) else (), sentences(section))
        return reading("joint-use", none) if none else None
    scope, _ = apply((SCOPE,) if survey.uses is not None else (), sentences(section))
    return reading("joint-use", [*_subjects(section, survey), *scope, *found], doubts=doubts)


_UNREAD = {
    "items": "共同利用する項目",
    "users": "共同利用者の範囲",
    "responsible": "管理について責任を有する者",
    "purposes": "共同利用の目的",
}


def _tables(section: Section) -> list[Doubt]:
    """A doubt for a table that says what is asked of joint use: its cells are left to the author."""
    for index, row in enumerate(section.rows):
        cells = [fold(text(cell)) for cells in row.table.rows for cell in cells[:1]] if row.table is not None else []
        found = [field for field, says in _LABELS if field in _UNREAD and any(map(says.search, cells))]
        if len(found) > 1:
            return [Doubt(index, f"共同利用の表のようです。{'・'.join(found)} を宣言してください。")]
    return []


def _parts(section: Section) -> list[Part]:
    """Rows that are labels: short, no sentence, each field once."""
    found: list[Part] = []
    for index, row in enumerate(section.rows):
        words = fold(row.text)
        label, colon, _ = words.partition(":")
        if len(label.strip()) > 40 or "。" in label:
            continue
        field = next((name for name, says in _LABELS if says.search(label)), "")
        if not field or any(part.field == field for part in found):
            continue
        lead = len(label) - len(label.lstrip())
        inline = len(label) + 1 if colon and words[len(label) + 1 :].strip() else 0
        found.append(Part(field, index, lead, len(label.rstrip()), index + 1, len(section.rows), inline))
    for number, part in enumerate(found):
        depth = section.rows[part.row].depth
        stop = found[number + 1].row if number + 1 < len(found) else len(section.rows)
        other = (n for n in range(part.first, stop) if section.rows[n].marker and section.rows[n].depth <= depth)
        found[number] = part._replace(last=part.first if part.inline else next(other, stop))
    return found


def _contents(section: Section, part: Part) -> list[tuple[int, int, int]]:
    """Row, start and end of everything under a label."""
    spans = [(part.row, part.inline, len(section.rows[part.row].text))] if part.inline else []
    spans += [(n, 0, len(section.rows[n].text)) for n in range(part.first, part.last)]
    trimmed = []
    for row, start, end in spans:
        text = section.rows[row].text[start:end]
        if text.strip():
            lead = len(text) - len(text.lstrip())
            trimmed.append((row, start + lead, start + lead + len(text.strip())))
    return trimmed


def _label(part: Part, field: str) -> Mark:
    return Mark(part.row, part.start, part.end, field)


def _items(section: Section, part: Part, survey: Survey) -> list[Found]:
    found = [
        one
        for row, start, end in _contents(section, part)
        for one in items(section.rows[row].text, row, start, end, "items")
    ]
    contents = _contents(section, part)
    if found and len(contents) == 1:
        # Of a list by line, 等 behind an item belongs to the item.
        row, _, end = contents[0]
        last = re.search("(?:等|など)\\Z", section.rows[row].text[:end])
        found += going_on(section.rows[row].text, row, last.start(), "items") if last is not None else []
    return [found[0]._replace(marks=(_label(part, "items"), *found[0].marks)), *found[1:]] if found else []


def _users(section: Section, part: Part, survey: Survey) -> list[Found]:
    """Organisations in the list; a range in other words is left to the text."""
    found: list[Found] = []
    for row, start, end in _contents(section, part):
        text = section.rows[row].text
        for at, piece in cut(fold(text[start:end]), "、", keep=False):
            words = text[start + at : start + at + len(piece)]
            plain = (
                words.partition("　")[0].strip() if section.rows[row].pieces[-1].url or "　" in words else words.strip()
            )
            linked = len(section.rows[row].pieces) > 1 and plain != words.strip() and len(plain) <= 24
            if not plain or not (parties.is_name(plain) or linked):
                continue
            begin = start + at + words.index(plain)
            found.append(_organisation(plain, row, begin, "users", survey))
    return [found[0]._replace(marks=(_label(part, "users"), *found[0].marks)), *found[1:]] if found else []


def _organisation(title: str, row: int, start: int, field: str, survey: Survey) -> Found:
    known = survey.titled(title)
    if known is not None:
        # Where it stands is marked already as a mention of it.
        value = f"{known.name}.full" if dict(known.fields).get("called") and field == "users" else known.name
        return Found(field, value, ())
    entity = Entity("organization", named(title), title)
    mark = Mark(row, start, start + len(title), entity.name, exact=True)
    return Found(field, entity.name, (mark,), (entity,))


def _responsible(section: Section, part: Part, survey: Survey) -> list[Found]:
    for row, start, end in _contents(section, part)[:1]:
        words = section.rows[row].text[start:end].rstrip("。")
        operator = survey.entity(survey.operator)
        called = dict(operator.fields).get("called", "") if operator is not None else ""
        if called.startswith(f'"{words}"'):
            return [Found("responsible", survey.operator, (_label(part, "responsible"),))]
        # 株式会社みほん（住所は第1条のとおり）, みほん株式会社 東京都港区…: who it is comes first.
        words = _MORE.split(words, maxsplit=1)[0].rstrip()
        if parties.is_name(words):
            one = _organisation(words, row, start, "responsible", survey)
            return [one._replace(marks=(_label(part, "responsible"), *one.marks))]
    return []


def _purposes(section: Section, part: Part, survey: Survey) -> list[Found]:
    spans = _contents(section, part)
    if spans and survey.uses is not None:
        row, start, end = spans[0]
        hit = _SAME.search(fold(section.rows[row].text), start, end)
        if hit is not None:
            return [Found("purposes", "same as uses", (_label(part, "purposes"),))]
    if any(_SAME.search(fold(section.rows[row].text)) for row, _, _ in spans):
        return []
    values = [(row, start, end) for row, start, end in spans if section.rows[row].marker or part.inline]
    found = [
        Found("purposes", quoted(section.rows[row].text[start:end]), (Mark(row, start, end, "purposes"),))
        for row, start, end in values
    ]
    return [found[0]._replace(marks=(_label(part, "purposes"), *found[0].marks)), *found[1:]] if found else []


def _method(section: Section, part: Part, survey: Survey) -> list[Found]:
    spans = _contents(section, part)
    if len(spans) != 1:
        return []
    row, start, end = spans[0]
    return [Found("method", quoted(section.rows[row].text[start:end]), (Mark(row, start, end, "method"),))]


def _subjects(section: Section, survey: Survey) -> list[Found]:
    """People whose data are said to be used jointly; where they stand is marked as a mention of them."""
    found = []
    for entity in survey.entities:
        word = entity.title if entity.block == "term" else dict(entity.fields).get("called", quoted(entity.title))
        if entity.block in ("subject", "term"):
            plain = word.split('"')[1] if '"' in word else word
            says = re.compile(f"{re.escape(plain)}{_SUBJECT}|「{re.escape(plain)}」[^「」]{{0,12}}\\){_SUBJECT}")
            if says.search(whole(section)):
                found.append(Found("subjects", entity.name, ()))
    return found


_VALUES = {
    "items": _items,
    "users": _users,
    "responsible": _responsible,
    "purposes": _purposes,
    "method": _method,
}
