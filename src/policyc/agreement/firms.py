"""One firm, one name, address, representative and telephone number: in all documents of a run."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import partial

from ..diagnostics import NOTE, WARNING, Findings, Kind
from . import spelling
from .places import Places
from .record import Record, Said, Spot
from .ways import Same, Ways

NAME = Kind(
    "site/firm-name",
    WARNING,
    "同じ会社とみられる者の名称が、「{found}」（{here}）と「{other}」の二通りあります",
    "what seems to be one firm is named `{found}` {here} and `{other}` elsewhere",
    "登記のとおりの名称に揃えてください。別の会社なら、住所などで区別が付くようにしてください。",
    "Use the registered name everywhere; if these are two firms, let their addresses tell them apart.",
)
ADDRESS = Kind(
    "site/firm-address",
    WARNING,
    "{firm}の住所が、文書によって違います（{here}では「{found}」、ほかでは「{other}」）",
    "the address of {firm} differs between documents: `{found}` {here}, `{other}` elsewhere",
    "移転などで一方が古くなっていないかを確かめ、揃えてください。一つのファイルに宣言し、import で取り込めば食い違いません。",
    "See whether one is out of date, and make them agree; declared once and imported they cannot differ.",
)
REPRESENTATIVE = Kind(
    "site/firm-representative",
    WARNING,
    "{firm}の代表者が、文書によって違います（{here}では「{found}」、ほかでは「{other}」）",
    "the representative of {firm} differs between documents: `{found}` {here}, `{other}` elsewhere",
    "代表者の交代が一方に反映されていないことが多くあります。今の代表者に揃えてください。",
    "Often a change of the representative reached only one document. Name the present one everywhere.",
)
PHONE = Kind(
    "site/firm-phone",
    NOTE,
    "{firm}の電話番号が、文書によって違います（{here}では「{found}」、ほかでは「{other}」）",
    "the telephone number of {firm} differs between documents: `{found}` {here}, `{other}` elsewhere",
    "使い分けていないのであれば、揃えてください。用件によって番号が違うときは、窓口（desk）として宣言してください。",
    "Make them agree unless each is meant; numbers for different matters are better declared as desks.",
)


# Article 11 of the Act lets some of it be told on request.
_ON_REQUEST = re.compile("請求|求めに応じ|遅滞なく")
_ADDRESS = re.compile(r"[都道府県市区町村郡].*\d")


def _same(one: str, other: str) -> bool:
    return spelling.plain(one) == spelling.plain(other)


def _same_phone(one: str, other: str) -> bool:
    return (spelling.phones(one) or [one]) == (spelling.phones(other) or [other])


_PARTS: dict[str, tuple[Kind, Same]] = {
    "address": (ADDRESS, spelling.same_address),
    "postal-code": (ADDRESS, _same),
    "representative": (REPRESENTATIVE, _same),
    "phone": (PHONE, _same_phone),
}

Key = tuple[str, str]
"""A firm, by its name as it is compared, and a part of what is said of it."""


def check(records: list[Record], places: Places) -> Findings:
    """What the documents say differently of one firm: of each part one finding for each way but the usual one, with all of
    its places."""
    known: dict[Key, Ways] = {}
    names: dict[str, str] = {}
    told: set[Spot] = set()
    for record in records:
        for firm in record.firms:
            name = spelling.plain(firm.name.words)
            names.setdefault(name, firm.name.words)
            for part, said in firm.parts.items():
                if part in _PARTS and said.spot not in told:
                    told.add(said.spot)
                    known.setdefault((name, part), Ways(_PARTS[part][1])).add(said)
    called = _names(records)
    disclosed = {key: ways.usual().words for key, ways in known.items()}
    for record in records:
        for label, heading, said in record.labels:
            _disclosed(record, label, heading, said, disclosed, known, called)
    found = Findings()
    for (name, part), ways in known.items():
        # Who moves has another postal code: that is told with the address.
        moved = part == "postal-code" and (name, "address") in known and known[name, "address"].others()
        if not moved:
            places.differs(found, _PARTS[part][0], ways, firm=names[name])
    for ways in called.values():
        places.differs(found, NAME, ways)
    return found


def _names(records: list[Record]) -> dict[Key, Ways]:
    """The names of firms at one address that differ in their legal form only, by what they have in common and address."""
    made: dict[Key, Ways] = {}
    told: set[Spot] = set()
    for record in records:
        for firm in record.firms:
            where = firm.parts.get("address")
            if where is not None and firm.name.spot not in told:
                told.add(firm.name.spot)
                key = spelling.core(firm.name.words), spelling.address(where.words)
                made.setdefault(key, Ways(_same)).add(firm.name)
    return made


def _disclosed(
    record: Record,
    label: str,
    heading: str,
    said: Said,
    usual: dict[Key, str],
    known: dict[Key, Ways],
    called: dict[Key, Ways],
) -> None:
    """What a notice discloses under a label, against what is known of its operator: where it says something else, that is
    another way."""
    text, firm = spelling.plain(said.words), spelling.plain(record.operator)
    if label in ("seller", "issuer") and firm not in text and (core := spelling.core(firm)) and core in text:
        spot = next(one.name.spot for one in record.firms if one.name.words == record.operator)
        key = core, f"disclosed by {firm}"
        if key not in called:
            called[key] = Ways(_same)
            called[key].add(Said(record.operator, spot))
        called[key].tell(said, _same)
    for part in _asked(label, heading):
        value = usual.get((firm, part))
        if value is not None and not _has(part, said.words, value):
            known[firm, part].tell(said, partial(_told, part))


def _told(part: str, way: str, text: str) -> bool:
    return _has(part, text, way)


def _asked(label: str, heading: str) -> Iterator[str]:
    if label in ("address", "phone"):
        yield label
    # Who is responsible for the sales may be another than the representative.
    elif label == "responsible-person" and "代表" in heading:
        yield "representative"


def _has(part: str, text: str, value: str) -> bool:
    """Whether what is disclosed agrees with a value, or does not tell one (「ご請求により遅滞なく開示します」)."""
    if _ON_REQUEST.search(text) or (part == "address" and not _ADDRESS.search(spelling.plain(text))):
        return True
    if part == "phone":
        numbers = spelling.phones(text)
        return not numbers or not set(numbers).isdisjoint(spelling.phones(value))
    if part == "address":
        return any(spelling.same_address(line, value) for line in (text, *text.splitlines()) if line.strip())
    return spelling.plain(value) in spelling.plain(text)
