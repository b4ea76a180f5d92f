"""Desks and periods: one desk has one telephone number, and data are kept as long in one document as in another."""

from __future__ import annotations

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places
from .record import Desk, Record
from .ways import Ways

DESK = Kind(
    "site/desk-differs",
    WARNING,
    "「{desk}」の{part}が、文書によって違います（{here}では「{found}」、ほかでは「{other}」）",
    "the {part} of `{desk}` differs between documents: `{found}` {here}, `{other}` elsewhere",
    "一つのファイルに宣言し、import で取り込めば食い違いません。",
    "Declared once and imported they cannot differ.",
)
OTHER_DESK = Kind(
    "site/other-desk",
    NOTE,
    "同じ種別の文書なのに、{take}の窓口が違います（{here}では「{found}」、ほかでは「{other}」）",
    "two documents of one kind name different desks for {take}: `{found}` {here}, `{other}` elsewhere",
    "使い分けていないのであれば、揃えてください。",
    "Make them agree unless each is meant.",
)
PERIOD = Kind(
    "site/retention-differs",
    NOTE,
    "同じデータの保存期間が、文書によって違います（{here}では「{found}」、ほかでは「{other}」）",
    "the same data are kept for different times: `{found}` {here}, `{other}` elsewhere",
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
    """What the documents of one firm say differently of its desks, and of how long data are kept: one finding for each way
    but the usual one, with all of its places."""
    parts: dict[tuple[str, str, str], Ways] = {}
    takes: dict[tuple[str, str, str], Ways] = {}
    kept: dict[tuple[str, frozenset[str]], Ways] = {}
    # As it is shown: the spelling of its first place.
    desks: dict[str, str] = {}
    periods: dict[str, str] = {}
    told: set[object] = set()

    def fresh(*what: object) -> bool:
        if what in told:
            return False
        told.add(what)
        return True

    for record in records:
        firm = spelling.plain(record.operator)
        own: dict[str, list[Desk]] = {}
        for desk in record.desks if firm else ():
            name = spelling.plain(desk.name.words)
            desks.setdefault(name, desk.name.words)
            for word, said in desk.parts.items():
                if fresh(said.spot):
                    parts.setdefault((firm, name, word), Ways(_same)).add(said)
            for take in desk.takes:
                own.setdefault(take, []).append(desk)
        for take, of in own.items():
            # Of several desks for one matter each takes a part of it; of several documents in one file, one.
            key = (firm, record.kind, take)
            if len(of) == 1 and take in _TAKES and fresh(record.file, key):
                takes.setdefault(key, Ways(_same)).add(of[0].name)
        for one in record.kept if firm else ():
            periods[one.said.words] = one.period
            if fresh(record.file, firm, one.data):
                same = lambda ours, theirs: periods[ours] == periods[theirs]  # noqa: E731
                kept.setdefault((firm, one.data), Ways(same)).add(one.said)
    found = Findings()
    for (_, name, word), ways in parts.items():
        places.differs(found, DESK, ways, desk=desks[name], part=_PARTS[word])
    for (_, _, take), ways in takes.items():
        places.differs(found, OTHER_DESK, ways, take=_TAKES[take])
    for ways in kept.values():
        places.differs(found, PERIOD, ways)
    return found


def _same(one: str, other: str) -> bool:
    return spelling.plain(one) == spelling.plain(other)
