"""What other rooms know of this clause."""

from ...matters.records import RELATED, THIRD_PARTY, Act, Answer, Matter

MATTER = Matter(
    name_ja="個人関連情報の取扱い",
    name_en="Referable information",
    acts=(
        Act(
            "provide-related",
            THIRD_PARTY,
            RELATED,
            "のとおり、{whose}個人関連情報を第三者に提供することがあります。",
            "個人関連情報の提供",
        ),
    ),
    also=("collect",),
    answers=(
        Answer("practice", "collect"),
        Answer("practice", "provide-related", field="to"),
    ),
)
