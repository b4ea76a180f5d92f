"""取得: which data are collected, and from where."""

from __future__ import annotations

import re

from ...vocab import lookup
from ..draft import Reading, Section
from .items import going_on, items, made_by
from .lines import fold, sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_TAKES = "(?:取得|収集|お預かり|ご?提供(?:を)?(?:いただ|頂))"
RULES = (
    rule("sources", "person", "(?P<m>(?:ご?本人|お客様|お客さま|ユーザー|利用者)(?:様|ご自身)?(?:から|より)(?:の)?(?:直接|書面|ご?提供|申告|入力)(?:(?!及び|および|並びに|又は|または|や)[^。、]){0,16})", "ません|第三者", many=True),
    rule("sources", "automatic", "(?P<m>自動的(?:に[^。、]{0,12}|な)(?:取得|収集|記録|送信))", "ません|削除", many=True),
    rule("sources", "third-parties", f"(?P<m>第三者(?:から|より)[^。、]{{0,20}}{_TAKES})", "ません", many=True),
    rule("sources", "public", f"(?P<m>(?:公開|公表)(?:されて(?:い|お)る|された|情報)[^。、]{{0,20}}{_TAKES})", "ません", many=True),
)  # fmt: skip
# 以下の個人情報を取得します。 and what its list holds
_LEADS = re.compile(f"(?:次|以下|下記)の[^。]{{0,20}}(?:情報|項目|データ)[^。]*(?:{_TAKES}|取り?扱|利用)")
_FOLLOWS = re.compile("(?:次|以下|下記)の(?:情報|項目|とおり|通り)[^。]*(?:含まれます|です)")
_PROSE = re.compile(
    f"(?P<m>[^。]{{1,300}}?)(?:などの|等の|の|といった)(?:お客様の|利用者の|ユーザーの)?(?:個人)?情報(?:等)?を[^。]{{0,24}}{_TAKES}(?:し|いた|させて|する(?:こと|場合|もの))"
)


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Items of the list behind 「次の個人情報を取得します」 or of a sentence, and the sources."""
    found, doubts = apply(RULES, sentences(section))
    listed = _list(section) or _sentence(section)
    return reading("collection", [*_once(listed), *found], doubts=doubts) if listed or found else None


def _once(found: list[Found]) -> list[Found]:
    return list({one.value: one for one in reversed(found)}.values())[::-1]


def _list(section: Section) -> list[Found]:
    """Items that are data items; what stands below one says where it comes from, below その他 it says what it is."""
    rows = section.rows
    first = next((n for n, row in enumerate(rows) if row.depth == 1 and row.marker), None)
    leads = [fold(row.text) for row in rows[:first]] if first else []
    said = " ".join(leads)
    leads_on = _LEADS.search(said) or (_FOLLOWS.search(said) and re.search(f"情報を[^。]*{_TAKES}", said))
    if first is None or not leads_on or "ません" in leads[-1]:
        return []
    found: list[Found] = []
    other = False
    for index in range(first, len(rows)):
        words = rows[index].text.strip()
        if rows[index].depth == 0:
            break
        start = rows[index].text.index(words) if words else 0
        if rows[index].depth == 1 and rows[index].marker:
            other = fold(words) == "その他"
            if not other and len(words) <= 60 and "。" not in words:
                found += items(rows[index].text, index, start, start + len(words), "items")
        elif other and rows[index].marker:
            begin = start + made_by(fold(words))
            found += items(rows[index].text, index, begin, start + len(words), "items")
    return found


def _sentence(section: Section) -> list[Found]:
    """Items of 「氏名、住所等の個人情報を取得します」, if the vocabulary knows most of them."""
    for sentence in sentences(section):
        hit = _PROSE.search(sentence.text)
        if hit is None or "ません" in sentence.text:
            continue
        parts = hit["m"].split("、")
        known = 0
        while known < len(parts) and lookup("data", parts[-1 - known].strip()) is not None:
            known += 1
        if known > 1:
            words = "、".join(parts[len(parts) - known :])
            end = sentence.start + hit.end("m")
            row = section.rows[sentence.row].text
            listed = items(row, sentence.row, end - len(words), end, "items")
            return [*listed, *going_on(row, sentence.row, end, "items")] if listed else []
    return []
