"""問い合わせ窓口: which desk, and what it takes."""

from __future__ import annotations

from ..draft import Reading, Section
from .lines import sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

RULES = (
    rule("for", "inquiries", "(?P<m>お?問い?合わ?せ|ご質問)(?!(?:窓口|先)(?:は|の名称))", many=True),
    rule("for", "complaints", "(?P<m>苦情)", many=True),
    rule("for", "requests", "(?P<m>(?:開示|訂正|利用停止|削除)[^。、]{0,16}?(?:請求|お?申し?出|申請|求め|依頼))", many=True),
)  # fmt: skip


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """The desks whose details stand here."""
    desks = survey.desks.get(path, ())
    if not desks:
        return None
    found, doubts = apply(RULES, sentences(section))
    return reading("contact", [*(Found("desk", desk, ()) for desk in desks), *found], doubts=doubts)
