"""External transmissions: the notice under the Telecommunications Business Act and the privacy notice of one firm.

Article 27-12 and article 22-2-29 of its rule want what is sent, to whom and for what told of every transmission. A
notice that lacks a destination which the firm names elsewhere is short of that; a privacy notice need not list any, so
what only it lacks is a note.
"""

from __future__ import annotations

from typing import NamedTuple

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places
from .record import Receiver, Record, Transmission

_LAW = "telecom-rule:22-2-29"

NOT_IN_NOTICE = Kind(
    "site/transmission-not-in-notice",
    WARNING,
    "外部送信の公表文書に、プライバシーポリシーが挙げる送信先「{found}」がありません（電気通信事業法第27条の12、同法施行規則第22条の2の29）",
    "the external transmission notice lacks `{found}`, to whom the privacy notice says data are sent "
    "(Telecommunications Business Act art. 27-12)",
    "送信しているなら、公表文書に送信される情報、送信先、利用目的を加えてください。もう送信していないなら、ここから消してください。",
    "If data are sent, add what, to whom and for what to that notice; if they no longer are, remove it here.",
    _LAW,
)
NOT_IN_PRIVACY = Kind(
    "site/transmission-not-in-privacy",
    NOTE,
    "外部送信の公表文書が挙げる送信先「{found}」が、プライバシーポリシーの送信先の一覧にありません",
    "`{found}` of the external transmission notice is not among those to whom the privacy notice says data are sent",
    "プライバシーポリシーの一覧にも加えるか、一覧をやめて公表文書へのリンク（delegates）としてください。",
    "Add it to the list of the privacy notice, or let that only refer to this notice (`delegates`).",
)
DENIED = Kind(
    "site/transmission-denied",
    WARNING,
    "外部送信はないと述べていますが、同じ事業者の公表文書には外部送信が挙げられています（電気通信事業法第27条の12）",
    "it says that nothing is sent to outsiders, but the notice of the same firm lists transmissions "
    "(Telecommunications Business Act art. 27-12)",
    "どちらが事実かを確かめ、一方を改めてください。",
    "See which is true, and mend the other.",
    _LAW,
)
DIFFERS = Kind(
    "site/transmission-differs",
    WARNING,
    "「{to}」への外部送信の{part}が、公表文書とプライバシーポリシーで違います（一方にだけあるもの：{found}）",
    "the two documents say differently {part} `{to}`: only one of them has {found}",
    "実際に送信される情報とその利用目的を確かめ、両方を揃えてください。",
    "See what is sent and what for, and make both agree.",
    _LAW,
)
_NOTICE = Both("外部送信の公表文書はここ", "the external transmission notice is here")
_LISTED = Both("挙げられている送信先はここ", "a receiver is listed here")
_LIST = Both("プライバシーポリシーの一覧はここ", "the privacy notice lists here")
_SAYS = Both("公表文書ではここ", "the notice says it here")
_PARTS = {
    "sends": Both("送信される情報", "what is sent to"),
    "purposes": Both("利用目的", "what data are for that go to"),
}


class _Side(NamedTuple):
    """All documents of one sort of one firm."""

    records: list[Record]
    known: dict[str, tuple[Receiver, Transmission]]
    names: set[str]
    classes: set[str]

    def knows(self, receiver: Receiver) -> bool:
        """Whether a receiver is named here, or falls under a class of receivers that is."""
        if spelling.plain(receiver.name.words) in self.names:
            return True
        return not self.classes.isdisjoint(receiver.classes)


def check(records: list[Record], places: Places) -> Findings:
    """What the privacy notices and the external transmission notices of one firm say differently."""
    found = Findings()
    firms: dict[str, dict[str, _Side]] = {}
    for record in records:
        if record.operator and record.kind in ("privacy-notice", "external-transmission-notice"):
            sides = firms.setdefault(spelling.plain(record.operator), {})
            _add(sides.setdefault(record.kind, _Side([], {}, set(), set())), record)
    for sides in firms.values():
        privacy, notice = sides.get("privacy-notice"), sides.get("external-transmission-notice")
        if privacy is not None and notice is not None:
            _compare(privacy, notice, places, found)
    return found


def _add(side: _Side, record: Record) -> None:
    side.records.append(record)
    for transmission in record.transmissions:
        for receiver in transmission.to:
            if receiver.named:
                side.known.setdefault(spelling.plain(receiver.name.words), (receiver, transmission))
    for receiver in record.receivers:
        side.names.add(spelling.plain(receiver.name.words))
        if not receiver.named:
            side.classes.update(receiver.classes)


def _compare(privacy: _Side, notice: _Side, places: Places, found: Findings) -> None:
    if not notice.known:
        return
    other = notice.records[0]
    for receiver, _ in privacy.known.values():
        if not notice.knows(receiver):
            name = receiver.name
            places.report(found, NOT_IN_NOTICE, name.spot, other.spot, _NOTICE, found=name.words)
    first, _ = next(iter(notice.known.values()))
    for record in privacy.records:
        if record.silent is not None:
            places.report(found, DENIED, record.silent, first.name.spot, _LISTED)
    lists = next((record for record in privacy.records if record.transmissions), None)
    urls = {spelling.url(record.url) for record in notice.records if record.url}
    refers = any(not urls.isdisjoint(record.refers) for record in privacy.records)
    for key, (receiver, transmission) in notice.known.items():
        if key in privacy.known:
            _same(privacy.known[key][1], receiver, transmission, places, found)
        elif lists is not None and not refers and not privacy.knows(receiver):
            name, at = receiver.name, lists.transmissions[0].spots["to"]
            places.report(found, NOT_IN_PRIVACY, name.spot, at, _LIST, found=name.words)


def _same(one: Transmission, receiver: Receiver, other: Transmission, places: Places, found: Findings) -> None:
    for part, name in _PARTS.items():
        ours, theirs = getattr(one, part), getattr(other, part)
        odd = sorted(ours ^ theirs)
        if ours and theirs and odd:
            params = {"to": receiver.name.words, "part": name, "found": "、".join(odd)}
            places.report(found, DIFFERS, one.spots[part], other.spots[part], _SAYS, **params)
