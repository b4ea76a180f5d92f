"""What other rooms know of this clause."""

from ...matters.records import PROCESSOR, Act, Headings, Matter, Term

MATTER = Matter(
    name_ja="取扱いの委託",
    name_en="Entrustment",
    acts=(
        Act(
            "entrust",
            PROCESSOR,
            says="のとおり、{whose}個人情報の取扱いを委託することがあります。",
            receiver="委託先",
        ),
    ),
    never="entrust",
    words=("委託",),
    term=Term("個人データ", "entrustment", "第25条", "art. 25"),
    headings=Headings(60, "委託", "委託", of_data=True),
)
