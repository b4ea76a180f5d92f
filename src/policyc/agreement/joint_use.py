"""Joint use as the members of a group state it: the same items, users, purposes and responsible party.

APPI article 27(5)(iii) wants each told beforehand by whoever provides the data. That the other companies of a joint use
state it too is good practice, so what only one tells is a note; what two tell differently cannot both be so.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places, in_document
from .record import JointUse, Record

_LAW = "appi:27.5.3"

DIFFERS = Kind(
    "site/joint-use-differs",
    WARNING,
    "同じ者の間の共同利用の{part}が、{other}の文書と違います（一方にだけあるもの：{found}）（個人情報保護法第27条第5項第3号）",
    "the joint use among the same users differs from that in the document of {other} in {part}: only one has {found} "
    "(APPI art. 27(5)(iii))",
    "同じ共同利用であれば、両社の文書を揃えてください。別の共同利用であれば、相手の文書にも同じものを加えてください。",
    "If it is one joint use, make both documents agree; if there are two, state both in both documents.",
    _LAW,
)
USERS_DIFFER = Kind(
    "site/joint-users-differ",
    WARNING,
    "共同して利用する者の範囲が、{other}の文書と違います（一方にだけある者：{found}）（個人情報保護法第27条第5項第3号）",
    "the range of joint users differs from that in the document of {other}: only one has {found} "
    "(APPI art. 27(5)(iii))",
    "共同して利用する者の範囲は、どの会社の文書でも同じになるはずです。加入や脱退が一方に反映されていないかを確かめてください。",
    "The range of users should be the same in the document of each; see whether one missed who joined or left.",
    _LAW,
)
UNANSWERED = Kind(
    "site/joint-use-unanswered",
    NOTE,
    "共同して利用する者とされている{other}の文書に、この共同利用の記載がありません",
    "the document of {other}, who is said to be a joint user, does not speak of this joint use",
    "{other}も個人データを提供するなら、その文書にも同じ事項が必要です。",
    "If {other} provides personal data too, its document has to state the same.",
    _LAW,
)
_PARTS = {
    "items": Both("項目", "items"),
    "purposes": Both("利用目的", "purposes"),
    "responsible": Both("管理について責任を有する者", "the responsible party"),
}


class _Uses:
    """The joint uses of one firm among the same users: found by what they are."""

    def __init__(self) -> None:
        self.all: list[tuple[Record, JointUse]] = []
        self._by: dict[tuple[frozenset[str], ...], JointUse] = {}

    def add(self, record: Record, use: JointUse) -> None:
        self.all.append((record, use))
        for key in _keys(use):
            self._by.setdefault(key, use)

    def nearest(self, use: JointUse) -> JointUse:
        """The one that is the same, else has the same items, else the same purposes, else the first."""
        return next((self._by[key] for key in _keys(use) if key in self._by), self.all[0][1])


def _keys(use: JointUse) -> Iterator[tuple[frozenset[str], ...]]:
    nothing = frozenset[str]()
    items, purposes, responsible = (use.parts[part] for part in _PARTS)
    yield items, purposes, responsible
    yield items, nothing, nothing
    yield nothing, purposes, nothing


class _Index(NamedTuple):
    """The joint uses of a run: by their users and who states them, and by who states them and one of the users; the
    privacy notice of each firm; pairs of firms that were told to differ."""

    among: dict[frozenset[str], dict[str, _Uses]]
    between: dict[tuple[str, str], tuple[Record, JointUse]]
    notices: dict[str, Record]
    told: set[frozenset[str]]


def check(records: list[Record], places: Places) -> Findings:
    """What the documents of several firms say differently of what they use jointly."""
    found = Findings()
    index = _Index({}, {}, {}, set())
    for record in records:
        firm = spelling.plain(record.operator)
        if not firm:
            continue
        if record.kind == "privacy-notice":
            index.notices.setdefault(firm, record)
        for use in record.joint_uses:
            index.among.setdefault(use.users, {}).setdefault(firm, _Uses()).add(record, use)
            for user in use.users:
                index.between.setdefault((firm, user), (record, use))
    for firms in index.among.values():
        _agree(firms, places, found)
        for firm, uses in firms.items():
            for _, use in uses.all:
                for user in use.named:
                    if user not in firms and user in index.notices:
                        _answered(firm, user, use, index, places, found)
    return found


def _agree(firms: dict[str, _Uses], places: Places, found: Findings) -> None:
    """The joint uses of all firms among one set of users, against those of the first."""
    first, *others = firms.values()
    name = first.all[0][0].operator
    for _, use in (one for uses in others for one in uses.all):
        other = first.nearest(use)
        for part, word in _PARTS.items():
            ours, theirs = use.parts[part], other.parts[part]
            if ours and theirs and ours != theirs:
                params = {"part": word, "other": name, "found": "、".join(sorted(ours ^ theirs))}
                places.report(found, DIFFERS, use.spots[part], other.spots[part], in_document(name), **params)


def _answered(firm: str, user: str, use: JointUse, index: _Index, places: Places, found: Findings) -> None:
    """Whether a user whom a firm names states a joint use with it too, with the same users."""
    theirs = index.between.get((user, firm))
    notice = index.notices[user]
    at = use.spots["users"]
    if theirs is None:
        if not notice.joint_elsewhere:
            places.report(found, UNANSWERED, at, notice.spot, in_document(notice.operator), other=notice.operator)
        return
    record, other = theirs
    pair = frozenset((firm, user))
    # What they state among the same users is another joint use of both.
    if use.closed and other.closed and firm not in index.among[other.users] and pair not in index.told:
        index.told.add(pair)
        names = {**use.names, **other.names}
        odd = "、".join(sorted(names[one] for one in use.users ^ other.users))
        words = in_document(record.operator)
        places.report(found, USERS_DIFFER, at, other.spots["users"], words, other=record.operator, found=odd)
