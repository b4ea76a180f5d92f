"""Articles 17(1), 18(1) and 41(3): purposes that say nothing, and uses outside those that are stated."""

from __future__ import annotations

import re

from ... import facts
from ...facts.identifiers import of_field
from ..conditions import MISSING, Verdict
from ..reading import Reading
from ..rows import Row

# The guideline (3-1-1) finds these insufficient when they stand alone: 「事業活動に用いるため」「マーケティング活動に用いる
# ため」「お客様のサービスの向上」. A purpose that is made of such words and particles only is pointed out.
_GENERAL = """
アンケート マーケティング サービス 事業活動 広告 宣伝 商品 改善 向上 品質 調査 分析 表示 活動 業務 運営 円滑 お客様 当社 弊社
当会 利用者 会員 ユーザー 本サービス 各種 利用 使用 用いる 活用 実施 遂行 促進 充実 満足度 その他 当グループ 事業 営業 企画 提案
検討
"""
_PARTICLES = "の へ に を は が と や 等 など 及び または 又は 並びに ・ 、 な する します ため こと して した い"
# One of these must be there: 「商品の分析のため」 alone is not what the guideline speaks of.
_MARKS = re.compile("事業活動|マーケティング|広告|宣伝|改善|向上|業務|運営|営業|企画")
_ONLY = re.compile(
    "(?:" + "|".join(map(re.escape, sorted(f"{_GENERAL} {_PARTICLES}".split(), key=len, reverse=True))) + ")+"
)


def only_general_words(reading: Reading, row: Row | None) -> Verdict:
    """Stated when the purpose is made of general words only, near the examples that the guideline rejects."""
    assert row is not None
    text = row.text.strip("「」。 \u3000")
    if _MARKS.search(text) and _ONLY.fullmatch(text):
        return Verdict(facts.STATED, (row.facts,))
    return Verdict(MISSING)


def outside_the_list(reading: Reading, row: Row | None) -> Verdict:
    """Stated when the row's purposes are of the vocabulary, and none of the listed purposes is any of them.

    Purposes in words of their own cannot be compared; with a ground such as consent they may go beyond the list.
    """
    assert row is not None
    listed = [r for r in reading.rows.get("purpose", ()) if "listed" in r.words]
    practice = reading.practices.get(row.node)
    if practice is None or not listed or practice.grounds or any("open" in r.words for r in listed):
        return Verdict(MISSING)
    known = frozenset().union(*(r.fields["is"] for r in listed))
    named = [r for r in reading.rows["purpose"] if r.node in practice.purposes and "listed" not in r.words]
    beyond = [r for r in named if r.fields["is"] and known.isdisjoint(r.fields["is"])]
    if not beyond:
        return Verdict(MISSING)
    return Verdict(
        facts.STATED,
        ((of_field(row.node, "purposes"), of_field(row.node, "for"), row.node),),
        lacking=(beyond[0].text,),
    )


_PSEUDONYMISED = "pseudonymously-processed-information"


def pseudonymised_beyond(reading: Reading, row: Row | None) -> Verdict:
    """Stated when pseudonymised information is used jointly for a purpose of the vocabulary that is none of its own.

    Its own purposes are those of its clause and the listed ones that name it; where one of them is open or in words of
    its own, no other can be said to lie outside them.
    """
    uses = [r for r in reading.rows.get("practice", ()) if "use-pseudonymised" in r.words]
    own = {word for r in uses for word in r.fields["for"]}
    own |= {
        word for r in reading.rows.get("purpose", ()) if _PSEUDONYMISED in r.fields["data"] for word in r.fields["is"]
    }
    if not own or own & {"text", "open"}:
        return Verdict(MISSING)
    for other in reading.rows["practice"]:
        if "joint-use" in other.words and _PSEUDONYMISED in other.fields["items"]:
            beyond = [word for word in other.fields["purposes"] if word not in own and word not in ("text", "open")]
            if beyond:
                return Verdict(facts.STATED, ((of_field(other.node, "purposes"), other.node),), lacking=(beyond[0],))
    return Verdict(MISSING)
