"""What other rooms know of this clause."""

from ...matters.records import SUCCESSOR, Act, Answer, Matter

MATTER = Matter(
    name_ja="事業の承継",
    name_en="Succession of a business",
    acts=(Act("succeed", SUCCESSOR, says="のとおり、事業の承継に伴い、{whose}個人データを提供することがあります。"),),
    answers=(Answer("practice", "succeed"),),
)
