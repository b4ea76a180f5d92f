"""保存期間: how long data are kept, and what is done afterwards."""

from __future__ import annotations

import re

from ..draft import Doubt, Mark, Reading, Section
from .lines import Sentence, quoted, sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_UNITS = {"年": "years", "か月": "months", "ヶ月": "months", "カ月": "months", "ヵ月": "months", "ケ月": "months", "箇月": "months", "週": "weeks", "日": "days"}  # fmt: skip
# Of 4月1日 and 3年6か月 no part is a period.
_PERIOD = re.compile(
    r"(?<![\d月年])(?P<m>(?P<n>\d{1,3}) ?(?P<u>年|[かヶカヵケ箇]月|週|日)(?:間)?)(?!前|以内|目|\d|[月日])"
)
_WORDS = re.compile(
    r"(?P<m>利用目的の達成に必要な(?:期間|範囲(?:内)?(?:で|の期間))|(?:法令|関係法令)[^。、]{0,12}(?:定め|義務付け)[^。、]{0,10}期間|\d{4} ?年 ?\d{1,2} ?月 ?\d{1,2} ?日まで|(?:最長|最低|最大|少なくとも)(?:で)?\d{1,3} ?(?:年|[かヶカヵケ箇]月|週|日)間?|(?<![\d月年])\d{1,3} ?(?:年|[かヶカヵケ箇]月|週|日)間?(?:以上|以下|を上限|を限度))"
)
_WHOLE = re.compile("利用目的|法令|関係法令|\\d{4}")
_KEEPS = re.compile("保存|保管|保持|保有|利用(?:する|期)|期間")
# 取引終了の日から, 退会後: what the period runs from, right before it.
_BEGINS = re.compile(
    r"(?:\A|(?<=[、。はをがに)]))(?P<m>[^、。はをがに()]{2,30}(?:に[^、。はをがに()]{2,20})?)(?P<since>から|より|後|以後|以降)、?(?:原則として)?\Z"
)
SEVERAL = "保存期間が複数あります。データごとに kept で宣言してください。"
RULES = (
    rule("after", "erase", "(?:期間|期限|終了|経過|必要)[^。]*?(?P<m>(?:速やかに|遅滞なく|直ちに|すみやかに|適切に|安全に|確実に)?[^。、()\\d]{0,14}(?:消去|削除|廃棄))(?:し|いた|を行)", "ません"),
)  # fmt: skip


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Period and what follows it; of several periods none, as each belongs to other data."""
    found, doubts = apply(RULES, sentences(section))
    periods = []
    for sentence in sentences(section):
        if _KEEPS.search(sentence.text):
            for hit in (*_PERIOD.finditer(sentence.text), *_WORDS.finditer(sentence.text)):
                periods.append((sentence, hit))
    # 「注文内容：7年」 says nothing of keeping, but the period next to it is not that of all data.
    others = [
        Doubt(sentence.row, SEVERAL)
        for sentence in sentences(section)
        if section.rows[sentence.row].depth and not _KEEPS.search(sentence.text) and _PERIOD.search(sentence.text)
    ]
    inner = [
        (s, h)
        for s, h in periods
        if not any(s is t and h is not g and g.start() <= h.start() and h.end() <= g.end() for t, g in periods)
    ]
    if inner and others:
        doubts.append(others[0])
    elif len(inner) == 1:
        sentence, hit = inner[0]
        words = _said(section, sentence, hit.start("m"), hit.end("m"))
        groups = hit.groupdict()
        value = f"{int(groups['n'])} {_UNITS[groups['u']]}" if "n" in groups else quoted(words)
        start = _BEGINS.search(sentence.text, 0, hit.start("m")) if not _WHOLE.match(words) else None
        if start is not None and start["since"] in ("から", "より"):
            begins = quoted(_said(section, sentence, start.start("m"), start.end("m")))
            found.insert(0, Found("from", begins, (sentence.mark(start, "from", "m"),)))
        elif start is not None:
            # 退会後3年間: no day is named, so the words stay whole.
            begin, end = start.start("m"), hit.end("m")
            mark = Mark(sentence.row, sentence.start + begin, sentence.start + end, "period")
            found.insert(0, Found("period", quoted(_said(section, sentence, begin, end)), (mark,)))
        if start is None or start["since"] in ("から", "より"):
            found.insert(0, Found("period", value, (sentence.mark(hit, "period", "m"),)))
    elif inner:
        doubts.append(Doubt(inner[1][0].row, SEVERAL))
    if not found:
        return Reading("article", doubts=tuple(doubts)) if doubts else None
    return reading("retention", found, doubts=doubts)


def _said(section: Section, sentence: Sentence, start: int, end: int) -> str:
    """The characters of the page at [start, end) of a sentence."""
    return section.rows[sentence.row].text[sentence.start + start : sentence.start + end]
