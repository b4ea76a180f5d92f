"""漏えい等への対応 — whom a breach is reported to, and who is told (APPI art. 26)."""

from ...facts import Safeguard
from ...model import lowerings
from ...model.lower import Lowering
from ...model.tree import Node
from ...model.types import Key, choice, clause

# What each field states, as a row of vocab/measures.
_MEASURES = {"reported-to": "breach-report", "notifies": "breach-notice"}


def lower(node: Node, out: Lowering) -> None:
    """One organisational measure per field: the report to the Commission, the notice to the persons."""
    if lowerings.silent(out, node):
        return
    for word, measure in _MEASURES.items():
        concept = out.names.concept("measures", measure)
        if node.values(word) and concept is not None:
            said = "、".join(out.words.value(value, node) for value in node.values(word))
            row = Safeguard(node.fact(word), said, (concept,), (), node.id, out.field_at(node, node.field(word)))
            out.add("safeguards", row)


CLAUSE = clause(
    "breach",
    "漏えい等",
    "漏えい等が生じたときの報告と本人への通知。",
    "What is done about a breach: the report, and the notice to the persons.",
    (
        Key(
            "reported-to",
            "報告先",
            choice(
                ("commission", "個人情報保護委員会", "個人情報保護委員会に報告します", "個人情報保護委員会に報告する"),
                (
                    "commission-or-delegate",
                    "委員会又は権限の委任を受けた者",
                    "個人情報保護委員会又はその権限の委任を受けた行政機関に報告します",
                    "個人情報保護委員会又はその権限の委任を受けた行政機関に報告する",
                ),
            ),
            "報告する先（法第26条第1項）。",
            "Whom it is reported to (Article 26(1)).",
            many=False,
        ),
        Key(
            "notifies",
            "通知",
            choice(
                ("person", "本人", "ご本人に通知します", "本人に通知する"),
                (
                    "person-or-alternative",
                    "本人又は代替措置",
                    "ご本人に通知します（通知が困難な場合は、ご本人の権利利益を保護するために必要なこれに代わる措置を講じます。）",
                    "本人に通知する（通知が困難な場合にあっては、本人の権利利益を保護するために必要なこれに代わるべき措置を講ずる。）",
                ),
            ),
            "本人への通知（法第26条第2項）。",
            "The notice to the persons (Article 26(2)).",
            many=False,
        ),
    ),
    package=__name__,
)
