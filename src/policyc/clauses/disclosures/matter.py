"""What other rooms know of this clause."""

from ...matters.records import Answer, Matter

MATTER = Matter(
    name_ja="表示事項",
    name_en="Disclosures",
    tables=("disclosures",),
    answers=(Answer("disclosure", block="disclosure", field="is"),),
)
