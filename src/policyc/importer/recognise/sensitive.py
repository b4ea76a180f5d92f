"""要配慮個人情報: on what ground it is collected, or that it is not."""

from __future__ import annotations

from ..draft import Doubt, Reading, Section
from .lines import sentences, whole
from .provision import every_case
from .rules import apply, reading, rule
from .survey import Survey
from .walk import Path

RULES = (
    rule("basis", "consent", "(?P<m>同意を得(?:る)?(?:こと)?(?:なく|ないで|ずに|ず))[^。]*取得[^。]{0,8}(?:ません|ない)", many=True),
    rule("basis", "consent", "(?P<m>(?:本人|お客様|利用者|ユーザー)の(?:事前の)?同意を得(?:た上|たうえ|て|た場合))[^。]*取得(?:し|いた|する)", "ません", many=True),
    rule("except", "consent-exemption", "(?P<m>(?:法令に基づく場合その他)?(?:の)?法令により[^。、]{0,12}(?:同意を要しない|認められる|許される)[^。、]{0,12}(?:場合|とき))(?:を除)", many=True),
    rule("except", "law", "(?P<m>法令(?:等)?に(?:基づく|定める|定めのある)(?:場合|とき)(?!その他))", many=True),
)  # fmt: skip
_NONE = (rule("declared", "none", "(?:要配慮|機微)[^。]*(?P<m>取得(?:いた|致)?し(?:ません|ない))"),)

UNSURE = "要配慮個人情報を取得するかどうかを読み取れませんでした。declared、basis を確かめてください。"


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Grounds of the collection."""
    found, doubts = apply(RULES, sentences(section))
    text = whole(section)
    if not found and not any(word in text for word in ("場合", "同意", "除", "ただし", "原則", "必要")):
        found, doubts = apply(_NONE, sentences(section))
    if found and all(one.field == "except" for one in found):
        # Exceptions alone would say that such data are collected.
        denied, _ = apply(_NONE, sentences(section)) if every_case(section, found) else ([], doubts)
        if not denied or "同意" in text or "原則" in text:
            return Reading("article", doubts=(Doubt(found[0].marks[0].row, UNSURE),))
        found = [*denied, *found]
    return reading("sensitive-data", found, doubts=doubts) if found else None
