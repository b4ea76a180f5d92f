"""What other rooms know of this clause."""

from ...matters.records import Act, Answer, Matter

MATTER = Matter(
    name_ja="仮名加工情報の取扱い",
    name_en="Pseudonymously processed information",
    acts=(
        Act("pseudonymise", says="のとおり、{whose}個人情報を加工して仮名加工情報を作成します。"),
        Act("use-pseudonymised", says="のとおり、仮名加工情報を利用します。"),
    ),
    answers=(Answer("practice", "use-pseudonymised"),),
)
