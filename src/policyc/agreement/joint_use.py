"""Joint use as the members of a group state it: the same items, users, purposes and responsible party.

APPI article 27(5)(iii) wants each told beforehand by whoever provides the data. That the other companies of a joint use
state it too is good practice, so what only one tells is a note; what two tell differently cannot both be so.
"""

from __future__ import annotations

from ..diagnostics import NOTE, WARNING, Both, Findings, Kind
from . import spelling
from .places import Places
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
        self._by: dict[tuple[str, frozenset[str]], JointUse] = {}

    def add(self, record: Record, use: JointUse) -> None:
        self.all.append((record, use))
        for part, words in use.parts.items():
            self._by.setdefault((part, words), use)

    def nearest(self, use: JointUse) -> JointUse:
        """The one that has the same items, else the same purposes, else the first."""
        for part in _PARTS:
            hit = self._by.get((part, use.parts[part]))
            if hit is not None and (hit.parts == use.parts or part != "responsible"):
                return hit
        return self.all[0][1]


def check(records: list[Record], places: Places) -> Findings:
    """What the documents of several firms say differently of what they use jointly."""
    found = Findings()
    among: dict[frozenset[str], dict[str, _Uses]] = {}
    with_: dict[tuple[str, str], tuple[Record, JointUse]] = {}
    notices: dict[str, Record] = {}
    for record in records:
        firm = spelling.plain(record.operator)
        if not firm:
            continue
        if record.kind == "privacy-notice":
            notices.setdefault(firm, record)
        for use in record.joint_uses:
            among.setdefault(use.users, {}).setdefault(firm, _Uses()).add(record, use)
            for user in use.users:
                with_.setdefault((firm, user), (record, use))
    for firms in among.values():
        _agree(firms, places, found)
    told: set[frozenset[str]] = set()
    for firms in among.values():
        for firm, uses in firms.items():
            for record, use in uses.all:
                _answered(firm, record, use, firms, among, with_, notices, told, places, found)
    return found


def _agree(firms: dict[str, _Uses], places: Places, found: Findings) -> None:
    """The joint uses of all firms among one set of users, against those of the first."""
    (_, first), *others = firms.items()
    name = first.all[0][0].operator
    for _, uses in others:
        for _, use in uses.all:
            other = first.nearest(use)
            for part, word in _PARTS.items():
                odd = sorted(use.parts[part] ^ other.parts[part])
                if odd and use.parts[part] and other.parts[part]:
                    label = places.label(other.spots[part], f"{name}の文書ではここ", f"{name} says it here")
                    span = places.span(use.spots[part])
                    found.append(DIFFERS.at(span, label, part=word, other=name, found="、".join(odd)))


def _answered(
    firm: str,
    record: Record,
    use: JointUse,
    firms: dict[str, _Uses],
    among: dict[frozenset[str], dict[str, _Uses]],
    with_: dict[tuple[str, str], tuple[Record, JointUse]],
    notices: dict[str, Record],
    told: set[frozenset[str]],
    places: Places,
    found: Findings,
) -> None:
    """Whether those whom a joint use names state it too, with the same users."""
    for user in use.named:
        if user == firm or user in firms or user not in notices:
            continue
        theirs = with_.get((user, firm))
        notice = notices[user]
        if theirs is None:
            if not notice.joint_elsewhere:
                label = places.label(notice.spot, f"{notice.operator}の文書はここ", "its document is here")
                found.append(UNANSWERED.at(places.span(use.spots["users"]), label, other=notice.operator))
            continue
        other, their = theirs
        pair = frozenset((firm, user))
        stated = firm in among[their.users]
        if use.closed and their.closed and not stated and pair not in told:
            told.add(pair)
            odd = "、".join(sorted(use.users ^ their.users))
            label = places.label(
                their.spots["users"], f"{other.operator}の文書ではここ", f"{other.operator} says it here"
            )
            found.append(USERS_DIFFER.at(places.span(use.spots["users"]), label, other=other.operator, found=odd))
