"""What other rooms know of this clause."""

from ...matters.records import Headings, Matter

MATTER = Matter(
    name_ja="未成年者の個人情報",
    name_en="Personal information of children",
    also=("collect",),
    never="collect",
    people="child",
    words=("未成年", "歳未満"),
    headings=Headings(
        20,
        "未成年|子ども|こども|子供|お子(?:様|さま)|児童|\\d+歳未満|保護者",
        "未成年|歳|保護者|親権者|法定代理人|児童",
        of_data=True,
    ),
)
