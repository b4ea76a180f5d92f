"""安全管理措置: the measures that the page names. What it wants to prevent is no measure."""

from __future__ import annotations

import re

from ..draft import Child, Doubt, Reading, Section
from .lines import fold, quoted, sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_MEASURES = (
    ("basic-policy", "基本方針(?:の|を)(?:策定|制定)"),
    ("internal-rules", "(?:取り?扱い?)?(?:規程|規定|規律|社内規則|ルール)(?:の|を)(?:策定|整備|制定|定(?=め))"),
    ("organizational-measures", "組織的(?:な)?(?:安全管理)?(?:措置|対策)"),
    ("personnel-measures", "人的(?:な)?(?:安全管理)?(?:措置|対策)"),
    ("physical-measures", "物理的(?:な)?(?:安全管理)?(?:措置|対策)"),
    ("technical-measures", "技術的(?:な)?(?:安全管理)?(?:措置|対策)"),
    ("external-environment", "外的環境の把握"),
    ("responsible-person", "(?:責任者|管理者)(?:の|を)(?:設置|選任|配置|任命|置(?=[きくい]))"),
    ("incident-response", "漏えい等?(?:事案|事故)?[^。]{0,12}(?:報告|連絡|対応)(?:する)?体制"),
    ("audit", "(?:監査|点検)(?=の実施|を(?:実施|行))"),
    ("processor-supervision", "委託先(?:に対して|に対し|への|に対する|の)?[^。、]{0,16}監督(?=を(?:行|実施)|の実施)"),
    ("staff-training", "(?:従業者|従業員|社員|職員|スタッフ|役職員)[^。]{0,20}(?:教育|研修|啓発)(?=の実施|を(?:実施|行)|。?\\Z)"),
    ("confidentiality", "秘密保持(?:契約|義務|に関する)"),
    ("area-control", "入退(?:室|館)(?:の)?管理"),
    ("theft-prevention", "施錠|盗難(?:等)?の?防止"),
    ("access-control", "アクセス(?:権限?)?(?:の)?(?:制御|制限|管理)(?=の実施|を(?:実施|行))|アクセス権限(?:を|の)(?:設定|制限|管理)|アクセス制御"),
    ("intrusion-prevention", "ファイアウォール|ファイヤーウォール"),
    ("malware-protection", "ウイルス対策|マルウェア対策|セキュリティ(?:対策)?ソフト"),
    ("encryption-in-transit", "(?:SSL|TLS)[^。]{0,16}(?:暗号化|採用|使用|利用|導入)|通信(?:経路)?(?:の|を)暗号化"),
    ("encryption", "(?<!通信の)(?<!通信を)(?:情報|データ|ファイル)(?:の|を)暗号化"),
    ("access-logging", "(?:アクセス)?(?:ログ|記録)の(?:取得|監視|保存)"),
    ("backup", "バックアップ"),
    ("vulnerability-testing", "脆弱性(?:診断|検査)"),
)  # fmt: skip
RULES = tuple(rule("measures", word, f"(?P<m>{says})", "ません", many=True) for word, says in _MEASURES)
# A page that names no measure still says that there are some.
_SOME = re.compile(
    "(?P<m>(?:(?:必要かつ適切な|必要な|適切な|合理的な|万全の)?(?:安全管理(?:の)?(?:ための)?|安全|セキュリティ|技術的)?(?:な)?(?:措置|対策)))を?(?:講じ|実施(?:し|す)|施し)"
)


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """A measure for each item of a list of two or more that names one, else the measures of the prose."""
    spans = _items(section)
    named = [(span, _in(section, *span)) for span in spans]
    if sum(bool(found) for _, found in named) > 1:
        children = [
            Child("measure", f"措置-{n}", *span, (("is", ", ".join(one.value for one in found)),) if found else ())
            for n, (span, found) in enumerate(named, 1)
        ]
        unread = next((span[0] for span, found in named if _partly(section, span, found)), None)
        doubts = [] if unread is None else [Doubt(unread, "種類の読み取れない措置があります。is を確かめてください。")]
        return reading("security-measures", (), tuple(children), doubts)
    found, _ = apply(RULES, sentences(section))
    if not found:
        for sentence in sentences(section):
            hit = _SOME.search(sentence.text)
            if hit is not None:
                row = section.rows[sentence.row].text
                words = row[sentence.start + hit.start("m") : sentence.start + hit.end("m")]
                found = [Found("measures", quoted(words), (sentence.mark(hit, "measures", "m"),))]
                break
    return reading("security-measures", found) if found else None


def _partly(section: Section, span: tuple[int, int], found: list[Found]) -> bool:
    """Whether an item names no measure that is known, or joins several of which not all are."""
    words = fold(section.rows[span[0]].text)
    return (
        len(found) < 1 + len(re.findall("及び|および|並びに|ならびに", words)) if span[1] - span[0] == 1 else not found
    )


def _in(section: Section, first: int, end: int) -> list[Found]:
    found, _ = apply(RULES, sentences(section, first, end))
    return found


def _items(section: Section) -> list[tuple[int, int]]:
    """The items of a list that has no list inside it."""
    starts = [n for n, row in enumerate(section.rows) if row.depth == 1 and row.marker]
    if not starts or any(row.depth > 1 for row in section.rows):
        return []
    ends = [
        *starts[1:],
        next((n for n in range(starts[-1], len(section.rows)) if not section.rows[n].depth), len(section.rows)),
    ]
    return [(start, end) for start, end in zip(starts, ends, strict=True) if fold(section.rows[start].text).strip()]
