"""Desks and periods: one desk has one telephone number, and data are kept as long in one document as in another."""

from __future__ import annotations

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places
from .record import Desk, Kept, Record, Said, Spot

DESK = Kind(
    "site/desk-differs",
    WARNING,
    "「{desk}」の{part}が、文書によって違います（ここでは「{found}」、ほかでは「{other}」）",
    "the {part} of `{desk}` differs between documents: `{found}` here, `{other}` elsewhere",
    "一つのファイルに宣言し、import で取り込めば食い違いません。",
    "Declared once and imported they cannot differ.",
)
OTHER_DESK = Kind(
    "site/other-desk",
    NOTE,
    "同じ種別の文書なのに、{take}の窓口が違います（ここでは「{found}」、ほかでは「{other}」）",
    "two documents of one kind name different desks for {take}: `{found}` here, `{other}` elsewhere",
    "使い分けていないのであれば、揃えてください。",
    "Make them agree unless each is meant.",
)
PERIOD = Kind(
    "site/retention-differs",
    NOTE,
    "同じデータの保存期間が、文書によって違います（ここでは「{found}」、ほかでは「{other}」）",
    "the same data are kept for different times: `{found}` here, `{other}` elsewhere",
    "起算の時や利用の場面が違うのでなければ、揃えてください。",
    "Make them agree, unless they count from another day or serve another use.",
)
_PARTS = {
    "phone": Both("電話番号", "telephone number"),
    "email": Both("メールアドレス", "e-mail address"),
    "hours": Both("受付時間", "hours"),
}
_TAKES = {
    "inquiries": Both("問い合わせ", "inquiries"),
    "complaints": Both("苦情", "complaints"),
    "requests": Both("請求", "requests"),
}


def check(records: list[Record], places: Places) -> Findings:
    """What the documents of one firm say differently of its desks, and of how long data are kept."""
    found = Findings()
    parts: dict[tuple[str, str, str], Said] = {}
    takes: dict[tuple[str, str, str], tuple[str, Desk]] = {}
    kept: dict[tuple[str, frozenset[str]], tuple[str, Kept]] = {}
    told: set[Spot] = set()
    for record in records:
        firm = spelling.plain(record.operator)
        own: dict[str, list[Desk]] = {}
        for desk in record.desks if firm else ():
            for word, said in desk.parts.items():
                if said.spot not in told:
                    told.add(said.spot)
                    _part(
                        parts.setdefault((firm, spelling.plain(desk.name.words), word), said),
                        desk,
                        word,
                        said,
                        places,
                        found,
                    )
            for take in desk.takes:
                own.setdefault(take, []).append(desk)
        for take, desks in own.items():
            # Of several desks for one matter each takes a part of it.
            if len(desks) == 1 and take in _TAKES:
                _taken(takes, (firm, record.kind, take), record, desks[0], places, found)
        for one in record.kept if firm else ():
            file, other = kept.setdefault((firm, one.data), (record.file, one))
            if file != record.file and other.period != one.period:
                params = {"found": one.said.words, "other": other.said.words}
                places.report(found, PERIOD, one.said.spot, other.said.spot, **params)
    return found


def _part(first: Said, desk: Desk, word: str, said: Said, places: Places, found: Findings) -> None:
    if spelling.plain(first.words) != spelling.plain(said.words):
        name, part = desk.name.words, _PARTS[word]
        places.report(found, DESK, said.spot, first.spot, desk=name, part=part, found=said.words, other=first.words)


def _taken(
    takes: dict[tuple[str, str, str], tuple[str, Desk]],
    key: tuple[str, str, str],
    record: Record,
    desk: Desk,
    places: Places,
    found: Findings,
) -> None:
    file, first = takes.setdefault(key, (record.file, desk))
    if file != record.file and spelling.plain(first.name.words) != spelling.plain(desk.name.words):
        one, other, take = desk.name, first.name, _TAKES[key[2]]
        places.report(found, OTHER_DESK, one.spot, other.spot, take=take, found=one.words, other=other.words)
