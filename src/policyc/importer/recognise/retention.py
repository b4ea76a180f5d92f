"""保存期間: how long data are kept, and what is done afterwards."""

from __future__ import annotations

import re

from ..draft import Doubt, Reading, Section
from .lines import quoted, sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_UNITS = {"年": "years", "か月": "months", "ヶ月": "months", "カ月": "months", "ヵ月": "months", "ケ月": "months", "箇月": "months", "週": "weeks", "日": "days"}  # fmt: skip
_PERIOD = re.compile(r"(?P<m>(?P<n>\d{1,3}) ?(?P<u>年|[かヶカヵケ箇]月|週|日)(?:間)?)(?!前|以内|目|\d|[月日])")
_WORDS = re.compile(
    r"(?P<m>利用目的の達成に必要な(?:期間|範囲(?:内)?(?:で|の期間))|(?:法令|関係法令)[^。、]{0,12}(?:定め|義務付け)[^。、]{0,10}期間|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日まで)"
)
_KEEPS = re.compile("保存|保管|保持|保有|利用(?:する|期)|期間")
RULES = (
    rule("after", "erase", "(?:期間|期限|終了|経過|必要)[^。]*?(?P<m>(?:速やかに|遅滞なく|直ちに|すみやかに|適切に|安全に|確実に)?[^。、]{0,14}(?:消去|削除|廃棄))(?:し|いた|を行)", "ません"),
)  # fmt: skip


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Period and what follows it; of several periods none, as each belongs to other data."""
    found, doubts = apply(RULES, sentences(section))
    periods = []
    for sentence in sentences(section):
        if _KEEPS.search(sentence.text):
            for hit in (*_PERIOD.finditer(sentence.text), *_WORDS.finditer(sentence.text)):
                periods.append((sentence, hit))
    inner = [
        (s, h)
        for s, h in periods
        if not any(s is t and h is not g and g.start() <= h.start() and h.end() <= g.end() for t, g in periods)
    ]
    if len(inner) == 1:
        sentence, hit = inner[0]
        words = section.rows[sentence.row].text[sentence.start + hit.start("m") : sentence.start + hit.end("m")]
        groups = hit.groupdict()
        value = f"{int(groups['n'])} {_UNITS[groups['u']]}" if "n" in groups else quoted(words)
        found.insert(0, Found("period", value, (sentence.mark(hit, "period", "m"),)))
    elif inner:
        doubts.append(Doubt(inner[1][0].row, "保存期間が複数あります。データごとに kept で宣言してください。"))
    return reading("retention", found, doubts=doubts) if found else None
