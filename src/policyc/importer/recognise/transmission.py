"""外部送信: which services receive information from the visitor's device, by a list or a table; or where it is told."""

from __future__ import annotations

import re

from ...published.page import Table
from ..draft import Child, Doubt, Entity, Mark, Reading, Row, Section
from .lines import fold, linked, named, whole
from .survey import Survey
from .tables import address, concepts, listed, text
from .walk import Path

# 「弊社の目的」 beside 「事業者の目的」: whose purpose it is makes it another field.
_OWN = re.compile("(?:当社|弊社|自社|当店|当サイト|当ストア)[^。]*目的|目的[^。]*(?:当社|弊社|自社)")
_COLUMNS = (
    ("title", re.compile("サービス|ツール|名称|タグ")),
    ("to", re.compile("事業者|送信先|提供者|提供元|提供会社|会社|運営")),
    ("sends", re.compile("送信(?:される|する)?(?:情報|内容)|取得(?:する)?情報|情報の(?:内容|種類)|情報$")),
    ("own-for", _OWN),
    ("for", re.compile("目的")),
    ("opt-out", re.compile("オプトアウト|停止|無効化")),
    ("policy", re.compile("プライバシー|ポリシー")),
)
LISTS = {"sends": "data", "own-for": "purposes", "for": "purposes"}
"""Fields whose cells list words of a category of the vocabulary."""
_LEADS = re.compile("(?:次|以下|下記)の(?:とおり|通り)|(?:次|以下|下記)の[^。]{0,12}(?:サービス|ツール)")
# 「次の情報が外部の事業者に送信されます」: what follows may be items of information as well as services.
_SENT = re.compile("(?:次|以下|下記)の[^。]{0,8}情報[^。]{0,24}送信")
_SERVICES = re.compile("サービス|ツール|Cookie|クッキー|外部")
_ELSEWHERE = re.compile("外部送信[^。]*(?:参照|ご覧|ご確認|こちら)")
_LABEL = re.compile("(?P<label>[^。、::]{2,24}) ?: ?(?=[^ ])")
_NO_VALUE = re.compile("[-‐－―ー—なし]*\\Z")


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """A transmission for each row of a table, or for each item of a list of services."""
    for index, row in enumerate(section.rows):
        if row.table is not None:
            made = _table(row.table, index)
            if made is not None:
                return made
    return _list(section) or _delegated(section)


def _table(table: Table, index: int) -> Reading | None:
    """Transmissions of a table whose first row names its columns: all stand in one row of the section, in order."""
    if len(table.rows) < 2:
        return None
    columns = columns_of(table)
    plain = all(cell.across == cell.down == 1 for cells in table.rows for cell in cells)
    if "to" not in columns or not plain or any(len(cells) != len(table.rows[0]) for cells in table.rows):
        return None
    children: list[Child] = []
    entities: dict[str, Entity] = {}
    unread: dict[str, str] = {}
    for number, cells in enumerate(table.rows[1:], 1):
        to = text(cells[columns["to"]]).strip()
        if not to or _NO_VALUE.match(to):
            return None
        recipient = Entity("recipient", named(to), to)
        # Of 「Google LLC」 and 「Google LLC.」 the first is declared.
        entities.setdefault(recipient.name, recipient)
        fields = [("to", recipient.name)]
        out = address(cells[columns["opt-out"]]) if "opt-out" in columns else ""
        for field, category in LISTS.items():
            cell = cells[columns[field]] if field in columns else None
            found = concepts(cell, category) if cell is not None else ()
            if found:
                fields.append((field, ", ".join(found)))
            elif cell is not None and not _NO_VALUE.match(text(cell).strip()):
                unread.setdefault(field, fold(text(table.rows[0][columns[field]])).strip())
        if out:
            fields.append(("opt-out", out))
        children.append(Child("transmission", f"送信-{number}", index, index + 1, tuple(fields)))
    doubts = (
        Doubt(index, f"「{head}」の欄に、語彙から読み取れないものがあります。{field} を確かめてください。")
        for field, head in unread.items()
    )
    return Reading("external-transmission", (), (), tuple(children), tuple(entities.values()), tuple(doubts))


def columns_of(table: Table) -> dict[str, int]:
    """Which column of a table says which field of a transmission, by its first row."""
    columns: dict[str, int] = {}
    for n, head in enumerate(fold(text(cell)) for cell in table.rows[0]):
        field = _field(head)
        if field and field not in columns:
            columns[field] = n
    return columns


