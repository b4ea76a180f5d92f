"""改定: whether a change is announced, and when it takes effect."""

from __future__ import annotations

from ..draft import Reading, Section
from .lines import sentences
from .rules import apply, reading, rule
from .survey import Survey
from .walk import Path

_CHANGE = "(?:変更|改定|改訂|改正|見直し|修正)"
_OTHER = "利用目的|重要な"
RULES = (
    rule("notice", "none", "(?P<m>予告(?:すること)?(?:なく|なしに|無く)|事前の(?:予告|通知|告知)(?:なく|なしに|無く)|(?:通知|告知)(?:を)?(?:すること)?(?:なく|なしに)).*" + _CHANGE),
    rule("notice", "prior", f"{_CHANGE}.*(?P<m>(?:あらかじめ|予め|事前に)[^。]{{0,30}}(?:通知|告知|公表|掲載|周知|お知らせ))", "なく|なしに|" + _OTHER),
    rule("notice", "on-change", f"{_CHANGE}(?:した|する|された|される|を行った|を行う|があった)(?:場合|とき|際|時)(?:に|は|には)?、?[^。]{{0,30}}(?P<m>公表|通知|掲載|お知らせ|告知|周知)(?!したとき|した時|することなく)", "なく|あらかじめ|予め|事前|時点|" + _OTHER),
    rule("needing-consent", "with-consent", f"法令[^。]{{0,12}}同意[^。]{{0,12}}{_CHANGE}[^。]{{0,12}}(?P<m>同意を得(?:た上で|たうえで|て)[^。]{{0,8}}(?:行い|行う|実施|いた))", "ません"),
    rule("effective", "on-publication", "(?P<m>(?:掲載|公表|掲示|公開|表示|アップロード)(?:した|する|された|される)?(?:時点|とき|時|日)(?:から|より|をもって|に|で)[^。、]{0,6}(?:適用|効力|有効|発効))"),
    rule("effective", "on-notice", "(?P<m>通知した(?:時点|とき|時|日)(?:から|より|をもって|に|で)[^。、]{0,6}(?:適用|効力|有効|発効))", "又は|または"),
    rule("effective", "on-stated-date", "(?P<m>(?:施行日|効力発生日|適用(?:開始)?日|定める(?:日|期日))(?:から|より|をもって|に)[^。、]{0,6}(?:適用|効力|有効|発効))"),
)  # fmt: skip


def read(section: Section, path: Path, survey: Survey) -> Reading | None:
    """Notice and effect of changes."""
    found, doubts = apply(RULES, sentences(section))
    return reading("amendment", found, doubts=doubts) if found or doubts else None
