"""What other rooms know of this clause."""

from ...matters.records import Answer, Matter

MATTER = Matter(
    name_ja="漏えい等への対応",
    name_en="What is done about a breach",
    tables=("safeguards",),
    answers=(
        Answer("breach", "breach-report", field="reported-to"),
        Answer("breach", "breach-notice", field="notifies"),
    ),
)
