"""改定 — how the document is changed, and its dated events (APPI arts. 21(3), 27(6); Civil Code art. 548-4)."""

from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import TEXT, Key, choice, clause


def lower(node: Node, out: Lowering) -> None:
    """One amendment rule; the dates themselves belong to the document."""
    if lowerings.silent(out, node):
        return
    lowerings.amendment(out, node)


CLAUSE = clause(
    "amendment",
    "改定",
    "この文書の改定。",
    "How the document is changed.",
    (
        Key(
            "notice",
            "予告",
            choice(
                ("none", "なし", "予告なく"),
                ("prior", "事前", "事前に公表し"),
                ("on-change", "改定時", "改定の際に公表し"),
            ),
            "改定の予告。",
            "Whether a change is announced, and when.",
            many=False,
        ),
        Key(
            "effective",
            "適用",
            choice(
                ("on-publication", "公表時", "公表した時"),
                ("on-stated-date", "定めた日", "公表の際に定める日"),
                ("on-notice", "通知時", "通知した時"),
            ),
            "改定が適用される時。",
            "When a change takes effect.",
            many=False,
        ),
        Key(
            "needing-consent",
            "同意を要する変更",
            choice(("with-consent", "同意を得て", "同意を得た上で行います", "同意を得た上で行う")),
            "法令上本人の同意が必要な変更の扱い。",
            "What is done about changes that need the person's consent by law.",
            many=False,
        ),
        Key("reason", "理由", TEXT, "改定する場合（「…とき」「…場合」で終える）。", "When it is changed.", many=False),
    ),
    package=__name__,
)
