"""What other rooms know of this clause."""

from ...matters.records import ANONYMOUS, THIRD_PARTY, Act, Answer, Matter

MATTER = Matter(
    name_ja="匿名加工情報の取扱い",
    name_en="Anonymously processed information",
    acts=(
        Act("anonymise", says="のとおり、{whose}個人情報を加工して匿名加工情報を作成します。"),
        Act("use-anonymised", data=ANONYMOUS),
        Act("provide-anonymised", THIRD_PARTY, ANONYMOUS),
    ),
    answers=(
        Answer("practice", "anonymise"),
        Answer("practice", "provide-anonymised"),
        Answer("practice", "provide-anonymised", part="data", field="provided"),
    ),
)
