"""未成年者: below which age, and whose consent is asked."""

from __future__ import annotations

import re

from ..draft import Reading, Section
from .lines import sentences
from .rules import Found, apply, reading, rule
from .survey import Survey
from .walk import Path

_UNDER = re.compile(r"(?:満)?(?P<m>\d{1,2})歳未満")
RULES = (
    rule("consent", "guardian", "(?P<m>(?:保護者|親権者|法定代理人)[^。、]{0,16}(?:同意|承諾)(?:を得|が必要|の上|のうえ|の下|のもと))"),
    rule("consent", "guardian-present", "(?P<m>保護者(?:の方)?と(?:一緒に|ともに|共に))"),
)  # fmt: skip


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Age and consent."""
    found, doubts = apply(RULES, sentences(section))
    ages = [(sentence, hit) for sentence in sentences(section) for hit in _UNDER.finditer(sentence.text)]
    if ages and len({hit["m"] for _, hit in ages}) == 1:
        sentence, hit = ages[0]
        found.insert(0, Found("under", hit["m"], (sentence.mark(hit, "under", "m"),)))
    return reading("children", found, doubts=doubts) if found else None