def _field(head: str) -> str:
    """The field that the head of a column names, if any. 「送信先での利用目的」 is a purpose, not a recipient."""
    if head.strip().endswith("目的"):
        return "own-for" if _OWN.search(head) else "for"
    return next((name for name, says in _COLUMNS if says.search(head)), "")


def _list(section: Section) -> Reading | None:
    """Items of a list behind 「利用しているサービスは以下のとおりです」: their names and no more, as the page says no more."""
    rows = section.rows
    first = next((n for n, row in enumerate(rows) if row.depth == 1 and row.marker), None)
    if not first:
        return None
    lead = fold(rows[first - 1].text).split("。")
    said = next((piece for piece in reversed(lead) if piece.strip()), "")
    sent = _SENT.search(said) is not None and _LEADS.search(said) is None
    if not ((sent or _LEADS.search(said)) and _SERVICES.search(said)) or "機能" in said:
        return None
    children: list[Child] = []
    marks: list[Mark] = []
    entities: dict[str, Entity] = {}
    companies = _companies(section, first)
    for index in range(first, len(rows)):
        words = rows[index].text.strip()
        if children and rows[index].depth and not rows[index].marker:
            below = _labelled(rows[index], index, children[-1], entities)
            children[-1] = children[-1]._replace(end=index + 1, fields=(*children[-1].fields, *below[0]))
            marks += below[1]
            continue
        if rows[index].depth != 1 or not rows[index].marker or len(words) > 40 or re.search("[。、:：]", words):
            break
        fields: tuple[tuple[str, str], ...] = ()
        for short, full in companies.items():
            if rows[index].text.startswith(f"{short} "):
                entities.setdefault(full, Entity("recipient", named(full), full))
                fields = (("to", named(full)),)
                marks.append(Mark(index, 0, len(short), "to"))
        children.append(Child("transmission", f"送信-{len(children) + 1}", index, index + 1, fields))
    if sent and not all("to" in dict(child.fields) for child in children):
        return None
    made = Reading("external-transmission", (), tuple(marks), tuple(children), tuple(entities.values()))
    return made if children else None


def _labelled(
    row: Row, index: int, child: Child, entities: dict[str, Entity]
) -> tuple[tuple[tuple[str, str], ...], tuple[Mark, ...]]:
    """What a line below an item says of it, 「送信先：例示解析株式会社」, and where."""
    hit = _LABEL.match(fold(row.text))
    field = _field(hit["label"]) if hit is not None else ""
    if hit is None or field in dict(child.fields):
        return (), ()
    start, end = hit.end(), len(row.text.rstrip())
    words = row.text[start:end]
    if field in LISTS and (found := listed(words, LISTS[field])):
        return ((field, ", ".join(found)),), (Mark(index, start, end, field),)
    if field == "to" and len(words) <= 40 and not re.search("[、。]", words):
        recipient = Entity("recipient", named(words), words)
        entities.setdefault(recipient.name, recipient)
        return (("to", recipient.name),), (Mark(index, start, end, "to"),)
    if field == "opt-out" and words.startswith(("https://", "http://")) and linked(row, start) == words:
        return ((field, f"<{words}>"),), (Mark(index, start, end, field, exact=True),)
    return (), ()


def _companies(section: Section, first: int) -> dict[str, str]:
    """Companies by the word that the names of their services begin with: where the rows behind a list say whose privacy
    policies apply to it, 「Google 社のプライバシーポリシー」, the items 「Google Analytics」 are that company's."""
    found: dict[str, str] = {}
    for row in section.rows[first + 1 :]:
        for hit in re.finditer(r"(?P<full>(?P<short>[A-Z][A-Za-z0-9.]+) ?社)の\s?(?:プライバシー|個人情報)", row.text):
            found.setdefault(hit["short"], hit["full"])
    return found


def _delegated(section: Section) -> Reading | None:
    """A section that only says where external transmissions are told of: `delegates` with its link."""
    if len(whole(section)) > 120 or not _ELSEWHERE.search(whole(section)):
        return None
    links = [(n, row, piece) for n, row in enumerate(section.rows) for piece in row.pieces if piece.url]
    if len(links) != 1:
        return None
    ((index, row, piece),) = links
    start = row.text.index(piece.text)
    delegation = Entity("delegates", "外部送信の公表", piece.text, (("link", piece.url),))
    mark = Mark(index, start, start + len(piece.text), delegation.name, exact=True)
    return Reading("external-transmission", (), (mark,), (), (delegation,))
