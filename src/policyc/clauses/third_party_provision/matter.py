"""What other rooms know of this clause."""

from ...matters.records import THIRD_PARTY, Act, Headings, Matter, Term

MATTER = Matter(
    name_ja="第三者提供",
    name_en="Provision to third parties",
    acts=(
        Act(
            "provide",
            THIRD_PARTY,
            says="のとおり、{whose}個人情報を第三者に提供することがあります。",
            receiver="第三者提供",
        ),
    ),
    never="provide",
    topics=("provision",),
    words=("第三者",),
    term=Term("個人データ", "provision", "第27条第1項", "art. 27(1)"),
    headings=Headings(
        50,
        "第三者.*(?:提供|開示)|(?:提供|開示).*第三者|外国.*(?:提供|移転)",
        "第三者|提供",
        of_data=True,
    ),
)
