"""One firm, one name, address, representative and telephone number: in all documents of a run."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from ..diagnostics import NOTE, WARNING, Findings, Kind
from . import spelling
from .places import Places
from .record import Record, Said, Spot

NAME = Kind(
    "site/firm-name",
    WARNING,
    "同じ会社とみられる者の名称が、「{found}」と「{other}」の二通りあります",
    "what seems to be one firm is named `{found}` here and `{other}` elsewhere",
    "登記のとおりの名称に揃えてください。別の会社なら、住所などで区別が付くようにしてください。",
    "Use the registered name everywhere; if these are two firms, let their addresses tell them apart.",
)
ADDRESS = Kind(
    "site/firm-address",
    WARNING,
    "{firm}の住所が、文書によって違います（ここでは「{found}」、ほかでは「{other}」）",
    "the address of {firm} differs between documents: `{found}` here, `{other}` elsewhere",
    "移転などで一方が古くなっていないかを確かめ、揃えてください。一つのファイルに宣言し、import で取り込めば食い違いません。",
    "See whether one is out of date, and make them agree; declared once and imported they cannot differ.",
)
REPRESENTATIVE = Kind(
    "site/firm-representative",
    WARNING,
    "{firm}の代表者が、文書によって違います（ここでは「{found}」、ほかでは「{other}」）",
    "the representative of {firm} differs between documents: `{found}` here, `{other}` elsewhere",
    "代表者の交代が一方に反映されていないことが多くあります。今の代表者に揃えてください。",
    "Often a change of the representative reached only one document. Name the present one everywhere.",
)
PHONE = Kind(
    "site/firm-phone",
    NOTE,
    "{firm}の電話番号が、文書によって違います（ここでは「{found}」、ほかでは「{other}」）",
    "the telephone number of {firm} differs between documents: `{found}` here, `{other}` elsewhere",
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


_Same = Callable[[str, str], bool]
_PARTS: dict[str, tuple[Kind, _Same]] = {
    "address": (ADDRESS, spelling.same_address),
    "postal-code": (ADDRESS, _same),
    "representative": (REPRESENTATIVE, _same),
    "phone": (PHONE, _same_phone),
}


def check(records: list[Record], places: Places) -> Findings:
    """What the documents say differently of one firm; the first document in the order of the run is held against the
    others."""
    found = Findings()
    known: dict[tuple[str, str], Said] = {}
    told: set[Spot] = set()
    for record in records:
        for firm in record.firms:
            key = spelling.plain(firm.name.words)
            for part, said in firm.parts.items():
                if part in _PARTS and said.spot not in told:
                    told.add(said.spot)
                    kind, same = _PARTS[part]
                    _held(known, (key, part), said, kind, same, firm.name.words, places, found)
    _names(records, places, found)
    for record in records:
        for label, heading, said in record.labels:
            _disclosed(record, label, heading, said, known, places, found)
    return found


def _held(
    known: dict[tuple[str, str], Said],
    key: tuple[str, str],
    said: Said,
    kind: Kind,
    same: _Same,
    firm: str,
    places: Places,
    found: Findings,
) -> None:
    first = known.setdefault(key, said)
    if not same(first.words, said.words):
        _report(kind, said, first, firm, places, found)
    elif len(said.words) > len(first.words):
        # Of two that agree the fuller one tells more apart.
        known[key] = said


def _report(kind: Kind, said: Said, first: Said, firm: str, places: Places, found: Findings) -> None:
    ours, theirs = said.words.strip(), first.words.strip()
    places.report(found, kind, said.spot, first.spot, firm=firm, found=ours, other=theirs)


def _names(records: list[Record], places: Places, found: Findings) -> None:
    """Names that differ in their legal form only, of firms at one address."""
    seen: dict[tuple[str, str], Said] = {}
    told: set[Spot] = set()
    for record in records:
        for firm in record.firms:
            where = firm.parts.get("address")
            if where is None or firm.name.spot in told:
                continue
            told.add(firm.name.spot)
            first = seen.setdefault((spelling.core(firm.name.words), spelling.address(where.words)), firm.name)
            if not _same(first.words, firm.name.words):
                _report(NAME, firm.name, first, firm.name.words, places, found)


def _disclosed(
    record: Record,
    label: str,
    heading: str,
    said: Said,
    known: dict[tuple[str, str], Said],
    places: Places,
    found: Findings,
) -> None:
    """What a notice discloses under a label, against what is known of its operator."""
    text, firm = spelling.plain(said.words), spelling.plain(record.operator)
    if label in ("seller", "issuer") and firm not in text and (core := spelling.core(firm)) and core in text:
        spot = next(one.name.spot for one in record.firms if one.name.words == record.operator)
        _report(NAME, said, Said(record.operator, spot), record.operator, places, found)
    for part, kind in _asked(label, heading):
        other = known.get((spelling.plain(record.operator), part))
        if other is not None and not _has(part, said.words, other.words):
            _report(kind, said, other, record.operator, places, found)


def _asked(label: str, heading: str) -> Iterator[tuple[str, Kind]]:
    if label == "address":
        yield "address", ADDRESS
    elif label == "phone":
        yield "phone", PHONE
    # Who is responsible for the sales may be another than the representative.
    elif label == "responsible-person" and "代表" in heading:
        yield "representative", REPRESENTATIVE


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
